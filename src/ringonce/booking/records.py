"""Writing a booking down: its row, its person, and the facts about it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ringonce.booking import store
from ringonce.booking.events import BookingFact
from ringonce.booking.leases import hosts_of, principal_of
from ringonce.booking.model import Booking, Details
from ringonce.booking.refusals import VersionStale
from ringonce.contacts import people
from ringonce.kernel.db import Row
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Work

FactT = TypeVar("FactT", bound=BookingFact)

_FROM_HOLD = (
    "service_id",
    "start_minute",
    "end_minute",
    "length_minutes",
    "hosts",
    "chosen",
    "asked_host_id",
    "team_id",
    "sitting_id",
    "seat_no",
    "series_id",
    "visitor_id",
)


def code_of(work: Work, booking_id: str) -> str:
    """The code of a booking's public page: it follows from the server's key and the id, and is not stored."""
    return work.codes.of("booking", booking_id)


def booking_of(work: Work, row: Row) -> Booking:
    """The booking with its code."""
    return store.to_booking(row, code_of(work, row["id"]))


async def write_booking(
    work: Work, details: Details, place: Mapping[str, Any], more: Mapping[str, Any]
) -> Row:
    """Write a booking at a hold's place (or one like it), with the person who booked it."""
    contact_id = await _contact(work, details, place["visitor_id"])
    row: Row = {
        "workspace_id": work.workspace_id,
        "code_hash": hash_token(code_of(work, more["id"])),
        "version": 1,
        **{name: place[name] for name in _FROM_HOLD},
        "contact_id": contact_id,
        "booked_by": principal_of(work.actor),
        "name": details.name,
        "email": details.email,
        "phone": details.phone,
        "zone": details.zone,
        "locale": details.locale,
        "answers": store.to_text(details.answers),
        "guests": store.to_text(details.guests),
        "notes": details.notes,
        "location": store.to_text(details.location),
        "reason": "",
        "no_show": 0,
        "ics_uid": f"{more['id']}@ringonce",
        "ics_sequence": 0,
        "created_at": work.now,
        "changed_at": work.now,
        **more,
    }
    await store.insert_booking(work.tx, row)
    return row


async def change(work: Work, row: Row, **changes: Any) -> Row:
    """Compare and set. Raises VersionStale where another change came between."""
    after = await store.change_booking(work.tx, row, changed_at=work.now, **changes)
    if after is None:
        raise VersionStale(version=row["version"], state=row["state"])
    return after


def fact_about(kind: Callable[..., FactT], row: Row, **more: object) -> FactT:
    """A fact about a booking as its row now is; `more` is what its kind adds."""
    return kind(
        booking_id=row["id"],
        service_id=row["service_id"],
        hosts=hosts_of(row),
        start_minute=row["start_minute"],
        length_minutes=row["length_minutes"],
        version=row["version"],
        state=row["state"],
        contact_id=row["contact_id"],
        hold_id=row["hold_id"],
        sitting_id=row["sitting_id"],
        series_id=row["series_id"],
        **more,
    )


async def _contact(work: Work, details: Details, visitor_id: str | None) -> str:
    """A visitor's session proves a person; what was typed is noted beside it and looks nobody up."""
    if visitor_id is not None:
        contact_id = await people.contact_of_visitor(work, visitor_id, details.name)
    else:
        contact_id = await people.new_contact(work, details.name)
    await people.note_typed(work, contact_id, "email", details.email)
    await people.note_typed(work, contact_id, "phone", details.phone)
    return contact_id
