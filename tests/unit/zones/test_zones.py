"""Wall time and UTC: gaps, folds, dates that a zone skipped, and the oracle over a tenth of the zones."""

from datetime import date

import pytest

from ringonce.values import zones
from ringonce.values.interval import ceil_minute, intersect, overlap, subtract, union, widened
from tests.prove.zones import check_zone
from tests.prove.zones import zones as every_zone


def test_a_tenth_of_the_zones_agree_with_the_oracle() -> None:
    # Two transitions each here; all of them, of all zones, in tests/prove/zones.py.
    assert sum(check_zone(zone, most=2) for zone in every_zone()[::10]) > 20_000


@pytest.mark.parametrize(
    ("zone", "on", "wall", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 150, []),  # 02:30 is skipped
        ("Europe/Berlin", date(2026, 10, 25), 150, [0, 1]),  # 02:30 comes twice
        ("Europe/Berlin", date(2026, 6, 1), 150, [0]),
        ("Australia/Lord_Howe", date(2026, 4, 5), 105, [0, 0.5]),  # half an hour repeated
    ],
)
def test_a_wall_clock_is_shown_never_once_or_twice(
    zone: str, on: date, wall: int, hours: list[float]
) -> None:
    found = zones.minutes_showing(zone, on, wall)
    assert [(one - found[0]) / 60 for one in found] == hours
    assert all(zones.date_at(zone, one) == on for one in found)


@pytest.mark.parametrize(
    ("zone", "on", "minutes"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23 * 60),
        ("Europe/Berlin", date(2026, 10, 25), 25 * 60),
        ("Asia/Beirut", date(2026, 3, 29), 23 * 60),  # midnight itself is skipped
        ("Pacific/Apia", date(2011, 12, 29), 24 * 60),
    ],
)
def test_a_date_is_as_long_as_its_zone_makes_it(zone: str, on: date, minutes: int) -> None:
    start, end = zones.date_span(zone, on, on)
    assert end - start == minutes
    assert zones.date_at(zone, start) == on
    assert zones.date_at(zone, start - 1) < on


def test_a_skipped_date_has_no_minute() -> None:
    assert zones.day_spans("Pacific/Apia", zones.day_number(date(2011, 12, 30))) == []
    assert zones.day_start("Pacific/Apia", date(2011, 12, 30)) == zones.day_start(
        "Pacific/Apia", date(2011, 12, 31)
    )


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "a\0b"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    assert not zones.is_known(zone)
    with pytest.raises(zones.ZoneUnknown):
        zones.offset_table(zone)


def test_instants_become_whole_minutes() -> None:
    assert [ceil_minute(one) for one in (0, 1, 60_000, 60_001)] == [0, 1, 1, 2]
    assert widened(30_000, 90_000) == (0, 2)
    assert widened(60_000, 120_000) == (1, 2)
    start, end = widened(90_000, 90_000)
    assert start == end


def test_interval_algebra() -> None:
    assert union([(5, 7), (1, 3), (3, 4), (9, 9)]) == [(1, 4), (5, 7)]
    assert subtract([(0, 10)], [(2, 3), (5, 6), (9, 20)]) == [(0, 2), (3, 5), (6, 9)]
    assert intersect([(0, 4), (6, 9)], [(3, 7)]) == [(3, 4), (6, 7)]
    assert not overlap((0, 5), (5, 9))
    assert not overlap((3, 3), (0, 9))
