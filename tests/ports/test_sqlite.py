"""What only SQLite's engine promises: one writer, group commit, durability, one process."""

import asyncio
import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import text

from ringonce.kernel.db import (
    ConstraintViolated,
    Database,
    DatabaseUnavailable,
    IntentSuspended,
    Tx,
    statement,
)
from ringonce.kernel.engines import UnknownEngine, open_database
from ringonce.kernel.filelock import DatabaseInUse
from ringonce.kernel.sqlite import ReadOnlyDatabase, SqliteDatabase, connect
from ringonce.values.errors import DomainError
from tests.support.engines import Templates
from tests.support.ledger import COUNT, INSERT, count_lines, make_ledger


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.fixture
def path(database_url: str) -> Path:
    return Path(database_url.removeprefix("sqlite:///"))


@pytest_asyncio.fixture(autouse=True)
async def ledger(database: Database) -> None:
    await make_ledger(database)


class Blocker:
    """Occupies the writer thread, so that what is queued meanwhile becomes one group."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inside = threading.Event()
        self._let_go = threading.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> None:
        async def hold(_tx: Tx) -> None:
            self._inside.set()
            self._let_go.wait(10)

        self._task = asyncio.create_task(self._database.write(hold))
        await asyncio.to_thread(self._inside.wait, 10)

    async def __aexit__(self, *_: object) -> None:
        self._let_go.set()
        assert self._task is not None
        await self._task


async def write(database: Database, name: str, fail: bool = False) -> str:
    async def job(tx: Tx) -> str:
        await tx.run(INSERT, id=name, note="x")
        if fail:
            raise LookupError(name)
        return name

    return await database.write(job)


async def commits(database: Database, names: list[str], failing: str) -> tuple[list[object], int]:
    """Run all in one group; their outcomes, and how often the file changed hands."""
    async with Blocker(database):
        tasks = [asyncio.create_task(write(database, name, name == failing)) for name in names]
        await asyncio.sleep(0)
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    return list(outcomes), await count_lines(database)


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    connection = connect(tmp_path / "new.sqlite3", read_only=False)
    connection.execute("CREATE TABLE t (x)")
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("new.*")}
    connection.close()
    assert set(modes.values()) == {0o600}
    assert "new.sqlite3-wal" in modes


async def test_a_failing_intent_takes_nobody_of_its_group_with_it(database: Database) -> None:
    outcomes, lines = await commits(database, ["a", "b", "c", "d"], "c")
    assert [type(outcome) for outcome in outcomes] == [str, str, LookupError, str]
    assert lines == 3


async def test_a_group_is_one_commit(database: Database, path: Path) -> None:
    await commits(database, ["warm"], "")
    before = frames(path)
    await commits(database, [f"n{number}" for number in range(20)], "")
    grouped = frames(path) - before
    before = frames(path)
    for number in range(20):
        await write(database, f"single{number}")
    # Each commit writes its pages to the WAL again; a group writes each page once.
    assert grouped * 4 < frames(path) - before


def frames(path: Path) -> int:
    """How many pages were ever put into the WAL; needs no checkpoint in between."""
    return path.with_name(path.name + "-wal").stat().st_size


async def test_answers_leave_only_after_the_commit(database: Database, path: Path) -> None:
    other = sqlite3.connect(path)
    seen: list[int] = []

    async def observed(name: str) -> None:
        await write(database, name)
        seen.append(other.execute("SELECT count(*) FROM ledger").fetchone()[0])

    async with Blocker(database):
        tasks = [asyncio.create_task(observed(name)) for name in "abcde"]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    other.close()
    assert seen == [5, 5, 5, 5, 5]


PARENT = statement(text("CREATE TABLE parent (id TEXT PRIMARY KEY) STRICT"))
CHILD = statement(
    text("CREATE TABLE child (id TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT")
)
ORPHAN = statement(text("INSERT INTO child VALUES ('nobody')"))


async def test_when_the_commit_fails_the_whole_group_is_told(database: Database) -> None:
    await database.write(lambda tx: tx.run(PARENT))
    await database.write(lambda tx: tx.run(CHILD))

    async def orphan(tx: Tx) -> str:
        # A deferred reference is judged at COMMIT: a real failure, made without touching the engine.
        await tx.run(ORPHAN)
        return "believed"

    async with Blocker(database):
        tasks = [
            asyncio.create_task(write(database, "innocent")),
            asyncio.create_task(database.write(orphan)),
        ]
        await asyncio.sleep(0)
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [ConstraintViolated, ConstraintViolated]
    assert await count_lines(database) == 0
    assert await write(database, "afterwards") == "afterwards"


PAGES = statement(text("PRAGMA page_count"))
BIG = "x" * 2_000_000


async def test_a_full_disk_is_unavailable_for_the_group_and_mends(database: Database) -> None:
    async def fill_up(tx: Tx) -> None:
        row = await tx.one(PAGES)
        assert row is not None
        await tx.run(statement(text(f"PRAGMA max_page_count = {row['page_count'] + 2}")))

    async def big(tx: Tx) -> None:
        await tx.run(INSERT, id="big", note=BIG)

    await database.write(fill_up)
    async with Blocker(database):
        tasks = [
            asyncio.create_task(write(database, "before")),
            asyncio.create_task(database.write(big)),
            asyncio.create_task(write(database, "after")),
        ]
        await asyncio.sleep(0)
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(outcomes[1], DatabaseUnavailable)
    kept = sum(isinstance(outcome, str) for outcome in outcomes)
    assert all(isinstance(outcome, (str, DatabaseUnavailable)) for outcome in outcomes)
    assert await count_lines(database) == kept
    await database.write(lambda tx: tx.run(statement(text("PRAGMA max_page_count = 1000000"))))
    await database.write(big)
    assert await count_lines(database) == kept + 1


async def test_who_survives_a_refusal_writes_nothing_once_the_transaction_is_lost(database: Database) -> None:
    """A deed for many takes each refusal as its own; SQLite gave up all of them with this one."""

    async def deeds(tx: Tx) -> None:
        row = await tx.one(PAGES)
        assert row is not None
        await tx.run(statement(text(f"PRAGMA max_page_count = {row['page_count'] + 2}")))
        for note in ("small", BIG, "next"):
            with contextlib.suppress(DomainError):
                await tx.savepoint(partial(tx.run, INSERT, id=note[:5], note=note))

    with pytest.raises(DatabaseUnavailable):
        await database.write(deeds)
    assert await count_lines(database) == 0


LET_GO = statement(text("ROLLBACK"))


async def test_a_read_whose_transaction_is_lost_says_why(database: Database) -> None:
    async def lost(tx: Tx) -> None:
        # What SQLite does by itself when the disk fails it.
        await tx.run(LET_GO)
        raise DatabaseUnavailable(reason="disk I/O error")

    with pytest.raises(DatabaseUnavailable):
        await database.read(lost)
    assert await count_lines(database) == 0


async def test_an_intent_that_waits_for_the_world_is_refused(database: Database) -> None:
    async def sleeps(tx: Tx) -> None:
        await tx.run(INSERT, id="never", note="x")
        await asyncio.sleep(0)

    with pytest.raises(IntentSuspended, match=r"only work\.tx"):
        await database.write(sleeps)
    assert await count_lines(database) == 0
    assert await write(database, "next") == "next"


async def test_every_connection_is_durable_and_readers_cannot_write(path: Path, database: Database) -> None:
    async def settings(tx: Tx) -> list[object]:
        found = []
        for name in ("journal_mode", "synchronous", "foreign_keys", "query_only"):
            row = await tx.one(statement(text(f"PRAGMA {name}")))
            found.append(next(iter(row.values())) if row else None)
        return found

    assert await database.write(settings) == ["wal", 2, 1, 0]
    assert (await database.read(settings))[2:] == [1, 1]
    assert path.exists()


async def test_a_reader_sees_one_snapshot(database: Database) -> None:
    loop = asyncio.get_running_loop()

    async def twice(tx: Tx) -> tuple[int, int]:
        first = await tx.one(COUNT)
        asyncio.run_coroutine_threadsafe(write(database, "meanwhile"), loop).result(10)
        second = await tx.one(COUNT)
        return (first or {})["n"], (second or {})["n"]

    assert await database.read(twice) == (0, 0)
    assert await count_lines(database) == 1


async def test_every_table_of_the_product_is_strict(path: Path) -> None:
    connection = sqlite3.connect(path)
    rows = connection.execute("PRAGMA table_list").fetchall()
    connection.close()
    loose = [
        name
        for schema, name, kind, _columns, _rowid, strict in rows
        if schema == "main" and kind == "table" and not strict and not name.startswith("sqlite_")
    ]
    assert set(loose) <= {"schema_version", "ledger"}


async def test_a_second_opening_is_refused_with_a_sentence(database: Database, database_url: str) -> None:
    with pytest.raises(DatabaseInUse, match="in use by another Ringonce process") as refused:
        await open_database(database_url)
    assert "postgresql://" in str(refused.value)
    await database.close()
    again = await open_database(database_url)
    await again.close()


SECOND = """
import asyncio, sys
from ringonce.kernel.engines import open_database
from ringonce.kernel.filelock import DatabaseInUse
try:
    asyncio.run(open_database(sys.argv[1]))
