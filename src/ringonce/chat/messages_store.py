"""SQL that writes messages, their places and how far they were read."""

from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Label,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from ringonce.chat.model import Attachment, AuthorKind, Message, MessageKind, Placed
from ringonce.chat.store import every, from_text
from ringonce.chat.tables import conversations, message_terms, messages, placements, reads
from ringonce.kernel.db import Row, in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_CONVERSATION: Final[BindParameter[str]] = bindparam("conversation_id")

INSERT_MESSAGE: Final = statement(insert(messages).values(every(messages)))
INSERT_PLACEMENT: Final = statement(insert(placements).values(every(placements)))
INSERT_TERM: Final = statement(
    lambda insert: insert(message_terms).values(every(message_terms)).on_conflict_do_nothing()
)

_COLUMNS: Final[tuple[Label[Any], ...]] = (
    placements.c.conversation_id.label("placed_in"),
    placements.c.seq.label("seq"),
    placements.c.visitor_seq.label("visitor_seq"),
    placements.c.from_visitor.label("from_visitor"),
    placements.c.merge_id.label("merge_id"),
    placements.c.withdrawn_at.label("withdrawn_at"),
    *(messages.c[name].label(name) for name in Message.__slots__ if name != "attachments"),
)


def placed_select() -> Select[Any]:
    """Places with their messages; `placed_of` reads the rows."""
    return select(*_COLUMNS).join_from(
        placements,
        messages,
        and_(
            messages.c.workspace_id == placements.c.workspace_id,
            messages.c.id == placements.c.message_id,
        ),
    )


# A merged conversation keeps its places, but its messages stand in the winner.
_STANDING: Final = and_(
    placements.c.workspace_id == _W,
    placements.c.withdrawn_at.is_(None),
    placements.c.conversation_id.in_(
        select(conversations.c.id).where(
            conversations.c.workspace_id == _W,
            conversations.c.id == placements.c.conversation_id,
            conversations.c.state != literal_column("'merged'"),
        )
    ),
)
FIND_OF_VISITOR: Final = statement(
    placed_select()
    .where(
        _STANDING,
        messages.c.workspace_id == _W,
        messages.c.author_kind == literal_column("'visitor'"),
        messages.c.author_id == bindparam("visitor_id"),
        messages.c.client_id == bindparam("client_id"),
        # A browser that writes to two inboxes may use the same client id in both.
        messages.c.conversation_id.in_(
            select(conversations.c.id).where(
                conversations.c.workspace_id == _W,
                conversations.c.id == messages.c.conversation_id,
                conversations.c.inbox_id == bindparam("inbox_id"),
            )
        ),
    )
    .order_by(placements.c.seq)
    .limit(1)
)
FIND_OF_MEMBER: Final = statement(
    placed_select()
    .where(
        _STANDING,
        messages.c.workspace_id == _W,
        messages.c.addressed_id == bindparam("addressed_id"),
        messages.c.author_kind == bindparam("author_kind"),
        messages.c.author_id == bindparam("author_id"),
        messages.c.client_id == bindparam("client_id"),
    )
    .order_by(placements.c.seq)
    .limit(1)
)
FIND_PLACED: Final = statement(
    placed_select()
    .where(_STANDING, messages.c.workspace_id == _W, messages.c.id == bindparam("message_id"))
    .order_by(placements.c.seq)
    .limit(1)
)
_THREAD: Final = and_(placements.c.workspace_id == _W, placements.c.conversation_id == _CONVERSATION)
DESK_AFTER: Final = statement(
    placed_select()
    .where(_THREAD, placements.c.seq > bindparam("after"))
    .order_by(placements.c.seq)
    .limit(bindparam("most"))
)
DESK_BEFORE: Final = statement(
    placed_select()
    .where(_THREAD, placements.c.seq < bindparam("before"))
    .order_by(placements.c.seq.desc())
    .limit(bindparam("most"))
)
VISITOR_AFTER: Final = statement(
    placed_select()
    .where(_THREAD, placements.c.visitor_seq > bindparam("after"))
    .order_by(placements.c.visitor_seq)
    .limit(bindparam("most"))
)
LATEST_FORM: Final = statement(
    placed_select()
    .where(
        _THREAD,
        placements.c.withdrawn_at.is_(None),
        # A merge can leave a form of somebody who was erased above the visitor's own.
        messages.c.erased_at.is_(None),
        messages.c.kind == literal_column("'form'"),
        messages.c.author_kind == literal_column("'system'"),
    )
    .order_by(placements.c.seq.desc())
    .limit(1)
)
#: Which of these answers were given; an answer's client id names the form, so a form has one at most.
ANSWERS_AMONG: Final = statement(
    select(messages.c.client_id).where(
        messages.c.workspace_id == _W,
        messages.c.author_kind == literal_column("'system'"),
        messages.c.author_id == literal_column("''"),
        in_list(messages.c.addressed_id, "addressed_ids"),
        in_list(messages.c.client_id, "client_ids"),
    )
)


