"""Finding the booking that somebody means, and whether they may still change it."""

from ringonce.booking import store
from ringonce.booking.catalogue_model import Service
from ringonce.booking.model import BLOCKING_STATES, MS_PER_MINUTE, BookingRef
from ringonce.booking.refusals import BookingMissing, NotNow, TooLate, VersionStale
from ringonce.kernel.db import Row
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Work


async def load_row(work: Work, ref: BookingRef) -> Row:
    """The booking's row, by code or id. Raises BookingMissing."""
    row = None
    if ref.booking_id is not None:
        row = await store.find_booking(work.tx, work.workspace_id, ref.booking_id)
    elif ref.code is not None:
        row = await store.find_booking_by_code(work.tx, work.workspace_id, hash_token(ref.code))
    if row is None:
        raise BookingMissing()
    return row


async def load_movable(work: Work, service_id: str, code: str | None, booking_id: str | None) -> Row | None:
    """The booking that a hold is to move, if one is named. Raises BookingMissing, NotNow."""
    if code is None and booking_id is None:
        return None
    row = await load_row(work, BookingRef(code=code, booking_id=booking_id))
    if row["service_id"] != service_id:
        raise BookingMissing()
    check_open(row, "move")
    return row


def check_open(row: Row, action: str) -> None:
    """Raise NotNow for a booking that is over and done with."""
    if row["state"] not in BLOCKING_STATES:
        raise NotNow(action=action, state=row["state"])


def check_version(row: Row, version: int) -> None:
    """Raise VersionStale where the booking has changed since it was shown."""
    if row["version"] != version:
        raise VersionStale(version=row["version"], state=row["state"])


def can_cancel(service: Service, row: Row, now: int) -> bool:
    """Whether the guest may still call the booking off."""
    return _is_early(service.cancel_until, row, now)


def can_move(service: Service, row: Row, now: int) -> bool:
    """Whether the guest may still move the booking."""
    return _is_early(service.move_until, row, now)


def check_deadline(service: Service, row: Row, action: str, now: int) -> None:
    """Raise TooLate where the guest may no longer cancel or move; members always may."""
    until = service.cancel_until if action == "cancel" else service.move_until
    if not _is_early(until, row, now):
        raise TooLate(action=action, until_minutes=until)


def _is_early(until_minutes: int | None, row: Row, now: int) -> bool:
    if until_minutes is None or row["state"] not in BLOCKING_STATES:
        return False
    return bool(now <= (row["start_minute"] - until_minutes) * MS_PER_MINUTE)
