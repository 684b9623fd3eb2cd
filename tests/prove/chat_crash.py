"""kill -9 of the real server at random under a load of chat: nothing acknowledged is lost or doubled.

Run with `python -m tests.prove.chat_crash [rounds] [seed]` (300 rounds an engine by default). Visitors start
and talk, an agent answers; the process is killed; after its restart whoever had no answer asks again with the
same key, and whoever had one asks again too and must be told the same, byte for byte; some lost their key
with their page and ask under a new one. At the end the tables are counted.
"""

import asyncio
import random
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import msgspec

from ringonce.kernel.engines import open_database
from tests.prove.crash import AT_ONCE, Dead, clients, database_url
from tests.support.clock import MovableClock
from tests.support.engines import ENGINES, Templates
from tests.support.offices import QUIET, Caller, found_office, owner_at, visitor_at
from tests.support.product import Product
from tests.support.whole import check_whole
from tests.support.world import WORKSPACE, make_world

#: A round's kill comes after so many answers, at most, and some milliseconds.
MOST_ANSWERS = 30
MOST_MILLISECONDS = 25
WORDS = 4


@dataclass
class Act:
    """One write of a visitor (or of the agent, None) under one key, and what was answered before any kill."""

    visitor: int | None
    path: str
    key: str
    body: dict[str, Any]
    status: int | None = None
    answer: bytes = b""

    @property
    def named(self) -> str:
        """What makes it the same deed under another key."""
        return str(self.body["client_id"])


@dataclass
class Report:
    """What became of everything that was asked."""

    rounds: int = 0
    acts: list[Act] = field(default_factory=list)
    late: int = 0
    late_replayed: int = 0

    def __str__(self) -> str:
        return (
            f"{self.rounds} kills, {len(self.acts)} writes; {self.late} answers came after a restart,"
            f" {self.late_replayed} of them of what had been committed before the kill"
        )


class Load:
    """Visitors who start and say a few words, each answered by the agent."""

    def __init__(self, session: str, report: Report) -> None:
        self._session = session
        self._report = report
        self._numbers = count()
        self._left = 0
        self._reached = asyncio.Event()

    async def until(self, answers: int) -> None:
        """Wait until so many more acts have been answered."""
        self._left = answers
        self._reached.clear()
        await self._reached.wait()

    def caller(self, client: httpx.AsyncClient, visitor: int | None) -> Caller:
        return owner_at(client, self._session) if visitor is None else visitor_at(client, visitor)

    async def run(self, client: httpx.AsyncClient) -> None:
        """One visitor after another until the server dies."""
        while True:
            try:
                await self._visit(client, next(self._numbers))
            except Dead:
                return

    async def _visit(self, client: httpx.AsyncClient, number: int) -> None:
        body = {"inbox": "website", "text": f"Hello from {number}", "filled_for_ms": 5_000}
        started = await self._act(client, number, "/chat/start", f"start-{number:06d}", body)
        here = msgspec.json.decode(started.answer)["conversation"]["id"]
        for word in range(WORDS):
            named = f"{number:06d}-{word}"
            path = f"/chat/conversations/{here}/messages"
            await self._act(client, number, path, f"word-{named}", {"text": f"word {word}"})
            path = f"/conversations/{here}/messages"
            await self._act(client, None, path, f"answer-{named}", {"text": f"answer {word}"})

    async def _act(
        self, client: httpx.AsyncClient, visitor: int | None, path: str, named: str, body: dict[str, Any]
    ) -> Act:
        act = Act(visitor, path, f"the-key-of-{named}", {"client_id": named, **body})
        self._report.acts.append(act)
        answer = await self.ask(client, act, act.key)
        act.status, act.answer = answer.status_code, answer.content
        self._left -= 1
        if self._left <= 0:
            self._reached.set()
        return act

    async def ask(self, client: httpx.AsyncClient, act: Act, key: str) -> httpx.Response:
        """Send the act. Raises Dead."""
        try:
            answer = await self.caller(client, act.visitor).post(act.path, act.body, key=key)
        except httpx.TransportError as gone:
            raise Dead from gone
        assert answer.status_code == 201, f"{act.path}: {answer.status_code} {answer.text}"
        return answer

    async def ask_again(self, client: httpx.AsyncClient, act: Act, number: int) -> None:
        """What was answered is answered again; what was not is answered now, and happened once."""
        # Every third page was reloaded and lost its key; its message has its id all the same.
        key = act.key if number % 3 else f"a-new-key-of-{act.named}"
        answer = await self.ask(client, act, key)
        is_replayed = answer.headers.get("Idempotency-Replayed") == "true"
        if act.status is None:
            self._report.late += 1
            self._report.late_replayed += is_replayed
            act.status, act.answer = answer.status_code, answer.content
        elif key == act.key:
            assert is_replayed, f"{act.key} was acknowledged and is lost"
            assert (answer.status_code, answer.content) == (act.status, act.answer), act.key
        else:
            assert message_of(answer.content, act) == message_of(act.answer, act), act.key