except DatabaseInUse as refused:
    print(refused)
    sys.exit(3)
"""


async def test_a_second_process_is_refused_with_a_sentence(database: Database, database_url: str) -> None:
    second = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", SECOND, database_url],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert second.returncode == 3, second.stderr
    assert "in use by another Ringonce process" in second.stdout
    assert await write(database, "unharmed") == "unharmed"


@pytest_asyncio.fixture
async def reader(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url, read_only=True)
    yield opened
    await opened.close()


async def test_the_command_line_reads_beside_a_running_server(database: Database, reader: Database) -> None:
    await write(database, "seen")
    assert await count_lines(reader) == 1
    with pytest.raises(ReadOnlyDatabase):
        await reader.write(lambda tx: tx.run(INSERT, id="x", note="x"))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await reader.read(lambda tx: tx.run(INSERT, id="x", note="x"))


async def test_the_command_line_reads_when_no_server_runs(database: Database, database_url: str) -> None:
    await write(database, "seen")
    await database.close()
    reader = await open_database(database_url, read_only=True)
    assert await count_lines(reader) == 1
    await reader.close()


async def test_reading_makes_no_database_where_there_is_none(tmp_path: Path) -> None:
    reader = await open_database(f"sqlite:///{tmp_path / 'none.db'}", read_only=True)
    with pytest.raises(DatabaseUnavailable):
        await reader.read(lambda tx: tx.one(COUNT))
    await reader.close()
    assert not (tmp_path / "none.db").exists()


async def test_closing_finishes_what_is_queued_and_refuses_more(database: Database) -> None:
    async with Blocker(database):
        tasks = [asyncio.create_task(write(database, name)) for name in "abc"]
        await asyncio.sleep(0)
        closing = asyncio.create_task(database.close())
        await asyncio.sleep(0)
    assert await asyncio.gather(*tasks) == ["a", "b", "c"]
    await closing
    with pytest.raises(DatabaseUnavailable):
        await write(database, "late")


@pytest.mark.parametrize("url", ["mysql://x", "sqlite://", "sqlite:///", "ringonce.db"])
async def test_an_unknown_url_is_refused(url: str) -> None:
    with pytest.raises(UnknownEngine):
        await open_database(url)


@pytest.fixture
def second_copy(templates: Templates, tmp_path: Path) -> Iterator[Path]:
    with templates.copy("sqlite", tmp_path) as url:
        yield Path(url.removeprefix("sqlite:///"))


async def test_control_without_the_lock_two_writers_open_one_file(
    second_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.kernel.filelock._take", lambda _handle: None)
    first, second = SqliteDatabase(second_copy), SqliteDatabase(second_copy)
    await make_ledger(first)
    assert await write(second, "a second writer") == "a second writer"
    await first.close()
    await second.close()
