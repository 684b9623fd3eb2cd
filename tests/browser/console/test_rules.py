"""Opening hours and services: what is saved at the desk is what the public page offers."""

import re
from datetime import date, timedelta

from playwright.async_api import Page, expect

from tests.support.desk import Visitor, desk_visitor, enter_desk
from tests.support.product import Product


def next_weekday(weekday: int, after_days: int) -> date:
    first = date.today() + timedelta(days=after_days)  # noqa: DTZ011 - only far enough ahead
    return first + timedelta(days=(weekday - first.weekday()) % 7)


async def test_opening_on_a_monday_offers_mondays(page: Page, salon: Product) -> None:
    monday = next_weekday(0, 36)
    async with Visitor.of(salon) as visitor:
        assert await visitor.slots("beard", monday) == []
        await enter_desk(page, salon, "/desk/hours")
        await page.get_by_role("button", name="Add hours on Monday").click()
        await page.get_by_label("Monday, from").fill("10:00")
        await page.get_by_label("Monday, to").fill("9")
        await expect(page.get_by_text(re.compile("Monday: an end must come after"))).to_be_visible()
        await page.get_by_label("Monday, to").fill("1130")
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(page.get_by_text("Saved. The public page shows it now.")).to_be_visible()
        assert len(await visitor.slots("beard", monday)) == 3
        await page.get_by_role("button", name="Remove these hours on Monday").click()
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(page.get_by_text("Saved. The public page shows it now.")).to_be_visible()
        assert await visitor.slots("beard", monday) == []


async def test_typed_hours_survive_a_reload_and_somebody_elses_save(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/hours")
    await page.get_by_role("button", name="Add hours on Sunday").click()
    await expect(page.get_by_text("Not saved yet.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_label("Sunday, from")).to_have_value("09:00")
    async with await desk_visitor(page, salon) as other:
        stored = (await other.read("/schedules"))["items"][0]
        await other.write(
            "PATCH", f"/schedules/{stored['id']}", {"version": stored["version"], "name": "Hours"}
        )
    await expect(page.get_by_label("Name", exact=True)).to_have_value("Hours")
    await expect(page.get_by_label("Sunday, from")).to_have_value("09:00")
    await page.get_by_role("button", name="Undo my changes").click()
    await expect(page.get_by_label("Sunday, from")).to_have_count(0)


async def test_an_away_day_takes_the_hosts_times_and_undo_gives_them_back(page: Page, salon: Product) -> None:
    day = next_weekday(2, 40)
    async with Visitor.of(salon) as visitor:
        offered = await visitor.slots("beard", day)
        assert offered
        await enter_desk(page, salon, "/desk/hours")
        side = page.get_by_role("complementary", name="Away")
        await side.get_by_label("Who").select_option("Rui")
        await side.get_by_label("From").fill(day.isoformat())
        await side.get_by_label("To, included").fill(day.isoformat())
        await side.get_by_label("What for").fill("Dentist")
        await side.get_by_role("button", name="Mark Rui as away").click()
        await expect(side.get_by_text("Dentist")).to_be_visible()
        assert await visitor.slots("beard", day) == []
        await side.get_by_role("button", name=re.compile("^Remove")).first.click()
        await expect(page.get_by_text("Rui is back then.")).to_be_visible()
        assert await visitor.slots("beard", day) == offered
        await page.keyboard.press("z")
        await expect(side.get_by_text("Dentist")).to_be_visible()
        await side.get_by_role("button", name=re.compile("^Remove")).first.click()


async def test_a_service_is_renamed_and_a_clash_names_the_field(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/services")
    await page.get_by_role("link", name=re.compile("Beard trim")).click()
    await page.get_by_label("Title").fill("Beard and moustache")
    async with await desk_visitor(page, salon) as other:
        stored = next(one for one in (await other.read("/services"))["items"] if one["slug"] == "beard")
        path = f"/services/{stored['id']}"
        await other.write("PATCH", path, {"version": stored["version"], "title": "Beards"})
        await expect(page.get_by_text("Changed on both sides: Title")).to_be_visible()
        await expect(page.get_by_label("Title")).to_have_value("Beard and moustache")
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(page.get_by_text("Saved. The public page shows it now.")).to_be_visible()
        now = await other.read(path)
        assert now["title"] == "Beard and moustache"
        await other.write("PATCH", path, {"version": now["version"], "title": "Beard trim"})


async def test_the_troubleshooter_explains_a_booked_time_and_leads_to_the_booking(
    page: Page, salon: Product
) -> None:
    day = next_weekday(3, 43)
    async with Visitor.of(salon) as visitor:
        start = (await visitor.slots("beard", day))[2]
        await visitor.book("beard", start, "Tilda Trouble")
        service = next(one for one in (await visitor.read("/services"))["items"] if one["slug"] == "beard")
    await enter_desk(page, salon, f"/desk/troubleshooter?service={service['id']}&on={day}&view=day")
    await page.get_by_role("button", name=re.compile("Booked")).first.click()
    panel = page.get_by_role("complementary", name="One time explained")
    await expect(panel.get_by_text("Not offered")).to_be_visible()
    await expect(panel.get_by_text(re.compile("^Booking, "))).to_be_visible()
    await expect(panel.get_by_role("heading", name="Nearest free times")).to_be_visible()
    await panel.get_by_role("link", name="Open the booking").first.click()
    await expect(
        page.get_by_role("complementary", name="Booking").get_by_text("Tilda Trouble")
    ).to_be_visible()


async def test_a_rule_of_the_service_is_told_apart_from_peoples_reasons(page: Page, salon: Product) -> None:
    day = next_weekday(3, 70)
    await enter_desk(page, salon, f"/desk/troubleshooter?on={day}&view=day")
    await page.get_by_role("button", name=re.compile(r"\d\d, Too far ahead$")).first.click()
    panel = page.get_by_role("complementary", name="One time explained")
    await expect(panel.get_by_text(re.compile("^Bookable until "))).to_be_visible()
    await expect(panel.get_by_role("link", name="Change the rule")).to_be_visible()
    await expect(panel.get_by_text("Free then")).to_have_count(3)


async def test_the_mails_that_would_have_gone_are_there_with_their_links(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = (await visitor.slots("cut", next_weekday(4, 46)))[0]
        made = await visitor.book("cut", start, "Lena Letter")
    await enter_desk(page, salon, "/desk/mails")
    await expect(page.get_by_text("No mail server is set.")).to_be_visible()
    await page.get_by_role("link", name=re.compile(re.escape(made["email"]))).first.click()
    await expect(page.get_by_role("link", name=re.compile(made["code"])).first).to_be_visible()
