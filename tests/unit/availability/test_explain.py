"""Rules 21 to 23: reasons with facts, the privacy-safe view, the nearest times, until when it is true."""

from datetime import date

import pytest

from ringonce.availability.busy import BusyTimes
from ringonce.availability.explain import for_visitors
from ringonce.availability.model import AwayKind, BookableDays, Cause, Limit, Mode, Period, Query, Rolling
from ringonce.availability.offer import LengthUnknown, offer
from ringonce.availability.reach import rows_needed
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import date_at
from tests.unit.availability.build import BERLIN, TUESDAY, asked, at, away, clock, codes, person, rules, taken

DAY_MS = 1440 * MINUTE_MS


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("8:00", ["closed"]),
        ("16:45", ["too-short"]),
        ("9:30", ["buffer"]),
        ("10:15", ["busy-booking"]),
        ("12:30", ["busy-external"]),
        ("13:40", ["held"]),
        ("14:30", ["away"]),
        ("15:30", ["holiday"]),
        ("11:10", ["off-grid"]),
        ("17:00", ["closed"]),
    ],
)
def test_reasons(start: str, expected: list[str]) -> None:
    host = person(aways=(away("14:30", "15:00"), away("15:50", "16:00", kind=AwayKind.HOLIDAY)))
    rows = [
        taken("10:00", "10:30", before=10),
        taken("12:30", "13:00", cause=Cause.EXTERNAL, calendar="work"),
        taken("14:00", "14:10", cause=Cause.HOLD, until_at=1 << 55),
    ]
    assert codes(asked(rules(30), [host], rows), at(start)) == expected


def test_every_rule_that_refused_is_named() -> None:
    rule = rules(notice=3000, window=Rolling(0), active=False, limits=(Limit(Period.DAY, bookings=0),))
    made = asked(rule, rows=[taken("10:00", "11:00")])
    assert codes(made, at("10:30")) == ["inactive", "notice", "window", "limit-day", "busy-booking"]


def test_facts_say_whose_and_until_when() -> None:
    held = taken("10:00", "11:00", cause=Cause.HOLD, until_at=1 << 55, owner="hld_1")
    (reason,) = asked(rules(), rows=[held]).explain(at("10:00"))
    assert (reason.facts["until_at"], reason.facts["owner"], reason.facts["host"]) == (
        1 << 55,
        "hld_1",
        "ann",
    )
    outside = taken("10:00", "11:00", cause=Cause.EXTERNAL, calendar="work")
    (reason,) = asked(rules(), rows=[outside]).explain(at("10:00"))
    assert (reason.code, reason.facts["calendar"]) == ("busy-external", "work")


def test_visitors_never_read_whose_or_what() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"), notice=2100)
    rows = [taken("10:00", "11:00", cause=Cause.EXTERNAL, calendar="secret"), taken("10:00", "11:00", "bob")]
    reasons = asked(rule, [person("ann"), person("bob")], rows).explain(at("10:00"))
    shown = for_visitors(reasons)
    assert [one.code for one in shown] == ["notice", "busy-external", "busy-booking"]
    assert not any({"host", "name", "owner", "calendar", "note"} & set(one.facts) for one in shown)
    assert shown[0].facts["minutes"] == 2100


def test_an_instant_outside_the_range_is_explained_too() -> None:
    made = asked(rules())
    assert made.explain(at("10:00", date(2026, 12, 9))) == []
    assert codes(made, at("20:00", date(2026, 12, 9))) == ["closed"]


def test_a_free_rotating_host_silences_the_others() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"))
    made = asked(rule, [person("ann"), person("bob")], [taken("10:00", "11:00")])
    assert made.explain(at("10:00")) == []
    assert codes(made, at("10:10")) == ["off-grid"]


def test_nearest_later_first_on_a_tie_in_time_order() -> None:
    made = asked(rules(), rows=[taken("12:00", "13:00", cause=Cause.HOLD)])
    assert [slot.start - at("0:00") for slot in made.nearest(at("12:00"))] == [600, 660, 780, 840, 900]


def test_nearest_two_of_the_asked_host_within_a_week_then_anybody() -> None:
    rule = rules(mode=Mode.ANY, rotating=("ann", "bob"))
    later = [taken("0:00", "24:00", host="bob", on=date(2026, 12, day), owner=f"b{day}") for day in (1, 2)]
    made = asked(rule, [person("ann"), person("bob")], later, host="bob", now=at("0:00") * MINUTE_MS)
    found = made.nearest(at("9:00"))
    assert [slot.hosts for slot in found] == [("ann",)] * 3 + [("bob",)] * 2
    assert [date_at(BERLIN, slot.start).day for slot in found] == [1, 1, 1, 3, 3]


def test_nearest_reaches_31_days_and_no_further() -> None:
    december = [taken("0:00", "24:00", on=date(2026, 12, day), owner=f"d{day}") for day in range(1, 32)]
    made = asked(rules(), rows=december, now=at("0:00") * MINUTE_MS)
    assert [date_at(BERLIN, slot.start) for slot in made.nearest(at("9:00"))] == [date(2027, 1, 1)]


def test_true_until_notice() -> None:
    made = asked(rules(notice=60), now=at("8:00") * MINUTE_MS)
    # At 8:00:00 the first start is just far enough away; a millisecond later it is not.
    assert clock(made)[0] == "9:00"
    assert made.true_until == at("8:00") * MINUTE_MS + 1


def test_true_until_a_hold_lapses_or_stays_unseen() -> None:
    ends = at("0:00") * MINUTE_MS - 7777
    held = taken("10:00", "11:00", cause=Cause.HOLD, until_at=ends)
    assert asked(rules(), rows=[held]).true_until == ends
    elsewhere = taken("10:00", "11:00", cause=Cause.HOLD, until_at=ends, host="bob")
    assert asked(rules(), rows=[elsewhere]).true_until == at("9:00") * MINUTE_MS + 1


def test_true_until_the_window_moves_at_midnight() -> None:
    made = asked(rules(window=Rolling(3)), on=date(2026, 12, 6), now=at("12:00") * MINUTE_MS)
    assert made.starts == ()
    assert made.true_until == (at("0:00", date(2026, 12, 3)) - 1) * MINUTE_MS + 1


def test_true_until_never() -> None:
    assert asked(rules(active=False)).true_until is None
    assert asked(rules(), on=date(2026, 11, 1), now=at("0:00") * MINUTE_MS).true_until is None


def test_rows_needed_cover_periods_and_bookable_days() -> None:
    query, now = Query(at("0:00"), at("24:00"), 60), at("0:00") * MINUTE_MS
    low, high = rows_needed(rules(), [person()], query, now)
    assert low < at("0:00") - 1440
    assert high > at("24:00") + 1440
    yearly = rules(limits=(Limit(Period.YEAR, bookings=1),))
    low, high = rows_needed(yearly, [person()], query, now)
    assert low <= at("0:00", date(2026, 1, 1))
    assert high >= at("0:00", date(2027, 1, 1))
    ahead = rows_needed(rules(window=BookableDays(2)), [], query, now)
    assert ahead[1] > at("0:00", date(2027, 12, 2))


def test_a_length_that_the_service_does_not_have_is_refused() -> None:
    with pytest.raises(LengthUnknown):
        offer(rules(), [person()], BusyTimes(), Query(0, 1, 59), 0)


def test_an_inactive_service_offers_nothing() -> None:
    made = asked(rules(active=False))
    assert made.starts == ()
    assert codes(made, at("9:00", TUESDAY)) == ["inactive"]
