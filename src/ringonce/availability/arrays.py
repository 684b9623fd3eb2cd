"""Sorted intervals as numpy arrays: the arithmetic that the whole package stands on. Knows no rule."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

FAR = 1 << 50
"""Beyond every keyed minute: the edge of a gap that has no other."""

EMPTY: Ints = np.empty(0, dtype=np.int64)


class Spans(NamedTuple):
    """Half-open intervals, sorted by start, disjoint and not touching."""

    start: Ints
    end: Ints


NOTHING = Spans(EMPTY, EMPTY)
ALWAYS = Spans(np.array([-FAR]), np.array([FAR]))


def ints(values: list[int]) -> Ints:
    """A list as an array, empty lists included."""
    return np.array(values, dtype=np.int64)


def gaps(lows: Ints, highs: Ints) -> Spans:
    """What intervals leave free. `lows` and `highs` are each sorted on their own: a gap lies where as many
    intervals have ended as have begun, so which low belongs to which high does not matter.
    """
    start = np.empty(len(highs) + 1, dtype=np.int64)
    end = np.empty(len(lows) + 1, dtype=np.int64)
    start[0], end[-1] = -FAR, FAR
    start[1:], end[:-1] = highs, lows
    free = end > start
    if free.all():
        return Spans(start, end)
    return Spans(start[free], end[free])


def union(start: Ints, end: Ints) -> Spans:
    """The union of intervals in any order; empty ones count for nothing."""
    if not len(start):
        return NOTHING
    real = end > start
    left = gaps(np.sort(start[real]), np.sort(end[real]))
    return Spans(left.end[:-1], left.start[1:])


def is_clear(lows: Ints, highs: Ints, start: Ints, end: Ints) -> Flags:
    """Which of [start, end) meet none of the intervals whose sorted starts and ends are given."""
    begun: Flags = np.searchsorted(lows, end, "left") == np.searchsorted(highs, start, "right")
    return begun


def covered_until(spans: Spans, start: Ints) -> Ints:
    """For each instant the end of the span that holds it, or -FAR where none does."""
    if not len(spans.start):
        return np.full(len(start), -FAR)
    at = np.searchsorted(spans.start, start, "right") - 1
    until = np.where(at >= 0, spans.end[at], -FAR)
    return np.where(until > start, until, -FAR)


def cut(start: Ints, end: Ints, spans: Spans) -> tuple[Ints, Ints, Ints]:
    """Each interval's pieces within the spans, in the intervals' order: starts, ends, which interval."""
    low = np.searchsorted(spans.end, start, "right")
    high = np.searchsorted(spans.start, end, "left")
    many = np.maximum(high - low, 0)
    which = np.repeat(np.arange(len(start)), many)
    if not len(which):
        return EMPTY, EMPTY, EMPTY
    first = np.cumsum(many) - many
    span = np.arange(len(which)) - (first - low)[which]
    return (
        np.maximum(start[which], spans.start[span]),
        np.minimum(end[which], spans.end[span]),
        which,
    )


def runs_until(start: Ints, end: Ints) -> Ints:
    """For intervals sorted by start: how far each runs on through those that touch or overlap it."""
    if len(start) < 2:
        return end
    reach = np.maximum.accumulate(end)
    last = np.append(start[1:] > reach[:-1], True)
    ends_at = np.nonzero(last)[0]
    until: Ints = reach[ends_at[np.searchsorted(ends_at, np.arange(len(start)))]]
    return until
