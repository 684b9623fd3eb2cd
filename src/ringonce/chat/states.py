"""States of a conversation as the desk sets them, its priority and its labels.

Each is idempotent by state: who asks for what already is gets it, and nothing is recorded. A reply of an
agent to a resolved conversation leaves it resolved: the visitor's answer reopens it, and until then nobody
has to look at it again.
"""

from collections.abc import Iterable
from typing import Final

from ringonce.chat import desk_store, store
from ringonce.chat.assign import lock_row
from ringonce.chat.desk_events import ConversationLabelled, ConversationPrioritised, ConversationSnoozed
from ringonce.chat.desk_refusals import ConversationEnded, LiveElsewhere, SnoozeInvalid
from ringonce.chat.events import ConversationReopened, ConversationResolved, ConversationWoken
from ringonce.chat.labels import change_labels
from ringonce.chat.model import Conversation, Priority, State
from ringonce.chat.placing import note_event
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.turns import take_turn
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work

#: A year and a day, in milliseconds.
SNOOZE_MOST: Final = 366 * 86_400_000


async def resolve(work: Work, conversation_id: str) -> Conversation:
    """It is dealt with. Raises ConversationMissing."""
    row = await lock_row(work, conversation_id)
    if row["state"] != State.RESOLVED.value:
        row["state"] = State.RESOLVED.value
        row["resolved_at"] = work.now
        row["snoozed_until"] = None
        row["waiting_since"] = None
        await note_event(work, row, "resolved")
        work.append(ConversationResolved(**store.fact_of(row), cause=_cause(work)))
    return store.conversation_of(row)


async def reopen(work: Work, conversation_id: str) -> Conversation:
    """It is live again, and its visitor's sessions are in it again; a snoozed one wakes.

    Raises ConversationMissing, and LiveElsewhere while a session of it is in another live conversation.
    """
    row = await _lock_with_sessions(work, conversation_id)
    if row["state"] == State.SNOOZED.value:
        await _wake(work, row)
    elif row["state"] == State.RESOLVED.value:
        await desk_store.bring_back(work.tx, row)
        row["state"] = State.OPEN.value
        row["resolved_at"] = None
        await note_event(work, row, "reopened")
        work.append(ConversationReopened(**store.fact_of(row), cause=_cause(work)))
        await take_turn(work, row)
    return store.conversation_of(row)


async def snooze(work: Work, conversation_id: str, until: int) -> Conversation:
    """Out of the lists until an instant in Unix ms, or until the visitor writes.

    Raises ConversationMissing, SnoozeInvalid, ConversationEnded.
    """
    row = await lock_row(work, conversation_id)
    if row["state"] == State.SNOOZED.value and row["snoozed_until"] == until:
        return store.conversation_of(row)
    if not work.now < until <= work.now + SNOOZE_MOST:
        raise SnoozeInvalid()
    if row["state"] == State.RESOLVED.value:
        raise ConversationEnded(conversation_id=row["id"])
    row["state"] = State.SNOOZED.value
    row["snoozed_until"] = until
    await note_event(work, row, "snoozed", until=until)
    work.append(ConversationSnoozed(**store.fact_of(row), until=until))
    return store.conversation_of(row)


async def wake_due(work: Work, conversation_id: str) -> bool:
    """Wake a conversation whose time has come; False: it sleeps on, or is awake. For the worker."""
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    work.locked()
    if row is None or row["state"] != State.SNOOZED.value or row["snoozed_until"] > work.now:
        return False
    await _wake(work, row)
    return True


async def list_due(tx: Tx, now: int, most: int = 100) -> list[tuple[str, str]]:
    """Workspaces and conversations whose sleep is over, those that waited longest first."""
    rows = await tx.all(desk_store.DUE, now=now, most=most)
    return [(row["workspace_id"], row["id"]) for row in rows]


async def set_priority(work: Work, conversation_id: str, priority: Priority) -> Conversation:
    """Raises ConversationMissing."""
    row = await lock_row(work, conversation_id)
    if row["priority"] != priority.value:
        row["priority"] = priority.value
        await note_event(work, row, "priority", priority=priority.value)
        work.append(ConversationPrioritised(**store.fact_of(row), priority=priority.value))
    return store.conversation_of(row)


async def label(work: Work, conversation_id: str, add: Iterable[str], remove: Iterable[str]) -> Conversation:
    """Add and take off labels; one named twice is taken off. Raises ConversationMissing, LabelMissing."""
    row = await lock_row(work, conversation_id)
    added, removed = await change_labels(work, row["id"], add, remove)
    for code, ids in (("label-added", added), ("label-removed", removed)):
        if ids:
            await note_event(work, row, code, label_ids=list(ids))
    if added or removed:
        work.append(ConversationLabelled(**store.fact_of(row), added=added, removed=removed))
    return store.conversation_of(row)


async def _wake(work: Work, row: Row) -> None:
    row["state"] = State.OPEN.value
    row["snoozed_until"] = None
    await note_event(work, row, "woken")
    work.append(ConversationWoken(**store.fact_of(row), cause=_cause(work)))
    await take_turn(work, row)


async def _lock_with_sessions(work: Work, conversation_id: str) -> Row:
    """Lock the sessions' participations before the conversation, as a start does. Raises LiveElsewhere."""
    while True:
        root = await work.tx.one(store.FIND_ROOT, workspace_id=work.workspace_id, id=conversation_id)
        if root is None:
            raise ConversationMissing(conversation_id=conversation_id)
        other = await desk_store.lock_sessions(work.tx, root)
        row = await lock_row(work, conversation_id)
        if row["id"] == root["id"]:
            break
    if row["state"] == State.RESOLVED.value and other is not None:
        raise LiveElsewhere(conversation_id=other)
    return row


def _cause(work: Work) -> str:
    return work.actor.kind if work.actor.kind != "system" else "silence"
