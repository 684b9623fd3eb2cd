"""Reads of conversations, threads and inboxes, for the edge and for the features above."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from sqlalchemy import BindParameter, and_, bindparam, func, literal_column, or_, select, union

from ringonce.chat import inbox_store, messages_store, reading_store, store
from ringonce.chat.attachments import of_messages
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.inbox_tables import agent_team_members, agents, inbox_agents, inboxes
from ringonce.chat.model import Conversation, Face, MessageKind, Placed, Thread, answer_id
from ringonce.chat.refusals import ConversationMissing, InboxMissing
from ringonce.chat.tables import conversations
from ringonce.contacts.people import find_proved, load_contact
from ringonce.contacts.tables import contacts, identities
from ringonce.identity.tables import members
from ringonce.kernel.db import Row, Tx, json_array, statement

View = Literal["visitor", "desk"]

_W: Final[BindParameter[str]] = bindparam("workspace_id")

_SELF: Final = contacts.alias("self")

# A contact and every contact that a standing merge made another name of it.
_FAMILY: Final = select(contacts.c.id).where(
    contacts.c.workspace_id == _W,
    or_(
        contacts.c.id == bindparam("contact_id"),
        contacts.c.merged_into == bindparam("contact_id"),
        contacts.c.id
        == select(_SELF.c.merged_into)
        .where(_SELF.c.workspace_id == _W, _SELF.c.id == bindparam("contact_id"))
        .scalar_subquery(),
    ),
)
_KNOWN_OF: Final = statement(
    union(
        select(literal_column("'name'").label("field")).where(
            contacts.c.workspace_id == _W,
            contacts.c.id == bindparam("contact_id"),
            contacts.c.name != literal_column("''"),
        ),
        select(identities.c.kind.label("field")).where(
            identities.c.workspace_id == _W,
            identities.c.contact_id.in_(_FAMILY),
            identities.c.kind.in_([literal_column("'email'"), literal_column("'phone'")]),
        ),
    )
)
_SESSIONS_OF: Final = statement(
    select(identities.c.value)
    .where(
        identities.c.workspace_id == _W,
        identities.c.kind == literal_column("'visitor'"),
        identities.c.contact_id.in_(_FAMILY),
    )
    .order_by(identities.c.seen_at.desc(), identities.c.value)
    .limit(bindparam("most"))
)
_LIVE_OF_FAMILY: Final = statement(
    select(conversations.c.id)
    .where(
        conversations.c.workspace_id == _W,
        conversations.c.contact_id.in_(_FAMILY),
        conversations.c.inbox_id == bindparam("inbox_id"),
        reading_store.LIVE,
    )
    .order_by(conversations.c.created_at, conversations.c.id)
    .limit(1)
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
    """Whether a session takes or took part in a conversation, and the inbox shows it to this session."""
    row = await tx.one(store.MAY_READ, workspace_id=workspace_id, id=conversation_id, visitor_id=visitor_id)
    return row is not None and await shows(tx, workspace_id, row["inbox_id"], visitor_id)


async def shows(tx: Tx, workspace_id: str, inbox_id: str, visitor_id: str) -> bool:
    """Whether an inbox shows a session what it said there: some show it only to people whom the site has
    signed in.
    """
    row = await tx.one(inbox_store.FIND_INBOX, workspace_id=workspace_id, id=inbox_id)
    needs_proof = row is not None and inbox_store.inbox_of(row).settings.identity == "required"
    return not needs_proof or await is_signed(tx, workspace_id, visitor_id)


async def find_live(tx: Tx, workspace_id: str, inbox_id: str, visitor_id: str) -> Conversation | None:
    """The one live conversation of a session in an inbox."""
    row = await tx.one(
        reading_store.LIVE_OF_VISITOR, workspace_id=workspace_id, inbox_id=inbox_id, visitor_id=visitor_id
    )
    shown = row is not None and await shows(tx, workspace_id, inbox_id, visitor_id)
    return store.conversation_of(row) if row is not None and shown else None


async def list_of_visitor(
    tx: Tx, workspace_id: str, inbox_id: str, visitor_id: str, limit: int = 50
) -> list[Conversation]:
    """What a session may read in an inbox, the latest first."""
    rows = await tx.all(
        reading_store.OF_VISITOR,
        workspace_id=workspace_id,
        inbox_id=inbox_id,
        visitor_id=visitor_id,
        most=limit,
    )
    shown = bool(rows) and await shows(tx, workspace_id, inbox_id, visitor_id)
    return [store.conversation_of(row) for row in rows if shown]


async def visitors_of(tx: Tx, workspace_id: str, conversation_id: str) -> list[str]:
    """The sessions that may read a conversation."""
    rows = await tx.all(reading_store.VISITORS_OF, workspace_id=workspace_id, conversation_id=conversation_id)
    return [row["visitor_id"] for row in rows]


async def known_of(tx: Tx, workspace_id: str, contact_id: str) -> frozenset[str]:
    """Which of name, email and phone a contact has, typed or proved: a form leaves them out."""
    rows = await tx.all(_KNOWN_OF, workspace_id=workspace_id, contact_id=contact_id)
    return frozenset(row["field"] for row in rows)


async def sessions_of(tx: Tx, workspace_id: str, contact_id: str, limit: int = 20) -> list[str]:
    """A person's latest sessions, in the order in which they are locked."""
    rows = await tx.all(_SESSIONS_OF, workspace_id=workspace_id, contact_id=contact_id, most=limit)
    return sorted(row["value"] for row in rows)


