"""One deed for several conversations: one intent, and for each its own result.

All of them are locked first, in the order of their ids: the deeds then lock agents, and no lock of a
conversation may follow one of an agent.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from ringonce.chat import desk_store, store
from ringonce.chat.model import Conversation
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError

Deed = Callable[[Work, str], Awaitable[Conversation]]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one conversation; `code` None: it was done, or was so already. `done_to`: the one it
    was done to, which is the winner where the one named was merged.
    """

    conversation_id: str
    code: str | None
    done_to: str | None


async def for_each(work: Work, ids: Sequence[str], deed: Deed, *, reopening: bool = False) -> list[Done]:
    """Do it to every conversation, those refused left as they were; ids named twice count once.

    Answers in the order of the ids.
    """
    wanted = list(dict.fromkeys(ids))
    await _lock(work, wanted, reopening=reopening)
    results = {each: await _one(work, each, deed) for each in sorted(wanted)}
    return [Done(each, *results[each]) for each in wanted]


async def _one(work: Work, conversation_id: str, deed: Deed) -> tuple[str | None, str | None]:
    facts = len(work.facts)

    async def job() -> str:
        return (await deed(work, conversation_id)).id

    try:
        return None, await work.tx.savepoint(job)
    except DomainError as refused:
        # What a refused deed had already noted did not happen.
        del work.facts[facts:]
        return refused.code, None


async def _lock(work: Work, ids: Sequence[str], *, reopening: bool) -> None:
    roots = {}
    for each in ids:
        row = await work.tx.one(store.FIND_ROOT, workspace_id=work.workspace_id, id=each)
        if row is not None:
            roots[row["id"]] = row
    if reopening:
        for _, row in sorted(roots.items()):
            await desk_store.lock_sessions(work.tx, row)
    for root in sorted(roots):
        await store.lock_conversation(work.tx, work.workspace_id, root)
    work.locked()
