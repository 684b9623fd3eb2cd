"""Fresh = migrated, on both engines; forward only; a newer schema is refused with a sentence."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from ringonce.kernel import migrate
from ringonce.kernel.db import DatabaseUnavailable, DialectName
from ringonce.kernel.engines import open_database, sqlite_path
from ringonce.kernel.filelock import DatabaseInUse
from ringonce.migrations.declared import declared_ddl
from ringonce.migrations.frozen import frozen_path, read_frozen
from tests.support.engines import Templates
from tests.support.introspect import schema_of


@pytest.fixture
def empty_url(engine: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    with templates.empty(engine, tmp_path) as url:
        yield url


async def run_sql(url: str, statements: list[str]) -> None:
    path = sqlite_path(url)
    if path is not None:
        connection = sqlite3.connect(path)
        for sql in statements:
            connection.execute(sql)
        connection.commit()
        connection.close()
        return
    postgres = await asyncpg.connect(url)
    for sql in statements:
        await postgres.execute(sql)
    await postgres.close()


async def test_migrated_is_what_the_code_declares(engine: str, database_url: str, empty_url: str) -> None:
    await run_sql(empty_url, list(declared_ddl("sqlite" if engine == "sqlite" else "postgresql")))
    declared, migrated = await schema_of(empty_url), await schema_of(database_url)
    assert migrated == declared
    kinds = {name.partition(" ")[0] for name in migrated}
    assert {"index"} < kinds
    assert any("CHECK" in text for text in migrated.values())
    if engine == "sqlite":
        assert "trigger" in kinds
    else:
        assert any("EXCLUDE" in text for text in migrated.values())


#: An edit of each sort that Alembic's own comparison does not see.
EDITS = {
    "sqlite": [
        "CREATE TRIGGER t AFTER INSERT ON log BEGIN SELECT 1; END",
        "CREATE INDEX i ON log (at) WHERE at > 5",
        "CREATE TABLE extra (id TEXT CHECK (id <> '')) STRICT",
    ],
    "postgresql": [
        "ALTER TABLE log ADD CONSTRAINT c CHECK (seq > 0)",
        "CREATE INDEX i ON log (at) WHERE at > 5",
        "ALTER TABLE log ADD EXCLUDE USING gist (int8range(seq, seq, '[]') WITH &&)",
        "ALTER TABLE log ALTER COLUMN actor_id SET DEFAULT 'x'",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ],
}


async def test_control_the_comparison_sees_every_sort_of_difference(engine: str, database_url: str) -> None:
    before = await schema_of(database_url)
    for edit in EDITS[engine]:
        await run_sql(database_url, [edit])
        after = await schema_of(database_url)
        assert after != before, edit
        before = after


async def test_the_frozen_text_is_what_the_code_declares(engine: str) -> None:
    dialect: DialectName = "sqlite" if engine == "sqlite" else "postgresql"
    assert frozen_path("0001_initial", dialect).exists(), "run `python -m ringonce.migrations.freeze`"
    assert read_frozen("0001_initial", dialect) == list(declared_ddl(dialect)), (
        "the tables changed: before a release run `python -m ringonce.migrations.freeze`, "
        "after one write a new migration"
    )


async def test_upgrading_again_changes_nothing(database_url: str) -> None:
    before = await schema_of(database_url)
    assert await migrate.upgrade(database_url) == migrate.known_head()
    assert await schema_of(database_url) == before
    assert await migrate.current(database_url) == migrate.known_head()
    await migrate.check(database_url)


async def test_an_empty_database_is_told_to_migrate(engine: str, empty_url: str) -> None:
    if engine == "sqlite":
        with pytest.raises(DatabaseUnavailable):
            await migrate.check(empty_url)
        await run_sql(empty_url, ["CREATE TABLE x (id TEXT)"])
    with pytest.raises(migrate.SchemaTooOld, match="Run `ringonce migrate`"):
        await migrate.check(empty_url)
    assert await migrate.current(empty_url) is None


async def test_an_older_program_refuses_a_newer_schema_and_touches_nothing(database_url: str) -> None:
    await run_sql(database_url, ["UPDATE schema_version SET version_num = '9999'"])
    before = await schema_of(database_url)
    for refuses in (migrate.upgrade, migrate.check):
        with pytest.raises(migrate.SchemaTooNew, match=r"schema 9999.*newer Ringonce") as refused:
            await refuses(database_url)
        assert str(refused.value).endswith("Nothing was changed.")
    assert await schema_of(database_url) == before
    assert await migrate.current(database_url) == "9999"


async def test_a_migration_that_fails_leaves_nothing(engine: str, empty_url: str) -> None:
    # The last table cannot be made, so the first must not stay either.
    await run_sql(empty_url, ["CREATE TABLE receipts (id TEXT)"])
    before = await schema_of(empty_url)
    with pytest.raises(Exception, match="receipts"):
        await migrate.upgrade(empty_url)
    assert await schema_of(empty_url) == before


async def test_two_programs_that_start_together_migrate_once(engine: str, empty_url: str) -> None:
    outcomes: list[object] = [
        *await asyncio.gather(migrate.upgrade(empty_url), migrate.upgrade(empty_url), return_exceptions=True)
    ]
    if engine == "postgresql":
        assert outcomes == [migrate.known_head()] * 2
    else:
        # One process owns a SQLite file: the other is refused, or came when the first had finished.
        assert migrate.known_head() in outcomes
        others = [outcome for outcome in outcomes if outcome != migrate.known_head()]
        assert all(isinstance(outcome, DatabaseInUse) for outcome in others)
    await migrate.check(empty_url)


async def test_a_running_server_is_not_migrated_under_its_feet(engine: str, database_url: str) -> None:
    if engine == "postgresql":
        return  # its migrations are additive and lock for seconds at most: servers may run meanwhile
    server = await open_database(database_url)
    with pytest.raises(DatabaseInUse):
        await migrate.upgrade(database_url)
    await server.close()
