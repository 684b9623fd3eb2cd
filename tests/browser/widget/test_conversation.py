"""The visitor's way through the chat: the first words, an answer, a reload, a tunnel, another tab."""

from playwright.async_api import Browser, Page, Route

from tests.browser.conftest import Contexts
from tests.browser.widget.acts import SITE, Desk, Panel, frame_of, words
from tests.support.browsers import violations
from tests.support.faultproxy import Fault, FaultProxy, on
from tests.support.product import Product


async def test_first_words_reach_the_desk_and_the_answer_comes_back(
    page: Page, salon: Product, desk: Desk
) -> None:
    text = words()
    panel = await Panel.on(page, salon.url)
    await panel.said(text)
    [conversation] = await desk.conversations(text)
    await desk.say(conversation["id"], "We **do**, see [the list](https://example.org/list).")
    answer = panel.frame.locator(".msg.ag", has_text="We do")
    await answer.wait_for()
    assert await answer.locator("strong").inner_text() == "do"
    link = answer.get_by_role("link")
    assert await link.get_attribute("href") == "https://example.org/list"
    assert "noopener" in str(await link.get_attribute("rel"))
    assert await violations(page) == []


async def test_four_requests_are_enough_for_the_first_message(page: Page, salon: Product) -> None:
    """Loader, frame, script and the message itself: with everything else refused it is sent all the same."""
    passed: list[str] = []

    async def door(route: Route) -> None:
        path = route.request.url.removeprefix(salon.url).partition("?")[0]
        needed = path in {"/embed.js", "/chat/studio/website", "/api/v1/chat/start"}
        if needed or path.startswith("/assets/widget.en-"):
            passed.append(path)
            await route.continue_()
        else:
            await route.abort()

    await page.context.route(f"{salon.url}/**", door)
    panel = await Panel.on(page, salon.url)
    await panel.said(words())
    assert len(passed) == 4, passed


async def test_nothing_is_stored_before_the_first_words(page: Page, salon: Product) -> None:
    panel = await Panel.on(page, salon.url)
    stored = "() => [localStorage.length, document.cookie]"
    assert await page.evaluate(stored) == [0, ""]
    assert await panel.frame.evaluate(stored) == [0, ""]
    assert await panel.frame.evaluate("async () => (await indexedDB.databases()).length") == 0
    await panel.said(words())
    assert await page.evaluate("() => Object.keys(localStorage)") == ["ringonce:visitor:studio"]
    assert await page.evaluate("() => document.cookie") == ""


async def test_ten_fast_clicks_and_a_held_enter_start_one_conversation(
    page: Page, salon: Product, desk: Desk
) -> None:
    text = words()
    panel = await Panel.on(page, salon.url)
    await panel.write.fill(text)
    press = "(button) => { for (let n = 0; n < 10; n++) button.click(); }"
    await panel.frame.get_by_role("button", name="Start conversation").evaluate(press)
    await panel.sent(text)
    assert [each["texts"] for each in await desk.conversations(text)] == [[text]]


async def test_slow_then_lost_answers_are_said_in_words_and_count_once(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    text = words()
    panel = await Panel.on(page, faults.url)
    faults.set(Fault(delay=3.0, drop_answer=True, times=1, matches=on("POST", "/chat/start")))
    await panel.say(text)
    await panel.frame.locator("p.st", has_text="Still sending, slow connection").wait_for()
    await panel.sent(text)
    assert [each["texts"] for each in await desk.conversations(text)] == [[text]]


async def test_words_typed_in_a_tunnel_are_sent_once_and_in_order(
    page: Page, salon: Product, desk: Desk
) -> None:
    text = words()
    panel = await Panel.on(page, salon.url)
    await panel.said(text)
    await page.context.set_offline(True)
    await panel.frame.get_by_text("No connection. What you write is kept here").wait_for()
    await panel.say("in the tunnel, one")
    await panel.say("in the tunnel, two")
    await panel.frame.get_by_text("Waiting for the network").first.wait_for()
    await page.context.set_offline(False)
    await panel.sent("in the tunnel, one")
    await panel.sent("in the tunnel, two")
    [conversation] = await desk.conversations(text)
    assert conversation["texts"] == [text, "in the tunnel, one", "in the tunnel, two"]


async def test_a_reload_and_another_page_of_the_site_show_the_same_thread(
    page: Page, salon: Product, desk: Desk
) -> None:
    text = words()
    panel = await Panel.on(page, salon.url)
    await panel.said(text)
    await page.goto(f"{SITE}/another/page")
    again = Panel(page, await frame_of(page))
    await again.mine(text).wait_for(state="attached")
    [conversation] = await desk.conversations(text)
    await desk.say(conversation["id"], "While you were elsewhere")
    await page.wait_for_function("document.title.startsWith('(')")
    assert await page.title() == "(1) Shop"
    await page.evaluate("ringonce('open')")
    await again.frame.get_by_text("While you were elsewhere").last.wait_for()
    await page.wait_for_function("document.title === 'Shop'")


async def test_two_tabs_are_one_visitor(page: Page, salon: Product, desk: Desk) -> None:
    text, other = words(), words()
    panel = await Panel.on(page, salon.url)
    second = await Panel.on(await page.context.new_page(), salon.url)
    await panel.said(text)
    await second.mine(text).wait_for()
    await second.said(other)
    await panel.mine(other).wait_for()
    assert [each["texts"] for each in await desk.conversations(text)] == [[text, other]]


async def test_a_draft_survives_a_reload_and_an_input_method_keeps_its_enter(
    page: Page, salon: Product
) -> None:
    panel = await Panel.on(page, salon.url)
    await panel.write.fill("half a thought")
    composing = (
        "(area) => area.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    await panel.write.evaluate(composing)
    await page.reload()
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    await page.evaluate("ringonce('open')")
    again = Panel(page, await frame_of(page))
    assert await again.write.input_value() == "half a thought"
    assert await again.frame.locator(".msg.me").count() == 0


async def test_it_works_with_all_storage_blocked(
    chromium: Browser, contexts: Contexts, salon: Product, desk: Desk
) -> None:
    text = words()
    page = await (await contexts(chromium, storage="blocked")).new_page()
    panel = await Panel.on(page, salon.url)
    await panel.said(text)
    await panel.said(f"{text} again")
    assert [each["texts"] for each in await desk.conversations(text)] == [[text, f"{text} again"]]
