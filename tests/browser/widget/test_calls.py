"""What a site calls on `ringonce(...)`: identities, attributes, languages, farewells, events."""

import secrets
import time

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.widget.acts import SITE, Desk, Panel, frame_of, words
from tests.browser.widget.rooms import LISTEN, Room, heard
from tests.support.desk import WORKSPACE
from tests.support.identity_tokens import jwt
from tests.support.product import Product


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    """Firefox types nothing into a frame of a closed root; the founding suite types there by script."""
    return chromium


KEPT = f"localStorage.getItem('ringonce:visitor:{WORKSPACE}')"
NEXT = """([token, resets]) => {
    if (resets) ringonce('reset');
    ringonce('setAttributes', {plan: 'next'});
    ringonce('identify', token);
}"""
#: The page never hears that the frame is ready.
NEVER_READY = """if (window.parent === window) addEventListener('message', (event) => {
    if (event.data?.type !== 'ready') return;
    window.answered = true;
    event.stopImmediatePropagation();
}, true);"""


def signed(secret: str, slug: str, sub: str) -> str:
    return jwt(secret, {"wsp": WORKSPACE, "inb": slug, "sub": sub, "exp": int(time.time()) + 600})


async def test_a_signed_person_finds_the_conversation_of_another_device(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text, sub = await Room.of(salon.url, desk), words(), secrets.token_hex(6)
    token = signed(await room.secret(), room.slug, sub)
    first = await room.visit(await (await contexts(browser)).new_page())
    await first.page.evaluate(LISTEN, ["identified"])
    await first.page.evaluate("(token) => ringonce('identify', token)", token)
    assert (await heard(first.page, "identified"))["ok"]
    await first.said(text)
    second = await room.visit(await (await contexts(browser)).new_page())
    await second.page.evaluate("(token) => ringonce('identify', token)", token)
    await second.mine(text).wait_for()


async def test_another_person_who_signs_in_sees_nothing_of_the_last(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    secret = await room.secret()
    panel = await room.visit(await (await contexts(browser)).new_page())
    say_who = "(token) => ringonce('identify', token)"
    await panel.page.evaluate(LISTEN, ["identified"])
    await panel.page.evaluate(say_who, signed(secret, room.slug, secrets.token_hex(6)))
    await heard(panel.page, "identified")
    await panel.said(text)
    await panel.page.evaluate(say_who, signed(secret, room.slug, secrets.token_hex(6)))
    await expect(panel.mine(text)).to_have_count(0)


async def test_a_forged_identity_is_refused_in_words_beside_the_page(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(await (await contexts(browser)).new_page())
    lines: list[str] = []
    panel.page.on("console", lambda line: lines.append(line.text))
    await panel.said(text)
    before = await panel.page.locator("body").inner_html()
    await panel.page.evaluate(LISTEN, ["identified"])
    await panel.page.evaluate(
        "(token) => ringonce('identify', token)", signed("ris_not-the-secret", room.slug, "ana")
    )
    detail = await heard(panel.page, "identified")
    assert (detail["ok"], detail["reason"]) == (False, "forged")
    assert any("signed identity was not accepted" in line for line in lines), lines
    assert await panel.page.locator("body").inner_html() == before
    await expect(panel.mine(text)).to_be_visible()


async def test_attributes_reach_the_desk_once_somebody_writes(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await page.evaluate("ringonce('setAttributes', {plan: 'salon', visits: 3})")
    async with page.expect_response(lambda answer: answer.url.endswith("/chat/attributes")) as answer:
        await panel.said(text)
    assert (await answer.value).status == 200
    contact = await room.contact(await room.conversation(text))
    assert contact["attributes"] == {"plan": "salon", "visits": 3}


async def test_another_language_keeps_what_is_half_written(page: Page, salon: Product, desk: Desk) -> None:
    room = await Room.of(salon.url, desk)
    panel = await room.visit(page)
    await panel.write.fill("half a thought")
    async with page.expect_event("framenavigated", lambda frame: "locale=zh-CN" in frame.url) as going:
        await page.evaluate("ringonce('setLocale', 'zh-CN')")
    frame = await going.value
    await expect(frame.get_by_role("textbox", name="写消息")).to_have_value("half a thought")


async def test_after_reset_the_next_person_sees_nothing(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await panel.write.fill("half a secret")
    # What a renewal of the token leaves behind.
    await panel.frame.evaluate("localStorage.setItem('ringonce:next:studio', '{}')")
    await page.evaluate("ringonce('reset')")
    await expect(panel.mine(text)).to_have_count(0)
    await panel.frame.locator("[data-ready]").wait_for(state="attached")
    assert await panel.write.input_value() == ""
    assert await panel.frame.evaluate("Object.keys(localStorage)") == []
    other = words()
    await panel.said(other)
    assert len(await desk.conversations(text)) == 1
    assert [each["texts"] for each in await desk.conversations(other)] == [[other]]


async def test_reset_holds_when_the_page_leaves_at_once(page: Page, salon: Product, desk: Desk) -> None:
    """A site says goodbye and sends its visitor elsewhere: the frame hears of it on the next page."""
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    # The message to the frame is lost on the way.
    await page.evaluate("() => { document.querySelector('html > div').remove(); ringonce('reset') }")
    again = await room.visit(page)
    await expect(again.write).to_be_visible()
    await expect(again.mine(text)).to_have_count(0)
    await again.said(words())
    assert [each["texts"] for each in await desk.conversations(text)] == [[text]]


@pytest.mark.parametrize("leaves", [False, True], ids=["in one breath", "on the next page"])
async def test_who_comes_after_a_reset_is_nobody_of_before(
    leaves: bool, browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    """The next person is named before the frame has forgotten the last."""
    room, text, other, sub = await Room.of(salon.url, desk), words(), words(), secrets.token_hex(6)
    token = signed(await room.secret(), room.slug, sub)
    page = await (await contexts(browser)).new_page()
    panel = await room.visit(page)
    await panel.said(text)
    before = await page.evaluate(KEPT)
    if leaves:
        await page.evaluate("() => { document.querySelector('html > div').remove(); ringonce('reset') }")
        panel = await room.visit(page, opened=False)
    await page.evaluate(LISTEN, ["identified"])
    await page.evaluate(NEXT, [token, not leaves])
    assert (await heard(page, "identified"))["ok"]
    await page.evaluate("ringonce('open')")
    panel = Panel(page, await frame_of(page))
    await expect(panel.mine(text)).to_have_count(0)
    await panel.said(other)
    assert await page.evaluate(KEPT) != before
    [first], [second] = await desk.conversations(text), await desk.conversations(other)
    assert (first["texts"], second["texts"]) == ([text], [other])
    one, two = [await room.contact(each["id"]) for each in (first, second)]
    assert one["id"] != two["id"]
    assert one["attributes"] == {}


async def test_a_reset_in_one_tab_is_one_in_all(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text, other = await Room.of(salon.url, desk), words(), words()
    token = signed(await room.secret(), room.slug, secrets.token_hex(6))
    context = await contexts(browser)
    first = await room.visit(await context.new_page())
    await first.said(text)
    second = await room.visit(await context.new_page())
    await second.mine(text).wait_for()
    await second.page.evaluate(LISTEN, ["identified"])
    await second.page.evaluate("(token) => ringonce('identify', token)", token)
    await heard(second.page, "identified")
    await first.page.evaluate("ringonce('reset')")
    await expect(second.mine(text)).to_have_count(0)
    await second.frame.locator("[data-ready]").wait_for(state="attached")
    await second.said(other)
    await first.mine(other).wait_for()
    one, two = [await room.contact(await room.conversation(each)) for each in (text, other)]
    assert one["id"] != two["id"]


async def test_what_is_called_before_the_frame_has_answered_reaches_it(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room = await Room.of(salon.url, desk)
    token = signed(await room.secret(), room.slug, secrets.token_hex(6))
    context = await contexts(browser)
    await context.add_init_script(NEVER_READY)
    panel = await room.visit(await context.new_page())
    await panel.page.wait_for_function("window.answered")
    await panel.page.evaluate(LISTEN, ["identified"])
    await panel.page.evaluate("(token) => ringonce('identify', token)", token)
    assert (await heard(panel.page, "identified"))["ok"]


async def test_the_title_counts_what_is_unread_and_is_the_sites_own_again(
    page: Page, salon: Product, desk: Desk
) -> None:
    """Also where the site counts in its title itself, and where the frame that counted was made anew."""
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await page.evaluate("document.title = '(3) Shop'")
    await panel.said(text)
    await page.evaluate("ringonce('close')")
    await desk.say(await room.conversation(text), "Hello back")
    await expect(page).to_have_title("(1) (3) Shop")
    await page.evaluate("() => { ringonce('setLocale', 'zh-CN'); ringonce('open') }")
    await expect(page).to_have_title("(3) Shop")


async def test_events_tell_the_site_what_happens(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await page.evaluate(LISTEN, ["ready", "open", "close", "started", "message"])
    await panel.said(text)
    await page.evaluate("ringonce('close')")
    await desk.say(await room.conversation(text), "Hello back")
    assert (await heard(page, "message")) == {"unread": 1}
    assert (await heard(page, "started"))["conversation"].startswith("cnv_")
    await page.evaluate("ringonce('toggle')")
    await page.evaluate("ringonce('toggle')")
    names = [each[0] for each in await page.evaluate("window.heard")]
    assert [each for each in names if each in {"open", "close"}] == ["close", "open", "close"]
    assert names.count("started") == 1


async def test_a_retired_inbox_takes_its_launcher_along(page: Page, salon: Product, desk: Desk) -> None:
    room = await Room.of(salon.url, desk)
    panel = await room.visit(page, opened=False)
    assert await page.locator("html > div").count() == 1
    await room.retire()
    await page.goto(f"{SITE}/again")
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    await page.evaluate("ringonce('open')")
    await expect(panel.page.locator("html > div")).to_have_count(0)


async def test_a_window_of_its_own_shows_the_same_conversation(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text, reply = await Room.of(salon.url, desk), words(), words()
    panel = await room.visit(await (await contexts(browser)).new_page())
    await panel.said(text)
    await panel.frame.get_by_role("button", name="More").click()
    async with panel.page.expect_popup() as opening:
        await panel.frame.get_by_text("Open in a window").click()
    window = await opening.value
    popped = Panel(window, window.main_frame)
    await popped.mine(text).wait_for()
    await popped.said(reply)
    await panel.mine(reply).wait_for()
    conversation = await room.conversation(text)
    await desk.say(conversation, "To both of you")
    await popped.frame.locator(".msg.ag", has_text="To both of you").wait_for()
    await panel.frame.locator(".msg.ag", has_text="To both of you").wait_for()
    assert [each["texts"] for each in await desk.conversations(text)] == [[text, reply, "To both of you"]]


async def test_sound_is_off_until_it_is_switched_on(
    browser: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    context = await contexts(browser)
    await context.add_init_script(
        "window.rung = 0; const Sound = window.AudioContext;"
        "window.AudioContext = class extends Sound { constructor() { super(); window.rung += 1 } }"
    )
    panel = await room.visit(await context.new_page())
    await panel.said(text)
    conversation = await room.conversation(text)
    await panel.page.evaluate("ringonce('close')")
    await desk.say(conversation, "silently")
    await panel.frame.locator(".msg.ag", has_text="silently").wait_for(state="attached")
    assert await panel.frame.evaluate("window.rung") == 0
    await panel.page.evaluate("ringonce('open')")
    await panel.frame.get_by_role("button", name="More").click()
    await panel.frame.get_by_text("Switch sound on").click()
    assert await panel.frame.evaluate("window.rung") == 1
    await panel.frame.get_by_text("Switch sound off").wait_for()
    await panel.page.evaluate("ringonce('close')")
    await desk.post(f"/conversations/{conversation}/resolve", {})
    await panel.frame.locator(".event").wait_for(state="attached")
    assert await panel.frame.evaluate("window.rung") == 1, "a line about the conversation rings nobody"
    await desk.say(conversation, "with a bell")
    await panel.frame.wait_for_function("() => window.rung === 2", polling=50)
