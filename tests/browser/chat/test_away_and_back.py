"""A visitor who leaves, comes back, writes without a network, and talks in two windows at once."""

import asyncio
import secrets

from playwright.async_api import Browser, expect

from tests.browser.chat.conftest import Stages
from tests.browser.chat.stage import HEARD, SENT, WORDS, Stage, rows, starts
from tests.browser.chat.tabs import PageTab
from tests.support.faultproxy import Exchange, Fault
from tests.support.hostsite import HostSite

# The frame's proposal never reaches the page around it: no token is settled until the page has come back.
LOST_TOKEN = """
if (window.parent === window) addEventListener('message', (event) => {
  if (event.data?.type === 'token' && !sessionStorage.getItem('back')) event.stopImmediatePropagation();
}, true);
"""
# The page's answer to the window that it opened comes late.
LATE_OPENER = """
if (window.opener !== null) {
  const add = window.addEventListener;
  window.addEventListener = (type, run, how) =>
    add.call(window, type, type === 'message' ? (event) => setTimeout(() => run(event), 700) : run, how);
}
"""
WAITS = (
    "(text) => [...document.querySelectorAll('.msg.me.wait')].some((each) => each.textContent.includes(text))"
)


def calls(exchange: Exchange) -> bool:
    """Whatever is asked of the server once the page is there."""
    return exchange.path.startswith("/api/")


async def a_page(stage: Stage) -> PageTab:
    tab = await stage.arrive()
    assert isinstance(tab, PageTab)
    return tab


async def test_what_waited_when_the_page_was_reloaded_before_its_token_is_sent(
    chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "off")
    tab = await stage.new_tab()
    assert isinstance(tab, PageTab)
    await tab.page.context.add_init_script(LOST_TOKEN)
    stage.tabs.append(tab)
    await tab.visit(stage.url)
    await tab.press_launcher(1)
    await tab.ready()
    await stage.write(tab)
    await stage.press(tab, 1)
    await tab.until(WAITS, stage.text)
    assert stage.asked == []
    await tab.page.evaluate("sessionStorage.setItem('back', '1')")
    await stage.back(tab)
    await stage.holds()
    assert len(stage.asked) == 1


async def test_three_messages_without_a_network_and_a_reload_arrive_once_and_in_order(
    chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "off")
    tab = await a_page(stage)
    await stage.write(tab)
    await stage.press(tab, 1)
    await stage.holds()
    stage.faults.set(Fault(drop_request=True, matches=calls))
    stage.faults.cut()
    texts = [f"{word}, {secrets.token_hex(6)}" for word in ("one", "two", "three")]
    for text in texts:
        await tab.fill("textarea.write", text)
        await tab.frame.press("textarea.write", "Enter")
        await tab.until(WAITS, text)
    await stage.back(tab)
    for text in texts:
        await tab.until(WAITS, text)
    stage.faults.clear()
    await stage.holds(stage.text, *texts)
    said = await rows(stage.product, WORDS.format(inbox=stage.inbox["id"]))
    assert said == [stage.text, *texts]


async def test_a_window_of_its_own_and_the_page_begin_at_once_and_are_one_conversation(
    chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "off")
    tab = await a_page(stage)
    await tab.frame.locator("[aria-haspopup]").click()
    async with tab.page.context.expect_page() as opened:
        await tab.frame.get_by_role("button", name="Open in a window").click()
    window = PageTab(await opened.value)
    await window.ready()
    await window.until("() => localStorage.getItem('ringonce:visitor:studio') !== null")
    stage.tabs.append(window)
    texts = [f"{stage.text} The page.", f"{stage.text} The window."]
    await stage.write(tab, texts[0])
    await stage.write(window, texts[1])
    stage.faults.set(Fault(hold=True, matches=starts))
    await asyncio.gather(stage.press(tab), stage.press(window))
    await stage.faults.wait_for(2, held=True)
    stage.faults.clear()
    stage.faults.release()
    await stage.holds(*texts)


async def test_a_window_that_is_written_in_before_it_knows_whose_it_is_is_the_same_visitor(
    chromium: Browser, stages: Stages
) -> None:
    """The panel is in a frame of another site: the window shares no storage with it, only its word."""
    stage = await stages(chromium, "off")
    tab = await a_page(stage)
    await tab.page.context.add_init_script(LATE_OPENER)
    await tab.frame.locator("[aria-haspopup]").click()
    async with tab.page.context.expect_page() as opened:
        await tab.frame.get_by_role("button", name="Open in a window").click()
    window = PageTab(await opened.value)
    await window.ready()
    stage.tabs.append(window)
    texts = [f"{stage.text} The window.", f"{stage.text} The page."]
    await stage.write(window, texts[0])
    await stage.press(window)
    await stage.write(tab, texts[1])
    await stage.press(tab)
    await stage.holds(*texts)


async def test_an_answer_while_the_visitor_was_away_is_counted_on_the_launcher(
    chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "off")
    async with HostSite(open_roots=True) as site:
        stage.site = site
        tab = await a_page(stage)
        await stage.write(tab)
        await stage.press(tab, 1)
        await tab.until(SENT, stage.text)
        conversation = await stage.is_one()
        await tab.page.goto("about:blank")
        answer = f"We do, {secrets.token_hex(6)}."
        await stage.desk.say(conversation, answer)
        await tab.visit(stage.url)
        await expect(tab.page.get_by_role("button", name="Open the chat, 1 new")).to_be_visible()
        await expect(tab.page).to_have_title("(1) Shop")
        await tab.press_launcher(1)
        await tab.ready()
        await tab.until(HEARD, answer)
        await expect(tab.page).to_have_title("Shop")
        await stage.is_one()
