"""Stages for the cases: a fresh visitor and a fresh inbox each, on a product that many share."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.chat.stage import Stage, open_inbox
from tests.browser.chat.tabs import FirefoxTab, PageTab
from tests.browser.conftest import Contexts
from tests.browser.widget.acts import Desk
from tests.support.faultproxy import FaultProxy
from tests.support.hostsite import HostSite
from tests.support.product import Product

Stages = Callable[..., Awaitable[Stage]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site() -> AsyncIterator[HostSite]:
    async with HostSite() as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def desk(salon: Product) -> AsyncIterator[Desk]:
    found = await Desk.of(salon)
    yield found
    await found.client.aclose()


@pytest_asyncio.fixture(loop_scope="session")
async def stages(
    salon: Product, desk: Desk, faults: FaultProxy, site: HostSite, contexts: Contexts
) -> Stages:
    """`await stages(chromium, "before")`: a visitor of that browser before an inbox that asks then."""

    async def make(browser: Browser, when: str, **settings: Any) -> Stage:
        context = await contexts(browser)
        kind = FirefoxTab if browser.browser_type.name == "firefox" else PageTab

        async def new_tab() -> PageTab:
            return kind(await context.new_page())

        return Stage(salon, desk, faults, site, when, await open_inbox(desk, when, **settings), new_tab)

    return make
