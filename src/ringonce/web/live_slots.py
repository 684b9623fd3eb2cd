"""Slots as they change: one computation for everybody who watches the same list and holds nothing of it.

A room is one list that somebody watches. It is looked at when the workspace's log grows and when time alone
changes it, and each watcher is told the difference from what that watcher was told last.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from ringonce.booking.holders import Holders, read_holders
from ringonce.booking.slots import NOBODY, Asker, Delta, SlotList, SlotsAsk, Unchanged, read_delta, read_slots
from ringonce.identity.model import Workspace
from ringonce.kernel.db import Tx
from ringonce.web.booking_model import HoldView
from ringonce.web.booking_views import hold_view, maybe_ms, slot_view
from ringonce.web.edge import Edge
from ringonce.web.live_frames import Change, Current, Removed, Snapshot, framed
from ringonce.web.times import at_minute, at_ms

Say = Callable[[bytes], None]


@dataclass(eq=False, slots=True)
class Watcher:
    """One subscription: what its page was told last, and who looks."""

    frame_id: str
    say: Say
    asker: Asker
    told: SlotList | None = None
    #: Its list differs from everybody's: it shows a hold of its own, or may not book any more.
    apart: bool = False


@dataclass(eq=False, slots=True)
class Room:
    """One list: the ask, and what everybody who holds nothing was told last."""

    workspace: Workspace
    ask: SlotsAsk
    shared: SlotList | None = None
    counts_visitors: bool = False
    watchers: set[Watcher] = field(default_factory=set)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def due_at(self) -> int | None:
        """The first instant (ms) at which time alone changes what one of the watchers was told."""
        lists = [self.shared, *(watcher.told for watcher in self.watchers if watcher.apart)]
        instants = [told.true_until for told in lists if told is not None and told.true_until is not None]
        return min(instants, default=None)


@dataclass(frozen=True, slots=True)
class _Tell:
    """What one watcher is told next; no frame where nothing changed for it."""

    watcher: Watcher
    told: SlotList
    apart: bool
    frame: bytes | None


@dataclass(slots=True)
class _Plan:
    """What a look at a room found."""

    shared: SlotList
    tells: list[_Tell] = field(default_factory=list)
    computed: int = 0


class SlotRooms:
    """All rooms of this process."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._rooms: dict[tuple[str, SlotsAsk], Room] = {}
        #: How often a list was computed for everybody: what a thousand watchers must not multiply.
        self.computed = 0

    async def join(self, room: Room, watcher: Watcher, etag: str | None) -> None:
        """Begin to watch; the first frame is said before this returns. Raises as `read_slots`."""
        room.watchers.add(watcher)
        try:
            async with room.turn:
                plan = await self._edge.database.read(lambda tx: self._begin(tx, room, watcher, etag))
                self._carry_out(room, plan)
        except BaseException:
            self.leave(room, watcher)
            raise

    def room_of(self, workspace: Workspace, ask: SlotsAsk, *, counts_visitors: bool) -> Room:
        """The room of a list, new if nobody watches it yet."""
        key = (workspace.id, ask)
        room = self._rooms.get(key)
        if room is None:
            room = self._rooms[key] = Room(workspace, ask, counts_visitors=counts_visitors)
        return room

    def leave(self, room: Room, watcher: Watcher) -> None:
        room.watchers.discard(watcher)
        if not room.watchers:
            self._rooms.pop((room.workspace.id, room.ask), None)

    async def look(self, workspace_id: str) -> None:
        """The log of a workspace has grown: see what that changed."""
        for room in [each for (owner, _), each in self._rooms.items() if owner == workspace_id]:
            await self.refresh(room)

    async def look_at_time(self) -> None:
        """See what the passing of time alone has changed."""
        now = self._edge.clock.now()
        for room in list(self._rooms.values()):
            due = room.due_at()
            if due is not None and due <= now:
                await self.refresh(room)

    def workspaces(self) -> set[str]:
        return {owner for owner, _ in self._rooms}

    async def refresh(self, room: Room) -> None:
        """Compute what everybody sees once, then tell each watcher the difference."""
        async with room.turn:
            if room.watchers:
                watchers = list(room.watchers)
                plan = await self._edge.database.read(lambda tx: self._renew(tx, room, watchers))
                self._carry_out(room, plan)

    def _carry_out(self, room: Room, plan: "_Plan") -> None:
        """Say what was found. Reads run on another thread, so nothing is said or changed before they end."""
        room.shared = plan.shared
        self.computed += plan.computed
        for tell in plan.tells:
            tell.watcher.told, tell.watcher.apart = tell.told, tell.apart
            if tell.frame is not None and tell.watcher in room.watchers:
                tell.watcher.say(tell.frame)

    async def _begin(self, tx: Tx, room: Room, watcher: Watcher, etag: str | None) -> "_Plan":
        now = self._edge.clock.now()
        plan = await self._renew(tx, room, [each for each in room.watchers if each is not watcher])
        apart = _is_apart(room, watcher, await self._holders(tx, room, plan.shared, [watcher], now))
        told = await self._list(tx, room, watcher.asker, now) if apart else plan.shared
        hold = await self._hold(tx, room, told, now)
        if told.etag == etag:
            current = Current(
                etag=told.etag,
                epoch=room.workspace.epoch,
                true_until=maybe_ms(told.true_until),
                server_time=at_ms(now),
                hold=hold,
            )
            frame = framed("current", watcher.frame_id, msgspec.json.encode(current))
        else:
            frame = framed("snapshot", watcher.frame_id, self._snapshot(room, told, hold, now))
        plan.tells.append(_Tell(watcher, told, apart, frame))
        return plan

    async def _renew(self, tx: Tx, room: Room, watchers: Sequence[Watcher]) -> "_Plan":
        now = self._edge.clock.now()
        before = room.shared
        if before is None:
            return _Plan(await self._list(tx, room, NOBODY, now), computed=1)
        plan = _Plan(before)
        found = await self._delta(tx, room, before, NOBODY, now)
        shared = b""
        if found is not None:
            plan.shared, plan.computed = found[0], 1
            shared = await self._change(tx, room, found[0], found[1], now)
        holders = await self._holders(tx, room, plan.shared, watchers, now)
        for watcher in watchers:
            if watcher.told is None:
                continue
            apart = _is_apart(room, watcher, holders)
            if watcher.apart or apart or watcher.told.etag != before.etag:
                plan.tells += await self._alone(tx, room, watcher, watcher.told, apart, now)
            elif found is not None:
                plan.tells.append(
                    _Tell(watcher, plan.shared, False, framed("delta", watcher.frame_id, shared))
                )
        return plan

    async def _alone(
        self, tx: Tx, room: Room, watcher: Watcher, told: SlotList, apart: bool, now: int
    ) -> "list[_Tell]":
        """The difference for one whose list is not everybody's."""
        found = await self._delta(tx, room, told, watcher.asker, now)
        if found is None:
            return [_Tell(watcher, told, apart, None)]
        body = await self._change(tx, room, found[0], found[1], now)
        return [_Tell(watcher, found[0], apart, framed("delta", watcher.frame_id, body))]

    async def _list(self, tx: Tx, room: Room, asker: Asker, now: int) -> SlotList:
        edge = self._edge
        found = await read_slots(
            tx, room.workspace.id, room.ask, now, codes=edge.codes, asker=asker, cache=edge.slots
        )
        if isinstance(found, Unchanged):
            raise TypeError("nothing was given that could be unchanged")
        return found

    async def _delta(
        self, tx: Tx, room: Room, before: SlotList, asker: Asker, now: int
    ) -> tuple[SlotList, Delta] | None:
        edge = self._edge
        return await read_delta(
            tx, room.workspace.id, room.ask, now, before, codes=edge.codes, asker=asker, cache=edge.slots
        )

    async def _holders(
        self, tx: Tx, room: Room, shown: SlotList, watchers: Sequence[Watcher], now: int
    ) -> Holders:
        if not any(watcher.asker.is_known for watcher in watchers):
            return Holders(frozenset(), frozenset())
        return await read_holders(tx, self._edge.codes, room.workspace.id, shown.service_id, now)

    async def _hold(self, tx: Tx, room: Room, told: SlotList, now: int) -> HoldView | None:
        return None if told.hold is None else await hold_view(tx, room.workspace, told.hold, now)

    async def _change(self, tx: Tx, room: Room, after: SlotList, delta: Delta, now: int) -> bytes:
        return msgspec.json.encode(
            Change(
                from_etag=delta.from_etag,
                to_etag=delta.to_etag,
                version=after.version,
                true_until=maybe_ms(delta.true_until),
                server_time=at_ms(now),
                added=[slot_view(slot) for slot in delta.added],
                removed=[Removed(at_minute(start), why) for start, why in delta.removed],
                changed=[slot_view(slot) for slot in delta.changed],
                hold=await self._hold(tx, room, after, now),
            )
        )

    def _snapshot(self, room: Room, told: SlotList, hold: HoldView | None, now: int) -> bytes:
        return msgspec.json.encode(
            Snapshot(
                etag=told.etag,
                version=told.version,
                epoch=room.workspace.epoch,
                true_until=maybe_ms(told.true_until),
                server_time=at_ms(now),
                length_minutes=told.length_minutes,
                slots=[slot_view(slot) for slot in told.slots],
                hold=hold,
            )
        )


def _is_apart(room: Room, watcher: Watcher, holders: Holders) -> bool:
    if room.counts_visitors and watcher.asker.visitor_id is not None:
        return True
    return holders.know(watcher.asker.principal, watcher.asker.hold_tokens)
