"""Requests that a member decides, and deliberate overlaps."""

from datetime import timedelta

import pytest

from ringonce.booking.catalogue_model import Approval
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.decide import approve_request, reject_request
from ringonce.booking.model import ConfirmBooking, DecideRequest, HoldSlot
from ringonce.booking.refusals import FormInvalid, NotNow, OverlapForbidden, SlotTaken, VersionStale
from ringonce.booking.sweep import SWEEPER, find_due, sweep
from tests.support.world import OWNER, World, details, intent_of, minute, visitor

ADA, BOB = visitor(1), visitor(2)
TEN = minute("10:00", day=4)


async def swept(world: World) -> int:
    due = await world.database.read(lambda tx: find_due(tx, world.clock.now()))
    return sum([await world.do(intent_of(sweep, one), SWEEPER) for one in due])


async def test_a_request_blocks_until_it_is_decided(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    request = await world.book(service, TEN, ADA)
    assert request.state == "requested"
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, BOB)
    approved = await world.do(intent_of(approve_request, DecideRequest(booking_id=request.id, version=1)))
    assert (approved.state, approved.request_expires_at) == ("confirmed", None)
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, BOB)


async def test_a_rejected_request_gives_its_time_back(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    request = await world.book(service, TEN, ADA)
    ask = DecideRequest(booking_id=request.id, version=1, reason="closed that day")
    rejected = await world.do(intent_of(reject_request, ask))
    assert (rejected.state, rejected.reason) == ("rejected", "closed that day")
    assert await world.do(intent_of(reject_request, ask)) == rejected
    await world.hold(service, TEN, BOB)
    with pytest.raises(NotNow):
        await world.do(intent_of(approve_request, DecideRequest(booking_id=request.id, version=2)))


async def test_a_decision_compares_the_version(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    request = await world.book(service, TEN, ADA)
    with pytest.raises(VersionStale):
        await world.do(intent_of(approve_request, DecideRequest(booking_id=request.id, version=7)))


async def test_an_undecided_request_ends_after_a_day(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    request = await world.book(service, TEN, ADA)
    world.clock.move(timedelta(hours=24))
    # Before any sweep the time is free and the request is dead.
    with pytest.raises(NotNow):
        await world.do(intent_of(approve_request, DecideRequest(booking_id=request.id, version=1)))
    assert TEN in await world.starts(service, TEN, TEN + 1)
    assert await swept(world) == 1
    assert await swept(world) == 0
    assert await world.count("bookings", "state = 'expired'") == 1
    assert (await world.actions())[-1] == "RequestExpired"
    await world.book(service, TEN, BOB)


async def test_requests_that_do_not_block_leave_the_time_on_offer(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS, pending_blocks=False)
    first, second = await world.book(service, TEN, ADA), await world.book(service, TEN, BOB)
    await world.do(intent_of(approve_request, DecideRequest(booking_id=second.id, version=1)))
    with pytest.raises(SlotTaken) as refused:
        await world.do(intent_of(approve_request, DecideRequest(booking_id=first.id, version=1)))
    assert refused.value.params["reasons"] == ["busy-booking"]
    assert await world.count("bookings", "state = 'requested'") == 1


async def test_the_sweep_writes_down_what_lapsed(world: World) -> None:
    service = await world.service("Mara")
    await world.hold(service, TEN, ADA)
    seen = await world.version(service)
    assert await swept(world) == 0
    world.clock.move(timedelta(minutes=5))
    assert await swept(world) == 1
    assert (await world.actions())[-1] == "HoldLapsed"
    assert await world.count("holds", "state = 'lapsed'") == 1
    assert await world.version(service) != seen


async def test_a_member_books_beside_on_purpose(world: World) -> None:
    service = await world.service("Mara")
    await world.book(service, TEN, ADA)
    slot = HoldSlot(service_id=service.id, start_minute=TEN + 15)
    ask = ConfirmBooking(details=details(), slot=slot, overlap_reason="family friend, squeezed in")
    booking = await world.do(intent_of(confirm_booking, ask), OWNER)
    assert booking.overlap_reason == "family friend, squeezed in"
    assert await world.count("occupancy", "blocks = 0") == 1
    assert await world.overlaps() == 0
    # It is busy time all the same.
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN + 60, BOB)
    with pytest.raises(OverlapForbidden):
        await world.do(intent_of(confirm_booking, ask), BOB)
    nameless = ConfirmBooking(details=details(), slot=slot, overlap_reason=" ")
    with pytest.raises(FormInvalid):
        await world.do(intent_of(confirm_booking, nameless), OWNER)
