"""kill -9 of a process under load: what was acknowledged is there, once; the rest at most once."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from ringonce.kernel.bus import LocalBus
from ringonce.kernel.engines import open_database
from ringonce.kernel.eventlog import verify_chain
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource, SystemClock
from tests.support.killed import CROWD, key_of
from tests.support.ledger import WORKSPACE, ask, count_lines, make_ledger, render, write_line

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("RINGONCE_KERNEL_KILLS", "3"))


async def work_until_killed(url: str, first: int, acknowledgements: int) -> dict[int, str]:
    """Start a process, kill it after so many acknowledgements; everything it acknowledged."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.support.killed",
        url,
        str(first),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    seen: dict[int, str] = {}
    async for line in process.stdout:
        number, _, body = line.decode().rstrip("\n").partition(" ")
        if body.endswith("}"):
            seen[int(number)] = body
        if len(seen) == acknowledgements:
            process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL
    return seen


async def test_nothing_acknowledged_is_lost_and_nothing_doubled(database_url: str) -> None:
    database = await open_database(database_url)
    await make_ledger(database)
    await database.close()
    acknowledged: dict[int, str] = {}
    for kill in range(KILLS):
        # The keys in the air when it died are used again by its successor, as clients do.
        first = max(0, len(acknowledged) - CROWD)
        acknowledged |= await work_until_killed(database_url, first, 40 + 17 * kill)

    database = await open_database(database_url)
    clock = SystemClock()
    executor = Executor(database, clock, IdSource(clock), Hub(), LocalBus())
    for number, body in acknowledged.items():
        found = await executor.look_up(WORKSPACE, "key:k", key_of(number))
        assert found.answer is not None, f"{number} was acknowledged and is lost"
        assert found.answer.body.decode() == body
    last = max(acknowledged) + CROWD
    for number in range(last + 1):
        await executor.execute(ask(key_of(number), principal="key:k"), write_line(), render)
    assert await count_lines(database) == last + 1
    assert (await verify_chain(database, WORKSPACE)).seq == last + 1
    await database.close()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_the_lock_of_a_killed_process_is_free(database_url: str) -> None:
    database = await open_database(database_url)
    await make_ledger(database)
    await database.close()
    await work_until_killed(database_url, 0, 1)
    again = await open_database(database_url)
    assert await count_lines(again) >= 1
    await again.close()
