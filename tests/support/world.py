"""A world for flows and races: a workspace, its hosts and services, and visitors who hold and book at once.

The clock stands at Tuesday 1 December 2026, 09:00 UTC; everybody works Monday to Friday, 9 to 17, UTC.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import text

from ringonce.availability.model import Limit, Mode
from ringonce.booking.catalogue_edit import create_service
from ringonce.booking.catalogue_model import Service, ServiceDraft, ServiceHost, ServiceRules, TeamDraft
from ringonce.booking.catalogue_teams import create_team
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import Booking, ConfirmBooking, Details, Hold, HoldKey, HoldSlot
from ringonce.booking.scene import SceneAsk, load_scene
from ringonce.calendars.edit import create_host, create_schedule
from ringonce.calendars.model import HostDraft, HostKind, Role, ScheduleDraft
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database, Row, Statement, Tx, statement
from ringonce.kernel.execute import Ask, Executor, Intent
from ringonce.kernel.hub import Hub
from ringonce.kernel.keys import Rendered, fingerprint_of
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError, Json
from ringonce.values.ids import HostId, ServiceId, TeamId, VisitorId, WorkspaceId, format_id
from tests.support.clock import MovableClock

T = TypeVar("T")

WORKSPACE = WorkspaceId("wsp_00000000000000000000000001")
OWNER = Actor("member", "mem_00000000000000000000000001")
CODES = Codes(b"a key of thirty-two bytes, or so")
WEEKDAYS = ((((9 * 60, 17 * 60),),) * 5) + ((), ())

OVERLAPS: Statement = statement(
    text(
        "SELECT count(*) AS n FROM occupancy a JOIN occupancy b ON a.host_id = b.host_id"
        " AND a.owner_id < b.owner_id AND a.padded_start < b.padded_end AND b.padded_start < a.padded_end"
        " WHERE a.blocks = 1 AND b.blocks = 1"
    )
)


def minute(clock_time: str, *, day: int = 2, month: int = 12) -> int:
    """A UTC minute of December 2026, from `"10:30"`."""
    hour, _, part = clock_time.partition(":")
    return int(datetime(2026, month, day, int(hour), int(part or 0), tzinfo=UTC).timestamp()) // 60


def visitor(number: int) -> Actor:
    """A visitor session, the same for the same number."""
    return Actor("visitor", format_id(VisitorId, 0, number))


def details(name: str = "Ada Lovelace", **more: Any) -> Details:
    """A filled form."""
    return Details(name=name, **{"email": "ada@example.org", **more})


@dataclass(frozen=True)
class Outcome:
    """What a person was told: a value, or the refusal."""

    status: int
    body: dict[str, Any]
    replayed: bool

    @property
    def is_won(self) -> bool:
        return self.status < 400

    @property
    def code(self) -> str:
        return str(self.body.get("code", ""))


def render(outcome: object) -> Rendered:
    """As the edge would: one status for success, one for a refusal."""
    if isinstance(outcome, DomainError):
        body = {"code": outcome.code, **outcome.params}
        return Rendered(409, msgspec.json.encode(body), "application/problem+json")
    return Rendered(201, msgspec.json.encode(outcome))


@dataclass
class World:
    """One workspace in one database, and the people who use it."""

    database: Database
    clock: MovableClock
    executor: Executor
    made: int = 0
    keys: int = 0
    hosts: dict[str, HostId] = field(default_factory=dict)

    async def do(self, intent: Intent[T], actor: Actor = OWNER) -> T:
        """Run an intent of somebody and raise what it raises."""
        return await self.executor.run(WORKSPACE, actor, "req-world", intent)

    async def send(
        self, intent: Intent[T], actor: Actor, *, key: str | None = None, body: Json = None
    ) -> Outcome:
        """Run an intent under a key, as the edge would; a fresh key unless one is given."""
        if key is None:
            self.keys += 1
            key = f"key-of-the-world-{self.keys:06d}"
        ask = Ask(
            workspace_id=WORKSPACE,
            principal=f"{actor.kind}:{actor.id}",
            key=key,
            fingerprint=fingerprint_of("POST", "/world", body),
            request_id=f"req-{key}",
            actor=actor,
        )
        answer = await self.executor.execute(ask, intent, render)
        return Outcome(answer.status, msgspec.json.decode(answer.body), answer.replayed)

    async def host(
        self,
        name: str,
        *,
        limits: tuple[Limit, ...] = (),
        kind: HostKind = HostKind.PERSON,
        priority: int = 0,
        weight: int = 100,
    ) -> HostId:
        """Somebody who works office hours."""
        draft = HostDraft(name=name, kind=kind, limits=limits, priority=priority, weight=weight)
        if not self.hosts:
            await self.do(
                lambda work: create_schedule(
                    work, ScheduleDraft(name="Office hours", zone="UTC", weekly=WEEKDAYS, is_default=True)
                )
            )
        made = await self.do(lambda work: create_host(work, draft))
        self.hosts[name] = made.id
        return made.id

    async def service(
        self,
        *hosts: str,
        mode: Mode = Mode.SINGLE,
        rooms: Sequence[Sequence[str]] = (),
        fixed: Sequence[str] = (),
        lengths: tuple[int, ...] = (60,),
        rules: ServiceRules | None = None,
        **more: Any,
    ) -> Service:
        """Something to book with hosts, made if they are not there; `rooms` are groups of hosts."""
        self.made += 1
        role = Role.ROTATING if mode is Mode.ANY else Role.FIXED
        parts = [ServiceHost(host_id=await self._known(name), role=role) for name in hosts]
        parts += [ServiceHost(host_id=await self._known(name), role=Role.FIXED) for name in fixed]
        for number, group in enumerate(rooms, start=1):
            parts += [
                ServiceHost(host_id=await self._known(name), role=Role.GROUP, group_no=number)
                for name in group
            ]
        draft = ServiceDraft(
            slug=f"service-{self.made}",
            title=f"Service {self.made}",
            lengths=lengths,
            mode=mode,
            rules=rules or ServiceRules(notice=0),
            hosts=tuple(parts),
            **more,
        )
        return await self.do(lambda work: create_service(work, draft))

    async def team(self, *hosts: str, limits: tuple[Limit, ...] = ()) -> TeamId:
        """A team of hosts."""
        self.made += 1
        draft = TeamDraft(
            slug=f"team-{self.made}",
            name=f"Team {self.made}",
            limits=limits,
            hosts=tuple([await self._known(name) for name in hosts]),
        )
        made = await self.do(lambda work: create_team(work, draft))
        return made.id

    async def _known(self, name: str) -> HostId:
        return self.hosts[name] if name in self.hosts else await self.host(name)

    async def hold(self, service: Service, start: int, actor: Actor, **more: Any) -> Hold:
        """Lease a slot and raise the refusal."""
        ask = HoldSlot(service_id=service.id, start_minute=start, **more)
        return await self.do(lambda work: hold_slot(work, ask), actor)

    async def confirm(self, hold: Hold, actor: Actor, form: Details | None = None) -> Booking:
        """Book a lease and raise the refusal."""
        ask = ConfirmBooking(details=form or details(), hold=key_of(hold))
        return await self.do(lambda work: confirm_booking(work, ask), actor)

    async def book(self, service: Service, start: int, actor: Actor, **more: Any) -> Booking:
        """Hold and book at once and raise the refusal."""
        ask = ConfirmBooking(
            details=details(), slot=HoldSlot(service_id=service.id, start_minute=start, **more)
        )
        return await self.do(lambda work: confirm_booking(work, ask), actor)

    async def starts(self, service: Service, first: int, last: int, **more: Any) -> tuple[int, ...]:
        """The starts the page would draw."""
        ask = SceneAsk(service_id=service.id, first_minute=first, last_minute=last, **more)
        now = self.clock.now()
        scene = await self.database.read(lambda tx: load_scene(tx, WORKSPACE, ask, now))
        return scene.offer.starts

    async def version(self, service: Service) -> str:
        """The version of the page."""
        ask = SceneAsk(service_id=service.id, first_minute=minute("00:00"), last_minute=minute("23:00"))
        scene = await self.database.read(lambda tx: load_scene(tx, WORKSPACE, ask, self.clock.now()))
        return scene.version

    async def count(self, table: str, where: str = "1 = 1") -> int:
        """How many rows there are."""
        counted = statement(text(f"SELECT count(*) AS n FROM {table} WHERE {where}"))
        return await self._number(counted)

    async def overlaps(self) -> int:
        """How many pairs of claims under the constraint overlap all the same."""
        return await self._number(OVERLAPS)

    async def actions(self) -> list[str]:
        """Every action of the log, in order."""
        return [str(row["action"]) for row in await self.rows("SELECT action FROM log ORDER BY seq")]

    async def rows(self, sql: str) -> list[Row]:
        """Whatever is in the tables."""
        asked = statement(text(sql))
        return await self.database.read(lambda tx: tx.all(asked))

    async def sql(self, *commands: str) -> None:
        """Change the test's own database by hand: to remove a guard, or to make the past."""

        async def job(tx: Tx) -> None:
            for command in commands:
                await tx.run(statement(text(command)))

        await self.database.write(job)

    async def _number(self, sql: Statement) -> int:
        row = await self.database.read(lambda tx: tx.one(sql))
        return int(row["n"]) if row is not None else 0


def key_of(hold: Hold) -> HoldKey:
    """What the owner of a hold shows."""
    return HoldKey(hold_id=hold.id, token=hold.token, generation=hold.generation)


def make_world(database: Database, clock: MovableClock, *, on: Database | None = None) -> World:
    """A world over a database; the executor may use a wrapped one (`on`)."""
    executor = Executor(on or database, clock, IdSource(clock), Hub(), LocalBus(), codes=CODES)
    return World(database, clock, executor)


async def all_at_once(count: int, attempt: Callable[[int], Awaitable[T]]) -> list[T]:
    """Run attempts that all stand at one line and start together."""
    line = asyncio.Barrier(count)

    async def run(number: int) -> T:
        await line.wait()
        return await attempt(number)

    return list(await asyncio.gather(*(run(number) for number in range(count))))


def intent_of(function: Callable[[Work, Any], Awaitable[T]], ask: object) -> Intent[T]:
    """An intent with its ask."""

    async def intent(work: Work) -> T:
        return await function(work, ask)

    return intent


def service_ids(*services: Service) -> list[ServiceId]:
    """Ids, for asks."""
    return [service.id for service in services]
