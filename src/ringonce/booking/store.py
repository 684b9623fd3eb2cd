"""All SQL that writes holds and bookings, and the reads those writes rest on.

Occupied time is written by `calendars.claim`; lists and public views are read by `booking.queries`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from ringonce.booking.catalogue_tables import services
from ringonce.booking.model import Booking, Hold
from ringonce.booking.tables import bookings, holds
from ringonce.kernel.db import Row, Tx, statement

# Written out: with a bound value SQLite cannot tell that a partial index holds the rows.
_LIVE: ColumnElement[str] = literal_column("'live'")
_REQUESTED: ColumnElement[str] = literal_column("'requested'")
_ENCODER = msgspec.json.Encoder()


def to_text(value: object) -> str:
    """JSON text, as both engines keep it."""
    return _ENCODER.encode(value).decode()


def from_text(text: str) -> Any:
    """Plain values from JSON text."""
    return msgspec.json.decode(text)


def _every(table: Any) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.columns}


def _fields(table: Any, *names: str) -> dict[str, Any]:
    return {name: bindparam(f"new_{name}") for name in names if name in table.columns}


_HOLD_CHANGES = (
    "principal",
    "visitor_id",
    "generation",
    "state",
    "start_minute",
    "end_minute",
    "length_minutes",
    "hosts",
    "chosen",
    "asked_host_id",
    "team_id",
    "sitting_id",
    "seat_no",
    "moving_booking_id",
    "booking_id",
    "granted_at",
    "expires_at",
    "ended_at",
)
_BOOKING_CHANGES = (
    "state",
    "version",
    "start_minute",
    "end_minute",
    "length_minutes",
    "hosts",
    "chosen",
    "asked_host_id",
    "sitting_id",
    "seat_no",
    "guests",
    "reason",
    "overlap_reason",
    "no_show",
    "ics_sequence",
    "request_expires_at",
    "changed_at",
)

_W: BindParameter[str] = bindparam("workspace_id")
_HOLD_HERE = and_(holds.c.workspace_id == _W, holds.c.id == bindparam("id"))

_INSERT_HOLD = statement(insert(holds).values(_every(holds)))
_FIND_HOLD = statement(select(holds).where(_HOLD_HERE))
_UPDATE_HOLD = statement(update(holds).where(_HOLD_HERE).values(_fields(holds, *_HOLD_CHANGES)))
_LIVE_HOLD = statement(
    select(holds)
    .where(
        holds.c.workspace_id == _W,
        holds.c.service_id == bindparam("service_id"),
        holds.c.principal == bindparam("principal"),
        holds.c.state == "live",
        holds.c.series_id.is_(None),
        holds.c.offer_id.is_(None),
    )
    .order_by(holds.c.granted_at.desc(), holds.c.id.desc())
    .limit(1)
)
_OFFERED_HOLDS = statement(
    select(holds)
    .where(
        holds.c.workspace_id == _W,
        holds.c.service_id == bindparam("service_id"),
        holds.c.principal == bindparam("principal"),
        holds.c.state == "live",
        holds.c.offer_id.is_not(None),
    )
    .order_by(holds.c.start_minute, holds.c.id)
)
_SERIES_HOLDS = statement(
    select(holds)
    .where(holds.c.workspace_id == _W, holds.c.series_id == bindparam("series_id"))
    .order_by(holds.c.start_minute, holds.c.id)
)
_LAPSED_HOLDS = statement(
    select(holds.c.workspace_id, holds.c.id, holds.c.service_id)
    .where(holds.c.state == _LIVE, holds.c.expires_at <= bindparam("now"))
    .order_by(holds.c.expires_at)
    .limit(bindparam("most"))
)

# Retired services too: their meetings can still be called off.
_LOCK_SERVICE = statement(
    select(services)
    .where(services.c.workspace_id == _W, services.c.id == bindparam("service_id"))
    .with_for_update()
)
_LOCK_SERVICE_OF_HOLD = statement(
    select(services)
    .where(
        services.c.workspace_id == _W,
        services.c.id
        == select(holds.c.service_id)
        .where(holds.c.workspace_id == _W, holds.c.id == bindparam("hold_id"))
        .scalar_subquery(),
    )
    .with_for_update()
)
_INSERT_BOOKING = statement(insert(bookings).values(_every(bookings)))
_BOOKING_HERE = and_(bookings.c.workspace_id == _W, bookings.c.id == bindparam("id"))
_FIND_BOOKING = statement(select(bookings).where(_BOOKING_HERE))
_FIND_BY_CODE = statement(
    select(bookings).where(bookings.c.workspace_id == _W, bookings.c.code_hash == bindparam("code_hash"))
)
_FIND_BY_HOLD = statement(
    select(bookings).where(bookings.c.workspace_id == _W, bookings.c.hold_id == bindparam("hold_id"))
)
_UPDATE_BOOKING = statement(
    update(bookings)
    .where(_BOOKING_HERE, bookings.c.version == bindparam("seen_version"))
    .values(_fields(bookings, *_BOOKING_CHANGES))
)
_ACTIVE_OF_VISITOR = statement(
    select(func.count().label("active")).where(
        bookings.c.workspace_id == _W,
        bookings.c.service_id == bindparam("service_id"),
        bookings.c.visitor_id == bindparam("visitor_id"),
        or_(bookings.c.state == "requested", bookings.c.state == "confirmed"),
        bookings.c.end_minute > bindparam("now_minute"),
        bookings.c.id != bindparam("except_id"),
    )
)
_ERASE_TEXT = statement(
    update(bookings)
    .where(bookings.c.workspace_id == _W, bookings.c.contact_id == bindparam("contact_id"))
    .values(name="", email="", phone="", answers="{}", guests="[]", notes="", reason="", location="null")
)
_EXPIRED_REQUESTS = statement(
    select(bookings.c.workspace_id, bookings.c.id, bookings.c.service_id)
    .where(bookings.c.state == _REQUESTED, bookings.c.request_expires_at <= bindparam("now"))
    .order_by(bookings.c.request_expires_at)
    .limit(bindparam("most"))
)


async def insert_hold(tx: Tx, row: Mapping[str, Any]) -> None:
    """Write a new hold."""
    await tx.run(_INSERT_HOLD, **row)


async def find_hold(tx: Tx, workspace_id: str, hold_id: str) -> Row | None:
    """The hold's row, whatever its state."""
    return await tx.one(_FIND_HOLD, workspace_id=workspace_id, id=hold_id)


