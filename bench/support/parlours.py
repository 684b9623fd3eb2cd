"""A server for the figures of chat: workspaces with an inbox each, an agent's session, visitors by HTTP."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from bench.support.shop import SYSTEM
from bench.support.wire import Wire
from ringonce.app.settings import Settings
from ringonce.app.wiring import build
from ringonce.chat.inbox_model import Inbox, InboxDraft
from ringonce.chat.inboxes import create_inbox
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace, Member
from ringonce.identity.sign_in import NewSession, open_session
from ringonce.kernel import migrate
from ringonce.kernel.work import Work
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.edge import Edge
from tests.support.product import Product

INBOX = "website"
#: No visitor fills in a form faster than a machine, unless it says so.
UNHURRIED_MS = 5_000


@dataclass(frozen=True, slots=True)
class Parlour:
    """One workspace whose inbox is as a new inbox is, and the session of its owner."""

    slug: str
    workspace_id: str
    inbox_id: str
    session: str

    @property
    def desk(self) -> dict[str, str]:
        """Headers of the agent's browser."""
        return {"Cookie": f"ringonce={self.session}", "Origin": "http://127.0.0.1"}

    @property
    def desk_lines(self) -> list[str]:
        return [f"{name}: {value}" for name, value in self.desk.items()]


@asynccontextmanager
async def open_parlours(database: str, count: int) -> AsyncIterator[tuple[Product, list[Parlour]]]:
    """A running server; `database` is empty for SQLite in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="ringonce-bench-"))
    try:
        settings = Settings(data=folder, database=database)
        await migrate.upgrade(settings.database_url)
        app = await build(settings)
        parlours = [await _parlour(app.edge, number) for number in range(count)]
        await app.edge.executor.drain()
        await app.edge.database.close()
        flags = ("--rate-per-minute", "0", "--log-level", "error")
        async with Product(folder, database=database, flags=flags) as product:
            yield product, parlours
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _parlour(edge: Edge, number: int) -> Parlour:
    workspace_id, request_id, slug = edge.ids.new(WorkspaceId), edge.ids.new(RequestId), f"parlour-{number}"
    ask = FoundWorkspace(
        token="",
        name="Owner",
        email=f"owner{number}@example.org",
        password_hash="",
        workspace_name=f"Parlour {number}",
        slug=slug,
        zone="UTC",
    )
    run = edge.executor.run
    founded = await run(workspace_id, SYSTEM, request_id, lambda work: open_workspace(work, ask))
    session = await run(workspace_id, SYSTEM, request_id, partial(_session, founded.owner))
    inbox = await run(workspace_id, SYSTEM, request_id, _inbox)
    return Parlour(slug, workspace_id, inbox.id, session.token)


async def _session(member: Member, work: Work) -> NewSession:
    return await open_session(work, member.id, days=1)


async def _inbox(work: Work) -> Inbox:
    return await create_inbox(work, InboxDraft(slug=INBOX, name="Website"))


def new_visitor() -> str:
    """A browser's token."""
    return f"vst_{token_urlsafe(33)}"


def of_visitor(parlour: Parlour, token: str) -> dict[str, str]:
    """Headers of a visitor's page."""
    return {"Ringonce-Workspace": parlour.slug, "Authorization": f"Bearer {token}"}


async def post(wire: Wire, path: str, headers: Mapping[str, str], body: dict[str, Any]) -> Any:
    """A write under a key of its own. Raises RuntimeError where it is refused."""
    key = {"Idempotency-Key": f'"{token_urlsafe(24)}"'}
    answer = await wire.ask("POST", f"/api/v1{path}", {**headers, **key}, body)
    if answer.status not in (200, 201):
        raise RuntimeError(f"{path}: {answer.status} {answer.body[:300]!r}")
    return answer.json()


async def start(wire: Wire, parlour: Parlour, token: str) -> Any:
    """A visitor's first message, as the panel sends it."""
    body = {
        "inbox": INBOX,
        "client_id": token_urlsafe(18),
        "text": "Hello, is the matt clay back?",
        "page": {"url": "https://shop.example.org/clay", "title": "Matt clay", "referrer": ""},
        "locale": "en",
        "zone": "Europe/Amsterdam",
        "filled_for_ms": UNHURRIED_MS,
    }
    return await post(wire, "/chat/start", of_visitor(parlour, token), body)
