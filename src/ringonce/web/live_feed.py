"""What keeps the sockets of this process up to date: the growth of logs, and time."""

import asyncio
import contextlib
from collections.abc import Awaitable

import structlog

from ringonce.kernel.hub import Follower
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import WorkspaceId
from ringonce.web.edge import Edge
from ringonce.web.limits import Places
from ringonce.web.live_chat_feed import ChatFeed
from ringonce.web.live_slots import SlotRooms

log = structlog.get_logger("ringonce.live")

#: How late a page may learn of what time alone changes.
TICK_SECONDS = 0.25
#: Reads that run beside each other for different workspaces.
AT_ONCE = 4

#: What is looked at, and whose.
_Matter = tuple[str, WorkspaceId]


SOCKETS_MOST = 10_000


class LiveFeed:
    """One per process. Runs while the application does; sockets come and go."""

    def __init__(self, edge: Edge) -> None:
        self.rooms = SlotRooms(edge)
        self.chat = ChatFeed(edge)
        #: Sockets open in this process.
        self.sockets = Places(SOCKETS_MOST)
        self._edge = edge
        self._tasks: list[asyncio.Task[None]] = []
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._looking: dict[_Matter, asyncio.Task[None]] = {}
        self._again: set[_Matter] = set()

    def start(self) -> None:
        """Begin to follow; idempotent, so that the first socket may start it too."""
        if self._tasks:
            return
        follower = self._edge.hub.follow()
        self.chat.start()
        self._tasks = [
            asyncio.create_task(self._follow(follower), name="ringonce-live-log"),
            asyncio.create_task(self._tick(), name="ringonce-live-time"),
        ]

    async def stop(self) -> None:
        self.chat.stop()
        tasks = [*self._tasks, *self._looking.values()]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._tasks = []
        self._looking = {}

    async def _follow(self, follower: Follower) -> None:
        with follower:
            while True:
                for workspace_id in await follower.next():
                    self._look(workspace_id)

    def _look(self, workspace_id: WorkspaceId) -> None:
        """Look at a workspace's rooms; growth during a look means one more look, not many."""
        # Beside each other: a message does not wait until every list of slots was computed.
        for topic, watched in (("slots", self.rooms.workspaces()), ("chat", self.chat.workspaces())):
            matter = (topic, workspace_id)
            if workspace_id not in watched:
                continue
            if matter in self._looking:
                self._again.add(matter)
                continue
            self._looking[matter] = asyncio.create_task(self._look_until_still(matter))

    async def _look_until_still(self, matter: _Matter) -> None:
        topic, workspace_id = matter
        look = self.rooms.look if topic == "slots" else self.chat.look
        try:
            while True:
                self._again.discard(matter)
                async with self._gate:
                    is_seen = await self._guarded(look(workspace_id))
                if not is_seen:
                    # What was missed is looked for again: no later change may come to show it.
                    self._again.add(matter)
                    await asyncio.sleep(TICK_SECONDS)
                if matter not in self._again:
                    return
        finally:
            self._looking.pop(matter, None)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            await self._guarded(self.rooms.look_at_time())
            await self._guarded(self.chat.look_at_time())

    async def _guarded(self, look: Awaitable[None]) -> bool:
        """Whether the database could be asked."""
        try:
            await look
        except DomainError as refusal:
            # The database is away, or the service went: pages notice by the heartbeat or by their next ask.
            log.warning("look-refused", code=refusal.code)
            return refusal.kind is not Kind.UNAVAILABLE
        except Exception as bug:
            log.error("look-failed", exc_info=bug)
        return True