async def change_hold(tx: Tx, row: Row, **changes: Any) -> Row:
    """Write the changed columns of a hold; returns the row as it now is."""
    after = {**row, **changes}
    await tx.run(
        _UPDATE_HOLD,
        workspace_id=row["workspace_id"],
        id=row["id"],
        **{f"new_{name}": after[name] for name in _HOLD_CHANGES},
    )
    return after


async def find_live_hold(tx: Tx, workspace_id: str, service_id: str, principal: str) -> Row | None:
    """The hold a principal has for a service; it may have lapsed by time."""
    return await tx.one(_LIVE_HOLD, workspace_id=workspace_id, service_id=service_id, principal=principal)


async def list_offered_holds(tx: Tx, workspace_id: str, service_id: str, principal: str) -> list[Row]:
    """The holds of a service that were offered to a principal; some may have lapsed by time."""
    return await tx.all(_OFFERED_HOLDS, workspace_id=workspace_id, service_id=service_id, principal=principal)


async def list_series_holds(tx: Tx, workspace_id: str, series_id: str) -> list[Row]:
    """The holds of a series by start."""
    return await tx.all(_SERIES_HOLDS, workspace_id=workspace_id, series_id=series_id)


async def list_lapsed_holds(tx: Tx, now: int, most: int) -> list[Row]:
    """Holds of all workspaces whose deadline (ms) has passed, oldest first."""
    return await tx.all(_LAPSED_HOLDS, now=now, most=most)


async def lock_service(tx: Tx, workspace_id: str, service_id: str) -> Row | None:
    """The service's row, locked until the transaction ends, whether it is live or retired."""
    return await tx.one(_LOCK_SERVICE, workspace_id=workspace_id, service_id=service_id)


async def lock_service_of_hold(tx: Tx, workspace_id: str, hold_id: str) -> Row | None:
    """The row of the service that a hold is for, locked; None where there is no such hold."""
    return await tx.one(_LOCK_SERVICE_OF_HOLD, workspace_id=workspace_id, hold_id=hold_id)


