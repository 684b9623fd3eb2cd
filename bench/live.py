"""How soon other pages see that a time is gone: a thousand open pages, one visitor who holds.

`python -m bench live`.
"""

import asyncio
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from time import perf_counter
from typing import Any

import uvloop

from bench.figures import Figure
from bench.support.page_socket import PageSocket, open_sockets
from bench.support.shop import open_shops
from bench.support.wire import Wire, percentile

PAGES = 1_000
CHANGES = 12


def hello(slug: str) -> dict[str, Any]:
    return {"type": "hello", "workspace": slug, "token": None}


def subscription(length: int) -> dict[str, Any]:
    """A page's question: a week from tomorrow."""
    first = datetime.now(UTC).date() + timedelta(days=1)
    week = {"from": str(first), "to": str(first + timedelta(days=6)), "zone": "UTC", "length": length}
    return {"type": "subscribe", "id": "a", "topic": "slots", "service": "service-0", **week}


async def _change(wire: Wire, slug: str, start: str, pages: list[PageSocket]) -> list[float]:
    """Hold a time; how long after the request each page was told (s)."""
    for page in pages:
        page.again()
    who = {"Ringonce-Workspace": slug, "Authorization": f"Bearer vst_{token_urlsafe(33)}"}
    key = {"Idempotency-Key": f'"{token_urlsafe(24)}"'}
    begun = perf_counter()
    answer = await wire.ask("POST", "/api/v1/holds", {**who, **key}, {"service": "service-0", "start": start})
    if answer.status != 201:
        raise RuntimeError(f"hold: {answer.status} {answer.body[:300]!r}")
    async with asyncio.timeout(30):
        told = await asyncio.gather(*(page.told for page in pages))
    return [at - begun for at in told]


async def _told(count: int) -> tuple[list[float], list[float]]:
    """With so many pages open: each page's wait, and how much later than the first page it was told (s)."""
    async with open_shops("", 1, 1, length=30) as (product, shops):
        slug = shops[0].slug
        pages = await open_sockets(product.port, count, hello(slug), subscription(30))
        wire = Wire(product.port)
        first = (datetime.now(UTC) + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
        waits: list[float] = []
        behind: list[float] = []
        for turn in range(CHANGES):
            start = (first + timedelta(minutes=30 * turn)).strftime("%Y-%m-%dT%H:%M:%SZ")
            took = await _change(wire, slug, start, pages)
            if turn:
                waits += took
                behind += [each - min(took) for each in took]
        wire.close()
        for page in pages:
            page.close()
    return waits, behind


async def _all() -> list[Figure]:
    alone, _ = await _told(1)
    waits, behind = await _told(PAGES)
    one = f"with one page open: p50 {percentile(alone, 0.5) * 1000:.0f} ms"
    how = f"from the hold's request, {PAGES:,} open pages, {CHANGES - 1} holds, SQLite"
    spread = f"p50 {percentile(waits, 0.5) * 1000:.0f} ms, p99 {percentile(waits, 0.99) * 1000:.0f} ms"
    return [
        Figure(
            "another page sees a change, p95",
            percentile(waits, 0.95),
            "s",
            1,
            f"{how}; {spread}",
            beside=one,
        ),
        Figure(
            f"fan-out to {PAGES:,} pages, p99 after the first",
            percentile(behind, 0.99) * 1000,
            "ms",
            100,
            "the load generator reads all of them on the same machine",
        ),
    ]


def main() -> list[Figure]:
    return uvloop.run(_all())
