"""The laws of scheduling.md as properties over random small worlds. The zone law is in tests/unit/zones."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ringonce.availability.busy import BusyTimes
from ringonce.availability.case import Case
from ringonce.availability.explain import explain
from ringonce.availability.model import Busy, Cause, GridKind
from ringonce.availability.starts import find
from ringonce.values.interval import MINUTE_MS
from tests.support.oracle import Oracle
from tests.unit.availability.strategies import World, worlds

law = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
some_worlds = st.one_of(worlds(), worlds(seated=True))


def live(world: World) -> list[Busy]:
    """The rows that stand in the asker's way, by the oracle's reading."""
    return Oracle(world.rules, world.hosts, world.rows, world.query, world.now).rows


@law
@given(some_worlds)
def test_no_offered_slot_meets_a_busy_stretch_of_a_host_that_would_take_it(world: World) -> None:
    rules = world.rules
    rows = live(world)
    for slot in world.offer().slots:
        joined = {sitting for _, sitting in slot.sittings}
        for row in rows:
            if row.host in (*slot.hosts, *slot.fixed) and row.owner not in joined:
                low, high = row.start - row.before - rules.after, row.end + row.after + rules.before
                assert slot.end <= low or slot.start >= high
        for group in slot.groups:
            assert group


@law
@given(some_worlds, st.lists(st.integers(0, 2000), max_size=4))
def test_cutting_the_range_changes_nothing(world: World, cuts: list[int]) -> None:
    query = world.query
    edges = sorted({query.start, query.end, *(min(query.start + one, query.end) for one in cuts)})
    parts = [slot for start, end in pairwise(edges) for slot in world.offer(start=start, end=end).slots]
    assert tuple(parts) == world.offer().slots


@law
@given(some_worlds)
def test_offered_exactly_when_holding_would_accept(world: World) -> None:
    # Holding asks for its own start alone; the page asked for its whole range.
    listed = world.offer()
    for start in range(world.query.start, world.query.end, 15):
        held = world.offer(start=start, end=start + 1).at(start)
        assert held == listed.at(start)


@law
@given(some_worlds, st.integers(0, 14))
def test_not_offered_exactly_when_a_reason_is_given(world: World, shift: int) -> None:
    made = world.offer()
    for start in sorted({*range(world.query.start - 60 + shift, world.query.end + 60, 47), *made.starts}):
        reasons = made.explain(start)
        offered = world.offer(start=start, end=start + 1).at(start) is not None
        assert offered == (not reasons)
        assert all(one.code == "off-grid" for one in reasons) or "off-grid" not in {r.code for r in reasons}


@law
@given(some_worlds)
def test_no_rule_explains_away_an_offered_start(world: World) -> None:
    # The reasons are found row by row, apart from the arrays: on an offered start none of them may speak.
    case = Case(
        world.rules, {host.id: host for host in world.hosts}, BusyTimes(world.rows), world.query, world.now
    )
    found = find(case)
    for start in found.instants.tolist()[::3]:
        assert [one.code for one in explain(case, start, found)] == ["off-grid"]


@law
@given(worlds())
def test_only_a_grid_refuses_where_off_grid_is_the_reason(world: World) -> None:
    oracle = Oracle(world.rules, world.hosts, world.rows, world.query, world.now)
    made = world.offer()
    for start in range(world.query.start, world.query.end, 61):
        if [one.code for one in made.explain(start)] == ["off-grid"]:
            assert all(oracle.is_free(host, start) for host in world.rules.fixed)


@law
@given(worlds(), st.integers(-600, 1500), st.integers(1, 200))
def test_busy_time_never_adds_a_start_to_the_fixed_grid(world: World, begin: int, length: int) -> None:
    rules = replace(world.rules, grid=GridKind.FIXED, first_only=False)
    before = replace(world, rules=rules)
    start = world.query.start + begin
    more = Busy(world.hosts[0].id, start, start + length, Cause.EXTERNAL, "new")
    after = replace(before, rows=(*world.rows, more))
    assert set(after.offer().starts) <= set(before.offer().starts)


@law
@given(some_worlds, st.lists(st.integers(0, 1000), min_size=3, max_size=3))
def test_the_offer_stands_until_true_until_and_no_longer(world: World, places: list[int]) -> None:
    made = world.offer()
    until = made.true_until
    end = until if until is not None else world.now + 3 * 1440 * MINUTE_MS
    assert end > world.now
    for moment in {*(world.now + (end - 1 - world.now) * one // 1000 for one in places), end - 1}:
        assert world.at(moment).offer().slots == made.slots
    if until is not None:
        assert world.at(until).offer().slots != made.slots


@law
@given(some_worlds)
def test_nearest_are_offered_and_in_order(world: World) -> None:
    at = (world.query.start + world.query.end) // 2
    nearest = world.offer().nearest(at)
    assert [slot.start for slot in nearest] == sorted({slot.start for slot in nearest})
    assert len(nearest) <= 5
    wide = world.offer(start=at - 31 * 1440, end=at + 31 * 1440 + 1, host=None)
    assert {slot.start for slot in nearest} <= set(wide.starts)
    assert len(nearest) >= min(3, len(wide.starts))
