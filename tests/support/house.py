"""The whole application in process: doors by HTTP and socket, a clock moved by hand, people to use it."""

import itertools
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from ringonce.app.settings import Settings
from ringonce.app.wiring import App, build
from ringonce.identity.found import open_workspace
from ringonce.identity.members import add_member
from ringonce.identity.model import AddMember, FoundWorkspace, Member, Role, Workspace
from ringonce.identity.sign_in import NewSession, open_session
from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock
from tests.support.sockets import LiveSocket

HOST = "desk.test"
ORIGIN = f"http://{HOST}"
API = f"{ORIGIN}/api/v1"
TESTER = Actor("system", "test")
_numbers = itertools.count(1)


def fresh_key() -> str:
    """An idempotency key as a browser mints one."""
    return secrets.token_urlsafe(18)


@dataclass
class Person:
    """Somebody at a door: sends their credentials, and a fresh key with each write unless one is given."""

    client: httpx.AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, query: Mapping[str, Any] | None = None, **headers: str) -> httpx.Response:
        return await self.client.get(path, params=query, headers=self._with(headers))

    async def write(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> httpx.Response:
        sent = self._with({"Idempotency-Key": f'"{key or fresh_key()}"', **headers})
        return await self.client.request(method, path, json=body, headers=sent)

    async def post(
        self, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> httpx.Response:
        return await self.write("POST", path, body, key=key, **headers)

    async def patch(self, path: str, body: Any, *, key: str | None = None) -> httpx.Response:
        return await self.write("PATCH", path, body, key=key)

    async def delete(self, path: str, body: Any = None, *, key: str | None = None) -> httpx.Response:
        return await self.write("DELETE", path, body, key=key)

    def _with(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}


@dataclass
class House:
    """An application with one database. Made by the `house` fixture."""

    app: App
    clock: MovableClock
    _clients: list[httpx.AsyncClient] = field(default_factory=list)

    async def close(self) -> None:
        for client in self._clients:
            await client.aclose()
        await self.app.feed.stop()
        await self.app.edge.executor.drain()
        await self.app.edge.bus.close()

    def person(self, *, address: str = "203.0.113.5", **headers: str) -> Person:
        transport = httpx.ASGITransport(app=self.app.asgi, client=(address, 4711), raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url=API, headers={"Host": HOST})
        self._clients.append(client)
        return Person(client, {name.replace("_", "-"): value for name, value in headers.items()})

    def nobody(self, workspace: Workspace) -> Person:
        return self.person(Ringonce_Workspace=workspace.slug)

    def visitor(
        self, workspace: Workspace, *, token: str | None = None, address: str = "203.0.113.5"
    ) -> Person:
        bearer = f"Bearer {token or 'vst_' + secrets.token_urlsafe(33)}"
        return self.person(address=address, Ringonce_Workspace=workspace.slug, Authorization=bearer)

    def holder(self, secret: str) -> Person:
        """Whoever has an API key."""
        return self.person(Authorization=f"Bearer {secret}")

    def browser(self, session: NewSession) -> Person:
        """A signed-in member in a page of ours."""
        return self.person(Cookie=f"ringonce={session.token}", Origin=ORIGIN)

    async def workspace(self, slug: str | None = None, zone: str = "UTC") -> tuple[Workspace, Member]:
        number = next(_numbers)
        edge = self.app.edge
        ask = FoundWorkspace(
            token="",
            name="Olive Owner",
            email=f"owner{number}@example.com",
            password_hash="none",
            workspace_name=f"House {number}",
            slug=slug or f"house-{number}",
            zone=zone,
        )
        founded = await edge.executor.run(
            edge.ids.new(WorkspaceId), TESTER, "req_house", lambda work: open_workspace(work, ask)
        )
        return founded.workspace, founded.owner

    async def member(self, workspace: Workspace, role: Role, password_hash: str = "none") -> Member:
        ask = AddMember(f"{role.value}", f"m{next(_numbers)}@example.com", role, password_hash)

        async def intent(work: Work) -> Member:
            return await add_member(work, ask, by=None)

        return await self.app.edge.executor.run(workspace.id, TESTER, "req_house", intent)

    async def session(self, member: Member) -> NewSession:
        async def intent(work: Work) -> NewSession:
            return await open_session(work, member.id, days=30)

        return await self.app.edge.executor.run(member.workspace_id, TESTER, "req_house", intent)

    async def signed_in(self, member: Member) -> Person:
        return self.browser(await self.session(member))

    def socket(self, **headers: str) -> LiveSocket:
        return LiveSocket(
            self.app.asgi, {"host": HOST, **{k.replace("_", "-"): v for k, v in headers.items()}}
        )


@dataclass(frozen=True)
class Shop:
    """A workspace with one host and one service, made through the doors."""

    workspace: Workspace
    owner_member: Member
    owner: Person
    host: dict[str, Any]
    schedule: dict[str, Any]
    service: dict[str, Any]


async def open_shop(house: House, *, zone: str = "UTC", **service: Any) -> Shop:
    """Office hours, one host, one service of an hour without notice; other fields are the service's body."""
    workspace, member = await house.workspace(zone=zone)
    owner = await house.signed_in(member)
    schedule, host, made = await open_service(owner, zone=zone, **service)
    return Shop(workspace, member, owner, host, schedule, made)


async def open_service(owner: Person, *, zone: str = "UTC", **service: Any) -> tuple[Any, Any, Any]:
    """The schedule, the host and the service that `open_shop` speaks of, in a workspace that stands."""
    week = [[[540, 1020]]] * 5 + [[], []]
    schedule = await done(
        owner.post("/schedules", {"name": "Office", "zone": zone, "weekly": week, "is_default": True})
    )
    host = await done(owner.post("/hosts", {"name": "Ines"}))
    body = {
        "slug": "cut",
        "title": "Cut",
        "lengths": [60],
        "rules": {"notice_minutes": 0},
        "hosts": [{"host_id": host["id"]}],
        **service,
    }
    return schedule, host, await done(owner.post("/services", body))


async def done(answer: Any) -> Any:
    """The body of an answer that must be a success."""
    response = await answer
    assert response.is_success, f"{response.status_code}: {response.text}"
    return response.json()


async def make_house(
    database: Database,
    database_url: str,
    folder: Path,
    clock: MovableClock,
    ids: IdSource,
    *,
    doors: Sequence[Any] = (),
    **settings: Any,
) -> House:
    """An application whose background work stands still: nothing happens but what the test does."""
    values: dict[str, Any] = {"rate_per_minute": 0, "sign_in_per_minute": 0, "data": folder, **settings}
    if database.dialect == "postgresql":
        values["database"] = database_url
    app = await build(Settings(**values), clock=clock, ids=ids, database=database, doors=doors)
    await app.edge.bus.start()
    app.feed.start()
    return House(app, clock)
