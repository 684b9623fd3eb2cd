"""A tab with the chat in it, in whichever browser. Scripts are functions that run inside the chat's frame."""

from typing import Any, Protocol

from playwright.async_api import Frame, Page
from selenium.webdriver.remote.webelement import WebElement

from tests.support.webkit import WebKit

FIND_FRAME = (
    "return [...document.querySelectorAll('html > div')]"
    ".map((each) => each.shadowRoot && each.shadowRoot.querySelector('iframe')).find(Boolean) ?? null;"
)
LOADED = "window.ringonce && window.ringonce.loaded"
READY = "() => document.body !== null && document.body.dataset.ready === 'true'"

WRITE = """(selector, text) => {
    const field = document.querySelector(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
}"""
# Where the driver repeats no key, the page is told the events of one that is held.
HOLD_ENTER = """(selector) => {
    const field = document.querySelector(selector);
    const how = { key: 'Enter', bubbles: true, cancelable: true };
    for (let n = 0; n < 10; n++) {
        const kept = field.dispatchEvent(new KeyboardEvent('keydown', { ...how, repeat: n > 0 }));
        if (kept && field.localName === 'input') field.form.requestSubmit();
    }
}"""


class Tab(Protocol):
    """What the cases do in a tab."""

    async def visit(self, url: str) -> None:
        """Go to a page of the site and wait for the launcher."""

    async def press_launcher(self, times: int) -> None:
        """Ask for the chat so often, as an impatient finger does; it ends open."""

    async def ready(self) -> None:
        """Until the chat's code runs in its frame."""

    async def reload(self) -> None:
        """Load the page anew, with the launcher."""

    async def run(self, script: str, *given: Any) -> Any:
        """Call a function inside the frame."""

    async def until(self, script: str, *given: Any) -> None:
        """Wait until a function inside the frame says true."""

    async def fill(self, selector: str, text: str) -> None:
        """Write into a field of the frame."""

    async def hold_enter(self, selector: str) -> None:
        """Keep Enter down in a field until it has repeated nine times."""


class PageTab:
    """A page of Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._frame: Frame | None = None

    async def visit(self, url: str) -> None:
        await self.page.goto(url)
        await self.page.wait_for_function(LOADED)

    async def press_launcher(self, times: int) -> None:
        await self.page.evaluate(
            "(times) => { for (let n = 1; n < times; n++) ringonce('toggle'); ringonce('open') }", times
        )

    async def ready(self) -> None:
        self._frame = None
        while self._frame is None:
            inside = [frame for frame in self.page.frames if "/chat/" in frame.url]
            self._frame = inside[0] if inside else None
            await self.page.evaluate("() => new Promise(requestAnimationFrame)")
        await self.frame.locator("[data-ready]").wait_for(state="attached")

    async def reload(self) -> None:
        await self.page.reload()
        await self.page.wait_for_function(LOADED)

    @property
    def frame(self) -> Frame:
        assert self._frame is not None, "the chat is not ready"
        return self._frame

    async def run(self, script: str, *given: Any) -> Any:
        return await self.frame.evaluate(f"(given) => ({script})(...given)", list(given))

    async def until(self, script: str, *given: Any) -> None:
        await self.frame.wait_for_function(
            f"(given) => ({script})(...given)", arg=list(given), timeout=20_000
        )

    async def fill(self, selector: str, text: str) -> None:
        await self.frame.fill(selector, text)

    async def hold_enter(self, selector: str) -> None:
        await self.frame.focus(selector)
        for _ in range(10):
            await self.page.keyboard.down("Enter")
        await self.page.keyboard.up("Enter")


class FirefoxTab(PageTab):
    """Firefox's driver types into the page's own process alone; the frame of another site has another."""

    async def fill(self, selector: str, text: str) -> None:
        await self.run(WRITE, selector, text)

    async def hold_enter(self, selector: str) -> None:
        await self.run(HOLD_ENTER, selector)


class WebKitTab:
    """The one window of WebKit. Its host page must leave the launcher's root open."""

    def __init__(self, window: WebKit) -> None:
        self.window = window

    async def visit(self, url: str) -> None:
        await self.window.inside(None)
        await self.window.goto(url)
        await self.window.until(LOADED)

    async def press_launcher(self, times: int) -> None:
        await self.window.run(
            "for (let n = 1; n < arguments[0]; n++) ringonce('toggle'); ringonce('open');", times
        )

    async def ready(self) -> None:
        frame: WebElement = await self.window.until(f"(function () {{ {FIND_FRAME} }})()")
        await self.window.inside_element(frame)
        await self.until(READY)

    async def reload(self) -> None:
        await self.window.inside(None)
        await self.window.reload()
        await self.window.until(LOADED)

    async def run(self, script: str, *given: Any) -> Any:
        return await self.window.run(f"return ({script})(...arguments)", *given)

    async def until(self, script: str, *given: Any) -> None:
        await self.window.until(f"({script})(...arguments)", *given)

    async def fill(self, selector: str, text: str) -> None:
        await self.run(WRITE, selector, text)

    async def hold_enter(self, selector: str) -> None:
        await self.run(HOLD_ENTER, selector)
