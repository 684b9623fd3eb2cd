"""Conversations as their visitor sees them: places in visitor_seq, nothing of notes, agents by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from ringonce.chat import queries
from ringonce.chat.attachments import path_of, preview_path_of
from ringonce.chat.hours import opening, reply_time
from ringonce.chat.inbox_model import FormField, Inbox
from ringonce.chat.model import Attachment, AuthorKind, Conversation, Message, MessageKind, Placed
from ringonce.desk import cards
from ringonce.identity.model import Workspace
from ringonce.identity.queries import find_names
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.web.chat_model import (
    AgentFace,
    AttachmentRules,
    AttachmentView,
    AuthorView,
    ChatFieldView,
    FaceView,
    InboxPublic,
    PrechatView,
    ShownWhen,
    VisitorConversation,
    VisitorMessage,
    WhileAwayView,
    Withdrawn,
)
from ringonce.web.times import at_ms

#: What the visitor is told of an event beside its code; ids of other conversations are the desk's matter.
_TOLD: Final = frozenset(
    {
        *("code", "visitor_withdrawn", "member", "member_id", "cause", "form", "fields", "skipped"),
        *("booking", "booking_id", "start", "was"),
    }
)
_SHOWN: Final[Mapping[MessageKind, Literal["text", "offer", "receipt", "form", "event"]]] = {
    MessageKind.TEXT: "text",
    MessageKind.OFFER: "offer",
    MessageKind.RECEIPT: "receipt",
    MessageKind.FORM: "form",
    MessageKind.EVENT: "event",
}


@dataclass(frozen=True, slots=True)
class Viewing:
    """Whose view it is, and what drawing needs."""

    workspace: Workspace
    codes: Codes


async def conversation_views(
    tx: Tx, viewing: Viewing, found: Sequence[Conversation]
) -> list[VisitorConversation]:
    """Conversations of one visitor."""
    workspace_id = viewing.workspace.id
    unread = await queries.unread_of_visitor(tx, workspace_id, [each.id for each in found])
    agents = {each.assignee_id for each in found if each.assignee_id is not None}
    names = await find_names(tx, workspace_id, agents) if agents else {}
    return [
        VisitorConversation(
            id=each.id,
            inbox_id=each.inbox_id,
            state="open" if each.state.is_live else "resolved",
            version=each.version,
            last_seq=each.last_visitor_seq,
            seen=each.agents_seen,
            read=each.visitor_seen,
            unread=unread.get(each.id, 0),
            agent=_face(each.assignee_id, names),
            created_at=at_ms(each.created_at),
            waiting_since=None if each.waiting_since is None else at_ms(each.waiting_since),
        )
        for each in found
    ]


async def conversation_view(tx: Tx, viewing: Viewing, found: Conversation) -> VisitorConversation:
    return (await conversation_views(tx, viewing, [found]))[0]


async def place_views(tx: Tx, viewing: Viewing, placed: Sequence[Placed]) -> list[VisitorMessage | Withdrawn]:
    """Places that the visitor may read, in the order given; what has no visitor_seq is left out."""
    readable = [(each, each.visitor_seq) for each in placed if each.visitor_seq is not None]
    standing = [each.message for each, _ in readable if not each.is_withdrawn]
    names = await _names(tx, viewing, standing)
    drawn = await cards.draw(tx, viewing.codes, viewing.workspace.id, viewing.workspace.slug, standing)
    return [
        Withdrawn(seq=seq)
        if each.is_withdrawn
        else _message(viewing, each, seq, names, drawn.get(each.message.id))
        for each, seq in readable
    ]


async def message_views(tx: Tx, viewing: Viewing, placed: Iterable[Placed]) -> list[VisitorMessage]:
    """As `place_views`, of places that stand."""
    views = await place_views(tx, viewing, [each for each in placed if not each.is_withdrawn])
    return [view for view in views if isinstance(view, VisitorMessage)]


async def inbox_public(
    tx: Tx, workspace: Workspace, inbox: Inbox, now: int, *, sends_mail: bool = True
) -> InboxPublic:
    """What anybody may know of an inbox."""
    settings = inbox.settings
    hours = await opening(tx, workspace.id, inbox, now)
    faces = await queries.faces_of(tx, workspace.id, inbox.id)
    return InboxPublic(
        id=inbox.id,
        slug=inbox.slug,
        name=inbox.name,
        greeting=settings.greeting,
        tagline=settings.tagline,
        accent_hue=settings.accent_hue,
        position=settings.position,
        launcher_label=settings.launcher_label,
        faces=[FaceView(member_id=each.member_id, name=each.name, initials=each.initials) for each in faces],
        is_open=hours.is_open,
        opens_at=None if hours.opens_at is None else at_ms(hours.opens_at),
        zone=hours.zone or workspace.zone,
        agents_online=await queries.agents_online(tx, workspace.id, inbox.id, now) > 0,
        reply_minutes=await reply_time(tx, workspace.id, inbox.id, now),
        away=WhileAwayView(
            after_seconds=settings.away.after_seconds,
            service=settings.away.service,
            leave_message=settings.away.leave_message,
        ),
        prechat=PrechatView(
            when=settings.prechat.when, fields=[_field(each) for each in settings.prechat.fields]
        ),
        attachments=AttachmentRules(
            allowed=settings.attachments.allowed, bytes_most=settings.attachments.bytes_most
        ),
        transcript=settings.transcript and sends_mail,
        sounds=settings.sounds,
        languages=list(settings.languages),
        identity=settings.identity,
    )


async def _names(tx: Tx, viewing: Viewing, messages: Sequence[Message]) -> dict[str, str]:
    members = {each.author_id for each in messages if each.author_kind is AuthorKind.MEMBER}
    return await find_names(tx, viewing.workspace.id, members) if members else {}


def _message(
    viewing: Viewing,
    placed: Placed,
    seq: int,
    names: Mapping[str, str],
    drawn: Mapping[str, Any] | None,
) -> VisitorMessage:
    message = placed.message
    return VisitorMessage(
        seq=seq,
        id=message.id,
        client_id=message.client_id,
        kind=_SHOWN[message.kind],
        author=_author(viewing, message, names),
        text=message.body,
        at=at_ms(message.created_at),
        extra=_extra(placed) if drawn is None else dict(drawn),
        attachments=[_attachment(viewing.codes, each) for each in message.attachments],
        mine=message.author_kind is AuthorKind.VISITOR,
    )


def _extra(placed: Placed) -> dict[str, Any]:
    if placed.message.kind is MessageKind.EVENT:
        return {name: value for name, value in placed.extra.items() if name in _TOLD}
    return dict(placed.extra)


def _author(viewing: Viewing, message: Message, names: Mapping[str, str]) -> AuthorView:
    match message.author_kind:
        case AuthorKind.VISITOR:
            return AuthorView(kind="visitor", name="", member_id=None)
        case AuthorKind.MEMBER:
            name = names.get(message.author_id, viewing.workspace.name)
            return AuthorView(kind="agent", name=name, member_id=message.author_id)
        case AuthorKind.KEY:
            # What a key is called is the desk's matter.
            return AuthorView(kind="agent", name=viewing.workspace.name, member_id=None)
        case AuthorKind.SYSTEM:
            return AuthorView(kind="system", name=viewing.workspace.name, member_id=None)


def _attachment(codes: Codes, found: Attachment) -> AttachmentView:
    return AttachmentView(
        id=found.id,
        name=found.name,
        media_type=found.media_type,
        bytes=found.bytes,
        width=found.width,
        height=found.height,
        url=path_of(codes, found),
        preview_url=preview_path_of(codes, found),
    )


def _face(member_id: str | None, names: Mapping[str, str]) -> AgentFace | None:
    if member_id is None or member_id not in names:
        return None
    return AgentFace(member_id=member_id, name=names[member_id])


def _field(found: FormField) -> ChatFieldView:
    return ChatFieldView(
        id=found.id,
        type=found.type,
        label=found.label,
        required=found.required,
        options=list(found.options),
        when=None if found.when is None else ShownWhen(field=found.when.field, equals=found.when.equals),
    )
