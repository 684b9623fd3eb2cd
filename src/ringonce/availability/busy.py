"""Busy rows, sorted once, as arrays for the arithmetic and as rows for explaining and counting.

Each host has a number; a minute is keyed by it, so that all hosts share one sorted array. Rows that time or
the asker can dissolve (holds, requests with a deadline, sittings of held seats) are kept apart and judged
for each question.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import EMPTY, Ints
from ringonce.availability.model import Busy, Cause, Query, Seat

KEY = 32
_LAST_MINUTE = 1 << 31


class Stretches(NamedTuple):
    """Padded busy time of all hosts: keyed starts and keyed ends, each sorted on its own."""

    lows: Ints
    highs: Ints

    def of(self, number: int) -> "Stretches":
        """Those of one host, as plain minutes."""
        key = number << KEY
        low, high = np.searchsorted(self.lows, (key, key + (1 << KEY)))
        return Stretches(self.lows[low:high] - key, self.highs[low:high] - key)


class Question(NamedTuple):
    """What dissolves rows: whose holds are his own, which booking moves, what time it is."""

    own_holds: frozenset[str]
    moving: str | None
    now: int
    without_holds: bool = False

    @staticmethod
    def of(query: Query, now: int, without_holds: bool = False) -> "Question":
        """The question that a query asks at a time."""
        return Question(query.own_holds, query.moving, now, without_holds)


def seat_counts(seat: Seat, question: Question) -> bool:
    """Whether a seat is taken by somebody else, now."""
    if seat.owner == question.moving or (seat.until_at is not None and seat.until_at <= question.now):
        return False
    return seat.cause is not Cause.HOLD or not (question.without_holds or seat.owner in question.own_holds)


def standing(row: Busy, question: Question) -> Cause | None:
    """What the row is to the asker: its cause (HOLD for a sitting of held seats only), None for nothing."""
    if row.owner == question.moving or (row.until_at is not None and row.until_at <= question.now):
        return None
    if row.seats:
        causes = {seat.cause for seat in row.seats if seat_counts(seat, question)}
        return (Cause.HOLD if causes == {Cause.HOLD} else Cause.BOOKING) if causes else None
    if row.cause is Cause.HOLD and (question.without_holds or row.owner in question.own_holds):
        return None
    return row.cause


def _is_settled(row: Busy) -> bool:
    """Whether only a move can dissolve the row."""
    if row.until_at is not None or row.cause is Cause.HOLD:
        return False
    return not row.seats or any(seat.cause is not Cause.HOLD and seat.until_at is None for seat in row.seats)


class BusyTimes:
    """The busy rows of every host concerned, and of every other host whose bookings a limit counts."""

    def __init__(self, rows: Iterable[Busy] = ()) -> None:
        self.rows: tuple[Busy, ...] = tuple(row for row in rows if row.start < row.end and row.blocks)
        self.numbers: dict[str, int] = {}
        settled: list[Busy] = []
        self.loose: list[Busy] = []
        self.sittings: list[Busy] = []
        for row in self.rows:
            self.numbers.setdefault(row.host, len(self.numbers))
            (settled if _is_settled(row) else self.loose).append(row)
            if row.seats:
                self.sittings.append(row)
        self._settled = self._keyed(settled)

    def _keyed(self, rows: Sequence[Busy]) -> Stretches:
        if not rows:
            return Stretches(EMPTY, EMPTY)
        keys = np.array([self.numbers[row.host] for row in rows], dtype=np.int64) << KEY
        lows = np.array([row.start - row.before for row in rows], dtype=np.int64)
        highs = np.array([row.end + row.after for row in rows], dtype=np.int64)
        np.clip(lows, 0, _LAST_MINUTE, out=lows)
        np.clip(highs, 0, _LAST_MINUTE, out=highs)
        return Stretches(np.sort(lows + keys), np.sort(highs + keys))

    def _grouped(self, word: str) -> dict[str, list[Busy]]:
        found: defaultdict[str, list[Busy]] = defaultdict(list)
        for row in self.rows:
            found[getattr(row, word)].append(row)
        return found

    @cached_property
    def of_host(self) -> dict[str, list[Busy]]:
        """Rows by host."""
        return self._grouped("host")

    @cached_property
    def of_service(self) -> dict[str, list[Busy]]:
        """Rows by service."""
        return self._grouped("service")

    @cached_property
    def of_team(self) -> dict[str, list[Busy]]:
        """Rows by team."""
        return self._grouped("team")

    def solid(self, question: Question) -> Stretches:
        """What moves the packed grid: everything but holds."""
        found = self._settled
        if question.moving is not None:
            gone = [
                row for row in self.rows if _is_settled(row) and standing(row, question) in (None, Cause.HOLD)
            ]
            found = _without(found, self._keyed(gone)) if gone else found
        more = [row for row in self.loose if standing(row, question) not in (None, Cause.HOLD)]
        return _with(found, self._keyed(more)) if more else found

    def soft(self, question: Question) -> Stretches:
        """What only refuses: live holds of others. A moved booking can leave held seats behind."""
        rows = self.loose if question.moving is None else self.rows
        return self._keyed([row for row in rows if standing(row, question) is Cause.HOLD])


def _without(stretches: Stretches, gone: Stretches) -> Stretches:
    def less(values: Ints, taken: Ints) -> Ints:
        # Equal values may be gone several times: the n-th equal one removes the n-th place.
        places: list[int] = []
        for value in taken.tolist():
            at = bisect_left(values, value)
            places.append(at if not places or places[-1] < at else places[-1] + 1)
        return np.delete(values, places)

    return Stretches(less(stretches.lows, gone.lows), less(stretches.highs, gone.highs))


def _with(stretches: Stretches, more: Stretches) -> Stretches:
    return Stretches(
        np.insert(stretches.lows, np.searchsorted(stretches.lows, more.lows), more.lows),
        np.insert(stretches.highs, np.searchsorted(stretches.highs, more.highs), more.highs),
    )
