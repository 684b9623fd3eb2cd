"""Seats, rotations, rooms, limits and series."""

from datetime import timedelta
from typing import Any

import pytest

from ringonce.availability.model import Limit, Mode, Period
from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import ServiceRules
from ringonce.booking.change import cancel_booking
from ringonce.booking.hold import release_hold, renew_hold
from ringonce.booking.model import (
    BookingRef,
    CancelBooking,
    ConfirmSeries,
    HoldSeries,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.booking.refusals import (
    HoldNotYours,
    Inactive,
    LimitRefusal,
    NoticeRefusal,
    SeriesRefused,
    SlotTaken,
    VisitorLimit,
)
from ringonce.booking.series import confirm_series, hold_series
from tests.support.world import World, details, intent_of, key_of, minute, visitor

ADA, BOB, EVE = visitor(1), visitor(2), visitor(3)
TEN, NOON = minute("10:00"), minute("12:00")


async def test_people_share_a_sitting(world: World) -> None:
    service = await world.service("Mara", seats=2, rules=ServiceRules(notice=0, before=10, after=10))
    first = await world.hold(service, TEN, ADA)
    assert (first.seat_no, first.seats_left) == (1, 1)
    second = await world.hold(service, TEN, BOB)
    assert (second.sitting_id, second.seat_no, second.seats_left) == (first.sitting_id, 2, 0)
    with pytest.raises(SlotTaken) as refused:
        await world.hold(service, TEN, EVE)
    assert refused.value.params["reasons"] == ["seats-full"]
    await world.confirm(first, ADA)
    booking = await world.confirm(second, BOB)
    assert await world.count("seats", "kind = 'booking' AND expires_at IS NULL") == 2
    assert await world.count("occupancy") == 1
    cancel = CancelBooking(booking=BookingRef(code=booking.code), version=1)
    await world.do(intent_of(cancel_booking, cancel), BOB)
    assert (await world.hold(service, TEN, EVE)).seat_no == 2


async def test_ones_own_seat_is_mine(world: World) -> None:
    service = await world.service("Mara", seats=2)
    await world.book(service, TEN, BOB)
    hold = await world.hold(service, TEN, ADA)
    again = await world.hold(service, TEN, ADA)
    assert (again.id, again.sitting_id, again.seat_no) == (hold.id, hold.sitting_id, hold.seat_no)
    assert (await world.confirm(again, ADA)).sitting_id == hold.sitting_id


async def test_the_last_to_leave_ends_the_sitting(world: World) -> None:
    service = await world.service("Mara", seats=3)
    other = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    again = await world.hold(service, TEN, ADA)
    assert await world.count("occupancy") == 1
    await world.do(intent_of(release_hold, key_of(again)), ADA)
    assert await world.count("occupancy") == 0
    assert await world.count("sittings", "state = 'open'") == 0
    assert hold.id == again.id
    await world.book(other, TEN, BOB)


async def test_a_sitting_of_lapsed_seats_is_free_time(world: World) -> None:
    service = await world.service("Mara", seats=3)
    other = await world.service("Mara")
    first = await world.hold(service, TEN, ADA)
    world.clock.move(timedelta(minutes=3))
    await world.hold(service, TEN, BOB)
    await world.do(intent_of(renew_hold, key_of(first)), ADA)
    world.clock.move(timedelta(minutes=4))
    with pytest.raises(SlotTaken):
        await world.hold(other, TEN, EVE)
    world.clock.move(timedelta(minutes=2))
    await world.hold(other, TEN, EVE)
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, BOB)


async def test_moving_within_sittings(world: World) -> None:
    service = await world.service("Mara", seats=3)
    mine, theirs = await world.book(service, TEN, ADA), await world.book(service, NOON, BOB)
    ask = MoveBooking(booking=BookingRef(code=mine.code), version=1, start_minute=NOON)
    moved = await world.do(intent_of(move_booking, ask), ADA)
    assert (moved.sitting_id, moved.seat_no) == (theirs.sitting_id, 2)
    assert await world.count("occupancy") == 1


async def test_turns_go_round(world: World) -> None:
    service = await world.service("Mara", "Noor", "Otto", mode=Mode.ANY)
    starts = [minute(f"{hour}:00") for hour in (9, 10, 11, 12, 13, 14)]
    had = [(await world.book(service, start, visitor(n))).hosts[0] for n, start in enumerate(starts)]
    assert sorted(had[:3]) == sorted(had[3:]) == sorted(world.hosts.values())


async def test_one_hold_leaves_the_slot_to_the_others_of_a_team(world: World) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY)
    first = await world.hold(service, TEN, ADA)
    second = await world.hold(service, TEN, BOB)
    assert set(first.hosts) | set(second.hosts) == set(world.hosts.values())
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, EVE)


async def test_an_asked_host_is_the_host(world: World) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY)
    noor = world.hosts["Noor"]
    assert (await world.hold(service, TEN, ADA, host_id=noor)).hosts == (noor,)
    with pytest.raises(SlotTaken):
        await world.hold(service, TEN, BOB, host_id=noor)
    await world.hold(service, TEN, BOB)


