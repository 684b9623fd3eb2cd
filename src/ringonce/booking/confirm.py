"""Confirming: a lease becomes a booking, or a request where a member decides first."""

from ringonce.booking import forms, leases, occupy, store
from ringonce.booking.beside import place_beside
from ringonce.booking.catalogue_model import Approval, Service
from ringonce.booking.events import BookingConfirmed, BookingRequested
from ringonce.booking.hold import hold_slot, load_locked, take_again
from ringonce.booking.leases import hosts_of, is_live, no_offer, visitor_of
from ringonce.booking.model import (
    MS_PER_MINUTE,
    REQUEST_HOURS,
    Booking,
    ConfirmBooking,
    Details,
    HoldKey,
    HoldSlot,
)
from ringonce.booking.occupy import Owner
from ringonce.booking.records import booking_of, fact_about, write_booking
from ringonce.booking.refusals import FormInvalid, Inactive, NotNow, VisitorLimit
from ringonce.booking.scene import raise_service
from ringonce.calendars import claim
from ringonce.calendars.model import ClaimKind
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values.ids import BookingId


async def confirm_booking(work: Work, ask: ConfirmBooking) -> Booking:
    """Book the held slot, or hold and book at once. The same hold twice is the same booking.

    A live hold is honoured: only an inactive service or the visitor's own limit can refuse it. Raises
    FormInvalid, HoldNotYours, HoldFenced, a SlotRefusal, OverlapForbidden.
    """
    if ask.overlap_reason is not None:
        return await _book_beside(work, ask)
    if ask.hold is not None:
        return booking_of(work, await confirm_hold(work, ask.hold, ask.details))
    if ask.slot is None:
        raise FormInvalid(errors=[{"field": "start", "code": "required"}])
    hold = await hold_slot(work, ask.slot)
    key = HoldKey(hold_id=hold.id, token=hold.token, generation=hold.generation)
    return booking_of(work, await confirm_hold(work, key, ask.details))


async def confirm_hold(work: Work, key: HoldKey, details: Details) -> Row:
    """Turn one lease into a booking's row; one that lapsed is taken again first, if its slot is free."""
    # The fence comes first: a lease that moved on and was booked elsewhere is not this asker's booking.
    service, row = await load_locked(work, key)
    if row["state"] == "confirmed":
        return await _booked_before(work, row)
    if row["moving_booking_id"] is not None:
        raise NotNow(action="confirm", state="moving")
    clean = forms.checked(service, details)
    await check_visitor(work, service, row["visitor_id"])
    if is_live(row, work.now):
        # A live lease needs its own hosts alone: nothing is asked again, whatever happened elsewhere.
        await claim.lock_hosts(work, hosts_of(row))
    if not is_live(row, work.now):
        row = await take_again(work, service, row)
    return await _book(work, service, row, clean)


async def check_visitor(work: Work, service: Service, visitor_id: str | None) -> None:
    """Raise Inactive or VisitorLimit: all that may still refuse a live lease."""
    if not service.is_live:
        raise Inactive(**no_offer("inactive"))
    active = await leases.count_bookings(work, service, visitor_id)
    if active is not None and service.visitor_limit is not None and active >= service.visitor_limit:
        raise VisitorLimit(**no_offer("limit-visitor"))


async def _booked_before(work: Work, hold: Row) -> Row:
    booking = await store.find_booking_by_hold(work.tx, work.workspace_id, hold["id"])
    if booking is None:
        # The hold moved a booking instead of making one.
        raise NotNow(action="confirm", state="moved")
    return booking


async def _book(work: Work, service: Service, hold: Row, details: Details) -> Row:
    booking_id = work.new_id(BookingId)
    # What a member writes down needs nobody's approval.
    is_request = service.approval is Approval.ALWAYS and work.actor.kind != "member"
    deadline = work.now + REQUEST_HOURS * 60 * MS_PER_MINUTE if is_request else None
    owner = Owner(
        id=booking_id,
        kind=ClaimKind.REQUEST if is_request else ClaimKind.BOOKING,
        visitor_id=hold["visitor_id"],
        expires_at=deadline,
        blocks=not is_request or service.pending_blocks,
    )
    await occupy.pass_on(work, hold, owner)
    await store.change_hold(work.tx, hold, state="confirmed", booking_id=booking_id, ended_at=work.now)
    booking = await write_booking(
        work,
        details,
        hold,
        {
            "id": booking_id,
            "state": "requested" if is_request else "confirmed",
            "hold_id": hold["id"],
            "request_expires_at": deadline,
            "overlap_reason": None,
        },
    )
    await raise_service(work, service.id)
    work.append(fact_about(BookingRequested if is_request else BookingConfirmed, booking))
    return booking


async def _book_beside(work: Work, ask: ConfirmBooking) -> Booking:
    """A member books on purpose where the offer has nothing; the time is outside the constraint, marked."""
    slot: HoldSlot | None = ask.slot
    if slot is None:
        raise FormInvalid(errors=[{"field": "start", "code": "required"}])
    scene, place = await place_beside(work, slot, ask.overlap_reason or "")
    details = forms.checked(scene.service, ask.details)
    booking_id = work.new_id(BookingId)
    owner = Owner(id=booking_id, kind=ClaimKind.BOOKING, blocks=False)
    await claim.take(work, occupy.claim_of(scene.service, place, owner), leases.locked_of(scene))
    booking = await write_booking(
        work,
        details,
        {
            "service_id": scene.service.id,
            "start_minute": place.start_minute,
            "end_minute": place.end_minute,
            "length_minutes": place.length_minutes,
            "hosts": store.to_text(place.hosts),
            "chosen": store.to_text(place.chosen),
            "asked_host_id": slot.host_id,
            "team_id": place.team_id,
            "sitting_id": None,
            "seat_no": None,
            "series_id": None,
            "visitor_id": visitor_of(work.actor),
        },
        {
            "id": booking_id,
            "state": "confirmed",
            "hold_id": None,
            "request_expires_at": None,
            "overlap_reason": ask.overlap_reason,
        },
    )
    await raise_service(work, scene.service.id)
    work.append(fact_about(BookingConfirmed, booking))
    return booking_of(work, booking)
