"""The database port: Database and Tx, and statements compiled once per dialect.

Engines stand in sqlite.py and postgres.py; tables and DDL that Core lacks in schema.py.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import msgspec
from sqlalchemy import Text, bindparam
from sqlalchemy.dialects.postgresql import asyncpg as postgresql_asyncpg
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.dialects.sqlite import pysqlite
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.expression import ClauseElement
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.types import Boolean, Integer

from ringonce.kernel.schema import DialectName as DialectName
from ringonce.kernel.schema import extra_ddl as extra_ddl
from ringonce.kernel.schema import metadata as metadata
from ringonce.values.errors import DomainError, Kind

T = TypeVar("T")

#: A record as the driver gave it: integers, text, bytes or None, by column name.
Row = dict[str, Any]


class DatabaseUnavailable(DomainError):
    """The database did not answer; nothing of this transaction was kept."""

    code = "database-unavailable"
    kind = Kind.UNAVAILABLE


class CommitUnknown(DatabaseUnavailable):
    """The connection was lost at COMMIT: only the receipt knows whether it happened."""

    code = "commit-unknown"
    kind = Kind.UNAVAILABLE


class ConstraintViolated(Exception):
    """A constraint refused a row: the second belt held.

    `constraint` is its name on PostgreSQL; on SQLite the name of a CHECK or the message of
    a trigger, and for UNIQUE the columns as `table.a, table.b`.
    """

    def __init__(self, constraint: str, detail: str) -> None:
        self.constraint = constraint
        super().__init__(f"{constraint}: {detail}")


class IntentSuspended(Exception):
    """An intent awaited something other than its own transaction: a bug in the intent."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """One dialect's text, the names of its places in order, and what the names stand for."""

    sql: str
    names: tuple[str, ...]
    required: frozenset[str]
    defaults: Mapping[str, Any]


class Statement:
    """One Core expression, compiled for a dialect once, when it is first used there.

    A process speaks one dialect and few of its statements at once: compiling all of both took a third of its
    start. A test compiles each. Values are bound by name; unknown and missing names raise TypeError.
    """

    __slots__ = ("_clauses", "_compiled", "writes")

    def __init__(self, postgresql: ClauseElement, sqlite: ClauseElement) -> None:
        #: The table that it changes; "?" for raw text, which may do anything.
        self.writes: str | None = None
        if not isinstance(sqlite, SelectBase):
            self.writes = str(sqlite.table) if isinstance(sqlite, UpdateBase) else "?"
        self._clauses: dict[DialectName, ClauseElement] = {"postgresql": postgresql, "sqlite": sqlite}
        self._compiled: dict[DialectName, _Compiled] = {}

    def _in(self, name: DialectName) -> _Compiled:
        found = self._compiled.get(name)
        if found is None:
            # Two threads may compile it at once: both come to the same.
            found = self._compiled[name] = _compile(name, self._clauses[name])
        return found

    def sql(self, dialect: DialectName) -> str:
        """The text for a raw driver, with positional places. Raises TypeError if it cannot be one text."""
        return self._in(dialect).sql

    def bind(self, dialect: DialectName, values: Mapping[str, Any]) -> list[Any]:
        """Put named values into the places of this dialect's text."""
        compiled = self._in(dialect)
        if values.keys() != compiled.required:
            missing = compiled.required - values.keys()
            unknown = values.keys() - compiled.required - compiled.defaults.keys()
            if missing or unknown:
                raise TypeError(f"missing {sorted(missing)}, unknown {sorted(unknown)}: {compiled.sql}")
        if compiled.defaults:
            values = {**compiled.defaults, **values}
        return [values[name] for name in compiled.names]


def _compile(name: DialectName, clause: ClauseElement) -> _Compiled:
    compiled = clause.compile(dialect=_SQLITE if name == "sqlite" else _POSTGRESQL)
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(f"not a statement: {clause!r}")
    if compiled.post_compile_params or compiled.literal_execute_params:
        raise TypeError("IN lists do not precompile: use in_list(column, name)")
    binds = {place: bind for bind, place in compiled.bind_names.items()}
    return _Compiled(
        compiled.string,
        tuple(compiled.positiontup or ()),
        frozenset(place for place, bind in binds.items() if bind.required),
        {place: bind.value for place, bind in binds.items() if not bind.required},
    )


_POSTGRESQL: Dialect = postgresql_asyncpg.dialect()  # type: ignore[no-untyped-call]
_SQLITE: Dialect = pysqlite.dialect(paramstyle="qmark")

#: The dialect's own `insert`, which knows on_conflict_do_nothing and on_conflict_do_update.
Insert = Callable[..., Any]


def statement(expression: ClauseElement | Callable[[Insert], ClauseElement]) -> Statement:
    """Compile a Core expression once per dialect.

    An upsert is given as a function of `insert`:
    `statement(lambda insert: insert(t).values(...).on_conflict_do_nothing())`.
    `with_for_update()` is dropped on SQLite, where the one writer is the lock.
    """
    if isinstance(expression, ClauseElement):
        return Statement(expression, expression)
    return Statement(expression(postgresql_insert), expression(sqlite_insert))


class _InList(ColumnElement[bool]):
    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], name: str) -> None:
        self.column = column
        self.values = bindparam(name, type_=Text())
        self.number = "::bigint" if isinstance(column.type, Integer) else ""

    def self_group(self, against: Any = None) -> "_InList":
        # Without this SQLite is given `... = 1`, and then uses no index.
        return self


def in_list(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """`column IN (...)` over a JSON array given as text under `name`.

    An array of any length is one statement; `json_array([...])` writes it.
    """
    return _InList(column, name)


def json_array(values: Iterable[str | int]) -> str:
    """The array text that `in_list` takes."""
    return msgspec.json.encode(list(values)).decode()


@compiles(_InList, "sqlite")
def _in_list_sqlite(element: _InList, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = compiler.process(element.column, **kw), compiler.process(element.values, **kw)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - compiled text, no values in it


@compiles(_InList, "postgresql")
def _in_list_postgresql(element: _InList, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = compiler.process(element.column, **kw), compiler.process(element.values, **kw)
    items = f"jsonb_array_elements_text(({values})::text::jsonb){element.number}"
    return f"{column} = ANY (ARRAY(SELECT {items}))"


class Tx(Protocol):
    """One transaction. All that an intent may await."""

    @property
    def dialect(self) -> DialectName: ...

    async def all(self, stmt: Statement, /, **values: Any) -> list[Row]:
        """Every row."""

    async def one(self, stmt: Statement, /, **values: Any) -> Row | None:
        """The first row, or None."""

    async def run(self, stmt: Statement, /, **values: Any) -> int:
        """How many rows it changed."""

    async def run_many(self, stmt: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        """Run once for each row."""

    async def savepoint(self, job: Callable[[], Awaitable[T]], /) -> T:
        """Run job; if it raises, undo what it did in the database and raise on."""


Job = Callable[[Tx], Awaitable[T]]


class Database(Protocol):
    """Where everything is kept. `write` answers only after COMMIT."""

    @property
    def dialect(self) -> DialectName: ...

    def commits(self, apart_from: frozenset[str]) -> int | None:
        """Moves with every commit to other tables than these, before the commit's answer is given.

        What was read while it stood still is true while it stands still. None where other processes write.
        """

    async def write(self, job: Job[T], /) -> T:
        """One transaction; run again whole after 40P01 or 40001.

        Raises ConstraintViolated, DatabaseUnavailable, and whatever job raises.
        """

    async def read(self, job: Job[T], /) -> T:
        """One read-only snapshot."""

    async def close(self) -> None:
        """Finish what is queued, then let go."""
