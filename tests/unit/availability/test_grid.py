"""Rules 8 to 12: whose clock the grid has, where it begins, what restarts it and what never does."""

from dataclasses import replace
from datetime import date

import pytest

from ringonce.availability.model import Cause, GridKind, Mode, Rolling, Seat
from ringonce.values.interval import MINUTE_MS
from tests.unit.availability.build import asked, at, clock, hours, person, rules, taken


@pytest.mark.parametrize(
    ("interval", "free_again", "first"),
    [
        (60, "10:01", "10:15"),  # the unit is 60, the smaller of it and 15 is 15
        (30, "10:16", "10:30"),
        (45, "10:01", "10:15"),  # 15 divides 45
        (20, "10:01", "10:15"),  # the unit is 20
        (50, "10:01", "10:10"),
        (25, "10:01", "10:05"),
        (7, "10:01", "10:01"),
        (60, "10:15", "10:15"),
    ],
)
def test_after_busy_time_the_next_start_is_rounded_up(interval: int, free_again: str, first: str) -> None:
    made = asked(rules(5, interval=interval), rows=[taken("8:00", free_again)])
    assert clock(made)[0] == first


def test_rounding_is_on_the_wall_clock() -> None:
    # Kathmandu is 5:45 ahead: a multiple of ten there is not one in UTC.
    nepal = person("ann", "9:00-17:00", zone="Asia/Kathmandu")
    busy = taken("3:00", "6:02")  # 10:47 in Kathmandu
    made = asked(rules(50), [nepal], [busy])
    assert clock(made, "Asia/Kathmandu")[0][:2] == "10"
    assert (made.starts[0] + 345) % 1440 == 10 * 60 + 50


def test_the_interval_is_the_length_unless_said() -> None:
    assert clock(asked(rules(120))) == ["9:00", "11:00", "13:00", "15:00"]
    assert clock(asked(rules(120, interval=180))) == ["9:00", "12:00", "15:00"]


def test_the_offset_moves_the_first_start_of_each_stretch() -> None:
    made = asked(rules(60, offset=10), rows=[taken("11:00", "12:05")])
    assert clock(made) == ["9:10", "12:25", "13:25", "14:25", "15:25"]


def test_stretches_less_than_a_step_apart_continue_the_grid() -> None:
    # Starts an hour apart; 10:20 to 10:25 is busy, and 10:30 would be half an hour after 10:00.
    assert clock(asked(rules(15, interval=60), rows=[taken("10:20", "10:25")]))[:4] == [
        "9:00",
        "10:00",
        "11:00",
        "12:00",
    ]


def test_a_team_shares_one_grid_where_hosts_are_less_than_a_step_apart() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"))
    made = asked(rule, [person("ann", "9:00-12:00"), person("bob", "9:30-13:00")])
    assert [(slot.start - at("0:00"), slot.hosts) for slot in made.slots] == [
        (540, ("ann",)),
        (600, ("ann", "bob")),
        (660, ("ann", "bob")),
        (720, ("bob",)),
    ]


def test_an_earlier_start_inside_the_stretch_is_taken_over() -> None:
    rule = rules(30, interval=60, mode=Mode.ANY, rotating=("ann", "bob"))
    hosts = [person("ann", "8:50-12:00"), person("bob", "8:00-12:00")]

    def of_bob(free_from: str) -> list[str]:
        made = asked(rule, hosts, [taken("7:00", free_from, host="bob")], host="bob")
        return clock(made)[:2]

    # Rounded up his first start is 9:00, but Ann's 8:50 lies inside his stretch.
    assert of_bob("8:50") == ["8:50", "9:50"]
    # From 8:51 it does not, so his grid begins a step after it.
    assert of_bob("8:51") == ["9:50", "10:50"]


@pytest.mark.parametrize(
    "change",
    [
        {"notice": 24 * 60 + 9 * 60 + 30},
        {"window": Rolling(1)},
    ],
)
def test_refusals_never_move_the_grid(change: dict[str, object]) -> None:
    all_of_them = clock(asked(rules(30, interval=30)))
    assert set(clock(asked(rules(30, interval=30, **change)))) <= set(all_of_them)


def test_a_hold_refuses_and_does_not_move() -> None:
    held = asked(rules(), rows=[taken("10:10", "10:20", cause=Cause.HOLD)])
    assert clock(held) == ["9:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"]
    booked = asked(rules(), rows=[taken("10:10", "10:20")])
    assert clock(booked) == ["9:00", "10:30", "11:30", "12:30", "13:30", "14:30", "15:30"]


def test_the_querys_range_moves_nothing() -> None:
    made = asked(rules(), start=at("9:20"), end=at("12:01"))
    assert clock(made) == ["10:00", "11:00", "12:00"]


def test_the_clock_of_a_team_is_the_teams_else_its_first_hosts() -> None:
    delhi = person("ann", "9:00-17:00", zone="Asia/Kolkata")
    berlin = person("bob", "5:00-17:00")
    rule = rules(60, mode=Mode.ALL, fixed=("ann", "bob"))
    busy = [taken("6:00", "6:31", host="bob")]
    # 6:31 in Berlin is 11:01 in Delhi: rounded to the quarter hour in both.
    assert clock(asked(rule, [delhi, berlin], busy))[1] == "6:45"
    nepal = replace(rule, lengths=(50,), team_zone="Asia/Kathmandu")
    assert clock(asked(nepal, [delhi, berlin], busy, length=50))[1] == "6:35"


def test_the_services_own_schedule_is_everybodys() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"), schedule=hours("7:00-9:00"))
    made = asked(rule, [person("ann"), person("bob")])
    assert clock(made) == ["7:00", "8:00"]
    assert made.slots[0].hosts == ("ann", "bob")


def test_a_sitting_with_room_is_always_on_the_grid_and_filled_first() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"), seats=2)
    seats = (Seat("one"),)
    sitting = taken("10:10", "11:10", service="svc", seats=seats, owner="sit")
    made = asked(rule, [person("ann"), person("bob")], [sitting])
    slot = made.at(at("10:10"))
    assert slot is not None
    assert (slot.hosts, slot.seats_left, slot.sittings) == (("ann",), 1, (("ann", "sit"),))
    on_time = replace(sitting, start=at("10:00"), end=at("11:00"))
    slot = asked(rule, [person("ann"), person("bob")], [on_time]).at(at("10:00"))
    assert slot is not None
    assert slot.hosts == ("ann",)
    full = replace(on_time, seats=(Seat("one"), Seat("two")))
    slot = asked(rule, [person("ann"), person("bob")], [full]).at(at("10:00"))
    assert slot is not None
    assert (slot.hosts, slot.seats_left, slot.sittings) == (("bob",), 2, ())


def test_the_fixed_grid_is_anchored_at_windows_and_keeps_to_the_restriction() -> None:
    rule = rules(grid=GridKind.FIXED, restriction=hours("9:20-17:00"))
    made = asked(rule, rows=[taken("9:00", "10:30")])
    assert clock(made)[:2] == ["11:20", "12:20"]


def test_the_same_instants_whatever_the_day_before_held() -> None:
    now = at("0:00", date(2026, 11, 30)) * MINUTE_MS
    assert asked(rules(), now=now).starts == asked(rules(), now=now + 1).starts
