"""The end of a conversation, by its visitor or by silence. What the visitor says next reopens it."""

from typing import Final

from ringonce.chat import inbox_store, queries, store
from ringonce.chat.events import ConversationResolved
from ringonce.chat.inbox_store import settings_of
from ringonce.chat.model import Conversation, State
from ringonce.chat.placing import note_event
from ringonce.chat.refusals import ConversationMissing
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work

_DAY: Final = 86_400_000


async def end_by_visitor(work: Work, conversation_id: str, visitor_id: str) -> Conversation:
    """A visitor says that it is over; ending what has ended changes nothing. Raises ConversationMissing."""
    if not await queries.may_read(work.tx, work.workspace_id, conversation_id, visitor_id):
        raise ConversationMissing()
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    if State(row["state"]).is_live:
        await _resolve(work, row, "ended", "visitor")
    return store.conversation_of(row)


async def resolve_silent(work: Work, conversation_id: str) -> bool:
    """Resolve a conversation in which nobody has said anything for as long as its inbox waits.

    False: somebody has, or it needs none of it. For the worker.
    """
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    work.locked()
    if row is None or row["id"] != conversation_id or row["state"] != State.OPEN.value:
        return False
    inbox = await work.tx.one(inbox_store.FIND_INBOX, workspace_id=work.workspace_id, id=row["inbox_id"])
    days = None if inbox is None else settings_of(inbox["settings"]).auto_resolve_days
    if days is None or row["last_message_at"] >= work.now - days * _DAY:
        return False
    await _resolve(work, row, "resolved", "silence")
    return True


async def list_silent(tx: Tx, now: int, most: int = 100) -> list[tuple[str, str]]:
    """Workspaces and conversations that were silent too long, in every workspace."""
    found: list[tuple[str, str]] = []
    for inbox in await tx.all(inbox_store.EVERY_INBOX):
        days = settings_of(inbox["settings"]).auto_resolve_days
        if days is not None and len(found) < most:
            rows = await tx.all(
                store.SILENT_SINCE,
                workspace_id=inbox["workspace_id"],
                inbox_id=inbox["id"],
                before=now - days * _DAY,
                most=most - len(found),
            )
            found += [(row["workspace_id"], row["id"]) for row in rows]
    return found


async def _resolve(work: Work, row: Row, code: str, cause: str) -> None:
    row.update(state=State.RESOLVED.value, resolved_at=work.now, snoozed_until=None, waiting_since=None)
    await note_event(work, row, code, by=cause)
    work.append(ConversationResolved(**store.fact_of(row), cause=cause))
