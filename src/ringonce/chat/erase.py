"""Erasing what was said with a person. Places stay, so no seq is missing; the log keeps ids and hashes whose
salts are gone, so its chain stays whole and says nothing.
"""

from collections import Counter
from collections.abc import Iterable

from ringonce.chat import attachments, messages_store, queries, store
from ringonce.chat.events import ConversationErased, ConversationResolved
from ringonce.chat.model import State
from ringonce.contacts import people
from ringonce.kernel import receipts
from ringonce.kernel.db import Row, json_array
from ringonce.kernel.work import Work


async def erase_said(work: Work, contact_id: str) -> int:
    """Delete every message, file and answer of a person's conversations, under all names the person has, and
    what their sessions said elsewhere; how many messages.

    Run it before the contact itself is erased, in the same intent: then nobody knows whose sessions they
    were. Erasing twice is erasing once. Raises ContactMissing.
    """
    await people.lock(work, contact_id)
    family = await people.family_of(work.tx, work.workspace_id, contact_id)
    sessions = await queries.sessions_of(work.tx, work.workspace_id, contact_id, limit=10_000)
    found = await work.tx.all(
        store.IDS_OF_CONTACTS, workspace_id=work.workspace_id, contact_ids=json_array(family)
    )
    own = {row["id"] for row in found}
    touched = own | {row["placed_in"] for row in await _messages(work, own, sessions)}
    rows = await work.tx.all(
        store.LOCK_CONVERSATIONS, workspace_id=work.workspace_id, ids=json_array(sorted(touched))
    )
    work.locked()
    # Read under the locks: what was said while this waited for them is erased too.
    said = await _messages(work, own, sessions)
    ids = json_array({row["id"] for row in said})
    await work.tx.run(
        messages_store.ERASE_MESSAGES, workspace_id=work.workspace_id, message_ids=ids, now=work.now
    )
    await work.tx.run(messages_store.ERASE_TERMS, workspace_id=work.workspace_id, message_ids=ids)
    await attachments.erase_attachments(work, sorted({row["id"] for row in said}))
    for session in sessions:
        await attachments.erase_unsent(work, f"visitor:{session}")
        await receipts.erase(work.tx, work.workspace_id, f"visitor:{session}")
    counted = Counter(row["placed_in"] for row in said)
    for row in rows:
        if row["id"] in own and State(row["state"]).is_live:
            await _end(work, row)
        if row["id"] in own and (row["page"] != "{}" or row["answers"] != "{}"):
            await store.erase_conversation(work.tx, row)
        elif counted[row["id"]]:
            await store.save(work.tx, row)
        else:
            continue
        work.append(ConversationErased(**store.fact_of(row), messages=counted[row["id"]]))
    return len({row["id"] for row in said})


async def _end(work: Work, row: Row) -> None:
    """Nobody is left to answer: it waits in no list."""
    row.update(state=State.RESOLVED.value, resolved_at=work.now, snoozed_until=None, waiting_since=None)
    await store.save(work.tx, row)
    work.append(ConversationResolved(**store.fact_of(row), cause="erased"))


async def _messages(work: Work, own: Iterable[str], sessions: Iterable[str]) -> list[Row]:
    return await work.tx.all(
        messages_store.MESSAGES_OF_PERSON,
        workspace_id=work.workspace_id,
        conversation_ids=json_array(own),
        visitor_ids=json_array(sessions),
    )
