"""Rules 13 to 17: notice, booking window, limits per period, days of the home zone, seats."""

from dataclasses import replace
from datetime import date

import pytest

from ringonce.availability.limits import nth_weekday_after
from ringonce.availability.model import (
    BookableDays,
    BusinessDays,
    Cause,
    DateRange,
    Limit,
    Mode,
    Period,
    Rolling,
    Seat,
)
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import date_at, day_number
from tests.unit.availability.build import (
    BERLIN,
    TUESDAY,
    asked,
    at,
    clock,
    codes,
    hours,
    person,
    rules,
    taken,
)

MORNING = at("8:00") * MINUTE_MS


def dates(made: object) -> list[int]:
    """The days of the month that have a start."""
    return sorted({date_at(BERLIN, one).day for one in made.starts})  # type: ignore[attr-defined]


def test_exactly_at_the_end_of_the_notice_is_offered() -> None:
    rule = rules(notice=120)
    assert clock(asked(rule, now=MORNING))[0] == "10:00"
    assert clock(asked(rule, now=MORNING + 1))[0] == "11:00"
    assert codes(asked(rule, now=MORNING), at("9:00")) == ["notice"]


def test_notice_filters_and_does_not_shift() -> None:
    assert clock(asked(rules(notice=90), now=at("9:40") * MINUTE_MS))[0] == "12:00"


@pytest.mark.parametrize(
    ("window", "last"),
    [
        (Rolling(0), 1),
        (Rolling(5), 6),
        (BusinessDays(0), 1),
        (BusinessDays(3), 4),  # Friday
        (BusinessDays(4), 7),  # Monday: the weekend between is bookable
        (BusinessDays(9), 14),
        (DateRange(None, date(2026, 12, 5)), 5),
        (BookableDays(3), 3),
    ],
)
def test_the_booking_window_ends_with_a_whole_date(window: object, last: int) -> None:
    made = asked(rules(window=window), days=20, now=MORNING)
    assert dates(made) == list(range(1, last + 1))
    assert codes(made, at("9:00", date(2026, 12, last + 1))) == ["window"]


def test_a_date_range_includes_both_ends() -> None:
    window = DateRange(date(2026, 12, 3), date(2026, 12, 5))
    made = asked(rules(window=window), days=10, now=MORNING)
    assert dates(made) == [3, 4, 5]


def test_the_nth_weekday() -> None:
    friday = day_number(date(2026, 12, 4))
    assert [nth_weekday_after(friday, days) - friday for days in (0, 1, 5, 6, 10)] == [0, 3, 7, 10, 14]
    saturday = friday + 1
    assert [nth_weekday_after(saturday, days) - saturday for days in (1, 5, 6)] == [2, 6, 9]


def test_always_n_bookable_days_skips_dates_without_a_start() -> None:
    full = [taken("9:00", "17:00", on=date(2026, 12, 2)), taken("9:00", "17:00", on=date(2026, 12, 3))]
    made = asked(rules(window=BookableDays(2)), rows=full, days=20, now=MORNING)
    assert dates(made) == [1, 4]


def test_always_n_bookable_days_ignores_holds_and_counts_today_only_while_it_has_a_start() -> None:
    held = [taken("9:00", "17:00", cause=Cause.HOLD)]
    assert dates(asked(rules(window=BookableDays(1)), rows=held, days=9, now=MORNING)) == []
    evening = at("16:00") * MINUTE_MS
    made = asked(rules(window=BookableDays(1)), days=9, now=evening)
    assert dates(made) == [1]
    assert made.true_until == evening + 1
    assert dates(asked(rules(window=BookableDays(1)), days=9, now=evening + 1)) == [2]


def test_always_n_bookable_days_looks_366_days_ahead() -> None:
    closed = hours("9:00-10:00")
    only = replace(closed, weekly=((),) * 7)
    made = asked(rules(window=BookableDays(5)), [person(schedule=only)], days=9, now=MORNING)
    assert made.starts == ()
    assert codes(made, at("9:00")) == ["closed"]


