"""An executor that can derive the tokens of holds."""

import pytest

from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource
from tests.flows.slots.visitors import CODES
from tests.support.clock import MovableClock


@pytest.fixture
def executor(database: Database, clock: MovableClock, ids: IdSource, hub: Hub) -> Executor:
    return Executor(database, clock, ids, hub, LocalBus(), codes=CODES)
