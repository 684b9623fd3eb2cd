"""The live socket: a door that only tells. Whoever wants something done uses HTTP."""

import asyncio
import contextlib
import itertools
from collections import deque
from datetime import datetime

import msgspec
import structlog
from litestar import websocket
from litestar.exceptions import WebSocketDisconnect

from ringonce.booking.slots import Asker, SlotsAsk
from ringonce.identity.access import access_read_desk
from ringonce.identity.model import VisitorPrincipal
from ringonce.kernel.db import Tx
from ringonce.kernel.eventlog import Entry, read_head, read_log
from ringonce.values.errors import DomainError
from ringonce.web.auth import Caller, who_is
from ringonce.web.edge import API, Edge, edge_of
from ringonce.web.live_chat_seat import TOPICS, ChatSeat
from ringonce.web.live_feed import LiveFeed
from ringonce.web.live_frames import (
    Beat,
    Events,
    Hello,
    LoggedEvent,
    Looking,
    Refusal,
    Said,
    Subscribe,
    TokenMinted,
    Typing,
    Unsubscribe,
    Visiting,
    Welcome,
    framed,
)
from ringonce.web.live_guard import AnySocket, check_origin, is_let_in, network_of
from ringonce.web.live_pace import Pace
from ringonce.web.live_slots import Room, Watcher
from ringonce.web.problems import invalid, problem_of
from ringonce.web.public_slots import asker, check_private, is_desk, load_moved, minutes_of_range
from ringonce.web.times import at_ms

log = structlog.get_logger("ringonce.live")

HELLO_SECONDS = 10.0
BEAT_SECONDS = 15.0
#: At each so manieth beat it is looked whether a visitor's token is taken still.
VISITOR_BEATS = 4
SUBSCRIPTIONS_MOST = 16
FRAMES_WAITING = 256
#: What may wait for a page when it asks for more: it is given more once it has read that.
BYTES_WAITING = 1_000_000
EVENTS_AT_ONCE = 500
FRAME_BYTES_MOST = 16_384

FAILED = 1011
MALFORMED, SIGNED_OUT, CROSS_SITE, TOO_SLOW, TOO_MANY = 4400, 4401, 4403, 4408, 4429


_CLOSING_CODES = {"cross-site": CROSS_SITE, "session-revoked": SIGNED_OUT}


class Closing(Exception):
    """This socket is to be closed, with a code that tells the page what to do."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(reason)


@websocket(f"{API}/live")
async def live(socket: AnySocket) -> None:
    """One page's socket."""
    feed: LiveFeed = socket.app.state["live"]
    await socket.accept()
    connection = Connection(socket, edge_of(socket), feed)
    try:
        with feed.sockets.one(network_of(socket)) as found:
            if not found:
                raise Closing(TOO_MANY, "too many sockets")
            await connection.serve()
    except Closing as closing:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await socket.close(code=closing.code, reason=closing.reason)
    except WebSocketDisconnect:
        pass
    finally:
        connection.leave_all()


