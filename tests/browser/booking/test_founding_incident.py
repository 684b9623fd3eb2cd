"""The founding incident: one's own held time stays one's own, and Confirm works, every time."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Route, WebSocketRoute, expect

from tests.browser.booking.acts import KINDS, Guest, Rival, booked, named, next_day
from tests.browser.conftest import PATIENCE_MS, Contexts
from tests.support.product import Product

Arrival = Callable[[BrowserContext, Product, str], Awaitable[Guest]]
SHOP = "http://shop.example/"


async def arrive_plainly(context: BrowserContext, salon: Product, service: str) -> Guest:
    return await Guest.arrive(context, salon.url, service)


async def arrive_in_a_frame(context: BrowserContext, salon: Product, service: str) -> Guest:
    """Inside the page of another site."""
    address = f"{salon.url}/studio/{service}?embed=1"
    body = f"<!doctype html><title>Shop</title><iframe src='{address}' width=1200 height=900></iframe>"
    await context.route(SHOP, lambda route: route.fulfill(body=body, content_type="text/html"))
    page = await context.new_page()
    await page.goto(SHOP)
    frame = page.frames[1]
    guest = Guest(frame, salon.url, service)
    await guest.ready()
    return guest


async def arrive_again(context: BrowserContext, salon: Product, service: str) -> Guest:
    """A visitor who has held and left before."""
    before = await Guest.arrive(context, salon.url, service)
    await before.choose_day(next_day())
    await before.choose((await before.starts())[0])
    await before.page.goto("about:blank")
    return await Guest.arrive(context, salon.url, service)


ARRIVALS: dict[str, tuple[str, Arrival]] = {
    "first visit": ("allowed", arrive_plainly),
    "storage blocked": ("blocked", arrive_plainly),
    "frame of another site": ("allowed", arrive_in_a_frame),
    "frame, storage blocked": ("blocked", arrive_in_a_frame),
    "second visit": ("allowed", arrive_again),
}


async def keeps_its_own(guest: Guest, salon: Product, service: str) -> None:
    """Hold, have the list read again while the form is open, and book."""
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    await read_again(guest)
    await expect(guest.page.locator("#gone")).to_be_hidden()
    await expect(guest.page.locator("#chosen-tag")).to_have_text("Held for you")
    await guest.confirm()
    code = await guest.receipt()
    found = named(await booked(salon, service, start), guest.name)
    assert [each["code"] for each in found] == [code]


async def read_again(guest: Guest) -> None:
    """Make the page ask for the whole list anew, as it does when it wakes, and wait until it has it."""
    await guest.page.evaluate("window.dispatchEvent(new Event('online'))")
    await expect(guest.page.locator("#days")).not_to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize("arrival", ARRIVALS)
@pytest.mark.parametrize("kind", KINDS)
async def test_ones_own_time_stays_ones_own(
    kind: str, arrival: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    storage, arrive = ARRIVALS[arrival]
    context = await contexts(chromium, storage=storage)
    await keeps_its_own(await arrive(context, salon, KINDS[kind]), salon, KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
async def test_after_choosing_another_and_coming_back(
    kind: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, KINDS[kind])
    await guest.choose_day(next_day())
    first, second = (await guest.starts())[:2]
    await guest.choose(first)
    await guest.choose(second)
    await expect(guest.chip(first).locator("small")).not_to_have_text("yours")
    await guest.choose(first)
    await guest.go_on()
    await guest.fill()
    await read_again(guest)
    await guest.page.locator("#back").click()
    await expect(guest.chip(first)).to_have_attribute("aria-pressed", "true")
    await guest.go_on()
    await guest.confirm()
    await guest.receipt()
    assert len(named(await booked(salon, KINDS[kind], first), guest.name)) == 1


@pytest.mark.parametrize("kind", KINDS)
async def test_when_others_book_beside_it(
    kind: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """Each booking of others re-reads the list while the form is open."""
    service = KINDS[kind]
    guest = await Guest.arrive(await contexts(chromium), salon.url, service)
    await guest.choose_day(next_day())
    starts = await guest.starts()
    await guest.hold(starts[0])
    await Rival(salon, service).book_every_place(starts[-1])
    # The other places of this very time go as well; this visitor's does not.
    await Rival(salon, service).book_every_place(starts[0])
    await read_again(guest)
    await expect(guest.page.locator("#gone")).to_be_hidden()
    await guest.confirm()
    await guest.receipt()


async def forget_who_holds(context: BrowserContext) -> None:
    """The founding fault, in the page: nothing that the server says is recognised as one's own."""

    async def answer(route: Route) -> None:
        reply = await route.fetch()
        body = await reply.json()
        if reply.status == 201:
            body["expires_at"] = "2020-01-01T00:00:00Z"
        await route.fulfill(response=reply, json=body)

    async def forget(route: Route) -> None:
        headers = {**route.request.headers, "ringonce-hold": ""}
        headers.pop("authorization", None)
        await route.continue_(headers=headers)

    def nameless(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def pass_on(text: str | bytes) -> None:
            frame: dict[str, Any] = json.loads(text)
            if frame["type"] == "hello":
                frame["token"] = None
            frame.pop("holds", None)
            if frame["type"] != "token":
                server.send(json.dumps(frame))

        socket.on_message(pass_on)

    await context.route("**/api/v1/holds", answer)
    await context.route("**/api/v1/slots**", forget)
    await context.route_web_socket("**/api/v1/live", nameless)


@pytest.mark.parametrize("kind", ["single", "all"])
async def test_control_a_page_that_forgets_its_hold_fails(
    kind: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """Where several places remain the loss would not show; with one place it must."""
    context = await contexts(chromium)
    await forget_who_holds(context)
    guest = await Guest.arrive(context, salon.url, KINDS[kind])
    expect.set_options(timeout=2_000)
    try:
        with pytest.raises(AssertionError, match=r"#gone|#chosen-tag|yours"):
            await keeps_its_own(guest, salon, KINDS[kind])
    finally:
        expect.set_options(timeout=PATIENCE_MS)


@pytest.mark.parametrize("arrival", ["first visit", "storage blocked"])
@pytest.mark.parametrize("kind", KINDS)
async def test_in_firefox(
    kind: str, arrival: str, salon: Product, firefox: Browser, contexts: Contexts
) -> None:
    storage, arrive = ARRIVALS[arrival]
    context = await contexts(firefox, storage=storage)
    await keeps_its_own(await arrive(context, salon, KINDS[kind]), salon, KINDS[kind])
