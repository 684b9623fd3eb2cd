"""A transaction that counts its statements: for tests of how many round trips a page costs."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from ringonce.kernel.db import Database, DialectName, Row, Statement, Tx

T = TypeVar("T")


class CountingTx:
    """Passes everything on to another transaction and counts."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self.statements: list[str] = []

    @property
    def dialect(self) -> DialectName:
        return self._tx.dialect

    async def all(self, stmt: Statement, /, **values: Any) -> list[Row]:
        self._note(stmt)
        return await self._tx.all(stmt, **values)

    async def one(self, stmt: Statement, /, **values: Any) -> Row | None:
        self._note(stmt)
        return await self._tx.one(stmt, **values)

    async def run(self, stmt: Statement, /, **values: Any) -> int:
        self._note(stmt)
        return await self._tx.run(stmt, **values)

    async def run_many(self, stmt: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        self._note(stmt)
        await self._tx.run_many(stmt, rows)

    async def savepoint(self, job: Callable[[], Awaitable[T]], /) -> T:
        return await self._tx.savepoint(job)

    def _note(self, stmt: Statement) -> None:
        self.statements.append(stmt.sql(self.dialect))


async def count_reads(database: Database, job: Callable[[Tx], Awaitable[object]]) -> int:
    """How many statements a read takes."""

    async def counted(tx: Tx) -> int:
        counting = CountingTx(tx)
        await job(counting)
        return len(counting.statements)

    return await database.read(counted)
