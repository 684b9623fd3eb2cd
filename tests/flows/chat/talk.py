"""A desk with one inbox: visitors who start and say something, agents who answer, read from the tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, text

from ringonce.chat import inbox_store
from ringonce.chat.inbox_model import Inbox, InboxSettings
from ringonce.chat.model import Author, AuthorKind, SayAsMember, SayAsVisitor, StartConversation
from ringonce.chat.say import say_as_member, say_as_visitor
from ringonce.chat.start import start_conversation
from ringonce.chat.store import to_text
from ringonce.kernel.db import Row, Tx, statement
from ringonce.kernel.work import Work
from ringonce.values.ids import InboxId
from tests.support.world import OWNER, WORKSPACE, World, visitor

_PLACES = statement(
    text(
        "SELECT p.conversation_id, p.seq, p.visitor_seq, p.message_id, p.merge_id, p.withdrawn_at,"
        " m.conversation_id AS origin, m.addressed_id, m.client_id, m.kind, m.created_at, m.extra"
        " FROM placements p JOIN messages m ON m.workspace_id = p.workspace_id AND m.id = p.message_id"
        " WHERE p.conversation_id = :conversation ORDER BY p.seq"
    ).bindparams(bindparam("conversation"))
)


@dataclass
class Talk:
    """One inbox of the world."""

    world: World
    inbox: Inbox
    said: int = 0
    starts: dict[int, str] = field(default_factory=dict)

    def client_id(self) -> str:
        self.said += 1
        return f"client-{self.said:06d}"

    async def start(self, number: int) -> str:
        """A visitor's first message; the conversation's id."""
        who = visitor(number)
        ask = StartConversation(
            inbox_id=self.inbox.id, visitor_id=who.id, client_id=self.client_id(), text=f"hello {number}"
        )
        started = await self.world.do(lambda work: start_conversation(work, ask), who)
        return started.conversation.id

    async def say(self, number: int, conversation_id: str, client_id: str | None = None) -> Any:
        """A visitor's message into a conversation."""
        who = visitor(number)
        ask = SayAsVisitor(
            conversation_id=conversation_id,
            visitor_id=who.id,
            client_id=client_id or self.client_id(),
            text=f"message {self.said}",
        )
        return await self.world.do(lambda work: say_as_visitor(work, ask), who)

    async def answer(self, conversation_id: str, client_id: str | None = None, *, note: bool = False) -> Any:
        """An agent's message, or a note."""
        ask = SayAsMember(
            conversation_id=conversation_id,
            author=Author(AuthorKind.MEMBER, OWNER.id),
            client_id=client_id or self.client_id(),
            text=f"answer {self.said}",
            note=note,
        )
        return await self.world.do(lambda work: say_as_member(work, ask))

    async def places(self, conversation_id: str) -> list[Row]:
        """Every place of a conversation with its message, in order of seq."""
        return await self.world.database.read(lambda tx: tx.all(_PLACES, conversation=conversation_id))

    async def standing(self, conversation_id: str) -> list[str]:
        """Messages that stand in a conversation, events left out, in the order drawn."""
        rows = [
            row
            for row in await self.places(conversation_id)
            if row["withdrawn_at"] is None and row["kind"] != "event"
        ]
        return [row["message_id"] for row in sorted(rows, key=lambda one: (one["created_at"], one["seq"]))]

    async def row(self, conversation_id: str) -> Row:
        rows = await self.world.rows(f"SELECT * FROM conversations WHERE id = '{conversation_id}'")
        return rows[0]

    async def session(self, number: int) -> Row:
        rows = await self.world.rows(
            f"SELECT * FROM participations WHERE visitor_id = '{visitor(number).id}'"
        )
        return rows[0]


async def open_inbox(world: World, slug: str = "website", **settings: Any) -> Talk:
    """An inbox, always open, without forms."""

    async def intent(work: Work) -> str:
        made = work.new_id(InboxId)
        await work.tx.run(
            inbox_store.INSERT_INBOX,
            workspace_id=work.workspace_id,
            id=made,
            slug=slug,
            name="Website",
            settings=to_text(InboxSettings(**settings)),
            schedule_id=None,
            team_id=None,
            secret_no=1,
            old_secret_until=None,
            active=1,
            version=1,
            created_at=work.now,
            seen_at=None,
        )
        return made

    made = await world.do(intent)
    return Talk(world, await read_inbox(world, made))


async def read_inbox(world: World, inbox_id: str) -> Inbox:
    async def job(tx: Tx) -> Inbox:
        row = await tx.one(inbox_store.FIND_INBOX, workspace_id=WORKSPACE, id=inbox_id)
        assert row is not None
        return inbox_store.inbox_of(row)

    return await world.database.read(job)


def check_gapless(rows: Sequence[Row]) -> None:
    """Every place from 1 on is there, withdrawn ones counted; so is every place the visitor may read."""
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
    shown = [row["visitor_seq"] for row in rows if row["visitor_seq"] is not None]
    assert shown == list(range(1, len(shown) + 1))
