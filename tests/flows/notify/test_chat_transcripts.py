"""Copies of conversations: what they hold, where they go, and where not; on both engines."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.flows.identity.tables import dump
from tests.flows.notify.office import TWO, Office, ask_copy, html_of, text_of
from tests.support import samples
from tests.support.chats import open_desk
from tests.support.clock import MovableClock
from tests.support.house import done, make_house


async def test_a_copy_holds_what_its_visitor_may_read(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada <b>", email="ada@example.org")
    assert visitor.conversation is not None
    path = "/chat/attachments?inbox=website&name=plan.pdf"
    sent = {**visitor.person.headers, "Idempotency-Key": '"0123456789abcdef"'}
    file = (await visitor.person.client.post(path, content=samples.PDF, headers=sent)).json()
    await visitor.say("<script>alert(1)</script> & more", attachments=[file["id"]])
    await chat_office.desk.owner.say(visitor.conversation, "Fine [x](javascript:alert(1))")
    await chat_office.desk.owner.say(visitor.conversation, "secret note", note=True)
    path = f"/chat/conversations/{visitor.conversation}/transcript"
    answer = await done(visitor.person.post(path, {"email": "copy@example.org"}))
    assert answer["conversation"]["id"] == visitor.conversation
    (mail,) = [each for each in await chat_office.pass_time() if each["To"] == "copy@example.org"]
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


async def test_a_copy_speaks_the_visitor_s_language_and_time(chat_office: Office) -> None:
    visitor = chat_office.desk.visitor()
    await visitor.start(
        "你好", answers={"name": "小明", "email": "a@example.org"}, locale="zh-CN", zone="Asia/Shanghai"
    )
    await ask_copy(visitor, "a@example.org")
    (mail,) = await chat_office.pass_time()
    assert "对话" in mail["Subject"]
    assert "17:00" in text_of(mail)


async def test_three_copies_a_day(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    assert [await ask_copy(visitor, "a@example.org") for _ in range(4)] == [
        (200, ""),
        (200, ""),
        (200, ""),
        (429, "transcripts-spent"),
    ]
    assert len(await chat_office.pass_time()) == 3
    chat_office.house.clock.move(timedelta(hours=25))
    assert (await ask_copy(visitor, "a@example.org"))[0] == 200


async def test_one_address_is_not_flooded_from_many_conversations(chat_office: Office) -> None:
    answers = []
    for number in range(8):
        visitor, email = await chat_office.visitor(), "victim@example.org"
        spelt = email[:number] + email[number:].upper()
        answers += [(await ask_copy(visitor, spelt))[0] for _ in range(3)]
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
        "ada..l@example.org",
        "ada.@example.org",
        "@example.org",
        "a@exa mple.org",
        "a@exam\u2028ple.org",
        "ä@example.org",
        "a" * 250 + "@example.org",
    ],
)
async def test_what_is_no_single_address_is_refused(chat_office: Office, email: str) -> None:
    visitor = await chat_office.visitor()
    status, code = await ask_copy(visitor, email)
    assert status == 400
    assert code in {"address-malformed", "request-invalid"}
    assert await chat_office.pass_time() == []


async def test_nothing_that_is_typed_begins_a_header(chat_office: Office) -> None:
    name = "Eve\r\nBcc: all@example.org\u2028X: y\u0085Z: w"
    visitor = chat_office.desk.visitor()
    await visitor.start(
        "Bcc: all@example.org\r\n\r\n.\r\nMAIL FROM:<x>", answers={"name": name, "email": "e@example.org"}
    )
    await ask_copy(visitor, "e@example.org")
    mails = await chat_office.pass_time(TWO)
    assert mails != []
    for mail in mails:
        assert mail["Bcc"] is None
        assert set(mail.keys()) <= {
            *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
            *("MIME-Version", "Content-Type", "X-Peer", "X-MailFrom", "X-RcptTo"),
        }


async def test_the_desk_mails_the_contact(chat_office: Office) -> None:
    known = await chat_office.visitor(name="Ada", email="ada@example.org")
    unknown = await chat_office.visitor()
    owner = chat_office.desk.owner
    assert known.conversation is not None
    await owner.do(known.conversation, "transcript")
    assert [mail["To"] for mail in await chat_office.pass_time()] == ["ada@example.org"]
    refused = await owner.person.post(f"/conversations/{unknown.conversation}/transcript", {})
    assert (refused.status_code, refused.json()["code"]) == (400, "address-malformed")


async def test_a_stranger_gets_no_copy(chat_office: Office) -> None:
    visitor, stranger = await chat_office.visitor(), chat_office.desk.visitor()
    stranger.conversation = visitor.conversation
    assert await ask_copy(stranger, "a@example.org") == (404, "conversation-missing")
    assert await chat_office.pass_time() == []


async def test_a_retry_of_the_request_is_one_copy(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    path, body = f"/chat/conversations/{visitor.conversation}/transcript", {"email": "a@example.org"}
    answers = [await visitor.person.post(path, body, key="0123456789abcdef") for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert len(await chat_office.pass_time()) == 1


async def test_an_erased_person_is_written_to_no_more(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "We open at nine.")
    await ask_copy(visitor, "ada@example.org")
    conversation = await done(chat_office.desk.owner.person.get(f"/conversations/{visitor.conversation}"))
    contact = conversation["contact"]["id"]
    await done(chat_office.desk.owner.person.post(f"/contacts/{contact}/erase", {}))
    mails = await chat_office.pass_time(TWO)
    assert [mail for mail in mails if mail["To"] == "ada@example.org"] == []
    assert "ada@example.org" not in await dump(chat_office.house, "chat_letters", "unseen_watches", "log")


async def test_letters_keep_no_words(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "Nobody else may read this")
    await ask_copy(visitor, "ada@example.org")
    assert len(await chat_office.pass_time(TWO)) >= 2
    assert "Nobody else" not in await dump(chat_office.house, "chat_letters", "unseen_watches", "log")


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
