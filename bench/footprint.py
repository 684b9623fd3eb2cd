"""What the server needs when nobody asks anything: memory, memory of an idle page, time to start.

`python -m bench footprint`. Linux only: memory is read from /proc.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import uvloop

from bench.figures import Figure
from bench.live import hello, subscription
from bench.support.page_socket import memory_kb, open_sockets
from bench.support.shop import open_shops
from bench.support.wire import Wire, percentile
from tests.support.product import Product

SOCKETS = 1_000
STARTS = 5


async def _start(folder: Path) -> float:
    """Seconds from the process's start to its first answer, on a database that is up to date."""
    product = Product(folder)
    begun = perf_counter()
    starting = asyncio.create_task(product.start())
    try:
        while True:
            wire = Wire(product.port)
            try:
                if (await wire.ask("GET", "/readyz", {})).status == 200:
                    return perf_counter() - begun
            except OSError:
                await asyncio.sleep(0.005)
            finally:
                wire.close()
    finally:
        await starting
        await product.stop()


def _imports() -> float:
    """Seconds that this Python needs for `python -c pass`: the least any start can take."""
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return perf_counter() - begun


def _pid(product: Product) -> int:
    if product.process is None:
        raise RuntimeError("the server is not running")
    return product.process.pid


async def _all() -> list[Figure]:
    async with open_shops("", 1, 1, length=30) as (product, shops):
        # The first start has compiled every module, which later starts do not.
        await product.restart()
        rest = memory_kb(_pid(product))
        # What the first page makes the server load belongs to no socket.
        warm = await open_sockets(product.port, 20, hello(shops[0].slug), subscription(30))
        before = memory_kb(_pid(product))
        pages = await open_sockets(product.port, SOCKETS, hello(shops[0].slug), subscription(30))
        each = (memory_kb(_pid(product)) - before) / SOCKETS
        for page in (*warm, *pages):
            page.close()
        await product.stop()
        starts = [await _start(product.folder) for _ in range(STARTS)]
    return [
        Figure(
            "memory at rest", rest / 1024, "MB", 120, "resident, one process, SQLite, after the first answer"
        ),
        Figure(
            "memory of an idle open page", each, "kB", 40, f"{SOCKETS:,} sockets that follow a week of slots"
        ),
        Figure(
            "start to first answer",
            percentile(starts, 0.5),
            "s",
            1.5,
            f"median of {STARTS}, database up to date, modules compiled before",
            beside=f"an empty Python: {_imports():.2f} s",
        ),
    ]


def main() -> list[Figure]:
    """As installed: with the byte code that an installer leaves beside the modules."""
    with tempfile.TemporaryDirectory() as folder:
        kept = dict(os.environ)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        try:
            return uvloop.run(_all())
        finally:
            os.environ.clear()
            os.environ.update(kept)
