"""A world on both engines."""

import pytest

from ringonce.kernel.db import Database
from tests.support.clock import MovableClock
from tests.support.world import World, make_world


@pytest.fixture
def world(database: Database, clock: MovableClock) -> World:
    return make_world(database, clock)
