"""Who makes the grid, and from what: stretches per maker. Refuses nothing.

In a rotating team each rotating host is a maker, cut with all fixed hosts; else all hosts together are one.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import ALWAYS, EMPTY, Flags, Ints, Spans, gaps
from ringonce.availability.busy import KEY, Stretches
from ringonce.availability.case import Case
from ringonce.availability.grid import Parts, Steps, Stretch, rounded_up, starts_of, whole
from ringonce.availability.model import GridKind, Mode, Schedule
from ringonce.availability.windows import (
    date_cuts,
    dated_windows,
    host_spans,
    pieces_within,
    present_spans,
    zone_on,
)

Dates = Schedule | str
"""Whose civil dates the grid has: those of a schedule, travel included, or those of a zone."""


class Maker(NamedTuple):
    """A maker's key in the busy arrays, the host that would take its starts ("" for all), its hosts."""

    number: int
    host: str
    needs: tuple[str, ...]


class KeyedPieces(NamedTuple):
    """Windows of all makers, each of one maker and one date of the grid."""

    start: Ints
    end: Ints
    day: Ints
    maker: Ints


def makers(case: Case) -> tuple[Maker, ...]:
    """Those who make the grid, in the order of their ids' numbers."""
    if not case.rules.rotates:
        return (Maker(0, "", case.fixed),)
    found: list[Maker] = []
    spare = len(case.busy.numbers)
    for host in case.rotating:
        number = case.number_of(host)
        if number is None:
            number, spare = spare, spare + 1
        found.append(Maker(number, host, (host, *case.fixed)))
    return tuple(found)


def grid_dates(case: Case) -> Dates:
    """The dates (and so the wall clock) of the grid."""
    if case.rules.schedule is not None:
        return case.rules.schedule
    first = case.hosts[(*case.fixed, *case.rotating)[0]]
    if case.rules.mode is Mode.SINGLE:
        return first.schedule or first.zone
    return case.rules.team_zone or (first.schedule.zone if first.schedule else first.zone)


@lru_cache(maxsize=256)
def _pieces(
    schedules: tuple[tuple[int, tuple[Schedule | None, ...]], ...],
    dates: Dates,
    restriction: Schedule | None,
    first_day: int,
    last_day: int,
) -> KeyedPieces:
    parts: list[KeyedPieces] = []
    for number, needed in schedules:
        if isinstance(dates, Schedule):
            pieces = dated_windows(dates, first_day, last_day)
        else:
            pieces = date_cuts(dates, first_day, last_day)
        for schedule in needed:
            pieces = pieces_within(pieces, host_spans(schedule, restriction, first_day - 2, last_day + 2))
        parts.append(KeyedPieces(*pieces, np.full(len(pieces.start), number)))
    if len(parts) == 1:
        return parts[0]
    return KeyedPieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _windows(case: Case, who: tuple[Maker, ...], low: int, high: int) -> KeyedPieces:
    needed = tuple(
        (maker.number, tuple(dict.fromkeys(case.schedule_of(host) for host in maker.needs))) for maker in who
    )
    return _pieces(needed, grid_dates(case), case.rules.restriction, *case.days(low, high))


def _tiled(spans: Spans, who: tuple[Maker, ...]) -> Spans:
    keys = np.repeat(np.array([maker.number << KEY for maker in who]), len(spans.start))
    start, end = np.tile(spans.start, len(who)) + keys, np.tile(spans.end, len(who)) + keys
    if len(who) > 1:
        # The outer gaps of one maker must not reach into another's minutes.
        start, end = np.maximum(start, keys), np.minimum(end, keys + (1 << KEY))
        order = np.argsort(start, kind="stable")
        start, end = start[order], end[order]
    return Spans(start, end)


def _free_of(case: Case, hosts: tuple[str, ...]) -> Spans:
    """When none of the hosts has busy time that moves the grid, own buffers kept."""
    numbers = [number for host in hosts if (number := case.number_of(host)) is not None]
    if not numbers or not len(case.solid.lows):
        return ALWAYS
    each = [case.solid.of(number) for number in numbers]
    lows, highs = each[0] if len(each) == 1 else _sorted_together(each)
    return gaps(lows - case.rules.after, highs + case.rules.before)


