"""Rules 1 to 7: time, windows, overrides, travel, restriction, absence, busy time and buffers."""

from datetime import date

import pytest

from ringonce.availability.model import (
    Busy,
    Cause,
    DateOverride,
    GridKind,
    Schedule,
    Travel,
    Unreachable,
)
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import day_start
from tests.unit.availability.build import (
    BERLIN,
    TUESDAY,
    asked,
    at,
    away,
    clock,
    codes,
    hours,
    person,
    rules,
    taken,
)


def test_a_day_opening_at_half_past_begins_at_half_past() -> None:
    assert clock(asked(rules(), [person("ann", "9:30-12:30")])) == ["9:30", "10:30", "11:30"]


def test_an_odd_opening_is_a_start_as_it_is() -> None:
    assert clock(asked(rules(), [person("ann", "9:07-11:10")])) == ["9:07", "10:07"]


@pytest.mark.parametrize(
    ("on", "starts"),
    [
        (date(2026, 3, 28), ["1:00", "2:00", "3:00", "9:00"]),
        (date(2026, 3, 29), ["1:00", "3:00", "9:00"]),  # 02:00 never comes
        (date(2026, 10, 25), ["1:00", "2:00", "2:00", "3:00", "9:00"]),  # 02:00 comes twice
    ],
)
def test_nine_stays_nine_and_only_the_changed_hour_differs(on: date, starts: list[str]) -> None:
    made = asked(rules(), [person("ann", "1:00-4:00", "9:00-10:00")], on=on)
    assert clock(made) == starts


def test_a_window_in_a_missing_hour_never_opens_and_one_in_a_repeated_hour_twice() -> None:
    host = [person("ann", "2:00-3:00")]
    assert clock(asked(rules(30), host, on=date(2026, 3, 29))) == []
    made = asked(rules(30), host, on=date(2026, 10, 25), days=2)
    assert clock(made)[:4] == ["2:00", "2:30", "2:00", "2:30"]


def test_a_meeting_runs_past_midnight_into_a_touching_window_only() -> None:
    late = person("ann", "23:00-24:00", "0:00-0:30")
    assert "23:30" in clock(asked(rules(60, interval=30), [late]))
    alone = person("ann", "23:00-24:00", "0:10-0:40")
    assert clock(asked(rules(60, interval=30), [alone])) == ["23:00"]


def test_every_date_begins_its_grid_anew() -> None:
    made = asked(rules(45), [person("ann", "0:00-24:00")], days=2)
    starts = clock(made)
    assert starts.count("0:00") == 2
    assert starts.count("0:45") == 2


def test_steps_are_elapsed_minutes_across_a_change() -> None:
    made = asked(rules(90), [person("ann", "0:30-6:00")], on=date(2026, 3, 29))
    assert clock(made) == ["0:30", "3:00", "4:30"]


def test_overrides_replace_their_date_and_an_empty_one_closes_it() -> None:
    schedule = hours(
        "9:00-17:00",
        overrides=(
            DateOverride(TUESDAY, ((600, 660),)),
            DateOverride(TUESDAY, ((780, 840),)),
            DateOverride(date(2026, 12, 2)),
        ),
    )
    made = asked(rules(), [person(schedule=schedule)], days=2)
    assert clock(made) == ["10:00", "13:00"]
    assert codes(made, at("9:00")) == ["override-closed"]
    assert codes(made, at("9:00", date(2026, 12, 2))) == ["override-closed"]


def test_travel_moves_whole_dates_to_the_travel_zone_and_the_first_listed_wins() -> None:
    schedule = hours(
        "9:00-10:00",
        travels=(
            Travel(TUESDAY, TUESDAY, "America/New_York"),
            Travel(TUESDAY, date(2026, 12, 2), "Asia/Tokyo"),
        ),
    )
    made = asked(rules(), [person(schedule=schedule)], on=date(2026, 11, 30), days=4)
    assert made.starts == (
        at("9:00", date(2026, 11, 30)),
        at("9:00", TUESDAY, "America/New_York"),
        at("9:00", date(2026, 12, 2), "Asia/Tokyo"),
        at("9:00", date(2026, 12, 3)),
    )


def test_where_zones_meet_missing_hours_are_closed_and_doubled_open_if_either_says_so() -> None:
    schedule = hours("0:00-24:00", travels=(Travel(TUESDAY, TUESDAY, "America/New_York"),))
    made = asked(rules(30), [person(schedule=schedule)], on=date(2026, 11, 30), days=4)
    # Berlin's Monday ends at 23:00 UTC, New York's Tuesday begins at 05:00.
    gap = set(range(at("0:00"), day_start("America/New_York", TUESDAY)))
    assert not gap & set(made.starts)
    assert codes(made, at("3:00")) == ["closed"]
    half = Schedule(BERLIN, ((), (), ((0, 300),), (), (), (), ()), (), schedule.travels)
    doubled = asked(rules(30), [person(schedule=half)], days=3).starts
    assert doubled[0] == at("0:00", date(2026, 12, 2))


