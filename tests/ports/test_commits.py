"""The count of commits: what was read while it stood still is still so."""

import pytest
from sqlalchemy import text

from ringonce.kernel.db import Database, Tx, statement
from tests.support.ledger import INSERT, make_ledger

NOTHING: frozenset[str] = frozenset()
RAW = statement(text("DELETE FROM ledger"))


class GaveUp(Exception):
    """The intent changed its mind."""


async def write(database: Database, name: str) -> None:
    await database.write(lambda tx: tx.run(INSERT, id=name, note=""))


async def test_a_commit_moves_it_and_a_read_does_not(database: Database) -> None:
    await make_ledger(database)
    before = database.commits(NOTHING)
    if database.dialect == "postgresql":
        assert before is None
        return
    await database.read(lambda tx: tx.all(statement(text("SELECT 1"))))
    assert database.commits(NOTHING) == before
    await write(database, "a")
    assert database.commits(NOTHING) != before


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_only_the_tables_that_matter_are_counted(database: Database) -> None:
    await make_ledger(database)
    table = INSERT.writes
    assert table is not None
    before = database.commits(frozenset({table}))
    await write(database, "a")
    assert database.commits(frozenset({table})) == before
    await database.write(lambda tx: tx.run(RAW))
    assert database.commits(frozenset({table})) != before


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_what_stood_beside_a_failure_in_its_group_counts(database: Database) -> None:
    await make_ledger(database)

    async def fails(tx: Tx) -> None:
        raise GaveUp

    before = database.commits(NOTHING)
    with pytest.raises(GaveUp):
        await database.write(fails)
    assert database.commits(NOTHING) == before
    await write(database, "b")
    assert database.commits(NOTHING) != before
