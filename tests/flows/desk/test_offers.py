"""Times offered in a conversation: held beside each other, shown by one message, taken back in one."""

import pytest

from ringonce.availability.model import Limit, Period
from ringonce.booking.catalogue_model import ServiceRules
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import HoldSlot
from ringonce.booking.refusals import BookingMissing, Inactive, SlotTaken
from ringonce.booking.slots import Asker, SlotList, SlotsAsk, read_slots
from ringonce.chat.model import SayAsMember
from ringonce.chat.refusals import ClientIdMalformed, ConversationMissing
from ringonce.chat.say import say_as_member
from ringonce.desk.model import OFFER_MINUTES, OfferState, TimeState, drawn_offer
from ringonce.desk.refusals import NoTimes, OfferMissing, OfferTakenBefore, TooManyTimes
from tests.support.parlour import AGENT, Parlour, make_parlour
from tests.support.world import CODES, WORKSPACE, World, minute, visitor

NINE, TEN, ELEVEN, NOON = (minute(f"{hour}:00") for hour in (9, 10, 11, 12))


async def test_every_offered_time_is_held_for_the_visitor(parlour: Parlour) -> None:
    talk = await parlour.start()
    made = await parlour.offer(talk, TEN, NOON, zone="Europe/Berlin", text="One of these?")
    offer = await parlour.find(made.placed.message.id)
    assert [(time.start_minute, time.state) for time in offer.times] == [
        (TEN, TimeState.HELD),
        (NOON, TimeState.HELD),
    ]
    rows = await parlour.world.rows("SELECT * FROM holds ORDER BY start_minute")
    assert {row["principal"] for row in rows} == {f"visitor:{visitor(1).id}"}
    assert {row["state"] for row in rows} == {"live"}
    assert {row["expires_at"] for row in rows} == {parlour.world.clock.now() + OFFER_MINUTES * 60_000}
    for start in (TEN, NOON):
        with pytest.raises(SlotTaken):
            await parlour.world.hold(parlour.service, start, visitor(2))


async def test_the_message_says_what_never_changes(parlour: Parlour) -> None:
    talk = await parlour.start()
    made = await parlour.offer(talk, TEN, zone="Europe/Berlin", text="At ten?")
    message = made.placed.message
    assert (message.kind, message.body) == ("offer", "At ten?")
    assert message.extra["service"]["slug"] == parlour.service.slug
    assert message.extra["length_minutes"] == 60
    assert message.extra["zone"] == "Europe/Berlin"
    assert message.extra["needs"] == ["name", "email"]
    assert made.placed.visitor_seq is not None
    assert await parlour.lines(talk) == ["started", "text", "offer"]
    assert "OfferMade" in await parlour.world.actions()


async def test_the_same_client_id_is_the_same_offer(parlour: Parlour) -> None:
    talk = await parlour.start()
    first = await parlour.offer(talk, TEN, client_id="offer-one")
    again = await parlour.offer(talk, TEN, client_id="offer-one")
    assert again.placed.message.id == first.placed.message.id
    assert await parlour.world.count("holds") == 1
    assert await parlour.world.count("offers") == 1


async def test_a_client_id_of_a_text_offers_nothing(parlour: Parlour) -> None:
    talk = await parlour.start()
    said = SayAsMember(conversation_id=talk, author=AGENT, client_id="said-once", text="Moment, please.")
    await parlour.world.do(lambda work: say_as_member(work, said))
    with pytest.raises(ClientIdMalformed):
        await parlour.offer(talk, TEN, client_id="said-once")
    assert await parlour.world.count("holds") == 0


async def test_one_time_that_cannot_be_had_refuses_all(parlour: Parlour) -> None:
    talk = await parlour.start()
    await parlour.world.book(parlour.service, NOON, visitor(9))
    with pytest.raises(SlotTaken):
        await parlour.offer(talk, TEN, NOON)
    assert await parlour.world.count("holds", "state = 'live'") == 0
    assert await parlour.world.count("offers") == 0
    assert await parlour.lines(talk) == ["started", "text"]


async def test_without_starts_the_next_days_are_offered(parlour: Parlour) -> None:
    talk = await parlour.start()
    made = await parlour.offer(talk, zone="UTC")
    offer = await parlour.find(made.placed.message.id)
    # The clock stands at Tuesday, 9 o'clock.
    assert [time.start_minute for time in offer.times] == [
        minute("9:00", day=1),
        minute("9:00", day=2),
        minute("9:00", day=3),
    ]