def _sorted_together(each: list[Stretches]) -> tuple[Ints, Ints]:
    return (
        np.sort(np.concatenate([one.lows for one in each])),
        np.sort(np.concatenate([one.highs for one in each])),
    )


def _free_parts(case: Case, who: tuple[Maker, ...], pieces: KeyedPieces) -> Parts:
    key = pieces.maker << KEY
    parts = Parts(pieces.start + key, pieces.end + key, np.arange(len(key)))
    for maker in who:
        for host in maker.needs:
            # A fixed host's absence is cut once for each maker, below.
            if case.hosts[host].aways and (host == maker.host or not maker.host):
                parts = _cut_one(parts, maker.number, present_spans(case.hosts[host].aways))
    if not case.rules.rotates:
        return parts.cut_by(_free_of(case, case.fixed))
    if len(case.solid.lows):
        parts = parts.cut_by(gaps(case.solid.lows - case.rules.after, case.solid.highs + case.rules.before))
    for host in case.fixed:
        if case.hosts[host].aways:
            parts = parts.cut_by(_tiled(present_spans(case.hosts[host].aways), who))
    fixed = _free_of(case, case.fixed)
    return parts if fixed is ALWAYS else parts.cut_by(_tiled(fixed, who))


def _cut_one(parts: Parts, number: int, spans: Spans) -> Parts:
    """Cut only one maker's parts."""
    key = number << KEY
    ours = (parts.start >= key) & (parts.start < key + (1 << KEY))
    left = Parts(*(column[ours] for column in parts)).cut_by(Spans(spans.start + key, spans.end + key))
    joined = Parts(*(np.concatenate((one[~ours], two)) for one, two in zip(parts, left, strict=True)))
    order = np.argsort(joined.start, kind="stable")
    return Parts(*(column[order] for column in joined))


def _first_starts(dates: Dates, day: Ints, start: Ints, as_is: Flags, steps: Steps) -> Ints:
    unit = steps.rounding
    if unit == 1 or as_is.all():
        return start + steps.offset
    if isinstance(dates, str):
        rounded = rounded_up(dates, start, unit)
    elif not dates.travels:
        rounded = rounded_up(dates.zone, start, unit)
    else:
        rounded = start.copy()
        for on in np.unique(day).tolist():
            there = day == on
            rounded[there] = rounded_up(zone_on(dates, on), start[there], unit)
    return np.where(as_is, start, rounded) + steps.offset


def stretches(case: Case, who: tuple[Maker, ...], low: int, high: int) -> Stretch:
    """The stretches whose starts may lie in [low, high), each with its first start."""
    rules = case.rules
    pieces = _windows(case, who, low, high)
    steps = steps_of(case)
    if rules.grid is GridKind.FIXED:
        parts = Parts(pieces.start, pieces.end, np.arange(len(pieces.start)))
    else:
        keyed = _free_parts(case, who, pieces)
        key = pieces.maker[keyed.which] << KEY
        parts = Parts(keyed.start - key, keyed.end - key, keyed.which)
    if not len(parts.start):
        return Stretch(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY)
    as_is = parts.start == pieces.start[parts.which]
    day = pieces.day[parts.which]
    first = _first_starts(grid_dates(case), day, parts.start, as_is, steps)
    maker, day, start, end, fit, first = whole(pieces.maker[parts.which], day, parts.start, parts.end, first)
    return Stretch(maker, day, start, end, fit, first)


def steps_of(case: Case) -> Steps:
    """Length, step and offset of the queried grid."""
    return Steps(case.query.length, case.rules.interval or case.query.length, case.rules.offset)


def _ranks(who: tuple[Maker, ...]) -> Ints:
    """Each maker's place by host id, at the index of its number."""
    ranks = np.zeros(max(maker.number for maker in who) + 1, dtype=np.int64)
    for rank, maker in enumerate(sorted(who, key=lambda one: one.host)):
        ranks[maker.number] = rank
    return ranks


def grid_starts(case: Case, who: tuple[Maker, ...], low: int, high: int) -> tuple[Ints, Ints]:
    """Every start of the grid in [low, high), and its maker's number."""
    found = stretches(case, who, low, high)
    if not len(found.start):
        return EMPTY, EMPTY
    starts, maker = starts_of(found, steps_of(case), _ranks(who) if len(who) > 1 else None)
    within = (starts >= low) & (starts < high)
    return (starts, maker) if within.all() else (starts[within], maker[within])
