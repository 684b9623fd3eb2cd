"""The starts that are considered: windows and stretches of free time made into a grid. Refuses nothing."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import EMPTY, FAR, Ints, Spans, cut, runs_until
from ringonce.values.zones import offset_table

_UNITS = (60, 30, 20, 15, 10, 5)


class Steps(NamedTuple):
    """How the starts of a stretch follow one another."""

    length: int
    step: int
    offset: int

    @property
    def rounding(self) -> int:
        """To what the first start after a busy stretch is rounded up on the wall clock."""
        return min(15, next((unit for unit in _UNITS if self.step % unit == 0), 1))


class Stretch(NamedTuple):
    """Parallel arrays, one entry for each stretch of one maker and one date, sorted by maker then start.

    `first` is the first start considered, `fit` how far the free time runs on beyond the date.
    """

    maker: Ints
    day: Ints
    start: Ints
    end: Ints
    fit: Ints
    first: Ints


@lru_cache(maxsize=128)
def offset_arrays(zone: str) -> tuple[Ints, Ints]:
    """A zone's offset table as arrays."""
    table = offset_table(zone)
    return np.array(table.starts), np.array(table.offsets)


def offsets_at(zone: str, minutes: Ints) -> Ints:
    """The zone's offset at each UTC minute."""
    starts, offsets = offset_arrays(zone)
    if len(offsets) == 1:
        return np.full(len(minutes), offsets[0])
    found: Ints = offsets[np.maximum(np.searchsorted(starts, minutes, "right") - 1, 0)]
    return found


def rounded_up(zone: str, minutes: Ints, unit: int) -> Ints:
    """Each minute, or the next at which the wall clock shows a multiple of the unit."""
    if unit == 1:
        return minutes
    _, offsets = offset_arrays(zone)
    local = minutes if not (offsets % unit).any() else minutes + offsets_at(zone, minutes)
    return minutes + (-local) % unit


def whole(maker: Ints, day: Ints, start: Ints, end: Ints, first: Ints) -> tuple[Ints, ...]:
    """Sort by maker and start, and add how far each runs on: maker, day, start, end, fit, first."""
    key = (maker << 33) + start
    if len(key) > 1 and (key[1:] < key[:-1]).any():
        order = np.argsort(key, kind="stable")
        maker, day, start, end, first, key = (one[order] for one in (maker, day, start, end, first, key))
    fit = runs_until(key, (maker << 33) + end) - (maker << 33)
    return maker, day, start, end, fit, first


def starts_of(stretch: Stretch, steps: Steps, rank: Ints | None) -> tuple[Ints, Ints]:
    """Every start of every stretch and its maker, by the rule of the earlier start where that can matter.

    `rank` orders several makers; None is a single one, whose starts do not come nearer to each other than
    a length, so that the rule matters only for steps longer than that.
    """
    first = stretch.first
    last = np.minimum(stretch.end - 1, stretch.fit - steps.length)
    maker = stretch.maker
    if rank is not None or steps.step > steps.length:
        keep = np.nonzero(last >= stretch.start)[0]
        maker, first, last = maker[keep], first[keep], last[keep]
        ties = maker if rank is None else rank[maker]
        order = np.lexsort((ties, stretch.end[keep], stretch.start[keep], stretch.day[keep]))
        maker, first, last = maker[order], first[order], last[order]
        at = keep[order]
        first = _after_earlier(stretch.day[at], stretch.start[at], first, last, steps.step)
    many = np.maximum((last - first) // steps.step + 1, 0)
    total = int(many.sum())
    if not total:
        return EMPTY, EMPTY
    begun = np.repeat(np.cumsum(many) - many, many)
    return np.repeat(first, many) + steps.step * (np.arange(total) - begun), np.repeat(maker, many)


def _after_earlier(day: Ints, start: Ints, first: Ints, last: Ints, step: int) -> Ints:
    """First starts moved to, or a step after, an earlier fitting start that is less than a step away.

    Stretches come by date, then start, then end, then maker; every date begins its grid anew.
    """
    moved: list[int] = []
    today = None
    seen: list[int] = []
    # Of each remainder by the step, a stretch of starts that are known without a hole.
    known: dict[int, tuple[int, int]] = {}
    for on, begins, begin, final in zip(
        day.tolist(), start.tolist(), first.tolist(), last.tolist(), strict=True
    ):
        if on != today:
            today, seen, known = on, [], {}
        place = bisect_left(seen, begin)
        if place:
            earlier = seen[place - 1]
            if begin - earlier < step:
                begin = earlier if earlier >= begins else earlier + step
        moved.append(begin)
        if begin <= final:
            _learn(seen, known, begin, final, step)
    return np.array(moved, dtype=np.int64)


def _learn(seen: list[int], known: dict[int, tuple[int, int]], begin: int, final: int, step: int) -> None:
    """Add a stretch's starts to the sorted ones; a start twice does no harm."""
    rest = begin % step
    last = final - (final - begin) % step
    low, high = known.get(rest, (FAR, -FAR))
    is_joined = low <= begin <= high + step
    if is_joined and last <= high:
        return
    fresh = range(high + step if is_joined else begin, last + 1, step)
    known[rest] = (low if is_joined else begin, last)
    is_later = not seen or fresh[0] >= seen[-1]
    seen.extend(fresh)
    if not is_later:
        seen.sort()


class Parts(NamedTuple):
    """Stretches while they are being cut: `which` tells the window each part comes from."""

    start: Ints
    end: Ints
    which: Ints

    def cut_by(self, spans: Spans) -> "Parts":
        """What is left within the spans."""
        start, end, which = cut(self.start, self.end, spans)
        return Parts(start, end, self.which[which])
