"""How far each side has read. Marks only ever go forward; one that changes nothing is no fact."""

from ringonce.chat import messages_store, queries, store
from ringonce.chat.events import ConversationRead
from ringonce.chat.mentions import see_mentions
from ringonce.chat.model import Conversation
from ringonce.chat.refusals import ConversationMissing
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


async def seen_by_visitor(
    work: Work, conversation_id: str, visitor_id: str, visitor_seq: int
) -> Conversation:
    """A session has read up to a place of what it may read.

    A mark for a conversation that was merged is for places that nobody has any more: it changes nothing.
    Raises ConversationMissing.
    """
    if not await queries.may_read(work.tx, work.workspace_id, conversation_id, visitor_id):
        raise ConversationMissing()
    row = await _lock(work, conversation_id)
    seen = min(visitor_seq, row["last_visitor_seq"])
    if row["id"] == conversation_id and seen > row["visitor_seen"]:
        row["visitor_seen"] = seen
        await store.save(work.tx, row)
        _tell(work, row, "visitor", visitor_id, seen)
    return store.conversation_of(row)


async def seen_by_member(work: Work, conversation_id: str, member_id: str, seq: int) -> Conversation:
    """A member has read up to a place; the visitor is shown how far anybody has.

    Raises ConversationMissing.
    """
    row = await _lock(work, conversation_id)
    seen = min(seq, row["last_seq"])
    if row["id"] != conversation_id or seen < 1:
        return store.conversation_of(row)
    marked = await work.tx.run(
        messages_store.MARK_READ,
        workspace_id=work.workspace_id,
        conversation_id=row["id"],
        member_id=member_id,
        seq=seen,
        at=work.now,
    )
    if marked:
        upto = await work.tx.one(
            messages_store.VISITOR_SEQ_AT,
            workspace_id=work.workspace_id,
            conversation_id=row["id"],
            seq=seen,
        )
        row["agents_seen"] = max(row["agents_seen"], 0 if upto is None else upto["visitor_seq"])
        await see_mentions(work, row["id"], member_id, seen)
        await store.save(work.tx, row)
        _tell(work, row, "member", member_id, seen)
    return store.conversation_of(row)


async def _lock(work: Work, conversation_id: str) -> Row:
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    return row


def _tell(work: Work, row: Row, kind: str, reader_id: str, seq: int) -> None:
    fact = ConversationRead(**store.fact_of(row), reader_kind=kind, reader_id=reader_id, seq=seq)
    work.append(fact)
