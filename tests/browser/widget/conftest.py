"""The desk that answers the visitors of these tests."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.browser.widget.acts import Desk
from tests.support.product import Product


@pytest_asyncio.fixture(loop_scope="session")
async def desk(salon: Product) -> AsyncIterator[Desk]:
    found = await Desk.of(salon)
    yield found
    await found.client.aclose()
