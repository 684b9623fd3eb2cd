"""Chat as it is told: to a thousand sockets beside Node's `ws`, to one, and what an idle socket costs.

`python -m bench chat`. RINGONCE_BENCH_SOCKETS=5000 opens more sockets.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from secrets import token_urlsafe
from time import perf_counter
from typing import Any

import uvloop

from bench.figures import Figure
from bench.support.follower import Follower, place_of_upto
from bench.support.page_socket import memory_kb, open_all
from bench.support.parlours import INBOX, Parlour, new_visitor, of_visitor, open_parlours, post, start
from bench.support.wire import Wire, percentile
from frontend import find_node
from tests.support.product import REPOSITORY, Product, free_port

SOCKETS = int(os.environ.get("RINGONCE_BENCH_SOCKETS", "1000"))
IDLE = 1_000
A_SECOND = 10
SECONDS = 5
FLAT_OUT = 60
TRIPS = 100

Say = Callable[[int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a fan-out did: each socket's wait after the first one's (s), and deliveries a second."""

    behind: list[float]
    paced: float
    flat_out: float


async def _behind(pages: list[Follower], seqs: range) -> list[float]:
    waits: list[float] = []
    for seq in seqs:
        came = [page.came[seq] for page in pages]
        waits += [at - min(came) for at in came]
    return waits


async def _tell(pages: list[Follower], say: Say) -> Told:
    """Ten messages a second for a while, whether or not they were heard; then each as soon as all heard the
    one before. `say(seq)` makes the server tell the place `seq`.
    """
    first = pages[0].upto + 1
    seqs = range(first, first + A_SECOND * SECONDS)
    begun = perf_counter()
    saying = []
    for number, seq in enumerate(seqs):
        await asyncio.sleep(max(0.0, begun + number / A_SECOND - perf_counter()))
        saying.append(asyncio.create_task(_said(say, seq)))
    await asyncio.gather(*saying)
    await asyncio.gather(*(page.until(seqs[-1]) for page in pages))
    paced = len(pages) * len(seqs) / (max(page.came[seqs[-1]] for page in pages) - begun)
    more = range(seqs[-1] + 1, seqs[-1] + 1 + FLAT_OUT)
    begun = perf_counter()
    for seq in more:
        await say(seq)
        await asyncio.gather(*(page.until(seq) for page in pages))
    flat_out = len(pages) * len(more) / (perf_counter() - begun)
    return Told(await _behind(pages, seqs), paced, flat_out)


async def _said(say: Say, seq: int) -> None:
    await say(seq)


@asynccontextmanager
async def node_broadcast() -> AsyncIterator[int]:
    """Node's `ws` as a server that repeats whatever is posted to it; its port."""
    port = free_port()
    words = [str(REPOSITORY / "bench/support/broadcast.mjs"), str(REPOSITORY / "frontend/package.json")]
    process = await asyncio.create_subprocess_exec(
        str(find_node()[0]), *words, str(port), stdout=asyncio.subprocess.PIPE
    )
    try:
        if process.stdout is None or await process.stdout.readline() != b"ready\n":
            raise RuntimeError("node did not start")
        yield port
    finally:
        process.terminate()
        await process.wait()


def _hello(parlour: Parlour, token: str | None) -> dict[str, Any]:
    return {"type": "hello", "workspace": parlour.slug, "token": token}


def _thread(conversation: str) -> dict[str, Any]:
    return {"type": "subscribe", "id": "t", "topic": "thread", "conversation": conversation, "after": 0}


def _chat() -> dict[str, Any]:
    return {"type": "subscribe", "id": "t", "topic": "chat", "inbox": INBOX, "conversation": None, "after": 0}


async def _ours(product: Product, parlour: Parlour) -> tuple[Told, bytes]:
    """The desk's sockets on one thread; and the last frame they were told."""
    wire = Wire(product.port)
    conversation = (await start(wire, parlour, new_visitor()))["conversation"]["id"]
    path = f"/conversations/{conversation}/messages"
    first = (_hello(parlour, None), _thread(conversation))
    pages = await open_all(product.port, [lambda: Follower(first, parlour.desk_lines)] * SOCKETS)

    async def say(seq: int) -> None:
        body = {
            "client_id": token_urlsafe(18),
            "text": f"It is back since this morning, for the {seq}th time.",
        }
        await post(wire, path, parlour.desk, body)

    told = await _tell(pages, _one_by_one(say))
    for page in pages:
        page.close()
    wire.close()
    return told, pages[0].last


