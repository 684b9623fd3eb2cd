"""Moving a booking to another time, in one transaction: its old time is free when the new one is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringonce.booking import leases, occupy, records, store
from ringonce.booking.beside import place_beside
from ringonce.booking.catalogue_model import Approval, Service
from ringonce.booking.change import load_locked_booking
from ringonce.booking.events import BookingMoved
from ringonce.booking.hold import clear_way, own_leases
from ringonce.booking.leases import check_fence, hosts_of, is_live
from ringonce.booking.model import (
    BLOCKING_STATES,
    MS_PER_MINUTE,
    REQUEST_HOURS,
    Booking,
    HoldSlot,
    MoveBooking,
)
from ringonce.booking.occupy import Owner, Place, Taken
from ringonce.booking.placing import place_at
from ringonce.booking.records import booking_of, fact_about
from ringonce.booking.reference import check_deadline, check_open, check_version
from ringonce.booking.refusals import FormInvalid, HoldExpired, HoldNotYours
from ringonce.booking.scene import Scene, lock_scene, raise_service
from ringonce.calendars import claim
from ringonce.calendars.model import ClaimKind
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


@dataclass(frozen=True, slots=True)
class _Target:
    """Where the booking goes: a lease made for it, or a start to be asked for."""

    start_minute: int
    length_minutes: int
    host_id: str | None
    hold: Row | None
    keeps_length: bool


async def move_booking(work: Work, ask: MoveBooking) -> Booking:
    """Move a booking to a held slot or to a start; its own time does not block it.

    Moving it to where it is changes nothing. Raises BookingMissing, NotNow, VersionStale, TooLate for a
    guest, HoldNotYours, HoldFenced, and a SlotRefusal.
    """
    service, row = await load_locked_booking(work, ask.booking)
    target = await _target(work, ask, row)
    if _is_there(ask, row, target):
        return booking_of(work, row)
    check_open(row, "move")
    check_version(row, ask.version)
    if not ask.booking.is_desk:
        check_deadline(service, row, "move", work.now)
    if ask.overlap_reason is not None:
        return await _move_beside(work, ask, row, target)
    if target.hold is not None and is_live(target.hold, work.now):
        await claim.lock_hosts(work, {*hosts_of(row), *hosts_of(target.hold)})
        if is_live(target.hold, work.now):
            return await _to_hold(work, ask, service, row, target.hold)
    return await _to_start(work, ask, service, row, target)


async def _target(work: Work, ask: MoveBooking, row: Row) -> _Target:
    if ask.hold is not None:
        hold = await leases.load_own(work, ask.hold)
        check_fence(hold, ask.hold)
        if hold["moving_booking_id"] != row["id"]:
            raise HoldNotYours(**leases.no_offer("hold-not-yours"))
        return _Target(hold["start_minute"], hold["length_minutes"], hold["asked_host_id"], hold, True)
    if ask.start_minute is None:
        raise FormInvalid(errors=[{"field": "start", "code": "required"}])
    length = ask.length_minutes or row["length_minutes"]
    return _Target(ask.start_minute, length, ask.host_id, None, ask.length_minutes is None)


def _is_there(ask: MoveBooking, row: Row, target: _Target) -> bool:
    """Whether this very move has been made already, by an attempt with another key."""
    if row["state"] not in BLOCKING_STATES:
        return False
    if target.hold is not None and target.hold["state"] == "confirmed":
        return bool(target.hold["booking_id"] == row["id"])
    same = row["start_minute"] == target.start_minute and row["length_minutes"] == target.length_minutes
    hosts = target.host_id is None or target.host_id in hosts_of(row)
    return same and hosts and row["version"] in (ask.version, ask.version + 1)


def _owner(work: Work, ask: MoveBooking, service: Service, row: Row) -> Owner:
    """A guest who moves an approved booking asks again; a member's word is enough."""
    asks_again = service.approval is Approval.ALWAYS and not ask.booking.is_desk
    is_request = asks_again or row["state"] == "requested"
    deadline = row["request_expires_at"]
    if asks_again:
        deadline = work.now + REQUEST_HOURS * 60 * MS_PER_MINUTE
    return Owner(
        id=row["id"],
        kind=ClaimKind.REQUEST if is_request else ClaimKind.BOOKING,
        visitor_id=row["visitor_id"],
        expires_at=deadline if is_request else None,
        blocks=not is_request or service.pending_blocks,
    )


