"""A time lost while the form is open: the reason, three others, nothing typed lost, the next click books."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser.booking.acts import Guest, Rival, booked, named, next_day
from tests.browser.conftest import Contexts
from tests.support.product import Product


async def lose(guest: Guest, salon: Product, start: str, service: str) -> None:
    """The hold ends on the server, as it does by lapsing, and a rival takes the time."""
    token = await guest.page.evaluate("localStorage.getItem('ringonce:visitor:studio')")
    visitor = Rival(salon, service, token)
    held = await visitor.post("/holds", {"service": service, "start": start})
    assert held.status_code == 201
    await visitor.post(f"/holds/{held.json()['id']}/release", {"token": held.json()["token"]})
    assert await Rival(salon, service).book_every_place(start)


@pytest.mark.parametrize("service", ["beard", "cut", "makeover"])
async def test_the_reason_the_others_and_the_next_click(
    service: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, service)
    await guest.choose_day(next_day())
    start = (await guest.starts())[1]
    await guest.hold(start)
    await lose(guest, salon, start, service)
    # Ten clicks at once: none of them may fall on what appears where Confirm stood.
    await guest.page.locator("#confirm").evaluate(
        "(button) => { for (let n = 0; n < 10; n++) button.click(); }"
    )
    panel = guest.page.locator("#gone")
    await expect(panel).to_be_visible()
    await expect(panel).to_contain_text("what you typed is kept")
    await expect(guest.page.locator("#send")).to_be_hidden()
    others = guest.page.locator("#others button")
    assert await others.count() >= 3
    await others.first.evaluate("(button) => button.click()")
    assert await guest.page.locator("#gone").is_visible(), "a click that comes with the panel books nothing"
    assert await guest.page.input_value("[name=name]") == guest.name
    assert await guest.page.input_value("[name=email]") == "ana@example.org"
    other = await others.first.get_attribute("value")
    assert other is not None
    await guest.page.wait_for_function(
        """() => {
          if (!document.getElementById("gone") || document.getElementById("gone").hidden) return true;
          document.querySelector("#others button").click();
          return false;
        }"""
    )
    await guest.receipt()
    assert len(named(await booked(salon, service, other), guest.name)) == 1
    assert named(await booked(salon, service, start), guest.name) == []


async def test_a_time_taken_before_the_click_says_so_and_lights_the_nearest(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    context = await contexts(chromium)
    # A page that hears nothing: its list is old when the visitor presses.
    await context.route_web_socket("**/api/v1/live", lambda socket: socket.connect_to_server())
    guest = await Guest.arrive(context, salon.url, "beard")
    await guest.choose_day(next_day())
    start = (await guest.starts())[1]
    held: list[str] = []

    async def first_a_rival(route: object) -> None:
        if not held:
            held.append(start)
            await Rival(salon, "beard").book(start)
        await route.continue_()  # type: ignore[attr-defined]

    await context.route("**/api/v1/holds", first_a_rival)
    await guest.chip(start).click()
    await expect(guest.chip(start)).to_have_class("slot gone")
    await expect(guest.page.locator("#why")).to_contain_text("taken")
    await expect(guest.page.locator("#pick .near").first).to_be_visible()


async def test_a_day_without_times_says_why_and_names_the_nearest(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    await guest.choose_day(next_day())
    sunday = guest.page.locator("tr:not(.blank) td:last-child .day:not([hidden])").nth(1)
    await sunday.click()
    why = guest.page.locator("#why")
    await expect(why).to_contain_text("outside the opening hours")
    await expect(why.locator("button")).to_have_count(2)
    await why.locator("button").first.click()
    await expect(guest.page.locator("li.mine small")).to_have_text("yours")
