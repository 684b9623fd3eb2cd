"""Deciding a request: a member approves or rejects what a visitor asked for."""

from ringonce.booking import occupy, records
from ringonce.booking.catalogue_model import Service
from ringonce.booking.change import load_locked_booking
from ringonce.booking.events import BookingApproved, BookingRejected
from ringonce.booking.leases import hosts_of
from ringonce.booking.model import Booking, BookingRef, DecideRequest
from ringonce.booking.occupy import Owner
from ringonce.booking.placing import refusal_at
from ringonce.booking.records import booking_of, fact_about
from ringonce.booking.reference import check_version
from ringonce.booking.refusals import NotNow, SlotTaken
from ringonce.booking.scene import lock_scene, raise_service
from ringonce.calendars import claim
from ringonce.calendars.model import ClaimKind
from ringonce.calendars.queries import list_taken
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


async def approve_request(work: Work, ask: DecideRequest) -> Booking:
    """Let a request stand. Approving what stands changes nothing.

    Raises SlotTaken where its time has gone since (the service lets requests wait without blocking), NotNow
    for one that is decided or ran out, VersionStale.
    """
    service, row = await load_locked_booking(work, BookingRef(booking_id=ask.booking_id))
    if row["state"] == "confirmed":
        return booking_of(work, row)
    await claim.lock_hosts(work, hosts_of(row))
    _check_waiting(work, row, "approve")
    check_version(row, ask.version)
    if row["sitting_id"] is None and await _is_met(work, row):
        raise await _lost(work, service, row)
    await occupy.pass_on(work, row, Owner(id=row["id"], kind=ClaimKind.BOOKING, visitor_id=row["visitor_id"]))
    row = await records.change(work, row, state="confirmed", request_expires_at=None)
    await raise_service(work, row["service_id"])
    work.append(fact_about(BookingApproved, row))
    return booking_of(work, row)


async def reject_request(work: Work, ask: DecideRequest) -> Booking:
    """Decline a request and give its time back. Raises NotNow, VersionStale."""
    _, row = await load_locked_booking(work, BookingRef(booking_id=ask.booking_id))
    if row["state"] == "rejected":
        return booking_of(work, row)
    await claim.lock_hosts(work, hosts_of(row))
    _check_waiting(work, row, "reject")
    check_version(row, ask.version)
    await occupy.give_back(work, row)
    row = await records.change(
        work,
        row,
        state="rejected",
        reason=ask.reason.strip()[:1_000],
        request_expires_at=None,
        # It may stand in calendars from before it was moved.
        ics_sequence=row["ics_sequence"] + 1,
    )
    await raise_service(work, row["service_id"])
    work.append(fact_about(BookingRejected, row))
    return booking_of(work, row)


def _check_waiting(work: Work, row: Row, action: str) -> None:
    if row["state"] != "requested":
        raise NotNow(action=action, state=row["state"])
    if row["request_expires_at"] is not None and row["request_expires_at"] <= work.now:
        raise NotNow(action=action, state="expired")


async def _is_met(work: Work, row: Row) -> bool:
    """Whether another claim stands where the request would: asked before the constraint has to say it."""
    # A padded stretch reaches at most a few days beyond its meeting; the list takes padding into account.
    taken = await list_taken(
        work.tx,
        work.workspace_id,
        hosts_of(row),
        row["start_minute"] - 2 * 1440,
        row["end_minute"] + 2 * 1440,
    )
    own = {one.host_id: one for one in taken if one.owner_id == row["id"]}
    for other in taken:
        mine = own.get(other.host_id)
        if mine is None or other.owner_id == row["id"] or not other.blocks:
            continue
        if other.start_minute - other.before_minutes < mine.end_minute + mine.after_minutes:
            if mine.start_minute - mine.before_minutes < other.end_minute + other.after_minutes:
                return True
    return False


async def _lost(work: Work, service: Service, row: Row) -> SlotTaken:
    scene = await lock_scene(
        work,
        service_id=service.id,
        start_minute=row["start_minute"],
        length_minutes=row["length_minutes"],
        moving_booking_id=row["id"],
        also_hosts=hosts_of(row),
    )
    refusal = await refusal_at(work, scene, row["start_minute"])
    return SlotTaken(**refusal.params)
