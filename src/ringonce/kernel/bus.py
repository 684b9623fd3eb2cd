"""The bus between processes: it says "workspace W has reached n", and passes on whispers.

A lost wake loses nothing: whoever is woken reads the log, and a timer looks anyway. A lost whisper is lost:
nothing that must arrive is whispered.
"""

import asyncio
import base64
import contextlib
from collections import deque
from typing import Any, Protocol

import asyncpg

from ringonce.kernel.hub import Hub
from ringonce.kernel.secrets import new_token
from ringonce.values.ids import WorkspaceId

CHANNEL = "ringonce_reached"
WHISPERS = "ringonce_whispers"
#: Bytes of one whisper; a notification of PostgreSQL holds 8,000.
WHISPER_MOST = 3_000
#: Whispers that wait to be sent; beyond them the oldest are forgotten.
WHISPERS_WAITING = 500
RECONNECT_AFTER = (0.1, 0.5, 1.0, 2.0, 5.0)
HEARTBEAT = 15.0


class WakeUpBus(Protocol):
    """Tells the other processes. `publish` is called after COMMIT; neither waits nor raises."""

    def publish(self, workspace_id: WorkspaceId, seq: int) -> None: ...

    def whisper(self, workspace_id: WorkspaceId, payload: bytes) -> None: ...

    async def start(self) -> None: ...

    async def close(self) -> None: ...


class LocalBus:
    """One process: there is nobody else to tell."""

    def publish(self, workspace_id: WorkspaceId, seq: int) -> None:
        return None

    def whisper(self, workspace_id: WorkspaceId, payload: bytes) -> None:
        return None

    async def start(self) -> None:
        return None

    async def close(self) -> None:
        return None


class PostgresBus:
    """LISTEN and NOTIFY on one connection of its own.

    NOTIFY in the writing transaction would nearly halve its commits; here the
    messages of many commits go out together, after them.
    """

    def __init__(self, url: str, hub: Hub) -> None:
        self._url = url
        self._hub = hub
        self._origin = new_token(128)
        self._waiting: dict[WorkspaceId, int] = {}
        self._whispers: deque[str] = deque(maxlen=WHISPERS_WAITING)
        self._wanted = asyncio.Event()
        self._listening = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def publish(self, workspace_id: WorkspaceId, seq: int) -> None:
        self._waiting[workspace_id] = max(seq, self._waiting.get(workspace_id, 0))
        self._wanted.set()

    def whisper(self, workspace_id: WorkspaceId, payload: bytes) -> None:
        """Pass on a whisper; one that is too long is not sent."""
        if len(payload) <= WHISPER_MOST:
            self._whispers.append(f"{self._origin} {workspace_id} {base64.b64encode(payload).decode()}")
            self._wanted.set()

    async def start(self) -> None:
        """Begin, and return once listening."""
        self._task = asyncio.create_task(self._serve(), name="ringonce-bus")
        await self._listening.wait()

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _serve(self) -> None:
        failures = 0
        while True:
            try:
                connection = await asyncpg.connect(self._url, timeout=10)
                try:
                    # A lost connection is noticed at once, not at the next message.
                    connection.add_termination_listener(lambda _lost: self._wanted.set())
                    await connection.add_listener(CHANNEL, self._hear)
                    await connection.add_listener(WHISPERS, self._hear_whisper)
                    await self._catch_up(connection)
                    failures = 0
                    self._listening.set()
                    await self._send(connection)
                finally:
                    await _drop(connection)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await asyncio.sleep(RECONNECT_AFTER[min(failures, len(RECONNECT_AFTER) - 1)])
                failures += 1

    async def _catch_up(self, connection: Any) -> None:
        # While nobody listened logs may have grown: wake everybody with what is true now.
        for record in await connection.fetch("SELECT workspace_id, seq FROM log_heads"):
            self._hub.wake(WorkspaceId(record["workspace_id"]), record["seq"])

    async def _send(self, connection: Any) -> None:
        while True:
            try:
                async with asyncio.timeout(HEARTBEAT):
                    await self._wanted.wait()
            except TimeoutError:
                await connection.execute("SELECT 1")
                continue
            self._wanted.clear()
            await self._send_whispers(connection)
            reached = dict(self._waiting)
            messages = [f"{self._origin} {workspace_id} {seq}" for workspace_id, seq in reached.items()]
            await connection.execute(
                "SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message", CHANNEL, messages
            )
            # Forgotten only once sent: after a lost connection they go out again.
            for workspace_id, seq in reached.items():
                if self._waiting.get(workspace_id) == seq:
                    del self._waiting[workspace_id]

    async def _send_whispers(self, connection: Any) -> None:
        # Taken before they are sent: a whisper that comes late would be a lie.
        whispers = list(self._whispers)
        self._whispers.clear()
        if whispers:
            await connection.execute(
                "SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message", WHISPERS, whispers
            )

    def _hear_whisper(self, _connection: Any, _sender: int, _channel: str, message: str) -> None:
        origin, workspace_id, payload = message.split(" ")
        if origin != self._origin:
            self._hub.whisper(WorkspaceId(workspace_id), base64.b64decode(payload))

    def _hear(self, _connection: Any, _sender: int, _channel: str, message: str) -> None:
        origin, workspace_id, seq = message.split(" ")
        if origin != self._origin:
            self._hub.wake(WorkspaceId(workspace_id), int(seq))


async def _drop(connection: Any) -> None:
    try:
        await connection.close(timeout=2)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        connection.terminate()
