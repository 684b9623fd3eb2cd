"""The chat of this process: its threads, inboxes, presence and whispers, kept up to date by the log."""

import structlog

from ringonce.kernel.db import Tx
from ringonce.kernel.eventlog import read_head, read_log
from ringonce.values.ids import WorkspaceId
from ringonce.web.edge import Edge
from ringonce.web.live_chat import Room, Say, ThreadRooms
from ringonce.web.live_chat_desk import DeskAttendance, DeskEye, DeskListing
from ringonce.web.live_chat_inbox import InboxRooms
from ringonce.web.live_chat_presence import Presence
from ringonce.web.live_chat_touched import Touched, touched_by
from ringonce.web.live_chat_whispers import Came, Ears, Typed, Whispers

log = structlog.get_logger("ringonce.live")

#: Rows of the log of one look; when more were written, everything is looked at.
ROWS_MOST = 1_000
PRESENCE_MS = 5_000


class ChatFeed:
    """One per process."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self.threads = ThreadRooms(edge.database, edge.clock)
        self.inboxes = InboxRooms(edge.database, edge.clock, DeskListing())
        ears = Ears(
            typing=self._hear_typing,
            looking=self._hear_looking,
            presence=self._hear_presence,
            visiting=self._hear_visiting,
        )
        self.whispers = Whispers(edge.hub, edge.bus, edge.clock, ears)
        self.presence = Presence(
            edge.database, edge.clock, DeskAttendance(edge), lambda each: self.whispers.send(each, Came())
        )
        #: How far each workspace's log was looked at.
        self._seen: dict[WorkspaceId, int] = {}
        self._presence_due: set[WorkspaceId] = set()
        self._presence_at = 0

    def start(self) -> None:
        self.whispers.start()

    def stop(self) -> None:
        self.whispers.stop()

    def workspaces(self) -> set[WorkspaceId]:
        return self.threads.workspaces() | self.inboxes.workspaces() | self.presence.workspaces()

    async def open(self, workspace_id: WorkspaceId) -> None:
        """Before the first room of a workspace: what is written from here on is looked at."""
        if workspace_id not in self.workspaces():
            head = await self._edge.database.read(lambda tx: read_head(tx, workspace_id))
            if workspace_id not in self.workspaces():
                self._seen[workspace_id] = head.seq

    async def look(self, workspace_id: WorkspaceId) -> None:
        """The log of a workspace has grown: look at what it names."""
        touched = await self._edge.database.read(lambda tx: self._touched(tx, workspace_id))
        if touched.names == frozenset():
            return
        before, told = self._seen.get(workspace_id, touched.upto), self._told
        await self.threads.look(workspace_id, touched)
        await self.inboxes.look(workspace_id, touched)
        if touched.names_any("mem_", "inb_"):
            await self.presence.look(workspace_id)
        # Only now: a look that failed begins again from where it was.
        self._seen[workspace_id] = touched.upto
        now = self._edge.clock.now()
        self._edge.pushes.note(workspace_id, before, touched.upto, now, self._told - told)

    @property
    def _told(self) -> int:
        return self.threads.told + self.inboxes.told

    async def look_at_time(self) -> None:
        """What time alone changes: who no longer looks, who is no longer there."""
        now = self._edge.clock.now()
        due, self._presence_due = self._presence_due, set()
        if abs(now - self._presence_at) >= PRESENCE_MS:
            self._presence_at = now
            self.whispers.forget_old()
            due |= self.presence.workspaces()
        for workspace_id in due:
            await self.presence.look(workspace_id)

    async def _touched(self, tx: Tx, workspace_id: WorkspaceId) -> Touched:
        seen = self._seen.get(workspace_id)
        if seen is None:
            return Touched((await read_head(tx, workspace_id)).seq, None)
        entries = await read_log(tx, workspace_id, seen, ROWS_MOST + 1)
        if len(entries) > ROWS_MOST:
            return Touched((await read_head(tx, workspace_id)).seq, None)
        return touched_by(entries, seen)

    def _hear_typing(self, workspace_id: WorkspaceId, typed: Typed) -> set[Say]:
        rooms = self.threads.watching(workspace_id, typed.conversation)
        return {watcher.say for room in rooms if _may_hear(room, typed) for watcher in room.watchers}

    def _hear_looking(self, workspace_id: WorkspaceId, conversation_id: str) -> set[Say]:
        return self._hear_visiting(workspace_id, conversation_id) | self.inboxes.sayers(workspace_id)

    def _hear_visiting(self, workspace_id: WorkspaceId, conversation_id: str) -> set[Say]:
        rooms = self.threads.watching(workspace_id, conversation_id)
        return {watcher.say for room in rooms if isinstance(room.eye, DeskEye) for watcher in room.watchers}

    def _hear_presence(self, workspace_id: WorkspaceId) -> None:
        self._presence_due.add(workspace_id)


def _may_hear(room: Room, typed: Typed) -> bool:
    """Everybody but who types; visitors hear agents, and never of a note."""
    if isinstance(room.eye, DeskEye):
        return room.eye.viewer_id != typed.who.id
    return typed.who.kind == "agent" and not typed.note
