"""Where visitors' sessions take part."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sqlalchemy import and_, bindparam, select

from ringonce.chat.inbox_tables import inboxes
from ringonce.chat.tables import participations
from ringonce.kernel.db import Tx, in_list, json_array, statement

_INBOXES_OF: Final = statement(
    select(participations.c.visitor_id, inboxes.c.id, inboxes.c.name)
    .join(
        inboxes,
        and_(
            inboxes.c.workspace_id == participations.c.workspace_id,
            inboxes.c.id == participations.c.inbox_id,
        ),
    )
    .where(
        participations.c.workspace_id == bindparam("workspace_id"),
        # Each is a read of the primary key, which begins with the inbox.
        participations.c.inbox_id.in_(
            select(inboxes.c.id).where(inboxes.c.workspace_id == bindparam("workspace_id"))
        ),
        in_list(participations.c.visitor_id, "visitor_ids"),
    )
    .order_by(participations.c.visitor_id, inboxes.c.name, inboxes.c.id)
)


async def inboxes_of_sessions(
    tx: Tx, workspace_id: str, visitor_ids: Iterable[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Id and name of each inbox where these sessions have a conversation."""
    rows = await tx.all(_INBOXES_OF, workspace_id=workspace_id, visitor_ids=json_array(visitor_ids))
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["visitor_id"]].append((row["id"], row["name"]))
    return {visitor_id: tuple(each) for visitor_id, each in found.items()}