async def insert_booking(tx: Tx, row: Mapping[str, Any]) -> None:
    """Write a new booking."""
    await tx.run(_INSERT_BOOKING, **row)


async def find_booking(tx: Tx, workspace_id: str, booking_id: str) -> Row | None:
    """A booking by id."""
    return await tx.one(_FIND_BOOKING, workspace_id=workspace_id, id=booking_id)


async def find_booking_by_code(tx: Tx, workspace_id: str, code_hash: str) -> Row | None:
    """A booking by the hash of its code."""
    return await tx.one(_FIND_BY_CODE, workspace_id=workspace_id, code_hash=code_hash)


async def find_booking_by_hold(tx: Tx, workspace_id: str, hold_id: str) -> Row | None:
    """The booking that a hold became."""
    return await tx.one(_FIND_BY_HOLD, workspace_id=workspace_id, hold_id=hold_id)


async def change_booking(tx: Tx, row: Row, **changes: Any) -> Row | None:
    """Compare and set: raise the version by one and write the changes; None if the version has moved on."""
    after = {**row, **changes, "version": row["version"] + 1}
    changed = await tx.run(
        _UPDATE_BOOKING,
        workspace_id=row["workspace_id"],
        id=row["id"],
        seen_version=row["version"],
        **{f"new_{name}": after[name] for name in _BOOKING_CHANGES},
    )
    return after if changed == 1 else None


async def count_active(
    tx: Tx, workspace_id: str, service_id: str, visitor_id: str, now_minute: int, except_id: str = ""
) -> int:
    """A visitor's bookings of a service that are still to come or under way."""
    row = await tx.one(
        _ACTIVE_OF_VISITOR,
        workspace_id=workspace_id,
        service_id=service_id,
        visitor_id=visitor_id,
        now_minute=now_minute,
        except_id=except_id,
    )
    return int(row["active"]) if row is not None else 0


async def erase_text(tx: Tx, workspace_id: str, contact_id: str) -> int:
    """Delete what a person typed in every booking; how many there were."""
    return await tx.run(_ERASE_TEXT, workspace_id=workspace_id, contact_id=contact_id)


async def list_expired_requests(tx: Tx, now: int, most: int) -> list[Row]:
    """Requests of all workspaces that nobody decided in time (ms), oldest first."""
    return await tx.all(_EXPIRED_REQUESTS, now=now, most=most)


def to_hold(row: Row, token: str, *, seats_left: int | None = None, version: str | None = None) -> Hold:
    """A hold from its row."""
    return Hold(
        id=row["id"],
        token=token,
        generation=row["generation"],
        state=row["state"],
        service_id=row["service_id"],
        start_minute=row["start_minute"],
        end_minute=row["end_minute"],
        length_minutes=row["length_minutes"],
        hosts=tuple(from_text(row["hosts"])),
        granted_at=row["granted_at"],
        expires_at=row["expires_at"],
        team_id=row["team_id"],
        asked_host_id=row["asked_host_id"],
        sitting_id=row["sitting_id"],
        seat_no=row["seat_no"],
        seats_left=seats_left,
        series_id=row["series_id"],
        moving_booking_id=row["moving_booking_id"],
        version=version,
    )


_PLAIN: Sequence[str] = (
    "id",
    "state",
    "version",
    "service_id",
    "start_minute",
    "end_minute",
    "length_minutes",
    "name",
    "email",
    "phone",
    "zone",
    "locale",
    "notes",
    "reason",
    "ics_uid",
    "ics_sequence",
    "created_at",
    "changed_at",
    "booked_by",
    "team_id",
    "asked_host_id",
    "sitting_id",
    "seat_no",
    "series_id",
    "hold_id",
    "visitor_id",
    "contact_id",
    "request_expires_at",
    "overlap_reason",
)


def to_booking(row: Row, code: str) -> Booking:
    """A booking from its row; `code` is derived, never read."""
    return Booking(
        code=code,
        hosts=tuple(from_text(row["hosts"])),
        chosen=from_text(row["chosen"]),
        location=from_text(row["location"]),
        answers=from_text(row["answers"]),
        guests=tuple(from_text(row["guests"])),
        no_show=bool(row["no_show"]),
        **{name: row[name] for name in _PLAIN},
    )
