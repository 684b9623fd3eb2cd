"""A member's eye on threads and on the inbox; who is there, and the beat that says so."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from ringonce.chat import place_queries, queries
from ringonce.chat.agents import beat_presence, list_agents
from ringonce.chat.hours import opening
from ringonce.chat.listing_queries import count_views, list_some, load_listed
from ringonce.chat.model import Conversation, Placed
from ringonce.chat.turns import serve_waiting
from ringonce.identity.model import Workspace
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.desk_chat_model import AgentConversation, CountsView
from ringonce.web.desk_chat_views import DeskViewing, agent_conversation, agent_places
from ringonce.web.edge import Edge


@dataclass(frozen=True, slots=True)
class DeskEye:
    """Sees everything, notes too; a merged conversation is seen where its messages stand now."""

    workspace: Workspace
    codes: Codes
    viewer_id: str

    @property
    def key(self) -> Hashable:
        return ("desk", self.viewer_id)

    @property
    def names(self) -> Sequence[str]:
        return ()

    async def find(self, tx: Tx, asked: str | None) -> Conversation | None:
        return None if asked is None else await queries.root_of(tx, self.workspace.id, asked)

    def last(self, conversation: Conversation) -> int:
        return conversation.last_seq

    async def draw(self, tx: Tx, conversation: Conversation) -> tuple[AgentConversation, Sequence[str]]:
        listed = await load_listed(tx, self.workspace.id, self.viewer_id, conversation.id)
        view = agent_conversation(listed)
        return view, (view.contact.id,)

    async def places(
        self, tx: Tx, conversation: Conversation, after: int, most: int
    ) -> Sequence[msgspec.Struct]:
        found = await queries.thread_after(tx, self.workspace.id, conversation.id, after, most, "desk")
        return await self._drawn(tx, conversation, found)

    async def redrawn(
        self, tx: Tx, conversation: Conversation, upto: int, message_ids: Sequence[str] | None
    ) -> Sequence[msgspec.Struct]:
        placed = await place_queries.changing_places(tx, self.workspace.id, conversation.id, message_ids)
        return await self._drawn(tx, conversation, [each for each in placed if each.seq <= upto])

    async def _drawn(
        self, tx: Tx, conversation: Conversation, placed: Sequence[Placed]
    ) -> Sequence[msgspec.Struct]:
        if not placed:
            return ()
        viewing = DeskViewing(self.workspace, self.codes, self.viewer_id)
        return await agent_places(tx, viewing, placed)


class DeskListing:
    """Conversations as the inbox lists them."""

    async def changed(
        self, tx: Tx, workspace: Workspace, viewer_id: str, names: frozenset[str], most: int
    ) -> Sequence[Any] | None:
        ids = await place_queries.conversations_named(tx, workspace.id, names, most + 1)
        if len(ids) > most:
            return None
        found = await list_some(tx, workspace.id, viewer_id, ids) if ids else {}
        return [agent_conversation(found[each]) for each in ids if each in found]

    async def counts(self, tx: Tx, workspace: Workspace, viewer_id: str) -> msgspec.Struct:
        found = await count_views(tx, workspace.id, viewer_id)
        return CountsView(
            mine=found.mine, unassigned=found.unassigned, all=found.all, mentions=found.mentions
        )


@dataclass(frozen=True, slots=True)
class DeskAttendance:
    """Who is there, by the beats of all processes."""

    edge: Edge

    async def read(self, tx: Tx, workspace: Workspace, now: int) -> tuple[dict[str, str], bool]:
        agents = await list_agents(tx, workspace.id)
        inboxes = [each for each in await queries.list_inboxes(tx, workspace.id) if each.active]
        is_open = any([(await opening(tx, workspace.id, each, now)).is_open for each in inboxes])
        return {each.member_id: each.presence(now) for each in agents}, is_open

    async def beat(self, workspace_id: WorkspaceId, member_id: str) -> bool:
        """Serve the waiting, too, when she just came."""
        actor = Actor("member", member_id)
        request_id = self.edge.ids.new(RequestId)
        run = self.edge.executor.run
        came: bool = await run(workspace_id, actor, request_id, lambda work: beat_presence(work, member_id))
        if came:

            async def serve(work: Work) -> int:
                return await serve_waiting(work, member_id)

            await run(workspace_id, actor, request_id, serve)
        return came