def test_only_the_first_slot_of_a_day() -> None:
    rule = rules(first_only=True)
    made = asked(rule, rows=[taken("9:00", "9:45")], days=2)
    assert clock(made) == ["9:45", "9:00"]
    assert codes(made, at("10:45")) == ["first-only"]
    # However the day is cut, its first is its first.
    assert asked(rule, start=at("12:00")).starts == ()


@pytest.mark.parametrize(
    ("period", "on", "refused"),
    [
        (Period.DAY, TUESDAY, True),
        (Period.DAY, date(2026, 12, 2), False),
        (Period.WEEK, date(2026, 12, 6), True),
        (Period.WEEK, date(2026, 12, 7), False),
        (Period.WEEK, date(2026, 11, 30), True),
        (Period.MONTH, date(2026, 12, 31), True),
        (Period.MONTH, date(2026, 11, 30), False),
        (Period.YEAR, date(2026, 12, 31), True),
        (Period.YEAR, date(2027, 1, 1), False),
    ],
)
def test_a_limit_counts_its_period(period: Period, on: date, refused: bool) -> None:
    rule = rules(limits=(Limit(period, bookings=1),))
    rows = [taken("10:00", "11:00", host="bob", service="svc")]
    made = asked(rule, rows=rows, on=on, now=(at("0:00") - 9999) * MINUTE_MS)
    assert (made.starts == ()) is refused
    if refused:
        assert codes(made, at("12:00", on)) == [f"limit-{period}"]


def test_a_limit_of_minutes_counts_the_asked_length() -> None:
    rule = rules(60, limits=(Limit(Period.DAY, minutes=120),))
    assert clock(asked(rule, rows=[taken("9:00", "10:00", service="svc")]))[0] == "10:00"
    assert asked(rule, rows=[taken("9:00", "10:01", service="svc")]).starts == ()


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        (taken("9:00", "10:00", service="svc"), True),
        (taken("9:00", "10:00", service="svc", cause=Cause.REQUEST), True),
        (taken("9:00", "10:00", service="svc", cause=Cause.REQUEST, blocks=False), False),
        (taken("9:00", "10:00", service="svc", cause=Cause.HOLD), True),
        (taken("9:00", "10:00", service="svc", cause=Cause.HOLD, until_at=MORNING), False),
        (taken("9:00", "10:00", service="svc", cause=Cause.HOLD, owner="mine"), False),
        (taken("9:00", "10:00", service="svc", owner="moved"), False),
        (taken("9:00", "10:00", service="other"), False),
        (taken("9:00", "10:00", cause=Cause.EXTERNAL), False),
        # It begins the day before, so it counts there.
        (taken("23:00", "25:00", service="svc", on=date(2026, 11, 30)), False),
    ],
)
def test_what_counts_towards_a_limit(row: object, counts: bool) -> None:
    rule = rules(limits=(Limit(Period.DAY, bookings=1),))
    made = asked(rule, rows=[row], now=MORNING, own_holds=frozenset({"mine"}), moving="moved")  # type: ignore[list-item]
    assert (made.starts == ()) is counts


def test_one_booking_of_several_hosts_counts_once() -> None:
    rule = rules(limits=(Limit(Period.DAY, bookings=2),))
    rows = [taken("9:00", "10:00", host=name, service="svc", owner="one") for name in ("ann", "bob")]
    assert clock(asked(rule, rows=rows))[0] == "10:00"


def test_a_hosts_limit_counts_all_services_and_only_closes_the_host() -> None:
    limit = (Limit(Period.DAY, bookings=1),)
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"))
    hosts = [person("ann", limits=limit), person("bob", limits=limit)]
    made = asked(rule, hosts, [taken("9:00", "10:00", service="other")])
    assert {slot.hosts for slot in made.slots} == {("bob",)}
    alone = asked(rules(), [person("ann", limits=limit)], [taken("9:00", "10:00", service="other")])
    (reason,) = alone.explain(at("12:00"))
    assert (reason.code, reason.facts["scope"], reason.facts["host"]) == ("limit-day", "host", "ann")


