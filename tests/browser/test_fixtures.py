"""The browsers themselves: launched, blocked storage is blocked, axe finds what it must find."""

import pytest
from playwright.async_api import Browser, Page

from tests.browser.conftest import Contexts
from tests.support.browsers import violations
from tests.support.webkit import webkit


@pytest.mark.parametrize("kind", ["chromium", "firefox"])
async def test_blocked_storage_throws(
    kind: str, contexts: Contexts, chromium: Browser, firefox: Browser
) -> None:
    context = await contexts({"chromium": chromium, "firefox": firefox}[kind], storage="blocked")
    page = await context.new_page()
    for name in ("localStorage", "sessionStorage", "indexedDB"):
        thrown = await page.evaluate(
            f"(() => {{ try {{ {name}; return 'kept' }} catch (e) {{ return e.name }} }})()"
        )
        assert thrown == "SecurityError"


async def test_axe_finds_a_field_without_a_name(page: Page) -> None:
    await page.set_content("<main><h1>x</h1><input></main>")
    assert any(found.startswith("label:") for found in await violations(page, "main"))
    await page.set_content("<main><h1>x</h1><label>Name <input></label></main>")
    assert await violations(page, "main") == []


async def test_webkit_is_steered() -> None:
    async with webkit() as page:
        await page.goto("data:text/html,<button onclick='this.textContent = 1 + 1'>press</button>")
        await page.click("button")
        assert await page.text("button") == "2"
        assert await page.run("return Promise.resolve(arguments[0] + 1)", 2) == 3
        with pytest.raises(AssertionError, match="nothing"):
            await page.run("throw new Error('nothing')")
