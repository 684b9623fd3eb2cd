"""The chat on pages of others, whatever those do: policies, styles, scripts, storage, other frameworks."""

import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, BrowserContext, Frame, Page

from tests.browser.conftest import Contexts
from tests.browser.widget.acts import SITE, STRICT, Desk, Panel, frame_of, host_page, serve_site, words
from tests.support.browsers import AXE, violations
from tests.support.product import Product

#: The styles of pages that were never asked, as far as a page can be survived.
WILD = {
    "everything unset and hidden": (
        "* { all: unset !important; display: none !important; visibility: hidden !important } "
        "html, body, main, h1, p { display: block !important; visibility: visible !important }"
    ),
    "everything moved": (
        "* { position: static !important; inset: auto !important; transform: translate(9px) rotate(2deg) "
        "!important; float: left !important; margin: 40px !important } html { transform: none !important; "
        "margin: 0 !important }"
    ),
    "nothing can be pressed": (
        "body * { pointer-events: none !important } div { pointer-events: none !important; opacity: 0 "
        "!important; clip-path: inset(50%) !important; z-index: -1 !important; filter: blur(9px) !important }"
    ),
    "everything takes an hour": (
        "* { transition: all 3600s linear 3600s !important; animation: gone 1s forwards !important } "
        "@keyframes gone { to { opacity: 0; display: none } } html { animation: none !important }"
    ),
    "letters of another world": (
        "* { font: 90px/9 serif !important; writing-mode: vertical-rl !important; letter-spacing: 2em "
        "!important; text-transform: uppercase !important; color: red !important; "
        "background: lime !important } html { writing-mode: horizontal-tb !important }"
    ),
    "no frames": "iframe, button, svg { display: none !important; width: 0 !important; max-height: 0 }",
}
#: Scripts of pages that change what every script stands on.
RUDE = {
    "old frameworks": (
        "Array.prototype.toJSON = () => 'broken'; Object.prototype.extra = 1; String.prototype.extra = 1; "
        "Array.prototype.extra = function () {}; window.define = () => {}; window.define.amd = {}; "
        "window.module = {}; window.exports = {}; window.$ = window.jQuery = window._ = null;"
    ),
    "names that are taken": "window.chat = window.host = window.panel = window.name = 'taken';",
    "a title that is watched": (
        "new MutationObserver(() => {}).observe(document.head, { subtree: true, childList: true })"
    ),
}
STRICTER = (
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; frame-src {origin}; "
    "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"
)
POLICIES = {
    "trusted types": STRICT,
    "no trusted types": "default-src 'none'; script-src {origin}; frame-src {origin}",
    "nonces alone": STRICTER,
}
CORNER = """(x) => {
  const at = document.elementFromPoint(x < 0 ? innerWidth + x : x, innerHeight - 50);
  return at !== null && at.localName === "div" && at.parentNode === document.documentElement;
}"""


@dataclass
class Seen:
    """What a page did that nobody asked for."""

    hosts: set[str]
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @classmethod
    def on(cls, page: Page, *origins: str) -> "Seen":
        made = cls({urlsplit(each).netloc for each in origins})
        page.on("console", lambda line: made._line(line.type, line.text))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("request", lambda request: made._asked(request.url))
        return made

    def _line(self, kind: str, text: str) -> None:
        # The icon of the made-up site is its own affair.
        if kind == "error" and "favicon" not in text:
            self.errors.append(text)

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme.startswith("http") and parts.netloc not in self.hosts:
            self.foreign.append(url)


async def visit(page: Page, salon: Product, html: str, policy: str = "") -> Seen:
    """A page of the site with our line on it."""
    seen = Seen.on(page, salon.url, SITE)
    await page.context.route(
        f"{SITE}/**",
        lambda route: route.fulfill(
            body=html,
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": policy.format(origin=salon.url)} if policy else {},
        ),
    )
    await page.goto(SITE)
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    return seen


