"""The mail room: letters about bookings and about conversations in one list, with words; on both engines."""

from datetime import timedelta
from typing import Any

from ringonce.notify import chat_store
from tests.flows.notify.office import TWO, Office, ask_copy
from tests.support.chats import Visitor
from tests.support.house import Person, done

Json = dict[str, Any]


async def book(office: Office, hour: int, email: str = "bob@example.org") -> Json:
    visitor = office.house.visitor(office.desk.workspace)
    body = {
        "service": "cut",
        "start": f"2026-12-02T{hour}:00:00Z",
        "name": "Bob",
        "email": email,
        "zone": "UTC",
    }
    made: Json = (await done(visitor.post("/bookings", body)))["booking"]
    await office.house.app.worker.mail.outbox.pass_once()
    return made


async def listed(owner: Person, limit: int = 200) -> list[Json]:
    """Every page of the list, one after the other."""
    found: list[Json] = []
    cursor = None
    while True:
        page = await done(owner.get("/mails", {"limit": limit} | ({"cursor": cursor} if cursor else {})))
        assert len(page["items"]) <= limit
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


async def answered(office: Office) -> Visitor:
    """A conversation whose visitor was waited for, and whose answer stays unseen."""
    visitor = await office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await office.pass_time(TWO)
    await office.desk.owner.say(visitor.conversation, "We open at nine.")
    await office.pass_time(TWO)
    return visitor


async def text_at_desk(office: Office, kind: str) -> str:
    (mail,) = [each for each in await listed(office.desk.owner.person) if each["kind"] == kind]
    letter = await done(office.desk.owner.person.get(f"/mails/{mail['id']}"))
    assert {name: letter[name] for name in mail} == mail
    return str(letter["subject"] + "\n" + letter["text"])


async def code_of(who: Person, mail_id: str) -> tuple[int, str]:
    answer = await who.get(f"/mails/{mail_id}")
    return answer.status_code, str(answer.json().get("code", ""))


async def test_without_a_mail_server_both_kinds_are_kept_the_newest_first(quiet_office: Office) -> None:
    before = await book(quiet_office, 10)
    quiet_office.house.clock.move(timedelta(minutes=1))
    visitor = await answered(quiet_office)
    quiet_office.house.clock.move(timedelta(minutes=1))
    after = await book(quiet_office, 12)
    mails = await listed(quiet_office.desk.owner.person)
    assert [(each["about"], each["kind"], each["reader"], each["recipient"]) for each in mails] == [
        ("booking", "confirmed", "guest", "bob@example.org"),
        ("conversation", "answer", "visitor", "ada@example.org"),
        ("conversation", "waiting", "agent", quiet_office.desk.owner.member.email),
        ("booking", "confirmed", "guest", "bob@example.org"),
    ]
    assert {each["state"] for each in mails} == {"kept"}
    assert [each["start"] for each in mails] == [after["start"], None, None, before["start"]]
    assert [each["conversation_id"] for each in mails] == [
        None,
        visitor.conversation,
        visitor.conversation,
        None,
    ]
    assert [each["booking_id"] is None for each in mails] == [False, True, True, False]


async def test_pages_of_any_size_are_the_whole_list(quiet_office: Office) -> None:
    """Letters of both kinds are written at one instant, so that pages end among equals."""
    await quiet_office.desk.agent()
    for _ in range(2):
        await quiet_office.visitor()
    await quiet_office.pass_time(TWO)
    for hour in (10, 11, 12):
        await book(quiet_office, hour)
    owner = quiet_office.desk.owner.person
    whole = await listed(owner)
    assert {each["about"] for each in whole} == {"booking", "conversation"}
    assert len({each["created_at"] for each in whole}) == 1
    assert len({each["id"] for each in whole}) == len(whole) >= 7
    for limit in (1, 2, 3, len(whole)):
        assert await listed(owner, limit) == whole


async def test_what_is_kept_is_read_with_its_links(quiet_office: Office) -> None:
    visitor = await answered(quiet_office)
    said = await text_at_desk(quiet_office, "answer")
    assert "We open at nine." in said
    assert f"http://desk.test/chat/{quiet_office.desk.workspace.slug}/website" in said
    said = await text_at_desk(quiet_office, "waiting")
    assert "Ada is waiting" in said
    assert "Hello there" in said
    assert f"http://desk.test/desk/inbox/{visitor.conversation}" in said


async def test_what_is_kept_does_not_go_later(quiet_office: Office) -> None:
    await answered(quiet_office)
    late = quiet_office.house.clock.now() + 10**12
    database = quiet_office.house.app.edge.database
    assert await database.read(lambda tx: chat_store.list_due(tx, late, 50)) == []


