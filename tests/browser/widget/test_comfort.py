"""Small things for people: notices that come and go, emoji, lines, large letters, right to left."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.widget.acts import SITE, Desk, Panel, frame_of, words
from tests.browser.widget.rooms import Room
from tests.support.faultproxy import Fault, FaultProxy, on
from tests.support.product import Product

#: Whether a person can see and press a button: it is inside the window, and nothing lies above it.
REACHED = """(button) => {
    const { left, top, right, bottom } = button.getBoundingClientRect();
    const whole = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return whole && found !== null && button.contains(found);
}"""
WIDER = "() => document.documentElement.scrollWidth > innerWidth"
LONG = "\n".join(["One more thing about my hair, which is long and has been for years."] * 8)


async def reaches_send(panel: Panel) -> None:
    send = panel.frame.get_by_role("button", name="Send", exact=True)
    assert await send.evaluate(REACHED), await send.bounding_box()
    assert not await panel.frame.evaluate(WIDER)


async def test_a_lost_connection_is_said_and_the_notice_goes(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    room, text = await Room.of(faults.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    notice = panel.frame.get_by_text("Reconnecting. What you write is kept and sent once.")
    await expect(notice).to_have_count(0)
    faults.go_offline()
    await expect(notice).to_be_visible()
    await panel.say("while it was away")
    await expect(panel.frame.get_by_text("Waiting for the network")).to_be_visible()
    faults.go_online()
    await expect(notice).to_have_count(0, timeout=20_000)
    await panel.sent("while it was away")
    [found] = await desk.conversations(text)
    assert found["texts"] == [text, "while it was away"]


async def test_without_a_network_the_chat_says_offline_until_it_is_back(
    page: Page, salon: Product, desk: Desk
) -> None:
    panel = await (await Room.of(salon.url, desk)).visit(page)
    notice = panel.frame.get_by_text("No connection. What you write is kept here")
    await page.context.set_offline(True)
    await expect(notice).to_be_visible()
    await expect(panel.frame.locator(".pstate")).to_have_text("You are offline")
    await page.context.set_offline(False)
    await expect(notice).to_have_count(0)
    await expect(panel.frame.locator(".pstate")).not_to_have_text("You are offline")


async def test_a_slow_menu_is_opened_by_an_impatient_finger(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    panel = await (await Room.of(faults.url, desk)).visit(page)
    faults.set(Fault(hold=True, matches=on("GET", "/assets/widget-menu")))
    more = panel.frame.get_by_role("button", name="More")
    await more.click()
    await faults.wait_for(1, held=True)
    await more.click()
    faults.clear()
    faults.release()
    await expect(panel.frame.locator(".menu")).to_be_visible()


async def test_emoji_come_where_the_cursor_is_and_shift_enter_breaks_the_line(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.write.fill("Thanks ")
    board = panel.frame.get_by_role("group", name="Emoji")
    opener = panel.frame.get_by_role("button", name="Emoji")
    await opener.click()
    await expect(board.get_by_role("button").first).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(board).to_have_count(0)
    await expect(panel.write).to_be_focused()
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.insert_text(text)
    await expect(panel.write).to_have_value(f"Thanks 😃\n{text}")
    await opener.click()
    await expect(board.get_by_role("button").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(opener).to_be_focused()
    await expect(panel.write).to_be_visible()
    await panel.write.press("Enter")
    await panel.sent(text)
    [found] = await desk.conversations(text)
    assert found["texts"] == [f"Thanks 😃\n{text}"]


@pytest.mark.parametrize(
    ("width", "height"), [(640, 360), (320, 256)], ids=["a window at 200 %", "the smallest that counts"]
)
async def test_send_is_reached_when_letters_are_large(
    width: int, height: int, chromium: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    context = await contexts(chromium, viewport={"width": width, "height": height}, device_scale_factor=2)
    room = await Room.of(salon.url, desk)
    panel = await room.visit(await context.new_page())
    await panel.said(words())
    await panel.write.fill(LONG)
    await reaches_send(panel)
    async with panel.page.expect_file_chooser() as opening:
        await panel.frame.get_by_role("button", name="Attach a file").click()
    notes = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"Hello."} for n in range(4)]
    await (await opening.value).set_files(notes)  # type: ignore[arg-type]
    await expect(panel.frame.get_by_role("button", name="Remove")).to_have_count(4)
    await panel.frame.get_by_role("button", name="Emoji").click()
    await panel.frame.get_by_role("group", name="Emoji").wait_for()
    await reaches_send(panel)
    await panel.frame.get_by_role("button", name="More").click()
    end = panel.frame.get_by_role("button", name="Start a new conversation")
    await end.scroll_into_view_if_needed()
    assert await end.evaluate(REACHED)


async def test_letters_of_twice_the_size_leave_send_in_its_place(
    page: Page, salon: Product, desk: Desk
) -> None:
    """The browser's own zoom of the frame, on a desktop: half as many pixels each way."""
    panel = await (await Room.of(salon.url, desk)).visit(page)
    await panel.said(words())
    await panel.frame.evaluate("() => { document.documentElement.style.zoom = 2 }")
    await panel.write.fill(LONG)
    await reaches_send(panel)


async def test_from_right_to_left_everything_has_its_side(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page, attributes="dir=rtl")
    await panel.said(text)
    await desk.say(await room.conversation(text), "مرحبا، نعم لدينا.")
    await panel.frame.locator(".msg.ag").wait_for()
    await panel.frame.evaluate("() => { document.documentElement.dir = 'rtl' }")
    await panel.write.fill("شكرا")
    await reaches_send(panel)
    sides = """() => ['.msg.me', '.msg.ag', '.go', '.write', '.phead .icb:last-child'].map((each) => {
        const { left, right } = document.querySelector(each).getBoundingClientRect();
        return (left + right) / 2 < innerWidth / 2 ? 'left' : 'right';
    })"""
    assert await panel.frame.evaluate(sides) == ["left", "right", "left", "right", "left"]
    await panel.frame.get_by_role("button", name="More").click()
    await panel.frame.locator(".menu").wait_for()
    assert not await panel.frame.evaluate(WIDER)


async def test_a_site_of_one_page_keeps_the_conversation_and_says_where_its_visitor_is(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    go = "([path, title]) => { history.pushState({}, '', path); document.title = title }"
    await page.evaluate(go, ["/beards", "Beards"])
    await panel.said(text)
    await panel.write.fill("half a thought")
    # Some put another body in the place of the old one.
    await page.evaluate("() => { document.body = document.createElement('body') }")
    await page.evaluate(go, ["/prices", "Prices"])
    await expect(panel.mine(text)).to_be_visible()
    await expect(panel.write).to_have_value("half a thought")
    await panel.write.press("Enter")
    await panel.sent("half a thought")
    [found] = await desk.conversations(text)
    assert found["texts"] == [text, "half a thought"]
    begun = (await desk.client.get(f"/conversations/{found['id']}")).json()
    assert begun.get("conversation", begun)["page"]["url"] == f"{SITE}/beards"
    await page.go_back()
    assert await (await frame_of(page)).locator(".msg.me").count() == 2
