"""Sittings that have begun and have room: always on the grid, filled before another host begins the same."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from ringonce.availability.arrays import Flags, Ints, ints
from ringonce.availability.busy import seat_counts, standing
from ringonce.availability.case import Case
from ringonce.availability.model import Busy


class Join(NamedTuple):
    """A sitting with room: the rotating host that has it ("" where all hosts do), and the seats left."""

    start: int
    host: str
    sitting: str
    left: int


def live_sittings(case: Case, low: int, high: int) -> dict[str, list[Busy]]:
    """Rows of the service's sittings of the asked length that begin in [low, high), by sitting."""
    found: defaultdict[str, list[Busy]] = defaultdict(list)
    if case.rules.seats is None:
        return found
    for row in case.busy.sittings:
        if (
            low <= row.start < high
            and row.service == case.rules.service
            and row.end - row.start == case.query.length
            and standing(row, case.question) is not None
        ):
            found[row.owner].append(row)
    return found


def seats_left(case: Case, row: Busy) -> int:
    """Seats that nobody else has; the asker's own held seat counts as his."""
    taken = sum(seat_counts(seat, case.question) for seat in row.seats)
    return (case.rules.seats or 0 if row.capacity is None else row.capacity) - taken


class _Hosts:
    """Answers about hosts at the sittings' starts, computed once for each host."""

    def __init__(self, case: Case, starts: Ints) -> None:
        self._case = case
        self._starts = starts
        self._known: dict[str, tuple[Flags, Ints]] = {}

    def can_join(self, host: str, start: int, own_rows: int) -> bool:
        """Whether the host is open and meets nothing but the sitting's own rows."""
        if host not in self._known:
            self._known[host] = (
                self._case.is_open(host, self._starts),
                self._case.meetings(host, self._starts),
            )
        at = int(np.searchsorted(self._starts, start))
        is_open, met = self._known[host]
        return bool(is_open[at]) and int(met[at]) == own_rows and not self._case.is_closed(host)

    def is_free(self, host: str, start: int) -> bool:
        """Whether a host outside the sitting could come to it."""
        return bool(self._case.is_free(host, ints([start]))[0])


def joins(case: Case, low: int, high: int) -> list[Join]:
    """The sittings that can be joined. Joining costs no limit anything."""
    sittings = live_sittings(case, low, high)
    if not sittings or not case.is_staffed:
        return []
    starts = np.unique(np.array([rows[0].start for rows in sittings.values()], dtype=np.int64))
    hosts = _Hosts(case, starts)
    found: list[Join] = []
    for sitting, rows in sorted(sittings.items()):
        left = seats_left(case, rows[0])
        if left < case.query.seats:
            continue
        for host in _takers(case, rows):
            if _is_served(case, hosts, rows, host):
                found.append(Join(rows[0].start, host, sitting, left))
    return found


def _takers(case: Case, rows: list[Busy]) -> list[str]:
    at = {row.host for row in rows}
    if case.rules.rotates:
        return [host for host in case.rotating if host in at]
    return [""] if at & set(case.fixed) else []


def _is_served(case: Case, hosts: _Hosts, rows: list[Busy], taker: str) -> bool:
    start = rows[0].start
    own: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        own[row.host] += 1
    needed = (*case.fixed, taker) if taker else case.fixed
    if not all(hosts.can_join(host, start, own[host]) for host in needed):
        return False
    for group in case.groups:
        inside = [host for host in group if own[host]]
        if inside:
            if not any(hosts.can_join(host, start, own[host]) for host in inside):
                return False
        elif not any(hosts.is_free(host, start) for host in group):
            return False
    return True
