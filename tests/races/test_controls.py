"""Controls of the races where more than one can win: without its guard each of them goes wrong.

On both engines the offer is made blind; on PostgreSQL two attempts also meet behind locks that are not there.
SQLite's lock is its one writer, which cannot be taken away.
"""

import pytest

from ringonce.availability.model import Limit, Mode, Period
from ringonce.booking.catalogue_model import Approval, Service, ServiceRules
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.decide import approve_request
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import BookingRef, ConfirmBooking, DecideRequest, HoldSlot, MoveBooking
from ringonce.booking.move import move_booking
from tests.races.conftest import Meeting
from tests.support.world import OWNER, Outcome, World, all_at_once, details, intent_of, minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")
ONE_A_DAY = ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=1),))


async def two(world: World, *asks: tuple[Service, int]) -> list[Outcome]:
    async def attempt(number: int) -> Outcome:
        service, start = asks[number]
        return await world.send(
            intent_of(hold_slot, HoldSlot(service_id=service.id, start_minute=start)), visitor(number)
        )

    return await all_at_once(2, attempt)


async def test_a_blind_offer_breaks_a_limit(world: World, blind: None) -> None:
    service = await world.service("Mara", rules=ONE_A_DAY)
    told = await two(world, (service, TEN), (service, NOON))
    assert all(one.is_won for one in told)


async def test_a_blind_offer_turns_to_one_host_twice(world: World, unconstrained: None, blind: None) -> None:
    service = await world.service("Mara", mode=Mode.ANY)
    told = await two(world, (service, TEN), (service, TEN))
    assert all(one.is_won for one in told)
    assert await world.overlaps() == 1


async def test_a_blind_move_lands_on_a_booking(world: World, unconstrained: None, blind: None) -> None:
    service = await world.service("Mara")
    booking = await world.book(service, TEN, visitor(1))
    await world.book(service, NOON, visitor(2))
    ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=NOON)
    assert (await world.send(intent_of(move_booking, ask), visitor(1))).is_won
    assert await world.overlaps() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_the_service_lock_two_hosts_pass_one_limit(
    engine: str, world: World, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY, rules=ONE_A_DAY)
    told = await two(world, (service, TEN), (service, NOON))
    assert all(one.is_won for one in told)


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_with_the_service_lock_they_do_not(engine: str, world: World, meeting: Meeting) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY, rules=ONE_A_DAY)
    told = await two(world, (service, TEN), (service, NOON))
    assert sorted(one.is_won for one in told) == [False, True]
    assert meeting.came == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_locks_a_rotation_gives_one_host_twice(
    engine: str, world: World, unconstrained: None, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY)
    told = await two(world, (service, TEN), (service, TEN))
    assert {one.body["hosts"][0] for one in told} == {min(world.hosts.values())}
    assert await world.overlaps() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_locks_two_requests_are_approved_for_one_time(
    engine: str, world: World, unconstrained: None, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS, pending_blocks=False)
    meeting.is_open = False
    requests = [await world.book(service, TEN, visitor(number)) for number in range(2)]
    meeting.is_open = True

    async def approve(number: int) -> Outcome:
        ask = DecideRequest(booking_id=requests[number].id, version=1)
        return await world.send(intent_of(approve_request, ask), OWNER)

    told = await all_at_once(2, approve)
    assert all(one.is_won for one in told)
    assert await world.overlaps() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_locks_a_move_and_a_booking_both_land(
    engine: str, world: World, unconstrained: None, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara")
    meeting.is_open = False
    booking = await world.book(service, TEN, visitor(1))
    meeting.is_open = True

    async def attempt(number: int) -> Outcome:
        if number == 0:
            ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=NOON)
            return await world.send(intent_of(move_booking, ask), visitor(1))
        slot = HoldSlot(service_id=service.id, start_minute=NOON)
        return await world.send(
            intent_of(confirm_booking, ConfirmBooking(details=details(), slot=slot)), visitor(2)
        )

    told = await all_at_once(2, attempt)
    assert all(one.is_won for one in told)
    assert await world.overlaps() == 1
