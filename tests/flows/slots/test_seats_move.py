"""Seats that move, and classes that grow: what the page offers is what a hold accepts."""

import pytest

from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.model import BookingRef, MoveBooking
from ringonce.booking.move import move_booking
from ringonce.booking.refusals import SlotTaken
from ringonce.kernel.db import Database
from tests.support.clock import MovableClock
from tests.support.world import OWNER, World, intent_of, key_of, make_world, minute, visitor

ADA, BOB, EVE, MAX = (visitor(number) for number in range(1, 5))
TEN, HALF_PAST, NOON = minute("10:00"), minute("10:30"), minute("12:00")


@pytest.fixture
def world(database: Database, clock: MovableClock) -> World:
    return make_world(database, clock)


async def test_a_class_that_grows_takes_more_in_the_sittings_that_have_begun(world: World) -> None:
    service = await world.service("Mara", seats=2)
    for who in (ADA, BOB):
        await world.book(service, TEN, who)
    grown = await world.do(lambda work: update_service(work, service.id, service.revision, {"seats": 3}))
    assert TEN in await world.starts(grown, TEN, TEN + 1)
    assert (await world.hold(grown, TEN, EVE)).seats_left == 0
    with pytest.raises(SlotTaken):
        await world.hold(grown, TEN, MAX)


async def test_the_only_seat_of_a_sitting_moves_over_its_own_time(world: World) -> None:
    service = await world.service("Mara", seats=2)
    service = await world.do(
        lambda work: update_service(work, service.id, service.revision, {"lengths": (60, 30)})
    )
    booking = await world.book(service, TEN, ADA)
    hold = await world.hold(service, HALF_PAST, OWNER, length_minutes=30, moving_booking_id=booking.id)
    # Until he moves, both times are his; afterwards only the new one, under the constraint again.
    assert TEN not in await world.starts(service, TEN - 30, NOON, length_minutes=30)
    move = MoveBooking(booking=BookingRef(booking_id=booking.id), version=booking.version, hold=key_of(hold))
    moved = await world.do(intent_of(move_booking, move))
    assert (moved.start_minute, moved.end_minute) == (HALF_PAST, HALF_PAST + 30)
    assert await world.count("occupancy", "blocks = 0") == 0
    assert await world.count("occupancy") == 1
    assert TEN in await world.starts(service, TEN - 30, NOON, length_minutes=30)


async def test_a_seat_of_a_full_sitting_may_be_held_again_to_move_it(world: World) -> None:
    service = await world.service("Mara", seats=2)
    booking = await world.book(service, TEN, ADA)
    await world.book(service, TEN, BOB)
    assert TEN in await world.starts(service, TEN, TEN + 1, moving=booking.id)
    hold = await world.hold(service, TEN, OWNER, moving_booking_id=booking.id)
    assert (hold.sitting_id, hold.seats_left) == (booking.sitting_id, 0)
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, EVE)
