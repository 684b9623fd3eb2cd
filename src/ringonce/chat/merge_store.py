"""SQL of merging conversations and of undoing it."""

from typing import Final

from sqlalchemy import BindParameter, and_, bindparam, delete, insert, literal_column, or_, select, update

from ringonce.chat.store import every
from ringonce.chat.tables import (
    conversation_visitors,
    conversations,
    merges,
    messages,
    participations,
    placements,
    reads,
)
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
m, p, c, v = merges.c, placements.c, conversations.c, conversation_visitors.c

#: In the order of their ids, whoever wins: two merges never wait for each other.
LOCK_CONVERSATIONS: Final = statement(
    select(conversations).where(c.workspace_id == _W, in_list(c.id, "ids")).order_by(c.id).with_for_update()
)
FIND_CONVERSATIONS: Final = statement(
    select(conversations).where(c.workspace_id == _W, in_list(c.id, "ids")).order_by(c.id)
)
LOCK_PARTICIPATIONS: Final = statement(
    select(participations)
    .where(participations.c.workspace_id == _W, in_list(participations.c.conversation_id, "ids"))
    .order_by(participations.c.inbox_id, participations.c.visitor_id)
    .with_for_update()
)
LOCK_SESSIONS: Final = statement(
    select(participations)
    .where(
        participations.c.workspace_id == _W,
        participations.c.inbox_id == bindparam("inbox_id"),
        or_(
            in_list(participations.c.conversation_id, "ids"),
            in_list(participations.c.visitor_id, "visitors"),
        ),
    )
    .order_by(participations.c.visitor_id)
    .with_for_update()
)
#: As LOCK_PARTICIPATIONS, for reading.
SESSIONS_OF: Final = statement(
    select(participations)
    .where(participations.c.workspace_id == _W, in_list(participations.c.conversation_id, "ids"))
    .order_by(participations.c.inbox_id, participations.c.visitor_id)
)
READERS_OF: Final = statement(
    select(conversation_visitors)
    .where(v.workspace_id == _W, in_list(v.conversation_id, "ids"))
    .order_by(v.conversation_id, v.visitor_id)
)
LEAVE_CONVERSATION: Final = statement(
    delete(conversation_visitors).where(
        v.workspace_id == _W,
        v.conversation_id == bindparam("conversation_id"),
        v.visitor_id == bindparam("visitor_id"),
    )
)

_PLACED = (
    p.conversation_id,
    p.seq,
    p.visitor_seq,
    p.message_id,
    p.merge_id,
    p.from_visitor,
    messages.c.addressed_id,
    messages.c.author_kind,
    messages.c.kind,
    messages.c.created_at,
)
_JOINED = placements.join(
    messages, and_(messages.c.workspace_id == p.workspace_id, messages.c.id == p.message_id)
)
#: Places that are not withdrawn, in the order in which they are drawn.
STANDING_PLACES: Final = statement(
    select(*_PLACED)
    .select_from(_JOINED)
    .where(p.workspace_id == _W, p.withdrawn_at.is_(None), in_list(p.conversation_id, "ids"))
    .order_by(messages.c.created_at, p.conversation_id, p.seq)
)
INSERT_PLACES: Final = statement(insert(placements).values(every(placements)))
WITHDRAW: Final = statement(
    update(placements)
    .where(
        p.workspace_id == _W,
        p.conversation_id == bindparam("of_conversation"),
        in_list(p.seq, "places"),
        p.withdrawn_at.is_(None),
    )
    .values(withdrawn_at=bindparam("at"))
)

INSERT_MERGE: Final = statement(insert(merges).values(every(merges)))
#: Standing merges in which one of these conversations has a part.
STANDING: Final = statement(
    select(merges)
    .where(
        m.workspace_id == _W,
        m.undone_at.is_(None),
        or_(in_list(m.loser_id, "ids"), in_list(m.winner_id, "ids")),
    )
    .order_by(m.loser_id)
)
GROUP: Final = statement(
    select(merges).where(m.workspace_id == _W, m.group_id == bindparam("group_id")).order_by(m.id)
)
UNDO: Final = statement(
    update(merges)
    .where(m.workspace_id == _W, m.group_id == bindparam("of_group"), m.undone_at.is_(None))
    .values(undone_by=bindparam("by"), undone_at=bindparam("at"))
)
OF_CONVERSATIONS: Final = statement(
    select(merges)
    .where(m.workspace_id == _W, or_(in_list(m.loser_id, "ids"), in_list(m.winner_id, "ids")))
    .order_by(m.merged_at, m.group_id, m.id)
)

READS_OF: Final = statement(
    select(reads).where(reads.c.workspace_id == _W, in_list(reads.c.conversation_id, "ids"))
)
MOVE_READ: Final = statement(
    update(reads)
    .where(
        reads.c.workspace_id == _W,
        reads.c.conversation_id == bindparam("of_conversation"),
        reads.c.member_id == bindparam("of_member"),
    )
    .values(seq=bindparam("new_seq"), at=bindparam("new_at"))
)

_LIVE = c.state.in_([literal_column("'open'"), literal_column("'snoozed'")])
LIVE_OF: Final = statement(
    select(conversations)
    .where(c.workspace_id == _W, in_list(c.contact_id, "contacts"), _LIVE)
    .order_by(c.inbox_id, c.created_at, c.id)
)
ALL_OF_IN: Final = statement(
    select(conversations)
    .where(
        c.workspace_id == _W,
        c.inbox_id == bindparam("inbox_id"),
        in_list(c.contact_id, "contacts"),
        c.state != literal_column("'merged'"),
    )
    .order_by(c.created_at, c.id)
)
#: A session that turned out to be somebody else's sees nothing of what it saw.
DETACH_SESSION: Final = statement(
    update(participations)
    .where(participations.c.workspace_id == _W, participations.c.visitor_id == bindparam("visitor_id"))
    .values(conversation_id=None, came_from=None)
)
FORGET_READER: Final = statement(
    delete(conversation_visitors).where(v.workspace_id == _W, v.visitor_id == bindparam("visitor_id"))
)
