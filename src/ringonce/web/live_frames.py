"""What goes over the live socket, both ways."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from ringonce.web.accounts_model import Zone
from ringonce.web.booking_model import HoldView, Length, SlotView, Word

FrameId = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class Frame(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, tag_field="type"):
    """What a client says."""


class Hello(Frame, tag="hello"):
    """The first frame: which workspace, and who, if the browser has minted a token already."""

    workspace: Word | None = None
    token: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class TokenMinted(Frame, tag="token"):
    """The visitor began to do something and so has a token now."""

    token: Annotated[str, msgspec.Meta(max_length=200)]


class Subscribe(Frame, tag="subscribe", rename={"from_on": "from", "to_on": "to"}):
    """Follow the slots of a service, or one's chat; members: a thread, the inbox, who is present, the log.

    The same id again replaces it. `after`: what the client has of the thread or of the log.
    """

    id: FrameId
    topic: Literal["slots", "bookings", "chat", "thread", "inbox", "presence"]
    inbox: Word | None = None
    conversation: Word | None = None
    service: Word | None = None
    from_on: date | None = None
    to_on: date | None = None
    zone: Zone = "UTC"
    length: Length | None = None
    host: Word | None = None
    team: Word | None = None
    moving: Word | None = None
    private: Word | None = None
    etag: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    holds: Annotated[list[Word], msgspec.Meta(max_length=52)] = []
    after: Annotated[int, msgspec.Meta(ge=0, le=2**53)] | None = None


class Typing(Frame, tag="typing"):
    """A whisper: somebody writes, or has stopped. A note is whispered to members only."""

    conversation: Word
    on: bool
    note: bool = False


class Looking(Frame, tag="looking"):
    """A whisper of a member: which conversation is on the screen."""

    conversation: Word | None = None


class Visiting(Frame, tag="page"):
    """A whisper of a visitor: the page of the site that is on the screen now."""

    conversation: Word
    url: Annotated[str, msgspec.Meta(max_length=2_000)]
    title: Annotated[str, msgspec.Meta(max_length=300)] = ""


class Unsubscribe(Frame, tag="unsubscribe"):
    id: FrameId


class Beat(msgspec.Struct, tag_field="type", tag="beat"):
    """Either side says that it is there."""

    server_time: datetime | None = None


Said = Hello | TokenMinted | Subscribe | Unsubscribe | Typing | Looking | Visiting | Beat


class Welcome(msgspec.Struct, kw_only=True, tag_field="type", tag="welcome"):
    epoch: str
    server_time: datetime


class Refusal(msgspec.Struct, kw_only=True, tag_field="type", tag="problem"):
    """Why a subscription was refused; the socket stays open."""

    id: str | None
    problem: msgspec.Raw


class Snapshot(msgspec.Struct, kw_only=True):
    """The whole list. Framed by `framed`, which adds type and id."""

    etag: str
    version: str
    epoch: str
    true_until: datetime | None
    server_time: datetime
    length_minutes: int
    slots: list[SlotView]
    hold: HoldView | None


class Current(msgspec.Struct, kw_only=True):
    """What the client has is still so."""

    etag: str
    epoch: str
    true_until: datetime | None
    server_time: datetime
    hold: HoldView | None


class Removed(msgspec.Struct):
    start: datetime
    why: str


class Change(msgspec.Struct, kw_only=True):
    """How the list under `from_etag` became the one under `to_etag`."""

    from_etag: str
    to_etag: str
    version: str
    true_until: datetime | None
    server_time: datetime
    added: list[SlotView]
    removed: list[Removed]
    changed: list[SlotView]
    hold: HoldView | None


class LoggedEvent(msgspec.Struct, kw_only=True):
    seq: int
    action: str
    stream: str
    refs: dict[str, Any]
    actor_kind: str
    actor_id: str
    at: datetime


class Events(msgspec.Struct, kw_only=True):
    events: list[LoggedEvent]
    upto: int
    server_time: datetime


class ThreadBody(msgspec.Struct, kw_only=True, rename={"from_seq": "from"}):
    """Places `from + 1` to `upto` of a thread; `from` is what the client has, else it subscribes again.

    `reset`: forget what you had, this is another conversation or its beginning. `changed`: messages at places
    that you have, drawn anew.
    """

    conversation: msgspec.Raw
    messages: list[Any]
    from_seq: int
    upto: int
    reset: bool
    changed: list[Any]
    server_time: datetime


class InboxBody(msgspec.Struct, kw_only=True):
    """Conversations that changed up to a place of the log. `reset`: too many did, list them anew."""

    conversations: list[Any]
    counts: Any
    upto: int
    reset: bool
    server_time: datetime


class PresenceBody(msgspec.Struct, kw_only=True):
    """Who is at the desk, by member; `is_open`: some inbox is within its hours."""

    agents: dict[str, str]
    is_open: bool
    server_time: datetime


class TypingWho(msgspec.Struct, kw_only=True):
    kind: Literal["visitor", "agent"]
    id: str
    name: str


class TypingHeard(msgspec.Struct, kw_only=True, tag_field="type", tag="typing"):
    """Believe it for `for_ms` and no longer."""

    conversation: str
    who: TypingWho
    on: bool
    note: bool
    for_ms: int


class LookingHeard(msgspec.Struct, kw_only=True, tag_field="type", tag="looking"):
    """The members who have a conversation on their screens."""

    conversation: str
    members: list[str]


class VisitingHeard(msgspec.Struct, kw_only=True, tag_field="type", tag="page"):
    """Where the visitor is now, as the site's page said it: a text, a link to http or https. Not stored."""

    conversation: str
    url: str
    title: str
    at: datetime


def framed(kind: str, frame_id: str, body: bytes) -> bytes:
    """A frame from a body that many subscribers share: only type and id are their own."""
    return b'{"type":"' + kind.encode() + b'","id":' + msgspec.json.encode(frame_id) + b"," + body[1:]
