"""The log of a workspace: gapless seq, streams, and a chain of hashes over every row.

Rows hold ids and salted hashes, never a person's words, so that erasing a person changes none.
"""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, insert, select, update

from ringonce.kernel.db import Database, Row, Tx, statement
from ringonce.kernel.schema import metadata
from ringonce.kernel.work import Work
from ringonce.values.ids import WorkspaceId

#: What the first row of a chain points back to.
GENESIS = "0" * 64
BATCH = 500

log = Table(
    "log",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("stream", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("refs", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("request_id", Text, nullable=False),
    Column("intent_hash", Text),
    Column("at", BigInteger, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_log_stream", "workspace_id", "stream", "seq"),
    Index("ix_log_request_id", "request_id"),
)

log_heads = Table(
    "log_heads",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log."""

    workspace_id: WorkspaceId
    seq: int
    stream: str
    action: str
    refs: dict[str, Any]
    actor_kind: str
    actor_id: str
    request_id: str
    intent_hash: str | None
    at: int
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far a log has come; export it to find a chain that was computed anew."""

    seq: int
    hash: str


class ChainBroken(Exception):
    """A row of the log was edited, removed or added. Says which is the first that does not fit."""

    def __init__(self, workspace_id: str, seq: int, reason: str) -> None:
        self.workspace_id = workspace_id
        self.seq = seq
        super().__init__(f"the log of {workspace_id} is broken at {seq}: {reason}")


_OF_WORKSPACE = log.c.workspace_id == bindparam("workspace")
# Writing the row as it is locks it, so that nobody else can follow the same hash.
_LOCK_HEAD = statement(
    lambda upsert: (
        upsert(log_heads)
        .values(workspace_id=bindparam("workspace"), seq=0, hash=GENESIS)
        .on_conflict_do_update(index_elements=["workspace_id"], set_={"seq": log_heads.c.seq})
        .returning(log_heads.c.seq, log_heads.c.hash)
    )
)
_MOVE_HEAD = statement(
    update(log_heads)
    .where(log_heads.c.workspace_id == bindparam("workspace"))
    .values(seq=bindparam("new_seq"), hash=bindparam("new_hash"))
)
_APPEND = statement(insert(log))
_HEAD = statement(select(log_heads).where(log_heads.c.workspace_id == bindparam("workspace")))
_READ = statement(
    select(log)
    .where(_OF_WORKSPACE, log.c.seq > bindparam("after"))
    .order_by(log.c.seq)
    .limit(bindparam("most"))
)
_READ_STREAM = statement(
    select(log)
    .where(_OF_WORKSPACE, log.c.stream == bindparam("of_stream"), log.c.seq > bindparam("after"))
    .order_by(log.c.seq)
    .limit(bindparam("most"))
)
_HEADS = statement(select(log_heads).order_by(log_heads.c.workspace_id))


async def write_facts(work: Work, intent_hash: str | None) -> int | None:
    """Append the facts of an intent that ended well; the last seq, or None without facts.

    Takes the last lock of the transaction: the head's.
    """
    if not work.facts:
        return None
    head = await work.tx.one(_LOCK_HEAD, workspace=work.workspace_id)
    if head is None:
        raise ChainBroken(work.workspace_id, 0, "the head cannot be locked")
    seq, hash_before = int(head["seq"]), str(head["hash"])
    rows: list[Row] = []
    for fact in work.facts:
        seq += 1
        row: Row = {
            "workspace_id": work.workspace_id,
            "seq": seq,
            "stream": fact.stream,
            "action": type(fact).__name__,
            "refs": msgspec.json.encode(fact.to_refs(), order="sorted").decode(),
            "actor_kind": work.actor.kind,
            "actor_id": work.actor.id,
            "request_id": work.request_id,
            "intent_hash": intent_hash,
            "at": work.now,
            "prev_hash": hash_before,
        }
        hash_before = row["hash"] = hash_of(row)
        rows.append(row)
    await work.tx.run_many(_APPEND, rows)
    await work.tx.run(_MOVE_HEAD, workspace=work.workspace_id, new_seq=seq, new_hash=hash_before)
    return seq


def hash_of(row: Row) -> str:
    """SHA-256 over the canonical JSON of everything in a row but its own hash."""
    covered = {name: value for name, value in row.items() if name != "hash"}
    return hashlib.sha256(msgspec.json.encode(covered, order="sorted")).hexdigest()


async def read_log(tx: Tx, workspace_id: WorkspaceId, after: int, most: int = BATCH) -> list[Entry]:
    """Up to `most` entries after a seq, in order."""
    return [entry_of(row) for row in await tx.all(_READ, workspace=workspace_id, after=after, most=most)]


async def read_stream(
    tx: Tx, workspace_id: WorkspaceId, stream: str, after: int = 0, most: int = BATCH
) -> list[Entry]:
    """Up to `most` entries of one stream after a seq, in order."""
    rows = await tx.all(_READ_STREAM, workspace=workspace_id, of_stream=stream, after=after, most=most)
    return [entry_of(row) for row in rows]


async def read_head(tx: Tx, workspace_id: WorkspaceId) -> Head:
    """How far the log has come; an empty log has seq 0."""
    row = await tx.one(_HEAD, workspace=workspace_id)
    return Head(0, GENESIS) if row is None else Head(row["seq"], row["hash"])


async def list_heads(tx: Tx) -> dict[WorkspaceId, Head]:
    """The head of every workspace's log."""
    return {WorkspaceId(row["workspace_id"]): Head(row["seq"], row["hash"]) for row in await tx.all(_HEADS)}


async def verify_chain(database: Database, workspace_id: WorkspaceId) -> Head:
    """Recompute the chain and compare it with the head as it was at the start.

    Raises ChainBroken at the first row that was edited, removed or added.
    """
    head = await database.read(lambda tx: _agreed_head(tx, workspace_id))
    seq, hash_before = 0, GENESIS
    async for row in _walk(database, workspace_id, head.seq):
        seq += 1
        if row["seq"] != seq:
            raise ChainBroken(workspace_id, seq, "a row is missing")
        if row["prev_hash"] != hash_before:
            raise ChainBroken(workspace_id, seq, "it does not follow the row before")
        hash_before = hash_of(row)
        if row["hash"] != hash_before:
            raise ChainBroken(workspace_id, seq, "the row was edited")
    if (seq, hash_before) != (head.seq, head.hash):
        raise ChainBroken(workspace_id, seq + 1, "the head does not fit the last row")
    return head


async def _agreed_head(tx: Tx, workspace_id: WorkspaceId) -> Head:
    head = await read_head(tx, workspace_id)
    if await tx.one(_READ, workspace=workspace_id, after=head.seq, most=1):
        raise ChainBroken(workspace_id, head.seq + 1, "a row stands after the head")
    return head


async def _walk(database: Database, workspace_id: WorkspaceId, last: int) -> AsyncIterator[Row]:
    """Rows up to `last`, in short reads: a long log holds no snapshot open."""
    after = 0
    while after < last:
        start = after
        rows = await database.read(
            lambda tx, start=start: tx.all(_READ, workspace=workspace_id, after=start, most=BATCH)  # type: ignore[misc]
        )
        if not rows:
            return
        for row in rows:
            if row["seq"] > last:
                return
            yield row
        after = rows[-1]["seq"]


def entry_of(row: Row) -> Entry:
    """A row as a value."""
    return Entry(
        workspace_id=WorkspaceId(row["workspace_id"]),
        seq=row["seq"],
        stream=row["stream"],
        action=row["action"],
        refs=msgspec.json.decode(row["refs"]),
        actor_kind=row["actor_kind"],
        actor_id=row["actor_id"],
        request_id=row["request_id"],
        intent_hash=row["intent_hash"],
        at=row["at"],
        hash=row["hash"],
    )
