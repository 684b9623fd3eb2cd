"""WebKit for tests: WebKitGTK's MiniBrowser, steered by WebDriver on a screen that nobody sees.

The driver's library blocks, so each command runs on a thread; a wait asks the page, never the clock alone.
"""

import asyncio
import glob
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

T = TypeVar("T")
MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4*/MiniBrowser", "/usr/libexec/webkit2gtk-4*/MiniBrowser")
WAIT_SECONDS = 15.0


class WebKit:
    """One window. `inside` names the frame that selectors and scripts mean; None is the page."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    async def goto(self, url: str) -> None:
        await self._do(lambda: self.driver.get(url))

    async def reload(self) -> None:
        await self._do(self.driver.refresh)

    async def run(self, script: str, *given: Any) -> Any:
        """Run a function body; `arguments` are what is given, and a promise is waited for."""
        whole = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve().then(() => (function () {{ {script} }}).apply(null, arguments))"
            ".then((value) => done({ value }), (fault) => done({ fault: String(fault) }));"
        )
        answer = await self._do(lambda: self.driver.execute_async_script(whole, *given))
        if "fault" in answer:
            raise AssertionError(f"the page's script failed: {answer['fault']}")
        return answer.get("value")

    async def inside(self, frame: str | None) -> None:
        """Mean the frame of this selector from now on; None for the page around."""

        def switch() -> None:
            self.driver.switch_to.default_content()
            if frame is not None:
                self.driver.switch_to.frame(self.driver.find_element(By.CSS_SELECTOR, frame))

        await self._do(switch)

    async def inside_element(self, frame: WebElement) -> None:
        """Mean the frame that a script found: one in a shadow root has no selector."""
        await self._do(lambda: self.driver.switch_to.frame(frame))

    async def click(self, selector: str) -> None:
        found = await self.visible(selector)
        await self._do(found.click)

    async def write(self, selector: str, text: str) -> None:
        found = await self.visible(selector)
        await self._do(lambda: found.send_keys(text))

    async def text(self, selector: str) -> str:
        found = await self.visible(selector)
        return str(await self._do(lambda: found.text))

    async def visible(self, selector: str) -> WebElement:
        """The first element of this selector that can be seen, waiting for it."""

        def look(driver: Any) -> Any:
            return next(
                (one for one in driver.find_elements(By.CSS_SELECTOR, selector) if one.is_displayed()), None
            )

        wait: WebDriverWait[Any] = WebDriverWait(self.driver, WAIT_SECONDS, poll_frequency=0.05)
        found: WebElement = await self._do(lambda: wait.until(look, f"nothing visible at {selector}"))
        return found

    async def until(self, script: str, *given: Any) -> Any:
        """Wait until the expression is true in the page, and return it."""
        wait: WebDriverWait[Any] = WebDriverWait(self.driver, WAIT_SECONDS, poll_frequency=0.05)
        return await self._do(
            lambda: wait.until(lambda driver: driver.execute_script(f"return {script};", *given), script)
        )

    async def _do(self, command: Callable[[], T]) -> T:
        return await asyncio.to_thread(command)


@asynccontextmanager
async def webkit() -> AsyncIterator[WebKit]:
    """A screen, the driver and one window for as long as the block lasts; a fresh profile each time."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert screen.stdout is not None
        number = (await asyncio.to_thread(screen.stdout.readline)).decode().strip()
        driver = await asyncio.to_thread(_open, {**os.environ, "DISPLAY": f":{number}"})
        try:
            yield WebKit(driver)
        finally:
            await asyncio.to_thread(driver.quit)
    finally:
        screen.terminate()
        await asyncio.to_thread(screen.communicate)


def find_mini_browser() -> str | None:
    """WebKitGTK's own small browser, which its driver steers."""
    return next((found for pattern in MINI_BROWSERS for found in sorted(glob.glob(pattern))), None)


def _open(environment: dict[str, str]) -> Any:
    options = Options()
    options.binary_location = find_mini_browser() or "MiniBrowser"
    options.add_argument("--automation")
    service = Service(shutil.which("WebKitWebDriver") or "WebKitWebDriver", env=environment)
    driver = webdriver.WebKitGTK(options=options, service=service)
    driver.set_script_timeout(WAIT_SECONDS)
    driver.set_page_load_timeout(2 * WAIT_SECONDS)
    return driver
