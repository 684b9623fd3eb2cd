"""Booking over HTTP, as a visitor's page does it: hold, then confirm. Beside it the bare engines, same rows.

`python -m bench booking`. Every answer is checked: what is counted is what was booked.
"""

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from time import perf_counter

import asyncpg

from bench.figures import Figure
from bench.kernel import bare_sqlite
from bench.support.shop import Shop, open_shops, postgres
from bench.support.wire import Wire, percentile
from ringonce.kernel import migrate
from ringonce.kernel.engines import open_database
from tests.support.ledger import make_ledger
from tests.support.product import Product

SECONDS = 8.0
CLIENTS = 32
ONE_STATEMENT_CLIENTS = 8

#: stack.md: a booking in one statement, the limit that PostgreSQL on the machine gives.
_ONE_STATEMENT = """
WITH receipt AS (
  INSERT INTO bare_receipts (key, body) VALUES ($1, $2)
), head AS (
  UPDATE bare_heads SET seq = seq + 1 WHERE workspace = $3 RETURNING seq
), booked AS (
  INSERT INTO bare_bookings (id, host, start_minute, end_minute, words) VALUES ($1, $4, $5, $5 + 5, $2)
)
INSERT INTO bare_log (workspace, seq, line) SELECT $3, seq, $2 FROM head
"""
_TABLES = """
CREATE TABLE bare_receipts (key text PRIMARY KEY, body text);
CREATE TABLE bare_heads (workspace int PRIMARY KEY, seq bigint);
CREATE TABLE bare_bookings (id text PRIMARY KEY, host int, start_minute int, end_minute int, words text);
CREATE UNIQUE INDEX bare_slot ON bare_bookings (host, start_minute);
CREATE TABLE bare_log (workspace int, seq bigint, line text, PRIMARY KEY (workspace, seq));
INSERT INTO bare_heads SELECT n, 0 FROM generate_series(0, 31) n;
"""


