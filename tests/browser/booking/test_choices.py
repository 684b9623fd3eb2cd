"""Zones, clocks, people, languages and moving: the same instants, said and chosen otherwise."""

import re

from playwright.async_api import Browser, Page, expect

from tests.browser.booking.acts import Guest, booked, named, next_day
from tests.browser.conftest import Contexts
from tests.support.product import Product


async def test_another_zone_and_another_clock_show_the_same_instants(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.choose(start)
    before = await guest.chip(start).locator(".at").inner_text()
    await guest.page.locator("#zones").focus()
    await guest.page.locator("#zones").select_option("Asia/Tokyo")
    await expect(guest.page.locator("#zonenow")).to_contain_text("Tokyo time")
    await expect(guest.chip(start).locator(".at")).not_to_have_text(before)
    await expect(guest.chip(start)).to_have_attribute("aria-pressed", "true")
    await guest.page.locator("#h24").click()
    await expect(guest.chip(start).locator(".at")).to_have_text(re.compile("am|pm", re.IGNORECASE))


async def test_a_talk_on_the_phone_is_read_in_ones_own_zone_and_a_visit_in_the_shops(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    context = await contexts(chromium, timezone_id="Asia/Shanghai")
    call = await Guest.arrive(context, salon.url, "advice")
    await expect(call.page.locator("#zonenow")).to_contain_text("Shanghai time")
    visit = await Guest.arrive(context, salon.url, "cut")
    await expect(visit.page.locator("#zonenow")).to_contain_text("Amsterdam time")


async def test_the_address_chooses_zone_day_and_words(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    first = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    on = await first.choose_day(next_day())
    guest = await Guest.arrive(
        await contexts(chromium),
        salon.url,
        "cut",
        on=on,
        zone="Asia/Tokyo",
        clock="12",
        name="Mia",
        lang="zh-CN",
    )
    await expect(guest.page.locator(f"td[aria-selected=true] > [value='{on}']")).to_be_visible()
    await expect(guest.page.locator("#zonenow")).to_contain_text("东京时间")
    assert await guest.page.input_value("[name=name]") == "Mia"


async def test_one_person_has_times_of_their_own(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    await guest.choose_day(next_day())
    await guest.page.get_by_role("button", name="Rui").click()
    await expect(guest.page.get_by_role("button", name="Rui")).to_have_attribute("aria-pressed", "true")
    await expect(guest.page.locator("#days")).not_to_have_attribute("aria-busy", "true")
    await guest.hold((await guest.starts())[0])
    await guest.confirm()
    await guest.receipt()
    await expect(guest.page.locator(".rows")).to_contain_text("Rui")


async def test_a_team_has_a_page(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    context = await contexts(chromium)
    page = await context.new_page()
    await page.goto(f"{salon.url}/studio/team/stylists/advice")
    guest = Guest(page, salon.url, "advice")
    await guest.ready()
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    await page.fill("[name=phone]", "06 1234 5678")
    await guest.confirm()
    code = await guest.receipt()
    assert [each["code"] for each in named(await booked(salon, "advice", start), guest.name)] == [code]


async def test_moving_keeps_the_booking_and_changes_its_time(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "beard")
    page = guest.page
    assert isinstance(page, Page)
    await guest.choose_day(next_day())
    starts = await guest.starts()
    await guest.hold(starts[0])
    await guest.confirm()
    code = await guest.receipt()
    await page.get_by_role("link", name="Move it").click()
    await guest.ready()
    await expect(page.locator(".banner").last).to_contain_text("You are moving your booking")
    await guest.choose_day(next_day())
    # Its own old time does not stand in its way, and is not a new booking.
    later = (await guest.starts())[-1]
    await guest.choose(later)
    await guest.go_on()
    await expect(page.locator("#confirm .text")).to_contain_text("Move to")
    await guest.confirm()
    assert await guest.receipt() == code
    assert named(await booked(salon, "beard", starts[0]), guest.name) == []
    assert [each["code"] for each in named(await booked(salon, "beard", later), guest.name)] == [code]


async def test_the_last_minute_counts_down_and_nothing_before_it(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    context = await contexts(chromium)
    await context.clock.install()
    guest = await Guest.arrive(context, salon.url, "cut")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.choose(start)
    await context.clock.fast_forward(3 * 60_000)
    await expect(guest.chip(start).locator("small")).to_have_text("yours")
    await context.clock.fast_forward(72_000)
    await expect(guest.chip(start).locator("small")).to_contain_text(re.compile(r"yours · 0:[0-5]\d"))
    await expect(guest.chip(start).locator(".ring")).to_be_visible()