def _one_by_one(say: Say) -> Say:
    """The writer has one connection."""
    turn = asyncio.Lock()

    async def next_turn(seq: int) -> None:
        async with turn:
            await say(seq)

    return next_turn


async def _beside(frame: bytes) -> Told:
    """The same bytes by Node, to the same load generator."""
    begin, end = place_of_upto(frame)
    async with node_broadcast() as port:
        pages = await open_all(port, [lambda: Follower((), (), bare=True)] * SOCKETS)
        wire = Wire(port)

        async def say(seq: int) -> None:
            answer = await wire.ask("POST", "/", {}, frame[:begin] + str(seq).encode() + frame[end:])
            if answer.status != 200:
                raise RuntimeError(f"node: {answer.status}")

        told = await _tell(pages, _one_by_one(say))
        for page in pages:
            page.close()
        wire.close()
    return told


async def _fan_out(product: Product, parlour: Parlour) -> list[Figure]:
    ours, frame = await _ours(product, parlour)
    node = await _beside(frame)
    name = f"{SOCKETS:,} agents' sockets on one conversation"
    node_ms = percentile(node.behind, 0.99) * 1000
    return [
        Figure(
            f"{name}, p99 after the first",
            percentile(ours.behind, 0.99) * 1000,
            "ms",
            100,
            f"{A_SECOND} messages a second for {SECONDS} s, {len(frame):,} bytes each, SQLite; "
            f"{ours.paced:,.0f} deliveries/s",
            beside=f"Node's ws, same bytes: {node_ms:.0f} ms, {node.paced:,.0f} deliveries/s",
        ),
        Figure(
            f"{name}, deliveries beside ws",
            100 * ours.flat_out / node.flat_out,
            "%",
            30,
            f"each message once all were told the one before; ours {ours.flat_out:,.0f}/s, its "
            "transaction included",
            "more",
            f"Node's ws, same bytes: {node.flat_out:,.0f}/s, nothing stored",
        ),
    ]


async def _idle(product: Product, parlour: Parlour) -> Figure:
    """Visitors who have the chat open and say nothing: each of them somebody else."""
    if product.process is None:
        raise RuntimeError("the server is not running")

    def one() -> Follower:
        return Follower((_hello(parlour, new_visitor()), _chat()), ())

    warm = await open_all(product.port, [one] * 20)
    before = memory_kb(product.process.pid)
    pages = await open_all(product.port, [one] * IDLE)
    each = (memory_kb(product.process.pid) - before) / IDLE
    for page in (*warm, *pages):
        page.close()
    return Figure("memory of an idle visitor's socket", each, "kB", 40, f"{IDLE:,} that follow the chat")


async def _trips(product: Product, parlour: Parlour) -> list[Figure]:
    """From the request's first byte until the other side's socket has the message; nobody else is there."""
    wire, token = Wire(product.port), new_visitor()
    conversation = (await start(wire, parlour, token))["conversation"]["id"]
    agent, visitor = await open_all(
        product.port,
        [
            lambda: Follower((_hello(parlour, None), _thread(conversation)), parlour.desk_lines),
            lambda: Follower((_hello(parlour, token), _chat()), ()),
        ],
    )
    ways = (
        (
            "visitor to agent",
            f"/chat/conversations/{conversation}/messages",
            of_visitor(parlour, token),
            agent,
        ),
        ("agent to visitor", f"/conversations/{conversation}/messages", parlour.desk, visitor),
    )
    figures = []
    for name, path, headers, page in ways:
        took = [await _trip(wire, path, headers, page) for _ in range(TRIPS)]
        p50, p99 = percentile(took, 0.5) * 1000, percentile(took, 0.99) * 1000
        note = f"{TRIPS} messages one after the other, SQLite; p99 {p99:.1f} ms"
        figures.append(Figure(f"a message from {name}, p50", p50, "ms", None, note))
    wire.close()
    return figures


async def _trip(wire: Wire, path: str, headers: dict[str, str], page: Follower) -> float:
    body = {"client_id": token_urlsafe(18), "text": "And the brush?"}
    seq, begun = page.upto + 1, perf_counter()
    await post(wire, path, headers, body)
    return await page.until(seq) - begun


async def _all() -> list[Figure]:
    async with open_parlours("", 1) as (product, parlours):
        fan_out = await _fan_out(product, parlours[0])
        await product.restart()
        idle = await _idle(product, parlours[0])
        return [*fan_out, *await _trips(product, parlours[0]), idle]


def main() -> list[Figure]:
    return uvloop.run(_all())
