"""Visitors' doors: what an inbox is, one conversation, nothing of anybody else's."""

import pytest_asyncio

from tests.support.chats import Desk, client_id, open_desk
from tests.support.house import House, done


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


async def test_anybody_may_know_an_inbox(house: House, desk: Desk) -> None:
    nobody = house.nobody(desk.workspace)
    found = await done(nobody.get("/chat/inbox", {"inbox": "website"}))
    assert (found["slug"], found["is_open"], found["agents_online"]) == ("website", True, False)
    assert found["faces"][0]["initials"] == "OO"
    missing = await nobody.get("/chat/inbox", {"inbox": "nowhere"})
    assert (missing.status_code, missing.json()["code"]) == (404, "inbox-missing")


async def test_a_start_says_the_first_message(desk: Desk) -> None:
    visitor = desk.visitor()
    started = await visitor.start("Is Friday free?")
    assert started["created"] is True
    assert [each["kind"] for each in started["messages"]] == ["event", "text"]
    text = started["messages"][1]
    assert (text["seq"], text["text"], text["mine"]) == (2, "Is Friday free?", True)
    page = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    assert page["messages"] == started["messages"]
    assert (page["upto"], page["more"], page["reset"]) == (2, False, False)


async def test_a_second_start_joins_the_first(desk: Desk) -> None:
    visitor = desk.visitor()
    first = await visitor.start("One")
    second = await visitor.start("Two")
    assert second["created"] is False
    assert second["conversation"]["id"] == first["conversation"]["id"]
    listed = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
    assert (len(listed["items"]), listed["live"]) == (1, first["conversation"]["id"])


async def test_the_same_key_is_answered_byte_for_byte(desk: Desk) -> None:
    visitor = desk.visitor()
    body = {"inbox": "website", "client_id": client_id(), "text": "Once", "filled_for_ms": 5_000}
    first = await visitor.person.post("/chat/start", body, key="start-once-and-only")
    again = await visitor.person.post("/chat/start", body, key="start-once-and-only")
    assert (again.content, again.headers["idempotency-replayed"]) == (first.content, "true")


async def test_a_message_is_matched_by_its_client_id(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    said = await visitor.say("Twice", client_id="client-of-this-message")
    again = await visitor.say("Twice", client_id="client-of-this-message")
    assert again["message"] == said["message"]


async def test_another_visitor_finds_nothing(desk: Desk) -> None:
    mine, other = desk.visitor(), desk.visitor()
    await mine.start("Secret")
    path = f"/chat/conversations/{mine.conversation}"
    tries = [
        await other.person.get(f"{path}/messages"),
        await other.person.post(f"{path}/messages", {"client_id": client_id(), "text": "Let me in"}),
        await other.person.post(f"{path}/seen", {"seq": 1}),
        await other.person.post(f"{path}/end", {}),
        await other.person.post(f"{path}/form", {"client_id": client_id(), "answers": {}}),
    ]
    assert [(each.status_code, each.json()["code"]) for each in tries] == [(404, "conversation-missing")] * 5
    assert all("Secret" not in each.text for each in tries)
    listed = await done(other.person.get("/chat/conversations", {"inbox": "website"}))
    assert listed == {"items": [], "live": None}


async def test_members_have_doors_of_their_own(desk: Desk) -> None:
    body = {"inbox": "website", "client_id": client_id(), "text": "Hi", "filled_for_ms": 5_000}
    answer = await desk.owner.person.post("/chat/start", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "visitor-needed")


async def test_without_a_token_nobody_writes(house: House, desk: Desk) -> None:
    body = {"inbox": "website", "client_id": client_id(), "text": "Hi", "filled_for_ms": 5_000}
    answer = await house.nobody(desk.workspace).post("/chat/start", body)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign-in-needed")


async def test_machines_are_told_so_and_the_key_stays_free(desk: Desk) -> None:
    visitor = desk.visitor()
    body = {"inbox": "website", "client_id": client_id(), "text": "Buy now", "filled_for_ms": 5_000}
    caught = await visitor.person.post("/chat/start", {**body, "website": "spam.example"})
    assert caught.json()["code"] == "looks-automatic"
    assert (await visitor.person.post("/chat/start", body)).status_code == 201


async def test_reading_marks_go_forward_only(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    await desk.owner.say(visitor.conversation or "", "An answer")
    path = f"/chat/conversations/{visitor.conversation}/seen"
    before = await done(visitor.person.get("/chat/conversations", {"inbox": "website"}))
    assert before["items"][0]["unread"] >= 1
    read = await done(visitor.person.post(path, {"seq": 3}))
    late = await done(visitor.person.post(path, {"seq": 1}))
    assert (read["conversation"]["read"], read["conversation"]["unread"]) == (3, 0)
    assert late["conversation"]["read"] == 3


async def test_an_ended_conversation_lives_again_by_a_message(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    ended = await done(visitor.person.post(f"/chat/conversations/{visitor.conversation}/end", {}))
    assert ended["conversation"]["state"] == "resolved"
    said = await visitor.say("One more thing")
    assert said["conversation"]["state"] == "open"


async def test_notes_are_not_the_visitors(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    await desk.owner.say(visitor.conversation or "", "He sounds angry", note=True)
    await desk.owner.say(visitor.conversation or "", "Good morning")
    page = await done(visitor.person.get(f"/chat/conversations/{visitor.conversation}/messages"))
    assert [each["seq"] for each in page["messages"]] == [1, 2, 3]
    assert "angry" not in str(page)
