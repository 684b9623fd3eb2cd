"""Many people, one slot: one wins, the others hear why and what is free; nothing ever overlaps.

Their controls are in test_guards.py.
"""

import asyncio

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_model import Service, ServiceRules
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import ConfirmBooking, HoldSlot
from tests.support.world import Outcome, World, all_at_once, details, intent_of, minute, visitor

TEN = minute("10:00")


async def attempt_hold(
    world: World, service: Service, number: int, start: int, length: int | None = None
) -> Outcome:
    ask = HoldSlot(service_id=service.id, start_minute=start, length_minutes=length)
    return await world.send(intent_of(hold_slot, ask), visitor(number), key=f"hold-of-visitor-{number:04d}")


async def test_two_hundred_visitors_for_one_slot(world: World) -> None:
    service = await world.service("Mara")
    async with asyncio.timeout(120):
        told = await all_at_once(200, lambda n: attempt_hold(world, service, n, TEN))
    won = [one for one in told if one.is_won]
    lost = [one for one in told if not one.is_won]
    assert len(won) == 1
    assert {one.code for one in lost} == {"slot-taken"}
    assert all(3 <= len(one.body["alternatives"]) <= 5 and one.body["retry"] for one in lost)
    assert await world.count("occupancy") == 1
    assert await world.overlaps() == 0


async def test_two_hundred_book_one_slot_at_once(world: World) -> None:
    service = await world.service("Mara")

    async def attempt(number: int) -> Outcome:
        ask = ConfirmBooking(details=details(), slot=HoldSlot(service_id=service.id, start_minute=TEN))
        return await world.send(intent_of(confirm_booking, ask), visitor(number))

    told = await all_at_once(200, attempt)
    assert sum(one.is_won for one in told) == 1
    assert await world.count("bookings") == 1
    assert (await world.actions()).count("BookingConfirmed") == 1


async def test_overlapping_lengths_and_buffers(world: World) -> None:
    rules = ServiceRules(notice=0, before=10, after=20, interval=15)
    service = await world.service("Mara", lengths=(30, 60, 90), rules=rules)
    starts = [minute("10:00") + 15 * step for step in range(12)]

    async def attempt(number: int) -> Outcome:
        length = (30, 60, 90)[number % 3]
        return await attempt_hold(world, service, number, starts[number % len(starts)], length)

    told = await all_at_once(96, attempt)
    assert sum(one.is_won for one in told) == await world.count("occupancy") >= 2
    assert await world.overlaps() == 0


async def test_one_key_fifty_times(world: World) -> None:
    service = await world.service("Mara")
    ask = ConfirmBooking(details=details(), slot=HoldSlot(service_id=service.id, start_minute=TEN))

    async def attempt(_: int) -> Outcome:
        return await world.send(intent_of(confirm_booking, ask), visitor(1), key="one-click-of-one-person")

    told = await all_at_once(50, attempt)
    assert len({one.body["code"] for one in told}) == 1
    assert sum(not one.replayed for one in told) == 1
    assert await world.count("bookings") == 1
    assert await world.count("receipts") == 1


async def test_ten_keys_of_one_visitor_are_one_hold(world: World) -> None:
    """Ten clicks whose keys were lost: the visitor's one hold is moved, not multiplied."""
    service = await world.service("Mara")

    async def attempt(number: int) -> Outcome:
        ask = HoldSlot(service_id=service.id, start_minute=TEN)
        return await world.send(intent_of(hold_slot, ask), visitor(1), key=f"click-number-{number:06d}")

    told = await all_at_once(10, attempt)
    assert all(one.is_won for one in told)
    assert len({one.body["id"] for one in told}) == 1
    assert await world.count("occupancy") == 1


async def test_services_that_share_hosts_do_not_deadlock(world: World) -> None:
    """Hosts are locked by id whatever the order in which services name them."""
    await world.service("Mara")
    await world.service("Noor")
    first = await world.service("Mara", "Noor", mode=Mode.ALL)
    second = await world.service("Noor", "Mara", mode=Mode.ALL)

    async def attempt(number: int) -> Outcome:
        service = (first, second)[number % 2]
        return await attempt_hold(world, service, number, TEN + 60 * (number % 3))

    async with asyncio.timeout(60):
        told = await all_at_once(60, attempt)
    assert sum(one.is_won for one in told) == 3
    assert await world.overlaps() == 0
