"""SQL that writes conversations and who takes part in them, and the reads those writes rest on."""

from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, and_, bindparam, exists, func, insert, literal_column, select, update

from ringonce.chat.model import Conversation, Priority, State
from ringonce.chat.tables import conversation_visitors, conversations, merges, numbers, participations
from ringonce.kernel.db import Row, Tx, in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")
_ENCODER: Final = msgspec.json.Encoder()


def to_text(value: object) -> str:
    """JSON text, as both engines keep it."""
    return _ENCODER.encode(value).decode()


def from_text(text: str) -> Any:
    """Plain values from JSON text."""
    return msgspec.json.decode(text)


def every(table: Any) -> dict[str, Any]:
    """Every column, bound by its own name."""
    return {column.name: bindparam(column.name) for column in table.c}


# --- conversations

_FIXED: Final = frozenset(
    {"workspace_id", "id", "number", "inbox_id", "locale", "zone", "page", "created_at"},
)
_CHANGES: Final = tuple(column.name for column in conversations.c if column.name not in _FIXED)
_ASKED: Final = conversations.alias("asked")
#: Where a conversation's messages stand now: itself, or the winner that it was merged into. Chains are
#: refused, so one step is enough.
_ROOT: Final = func.coalesce(
    select(_ASKED.c.merged_into).where(_ASKED.c.workspace_id == _W, _ASKED.c.id == _ID).scalar_subquery(),
    _ID,
)
_HERE: Final = and_(conversations.c.workspace_id == _W, conversations.c.id == _ROOT)

INSERT_CONVERSATION: Final = statement(insert(conversations).values(every(conversations)))
LOCK_CONVERSATION: Final = statement(select(conversations).where(_HERE).with_for_update())
FIND_ROOT: Final = statement(select(conversations).where(_HERE))
FIND_CONVERSATION: Final = statement(
    select(conversations).where(conversations.c.workspace_id == _W, conversations.c.id == _ID)
)
SAVE_CONVERSATION: Final = statement(
    update(conversations)
    .where(conversations.c.workspace_id == _W, conversations.c.id == _ID)
    .values({name: bindparam(f"new_{name}") for name in _CHANGES})
)
_ERASE_CONVERSATION: Final = statement(
    update(conversations)
    .where(conversations.c.workspace_id == _W, conversations.c.id == _ID)
    .values(page="{}", answers="{}", version=conversations.c.version + 1)
)
_NEXT_NUMBER: Final = statement(
    lambda insert: (
        insert(numbers)
        .values(workspace_id=_W, last_number=1)
        .on_conflict_do_update(
            index_elements=["workspace_id"], set_={"last_number": numbers.c.last_number + 1}
        )
        .returning(numbers.c.last_number)
    )
)
IDS_OF_CONTACTS: Final = statement(
    select(conversations.c.id).where(
        conversations.c.workspace_id == _W, in_list(conversations.c.contact_id, "contact_ids")
    )
)
#: In the order of their ids, as every lock of several rows is taken; merged ones as they are.
LOCK_CONVERSATIONS: Final = statement(
    select(conversations)
    .where(conversations.c.workspace_id == _W, in_list(conversations.c.id, "ids"))
    .order_by(conversations.c.id)
    .with_for_update()
)
SILENT_SINCE: Final = statement(
    select(conversations.c.workspace_id, conversations.c.id)
    .where(
        conversations.c.workspace_id == _W,
        conversations.c.inbox_id == bindparam("inbox_id"),
        conversations.c.state == literal_column("'open'"),
        conversations.c.last_message_at < bindparam("before"),
    )
    .order_by(conversations.c.last_message_at, conversations.c.id)
    .limit(bindparam("most"))
)


async def lock_conversation(tx: Tx, workspace_id: str, conversation_id: str) -> Row | None:
    """The row that holds this conversation's messages now, locked; the winner's if it was merged."""
    while True:
        row = await tx.one(LOCK_CONVERSATION, workspace_id=workspace_id, id=conversation_id)
        if row is None:
            return None
        # While this waited for its lock, it may have been merged, or a merge undone.
        if row["id"] == conversation_id:
            if row["state"] != State.MERGED:
                return row
            continue
        asked = await tx.one(FIND_CONVERSATION, workspace_id=workspace_id, id=conversation_id)
        if asked is not None and asked["merged_into"] == row["id"] and row["state"] != State.MERGED:
            return row


async def save(tx: Tx, row: Row) -> None:
    """Write a locked row as it was changed, under the next version."""
    row["version"] += 1
    await tx.run(
        SAVE_CONVERSATION,
        workspace_id=row["workspace_id"],
        id=row["id"],
        **{f"new_{name}": row[name] for name in _CHANGES},
    )


