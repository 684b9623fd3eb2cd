"""Conversations, messages and where messages stand, as frozen values; and what intents are asked. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, Final

TEXT_MOST: Final = 10_000
URL_MOST: Final = 2_000


class State(StrEnum):
    """Live are the first two; a merged conversation only points at the one that holds its messages now."""

    OPEN = "open"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"
    MERGED = "merged"

    @property
    def is_live(self) -> bool:
        return self in (State.OPEN, State.SNOOZED)


class Priority(IntEnum):
    """How urgent the desk thinks it is."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    URGENT = 4


class AuthorKind(StrEnum):
    """Who wrote a message."""

    VISITOR = "visitor"
    MEMBER = "member"
    KEY = "key"
    SYSTEM = "system"


class MessageKind(StrEnum):
    """What a message is: words, a note among agents, or something that the system shows."""

    TEXT = "text"
    NOTE = "note"
    OFFER = "offer"
    RECEIPT = "receipt"
    FORM = "form"
    EVENT = "event"


#: Codes of events that the visitor reads too; the desk reads all.
VISITOR_EVENTS: Final = frozenset(
    {
        *("started", "resolved", "reopened", "joined", "merged", "unmerged", "booked"),
        *("transcript-sent", "ended", "answered"),
    }
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes; the system has no id."""

    kind: AuthorKind
    id: str


SYSTEM: Final = Author(AuthorKind.SYSTEM, "")


def answer_id(form_id: str) -> str:
    """The client id of the line that tells of a form's answer: there can be one for each form."""
    return f"answered:{form_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One thread with one contact in one inbox. Times are Unix ms; `version` rises with every change.

    `visitor_seen` and `agents_seen` are in visitor_seq: how far the other side has read.
    """

    id: str
    number: int
    inbox_id: str
    contact_id: str
    state: State
    priority: Priority
    assignee_id: str | None
    team_id: str | None
    snoozed_until: int | None
    merged_into: str | None
    version: int
    last_seq: int
    last_visitor_seq: int
    visitor_seen: int
    agents_seen: int
    last_message_at: int
    waiting_since: int | None
    first_reply_at: int | None
    assigned_at: int | None
    locale: str
    zone: str
    page: Mapping[str, str]
    answers: Mapping[str, Any]
    created_at: int
    resolved_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that a message carries; `message_id` None: not sent yet. Its bytes lie in the file store."""

    id: str
    message_id: str | None
    name: str
    media_type: str
    bytes: int
    width: int | None
    height: int | None
    has_preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What was said; it never changes. `conversation_id` is where it was written and never changes either;
    `addressed_id` is the conversation its author meant.
    """

    id: str
    conversation_id: str
    addressed_id: str
    author_kind: AuthorKind
    author_id: str
    client_id: str
    kind: MessageKind
    body: str
    extra: Mapping[str, Any]
    created_at: int
    erased_at: int | None
    attachments: tuple[Attachment, ...] = ()


#: What of a line names places of the conversation in which it was written.
_PLACES_HERE: Final = frozenset({"withdrawn", "visitor_withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A message at its place. `visitor_seq` None: the visitor may not read it. A withdrawn place stays,
    empty, so that no seq is ever missing.
    """

    conversation_id: str
    seq: int
    visitor_seq: int | None
    from_visitor: bool
    merge_id: str | None
    withdrawn_at: int | None
    message: Message

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def extra(self) -> Mapping[str, Any]:
        """What the message says beside its words, here. Which places the undoing of a merge emptied is so in
        its own conversation alone: where a later merge places that line, the numbers are of other places.
        """
        extra = self.message.extra
        if self.conversation_id == self.message.conversation_id:
            return extra
        return {name: value for name, value in extra.items() if name not in _PLACES_HERE}


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation and places of it in order. `upto` is the last place given; `more`: there are others."""

    conversation: Conversation
    messages: tuple[Placed, ...]
    upto: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it has a place.

    `visible` None: notes and events of the desk are hidden from the visitor, everything else is shown.
    `client_id` empty: nobody will retry it, its own id stands in. `addressed_id` None: where it is placed.
    """

    author: Author
    kind: MessageKind
    body: str = ""
    client_id: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    attachment_ids: tuple[str, ...] = ()
    addressed_id: str | None = None
    visible: bool | None = None
    #: Made beforehand, where something else has to name the message.
    message_id: str | None = None

    @property
    def from_visitor(self) -> bool:
        return self.author.kind is AuthorKind.VISITOR

    @property
    def is_visible(self) -> bool:
        if self.visible is not None:
            return self.visible
        if self.kind is MessageKind.EVENT:
            return self.extra.get("code") in VISITOR_EVENTS
        return self.kind is not MessageKind.NOTE


@dataclass(frozen=True, slots=True)
class Page:
    """Where a conversation began."""

    url: str = ""
    title: str = ""
    referrer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartConversation:
    """A visitor begins. `text` may be empty where a form is asked before."""

    inbox_id: str
    visitor_id: str
    client_id: str
    text: str = ""
    attachment_ids: tuple[str, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict)
    page: Page = Page()
    locale: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartByMember:
    """A member, or a key, writes first to a contact."""

    inbox_id: str
    contact_id: str
    author: Author
    client_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Started:
    """`created` False: the visitor had a live conversation and the message joined it. `messages` are what
    this start placed, and the same again when it is repeated.
    """

    conversation: Conversation
    messages: tuple[Placed, ...]
    created: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SayAsVisitor:
    """A visitor says something; `extra` may hold the choice of a quick reply."""

    conversation_id: str
    visitor_id: str
    client_id: str
    text: str = ""
    attachment_ids: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayAsMember:
    """A member or a key answers; a note is for agents only."""

    conversation_id: str
    author: Author
    client_id: str
    text: str = ""
    note: bool = False
    mentions: tuple[str, ...] = ()
    attachment_ids: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """`repeated`: this client id had been said before, and nothing was added."""

    conversation: Conversation
    placed: Placed
    repeated: bool


@dataclass(frozen=True, slots=True)
class Face:
    """A member who answers in an inbox, as visitors see her."""

    member_id: str
    name: str
    initials: str
