"""A booking that moves keeps its length, and takes another only where the guest chose it."""

from datetime import datetime

import httpx
from playwright.async_api import Browser, expect

from tests.browser.booking.acts import Guest, next_day
from tests.browser.booking.test_lost import lose
from tests.browser.conftest import Contexts
from tests.support.desk import WORKSPACE
from tests.support.product import Product


async def an_hour(guest: Guest) -> str:
    """A booking of the longer length; its code."""
    await guest.choose_day(next_day())
    await guest.hold((await guest.starts())[1])
    await guest.confirm()
    return await guest.receipt()


async def minutes_of(salon: Product, code: str) -> float:
    headers = {"Ringonce-Workspace": WORKSPACE}
    async with httpx.AsyncClient(base_url=f"{salon.url}/api/v1", trust_env=False, headers=headers) as client:
        found = (await client.get(f"/public/bookings/{code}")).json()
    booking = found.get("booking", found)
    start, end = (datetime.fromisoformat(booking[name]) for name in ("start", "end"))
    return (end - start).total_seconds() / 60


async def test_a_moved_booking_is_as_long_as_it_was(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut", length="60")
    code = await an_hour(guest)
    await guest.visit(move=code)
    await guest.choose_day(next_day())
    await guest.choose((await guest.starts())[2])
    await guest.go_on()
    await guest.confirm()
    await expect(guest.page.locator("#outcome")).to_be_visible()
    assert await minutes_of(salon, code) == 60


async def test_the_nearest_time_of_a_moved_booking_has_the_length_that_was_chosen(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut", length="60")
    code = await an_hour(guest)
    await guest.visit(move=code, length="45")
    await guest.choose_day(next_day())
    start = (await guest.starts())[2]
    await guest.choose(start)
    await guest.go_on()
    await lose(guest, salon, start, "cut")
    await guest.confirm()
    await expect(guest.page.locator("#gone")).to_be_visible()
    await guest.page.wait_for_function(
        """() => {
          if (!document.getElementById("gone") || document.getElementById("gone").hidden) return true;
          document.querySelector("#others button").click();
          return false;
        }"""
    )
    await expect(guest.page.locator("#outcome")).to_be_visible()
    assert await minutes_of(salon, code) == 45
