"""Threads as they grow: one reading and one encoding for everybody who looks at a conversation alike.

A room is one conversation as one viewer sees it. It is looked at when the log names its conversation, its
contact or its visitor; each watcher is then told the places that follow those it has, in order, or to forget
what it has. Nothing is patched over: a frame says from where it starts.
"""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

from ringonce.chat.model import Conversation
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.sources import Clock
from ringonce.values.errors import DomainError
from ringonce.values.ids import WorkspaceId
from ringonce.web.live_chat_touched import ERASED, Touched
from ringonce.web.live_frames import Refusal, ThreadBody, framed
from ringonce.web.problems import problem_of
from ringonce.web.times import at_ms

#: Places of one frame.
PLACES_MOST = 200
#: Starts from which a room keeps its frames encoded.
PAGES_KEPT = 8

Say = Callable[[bytes], None]


class Eye(Protocol):
    """Who looks at a thread: which conversation that is now, and how it is drawn."""

    @property
    def key(self) -> Hashable: ...

    @property
    def names(self) -> Sequence[str]:
        """Ids beside the conversation's that touch this view when the log names them."""

    async def find(self, tx: Tx, asked: str | None) -> Conversation | None:
        """The conversation; None: there is none yet. Raises ConversationMissing."""

    def last(self, conversation: Conversation) -> int: ...

    async def draw(self, tx: Tx, conversation: Conversation) -> tuple[msgspec.Struct, Sequence[str]]:
        """Its view, and ids of others whose names are drawn in it."""

    async def places(self, tx: Tx, conversation: Conversation, after: int, most: int) -> Sequence[Any]:
        """The places that follow `after`, in order, withdrawn ones too; each has its `seq`."""

    async def redrawn(
        self, tx: Tx, conversation: Conversation, upto: int, message_ids: Sequence[str] | None
    ) -> Sequence[Any]:
        """These messages where they stand at or before `upto`; None: those that change after they stand."""


@dataclass(eq=False, slots=True)
class Watcher:
    """One subscription. Until it has its first frames it is told nothing else: they would leave a gap."""

    frame_id: str
    say: Say
    #: Closes the socket: whoever is at its other end may see nothing any more.
    end: Callable[[], None]
    is_in: bool = False


@dataclass(eq=False, slots=True)
class Room:
    """One conversation as one viewer sees it, and what everybody in it was told."""

    workspace_id: WorkspaceId
    eye: Eye
    asked: str | None
    target: Conversation | None = None
    upto: int = 0
    #: The conversation's view as it was told last, encoded.
    told: bytes = b""
    #: Ids of others whose names are drawn in it.
    also: frozenset[str] = frozenset()
    watchers: set[Watcher] = field(default_factory=set)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    redraw: set[str] = field(default_factory=set)
    #: Encoded frames by what they start from; good while nothing changes.
    pages: dict[tuple[str, int], list[bytes]] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """Whatever of these the log names is reason to look."""
        ids = {self.asked, *self.eye.names, *self.also}
        if self.target is not None:
            ids |= {self.target.id, self.target.contact_id}
        return {each for each in ids if each is not None}


@dataclass(slots=True)
class _Step:
    """What a look found: where the room stands now, and frames for those who stood where it did."""

    target: Conversation | None
    upto: int
    told: bytes
    frames: list[bytes]
    #: Messages that the log named and that were drawn anew.
    redrew: frozenset[str]
    also: frozenset[str] = frozenset()
    #: For a watcher that just came, and from where it came.
    joining: list[bytes] = field(default_factory=list)
    joined_from: tuple[str, int] | None = None


