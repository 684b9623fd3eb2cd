"""Changes that meet: approvals, moves, cancellations, deadlines."""

from datetime import timedelta

import pytest

from ringonce.booking.catalogue_model import Approval, Service
from ringonce.booking.change import cancel_booking
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.decide import approve_request
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import (
    Booking,
    BookingRef,
    CancelBooking,
    ConfirmBooking,
    DecideRequest,
    HoldSlot,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.booking.sweep import SWEEPER, find_due, sweep
from ringonce.kernel.work import Work
from tests.support.world import (
    OWNER,
    Outcome,
    World,
    all_at_once,
    details,
    intent_of,
    key_of,
    minute,
    visitor,
)

TEN, NOON = minute("10:00"), minute("12:00")


def booking_ask(service: Service, start: int) -> ConfirmBooking:
    return ConfirmBooking(details=details(), slot=HoldSlot(service_id=service.id, start_minute=start))


async def test_two_pending_requests_approved_at_once(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS, pending_blocks=False)
    requests: list[Booking] = [await world.book(service, TEN, visitor(n)) for n in range(2)]
    assert {one.state for one in requests} == {"requested"}

    async def approve(number: int) -> Outcome:
        ask = DecideRequest(booking_id=requests[number].id, version=1)
        return await world.send(intent_of(approve_request, ask), OWNER)

    told = await all_at_once(2, approve)
    assert sorted(one.is_won for one in told) == [False, True]
    lost = next(one for one in told if not one.is_won)
    assert lost.code == "slot-taken"
    assert lost.body["reasons"] == ["busy-booking"]
    assert len(lost.body["alternatives"]) >= 3
    assert await world.count("bookings", "state = 'confirmed'") == 1
    assert await world.overlaps() == 0


async def test_one_request_approved_twenty_times(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    request = await world.book(service, TEN, visitor(1))

    async def approve(_: int) -> Outcome:
        return await world.send(
            intent_of(approve_request, DecideRequest(booking_id=request.id, version=1)), OWNER
        )

    told = await all_at_once(20, approve)
    assert all(one.is_won for one in told)
    assert (await world.actions()).count("BookingApproved") == 1


async def test_a_move_against_a_booking(world: World) -> None:
    """One moves to noon while nine book noon: one of them has it, and the moved one never has two."""
    service = await world.service("Mara")
    booking = await world.book(service, TEN, visitor(1))

    async def attempt(number: int) -> Outcome:
        if number == 0:
            ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=NOON)
            return await world.send(intent_of(move_booking, ask), visitor(1))
        return await world.send(intent_of(confirm_booking, booking_ask(service, NOON)), visitor(100 + number))

    told = await all_at_once(10, attempt)
    assert sum(one.is_won for one in told) == 1
    assert await world.count("occupancy", f"start_minute = {NOON}") == 1
    assert await world.count("occupancy", f"owner_id = '{booking.id}'") == 1
    assert await world.overlaps() == 0


async def test_two_bookings_swap_places(world: World) -> None:
    """Neither can: each wants what the other has, and nobody is left without."""
    service = await world.service("Mara")
    pair = [
        (await world.book(service, TEN, visitor(1)), NOON),
        (await world.book(service, NOON, visitor(2)), TEN),
    ]

    async def attempt(number: int) -> Outcome:
        booking, start = pair[number]
        ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=start)
        return await world.send(intent_of(move_booking, ask), visitor(number + 1))

    told = await all_at_once(2, attempt)
    assert {one.code for one in told} == {"slot-taken"}
    assert await world.count("occupancy") == 2
    assert await world.overlaps() == 0


async def test_a_cancellation_against_a_move(world: World) -> None:
    """The version decides: whoever comes second is told so, or finds it done."""
    service = await world.service("Mara")
    booking = await world.book(service, TEN, visitor(1))
    ref = BookingRef(code=booking.code)

    async def attempt(number: int) -> Outcome:
        if number % 2:
            return await world.send(
                intent_of(cancel_booking, CancelBooking(booking=ref, version=1)), visitor(1)
            )
        ask = MoveBooking(booking=ref, version=1, start_minute=NOON)
        return await world.send(intent_of(move_booking, ask), visitor(1))

    told = await all_at_once(8, attempt)
    actions = await world.actions()
    assert actions.count("BookingCancelled") + actions.count("BookingMoved") == 1
    assert {one.code for one in told if not one.is_won} <= {"version-stale", "not-now"}
    cancelled = actions.count("BookingCancelled")
    assert await world.count("occupancy") == 1 - cancelled


@pytest.mark.parametrize("late_by", [timedelta(0), timedelta(seconds=1)])
async def test_a_lapse_against_its_confirmation(world: World, late_by: timedelta) -> None:
    """At its deadline a lease is dead for all alike: one of owner, next visitor has the slot, and the sweep
    takes nothing from either.
    """
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, visitor(1))
    world.clock.move(timedelta(minutes=5) + late_by)

    async def swept(_: Work) -> int:
        return 0

    async def attempt(number: int) -> Outcome:
        if number == 0:
            ask = ConfirmBooking(details=details(), hold=key_of(hold))
            return await world.send(intent_of(confirm_booking, ask), visitor(1))
        if number == 1:
            due = await world.database.read(lambda tx: find_due(tx, world.clock.now()))
            for one in due:
                await world.do(intent_of(sweep, one), SWEEPER)
            return await world.send(swept, SWEEPER)
        ask_hold = HoldSlot(service_id=service.id, start_minute=TEN)
        return await world.send(intent_of(hold_slot, ask_hold), visitor(number))

    told = await all_at_once(12, attempt)
    people = [one for number, one in enumerate(told) if number != 1]
    assert sum(one.is_won for one in people) == 1
    assert {one.code for one in people if not one.is_won} <= {"slot-taken", "hold-expired"}
    assert await world.count("occupancy") == 1
    assert await world.overlaps() == 0


async def test_a_millisecond_before_its_deadline_a_lease_is_honoured(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, visitor(1))
    world.clock.move(timedelta(minutes=5) - timedelta(milliseconds=1))

    async def attempt(number: int) -> Outcome:
        if number == 0:
            ask = ConfirmBooking(details=details(), hold=key_of(hold))
            return await world.send(intent_of(confirm_booking, ask), visitor(1))
        ask_hold = HoldSlot(service_id=service.id, start_minute=TEN)
        return await world.send(intent_of(hold_slot, ask_hold), visitor(number + 1))

    told = await all_at_once(12, attempt)
    assert [one.is_won for one in told] == [True] + [False] * 11


async def test_one_hold_confirmed_under_many_keys(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, visitor(1))

    async def attempt(_: int) -> Outcome:
        ask = ConfirmBooking(details=details(), hold=key_of(hold))
        return await world.send(intent_of(confirm_booking, ask), visitor(1))

    told = await all_at_once(20, attempt)
    assert len({one.body["code"] for one in told}) == 1
    assert await world.count("bookings") == 1
