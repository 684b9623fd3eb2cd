"""A tap on an offered time: one booking, one receipt, whatever was tapped how often and when."""

from datetime import timedelta

import pytest
from sqlalchemy import bindparam, delete

from ringonce.booking.catalogue_model import Approval, Question, QuestionKind, Service
from ringonce.booking.refusals import Inactive, SlotTaken
from ringonce.chat.refusals import ClientIdMalformed
from ringonce.chat.tables import conversation_visitors
from ringonce.chat.words import check_client_id
from ringonce.desk import take
from ringonce.desk.model import Offer, OfferState, Said, TimeState
from ringonce.desk.offers import lock_offer
from ringonce.desk.refusals import DetailsNeeded, OfferGone, OfferMissing, OfferOver, OfferTakenBefore
from ringonce.desk.take import Taken
from ringonce.kernel.db import statement
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError
from tests.support.parlour import ADA, Parlour, make_parlour
from tests.support.world import World, minute, visitor

NINE, TEN, ELEVEN, NOON = (minute(f"{hour}:00") for hour in (9, 10, 11, 12))


async def taken(parlour: Parlour, message_id: str, start: int, **more: object) -> Taken:
    found = await parlour.take(message_id, start, **more)  # type: ignore[arg-type]
    assert isinstance(found, Taken)
    return found


async def test_a_tap_books_frees_the_others_and_leaves_a_receipt(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN, NOON)).placed.message.id
    found = await taken(parlour, message_id, NOON)
    assert (found.booking.start_minute, found.booking.state) == (NOON, "confirmed")
    assert found.booking.name == "Ada Lovelace"
    assert found.receipt.message.extra["booking_id"] == found.booking.id
    assert await parlour.lines(talk) == ["started", "text", "offer", "receipt"]
    offer = await parlour.find(message_id)
    assert (offer.state, offer.booking_id) == (OfferState.TAKEN, found.booking.id)
    assert [time.state for time in offer.times] == [TimeState.RELEASED, TimeState.TAKEN]
    links = await parlour.world.rows("SELECT conversation_id, booking_id FROM conversation_bookings")
    assert [(row["conversation_id"], row["booking_id"]) for row in links] == [(talk, found.booking.id)]
    await parlour.world.book(parlour.service, TEN, visitor(2))


async def test_no_code_of_a_booking_is_stored_in_the_thread(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    found = await taken(parlour, message_id, TEN)
    extras = [row["extra"] for row in await parlour.world.rows("SELECT extra FROM messages")]
    assert not any(found.booking.code in extra for extra in extras)


async def test_the_same_time_twice_is_the_same_answer(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN, NOON)).placed.message.id
    first = await taken(parlour, message_id, TEN)
    again = await taken(parlour, message_id, TEN)
    assert again.booking == first.booking
    assert again.receipt.message.id == first.receipt.message.id
    assert (await parlour.lines(talk)).count("receipt") == 1
    assert await parlour.world.count("bookings") == 1


async def test_another_time_after_that_is_refused(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN, NOON)).placed.message.id
    first = await taken(parlour, message_id, TEN)
    with pytest.raises(OfferTakenBefore) as refused:
        await parlour.take(message_id, NOON)
    assert refused.value.params["booking_id"] == first.booking.id
    assert await parlour.world.count("bookings") == 1


async def test_only_who_takes_part_may_tap(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(1), TEN)).placed.message.id
    await parlour.start(2)
    with pytest.raises(OfferMissing):
        await parlour.take(message_id, TEN, number=2)
    with pytest.raises(OfferMissing):
        await parlour.take("msg_nowhere", TEN)


async def test_what_is_known_is_not_asked_again(parlour: Parlour) -> None:
    talk = await parlour.start()
    first = (await parlour.offer(talk, TEN)).placed.message.id
    await taken(parlour, first, TEN)
    second = await parlour.offer(talk, NOON)
    assert second.placed.message.extra["needs"] == []
    found = await taken(parlour, second.placed.message.id, NOON, said=Said())
    assert (found.booking.name, found.booking.email) == ("Ada Lovelace", "ada@example.org")


