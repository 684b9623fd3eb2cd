"""Time alone changes an open page: a notice passes, a hold lapses. The server's clock is moved by hand."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Page, expect

from ringonce.kernel.engines import open_database
from ringonce.kernel.sources import IdSource
from tests.browser.conftest import Contexts
from tests.support.clock import MovableClock
from tests.support.engines import ENGINES
from tests.support.house import House, Shop, done, make_house, open_shop
from tests.support.product import free_port

NOTICE = {"notice_minutes": 120}
#: The clock stands at 09:00 UTC, so with two hours' notice 11:00 is the first start.
FIRST, LATER = "2026-12-01T11:00:00Z", "2026-12-01T14:00:00Z"


@dataclass
class Served:
    """An application of this test on a real port."""

    house: House
    shop: Shop
    url: str

    async def open(self, browser: Browser, contexts: Contexts) -> Page:
        page = await (await contexts(browser, timezone_id="UTC")).new_page()
        await page.goto(f"{self.url}/{self.shop.workspace.slug}/cut?on=2026-12-01")
        await page.locator("body[data-ready]").wait_for()
        return page


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest_asyncio.fixture(loop_scope="session")
async def served(engine: str, database_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    clock = MovableClock()
    database = await open_database(database_url)
    house = await make_house(database, database_url, tmp_path, clock, IdSource(clock))
    port = free_port()
    config = uvicorn.Config(
        house.app.asgi,
        host="127.0.0.1",
        port=port,
        lifespan="off",
        ws="websockets-sansio",
        log_config=None,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    yield Served(house, await open_shop(house, rules=NOTICE), f"http://127.0.0.1:{port}")
    server.should_exit = True
    with contextlib.suppress(asyncio.CancelledError):
        await serving
    await house.close()
    await database.close()


async def test_a_notice_that_passes_takes_the_time_from_both_pages(
    served: Served, chromium: Browser, contexts: Contexts
) -> None:
    pages = [await served.open(chromium, contexts) for _ in range(2)]
    for page in pages:
        await expect(page.locator(f"#pick .slot[value='{FIRST}']")).not_to_have_attribute(
            "aria-disabled", "true"
        )
    served.house.clock.move(timedelta(minutes=1))
    for page in pages:
        gone = page.locator(f"#pick .slot[value='{FIRST}']:not([aria-disabled=true])")
        await expect(gone).to_have_count(0, timeout=15_000)
        await expect(page.locator(f"#pick .slot[value='{LATER}']")).not_to_have_attribute(
            "aria-disabled", "true"
        )


async def test_a_hold_that_lapses_gives_the_time_back_to_both_pages(
    served: Served, chromium: Browser, contexts: Contexts
) -> None:
    visitor = served.house.visitor(served.shop.workspace)
    await done(visitor.post("/holds", {"service": "cut", "start": LATER}))
    pages = [await served.open(chromium, contexts) for _ in range(2)]
    for page in pages:
        free = page.locator(f"#pick .slot[value='{LATER}']:not([aria-disabled=true])")
        await expect(free).to_have_count(0)
    served.house.clock.move(timedelta(minutes=5))
    for page in pages:
        await expect(page.locator(f"#pick .slot[value='{LATER}']")).not_to_have_attribute(
            "aria-disabled", "true", timeout=15_000
        )
