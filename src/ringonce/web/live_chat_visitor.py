"""A visitor's eye on a thread: the one conversation of this session in an inbox, whichever it is by now."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from ringonce.chat import place_queries, queries
from ringonce.chat.model import Conversation
from ringonce.chat.refusals import ConversationMissing
from ringonce.kernel.db import Tx
from ringonce.web.chat_model import VisitorConversation, VisitorMessage, Withdrawn
from ringonce.web.chat_views import Viewing, conversation_view, place_views


@dataclass(frozen=True, slots=True)
class VisitorEye:
    """Sees the live conversation if there is one, else the one it was shown, wherever that was merged to."""

    viewing: Viewing
    inbox_id: str
    visitor_id: str

    @property
    def key(self) -> Hashable:
        return ("visitor", self.inbox_id, self.visitor_id)

    @property
    def names(self) -> Sequence[str]:
        return (self.visitor_id,)

    async def find(self, tx: Tx, asked: str | None) -> Conversation | None:
        workspace_id = self.viewing.workspace.id
        live = await queries.find_live(tx, workspace_id, self.inbox_id, self.visitor_id)
        if live is not None or asked is None:
            return live
        try:
            found = await queries.root_for_visitor(tx, workspace_id, asked, self.visitor_id)
        except ConversationMissing:
            # Another's, or another person's by now: to this session there is none.
            return None
        return found if found.inbox_id == self.inbox_id else None

    def last(self, conversation: Conversation) -> int:
        return conversation.last_visitor_seq

    async def draw(self, tx: Tx, conversation: Conversation) -> tuple[VisitorConversation, Sequence[str]]:
        view = await conversation_view(tx, self.viewing, conversation)
        return view, () if view.agent is None else (view.agent.member_id,)

    async def places(
        self, tx: Tx, conversation: Conversation, after: int, most: int
    ) -> Sequence[VisitorMessage | Withdrawn]:
        workspace_id = self.viewing.workspace.id
        placed = await queries.thread_after(tx, workspace_id, conversation.id, after, most)
        return await place_views(tx, self.viewing, placed)

    async def redrawn(
        self, tx: Tx, conversation: Conversation, upto: int, message_ids: Sequence[str] | None
    ) -> Sequence[VisitorMessage | Withdrawn]:
        workspace_id = self.viewing.workspace.id
        placed = await place_queries.changing_places(tx, workspace_id, conversation.id, message_ids)
        near = [each for each in placed if each.visitor_seq is not None and each.visitor_seq <= upto]
        return await place_views(tx, self.viewing, near)