async def chats(page: Page, salon: Product, x: int = -50) -> Panel:
    """The launcher is there to be pressed, and what is written behind it reaches the desk."""
    await page.wait_for_function(CORNER, arg=x)
    size = await page.evaluate("() => [innerWidth, innerHeight]")
    await page.mouse.click(size[0] + x if x < 0 else x, size[1] - 50)
    panel = Panel(page, await frame_of(page))
    text = words()
    if page.context.browser is not None and page.context.browser.browser_type.name == "firefox":
        # Its driver types into no frame of another site: the keys' effect is made by hand.
        await panel.write.evaluate(
            "(it, text) => { it.value = text; it.dispatchEvent(new Event('input', { bubbles: true })) }",
            text,
        )
        await panel.frame.get_by_role("button", name="Start conversation").evaluate("(it) => it.click()")
        await panel.sent(text)
    else:
        await panel.said(text)
    desk = await Desk.of(salon)
    assert [each["texts"] for each in await desk.conversations(text)] == [[text]]
    await desk.client.aclose()
    return panel


async def violations_in(frame: Frame) -> list[str]:
    """What axe finds inside the frame."""
    await frame.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = await frame.evaluate("async () => await axe.run(document)")
    return [f"{each['id']}: {each['help']}" for each in found["violations"]]


@pytest.mark.parametrize("name", POLICIES)
async def test_strict_policies(page: Page, salon: Product, name: str) -> None:
    html = host_page(salon.url)
    if "nonce" in POLICIES[name]:
        html = html.replace("<script async", "<script nonce=abc async")
    seen = await visit(page, salon, html, POLICIES[name])
    await chats(page, salon)
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.mark.parametrize("name", WILD)
async def test_wild_styles(page: Page, salon: Product, name: str) -> None:
    seen = await visit(page, salon, host_page(salon.url, head=f"<style>{WILD[name]}</style>"))
    await chats(page, salon)
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.mark.parametrize("name", RUDE)
async def test_rude_scripts(page: Page, salon: Product, name: str) -> None:
    seen = await visit(page, salon, host_page(salon.url, head=f"<script>{RUDE[name]}</script>"))
    await chats(page, salon)
    assert (seen.errors, seen.foreign) == ([], [])


async def test_right_to_left(page: Page, salon: Product) -> None:
    seen = await visit(page, salon, host_page(salon.url, attributes="dir=rtl"))
    panel = await chats(page, salon, 50)
    assert await violations(page) == []
    assert await violations_in(panel.frame) == []
    assert seen.errors == []


async def test_without_a_doctype(page: Page, salon: Product) -> None:
    seen = await visit(page, salon, host_page(salon.url).removeprefix("<!doctype html>"))
    await chats(page, salon)
    assert seen.errors == []


async def test_nothing_is_kept_asked_or_moved_before_anybody_writes(page: Page, salon: Product) -> None:
    watch = (
        "<script>window.moved = 0; new PerformanceObserver((list) => { for (const each of list.getEntries()) "
        "moved += each.value }).observe({ type: 'layout-shift', buffered: true })</script>"
    )
    seen = await visit(page, salon, host_page(salon.url, head=watch))
    assert await page.context.cookies() == []
    await page.evaluate("ringonce('open')")
    frame = await frame_of(page)
    stored = (
        "async () => [localStorage.length, sessionStorage.length, document.cookie, "
        "(await indexedDB.databases()).length, (await caches.keys()).length]"
    )
    # Caches need https; here they are asked for only where there are any.
    stored = stored.replace(
        "(await caches.keys()).length", "window.caches ? (await caches.keys()).length : 0"
    )
    assert await frame.evaluate(stored) == [0, 0, "", 0, 0]
    assert await page.evaluate(stored) == [0, 0, "", 0, 0]
    assert await page.context.cookies() == []
    assert await page.evaluate("moved") == 0
    assert (seen.errors, seen.foreign) == ([], [])
    assert await violations_in(frame) == []
    panel = Panel(page, frame)
    await panel.said(words())
    assert await page.context.cookies() == []
    assert await page.evaluate("() => Object.keys(localStorage)") == ["ringonce:visitor:studio"]
    assert await violations(page) == []
    assert await violations_in(frame) == []


