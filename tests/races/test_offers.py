"""Races around offered times: two taps, a tap against the deadline, against withdrawal, against others."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, update

from ringonce.availability.busy import BusyTimes
from ringonce.booking import offered
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.model import ConfirmBooking, HoldSlot
from ringonce.booking.refusals import SlotTaken
from ringonce.booking.scene import Scene, lock_scene
from ringonce.calendars.claim import TimeTaken
from ringonce.desk import book_in_chat, take
from ringonce.desk import store as desk_store
from ringonce.desk.model import OfferState, TimeState
from ringonce.desk.offers import withdraw_offer
from ringonce.desk.refusals import OfferTakenBefore
from ringonce.desk.store import OfferMoved
from ringonce.desk.tables import offers
from ringonce.kernel.db import ConstraintViolated, statement
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError
from tests.races.conftest import Meeting
from tests.support.parlour import Parlour, make_parlour
from tests.support.world import Outcome, World, all_at_once, details, intent_of, minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")


@pytest.fixture
async def parlour(world: World) -> Parlour:
    return await make_parlour(world)


def won(told: list[Outcome]) -> list[Outcome]:
    return [one for one in told if one.is_won]


async def test_twenty_taps_on_one_time_are_one_booking(parlour: Parlour) -> None:
    talk = await parlour.start()
    message_id = (await parlour.offer(talk, TEN, NOON)).placed.message.id
    told = await all_at_once(20, lambda _: parlour.tap(message_id, TEN))
    assert len(won(told)) == 20
    assert len({one.body["receipt"] for one in told}) == 1
    assert await parlour.world.count("bookings") == 1
    assert (await parlour.lines(talk)).count("receipt") == 1


async def test_taps_on_two_times_take_one(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN, NOON)).placed.message.id
    told = await all_at_once(20, lambda number: parlour.tap(message_id, (TEN, NOON)[number % 2]))
    assert len({one.body["booking"] for one in won(told)}) == 1
    assert {one.code for one in told if not one.is_won} == {"offer-taken"}
    assert await parlour.world.count("bookings") == 1
    assert await parlour.world.count("occupancy") == 1


async def test_a_tap_against_withdrawal_is_one_of_the_two(parlour: Parlour) -> None:
    talk = await parlour.start()
    for _ in range(6):
        message_id = (await parlour.offer(talk, TEN)).placed.message.id

        async def attempt(number: int, message_id: str = message_id) -> str:
            if number % 2:
                return (await parlour.tap(message_id, TEN)).code
            with suppress(DomainError):
                await parlour.world.do(lambda work: withdraw_offer(work, message_id))
            return ""

        codes = await all_at_once(2, attempt)
        offer = await parlour.find(message_id)
        booked = await parlour.world.count("bookings", "state = 'confirmed'")
        assert (offer.state, booked, codes[1]) in (
            (OfferState.TAKEN, 1, ""),
            (OfferState.WITHDRAWN, 0, "offer-withdrawn"),
        )
        if booked:
            await parlour.world.sql("DELETE FROM bookings", "DELETE FROM occupancy")


async def test_a_tap_after_the_deadline_against_others(parlour: Parlour) -> None:
    """The lease ran out: whoever comes first has the time, and the loser's button shows another."""
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=11))
    ask = ConfirmBooking(details=details(), slot=HoldSlot(service_id=parlour.service.id, start_minute=TEN))

    async def attempt(number: int) -> Outcome:
        if number == 0:
            return await parlour.tap(message_id, TEN)
        return await parlour.world.send(intent_of(confirm_booking, ask), visitor(1 + number))

    told = await all_at_once(12, attempt)
    assert len(won(told)) == 1
    assert await parlour.world.count("bookings", f"start_minute = {TEN}") == 1
    assert await parlour.world.overlaps() == 0
    time = (await parlour.find(message_id)).times[0]
    if told[0].is_won:
        assert time.state is TimeState.TAKEN
    else:
        assert (time.was_minute, time.state) == (TEN, TimeState.HELD)


async def test_before_the_deadline_nobody_else_gets_it(parlour: Parlour) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    parlour.world.clock.move(timedelta(minutes=10) - timedelta(milliseconds=1))
    ask = HoldSlot(service_id=parlour.service.id, start_minute=TEN)

    async def attempt(number: int) -> Outcome:
        if number == 0:
            return await parlour.tap(message_id, TEN)
        return await parlour.world.send(
            intent_of(confirm_booking, ConfirmBooking(details=details(), slot=ask)), visitor(1 + number)
        )

    told = await all_at_once(10, attempt)
    assert told[0].is_won
    assert len(won(told)) == 1


async def test_one_time_is_never_offered_to_two(parlour: Parlour) -> None:
    talks = [await parlour.start(number) for number in (1, 2, 3, 4)]

    async def attempt(number: int) -> bool:
        try:
            await parlour.offer(talks[number], TEN)
        except SlotTaken:
            return False
        return True

    assert sum(await all_at_once(4, attempt)) == 1
    assert await parlour.world.count("occupancy") == 1
    assert await parlour.world.count("offers") == 1


