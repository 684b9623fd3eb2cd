"""SQL of who may read what, and of what is unread."""

from typing import Final

from sqlalchemy import BindParameter, and_, bindparam, exists, func, literal_column, not_, select

from ringonce.chat.tables import (
    conversation_visitors,
    conversations,
    messages,
    participations,
    placements,
    reads,
)
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
LIVE: Final = conversations.c.state.in_([literal_column("'open'"), literal_column("'snoozed'")])

_ELSEWHERE: Final = placements.alias("elsewhere")
_READ_THERE: Final = reads.alias("read_there")
_THERE: Final = conversations.alias("there")
_STANDS_ELSEWHERE: Final = and_(
    _ELSEWHERE.c.workspace_id == placements.c.workspace_id,
    _ELSEWHERE.c.message_id == placements.c.message_id,
    _ELSEWHERE.c.conversation_id != placements.c.conversation_id,
    _ELSEWHERE.c.withdrawn_at.is_(None),
)
#: What a member read in a conversation stays read where a merge puts it; binds `member_id`.
READ_ELSEWHERE: Final = exists().where(
    _STANDS_ELSEWHERE,
    _READ_THERE.c.workspace_id == _ELSEWHERE.c.workspace_id,
    _READ_THERE.c.conversation_id == _ELSEWHERE.c.conversation_id,
    _READ_THERE.c.member_id == bindparam("member_id"),
    _READ_THERE.c.seq >= _ELSEWHERE.c.seq,
)
_SEEN_ELSEWHERE: Final = exists().where(
    _STANDS_ELSEWHERE,
    _THERE.c.workspace_id == _ELSEWHERE.c.workspace_id,
    _THERE.c.id == _ELSEWHERE.c.conversation_id,
    _THERE.c.visitor_seen >= _ELSEWHERE.c.visitor_seq,
)

LIVE_OF_VISITOR: Final = statement(
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
        LIVE,
    )
)
OF_VISITOR: Final = statement(
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
VISITORS_OF: Final = statement(
    select(conversation_visitors.c.visitor_id)
    .where(
        conversation_visitors.c.workspace_id == _W,
        conversation_visitors.c.conversation_id == bindparam("conversation_id"),
    )
    .order_by(conversation_visitors.c.visitor_id)
)
UNREAD_OF_MEMBER: Final = statement(
    select(placements.c.conversation_id, func.count().label("unread"))
    .select_from(placements)
    .join(
        messages,
        and_(
            messages.c.workspace_id == placements.c.workspace_id,
            messages.c.id == placements.c.message_id,
        ),
    )
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
        # Nobody can read what was erased.
        messages.c.erased_at.is_(None),
        placements.c.seq > func.coalesce(reads.c.seq, 0),
        not_(READ_ELSEWHERE),
    )
    .group_by(placements.c.conversation_id)
)
UNREAD_OF_VISITOR: Final = statement(
    select(placements.c.conversation_id, func.count().label("unread"))
    .select_from(placements)
    .join(
        conversations,
        and_(
            conversations.c.workspace_id == placements.c.workspace_id,
            conversations.c.id == placements.c.conversation_id,
        ),
    )
    .join(
        messages,
        and_(
            messages.c.workspace_id == placements.c.workspace_id,
            messages.c.id == placements.c.message_id,
        ),
    )
    .where(
        placements.c.workspace_id == _W,
        # Lines about deeds are nobody's words, nor is a form: a badge is not shown for them.
        messages.c.kind != literal_column("'event'"),
        messages.c.kind != literal_column("'form'"),
        messages.c.erased_at.is_(None),
        in_list(placements.c.conversation_id, "conversation_ids"),
        placements.c.from_visitor == 0,
        placements.c.withdrawn_at.is_(None),
        placements.c.visitor_seq > conversations.c.visitor_seen,
        not_(_SEEN_ELSEWHERE),
    )
    .group_by(placements.c.conversation_id)
)
FIRST_REPLIES: Final = statement(
    select(conversations.c.created_at, conversations.c.first_reply_at)
    .where(
        conversations.c.workspace_id == _W,
        conversations.c.inbox_id == bindparam("inbox_id"),
        conversations.c.last_message_at >= bindparam("since"),
        conversations.c.first_reply_at >= bindparam("since"),
    )
    .order_by(conversations.c.first_reply_at.desc())
    .limit(bindparam("most"))
)
