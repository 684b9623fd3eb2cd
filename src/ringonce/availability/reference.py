"""The same grid and free starts in plain Python with two pointers: what the arrays are tested against.

Slower by two orders of magnitude and shares nothing with them but the words.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ringonce.values.interval import Interval, intersect, overlap, subtract, union
from ringonce.values.zones import local_minute


class Day(NamedTuple):
    """A window of one date of the grid and the zone in which its clock is read."""

    start: int
    end: int
    day: int
    zone: str


class Grid(NamedTuple):
    """Length, step, offset, and whether busy time restarts the starts."""

    length: int
    step: int
    offset: int
    packed: bool


def unit_of(step: int) -> int:
    """To what a first start after a busy stretch is rounded up."""
    units = [unit for unit in (60, 30, 20, 15, 10, 5) if step % unit == 0]
    return min(15, units[0] if units else 1)


def rounded_up(minute: int, zone: str, unit: int) -> int:
    """The first minute, not before this one, whose wall clock shows a multiple of the unit."""
    return minute + -local_minute(zone, minute) % unit


class _Stretch(NamedTuple):
    day: int
    start: int
    end: int
    maker: str
    first: int


def starts(
    windows: Mapping[str, Sequence[Day]], taken: Mapping[str, Sequence[Interval]], grid: Grid
) -> set[tuple[int, str]]:
    """Start and maker of everything that fits: `taken` is padded busy time and absence of each maker."""
    pieces: list[_Stretch] = []
    free: dict[str, list[Interval]] = {}
    for maker, days in windows.items():
        opened = union((day.start, day.end) for day in days)
        free[maker] = subtract(opened, taken.get(maker, ())) if grid.packed else opened
        for day in days:
            for start, end in intersect([(day.start, day.end)], free[maker]):
                unit = unit_of(grid.step)
                first = start if start == day.start else rounded_up(start, day.zone, unit)
                pieces.append(_Stretch(day.day, start, end, maker, first + grid.offset))
    found = _laid(sorted(pieces), free, grid)
    if grid.packed:
        return found
    return {
        (start, maker)
        for start, maker in found
        if not any(overlap((start, start + grid.length), busy) for busy in taken.get(maker, ()))
    }


def _laid(
    pieces: Sequence[_Stretch], free: Mapping[str, Sequence[Interval]], grid: Grid
) -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    day: int | None = None
    fitting: set[int] = set()
    for piece in pieces:
        if piece.day != day:
            day, fitting = piece.day, set()
        start = piece.first
        earlier = max((one for one in fitting if one < start), default=None)
        if earlier is not None and start - earlier < grid.step:
            start = earlier if earlier >= piece.start else earlier + grid.step
        until = next(end for low, end in free[piece.maker] if low <= piece.start < end)
        while start < piece.end and start + grid.length <= until:
            found.add((start, piece.maker))
            fitting.add(start)
            start += grid.step
    return found
