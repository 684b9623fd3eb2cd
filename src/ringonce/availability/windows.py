"""Weekly hours, overrides, travel, restriction and absence: when a host is open. Knows no busy time."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import ALWAYS, EMPTY, FAR, Ints, Spans, cut, ints, union
from ringonce.availability.model import DAY, Away, Schedule, Window
from ringonce.values import interval
from ringonce.values.zones import date_of_day, day_number, day_spans, local_minute, offset_table


class Pieces(NamedTuple):
    """Open stretches, each of one civil date of the grid, sorted by start then end."""

    start: Ints
    end: Ints
    day: Ints


@lru_cache(maxsize=256)
def _overrides(schedule: Schedule) -> dict[int, tuple[Window, ...]]:
    # An override without windows closes its date, whatever others of the date say.
    closed = {day_number(one.on) for one in schedule.overrides if not one.windows}
    found: dict[int, tuple[Window, ...]] = {day: () for day in closed}
    for one in schedule.overrides:
        day = day_number(one.on)
        if day not in closed:
            found[day] = found.get(day, ()) + one.windows
    return found


def is_overridden(schedule: Schedule, day: int) -> bool:
    """Whether a civil date has overrides."""
    return day in _overrides(schedule)


def windows_on(schedule: Schedule, day: int) -> list[Window]:
    """The windows of a civil date; touching ones are one. 1970-01-01 was a Thursday."""
    windows = _overrides(schedule).get(day)
    return interval.union(schedule.weekly[(day + 3) % 7] if windows is None else windows)


def zone_on(schedule: Schedule, day: int) -> str:
    """The zone in which a civil date is lived: the first travel period that names it, else home."""
    if schedule.travels:
        on = date_of_day(day)
        for travel in schedule.travels:
            if travel.first_on <= on <= travel.last_on:
                return travel.zone
    return schedule.zone


@lru_cache(maxsize=512)
def dated_windows(schedule: Schedule, first_day: int, last_day: int) -> Pieces:
    """The open stretches of each civil date, both days inclusive, each read in its date's own zone.

    Where zones meet, hours that no date has are closed; hours of two dates are open if either says so.
    """
    rows: list[tuple[int, int, int]] = []
    for day in range(first_day, last_day + 1):
        windows = windows_on(schedule, day)
        if not windows:
            continue
        table = offset_table(zone_on(schedule, day))
        spans = [
            span for low, high in windows for span in table.local_spans(day * DAY + low, day * DAY + high)
        ]
        rows.extend((start, end, day) for start, end in interval.union(spans))
    rows.sort()
    return Pieces(*(ints([row[at] for row in rows]) for at in range(3)))


@lru_cache(maxsize=512)
def open_spans(schedule: Schedule, first_day: int, last_day: int) -> Spans:
    """When the schedule is open at all: the union over its dates."""
    pieces = dated_windows(schedule, first_day, last_day)
    return union(pieces.start, pieces.end)


@lru_cache(maxsize=512)
def host_spans(
    schedule: Schedule | None, restriction: Schedule | None, first_day: int, last_day: int
) -> Spans:
    """When a schedule (None: always) is open, cut by a restriction that is read in its own zone."""
    spans = ALWAYS if schedule is None else open_spans(schedule, first_day, last_day)
    if restriction is None:
        return spans
    start, end, _ = cut(spans.start, spans.end, open_spans(restriction, first_day - 2, last_day + 2))
    return Spans(start, end)


@lru_cache(maxsize=512)
def date_cuts(zone: str, first_day: int, last_day: int) -> Pieces:
    """The civil dates of a zone as stretches."""
    rows = sorted(
        (start, end, day) for day in range(first_day, last_day + 1) for start, end in day_spans(zone, day)
    )
    return Pieces(*(ints([row[at] for row in rows]) for at in range(3)))


def pieces_within(pieces: Pieces, spans: Spans) -> Pieces:
    """The pieces cut by spans; each part keeps its date."""
    start, end, which = cut(pieces.start, pieces.end, spans)
    return Pieces(start, end, pieces.day[which])


def present_spans(aways: tuple[Away, ...]) -> Spans:
    """When a host is neither out of office nor on holiday."""
    gone = union(ints([one.start for one in aways]), ints([one.end for one in aways]))
    if not len(gone.start):
        return ALWAYS
    return Spans(np.append(-FAR, gone.end), np.append(gone.start, FAR))


def days_around(zones: frozenset[str], start: int, end: int) -> tuple[int, int]:
    """First and last day number that [start, end) touches in any of the zones."""
    return (
        min(local_minute(zone, start) // DAY for zone in zones),
        max(local_minute(zone, end) // DAY for zone in zones),
    )


NO_PIECES = Pieces(EMPTY, EMPTY, EMPTY)
