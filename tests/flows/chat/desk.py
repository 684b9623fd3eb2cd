"""A workspace with an inbox and agents, all made and used through the doors."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from ringonce.chat.agents import beat_presence
from ringonce.identity.model import Member, Role, Workspace
from ringonce.kernel.work import Actor, Work
from tests.support.house import House, Person, done

_numbers = itertools.count(1)


def client_id() -> str:
    return f"client-{next(_numbers):08d}"


@dataclass
class Desk:
    """An owner at the desk, an inbox without forms, and whoever writes to it."""

    house: House
    workspace: Workspace
    owner: Person
    owner_id: str
    inbox: dict[str, Any]
    visitors: dict[str, Person] = field(default_factory=dict)

    async def agent(self, *, present: bool = False, capacity: int | None = None) -> tuple[Person, Member]:
        """A colleague with the role agent, at her desk or not."""
        member = await self.house.member(self.workspace, Role.AGENT)
        person = await self.house.signed_in(member)
        if present:
            await self.come(member.id)
        if capacity is not None:
            await done(self.owner.patch(f"/agents/{member.id}", {"capacity": capacity}))
        return person, member

    async def come(self, member_id: str) -> bool:
        """A socket of hers beats."""

        async def intent(work: Work) -> bool:
            return await beat_presence(work, member_id)

        actor = Actor("member", member_id)
        return await self.house.app.edge.executor.run(self.workspace.id, actor, "req_desk", intent)

    def visitor(self, name: str) -> Person:
        if name not in self.visitors:
            self.visitors[name] = self.house.visitor(self.workspace)
        return self.visitors[name]

    async def start(self, name: str, text: str = "hello", *, inbox: str | None = None) -> dict[str, Any]:
        """A visitor's first words; the conversation as the desk sees it."""
        body = {"inbox": inbox or self.inbox["slug"], "client_id": client_id(), "text": text}
        started = await done(self.visitor(name).post("/chat/start", {**body, "filled_for_ms": 60_000}))
        return await self.read(started["conversation"]["id"])

    async def say(self, name: str, conversation_id: str, text: str) -> dict[str, Any]:
        """A visitor's further words."""
        path = f"/chat/conversations/{conversation_id}/messages"
        said: dict[str, Any] = await done(
            self.visitor(name).post(path, {"client_id": client_id(), "text": text})
        )
        return said

    async def reply(
        self, conversation_id: str, text: str, *, by: Person | None = None, **more: Any
    ) -> dict[str, Any]:
        """An agent's words."""
        body = {"client_id": client_id(), "text": text, **more}
        said: dict[str, Any] = await done(
            (by or self.owner).post(f"/conversations/{conversation_id}/messages", body)
        )
        return said

    async def read(self, conversation_id: str, *, by: Person | None = None) -> dict[str, Any]:
        found: dict[str, Any] = await done((by or self.owner).get(f"/conversations/{conversation_id}"))
        return found

    async def deed(
        self, conversation_id: str, deed: str, body: Any = None, *, by: Person | None = None
    ) -> Any:
        """Something done with a conversation: the whole answer."""
        return await (by or self.owner).post(f"/conversations/{conversation_id}/{deed}", body or {})

    async def listed(self, *, by: Person | None = None, **query: Any) -> dict[str, Any]:
        found: dict[str, Any] = await done((by or self.owner).get("/conversations", query))
        return found

    async def codes(self, conversation_id: str) -> list[str]:
        """The lines of the thread that tell of deeds."""
        page = await done(self.owner.get(f"/conversations/{conversation_id}/messages", {"limit": 200}))
        return [each["extra"]["code"] for each in page["messages"] if each["kind"] == "event"]

    async def actions(self, conversation_id: str) -> list[str]:
        """The log of a conversation."""
        log = await done(self.owner.get("/log", {"stream": f"conversation:{conversation_id}", "limit": 200}))
        return [each["action"] for each in log["items"]]


async def open_desk(house: House, **settings: Any) -> Desk:
    """A new workspace with one inbox that asks nothing before."""
    workspace, member = await house.workspace()
    owner = await house.signed_in(member)
    body = {"slug": "website", "name": "Website", "settings": {"prechat": {"when": "off"}, **settings}}
    inbox = await done(owner.post("/inboxes", body))
    return Desk(house, workspace, owner, member.id, inbox)
