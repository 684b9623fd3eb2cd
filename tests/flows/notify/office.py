"""A desk with a mail server beside it, whose background work happens when the test says so."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import text

from ringonce.kernel.db import statement
from tests.support.chats import Agent, Desk, Visitor
from tests.support.house import House, done

TWO = timedelta(minutes=2)


@dataclass
class Mailbox:
    """A mail server that keeps what it gets, and refuses when told to."""

    got: list[EmailMessage] = field(default_factory=list)
    answer: str = "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.answer.startswith("250") and isinstance(envelope.content, bytes):
            self.got.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.answer

    @property
    def recipients(self) -> list[str]:
        return sorted(str(mail["To"]) for mail in self.got)

    def take(self) -> list[EmailMessage]:
        taken, self.got = self.got, []
        return taken


@dataclass
class Office:
    """A desk whose background work happens when the test says so."""

    desk: Desk
    mailbox: Mailbox

    @property
    def house(self) -> House:
        return self.desk.house

    async def pass_time(self, by: timedelta = timedelta()) -> list[EmailMessage]:
        """Let time pass, then do all that is due; the mails that went."""
        mail = self.house.app.worker.mail
        await mail.outbox.pass_once()
        self.house.clock.move(by)
        await mail.watch()
        while mail.chat_postman is not None and await mail.chat_postman.round():
            continue
        return self.mailbox.take()

    async def visitor(self, **answers: Any) -> Visitor:
        """A visitor who has begun, and left an address if told to."""
        visitor = self.desk.visitor()
        await visitor.start("Hello there", **({"answers": answers} if answers else {}))
        return visitor

    async def presence(self, agent: Agent, *, until: timedelta) -> None:
        """An agent is online."""
        await done(agent.person.patch("/agents/me", {"status": "online"}))
        at = self.house.clock.now() + until // timedelta(milliseconds=1)
        await self.sql(f"UPDATE agents SET present_until = {at} WHERE member_id = '{agent.member.id}'")

    async def sql(self, command: str) -> None:
        await self.house.app.edge.database.write(lambda tx: tx.run(statement(text(command))))


async def serve_mail(mailbox: Mailbox) -> AsyncIterator[str]:
    """The address of a mail server that fills a mailbox."""
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox), "127.0.0.1", 0)
    yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


async def ask_copy(visitor: Visitor, email: str) -> tuple[int, str]:
    """A visitor asks for a transcript: the status and the code."""
    path = f"/chat/conversations/{visitor.conversation}/transcript"
    answer = await visitor.person.post(path, {"email": email})
    return answer.status_code, str(answer.json().get("code", ""))


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(mail: EmailMessage) -> str:
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())