async def test_a_copy_is_shown_as_it_went(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    assert visitor.conversation is not None
    await chat_office.desk.owner.say(visitor.conversation, "We open at nine.")
    await chat_office.desk.owner.say(visitor.conversation, "a secret among us", note=True)
    await ask_copy(visitor, "copy@example.org")
    await chat_office.pass_time()
    (mail,) = await listed(chat_office.desk.owner.person)
    assert (mail["kind"], mail["state"], mail["recipient"]) == ("transcript", "sent", "copy@example.org")
    assert mail["sent_at"] is not None
    said = await text_at_desk(chat_office, "transcript")
    assert "Hello there" in said
    assert "We open at nine." in said
    assert "secret" not in said
    assert f"http://desk.test/chat/{chat_office.desk.workspace.slug}/website" in said


async def test_what_was_seen_or_merged_since_is_still_read(quiet_office: Office) -> None:
    visitor = await answered(quiet_office)
    await done(visitor.person.post(f"/chat/conversations/{visitor.conversation}/seen", {"seq": 50}))
    assert "We open at nine." in await text_at_desk(quiet_office, "answer")
    winner = quiet_office.desk.visitor()
    await winner.start("Somebody else")
    body = {"kind": "conversations", "winner_id": winner.conversation, "loser_ids": [visitor.conversation]}
    await done(quiet_office.desk.owner.person.post("/merges", body))
    said = await text_at_desk(quiet_office, "answer")
    assert "We open at nine." in said
    assert "Somebody else" not in said
    assert f"/desk/inbox/{winner.conversation}" in await text_at_desk(quiet_office, "waiting")


async def test_letters_stay_in_their_workspace(quiet_office: Office) -> None:
    visitor = await answered(quiet_office)
    await book(quiet_office, 10)
    workspace, member = await quiet_office.house.workspace()
    stranger = await quiet_office.house.signed_in(member)
    assert await listed(stranger) == []
    for mail in await listed(quiet_office.desk.owner.person):
        assert await code_of(stranger, mail["id"]) == (404, "mail-missing")
        assert (await code_of(quiet_office.house.nobody(workspace), mail["id"]))[0] == 401
        assert (await code_of(visitor.person, mail["id"]))[0] in {401, 403}


async def test_nothing_of_an_erased_person_is_read(quiet_office: Office) -> None:
    visitor = await answered(quiet_office)
    owner = quiet_office.desk.owner.person
    conversation = await done(owner.get(f"/conversations/{visitor.conversation}"))
    await done(owner.post(f"/contacts/{conversation['contact']['id']}/erase", {}))
    await quiet_office.pass_time()
    mails = {each["kind"]: each for each in await listed(owner)}
    assert (mails["answer"]["state"], mails["answer"]["recipient"]) == ("erased", "")
    assert mails["waiting"]["state"] == "kept"
    assert await code_of(owner, mails["answer"]["id"]) == (404, "mail-missing")
    assert await code_of(owner, mails["waiting"]["id"]) == (404, "mail-missing")


async def test_an_erased_copy_is_not_read(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    owner = chat_office.desk.owner.person
    await ask_copy(visitor, "copy@example.org")
    await chat_office.pass_time()
    (mail,) = await listed(owner)
    assert (await code_of(owner, mail["id"]))[0] == 200
    conversation = await done(owner.get(f"/conversations/{visitor.conversation}"))
    await done(owner.post(f"/contacts/{conversation['contact']['id']}/erase", {}))
    await chat_office.pass_time()
    assert await code_of(owner, mail["id"]) == (404, "mail-missing")


async def test_a_letter_whose_conversation_is_gone_is_missing(quiet_office: Office) -> None:
    await answered(quiet_office)
    await quiet_office.sql("UPDATE chat_letters SET conversation_id = 'cnv_gone' WHERE kind = 'answer'")
    owner = quiet_office.desk.owner.person
    codes = {each["kind"]: await code_of(owner, each["id"]) for each in await listed(owner)}
    assert codes["answer"] == (404, "mail-missing")
    assert codes["waiting"][0] == 200


async def test_a_letter_of_an_unknown_id_is_missing(quiet_office: Office) -> None:
    assert await code_of(quiet_office.desk.owner.person, "mail_nobody") == (404, "mail-missing")


async def test_a_copy_is_a_step_of_the_click_that_asked_for_it(chat_office: Office) -> None:
    visitor = await chat_office.visitor(name="Ada", email="ada@example.org")
    path = f"/chat/conversations/{visitor.conversation}/transcript"
    asked = {"email": "copy@example.org"}
    await done(visitor.person.post(path, asked, X_Request_ID="req-copy-please-01"))
    await chat_office.pass_time()
    answer = await chat_office.desk.owner.person.get("/trace/req-copy-please-01")
    story = answer.json()
    (step,) = [each for each in story["steps"] if each["kind"] == "letter"]
    (fact,) = [each for each in story["steps"] if each["action"] == "TranscriptAsked"]
    assert (step["text"], step["state"], step["seq"]) == ("transcript:visitor", "sent", fact["seq"])
    assert step["letter_id"] == fact["refs"]["letter"]
    assert "example.org" not in answer.text
