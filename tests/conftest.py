"""Fixtures for every folder: both engines, a clock moved by hand, the kernel's parts."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings

from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database
from ringonce.kernel.engines import open_database
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource
from tests.support.clock import MovableClock
from tests.support.engines import ENGINES, Templates
from tests.support.salon import Salon

# A machine may be busy: how long an example takes proves nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Every test that asks for it, or for `database`, runs on both engines."""
    return str(request.param)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    made = Templates(tmp_path_factory.mktemp("templates"))
    yield made
    made.close()


@pytest.fixture
def database_url(engine: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of this test's own."""
    with templates.copy(engine, tmp_path) as url:
        yield url


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def ids(clock: MovableClock) -> IdSource:
    return IdSource(clock)


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def executor(database: Database, clock: MovableClock, ids: IdSource, hub: Hub) -> Executor:
    return Executor(database, clock, ids, hub, LocalBus())


@pytest.fixture
def salon(executor: Executor, database: Database, clock: MovableClock, ids: IdSource) -> Salon:
    """A workspace to be filled through the real intents."""
    return Salon(executor, database, clock, ids)
