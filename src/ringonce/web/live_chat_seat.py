"""What one socket does in the chat: follows threads, the inbox and presence, and whispers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ringonce.chat.queries import load_inbox
from ringonce.identity.access import NotAllowed, SignInNeeded, access_read_desk
from ringonce.identity.model import KeyPrincipal, MemberPrincipal, VisitorPrincipal
from ringonce.kernel.secrets import new_token
from ringonce.web.auth import Caller
from ringonce.web.chat_views import Viewing
from ringonce.web.edge import Edge
from ringonce.web.live_chat import Room, Watcher
from ringonce.web.live_chat_desk import DeskEye
from ringonce.web.live_chat_feed import ChatFeed
from ringonce.web.live_chat_inbox import InboxRoom, InboxWatcher
from ringonce.web.live_chat_presence import PresenceRoom, PresenceWatcher
from ringonce.web.live_chat_visitor import VisitorEye
from ringonce.web.live_chat_whispers import Looked, Typed, Visited
from ringonce.web.live_frames import Looking, Subscribe, Typing, TypingWho, Visiting
from ringonce.web.problems import invalid

Say = Callable[[bytes], None]
#: As a browser writes an address: no other scheme, nothing that must be escaped.
_WEB = re.compile(r"https?://[!#-;=?-\[\]-~]+", re.IGNORECASE)
TOPICS = frozenset({"chat", "thread", "inbox", "presence"})


@dataclass(slots=True)
class ChatSeat:
    """The chat's part of a socket. `caller` is whoever said hello."""

    edge: Edge
    feed: ChatFeed
    say: Say
    #: Closes the socket.
    end: Callable[[], None]
    name: str = field(default_factory=new_token)
    _threads: dict[str, tuple[Room, Watcher]] = field(default_factory=dict)
    _inboxes: dict[str, tuple[InboxRoom, InboxWatcher]] = field(default_factory=dict)
    _presence: dict[str, tuple[PresenceRoom, PresenceWatcher]] = field(default_factory=dict)
    _member: MemberPrincipal | None = None
    _looks_at: str | None = None

    def __len__(self) -> int:
        return len(self._threads) + len(self._inboxes) + len(self._presence)

    async def enter(self, caller: Caller) -> None:
        """A member's socket means that she is there."""
        if isinstance(caller.principal, MemberPrincipal):
            self._member = caller.principal
            self.feed.presence.enter(caller.workspace.id, caller.principal.id)
            await self.keep(caller)

    async def keep(self, caller: Caller) -> None:
        """Now and then: she is still there, and still looks at what she looked at."""
        if self._member is None:
            return
        await self.feed.presence.beat(caller.workspace.id, self._member.id)
        if self._looks_at is not None:
            self._whisper_look(caller, self._looks_at)

    async def follow(self, caller: Caller, said: Subscribe) -> None:
        """Begin a subscription; its first frame is said before this returns.

        Raises RequestInvalid, SignInNeeded, NotAllowed, InboxMissing, ConversationMissing.
        """
        await self.feed.open(caller.workspace.id)
        match said.topic:
            case "chat":
                await self._follow_chat(caller, said)
            case "thread":
                await self._follow_thread(caller, said)
            case "inbox":
                access_read_desk(caller.principal)
                inbox_watcher = InboxWatcher(said.id, self.say)
                viewer_id = _viewer(caller)
                inbox = await self.feed.inboxes.join(caller.workspace, viewer_id, inbox_watcher, said.after)
                self._inboxes[said.id] = inbox, inbox_watcher
            case "presence":
                access_read_desk(caller.principal)
                watcher = PresenceWatcher(said.id, self.say)
                room = await self.feed.presence.join(caller.workspace, watcher)
                self._presence[said.id] = room, watcher

    def leave(self, frame_id: str) -> None:
        if thread := self._threads.pop(frame_id, None):
            self.feed.threads.leave(*thread)
        if inbox := self._inboxes.pop(frame_id, None):
            self.feed.inboxes.leave(*inbox)
        if presence := self._presence.pop(frame_id, None):
            self.feed.presence.leave(*presence)

    def leave_all(self, caller: Caller | None) -> None:
        """The socket is gone."""
        for frame_id in [*self._threads, *self._inboxes, *self._presence]:
            self.leave(frame_id)
        if caller is not None and self._member is not None:
            self.feed.presence.go(caller.workspace.id, self._member.id)
            if self._looks_at is not None:
                self._whisper_look(caller, None)
            self._member = None

    def type(self, caller: Caller, said: Typing) -> None:
        """Whisper that somebody types, to a thread that this socket shows; elsewhere it is not heard."""
        if not self._shows(said.conversation):
            return
        who = _who(caller)
        if who is not None:
            note = said.note and who.kind == "agent"
            typed = Typed(conversation=said.conversation, who=who, on=said.on, note=note)
            self.feed.whispers.send(caller.workspace.id, typed)

    def visit(self, caller: Caller, said: Visiting) -> None:
        """Whisper to the desk which page a visitor sees, in a conversation that this socket shows."""
        if not isinstance(caller.principal, VisitorPrincipal) or not self._shows(said.conversation):
            return
        if _WEB.fullmatch(said.url) is None:
            return
        # Short enough for one word from process to process, whatever the script.
        title = " ".join(said.title.split())[:120]
        now = self.edge.clock.now()
        visited = Visited(conversation=said.conversation, url=said.url, title=title, at=now)
        self.feed.whispers.send(caller.workspace.id, visited)

    def look(self, caller: Caller, said: Looking) -> None:
        """Whisper what a member has on her screen."""
        if self._member is not None and said.conversation != self._looks_at:
            self._whisper_look(caller, said.conversation)

    def _whisper_look(self, caller: Caller, conversation_id: str | None) -> None:
        self._looks_at = conversation_id
        if self._member is not None:
            looked = Looked(seat=self.name, member=self._member.id, conversation=conversation_id)
            self.feed.whispers.send(caller.workspace.id, looked)

    async def _follow_chat(self, caller: Caller, said: Subscribe) -> None:
        principal = caller.principal
        if not isinstance(principal, VisitorPrincipal):
            if isinstance(principal, MemberPrincipal | KeyPrincipal):
                raise NotAllowed(needs="visitor-token")
            raise SignInNeeded(needs="visitor-token")
        if said.inbox is None:
            raise invalid("inbox", "missing-field", "the inbox is needed")
        named, workspace = said.inbox, caller.workspace
        inbox = await self.edge.database.read(lambda tx: load_inbox(tx, workspace.id, named))
        eye = VisitorEye(Viewing(workspace, self.edge.codes), inbox.id, principal.id)
        await self._join(caller, said, eye)

    async def _follow_thread(self, caller: Caller, said: Subscribe) -> None:
        access_read_desk(caller.principal)
        if said.conversation is None:
            raise invalid("conversation", "missing-field", "the conversation is needed")
        eye = DeskEye(caller.workspace, self.edge.codes, _viewer(caller))
        await self._join(caller, said, eye)
        room = self._threads[said.id][0]
        if room.target is not None:
            self.say(self.feed.whispers.looking_at(caller.workspace.id, room.target.id))
            visited = self.feed.whispers.visited_of(caller.workspace.id, room.target.id)
            if visited is not None:
                self.say(visited)

    def _shows(self, conversation_id: str) -> bool:
        return any(room.target and room.target.id == conversation_id for room, _ in self._threads.values())

    async def _join(self, caller: Caller, said: Subscribe, eye: VisitorEye | DeskEye) -> None:
        watcher = Watcher(said.id, self.say, self.end)
        threads = self.feed.threads
        room = await threads.join(caller.workspace.id, eye, watcher, said.conversation, said.after or 0)
        self._threads[said.id] = room, watcher


def _viewer(caller: Caller) -> str:
    """Whose unread counts are shown."""
    principal = caller.principal
    return principal.id if isinstance(principal, MemberPrincipal | KeyPrincipal) else ""


def _who(caller: Caller) -> TypingWho | None:
    match caller.principal:
        case VisitorPrincipal():
            return TypingWho(kind="visitor", id=caller.principal.id, name="")
        case MemberPrincipal():
            return TypingWho(kind="agent", id=caller.principal.id, name=caller.principal.member.name)
        case _:
            return None
