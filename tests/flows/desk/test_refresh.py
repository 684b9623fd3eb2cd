"""Open offers after something changed, and conversations that hear what became of their bookings."""

from datetime import timedelta

from ringonce.booking.catalogue_edit import retire_service
from ringonce.booking.change import cancel_booking
from ringonce.booking.model import BookingRef, CancelBooking, MoveBooking
from ringonce.booking.move import move_booking
from ringonce.booking.sweep import SWEEPER, find_due, sweep
from ringonce.desk.model import OfferState, TimeState
from ringonce.desk.take import Taken
from ringonce.desk.watch import OfferWatch
from tests.support.parlour import Parlour
from tests.support.world import CODES, World, minute, visitor

TEN, ELEVEN, NOON = (minute(f"{hour}:00") for hour in (10, 11, 12))


async def swept(world: World) -> None:
    """Write down what time has ended, as the worker does."""
    for due in await world.database.read(lambda tx: find_due(tx, world.clock.now())):
        await world.do(lambda work, due=due: sweep(work, due), SWEEPER)  # type: ignore[misc]


async def due(parlour: Parlour, watch: OfferWatch) -> list[str]:
    """What the watch would look at; looked at here."""
    world = parlour.world
    found = await world.database.read(lambda tx: watch.find_due(tx, world.clock.now()))
    for one in found:
        await parlour.refresh(one.message_id)
        watch.looked(one)
    return [one.message_id for one in found]


async def states(parlour: Parlour, message_id: str) -> list[tuple[int, TimeState, int | None]]:
    offer = await parlour.find(message_id)
    return [(time.start_minute, time.state, time.was_minute) for time in offer.times]


async def test_held_times_are_left_alone(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.world.book(parlour.service, NOON, visitor(2))
    assert not await parlour.refresh(message_id)
    assert (await parlour.find(message_id)).version == 1


async def test_a_lapsed_lease_becomes_free_and_then_gone(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    await swept(parlour.world)
    assert await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.FREE, None)]
    assert not await parlour.refresh(message_id)
    await parlour.world.book(parlour.service, TEN, visitor(2))
    assert await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(ELEVEN, TimeState.FREE, TEN)]
    assert (await parlour.world.actions()).count("OfferChanged") == 2


async def test_a_refresh_without_the_sweep_is_the_same(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    assert await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.FREE, None)]


async def test_two_buttons_never_show_the_same_time(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN, ELEVEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    for start in (TEN, ELEVEN):
        await parlour.world.book(parlour.service, start, visitor(2 + start % 7))
    await parlour.refresh(message_id)
    starts = [start for start, _, _ in await states(parlour, message_id)]
    assert len(set(starts)) == 2
    assert not {TEN, ELEVEN} & set(starts)


async def test_nothing_left_is_gone(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    await parlour.world.sql("UPDATE services SET active = 0, revision = revision + 1")
    await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.GONE, None)]
    await parlour.world.sql("UPDATE services SET active = 1, revision = revision + 1")
    await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.FREE, None)]


async def test_a_time_of_a_length_that_went_is_gone(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.only_lasts(45)
    # Its lease is honoured.
    assert not await parlour.refresh(message_id)
    parlour.world.clock.move(timedelta(minutes=11))
    assert await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.GONE, None)]
    assert not await parlour.refresh(message_id)
    await parlour.only_lasts(45, 60)
    assert await parlour.refresh(message_id)
    assert await states(parlour, message_id) == [(TEN, TimeState.FREE, None)]


async def test_a_time_of_a_service_that_was_retired_is_gone_and_holds_up_no_other(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    service = parlour.service
    await parlour.world.do(lambda work: retire_service(work, service.id, service.revision))
    parlour.world.clock.move(timedelta(minutes=11))
    assert await due(parlour, OfferWatch()) == [message_id]
    assert await states(parlour, message_id) == [(TEN, TimeState.GONE, None)]


async def test_an_offer_ends_after_a_day(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), minute("10:00", day=9))).placed.message.id
    parlour.world.clock.move(timedelta(days=1, minutes=11))
    assert await parlour.refresh(message_id)
    assert (await parlour.find(message_id)).state is OfferState.LAPSED
    assert not await parlour.refresh(message_id)


