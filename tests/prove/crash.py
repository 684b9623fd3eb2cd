"""kill -9 of the real server at random under load: nothing acknowledged is lost, nothing is doubled.

Run with `python -m tests.prove.crash [rounds] [seed]` (1,000 rounds an engine by default). Visitors hold and
book over HTTP; the process is killed; after its restart whoever had no answer asks again with the same key,
and whoever had one asks again too and must be told the same, byte for byte. At the end the rows are counted.
"""

import asyncio
import hashlib
import random
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import msgspec

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_edit import create_service
from ringonce.booking.catalogue_model import ServiceDraft, ServiceHost, ServiceRules
from ringonce.calendars.edit import create_host, create_schedule
from ringonce.calendars.model import HostDraft, Role, ScheduleDraft
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.kernel import migrate
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.engines import open_database
from ringonce.kernel.eventlog import verify_chain
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.sources import IdSource, SystemClock
from ringonce.kernel.work import Work
from tests.support.clock import MovableClock
from tests.support.engines import ENGINES, Templates
from tests.support.product import Product
from tests.support.world import OWNER, WORKSPACE, make_world

SLUG = "kill"
HOSTS = 6
#: One more visitor than hosts for every start, so that refusals are among the answers.
VISITORS_A_START = HOSTS + 1
AT_ONCE = 12
#: A round's kill comes after so many answers, at most, and some milliseconds.
MOST_ANSWERS = 40
MOST_MILLISECONDS = 25


@dataclass
class Act:
    """One write of one visitor under one key, and what was answered before any kill."""

    token: str
    path: str
    key: str
    body: dict[str, Any]
    status: int | None = None
    answer: bytes = b""

    @property
    def is_booked(self) -> bool:
        return self.path == "/bookings" and self.status == 201


@dataclass
class Report:
    """What became of everything that was asked."""

    rounds: int = 0
    acts: list[Act] = field(default_factory=list)
    #: Answered only after a restart: the server had died with the answer, or before it.
    late: int = 0
    #: Of those, how many had happened before the kill.
    late_replayed: int = 0

    def __str__(self) -> str:
        booked = sum(act.is_booked for act in self.acts)
        return (
            f"{self.rounds} kills, {len(self.acts)} writes, {booked} bookings; {self.late} answers came"
            f" after a restart, {self.late_replayed} of them of what had been committed before the kill"
        )


class Dead(Exception):
    """The server went away."""


class Load:
    """Visitors who hold and book, each start wanted by one more than can have it."""

    def __init__(self, service_id: str, first: datetime, report: Report) -> None:
        self._service_id = service_id
        self._first = first
        self._report = report
        self._numbers = count()
        self._left = 0
        self._reached = asyncio.Event()

    async def until(self, answers: int) -> None:
        """Wait until so many more acts have been answered."""
        self._left = answers
        self._reached.clear()
        await self._reached.wait()

    async def run(self, client: httpx.AsyncClient) -> None:
        """One after another until the server dies."""
        while True:
            try:
                await self._visit(client, next(self._numbers))
            except Dead:
                return

    async def _visit(self, client: httpx.AsyncClient, number: int) -> None:
        start = self._first + timedelta(hours=number // VISITORS_A_START)
        slot = {"service": self._service_id, "start": start.strftime("%Y-%m-%dT%H:%M:%SZ")}
        form = {"name": f"Visitor {number}", "email": f"visitor{number}@example.org"}
        if number % 2:
            await self._act(client, number, "/bookings", {**slot, **form})
            return
        held = await self._act(client, number, "/holds", slot)
        if held.status == 201:
            hold = msgspec.json.decode(held.answer)
            proof = {
                "hold_id": hold["id"],
                "hold_token": hold["token"],
                "generation": hold["generation"],
            }
            await self._act(client, number, "/bookings", {**proof, **form})

    async def _act(self, client: httpx.AsyncClient, number: int, path: str, body: dict[str, Any]) -> Act:
        token = "vst_" + hashlib.sha256(f"visitor {number}".encode()).hexdigest()
        act = Act(token, path, f"{path[1:]}-of-visitor-{number:08d}", body)
        self._report.acts.append(act)
        answer = await ask(client, act)
        act.status, act.answer = answer.status_code, answer.content
        self._left -= 1
        if self._left <= 0:
            self._reached.set()
        return act


async def ask(client: httpx.AsyncClient, act: Act) -> httpx.Response:
    """Send the act. Raises Dead."""
    headers = {
        "Authorization": f"Bearer {act.token}",
        "Ringonce-Workspace": SLUG,
        "Idempotency-Key": f'"{act.key}"',
    }
    try:
        answer = await client.post(f"/api/v1{act.path}", json=act.body, headers=headers)
    except httpx.TransportError as gone:
        raise Dead from gone
    if answer.status_code not in (201, 409):
        raise AssertionError(f"{act.path}: {answer.status_code} {answer.text}")
    return answer


async def prepare(url: str) -> tuple[str, datetime]:
    """A workspace with one service of several hosts, open day and night: its id and its first start."""
    await migrate.upgrade(url)
    database = await open_database(url)
    clock = SystemClock()
    executor = Executor(database, clock, IdSource(clock), Hub(), LocalBus())

    async def make(work: Work) -> str:
        founder = FoundWorkspace(
            token="", name="Owner", email="owner@example.org", password_hash="", workspace_name="Kill",
            slug=SLUG, zone="UTC",
        )  # fmt: skip
        await open_workspace(work, founder)
        always = (((0, 1440),),) * 7
        await create_schedule(work, ScheduleDraft(name="Always", zone="UTC", weekly=always, is_default=True))
        hosts = [await create_host(work, HostDraft(name=f"Host {number}")) for number in range(HOSTS)]
        draft = ServiceDraft(
            slug="service",
            title="Service",
            lengths=(60,),
            mode=Mode.ANY,
            rules=ServiceRules(notice=0),
            hosts=tuple(ServiceHost(host_id=host.id, role=Role.ROTATING) for host in hosts),
        )
        return (await create_service(work, draft)).id

    service_id = await executor.run(WORKSPACE, OWNER, "req-prepare", make)
    await database.close()
    tomorrow = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return service_id, tomorrow


@asynccontextmanager
async def clients(product: Product) -> AsyncIterator[httpx.AsyncClient]:
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=product.url, limits=limits, timeout=60, trust_env=False) as client:
        yield client


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
    await product.start()
    async with clients(product) as client:
        await asyncio.gather(*(ask_again(client, act, report) for act in report.acts[first:]))
    report.rounds += 1


