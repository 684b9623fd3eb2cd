"""A database that fails where it is told to: before a statement, before COMMIT, or after it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ringonce.kernel.db import (
    CommitUnknown,
    Database,
    DatabaseUnavailable,
    DialectName,
    Job,
    Row,
    Statement,
    Tx,
)

T = TypeVar("T")


@dataclass
class Fault:
    """Where the next write fails. Each fault strikes once."""

    #: Before the n-th statement of a transaction, from 1; savepoints count as statements.
    statement: int | None = None
    #: When everything was done, before COMMIT.
    before_commit: bool = False
    #: After COMMIT: it happened, and the caller is told that nobody knows.
    unknown: bool = False
    #: After COMMIT: it happened, and the caller is told that the database was away.
    lost: bool = False


class FaultyDatabase:
    """Wraps a real engine; everything that is not a fault is the engine's own."""

    def __init__(self, inner: Database) -> None:
        self._inner = inner
        self.fault: Fault | None = None
        #: How many statements the last write ran.
        self.statements = 0
        #: How many faults have struck.
        self.struck = 0

    @property
    def dialect(self) -> DialectName:
        return self._inner.dialect

    def commits(self, apart_from: frozenset[str]) -> int | None:
        return self._inner.commits(apart_from)

    async def write(self, job: Job[T], /) -> T:
        async def watched(tx: Tx) -> T:
            faulty = _FaultyTx(tx, self)
            result = await job(faulty)
            if self.fault is not None and self.fault.before_commit:
                self.strike("before commit")
            return result

        result = await self._inner.write(watched)
        if self.fault is not None and self.fault.lost:
            self.strike("after commit")
        if self.fault is not None and self.fault.unknown:
            self.fault = None
            self.struck += 1
            raise CommitUnknown(reason="a fault was asked for")
        return result

    async def read(self, job: Job[T], /) -> T:
        return await self._inner.read(job)

    async def close(self) -> None:
        await self._inner.close()

    def strike(self, where: str) -> None:
        self.fault = None
        self.struck += 1
        raise DatabaseUnavailable(reason=f"a fault was asked for: {where}")


class _FaultyTx:
    def __init__(self, inner: Tx, owner: FaultyDatabase) -> None:
        self._inner = inner
        self._owner = owner
        owner.statements = 0

    @property
    def dialect(self) -> DialectName:
        return self._inner.dialect

    def _count(self) -> None:
        self._owner.statements += 1
        fault = self._owner.fault
        if fault is not None and fault.statement == self._owner.statements:
            self._owner.strike(f"statement {fault.statement}")

    async def all(self, stmt: Statement, /, **values: Any) -> list[Row]:
        self._count()
        return await self._inner.all(stmt, **values)

    async def one(self, stmt: Statement, /, **values: Any) -> Row | None:
        self._count()
        return await self._inner.one(stmt, **values)

    async def run(self, stmt: Statement, /, **values: Any) -> int:
        self._count()
        return await self._inner.run(stmt, **values)

    async def run_many(self, stmt: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        self._count()
        await self._inner.run_many(stmt, rows)

    async def savepoint(self, job: Callable[[], Awaitable[T]], /) -> T:
        self._count()
        return await self._inner.savepoint(job)
