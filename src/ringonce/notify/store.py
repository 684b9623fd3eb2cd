"""Writes and reads letters. A letter's row is made once and then only changes its state."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import and_, bindparam, func, select, update

from ringonce.kernel.db import Row, Tx, in_list, statement
from ringonce.notify.model import LetterKind, LetterRow, Reader
from ringonce.notify.tables import letters
from ringonce.values.ids import WorkspaceId

_OF = and_(letters.c.workspace_id == bindparam("workspace"), letters.c.id == bindparam("letter"))
_INSERT = statement(lambda insert: insert(letters).on_conflict_do_nothing())
_COUNT = statement(
    select(func.count().label("written")).where(
        letters.c.workspace_id == bindparam("workspace"),
        letters.c.booking_id == bindparam("booking"),
        letters.c.recipient == bindparam("to_whom"),
        letters.c.created_at > bindparam("since"),
        letters.c.state != "held",
    )
)
_OF_BOOKING = statement(
    select(letters).where(
        letters.c.workspace_id == bindparam("workspace"), letters.c.booking_id == bindparam("booking")
    )
)
_DUE = statement(
    select(letters)
    .where(letters.c.state == "pending", letters.c.due_at <= bindparam("now"))
    .order_by(letters.c.due_at)
    .limit(bindparam("most"))
)
# Taking a letter moves its due time on: two processes never send the same attempt.
_TAKE = statement(
    update(letters)
    .where(_OF, letters.c.state == "pending", letters.c.due_at <= bindparam("now"))
    .values(due_at=bindparam("until"), attempts=letters.c.attempts + 1)
)
_SETTLE = statement(
    update(letters)
    .where(_OF, letters.c.state == "pending")
    .values(
        state=bindparam("new_state"),
        due_at=bindparam("due"),
        problem=bindparam("why"),
        sent_at=bindparam("gone_at"),
    )
)
_ERASE = statement(
    update(letters)
    .where(letters.c.workspace_id == bindparam("workspace"), in_list(letters.c.booking_id, "bookings"))
    .where(letters.c.reader != "host")
    .values(recipient="", state="erased", due_at=None, problem="")
)


async def insert_letters(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write letters; one that stands already is left as it is."""
    await tx.run_many(_INSERT, rows)


async def count_since(tx: Tx, workspace_id: WorkspaceId, booking_id: str, recipient: str, since: int) -> int:
    """Letters about one booking to one address that were written after `since` (ms)."""
    row = await tx.one(_COUNT, workspace=workspace_id, booking=booking_id, to_whom=recipient, since=since)
    return 0 if row is None else int(row["written"])


async def list_of_booking(tx: Tx, workspace_id: WorkspaceId, booking_id: str) -> list[LetterRow]:
    """Every letter about a booking."""
    return [letter_of(row) for row in await tx.all(_OF_BOOKING, workspace=workspace_id, booking=booking_id)]


async def list_due(tx: Tx, now: int, most: int) -> list[LetterRow]:
    """Letters that should go now, of every workspace."""
    return [letter_of(row) for row in await tx.all(_DUE, now=now, most=most)]


async def take(tx: Tx, letter: LetterRow, now: int, until: int) -> bool:
    """Claim one attempt until `until`; False where another process has it."""
    return await tx.run(_TAKE, workspace=letter.workspace_id, letter=letter.id, now=now, until=until) == 1


async def settle(
    tx: Tx,
    letter: LetterRow,
    state: str,
    *,
    due: int | None = None,
    why: str = "",
    gone_at: int | None = None,
) -> None:
    """Say how an attempt ended."""
    await tx.run(
        _SETTLE,
        workspace=letter.workspace_id,
        letter=letter.id,
        new_state=state,
        due=due,
        why=why,
        gone_at=gone_at,
    )


async def erase(tx: Tx, workspace_id: WorkspaceId, booking_ids: Sequence[str]) -> None:
    """Forget the addresses of everybody but the hosts."""
    await tx.run(_ERASE, workspace=workspace_id, bookings=msgspec.json.encode(list(booking_ids)).decode())


def letter_of(row: Row) -> LetterRow:
    """A letter from its row."""
    values = {name: row[name] for name in LetterRow.__slots__}
    values["kind"] = LetterKind(row["kind"])
    values["reader"] = Reader(row["reader"])
    values["hosts"] = tuple(msgspec.json.decode(row["hosts"]))
    return LetterRow(**values)