async def test_everybody_and_a_room(world: World) -> None:
    await world.host("Blue room")
    service = await world.service("Mara", "Noor", mode=Mode.ALL, rooms=[["Blue room"]])
    booking = await world.book(service, TEN, ADA)
    assert set(booking.hosts) == set(world.hosts.values())
    assert await world.count("occupancy") == 3


async def test_limits_and_notice_name_themselves(world: World) -> None:
    rules = ServiceRules(notice=60, limits=(Limit(Period.DAY, bookings=1),))
    service = await world.service("Mara", rules=rules)
    with pytest.raises(NoticeRefusal):
        await world.hold(service, minute("09:30", day=1), ADA)
    await world.hold(service, TEN, ADA)
    with pytest.raises(LimitRefusal) as refused:
        await world.hold(service, NOON, BOB)
    assert refused.value.params["reasons"] == ["limit-day"]


async def test_a_visitors_own_limit(world: World) -> None:
    service = await world.service("Mara", visitor_limit=1)
    held = await world.hold(service, NOON, ADA)
    await world.sql("UPDATE holds SET series_id = 'ser_other'")
    await world.book(service, TEN, ADA)
    with pytest.raises(VisitorLimit):
        await world.hold(service, minute("14:00"), ADA)
    with pytest.raises(VisitorLimit):
        await world.confirm(held, ADA)
    await world.book(service, minute("14:00"), BOB)


async def test_only_an_inactive_service_refuses_a_live_hold(world: World) -> None:
    service = await world.service("Mara")
    hold = await world.hold(service, TEN, ADA)
    await world.do(
        lambda work: update_service(
            work, service.id, service.revision, {"rules": ServiceRules(notice=40_000), "lengths": (15,)}
        )
    )
    with pytest.raises(NoticeRefusal):
        await world.hold(service, NOON, BOB)
    await world.confirm(hold, ADA)
    second = await world.service("Noor")
    hold = await world.hold(second, TEN, BOB)
    await world.do(lambda work: update_service(work, second.id, second.revision, {"active": False}))
    with pytest.raises(Inactive):
        await world.confirm(hold, BOB)


def refusals(refused: SeriesRefused) -> list[dict[str, Any]]:
    told: Any = refused.params["refused"]
    return list(told)


async def test_a_series_is_all_or_none(world: World) -> None:
    service = await world.service("Mara")
    weekly = tuple(minute("10:00", day=day) for day in (2, 9, 16))
    await world.book(service, weekly[1], BOB)
    ask = HoldSeries(service_id=service.id, starts=weekly)
    with pytest.raises(SeriesRefused) as refused:
        await world.do(intent_of(hold_series, ask), ADA)
    assert [(one["code"], one["start_minute"]) for one in refusals(refused.value)] == [
        ("slot-taken", weekly[1])
    ]
    assert await world.count("holds", "state = 'live'") == 0
    other = HoldSeries(service_id=service.id, starts=tuple(minute("11:00", day=day) for day in (2, 9, 16)))
    holds = await world.do(intent_of(hold_series, other), ADA)
    series_id = holds[0].series_id or ""
    keys = tuple(key_of(hold) for hold in holds)
    form = ConfirmSeries(series_id=series_id, holds=keys, details=details())
    bookings = await world.do(intent_of(confirm_series, form), ADA)
    assert [one.start_minute for one in bookings] == list(other.starts)
    assert {one.series_id for one in bookings} == {series_id}
    assert await world.do(intent_of(confirm_series, form), ADA) == bookings
    assert await world.count("bookings") == 4
    stranger = ConfirmSeries(series_id="ser_x", holds=keys, details=details())
    with pytest.raises(HoldNotYours):
        await world.do(intent_of(confirm_series, stranger), ADA)


async def test_a_series_counts_against_its_own_limits(world: World) -> None:
    rules = ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=2),))
    service = await world.service("Mara", rules=rules)
    ask = HoldSeries(service_id=service.id, starts=(TEN, NOON, minute("14:00")))
    with pytest.raises(SeriesRefused) as refused:
        await world.do(intent_of(hold_series, ask), ADA)
    assert [one["code"] for one in refusals(refused.value)] == ["rule-limit"]


async def test_a_series_whose_one_lease_went_books_nothing(world: World) -> None:
    service = await world.service("Mara")
    ask = HoldSeries(service_id=service.id, starts=(TEN, NOON))
    holds = await world.do(intent_of(hold_series, ask), ADA)
    world.clock.move(timedelta(minutes=6))
    await world.book(service, NOON, BOB)
    form = ConfirmSeries(
        series_id=holds[0].series_id or "", holds=tuple(key_of(hold) for hold in holds), details=details()
    )
    told = await world.send(intent_of(confirm_series, form), ADA)
    assert told.code == "hold-expired"
    assert await world.count("bookings") == 1
