"""Statements that run for every claim and page look at the few live rows, not at all that ever were."""

from pathlib import Path

import pytest

from ringonce.booking import catalogue_store, store
from ringonce.calendars import store as calendars
from ringonce.kernel.db import Statement
from ringonce.kernel.sqlite import connect


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (store._LAPSED_HOLDS, "holds_to_lapse"),
        (store._EXPIRED_REQUESTS, "bookings_to_expire"),
        (catalogue_store.LIVE_HOLDS_OF_SERVICE, "holds_live"),
        (calendars.DELETE_LAPSED, "ix_occupancy_lapsing"),
    ],
)
def test_the_partial_index_is_used(database_url: str, statement: Statement, index: str) -> None:
    connection = connect(Path(database_url.removeprefix("sqlite:///")), read_only=True)
    sql = statement.sql("sqlite")
    plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * sql.count("?")).fetchall()
    connection.close()
    assert f"INDEX {index} " in plan[0][3]
