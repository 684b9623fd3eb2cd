"""What goes over the wire between the desk and chat: conversations, messages, nothing of what is set up."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from ringonce.web.accounts_model import Ask, Email, View
from ringonce.web.catalogue_model import Id
from ringonce.web.chat_model import WITHDRAWN, ClientId, Seq
from ringonce.web.times import Instant

Text = Annotated[str, msgspec.Meta(max_length=20_000)]
Ids = Annotated[list[Id], msgspec.Meta(max_length=100)]
PriorityName = Literal["none", "low", "medium", "high", "urgent"]
StateName = Literal["open", "snoozed", "resolved", "merged"]
ViewName = Literal["mine", "unassigned", "all", "mentions"]


class AgentAttachment(View):
    """A file of a message. `url` and `preview_url` open it; images have a width and a height."""

    id: str
    name: str
    media_type: str
    bytes: int
    width: int | None
    height: int | None
    url: str
    preview_url: str | None


class AgentAuthor(View):
    """Who wrote it. `id` is the visitor's, the member's or the key's; `member_id` is members alone."""

    kind: Literal["visitor", "member", "key", "system"]
    id: str
    name: str
    member_id: str | None


class AgentMessage(View):
    """One message as the desk sees it. `visitor_seq` null: the visitor may not read it.

    `origin_id` is the conversation it was written into, another one where a merge brought it here.
    """

    seq: int
    visitor_seq: int | None
    id: str
    client_id: str
    kind: Literal["text", "note", "offer", "receipt", "form", "event"]
    note: bool
    author: AgentAuthor
    text: str
    at: datetime
    extra: dict[str, Any]
    attachments: list[AgentAttachment]
    mine: bool
    origin_id: str
    erased: bool


AgentPlace = Annotated[
    Any,
    msgspec.Meta(
        extra_json_schema={"anyOf": [{"$ref": "#/components/schemas/AgentMessage"}, WITHDRAWN]},
        description="a message, or the place of one that was withdrawn",
    ),
]


class ContactPart(View):
    id: str
    name: str


class PreviewPart(View):
    """The newest message that people wrote, as plain text of at most 140 characters."""

    text: str
    author_kind: str
    at: datetime


class AgentConversation(View):
    """A conversation as the asking member sees it: `unread` is this member's own count."""

    id: str
    number: int
    inbox_id: str
    contact: ContactPart
    state: StateName
    priority: PriorityName
    assignee_id: str | None
    team_id: str | None
    labels: list[str]
    snoozed_until: datetime | None
    merged_into: str | None
    version: int
    last_seq: int
    last_visitor_seq: int
    visitor_seen: int
    agents_seen: int
    unread: int
    waiting_since: datetime | None
    last_message_at: datetime
    preview: PreviewPart | None
    page: dict[str, Any]
    locale: str
    zone: str
    created_at: datetime
    resolved_at: datetime | None
    number_of_merged: int


class CountsView(View):
    """How many open conversations each view has; `mentions`: those where one was named and has not looked."""

    mine: int
    unassigned: int
    all: int
    mentions: int


class ConversationsQuery(Ask):
    """Filters that are given must all fit. `q` finds words of messages and of the contact's name."""

    view: ViewName = "all"
    state: StateName | None = None
    inbox: Id | None = None
    team: Id | None = None
    label: Id | None = None
    assignee: Id | None = None
    contact: Id | None = None
    q: Annotated[str, msgspec.Meta(max_length=200)] = ""
    cursor: str | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class ConversationList(View):
    items: list[AgentConversation]
    next_cursor: str | None
    counts: CountsView


class ThreadQuery(Ask):
    """`after`: the places that follow it; `before`: the ones ahead of it. Neither: the newest."""

    after: Seq | None = None
    before: Seq | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 100


class ThreadView(View):
    """Places in the order of seq. `conversation.id` is the winner's where the asked one was merged."""

    conversation: AgentConversation
    messages: list[AgentPlace]
    upto: int
    more: bool


class StartBody(Ask):
    """An agent writes first."""

    inbox_id: Id
    contact_id: Id
    client_id: ClientId
    text: Text


class QuickReply(Ask):
    """An answer that a visitor gives by a tap; its label is what is said."""

    id: Id
    label: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class MessageBody(Ask):
    """A reply, or with `note` a word among colleagues; `mentions` are members and belong to notes,
    `choices` are tapped by the visitor and belong to replies.
    """

    client_id: ClientId
    text: Text
    note: bool = False
    mentions: Ids = []  # noqa: RUF012 - msgspec copies it
    attachments: Annotated[list[Id], msgspec.Meta(max_length=20)] = []  # noqa: RUF012 - msgspec copies it
    choices: Annotated[list[QuickReply], msgspec.Meta(max_length=10)] = []  # noqa: RUF012 - msgspec copies it


class SaidView(View):
    conversation: AgentConversation
    message: AgentMessage


class ConversationAnswer(View):
    conversation: AgentConversation


class SeenBody(Ask):
    seq: Seq


class AssignBody(Ask):
    """`expected_assignee_id` is whom the agent saw; left out, it was nobody.

    With `team_id` alone: to the team, which gives it to whoever is free. `note` is written among colleagues.
    """

    assignee_id: Id | UnsetType | None = UNSET
    expected_assignee_id: Id | UnsetType | None = UNSET
    team_id: Id | UnsetType | None = UNSET
    note: Annotated[str, msgspec.Meta(max_length=5_000)] = ""


class SnoozeBody(Ask):
    until: Instant


class PriorityBody(Ask):
    priority: PriorityName


class LabelsBody(Ask):
    add: Ids = []  # noqa: RUF012 - msgspec copies it
    remove: Ids = []  # noqa: RUF012 - msgspec copies it


class TranscriptBody(Ask):
    email: Email


class BulkBody(Ask):
    """One action on several conversations; each has its own result."""

    ids: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=100)]
    action: Literal["resolve", "reopen", "assign", "label", "snooze", "priority"]
    assignee_id: Id | UnsetType | None = UNSET
    expected_assignee_id: Id | UnsetType | None = UNSET
    team_id: Id | UnsetType | None = UNSET
    add: Ids = []  # noqa: RUF012 - msgspec copies it
    remove: Ids = []  # noqa: RUF012 - msgspec copies it
    until: Instant | None = None
    priority: PriorityName = "none"


class BulkResult(View):
    """`code` says why this one was refused; then `conversation` is null."""

    id: str
    code: str | None
    conversation: AgentConversation | None


class BulkView(View):
    results: list[BulkResult]


class FoundMessage(View):
    """`excerpt` is plain text around the first hit."""

    conversation: AgentConversation
    message_id: str
    seq: int
    excerpt: str


class SearchQuery(Ask):
    q: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    limit: Annotated[int, msgspec.Meta(ge=1, le=50)] = 20


class SearchView(View):
    """Every word must be found; two characters of Chinese are enough."""

    conversations: list[FoundMessage]
    contacts: list[ContactPart]