async def test_storage_is_blocked_in_page_and_frame(
    chromium: Browser, contexts: Contexts, salon: Product
) -> None:
    page = await (await contexts(chromium, storage="blocked")).new_page()
    seen = await visit(page, salon, host_page(salon.url))
    panel = await chats(page, salon)
    await panel.said(words())
    assert (seen.errors, seen.foreign) == ([], [])


async def test_the_script_three_times_and_a_queue_before_it(page: Page, salon: Product) -> None:
    head = (
        "<script>window.ringonce = window.ringonce || function () { (ringonce.q = ringonce.q || [])"
        ".push(arguments) }; window.heard = []; ringonce('on', 'ready', () => heard.push('ready')); "
        "ringonce('on', 'open', () => heard.push('open')); ringonce('nothing-of-the-kind', 1); "
        "ringonce('open')</script>"
    )
    seen = await visit(page, salon, host_page(salon.url, tags=3, head=head))
    panel = Panel(page, await frame_of(page))
    await panel.said(words())
    await page.wait_for_function("heard.join() === 'open,ready'")
    assert await page.evaluate("document.documentElement.querySelectorAll(':scope > div').length") == 1
    assert len([each for each in page.frames if "/chat/" in each.url]) == 1
    assert seen.errors == []


async def test_a_page_that_draws_itself_anew(page: Page, salon: Product) -> None:
    """The router of a page of one: the address, the title and the whole body change; the chat stays."""
    seen = await visit(page, salon, host_page(salon.url))
    panel = await chats(page, salon)
    await page.evaluate(
        "history.pushState({}, '', '/elsewhere'); document.title = 'Elsewhere'; "
        "document.body.replaceChildren(document.createElement('main'))"
    )
    await panel.said(words())
    assert await page.evaluate("document.documentElement.querySelectorAll(':scope > div').length") == 1
    assert await page.title() == "Elsewhere"
    assert seen.errors == []


async def test_an_image_does_not_choose_the_server(page: Page, salon: Product) -> None:
    """Where somebody may write harmless markup into the page, its names are not taken for our script's."""
    evil = (
        "<img name=currentScript src='data:,' data-workspace=studio data-inbox=website>"
        "<a id=ringonce></a><a id=ringonce name=q href=x></a>"
    )
    html = host_page(salon.url).replace("<main>", evil + "<main>")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await serve_site(page.context, html)
    await page.goto(SITE)
    await page.wait_for_load_state("networkidle")
    await page.evaluate("() => typeof window.ringonce === 'function' && window.ringonce('open')")
    await page.wait_for_load_state("networkidle")
    assert {urlsplit(each).netloc for each in asked if each.startswith("http")} <= {
        urlsplit(salon.url).netloc,
        urlsplit(SITE).netloc,
    }
    assert [each.url for each in page.frames if each.url.startswith("data:")] == []


async def test_words_of_other_windows_origins_and_versions_are_not_taken(page: Page, salon: Product) -> None:
    """Neither the page nor the frame listens to anybody but the other one."""
    await visit(page, salon, host_page(salon.url))
    panel = await chats(page, salon)
    before = await panel.frame.evaluate("() => localStorage.getItem('ringonce:visitor:studio')")
    stolen = f"vst_{secrets.token_urlsafe(40)}"
    # A frame of somebody else on the same page, and the frame itself, speak to the chat.
    said = [
        *({"ringonce": 1, "type": each, "token": stolen} for each in ("hello", "token", "identify")),
        {"ringonce": 2, "type": "token", "token": stolen},
        *({"ringonce": 1, "type": each} for each in ("reset", "close", "__proto__", "constructor")),
        *({"ringonce": "1", "type": "reset"}, None, "reset"),
    ]
    speak = (
        "(all) => { for (const said of all) for (let n = -1; n < parent.frames.length; n++) "
        "(n < 0 ? parent : parent.frames[n]).postMessage(said, '*'); }"
    )
    await page.context.route(
        "http://foreign.example/**", lambda route: route.fulfill(body="<p>foreign", content_type="text/html")
    )
    await page.evaluate(
        "() => { const frame = document.createElement('iframe'); frame.name = 'foreign'; "
        "frame.src = 'http://foreign.example/'; document.body.append(frame) }"
    )
    foreign = await foreign_frame(page)
    await foreign.evaluate(speak, said)
    await panel.frame.evaluate(speak, said)
    await panel.said(words())
    after = await panel.frame.evaluate("() => localStorage.getItem('ringonce:visitor:studio')")
    assert after == before
    assert await page.evaluate("() => localStorage.getItem('ringonce:visitor:studio')") == before


