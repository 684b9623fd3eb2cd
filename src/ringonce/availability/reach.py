"""Which stretch of rows a question can depend on, so that whoever loads them loads enough."""

from collections.abc import Iterable

from ringonce.availability.explain import NEAREST_DAYS
from ringonce.availability.limits import MOST_DAYS_AHEAD, span_of_periods
from ringonce.availability.model import DAY, BookableDays, Host, Query, Rules
from ringonce.values.interval import ceil_minute
from ringonce.values.zones import date_of_day, date_span

_MARGIN = 3 * DAY
"""The date of the range in any zone, and a meeting that runs on."""


def rows_needed(
    rules: Rules, hosts: Iterable[Host], query: Query, now: int, with_nearest: bool = False
) -> tuple[int, int]:
    """The UTC minutes whose busy rows (with their buffers) the offer, its reasons and `true_until` depend on.

    For limits, rows of the service and team on other hosts count too, by where they start.
    """
    around = NEAREST_DAYS * DAY if with_nearest else 0
    low, high = query.start - around - _MARGIN, query.end + around + _MARGIN + max(rules.lengths)
    if isinstance(rules.window, BookableDays):
        today = ceil_minute(now)
        low, high = min(low, today - _MARGIN), max(high, today + (MOST_DAYS_AHEAD + 3) * DAY)
    limits = [(limit, rules.zone) for limit in (*rules.limits, *rules.team_limits)]
    limits += [(limit, host.zone) for host in hosts for limit in host.limits]
    first, last = low - rules.before, high + rules.after
    for limit, zone in limits:
        days = span_of_periods([limit], zone, low, high)
        counted = date_span(zone, date_of_day(days[0]), date_of_day(days[1]))
        first, last = min(first, counted[0]), max(last, counted[1])
    return first, last
