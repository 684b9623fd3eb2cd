"""True of every page: axe finds nothing, nothing comes from elsewhere, nothing is wider than the screen."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import Contexts
from tests.support.browsers import violations
from tests.support.product import Product

PAGES = ["/studio", "/studio/cut", "/demo", "/demo/race", "/desk", "/no-such-workspace"]
LOOKS: dict[str, dict[str, Any]] = {
    "desk, light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "phone, dark, Chinese": {
        "viewport": {"width": 320, "height": 720},
        "color_scheme": "dark",
        "locale": "zh-CN",
        "has_touch": True,
    },
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_clean(
    path: str, look: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    context = await contexts(chromium, **LOOKS[look])
    page = await context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    await page.goto(salon.url + path, wait_until="networkidle")
    assert await violations(page) == []
    assert hosts <= {f"127.0.0.1:{salon.port}"}
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
