"""Every zone of the database, every transition from 2020 to 2037, against the minute-by-minute oracle.

Run with `python -m tests.prove.zones`. A check is one minute: is a schedule open, is the wall clock right.
`check_zone` is what the suite runs for a tenth of the zones.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from ringonce.availability.model import DateOverride, Schedule, Travel
from ringonce.availability.windows import open_spans
from ringonce.values.zones import day_number, local_minute
from tests.support.oracle import is_open, wall

FROM, TO = date(2020, 1, 1), date(2037, 12, 31)
AROUND = 180
"""Minutes checked on each side of a transition, one by one; the rest of its days at random-looking steps."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WINDOWS = ((0, 100), (130, 185), (200, 1440))
SOME = ((0, 45), (115, 175), (1380, 1440))


def zones() -> list[str]:
    """The zones of the database, in order."""
    return sorted(available_timezones() - {"localtime"})


def minute_of(on: date) -> int:
    """The UTC minute at which a date begins in UTC."""
    return (on - EPOCH.date()).days * 1440


def transitions(zone: str) -> Iterator[int]:
    """The first minute of every new offset, found by halving days whose ends differ."""
    clock = ZoneInfo(zone)

    def offset(minute: int) -> timedelta:
        return (EPOCH + timedelta(minutes=minute)).astimezone(clock).utcoffset() or timedelta()

    low, last = minute_of(FROM), minute_of(TO) + 1440
    while low < last:
        high = low + 1440
        if offset(low) != offset(high):
            left, right = low, high
            while right - left > 1:
                middle = (left + right) // 2
                left, right = (middle, right) if offset(middle) == offset(low) else (left, middle)
            yield right
        low = high


def _schedule(zone: str, at: int) -> Schedule:
    """Windows with edges inside usual gaps and folds, an override on the day and a journey after it."""
    on = (EPOCH + timedelta(minutes=at)).date()
    return Schedule(
        zone,
        (WINDOWS,) * 7,
        (DateOverride(on, SOME),),
        (Travel(on + timedelta(days=1), on + timedelta(days=1), "Asia/Kolkata"),),
    )


def check_schedule(schedule: Schedule, minutes: list[int]) -> int:
    """Compare open minutes, raise AssertionError at the first that differs, return how many there were."""
    first, last = min(minutes) // 1440 - 2, max(minutes) // 1440 + 2
    spans = open_spans(schedule, first, last)
    for minute in minutes:
        at = int(spans.start.searchsorted(minute, "right")) - 1
        ours = at >= 0 and minute < int(spans.end[at])
        assert ours == is_open(schedule, minute), (schedule, EPOCH + timedelta(minutes=minute), ours)
        on, shown = wall(schedule.zone, minute)
        assert local_minute(schedule.zone, minute) == day_number(on) * 1440 + shown, (schedule.zone, minute)
    return len(minutes)


def minutes_around(at: int) -> list[int]:
    """Every minute near a transition, and every 37th of the three days about it."""
    return sorted({*range(at - AROUND, at + AROUND), *range(at - 2160, at + 2160, 37)})


def check_zone(zone: str, most: int | None = None) -> int:
    """Check a zone's transitions (the first `most`), or one ordinary day if it has none."""
    wall.cache_clear()
    moments = tuple(islice(transitions(zone), most)) or (minute_of(date(2026, 6, 1)),)
    return sum(check_schedule(_schedule(zone, at), minutes_around(at)) for at in moments)


def main() -> None:
    """Check them all; shows how far it is."""
    every, checks = zones(), 0
    for number, zone in enumerate(every, 1):
        checks += check_zone(zone)
        if number % 20 == 0 or number == len(every):
            print(f"\r{number}/{len(every)} zones, {checks:,} minutes checked", end="", flush=True)
    print()
    if checks < 1_000_000:
        sys.exit(f"only {checks:,} checks: the zone database is not whole")


if __name__ == "__main__":
    main()
