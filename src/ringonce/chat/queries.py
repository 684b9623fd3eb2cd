"""Reads of conversations, threads and inboxes, for the edge and for the features above."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from sqlalchemy import BindParameter, and_, bindparam, func, literal_column, or_, select

from ringonce.chat import inbox_store, messages_store, store
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.inbox_tables import agent_team_members, agents, inbox_agents, inboxes
from ringonce.chat.model import Conversation, Face, MessageKind, Placed, Thread, answer_id
from ringonce.chat.refusals import ConversationMissing, InboxMissing
from ringonce.chat.tables import conversation_visitors, conversations, participations, placements, reads
from ringonce.identity.tables import members
from ringonce.kernel.db import Row, Tx, in_list, json_array, statement

View = Literal["visitor", "desk"]

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_LIVE: Final = conversations.c.state.in_([literal_column("'open'"), literal_column("'snoozed'")])

_LIVE_OF_VISITOR: Final = statement(
    select(conversations)
    .join(
        participations,
        and_(
            participations.c.workspace_id == conversations.c.workspace_id,
            participations.c.conversation_id == conversations.c.id,
        ),
    )
    .where(
        participations.c.workspace_id == _W,
        participations.c.inbox_id == bindparam("inbox_id"),
        participations.c.visitor_id == bindparam("visitor_id"),
        conversations.c.workspace_id == _W,
        _LIVE,
    )
)
_OF_VISITOR: Final = statement(
    select(conversations)
    .join(
        conversation_visitors,
        and_(
            conversation_visitors.c.workspace_id == conversations.c.workspace_id,
            conversation_visitors.c.conversation_id == conversations.c.id,
        ),
    )
    .where(
        conversation_visitors.c.workspace_id == _W,
        conversation_visitors.c.visitor_id == bindparam("visitor_id"),
        conversations.c.inbox_id == bindparam("inbox_id"),
        conversations.c.state != literal_column("'merged'"),
    )
    .order_by(conversations.c.last_message_at.desc(), conversations.c.id.desc())
    .limit(bindparam("most"))
)
_VISITORS_OF: Final = statement(
    select(conversation_visitors.c.visitor_id)
    .where(
        conversation_visitors.c.workspace_id == _W,
        conversation_visitors.c.conversation_id == bindparam("conversation_id"),
    )
    .order_by(conversation_visitors.c.visitor_id)
)
_UNREAD_OF_MEMBER: Final = statement(
    select(placements.c.conversation_id, func.count().label("unread"))
    .select_from(placements)
    .outerjoin(
        reads,
        and_(
            reads.c.workspace_id == placements.c.workspace_id,
            reads.c.conversation_id == placements.c.conversation_id,
            reads.c.member_id == bindparam("member_id"),
        ),
    )
    .where(
        placements.c.workspace_id == _W,
        in_list(placements.c.conversation_id, "conversation_ids"),
        placements.c.from_visitor == 1,
        placements.c.withdrawn_at.is_(None),
        placements.c.seq > func.coalesce(reads.c.seq, 0),
    )
    .group_by(placements.c.conversation_id)
)
_UNREAD_OF_VISITOR: Final = statement(
    select(placements.c.conversation_id, func.count().label("unread"))
    .select_from(placements)
    .join(
        conversations,
        and_(
            conversations.c.workspace_id == placements.c.workspace_id,
            conversations.c.id == placements.c.conversation_id,
        ),
    )
    .where(
        placements.c.workspace_id == _W,
        in_list(placements.c.conversation_id, "conversation_ids"),
        placements.c.from_visitor == 0,
        placements.c.withdrawn_at.is_(None),
        placements.c.visitor_seq > conversations.c.visitor_seen,
    )
    .group_by(placements.c.conversation_id)
)


# --- conversations


async def load_conversation(tx: Tx, workspace_id: str, conversation_id: str) -> Conversation:
    """A conversation as it is, merged ones included. Raises ConversationMissing."""
    row = await tx.one(store.FIND_CONVERSATION, workspace_id=workspace_id, id=conversation_id)
    if row is None:
        raise ConversationMissing()
    return store.conversation_of(row)


async def root_of(tx: Tx, workspace_id: str, conversation_id: str) -> Conversation:
    """The conversation that holds this one's messages now: itself, or the winner of a standing merge.

    Raises ConversationMissing.
    """
    row = await tx.one(store.FIND_ROOT, workspace_id=workspace_id, id=conversation_id)
    if row is None:
        raise ConversationMissing()
    return store.conversation_of(row)


async def root_for_visitor(tx: Tx, workspace_id: str, conversation_id: str, visitor_id: str) -> Conversation:
    """As `root_of`, for a session that may read it. Raises ConversationMissing: to a stranger it does not
    exist.
    """
    if not await may_read(tx, workspace_id, conversation_id, visitor_id):
        raise ConversationMissing()
    return await root_of(tx, workspace_id, conversation_id)


async def may_read(tx: Tx, workspace_id: str, conversation_id: str, visitor_id: str) -> bool:
    """Whether a session takes or took part in a conversation."""
    row = await tx.one(store.MAY_READ, workspace_id=workspace_id, id=conversation_id, visitor_id=visitor_id)
    return row is not None


async def find_live(tx: Tx, workspace_id: str, inbox_id: str, visitor_id: str) -> Conversation | None:
    """The one live conversation of a session in an inbox."""
    row = await tx.one(_LIVE_OF_VISITOR, workspace_id=workspace_id, inbox_id=inbox_id, visitor_id=visitor_id)
    return None if row is None else store.conversation_of(row)


async def list_of_visitor(
    tx: Tx, workspace_id: str, inbox_id: str, visitor_id: str, limit: int = 50
) -> list[Conversation]:
    """What a session may read in an inbox, the latest first."""
    rows = await tx.all(
        _OF_VISITOR, workspace_id=workspace_id, inbox_id=inbox_id, visitor_id=visitor_id, most=limit
    )
    return [store.conversation_of(row) for row in rows]


async def visitors_of(tx: Tx, workspace_id: str, conversation_id: str) -> list[str]:
    """The sessions that may read a conversation."""
    rows = await tx.all(_VISITORS_OF, workspace_id=workspace_id, conversation_id=conversation_id)
    return [row["visitor_id"] for row in rows]


async def unread_of_member(
    tx: Tx, workspace_id: str, member_id: str, conversation_ids: Iterable[str]
) -> dict[str, int]:
    """How many messages of visitors a member has not read, for each of the conversations that has any."""
    rows = await tx.all(
        _UNREAD_OF_MEMBER,
        workspace_id=workspace_id,
        member_id=member_id,
        conversation_ids=json_array(conversation_ids),
    )
    return {row["conversation_id"]: row["unread"] for row in rows}


async def unread_of_visitor(tx: Tx, workspace_id: str, conversation_ids: Iterable[str]) -> dict[str, int]:
    """How many messages of the desk the visitor has not read, for each conversation that has any."""
    rows = await tx.all(
        _UNREAD_OF_VISITOR, workspace_id=workspace_id, conversation_ids=json_array(conversation_ids)
    )
    return {row["conversation_id"]: row["unread"] for row in rows}


# --- threads


async def thread_after(
    tx: Tx,
    workspace_id: str,
    conversation_id: str,
    after_seq: int,
    limit: int,
    view: View = "visitor",
) -> list[Placed]:
    """Places after one, in order, withdrawn ones among them; in visitor_seq for the visitor's view.

    Of the conversation named itself: follow merges with `root_of` first.
    """
    rows = await tx.all(
        messages_store.VISITOR_AFTER if view == "visitor" else messages_store.DESK_AFTER,
        workspace_id=workspace_id,
        conversation_id=conversation_id,
        after=after_seq,
        most=limit,
    )
    return await _dressed(tx, workspace_id, rows)


async def thread_before(
    tx: Tx, workspace_id: str, conversation_id: str, before_seq: int, limit: int
) -> list[Placed]:
    """The last places before one, in order, as the desk sees them."""
    rows = await tx.all(
        messages_store.DESK_BEFORE,
        workspace_id=workspace_id,
        conversation_id=conversation_id,
        before=before_seq,
        most=limit,
    )
    return await _dressed(tx, workspace_id, rows[::-1])


async def load_thread(
    tx: Tx,
    workspace_id: str,
    conversation: Conversation,
    after_seq: int = 0,
    limit: int = 100,
    view: View = "visitor",
) -> Thread:
    """A page of a thread after a place."""
    placed = await thread_after(tx, workspace_id, conversation.id, after_seq, limit + 1, view)
    page = tuple(placed[:limit])
    last = (page[-1].visitor_seq if view == "visitor" else page[-1].seq) if page else None
    return Thread(conversation, page, after_seq if last is None else last, len(placed) > limit)


async def find_placed(tx: Tx, workspace_id: str, message_id: str) -> Placed | None:
    """A message where it stands now."""
    row = await tx.one(messages_store.FIND_PLACED, workspace_id=workspace_id, message_id=message_id)
    return None if row is None else (await _dressed(tx, workspace_id, [row]))[0]


async def _dressed(tx: Tx, workspace_id: str, rows: Sequence[Row]) -> list[Placed]:
    """Places with their attachments; a form says whether it was answered (`extra.done`)."""
    placed = [messages_store.placed_of(row) for row in rows]
    forms = [one.message for one in placed if one.message.kind is MessageKind.FORM]
    if not forms:
        return placed
    answered = await tx.all(
        messages_store.ANSWERS_AMONG,
        workspace_id=workspace_id,
        addressed_ids=json_array({form.addressed_id for form in forms}),
        client_ids=json_array([answer_id(form.id) for form in forms]),
    )
    done = {row["client_id"] for row in answered}
    return [
        one
        if one.message.kind is not MessageKind.FORM
        else replace(
            one,
            message=replace(
                one.message,
                extra={**one.message.extra, "done": answer_id(one.message.id) in done},
            ),
        )
        for one in placed
    ]


# --- inboxes

_ANSWERING: Final = or_(
    and_(
        inboxes.c.team_id.is_(None),
        ~select(inbox_agents.c.member_id)
        .where(inbox_agents.c.workspace_id == _W, inbox_agents.c.inbox_id == inboxes.c.id)
        .exists(),
    ),
    select(inbox_agents.c.member_id)
    .where(
        inbox_agents.c.workspace_id == _W,
        inbox_agents.c.inbox_id == inboxes.c.id,
        inbox_agents.c.member_id == members.c.id,
    )
    .exists(),
    select(agent_team_members.c.member_id)
    .where(
        agent_team_members.c.workspace_id == _W,
        agent_team_members.c.team_id == inboxes.c.team_id,
        agent_team_members.c.member_id == members.c.id,
    )
    .exists(),
)
_FACES: Final = statement(
    select(members.c.id, members.c.name)
    .select_from(members)
    .join(inboxes, inboxes.c.workspace_id == members.c.workspace_id)
    .where(
        members.c.workspace_id == _W,
        members.c.active == 1,
        inboxes.c.id == bindparam("inbox_id"),
        _ANSWERING,
    )
    .order_by(members.c.created_at, members.c.id)
    .limit(bindparam("most"))
)
_ONLINE: Final = statement(
    select(func.count().label("online"))
    .select_from(members)
    .join(inboxes, inboxes.c.workspace_id == members.c.workspace_id)
    .join(
        agents,
        and_(agents.c.workspace_id == members.c.workspace_id, agents.c.member_id == members.c.id),
    )
    .where(
        members.c.workspace_id == _W,
        members.c.active == 1,
        inboxes.c.id == bindparam("inbox_id"),
        agents.c.status == literal_column("'online'"),
        agents.c.present_until > bindparam("now"),
        _ANSWERING,
    )
)


async def load_inbox(tx: Tx, workspace_id: str, named: str) -> Inbox:
    """An inbox by id or slug, retired ones too when asked by id. Raises InboxMissing."""
    if named.startswith("inb_"):
        row = await tx.one(inbox_store.FIND_INBOX, workspace_id=workspace_id, id=named)
    else:
        row = await tx.one(inbox_store.FIND_BY_SLUG, workspace_id=workspace_id, slug=named)
        row = row if row is not None and row["active"] else None
    if row is None:
        raise InboxMissing()
    found = await tx.all(inbox_store.AGENTS_OF, workspace_id=workspace_id, id=row["id"])
    return inbox_store.inbox_of(row, tuple(one["member_id"] for one in found))


async def list_inboxes(tx: Tx, workspace_id: str) -> list[Inbox]:
    """Every inbox of a workspace, oldest first; there are few."""
    rows = await tx.all(inbox_store.LIST_INBOXES, workspace_id=workspace_id)
    found = await tx.all(inbox_store.AGENTS_OF_ALL, workspace_id=workspace_id)
    agents_of: dict[str, list[str]] = {}
    for one in found:
        agents_of.setdefault(one["inbox_id"], []).append(one["member_id"])
    return [inbox_store.inbox_of(row, tuple(agents_of.get(row["id"], ()))) for row in rows]


async def faces_of(tx: Tx, workspace_id: str, inbox_id: str, limit: int = 5) -> tuple[Face, ...]:
    """Members who answer in an inbox: its agents and its team, or everybody where none are named."""
    rows = await tx.all(_FACES, workspace_id=workspace_id, inbox_id=inbox_id, most=limit)
    return tuple(Face(row["id"], row["name"], initials_of(row["name"])) for row in rows)


async def agents_online(tx: Tx, workspace_id: str, inbox_id: str, now: int) -> int:
    """How many of those who answer in an inbox are there and free to answer."""
    row = await tx.one(_ONLINE, workspace_id=workspace_id, inbox_id=inbox_id, now=now)
    return 0 if row is None else int(row["online"])


def initials_of(name: str) -> str:
    """One or two letters for a face without a picture."""
    words = name.split()
    if not words:
        return "?"
    first, last = words[0][:1], words[-1][:1] if len(words) > 1 else ""
    return (first + last).upper()
