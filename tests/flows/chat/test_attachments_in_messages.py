"""Files in conversations through the doors: both sides send them, both sides see them, nobody else does."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support import samples
from tests.support.chats import Desk, Visitor, client_id, open_desk
from tests.support.clock import MovableClock
from tests.support.house import ORIGIN, House, Person, fresh_key, make_house


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


async def upload(person: Person, data: bytes, name: str, path: str) -> str:
    headers = {**person.headers, "Idempotency-Key": f'"{fresh_key()}"'}
    answer = await person.client.post(path, params={"name": name}, content=data, headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def from_visitor(visitor: Visitor, data: bytes = samples.PDF, name: str = "plan.pdf") -> str:
    headers = {**visitor.person.headers, "Idempotency-Key": f'"{fresh_key()}"'}
    query = {"inbox": "website", "name": name}
    answer = await visitor.person.client.post(
        "/chat/attachments", params=query, content=data, headers=headers
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def names(message: dict[str, Any]) -> list[str]:
    return [each["name"] for each in message["attachments"]]


async def thread(who: Visitor | Person, path: str) -> list[dict[str, Any]]:
    person = who.person if isinstance(who, Visitor) else who
    answer = await person.get(path)
    assert answer.status_code == 200, answer.text
    return [each for each in answer.json()["messages"] if each.get("attachments")]


async def test_a_first_message_may_be_a_file_alone(desk: Desk) -> None:
    visitor = desk.visitor()
    started = await visitor.start("", attachments=[await from_visitor(visitor)])
    message = next(each for each in started["messages"] if each["kind"] == "text")
    assert (message["text"], names(message)) == ("", ["plan.pdf"])
    (seen,) = await thread(desk.owner.person, f"/conversations/{visitor.conversation}/messages")
    assert names(seen) == ["plan.pdf"]
    client = desk.house.person().client
    assert (await client.get(ORIGIN + seen["attachments"][0]["url"])).content == samples.PDF


async def test_several_files_keep_their_order(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    sent = [await from_visitor(visitor, f"file {n}".encode(), f"{n}.txt") for n in range(4)]
    said = await visitor.say("four", attachments=[sent[2], sent[0], sent[3], sent[1]])
    assert names(said["message"]) == ["2.txt", "0.txt", "3.txt", "1.txt"]
    (shown,) = await thread(visitor, f"/chat/conversations/{visitor.conversation}/messages")
    assert names(shown) == ["2.txt", "0.txt", "3.txt", "1.txt"]


async def test_an_agent_s_file_reaches_the_visitor(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    assert visitor.conversation is not None
    picture = await upload(desk.owner.person, samples.picture("JPEG", (900, 300)), "map.jpg", "/attachments")
    await desk.owner.say(visitor.conversation, "The way", attachments=[picture])
    (shown,) = await thread(visitor, f"/chat/conversations/{visitor.conversation}/messages")
    (file,) = shown["attachments"]
    assert (file["width"], file["height"], file["media_type"]) == (900, 300, "image/jpeg")
    assert file["preview_url"].endswith("?preview=1")


async def test_a_note_s_file_stays_at_the_desk(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    assert visitor.conversation is not None
    secret = await upload(desk.owner.person, b"secret", "secret.txt", "/attachments")
    await desk.owner.say(visitor.conversation, "look", note=True, attachments=[secret])
    assert await thread(visitor, f"/chat/conversations/{visitor.conversation}/messages") == []
    assert len(await thread(desk.owner.person, f"/conversations/{visitor.conversation}/messages")) == 1


async def test_another_s_file_cannot_be_sent(desk: Desk) -> None:
    thief, owner = desk.visitor(), desk.visitor()
    await thief.start()
    theirs = await from_visitor(owner)
    body = {"client_id": client_id(), "text": "mine now", "attachments": [theirs]}
    answer = await thief.person.post(f"/chat/conversations/{thief.conversation}/messages", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "attachment-missing")
    desk_s = await upload(desk.owner.person, b"desk", "desk.txt", "/attachments")
    body = {"client_id": client_id(), "text": "mine now", "attachments": [desk_s]}
    answer = await thief.person.post(f"/chat/conversations/{thief.conversation}/messages", body)
    assert answer.json()["code"] == "attachment-missing"
    assert await thread(thief, f"/chat/conversations/{thief.conversation}/messages") == []


async def test_a_retried_message_carries_its_file_once(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start()
    file = await from_visitor(visitor)
    body = {"client_id": client_id(), "text": "here", "attachments": [file]}
    path = f"/chat/conversations/{visitor.conversation}/messages"
    answers = [await visitor.person.post(path, body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert len({answer.json()["message"]["id"] for answer in answers}) == 1
    assert len(await thread(visitor, path)) == 1
    other = {"client_id": client_id(), "text": "again", "attachments": [file]}
    assert (await visitor.person.post(path, other)).json()["code"] == "attachment-missing"


async def test_a_merge_takes_the_files_along(desk: Desk) -> None:
    one, two = desk.visitor(), desk.visitor()
    await one.start()
    await two.start("with a file", attachments=[await from_visitor(two)])
    body = {"kind": "conversations", "winner_id": one.conversation, "loser_ids": [two.conversation]}
    merged = await desk.owner.person.post("/merges", body)
    assert merged.status_code == 201, merged.text
    (shown,) = await thread(desk.owner.person, f"/conversations/{one.conversation}/messages")
    assert names(shown) == ["plan.pdf"]


async def test_erasing_the_person_erases_the_file(desk: Desk) -> None:
    visitor = desk.visitor()
    await visitor.start("with a file", attachments=[await from_visitor(visitor)])
    path = f"/conversations/{visitor.conversation}"
    (shown,) = await thread(desk.owner.person, f"{path}/messages")
    url = ORIGIN + shown["attachments"][0]["url"]
    client = desk.house.person().client
    assert (await client.get(url)).status_code == 200
    contact = (await desk.owner.person.get(path)).json()["contact"]["id"]
    erased = await desk.owner.person.post(f"/contacts/{contact}/erase", {})
    assert erased.is_success, erased.text
    assert (await client.get(url)).status_code == 404
