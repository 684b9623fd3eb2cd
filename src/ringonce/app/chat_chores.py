"""What time changes in chat: sleep that is over, silence that lasted, files that nobody sent.

Each does again nothing that was done, so that several processes may do it at once.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from ringonce.chat.attachments import sweep_files, sweep_unsent
from ringonce.chat.ending import list_silent, resolve_silent
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.states import list_due, wake_due
from ringonce.chat.turns import list_waiting, serve_waiting
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.edge import Edge

CLERK: Final = Actor("system", "chat")
_ROUNDS_MOST: Final = 50

Find = Callable[[Tx, int], Awaitable[list[tuple[str, str]]]]
Do = Callable[[Work, str], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class ChatChores:
    """The background work of conversations in one process."""

    edge: Edge

    async def wake_snoozed(self) -> int:
        """Wake what was to sleep until now; how many conversations."""
        return await self._each(list_due, wake_due)

    async def resolve_silent(self) -> int:
        """Resolve what has been silent as long as its inbox allows; how many conversations."""
        return await self._each(list_silent, resolve_silent)

    async def serve_waiting(self) -> int:
        """Give out what waits for an agent: she may have come, or have room again, without a word of hers."""
        edge, served = self.edge, 0
        for workspace_id, inbox_id in await edge.database.read(lambda tx: list_waiting(tx, edge.clock.now())):
            served += await self._one(WorkspaceId(workspace_id), inbox_id, _serve_inbox)
        return served

    async def sweep_files(self) -> int:
        """Forget what was uploaded and never sent, then delete the bytes that nothing names."""
        edge = self.edge
        await sweep_unsent(edge.database, edge.clock.now())
        return await sweep_files(edge.database, edge.files, edge.clock.now())

    async def _each(self, find: Find, do: Do) -> int:
        """Every conversation in a transaction of its own, until none is left or none could be changed."""
        edge, done = self.edge, 0
        for _ in range(_ROUNDS_MOST):
            due = await edge.database.read(lambda tx: find(tx, edge.clock.now()))
            changed = 0
            for workspace_id, conversation_id in due:
                changed += await self._one(WorkspaceId(workspace_id), conversation_id, do)
            done += changed
            if not changed:
                break
        return done

    async def _one(self, workspace_id: WorkspaceId, conversation_id: str, do: Do) -> int:
        edge = self.edge
        attempt = edge.ids.new(RequestId)
        try:
            return int(
                await edge.executor.run(workspace_id, CLERK, attempt, lambda work: do(work, conversation_id))
            )
        except ConversationMissing:
            # Erased between the look and the lock: nothing to do.
            return 0


async def _serve_inbox(work: Work, inbox_id: str) -> int:
    return await serve_waiting(work, inbox_id=inbox_id)
