"""A desk with an inbox, visitors who write, agents who answer, and sockets that follow a thread."""

import itertools
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from ringonce.chat.inbox_model import Inbox, InboxDraft, InboxSettings, Prechat
from ringonce.chat.inboxes import create_inbox
from ringonce.identity.model import Member, Role, Workspace
from ringonce.identity.sign_in import NewSession
from tests.support.house import ORIGIN, TESTER, House, Person, done
from tests.support.sockets import LiveSocket
from tests.support.thread_replay import Page, Thread, View

_numbers = itertools.count(1)


def client_id() -> str:
    """As a browser mints one for a message."""
    return f"client-{next(_numbers):08d}"


@dataclass
class Visitor:
    """One browser: its token and its HTTP."""

    token: str
    person: Person
    inbox: str = "website"
    conversation: str | None = None

    async def start(self, text: str = "Hello", **fields: Any) -> dict[str, Any]:
        body = {"inbox": self.inbox, "client_id": client_id(), "text": text, "filled_for_ms": 5_000, **fields}
        started: dict[str, Any] = await done(self.person.post("/chat/start", body))
        self.conversation = started["conversation"]["id"]
        return started

    async def say(self, text: str, **fields: Any) -> dict[str, Any]:
        body = {"client_id": client_id(), "text": text, **fields}
        path = f"/chat/conversations/{self.conversation}/messages"
        said: dict[str, Any] = await done(self.person.post(path, body))
        return said


@dataclass
class Agent:
    """A signed-in member."""

    member: Member
    session: NewSession
    person: Person

    async def say(self, conversation: str, text: str, **fields: Any) -> dict[str, Any]:
        body = {"client_id": client_id(), "text": text, **fields}
        said: dict[str, Any] = await done(self.person.post(f"/conversations/{conversation}/messages", body))
        return said

    async def do(self, conversation: str, deed: str, **body: Any) -> dict[str, Any]:
        answer: dict[str, Any] = await done(self.person.post(f"/conversations/{conversation}/{deed}", body))
        return answer


@dataclass
class Desk:
    """A workspace with one inbox and its owner."""

    house: House
    workspace: Workspace
    owner: Agent
    inbox: Inbox
    _visitors: list[Visitor] = field(default_factory=list)

    def visitor(self, number: int | None = None, *, address: str = "203.0.113.5") -> Visitor:
        """A new browser, or the same one again by its number."""
        number = number or next(_numbers)
        token = f"vst_{number:043d}"
        return Visitor(token, self.house.visitor(self.workspace, token=token, address=address))

    async def agent(self, role: Role = Role.AGENT) -> Agent:
        return await agent_of(self.house, await self.house.member(self.workspace, role))

    def socket(self, who: Visitor | Agent, **headers: str) -> "ThreadSocket":
        return ThreadSocket(self, who, headers)


class ThreadSocket:
    """A page's socket that follows one thread; after a cut it resumes with what its `page` holds."""

    def __init__(self, desk: Desk, who: Visitor | Agent, headers: dict[str, str]) -> None:
        self.view: View = "visitor" if isinstance(who, Visitor) else "desk"
        self.page = Page(self.view)
        self._desk = desk
        self._who = who
        self._headers = headers
        self.live: LiveSocket | None = None

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.cut()

    async def connect(self) -> LiveSocket:
        """Open a socket and say hello."""
        hello: dict[str, Any] = {"type": "hello", "workspace": self._desk.workspace.slug}
        headers = dict(self._headers)
        if isinstance(self._who, Visitor):
            hello["token"] = self._who.token
        else:
            headers = {"Cookie": f"ringonce={self._who.session.token}", "Origin": ORIGIN, **headers}
        self.live = self._desk.house.socket(**headers)
        await self.live.__aenter__()
        await self.live.say(**hello)
        await self.live.hear("welcome")
        return self.live

    async def follow(self, conversation: str | None = None) -> dict[str, Any]:
        """Subscribe with what the page holds; the first frame is taken in."""
        ask = self.page.ask()
        if self.page.thread.conversation is None and conversation is not None:
            ask = {"conversation": conversation, "after": 0}
        topic = {"topic": "chat", "inbox": "website"} if self.view == "visitor" else {"topic": "thread"}
        await self._open.say(type="subscribe", id="t", **topic, **ask)
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """The next frame of the thread, taken in."""
        frame = await self._open.hear("thread")
        self.page.take(frame)
        return frame

    async def catch_up(self, upto: int) -> Thread:
        """Take frames in until the page holds every place up to one."""
        while self.page.thread.upto < upto:
            await self.hear()
        return self.page.thread

    async def afresh(self) -> Thread:
        """The same thread as a page that has just been opened reads it from the database."""
        conversation = self.page.thread.conversation
        assert conversation is not None, "nothing is followed yet"
        async with ThreadSocket(self._desk, self._who, self._headers) as other:
            await other.follow(str(conversation["id"]))
            return other.page.thread

    async def cut(self) -> None:
        """The network goes: what was on its way is lost."""
        if self.live is not None:
            live, self.live = self.live, None
            await live.__aexit__(None, None, None)

    @property
    def _open(self) -> LiveSocket:
        assert self.live is not None, "the socket is not open"
        return self.live


async def agent_of(house: House, member: Member) -> Agent:
    session = await house.session(member)
    return Agent(member, session, house.browser(session))


async def open_desk(house: House, settings: InboxSettings | None = None, **draft: Any) -> Desk:
    """A workspace with an inbox called `website` that asks no form unless its settings do."""
    workspace, member = await house.workspace()
    settings = settings or InboxSettings(prechat=Prechat(when="off"), assignment="manual")
    wanted = InboxDraft(slug="website", name="Website", settings=settings, **draft)
    inbox = await house.app.edge.executor.run(
        workspace.id, TESTER, "req_desk", lambda work: create_inbox(work, wanted)
    )
    return Desk(house, workspace, await agent_of(house, member), inbox)
