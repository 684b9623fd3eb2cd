"""Questions after the first message: answered, skipped, pressed twice, only what is not known."""

from playwright.async_api import Locator, Page, expect

from tests.browser.chat.stage import rows
from tests.browser.widget.acts import Desk, Json, Panel, words
from tests.browser.widget.rooms import Room
from tests.support.faultproxy import FaultProxy, on
from tests.support.product import Product

FIELDS: list[Json] = [
    {"id": "name", "type": "text", "required": True},
    {"id": "email", "type": "email", "required": True},
]
PRESS = "(button) => { button.click(); button.click(); }"
THANKS = "Thank you, we noted it."


async def asking(origin: str, desk: Desk) -> Room:
    return await Room.of(origin, desk, prechat={"when": "after", "fields": FIELDS})


def card(panel: Panel) -> Locator:
    return panel.frame.locator(".slotcard")


async def answers(salon: Product, conversation: str) -> str:
    [found] = await rows(salon, f"select answers from conversations where id = '{conversation}'")
    return found


async def test_an_answer_is_noted_once_and_the_other_tab_hears_of_it(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    room, text = await asking(faults.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    other = await room.visit(await page.context.new_page())
    await card(other).get_by_label("Your name").wait_for()
    save = card(panel).get_by_role("button", name="Save")
    await save.click()
    await expect(card(panel).get_by_text("Please fill this in.")).to_have_count(2)
    await card(panel).get_by_label("Your name").fill("Ida")
    await card(panel).get_by_label("E-mail").fill("ida@example.org")
    await save.evaluate(PRESS)
    await expect(card(panel)).to_have_text(THANKS)
    await expect(card(other)).to_have_text(THANKS)
    assert len([each for each in faults.seen if on("POST", "/form")(each)]) == 1
    assert "ida@example.org" in await answers(salon, await room.conversation(text))
    await panel.page.reload()
    again = await room.visit(page)
    await expect(card(again)).to_have_text(THANKS)


async def test_questions_are_skipped_though_they_are_asked_for(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await asking(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await card(panel).get_by_role("button", name="Not now").evaluate(PRESS)
    await expect(card(panel)).to_have_text("Skipped. You can still tell us here.")
    assert await answers(salon, await room.conversation(text)) == "{}"
    await panel.said("and more")


async def test_what_is_known_is_not_asked_again(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await asking(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await card(panel).get_by_label("Your name").fill("Ida")
    await card(panel).get_by_label("E-mail").fill("ida@example.org")
    await card(panel).get_by_label("E-mail").press("Enter")
    await expect(card(panel)).to_have_text(THANKS)
    # In another inbox of the same house: somebody who has told her name is not asked for it.
    third = [*FIELDS, {"id": "size", "type": "text", "label": "Length of hair", "required": False}]
    beside = await Room.of(salon.url, desk, prechat={"when": "after", "fields": third})
    panel = await beside.visit(page)
    await panel.said(words())
    await card(panel).get_by_label("Length of hair").wait_for()
    await expect(card(panel).get_by_label("Your name")).to_have_count(0)