async def test_free_times_that_exclude_each_other_are_not_offered_together(world: World) -> None:
    rules = ServiceRules(notice=0, limits=(Limit(Period.WEEK, bookings=1),))
    parlour = await make_parlour(world, rules=rules)
    made = await parlour.offer(await parlour.start())
    offer = await parlour.find(made.placed.message.id)
    weeks = {time.start_minute // (7 * 1440) for time in offer.times}
    assert len(offer.times) == len(weeks) > 1


async def test_nothing_free_is_said_so(world: World) -> None:
    parlour = await make_parlour(world, rules=ServiceRules(notice=60 * 24 * 60))
    talk = await parlour.start()
    with pytest.raises(NoTimes):
        await parlour.offer(talk)


@pytest.mark.parametrize("starts", [(TEN, TEN), tuple(TEN + 60 * each for each in range(6))])
async def test_one_to_five_times_each_once(parlour: Parlour, starts: tuple[int, ...]) -> None:
    talk = await parlour.start()
    with pytest.raises(TooManyTimes):
        await parlour.offer(talk, *starts)


async def test_a_paused_service_and_a_foreign_conversation(world: World) -> None:
    parlour = await make_parlour(world, active=False)
    talk = await parlour.start()
    with pytest.raises(Inactive):
        await parlour.offer(talk, TEN)
    with pytest.raises(ConversationMissing):
        await parlour.offer("cnv_nowhere", TEN)


async def test_withdrawing_frees_the_times_and_twice_is_once(parlour: Parlour) -> None:
    talk = await parlour.start()
    made = await parlour.offer(talk, TEN, NOON)
    message_id = made.placed.message.id
    await parlour.withdraw(message_id)
    await parlour.withdraw(message_id)
    offer = await parlour.find(message_id)
    assert offer.state is OfferState.WITHDRAWN
    assert {time.state for time in offer.times} == {TimeState.RELEASED}
    assert (await parlour.world.actions()).count("OfferWithdrawn") == 1
    await parlour.world.book(parlour.service, TEN, visitor(2))
    with pytest.raises(OfferMissing):
        await parlour.withdraw("msg_nowhere")


async def test_what_was_taken_is_not_withdrawn(parlour: Parlour) -> None:
    made = await parlour.offer(await parlour.start(), TEN)
    await parlour.take(made.placed.message.id, TEN)
    with pytest.raises(OfferTakenBefore):
        await parlour.withdraw(made.placed.message.id)


async def test_only_the_contacts_own_booking_is_moved(parlour: Parlour) -> None:
    foreign = await parlour.world.book(parlour.service, NINE, visitor(2))
    talk = await parlour.start(1)
    with pytest.raises(BookingMissing):
        await parlour.offer(talk, TEN, moving_booking_id=foreign.id)


async def _page(parlour: Parlour, number: int) -> SlotList:
    who = visitor(number)
    ask = SlotsAsk(service=parlour.service.id, first_minute=NINE, last_minute=minute("17:00"))
    found = await parlour.world.database.read(
        lambda tx: read_slots(
            tx,
            WORKSPACE,
            ask,
            parlour.world.clock.now(),
            codes=CODES,
            asker=Asker(principal=f"visitor:{who.id}", visitor_id=who.id),
        )
    )
    assert isinstance(found, SlotList)
    return found


async def test_offered_times_are_the_visitors_own_on_the_booking_page(parlour: Parlour) -> None:
    await parlour.offer(await parlour.start(), TEN, NOON)
    mine = {slot.start for slot in (await _page(parlour, 1)).slots if slot.mine}
    assert mine == {TEN, NOON}
    theirs = {slot.start for slot in (await _page(parlour, 2)).slots}
    assert not theirs & {TEN, NOON}


async def test_a_choice_in_the_calendar_keeps_what_stands_clear_of_it(parlour: Parlour) -> None:
    made = await parlour.offer(await parlour.start(), TEN, NOON)
    chosen = await parlour.world.hold(parlour.service, TEN, visitor(1))
    assert chosen.start_minute == TEN
    states = await parlour.world.rows(
        "SELECT start_minute, state FROM holds WHERE offer_id IS NOT NULL ORDER BY start_minute"
    )
    assert [(row["start_minute"], row["state"]) for row in states] == [(TEN, "released"), (NOON, "live")]
    taken = await parlour.take(made.placed.message.id, NOON)
    assert not isinstance(taken, Exception)


async def test_a_limit_is_not_exceeded_by_offers(world: World) -> None:
    rules = ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=2),))
    parlour = await make_parlour(world, rules=rules)
    await parlour.offer(await parlour.start(), NINE, NOON)
    free = {slot.start for slot in (await _page(parlour, 1)).slots}
    assert TEN + 60 in free
    ask = HoldSlot(service_id=parlour.service.id, start_minute=TEN + 60)
    await world.do(lambda work: hold_slot(work, ask), visitor(1))
    assert await world.count("holds", "state = 'live'") <= 2


async def test_drawn_as_the_wire_shows_it(parlour: Parlour) -> None:
    made = await parlour.offer(await parlour.start(), TEN)
    offer = await parlour.find(made.placed.message.id)
    drawn = drawn_offer(offer)
    assert drawn["times"] == [
        {
            "start": "2026-12-02T10:00:00Z",
            "end": "2026-12-02T11:00:00Z",
            "state": "held",
            "held_until": "2026-12-01T09:10:00Z",
            "was": None,
        }
    ]
    assert (drawn["state"], drawn["version"], drawn["gone"]) == ("open", 1, None)
