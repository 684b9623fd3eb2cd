"""The application in process, on both engines."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support.clock import MovableClock
from tests.support.house import House, Shop, make_house, open_shop


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def shop(house: House) -> Shop:
    return await open_shop(house)
