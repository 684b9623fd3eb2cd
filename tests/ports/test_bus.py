"""The wake-up bus: after commit, coalesced, and a lost message loses nothing."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio

from ringonce.kernel.bus import CHANNEL, WHISPER_MOST, LocalBus, PostgresBus, WakeUpBus
from ringonce.kernel.db import Database
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import IdSource
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock
from tests.support.ledger import KEY, WORKSPACE, Refused, ask, make_ledger, render, write_line

PATIENCE = 20


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest_asyncio.fixture
async def far_hub(database_url: str) -> AsyncIterator[Hub]:
    """The hub of another process."""
    hub = Hub()
    bus = PostgresBus(database_url, hub)
    await bus.start()
    yield hub
    await bus.close()


@pytest_asyncio.fixture
async def bus(database_url: str, hub: Hub) -> AsyncIterator[WakeUpBus]:
    made = PostgresBus(database_url, hub)
    await made.start()
    yield made
    await made.close()


async def test_a_commit_here_wakes_there(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub, bus: WakeUpBus, far_hub: Hub
) -> None:
    await make_ledger(database)
    executor = Executor(database, clock, ids, hub, bus)
    with hub.follow() as here, far_hub.follow(WORKSPACE) as there:
        await executor.execute(ask(), write_line(refuse=Refused()), render)
        await executor.execute(ask(f"{KEY}-2"), write_line(), render)
        assert await asyncio.wait_for(here.next(), PATIENCE) == {WORKSPACE: 1}
        assert await asyncio.wait_for(there.next(), PATIENCE) == {WORKSPACE: 1}


async def test_many_commits_are_few_messages(database_url: str, bus: WakeUpBus, far_hub: Hub) -> None:
    heard: list[str] = []
    connection = await asyncpg.connect(database_url)
    await connection.add_listener(CHANNEL, lambda *message: heard.append(message[3]))
    with far_hub.follow() as there:
        for seq in range(1, 1_001):
            bus.publish(WORKSPACE, seq)
        bus.publish(WorkspaceId("wsp_other"), 7)
        reached: dict[WorkspaceId, int] = {}
        while len(reached) < 2:
            reached |= await asyncio.wait_for(there.next(), PATIENCE)
    assert reached == {WORKSPACE: 1_000, "wsp_other": 7}
    await connection.fetch("SELECT 1")
    await connection.close()
    assert len(heard) == 2


async def test_after_a_lost_connection_it_listens_again_and_catches_up(
    database: Database, database_url: str, clock: MovableClock, ids: IdSource, far_hub: Hub
) -> None:
    await make_ledger(database)
    silent = Executor(database, clock, ids, Hub(), LocalBus())
    with far_hub.follow() as there:
        await silent.execute(ask(), write_line(), render)
        connection = await asyncpg.connect(database_url)
        killed = await connection.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND query LIKE 'LISTEN%' OR query LIKE '%log_heads%' "
            "AND pid <> pg_backend_pid()"
        )
        await connection.close()
        assert killed >= 1
        # Nobody published: that the log has grown is found by looking after the new LISTEN.
        assert await asyncio.wait_for(there.next(), PATIENCE) == {WORKSPACE: 1}


async def test_a_local_bus_tells_nobody(hub: Hub) -> None:
    bus = LocalBus()
    await bus.start()
    with hub.follow() as follower:
        bus.publish(WORKSPACE, 1)
        assert follower.reached == {}
    await bus.close()


async def test_a_whisper_is_heard_in_the_other_process_and_not_echoed_here(
    hub: Hub, bus: WakeUpBus, far_hub: Hub
) -> None:
    here: list[bytes] = []
    there: asyncio.Queue[tuple[WorkspaceId, bytes]] = asyncio.Queue()
    hub.listen(lambda _workspace, payload: here.append(payload))
    far_hub.listen(lambda workspace, payload: there.put_nowait((workspace, payload)))
    bus.whisper(WORKSPACE, "打字 ☎".encode())
    assert await asyncio.wait_for(there.get(), PATIENCE) == (WORKSPACE, "打字 ☎".encode())
    with far_hub.follow(WORKSPACE) as reached:
        bus.publish(WORKSPACE, 1)
        await asyncio.wait_for(reached.next(), PATIENCE)
    assert here == []


async def test_a_whisper_that_is_too_long_is_not_sent(bus: WakeUpBus, far_hub: Hub) -> None:
    there: asyncio.Queue[bytes] = asyncio.Queue()
    far_hub.listen(lambda _workspace, payload: there.put_nowait(payload))
    bus.whisper(WORKSPACE, b"x" * (WHISPER_MOST + 1))
    bus.whisper(WORKSPACE, b"short")
    assert await asyncio.wait_for(there.get(), PATIENCE) == b"short"


def test_who_stopped_listening_hears_nothing() -> None:
    hub, heard = Hub(), list[bytes]()
    stop = hub.listen(lambda _workspace, payload: heard.append(payload))
    hub.whisper(WORKSPACE, b"one")
    stop()
    hub.whisper(WORKSPACE, b"two")
    assert heard == [b"one"]
