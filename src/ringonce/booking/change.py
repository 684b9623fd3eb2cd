"""Changes of a booking that leave its time where it is, or give it back: cancel, no-show, guests."""

from ringonce.booking import forms, occupy, records, store
from ringonce.booking.catalogue_model import Service
from ringonce.booking.events import BookingCancelled, GuestsAdded, NoShowMarked
from ringonce.booking.leases import hosts_of, lock_service
from ringonce.booking.model import MS_PER_MINUTE, AddGuests, Booking, BookingRef, CancelBooking, MarkNoShow
from ringonce.booking.records import booking_of, fact_about
from ringonce.booking.reference import check_deadline, check_open, check_version, load_row
from ringonce.booking.refusals import NotNow
from ringonce.booking.scene import raise_service
from ringonce.calendars import claim
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work

_REASON_MOST = 1_000


async def load_locked_booking(work: Work, ref: BookingRef) -> tuple[Service, Row]:
    """A booking under the lock of its service, where nobody else changes it. Raises BookingMissing."""
    seen = await load_row(work, ref)
    service = await lock_service(work, seen["service_id"])
    return service, await load_row(work, ref)


async def cancel_booking(work: Work, ask: CancelBooking) -> Booking:
    """Call a booking off and give its time back; cancelling what is cancelled changes nothing.

    Raises BookingMissing, NotNow, VersionStale, and TooLate for a guest.
    """
    service, row = await load_locked_booking(work, ask.booking)
    if row["state"] == "cancelled":
        return booking_of(work, row)
    check_open(row, "cancel")
    check_version(row, ask.version)
    await claim.lock_hosts(work, hosts_of(row))
    if not ask.booking.is_desk:
        check_deadline(service, row, "cancel", work.now)
    await occupy.give_back(work, row)
    row = await records.change(
        work,
        row,
        state="cancelled",
        reason=ask.reason.strip()[:_REASON_MOST],
        ics_sequence=row["ics_sequence"] + 1,
        request_expires_at=None,
    )
    await raise_service(work, row["service_id"])
    work.append(fact_about(BookingCancelled, row))
    return booking_of(work, row)


async def mark_no_show(work: Work, ask: MarkNoShow) -> Booking:
    """Note that the guest did not come, or take that back. Raises NotNow before the start, VersionStale."""
    _, row = await load_locked_booking(work, BookingRef(booking_id=ask.booking_id))
    if bool(row["no_show"]) == ask.no_show:
        return booking_of(work, row)
    if row["state"] != "confirmed" or work.now < row["start_minute"] * MS_PER_MINUTE:
        raise NotNow(action="no-show", state=row["state"])
    check_version(row, ask.version)
    row = await records.change(work, row, no_show=int(ask.no_show))
    work.append(fact_about(NoShowMarked, row, no_show=ask.no_show))
    return booking_of(work, row)


async def add_guests(work: Work, ask: AddGuests) -> Booking:
    """Invite more people; those already invited change nothing. Raises FormInvalid, NotNow, VersionStale."""
    _, row = await load_locked_booking(work, ask.booking)
    already = tuple(store.from_text(row["guests"]))
    fresh = forms.checked_guests(ask.guests, already)
    if not fresh:
        return booking_of(work, row)
    check_open(row, "guests")
    check_version(row, ask.version)
    row = await records.change(
        work, row, guests=store.to_text([*already, *fresh]), ics_sequence=row["ics_sequence"] + 1
    )
    work.append(fact_about(GuestsAdded, row, added=len(fresh)))
    return booking_of(work, row)
