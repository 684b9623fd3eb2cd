"""All SQL of sittings and their numbered seats."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update

from ringonce.booking.tables import seats, sittings
from ringonce.kernel.db import Row, Tx, statement

_W: BindParameter[str] = bindparam("workspace_id")


def _every(table: Any) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.columns}


_INSERT_SITTING = statement(insert(sittings).values(_every(sittings)))
_FIND_SITTING = statement(
    select(sittings).where(sittings.c.workspace_id == _W, sittings.c.id == bindparam("id"))
)
_END_SITTING = statement(
    update(sittings)
    .where(sittings.c.workspace_id == _W, sittings.c.id == bindparam("id"))
    .values(state="ended")
)
_SEATS = statement(
    select(seats)
    .where(seats.c.workspace_id == _W, seats.c.sitting_id == bindparam("sitting_id"))
    .order_by(seats.c.number)
)
_INSERT_SEAT = statement(insert(seats).values(_every(seats)))
_FREE_SEAT = statement(
    delete(seats).where(seats.c.workspace_id == _W, seats.c.owner_id == bindparam("owner_id"))
)
_FREE_LAPSED_SEATS = statement(
    delete(seats).where(
        seats.c.workspace_id == _W,
        seats.c.sitting_id == bindparam("sitting_id"),
        seats.c.expires_at <= bindparam("now"),
    )
)
_PASS_SEAT = statement(
    update(seats)
    .where(seats.c.workspace_id == _W, seats.c.owner_id == bindparam("from_owner"))
    .values(
        owner_id=bindparam("to_owner"),
        kind=bindparam("to_kind"),
        visitor_id=bindparam("new_visitor_id"),
        expires_at=bindparam("new_expires_at"),
    )
)


async def insert_sitting(tx: Tx, row: Mapping[str, Any]) -> None:
    """Write a new sitting."""
    await tx.run(_INSERT_SITTING, **row)


async def find_sitting(tx: Tx, workspace_id: str, sitting_id: str) -> Row | None:
    """A sitting by id."""
    return await tx.one(_FIND_SITTING, workspace_id=workspace_id, id=sitting_id)


async def end_sitting(tx: Tx, workspace_id: str, sitting_id: str) -> None:
    """Note that nobody sits in it any more."""
    await tx.run(_END_SITTING, workspace_id=workspace_id, id=sitting_id)


async def list_seats(tx: Tx, workspace_id: str, sitting_id: str) -> list[Row]:
    """The taken seats of a sitting by number."""
    return await tx.all(_SEATS, workspace_id=workspace_id, sitting_id=sitting_id)


async def insert_seat(tx: Tx, row: Mapping[str, Any]) -> None:
    """Take a numbered seat; the primary key refuses a second owner."""
    await tx.run(_INSERT_SEAT, **row)


async def free_seat(tx: Tx, workspace_id: str, owner_id: str) -> int:
    """Give an owner's seat back; how many rows went."""
    return await tx.run(_FREE_SEAT, workspace_id=workspace_id, owner_id=owner_id)


async def free_lapsed_seats(tx: Tx, workspace_id: str, sitting_id: str, now: int) -> int:
    """Give back the held seats of a sitting whose deadline (ms) has passed."""
    return await tx.run(_FREE_LAPSED_SEATS, workspace_id=workspace_id, sitting_id=sitting_id, now=now)


async def pass_seat(
    tx: Tx,
    workspace_id: str,
    from_owner: str,
    *,
    owner_id: str,
    kind: str,
    visitor_id: str | None,
    expires_at: int | None,
) -> int:
    """Let a seat go from one owner to another (or stay, with another deadline); how many rows changed."""
    return await tx.run(
        _PASS_SEAT,
        workspace_id=workspace_id,
        from_owner=from_owner,
        to_owner=owner_id,
        to_kind=kind,
        new_visitor_id=visitor_id,
        new_expires_at=expires_at,
    )
