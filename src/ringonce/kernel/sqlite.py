"""SQLite: one writer thread with a queue and group commit, readers with their own connections.

An intent is stepped whole on the writer thread: it may await only its transaction.
"""

import asyncio
import contextlib
import contextvars
import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from urllib.parse import quote

from ringonce.kernel.db import (
    ConstraintViolated,
    DatabaseUnavailable,
    DialectName,
    IntentSuspended,
    Job,
    Row,
    Statement,
)
from ringonce.kernel.filelock import FileLock

T = TypeVar("T")

GROUP_AT_MOST = 64
READERS = 4
BUSY_TIMEOUT_MS = 5_000


class ReadOnlyDatabase(Exception):
    """A write was asked of a database opened for reading."""


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A raw connection as every connection of this product is set up."""
    mode = "rw" if read_only else "rwc"
    if not read_only:
        _make_private(path)
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=1024,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )
    # SQLite's own knows ASCII alone; PostgreSQL's, and whoever searches, every script.
    connection.create_function("lower", 1, _lower, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _make_private(path: Path) -> None:
    """A new file is for its owner alone; SQLite gives the -wal beside it the same mode.

    A file that exists is not opened: closing it would drop the locks SQLite holds on it.
    """
    with contextlib.suppress(FileExistsError, FileNotFoundError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def translate(error: Exception) -> Exception:
    """Say a driver's error in the port's words, as a new exception; others pass unchanged."""
    if isinstance(error, DatabaseUnavailable):
        return DatabaseUnavailable(**error.params)
    text = str(error)
    if isinstance(error, sqlite3.IntegrityError):
        return ConstraintViolated(text.partition(": ")[2] or text, text)
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _GONE:
            return DatabaseUnavailable(reason=text)
    return error


#: Busy, locked, out of memory, I/O error, disk full, cannot open: the machine's fault, not the statement's.
_GONE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


class SqliteTx:
    """A transaction on one connection, used by the thread that owns it."""

    dialect: DialectName = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._depth = 0
        #: Tables that statements of this transaction were to change.
        self.written: set[str] = set()

    def _execute(self, stmt: Statement, values: Mapping[str, Any]) -> sqlite3.Cursor:
        if stmt.writes is not None:
            self.written.add(stmt.writes)
        try:
            return self._connection.execute(stmt.sql("sqlite"), stmt.bind("sqlite", values))
        except sqlite3.Error as error:
            raise translate(error) from error

    async def all(self, stmt: Statement, /, **values: Any) -> list[Row]:
        cursor = self._execute(stmt, values)
        try:
            rows = cursor.fetchall()
        except sqlite3.Error as error:
            raise translate(error) from error
        if not rows:
            return []
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    async def one(self, stmt: Statement, /, **values: Any) -> Row | None:
        # All rows are fetched: a RETURNING statement left half read stays open.
        rows = await self.all(stmt, **values)
        return rows[0] if rows else None

    async def run(self, stmt: Statement, /, **values: Any) -> int:
        return self._execute(stmt, values).rowcount

    async def run_many(self, stmt: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        if not rows:
            return
        if stmt.writes is not None:
            self.written.add(stmt.writes)
        bound = [stmt.bind("sqlite", row) for row in rows]
        try:
            self._connection.executemany(stmt.sql("sqlite"), bound)
        except sqlite3.Error as error:
            raise translate(error) from error

    async def savepoint(self, job: Callable[[], Awaitable[T]], /) -> T:
        name = f"intent_{self._depth}"
        self._depth += 1
        self._connection.execute(f"SAVEPOINT {name}")
        try:
            result = await job()
        except BaseException:
            # Fails too when SQLite gave up the whole transaction, and must: whoever goes on after a
            # refusal would write outside of any. The writer says "unavailable" of it.
            self._connection.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            self._depth -= 1
            self._connection.execute(f"RELEASE {name}")
        return result


def step(job: Job[T], tx: SqliteTx) -> T:
    """Run a coroutine to its end in this thread. Raises IntentSuspended if it waits for anything."""
    coroutine = job(tx).__await__()
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    close = getattr(coroutine, "close", None)
    if close is not None:
        close()
    raise IntentSuspended("an intent may await only work.tx: it runs whole on the writer thread")


class _Errand:
    """A job on its way through the writer thread, and where its answer goes."""

    __slots__ = ("answer", "context", "error", "future", "job", "result", "written")

    def __init__(self, job: Job[Any], future: asyncio.Future[Any]) -> None:
        self.job = job
        self.future = future
        self.context = contextvars.copy_context()
        self.result: Any = None
        self.error: BaseException | None = None
        self.written: set[str] = set()

    def settle(self) -> None:
        if self.future.cancelled():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class SqliteWriter:
    """The one thread that writes: takes what is queued, commits it as one group."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queue: SimpleQueue[_Errand | None] = SimpleQueue()
        self._connection = connect(path, read_only=False)
        self._closing = False
        #: Committed groups by table: counted after COMMIT and before anybody is answered.
        self.commits: Counter[str] = Counter()
        self._thread = threading.Thread(target=self._serve, name="ringonce-writer", daemon=True)
        self._thread.start()

    async def submit(self, job: Job[T]) -> T:
        """Queue a job; its answer comes after the COMMIT of its group."""
        if self._closing:
            raise DatabaseUnavailable(reason="closing")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put(_Errand(job, future))
        return await future

    async def close(self) -> None:
        """Finish the queue, then end the thread."""
        self._closing = True
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
        self._connection.close()

    def _serve(self) -> None:
        while True:
            group, last = self._next_group()
            if group:
                self._commit(group)
                _deliver(group)
            if last:
                return

    def _next_group(self) -> tuple[list[_Errand], bool]:
        errand = self._queue.get()
        group: list[_Errand] = []
        while errand is not None:
            group.append(errand)
            if len(group) == GROUP_AT_MOST:
                return group, False
            try:
                errand = self._queue.get_nowait()
            except Empty:
                return group, False
        return group, True

    def _commit(self, group: list[_Errand]) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for errand in group:
                self._attempt(errand)
            self._connection.execute("COMMIT")
            self.commits.update({table for errand in group for table in errand.written})
        except (sqlite3.Error, DatabaseUnavailable) as error:
            # Nothing of the group is kept, so nobody in it may be told otherwise.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            for errand in group:
                if errand.error is None or isinstance(errand.error, sqlite3.Error):
                    errand.error = translate(error)

    def _attempt(self, errand: _Errand) -> None:
        tx = SqliteTx(self._connection)
        errand.written = tx.written
        self._connection.execute("SAVEPOINT errand")
        try:
            errand.result = errand.context.run(step, errand.job, tx)
        except BaseException as error:
            errand.error = error
            if not self._connection.in_transaction:
                # SQLite itself gave up the whole transaction (disk full, I/O error).
                raise DatabaseUnavailable(reason="the transaction was lost") from error
            self._connection.execute("ROLLBACK TO errand")
        self._connection.execute("RELEASE errand")


