"""Until when an offer stays true: the moments at which time alone can change it, tried in order."""

from collections.abc import Iterator
from functools import cache

import numpy as np

from ringonce.availability.arrays import Ints
from ringonce.availability.case import Case
from ringonce.availability.limits import MOST_DAYS_AHEAD, days_of, nth_weekday_after, today_in
from ringonce.availability.makers import grid_starts, makers
from ringonce.availability.model import DAY, BookableDays, BusinessDays, Busy, Cause, Rolling
from ringonce.availability.slots import build
from ringonce.availability.starts import (
    Found,
    bookable_blocks,
    candidates,
    edges_of,
    find,
    is_refused_whole,
    whole_days,
)
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import date_of_day, day_start

#: After so many moments that changed nothing the next is given untried: too early, never too late.
MOST_TRIES = 24


def when_minute_becomes(minute: int) -> int:
    """The first millisecond that is rounded up to a minute."""
    return (minute - 1) * MINUTE_MS + 1


def true_until(case: Case, found: Found) -> int | None:
    """The first instant (ms) after now at which the slots are others, if no row changes; None for never."""
    if is_refused_whole(case) or not case.is_staffed:
        return None
    lapses = tuple(_lapses(case, *whole_days(case)))
    slots = cache(lambda: build(case, found, found.instants))
    at, then = case, found
    for tries in range(MOST_TRIES + 1):
        moment = min((one for one in (*lapses, *_moments(at, then)) if one > at.now), default=None)
        if moment is None or tries == MOST_TRIES:
            return moment
        at = at.at(moment)
        then = find(at)
        # Starts alone tell mostly.
        if not np.array_equal(found.instants, then.instants) or slots() != build(at, then, then.instants):
            return moment
    return None


def _moments(case: Case, found: Found) -> Iterator[int]:
    """Every later moment at which the offer can change, of which the first must not be missing."""
    low, high = whole_days(case)
    for host in case.hosts.values():
        yield from (one.closes_at for one in host.unreachable)
    expiring = [*found.instants[:1].tolist(), *_first_of_day(case, found)]
    # A start is refused from the minute on that is one later than it less the notice.
    yield from (when_minute_becomes(start - case.rules.notice + 1) for start in expiring)
    if isinstance(case.rules.window, BookableDays):
        yield from _bookable_moments(case)
    elif isinstance(case.rules.window, Rolling | BusinessDays):
        yield from _window_moments(case, low, high)


def _first_of_day(case: Case, found: Found) -> list[int]:
    """With "only the first slot of a day": the start after which another is the first one in the range.

    Where the day's first lies before the range, that is the last one before the range.
    """
    firsts: list[int] = found.firsts[found.firsts < case.query.end].tolist()
    if not firsts or firsts[0] >= case.query.start:
        return firsts[:1]
    every = found.candidates.instants
    early: list[int] = every[every < case.query.start].tolist()
    return early[-1:]


def _lapses(case: Case, low: int, high: int) -> Iterator[int]:
    """Ends of holds and of requests with a deadline, where they can matter to the range."""
    loose = [row for row in case.busy.rows if row.until_at is not None or row.seats]
    if not loose:
        return
    rules = case.rules
    is_counted = bool(rules.limits or rules.team_limits)
    is_counted = is_counted or any(host.limits for host in case.hosts.values())
    # Holds do not move the grid, so one that meets no start of it hides none.
    grid = np.unique(grid_starts(case, makers(case), low, high)[0]) if not is_counted else None

    def matters(row: Busy) -> bool:
        begins, ends = row.start - row.before - rules.after, row.end + row.after + rules.before
        if grid is None or row.cause is not Cause.HOLD:
            return grid is None or (begins < high + 2 * DAY and ends > low - 2 * DAY)
        first = np.searchsorted(grid, begins - case.query.length, "right")
        return bool(first < np.searchsorted(grid, ends, "left"))

    for row in loose:
        if matters(row):
            yield from (one.until_at for one in row.seats if one.until_at is not None)
            if row.until_at is not None:
                yield row.until_at


def _bookable_moments(case: Case) -> Iterator[int]:
    """The days that count change when one of them loses its last start to the notice, or as today passes."""
    for starts in bookable_blocks(case):
        yield when_minute_becomes(int(starts[-1]) - case.rules.notice + 1)
    yield _midnight(case, today_in(case.rules.zone, case.minute) + 1)


def _window_moments(case: Case, low: int, high: int) -> Iterator[int]:
    """The midnight from which the window reaches the first start that now lies beyond it."""
    rules, edge = case.rules, edges_of(case).last_day
    days: Ints = days_of(rules.zone, candidates(case, max(low, case.minute + rules.notice), high).instants)
    beyond = days[days > edge] if edge is not None else days[:0]
    if not len(beyond):
        return
    wanted, today = int(beyond[0]), today_in(rules.zone, case.minute)
    for later in range(today + 1, wanted + 1):
        if _reaches(case, later) >= wanted:
            yield _midnight(case, later)
            return


def _reaches(case: Case, today: int) -> int:
    window = case.rules.window
    if isinstance(window, BusinessDays):
        return nth_weekday_after(today, window.days)
    return today + (window.days if isinstance(window, Rolling) else MOST_DAYS_AHEAD)


def _midnight(case: Case, day: int) -> int:
    return when_minute_becomes(day_start(case.rules.zone, date_of_day(day)))