async def ask_again(client: httpx.AsyncClient, act: Act, report: Report) -> None:
    """What was answered is answered again; what was not is answered now, and happened once."""
    answer = await ask(client, act)
    is_replayed = answer.headers.get("Idempotency-Replayed") == "true"
    if act.status is None:
        report.late += 1
        report.late_replayed += is_replayed
        act.status, act.answer = answer.status_code, answer.content
        return
    assert is_replayed, f"{act.key} was acknowledged and is lost"
    assert (answer.status_code, answer.content) == (act.status, act.answer), act.key


async def check(url: str, report: Report) -> None:
    """Count the database: every acknowledged booking is there, and nothing else is."""
    database = await open_database(url)
    world = make_world(database, MovableClock())
    codes = {msgspec.json.decode(act.answer)["booking"]["code"] for act in report.acts if act.is_booked}
    kept = {str(row["code_hash"]) for row in await world.rows("SELECT code_hash FROM bookings")}
    assert kept == {hash_token(code) for code in codes}, "acknowledged bookings and kept ones differ"
    assert len(codes) == sum(act.is_booked for act in report.acts), "one booking was acknowledged twice"
    assert await world.count("receipts") == len(report.acts)
    assert await world.count("occupancy", "kind = 'booking'") == len(codes)
    assert (await world.actions()).count("BookingConfirmed") == len(codes)
    assert await world.overlaps() == 0
    await verify_chain(database, WORKSPACE)
    await database.close()


async def prove(folder: Path, engine: str, url: str, rounds: int, seed: int) -> Report:
    """So many kills on one engine. Raises AssertionError at the first lie."""
    chance = random.Random(f"{engine} {seed}")
    report = Report()
    product = Product(
        folder,
        database="" if engine == "sqlite" else url,
        environment={"RINGONCE_RATE_PER_MINUTE": "0", "RINGONCE_LOG_LEVEL": "warning"},
    )
    service_id, first = await prepare(url)
    load = Load(service_id, first, report)
    async with product:
        for _ in range(rounds):
            await one_round(product, load, report, chance)
            if sys.stdout.isatty():
                sys.stdout.write(f"\r{engine}: {report}")
    await check(url, report)
    return report


def database_url(engine: str, folder: Path, empty: str) -> str:
    """The SQLite file that `serve` keeps in its folder, or the given empty database."""
    return f"sqlite:///{folder / 'ringonce.sqlite3'}" if engine == "sqlite" else empty


def main(rounds: int = 1_000, seed: int = 1) -> None:
    """Both engines, one after the other."""
    for engine in ENGINES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with Templates(folder).empty(engine, folder) as empty:
                url = database_url(engine, folder, empty)
                print(f"\r{engine}: {asyncio.run(prove(folder, engine, url, rounds, seed))}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
