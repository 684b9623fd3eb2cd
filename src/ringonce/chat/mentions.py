"""Mentions: a note names colleagues, and their list shows it until they have looked."""

from collections.abc import Sequence

from ringonce.chat import agents_store
from ringonce.chat.agents import known_agents
from ringonce.chat.desk_refusals import MentionUnknown
from ringonce.kernel.work import Work


async def note_mentions(work: Work, conversation_id: str, message_id: str, member_ids: Sequence[str]) -> None:
    """Keep whom a note names. Raises MentionUnknown unless all are active members."""
    wanted = set(member_ids)
    unknown = wanted - await known_agents(work.tx, work.workspace_id, wanted)
    if unknown:
        raise MentionUnknown(members=sorted(unknown))
    rows = [
        {
            "workspace_id": work.workspace_id,
            "member_id": member_id,
            "message_id": message_id,
            "conversation_id": conversation_id,
            "at": work.now,
            "seen_at": None,
        }
        for member_id in sorted(wanted)
    ]
    if rows:
        await work.tx.run_many(agents_store.INSERT_MENTION, rows)


async def see_mentions(work: Work, conversation_id: str, member_id: str, seq: int) -> None:
    """A member has read up to a place: what named her there is seen. No fact: reading is one already."""
    await work.tx.run(
        agents_store.SEE_MENTIONS,
        workspace_id=work.workspace_id,
        conversation_id=conversation_id,
        member_id=member_id,
        seq=seq,
        now=work.now,
    )
