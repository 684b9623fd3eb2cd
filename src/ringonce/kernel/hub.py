"""Fan-out inside this process: frames to sockets, "workspace W has reached n" to who follows it, whispers.

Used on the event loop's thread only. Nothing here is kept: the log is the truth.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from ringonce.values.ids import WorkspaceId

FRAMES_WAITING = 256
#: A whisper is passed on at once and kept nowhere: who is typing, who is looking.
Listener = Callable[[WorkspaceId, bytes], None]


class Subscription:
    """Frames of one topic, in order. A reader that is too slow loses all of them and is told."""

    def __init__(self, hub: "Hub", topic: str, most: int) -> None:
        self._hub = hub
        self._topic = topic
        self._most = most
        self._frames: deque[Any] = deque()
        self._ready = asyncio.Event()
        #: True once frames were dropped: ask for a snapshot, then set it back.
        self.has_lost = False

    def push(self, frame: Any) -> None:
        if len(self._frames) >= self._most:
            self._frames.clear()
            self.has_lost = True
        self._frames.append(frame)
        self._ready.set()

    async def next(self) -> Any:
        """The next frame, waiting for it."""
        while not self._frames:
            self._ready.clear()
            await self._ready.wait()
        return self._frames.popleft()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        return await self.next()

    def close(self) -> None:
        self._hub.leave(self._topic, self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Follower:
    """How far logs have come: many wakes between two looks are one."""

    def __init__(self, hub: "Hub", workspace_id: WorkspaceId | None) -> None:
        self._hub = hub
        self._workspace_id = workspace_id
        #: What moved since the last look.
        self.reached: dict[WorkspaceId, int] = {}
        self._ready = asyncio.Event()

    def push(self, workspace_id: WorkspaceId, seq: int) -> None:
        self.reached[workspace_id] = max(seq, self.reached.get(workspace_id, 0))
        self._ready.set()

    async def next(self) -> dict[WorkspaceId, int]:
        """The workspaces that moved since the last look, and how far, waiting for one."""
        await self._ready.wait()
        self._ready.clear()
        reached, self.reached = self.reached, {}
        return reached

    def close(self) -> None:
        self._hub.forget(self._workspace_id, self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Hub:
    """The one meeting place of a process."""

    def __init__(self) -> None:
        self._topics: defaultdict[str, set[Subscription]] = defaultdict(set)
        self._followers: defaultdict[WorkspaceId | None, set[Follower]] = defaultdict(set)
        self._listeners: list[Listener] = []

    def subscribe(self, topic: str, most: int = FRAMES_WAITING) -> Subscription:
        """Hear every frame published on a topic from now on."""
        subscription: Subscription = Subscription(self, topic, most)
        self._topics[topic].add(subscription)
        return subscription

    def publish(self, topic: str, frame: Any) -> int:
        """Give a frame to all who listen now; how many."""
        listeners = self._topics.get(topic, ())
        for subscription in listeners:
            subscription.push(frame)
        return len(listeners)

    def follow(self, workspace_id: WorkspaceId | None = None) -> Follower:
        """Be told when this workspace's log grows, or any workspace's."""
        follower = Follower(self, workspace_id)
        self._followers[workspace_id].add(follower)
        return follower

    def wake(self, workspace_id: WorkspaceId, seq: int) -> None:
        """Workspace W has reached n: said after COMMIT, here or by the bus."""
        for key in (workspace_id, None):
            for follower in self._followers.get(key, ()):
                follower.push(workspace_id, seq)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear every whisper from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def whisper(self, workspace_id: WorkspaceId, payload: bytes) -> None:
        """Tell those of this process who listen now."""
        for listener in list(self._listeners):
            listener(workspace_id, payload)

    def leave(self, topic: str, subscription: Subscription) -> None:
        listeners = self._topics.get(topic)
        if listeners is not None:
            listeners.discard(subscription)
            if not listeners:
                del self._topics[topic]

    def forget(self, workspace_id: WorkspaceId | None, follower: Follower) -> None:
        followers = self._followers.get(workspace_id)
        if followers is not None:
            followers.discard(follower)
            if not followers:
                del self._followers[workspace_id]
