"""From a conversation to a mailbox: copies, a visitor who waits, an answer nobody saw; on both engines."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import text

from ringonce.chat.inbox_model import InboxSettings, Prechat
from ringonce.identity.model import Role
from ringonce.kernel.db import Database, statement
from ringonce.kernel.outbox import Outbox
from ringonce.kernel.sources import IdSource
from tests.flows.identity.tables import dump
from tests.support import samples
from tests.support.chats import Agent, Desk, Visitor, open_desk
from tests.support.clock import MovableClock
from tests.support.house import House, done, make_house


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
        assert mail.chat_postman is not None
        while await mail.chat_postman.round():
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


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest_asyncio.fixture
async def smtp_url(mailbox: Mailbox) -> AsyncIterator[str]:
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(mailbox), "127.0.0.1", 0)
    yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


@pytest_asyncio.fixture
async def office(
    database: Database,
    database_url: str,
    tmp_path: Path,
    clock: MovableClock,
    ids: IdSource,
    smtp_url: str,
    mailbox: Mailbox,
) -> AsyncIterator[Office]:
    settings = {"smtp_url": smtp_url, "public_url": "http://desk.test"}
    house = await make_house(database, database_url, tmp_path, clock, ids, **settings)
    prechat = Prechat(when="before")
    desk = await open_desk(house, InboxSettings(prechat=prechat, assignment="manual"))
    yield Office(desk, mailbox)
    await house.close()


TWO = timedelta(minutes=2)


async def test_a_visitor_who_waits_two_minutes_is_told_to_the_desk_once(office: Office) -> None:
    await office.visitor()
    assert await office.pass_time(timedelta(seconds=119)) == []
    (mail,) = await office.pass_time(timedelta(seconds=1))
    assert mail["To"] == office.desk.owner.member.email
    assert "#1" in mail["Subject"]
    assert "Hello there" in text_of(mail)
    assert "http://desk.test/desk/inbox/cnv_" in text_of(mail)
    assert await office.pass_time() == []
    assert await office.pass_time(timedelta(hours=5)) == []


async def test_a_message_seen_meanwhile_is_told_to_nobody(office: Office) -> None:
    visitor = await office.visitor()
    assert visitor.conversation is not None
    await office.pass_time(timedelta(seconds=100))
    await office.desk.owner.do(visitor.conversation, "seen", seq=50)
    assert await office.pass_time(TWO) == []


async def test_what_is_seen_between_the_look_and_the_sending_is_not_sent(office: Office) -> None:
    visitor = await office.visitor()
    assert visitor.conversation is not None
    mail = office.house.app.worker.mail
    await office.pass_time()
    office.house.clock.move(TWO)
    assert await mail.watch() == 1
    await office.desk.owner.do(visitor.conversation, "seen", seq=50)
    assert mail.chat_postman is not None
    await mail.chat_postman.round()
    assert office.mailbox.got == []
    assert "'seen'" in await dump(office.house, "chat_letters")


async def test_an_answer_ends_the_waiting(office: Office) -> None:
    visitor = await office.visitor()
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "At once")
    assert [mail["To"] for mail in await office.pass_time(TWO)] == []


async def test_a_burst_is_one_mail_and_more_comes_later(office: Office) -> None:
    visitor = await office.visitor()
    for number in range(5):
        await visitor.say(f"and {number}")
    (mail,) = await office.pass_time(TWO)
    assert "and 4" in text_of(mail)
    await visitor.say("still there?")
    assert await office.pass_time(timedelta(minutes=10)) == []
    (mail,) = await office.pass_time(timedelta(minutes=20))
    assert "still there?" in text_of(mail)
    assert "and 4" not in text_of(mail)


async def test_who_is_told(office: Office) -> None:
    online, away = await office.desk.agent(), await office.desk.agent()
    await office.presence(online, until=timedelta(hours=1))
    visitor = await office.visitor()
    assert visitor.conversation is not None
    assert [mail["To"] for mail in await office.pass_time(TWO)] == [online.member.email]
    await office.desk.owner.do(
        visitor.conversation, "assign", assignee_id=away.member.id, expected_assignee_id=None
    )
    await office.desk.owner.do(visitor.conversation, "seen", seq=50)
    await visitor.say("hello again")
    assert [mail["To"] for mail in await office.pass_time(TWO)] == [away.member.email]


async def test_no_more_than_five_an_hour(office: Office) -> None:
    agents = [await office.desk.agent(Role.AGENT) for _ in range(8)]
    assert len(agents) == 8
    visitor = await office.visitor()
    assert len(await office.pass_time(TWO)) == 5
    assert visitor.conversation is not None
    await office.desk.owner.do(visitor.conversation, "seen", seq=50)
    await visitor.say("once more")
    assert await office.pass_time(TWO) == []
    assert len(await office.pass_time(timedelta(minutes=61))) == 5


async def test_an_answer_that_stays_unseen_goes_to_the_address_left(office: Office) -> None:
    visitor = await office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "We open at **nine**.")
    await office.desk.owner.say(visitor.conversation, "a secret among us", note=True)
    (mail,) = await office.pass_time(TWO)
    assert mail["To"] == "ada@example.org"
    assert "We open at **nine**." in text_of(mail)
    assert "secret" not in mail.as_string()
    assert f"http://desk.test/chat/{office.desk.workspace.slug}/website" in text_of(mail)
    assert await office.pass_time(timedelta(hours=3)) == []


async def test_an_answer_that_was_seen_goes_nowhere(office: Office) -> None:
    visitor = await office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "We open at nine.")
    await done(visitor.person.post(f"/chat/conversations/{visitor.conversation}/seen", {"seq": 50}))
    assert await office.pass_time(TWO) == []


async def test_nobody_without_an_address_is_written_to(office: Office) -> None:
    visitor = await office.visitor()
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "We open at nine.")
    assert await office.pass_time(TWO) == []


async def test_a_link_leads_only_to_sites_that_are_listed(office: Office) -> None:
    page = {"url": "https://evil.example/login", "title": "", "referrer": ""}
    visitor = office.desk.visitor()
    await visitor.start("Hello", answers={"name": "A", "email": "victim@example.org"}, page=page)
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "Hello!")
    (mail,) = await office.pass_time(TWO)
    assert "evil.example" not in mail.as_string()


async def test_a_restart_and_a_second_process_tell_nothing_twice(office: Office) -> None:
    await office.visitor()
    app = office.house.app
    mail = app.worker.mail
    await mail.outbox.pass_once()
    office.house.clock.move(TWO)
    assert mail.watcher is not None
    assert sum(await asyncio.gather(*(mail.watcher.round() for _ in range(4)))) == 1
    assert mail.chat_postman is not None
    await asyncio.gather(*(mail.chat_postman.round() for _ in range(4)))
    assert len(office.mailbox.take()) == 1
    # The log read again from its beginning, as after the cursor was lost.
    await office.sql("DELETE FROM outbox_cursors")
    again = Outbox(app.edge.database, office.house.clock, app.edge.hub, mail.outbox._consumers, "other")
    await again.pass_once()
    assert await office.pass_time(timedelta(minutes=5)) == []


async def test_a_mail_server_that_refuses_gets_it_again(office: Office) -> None:
    await office.visitor()
    office.mailbox.answer = "451 later"
    assert await office.pass_time(TWO) == []
    office.mailbox.answer = "250 OK"
    assert await office.pass_time(timedelta(seconds=29)) == []
    (mail,) = await office.pass_time(timedelta(seconds=1))
    assert mail["Message-ID"].startswith("<waiting-")


async def test_a_merge_meanwhile_tells_of_the_winner(office: Office) -> None:
    one, two = await office.visitor(), await office.visitor()
    await office.pass_time()
    body = {"kind": "conversations", "winner_id": one.conversation, "loser_ids": [two.conversation]}
    await done(office.desk.owner.person.post("/merges", body))
    mails = await office.pass_time(TWO) + await office.pass_time()
    assert {str(mail["Subject"]).partition("(")[2] for mail in mails} == {"#1)"}


# --- transcripts


async def test_a_copy_holds_what_its_visitor_may_read(office: Office) -> None:
    visitor = await office.visitor(name="Ada <b>", email="ada@example.org")
    assert visitor.conversation is not None
    path = "/chat/attachments?inbox=website&name=plan.pdf"
    sent = {**visitor.person.headers, "Idempotency-Key": '"0123456789abcdef"'}
    file = (await visitor.person.client.post(path, content=samples.PDF, headers=sent)).json()
    await visitor.say("<script>alert(1)</script> & more", attachments=[file["id"]])
    await office.desk.owner.say(visitor.conversation, "Fine [x](javascript:alert(1))")
    await office.desk.owner.say(visitor.conversation, "secret note", note=True)
    path = f"/chat/conversations/{visitor.conversation}/transcript"
    answer = await done(visitor.person.post(path, {"email": "copy@example.org"}))
    assert answer["conversation"]["id"] == visitor.conversation
    (mail,) = [each for each in await office.pass_time() if each["To"] == "copy@example.org"]
    plain, page = text_of(mail), html_of(mail)
    for said in ("Hello there", "<script>alert(1)</script> & more", "Fine [x](javascript:alert(1))"):
        assert said in plain
    assert "plan.pdf" in plain
    assert "secret note" not in mail.as_string()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "Ada &lt;b&gt;" in page
    assert not re.search(r"href=\"(?!http://desk\.test/)", page)
    thread = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    assert thread["messages"][-1]["extra"]["code"] == "transcript-sent"


async def test_a_copy_speaks_the_visitor_s_language_and_time(office: Office) -> None:
    visitor = office.desk.visitor()
    await visitor.start(
        "你好", answers={"name": "小明", "email": "a@example.org"}, locale="zh-CN", zone="Asia/Shanghai"
    )
    await ask_copy(visitor, "a@example.org")
    (mail,) = await office.pass_time()
    assert "对话" in mail["Subject"]
    assert "17:00" in text_of(mail)


async def ask_copy(visitor: Visitor, email: str) -> tuple[int, str]:
    path = f"/chat/conversations/{visitor.conversation}/transcript"
    answer = await visitor.person.post(path, {"email": email})
    return answer.status_code, str(answer.json().get("code", ""))


async def test_three_copies_a_day(office: Office) -> None:
    visitor = await office.visitor()
    assert [await ask_copy(visitor, "a@example.org") for _ in range(4)] == [
        (200, ""),
        (200, ""),
        (200, ""),
        (429, "transcripts-spent"),
    ]
    assert len(await office.pass_time()) == 3
    office.house.clock.move(timedelta(hours=25))
    assert (await ask_copy(visitor, "a@example.org"))[0] == 200


async def test_one_address_is_not_flooded_from_many_conversations(office: Office) -> None:
    answers = []
    for _ in range(8):
        visitor = await office.visitor()
        answers += [(await ask_copy(visitor, "victim@example.org"))[0] for _ in range(3)]
    assert answers.count(200) == 20
    assert answers[-1] == 429


@pytest.mark.parametrize(
    "email",
    [
        "a@example.org\r\nBcc: all@example.org",
        "a@example.org\nSubject: win",
        "a@example.org, b@example.org",
        "Ada <a@example.org>",
        '"a b"@example.org',
        "a@example",
        "@example.org",
        "a@exa mple.org",
        "a@exam\u2028ple.org",
        "ä@example.org",
        "a" * 250 + "@example.org",
    ],
)
async def test_what_is_no_single_address_is_refused(office: Office, email: str) -> None:
    visitor = await office.visitor()
    status, code = await ask_copy(visitor, email)
    assert status == 400
    assert code in {"address-malformed", "request-invalid"}
    assert await office.pass_time() == []


async def test_nothing_that_is_typed_begins_a_header(office: Office) -> None:
    name = "Eve\r\nBcc: all@example.org\u2028X: y\u0085Z: w"
    visitor = office.desk.visitor()
    await visitor.start(
        "Bcc: all@example.org\r\n\r\n.\r\nMAIL FROM:<x>", answers={"name": name, "email": "e@example.org"}
    )
    await ask_copy(visitor, "e@example.org")
    mails = await office.pass_time(TWO)
    assert mails != []
    for mail in mails:
        assert mail["Bcc"] is None
        assert set(mail.keys()) <= {
            *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
            *("MIME-Version", "Content-Type", "X-Peer", "X-MailFrom", "X-RcptTo"),
        }


async def test_the_desk_mails_the_contact(office: Office) -> None:
    known = await office.visitor(name="Ada", email="ada@example.org")
    unknown = await office.visitor()
    owner = office.desk.owner
    assert known.conversation is not None
    await owner.do(known.conversation, "transcript")
    assert [mail["To"] for mail in await office.pass_time()] == ["ada@example.org"]
    refused = await owner.person.post(f"/conversations/{unknown.conversation}/transcript", {})
    assert (refused.status_code, refused.json()["code"]) == (400, "address-malformed")


async def test_a_stranger_gets_no_copy(office: Office) -> None:
    visitor, stranger = await office.visitor(), office.desk.visitor()
    stranger.conversation = visitor.conversation
    assert await ask_copy(stranger, "a@example.org") == (404, "conversation-missing")
    assert await office.pass_time() == []


async def test_a_retry_of_the_request_is_one_copy(office: Office) -> None:
    visitor = await office.visitor()
    path, body = f"/chat/conversations/{visitor.conversation}/transcript", {"email": "a@example.org"}
    answers = [await visitor.person.post(path, body, key="0123456789abcdef") for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert len(await office.pass_time()) == 1


async def test_an_erased_person_is_written_to_no_more(office: Office) -> None:
    visitor = await office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "We open at nine.")
    await ask_copy(visitor, "ada@example.org")
    conversation = await done(office.desk.owner.person.get(f"/conversations/{visitor.conversation}"))
    contact = conversation["contact"]["id"]
    await done(office.desk.owner.person.post(f"/contacts/{contact}/erase", {}))
    mails = await office.pass_time(TWO)
    assert [mail for mail in mails if mail["To"] == "ada@example.org"] == []
    assert "ada@example.org" not in await dump(office.house, "chat_letters", "unseen_watches", "log")


async def test_letters_keep_no_words(office: Office) -> None:
    visitor = await office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await office.desk.owner.say(visitor.conversation, "Nobody else may read this")
    await ask_copy(visitor, "ada@example.org")
    assert len(await office.pass_time(TWO)) >= 2
    assert "Nobody else" not in await dump(office.house, "chat_letters", "unseen_watches", "log")


async def test_without_a_mail_server_no_copy_is_promised(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> None:
    house = await make_house(database, database_url, tmp_path / "silent", clock, ids)
    try:
        desk = await open_desk(house)
        visitor = desk.visitor()
        shown = await done(visitor.person.get("/chat/inbox", {"inbox": "website"}))
        assert shown["transcript"] is False
        await visitor.start()
        assert await ask_copy(visitor, "a@example.org") == (403, "transcripts-off")
        assert await house.app.worker.mail.watch() == 0
    finally:
        await house.close()


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(mail: EmailMessage) -> str:
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())
