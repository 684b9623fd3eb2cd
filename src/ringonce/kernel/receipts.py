"""Receipts: which key was used, for what, and the answer it got, sealed under the key itself.

A stolen database shows neither keys nor bodies: only their hashes and sealed bytes.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement

from ringonce.kernel.db import Database, Row, Tx, statement
from ringonce.kernel.keys import Rendered, Scope, life_of
from ringonce.kernel.schema import metadata
from ringonce.kernel.sources import Clock
from ringonce.values.ids import WorkspaceId

#: Attempts remembered for `trace`; a client that replays for ever fills no disk.
ATTEMPTS_KEPT = 50

PURGED_AT_ONCE = 500

receipts = Table(
    "receipts",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("principal", Text, primary_key=True),
    Column("key_hash", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("request_id", Text, nullable=False),
    Column("status", SmallInteger),
    Column("sealed", LargeBinary),
    Column("attempts", SmallInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("ix_receipts_expires_at", "expires_at"),
    Index("ix_receipts_request_id", "request_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("principal", Text, primary_key=True),
    Column("key_hash", Text, primary_key=True),
    Column("request_id", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "principal", "key_hash"],
        ["receipts.workspace_id", "receipts.principal", "receipts.key_hash"],
        ondelete="CASCADE",
        name="fk_attempts_receipts",
    ),
    Index("ix_attempts_request_id", "request_id"),
)


class _Reserve(ColumnElement[bool]):
    """True if no other transaction works on this number; never waits."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, name: str) -> None:
        self.place = bindparam(name, type_=BigInteger())

    def self_group(self, against: Any = None) -> "_Reserve":
        return self


@compiles(_Reserve, "postgresql")
def _reserve_postgresql(element: _Reserve, compiler: SQLCompiler, **kw: Any) -> str:
    return f"pg_try_advisory_xact_lock({compiler.process(element.place, **kw)})"


@compiles(_Reserve, "sqlite")
def _reserve_sqlite(element: _Reserve, compiler: SQLCompiler, **kw: Any) -> str:
    # The writer thread runs one transaction at a time: the number is always free.
    return f"{compiler.process(element.place, **kw)} IS NOT NULL"


_MINE = and_(
    receipts.c.workspace_id == bindparam("workspace"),
    receipts.c.principal == bindparam("owner"),
    receipts.c.key_hash == bindparam("hash"),
)
_IDENTITY = ["workspace_id", "principal", "key_hash"]
_COLUMNS = [*_IDENTITY, "fingerprint", "request_id", "attempts", "created_at", "expires_at"]
_SOURCE: Any = select(
    bindparam("workspace", type_=Text()),
    bindparam("owner", type_=Text()),
    bindparam("hash", type_=Text()),
    bindparam("print", type_=Text()),
    bindparam("request", type_=Text()),
    literal_column("1"),
    bindparam("now", type_=BigInteger()),
    bindparam("expiry", type_=BigInteger()),
).where(_Reserve("place"))

#: Claims a key, or takes over one that has expired. Never waits for another transaction.
_CLAIM = statement(
    lambda upsert: (made := upsert(receipts).from_select(_COLUMNS, _SOURCE)).on_conflict_do_update(
        index_elements=_IDENTITY,
        set_={
            "fingerprint": made.excluded.fingerprint,
            "request_id": made.excluded.request_id,
            "status": None,
            "sealed": None,
            "attempts": 1,
            "created_at": made.excluded.created_at,
            "expires_at": made.excluded.expires_at,
        },
        where=receipts.c.expires_at <= bindparam("now", type_=BigInteger()),
    )
)
_FIND = statement(select(receipts).where(_MINE, receipts.c.expires_at > bindparam("now")))
_SETTLE = statement(
    update(receipts).where(_MINE).values(status=bindparam("new_status"), sealed=bindparam("new_sealed"))
)
_COUNT_ATTEMPT = statement(
    update(receipts)
    .where(_MINE, receipts.c.attempts < bindparam("kept"))
    .values(attempts=receipts.c.attempts + 1)
)
_NOTE_ATTEMPT = statement(lambda upsert: upsert(attempts).on_conflict_do_nothing())
_COUNT = statement(
    select(func.count().label("live")).select_from(
        select(receipts.c.key_hash)
        .where(
            receipts.c.workspace_id == bindparam("workspace"),
            receipts.c.principal == bindparam("owner"),
            receipts.c.expires_at > bindparam("now"),
        )
        .limit(bindparam("most"))
        .subquery()
    )
)
_RESERVED = statement(select(_Reserve("place").label("free")))


async def claim(tx: Tx, scope: Scope, fingerprint: str, request_id: str, now: int) -> bool:
    """Make the key ours for this transaction. False: somebody has it, or had it."""
    expiry = now + life_of(scope.principal)
    claimed = await tx.run(
        _CLAIM,
        **scope.names(),
        print=fingerprint,
        request=request_id,
        now=now,
        expiry=expiry,
        place=scope.place,
    )
    return claimed == 1


async def find(tx: Tx, scope: Scope, now: int) -> Row | None:
    """The receipt of a key that has not expired."""
    return await tx.one(_FIND, **scope.names(), now=now)


async def settle(tx: Tx, scope: Scope, answer: Rendered) -> None:
    """Keep the answer under the claimed key."""
    await tx.run(_SETTLE, **scope.names(), new_status=answer.status, new_sealed=scope.close(answer))


async def note_attempt(tx: Tx, scope: Scope, request_id: str, now: int) -> None:
    """Remember that this attempt was answered from the receipt, for `trace`."""
    if await tx.run(_COUNT_ATTEMPT, **scope.names(), kept=ATTEMPTS_KEPT):
        await tx.run(
            _NOTE_ATTEMPT,
            workspace_id=scope.workspace_id,
            principal=scope.principal,
            key_hash=scope.key_hash,
            request_id=request_id,
            at=now,
        )


async def count_live(tx: Tx, workspace_id: WorkspaceId, principal: str, now: int, most: int) -> int:
    """How many keys of a principal live, counted up to `most`."""
    row = await tx.one(_COUNT, workspace=workspace_id, owner=principal, now=now, most=most)
    return int(row["live"]) if row else 0


async def is_reserved(tx: Tx, scope: Scope) -> bool:
    """Whether another process works on this key now (PostgreSQL)."""
    row = await tx.one(_RESERVED, place=scope.place)
    return row is not None and not row["free"]


_PURGE = statement(
    delete(receipts).where(
        tuple_(*(receipts.c[name] for name in _IDENTITY)).in_(
            select(*(receipts.c[name] for name in _IDENTITY))
            .where(receipts.c.expires_at <= bindparam("now"))
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True)
        )
    )
)
_ERASE = statement(
    delete(receipts).where(
        receipts.c.workspace_id == bindparam("workspace"), receipts.c.principal == bindparam("owner")
    )
)


async def purge(tx: Tx, now: int, most: int) -> int:
    """Delete up to `most` expired receipts with their attempts; how many."""
    return await tx.run(_PURGE, now=now, most=most)


async def purge_all(database: Database, clock: Clock) -> int:
    """Delete every expired receipt, in short transactions between which visitors are served."""
    total = 0
    while True:
        now = clock.now()
        gone = await database.write(lambda tx, now=now: purge(tx, now, PURGED_AT_ONCE))  # type: ignore[misc]
        total += gone
        if gone < PURGED_AT_ONCE:
            return total


async def erase(tx: Tx, workspace_id: WorkspaceId, principal: str) -> int:
    """Delete every receipt of a principal: a part of erasing a person."""
    return await tx.run(_ERASE, workspace=workspace_id, owner=principal)
