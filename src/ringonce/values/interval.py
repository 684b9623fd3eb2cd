"""Half-open intervals of whole UTC minutes and their algebra; nothing here knows zones or why time is taken.

Lists of intervals are sorted, disjoint and not touching wherever a function returns one.
"""

from collections.abc import Iterable, Sequence

Interval = tuple[int, int]

MINUTE_MS = 60_000


def ceil_minute(at: int) -> int:
    """The first whole minute not before an instant in milliseconds: `now` is rounded up."""
    return -(-at // MINUTE_MS)


def widened(start_at: int, end_at: int) -> Interval:
    """The whole minutes that a stretch in milliseconds touches; an empty stretch stays empty."""
    if end_at <= start_at:
        minute = start_at // MINUTE_MS
        return minute, minute
    return start_at // MINUTE_MS, ceil_minute(end_at)


def overlap(first: Interval, second: Interval) -> bool:
    """Whether they share a minute; an empty interval shares none."""
    return max(first[0], second[0]) < min(first[1], second[1])


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """Everything covered; touching intervals become one."""
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def subtract(intervals: Iterable[Interval], taken: Iterable[Interval]) -> list[Interval]:
    """What is covered by the first and not by the second; two pointers."""
    cuts = union(taken)
    left: list[Interval] = []
    at = 0
    for start, end in union(intervals):
        while at < len(cuts) and cuts[at][1] <= start:
            at += 1
        ahead = at
        while ahead < len(cuts) and cuts[ahead][0] < end:
            if start < cuts[ahead][0]:
                left.append((start, cuts[ahead][0]))
            start = max(start, cuts[ahead][1])
            ahead += 1
        if start < end:
            left.append((start, end))
    return left


def intersect(first: Iterable[Interval], second: Iterable[Interval]) -> list[Interval]:
    """What both cover; two pointers."""
    ours, theirs = union(first), union(second)
    both: list[Interval] = []
    here = there = 0
    while here < len(ours) and there < len(theirs):
        start = max(ours[here][0], theirs[there][0])
        end = min(ours[here][1], theirs[there][1])
        if start < end:
            both.append((start, end))
        if ours[here][1] < theirs[there][1]:
            here += 1
        else:
            there += 1
    return both


def covers(intervals: Sequence[Interval], start: int, end: int) -> bool:
    """Whether one of the (disjoint, not touching) intervals holds all of [start, end)."""
    return any(low <= start and end <= high for low, high in intervals)
