"""Who is at the desk: a beat while a member's socket is open, and frames to those who watch."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from ringonce.identity.model import Workspace
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.sources import Clock
from ringonce.values.ids import WorkspaceId
from ringonce.web.live_frames import PresenceBody, framed
from ringonce.web.times import at_ms

#: How often a member's presence is written down, at most.
BEAT_MS = 30_000

Say = Callable[[bytes], None]


class Attendance(Protocol):
    """What the chat knows of who is there."""

    async def read(self, tx: Tx, workspace: Workspace, now: int) -> tuple[dict[str, str], bool]:
        """Each member's presence, and whether an inbox is open now."""

    async def beat(self, workspace_id: WorkspaceId, member_id: str) -> bool:
        """Write down that a member is there; whether she just came."""


@dataclass(eq=False, slots=True)
class PresenceWatcher:
    frame_id: str
    say: Say


@dataclass(eq=False, slots=True)
class PresenceRoom:
    """One workspace's desk."""

    workspace: Workspace
    told: tuple[dict[str, str], bool] | None = None
    watchers: set[PresenceWatcher] = field(default_factory=set)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Presence:
    """The members whose sockets are here, and those who watch who is there."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        attendance: Attendance,
        came: Callable[[WorkspaceId], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._attendance = attendance
        self._came = came
        self._rooms: dict[WorkspaceId, PresenceRoom] = {}
        self._beaten: dict[tuple[WorkspaceId, str], int] = {}
        self._sockets: Counter[tuple[WorkspaceId, str]] = Counter()

    def workspaces(self) -> set[WorkspaceId]:
        return set(self._rooms)

    def enter(self, workspace_id: WorkspaceId, member_id: str) -> None:
        self._sockets[workspace_id, member_id] += 1

    def go(self, workspace_id: WorkspaceId, member_id: str) -> None:
        """A socket of hers is gone. What was written down lapses by itself: she may only be reloading."""
        self._sockets[workspace_id, member_id] -= 1
        if self._sockets[workspace_id, member_id] <= 0:
            del self._sockets[workspace_id, member_id]
            self._beaten.pop((workspace_id, member_id), None)

    async def beat(self, workspace_id: WorkspaceId, member_id: str) -> None:
        """Write down that she is there, unless that was done a moment ago."""
        key, now = (workspace_id, member_id), self._clock.now()
        if now - self._beaten.get(key, now - BEAT_MS) < BEAT_MS:
            return
        self._beaten[key] = now
        if await self._attendance.beat(workspace_id, member_id):
            self._came(workspace_id)

    async def join(self, workspace: Workspace, watcher: PresenceWatcher) -> PresenceRoom:
        """Begin to watch; who is there is said before this returns."""
        room = self._rooms.setdefault(workspace.id, PresenceRoom(workspace))
        room.watchers.add(watcher)
        try:
            async with room.turn:
                await self._tell(room, {watcher})
        except BaseException:
            self.leave(room, watcher)
            raise
        return room

    def leave(self, room: PresenceRoom, watcher: PresenceWatcher) -> None:
        room.watchers.discard(watcher)
        if not room.watchers and self._rooms.get(room.workspace.id) is room:
            del self._rooms[room.workspace.id]

    async def look(self, workspace_id: WorkspaceId) -> None:
        """See who is there now."""
        room = self._rooms.get(workspace_id)
        if room is not None:
            async with room.turn:
                await self._tell(room, set())

    async def _tell(self, room: PresenceRoom, anyway: set[PresenceWatcher]) -> None:
        now = self._clock.now()
        found = await self._database.read(lambda tx: self._attendance.read(tx, room.workspace, now))
        told = room.watchers if found != room.told else anyway
        room.told = found
        body = msgspec.json.encode(PresenceBody(agents=found[0], is_open=found[1], server_time=at_ms(now)))
        for watcher in list(told):
            watcher.say(framed("presence", watcher.frame_id, body))
