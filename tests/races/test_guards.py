"""What each guard of a host's time is worth: taken away in the test's own database, overlaps appear.

Three guards stand in a row: the locks of service and hosts, the offer read under them, and the constraint.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from ringonce.availability.busy import BusyTimes
from ringonce.booking import catalogue_store, hold, placing, store
from ringonce.booking.catalogue_model import Service
from ringonce.booking.catalogue_tables import services
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import HoldSlot
from ringonce.booking.scene import Scene, lock_scene
from ringonce.calendars import store as calendar_store
from ringonce.calendars.tables import hosts
from ringonce.kernel.db import Database, in_list, statement
from ringonce.kernel.work import Work
from tests.support.world import Outcome, World, all_at_once, intent_of, minute, visitor

TEN = minute("10:00")


async def drop_constraint(world: World) -> None:
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


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Two attempts meet between reading the calendar and writing to it; returns how many came that far."""
    together = asyncio.Barrier(2)
    came = 0
    decide = placing.place_at

    async def decide_together(*args: Any, **more: Any) -> Any:
        nonlocal came
        place = await decide(*args, **more)
        came += 1
        # Behind a lock the other one cannot come; then whoever waits goes on alone.
        try:
            async with asyncio.timeout(3):
                await together.wait()
        except (TimeoutError, asyncio.BrokenBarrierError):
            pass
        return place

    monkeypatch.setattr(hold, "place_at", decide_together)
    return lambda: came


async def race(world: World, service: Service, people: int) -> list[Outcome]:
    ask = HoldSlot(service_id=service.id, start_minute=TEN)
    return await all_at_once(people, lambda n: world.send(intent_of(hold_slot, ask), visitor(n)))


async def test_control_a_check_alone_gives_the_slot_to_everybody(world: World, blind: None) -> None:
    service = await world.service("Mara")
    await drop_constraint(world)
    told = await race(world, service, 20)
    assert sum(one.is_won for one in told) == 20
    assert await world.overlaps() == 190


async def test_the_constraint_judges_when_the_check_was_blind(world: World, blind: None) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 20)
    assert sum(one.is_won for one in told) == 1
    assert {one.code for one in told if not one.is_won} == {"slot-taken"}
    assert await world.overlaps() == 0


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_control_without_locks_two_who_read_together_both_win(
    engine: str, world: World, unlocked: None, meeting: Callable[[], int]
) -> None:
    service = await world.service("Mara")
    await drop_constraint(world)
    told = await race(world, service, 2)
    assert [one.is_won for one in told] == [True, True]
    assert await world.overlaps() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_the_locks_keep_the_second_from_reading_too_early(
    engine: str, world: World, database: Database, meeting: Callable[[], int]
) -> None:
    service = await world.service("Mara")
    await drop_constraint(world)
    told = await race(world, service, 2)
    assert sorted(one.is_won for one in told) == [False, True]
    assert await world.overlaps() == 0
    # The loser was told so by the offer, read after the winner's commit; it came no further.
    assert meeting() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_the_constraint_judges_when_nobody_locked(
    engine: str, world: World, unlocked: None, meeting: Callable[[], int]
) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 2)
    assert sorted(one.is_won for one in told) == [False, True]
    assert await world.overlaps() == 0