async def test_one_booking_in_the_widget_for_one_client_id(parlour: Parlour) -> None:
    async def attempt(_: int) -> str:
        return (await parlour.book(TEN, client_id="one-booking")).booking.id

    assert len(set(await all_at_once(12, attempt))) == 1
    assert await parlour.world.count("bookings") == 1
    assert await parlour.world.count("conversations") == 1
    assert await parlour.world.count("messages", "kind = 'receipt'") == 1


async def test_a_booking_and_a_first_message_are_one_conversation(parlour: Parlour) -> None:
    async def attempt(number: int) -> str:
        if number % 2:
            return await parlour.start(1)
        start = TEN + 60 * (number // 2)
        return (await parlour.book(start)).conversation.id

    assert len(set(await all_at_once(6, attempt))) == 1
    assert await parlour.world.count("conversations") == 1


# --- controls: each guard taken away


@pytest.fixture
def meeting_taps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two taps meet after both have read the offer, before either books."""
    made = Meeting()
    book = take._book

    async def meet_and_book(*args: Any) -> Any:
        await made.meet()
        return await book(*args)

    monkeypatch.setattr(take, "_book", meet_and_book)


@pytest.fixture
def unversioned(monkeypatch: pytest.MonkeyPatch) -> None:
    """An offer is written whatever version it has."""
    here = (
        offers.c.workspace_id == bindparam("workspace_id"),
        offers.c.message_id == bindparam("message_id"),
        offers.c.version >= bindparam("seen_version"),
    )
    monkeypatch.setattr(
        desk_store,
        "_CHANGE_OFFER",
        statement(
            update(offers)
            .where(*here)
            .values(
                state=bindparam("new_state"),
                version=offers.c.version + 1,
                expires_at=bindparam("new_expires_at"),
                booking_id=bindparam("new_booking_id"),
            )
        ),
    )


async def two_taps(parlour: Parlour, message_id: str) -> list[str]:
    """Taps on both times at once; the names of what went wrong."""

    async def attempt(number: int) -> str:
        try:
            await parlour.take(message_id, (TEN, NOON)[number])
        except (OfferMoved, OfferTakenBefore) as refused:
            return type(refused).__name__
        return ""

    return sorted(await all_at_once(2, attempt))


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_the_version_judges_where_the_lock_is_gone(
    engine: str, parlour: Parlour, unlocked: None, meeting_taps: None
) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN, NOON)).placed.message.id
    assert await two_taps(parlour, message_id) == ["", "OfferMoved"]
    assert await parlour.world.count("bookings") == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_control_without_lock_and_version_two_times_are_booked(
    engine: str, parlour: Parlour, unlocked: None, unversioned: None, meeting_taps: None
) -> None:
    message_id = (await parlour.offer(await parlour.start(), TEN, NOON)).placed.message.id
    assert await two_taps(parlour, message_id) == ["", ""]
    assert await parlour.world.count("bookings") == 2


async def test_control_a_blind_offer_is_made_to_two(
    parlour: Parlour, unconstrained: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def before_anybody(work: Work, **asked: Any) -> Scene:
        return replace(await lock_scene(work, **asked), busy=BusyTimes(()))

    monkeypatch.setattr(offered, "lock_scene", before_anybody)
    for number in (1, 2):
        await parlour.offer(await parlour.start(number), TEN)
    assert await parlour.world.overlaps() == 1


async def test_the_constraint_judges_a_blind_offer(parlour: Parlour, monkeypatch: pytest.MonkeyPatch) -> None:
    async def before_anybody(work: Work, **asked: Any) -> Scene:
        return replace(await lock_scene(work, **asked), busy=BusyTimes(()))

    monkeypatch.setattr(offered, "lock_scene", before_anybody)
    await parlour.offer(await parlour.start(1), TEN)
    with pytest.raises(TimeTaken):
        await parlour.offer(await parlour.start(2), TEN)
    assert await parlour.world.count("offers") == 1


async def test_the_key_of_messages_judges_a_booking_that_looks_for_nothing(
    parlour: Parlour, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: Any) -> None:
        return None

    monkeypatch.setattr(book_in_chat, "find_said", nothing)
    await parlour.book(TEN, client_id="one-booking")
    with pytest.raises(ConstraintViolated):
        await parlour.book(NOON, client_id="one-booking")
    assert await parlour.world.count("bookings") == 1


async def test_control_siblings_that_are_no_siblings_release_each_other(
    parlour: Parlour,
) -> None:
    """Were offered leases like any others, the visitor's next one would move them."""
    message_id = (await parlour.offer(await parlour.start(), TEN)).placed.message.id
    await parlour.world.sql("UPDATE holds SET offer_id = NULL")
    await parlour.world.hold(parlour.service, NOON, visitor(1))
    rows = await parlour.world.rows("SELECT start_minute FROM holds WHERE state = 'live'")
    assert [row["start_minute"] for row in rows] == [NOON]
    assert (await parlour.find(message_id)).times[0].state is TimeState.HELD