def placed_of(row: Row, attachments: tuple[Attachment, ...] = ()) -> Placed:
    """A message at its place, from a row of `placed_select`."""
    message = Message(
        id=row["id"],
        conversation_id=row["conversation_id"],
        addressed_id=row["addressed_id"],
        author_kind=AuthorKind(row["author_kind"]),
        author_id=row["author_id"],
        client_id=row["client_id"],
        kind=MessageKind(row["kind"]),
        body=row["body"],
        extra=from_text(row["extra"]),
        created_at=row["created_at"],
        erased_at=row["erased_at"],
        attachments=attachments,
    )
    return Placed(
        conversation_id=row["placed_in"],
        seq=row["seq"],
        visitor_seq=row["visitor_seq"],
        from_visitor=bool(row["from_visitor"]),
        merge_id=row["merge_id"],
        withdrawn_at=row["withdrawn_at"],
        message=message,
    )


# --- how far somebody has read

#: Only ever forward: a late mark changes no row.
MARK_READ: Final = statement(
    lambda insert: (
        insert(reads)
        .values(every(reads))
        .on_conflict_do_update(
            index_elements=["workspace_id", "conversation_id", "member_id"],
            set_={"seq": bindparam("seq"), "at": bindparam("at")},
            where=reads.c.seq < bindparam("seq"),
        )
    )
)
#: The last place, in visitor_seq, among the first `seq` places.
VISITOR_SEQ_AT: Final = statement(
    select(func.coalesce(func.max(placements.c.visitor_seq), 0).label("visitor_seq")).where(
        _THREAD, placements.c.seq <= bindparam("seq")
    )
)

# --- erasing

#: Everything said in a person's conversations, and what the person said in those of others.
MESSAGES_OF_PERSON: Final = statement(
    select(messages.c.id, placements.c.conversation_id.label("placed_in"))
    .join_from(
        messages,
        placements,
        and_(
            placements.c.workspace_id == messages.c.workspace_id,
            placements.c.message_id == messages.c.id,
        ),
    )
    .where(
        messages.c.workspace_id == _W,
        messages.c.erased_at.is_(None),
        or_(
            in_list(messages.c.conversation_id, "conversation_ids"),
            in_list(messages.c.addressed_id, "conversation_ids"),
            and_(
                messages.c.author_kind == literal_column("'visitor'"),
                in_list(messages.c.author_id, "visitor_ids"),
            ),
        ),
    )
)
ERASE_MESSAGES: Final = statement(
    update(messages)
    .where(messages.c.workspace_id == _W, in_list(messages.c.id, "message_ids"))
    .values(
        body="",
        salt="",
        erased_at=bindparam("now"),
        # The code of an event is nobody's word; what else stood beside a message goes.
        extra=case((messages.c.kind == literal_column("'event'"), messages.c.extra), else_="{}"),
    )
)
ERASE_TERMS: Final = statement(
    delete(message_terms).where(
        message_terms.c.workspace_id == _W, in_list(message_terms.c.message_id, "message_ids")
    )
)
