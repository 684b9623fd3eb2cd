"""The inbox as it changes: which conversations did, as each member sees them, and how many wait where."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

from ringonce.identity.model import Workspace
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.eventlog import read_head, read_log
from ringonce.kernel.sources import Clock
from ringonce.values.ids import WorkspaceId
from ringonce.web.live_chat_touched import Touched, touched_by
from ringonce.web.live_frames import InboxBody, framed
from ringonce.web.times import at_ms

#: Conversations of one frame; when more changed, the page lists anew.
CHANGED_MOST = 100
#: Rows of the log that a page may have missed; beyond them it lists anew.
MISSED_MOST = 1_000

Say = Callable[[bytes], None]


class Listing(Protocol):
    """How a member sees conversations."""

    async def changed(
        self, tx: Tx, workspace: Workspace, viewer_id: str, names: frozenset[str], most: int
    ) -> Sequence[Any] | None:
        """Views of the conversations, and of those of the contacts, that are named; None: more than most."""

    async def counts(self, tx: Tx, workspace: Workspace, viewer_id: str) -> msgspec.Struct: ...


@dataclass(eq=False, slots=True)
class InboxWatcher:
    """One subscription of a member; it is told nothing before its first frame, which says what it missed."""

    frame_id: str
    say: Say
    is_in: bool = False


@dataclass(eq=False, slots=True)
class InboxRoom:
    """The inbox as one member sees it; `upto` is a place of the log."""

    workspace: Workspace
    viewer_id: str
    upto: int = 0
    counts: bytes = b""
    watchers: set[InboxWatcher] = field(default_factory=set)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class InboxRooms:
    """Every member's inbox that is open in this process."""

    def __init__(self, database: Database, clock: Clock, listing: Listing) -> None:
        self._database = database
        self._clock = clock
        self._listing = listing
        self._rooms: dict[tuple[WorkspaceId, str], InboxRoom] = {}
        #: How many frames were said to pages because the log had grown.
        self.told = 0

    def workspaces(self) -> set[WorkspaceId]:
        return {workspace_id for workspace_id, _ in self._rooms}

    def sayers(self, workspace_id: WorkspaceId) -> set[Say]:
        """The sockets that have this workspace's inbox open."""
        rooms = (room for (owner, _), room in self._rooms.items() if owner == workspace_id)
        return {watcher.say for room in rooms for watcher in room.watchers}

    async def join(
        self, workspace: Workspace, viewer_id: str, watcher: InboxWatcher, after: int | None
    ) -> InboxRoom:
        """Begin to watch; what changed since `after` is said before this returns."""
        key = (workspace.id, viewer_id)
        room = self._rooms.setdefault(key, InboxRoom(workspace, viewer_id))
        room.watchers.add(watcher)
        try:
            async with room.turn:
                body, upto, counts = await self._database.read(lambda tx: self._begin(tx, room, after))
                # A look to come tells the others from where they stand; it may tell this one twice.
                if len(room.watchers) == 1:
                    room.upto, room.counts = upto, counts
                watcher.say(framed("inbox", watcher.frame_id, body))
                watcher.is_in = True
        except BaseException:
            self.leave(room, watcher)
            raise
        return room

    def leave(self, room: InboxRoom, watcher: InboxWatcher) -> None:
        room.watchers.discard(watcher)
        key = (room.workspace.id, room.viewer_id)
        if not room.watchers and self._rooms.get(key) is room:
            del self._rooms[key]

    async def look(self, workspace_id: WorkspaceId, touched: Touched) -> None:
        """The log has grown: tell each member what that changed."""
        for (owner, _), room in list(self._rooms.items()):
            if owner == workspace_id and room.watchers:
                async with room.turn:
                    await self._tell(room, touched)

    async def _tell(self, room: InboxRoom, touched: Touched) -> None:
        views, counts = await self._database.read(lambda tx: self._changed(tx, room, touched))
        if views != [] or counts != room.counts:
            body = self._body(views, counts, touched.upto)
            for watcher in [each for each in room.watchers if each.is_in]:
                watcher.say(framed("inbox", watcher.frame_id, body))
                self.told += 1
        room.upto, room.counts = touched.upto, counts

    async def _begin(self, tx: Tx, room: InboxRoom, after: int | None) -> tuple[bytes, int, bytes]:
        head = (await read_head(tx, room.workspace.id)).seq
        touched = Touched(head, frozenset())
        if after is not None and after > head:
            touched = Touched(head, None)
        elif after is not None:
            entries = await read_log(tx, room.workspace.id, after, MISSED_MOST + 1)
            touched = Touched(head, None) if len(entries) > MISSED_MOST else touched_by(entries, head)
        views, counts = await self._changed(tx, room, touched)
        return self._body(views, counts, touched.upto), touched.upto, counts

    async def _changed(self, tx: Tx, room: InboxRoom, touched: Touched) -> tuple[Sequence[Any] | None, bytes]:
        views: Sequence[Any] | None = None
        if touched.names is not None:
            views = await self._listing.changed(
                tx, room.workspace, room.viewer_id, touched.names, CHANGED_MOST
            )
        counts = await self._listing.counts(tx, room.workspace, room.viewer_id)
        return views if views is None else list(views), msgspec.json.encode(counts)

    def _body(self, views: Sequence[Any] | None, counts: bytes, upto: int) -> bytes:
        return msgspec.json.encode(
            InboxBody(
                conversations=list(views or ()),
                counts=msgspec.Raw(counts),
                upto=upto,
                reset=views is None,
                server_time=at_ms(self._clock.now()),
            )
        )
