"""A desk of the real product: founded in an empty database, talked to over the network."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from ringonce.chat.inbox_model import InboxDraft, InboxSettings, Prechat
from ringonce.chat.inboxes import create_inbox
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.identity.sign_in import open_session
from ringonce.kernel import migrate
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.engines import open_database
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource, SystemClock
from ringonce.kernel.work import Work
from tests.support.house import fresh_key
from tests.support.world import OWNER, WORKSPACE

SLUG = "office"
#: No limits, and nothing said but what went wrong.
QUIET = {"RINGONCE_RATE_PER_MINUTE": "0", "RINGONCE_LOG_LEVEL": "warning"}


async def found_office(url: str) -> str:
    """A workspace with an inbox called `website` that asks nothing; its owner's session token."""
    await migrate.upgrade(url)
    database = await open_database(url)
    clock = SystemClock()
    executor = Executor(database, clock, IdSource(clock), Hub(), LocalBus())
    founder = FoundWorkspace(
        token="", name="Olive Owner", email="owner@example.org", password_hash="", workspace_name="Office",
        slug=SLUG, zone="UTC",
    )  # fmt: skip
    settings = InboxSettings(prechat=Prechat(when="off"), assignment="manual")
    draft = InboxDraft(slug="website", name="Website", settings=settings)

    async def make(work: Work) -> str:
        founded = await open_workspace(work, founder)
        await create_inbox(work, draft)
        return (await open_session(work, founded.owner.id, days=30)).token

    try:
        return await executor.run(WORKSPACE, OWNER, "req-office", make)
    finally:
        await database.close()


def token_of(number: int) -> str:
    """A visitor's token, the same for the same number."""
    return "vst_" + hashlib.sha256(f"visitor {number}".encode()).hexdigest()


@dataclass(frozen=True)
class Caller:
    """Somebody at the door of one process; a fresh key with each write unless one is given."""

    client: httpx.AsyncClient
    headers: dict[str, str]

    async def post(self, path: str, body: Any = None, *, key: str | None = None) -> httpx.Response:
        sent = {**self.headers, "Idempotency-Key": f'"{key or fresh_key()}"'}
        return await self.client.post(f"/api/v1{path}", json=body, headers=sent)

    async def get(self, path: str, query: Mapping[str, Any] | None = None) -> httpx.Response:
        return await self.client.get(f"/api/v1{path}", params=query, headers=self.headers)


def visitor_at(client: httpx.AsyncClient, number: int) -> Caller:
    return Caller(client, {"Authorization": f"Bearer {token_of(number)}", "Ringonce-Workspace": SLUG})


def owner_at(client: httpx.AsyncClient, session: str) -> Caller:
    """The owner in a page of that process."""
    return Caller(client, {"Cookie": f"ringonce={session}", "Origin": str(client.base_url).rstrip("/")})
