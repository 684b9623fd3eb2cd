"""From the grid to what is offered: every rule that refuses a start, in one place for all who ask."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ringonce.availability.arrays import EMPTY, Flags, Ints, ints
from ringonce.availability.case import Case
from ringonce.availability.limits import MOST_DAYS_AHEAD, days_of, today_in, window_days
from ringonce.availability.makers import Maker, grid_starts, makers
from ringonce.availability.model import BookableDays, GridKind
from ringonce.availability.roles import can_fill
from ringonce.availability.sittings import Join, joins
from ringonce.values.zones import date_of_day, date_span

_BLOCK_DAYS = 28


@dataclass(frozen=True)
class Candidates:
    """Starts that hosts could take, before notice, booking window and the query have their say."""

    starts: Ints
    maker: Ints
    who: tuple[Maker, ...]
    joins: tuple[Join, ...]

    @cached_property
    def instants(self) -> Ints:
        """Every start once, in order."""
        if not self.joins:
            return np.unique(self.starts)
        return np.unique(np.concatenate((self.starts, ints([one.start for one in self.joins]))))


NONE = Candidates(EMPTY, EMPTY, (), ())


def candidates(case: Case, low: int, high: int) -> Candidates:
    """Starts in [low, high) that hosts, holds, groups and limits leave."""
    if low >= high or not case.is_staffed:
        return NONE
    who = makers(case)
    begun = tuple(joins(case, low, high))
    if case.rules.seats is not None and case.query.seats > case.rules.seats:
        return Candidates(EMPTY, EMPTY, who, begun)
    starts, maker = grid_starts(case, who, low, high)
    if len(starts):
        keep = _hosts_allow(case, who, starts, maker)
        if keep is not None:
            starts, maker = starts[keep], maker[keep]
    if begun and len(starts):
        fresh = ~np.isin(starts, ints([one.start for one in begun]))
        starts, maker = starts[fresh], maker[fresh]
    return Candidates(starts, maker, who, begun)


def _both(first: Flags | None, second: Flags | None) -> Flags | None:
    if first is None or second is None:
        return first if second is None else second
    return first & second


def _hosts_allow(case: Case, who: tuple[Maker, ...], starts: Ints, maker: Ints) -> Flags | None:
    """Which pairs are left; None for all of them."""
    instants, back = np.unique(starts, return_inverse=True) if len(who) > 1 else (starts, None)
    shared = _everybody(case, instants)
    keep = shared if shared is None or back is None else shared[back]
    is_fixed = case.rules.grid is GridKind.FIXED
    for one in who:
        if not one.host:
            continue
        ours = np.nonzero(maker == one.number)[0]
        if is_fixed:
            own: Flags | None = case.is_free(one.host, starts[ours], known_open=True)
        else:
            own = case.allows(one.host, starts[ours])
        if own is not None and not own.all():
            keep = np.ones(len(starts), dtype=np.bool_) if keep is None else keep
            keep[ours[~own]] = False
    if has_shared_roles(case):
        keep = _both(keep, _can_fill_each(case, who, starts, maker))
    return keep


def _everybody(case: Case, instants: Ints) -> Flags | None:
    """Fixed hosts, groups, limits of service and team: what refuses an instant whoever takes it."""
    rules, keep = case.rules, None
    for host in case.fixed:
        if rules.grid is GridKind.FIXED:
            keep = _both(keep, case.is_free(host, instants, known_open=True))
        else:
            keep = _both(keep, case.allows(host, instants))
    for group in case.groups:
        some = np.zeros(len(instants), dtype=np.bool_)
        for host in group:
            some |= case.is_free(host, instants)
        keep = _both(keep, some)
    if rules.limits:
        keep = _both(keep, case.tally_of_service.allows(rules.limits, instants, case.query.length))
    if rules.team_limits:
        keep = _both(keep, case.tally_of_team.allows(rules.team_limits, instants, case.query.length))
    return keep


def has_shared_roles(case: Case) -> bool:
    """Whether one host stands in several groups, or rotates and stands in a group: it cannot be both."""
    roles = [*case.groups, *([case.rotating] if case.rules.rotates else [])]
    return len({host for role in roles for host in role}) < sum(len(role) for role in roles)


def _can_fill_each(case: Case, who: tuple[Maker, ...], starts: Ints, maker: Ints) -> Flags:
    instants = np.unique(starts)
    free = {host: case.is_free(host, instants) for group in case.groups for host in group}
    names = {one.number: one.host for one in who}
    flags = np.ones(len(starts), dtype=np.bool_)
    for at, (start, number) in enumerate(zip(starts.tolist(), maker.tolist(), strict=True)):
        place = int(np.searchsorted(instants, start))
        choices = [[host for host in group if free[host][place]] for group in case.groups]
        flags[at] = can_fill([[names[number]] if names[number] else ["?"], *choices])
    return flags


@dataclass(frozen=True)
class Edges:
    """First and last day number that the booking window allows; None is open."""

    first_day: int | None = None
    last_day: int | None = None

    def allows(self, days: Ints) -> Flags:
        """Which days lie between."""
        flags: Flags = np.ones(len(days), dtype=np.bool_)
        if self.first_day is not None:
            flags &= days >= self.first_day
        if self.last_day is not None:
            flags &= days <= self.last_day
        return flags


def without_visitor(case: Case) -> Case:
    """The same for anybody: no holds, nobody asking for a host, one seat."""
    query = replace(case.query, host=None, seats=1, visitor_bookings=None)
    return replace(case, query=query, without_holds=True)


def bookable_blocks(case: Case) -> "list[Ints]":
    """The first bookable dates from today, holds ignored, each with its starts; at most the asked number."""
    window = case.rules.window
    if not isinstance(window, BookableDays) or window.days < 1:
        return []
    anybody = without_visitor(case)
    zone, earliest = case.rules.zone, case.minute + case.rules.notice
    today = today_in(zone, case.minute)
    found: list[Ints] = []
    for first in range(today, today + MOST_DAYS_AHEAD + 1, _BLOCK_DAYS):
        last = min(first + _BLOCK_DAYS - 1, today + MOST_DAYS_AHEAD)
        low, high = date_span(zone, date_of_day(first), date_of_day(last))
        starts = candidates(anybody, max(low, earliest), high).instants
        days = days_of(zone, starts)
        for day in np.unique(days).tolist():
            found.append(starts[days == day])
            if len(found) == window.days:
                return found
    return found


def edges_of(case: Case, blocks: "list[Ints] | None" = None) -> Edges:
    """What the booking window allows now."""
    window = case.rules.window
    if window is None:
        return Edges()
    today = today_in(case.rules.zone, case.minute)
    if isinstance(window, BookableDays):
        blocks = bookable_blocks(case) if blocks is None else blocks
        if window.days < 1:
            return Edges(None, today - 1)
        if len(blocks) < window.days:
            return Edges(None, today + MOST_DAYS_AHEAD)
        return Edges(None, int(days_of(case.rules.zone, blocks[-1][-1:])[0]))
    return Edges(*window_days(window, today))


def is_refused_whole(case: Case) -> bool:
    """Whether something refuses every start: the service is off, or the visitor has enough bookings."""
    rules, known = case.rules, case.query.visitor_bookings
    if not rules.active:
        return True
    return rules.visitor_limit is not None and known is not None and known + 1 > rules.visitor_limit


def whole_days(case: Case) -> tuple[int, int]:
    """The query's range, widened to civil dates of the home zone where a rule looks at whole dates."""
    query, zone = case.query, case.rules.zone
    if not case.rules.first_only or query.start >= query.end:
        return query.start, query.end
    days = [today_in(zone, query.start), today_in(zone, query.end - 1)]
    low, high = date_span(zone, date_of_day(days[0]), date_of_day(days[1]))
    return min(low, query.start), max(high, query.end)


