"""Holding a slot and confirming it: promises A1, A2 and A3 at the door of the domain."""

from datetime import timedelta

import pytest

from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import move_hold, release_hold, renew_hold
from ringonce.booking.model import ConfirmBooking, HoldKey, MoveHold
from ringonce.booking.refusals import (
    HoldExpired,
    HoldFenced,
    HoldNotYours,
    RuleChanged,
    SlotTaken,
)
from tests.support.world import World, details, key_of, minute, visitor

ADA, BOB = visitor(1), visitor(2)
TEN = minute("10:00")


async def test_a_held_slot_is_confirmed(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    booking = await world.confirm(hold, ADA)
    assert (booking.state, booking.start_minute, booking.hosts) == ("confirmed", TEN, hold.hosts)
    assert len(booking.code) >= 26
    assert await world.actions() == [
        *(action for action in await world.actions() if action.endswith(("Created",))),
        "HoldGranted",
        "BookingConfirmed",
    ]


async def test_the_offer_and_the_hold_say_the_same(world: World) -> None:
    service = await world.service("Mara", lengths=(45,))
    await world.book(service, minute("10:30"), BOB)
    offered = await world.starts(service, minute("08:00"), minute("18:00"))
    for start in range(minute("08:00"), minute("18:00"), 15):
        if start in offered:
            hold = await world.hold(service, start, ADA)
            await world.do(lambda work, hold=hold: release_hold(work, key_of(hold)), ADA)  # type: ignore[misc]
        else:
            with pytest.raises((SlotTaken, RuleChanged)):
                await world.hold(service, start, ADA)


async def test_a_taken_slot_says_why_and_what_is_free(world: World) -> None:
    service = await world.service("Mara")
    seen = await world.version(service)
    await world.hold(service, TEN, BOB)
    with pytest.raises(SlotTaken) as refused:
        await world.hold(service, TEN, ADA, seen_version=seen)
    told = refused.value.params
    assert told["reasons"] == ["held"]
    assert told["seen_version"] == seen
    assert told["current_version"] == await world.version(service) != seen
    assert told["changed_at"] == world.clock.now()
    assert told["retry"] is True
    alternatives = told["alternatives"]
    assert isinstance(alternatives, list)
    assert 3 <= len(alternatives) <= 5
    free = await world.starts(service, minute("00:00", day=1), minute("23:00", day=31))
    assert all(one["start_minute"] in free for one in alternatives)


async def test_ones_own_hold_is_mine(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    again = await world.hold(service, TEN, ADA)
    assert (again.id, again.token, again.generation) == (hold.id, hold.token, hold.generation + 1)
    assert await world.count("occupancy") == 1


async def test_choosing_another_slot_moves_the_hold(world: World) -> None:
    service = await world.service("Mara")
    first = await world.hold(service, TEN, ADA)
    second = await world.hold(service, minute("11:00"), ADA)
    assert second.id == first.id
    assert await world.count("occupancy") == 1
    await world.hold(service, TEN, BOB)
    with pytest.raises(HoldFenced) as refused:
        await world.confirm(first, ADA)
    assert len(list(refused.value.params["alternatives"])) >= 3  # type: ignore[arg-type]
    assert (await world.confirm(second, ADA)).start_minute == minute("11:00")


async def test_a_refused_move_keeps_the_old_slot(world: World) -> None:
    service = await world.service("Mara")
    await world.hold(service, minute("11:00"), BOB)
    hold = await world.hold(service, TEN, ADA)
    ask = MoveHold(key=key_of(hold), start_minute=minute("11:00"))
    with pytest.raises(SlotTaken):
        await world.do(lambda work: move_hold(work, ask), ADA)
    assert (await world.confirm(hold, ADA)).start_minute == TEN


async def test_a_strangers_token_opens_nothing(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    forged = HoldKey(hold_id=hold.id, token="x" * 32, generation=hold.generation)
    for intent in (renew_hold, release_hold):
        with pytest.raises(HoldNotYours):
            await world.do(lambda work, intent=intent: intent(work, forged), BOB)  # type: ignore[misc]
    with pytest.raises(HoldNotYours):
        await world.do(
            lambda work: confirm_booking(work, ConfirmBooking(details=details(), hold=forged)), BOB
        )


async def test_renewing_keeps_the_slot_and_raises_no_version(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    seen = await world.version(service)
    world.clock.move(timedelta(minutes=4))
    renewed = await world.do(lambda work: renew_hold(work, key_of(hold)), ADA)
    assert renewed.expires_at == hold.expires_at + 4 * 60_000
    assert await world.version(service) == seen
    world.clock.move(timedelta(minutes=4))
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, BOB)


async def test_a_renewal_never_reaches_past_fifteen_minutes(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    for _ in range(4):
        world.clock.move(timedelta(minutes=3, seconds=30))
        renewed = await world.do(lambda work: renew_hold(work, key_of(hold)), ADA)
    assert renewed.expires_at == hold.granted_at + 15 * 60_000


async def test_a_lapsed_hold_is_taken_again_without_a_word(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    world.clock.move(timedelta(minutes=6))
    assert (await world.confirm(hold, ADA)).start_minute == TEN


async def test_a_lapsed_hold_that_went_to_another_says_so(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    world.clock.move(timedelta(minutes=6))
    await world.hold(service, TEN, BOB)
    with pytest.raises(HoldExpired) as refused:
        await world.confirm(hold, ADA)
    assert len(list(refused.value.params["alternatives"])) >= 3  # type: ignore[arg-type]


async def test_the_same_hold_twice_is_one_booking(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    first, second = await world.confirm(hold, ADA), await world.confirm(hold, ADA)
    assert first == second
    assert await world.count("bookings") == 1


async def test_a_released_slot_is_free(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    await world.do(lambda work: release_hold(work, key_of(hold)), ADA)
    await world.do(lambda work: release_hold(work, key_of(hold)), ADA)
    assert TEN in await world.starts(service, TEN, TEN + 1)
    await world.book(service, TEN, BOB)


async def test_a_lease_that_was_booked_elsewhere_is_not_this_tabs_booking(world: World) -> None:
    """Tab A holds 10:00; tab B books 11:00 at once, which moves the visitor's lease there."""
    service = await world.service("Mara")
    in_tab_a = await world.hold(service, TEN, ADA)
    booked = await world.book(service, minute("11:00"), ADA)
    assert booked.hold_id == in_tab_a.id
    with pytest.raises(HoldFenced):
        await world.confirm(in_tab_a, ADA)
    assert await world.count("bookings") == 1
