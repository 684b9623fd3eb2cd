"""What goes over the wire between a visitor and the chat."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from ringonce.web.accounts_model import Ask, Locale, View, Zone
from ringonce.web.booking_model import Word

ClientId = Annotated[str, msgspec.Meta(min_length=8, max_length=64, description="minted by the client")]
Written = Annotated[str, msgspec.Meta(max_length=20_000)]
Attached = Annotated[list[Word], msgspec.Meta(max_length=10)]
ChatAnswers = Annotated[dict[str, Any], msgspec.Meta(max_length=40)]
Seq = Annotated[int, msgspec.Meta(ge=0, le=2**53)]

WITHDRAWN = {
    "type": "object",
    "title": "Withdrawn",
    "description": "a place that an undone merge left empty",
    "required": ["seq", "withdrawn"],
    "properties": {"seq": {"type": "integer"}, "withdrawn": {"const": True}},
}


class Withdrawn(View):
    """A place that an undone merge left empty: drawn as nothing, counted as a place."""

    seq: int
    withdrawn: bool = True


class AuthorView(View):
    """Who wrote it; `member_id` names an agent's picture."""

    kind: Literal["visitor", "agent", "system"]
    name: str
    member_id: str | None


class AttachmentView(View):
    id: str
    name: str
    media_type: str
    bytes: int
    width: int | None
    height: int | None
    url: str
    preview_url: str | None


class VisitorMessage(View):
    """One message as its visitor reads it. `seq` counts what the visitor may read, without a gap."""

    seq: int
    id: str
    client_id: str
    kind: Literal["text", "offer", "receipt", "form", "event"]
    author: AuthorView
    text: str
    at: datetime
    extra: dict[str, Any]
    attachments: list[AttachmentView]
    mine: bool


VisitorPlace = Annotated[
    Any,
    msgspec.Meta(
        extra_json_schema={"anyOf": [{"$ref": "#/components/schemas/VisitorMessage"}, WITHDRAWN]},
        description="a message, or the place of one that was withdrawn",
    ),
]


class AgentFace(View):
    """Who answers."""

    member_id: str
    name: str


class VisitorConversation(View):
    """`seen`: how far the agents have read; `read`: how far the visitor has. Higher `version` is newer."""

    id: str
    inbox_id: str
    state: Literal["open", "resolved"]
    version: int
    last_seq: int
    seen: int
    read: int
    unread: int
    agent: AgentFace | None
    created_at: datetime
    waiting_since: datetime | None


class FaceView(View):
    member_id: str
    name: str
    initials: str


class WhileAwayView(View):
    """What is shown when nobody answers: after so many seconds, or outside the hours."""

    after_seconds: int
    service: str | None
    leave_message: bool


class ShownWhen(View):
    """A field that is asked only if another one was answered so."""

    field: str
    equals: Any


class ChatFieldView(View):
    id: str
    type: Literal["text", "email", "phone", "choice", "checkbox", "textarea"]
    label: str
    required: bool
    options: list[str]
    when: ShownWhen | None


class PrechatView(View):
    when: Literal["off", "before", "after", "away"]
    fields: list[ChatFieldView]


class AttachmentRules(View):
    allowed: bool
    bytes_most: int


class InboxPublic(View):
    """All that the widget needs before anybody writes."""

    id: str
    slug: str
    name: str
    greeting: str
    tagline: str
    accent_hue: int
    position: Literal["start", "end"]
    launcher_label: str
    faces: list[FaceView]
    is_open: bool
    opens_at: datetime | None
    zone: str
    agents_online: bool
    reply_minutes: int | None
    away: WhileAwayView
    prechat: PrechatView
    attachments: AttachmentRules
    transcript: bool
    sounds: bool
    languages: list[str]
    identity: Literal["optional", "required"]


class ChatInboxQuery(Ask):
    inbox: Word


class PageAsk(Ask):
    """Where the visitor was when the conversation began."""

    url: Annotated[str, msgspec.Meta(max_length=2_000)] = ""
    title: Annotated[str, msgspec.Meta(max_length=300)] = ""
    referrer: Annotated[str, msgspec.Meta(max_length=2_000)] = ""


class ChatStartBody(Ask):
    """`website` is a field that people never see; `filled_for_ms`: how long the form was open."""

    inbox: Word
    client_id: ClientId
    text: Written = ""
    attachments: Attached = msgspec.field(default_factory=list)
    answers: ChatAnswers = msgspec.field(default_factory=dict)
    page: PageAsk = msgspec.field(default_factory=PageAsk)
    locale: Locale = "en"
    zone: Zone = "UTC"
    website: Annotated[str, msgspec.Meta(max_length=200)] = ""
    filled_for_ms: Annotated[int, msgspec.Meta(ge=0, le=2**53)] = 0


class ChatStartedView(View):
    """`created` false: there was a live conversation, and the message joined it."""

    conversation: VisitorConversation
    messages: list[VisitorMessage]
    created: bool


class ChatListView(View):
    items: list[VisitorConversation]
    live: str | None


class AfterQuery(Ask):
    after: Seq = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 100


class ChatPageView(View):
    """Places `after + 1` to `upto`. `reset`: another conversation than asked for, from its first place."""

    conversation: VisitorConversation
    messages: list[VisitorPlace]
    upto: int
    more: bool
    reset: bool


class ChatSayBody(Ask):
    """`choice`: the quick reply that was pressed."""

    client_id: ClientId
    text: Written = ""
    attachments: Attached = msgspec.field(default_factory=list)
    choice: Word | None = None


class ChatSaidView(View):
    conversation: VisitorConversation
    message: VisitorMessage


class ChatSeenBody(Ask):
    seq: Seq


class ChatView(View):
    conversation: VisitorConversation


class ChatTranscriptBody(Ask):
    email: Annotated[str, msgspec.Meta(min_length=3, max_length=254)]


class FormAnswersBody(Ask):
    client_id: ClientId
    answers: ChatAnswers


class FormAnsweredView(View):
    """`message`: the line that says so, where there is one."""

    conversation: VisitorConversation
    message: VisitorMessage | None


class IdentifyBody(Ask):
    """`token`: made by the site's server, never by its page."""

    inbox: Word
    token: Annotated[str, msgspec.Meta(min_length=10, max_length=4_000)]


class KnownAs(View):
    name: str


class IdentifiedView(View):
    """`joined`: another device's conversation is now this one's too."""

    contact: KnownAs
    conversation: VisitorConversation | None
    joined: bool
