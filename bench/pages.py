"""What a page costs: its slots over HTTP, its size, and how soon it is seen on a slow telephone.

`python -m bench pages`.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.async_api import Browser

from bench.figures import Figure
from bench.support.flood import bare_server, flood, request
from bench.support.shop import open_shops
from bench.support.wire import Wire, percentile
from tests.support.browsers import browser_of
from tests.support.product import Product

SECONDS = 4.0
LINES = 8
VISITS = 5
# A slow telephone: 150 ms, 1.6 Mbit/s, a quarter of the processor.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER_PROCESSOR = 4
#: frontend.md measured this for a page written by the server, 1.18 s for one that a script writes.
REFERENCE_PAINT_S = 0.56


async def _slots(product: Product, slug: str) -> list[Figure]:
    today = datetime.now(UTC).date()
    path = f"/api/v1/slots?service=service-0&from={today}&to={today + timedelta(days=6)}&zone=UTC"
    headers = {"Ringonce-Workspace": slug}
    wire = Wire(product.port)
    answer = await wire.ask("GET", path, headers)
    wire.close()
    if answer.status != 200:
        raise RuntimeError(f"slots: {answer.status} {answer.body[:300]!r}")
    count = len(answer.json()["slots"])
    port = product.port
    whole = await flood(port, request(path, headers.items()), b"200", lines=LINES, seconds=SECONDS)
    seen = {**headers, "If-None-Match": answer.headers["etag"]}
    same = await flood(port, request(path, seen.items()), b"304", lines=LINES, seconds=SECONDS)
    alive = await flood(port, request("/healthz"), b"200", lines=LINES, seconds=SECONDS)
    async with bare_server() as bare:
        most = await flood(bare, request("/"), b"304", lines=LINES, seconds=SECONDS)
    beside = f"the HTTP server alone: {most:,.0f}/s; our /healthz: {alive:,.0f}/s"
    week = f"7 days, {count} slots, {LINES} connections, 1 process, SQLite"
    return [
        Figure("slots with ETag (304)", same, "reads/s", 5_000, week, "more", beside),
        Figure(
            "slots without ETag (200)",
            whole,
            "reads/s",
            None,
            f"{week}, {len(answer.body):,} bytes",
            "more",
            beside,
        ),
    ]


@dataclass(frozen=True, slots=True)
class Visit:
    """One first visit: bytes over the wire, and when something was painted (s)."""

    size: float
    paint: float


async def _visit(browser: Browser, url: str, *, slow: bool) -> Visit:
    context = await browser.new_context()
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    if slow:
        await session.send("Network.emulateNetworkConditions", SLOW)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    await page.goto(url, wait_until="networkidle")
    paint = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
    await context.close()
    if paint < 0:
        raise RuntimeError("nothing was painted")
    return Visit(sum(sizes), paint / 1000)


async def _page(product: Product, slug: str) -> list[Figure]:
    url = f"{product.url}/{slug}/service-0"
    async with browser_of("chromium") as browser:
        size = (await _visit(browser, url, slow=False)).size
        visits = [await _visit(browser, url, slow=True) for _ in range(VISITS)]
    paints = [visit.paint for visit in visits]
    return [
        Figure(
            "booking page in all, as sent", size / 1000, "kB", 45, "document, script, style; headers included"
        ),
        Figure(
            "first paint, 150 ms, 1.6 Mbit/s, 4x slower processor",
            percentile(paints, 0.5),
            "s",
            REFERENCE_PAINT_S * 1.5,
            f"median of {VISITS} first visits in Chromium; up to 1.5x the reference is a tie",
            beside=f"the design's page written by the server {REFERENCE_PAINT_S} s, by a script 1.18 s",
        ),
    ]


async def _all() -> list[Figure]:
    async with open_shops("", 1, 1, length=30) as (product, shops):
        return [*await _slots(product, shops[0].slug), *await _page(product, shops[0].slug)]


def main() -> list[Figure]:
    return asyncio.run(_all())
