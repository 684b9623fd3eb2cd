"""The conversation by mail, from the menu: one letter however often it is pressed; refusals in words."""

import secrets
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.chat.stage import rows
from tests.browser.widget.acts import Desk, Panel, words
from tests.browser.widget.rooms import Room
from tests.support.faultproxy import Exchange, Fault, FaultProxy, on
from tests.support.product import Product, free_port

PRESS = "(button) => { button.click(); button.click(); }"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def salon(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    """A salon that could send mail. Nobody takes its letters: they can be counted in peace."""
    environment = {"RINGONCE_RATE_PER_MINUTE": "0", "RINGONCE_SMTP_URL": f"smtp://127.0.0.1:{free_port()}"}
    folder = tmp_path_factory.mktemp("salon-with-mail")
    async with Product(folder, command="demo", environment=environment) as product:
        yield product


@pytest_asyncio.fixture(loop_scope="session")
async def faults(salon: Product) -> AsyncIterator[FaultProxy]:
    async with FaultProxy("127.0.0.1", salon.port) as proxy:
        yield proxy


def asks(exchange: Exchange) -> bool:
    return on("POST", "/transcript")(exchange)


async def letters(salon: Product, email: str) -> int:
    found = await rows(salon, f"select id from chat_letters where recipient = '{email}'")
    return len(found)


async def ready(page: Page, faults: FaultProxy, desk: Desk) -> tuple[Panel, str]:
    """A conversation, the menu open, the field for the address shown; and an address."""
    room = await Room.of(faults.url, desk)
    panel = await room.visit(page)
    await panel.said(words())
    await panel.choose("Send me the conversation")
    return panel, f"ida-{secrets.token_hex(6)}@example.org"


async def test_pressed_twice_is_one_letter_and_said_in_words(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    panel, email = await ready(page, faults, desk)
    await panel.frame.get_by_role("textbox", name="E-mail").fill(email)
    await panel.frame.locator(".menu").get_by_role("button", name="Send", exact=True).evaluate(PRESS)
    await expect(panel.frame.get_by_text("Sent to your e-mail.")).to_be_visible()
    await expect(panel.log.get_by_text("The conversation was sent by e-mail.")).to_have_count(1)
    await expect(panel.frame.get_by_role("button", name="Send me the conversation")).to_be_focused()
    assert await letters(salon, email) == 1
    assert len([each for each in faults.seen if asks(each)]) == 1


async def test_a_lost_answer_is_asked_for_and_the_letter_not_written_again(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    panel, email = await ready(page, faults, desk)
    faults.set(Fault(drop_answer=True, times=1, matches=asks))
    await panel.frame.get_by_role("textbox", name="E-mail").fill(email)
    await panel.frame.get_by_role("textbox", name="E-mail").press("Enter")
    await expect(panel.frame.get_by_text("Sent to your e-mail.")).to_be_visible()
    assert await letters(salon, email) == 1


async def test_a_wrong_address_says_so_and_stays_to_be_mended(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    panel, email = await ready(page, faults, desk)
    await panel.write.fill("half a thought")
    await panel.choose("Send me the conversation")
    field = panel.frame.get_by_role("textbox", name="E-mail")
    await field.fill("ida")
    await field.press("Enter")
    await expect(panel.frame.get_by_text("An e-mail address looks like name@example.org.")).to_be_visible()
    # This one only the server knows to be wrong.
    await field.fill("ida@exa..mple")
    await field.press("Enter")
    await expect(panel.frame.get_by_text("The address is not complete.")).to_be_visible()
    await expect(field).to_have_value("ida@exa..mple")
    await expect(field).to_be_focused()
    await field.fill(email)
    await field.press("Enter")
    await expect(panel.frame.get_by_text("Sent to your e-mail.")).to_be_visible()
    assert await letters(salon, email) == 1
    assert await panel.write.input_value() == "half a thought"


async def test_a_fourth_copy_in_a_day_is_refused_in_words(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    panel, email = await ready(page, faults, desk)
    field = panel.frame.get_by_role("textbox", name="E-mail")
    for _ in range(3):
        await field.fill(email)
        await field.press("Enter")
        await expect(panel.frame.get_by_text("Sent to your e-mail.")).to_be_visible()
        await panel.frame.get_by_role("button", name="Send me the conversation").click()
    await field.press("Enter")
    await expect(panel.frame.get_by_text("It was mailed often enough for today.")).to_be_visible()
    assert await letters(salon, email) == 3
