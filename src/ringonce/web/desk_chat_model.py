"""What goes over the wire between the desk and chat: conversations, messages, and what the desk sets up."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from ringonce.web.accounts_model import Ask, Email, Version, View
from ringonce.web.catalogue_model import Id
from ringonce.web.times import Instant

Text = Annotated[str, msgspec.Meta(max_length=20_000)]
ClientId = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Ids = Annotated[list[Id], msgspec.Meta(max_length=100)]
Seq = Annotated[int, msgspec.Meta(ge=0)]
PriorityName = Literal["none", "low", "medium", "high", "urgent"]
StateName = Literal["open", "snoozed", "resolved", "merged"]
ViewName = Literal["mine", "unassigned", "all", "mentions"]
Status = Literal["online", "busy", "away"]
Presence = Literal["online", "busy", "away", "offline"]
Capacity = Annotated[int, msgspec.Meta(ge=1, le=1000)]


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
    """Who wrote it. `member_id` is set for members alone; `id` is the visitor's, the member's or the key's."""

    kind: Literal["visitor", "member", "key", "system"]
    id: str
    name: str
    member_id: str | None


class AgentMessage(View):
    """One place of a thread. A place that an undone merge left has `withdrawn` and nothing else but `seq`."""

    seq: int
    withdrawn: bool | UnsetType = UNSET
    visitor_seq: int | UnsetType | None = UNSET
    id: str | UnsetType = UNSET
    client_id: str | UnsetType = UNSET
    kind: Literal["text", "note", "offer", "receipt", "form", "event"] | UnsetType = UNSET
    note: bool | UnsetType = UNSET
    author: AgentAuthor | UnsetType = UNSET
    text: str | UnsetType = UNSET
    at: datetime | UnsetType = UNSET
    extra: dict[str, Any] | UnsetType = UNSET
    attachments: list[AgentAttachment] | UnsetType = UNSET
    mine: bool | UnsetType = UNSET
    origin_id: str | UnsetType = UNSET
    erased: bool | UnsetType = UNSET


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
    messages: list[AgentMessage]
    upto: int
    more: bool


class StartBody(Ask):
    """An agent writes first."""

    inbox_id: Id
    contact_id: Id
    client_id: ClientId
    text: Text


class MessageBody(Ask):
    """A reply, or with `note` a word among colleagues; `mentions` are members and belong to notes."""

    client_id: ClientId
    text: Text
    note: bool = False
    mentions: Ids = []  # noqa: RUF012 - msgspec copies it
    attachments: Annotated[list[Id], msgspec.Meta(max_length=20)] = []  # noqa: RUF012 - msgspec copies it


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


class LabelBody(Ask):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] = 200


class LabelPatch(Ask):
    version: Version
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)] | UnsetType = UNSET
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] | UnsetType = UNSET


class LabelView(View):
    id: str
    name: str
    hue: int
    version: int


class LabelList(View):
    items: list[LabelView]


class CannedQuery(Ask):
    """`q`: a piece of the shortcut or of the words."""

    q: Annotated[str, msgspec.Meta(max_length=100)] = ""


class CannedBody(Ask):
    """`body` may hold {{contact.name}}, {{contact.first_name}}, {{agent.name}}, {{workspace.name}} and
    {{conversation.number}}.
    """

    shortcut: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]


class CannedPatch(Ask):
    version: Version
    shortcut: Annotated[str, msgspec.Meta(min_length=1, max_length=40)] | UnsetType = UNSET
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)] | UnsetType = UNSET


class CannedView(View):
    id: str
    shortcut: str
    body: str
    version: int


class CannedList(View):
    items: list[CannedView]


class RenderQuery(Ask):
    conversation: Id


class RenderedView(View):
    """The reply with its variables filled in; a variable that is not known stays as it is."""

    text: str


class AgentTeamBody(Ask):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    members: Ids = []  # noqa: RUF012 - msgspec copies it


class AgentTeamPatch(Ask):
    version: Version
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)] | UnsetType = UNSET
    members: Ids | UnsetType = UNSET


class AgentTeamView(View):
    id: str
    name: str
    members: list[str]
    version: int


class AgentTeamList(View):
    items: list[AgentTeamView]


class AgentView(View):
    """A member at the desk. `status` is the agent's own choice; `presence` says offline without a socket."""

    member_id: str
    name: str
    role: str
    status: Status
    presence: Presence
    capacity: int
    open: int


class AgentList(View):
    items: list[AgentView]


class StatusBody(Ask):
    status: Status


class CapacityBody(Ask):
    capacity: Capacity


class PresenceView(View):
    """Who is there now, by member, and whether any inbox is open at this moment."""

    agents: dict[str, Presence]
    is_open: bool
