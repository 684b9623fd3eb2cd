"""Work: one instant, rounded against the visitor, read again when locks made it wait."""

from datetime import timedelta
from typing import Any, cast

import pytest

from ringonce.kernel.db import Tx
from ringonce.kernel.sources import IdSource, SystemClock, spread
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import BookingId, WorkspaceId, parse_id
from tests.support.clock import MORNING, MovableClock


def work_at(clock: MovableClock) -> Work:
    tx = cast(Tx, cast(Any, None))
    return Work(tx, clock, IdSource(clock), WorkspaceId("wsp_1"), Actor("system", "t"), "req")


def test_now_stands_still_until_the_locks_were_taken() -> None:
    clock = MovableClock()
    work = work_at(clock)
    clock.move(timedelta(seconds=1))
    assert work.now == MORNING + 1_000, "read at the first use, not when the work was made"
    clock.move(timedelta(seconds=1))
    assert work.now == MORNING + 1_000
    work.locked()
    assert work.now == MORNING + 2_000


@pytest.mark.parametrize(("late_by", "minute"), [(0, 0), (1, 1), (59_999, 1), (60_000, 1), (60_001, 2)])
def test_the_current_minute_is_never_in_the_past(late_by: int, minute: int) -> None:
    clock = MovableClock(MORNING + late_by)
    assert work_at(clock).now_minute == MORNING // 60_000 + minute


def test_ids_are_fresh_and_of_their_kind() -> None:
    work = work_at(MovableClock())
    made = {work.new_id(BookingId) for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(parse_id(BookingId, one) == one for one in made)


def test_the_system_clock_counts_milliseconds_and_spread_stays_inside() -> None:
    assert 1_700_000_000_000 < SystemClock().now() < 10_000_000_000_000
    assert {spread(2) for _ in range(200)} == {0, 1, 2}
