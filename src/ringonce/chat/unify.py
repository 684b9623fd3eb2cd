"""Duplicates of one person in one inbox become one conversation by themselves.

They arise from imports and from two devices that show the same signed identity.
"""

from collections.abc import Sequence

from ringonce.chat import merge_store, store
from ringonce.chat.merge import merge_conversations
from ringonce.chat.merge_events import ConversationLeftApart
from ringonce.chat.merge_model import MergeGroup
from ringonce.contacts.people import family_of
from ringonce.kernel.db import Row, json_array
from ringonce.kernel.work import Work


async def unify_contact(
    work: Work, contact_id: str, inbox_id: str | None = None, cause: str = "identity"
) -> tuple[MergeGroup, ...]:
    """Merge a person's live conversations of one inbox (or of each) into the oldest one.

    A conversation that others were merged into wins over older ones, because merges are not chained; where
    there are several such, the others are left and the log says so. `cause`: identity or import. Raises
    ContactMissing.
    """
    family = await family_of(work.tx, work.workspace_id, contact_id)
    rows = await work.tx.all(merge_store.LIVE_OF, workspace_id=work.workspace_id, contacts=json_array(family))
    inboxes: dict[str, list[Row]] = {}
    for row in rows:
        if inbox_id is None or row["inbox_id"] == inbox_id:
            inboxes.setdefault(row["inbox_id"], []).append(row)
    merged = [await _unify(work, live, cause) for live in inboxes.values() if len(live) > 1]
    return tuple(group for group in merged if group is not None)


async def _unify(work: Work, live: Sequence[Row], cause: str) -> MergeGroup | None:
    named = json_array([row["id"] for row in live])
    standing = await work.tx.all(merge_store.STANDING, workspace_id=work.workspace_id, ids=named)
    fixed = {row["winner_id"] for row in standing}
    # The oldest come first.
    winner = next((row for row in live if row["id"] in fixed), live[0])
    losers = [row["id"] for row in live if row is not winner and row["id"] not in fixed]
    for row in live:
        if row is not winner and row["id"] in fixed:
            work.append(
                ConversationLeftApart(**store.fact_of(row), other_id=winner["id"], reason="merge-chain")
            )
    return await merge_conversations(work, winner["id"], losers, cause) if losers else None