async def foreign_frame(page: Page) -> Frame:
    for _ in range(200):
        found = [each for each in page.frames if "foreign.example" in each.url]
        if found and await found[0].locator("p").count():
            return found[0]
        await page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError("no frame came")


async def test_no_address_holds_a_token(page: Page, salon: Product) -> None:
    """Not in the frame's address, not in a referrer, not in any request's path or query."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}"))
    await visit(page, salon, host_page(salon.url))
    await chats(page, salon)
    assert not [each for each in asked if re.search(r"vst_|ris_", each)]
    assert "vst_" not in salon.printed()


async def framed_by(context: BrowserContext, salon: Product, origin: str, slug: str) -> bool:
    """Whether the page of this origin can show the chat."""
    page = await context.new_page()
    html = host_page(salon.url).replace('data-inbox="website"', f'data-inbox="{slug}"')

    await context.route(
        f"{origin}/**", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
    )
    await page.goto(f"{origin}/")
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    refused = page.wait_for_event(
        "console", lambda line: "frame-ancestors" in line.text or "Framing" in line.text, timeout=5_000
    )
    await page.evaluate(
        "window.ready = false; ringonce('on', 'ready', () => (window.ready = true)); ringonce('open')"
    )
    try:
        await refused
    except Exception:  # nothing was refused within the time
        return bool(await page.evaluate("ready"))
    finally:
        await page.close()
    return False


async def test_only_the_sites_of_the_owner_show_it(
    chromium: Browser, contexts: Contexts, salon: Product
) -> None:
    desk = await Desk.of(salon)
    slug = f"sites-{secrets.token_hex(4)}"
    made = await desk.post("/inboxes", {"slug": slug, "name": "Sites"})
    body = {"version": made["version"], "settings": {**made["settings"], "sites": [SITE]}}
    headers = {"Idempotency-Key": f'"{secrets.token_hex(16)}"'}
    assert (await desk.client.patch(f"/inboxes/{made['id']}", json=body, headers=headers)).status_code == 200
    await desk.client.aclose()
    context = await contexts(chromium)
    page = await context.new_page()
    html = host_page(salon.url).replace('data-inbox="website"', f'data-inbox="{slug}"')
    await serve_site(context, html)
    await page.goto(SITE)
    await page.wait_for_function("window.ringonce && window.ringonce.loaded")
    await page.evaluate("ringonce('open')")
    await Panel(page, await frame_of(page)).said(words())
    assert not await framed_by(context, salon, "http://evil.example", slug)


async def test_the_desk_is_framed_by_nobody(page: Page, salon: Product) -> None:
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text))
    await serve_site(
        page.context, f"<!doctype html><title>x</title><iframe src='{salon.url}/desk/inbox'></iframe>"
    )
    await page.goto(SITE)
    await page.wait_for_load_state("load")
    assert any("frame-ancestors" in each for each in told)


async def test_firefox_chats_on_a_strict_page(firefox: Browser, contexts: Contexts, salon: Product) -> None:
    page = await (await contexts(firefox)).new_page()
    await visit(page, salon, host_page(salon.url), STRICT)
    await chats(page, salon)


async def test_firefox_chats_where_styles_are_wild_and_storage_is_blocked(
    firefox: Browser, contexts: Contexts, salon: Product
) -> None:
    page = await (await contexts(firefox, storage="blocked")).new_page()
    wild = WILD["everything unset and hidden"]
    await visit(page, salon, host_page(salon.url, head=f"<style>{wild}</style>"))
    await chats(page, salon)