async def test_missing_details_are_asked_for_and_nothing_happens(world: World) -> None:
    questions = (
        Question(id="name", kind=QuestionKind.NAME, label="Name", required=True),
        Question(id="email", kind=QuestionKind.EMAIL, label="E-mail", required=True),
        Question(id="pet", kind=QuestionKind.SHORT_TEXT, label="Your pet", required=True),
    )
    parlour = await make_parlour(world, questions=questions)
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    with pytest.raises(DetailsNeeded) as refused:
        await parlour.take(message_id, TEN)
    assert refused.value.params["fields"] == [
        {"id": "pet", "kind": "short-text", "label": "Your pet", "required": True, "options": []}
    ]
    assert (await parlour.find(message_id)).version == 1
    answered = Said(name="Ada", email="ada@example.org", answers={"pet": "Pip"})
    assert (await taken(parlour, message_id, TEN, said=answered)).booking.answers == {"pet": "Pip"}


async def test_a_lapsed_time_that_is_free_is_simply_taken_again(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    found = await taken(parlour, message_id, TEN)
    assert found.booking.start_minute == TEN


async def test_a_time_that_went_is_refused_and_its_button_shows_the_nearest(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN, NOON)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    await parlour.world.book(parlour.service, TEN, visitor(2))
    refused = await parlour.take(message_id, TEN)
    assert isinstance(refused, DomainError)
    assert refused.code in ("slot-taken", "hold-expired")
    assert refused.params["alternatives"]
    offer = await parlour.find(message_id)
    near = offer.times[0]
    assert (near.start_minute, near.was_minute, near.state) == (ELEVEN, TEN, TimeState.HELD)
    told = refused.params["offer"]
    assert isinstance(told, dict)
    assert (told["version"], told["times"][0]["state"]) == (2, "near")
    # What is shown as held can be had, whatever others do.
    with pytest.raises(SlotTaken):
        await parlour.world.book(parlour.service, ELEVEN, visitor(3))
    assert (await taken(parlour, message_id, ELEVEN)).booking.start_minute == ELEVEN


async def test_a_refusal_is_stored_with_what_it_changed(parlour: Parlour) -> None:
    """The answer of a refused tap is final for its key, and the button that changed with it stays changed."""
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    await parlour.world.book(parlour.service, TEN, visitor(2))
    told = await parlour.tap(message_id, TEN)
    assert (told.status, told.body["offer"]["version"]) == (409, 2)
    assert (await parlour.find(message_id)).version == 2


async def test_a_button_that_changed_under_the_finger(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    await parlour.world.book(parlour.service, TEN, visitor(2))
    await parlour.take(message_id, TEN)
    with pytest.raises(SlotTaken) as refused:
        await parlour.take(message_id, TEN)
    assert refused.value.params["alternatives"] == [{"start_minute": ELEVEN, "end_minute": ELEVEN + 60}]
    assert (await parlour.find(message_id)).version == 2


async def test_withdrawn_and_lapsed_offers_say_so(parlour: Parlour) -> None:
    talk = await parlour.start()
    gone = (await parlour.offer(talk, TEN)).placed.message.id
    await parlour.withdraw(gone)
    with pytest.raises(OfferGone):
        await parlour.take(gone, TEN)
    over = (await parlour.offer(talk, NOON)).placed.message.id
    parlour.world.clock.move(timedelta(days=2))
    assert await parlour.refresh(over)
    with pytest.raises(OfferOver):
        await parlour.take(over, NOON)


async def test_a_hold_is_honoured_whatever_happens_to_the_rules(parlour: Parlour) -> None:
    """A2: the host's day is closed after the offer was made, and the tap books all the same."""
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.world.sql("UPDATE schedules SET weekly = '[[],[],[],[],[],[],[]]'")
    assert (await taken(parlour, message_id, TEN)).booking.start_minute == TEN


async def test_a_hold_is_honoured_though_its_length_went(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.only_lasts(45)
    assert (await taken(parlour, message_id, TEN)).booking.length_minutes == 60


@pytest.mark.parametrize("is_moved", [False, True])
async def test_a_lapsed_time_of_a_length_that_went_is_refused_by_the_rules(
    parlour: Parlour, is_moved: bool
) -> None:
    """The visitor asked for no length: the rules changed, and the button says that its time is gone."""
    talk, more = await parlour.start(), {}
    if is_moved:
        first = (await parlour.offer(talk, TEN)).placed.message.id
        more["moving_booking_id"] = (await taken(parlour, first, TEN)).booking.id
    message_id = (await parlour.offer(talk, NOON, **more)).placed.message.id
    await parlour.only_lasts(45)
    parlour.world.clock.move(timedelta(minutes=11))
    told = await parlour.tap(message_id, NOON)
    assert (told.status, told.code, told.body["offer"]["times"][0]["state"]) == (409, "rule-changed", "gone")
    near = told.body["alternatives"]
    assert {one["end_minute"] - one["start_minute"] for one in near} == {45}
    offer = await parlour.find(message_id)
    assert (offer.state, offer.version, offer.times[0].state) == (OfferState.OPEN, 2, TimeState.GONE)


async def test_a_paused_service_says_so_whatever_the_length(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.only_lasts(45)
    await parlour.world.sql("UPDATE services SET active = 0, revision = revision + 1")
    parlour.world.clock.move(timedelta(minutes=11))
    with pytest.raises(Inactive):
        await parlour.take(message_id, TEN)


async def test_a_paused_service_refuses_and_changes_no_button(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.world.sql("UPDATE services SET active = 0")
    with pytest.raises(Inactive):
        await parlour.take(message_id, TEN)
    assert (await parlour.find(message_id)).version == 1


async def test_taking_a_time_moves_the_booking_it_was_offered_for(parlour: Parlour) -> None:
    talk = await parlour.start()
    booked = await taken(parlour, (await parlour.offer(talk, TEN)).placed.message.id, TEN)
    offered = await parlour.offer(talk, ELEVEN, NOON, moving_booking_id=booked.booking.id)
    message_id = offered.placed.message.id
    moved = await taken(parlour, message_id, NOON, said=Said())
    assert (moved.booking.id, moved.booking.start_minute) == (booked.booking.id, NOON)
    again = await taken(parlour, message_id, NOON)
    assert again.receipt.message.id == moved.receipt.message.id != booked.receipt.message.id
    assert await parlour.world.count("bookings") == 1
    await parlour.world.book(parlour.service, TEN, visitor(2))
    await parlour.world.book(parlour.service, ELEVEN, visitor(2))


async def test_a_service_that_asks_first_leaves_a_request(world: World) -> None:
    parlour = await make_parlour(world, approval=Approval.ALWAYS)
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    assert (await taken(parlour, message_id, TEN, said=ADA)).booking.state == "requested"


async def test_an_ended_conversation_keeps_its_receipt_and_stays_ended(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN)).placed.message.id
    await parlour.world.sql("UPDATE conversations SET state = 'resolved', resolved_at = 1")
    found = await taken(parlour, message_id, TEN)
    assert found.conversation.state == "resolved"
    assert "receipt" in await parlour.lines(talk)


async def joins(parlour: Parlour, number: int) -> None:
    """Another session takes part where the first one does."""
    await parlour.world.sql(
        "INSERT INTO conversation_visitors (workspace_id, conversation_id, visitor_id, joined_at)"
        f" SELECT workspace_id, conversation_id, '{visitor(number).id}', joined_at FROM conversation_visitors"
    )


async def test_times_are_leased_for_who_is_in_the_conversation(parlour: Parlour) -> None:
    """Who wrote last is somebody else by now: the browser shows another person."""
    talk = await parlour.start(1)
    await joins(parlour, 2)
    await parlour.world.sql(f"DELETE FROM conversation_visitors WHERE visitor_id = '{visitor(1).id}'")
    message_id = (await parlour.offer(talk, TEN)).placed.message.id
    held = await parlour.world.rows("SELECT visitor_id FROM holds")
    assert [row["visitor_id"] for row in held] == [visitor(2).id]
    assert (await taken(parlour, message_id, TEN, number=2)).booking.visitor_id == visitor(2).id


async def test_a_seat_becomes_that_of_who_taps(world: World) -> None:
    parlour = await make_parlour(world, seats=3)
    talk = await parlour.start(1)
    await joins(parlour, 2)
    message_id = (await parlour.offer(talk, TEN)).placed.message.id
    assert [row["visitor_id"] for row in await world.rows("SELECT * FROM seats")] == [visitor(1).id]
    assert (await taken(parlour, message_id, TEN, number=2)).booking.visitor_id == visitor(2).id
    assert [row["visitor_id"] for row in await world.rows("SELECT * FROM seats")] == [visitor(2).id]


async def test_a_tap_that_waits_while_the_browser_becomes_anothers(
    parlour: Parlour, monkeypatch: pytest.MonkeyPatch
) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    leave = statement(
        delete(conversation_visitors).where(conversation_visitors.c.visitor_id == bindparam("visitor_id"))
    )

    async def waited(work: Work, message_id: str) -> tuple[Offer, Service]:
        found = await lock_offer(work, message_id)
        await work.tx.run(leave, visitor_id=visitor(1).id)
        return found

    monkeypatch.setattr(take, "lock_offer", waited)
    with pytest.raises(OfferMissing):
        await parlour.take(message_id, TEN)
    assert await parlour.world.count("bookings") == 0


async def test_the_time_that_a_booking_has_already_is_answered_and_given_back(parlour: Parlour) -> None:
    talk = await parlour.start()
    booked = await taken(parlour, (await parlour.offer(talk, TEN)).placed.message.id, TEN)
    for number in (1, 2):
        offered = await parlour.offer(talk, TEN, NOON, moving_booking_id=booked.booking.id)
        message_id = offered.placed.message.id
        stays = await taken(parlour, message_id, TEN, said=Said())
        again = await taken(parlour, message_id, TEN, said=Said())
        assert (stays.booking, again.receipt.message.id) == (booked.booking, stays.receipt.message.id)
        assert await parlour.world.count("holds", "state = 'live'") == 0
        assert (await parlour.lines(talk)).count("receipt") == 1 + number
    assert "BookingMoved" not in await parlour.world.actions()
    await parlour.world.book(parlour.service, NOON, visitor(2))


async def test_a_booking_is_not_offered_the_time_it_has(parlour: Parlour) -> None:
    talk = await parlour.start()
    usual = (await parlour.offer(talk)).placed.message.id
    first = min(time.start_minute for time in (await parlour.find(usual)).times)
    booked = await taken(parlour, usual, first)
    other = (await parlour.offer(talk, moving_booking_id=booked.booking.id)).placed.message.id
    assert first not in [time.start_minute for time in (await parlour.find(other)).times]


async def test_what_is_near_is_not_where_the_booking_is(parlour: Parlour) -> None:
    talk = await parlour.start()
    booked = await taken(parlour, (await parlour.offer(talk, TEN)).placed.message.id, TEN)
    message_id = (await parlour.offer(talk, ELEVEN, moving_booking_id=booked.booking.id)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    for start in (ELEVEN, NOON):
        await parlour.world.book(parlour.service, start, visitor(2))
    assert isinstance(await parlour.take(message_id, ELEVEN), DomainError)
    assert (await parlour.find(message_id)).times[0].start_minute == minute("13:00")


async def test_no_visitors_text_has_the_name_of_a_receipt(parlour: Parlour) -> None:
    """A receipt is written as the visitor's own: a text under its name would be in its way."""
    booked = await taken(parlour, (await parlour.offer(await parlour.start(), TEN)).placed.message.id, TEN)
    with pytest.raises(ClientIdMalformed):
        check_client_id(booked.receipt.message.client_id)
