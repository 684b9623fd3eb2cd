"""What stands between the intents: a closed booking, a series in parts, a line that breaks."""

from collections.abc import Awaitable
from datetime import timedelta

import pytest

from ringonce.availability.model import Limit, Period
from ringonce.availability.offer import LengthUnknown
from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import Approval, Service, ServiceRules
from ringonce.booking.change import cancel_booking
from ringonce.booking.decide import approve_request
from ringonce.booking.hold import move_hold, release_hold, renew_hold
from ringonce.booking.leases import Lessee
from ringonce.booking.model import (
    BookingRef,
    CancelBooking,
    ConfirmSeries,
    DecideRequest,
    Hold,
    HoldSeries,
    MoveBooking,
    MoveHold,
)
from ringonce.booking.move import move_booking
from ringonce.booking.offered import HoldFor, hold_for
from ringonce.booking.refusals import (
    FormInvalid,
    HoldFenced,
    Inactive,
    NotNow,
    RuleChanged,
    SlotRefusal,
    SlotTaken,
)
from ringonce.booking.series import confirm_series, hold_series
from ringonce.booking.sweep import SWEEPER, find_due, sweep
from tests.support.world import World, details, intent_of, key_of, minute, visitor

ADA, BOB = visitor(1), visitor(2)
TEN, NOON, TWO = minute("10:00"), minute("12:00"), minute("14:00")


async def lapse(world: World) -> None:
    """Six minutes pass and the sweep has seen them."""
    world.clock.move(timedelta(minutes=6))
    for due in await world.database.read(lambda tx: find_due(tx, world.clock.now())):
        await world.do(intent_of(sweep, due), SWEEPER)


async def live(world: World) -> list[str]:
    return [str(row["id"]) for row in await world.rows("SELECT id FROM holds WHERE state = 'live'")]