def test_a_teams_limit_counts_all_its_services() -> None:
    rule = rules(team="tem", team_limits=(Limit(Period.DAY, bookings=1),))
    assert asked(rule, rows=[taken("9:00", "10:00", host="bob", team="tem", service="other")]).starts == ()
    assert asked(rule, rows=[taken("9:00", "10:00", host="bob", team="others")]).starts != ()


def test_a_visitors_limit_is_judged_where_the_visitor_is_known() -> None:
    rule = rules(visitor_limit=2)
    assert asked(rule).starts
    assert asked(rule, visitor_bookings=1).starts
    made = asked(rule, visitor_bookings=2)
    assert made.starts == ()
    assert codes(made, at("9:00")) == ["limit-visitor"]


def test_days_are_those_of_the_home_zone_never_of_the_host() -> None:
    # Ann works in Auckland; her Tuesday 9:00 is Monday evening in Berlin.
    ann = person("ann", "8:00-20:00", zone="Pacific/Auckland")
    rule = rules(limits=(Limit(Period.DAY, bookings=1),))
    rows = [taken("20:00", "21:00", on=date(2026, 11, 30), service="svc")]
    made = asked(rule, [ann], rows, now=at("0:00", date(2026, 11, 29)) * MINUTE_MS)
    assert made.starts
    assert min(made.starts) >= at("0:00")
    # A host limit counts days of the host's own default zone: Monday 20:00 in Berlin is her Tuesday.
    limited = replace(ann, limits=rule.limits)
    hers = asked(rules(), [limited], rows, now=at("0:00", date(2026, 11, 29)) * MINUTE_MS)
    assert at("6:00") not in hers.starts
    assert [one for one in hers.starts if one >= at("12:00")]


def test_seats_are_offered_until_taken_and_say_how_many_are_left() -> None:
    rule = rules(seats=3)
    sitting = taken("10:00", "11:00", service="svc", owner="sit", seats=(Seat("a"), Seat("b")))
    slot = asked(rule, rows=[sitting]).at(at("10:00"))
    assert slot is not None
    assert (slot.seats_left, slot.mine, dict(slot.sittings)) == (1, False, {"": "sit"})
    held = Seat("mine", Cause.HOLD, 1 << 60)
    full = replace(sitting, seats=(*sitting.seats, held))
    made = asked(rule, rows=[full])
    assert made.at(at("10:00")) is None
    assert codes(made, at("10:00")) == ["seats-full"]
    own = asked(rule, rows=[full], own_holds=frozenset({"mine"})).at(at("10:00"))
    assert own is not None
    assert (own.seats_left, own.mine) == (1, True)
    fresh = asked(rule).at(at("10:00"))
    assert fresh is not None
    assert fresh.seats_left == 3


def test_joining_a_sitting_costs_no_limit_and_has_no_buffers() -> None:
    rule = rules(seats=3, before=10, after=10, limits=(Limit(Period.DAY, bookings=1),))
    sitting = taken(
        "10:00", "11:00", service="svc", owner="sit", seats=(Seat("a"), Seat("b")), before=10, after=10
    )
    assert clock(asked(rule, rows=[sitting])) == ["10:00"]


def test_a_sitting_of_another_length_is_just_busy() -> None:
    rule = replace(rules(60, seats=3), lengths=(30, 60))
    sitting = taken("10:00", "11:00", service="svc", owner="sit", seats=(Seat("a"),))
    made = asked(rule, rows=[sitting], length=30)
    assert "10:00" not in clock(made)
    assert codes(made, at("10:00")) == ["busy-booking"]


def test_a_sitting_that_met_other_busy_time_is_not_joined() -> None:
    sitting = taken("10:00", "11:00", service="svc", owner="sit", seats=(Seat("a"),))
    made = asked(rules(seats=3), rows=[sitting, taken("10:30", "10:40", cause=Cause.EXTERNAL)])
    assert made.at(at("10:00")) is None
    assert codes(made, at("10:00")) == ["busy-external"]
