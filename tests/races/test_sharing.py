"""Races where more than one can win, or more than one host is meant: seats, teams, limits."""

from collections import Counter
from typing import Any

import pytest

from ringonce.availability.model import Limit, Mode, Period
from ringonce.booking import seats_store
from ringonce.booking.catalogue_model import Service, ServiceRules
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import HoldSlot
from ringonce.kernel.db import ConstraintViolated, Row
from tests.support.world import Outcome, World, all_at_once, intent_of, minute, visitor

TEN = minute("10:00")


async def race(world: World, people: int, *asks: tuple[Service, int]) -> list[Outcome]:
    async def attempt(number: int) -> Outcome:
        service, start = asks[number % len(asks)]
        ask = HoldSlot(service_id=service.id, start_minute=start)
        return await world.send(intent_of(hold_slot, ask), visitor(number))

    return await all_at_once(people, attempt)


def won(told: list[Outcome]) -> list[Outcome]:
    return [one for one in told if one.is_won]


def codes(told: list[Outcome]) -> set[str]:
    return {one.code for one in told if not one.is_won}


async def test_the_last_seats(world: World) -> None:
    service = await world.service("Mara", seats=6)
    told = await race(world, 40, (service, TEN))
    seated = [one.body for one in won(told)]
    assert sorted(one["seat_no"] for one in seated) == [1, 2, 3, 4, 5, 6]
    assert len({one["sitting_id"] for one in seated}) == 1
    assert sorted(one["seats_left"] for one in seated) == [0, 1, 2, 3, 4, 5]
    assert codes(told) == {"slot-taken"}
    assert await world.count("seats") == 6
    assert await world.count("occupancy") == 1


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody who sits down believes that nobody sits yet."""

    async def nobody(*_: Any) -> list[Row]:
        return []

    monkeypatch.setattr(seats_store, "list_seats", nobody)


async def test_the_key_of_seats_judges_when_the_look_was_blind(world: World, blind: None) -> None:
    service = await world.service("Mara", seats=6)
    await world.hold(service, TEN, visitor(1))
    with pytest.raises(ConstraintViolated):
        await world.hold(service, TEN, visitor(2))
    assert await world.count("seats", "number = 1") == 1


async def test_control_without_its_key_a_seat_is_given_twice(world: World, blind: None) -> None:
    service = await world.service("Mara", seats=6)
    await world.sql("ALTER TABLE seats RENAME TO keyed", "CREATE TABLE seats AS SELECT * FROM keyed")
    await world.hold(service, TEN, visitor(1))
    await world.hold(service, TEN, visitor(2))
    assert await world.count("seats", "number = 1") == 2


async def test_round_robin_gives_each_host_once(world: World) -> None:
    service = await world.service("Mara", "Noor", "Otto", mode=Mode.ANY)
    told = await race(world, 30, (service, TEN))
    hosts = Counter(one.body["hosts"][0] for one in won(told))
    assert sorted(hosts.values()) == [1, 1, 1]
    assert codes(told) == {"slot-taken"}
    assert await world.overlaps() == 0


async def test_the_fixed_host_of_a_rotation_is_one(world: World) -> None:
    service = await world.service("Mara", "Noor", mode=Mode.ANY, fixed=["Otto"])
    told = await race(world, 20, (service, TEN))
    assert len(won(told)) == 1
    assert await world.overlaps() == 0


async def test_collective_against_each_of_its_hosts(world: World) -> None:
    both = await world.service("Mara", "Noor", mode=Mode.ALL)
    mara, noor = await world.service("Mara"), await world.service("Noor")
    told = await race(world, 60, (both, TEN), (mara, TEN), (noor, TEN))
    assert len(won(told)) in (1, 2)
    taken = await world.count("occupancy")
    assert taken == sum(len(one.body["hosts"]) for one in won(told)) == 2
    assert await world.overlaps() == 0


async def test_two_rooms_for_three_hosts(world: World) -> None:
    await world.host("Blue room")
    await world.host("Red room")
    services = [
        await world.service(name, mode=Mode.ALL, rooms=[["Blue room", "Red room"]])
        for name in ("Mara", "Noor", "Otto")
    ]
    told = await race(world, 30, *[(service, TEN) for service in services])
    assert len(won(told)) == 2
    assert await world.overlaps() == 0


async def test_two_hosts_under_one_limit(world: World) -> None:
    """The service takes two bookings a day, whichever host has them: its row is locked before theirs."""
    rules = ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=2),))
    service = await world.service("Mara", "Noor", mode=Mode.ANY, rules=rules)
    starts = [minute(f"{hour}:00") for hour in range(9, 17)]
    told = await race(world, 32, *[(service, start) for start in starts])
    assert len(won(told)) == 2
    assert "rule-limit" in codes(told) <= {"rule-limit", "slot-taken"}


async def test_two_services_of_a_team_under_one_limit(world: World) -> None:
    await world.host("Mara")
    await world.host("Noor")
    team_id = await world.team("Mara", "Noor", limits=(Limit(Period.DAY, bookings=3),))
    first = await world.service("Mara", team_id=team_id)
    second = await world.service("Noor", team_id=team_id)
    starts = [minute(f"{hour}:00") for hour in range(9, 17)]
    told = await race(world, 32, *[(service, start) for start in starts for service in (first, second)])
    assert len(won(told)) == 3


async def test_a_host_limit_over_two_services(world: World) -> None:
    await world.host("Mara", limits=(Limit(Period.DAY, bookings=2),))
    first, second = await world.service("Mara"), await world.service("Mara")
    starts = [minute(f"{hour}:00") for hour in range(9, 17)]
    told = await race(world, 32, *[(service, start) for start in starts for service in (first, second)])
    assert len(won(told)) == 2
