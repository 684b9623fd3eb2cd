"""The whole offer against an independent oracle that goes minute by minute."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.oracle import Oracle
from tests.unit.availability.strategies import World, worlds


def found(world: World) -> dict[int, set[str]]:
    """Start -> hosts that could take it ("" for all together), as the oracle puts it."""
    return {slot.start: set(slot.hosts) if world.rules.rotates else {""} for slot in world.offer().slots}


@settings(max_examples=8, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.one_of(worlds(), worlds(seated=True)))
def test_every_offer_is_the_oracles(world: World) -> None:
    oracle = Oracle(world.rules, world.hosts, world.rows, world.query, world.now)
    assert found(world) == oracle.offer()
