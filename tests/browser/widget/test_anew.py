"""The end of a conversation and the beginning of the next: one of each, and nothing lost between them."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.chat.stage import rows
from tests.browser.widget.acts import Desk, words
from tests.browser.widget.rooms import Room
from tests.support.product import Product

PRESS = "(button) => { button.click(); button.click(); }"


async def conversations(salon: Product, room: Room) -> list[str]:
    """The states of the inbox's conversations, oldest first."""
    query = f"select state from conversations where inbox_id = '{room.inbox['id']}' order by created_at, id"
    return await rows(salon, query)


@pytest.mark.parametrize("when", ["off", "before"])
async def test_a_new_conversation_is_one_and_the_old_one_is_left_whole(
    when: str, page: Page, salon: Product, desk: Desk
) -> None:
    fields = [{"id": "name", "type": "text", "required": True}] if when == "before" else []
    room = await Room.of(salon.url, desk, prechat={"when": when, "fields": fields})
    first, second = words(), words()
    panel = await room.visit(page)
    write = panel.frame.get_by_label("Your message") if when == "before" else panel.write
    start = panel.frame.get_by_role("button", name="Start conversation")
    if when == "before":
        await panel.frame.get_by_label("Your name").fill("Ida")
    await write.fill(first)
    await start.click()
    await panel.sent(first)
    await panel.frame.get_by_role("button", name="More").click()
    await panel.frame.get_by_role("button", name="Start a new conversation").evaluate(PRESS)
    await expect(panel.mine(first)).to_have_count(0)
    if when == "before":
        # Who one is has not changed; what was said is not said again.
        await expect(panel.frame.get_by_label("Your name")).to_have_value("Ida")
    await expect(write).to_have_value("")
    await write.fill(second)
    await start.evaluate(PRESS)
    await panel.sent(second)
    assert await conversations(salon, room) == ["resolved", "open"]
    assert [each["texts"] for each in await desk.conversations(first)] == [[first]]
    assert [each["texts"] for each in await desk.conversations(second)] == [[second]]
    await expect(panel.mine(first)).to_have_count(0)


async def test_an_end_pressed_twice_is_one_line_and_words_reopen_it(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await panel.frame.get_by_role("button", name="More").click()
    await panel.frame.get_by_role("button", name="End the conversation").evaluate(PRESS)
    await expect(panel.log.get_by_text("You ended this conversation.")).to_have_count(1)
    await expect(panel.frame.locator(".menu")).to_have_count(0)
    await expect(panel.mine(text)).to_be_visible()
    await panel.said("one thing more")
    assert await conversations(salon, room) == ["open"]


async def test_what_is_half_written_to_a_new_conversation_stays_there_through_a_reload(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text, later = await Room.of(salon.url, desk), words(), words()
    panel = await room.visit(page)
    await panel.said(text)
    await panel.choose("Start a new conversation")
    await expect(panel.write).to_be_focused()
    await panel.write.fill(later)
    panel = await room.visit(page)
    await expect(panel.write).to_have_value(later)
    await expect(panel.mine(text)).to_have_count(0)
    await panel.write.press("Enter")
    await panel.sent(later)
    assert await conversations(salon, room) == ["resolved", "open"]


async def test_an_answer_to_a_thread_that_was_left_brings_it_back(
    page: Page, salon: Product, desk: Desk
) -> None:
    """What is written then goes where the agent is: it must be seen there."""
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    conversation = await room.conversation(text)
    await panel.choose("Start a new conversation")
    await expect(panel.mine(text)).to_have_count(0)
    await desk.say(conversation, "Wait, there is one")
    await expect(panel.frame.locator(".msg.ag", has_text="Wait, there is one")).to_be_visible()
    await panel.said("Oh good")
    assert [each["texts"][-1] for each in await desk.conversations(text)] == ["Oh good"]
    assert await conversations(salon, room) == ["open"]
