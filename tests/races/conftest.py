"""A world on both engines, and fixtures that take a guard away in the test's own database or process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import bindparam, select

from ringonce.availability.busy import BusyTimes
from ringonce.booking import catalogue_store, decide, hold, move, placing, store
from ringonce.booking.catalogue_tables import services
from ringonce.booking.scene import Scene, lock_scene
from ringonce.calendars import store as calendar_store
from ringonce.calendars.tables import hosts
from ringonce.kernel.db import Database, in_list, statement
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Work
from tests.support.clock import MovableClock
from tests.support.house import House, make_house
from tests.support.world import World, make_world


@pytest.fixture
def world(database: Database, clock: MovableClock) -> World:
    return make_world(database, clock)


@pytest.fixture
async def unconstrained(world: World) -> None:
    """The database no longer judges overlaps."""
    if world.database.dialect == "postgresql":
        await world.sql("ALTER TABLE occupancy DROP CONSTRAINT occupancy_no_overlap")
    else:
        await world.sql(
            "DROP TRIGGER occupancy_no_overlap_insert", "DROP TRIGGER occupancy_no_overlap_update"
        )


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody decides on the calendar as it was before anybody wrote: check, then act."""

    async def before_anybody(work: Work, **asked: Any) -> Scene:
        return replace(await lock_scene(work, **asked), busy=BusyTimes(()))

    monkeypatch.setattr(hold, "lock_scene", before_anybody)
    monkeypatch.setattr(move, "lock_scene", before_anybody)


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reads without FOR UPDATE."""
    here = services.c.workspace_id == bindparam("workspace_id"), services.c.id == bindparam("service_id")
    monkeypatch.setattr(catalogue_store, "LOCK_SERVICE", statement(select(services).where(*here)))
    monkeypatch.setattr(store, "_LOCK_SERVICE", statement(select(services).where(*here)))
    monkeypatch.setattr(
        calendar_store,
        "LOCK_HOSTS",
        statement(
            select(hosts).where(
                hosts.c.workspace_id == bindparam("workspace_id"), in_list(hosts.c.id, "host_ids")
            )
        ),
    )


@dataclass
class Meeting:
    """Where two attempts meet, between reading the calendar and writing to it."""

    is_open: bool = True
    came: int = 0
    together: asyncio.Barrier = field(default_factory=lambda: asyncio.Barrier(2))

    async def meet(self) -> None:
        """Wait for the other one; behind a lock it cannot come, and whoever waits goes on alone."""
        if not self.is_open:
            return
        self.came += 1
        with suppress(TimeoutError, asyncio.BrokenBarrierError):
            async with asyncio.timeout(3):
                await self.together.wait()

    def after(self, read: Callable[..., Any]) -> Callable[..., Any]:
        async def read_and_meet(*args: Any, **more: Any) -> Any:
            found = await read(*args, **more)
            await self.meet()
            return found

        return read_and_meet


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """Two attempts meet after each has read what is free."""
    made = Meeting()
    monkeypatch.setattr(hold, "place_at", made.after(placing.place_at))
    monkeypatch.setattr(move, "place_at", made.after(placing.place_at))
    monkeypatch.setattr(decide, "_is_met", made.after(decide._is_met))
    return made


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()
