"""Pages of others: strict policies, wild styles, right to left, the script twice, a server that is gone."""

from playwright.async_api import Browser, Page

from tests.browser.conftest import Contexts
from tests.browser.widget.acts import SITE, STRICT, Panel, host_page, serve_site, words
from tests.support.product import Product, free_port

WILD = (
    "<style>* { all: unset !important; display: none !important; color: red !important } "
    "html, body, main, h1 { display: block !important } div { transform: scale(3) !important }</style>"
)
PLACE = "() => { const at = document.elementFromPoint(%s, innerHeight - 50); return at && at.localName }"


async def test_a_strict_policy_with_trusted_types_allows_the_chat(page: Page, salon: Product) -> None:
    broken: list[str] = []
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    panel = await Panel.on(page, salon.url, policy=STRICT)
    await panel.said(words())
    assert [line for line in broken if "favicon" not in line] == []


async def test_wild_styles_of_the_page_do_not_reach_the_launcher(page: Page, salon: Product) -> None:
    await Panel.on(page, salon.url, head=WILD)
    await page.evaluate("ringonce('close')")
    assert await page.evaluate(PLACE % "innerWidth - 50") == "div"


async def test_on_a_right_to_left_page_the_launcher_stands_on_the_left(page: Page, salon: Product) -> None:
    await serve_site(page.context, host_page(salon.url, attributes="dir=rtl"))
    await page.goto(SITE)
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    assert await page.evaluate(PLACE % "50") == "div"
    assert await page.evaluate(PLACE % "innerWidth - 50") != "div"


async def test_the_script_twice_makes_one_launcher(page: Page, salon: Product) -> None:
    await Panel.on(page, salon.url, tags=3)
    assert await page.evaluate("document.documentElement.querySelectorAll(':scope > div').length") == 1
    assert len([each for each in page.frames if "/chat/" in each.url]) == 1


async def test_a_server_that_is_gone_leaves_the_page_untouched(chromium: Browser, contexts: Contexts) -> None:
    page = await (await contexts(chromium)).new_page()
    await serve_site(page.context, host_page(f"http://127.0.0.1:{free_port()}"))
    await page.goto(SITE)
    assert await page.evaluate("[document.body.innerText, document.documentElement.children.length]") == [
        "Shop\n\nThings.",
        2,
    ]


async def test_the_page_does_not_move_when_the_launcher_comes(page: Page, salon: Product) -> None:
    watch = (
        "<script>window.moved = 0; new PerformanceObserver((list) => { for (const each of list.getEntries()) "
        "moved += each.value }).observe({ type: 'layout-shift', buffered: true })</script>"
    )
    await Panel.on(page, salon.url, head=watch)
    assert await page.evaluate("moved") == 0


async def test_escape_closes_the_panel_and_focus_returns_to_the_launcher(page: Page, salon: Product) -> None:
    panel = await Panel.on(page, salon.url)
    await panel.write.press("Escape")
    await page.wait_for_function("document.activeElement.localName === 'div'")
    await page.keyboard.press("Enter")
    await panel.frame.wait_for_function("document.activeElement.localName === 'textarea'")
    assert await panel.write.is_visible()


async def test_a_foreign_window_is_not_listened_to(page: Page, salon: Product) -> None:
    panel = await Panel.on(page, salon.url)
    await page.evaluate("window.postMessage({ ringonce: 1, type: 'unread', n: 7 }, '*')")
    await panel.write.press("Escape")
    await page.wait_for_function("document.activeElement.localName === 'div'")
    assert await page.title() == "Shop"
