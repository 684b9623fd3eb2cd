"""Bring a database to this program's schema: forward only, both engines, one transaction."""

import asyncio
from pathlib import Path
from typing import Any

import asyncpg

import ringonce.kernel.lean  # noqa: F401 - before alembic

# isort: split
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from ringonce.kernel.db import DatabaseUnavailable
from ringonce.kernel.engines import sqlite_path
from ringonce.kernel.filelock import FileLock
from ringonce.kernel.sqlite import connect

VERSION_TABLE = "schema_version"

#: Any number, the same in every process: two servers that start together migrate one after the other.
_ONE_AT_A_TIME = 7_270_001


class SchemaTooNew(Exception):
    """A newer program wrote this database."""


class SchemaTooOld(Exception):
    """The database has not been migrated to this program's schema."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[1] / "migrations"))
    config.set_main_option("version_path_separator", "os")
    return config


def known_head() -> str:
    """The newest schema this program knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise SchemaTooOld("this program has no migrations: its installation is broken")
    return head


async def upgrade(url: str) -> str:
    """Run what is missing and return the schema's name.

    Raises SchemaTooNew (nothing is touched), DatabaseInUse, DatabaseUnavailable.
    """
    return str(await _with_connection(url, _upgrade, write=True))


async def current(url: str) -> str | None:
    """The schema of a database; None if it is empty."""
    found = await _with_connection(url, _current, write=False)
    return None if found is None else str(found)


async def check(url: str) -> None:
    """Refuse a database whose schema is not this program's. Raises SchemaTooNew, SchemaTooOld."""
    await _with_connection(url, _check, write=False)


def _current(connection: Connection) -> str | None:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def _refuse_newer(connection: Connection) -> str | None:
    found = _current(connection)
    if found is None:
        return None
    try:
        ScriptDirectory.from_config(_config()).get_revision(found)
    except CommandError as unknown:
        raise SchemaTooNew(
            f"This database has schema {found}, written by a newer Ringonce; this program knows "
            f"schemas up to {known_head()}. Start the newer program, or restore the backup made "
            "before the upgrade. Nothing was changed."
        ) from unknown
    return found


def _check(connection: Connection) -> None:
    found = _refuse_newer(connection)
    if found != known_head():
        raise SchemaTooOld(
            f"This database has schema {found or 'none'}; this program needs {known_head()}. "
            "Run `ringonce migrate`, or start the server, which does it."
        )


def _upgrade(connection: Connection) -> str:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})")
    _refuse_newer(connection)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return known_head()


async def _with_connection(url: str, work: Any, *, write: bool) -> Any:
    path = sqlite_path(url)
    if path is not None:
        return await asyncio.to_thread(_on_sqlite, path, work, write)
    return await _on_postgresql(url, work)


def _on_sqlite(path: Path, work: Any, write: bool) -> Any:
    if not write and not path.exists():
        raise DatabaseUnavailable(reason=f"there is no file {path.name}")
    lock = FileLock(path) if write else None
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, read_only=not write), poolclass=NullPool
    )

    # The driver would begin a transaction only before INSERT, and leave DDL half done after a crash.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    try:
        with engine.connect() as connection:
            # A table is rebuilt by copying: its references must not be followed meanwhile.
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                return work(connection)
    finally:
        engine.dispose()
        if lock is not None:
            lock.release()


async def _on_postgresql(url: str, work: Any) -> Any:
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url, timeout=10), poolclass=NullPool
    )
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    except OSError as error:
        raise DatabaseUnavailable(reason=str(error)) from error
    finally:
        await engine.dispose()
