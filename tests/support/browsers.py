"""Real browsers for tests: which one is launched, and how. The product does not belong here."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Browser, Page, Playwright, async_playwright

from machine import CHROMIUM, FIREFOX

Kind = Literal["chromium", "firefox"]
REPOSITORY = Path(__file__).resolve().parents[2]
AXE = REPOSITORY / "frontend/node_modules/axe-core/axe.min.js"

# Makes every kind of storage throw, as a browser does whose owner blocks it for this site.
BLOCK_STORAGE = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, {
    configurable: true,
    get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
  });
}
Object.defineProperty(Document.prototype, "cookie", {
  configurable: true,
  get() { return ""; },
  set() {},
});
"""


def find_executable(kind: Kind) -> str | None:
    """The installed browser; None leaves the choice to Playwright's own download."""
    names = CHROMIUM if kind == "chromium" else FIREFOX
    return next((found for name in names if (found := shutil.which(name))), None)


async def launch(playwright: Playwright, kind: Kind) -> Browser:
    """A headless browser, without the errands that browsers run on their own."""
    executable = find_executable(kind)
    if kind == "chromium":
        return await playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-features=LocalNetworkAccessChecks",
                "--disable-background-networking",
            ],
        )
    if executable is None:
        return await playwright.firefox.launch()
    return await playwright.firefox.launch(channel="moz-firefox", executable_path=executable)


@asynccontextmanager
async def browser_of(kind: Kind) -> AsyncIterator[Browser]:
    """Playwright and one browser for as long as the block lasts."""
    async with async_playwright() as playwright:
        browser = await launch(playwright, kind)
        try:
            yield browser
        finally:
            await browser.close()


async def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds on the page: rule, help, and the nodes. Empty means clean."""
    # Through the debugger, not as a script element: the page's own policy stays as it is.
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = await page.evaluate(
        "async (within) => await axe.run(within ?? document, { resultTypes: ['violations'] })", within
    )
    return [
        f"{entry['id']}: {entry['help']}: {[node['html'][:120] for node in entry['nodes']]}"
        for entry in found["violations"]
    ]
