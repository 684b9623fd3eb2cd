"""Notice, booking window and limits per period: rules that refuse starts by their date. Moves no grid."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import Flags, Ints
from ringonce.availability.busy import Question, standing
from ringonce.availability.grid import offsets_at
from ringonce.availability.model import (
    DAY,
    BusinessDays,
    Busy,
    Cause,
    DateRange,
    Limit,
    Period,
    Rolling,
)
from ringonce.values.zones import date_at, day_number, local_minute

MOST_DAYS_AHEAD = 366
"""How far "always n bookable days" looks."""


def days_of(zone: str, starts: Ints) -> Ints:
    """The civil date, as a day number, on which each start begins."""
    days: Ints = (starts + offsets_at(zone, starts)) // DAY
    return days


def period_of(period: Period, on: date) -> tuple[date, date]:
    """First and last date of the period that holds a date; weeks begin on Monday."""
    if period is Period.DAY:
        return on, on
    if period is Period.WEEK:
        first = on - timedelta(days=on.weekday())
        return first, first + timedelta(days=6)
    if period is Period.MONTH:
        first = on.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return on.replace(month=1, day=1), on.replace(month=12, day=31)


def _numbers(period: Period, days: Ints) -> Ints:
    if period is Period.DAY:
        return days
    if period is Period.WEEK:
        return (days + 3) // 7
    unit = "datetime64[M]" if period is Period.MONTH else "datetime64[Y]"
    return days.astype("datetime64[D]").astype(unit).astype(np.int64)


class Count(NamedTuple):
    """What a period holds already."""

    bookings: int
    minutes: int


class Tally:
    """Bookings, blocking requests and live holds of others, counted where they start, each owner once."""

    def __init__(self, rows: Iterable[Busy], question: Question, zone: str) -> None:
        self.zone = zone
        counted = {
            row.owner: (row.start, row.end - row.start)
            for row in rows
            if row.cause is not Cause.EXTERNAL and standing(row, question) is not None
        }
        starts = np.array([start for start, _ in counted.values()], dtype=np.int64)
        self._days = days_of(zone, starts)
        self._minutes = [minutes for _, minutes in counted.values()]
        self._counts: dict[Period, dict[int, Count]] = {}

    def _by(self, period: Period) -> dict[int, Count]:
        if period not in self._counts:
            found: defaultdict[int, Count] = defaultdict(lambda: Count(0, 0))
            for number, minutes in zip(_numbers(period, self._days).tolist(), self._minutes, strict=True):
                found[number] = Count(found[number].bookings + 1, found[number].minutes + minutes)
            self._counts[period] = dict(found)
        return self._counts[period]

    def refuses(self, limit: Limit, days: Ints, length: int) -> Flags:
        """Which dates' starts would make one booking, or `length` minutes, too many."""
        counts = self._by(limit.period)
        periods, back = np.unique(_numbers(limit.period, days), return_inverse=True)
        full = [is_full(limit, counts.get(number, Count(0, 0)), length) for number in periods.tolist()]
        flags: Flags = np.array(full, dtype=np.bool_)[back]
        return flags

    def count(self, period: Period, day: int) -> Count:
        """What the period of one date holds."""
        number = int(_numbers(period, np.array([day]))[0])
        return self._by(period).get(number, Count(0, 0))

    def allows(self, limits: Sequence[Limit], starts: Ints, length: int) -> Flags:
        """Which starts no limit refuses."""
        days = days_of(self.zone, starts)
        allowed: Flags = np.ones(len(starts), dtype=np.bool_)
        for limit in limits:
            allowed &= ~self.refuses(limit, days, length)
        return allowed


def is_full(limit: Limit, count: Count, length: int) -> bool:
    """Whether one more booking of `length` minutes would exceed the limit."""
    if limit.bookings is not None and count.bookings + 1 > limit.bookings:
        return True
    return limit.minutes is not None and count.minutes + length > limit.minutes


def nth_weekday_after(today: int, days: int) -> int:
    """The day number of the n-th Monday-to-Friday after a day; the day itself for none."""
    weeks, rest = divmod(days, 5)
    day = today
    if weeks and not rest:
        weeks, rest = weeks - 1, 5
    for _ in range(rest):
        day += 1
        while (day + 3) % 7 >= 5:
            day += 1
    return day + 7 * weeks


def window_days(window: Rolling | BusinessDays | DateRange, today: int) -> tuple[int | None, int | None]:
    """First and last day number on which the booking window lets a start lie; None is open."""
    if isinstance(window, Rolling):
        return None, today + window.days
    if isinstance(window, BusinessDays):
        return None, nth_weekday_after(today, window.days)
    first, last = window.first_on, window.last_on
    return (None if first is None else day_number(first)), (None if last is None else day_number(last))


def today_in(zone: str, minute: int) -> int:
    """The day number of a UTC minute in a zone."""
    return local_minute(zone, minute) // DAY


def span_of_periods(limits: Sequence[Limit], zone: str, start: int, end: int) -> tuple[int, int]:
    """The first and last civil dates, as day numbers, whose bookings the limits count for [start, end)."""
    low, high = date_at(zone, start), date_at(zone, max(end - 1, start))
    spans = [(period_of(limit.period, low)[0], period_of(limit.period, high)[1]) for limit in limits]
    first = min((day_number(one) for one, _ in spans), default=day_number(low))
    last = max((day_number(one) for _, one in spans), default=day_number(high))
    return first, last