async def is_signed(tx: Tx, workspace_id: str, visitor_id: str) -> bool:
    """Whether the site's server has said who this session is."""
    contact_id = await find_proved(tx, workspace_id, "visitor", visitor_id)
    if contact_id is None:
        return False
    contact = await load_contact(tx, workspace_id, contact_id)
    return any(one.kind == "signed" and one.proved_at is not None for one in contact.identities)


async def live_of_contact(tx: Tx, workspace_id: str, contact_id: str, inbox_id: str) -> str | None:
    """The oldest live conversation of a person in an inbox."""
    row = await tx.one(_LIVE_OF_FAMILY, workspace_id=workspace_id, contact_id=contact_id, inbox_id=inbox_id)
    return None if row is None else str(row["id"])


async def unread_of_member(
    tx: Tx, workspace_id: str, member_id: str, conversation_ids: Iterable[str]
) -> dict[str, int]:
    """How many messages of visitors a member has not read, for each of the conversations that has any."""
    rows = await tx.all(
        reading_store.UNREAD_OF_MEMBER,
        workspace_id=workspace_id,
        member_id=member_id,
        conversation_ids=json_array(conversation_ids),
    )
    return {row["conversation_id"]: row["unread"] for row in rows}


async def unread_of_visitor(tx: Tx, workspace_id: str, conversation_ids: Iterable[str]) -> dict[str, int]:
    """How many messages of the desk the visitor has not read, for each conversation that has any."""
    rows = await tx.all(
        reading_store.UNREAD_OF_VISITOR,
        workspace_id=workspace_id,
        conversation_ids=json_array(conversation_ids),
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
    return await dressed(tx, workspace_id, rows)


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
    return await dressed(tx, workspace_id, rows[::-1])


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
    return None if row is None else (await dressed(tx, workspace_id, [row]))[0]


async def dressed(tx: Tx, workspace_id: str, rows: Sequence[Row]) -> list[Placed]:
    """Places with their attachments; a form says whether it was answered (`extra.done`)."""
    carried = await of_messages(tx, workspace_id, [row["id"] for row in rows]) if rows else {}
    placed = [messages_store.placed_of(row, carried.get(row["id"], ())) for row in rows]
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
