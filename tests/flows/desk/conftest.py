"""A parlour on both engines, and the application in process."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support.clock import MovableClock
from tests.support.house import House, make_house
from tests.support.parlour import Parlour, make_parlour
from tests.support.world import World, make_world


@pytest.fixture
def world(database: Database, clock: MovableClock) -> World:
    return make_world(database, clock)


@pytest_asyncio.fixture
async def parlour(world: World) -> Parlour:
    return await make_parlour(world)


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()