@dataclass(frozen=True)
class Found:
    """What is offered: instants in order, and the pairs of start and maker behind them."""

    instants: Ints
    candidates: Candidates
    firsts: Ints
    """With "only the first slot of a day": each day's first, range and asked host not regarded."""
    edges: Edges | None = None
    """What the booking window allows; None where nobody had to ask."""


def find(case: Case) -> Found:
    """Every rule, in order: hosts and limits, notice, booking window, first of the day, range, asked host."""
    if is_refused_whole(case) or case.query.start >= case.query.end:
        return Found(EMPTY, NONE, EMPTY)
    rules, query = case.rules, case.query
    low, high = whole_days(case)
    some = candidates(case, max(low, case.minute + rules.notice), high)
    instants, firsts, edges = some.instants, EMPTY, None
    if rules.window is not None and len(instants):
        edges = edges_of(case)
        instants = instants[edges.allows(days_of(rules.zone, instants))]
    if rules.first_only:
        _, first = np.unique(days_of(rules.zone, instants), return_index=True)
        instants = firsts = instants[first]
        instants = instants[(instants >= query.start) & (instants < query.end)]
    if query.host is not None and len(instants):
        instants = instants[np.isin(instants, _starts_of_host(case, some, query.host))]
    return Found(instants, some, firsts, edges)


def _starts_of_host(case: Case, some: Candidates, host: str) -> Ints:
    if host in case.fixed:
        return some.instants
    numbers = [one.number for one in some.who if one.host == host]
    joined = ints([one.start for one in some.joins if one.host == host])
    return np.concatenate((some.starts[np.isin(some.maker, numbers)], joined))
