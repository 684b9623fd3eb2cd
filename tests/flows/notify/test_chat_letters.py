"""From a conversation to a mailbox: a visitor who waits, an answer nobody saw; on both engines."""

import asyncio
from datetime import timedelta

from ringonce.identity.model import Role
from ringonce.kernel.outbox import Outbox
from tests.flows.identity.tables import dump
from tests.flows.notify.office import TWO, Office, text_of
from tests.support.house import done


async def test_a_visitor_who_waits_two_minutes_is_told_to_the_desk_once(chat_office: Office) -> None:
    await chat_office.visitor()
    assert await chat_office.pass_time(timedelta(seconds=119)) == []
    (mail,) = await chat_office.pass_time(timedelta(seconds=1))
    assert mail["To"] == chat_office.desk.owner.member.email
    assert "#1" in mail["Subject"]
    assert "Hello there" in text_of(mail)
    assert "http://desk.test/desk/inbox/cnv_" in text_of(mail)
    assert await chat_office.pass_time() == []
    assert await chat_office.pass_time(timedelta(hours=5)) == []


async def test_a_message_seen_meanwhile_is_told_to_nobody(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    assert visitor.conversation is not None
    await chat_office.pass_time(timedelta(seconds=100))
    await chat_office.desk.owner.do(visitor.conversation, "seen", seq=50)
    assert await chat_office.pass_time(TWO) == []


async def test_what_is_seen_between_the_look_and_the_sending_is_not_sent(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    assert visitor.conversation is not None
    mail = chat_office.house.app.worker.mail
    await chat_office.pass_time()
    chat_office.house.clock.move(TWO)
    assert await mail.watch() == 1
    await chat_office.desk.owner.do(visitor.conversation, "seen", seq=50)
    assert mail.chat_postman is not None
    await mail.chat_postman.round()
    assert chat_office.mailbox.got == []
    assert "'seen'" in await dump(chat_office.house, "chat_letters")


async def test_an_answer_ends_the_waiting(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "At once")
    assert [mail["To"] for mail in await chat_office.pass_time(TWO)] == []


async def test_a_burst_is_one_mail_and_more_comes_later(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    for number in range(5):
        await visitor.say(f"and {number}")
    (mail,) = await chat_office.pass_time(TWO)
    assert "and 4" in text_of(mail)
    await visitor.say("still there?")
    assert await chat_office.pass_time(timedelta(minutes=10)) == []
    (mail,) = await chat_office.pass_time(timedelta(minutes=20))
    assert "still there?" in text_of(mail)
    assert "and 4" not in text_of(mail)


async def test_who_is_told(chat_office: Office) -> None:
    online, away = await chat_office.desk.agent(), await chat_office.desk.agent()
    await chat_office.presence(online, until=timedelta(hours=1))
    visitor = await chat_office.visitor()
    assert visitor.conversation is not None
    assert [mail["To"] for mail in await chat_office.pass_time(TWO)] == [online.member.email]
    await chat_office.desk.owner.do(
        visitor.conversation, "assign", assignee_id=away.member.id, expected_assignee_id=None
    )
    await chat_office.desk.owner.do(visitor.conversation, "seen", seq=50)
    await visitor.say("hello again")
    assert [mail["To"] for mail in await chat_office.pass_time(TWO)] == [away.member.email]


async def test_no_more_than_five_an_hour(chat_office: Office) -> None:
    agents = [await chat_office.desk.agent(Role.AGENT) for _ in range(8)]
    assert len(agents) == 8
    visitor = await chat_office.visitor()
    assert len(await chat_office.pass_time(TWO)) == 5
    assert visitor.conversation is not None
    await chat_office.desk.owner.do(visitor.conversation, "seen", seq=50)
    await visitor.say("once more")
    assert await chat_office.pass_time(TWO) == []
    assert len(await chat_office.pass_time(timedelta(minutes=61))) == 5


async def test_an_answer_that_stays_unseen_goes_to_the_address_left(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "We open at **nine**.")
    await chat_office.desk.owner.say(visitor.conversation, "a secret among us", note=True)
    (mail,) = await chat_office.pass_time(TWO)
    assert mail["To"] == "ada@example.org"
    assert "We open at **nine**." in text_of(mail)
    assert "secret" not in mail.as_string()
    assert f"http://desk.test/chat/{chat_office.desk.workspace.slug}/website" in text_of(mail)
    assert await chat_office.pass_time(timedelta(hours=3)) == []


async def test_an_answer_that_was_seen_goes_nowhere(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "We open at nine.")
    await done(visitor.person.post(f"/chat/conversations/{visitor.conversation}/seen", {"seq": 50}))
    assert await chat_office.pass_time(TWO) == []


async def test_nobody_without_an_address_is_written_to(chat_office: Office) -> None:
    visitor = await chat_office.visitor()
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "We open at nine.")
    assert await chat_office.pass_time(TWO) == []


async def test_a_link_leads_only_to_sites_that_are_listed(chat_office: Office) -> None:
    page = {"url": "https://evil.example/login", "title": "", "referrer": ""}
    visitor = chat_office.desk.visitor()
    await visitor.start("Hello", answers={"name": "A", "email": "victim@example.org"}, page=page)
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "Hello!")
    (mail,) = await chat_office.pass_time(TWO)
    assert "evil.example" not in mail.as_string()


async def test_a_restart_and_a_second_process_tell_nothing_twice(chat_office: Office) -> None:
    await chat_office.visitor()
    app = chat_office.house.app
    mail = app.worker.mail
    await mail.outbox.pass_once()
    chat_office.house.clock.move(TWO)
    assert mail.watcher is not None
    assert sum(await asyncio.gather(*(mail.watcher.round() for _ in range(4)))) == 1
    assert mail.chat_postman is not None
    await asyncio.gather(*(mail.chat_postman.round() for _ in range(4)))
    assert len(chat_office.mailbox.take()) == 1
    # The log read again from its beginning, as after the cursor was lost.
    await chat_office.sql("DELETE FROM outbox_cursors")
    again = Outbox(app.edge.database, chat_office.house.clock, app.edge.hub, mail.outbox._consumers, "other")
    await again.pass_once()
    assert await chat_office.pass_time(timedelta(minutes=5)) == []


async def test_a_mail_server_that_refuses_gets_it_again(chat_office: Office) -> None:
    await chat_office.visitor()
    chat_office.mailbox.answer = "451 later"
    assert await chat_office.pass_time(TWO) == []
    chat_office.mailbox.answer = "250 OK"
    assert await chat_office.pass_time(timedelta(seconds=29)) == []
    (mail,) = await chat_office.pass_time(timedelta(seconds=1))
    assert mail["Message-ID"].startswith("<waiting-")


async def test_a_merge_meanwhile_tells_of_the_winner(chat_office: Office) -> None:
    one, two = await chat_office.visitor(), await chat_office.visitor()
    await chat_office.pass_time()
    body = {"kind": "conversations", "winner_id": one.conversation, "loser_ids": [two.conversation]}
    await done(chat_office.desk.owner.person.post("/merges", body))
    mails = await chat_office.pass_time(TWO) + await chat_office.pass_time()
    assert {str(mail["Subject"]).partition("(")[2] for mail in mails} == {"#1)"}


async def test_a_visitor_of_an_agent_who_left_is_told_to_those_who_stay(chat_office: Office) -> None:
    gone, visitor = await chat_office.desk.agent(), await chat_office.visitor()
    assert visitor.conversation is not None
    owner = chat_office.desk.owner
    await owner.do(visitor.conversation, "assign", assignee_id=gone.member.id)
    await done(owner.person.patch(f"/members/{gone.member.id}", {"version": 1, "active": False}))
    assert [mail["To"] for mail in await chat_office.pass_time(TWO)] == [owner.member.email]


async def test_nobody_waits_in_a_conversation_that_was_resolved(chat_office: Office) -> None:
    first, second = await chat_office.visitor(), await chat_office.visitor()
    assert first.conversation is not None
    assert second.conversation is not None
    mail = chat_office.house.app.worker.mail
    await chat_office.pass_time()
    await chat_office.desk.owner.do(first.conversation, "resolve")
    chat_office.house.clock.move(TWO)
    assert await mail.watch() == 1
    await chat_office.desk.owner.do(second.conversation, "resolve")
    assert await chat_office.pass_time() == []
    await first.say("But wait")
    assert len(await chat_office.pass_time(TWO)) == 1