class ThreadRooms:
    """All threads that are looked at in this process."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._rooms: dict[tuple[WorkspaceId, Hashable, str | None], Room] = {}
        self._named: dict[WorkspaceId, dict[str, set[Room]]] = {}
        #: How often places were read and encoded: what a thousand watchers must not multiply.
        self.encoded = 0
        #: How many frames were said to pages because the log had grown.
        self.told = 0

    def workspaces(self) -> set[WorkspaceId]:
        return set(self._named)

    def watching(self, workspace_id: WorkspaceId, conversation_id: str) -> list[Room]:
        """The rooms that show this conversation now."""
        rooms = self._named.get(workspace_id, {}).get(conversation_id, ())
        return [room for room in rooms if room.target is not None and room.target.id == conversation_id]

    async def join(
        self, workspace_id: WorkspaceId, eye: Eye, watcher: Watcher, asked: str | None, after: int
    ) -> Room:
        """Begin to watch; the frames that bring the watcher up to date are said before this returns.

        Raises as the eye's `find`.
        """
        key = (workspace_id, eye.key, asked)
        room = self._rooms.get(key)
        if room is None:
            room = self._rooms[key] = Room(workspace_id, eye, asked)
            self._name(room)
        room.watchers.add(watcher)
        try:
            async with room.turn:
                others = [each for each in room.watchers if each.is_in]
                step = await self._database.read(lambda tx: self._step(tx, room, bool(others), after))
                self._carry_out(room, step, others)
                for body in step.joining:
                    watcher.say(framed("thread", watcher.frame_id, body))
                watcher.is_in = True
        except BaseException:
            self.leave(room, watcher)
            raise
        return room

    def leave(self, room: Room, watcher: Watcher) -> None:
        room.watchers.discard(watcher)
        key = (room.workspace_id, room.eye.key, room.asked)
        if not room.watchers and self._rooms.get(key) is room:
            del self._rooms[key]
            self._unname(room)

    async def look(self, workspace_id: WorkspaceId, touched: Touched) -> None:
        """The log of a workspace has grown: look at the rooms that it names."""
        named = self._named.get(workspace_id, {})
        for visitor_id in touched.revoked:
            for room in list(named.get(visitor_id, ())):
                self._end(room, visitor_id)
        if touched.names is None:
            rooms = {room for each in named.values() for room in each}
        else:
            rooms = {room for name in touched.names for room in named.get(name, ())}
        for room in rooms:
            room.redraw |= touched.message_ids
            await self._refresh(room)

    async def _refresh(self, room: Room) -> None:
        async with room.turn:
            if not room.watchers:
                return
            try:
                step = await self._database.read(lambda tx: self._step(tx, room, True, None))
            except DomainError as refusal:
                if refusal.final:
                    self._close(room, refusal)
                    return
                raise
            self._carry_out(room, step, [each for each in room.watchers if each.is_in])

    def _end(self, room: Room, visitor_id: str) -> None:
        """Show a visitor out, before anything that follows in the log is said to him."""
        if visitor_id in room.eye.names:
            for watcher in list(room.watchers):
                watcher.end()
                self.leave(room, watcher)

    def _close(self, room: Room, refusal: DomainError) -> None:
        """The viewer may not see it any more, or it is gone."""
        problem = msgspec.Raw(problem_of(refusal).body)
        for watcher in list(room.watchers):
            watcher.say(msgspec.json.encode(Refusal(id=watcher.frame_id, problem=problem)))
            self.leave(room, watcher)

    def _carry_out(self, room: Room, step: _Step, watchers: Sequence[Watcher]) -> None:
        """Say what was found. Reads run on another thread, so nothing is said or changed before they end."""
        if (step.target, step.also) != (room.target, room.also):
            self._unname(room)
            room.target, room.also = step.target, step.also
            if room.watchers:
                self._name(room)
        if (step.upto, step.told) != (room.upto, room.told) or step.redrew:
            room.pages.clear()
        room.upto, room.told = step.upto, step.told
        room.redraw -= step.redrew
        if step.joined_from is not None:
            if len(room.pages) >= PAGES_KEPT:
                room.pages.clear()
            room.pages[step.joined_from] = step.joining
        for body in step.frames:
            for watcher in watchers:
                watcher.say(framed("thread", watcher.frame_id, body))
            self.told += len(watchers)

    async def _step(self, tx: Tx, room: Room, tells: bool, joins_after: int | None) -> _Step:
        """Where the room stands now: frames for those who were in it (`tells`), and for one who joins."""
        eye, before, redraw = room.eye, room.target, frozenset(room.redraw)
        found = await eye.find(tx, before.id if before is not None else room.asked)
        if found is None:
            nothing = self._body(msgspec.Raw(b"null"), [], 0, 0, reset=True, changed=[])
            return _Step(None, 0, b"", [] if before is None else [nothing], redraw, joining=[nothing])
        drawn, also = await eye.draw(tx, found)
        view = msgspec.json.encode(drawn)
        moved = before is None or before.id != found.id
        step = _Step(found, eye.last(found), view, [], redraw, frozenset(also))
        if tells and (moved or view != room.told or redraw or step.upto != room.upto):
            changed = () if moved or not redraw else await self._redrawn(tx, eye, found, room.upto, redraw)
            after = 0 if moved else room.upto
            step.frames = await self._frames(tx, eye, found, view, after, reset=moved, changed=changed)
        if joins_after is not None:
            await self._join_step(tx, room, step, found, joins_after)
        return step

    async def _redrawn(
        self, tx: Tx, eye: Eye, found: Conversation, upto: int, redraw: frozenset[str]
    ) -> Sequence[Any]:
        return await eye.redrawn(tx, found, upto, None if ERASED in redraw else sorted(redraw))

    async def _join_step(self, tx: Tx, room: Room, step: _Step, found: Conversation, after: int) -> None:
        """The frames for one who comes, kept for the next who comes from the same place."""
        knows = room.asked == found.id and after <= step.upto
        step.joined_from = (found.id, after if knows else -1)
        is_still = (step.upto, step.told) == (room.upto, room.told) and not step.redrew
        kept = room.pages.get(step.joined_from) if is_still else None
        if kept is not None:
            step.joining = kept
            return
        changed = await room.eye.redrawn(tx, found, after, None) if knows and after else ()
        step.joining = await self._frames(
            tx, room.eye, found, step.told, after if knows else 0, reset=not knows, changed=changed
        )

    async def _frames(
        self,
        tx: Tx,
        eye: Eye,
        found: Conversation,
        view: bytes,
        after: int,
        *,
        reset: bool,
        changed: Sequence[Any],
    ) -> list[bytes]:
        """The places after one, in frames of a bounded size; at least one frame."""
        frames: list[bytes] = []
        while True:
            places = await eye.places(tx, found, after, PLACES_MOST) if after < eye.last(found) else ()
            upto = places[-1].seq if places else after
            frames.append(self._body(msgspec.Raw(view), places, after, upto, reset=reset, changed=changed))
            if len(places) < PLACES_MOST:
                return frames
            after, reset, changed = upto, False, ()

    def _body(
        self,
        view: msgspec.Raw,
        places: Sequence[Any],
        first: int,
        upto: int,
        *,
        reset: bool,
        changed: Sequence[Any],
    ) -> bytes:
        self.encoded += 1
        return msgspec.json.encode(
            ThreadBody(
                conversation=view,
                messages=list(places),
                from_seq=first,
                upto=upto,
                reset=reset,
                changed=list(changed),
                server_time=at_ms(self._clock.now()),
            )
        )

    def _name(self, room: Room) -> None:
        named = self._named.setdefault(room.workspace_id, {})
        for name in room.names:
            named.setdefault(name, set()).add(room)

    def _unname(self, room: Room) -> None:
        named = self._named.get(room.workspace_id, {})
        for name in room.names:
            rooms = named.get(name, set())
            rooms.discard(room)
            if not rooms:
                named.pop(name, None)
        if not named:
            self._named.pop(room.workspace_id, None)