def _deliver(group: list[_Errand]) -> None:
    """Hand the answers over, one wake-up for each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[_Errand]] = {}
    for errand in group:
        loops.setdefault(errand.future.get_loop(), []).append(errand)
    for loop, errands in loops.items():
        try:
            loop.call_soon_threadsafe(_settle_all, errands)
        except RuntimeError:
            continue  # the loop is gone and nobody waits; what was committed stays committed


def _settle_all(errands: list[_Errand]) -> None:
    for errand in errands:
        errand.settle()


class SqliteDatabase:
    """One SQLite file. Opened for writing it holds the file's lock: one process at a time."""

    dialect: DialectName = "sqlite"

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._lock = None if read_only else FileLock(path)
        try:
            self._writer = None if read_only else SqliteWriter(path)
        except sqlite3.Error as error:
            if self._lock is not None:
                self._lock.release()
            raise translate(error) from error
        self._local = threading.local()
        self._reading: list[sqlite3.Connection] = []
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="ringonce-reader")

    def commits(self, apart_from: frozenset[str]) -> int | None:
        if self._writer is None:
            return None
        # A copy, for the writer's thread may count meanwhile; it has then answered nobody yet.
        counted = list(self._writer.commits.items())
        return sum(count for table, count in counted if table not in apart_from)

    async def write(self, job: Job[T], /) -> T:
        if self._writer is None:
            raise ReadOnlyDatabase("this database was opened for reading only")
        return await self._writer.submit(job)

    async def read(self, job: Job[T], /) -> T:
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, context.run, self._read, job)

    def _read(self, job: Job[T]) -> T:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        try:
            if connection is None:
                connection = self._local.connection = connect(self._path, read_only=True)
                self._reading.append(connection)
            connection.execute("BEGIN")
        except sqlite3.Error as error:
            raise translate(error) from error
        try:
            return step(job, SqliteTx(connection))
        finally:
            # After an I/O error SQLite itself has ended it; a second end would hide the first error.
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    async def close(self) -> None:
        if self._writer is not None:
            await self._writer.close()
        await asyncio.to_thread(self._readers.shutdown)
        for connection in self._reading:
            connection.close()
        if self._lock is not None:
            self._lock.release()
