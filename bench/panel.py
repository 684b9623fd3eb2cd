"""What the chat costs the page it stands on: sizes, requests, and how soon it is there on a slow telephone.

`python -m bench panel`. Measured on the shop of the demonstration, in Chromium.
"""

import asyncio
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, Frame, Page, Route

from bench.figures import Figure
from bench.pages import SLOW, SLOWER_PROCESSOR
from bench.support.wire import percentile
from tests.support.browsers import browser_of
from tests.support.product import REPOSITORY, Product

VISITS = 5
WIDE, HIGH = 1280, 800
#: The middle of the launcher, from the lower right corner.
IN = 24 + 28
#: The shop itself, the line on it, the frame, and the message; the script of the frame has a name of its own.
NEEDED = ("/demo/shop", "/embed.js", "/chat/studio/website", "/api/v1/chat/start")
SIZES = REPOSITORY / "src/ringonce/web/assets/sizes.json"

# In the shop's page and in the frame: when what one waits for was on the screen, as Unix ms.
NOTE = """
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const there = window === window.top
    ? () => window.ringonce && window.ringonce.loaded
    : () => document.querySelector("[data-ready]") && document.querySelector("textarea:not([disabled])");
  window.wasThere = new Promise((done) => {
    const look = () => requestAnimationFrame(() => {
      if (there()) requestAnimationFrame(() => done(now()));
      else look();
    });
    look();
  });
  addEventListener("pointerdown", () => { window.wasPressed = now(); }, true);
  window.began = performance.timeOrigin;
})();
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One first visit: until the launcher was drawn, from the click until one can write (s); what was asked
    of our server, and what was asked and refused.
    """

    launcher: float
    usable: float
    asked: list[str]
    refused: list[str]


def _sizes() -> list[Figure]:
    sizes: dict[str, dict[str, int]] = json.loads(SIZES.read_text(encoding="utf-8"))
    loader, widget = sizes["loader"]["bytes"] / 1000, sizes["widget"]["bytes"] / 1000
    how = "compressed, as sent"
    return [
        Figure("the line on the site loads", loader, "kB", 3, how),
        Figure("script and style to a chat one can write in", widget, "kB", 35, how),
    ]


async def _stamp(where: Page | Frame, name: str) -> float:
    """One of the instants that a page noted (s)."""
    async with asyncio.timeout(60):
        return float(await where.evaluate(f"() => window.{name}")) / 1000


async def _visit(browser: Browser, url: str, *, slow: bool) -> Visit:
    context = await browser.new_context(viewport={"width": WIDE, "height": HIGH}, locale="en")
    await context.add_init_script(NOTE)
    page = await context.new_page()
    if slow:
        session = await context.new_cdp_session(page)
        await session.send("Network.enable")
        await session.send("Network.emulateNetworkConditions", SLOW)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    asked: list[str] = []
    refused: list[str] = []

    async def door(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path in NEEDED or path.startswith("/assets/widget.en-"):
            asked.append(path)
            await route.continue_()
        else:
            refused.append(path)
            await route.abort()

    if not slow:
        await page.route("**/*", door)
    await page.goto(url, wait_until="commit")
    launcher = await _stamp(page, "wasThere") - await _stamp(page, "began")
    await page.mouse.click(WIDE - IN, HIGH - IN)
    frame = await _frame(page)
    there = await _stamp(frame, "wasThere")
    usable = there - await _stamp(page, "wasPressed")
    write = frame.locator("textarea").first
    await write.fill("Is the matt clay back?")
    async with page.expect_response(lambda answer: answer.url.endswith("/chat/start")) as begun:
        await write.press("Enter")
    if (await begun.value).status != 201:
        raise RuntimeError(f"the message was not taken: {(await begun.value).status}")
    await context.close()
    return Visit(launcher, usable, asked, refused)


async def _frame(page: Page) -> Frame:
    """The frame of the chat."""
    found: dict[str, Any] = {}
    while not found:
        found = {frame.url: frame for frame in page.frames if "/chat/" in frame.url}
        if not found:
            await page.wait_for_event("framenavigated", timeout=30_000)
    frame: Frame = next(iter(found.values()))
    return frame


async def _all() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="ringonce-bench-") as folder:
        async with Product(Path(folder), command="demo") as product, browser_of("chromium") as browser:
            url = f"{product.url}/demo/shop"
            quick = await _visit(browser, url, slow=False)
            visits = [await _visit(browser, url, slow=True) for _ in range(VISITS)]
    how = f"median of {VISITS} first visits in Chromium; 150 ms, 1.6 Mbit/s, 4x slower processor"
    asked = f"everything else refused: {', '.join(quick.asked[1:])}"
    if quick.refused:
        asked += f"; came later otherwise: {', '.join(quick.refused)}"
    return [
        *_sizes(),
        Figure("requests until the first message can be sent", len(quick.asked) - 1, "requests", 4, asked),
        Figure(
            "until the launcher is drawn", percentile([each.launcher for each in visits], 0.5), "s", None, how
        ),
        Figure(
            "from the click until one can write",
            percentile([each.usable for each in visits], 0.5),
            "s",
            None,
            how,
        ),
    ]


def main() -> list[Figure]:
    return asyncio.run(_all())
