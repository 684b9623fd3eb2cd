"""Reads of bookings: the desk's list, one booking, its history, and the guest's own page by its code."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Text,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
)

from ringonce.booking import store
from ringonce.booking.model import Booking, Hold
from ringonce.booking.refusals import BookingMissing
from ringonce.booking.tables import bookings
from ringonce.calendars.tables import occupancy
from ringonce.kernel.db import Row, Tx, statement
from ringonce.kernel.eventlog import Entry, read_stream
from ringonce.kernel.secrets import Codes, hash_token
from ringonce.values.ids import WorkspaceId
from ringonce.values.paging import Page, PageAsk

_W: BindParameter[str] = bindparam("workspace_id")

# The rows a round robin counts: what was taken this month and has not lapsed. A meeting taken this month does
# not start before it, which lets the index on starts do the work.
_TURNS = statement(
    select(
        occupancy.c.host_id,
        func.count().label("booked"),
        func.max(occupancy.c.taken_at).label("last_at"),
    )
    .where(
        occupancy.c.workspace_id == _W,
        occupancy.c.service_id == bindparam("service_id"),
        occupancy.c.start_minute >= bindparam("month_minute"),
        occupancy.c.taken_at >= bindparam("month_at"),
        occupancy.c.role == "rotating",
        or_(occupancy.c.expires_at.is_(None), occupancy.c.expires_at > bindparam("now")),
    )
    .group_by(occupancy.c.host_id)
)


def _given(name: str) -> BindParameter[str]:
    return bindparam(name, type_=Text())


def _unless_given(name: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return or_(cast(_given(name), Text).is_(None), condition)


_FIRST = bindparam("first_minute", type_=BigInteger())
_LAST = bindparam("last_minute", type_=BigInteger())
_AFTER = bindparam("after_minute", type_=BigInteger())
_LIST = statement(
    select(bookings)
    .where(
        bookings.c.workspace_id == _W,
        bookings.c.start_minute >= _FIRST,
        bookings.c.start_minute < _LAST,
        _unless_given("service_id", bookings.c.service_id == _given("service_id")),
        _unless_given("state", bookings.c.state == _given("state")),
        _unless_given("contact_id", bookings.c.contact_id == _given("contact_id")),
        _unless_given("host_pattern", bookings.c.hosts.like(_given("host_pattern"))),
        _unless_given(
            "word",
            or_(
                func.lower(bookings.c.name).like(func.lower(_given("word")), escape="\\"),
                func.lower(bookings.c.email).like(func.lower(_given("word")), escape="\\"),
                bookings.c.phone.like(_given("word"), escape="\\"),
            ),
        ),
        or_(
            bookings.c.start_minute > _AFTER,
            and_(bookings.c.start_minute == _AFTER, bookings.c.id > _given("after_id")),
        ),
    )
    .order_by(bookings.c.start_minute, bookings.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFilter:
    """Which bookings: those that start in [first_minute, last_minute) and fit everything given.

    `word` is looked for in names, addresses and phone numbers.
    """

    first_minute: int = 0
    last_minute: int = 2**40
    host_id: str | None = None
    service_id: str | None = None
    state: str | None = None
    contact_id: str | None = None
    word: str | None = None


async def list_bookings(
    tx: Tx, codes: Codes, workspace_id: str, wanted: BookingFilter, page: PageAsk
) -> Page[Booking]:
    """Bookings by start; the next position is (start minute, id)."""
    after_minute, after_id = page.after if page.after is not None else (-1, "")
    rows = await tx.all(
        _LIST,
        workspace_id=workspace_id,
        first_minute=wanted.first_minute,
        last_minute=wanted.last_minute,
        service_id=wanted.service_id,
        state=wanted.state,
        contact_id=wanted.contact_id,
        host_pattern=None if wanted.host_id is None else f'%"{wanted.host_id}"%',
        word=None if not wanted.word else f"%{_literal(wanted.word)}%",
        after_minute=after_minute,
        after_id=after_id,
        most=page.limit + 1,
    )
    shown = rows[: page.limit]
    more = len(rows) > page.limit
    last = (int(shown[-1]["start_minute"]), str(shown[-1]["id"])) if more else None
    return Page(tuple(_booking(codes, row) for row in shown), last)


async def load_booking(tx: Tx, codes: Codes, workspace_id: str, booking_id: str) -> Booking:
    """One booking for the desk. Raises BookingMissing."""
    row = await store.find_booking(tx, workspace_id, booking_id)
    if row is None:
        raise BookingMissing()
    return _booking(codes, row)


async def load_public(tx: Tx, codes: Codes, workspace_id: str, code: str) -> Booking:
    """The booking whose page a code opens. Raises BookingMissing."""
    row = await store.find_booking_by_code(tx, workspace_id, hash_token(code))
    if row is None:
        raise BookingMissing()
    return _booking(codes, row)


async def find_hold(tx: Tx, codes: Codes, workspace_id: str, service_id: str, principal: str) -> Hold | None:
    """The live lease that a principal has of a service; it may have run out by time."""
    row = await store.find_live_hold(tx, workspace_id, service_id, principal)
    return None if row is None else store.to_hold(row, codes.of("hold", row["id"]))


async def read_history(tx: Tx, workspace_id: str, booking_id: str) -> list[Entry]:
    """Everything that happened to a booking, in order."""
    return await read_stream(tx, WorkspaceId(workspace_id), f"booking:{booking_id}")


async def count_turns(
    tx: Tx, workspace_id: str, service_id: str, month_minute: int, now: int
) -> dict[str, tuple[int, int]]:
    """Rotating host -> what was booked with it since the month began, and when last (ms)."""
    rows = await tx.all(
        _TURNS,
        workspace_id=workspace_id,
        service_id=service_id,
        month_minute=month_minute,
        month_at=month_minute * 60_000,
        now=now,
    )
    return {row["host_id"]: (int(row["booked"]), int(row["last_at"])) for row in rows}


def _booking(codes: Codes, row: Row) -> Booking:
    return store.to_booking(row, codes.of("booking", row["id"]))


def _literal(word: str) -> str:
    """A word as LIKE sees nothing in it but the word."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
