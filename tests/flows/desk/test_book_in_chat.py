"""Booking inside the widget: the booking, the conversation and the receipt are one."""

import pytest

from ringonce.booking.refusals import HoldNotYours, SlotTaken
from ringonce.chat.refusals import ClientIdMalformed, InboxMissing
from ringonce.desk.model import Said
from ringonce.desk.refusals import DetailsNeeded
from tests.support.parlour import Parlour
from tests.support.world import minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")


async def test_a_booking_begins_a_conversation(parlour: Parlour) -> None:
    booked = await parlour.book(TEN)
    assert booked.booking.start_minute == TEN
    assert await parlour.lines(booked.conversation.id) == ["started", "receipt"]
    assert booked.receipt.message.extra["booking_id"] == booked.booking.id
    row = (await parlour.world.rows("SELECT conversation_id, booking_id FROM conversation_bookings"))[0]
    assert (row["conversation_id"], row["booking_id"]) == (booked.conversation.id, booked.booking.id)
    session = (await parlour.world.rows("SELECT conversation_id FROM participations"))[0]
    assert session["conversation_id"] == booked.conversation.id


async def test_it_joins_the_live_conversation(parlour: Parlour) -> None:
    talk = await parlour.start()
    booked = await parlour.book(TEN)
    assert booked.conversation.id == talk
    assert await parlour.lines(talk) == ["started", "text", "receipt"]


async def test_the_same_client_id_is_one_booking(parlour: Parlour) -> None:
    first = await parlour.book(TEN, client_id="widget-booking")
    again = await parlour.book(TEN, client_id="widget-booking")
    assert (again.booking.id, again.receipt.message.id) == (first.booking.id, first.receipt.message.id)
    assert await parlour.world.count("bookings") == 1
    assert await parlour.world.count("conversations") == 1


async def test_the_same_client_id_for_another_time_books_nothing(parlour: Parlour) -> None:
    first = await parlour.book(TEN, client_id="widget-booking")
    again = await parlour.book(NOON, client_id="widget-booking")
    assert again.booking.id == first.booking.id
    assert await parlour.world.count("bookings") == 1


async def test_the_widgets_own_hold_is_booked(parlour: Parlour) -> None:
    hold = await parlour.world.hold(parlour.service, TEN, visitor(1))
    booked = await parlour.book(TEN, hold_id=hold.id, hold_token=hold.token, generation=hold.generation)
    assert booked.booking.hold_id == hold.id
    with pytest.raises(HoldNotYours):
        await parlour.book(NOON, hold_id=hold.id, hold_token="forged")


async def test_a_hold_of_another_service_is_refused(parlour: Parlour) -> None:
    other = await parlour.world.service("Noor")
    hold = await parlour.world.hold(other, TEN, visitor(1))
    with pytest.raises(HoldNotYours):
        await parlour.book(TEN, hold_id=hold.id, hold_token=hold.token)
    assert await parlour.world.count("bookings") == 0


async def test_a_refused_booking_begins_nothing(parlour: Parlour) -> None:
    await parlour.world.book(parlour.service, TEN, visitor(2))
    with pytest.raises(SlotTaken):
        await parlour.book(TEN)
    with pytest.raises(DetailsNeeded):
        await parlour.book(NOON, said=Said())
    with pytest.raises(InboxMissing):
        await parlour.book(NOON, inbox_id="inb_nowhere")
    assert await parlour.world.count("conversations") == 0
    assert await parlour.world.count("bookings") == 1
    assert await parlour.world.count("participations") == 0


async def test_after_the_end_a_booking_begins_anew(parlour: Parlour) -> None:
    talk = await parlour.start()
    await parlour.world.sql("UPDATE conversations SET state = 'resolved', resolved_at = 1")
    booked = await parlour.book(TEN)
    assert booked.conversation.id != talk
    assert await parlour.world.count("conversations", "state = 'open'") == 1


async def test_a_client_id_of_a_text_books_nothing(parlour: Parlour) -> None:
    talk = await parlour.start()
    (said,) = await parlour.world.rows("SELECT client_id FROM messages WHERE kind = 'text'")
    with pytest.raises(ClientIdMalformed):
        await parlour.book(TEN, client_id=said["client_id"])
    assert await parlour.world.count("bookings") == 0
    assert await parlour.lines(talk) == ["started", "text"]
