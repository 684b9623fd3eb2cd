"""Real wires to the real server, cut at random bytes while both sides talk: no gap, no double.

Run with `python -m tests.prove.sockets [cuts] [seed]` (10,000 by default, half on each engine). Two visitors
and an agent talk, merge and take apart; six pages follow them over wires that die after some bytes, in the
middle of a handshake, of a header, of a frame. After each scene every page must know what the doors say there
is; at the end the tables are counted.
"""

import asyncio
import random
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from ringonce.kernel.engines import open_database
from tests.prove.crash import database_url
from tests.support.clock import MovableClock
from tests.support.engines import ENGINES, Templates
from tests.support.lookers import Dial, InboxLooker, Looker, Talkers, ThreadLooker, talk_through_cuts
from tests.support.offices import QUIET, SLUG, found_office, owner_at, token_of, visitor_at
from tests.support.product import Product
from tests.support.whole import check_whole
from tests.support.world import WORKSPACE, make_world

PAGES = 6
#: Cuts of one page in one scene; threads stay short enough for a page to begin one anew.
CUTS_A_SCENE = 25
WITHIN = 20.0


class WireLine:
    """A websocket over a wire of our own."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def say(self, **frame: Any) -> None:
        await self._connection.send(msgspec.json.encode(frame).decode())

    async def hear(self) -> dict[str, Any]:
        async with asyncio.timeout(WITHIN):
            text = await self._connection.recv()
        frame: dict[str, Any] = msgspec.json.decode(text)
        return frame


class Wire:
    """Carries bytes both ways until so many have passed; then both ends are gone at once."""

    def __init__(self, port: int, most: int | None) -> None:
        self._port = port
        self._left = most
        self._work: asyncio.Task[None] | None = None

    async def __aenter__(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        near = await asyncio.open_connection(sock=theirs)
        far = await asyncio.open_connection("127.0.0.1", self._port)
        self._work = asyncio.create_task(self._carry(near, far))
        return ours

    async def __aexit__(self, *_: object) -> None:
        if self._work is not None:
            self._work.cancel()
            with suppress(asyncio.CancelledError):
                await self._work

    async def _carry(self, near: Any, far: Any) -> None:
        ways = [asyncio.create_task(self._pump(*way)) for way in ((near[0], far[1]), (far[0], near[1]))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            for writer in (near[1], far[1]):
                writer.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while part := await reader.read(65_536):
                if self._left is not None:
                    part = part[: self._left]
                    self._left -= len(part)
                writer.write(part)
                await writer.drain()
                if self._left == 0:
                    return


def dial_of(port: int, hello: dict[str, Any], headers: dict[str, str]) -> Dial:
    """Everything that goes wrong with a dead wire is one ConnectionError."""

    @asynccontextmanager
    async def dial(most: int | None) -> AsyncIterator[WireLine]:
        try:
            async with (
                Wire(port, most) as wire,
                connect(
                    f"ws://127.0.0.1:{port}/api/v1/live", sock=wire, additional_headers=headers,
                    compression=None, open_timeout=WITHIN, close_timeout=1, proxy=None,
                ) as connection,
            ):  # fmt: skip
                line = WireLine(connection)
                await line.say(type="hello", workspace=SLUG, **hello)
                yield line
        except (WebSocketException, EOFError, OSError) as dead:
            if isinstance(dead, TimeoutError):
                raise
            raise ConnectionError(str(dead)) from dead

    return dial


class Progress:
    """How many wires were cut, said as it grows."""

    def __init__(self, name: str, wanted: int) -> None:
        self.name = name
        self.wanted = wanted
        self.cuts = 0

    def one_more(self) -> None:
        self.cuts += 1
        if self.cuts % 100 == 0:
            end = "" if sys.stdout.isatty() else "\n"
            print(f"\r{self.name}: {self.cuts:,} of {self.wanted:,} cuts", end=end, flush=True)


async def one_scene(
    product: Product, client: httpx.AsyncClient, session: str, number: int, chance: random.Random,
    progress: Progress,
) -> None:  # fmt: skip
    """Talk through some cuts with new visitors; then everybody knows everything."""
    numbers = (2 * number, 2 * number + 1)
    visitors, owner = [visitor_at(client, each) for each in numbers], owner_at(client, session)
    talkers = Talkers(owner, visitors, chance)
    await talkers.begin()
    dials = [dial_of(product.port, {"token": token_of(each)}, {}) for each in numbers]
    agent = dial_of(product.port, {}, owner.headers)
    lookers: list[Looker] = [
        ThreadLooker(dials[0], "visitor", visitors[0]),
        ThreadLooker(dials[0], "visitor", visitors[0]),
        ThreadLooker(dials[1], "visitor", visitors[1]),
        ThreadLooker(agent, "desk", owner, talkers.rooms[0]),
        ThreadLooker(agent, "desk", owner, talkers.rooms[1]),
        InboxLooker(agent, owner),
    ]
    cuts = max(1, min(CUTS_A_SCENE, (progress.wanted - progress.cuts) // PAGES))
    await talk_through_cuts(talkers, lookers, cuts, progress.one_more)
    for each in lookers:
        await each.check()


async def prove(folder: Path, engine: str, url: str, cuts: int, seed: int) -> int:
    """So many cuts on one engine; how many there were. Raises AssertionError at the first lie."""
    chance = random.Random(f"{engine} {seed}")
    session = await found_office(url)
    product = Product(folder, database="" if engine == "sqlite" else url, environment=QUIET)
    progress = Progress(engine, cuts)
    async with product, httpx.AsyncClient(base_url=product.url, timeout=60, trust_env=False) as client:
        number = 0
        while progress.cuts < cuts:
            await one_scene(product, client, session, number, chance, progress)
            number += 1
    database = await open_database(url)
    try:
        await check_whole(make_world(database, MovableClock()), WORKSPACE)
    finally:
        await database.close()
    return progress.cuts


def main(cuts: int = 10_000, seed: int = 1) -> None:
    """Half on each engine."""
    for engine in ENGINES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with Templates(folder).empty(engine, folder) as empty:
                url = database_url(engine, folder, empty)
                done = asyncio.run(prove(folder, engine, url, cuts // len(ENGINES), seed))
                print(f"\r{engine}: {done:,} cuts, no gap, no double, the tables agree")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
