"""What stands between the intents: a closed booking, a series in parts, a line that breaks."""

import pytest

from ringonce.booking.change import cancel_booking
from ringonce.booking.hold import release_hold
from ringonce.booking.model import BookingRef, CancelBooking, ConfirmSeries, HoldSeries, MoveBooking
from ringonce.booking.move import move_booking
from ringonce.booking.refusals import FormInvalid, HoldFenced, NotNow
from ringonce.booking.series import confirm_series, hold_series
from tests.support.world import World, details, intent_of, key_of, minute, visitor

ADA = visitor(1)
TEN, NOON, TWO = minute("10:00"), minute("12:00"), minute("14:00")


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