async def test_the_watch_looks_when_there_is_reason(parlour: Parlour) -> None:
    watch = OfferWatch()
    message_id = (await parlour.offer(await parlour.start(), minute("10:00", day=9))).placed.message.id
    assert await due(parlour, watch) == []
    parlour.world.clock.move(timedelta(minutes=11))
    assert await due(parlour, watch) == [message_id]
    # Looking has written, and what was written is looked at once more; then there is peace.
    await due(parlour, watch)
    assert await due(parlour, watch) == []
    await parlour.world.book(parlour.service, minute("10:00", day=9), visitor(2))
    assert await due(parlour, watch) == [message_id]
    assert (await states(parlour, message_id))[0][2] == minute("10:00", day=9)


async def _booked(parlour: Parlour, talk: str, start: int) -> Taken:
    message_id = (await parlour.offer(talk, start)).placed.message.id
    found = await parlour.take(message_id, start)
    assert isinstance(found, Taken)
    return found


async def test_a_cancellation_by_mail_is_told_once(parlour: Parlour) -> None:
    talk = await parlour.start()
    found = await _booked(parlour, talk, TEN)
    code = CODES.of("booking", found.booking.id)
    ask = CancelBooking(booking=BookingRef(code=code), version=1)
    await parlour.world.do(lambda work: cancel_booking(work, ask), visitor(1))
    await parlour.tell()
    assert (await parlour.lines(talk))[-1] == "booking-cancelled"
    # As if the consumer had died before it could note how far it came.
    await parlour.world.sql("UPDATE outbox_cursors SET seq = 0")
    await parlour.tell()
    assert (await parlour.lines(talk)).count("booking-cancelled") == 1
    assert (await parlour.world.actions()).count("ReceiptChanged") == 1


async def test_a_move_at_the_desk_says_from_where(parlour: Parlour) -> None:
    talk = await parlour.start()
    found = await _booked(parlour, talk, TEN)
    ask = MoveBooking(booking=BookingRef(booking_id=found.booking.id), version=1, start_minute=NOON)
    await parlour.world.do(lambda work: move_booking(work, ask))
    await parlour.tell()
    line = (await parlour.thread(talk))[-1].message.extra
    assert line == {
        "code": "booking-moved",
        "booking_id": found.booking.id,
        "start": "2026-12-02T12:00:00Z",
        "was": "2026-12-02T10:00:00Z",
    }


async def test_what_the_conversation_did_itself_has_its_receipt_alone(parlour: Parlour) -> None:
    talk = await parlour.start()
    found = await _booked(parlour, talk, TEN)
    offered = await parlour.offer(talk, NOON, moving_booking_id=found.booking.id)
    await parlour.take(offered.placed.message.id, NOON)
    await parlour.tell()
    lines = await parlour.lines(talk)
    assert (lines.count("receipt"), lines.count("booking-moved")) == (2, 0)


async def test_bookings_made_elsewhere_say_nothing(parlour: Parlour) -> None:
    talk = await parlour.start()
    booking = await parlour.world.book(parlour.service, TEN, visitor(1))
    ask = CancelBooking(booking=BookingRef(booking_id=booking.id), version=1)
    await parlour.world.do(lambda work: cancel_booking(work, ask))
    await parlour.tell()
    assert await parlour.lines(talk) == ["started", "text"]


async def test_offers_beyond_the_first_page_are_looked_at_too(parlour: Parlour) -> None:
    watch, days = OfferWatch(most=3), (9, 10, 11)
    offered = []
    for number, day in enumerate(days, start=1):
        talk = await parlour.start(number)
        starts = (minute("10:00", day=day), minute("11:00", day=day))
        offered.append((await parlour.offer(talk, *starts)).placed.message.id)
    parlour.world.clock.move(timedelta(minutes=11))
    # Two buttons each: a page of three ends within an offer, which is then read whole.
    assert sorted([each for _ in days for each in await due(parlour, watch)]) == sorted(offered)
    for _ in days:
        await due(parlour, watch)
    # What was looked at on another page is not forgotten meanwhile.
    assert [each for _ in days for each in await due(parlour, watch)] == []