async def book_through(product: Product, shops: list[Shop], clients: int) -> tuple[float, list[float]]:
    """Bookings a second by so many clients, and how long each took (s). Raises where one is refused."""
    first = (datetime.now(UTC) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    took: list[float] = []
    until = perf_counter() + SECONDS

    async def client(number: int) -> None:
        shop = shops[number % len(shops)]
        service = shop.services[number // len(shops) % len(shop.services)]
        wire = Wire(product.port)
        turn = 0
        while perf_counter() < until:
            start = first + timedelta(minutes=5 * turn)
            begun = perf_counter()
            await _book(wire, shop.slug, service, start.strftime("%Y-%m-%dT%H:%M:%SZ"))
            took.append(perf_counter() - begun)
            turn += 1
        wire.close()

    begun = perf_counter()
    await asyncio.gather(*(client(number) for number in range(clients)))
    return len(took) / (perf_counter() - begun), took


async def _book(wire: Wire, slug: str, service: str, start: str) -> None:
    who = {"Ringonce-Workspace": slug, "Authorization": f"Bearer vst_{token_urlsafe(33)}"}
    hold = await wire.ask("POST", "/api/v1/holds", {**who, **_key()}, {"service": service, "start": start})
    if hold.status != 201:
        raise RuntimeError(f"hold: {hold.status} {hold.body[:300]!r}")
    held = hold.json()
    form = {
        "hold_id": held["id"],
        "hold_token": held["token"],
        "generation": held["generation"],
        "name": "Ada Lovelace",
        "email": "ada@example.org",
        "zone": "UTC",
        "locale": "en",
    }
    booked = await wire.ask("POST", "/api/v1/bookings", {**who, **_key()}, form)
    if booked.status != 201:
        raise RuntimeError(f"confirm: {booked.status} {booked.body[:300]!r}")


def _key() -> dict[str, str]:
    return {"Idempotency-Key": f'"{token_urlsafe(24)}"'}


async def one_statement(url: str) -> float:
    """A booking in one statement, 8 clients, 32 workspaces: what this PostgreSQL can do at most."""
    async with asyncpg.create_pool(
        url, min_size=ONE_STATEMENT_CLIENTS, max_size=ONE_STATEMENT_CLIENTS
    ) as pool:
        await pool.execute(_TABLES)
        until, done, words = perf_counter() + SECONDS / 2, 0, "w" * 400

        async def client(number: int) -> None:
            nonlocal done
            turn = 0
            async with pool.acquire() as connection:
                while perf_counter() < until:
                    name = f"{number}-{turn}"
                    workspace = number + ONE_STATEMENT_CLIENTS * (turn % 4)
                    await connection.execute(_ONE_STATEMENT, name, words, workspace, number, turn * 5)
                    turn += 1
                    done += 1

        begun = perf_counter()
        await asyncio.gather(*(client(number) for number in range(ONE_STATEMENT_CLIENTS)))
        return done / (perf_counter() - begun)


async def bare(folder: Path) -> tuple[float, float]:
    """The same rows as a receipt's by one SQLite thread: a commit each, and 32 in a commit."""
    url = f"sqlite:///{folder / 'bare.db'}"
    await migrate.upgrade(url)
    database = await open_database(url)
    await make_ledger(database)
    await database.close()
    return bare_sqlite(folder / "bare.db", 1), bare_sqlite(folder / "bare.db", CLIENTS)


async def racers(product: Product, shop: Shop) -> Figure:
    """64 visitors fight for 10 slots: how long until the last has its answer, and what they were told."""
    begin = (datetime.now(UTC) + timedelta(days=40)).replace(hour=0, minute=0, second=0, microsecond=0)
    starts = [(begin + timedelta(minutes=5 * n)).strftime("%Y-%m-%dT%H:%M:%SZ") for n in range(10)]
    wires = [Wire(product.port) for _ in range(64)]
    line = asyncio.Barrier(64)
    took: list[float] = []

    async def race(number: int) -> int:
        who = {"Ringonce-Workspace": shop.slug, "Authorization": f"Bearer vst_{token_urlsafe(33)}"}
        body = {"service": shop.services[0], "start": starts[number % 10]}
        await wires[number].ask("GET", "/healthz", {})
        await line.wait()
        begun = perf_counter()
        answer = await wires[number].ask("POST", "/api/v1/holds", {**who, **_key()}, body)
        took.append(perf_counter() - begun)
        if answer.status == 409 and len(answer.json()["alternatives"]) < 3:
            raise RuntimeError("a refusal without alternatives")
        return answer.status

    told = await asyncio.gather(*(race(number) for number in range(64)))
    for wire in wires:
        wire.close()
    if told.count(201) != 10 or told.count(409) != 54:
        raise RuntimeError(f"10 winners and 54 explained refusals were due, got {told}")
    return Figure(
        name="64 racers on 10 slots, the last answer",
        value=max(took) * 1000,
        unit="ms",
        note=f"10 holds, 54 refusals with at least 3 alternatives; p50 {percentile(took, 0.5) * 1000:.0f} ms",
    )


def _rate(name: str, rate: float, took: list[float], limit: float | None, beside: str) -> Figure:
    note = f"p50 {percentile(took, 0.5) * 1000:.0f} ms, p99 {percentile(took, 0.99) * 1000:.0f} ms"
    return Figure(
        name=name, value=rate, unit="bookings/s", limit=limit, better="more", beside=beside, note=note
    )


async def _on_sqlite() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        alone_bare, group_bare = await bare(Path(folder))
    async with open_shops("", 1, CLIENTS) as (product, shops):
        rate, took = await book_through(product, shops, 1)
        beside = f"one commit each: {alone_bare:,.0f}/s; target 25 % of it"
        alone = _rate("hold + confirm, SQLite, 1 client", rate, took, alone_bare * 0.25, beside)
        race = await racers(product, shops[0])
    async with open_shops("", 1, CLIENTS) as (product, shops):
        rate, took = await book_through(product, shops, CLIENTS)
        beside = f"{CLIENTS} in a commit: {group_bare:,.0f}/s"
        crowd = _rate(f"hold + confirm, SQLite, {CLIENTS} clients", rate, took, 2_000, beside)
    return [alone, crowd, race]


async def _on_postgres() -> list[Figure]:
    figures = []
    async with postgres() as url:
        most = await one_statement(url)
        for workspaces in (1, 32):
            connection = await asyncpg.connect(url)
            await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            await connection.close()
            async with open_shops(url, workspaces, CLIENTS // workspaces) as (product, shops):
                rate, took = await book_through(product, shops, CLIENTS)
            target = most * 0.15 if workspaces == 32 else None
            beside = f"a booking in one statement, 8 clients: {most:,.0f}/s"
            beside += "; target 15 % of it" if target else ""
            name = f"hold + confirm, PostgreSQL, {CLIENTS} clients, {workspaces} workspaces"
            figures.append(_rate(name, rate, took, target, beside))
    return figures


async def _all() -> list[Figure]:
    return [*await _on_sqlite(), *await _on_postgres()]


def main() -> list[Figure]:
    return asyncio.run(_all())