async def _to_hold(work: Work, ask: MoveBooking, service: Service, row: Row, hold: Row) -> Booking:
    owner = _owner(work, ask, service, row)
    await occupy.give_back(work, row)
    await occupy.pass_on(work, hold, owner)
    await _use_up(work, hold, row)
    return await _moved(work, row, owner, {name: hold[name] for name in _PLACE})


async def _to_start(work: Work, ask: MoveBooking, service: Service, row: Row, target: _Target) -> Booking:
    hold = target.hold
    booked = await leases.count_bookings(work, service, row["visitor_id"], row["id"])

    async def scene_with(own: Sequence[Row]) -> Scene:
        return await lock_scene(
            work,
            service_id=row["service_id"],
            start_minute=target.start_minute,
            length_minutes=target.length_minutes,
            host_id=target.host_id,
            own_hold_ids=frozenset(str(each["id"]) for each in own),
            moving_booking_id=row["id"],
            visitor_bookings=booked,
            also_hosts=(host for each in (row, *own) for host in hosts_of(each)),
        )

    held = [] if hold is None else [hold]
    # What this visitor holds besides, from another tab or by an offer, is not in his own way.
    others = await own_leases(work, row["service_id"])
    scene = await scene_with([*held, *others])
    place = await place_at(
        work,
        scene,
        target.start_minute,
        seen_version=ask.seen_version,
        prefer=hosts_of(row) if service.keep_host_on_move else (),
        instead=None if hold is None else HoldExpired,
        keeps_length=target.keeps_length,
    )
    await clear_way(work, scene, place, others, lambda: scene_with(held))
    owner = _owner(work, ask, service, row)
    if hold is not None:
        await occupy.give_back(work, hold)
        await _use_up(work, hold, row)
    await occupy.give_back(work, row)
    taken = await occupy.take(work, scene.service, leases.locked_of(scene), place, owner)
    return await _moved(work, row, owner, _terms(place, taken))


async def _move_beside(work: Work, ask: MoveBooking, row: Row, target: _Target) -> Booking:
    slot = HoldSlot(
        service_id=row["service_id"],
        start_minute=target.start_minute,
        length_minutes=target.length_minutes,
        host_id=target.host_id,
    )
    scene, place = await place_beside(work, slot, ask.overlap_reason or "", also_hosts=hosts_of(row))
    owner = Owner(id=row["id"], kind=ClaimKind.BOOKING, blocks=False)
    await occupy.give_back(work, row)
    await claim.take(work, occupy.claim_of(scene.service, place, owner), leases.locked_of(scene))
    terms = {**_terms(place, Taken()), "overlap_reason": ask.overlap_reason}
    return await _moved(work, row, owner, terms)


_PLACE = (
    "start_minute",
    "end_minute",
    "length_minutes",
    "hosts",
    "chosen",
    "asked_host_id",
    "sitting_id",
    "seat_no",
)


def _terms(place: Place, taken: Taken) -> dict[str, object]:
    return {
        "start_minute": place.start_minute,
        "end_minute": place.end_minute,
        "length_minutes": place.length_minutes,
        "hosts": store.to_text(place.hosts),
        "chosen": store.to_text(place.chosen),
        "asked_host_id": place.asked_host_id,
        "sitting_id": taken.sitting_id,
        "seat_no": taken.seat_no,
    }


async def _use_up(work: Work, hold: Row, row: Row) -> None:
    await store.change_hold(work.tx, hold, state="confirmed", booking_id=row["id"], ended_at=work.now)


async def _moved(work: Work, row: Row, owner: Owner, terms: dict[str, object]) -> Booking:
    after = await records.change(
        work,
        row,
        **{"overlap_reason": None, **terms},
        state="requested" if owner.kind is ClaimKind.REQUEST else "confirmed",
        request_expires_at=owner.expires_at,
        ics_sequence=row["ics_sequence"] + 1,
    )
    await raise_service(work, row["service_id"])
    work.append(fact_about(BookingMoved, after, from_minute=row["start_minute"], from_hosts=hosts_of(row)))
    return booking_of(work, after)
