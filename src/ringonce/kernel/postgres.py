"""PostgreSQL through asyncpg: a pool, READ COMMITTED, and deadlocks retried here, never by the visitor."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import asyncpg

from ringonce.kernel.db import (
    CommitUnknown,
    ConstraintViolated,
    DatabaseUnavailable,
    DialectName,
    Job,
    Row,
    Statement,
)
from ringonce.kernel.sources import spread

T = TypeVar("T")

POOL_AT_LEAST = 2
POOL_AT_MOST = 12
ATTEMPTS = 10
CONNECT_TIMEOUT = 10.0

#: A transaction that waits longer than this for a lock gives up and answers "unavailable".
LOCK_TIMEOUT = "10s"

#: The transaction lost a race it can win when run again whole. The last one: another process migrated.
_RETRIED = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.exceptions.InvalidCachedStatementError,
)

#: The server or the network is gone, or too busy: nothing is wrong with the statement.
_GONE = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    # No memory, a full disk, too many connections.
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.QueryCanceledError,
    OSError,
)

#: How a transaction begins that may write.
_WRITING = "BEGIN"

#: A constraint, or RAISE in a trigger.
_REFUSED = (asyncpg.IntegrityConstraintViolationError, asyncpg.RaiseError)


#: After these there is no transaction left to return to a savepoint of.
_HOPELESS = (*_GONE, *_RETRIED, asyncio.CancelledError)


class SwallowedError(Exception):
    """The intent caught an error of a statement and went on: PostgreSQL kept nothing. A bug."""


def _violation(error: asyncpg.PostgresError) -> ConstraintViolated:
    name = getattr(error, "constraint_name", None) or getattr(error, "column_name", None) or str(error)
    return ConstraintViolated(name, str(error))


class PostgresTx:
    """A transaction on one connection of the pool."""

    dialect: DialectName = "postgresql"

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._depth = 0

    async def all(self, stmt: Statement, /, **values: Any) -> list[Row]:
        try:
            records = await self._connection.fetch(stmt.sql("postgresql"), *stmt.bind("postgresql", values))
        except _REFUSED as error:
            raise _violation(error) from error
        return [dict(record) for record in records]

    async def one(self, stmt: Statement, /, **values: Any) -> Row | None:
        try:
            record = await self._connection.fetchrow(stmt.sql("postgresql"), *stmt.bind("postgresql", values))
        except _REFUSED as error:
            raise _violation(error) from error
        return None if record is None else dict(record)

    async def run(self, stmt: Statement, /, **values: Any) -> int:
        try:
            status = await self._connection.execute(stmt.sql("postgresql"), *stmt.bind("postgresql", values))
        except _REFUSED as error:
            raise _violation(error) from error
        count = status.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def run_many(self, stmt: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        bound = [stmt.bind("postgresql", row) for row in rows]
        try:
            if len(bound) == 1:
                await self._connection.execute(stmt.sql("postgresql"), *bound[0])
            elif bound:
                await self._connection.executemany(stmt.sql("postgresql"), bound)
        except _REFUSED as error:
            raise _violation(error) from error

    async def savepoint(self, job: Callable[[], Awaitable[T]], /) -> T:
        name = f"intent_{self._depth}"
        self._depth += 1
        await self._connection.execute(f"SAVEPOINT {name}")
        try:
            result = await job()
        except BaseException as error:
            # A dead connection or a doomed transaction has nothing to roll back to.
            if not isinstance(error, _HOPELESS) and not _is_dead(self._connection):
                await self._connection.execute(f"ROLLBACK TO SAVEPOINT {name}")
            raise
        finally:
            self._depth -= 1
        await self._connection.execute(f"RELEASE SAVEPOINT {name}")
        return result


async def _keep_as_is(_connection: Any) -> None:
    """Instead of asyncpg's RESET ALL: every transaction here ends, and nothing outlives it."""


async def open_pool(url: str, *, at_most: int = POOL_AT_MOST) -> Any:
    """Connect. Raises DatabaseUnavailable."""
    try:
        return await asyncpg.create_pool(
            url,
            min_size=min(POOL_AT_LEAST, at_most),
            max_size=at_most,
            timeout=CONNECT_TIMEOUT,
            statement_cache_size=1024,
            max_cached_statement_lifetime=0,
            reset=_keep_as_is,
            server_settings={
                "application_name": "ringonce",
                "default_transaction_isolation": "read committed",
                "lock_timeout": LOCK_TIMEOUT,
                "idle_in_transaction_session_timeout": "60s",
                "jit": "off",
            },
        )
    except _GONE as error:
        raise DatabaseUnavailable(reason=str(error)) from error


class PostgresDatabase:
    """One PostgreSQL database; many processes may share it."""

    dialect: DialectName = "postgresql"

    def __init__(self, pool: Any, url: str, *, read_only: bool = False) -> None:
        self._pool = pool
        self.url = url
        self._begin = "BEGIN READ ONLY" if read_only else _WRITING

    async def write(self, job: Job[T], /) -> T:
        for attempt in range(ATTEMPTS):
            try:
                return await self._once(job, self._begin)
            except _RETRIED:
                # A deadlock's loser waits a little, at random, so that the winners get through.
                await asyncio.sleep(spread(5 << attempt) / 1000)
        raise DatabaseUnavailable(reason="the transaction lost its race too often")

    async def read(self, job: Job[T], /) -> T:
        return await self._once(job, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    async def _once(self, job: Job[T], begin: str) -> T:
        try:
            connection = await self._pool.acquire(timeout=CONNECT_TIMEOUT)
        except _GONE as error:
            raise DatabaseUnavailable(reason=str(error)) from error
        try:
            return await self._transact(connection, job, begin)
        finally:
            await self._pool.release(connection)

    async def _transact(self, connection: Any, job: Job[T], begin: str) -> T:
        try:
            await connection.execute(begin)
            result = await job(PostgresTx(connection))
        except BaseException as error:
            await _roll_back(connection)
            lost = isinstance(error, asyncpg.InterfaceError) and _is_dead(connection)
            # Where we asked for no read-only transaction, the server is a standby or being restored.
            demoted = isinstance(error, asyncpg.ReadOnlySQLTransactionError) and begin == _WRITING
            if lost or demoted or isinstance(error, _GONE):
                raise DatabaseUnavailable(reason=str(error)) from error
            raise
        await _commit(connection)
        return result

    def commits(self, apart_from: frozenset[str]) -> int | None:
        """None: other processes may write, and nobody here would know."""
        return None

    async def close(self) -> None:
        await self._pool.close()


async def _commit(connection: Any) -> None:
    try:
        status = await connection.execute("COMMIT")
    except _REFUSED as error:
        raise _violation(error) from error
    except (*_GONE, asyncpg.InterfaceError) as error:
        _terminate(connection)
        raise CommitUnknown(reason=str(error)) from error
    if status != "COMMIT":
        # PostgreSQL answers COMMIT with ROLLBACK, without an error, when a statement had failed.
        raise SwallowedError("an intent went on after a statement had failed; use tx.savepoint")


async def _roll_back(connection: Any) -> None:
    if _is_dead(connection):
        return
    try:
        await connection.execute("ROLLBACK")
    except (*_GONE, asyncpg.PostgresError, asyncpg.InterfaceError):
        _terminate(connection)


def _is_dead(connection: Any) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        # The pool takes a lost connection back at once, and then it answers no question.
        return True


def _terminate(connection: Any) -> None:
    with contextlib.suppress(asyncpg.InterfaceError):
        connection.terminate()
