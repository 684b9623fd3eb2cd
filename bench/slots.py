"""Slot computation: 30 days of 30-minute slots, medians of many runs, with the limit beside each.

Run with `python -m bench slots`. Windows come from the cache, as they do for every request but a day's first;
busy rows are sorted once before, as one request does for its whole answer.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date
from statistics import median
from time import perf_counter
from typing import NamedTuple

from bench.figures import Figure
from ringonce.availability.busy import BusyTimes
from ringonce.availability.model import Busy, Cause, GridKind, Host, Mode, Query, Rules, Schedule
from ringonce.availability.offer import offer
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import day_start

RUNS = 200
DAYS = 30


class Line(NamedTuple):
    """One measured line: its name, the median, the slowest of twenty, the limit; milliseconds."""

    name: str
    median_ms: float
    p95_ms: float
    limit_ms: float | None


def _hours(zone: str) -> Schedule:
    return Schedule(zone, (((540, 1020),),) * 7)


def _rows(host: str, count: int, low: int, chance: random.Random) -> Iterator[Busy]:
    for number in range(count):
        start = low + chance.randrange(DAYS * 1440)
        yield Busy(host, start, start + chance.choice((15, 20, 30, 45)), Cause.EXTERNAL, f"{host}-{number}")


def _measure(name: str, limit: float | None, work: Callable[[], object]) -> Line:
    work()
    times: list[float] = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return Line(name, median(times), sorted(times)[int(RUNS * 0.95)], limit)


def lines() -> list[Line]:
    """Measure every line."""
    from_day = day_start("Europe/Berlin", date(2026, 12, 1))
    query = Query(from_day, from_day + DAYS * 1440, 30)
    now = (from_day - 1440) * MINUTE_MS
    found: list[Line] = []

    def line(name: str, mode: Mode, hosts: int, rows: int, limit: float | None, grid: GridKind) -> None:
        chance = random.Random(7)
        names = [f"hst_{number}" for number in range(hosts)]
        people = {one: Host(one, "Europe/Berlin", _hours("Europe/Berlin")) for one in names}
        busy = BusyTimes(row for one in names for row in _rows(one, rows, from_day, chance))
        rotating = tuple(names) if mode is Mode.ANY else ()
        fixed = () if mode is Mode.ANY else tuple(names)
        rules = Rules("svc", "Europe/Berlin", (30,), mode, fixed, rotating, grid=grid)
        found.append(_measure(name, limit, lambda: offer(rules, people, busy, query, now).instants))

    for rows in (0, 100, 1000):
        line(f"1 host, {rows} busy", Mode.SINGLE, 1, rows, 0.5, GridKind.PACKED)
    line("1 host, 1000 busy, fixed grid", Mode.SINGLE, 1, 1000, 0.5, GridKind.FIXED)
    line("10 hosts, 1000 busy each, any", Mode.ANY, 10, 1000, 2.0, GridKind.PACKED)
    line("10 hosts, 1000 busy each, any, fixed grid", Mode.ANY, 10, 1000, 2.0, GridKind.FIXED)
    line("10 hosts, 100 busy each, any", Mode.ANY, 10, 100, 2.0, GridKind.PACKED)
    line("10 hosts, 1000 busy each, all", Mode.ALL, 10, 1000, 2.0, GridKind.PACKED)
    return found


def main() -> list[Figure]:
    """Every line as a figure."""
    return [
        Figure(one.name, one.median_ms, "ms", one.limit_ms, f"30 days; p95 {one.p95_ms:.2f} ms")
        for one in lines()
    ]
