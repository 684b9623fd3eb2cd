"""Thousands of random small worlds against the minute-by-minute oracle.

Run with `python -m tests.prove.offers`. An argument is the number of worlds; half of them have a sitting.
"""

import sys

from hypothesis import HealthCheck, given, settings

from tests.support.oracle import Oracle
from tests.unit.availability.strategies import World, worlds
from tests.unit.availability.test_oracle import found

WORLDS = 3000


def main(count: int) -> None:
    """Check them all; hypothesis prints the smallest world that differs."""
    checked = 0

    def agree(world: World) -> None:
        nonlocal checked
        assert found(world) == Oracle(world.rules, world.hosts, world.rows, world.query, world.now).offer()
        checked += 1
        if checked % 100 == 0:
            print(f"\r{checked:,} worlds", end="", flush=True)

    for seated in (False, True):
        checks = settings(max_examples=count // 2, deadline=None, suppress_health_check=list(HealthCheck))
        checks(given(worlds(seated=seated))(agree))()
    print(f"\r{checked:,} worlds agree with the oracle")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORLDS)
