"""Cancelling, moving, no-show, guests: versions compared, the same change twice is once."""

from datetime import timedelta
from typing import Any

import pytest

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import Approval, ServiceRules
from ringonce.booking.change import add_guests, cancel_booking, mark_no_show
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import (
    AddGuests,
    Booking,
    BookingRef,
    CancelBooking,
    HoldSlot,
    MarkNoShow,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.booking.refusals import (
    BookingMissing,
    FormInvalid,
    HoldExpired,
    HoldNotYours,
    NotNow,
    SlotTaken,
    TooLate,
    VersionStale,
)
from ringonce.kernel.work import Actor
from tests.support.world import OWNER, World, intent_of, key_of, minute, visitor

ADA, BOB = visitor(1), visitor(2)
TEN, HALF_PAST, NOON = minute("10:00"), minute("10:30"), minute("12:00")


async def cancel(world: World, booking: Booking, version: int = 1, actor: Actor = ADA) -> Booking:
    ref = BookingRef(code=booking.code) if actor.kind == "visitor" else BookingRef(booking_id=booking.id)
    return await world.do(
        intent_of(cancel_booking, CancelBooking(booking=ref, version=version, reason="ill")), actor
    )


async def move(world: World, booking: Booking, actor: Actor = ADA, **more: Any) -> Booking:
    ref = BookingRef(code=booking.code) if actor.kind == "visitor" else BookingRef(booking_id=booking.id)
    ask = MoveBooking(booking=ref, **{"version": booking.version, **more})
    return await world.do(intent_of(move_booking, ask), actor)


async def test_a_cancelled_time_is_free_again(world: World) -> None:
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    cancelled = await cancel(world, booking)
    assert (cancelled.state, cancelled.version, cancelled.ics_sequence) == ("cancelled", 2, 1)
    assert cancelled.ics_uid == booking.ics_uid
    assert await cancel(world, booking) == cancelled
    await world.book(service, TEN, BOB)
    assert (await world.actions()).count("BookingCancelled") == 1


async def test_a_stale_version_changes_nothing(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    await move(world, booking, start_minute=NOON)
    with pytest.raises(VersionStale) as refused:
        await cancel(world, booking)
    assert refused.value.params == {"version": 2, "state": "confirmed"}


async def test_nobody_finds_a_booking_by_a_wrong_code(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    wrong = BookingRef(code=booking.id)
    with pytest.raises(BookingMissing):
        await world.do(intent_of(cancel_booking, CancelBooking(booking=wrong, version=1)), BOB)


async def test_a_guest_may_be_too_late_where_a_member_is_not(world: World) -> None:
    service = await world.service("Mara", cancel_until=60, move_until=None)
    booking = await world.book(service, TEN, ADA)
    with pytest.raises(TooLate):
        await move(world, booking, start_minute=NOON)
    world.clock.set((TEN - 60) * 60_000)
    assert await world.count("bookings", "state = 'confirmed'") == 1
    world.clock.move(timedelta(milliseconds=1))
    with pytest.raises(TooLate) as refused:
        await cancel(world, booking)
    assert refused.value.params == {"action": "cancel", "until_minutes": 60}
    assert (await cancel(world, booking, actor=OWNER)).state == "cancelled"


async def test_exactly_at_the_limit_a_guest_may_cancel(world: World) -> None:
    booking = await world.book(await world.service("Mara", cancel_until=60), TEN, ADA)
    world.clock.set((TEN - 60) * 60_000)
    assert (await cancel(world, booking)).state == "cancelled"


async def test_its_own_time_does_not_block_a_move(world: World) -> None:
    service = await world.service("Mara", rules=ServiceRules(notice=0, interval=30, before=15, after=15))
    booking = await world.book(service, TEN, ADA)
    moved = await move(world, booking, start_minute=HALF_PAST)
    assert (moved.start_minute, moved.version, moved.ics_sequence) == (HALF_PAST, 2, 1)
    assert moved.ics_uid == booking.ics_uid
    assert await world.count("occupancy") == 1
    assert await move(world, booking, start_minute=HALF_PAST) == moved
    assert (await world.actions()).count("BookingMoved") == 1


async def test_a_move_to_a_taken_time_changes_nothing(world: World) -> None:
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    await world.book(service, NOON, BOB)
    with pytest.raises(SlotTaken) as refused:
        await move(world, booking, start_minute=NOON)
    assert len(list(refused.value.params["alternatives"])) >= 3  # type: ignore[arg-type]
    assert await world.count("occupancy", f"start_minute = {TEN} AND owner_id = '{booking.id}'") == 1


async def test_a_move_over_a_held_slot_that_meets_the_old_time(world: World) -> None:
    """The visitor holds 10:30 while his booking is 10:00 to 11:00, then moves it there."""
    service = await world.service("Mara", rules=ServiceRules(notice=0, interval=30))
    booking = await world.book(service, TEN, ADA)
    ask = HoldSlot(service_id=service.id, start_minute=HALF_PAST, moving_code=booking.code)
    hold = await world.do(intent_of(hold_slot, ask), ADA)
    assert hold.moving_booking_id == booking.id
    with pytest.raises(SlotTaken):
        await world.hold(service, minute("11:00"), BOB)
    moved = await move(world, booking, hold=key_of(hold))
    assert moved.start_minute == HALF_PAST
    assert await world.count("occupancy", "blocks = 1") == await world.count("occupancy") == 1
    assert await move(world, booking, hold=key_of(hold)) == moved


async def test_a_live_hold_to_move_is_honoured(world: World) -> None:
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    hold = await world.hold(service, NOON, ADA, moving_code=booking.code)
    rules = {"rules": ServiceRules(notice=40_000)}
    await world.do(lambda work: update_service(work, service.id, service.revision, rules))
    assert (await move(world, booking, hold=key_of(hold))).start_minute == NOON


async def test_a_lapsed_hold_to_move_that_went_to_another(world: World) -> None:
    service = await world.service("Mara")
    booking = await world.book(service, TEN, ADA)
    hold = await world.hold(service, NOON, ADA, moving_code=booking.code)
    world.clock.move(timedelta(minutes=6))
    await world.book(service, NOON, BOB)
    with pytest.raises(HoldExpired):
        await move(world, booking, hold=key_of(hold))


async def test_a_hold_for_one_booking_moves_no_other(world: World) -> None:
    service = await world.service("Mara")
    mine, other = await world.book(service, TEN, ADA), await world.book(service, minute("11:00"), BOB)
    hold = await world.hold(service, NOON, ADA, moving_code=mine.code)
    with pytest.raises(HoldNotYours):
        await move(world, other, actor=BOB, hold=key_of(hold))
    with pytest.raises(NotNow):
        await world.confirm(hold, ADA)


async def test_the_host_is_kept_on_a_move(world: World) -> None:
    service = await world.service("Mara", "Noor", "Otto", mode=Mode.ANY)
    booking = await world.book(service, TEN, ADA)
    moved = await move(world, booking, start_minute=NOON)
    assert moved.hosts == booking.hosts
    assert moved.chosen[moved.hosts[0]] == {"role": "rotating", "why": "kept"}


async def test_a_guest_who_moves_an_approved_booking_asks_again(world: World) -> None:
    service = await world.service("Mara", approval=Approval.ALWAYS)
    booking = await world.book(service, TEN, OWNER)
    assert booking.state == "confirmed"
    asked = await move(world, booking, start_minute=NOON)
    assert asked.state == "requested"
    assert asked.request_expires_at == world.clock.now() + 24 * 3_600_000
    settled = await move(world, asked, actor=OWNER, start_minute=TEN)
    assert settled.state == "requested"


async def test_no_show_only_after_the_start(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    ask = MarkNoShow(booking_id=booking.id, version=1)
    with pytest.raises(NotNow):
        await world.do(intent_of(mark_no_show, ask))
    world.clock.set((TEN + 15) * 60_000)
    assert (await world.do(intent_of(mark_no_show, ask))).no_show
    assert (await world.do(intent_of(mark_no_show, ask))).version == 2
    back = MarkNoShow(booking_id=booking.id, version=2, no_show=False)
    assert not (await world.do(intent_of(mark_no_show, back))).no_show


async def test_guests_are_added_once(world: World) -> None:
    booking = await world.book(await world.service("Mara"), TEN, ADA)
    ref = BookingRef(code=booking.code)
    ask = AddGuests(booking=ref, version=1, guests=("bea@example.org", "BEA@example.org"))
    after = await world.do(intent_of(add_guests, ask), ADA)
    assert (after.guests, after.version, after.ics_sequence) == (("bea@example.org",), 2, 1)
    assert await world.do(intent_of(add_guests, ask), ADA) == after
    with pytest.raises(FormInvalid):
        await world.do(intent_of(add_guests, AddGuests(booking=ref, version=2, guests=("nobody",))), ADA)
