"""A click counts once: ten clicks, a lost answer, one delivered twice, a reload on the way, two tabs."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Route, expect

from tests.browser.booking.acts import Guest, booked, named, next_day
from tests.browser.conftest import Contexts
from tests.support.faultproxy import Exchange, Fault, FaultProxy
from tests.support.product import Product

TEN_CLICKS = "(button) => { for (let n = 0; n < 10; n++) button.click(); }"


def booking(exchange: Exchange) -> bool:
    return exchange.method == "POST" and exchange.path == "/api/v1/bookings"


def sent(faults: FaultProxy) -> list[Exchange]:
    return [each for each in faults.seen if booking(each)]


async def form_of(context: BrowserContext, faults: FaultProxy) -> tuple[Guest, str]:
    """A filled form behind the bad network."""
    guest = await Guest.arrive(context, faults.url, "cut")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    return guest, start


async def has_one(guest: Guest, salon: Product, start: str) -> None:
    """The visitor sees the receipt of the one booking there is."""
    code = await guest.receipt()
    assert [each["code"] for each in named(await booked(salon, "cut", start), guest.name)] == [code]


@pytest.mark.parametrize("kind", ["chromium", "firefox"])
async def test_ten_clicks_on_a_slow_network(
    kind: str, salon: Product, faults: FaultProxy, chromium: Browser, firefox: Browser, contexts: Contexts
) -> None:
    browser = {"chromium": chromium, "firefox": firefox}[kind]
    guest, start = await form_of(await contexts(browser), faults)
    faults.set(Fault(delay=1.5, matches=booking))
    await guest.page.locator("#confirm").evaluate(TEN_CLICKS)
    await expect(guest.page.locator("#confirm")).to_have_attribute("aria-disabled", "true")
    await expect(guest.page.locator("#confirm .text")).to_contain_text("Booking")
    await has_one(guest, salon, start)
    assert len(sent(faults)) == 1
    await expect(guest.page.locator("#proof")).to_have_text("You pressed twice; it counted once.")


async def test_control_without_the_lock_every_click_is_sent(
    faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    """The same clicks on a page whose lock was taken out: what the test above counts can be more than one."""
    context = await contexts(chromium)
    removed: list[int] = []

    async def unlock(route: Route) -> None:
        reply = await route.fetch()
        text, times = re.subn(r"if\(this\.(?:runner\.)?busy\)return[^;]*;", "", await reply.text())
        removed.append(times)
        await route.fulfill(response=reply, body=text)

    await context.route(re.compile(r"/assets/booking-[\w-]{8}\.js"), unlock)
    guest, _ = await form_of(context, faults)
    faults.set(Fault(hold=True, matches=booking))
    await guest.page.locator("#confirm").evaluate(TEN_CLICKS)
    await faults.wait_for(2, held=True)
    assert max(removed) >= 2
    faults.clear()


async def test_the_answer_is_lost(
    salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    guest, start = await form_of(await contexts(chromium), faults)
    faults.set(Fault(drop_answer=True, times=1, matches=booking))
    await guest.confirm()
    await has_one(guest, salon, start)


async def test_the_request_is_lost(
    salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    guest, start = await form_of(await contexts(chromium), faults)
    faults.set(Fault(drop_request=True, times=2, matches=booking))
    await guest.confirm()
    await has_one(guest, salon, start)
    assert len({each.body for each in sent(faults)}) == 1


async def test_delivered_twice(
    salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    guest, start = await form_of(await contexts(chromium), faults)
    faults.set(Fault(twice=True, times=1, matches=booking))
    await guest.confirm()
    await has_one(guest, salon, start)
    assert len([each for each in faults.passed if booking(each)]) == 2


@pytest.mark.parametrize("storage", ["allowed", "blocked"])
async def test_reload_while_sending(
    storage: str, salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    """The page that comes back asks what became of the key. Without storage the history entry has kept it."""
    guest, start = await form_of(await contexts(chromium, storage=storage), faults)
    faults.set(Fault(hold=True, times=1, matches=booking))
    await guest.confirm()
    await faults.wait_for(1, held=True)
    faults.set(Fault(hold=True, matches=lambda each: "/intents/" in each.path))
    await guest.page.reload()  # type: ignore[union-attr]
    await expect(guest.page.locator("#confirm .text")).to_have_text("Checking")
    await expect(guest.page.locator("#confirm")).to_have_attribute("aria-disabled", "true")
    assert await guest.page.input_value("[name=name]") == guest.name or storage == "blocked"
    faults.clear()
    for held in faults.held:
        held.release()
    await has_one(guest, salon, start)


async def test_two_tabs(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    """Two tabs of one visitor confirm the same held time: one booking, and both see its receipt."""
    context = await contexts(chromium)
    day = next_day()
    one = await Guest.arrive(context, salon.url, "cut")
    await one.choose_day(day)
    start = (await one.starts())[0]
    await one.hold(start)
    other = await Guest.arrive(context, salon.url, "cut", month=start[:7], on=start[:10])
    await other.choose(start)
    await other.go_on()
    await other.fill()
    await other.confirm()
    code = await other.receipt()
    await one.confirm()
    assert await one.receipt() == code
    found = await booked(salon, "cut", start)
    assert [each["code"] for each in named(found, other.name)] == [code]
    assert named(found, one.name) == []


@pytest_asyncio.fixture(loop_scope="session")
async def mortal(tmp_path: Path) -> AsyncIterator[Product]:
    """A salon of this test alone, which it may kill."""
    product = Product(tmp_path / "salon", command="demo", environment={"RINGONCE_RATE_PER_MINUTE": "0"})
    try:
        # The demo builds a whole salon first, on a machine that runs other tests beside it.
        await product.start(within=120)
        yield product
    finally:
        await product.stop()


async def test_the_server_dies_after_the_commit(
    mortal: Product, chromium: Browser, contexts: Contexts
) -> None:
    """The answer never leaves; the server comes back; the page finds its booking."""
    async with FaultProxy("127.0.0.1", mortal.port) as faults:
        guest, start = await form_of(await contexts(chromium), faults)
        faults.set(
            Fault(drop_answer=True, matches=booking),
            Fault(hold=True, matches=lambda each: "/intents/" in each.path),
        )
        await guest.confirm()
        await faults.wait_for(1, held=True)
        await mortal.restart()
        faults.clear()
        for held in faults.held:
            held.release()
        await has_one(guest, mortal, start)
