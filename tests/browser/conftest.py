"""Fixtures of the browser suites: browsers, contexts, and the real product that they visit.

One event loop, one product and one browser of each kind for the whole session; a context for each test.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.support.browsers import BLOCK_STORAGE, browser_of
from tests.support.faultproxy import FaultProxy
from tests.support.product import Product

#: How long a page may take on a machine that does much else; what is never there fails all the same.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)

Contexts = Callable[..., Awaitable[BrowserContext]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with browser_of("chromium") as browser:
        yield browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def firefox() -> AsyncIterator[Browser]:
    async with browser_of("firefox") as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def contexts() -> AsyncIterator[Contexts]:
    """Makes contexts, each a visitor of his own: `await contexts(chromium, timezone_id="Asia/Shanghai")`.

    `storage="blocked"` makes every kind of storage throw. Errors of a page fail the test.
    """
    opened: list[BrowserContext] = []
    errors: list[str] = []

    async def make(browser: Browser, *, storage: str = "allowed", **options: Any) -> BrowserContext:
        settings: dict[str, Any] = {"locale": "en-GB", "timezone_id": "Europe/Berlin", **options}
        context = await browser.new_context(**settings)
        context.set_default_timeout(PATIENCE_MS)
        if storage == "blocked":
            await context.add_init_script(BLOCK_STORAGE)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        opened.append(context)
        return context

    yield make
    for context in opened:
        await context.close()
    assert errors == [], "errors in the page"


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, contexts: Contexts) -> Page:
    """One Chromium page of one visitor."""
    return await (await contexts(chromium)).new_page()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def salon(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    """The demo's salon, served for the whole session on SQLite. Tests take different days in it."""
    folder = tmp_path_factory.mktemp("salon")
    # A whole suite comes from one address: the limit for one address has tests of its own.
    product = Product(folder, command="demo", environment={"RINGONCE_RATE_PER_MINUTE": "0"})
    async with product:
        yield product


@pytest_asyncio.fixture(loop_scope="session")
async def live_server(tmp_path: Path) -> AsyncIterator[Product]:
    """An empty product of this test alone, which it may kill."""
    async with Product(tmp_path / "product", environment={"RINGONCE_RATE_PER_MINUTE": "0"}) as product:
        yield product


@pytest_asyncio.fixture(loop_scope="session")
async def faults(salon: Product) -> AsyncIterator[FaultProxy]:
    """The salon through a network that misbehaves when told to."""
    async with FaultProxy("127.0.0.1", salon.port) as proxy:
        yield proxy
