"""Conversations begun over HTTP, each by somebody new. Beside it the bare engines, as for booking.

`python -m bench starts`. Every answer is checked: what is counted is what was begun.
"""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

import asyncpg

from bench.booking import bare, one_statement
from bench.figures import Figure
from bench.support.parlours import Parlour, new_visitor, open_parlours, start
from bench.support.shop import postgres
from bench.support.wire import Wire, percentile
from tests.support.product import Product

SECONDS = 6.0
CLIENTS = 32


async def begin(product: Product, parlours: list[Parlour], clients: int) -> tuple[float, list[float]]:
    """Conversations a second by so many clients, and how long each took (s). Raises where one is refused."""
    took: list[float] = []
    until = perf_counter() + SECONDS

    async def client(number: int) -> None:
        parlour, wire = parlours[number % len(parlours)], Wire(product.port)
        while perf_counter() < until:
            begun = perf_counter()
            begins = await start(wire, parlour, new_visitor())
            if not begins["created"]:
                raise RuntimeError("somebody new joined a conversation that was there")
            took.append(perf_counter() - begun)
        wire.close()

    begun = perf_counter()
    await asyncio.gather(*(client(number) for number in range(clients)))
    return len(took) / (perf_counter() - begun), took


def _rate(name: str, rate: float, took: list[float], limit: float | None, beside: str) -> Figure:
    note = f"p50 {percentile(took, 0.5) * 1000:.0f} ms, p99 {percentile(took, 0.99) * 1000:.0f} ms"
    return Figure(name, rate, "starts/s", limit, note, "more", beside)


async def _on_sqlite() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        alone_bare, group_bare = await bare(Path(folder))
    async with open_parlours("", 1) as (product, parlours):
        rate, took = await begin(product, parlours, 1)
        beside = f"one commit each: {alone_bare:,.0f}/s; target 25 % of it"
        alone = _rate("a chat begun, SQLite, 1 client", rate, took, alone_bare * 0.25, beside)
        rate, took = await begin(product, parlours, CLIENTS)
        beside = f"{CLIENTS} in a commit: {group_bare:,.0f}/s"
        return [alone, _rate(f"a chat begun, SQLite, {CLIENTS} clients", rate, took, 2_000, beside)]


async def _on_postgres() -> Figure:
    async with postgres() as url:
        most = await one_statement(url)
        connection = await asyncpg.connect(url)
        await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        await connection.close()
        async with open_parlours(url, CLIENTS) as (product, parlours):
            rate, took = await begin(product, parlours, CLIENTS)
        beside = f"a booking in one statement, 8 clients: {most:,.0f}/s; target 15 % of it"
        name = f"a chat begun, PostgreSQL, {CLIENTS} clients, {CLIENTS} workspaces"
        return _rate(name, rate, took, most * 0.15, beside)


async def _all() -> list[Figure]:
    return [*await _on_sqlite(), await _on_postgres()]


def main() -> list[Figure]:
    return asyncio.run(_all())
