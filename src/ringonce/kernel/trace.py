"""Everything one click did: the attempts that carried it and the facts it left, replays included."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from ringonce.kernel.db import Row, Tx, statement
from ringonce.kernel.eventlog import Entry, entry_of, log
from ringonce.kernel.receipts import attempts, receipts
from ringonce.values.ids import WorkspaceId


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request that carried a key, and whether it was answered from the receipt."""

    request_id: str
    at: int
    replayed: bool


@dataclass(frozen=True, slots=True)
class Intention:
    """One key: who used it, the attempts that carried it, its status. The key is not kept."""

    workspace_id: WorkspaceId
    principal: str
    key_hash: str
    status: int
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a request id leads to. Receipts expire; the facts of the log stay."""

    intentions: tuple[Intention, ...]
    entries: tuple[Entry, ...]


_BY_REQUEST = statement(select(receipts).where(receipts.c.request_id == bindparam("request")))
_BY_REPLAY = statement(
    select(receipts)
    .join(
        attempts,
        (attempts.c.workspace_id == receipts.c.workspace_id)
        & (attempts.c.principal == receipts.c.principal)
        & (attempts.c.key_hash == receipts.c.key_hash),
    )
    .where(attempts.c.request_id == bindparam("request"))
)
_ATTEMPTS = statement(
    select(attempts)
    .where(
        attempts.c.workspace_id == bindparam("workspace"),
        attempts.c.principal == bindparam("owner"),
        attempts.c.key_hash == bindparam("hash"),
    )
    .order_by(attempts.c.at, attempts.c.request_id)
)
_LOGGED_BY_REQUEST = statement(
    select(log)
    .where(log.c.request_id == bindparam("request"))
    .order_by(log.c.workspace_id, log.c.seq)
    .limit(500)
)


async def trace(tx: Tx, request_id: str) -> Trace:
    """Follow a request id to its intents, all their attempts, and their facts."""
    rows = [
        *await tx.all(_BY_REQUEST, request=request_id),
        *await tx.all(_BY_REPLAY, request=request_id),
    ]
    found: dict[tuple[str, int], Entry] = {}
    for row in await tx.all(_LOGGED_BY_REQUEST, request=request_id):
        found[row["workspace_id"], row["seq"]] = entry_of(row)
    intentions = []
    for row in rows:
        intentions.append(await _intention(tx, row))
        for fact in await tx.all(_LOGGED_BY_REQUEST, request=row["request_id"]):
            # Request ids come from clients and may meet; the key's hash tells the click.
            if (fact["workspace_id"], fact["intent_hash"]) == (row["workspace_id"], row["key_hash"]):
                found[fact["workspace_id"], fact["seq"]] = entry_of(fact)
    return Trace(tuple(intentions), tuple(found[place] for place in sorted(found)))


async def _intention(tx: Tx, row: Row) -> Intention:
    replays = await tx.all(
        _ATTEMPTS, workspace=row["workspace_id"], owner=row["principal"], hash=row["key_hash"]
    )
    return Intention(
        workspace_id=WorkspaceId(row["workspace_id"]),
        principal=row["principal"],
        key_hash=row["key_hash"],
        status=row["status"],
        attempts=(
            Attempt(row["request_id"], row["created_at"], replayed=False),
            *(Attempt(replay["request_id"], replay["at"], replayed=True) for replay in replays),
        ),
    )
