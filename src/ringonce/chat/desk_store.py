"""SQL of states: which sessions a reopening brings back, and whose sleep is over."""

from typing import Final

from sqlalchemy import BindParameter, and_, bindparam, exists, literal_column, or_, select, update

from ringonce.chat.tables import conversation_visitors, conversations, participations
from ringonce.kernel.db import Row, Tx, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_CONVERSATION: Final[BindParameter[str]] = bindparam("conversation_id")
_OF_SESSIONS: Final = and_(
    participations.c.workspace_id == _W,
    participations.c.inbox_id == bindparam("inbox_id"),
    exists().where(
        conversation_visitors.c.workspace_id == _W,
        conversation_visitors.c.conversation_id == _CONVERSATION,
        conversation_visitors.c.visitor_id == participations.c.visitor_id,
    ),
)

DUE: Final = statement(
    select(conversations.c.workspace_id, conversations.c.id)
    .where(
        conversations.c.state == literal_column("'snoozed'"),
        conversations.c.snoozed_until <= bindparam("now"),
    )
    .order_by(conversations.c.snoozed_until, conversations.c.id)
    .limit(bindparam("most"))
)
_LOCK_SESSIONS: Final = statement(
    select(participations.c.visitor_id)
    .where(_OF_SESSIONS)
    .order_by(participations.c.visitor_id)
    .with_for_update(of=participations)
)
_LIVE_OF_SESSIONS: Final = statement(
    select(conversations.c.id)
    .join(
        participations,
        and_(
            participations.c.workspace_id == conversations.c.workspace_id,
            participations.c.conversation_id == conversations.c.id,
        ),
    )
    .where(
        _OF_SESSIONS,
        conversations.c.workspace_id == _W,
        conversations.c.id != _CONVERSATION,
        or_(
            conversations.c.state == literal_column("'open'"),
            conversations.c.state == literal_column("'snoozed'"),
        ),
    )
    .order_by(conversations.c.id)
    .limit(1)
)
_BRING_BACK: Final = statement(
    update(participations)
    .where(
        _OF_SESSIONS,
        or_(
            participations.c.conversation_id.is_(None),
            participations.c.conversation_id != _CONVERSATION,
        ),
    )
    .values(conversation_id=_CONVERSATION, came_from=None)
)


async def lock_sessions(tx: Tx, row: Row) -> str | None:
    """Lock the participations of everybody who may read a conversation, in the order of their ids.

    Answers another conversation that is live for one of them, if there is any.
    """
    where = {
        "workspace_id": row["workspace_id"],
        "inbox_id": row["inbox_id"],
        "conversation_id": row["id"],
    }
    await tx.all(_LOCK_SESSIONS, **where)
    other = await tx.one(_LIVE_OF_SESSIONS, **where)
    return None if other is None else str(other["id"])


async def bring_back(tx: Tx, row: Row) -> None:
    """Let everybody who may read a conversation be in it again; their rows are locked."""
    await tx.run(
        _BRING_BACK,
        workspace_id=row["workspace_id"],
        inbox_id=row["inbox_id"],
        conversation_id=row["id"],
    )