async def next_number(tx: Tx, workspace_id: str) -> int:
    """The next "#123". Its row stays locked until the transaction ends: take it late."""
    row = await tx.one(_NEXT_NUMBER, workspace_id=workspace_id)
    if row is None:
        raise LookupError("an upsert that answers nothing")
    return int(row["last_number"])


async def erase_conversation(tx: Tx, row: Row) -> None:
    """Delete where it began and what a form was told."""
    await tx.run(_ERASE_CONVERSATION, workspace_id=row["workspace_id"], id=row["id"])
    row["version"] += 1


_SAME: Final = tuple(
    name for name in Conversation.__slots__ if name not in ("state", "priority", "page", "answers")
)


def conversation_of(row: Row) -> Conversation:
    """A conversation from its row."""
    return Conversation(
        state=State(row["state"]),
        priority=Priority(row["priority"]),
        page=from_text(row["page"]),
        answers=from_text(row["answers"]),
        **{name: row[name] for name in _SAME},
    )


def fact_of(row: Row) -> dict[str, Any]:
    """What every fact about a conversation says of its row."""
    return {
        "conversation_id": row["id"],
        "inbox_id": row["inbox_id"],
        "contact_id": row["contact_id"],
        "version": row["version"],
    }


# --- who takes part

_PARTICIPATION: Final = and_(
    participations.c.workspace_id == _W,
    participations.c.inbox_id == bindparam("inbox_id"),
    participations.c.visitor_id == bindparam("visitor_id"),
)

#: Changes one row if this session is new in the inbox; it waits for another that is being made just now.
CLAIM_PARTICIPATION: Final = statement(
    lambda insert: (
        insert(participations)
        .values(every(participations))
        .on_conflict_do_nothing(index_elements=["workspace_id", "inbox_id", "visitor_id"])
    )
)
LOCK_PARTICIPATION: Final = statement(select(participations).where(_PARTICIPATION).with_for_update())
#: The participation of a session that may read the conversation, in that conversation's inbox.
LOCK_PARTICIPATION_IN: Final = statement(
    select(participations)
    .join(
        conversations,
        and_(
            conversations.c.workspace_id == participations.c.workspace_id,
            conversations.c.inbox_id == participations.c.inbox_id,
        ),
    )
    .where(
        participations.c.workspace_id == _W,
        participations.c.visitor_id == bindparam("visitor_id"),
        conversations.c.id == _ID,
        exists().where(
            conversation_visitors.c.workspace_id == _W,
            conversation_visitors.c.conversation_id == _ID,
            conversation_visitors.c.visitor_id == bindparam("visitor_id"),
        ),
    )
    .with_for_update(of=participations)
)
MOVE_PARTICIPATION: Final = statement(
    update(participations)
    .where(_PARTICIPATION)
    .values(conversation_id=bindparam("new_conversation_id"), came_from=bindparam("new_came_from"))
)
JOIN_CONVERSATION: Final = statement(
    lambda insert: (
        insert(conversation_visitors)
        .values(every(conversation_visitors))
        .on_conflict_do_nothing(index_elements=["workspace_id", "conversation_id", "visitor_id"])
    )
)
MAY_READ: Final = statement(
    select(conversations.c.inbox_id)
    .join(
        conversation_visitors,
        and_(
            conversation_visitors.c.workspace_id == conversations.c.workspace_id,
            conversation_visitors.c.conversation_id == conversations.c.id,
        ),
    )
    .where(
        conversations.c.workspace_id == _W,
        conversations.c.id == _ID,
        conversation_visitors.c.visitor_id == bindparam("visitor_id"),
    )
)
#: Of the merges into a conversation that were undone, the last one that gave this session back its own.
FIND_GIVEN_BACK: Final = statement(
    select(merges.c.loser_id)
    .join(
        conversation_visitors,
        and_(
            conversation_visitors.c.workspace_id == merges.c.workspace_id,
            conversation_visitors.c.conversation_id == merges.c.loser_id,
        ),
    )
    .where(
        merges.c.workspace_id == _W,
        merges.c.winner_id == _ID,
        merges.c.undone_at.is_not(None),
        conversation_visitors.c.visitor_id == bindparam("visitor_id"),
    )
    .order_by(merges.c.undone_at.desc(), merges.c.id.desc())
    .limit(1)
)


async def move_participation(
    tx: Tx, participation: Row, conversation_id: str, came_from: str | None = None
) -> None:
    """Let a locked participation name another conversation."""
    await tx.run(
        MOVE_PARTICIPATION,
        workspace_id=participation["workspace_id"],
        inbox_id=participation["inbox_id"],
        visitor_id=participation["visitor_id"],
        new_conversation_id=conversation_id,
        new_came_from=came_from,
    )
    participation.update(conversation_id=conversation_id, came_from=came_from)
