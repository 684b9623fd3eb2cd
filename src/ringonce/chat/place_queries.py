"""Places that are drawn anew after they were given: for pages that resume, and for those that watch."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnClause, and_, bindparam, literal_column, or_, select

from ringonce.chat import messages_store
from ringonce.chat.model import Placed
from ringonce.chat.queries import dressed
from ringonce.chat.tables import conversations, messages, placements
from ringonce.contacts.tables import contacts
from ringonce.kernel.db import Tx, in_list, json_array, statement

_HERE: Final = and_(
    placements.c.workspace_id == bindparam("workspace_id"),
    placements.c.conversation_id == bindparam("conversation_id"),
)
_KINDS: Final[list[ColumnClause[str]]] = [
    literal_column(f"'{kind}'") for kind in ("offer", "receipt", "form")
]
_CHANGING: Final = statement(
    messages_store.placed_select()
    .where(_HERE, or_(messages.c.kind.in_(_KINDS), messages.c.erased_at.is_not(None)))
    .order_by(placements.c.seq.desc())
    .limit(bindparam("most"))
)
_THESE: Final = statement(
    messages_store.placed_select()
    .where(_HERE, in_list(placements.c.message_id, "message_ids"))
    .order_by(placements.c.seq)
)
#: A conversation with more of them shows the older ones anew when it is read again.
CHANGING_MOST: Final = 200


async def changing_places(
    tx: Tx, workspace_id: str, conversation_id: str, message_ids: Sequence[str] | None = None
) -> list[Placed]:
    """Places of these messages in a conversation, in order; None: of all that change after they stand."""
    where = {"workspace_id": workspace_id, "conversation_id": conversation_id}
    if message_ids is None:
        rows = (await tx.all(_CHANGING, **where, most=CHANGING_MOST))[::-1]
    else:
        rows = await tx.all(_THESE, **where, message_ids=json_array(message_ids))
    return await dressed(tx, workspace_id, rows)


_NAMED: Final = statement(
    select(conversations.c.id)
    .where(
        conversations.c.workspace_id == bindparam("workspace_id"),
        or_(
            in_list(conversations.c.id, "names"),
            in_list(conversations.c.contact_id, "names"),
            # An alias is shown under the name of the contact that it was merged into.
            conversations.c.contact_id.in_(
                select(contacts.c.id).where(
                    contacts.c.workspace_id == bindparam("workspace_id"),
                    in_list(contacts.c.merged_into, "names"),
                )
            ),
        ),
    )
    .order_by(conversations.c.id)
    .limit(bindparam("most"))
)


async def conversations_named(tx: Tx, workspace_id: str, names: Iterable[str], most: int) -> list[str]:
    """The conversations among these ids, and those of the contacts among them; at most so many."""
    wanted = sorted(each for each in names if each.startswith(("cnv_", "ctc_")))
    if not wanted:
        return []
    rows = await tx.all(_NAMED, workspace_id=workspace_id, names=json_array(wanted), most=most)
    return [row["id"] for row in rows]
