"""Two processes on one PostgreSQL: neither sees the other's memory, only the database stands between them."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process

import msgspec
import pytest

from tests.races import racer
from tests.support.product import REPOSITORY
from tests.support.world import Outcome, World, minute

TEN = minute("10:00")


async def start(url: str, service_id: str, first: int, count: int) -> Process:
    path = os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", racer.__name__, url, service_id, str(TEN), str(first), str(count)),
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": path},
        stdin=PIPE,
        stdout=PIPE,
    )


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_two_hundred_visitors_at_two_processes(engine: str, world: World, database_url: str) -> None:
    service = await world.service("Mara")
    pair = [await start(database_url, service.id, first, 100) for first in (0, 100)]
    async with asyncio.timeout(120):
        for process in pair:
            assert process.stdout is not None
            assert await process.stdout.readline() == b"ready\n"
        answers = await asyncio.gather(*(process.communicate(b"go\n") for process in pair))
    told = [one for out, _ in answers for one in msgspec.json.decode(out, type=list[Outcome])]
    assert len(told) == 200
    assert sum(one.is_won for one in told) == 1
    lost = [one for one in told if not one.is_won]
    assert {one.code for one in lost} == {"slot-taken"}
    assert all(len(one.body["alternatives"]) >= 3 for one in lost)
    assert await world.count("bookings") == 1
    assert await world.overlaps() == 0
