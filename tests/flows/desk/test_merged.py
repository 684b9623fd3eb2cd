"""Offers and bookings in conversations that are merged, and taken apart again."""

from ringonce.booking.change import cancel_booking
from ringonce.booking.model import BookingRef, CancelBooking
from ringonce.chat.merge import merge_conversations
from ringonce.chat.unmerge import undo_merge
from ringonce.desk.take import Taken
from tests.support.parlour import Parlour
from tests.support.world import minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")


async def test_an_offer_is_taken_from_the_winner(parlour: Parlour) -> None:
    winner, loser = await parlour.start(1), await parlour.start(2)
    made = await parlour.offer(loser, TEN, NOON)
    await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    found = await parlour.take(made.placed.message.id, TEN, number=2)
    assert isinstance(found, Taken)
    assert found.conversation.id == winner
    assert (await parlour.lines(winner))[-1] == "receipt"
    assert (await parlour.find(made.placed.message.id)).conversation_id == loser


async def test_an_offer_made_to_a_loser_stands_in_the_winner(parlour: Parlour) -> None:
    winner, loser = await parlour.start(1), await parlour.start(2)
    await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    made = await parlour.offer(loser, TEN)
    assert made.conversation.id == winner
    found = await parlour.take(made.placed.message.id, TEN, number=1)
    assert isinstance(found, Taken)


async def test_after_an_undo_the_offer_is_back_and_can_be_taken(parlour: Parlour) -> None:
    winner, loser = await parlour.start(1), await parlour.start(2)
    made = await parlour.offer(loser, TEN)
    group = await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    await parlour.world.do(lambda work: undo_merge(work, group.id))
    found = await parlour.take(made.placed.message.id, TEN, number=2)
    assert isinstance(found, Taken)
    assert found.conversation.id == loser


async def test_a_merged_conversation_hears_of_its_booking_where_it_is_read(parlour: Parlour) -> None:
    winner, loser = await parlour.start(1), await parlour.start(2)
    made = await parlour.offer(loser, TEN)
    found = await parlour.take(made.placed.message.id, TEN, number=2)
    assert isinstance(found, Taken)
    await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    ask = CancelBooking(booking=BookingRef(booking_id=found.booking.id), version=1)
    await parlour.world.do(lambda work: cancel_booking(work, ask))
    await parlour.tell()
    assert (await parlour.lines(winner))[-1] == "booking-cancelled"


async def test_a_receipt_goes_back_with_its_offer(parlour: Parlour) -> None:
    winner, loser = await parlour.start(1), await parlour.start(2)
    made = await parlour.offer(loser, TEN)
    group = await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    found = await parlour.take(made.placed.message.id, TEN, number=2)
    assert isinstance(found, Taken)
    await parlour.world.do(lambda work: undo_merge(work, group.id))
    assert "receipt" in await parlour.lines(loser)
    again = await parlour.take(made.placed.message.id, TEN, number=2)
    assert isinstance(again, Taken)
    assert (again.receipt.message.id, again.conversation.id) == (found.receipt.message.id, loser)
    ask = CancelBooking(booking=BookingRef(booking_id=found.booking.id), version=1)
    await parlour.world.do(lambda work: cancel_booking(work, ask))
    await parlour.tell()
    assert (await parlour.lines(loser))[-1] == "booking-cancelled"


async def test_a_tap_after_an_undo_books_for_who_taps(parlour: Parlour) -> None:
    """The time was leased for the loser's session, which wrote last and is no longer in the conversation."""
    winner, loser = await parlour.start(1), await parlour.start(2)
    group = await parlour.world.do(lambda work: merge_conversations(work, winner, [loser]))
    message_id = (await parlour.offer(winner, TEN, NOON)).placed.message.id
    held = await parlour.world.rows("SELECT DISTINCT visitor_id FROM holds")
    assert [row["visitor_id"] for row in held] == [visitor(2).id]
    await parlour.world.do(lambda work: undo_merge(work, group.id))
    found = await parlour.take(message_id, TEN, number=1)
    assert isinstance(found, Taken)
    persons = await parlour.world.rows(f"SELECT contact_id FROM conversations WHERE id = '{winner}'")
    assert found.booking.contact_id == persons[0]["contact_id"]
    assert found.booking.visitor_id == visitor(1).id
    typed = await parlour.world.rows("SELECT contact_id FROM identities WHERE kind = 'email'")
    assert [row["contact_id"] for row in typed] == [found.booking.contact_id]
    tapped = await parlour.world.rows(f"SELECT principal FROM holds WHERE id = '{found.booking.hold_id}'")
    assert tapped[0]["principal"] == f"visitor:{visitor(1).id}"


async def test_a_client_id_is_one_of_the_conversation_it_was_meant_for(parlour: Parlour) -> None:
    first, second = await parlour.start(1), await parlour.start(2)
    made = await parlour.offer(first, TEN, client_id="offer-one")
    other = await parlour.offer(second, NOON, client_id="offer-one")
    assert (made.conversation.id, other.conversation.id) == (first, second)
    assert (await parlour.lines(second))[-1] == "offer"
    assert await parlour.world.count("offers") == 2
