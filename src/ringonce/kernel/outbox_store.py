"""Where the outbox stands: cursors with their leases, and letters that died."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    SmallInteger,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from ringonce.kernel.db import Row, Tx, statement
from ringonce.kernel.eventlog import log_heads
from ringonce.kernel.schema import metadata
from ringonce.values.ids import OutboxId, WorkspaceId

cursors = Table(
    "outbox_cursors",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("consumer", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("retry_at", BigInteger, nullable=False),
    Column("lease_owner", Text, nullable=False),
    Column("lease_until", BigInteger, nullable=False),
)

dead_letters = Table(
    "outbox_dead_letters",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("consumer", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("effect_id", Text, nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("died_at", BigInteger, nullable=False),
    Column("redrive_at", BigInteger),
    Index("ix_outbox_dead_letters_redrive_at", "redrive_at"),
)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of one process to be a consumer in a workspace, for a while."""

    workspace_id: WorkspaceId
    consumer: str
    owner: str
    seq: int
    attempts: int


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An effect that was given up, and why. `redrive_at`: it is to be tried again."""

    workspace_id: WorkspaceId
    consumer: str
    seq: int
    effect_id: OutboxId
    attempts: int
    reason: str
    died_at: int
    redrive_at: int | None


def effect_id(workspace_id: WorkspaceId, seq: int, consumer: str) -> OutboxId:
    """The id under which an effect goes out, the same at every attempt and on every machine."""
    named = f"{workspace_id}\n{seq}\n{consumer}".encode()
    return OutboxId(f"out_{hashlib.sha256(named).hexdigest()[:32]}")


_HERE = and_(cursors.c.workspace_id == bindparam("workspace"), cursors.c.consumer == bindparam("name"))
_MINE = and_(_HERE, cursors.c.lease_owner == bindparam("owner"), cursors.c.seq == bindparam("old_seq"))
# Not even its holder takes a lease twice: two tasks of one process are two consumers as well.
_FREE = cursors.c.lease_until <= bindparam("now")

_LIST_BEHIND = statement(
    select(log_heads.c.workspace_id)
    .select_from(
        log_heads.outerjoin(
            cursors,
            and_(cursors.c.workspace_id == log_heads.c.workspace_id, cursors.c.consumer == bindparam("name")),
        )
    )
    .where(
        log_heads.c.seq > func.coalesce(cursors.c.seq, 0),
        or_(cursors.c.retry_at.is_(None), and_(cursors.c.retry_at <= bindparam("now"), _FREE)),
    )
    .order_by(log_heads.c.workspace_id)
    .limit(bindparam("most"))
)
_LEASE = statement(
    lambda upsert: (
        (made := upsert(cursors))
        .values(
            workspace_id=bindparam("workspace"),
            consumer=bindparam("name"),
            seq=0,
            attempts=0,
            retry_at=0,
            lease_owner=bindparam("owner"),
            lease_until=bindparam("until"),
        )
        .on_conflict_do_update(
            index_elements=["workspace_id", "consumer"],
            set_={"lease_owner": made.excluded.lease_owner, "lease_until": made.excluded.lease_until},
            where=_FREE,
        )
        .returning(cursors.c.seq, cursors.c.attempts, cursors.c.retry_at)
    )
)
_ADVANCE = statement(
    update(cursors)
    .where(_MINE)
    .values(seq=bindparam("new_seq"), attempts=0, retry_at=0, lease_until=bindparam("until"))
)
_POSTPONE = statement(
    update(cursors)
    .where(_MINE)
    .values(attempts=bindparam("new_attempts"), retry_at=bindparam("new_retry_at"), lease_until=0)
)
_RELEASE = statement(update(cursors).where(_MINE).values(lease_until=0))
_START = statement(
    lambda upsert: (
        upsert(cursors)
        .values(
            workspace_id=bindparam("workspace"),
            consumer=bindparam("name"),
            seq=bindparam("first"),
            attempts=0,
            retry_at=0,
            lease_owner="",
            lease_until=0,
        )
        .on_conflict_do_nothing()
    )
)
_LETTER = and_(
    dead_letters.c.workspace_id == bindparam("workspace"),
    dead_letters.c.consumer == bindparam("name"),
    dead_letters.c.seq == bindparam("of_seq"),
)
_BURY = statement(
    lambda upsert: (made := upsert(dead_letters)).on_conflict_do_update(
        index_elements=["workspace_id", "consumer", "seq"],
        set_={
            "attempts": made.excluded.attempts,
            "reason": made.excluded.reason,
            "died_at": made.excluded.died_at,
            "redrive_at": None,
        },
    )
)
_RAISE = statement(delete(dead_letters).where(_LETTER))
_REDRIVE = statement(update(dead_letters).where(_LETTER).values(redrive_at=bindparam("new_redrive_at")))
_LIST_REDRIVES = statement(
    select(dead_letters)
    .where(dead_letters.c.consumer == bindparam("name"), dead_letters.c.redrive_at <= bindparam("now"))
    .order_by(dead_letters.c.workspace_id, dead_letters.c.seq)
    .limit(bindparam("most"))
)
_LIST_DEAD = statement(
    select(dead_letters)
    .where(dead_letters.c.workspace_id == bindparam("workspace"))
    .order_by(dead_letters.c.died_at.desc(), dead_letters.c.consumer, dead_letters.c.seq)
    .limit(bindparam("most"))
)


async def list_behind(tx: Tx, consumer: str, now: int, most: int = 100) -> list[WorkspaceId]:
    """Workspaces whose log is ahead of this consumer and free to be worked on now."""
    rows = await tx.all(_LIST_BEHIND, name=consumer, now=now, most=most)
    return [WorkspaceId(row["workspace_id"]) for row in rows]


async def start_at(tx: Tx, workspace_id: WorkspaceId, consumer: str, seq: int) -> None:
    """Let a new consumer begin after `seq`; without this it begins with the first entry."""
    await tx.run(_START, workspace=workspace_id, name=consumer, first=seq)


async def lease(
    tx: Tx, workspace_id: WorkspaceId, consumer: str, owner: str, now: int, until: int
) -> Lease | None:
    """Become the consumer until `until`; None while another process is."""
    row = await tx.one(_LEASE, workspace=workspace_id, name=consumer, owner=owner, now=now, until=until)
    return None if row is None else Lease(workspace_id, consumer, owner, row["seq"], row["attempts"])


async def advance(tx: Tx, held: Lease, seq: int, until: int) -> bool:
    """Move past what was done and hold on. False: the lease was lost, somebody else goes on."""
    return await tx.run(_ADVANCE, **_names(held), new_seq=seq, until=until) == 1


async def postpone(tx: Tx, held: Lease, attempts: int, retry_at: int) -> None:
    """Let go until `retry_at`."""
    await tx.run(_POSTPONE, **_names(held), new_attempts=attempts, new_retry_at=retry_at)


async def release(tx: Tx, held: Lease) -> None:
    """Let go."""
    await tx.run(_RELEASE, **_names(held))


def _names(held: Lease) -> Row:
    return {
        "workspace": held.workspace_id,
        "name": held.consumer,
        "owner": held.owner,
        "old_seq": held.seq,
    }


async def bury(tx: Tx, held: Lease, seq: int, attempts: int, reason: str, now: int) -> None:
    """Keep an effect that was given up."""
    await tx.run(
        _BURY,
        workspace_id=held.workspace_id,
        consumer=held.consumer,
        seq=seq,
        effect_id=effect_id(held.workspace_id, seq, held.consumer),
        attempts=attempts,
        reason=reason,
        died_at=now,
        redrive_at=None,
    )


async def forget_letter(tx: Tx, workspace_id: WorkspaceId, consumer: str, seq: int) -> None:
    """A dead letter went out after all."""
    await tx.run(_RAISE, workspace=workspace_id, name=consumer, of_seq=seq)


async def redrive(tx: Tx, workspace_id: WorkspaceId, consumer: str, seq: int, now: int) -> bool:
    """Ask for one more attempt of a dead letter, under the same effect id; whether there is one."""
    changed = await tx.run(_REDRIVE, workspace=workspace_id, name=consumer, of_seq=seq, new_redrive_at=now)
    return changed == 1


async def list_redrives(tx: Tx, consumer: str, now: int, most: int = 100) -> list[DeadLetter]:
    """Dead letters that somebody wants to try again."""
    return [_letter(row) for row in await tx.all(_LIST_REDRIVES, name=consumer, now=now, most=most)]


async def list_dead(tx: Tx, workspace_id: WorkspaceId, most: int = 100) -> list[DeadLetter]:
    """A workspace's dead letters, the latest first."""
    return [_letter(row) for row in await tx.all(_LIST_DEAD, workspace=workspace_id, most=most)]


def _letter(row: Row) -> DeadLetter:
    return DeadLetter(
        workspace_id=WorkspaceId(row["workspace_id"]),
        consumer=row["consumer"],
        seq=row["seq"],
        effect_id=OutboxId(row["effect_id"]),
        attempts=row["attempts"],
        reason=row["reason"],
        died_at=row["died_at"],
        redrive_at=row["redrive_at"],
    )
