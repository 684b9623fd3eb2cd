"""What only PostgreSQL's engine promises: retries, lost connections, several processes."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import bindparam, text, update

from ringonce.app.settings import SettingMalformed, Settings, read_settings
from ringonce.app.wiring import build
from ringonce.kernel import postgres
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import (
    CommitUnknown,
    ConstraintViolated,
    Database,
    DatabaseUnavailable,
    Statement,
    Tx,
    statement,
)
from ringonce.kernel.engines import open_database
from ringonce.kernel.execute import Executor, InFlight
from ringonce.kernel.hub import Hub
from ringonce.kernel.postgres import POOL_AT_MOST, PostgresDatabase, SwallowedError, open_pool
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Work
from tests.support.clock import MovableClock
from tests.support.ledger import (
    INSERT,
    KEY,
    WORKSPACE,
    ask,
    count_lines,
    lines,
    make_ledger,
    render,
    write_line,
)


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest_asyncio.fixture(autouse=True)
async def ledger(database: Database) -> None:
    await make_ledger(database)


@pytest_asyncio.fixture
async def second(database_url: str) -> AsyncIterator[Database]:
    """The database as another process opens it."""
    opened = await open_database(database_url)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def single(database_url: str) -> AsyncIterator[Database]:
    """A pool of one connection: whoever holds it stops everybody else."""
    opened = PostgresDatabase(await open_pool(database_url, at_most=1), database_url)
    yield opened
    await opened.close()


NOTE = statement(
    update(lines).where(lines.c.id == bindparam("of_id")).values(note=lines.c.note + bindparam("more"))
)
FIND = statement(text("SELECT note FROM ledger WHERE id = 'a'"))
KILL_ME = statement(text("SELECT pg_terminate_backend(pg_backend_pid())"))


async def cross(database: Database, runs: list[str]) -> None:
    """Two transactions that lock a and b in opposite orders, meeting in the middle."""
    await database.write(lambda tx: tx.run(INSERT, id="a", note=""))
    await database.write(lambda tx: tx.run(INSERT, id="b", note=""))
    barrier = asyncio.Barrier(2)

    async def one(first: str, then: str) -> None:
        async def job(tx: Tx) -> None:
            runs.append(first)
            await tx.run(NOTE, of_id=first, more=first)
            if runs.count(first) == 1:
                await barrier.wait()
            await tx.run(NOTE, of_id=then, more=first)

        await database.write(job)

    await asyncio.gather(one("a", "b"), one("b", "a"))


async def test_a_deadlock_is_retried_inside_the_server(database: Database) -> None:
    runs: list[str] = []
    await cross(database, runs)
    # On a busy machine the other may have been chosen as well, or one of them twice.
    assert len(runs) > 2, "one of the two must have run again"
    row = await database.read(lambda tx: tx.one(FIND))
    assert row is not None
    assert sorted(row["note"]) == ["a", "b"]


async def test_control_without_the_retry_the_deadlock_reaches_the_caller(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "_RETRIED", ())
    with pytest.raises(asyncpg.DeadlockDetectedError):
        await cross(database, [])


async def test_a_swallowed_error_is_not_called_a_success(database: Database) -> None:
    async def job(tx: Tx) -> None:
        await tx.run(INSERT, id="a", note="")
        try:
            await tx.run(INSERT, id="a", note="")
        except ConstraintViolated:
            return

    with pytest.raises(SwallowedError):
        await database.write(job)
    assert await count_lines(database) == 0


async def test_a_connection_lost_in_the_middle_is_unavailable_and_kept_nothing(database: Database) -> None:
    async def job(tx: Tx) -> None:
        await tx.run(INSERT, id="a", note="")
        await tx.one(KILL_ME)

    with pytest.raises(DatabaseUnavailable):
        await database.write(job)
    assert await count_lines(database) == 0


async def test_a_connection_lost_at_commit_is_unknown(database: Database, second: Database) -> None:
    async def job(tx: Tx) -> None:
        await tx.run(INSERT, id="a", note="")
        row = await tx.one(statement(text("SELECT pg_backend_pid() AS pid")))
        assert row is not None
        pid = row["pid"]
        kill = statement(text(f"SELECT pg_terminate_backend({pid}, 5000) AS gone"))
        await second.write(lambda other: other.one(kill))

    with pytest.raises(CommitUnknown):
        await database.write(job)


async def test_another_process_running_the_key_is_in_flight_and_then_replayed(
    database: Database, second: Database, clock: MovableClock, ids: IdSource
) -> None:
    here = Executor(database, clock, ids, Hub(), LocalBus())
    there = Executor(second, clock, ids, Hub(), LocalBus(), wait=0.05)
    patient = Executor(second, clock, ids, Hub(), LocalBus())
    inside, let_go = asyncio.Event(), asyncio.Event()

    async def slow(work: Work) -> str:
        line = await write_line()(work)
        inside.set()
        await let_go.wait()
        return line

    first = asyncio.create_task(here.execute(ask(), slow, render))
    await inside.wait()
    assert (await there.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "in-flight"
    with pytest.raises(InFlight):
        await there.execute(ask(), write_line(), render)
    waiting = asyncio.create_task(patient.execute(ask(), write_line(), render))
    let_go.set()
    answers = await asyncio.gather(first, waiting)
    assert [answer.replayed for answer in answers] == [False, True]
    assert answers[0].body == answers[1].body
    assert await count_lines(database) == 1
    assert (await there.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "done"


async def test_waiting_for_another_process_holds_no_connection(
    database: Database, single: Database, clock: MovableClock, ids: IdSource
) -> None:
    here = Executor(database, clock, ids, Hub(), LocalBus())
    there = Executor(single, clock, ids, Hub(), LocalBus())
    inside, let_go = asyncio.Event(), asyncio.Event()

    async def slow(work: Work) -> str:
        inside.set()
        await let_go.wait()
        return await write_line()(work)

    first = asyncio.create_task(here.execute(ask(), slow, render))
    await inside.wait()
    waiting = [asyncio.create_task(there.execute(ask(), write_line(), render)) for _ in range(20)]
    # With one connection in the pool this ends only if none of the twenty holds it.
    other = await there.execute(ask("another-key-altogether"), write_line(), render)
    assert not other.replayed
    assert not any(task.done() for task in waiting)
    let_go.set()
    bodies = {answer.body for answer in await asyncio.gather(first, *waiting)}
    assert len(bodies) == 1
    assert await count_lines(database) == 2


async def test_fifty_racers_in_two_processes_are_one_effect(
    database: Database, second: Database, clock: MovableClock, ids: IdSource
) -> None:
    executors = [Executor(one, clock, ids, Hub(), LocalBus()) for one in (database, second)]
    for round_number in range(5):
        barrier = asyncio.Barrier(50)

        async def race(number: int, key: str, barrier: asyncio.Barrier = barrier) -> bytes:
            await barrier.wait()
            answer = await executors[number % 2].execute(ask(key), write_line(), render)
            return answer.body

        key = f"{KEY}-{round_number}"
        bodies = await asyncio.gather(*(race(number, key) for number in range(50)))
        assert len(set(bodies)) == 1
        assert await count_lines(database) == round_number + 1


async def test_a_lost_race_for_a_constraint_is_run_again_whole(
    database: Database, clock: MovableClock, ids: IdSource
) -> None:
    executor = Executor(database, clock, ids, Hub(), LocalBus())
    barrier = asyncio.Barrier(2)
    attempts: list[str] = []

    async def take(work: Work) -> str:
        row = await work.tx.one(FIND)
        attempts.append(work.request_id)
        if row is not None:
            return "was there"
        if len(attempts) <= 2:
            await barrier.wait()
        await work.tx.run(INSERT, id="a", note="")
        return "made"

    answers = await asyncio.gather(
        *(executor.execute(ask(f"{KEY}-{name}", request_id=name), take, render) for name in ("one", "two"))
    )
    assert sorted(answer.body for answer in answers) == [b'{"id":"made"}', b'{"id":"was there"}']
    assert len(attempts) == 3
    assert await count_lines(database) == 1


async def test_nobody_listening_is_unavailable() -> None:
    with pytest.raises(DatabaseUnavailable):
        await open_database("postgresql://nobody@127.0.0.1:1/none")


FULL = statement(text("DO $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$"))
DEMOTE = statement(text("SET TRANSACTION READ ONLY"))


@pytest.mark.parametrize("failing", [FULL, DEMOTE], ids=["full", "demoted"])
async def test_a_server_that_takes_nothing_more_is_unavailable(
    database: Database, failing: Statement
) -> None:
    async def job(tx: Tx) -> None:
        await tx.run(failing)
        await tx.savepoint(lambda: tx.run(INSERT, id="a", note=""))

    with pytest.raises(DatabaseUnavailable):
        await database.write(job)
    assert await count_lines(database) == 0


async def test_the_pool_is_as_large_as_the_setting_says(database_url: str, tmp_path: Path) -> None:
    default, small = Settings(), Settings(data=tmp_path, database=database_url, pool_size=3)
    database = (await build(small)).edge.database
    at_most = database._pool.get_max_size()  # type: ignore[attr-defined]
    await database.close()
    assert (default.pool_size, at_most) == (POOL_AT_MOST, 3)


def test_a_pool_of_nothing_is_refused_with_a_sentence() -> None:
    with pytest.raises(SettingMalformed, match="1 or more"):
        read_settings({"RINGONCE_POOL_SIZE": "0"})
