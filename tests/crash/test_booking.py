"""Every intent of booking, failing at each statement and around its commit, then asked again, same key.

Whatever happened, the answer of the retry is the one effect that is in the database.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ringonce.booking.change import cancel_booking
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import (
    BookingRef,
    CancelBooking,
    ConfirmBooking,
    HoldSlot,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.kernel.db import Database, DatabaseUnavailable
from ringonce.kernel.execute import Intent
from tests.support.clock import MovableClock
from tests.support.faulty import Fault, FaultyDatabase
from tests.support.world import Outcome, World, details, intent_of, key_of, make_world, minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")
ADA = visitor(1)

Counts = dict[str, int]


@dataclass(frozen=True)
class Case:
    """An intent made from a prepared world, and what is in the database when it has happened once."""

    prepare: Callable[[World], Awaitable[Intent[Any]]]
    after: Counts


async def to_hold(world: World) -> Intent[Any]:
    service = await world.service("Mara")
    return intent_of(hold_slot, HoldSlot(service_id=service.id, start_minute=TEN))


async def to_confirm(world: World) -> Intent[Any]:
    hold = await world.hold(await world.service("Mara"), TEN, ADA)
    return intent_of(confirm_booking, ConfirmBooking(details=details(), hold=key_of(hold)))


async def to_book_directly(world: World) -> Intent[Any]:
    service = await world.service("Mara", seats=4)
    slot = HoldSlot(service_id=service.id, start_minute=TEN)
    return intent_of(confirm_booking, ConfirmBooking(details=details(), slot=slot))


async def to_move(world: World) -> Intent[Any]:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=NOON)
    return intent_of(move_booking, ask)


async def to_cancel(world: World) -> Intent[Any]:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    return intent_of(cancel_booking, CancelBooking(booking=BookingRef(code=booking.code), version=1))


CASES = {
    "hold": Case(to_hold, {"holds": 1, "occupancy": 1, "HoldGranted": 1}),
    "confirm": Case(to_confirm, {"bookings": 1, "occupancy": 1, "contacts": 1, "BookingConfirmed": 1}),
    "direct": Case(
        to_book_directly,
        {"bookings": 1, "occupancy": 1, "seats": 1, "sittings": 1, "HoldGranted": 1, "BookingConfirmed": 1},
    ),
    "move": Case(to_move, {"bookings": 1, "occupancy": 1, "BookingMoved": 1}),
    "cancel": Case(to_cancel, {"bookings": 1, "occupancy": 0, "BookingCancelled": 1}),
}
KEY = "the-one-key-of-this-action"


@pytest.fixture
def faulty(database: Database) -> FaultyDatabase:
    return FaultyDatabase(database)


@pytest.fixture
def world(database: Database, faulty: FaultyDatabase, clock: MovableClock) -> World:
    return make_world(database, clock, on=faulty)


async def counted(world: World, names: Counts) -> Counts:
    actions = await world.actions()
    return {name: actions.count(name) if name[0].isupper() else await world.count(name) for name in names}


async def told_after(world: World, intent: Intent[Any]) -> Outcome:
    """Ask until there is an answer, with the same key, as a browser does."""
    while True:
        try:
            return await world.send(intent, ADA, key=KEY)
        except DatabaseUnavailable:
            continue


@pytest.mark.parametrize("name", CASES)
async def test_failing_at_every_statement_in_turn(world: World, faulty: FaultyDatabase, name: str) -> None:
    """Asked again after a failure at its first statement, at its second, and so on to the last."""
    case = CASES[name]
    intent = await case.prepare(world)
    before = await counted(world, case.after)
    struck = 0
    while True:
        faulty.fault = Fault(statement=struck + 1)
        try:
            answer = await world.send(intent, ADA, key=KEY)
        except DatabaseUnavailable:
            struck += 1
            assert await counted(world, case.after) == before
            continue
        break
    faulty.fault = None
    assert struck == faulty.struck >= 8
    assert answer.is_won
    assert not answer.replayed
    assert await counted(world, case.after) == case.after
    assert await world.send(intent, ADA, key=KEY) == Outcome(answer.status, answer.body, replayed=True)
    assert await counted(world, case.after) == case.after
    assert await world.overlaps() == 0


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("how", ["before_commit", "unknown", "lost"])
async def test_failing_around_the_commit(world: World, faulty: FaultyDatabase, name: str, how: str) -> None:
    """Before it nothing happened; after it everything did, though the acknowledgement never came."""
    case = CASES[name]
    intent = await case.prepare(world)
    faulty.fault = Fault(**{how: True})
    answer = await told_after(world, intent)
    assert faulty.struck == 1
    assert answer.is_won
    assert answer.replayed is (how != "before_commit")
    assert await counted(world, case.after) == case.after
    assert await world.count("receipts", f"principal = 'visitor:{ADA.id}'") == 1


async def test_control_another_key_after_a_lost_acknowledgement_books_twice(
    world: World, faulty: FaultyDatabase
) -> None:
    """What the key is for: with nothing else to know it by, the same click under a fresh key is another."""
    service = await world.service("Mara", seats=4)
    slot = HoldSlot(service_id=service.id, start_minute=TEN)
    intent = intent_of(confirm_booking, ConfirmBooking(details=details(), slot=slot))
    faulty.fault = Fault(lost=True)
    with pytest.raises(DatabaseUnavailable):
        await world.send(intent, ADA, key=KEY)
    await world.send(intent, ADA, key="another-key-of-this-action")
    assert await world.count("bookings") == 2