def message_of(answer: bytes, act: Act) -> tuple[str, int]:
    """The id and the place of the message that an answer is about."""
    body = msgspec.json.decode(answer)
    (one,) = [each for each in body.get("messages", [body.get("message")]) if each["client_id"] == act.named]
    return one["id"], one["seq"]


async def one_round(product: Product, load: Load, report: Report, chance: random.Random) -> None:
    """Load, kill, restart, and everybody asks again."""
    first = len(report.acts)
    async with clients(product) as client:
        visitors = [asyncio.create_task(load.run(client)) for _ in range(AT_ONCE)]
        async with asyncio.timeout(60):
            await load.until(chance.randint(1, MOST_ANSWERS))
        await asyncio.sleep(chance.uniform(0, MOST_MILLISECONDS / 1000))
        await product.kill()
        await asyncio.gather(*visitors)
    await product.start(within=120)
    async with clients(product) as client:
        again = enumerate(report.acts[first:])
        await asyncio.gather(*(load.ask_again(client, act, number) for number, act in again))
    report.rounds += 1


async def check(url: str, report: Report) -> None:
    """Count the database: every acknowledged message is there, once, at its place, and nothing else is."""
    database = await open_database(url)
    try:
        world = make_world(database, MovableClock())
        rows = await world.rows("SELECT id, client_id FROM messages WHERE kind = 'text'")
        kept = {str(row["client_id"]): str(row["id"]) for row in rows}
        told = {act.named: message_of(act.answer, act)[0] for act in report.acts}
        assert len(kept) == len(rows), "a message stands twice"
        assert kept == told, "acknowledged messages and kept ones differ"
        started = {act.visitor for act in report.acts if act.path == "/chat/start"}
        assert await world.count("conversations") == await world.count("participations") == len(started)
        await check_whole(world, WORKSPACE)
    finally:
        await database.close()


async def prove(folder: Path, engine: str, url: str, rounds: int, seed: int) -> Report:
    """So many kills on one engine. Raises AssertionError at the first lie."""
    chance = random.Random(f"{engine} {seed}")
    report = Report()
    session = await found_office(url)
    load = Load(session, report)
    product = Product(folder, database="" if engine == "sqlite" else url, environment=QUIET)
    try:
        await product.start(within=120)
        for _ in range(rounds):
            await one_round(product, load, report, chance)
            if sys.stdout.isatty():
                sys.stdout.write(f"\r{engine}: {report}")
    finally:
        await product.kill()
    await check(url, report)
    return report


def main(rounds: int = 300, seed: int = 1) -> None:
    """Both engines, one after the other."""
    for engine in ENGINES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with Templates(folder).empty(engine, folder) as empty:
                url = database_url(engine, folder, empty)
                print(f"\r{engine}: {asyncio.run(prove(folder, engine, url, rounds, seed))}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