def test_a_restriction_is_read_in_its_own_zone_and_cuts_before_the_grid() -> None:
    made = asked(rules(restriction=hours("8:20-11:20", zone="Europe/London")))
    assert clock(made) == ["9:20", "10:20", "11:20"]
    assert codes(made, at("12:30")) == ["restriction"]


def test_absence_closes_with_its_reason() -> None:
    made = asked(rules(), [person(aways=(away("10:00", "12:00", note="dentist"),))])
    assert clock(made) == ["9:00", "12:00", "13:00", "14:00", "15:00", "16:00"]
    (reason,) = made.explain(at("11:00"))
    assert (reason.code, reason.facts["note"]) == ("away", "dentist")


@pytest.mark.parametrize("cause", [Cause.BOOKING, Cause.REQUEST, Cause.EXTERNAL, Cause.HOLD])
def test_every_cause_of_busy_time_refuses(cause: Cause) -> None:
    assert "10:00" not in clock(asked(rules(), rows=[taken("10:00", "11:00", cause=cause)]))


def test_what_does_not_block_does_not_refuse() -> None:
    lapsed = taken("10:00", "11:00", cause=Cause.HOLD, until_at=5)
    free = taken("11:00", "12:00", cause=Cause.REQUEST, blocks=False)
    own = taken("12:00", "13:00", cause=Cause.HOLD, owner="mine", service="svc")
    moved = taken("13:00", "14:00", owner="moved")
    empty = Busy("ann", at("14:30"), at("14:30"), Cause.BOOKING, "empty", 30, 30)
    made = asked(
        rules(), rows=[lapsed, free, own, moved, empty], own_holds=frozenset({"mine"}), moving="moved"
    )
    assert clock(made) == [f"{hour}:00" for hour in range(9, 17)]
    assert [slot.start for slot in made.slots if slot.mine] == [at("12:00")]


def test_buffers_of_two_bookings_add_up_and_external_time_has_none_of_its_own() -> None:
    rule = rules(30, interval=5, before=10, after=5)
    booked = asked(rule, rows=[taken("12:00", "12:30", before=15, after=10)])
    # 15 stored before and 5 of the new one after: 11:10 to 11:40 still fits.
    assert "11:10" in clock(booked)
    assert "11:15" not in clock(booked)
    assert clock(booked)[clock(booked).index("11:10") + 1] == "12:50"
    outside = asked(rule, rows=[taken("12:00", "12:30", cause=Cause.EXTERNAL)])
    assert "11:25" in clock(outside)
    assert clock(outside)[clock(outside).index("11:25") + 1] == "12:40"


def test_buffers_may_lie_in_closed_and_away_time() -> None:
    made = asked(rules(before=30, after=30), [person("ann", "9:00-11:00", aways=(away("10:00", "10:30"),))])
    assert clock(made) == ["9:00"]


def test_the_offer_knows_no_seconds() -> None:
    # 10:00:00.001 is rounded up, so with no notice 10:00 has passed.
    made = asked(rules(), now=at("10:00") * MINUTE_MS)
    assert clock(made)[0] == "10:00"
    assert clock(asked(rules(), now=at("10:00") * MINUTE_MS + 1))[0] == "11:00"


def test_one_dead_calendar_closes_its_own_host_with_a_reason() -> None:
    since = at("6:00") * MINUTE_MS
    dead = Unreachable("work", since, since + 6 * 60 * MINUTE_MS)
    late, early = at("12:00") * MINUTE_MS, at("12:00") * MINUTE_MS - 1
    host = person(unreachable=(dead,))
    assert clock(asked(rules(), [host], now=early)) == ["12:00", "13:00", "14:00", "15:00", "16:00"]
    made = asked(rules(), [host], now=late)
    assert made.starts == ()
    (reason,) = made.explain(at("13:00"))
    assert (reason.code, reason.facts["since_at"]) == ("calendar-unreachable", since)
    assert asked(rules(), [host], now=early).true_until == late


def test_an_unmoved_grid_keeps_fixed_starts() -> None:
    made = asked(rules(grid=GridKind.FIXED), rows=[taken("10:10", "10:20")])
    assert clock(made) == ["9:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"]
