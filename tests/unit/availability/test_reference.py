"""The arrays against the two-pointer reference, with much to do; and the array arithmetic by itself."""

import random
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ringonce.availability import arrays, reference
from ringonce.availability.busy import BusyTimes, Question
from ringonce.availability.case import Case
from ringonce.availability.model import (
    Busy,
    Cause,
    DateOverride,
    GridKind,
    Host,
    Mode,
    Query,
    Rules,
    Schedule,
)
from ringonce.availability.starts import candidates
from ringonce.availability.windows import date_cuts, dated_windows, open_spans, pieces_within, zone_on
from ringonce.values import interval
from ringonce.values.zones import day_start
from tests.unit.availability.strategies import DAYS

ALL_DAYS = 9


def _schedule(chance: random.Random, zone: str, on: date) -> Schedule:
    overrides = []
    for day in range(ALL_DAYS):
        edges = sorted(chance.sample(range(0, 1441, chance.choice((5, 15, 1))), 4))
        windows = ((edges[0], edges[1]), (edges[2], edges[3]))
        overrides.append(DateOverride(on + timedelta(days=day), windows))
    return Schedule(zone, (((0, 1440),),) * 7, tuple(overrides))


def _case(seed: int, hosts: int, count: int) -> Case:
    chance = random.Random(seed)
    home = chance.choice(sorted(DAYS))
    on = chance.choice(DAYS[home]) - timedelta(days=3)
    low = day_start(home, on)
    length = chance.choice((15, 20, 30, 45, 60))
    names = [f"h{number}" for number in range(hosts)]
    people = {
        one: Host(one, home, _schedule(chance, chance.choice((home, home, "Asia/Kolkata")), on))
        for one in names
    }
    rows = []
    for number in range(count):
        start = low + chance.randrange(ALL_DAYS * 1440)
        end = start + chance.choice((0, 1, 7, 15, 30, 45))
        buffers = chance.choice((0, 0, 5, 10)), chance.choice((0, 0, 5))
        rows.append(Busy(chance.choice(names), start, end, Cause.BOOKING, f"b{number}", *buffers))
    rules = Rules(
        "svc",
        home,
        (length,),
        Mode.ANY if hosts > 1 else Mode.SINGLE,
        () if hosts > 1 else tuple(names),
        tuple(names) if hosts > 1 else (),
        team_zone=home,
        grid=chance.choice(list(GridKind)),
        interval=chance.choice((None, 15, 20, 25, 60)),
        offset=chance.choice((0, 0, 5)),
        before=chance.choice((0, 10)),
        after=chance.choice((0, 5)),
    )
    return Case(rules, people, BusyTimes(rows), Query(low, low + ALL_DAYS * 1440, length), 0)


def _by_reference(case: Case) -> set[tuple[int, str]]:
    rules, query = case.rules, case.query
    windows: dict[str, list[reference.Day]] = {}
    taken: dict[str, list[interval.Interval]] = {}
    days = case.days(query.start, query.end)
    for name, host in case.hosts.items():
        assert host.schedule is not None
        pieces = dated_windows(host.schedule, *days)
        if rules.mode is Mode.ANY:
            pieces = pieces_within(date_cuts(rules.zone, *days), open_spans(host.schedule, *days))
        maker = name if rules.mode is Mode.ANY else ""
        windows[maker] = [
            reference.Day(
                start, end, day, rules.zone if rules.mode is Mode.ANY else zone_on(host.schedule, day)
            )
            for start, end, day in zip(*(column.tolist() for column in pieces), strict=True)
        ]
        taken[maker] = [
            (row.start - row.before - rules.after, row.end + row.after + rules.before)
            for row in case.busy.rows
            if row.host == name
        ]
    packed = rules.grid is GridKind.PACKED
    grid = reference.Grid(query.length, rules.interval or query.length, rules.offset, packed)
    found = reference.starts(windows, taken, grid)
    return {(start, maker) for start, maker in found if query.start <= start < query.end}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1 << 30), st.sampled_from([1, 1, 2, 4]), st.sampled_from([0, 5, 40, 200]))
def test_arrays_and_two_pointers_agree(seed: int, hosts: int, count: int) -> None:
    case = _case(seed, hosts, count)
    found = candidates(case, case.query.start, case.query.end)
    names = {one.number: one.host for one in found.who}
    ours = {
        (start, names[maker])
        for start, maker in zip(found.starts.tolist(), found.maker.tolist(), strict=True)
    }
    assert ours == _by_reference(case)


_some = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda one: (one[0], one[0] + one[1])))


@settings(max_examples=50)
@given(_some, _some)
def test_array_algebra_is_interval_algebra(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    def spans(of: list[tuple[int, int]]) -> arrays.Spans:
        return arrays.union(arrays.ints([one for one, _ in of]), arrays.ints([one for _, one in of]))

    def pairs(start: arrays.Ints, end: arrays.Ints) -> list[tuple[int, int]]:
        return list(zip(start.tolist(), end.tolist(), strict=True))

    ours, theirs = spans(first), spans(second)
    assert pairs(*ours) == interval.union(first)
    start, end, _ = arrays.cut(*ours, theirs)
    assert pairs(start, end) == interval.intersect(first, second)
    free = arrays.gaps(theirs.start, theirs.end)
    start, end, _ = arrays.cut(*ours, free)
    assert pairs(start, end) == interval.subtract(first, second)
    at = np.arange(75)
    clear = arrays.is_clear(theirs.start, theirs.end, at, at + 3)
    union = interval.union(second)
    assert clear.tolist() == [
        not any(interval.overlap((one, one + 3), busy) for busy in union) for one in at.tolist()
    ]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=8), st.data())
def test_a_moved_booking_leaves_the_arrays_as_if_it_had_never_been(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    busy = [
        Busy("a", 100 + start, 100 + start + length, Cause.BOOKING, f"b{number % 3}")
        for number, (start, length) in enumerate(rows)
    ]
    gone = data.draw(st.sampled_from(["b0", "b1", "b2"]))
    moved = BusyTimes(busy).solid(Question(frozenset(), gone, 0))
    never = BusyTimes([row for row in busy if row.owner != gone]).solid(Question(frozenset(), None, 0))
    assert moved.lows.tolist() == never.lows.tolist()
    assert moved.highs.tolist() == never.highs.tolist()