async def test_a_cancelled_booking_moves_nowhere_not_even_to_its_own_time(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    ref = BookingRef(code=booking.code)
    await world.do(intent_of(cancel_booking, CancelBooking(booking=ref, version=1)), ADA)
    for start in (TEN, NOON):
        ask = MoveBooking(booking=ref, version=2, start_minute=start)
        with pytest.raises(NotNow):
            await world.do(intent_of(move_booking, ask), ADA)


async def test_a_series_is_not_booked_in_parts(world: World) -> None:
    service = await world.service("Mara")
    ask = HoldSeries(service_id=service.id, starts=(TEN, NOON, TWO))
    holds = await world.do(intent_of(hold_series, ask), ADA)
    keys = tuple(key_of(hold) for hold in holds)

    def form(*named: int) -> ConfirmSeries:
        return ConfirmSeries(
            series_id=holds[0].series_id or "", holds=tuple(keys[each] for each in named), details=details()
        )

    for part in ((0, 1), (0, 1, 1), (0, 1, 2, 2)):
        with pytest.raises(FormInvalid):
            await world.do(intent_of(confirm_series, form(*part)), ADA)
    assert await world.count("bookings") == 0
    await world.do(intent_of(release_hold, keys[2]), ADA)
    bookings = await world.do(intent_of(confirm_series, form(0, 1)), ADA)
    assert [one.start_minute for one in bookings] == [TEN, NOON]


async def test_a_booking_is_not_moved_by_a_hold_that_went_on(world: World) -> None:
    """The fence at the move: the asking page saw the hold at noon; it has gone to one o'clock since."""
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    ref = BookingRef(booking_id=booking.id)
    seen = await world.hold(service, NOON, ADA, moving_booking_id=booking.id)
    await world.hold(service, NOON + 60, ADA, moving_booking_id=booking.id)
    ask = MoveBooking(booking=ref, version=1, hold=key_of(seen))
    with pytest.raises(HoldFenced):
        await world.do(intent_of(move_booking, ask), ADA)
    assert await world.count("bookings", f"start_minute = {TEN}") == 1


@pytest.mark.parametrize("ended", ["confirmed", "released"])
@pytest.mark.parametrize("path", ["move", "replaces"])
async def test_naming_a_lease_that_ended_gives_no_second_one(world: World, ended: str, path: str) -> None:
    service = await world.service("Mara")
    gone = await world.hold(service, TEN, ADA)
    if ended == "confirmed":
        await world.confirm(gone, ADA)
    else:
        await world.do(intent_of(release_hold, key_of(gone)), ADA)

    async def ask(start: int) -> Hold:
        if path == "replaces":
            return await world.hold(service, start, ADA, replaces=key_of(gone))
        return await world.do(intent_of(move_hold, MoveHold(key=key_of(gone), start_minute=start)), ADA)

    chosen = await world.hold(service, NOON, ADA)
    # The last one twice: its answer was lost, and another key asks for it again.
    for start in (NOON + 60, TWO, TWO):
        assert ((moved := await ask(start)).id, moved.start_minute) == (chosen.id, start)
        assert await live(world) == [chosen.id]
    assert await world.count("occupancy") == 1 + (ended == "confirmed")


async def test_a_date_of_a_series_moves_beside_what_else_is_held(world: World) -> None:
    service = await world.service("Mara")
    dates = await world.do(intent_of(hold_series, HoldSeries(service_id=service.id, starts=(TEN, NOON))), ADA)
    await lapse(world)
    chosen = await world.hold(service, TWO, ADA)
    moved = await world.do(intent_of(move_hold, MoveHold(key=key_of(dates[0]), start_minute=TEN + 60)), ADA)
    renewed = await world.do(intent_of(renew_hold, key_of(dates[1])), ADA)
    assert (moved.id, renewed.id) == (dates[0].id, dates[1].id)
    assert set(await live(world)) == {chosen.id, moved.id, renewed.id}


@pytest.mark.parametrize("again", [TEN, NOON])
@pytest.mark.parametrize("deed", ["confirm", "renew"])
async def test_a_swept_lease_is_not_lost_to_ones_own_newer_one(world: World, again: int, deed: str) -> None:
    """Tab 1 sleeps and its lease is swept; tab 2 chooses that time again, or another; tab 1 goes on."""
    service = await world.service("Mara")
    in_tab_1 = await world.hold(service, TEN, ADA)
    await lapse(world)
    in_tab_2 = await world.hold(service, again, ADA)
    assert in_tab_2.id != in_tab_1.id
    if deed == "renew":
        renewed = await world.do(intent_of(renew_hold, key_of(in_tab_1)), ADA)
        assert (renewed.id, renewed.start_minute) == (in_tab_1.id, TEN)
        assert await live(world) == [in_tab_1.id]
    else:
        assert (await world.confirm(in_tab_1, ADA)).start_minute == TEN
        assert await live(world) == []
    assert await world.count("occupancy") == 1
    assert (await world.actions()).count("HoldReleased") == 1


async def test_a_swept_lease_is_not_lost_to_what_was_offered_to_oneself(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    await lapse(world)
    lessee = Lessee(principal=f"visitor:{ADA.id}", visitor_id=ADA.id, offer_id="off_1", minutes=5)
    offered = [
        await world.do(
            intent_of(
                hold_for,
                HoldFor(service_id=service.id, start_minute=start, length_minutes=60, lessee=lessee),
            )
        )
        for start in (TEN, NOON)
    ]
    assert (await world.confirm(hold, ADA)).start_minute == TEN
    # What stands clear of it is still his.
    assert await live(world) == [offered[1].id]


@pytest.mark.parametrize("start", [NOON, TWO])
@pytest.mark.parametrize("has_swept", [False, True])
async def test_a_booking_moves_to_a_time_that_its_guest_holds(
    world: World, start: int, has_swept: bool
) -> None:
    """Straight, or by a moving lease that was swept: his own newer lease is not in his way."""
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    swept = await world.hold(service, start, ADA, moving_code=booking.code) if has_swept else None
    await lapse(world)
    chosen = await world.hold(service, NOON, ADA, moving_code=booking.code)
    where = {"hold": key_of(swept)} if swept else {"start_minute": start}
    ask = MoveBooking(booking=BookingRef(code=booking.code), version=1, **where)
    moved = await world.do(intent_of(move_booking, ask), ADA)
    assert (moved.id, moved.start_minute, moved.version) == (booking.id, start, 2)
    # What stands clear of it is still his.
    kept = [chosen.id] if start == TWO else []
    assert await live(world) == kept
    assert await world.count("occupancy") == 1 + len(kept)
    assert await world.overlaps() == 0


@pytest.mark.parametrize(("start", "kept"), [("12:00", 1), ("10:00", 0)])
async def test_a_booking_moves_to_a_day_that_was_offered_to_its_guest(
    world: World, start: str, kept: int
) -> None:
    """Two a day, both offered to him: the one that he moves to gives way, or both for a third time."""
    rules = ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=2),))
    service = await world.service("Mara", rules=rules)
    booking = await world.book(service, TEN, ADA)
    lessee = Lessee(principal=f"visitor:{ADA.id}", visitor_id=ADA.id, offer_id="off_1", minutes=5)
    for offered in ("12:00", "14:00"):
        there = minute(offered, day=3)
        ask = HoldFor(service_id=service.id, start_minute=there, length_minutes=60, lessee=lessee)
        await world.do(intent_of(hold_for, ask))
    there = minute(start, day=3)
    move = MoveBooking(booking=BookingRef(code=booking.code), version=1, start_minute=there)
    assert (await world.do(intent_of(move_booking, move), ADA)).start_minute == there
    assert len(await live(world)) == kept
    assert await world.count("occupancy") == 1 + kept


