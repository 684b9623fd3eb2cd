"""The first room: the list follows the log, and what is done there is done once."""

import re

from playwright.async_api import Page, Route, expect

from tests.support.desk import Visitor, desk_visitor, enter_desk, free_start
from tests.support.product import Product


def local_day(start: str) -> str:
    return start[:10]


async def test_a_booking_made_elsewhere_appears_without_a_reload(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 20)
        await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        made = await visitor.book("cut", start, "Wanda Elsewhere")
        row = page.get_by_role("link", name=re.compile("Wanda Elsewhere"))
        await expect(row).to_be_visible()
        await visitor.write("POST", f"/public/bookings/{made['code']}/cancel", {"version": made["version"]})
        await expect(row).to_contain_text("Cancelled")


async def test_the_list_catches_up_after_the_line_was_down(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 23)
        await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await page.context.set_offline(True)
        await expect(page.get_by_text("No connection.")).to_be_visible()
        await visitor.book("cut", start, "Otto Offline")
        await page.context.set_offline(False)
        await expect(page.get_by_role("link", name=re.compile("Otto Offline"))).to_be_visible()


async def test_cancelling_pressed_twice_counts_once(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 26)
        made = await visitor.book("cut", start, "Cora Cancelled")
    await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
    await page.get_by_role("link", name=re.compile("Cora Cancelled")).click()
    await page.get_by_role("button", name="Cancel", exact=False).first.click()
    await page.get_by_label("Reason").fill("The boiler broke.")
    button = page.get_by_role("button", name="Cancel the booking")
    await button.evaluate("button => { button.click(); button.click(); button.click(); }")
    await expect(page.get_by_text("Cancelled: Cora Cancelled")).to_be_visible()
    async with await desk_visitor(page, salon) as desk:
        found = await desk.read("/bookings", q="Cora Cancelled")
        history = await desk.read(f"/bookings/{found['items'][0]['id']}/history")
        assert [event["action"] for event in history["items"]].count("BookingCancelled") == 1
        assert found["items"][0]["version"] == made["version"] + 1


async def test_a_request_approved_twice_is_approved_once(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "bridal", 30)
        await visitor.book("bridal", start, "Rita Request")
    await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
    await page.get_by_role("link", name=re.compile("Rita Request")).click()
    button = page.get_by_role("button", name=re.compile("^Approve"))
    await button.evaluate("button => { button.click(); button.click(); }")
    await expect(page.get_by_text("Approved: Rita Request")).to_be_visible()
    await expect(page.get_by_role("complementary", name="Booking").get_by_text("Confirmed")).to_be_visible()
    async with await desk_visitor(page, salon) as desk:
        found = await desk.read("/bookings", q="Rita Request")
        history = await desk.read(f"/bookings/{found['items'][0]['id']}/history")
        assert [event["action"] for event in history["items"]].count("BookingApproved") == 1


async def test_a_lost_answer_is_asked_about_and_the_move_counts_once(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 29)
        await visitor.book("cut", start, "Mona Moved")
    await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
    await page.get_by_role("link", name=re.compile("Mona Moved")).click()
    lost = 0

    async def lose(route: Route) -> None:
        # The server does it; the answer never arrives.
        nonlocal lost
        lost += 1
        if lost == 1:
            await route.fetch()
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/reschedule", lose)
    await page.keyboard.press("m")
    panel = page.get_by_role("region", name="Move to")
    await panel.locator(".chip").first.click()
    await panel.get_by_role("button", name=re.compile("Move to")).click()
    await expect(page.get_by_text(re.compile("Moved Mona Moved"))).to_be_visible()
    async with await desk_visitor(page, salon) as desk:
        found = await desk.read("/bookings", q="Mona Moved")
        history = await desk.read(f"/bookings/{found['items'][0]['id']}/history")
        assert [event["action"] for event in history["items"]].count("BookingMoved") == 1
    # Undo is a move of its own, back to where it was.
    await page.keyboard.press("z")
    inspector = page.get_by_role("complementary", name="Booking")
    await expect(inspector.get_by_text(re.compile("^Moved by"))).to_have_count(2)


async def test_a_booking_that_changed_meanwhile_is_shown_as_it_is(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 32)
        made = await visitor.book("cut", start, "Vera Version")
        await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
        await page.get_by_role("link", name=re.compile("Vera Version")).click()
        await page.get_by_role("button", name="Cancel", exact=False).first.click()
        await page.get_by_label("Reason").fill("Kept while it changed.")

        async def change_first(route: Route) -> None:
            body = {"version": made["version"], "guests": ["friend@example.org"]}
            await visitor.write("POST", f"/public/bookings/{made['code']}/guests", body)
            await route.continue_()

        await page.route("**/cancel", change_first, times=1)
        await page.get_by_role("button", name="Cancel the booking").click()
        await expect(page.get_by_text("changed a moment ago")).to_be_visible()
        await expect(page.get_by_label("Reason")).to_have_value("Kept while it changed.")
        await page.get_by_role("button", name="Cancel the booking").click()
        await expect(page.get_by_text("Cancelled: Vera Version")).to_be_visible()


async def test_an_undo_that_is_refused_is_told_when_its_booking_is_closed(page: Page, salon: Product) -> None:
    async with Visitor.of(salon) as visitor:
        start = await free_start(visitor, "cut", 35)
        await visitor.book("cut", start, "Uma Undone")
    await enter_desk(page, salon, f"/desk/bookings?view=list&on={local_day(start)}")
    await page.get_by_role("link", name=re.compile("Uma Undone")).click()
    await page.keyboard.press("m")
    panel = page.get_by_role("region", name="Move to")
    await panel.locator(".chip").first.click()
    await panel.get_by_role("button", name=re.compile("Move to")).click()
    await expect(page.get_by_text(re.compile("Moved Uma Undone"))).to_be_visible()

    async def refuse(route: Route) -> None:
        problem = {"status": 409, "code": "version-stale", "title": "Changed", "type": "about:blank"}
        await route.fulfill(status=409, json=problem, content_type="application/problem+json")

    await page.route("**/reschedule", refuse)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("complementary", name="Booking")).to_have_count(0)
    await page.keyboard.press("z")
    told = page.get_by_role("status").get_by_text("Nothing was changed for Uma Undone.")
    await expect(told).to_be_visible()
