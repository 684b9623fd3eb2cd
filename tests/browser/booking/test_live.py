"""What others do appears by itself; what is not certain is not shown as certain."""

import re

from playwright.async_api import Browser, Page, WebSocketRoute, expect

from tests.browser.booking.acts import OFFER, Guest, Rival, next_day
from tests.browser.conftest import Contexts
from tests.support.faultproxy import FaultProxy
from tests.support.product import Product


async def test_two_windows(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    """A booking in one takes the time from the other without a reload; a cancellation gives it back."""
    day = next_day()
    one = await Guest.arrive(await contexts(chromium), salon.url, "beard")
    other = await Guest.arrive(await contexts(chromium), salon.url, "beard")
    await one.choose_day(day)
    await other.choose_day(day)
    start = (await one.starts())[2]
    await other.choose(start)
    await expect(one.chip(start).locator("small")).to_have_text("just taken")
    await expect(one.chip(start)).to_have_attribute("aria-disabled", "true")
    await other.go_on()
    await other.fill()
    await other.confirm()
    await other.receipt()
    await expect(one.chip(start).locator("small")).to_have_text("just taken")
    await other.page.goto(f"{other.page.url.split('#')[0]}?do=cancel")
    await other.page.locator("#confirm").click()
    await expect(other.page.locator("#outcome")).to_have_text("This booking is cancelled.")
    await expect(one.chip(start)).to_have_class("slot ")


async def test_leaving_gives_the_time_back(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    day = next_day()
    one = await Guest.arrive(await contexts(chromium), salon.url, "beard")
    other = await Guest.arrive(await contexts(chromium), salon.url, "beard")
    await one.choose_day(day)
    await other.choose_day(day)
    start = (await one.starts())[2]
    await other.choose(start)
    await expect(one.chip(start)).to_have_attribute("aria-disabled", "true")
    await other.page.goto("about:blank")
    await expect(one.chip(start)).to_have_class("slot ")


async def test_a_cut_network_greys_the_times_and_says_so(
    salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), faults.url, "beard")
    await guest.choose_day(next_day())
    start = (await guest.starts())[2]
    faults.go_offline()
    await expect(guest.page.locator("#banner")).to_contain_text("certain again")
    await expect(guest.page.locator("#pick")).to_have_class("list stale")
    await Rival(salon, "beard").book(start)
    faults.go_online()
    await expect(guest.page.locator("#banner")).to_be_hidden(timeout=20_000)
    await expect(guest.chip(start)).to_have_attribute("aria-disabled", "true")


async def test_without_sockets_it_polls(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    context = await contexts(chromium)
    await context.route_web_socket("**/api/v1/live", lambda socket: socket.close())
    guest = await Guest.arrive(context, salon.url, "beard")
    await expect(guest.page.locator("#live")).to_be_visible()
    await guest.choose_day(next_day())
    await guest.choose((await guest.starts())[0])


async def test_times_that_nobody_could_read_are_not_told_as_none(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """Reads by HTTP fail and the socket is slow: the page waits, and then shows what the socket brings."""
    context = await contexts(chromium)
    sockets: list[WebSocketRoute] = []
    late: list[str | bytes] = []
    slow = False

    def pass_on(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server().on_message(lambda said: late.append(said) if slow else socket.send(said))

    await context.route_web_socket("**/api/v1/live", pass_on)
    await context.route(re.compile(r"/api/v1/slots\?"), lambda route: route.abort())
    guest = await Guest.arrive(context, salon.url, "cut")
    page = guest.page
    assert isinstance(page, Page)
    await expect(page.locator("#live")).to_be_visible()
    for choose in (
        page.locator("#following").click,
        page.get_by_role("button", name="Rui").click,
        lambda: page.locator("#zones").select_option("Asia/Tokyo"),
    ):
        slow = True
        await choose()
        await expect(page.locator("#waiting")).to_be_visible()
        await expect(page.locator("#nothing")).to_be_hidden()
        slow = False
        for said in late:
            sockets[-1].send(said)
        late.clear()
        await expect(page.locator(OFFER).first).to_be_visible()
        await expect(page.locator("#waiting")).to_be_hidden()
