"""The conversation that a feature above wants to write into, locked."""

from ringonce.chat import store
from ringonce.chat.model import Conversation
from ringonce.chat.refusals import ConversationMissing
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


async def lock_room(work: Work, conversation_id: str) -> Row:
    """The row that holds this conversation's messages now, locked; the winner's if it was merged.

    Raises ConversationMissing.
    """
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    return row


def shown(row: Row) -> Conversation:
    """A locked row as it is now."""
    return store.conversation_of(row)
