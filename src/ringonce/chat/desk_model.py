"""What the desk sets up for chat, and conversations as its lists show them: frozen values. No I/O."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from ringonce.chat.model import Conversation, State


class Status(StrEnum):
    """What an agent says of herself; who is not there at all is offline, whatever she says."""

    ONLINE = "online"
    BUSY = "busy"
    AWAY = "away"


Presence = Literal["online", "busy", "away", "offline"]
_SHOWN: Final[dict[Status, Presence]] = {
    Status.ONLINE: "online",
    Status.BUSY: "busy",
    Status.AWAY: "away",
}


class View(StrEnum):
    """The four lists of the desk."""

    MINE = "mine"
    UNASSIGNED = "unassigned"
    ALL = "all"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    id: str
    name: str
    hue: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    id: str
    shortcut: str
    body: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentTeam:
    id: str
    name: str
    members: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A member at the desk. `open` counts the open conversations in her hands; `present_until` Unix ms."""

    member_id: str
    name: str
    role: str
    status: Status
    capacity: int
    present_until: int
    open: int

    def presence(self, now: int) -> Presence:
        """Her status while she is there, else offline."""
        if self.present_until <= now:
            return "offline"
        return _SHOWN[self.status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The newest words of a conversation; `at` Unix ms."""

    text: str
    author_kind: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A conversation with what a list shows beside it; `unread` is one member's."""

    conversation: Conversation
    contact_id: str
    contact_name: str
    labels: tuple[str, ...]
    unread: int
    preview: Preview | None
    number_of_merged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAsk:
    """Which conversations; filters that are given must all fit. `member_id` empty: a key asks."""

    member_id: str
    view: View = View.ALL
    state: State | None = None
    inbox_id: str | None = None
    team_id: str | None = None
    label_id: str | None = None
    assignee_id: str | None = None
    contact_id: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Open conversations of each view; mentions that were not looked at."""

    mine: int
    unassigned: int
    all: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A message that a search found, at its place in the conversation that holds it now."""

    conversation_id: str
    message_id: str
    seq: int
    excerpt: str