class Connection:
    """A socket, who is at its other end, and what it follows."""

    def __init__(self, socket: AnySocket, edge: Edge, feed: LiveFeed) -> None:
        self._socket = socket
        self._edge = edge
        self._feed = feed
        self._caller: Caller | None = None
        self._waiting: deque[bytes] = deque()
        self._ready = asyncio.Event()
        self._bytes_waiting = 0
        self._is_read = asyncio.Event()
        self._is_read.set()
        self._watching: dict[str, tuple[Room, Watcher, Subscribe]] = {}
        self._logs: dict[str, asyncio.Task[None]] = {}
        self._overrun = False
        self._lost = False
        self._shown_out = False
        self._seat = ChatSeat(edge, feed.chat, self.say, self._show_out)
        self._pace = Pace(asyncio.get_running_loop().time)

    async def serve(self) -> None:
        """Until the page goes, is too slow, says nonsense, or its session ends."""
        try:
            async with asyncio.timeout(HELLO_SECONDS):
                hello = await self._hear()
        except TimeoutError:
            raise Closing(MALFORMED, "say hello first") from None
        if not isinstance(hello, Hello):
            raise Closing(MALFORMED, "say hello first")
        await self._greet(hello)
        self._feed.start()
        work = [asyncio.create_task(each) for each in (self._listen(), self._write(), self._keep())]
        try:
            done, _ = await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
        for task in done:
            await task

    def say(self, frame: bytes) -> None:
        """Queue a frame. A page that does not read is dropped: it resumes from its ETag."""
        if len(self._waiting) >= FRAMES_WAITING:
            self._overrun = True
        else:
            self._waiting.append(frame)
            self._bytes_waiting += len(frame)
            if self._bytes_waiting > BYTES_WAITING:
                self._is_read.clear()
        self._ready.set()

    def leave_all(self) -> None:
        for frame_id in [*self._watching, *self._logs]:
            self._leave(frame_id)
        self._seat.leave_all(self._caller)

    async def _greet(self, hello: Hello) -> None:
        try:
            self._caller = await who_is(self._socket, hello.workspace, visitor=hello.token)
            check_origin(self._socket, self._caller)
        except DomainError as refusal:
            code = _CLOSING_CODES.get(refusal.code, MALFORMED)
            raise Closing(code, refusal.code) from refusal
        welcome = Welcome(epoch=self._known.workspace.epoch, server_time=self._now())
        self.say(msgspec.json.encode(welcome))
        await self._seat.enter(self._known)

    async def _listen(self) -> None:
        while True:
            # Whoever asks for threads and does not read them is not heard until they have gone out.
            await self._is_read.wait()
            said = await self._hear()
            frame_id = said.id if isinstance(said, Subscribe) else None
            try:
                await self._obey(said)
            except DomainError as refusal:
                problem = msgspec.Raw(problem_of(refusal).body)
                self.say(msgspec.json.encode(Refusal(id=frame_id, problem=problem)))

    async def _hear(self) -> Said:
        text = await self._socket.receive_data(mode="text")
        if len(text.encode()) > FRAME_BYTES_MOST:
            raise Closing(MALFORMED, "frame too large")
        if not self._pace.allows():
            raise Closing(TOO_MANY, "too many frames")
        if "\\u0000" in text:
            raise Closing(MALFORMED, "unreadable frame")
        try:
            said: Said = msgspec.json.decode(text, type=Said)
        except (msgspec.DecodeError, RecursionError) as nonsense:
            raise Closing(MALFORMED, "unreadable frame") from nonsense
        return said

    async def _obey(self, said: Said) -> None:
        match said:
            case Subscribe():
                await self._subscribe(said)
            case Unsubscribe():
                self._leave(said.id)
            case TokenMinted():
                await self._become(said.token)
            case Typing():
                self._seat.type(self._known, said)
            case Looking():
                self._seat.look(self._known, said)
            case Visiting():
                self._seat.visit(self._known, said)
            case Hello():
                raise Closing(MALFORMED, "hello was said")
            case Beat():
                self.say(msgspec.json.encode(Beat(self._now())))

    async def _subscribe(self, said: Subscribe) -> None:
        self._leave(said.id)
        if len(self._watching) + len(self._logs) + len(self._seat) >= SUBSCRIPTIONS_MOST:
            raise invalid("id", "too-many", "too many subscriptions on this socket")
        if said.topic in TOPICS:
            await self._seat.follow(self._known, said)
        elif said.topic == "slots":
            await self._watch(said)
        else:
            access_read_desk(self._known.principal)
            task = self._logs[said.id] = asyncio.create_task(self._follow_log(said))
            task.add_done_callback(self._log_ended)

    async def _watch(self, said: Subscribe) -> None:
        if said.service is None or said.from_on is None or said.to_on is None:
            raise invalid("service", "missing-field", "service, from and to are needed")
        first, last = minutes_of_range(said.from_on, said.to_on, said.zone)
        caller, service_name = self._known, said.service

        async def read(tx: Tx) -> tuple[SlotsAsk, bool]:
            moved = await load_moved(tx, self._edge.codes, caller.workspace.id, said.moving)
            service = await check_private(
                tx, caller.workspace.id, caller.principal, service_name, said.private, moved
            )
            ask = SlotsAsk(
                service=service.id,
                first_minute=first,
                last_minute=last,
                length_minutes=said.length,
                host_id=said.host,
                team=said.team,
                moving=None if moved is None else moved.id,
            )
            return ask, service.visitor_limit is not None

        ask, counts_visitors = await self._edge.database.read(read)
        watcher = Watcher(said.id, self.say, self._asker(said))
        room = self._feed.rooms.room_of(caller.workspace, ask, counts_visitors=counts_visitors)
        self._watching[said.id] = room, watcher, said
        try:
            await self._feed.rooms.join(room, watcher, said.etag)
        except DomainError:
            self._leave(said.id)
            raise

    async def _become(self, token: str) -> None:
        """A visitor has a token now: his own hold is his own from here on. He was nobody, or a member who
        tries a page of ours: nothing of hers stays, as her session is looked after no longer.
        """
        before = self._known
        caller = await who_is(self._socket, before.workspace.slug, visitor=token)
        if not isinstance(caller.principal, VisitorPrincipal):
            raise Closing(MALFORMED, "not a visitor's token")
        check_origin(self._socket, caller)
        if (len(self._seat) or self._logs) and caller.principal != before.principal:
            # What was shown of the one must not be shown on to the other.
            raise Closing(SIGNED_OUT, "another visitor")
        self._caller = caller
        if is_desk(before.principal):
            self._seat.leave_all(before)
            await self._watch_anew()
            return
        for room, watcher, said in list(self._watching.values()):
            watcher.asker = self._asker(said)
            await self._feed.rooms.refresh(room)

    async def _watch_anew(self) -> None:
        """As a visitor what was watched as a member: there are services that he may not know of."""
        asked = [said for _, _, said in self._watching.values()]
        for said in asked:
            self._leave(said.id)
        try:
            for said in asked:
                await self._watch(said)
        except DomainError as refusal:
            raise Closing(SIGNED_OUT, "another visitor") from refusal

    async def _follow_log(self, said: Subscribe) -> None:
        workspace = self._known.workspace
        after = said.after
        with self._edge.hub.follow(workspace.id) as follower:
            if after is None:
                after = (await self._edge.database.read(lambda tx: read_head(tx, workspace.id))).seq
                self._tell_events(said.id, [], after)
            while True:
                seen = after
                entries = await self._edge.database.read(
                    lambda tx: read_log(tx, workspace.id, seen, EVENTS_AT_ONCE)  # noqa: B023 - awaited at once
                )
                if entries:
                    after = entries[-1].seq
                    self._tell_events(said.id, entries, after)
                if len(entries) < EVENTS_AT_ONCE:
                    await follower.next()

    def _log_ended(self, task: asyncio.Task[None]) -> None:
        """A log that can no longer be followed closes the socket: its silence would look like truth."""
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.warning("log-lost", exc_info=None if isinstance(fault, DomainError) else fault)
            self._lost = True
            self._ready.set()

    def _tell_events(self, frame_id: str, entries: list[Entry], upto: int) -> None:
        events = [
            LoggedEvent(
                seq=entry.seq,
                action=entry.action,
                stream=entry.stream,
                refs=entry.refs,
                actor_kind=entry.actor_kind,
                actor_id=entry.actor_id,
                at=at_ms(entry.at),
            )
            for entry in entries
        ]
        body = msgspec.json.encode(Events(events=events, upto=upto, server_time=self._now()))
        self.say(framed("events", frame_id, body))

    async def _write(self) -> None:
        while True:
            await self._ready.wait()
            self._ready.clear()
            if self._shown_out:
                raise Closing(SIGNED_OUT, "session-revoked")
            if self._lost:
                raise Closing(FAILED, "the log cannot be read")
            while self._waiting:
                if self._overrun:
                    raise Closing(TOO_SLOW, "too slow")
                frame = self._waiting.popleft()
                await self._socket.send_data(frame.decode(), mode="text")
                self._bytes_waiting -= len(frame)
                # A page that hears nothing more for hours must not keep its first list here.
                del frame
                if self._bytes_waiting <= BYTES_WAITING:
                    self._is_read.set()

    async def _keep(self) -> None:
        """The heartbeat; whoever's session ended, or key was revoked, is shown out with it."""
        for beat in itertools.count(1):
            await asyncio.sleep(BEAT_SECONDS)
            # There are many visitors, and a revoked one who follows a thread is shown out at once.
            of_desk = is_desk(self._known.principal)
            if (of_desk or beat % VISITOR_BEATS == 0) and not await is_let_in(self._socket, self._known):
                raise Closing(SIGNED_OUT, "signed out" if of_desk else "session-revoked")
            await self._seat.keep(self._known)
            self.say(msgspec.json.encode(Beat(self._now())))

    def _show_out(self) -> None:
        """Close before anything else is said: what waits is another's by now."""
        self._shown_out = True
        self._ready.set()

    def _leave(self, frame_id: str) -> None:
        if watching := self._watching.pop(frame_id, None):
            self._feed.rooms.leave(watching[0], watching[1])
        if task := self._logs.pop(frame_id, None):
            task.cancel()
        self._seat.leave(frame_id)

    def _asker(self, said: Subscribe) -> Asker:
        principal = self._known.principal
        visitor_id = principal.id if isinstance(principal, VisitorPrincipal) else None
        return asker(principal, visitor_id, frozenset(said.holds))

    @property
    def _known(self) -> Caller:
        if self._caller is None:
            raise TypeError("nobody said hello")
        return self._caller

    def _now(self) -> datetime:
        return at_ms(self._edge.clock.now())
