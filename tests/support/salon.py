"""What an owner sets up, for tests: workspaces, hosts, services and teams, by the real intents.

`support.world` is about visitors who hold and book; this is about what they are shown.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from ringonce.availability.model import Mode, Window
from ringonce.booking.catalogue_edit import create_service
from ringonce.booking.catalogue_model import Service, ServiceDraft, ServiceHost, ServiceRules, Team, TeamDraft
from ringonce.booking.catalogue_teams import create_team
from ringonce.calendars.edit import create_host, create_schedule
from ringonce.calendars.model import HostDraft, HostKind, HostRecord, HoursSchedule, Role, ScheduleDraft
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace, Workspace
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.execute import Executor
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock

T = TypeVar("T")
Weekly = tuple[tuple[Window, ...], ...]

BERLIN = "Europe/Berlin"
OFFICE = "Mon-Fri 09:00-17:00"
ALWAYS = "Mon-Sun 00:00-24:00"

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PART = re.compile(r"([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? (.+)")


def weekly(hours: str) -> Weekly:
    """Windows from words: `Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-12:00`; empty text is never open."""
    days: list[tuple[Window, ...]] = [()] * 7
    for part in filter(None, (part.strip() for part in hours.split(";"))):
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(part)
        first = _DAYS.index(found[1])
        last = _DAYS.index(found[2] or found[1])
        windows = tuple(_window(text.strip()) for text in found[3].split(","))
        for day in range(first, last + 1):
            days[day] = windows
    return tuple(days)


def _window(text: str) -> Window:
    start, end = text.split("-")
    return _minute(start), _minute(end)


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def at(text: str, zone: str = BERLIN) -> int:
    """The UTC minute of a wall time: `at("2026-12-02 09:00")`."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()) // 60


def wall(minute: int, zone: str = BERLIN) -> str:
    """The wall time of a UTC minute, as `at` reads it."""
    return datetime.fromtimestamp(minute * 60, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


class Salon:
    """One workspace and what is in it. Every write is an intent of its own, run by the real executor."""

    def __init__(self, executor: Executor, database: Database, clock: MovableClock, ids: IdSource) -> None:
        self.executor = executor
        self.database = database
        self.clock = clock
        self._ids = ids
        self._made = 0
        self._workspace: Workspace | None = None

    @property
    def workspace_id(self) -> WorkspaceId:
        """The workspace made last."""
        if self._workspace is None:
            raise LookupError("make a workspace first: await salon.workspace()")
        return self._workspace.id

    async def run(self, intent: Callable[[Work], Awaitable[T]], actor: Actor | None = None) -> T:
        """Run an intent in the current workspace."""
        by = actor or Actor("system", "test")
        return await self.executor.run(self.workspace_id, by, "req_test", intent)

    async def read(self, job: Callable[[Tx], Awaitable[T]]) -> T:
        """Read from the database."""
        return await self.database.read(job)

    async def workspace(self, slug: str | None = None, zone: str = BERLIN) -> Workspace:
        """A new workspace; everything made next is in it."""
        number = self._next()
        ask = FoundWorkspace(
            token="",
            workspace_name=f"Salon {number}",
            slug=slug or f"salon-{number}",
            zone=zone,
            locale="en",
            name="Olive Owner",
            email=f"owner{number}@example.com",
            password_hash="none",
        )
        workspace_id = self._ids.new(WorkspaceId)
        by = Actor("system", "test")
        founded = await self.executor.run(
            workspace_id, by, "req_test", lambda work: open_workspace(work, ask)
        )
        self._workspace = founded.workspace
        return founded.workspace

    async def schedule(self, hours: str = OFFICE, zone: str = BERLIN, **fields: Any) -> HoursSchedule:
        """A schedule by its weekly hours in words; other fields are those of ScheduleDraft."""
        await self._settle()
        draft = ScheduleDraft(
            **{"name": f"Hours {self._next()}", "zone": zone, "weekly": weekly(hours), **fields}
        )
        return await self.run(lambda work: create_schedule(work, draft))

    async def host(
        self, name: str | None = None, *, hours: str = OFFICE, zone: str = BERLIN, **fields: Any
    ) -> HostRecord:
        """A person with a schedule of its own; other fields are those of HostDraft."""
        await self._settle()
        if "schedule_id" not in fields:
            fields["schedule_id"] = (await self.schedule(hours, zone)).id
        draft = HostDraft(**{"name": name or f"Host {self._next()}", **fields})
        return await self.run(lambda work: create_host(work, draft))

    async def room(self, name: str | None = None, **fields: Any) -> HostRecord:
        """A resource that is always open unless it is given a schedule."""
        return await self.host(name, **{"kind": HostKind.RESOURCE, "schedule_id": None, **fields})

    async def service(
        self,
        *hosts: HostRecord | ServiceHost,
        mode: Mode | None = None,
        rules: ServiceRules | None = None,
        **fields: Any,
    ) -> Service:
        """A service of its hosts: one is `single`, several are `any`. Without hosts it gets one.

        No notice and no booking window unless `rules` say so; other fields are those of ServiceDraft.
        """
        await self._settle()
        members = hosts or (await self.host(),)
        mode = mode or (Mode.SINGLE if len(members) == 1 else Mode.ANY)
        role = Role.ROTATING if mode is Mode.ANY else Role.FIXED
        number = self._next()
        draft = ServiceDraft(
            **{
                "slug": f"service-{number}",
                "title": f"Service {number}",
                "rules": rules or ServiceRules(notice=0),
                **fields,
            },
            mode=mode,
            hosts=tuple(
                member if isinstance(member, ServiceHost) else ServiceHost(host_id=member.id, role=role)
                for member in members
            ),
        )
        return await self.run(lambda work: create_service(work, draft))

    async def team(self, *hosts: HostRecord, **fields: Any) -> Team:
        """A team of hosts; other fields are those of TeamDraft."""
        await self._settle()
        number = self._next()
        draft = TeamDraft(
            **{"slug": f"team-{number}", "name": f"Team {number}", **fields},
            hosts=tuple(host.id for host in hosts),
        )
        return await self.run(lambda work: create_team(work, draft))

    async def _settle(self) -> None:
        if self._workspace is None:
            await self.workspace()

    def _next(self) -> int:
        self._made += 1
        return self._made
