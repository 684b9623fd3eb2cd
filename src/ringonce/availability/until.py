"""Until when an offer stays true: the moments at which time alone can change it, tried in order."""

from collections.abc import Iterator

from ringonce.availability.arrays import Ints
from ringonce.availability.case import Case
from ringonce.availability.limits import MOST_DAYS_AHEAD, days_of, nth_weekday_after, today_in
from ringonce.availability.model import DAY, BookableDays, BusinessDays, Busy, Rolling, Slot
from ringonce.availability.slots import build
from ringonce.availability.starts import (
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


def true_until(case: Case, slots: tuple[Slot, ...]) -> int | None:
    """The first instant (ms) after now at which the slots are others, if no row changes; None for never."""
    at = case
    if is_refused_whole(case) or not case.is_staffed:
        return None
    for _ in range(MOST_TRIES):
        moment = min((one for one in _moments(at) if one > at.now), default=None)
        if moment is None:
            return None
        at = at.at(moment)
        if slots != _slots(at):
            return moment
    return min((one for one in _moments(at) if one > at.now), default=None)


def _slots(case: Case) -> tuple[Slot, ...]:
    found = find(case)
    return build(case, found, found.instants)


def _moments(case: Case) -> Iterator[int]:
    """Every later moment at which the offer can change, of which the first must not be missing."""
    low, high = whole_days(case)
    yield from _lapses(case, low, high)
    for host in case.hosts.values():
        yield from (one.closes_at for one in host.unreachable)
    found = find(case)
    notice = case.rules.notice
    for starts in (found.instants, found.firsts):
        if len(starts):
            # A start is refused from the minute on that is one later than it less the notice.
            yield when_minute_becomes(int(starts[0]) - notice + 1)
    if isinstance(case.rules.window, BookableDays):
        yield from _bookable_moments(case)
    elif isinstance(case.rules.window, Rolling | BusinessDays):
        yield from _window_moments(case, low, high)


def _lapses(case: Case, low: int, high: int) -> Iterator[int]:
    """Ends of holds and of requests with a deadline, where they can matter to the range."""
    rules, reach = case.rules, case.query.length + case.rules.before + case.rules.after + DAY
    is_counted = bool(rules.limits or rules.team_limits or rules.window)
    is_counted = is_counted or any(host.limits for host in case.hosts.values())

    def matters(row: Busy) -> bool:
        return is_counted or (row.start - row.before < high + reach and row.end + row.after > low - reach)

    for row in case.busy.rows:
        if row.until_at is None and not row.seats:
            continue
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
