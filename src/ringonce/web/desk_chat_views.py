"""Conversations as the desk sees them: every place, notes too, and each author by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ringonce.chat.attachments import path_of, preview_path_of
from ringonce.chat.desk_model import Listed
from ringonce.chat.listing_queries import load_listed
from ringonce.chat.model import Attachment, AuthorKind, Message, MessageKind, Placed, Priority
from ringonce.desk import cards
from ringonce.identity.model import MemberPrincipal, Principal, Workspace
from ringonce.identity.queries import find_names
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.values.ids import WorkspaceId
from ringonce.web.chat_model import Withdrawn
from ringonce.web.desk_chat_model import (
    AgentAttachment,
    AgentAuthor,
    AgentConversation,
    AgentMessage,
    ContactPart,
    PreviewPart,
    PriorityName,
)
from ringonce.web.times import at_ms

PRIORITY_NAMES: Mapping[Priority, PriorityName] = {
    Priority.NONE: "none",
    Priority.LOW: "low",
    Priority.MEDIUM: "medium",
    Priority.HIGH: "high",
    Priority.URGENT: "urgent",
}


@dataclass(frozen=True, slots=True)
class DeskViewing:
    """Who looks, and what drawing needs. `viewer_id` is a member's or a key's."""

    workspace: Workspace
    codes: Codes
    viewer_id: str


def reader_of(principal: Principal) -> str:
    """Whose unread counts are shown: a member's; a key has read nothing."""
    return principal.id if isinstance(principal, MemberPrincipal) else ""


def agent_conversation(listed: Listed) -> AgentConversation:
    """A conversation as its lists show it to one member."""
    found = listed.conversation
    return AgentConversation(
        id=found.id,
        number=found.number,
        inbox_id=found.inbox_id,
        contact=ContactPart(id=listed.contact_id, name=listed.contact_name),
        state=found.state.value,
        priority=PRIORITY_NAMES[found.priority],
        assignee_id=found.assignee_id,
        team_id=found.team_id,
        labels=list(listed.labels),
        snoozed_until=None if found.snoozed_until is None else at_ms(found.snoozed_until),
        merged_into=found.merged_into,
        version=found.version,
        last_seq=found.last_seq,
        last_visitor_seq=found.last_visitor_seq,
        visitor_seen=found.visitor_seen,
        agents_seen=found.agents_seen,
        unread=listed.unread,
        waiting_since=None if found.waiting_since is None else at_ms(found.waiting_since),
        last_message_at=at_ms(found.last_message_at),
        preview=None
        if listed.preview is None
        else PreviewPart(
            text=listed.preview.text,
            author_kind=listed.preview.author_kind,
            at=at_ms(listed.preview.at),
        ),
        page=dict(found.page),
        locale=found.locale,
        zone=found.zone,
        created_at=at_ms(found.created_at),
        resolved_at=None if found.resolved_at is None else at_ms(found.resolved_at),
        number_of_merged=listed.number_of_merged,
    )


async def load_agent_conversation(
    tx: Tx, workspace_id: str, reader_id: str, conversation_id: str
) -> AgentConversation:
    """Raises ConversationMissing."""
    return agent_conversation(await load_listed(tx, workspace_id, reader_id, conversation_id))


async def agent_places(
    tx: Tx, viewing: DeskViewing, placed: Sequence[Placed]
) -> list[AgentMessage | Withdrawn]:
    """Places in the order given, withdrawn ones too."""
    standing = [each.message for each in placed if not each.is_withdrawn]
    names = await _names(tx, viewing.workspace.id, standing)
    drawn = await cards.draw(tx, viewing.codes, viewing.workspace.id, viewing.workspace.slug, standing)
    return [
        Withdrawn(seq=each.seq)
        if each.is_withdrawn
        else _message(viewing, each, names, drawn.get(each.message.id))
        for each in placed
    ]


async def agent_message(tx: Tx, viewing: DeskViewing, placed: Placed) -> AgentMessage:
    """A place that stands."""
    (view,) = await agent_places(tx, viewing, [placed])
    if isinstance(view, Withdrawn):
        raise LookupError("what was just said was withdrawn")
    return view


async def _names(tx: Tx, workspace_id: WorkspaceId, messages: Iterable[Message]) -> dict[str, str]:
    ids = {each.author_id for each in messages if each.author_kind in (AuthorKind.MEMBER, AuthorKind.KEY)}
    return await find_names(tx, workspace_id, ids) if ids else {}


def _message(
    viewing: DeskViewing,
    placed: Placed,
    names: Mapping[str, str],
    drawn: Mapping[str, Any] | None,
) -> AgentMessage:
    message = placed.message
    return AgentMessage(
        seq=placed.seq,
        visitor_seq=placed.visitor_seq,
        id=message.id,
        client_id=message.client_id,
        kind=message.kind.value,
        note=message.kind is MessageKind.NOTE,
        author=_author(message, names),
        text=message.body,
        at=at_ms(message.created_at),
        extra=dict(placed.extra if drawn is None else drawn),
        attachments=[_attachment(viewing.codes, each) for each in message.attachments],
        mine=message.author_id == viewing.viewer_id != "",
        origin_id=message.conversation_id,
        erased=message.erased_at is not None,
    )


def _author(message: Message, names: Mapping[str, str]) -> AgentAuthor:
    """A visitor's name is the contact's and stands in the conversation: said with each message, it would be
    old on every page that is open while the person says who they are.
    """
    return AgentAuthor(
        kind=message.author_kind.value,
        id=message.author_id,
        name=names.get(message.author_id, ""),
        member_id=message.author_id if message.author_kind is AuthorKind.MEMBER else None,
    )


def _attachment(codes: Codes, found: Attachment) -> AgentAttachment:
    return AgentAttachment(
        id=found.id,
        name=found.name,
        media_type=found.media_type,
        bytes=found.bytes,
        width=found.width,
        height=found.height,
        url=path_of(codes, found),
        preview_url=preview_path_of(codes, found),
    )
