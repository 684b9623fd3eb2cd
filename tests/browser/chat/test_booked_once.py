"""Bookings in the chat by an impatient finger: every button pressed again and again, one booking."""

import secrets
from datetime import UTC, datetime

from playwright.async_api import Browser, expect

from tests.browser.chat.conftest import Stages
from tests.browser.chat.stage import SENT, Stage, rows
from tests.browser.chat.tabs import PageTab
from tests.browser.widget.acts import Desk, name
from tests.support.faultproxy import Exchange

_BOOKED = "select id from bookings where email = '{email}'"
_RECEIPTS = (
    "select m.id from messages m join conversations c on c.workspace_id = m.workspace_id and "
    "c.id = m.conversation_id where c.inbox_id = '{inbox}' and m.kind = 'receipt'"
)


def books(exchange: Exchange) -> bool:
    return exchange.method == "POST" and exchange.path.endswith(("/take", "/chat/bookings"))


async def prove_one_booking(stage: Stage, tab: PageTab, email: str) -> None:
    """One request, one booking, one receipt, in the thread and in the database. Raises AssertionError."""
    await expect(tab.frame.locator(".slotcard.done")).to_have_count(1)
    await expect(tab.frame.locator(".slotcard.done")).to_contain_text("Booked:")
    assert len([each for each in stage.faults.seen if books(each)]) == 1
    assert len(await rows(stage.product, _BOOKED.format(email=email))) == 1
    assert len(await rows(stage.product, _RECEIPTS.format(inbox=stage.inbox["id"]))) == 1


async def closed_today(desk: Desk) -> str:
    today = datetime.now(UTC).weekday()
    weekly = [[[540, 1020]] if abs(day - today) not in (0, 1, 6) else [] for day in range(7)]
    hours = await desk.post("/schedules", {"name": f"Closed {name()}", "zone": "UTC", "weekly": weekly})
    return str(hours["id"])


async def test_the_card_of_closed_hours_books_once(chromium: Browser, stages: Stages, desk: Desk) -> None:
    stage = await stages(chromium, "off", schedule_id=await closed_today(desk), away={"service": "cut"})
    tab = await stage.arrive()
    assert isinstance(tab, PageTab)
    email = f"ida-{secrets.token_hex(6)}@example.org"
    await tab.frame.locator(".away .slot").first.wait_for()
    await tab.run("() => { const key = document.querySelector('.away .slot'); key.click(); key.click(); }")
    await tab.fill(".slotcard [name=name]", "Ida Founder")
    await tab.fill(".slotcard [name=email]", email)
    await tab.run(
        "() => { const key = document.querySelector('.slotcard form .pri'); key.click(); key.click(); }"
    )
    await prove_one_booking(stage, tab, email)


async def test_an_offered_time_is_tapped_twice_and_booked_once(chromium: Browser, stages: Stages) -> None:
    stage = await stages(chromium, "before")
    tab = await stage.arrive()
    assert isinstance(tab, PageTab)
    email = f"ida-{secrets.token_hex(6)}@example.org"
    await stage.write(tab)
    await tab.fill("form.start [name=email]", email)
    await stage.press(tab, 1)
    await tab.until(SENT, stage.text)
    conversation = await stage.is_one()
    offer = {"client_id": name(), "service": "cut", "text": "One of these?"}
    await stage.desk.post(f"/conversations/{conversation}/offers", offer)
    await tab.frame.locator(".offer .slot").first.wait_for()
    await tab.run("() => { const key = document.querySelector('.offer .slot'); key.click(); key.click(); }")
    await prove_one_booking(stage, tab, email)
    await expect(tab.frame.get_by_text("You tapped twice; it counted once.")).to_be_visible()
