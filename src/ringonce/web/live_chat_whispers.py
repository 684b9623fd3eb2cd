"""Whispers: who is typing, who is looking. No truth: told at once, kept for seconds, lost without harm."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import structlog

from ringonce.kernel.bus import WakeUpBus
from ringonce.kernel.hub import Hub
from ringonce.kernel.sources import Clock
from ringonce.values.ids import WorkspaceId
from ringonce.web.live_frames import LookingHeard, TypingHeard, TypingWho, VisitingHeard
from ringonce.web.times import at_ms

log = structlog.get_logger("ringonce.live")

#: How long a page believes that somebody types.
TYPING_MS = 6_000
#: How long somebody is believed to look without saying so again.
LOOKING_MS = 40_000
#: How long the page that a visitor named last is told to members who come.
VISITING_MS = 300_000
#: Conversations whose page is remembered; the oldest word goes first.
VISITS_MOST = 10_000

Say = Callable[[bytes], None]


class Typed(msgspec.Struct, kw_only=True, tag_field="type", tag="typing"):
    conversation: str
    who: TypingWho
    on: bool
    note: bool


class Looked(msgspec.Struct, kw_only=True, tag_field="type", tag="looking"):
    """`seat` names one socket: a member may look at two things in two tabs."""

    seat: str
    member: str
    conversation: str | None


class Visited(msgspec.Struct, kw_only=True, tag_field="type", tag="page"):
    conversation: str
    url: str
    title: str
    at: int


class Came(msgspec.Struct, kw_only=True, tag_field="type", tag="presence"):
    """Somebody came, went or changed her status: look again."""


Whisper = Typed | Looked | Visited | Came
_DECODER = msgspec.json.Decoder(Whisper)


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears: given by the feed, which knows the sockets."""

    #: The sockets that show a conversation and may hear that this one types.
    typing: Callable[[WorkspaceId, Typed], set[Say]]
    #: The members' sockets that care who looks at a conversation.
    looking: Callable[[WorkspaceId, str], set[Say]]
    presence: Callable[[WorkspaceId], None]
    #: The members' sockets that show a conversation.
    visiting: Callable[[WorkspaceId, str], set[Say]]


@dataclass(frozen=True, slots=True)
class _Look:
    workspace_id: WorkspaceId
    member_id: str
    conversation_id: str
    until: int


class Whispers:
    """The whispers that this process sends and hears."""

    def __init__(self, hub: Hub, bus: WakeUpBus, clock: Clock, ears: Ears) -> None:
        self._hub = hub
        self._bus = bus
        self._clock = clock
        self._ears = ears
        self._looks: dict[str, _Look] = {}
        self._visits: OrderedDict[tuple[WorkspaceId, str], Visited] = OrderedDict()
        self._stop: Callable[[], None] | None = None

    def start(self) -> None:
        self._stop = self._stop or self._hub.listen(self._hear)

    def stop(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None

    def send(self, workspace_id: WorkspaceId, whisper: Whisper) -> None:
        """Tell the sockets of this process and of the others."""
        payload = msgspec.json.encode(whisper)
        self._hub.whisper(workspace_id, payload)
        self._bus.whisper(workspace_id, payload)

    def looking_at(self, workspace_id: WorkspaceId, conversation_id: str) -> bytes:
        """The frame that says who looks at a conversation."""
        members = {
            look.member_id
            for look in self._looks.values()
            if (look.workspace_id, look.conversation_id) == (workspace_id, conversation_id)
        }
        return msgspec.json.encode(LookingHeard(conversation=conversation_id, members=sorted(members)))

    def visited_of(self, workspace_id: WorkspaceId, conversation_id: str) -> bytes | None:
        """The frame that says where a visitor was a moment ago, if it was said."""
        visited = self._visits.get((workspace_id, conversation_id))
        if visited is None or visited.at + VISITING_MS < self._clock.now():
            return None
        return _page_frame(visited)

    def forget_old(self) -> None:
        """Whoever has not said for a while that she looks does so no more; pages of long ago go too."""
        now = self._clock.now()
        while self._visits and (first := next(iter(self._visits.items())))[1].at + VISITING_MS < now:
            del self._visits[first[0]]
        for seat in [seat for seat, look in self._looks.items() if look.until < now]:
            gone = self._looks.pop(seat)
            self._tell_looking(gone.workspace_id, gone.conversation_id)

    def _hear(self, workspace_id: WorkspaceId, payload: bytes) -> None:
        try:
            whisper = _DECODER.decode(payload)
        except msgspec.DecodeError:
            # A process of another release whispers in its own way.
            log.info("whisper-unknown")
            return
        match whisper:
            case Typed():
                self._tell_typing(workspace_id, whisper)
            case Looked():
                self._note_look(workspace_id, whisper)
            case Visited():
                self._note_visit(workspace_id, whisper)
            case Came():
                self._ears.presence(workspace_id)

    def _tell_typing(self, workspace_id: WorkspaceId, typed: Typed) -> None:
        heard = TypingHeard(
            conversation=typed.conversation,
            who=typed.who,
            on=typed.on,
            note=typed.note,
            for_ms=TYPING_MS,
        )
        frame = msgspec.json.encode(heard)
        for say in self._ears.typing(workspace_id, typed):
            say(frame)

    def _note_visit(self, workspace_id: WorkspaceId, visited: Visited) -> None:
        key = (workspace_id, visited.conversation)
        self._visits[key] = visited
        self._visits.move_to_end(key)
        if len(self._visits) > VISITS_MOST:
            self._visits.popitem(last=False)
        frame = _page_frame(visited)
        for say in self._ears.visiting(workspace_id, visited.conversation):
            say(frame)

    def _note_look(self, workspace_id: WorkspaceId, looked: Looked) -> None:
        before = self._looks.pop(looked.seat, None)
        if looked.conversation is not None:
            self._looks[looked.seat] = _Look(
                workspace_id, looked.member, looked.conversation, self._clock.now() + LOOKING_MS
            )
        was = before.conversation_id if before else None
        if was == looked.conversation:
            return
        for conversation_id in (was, looked.conversation):
            if conversation_id is not None:
                self._tell_looking(workspace_id, conversation_id)

    def _tell_looking(self, workspace_id: WorkspaceId, conversation_id: str) -> None:
        frame = self.looking_at(workspace_id, conversation_id)
        for say in self._ears.looking(workspace_id, conversation_id):
            say(frame)


def _page_frame(visited: Visited) -> bytes:
    return msgspec.json.encode(
        VisitingHeard(
            conversation=visited.conversation, url=visited.url, title=visited.title, at=at_ms(visited.at)
        )
    )