async def longer(world: World, service: Service) -> None:
    """The owner sells three quarters of an hour from now on."""
    await world.do(lambda work: update_service(work, service.id, service.revision, {"lengths": (45,)}))


async def refused(deed: Awaitable[object]) -> tuple[type[SlotRefusal], set[int]]:
    """How a deed is refused, and how long what it names instead lasts."""
    with pytest.raises(SlotRefusal) as told:
        await deed
    near = told.value.params["alternatives"]
    assert isinstance(near, list)
    assert told.value.params["reasons"]
    return type(told.value), {one["end_minute"] - one["start_minute"] for one in near}


async def test_a_lease_of_a_length_that_went_says_that_the_rules_changed(world: World) -> None:
    service = await world.service("Mara", lengths=(30,))
    lapsed, fenced = await world.hold(service, TEN, ADA), await world.hold(service, NOON, BOB)
    await world.hold(service, TWO, BOB)
    await longer(world, service)
    assert await refused(world.confirm(fenced, BOB)) == (HoldFenced, {45})
    away = MoveHold(key=key_of(lapsed), start_minute=NOON)
    assert await refused(world.do(intent_of(move_hold, away), ADA)) == (RuleChanged, {45})
    world.clock.move(timedelta(minutes=6))
    assert await refused(world.confirm(lapsed, ADA)) == (RuleChanged, {45})
    with pytest.raises(LengthUnknown):
        await world.hold(service, TEN, ADA, length_minutes=30)


async def test_a_booking_of_a_length_that_went_says_that_the_rules_changed(world: World) -> None:
    service = await world.service("Mara", lengths=(30,))
    booking = await world.book(service, TEN, ADA)
    ref = BookingRef(code=booking.code)
    hold = await world.hold(service, TWO, ADA, moving_code=booking.code)
    await longer(world, service)
    world.clock.move(timedelta(minutes=6))
    for ask in (
        MoveBooking(booking=ref, version=1, start_minute=NOON),
        MoveBooking(booking=ref, version=1, hold=key_of(hold)),
    ):
        assert await refused(world.do(intent_of(move_booking, ask), ADA)) == (RuleChanged, {45})
    asked = MoveBooking(booking=ref, version=1, start_minute=NOON, length_minutes=30)
    with pytest.raises(LengthUnknown):
        await world.do(intent_of(move_booking, asked), ADA)


async def test_an_overtaken_request_of_a_length_that_went_is_slot_taken(world: World) -> None:
    service = await world.service("Mara", lengths=(30,), approval=Approval.ALWAYS, pending_blocks=False)
    first, second = await world.book(service, TEN, ADA), await world.book(service, TEN, BOB)
    await world.do(intent_of(approve_request, DecideRequest(booking_id=second.id, version=1)))
    await longer(world, service)
    ask = DecideRequest(booking_id=first.id, version=1)
    assert await refused(world.do(intent_of(approve_request, ask))) == (SlotTaken, {45})


async def test_a_service_that_takes_nothing_says_so_whatever_the_length(world: World) -> None:
    service = await world.service("Mara", lengths=(30,))
    hold = await world.hold(service, TEN, ADA)
    world.clock.move(timedelta(minutes=6))
    gone = {"lengths": (45,), "active": False}
    await world.do(lambda work: update_service(work, service.id, service.revision, gone))
    assert await refused(world.do(intent_of(renew_hold, key_of(hold)), ADA)) == (Inactive, set())
