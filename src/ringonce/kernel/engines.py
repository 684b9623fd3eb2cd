"""From a database URL to an engine."""

from pathlib import Path

from ringonce.kernel.db import Database
from ringonce.kernel.postgres import POOL_AT_MOST, PostgresDatabase, open_pool
from ringonce.kernel.sqlite import SqliteDatabase


class UnknownEngine(ValueError):
    """The URL names neither a SQLite file nor a PostgreSQL database."""


def sqlite_path(url: str) -> Path | None:
    """The file of a `sqlite:///path` URL; None if the URL is PostgreSQL's. Raises UnknownEngine."""
    if url.startswith("sqlite:///") and len(url) > len("sqlite:///"):
        return Path(url.removeprefix("sqlite:///"))
    if url.startswith(("postgresql://", "postgres://")):
        return None
    raise UnknownEngine(f"expected sqlite:///path or postgresql://..., not {url.partition(':')[0]!r}")


async def open_database(url: str, *, read_only: bool = False, pool_size: int = POOL_AT_MOST) -> Database:
    """Open the database of a URL. The schema must be there: see migrate.upgrade.

    `pool_size`: the most connections to PostgreSQL.
    Raises UnknownEngine, DatabaseInUse (SQLite, unless read only), DatabaseUnavailable.
    """
    path = sqlite_path(url)
    if path is None:
        return PostgresDatabase(await open_pool(url, at_most=pool_size), url, read_only=read_only)
    return SqliteDatabase(path, read_only=read_only)
