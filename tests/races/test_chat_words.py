"""What is said many times, in any order, stands once, in the order of its first arrival."""

import random
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import bindparam, select

from ringonce.chat import messages_store, say
from ringonce.chat.tables import conversations
from ringonce.kernel.db import Database, statement
from ringonce.kernel.work import Actor
from tests.support.chats import Desk, Visitor, client_id, open_desk
from tests.support.house import House, done, fresh_key
from tests.support.whole import check_whole, places_of
from tests.support.world import World, all_at_once, make_world

SENDS, MESSAGES = 200, 25
WORKER = Actor("system", "worker")


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest.fixture
def tables(database: Database, house: House) -> World:
    """The house's own tables."""
    return make_world(database, house.clock)


# --- one message, many times


async def send_at_once(
    who: Visitor, said: list[str], chance: random.Random, *, one_key: float = 0.5
) -> list[httpx.Response]:
    """Each message as often as it stands in the list, in random order; some repeats keep their key."""
    keys = {each: fresh_key() for each in said}
    plan = [(each, keys[each] if chance.random() < one_key else fresh_key()) for each in said]
    chance.shuffle(plan)

    async def attempt(number: int) -> httpx.Response:
        each, key = plan[number]
        path = f"/chat/conversations/{who.conversation}/messages"
        return await who.person.post(path, {"client_id": each, "text": f"words of {each}"}, key=key)

    answers = await all_at_once(len(plan), attempt)
    return [
        await attempt(number) if answer.status_code == 429 else answer
        for number, answer in enumerate(answers)
    ]


async def check_once(
    tables: World, desk: Desk, who: Visitor, said: list[str], answers: list[httpx.Response]
) -> None:
    """Each message once, where everybody was told it stands. Raises AssertionError."""
    assert {each.status_code for each in answers} == {201}
    places = await places_of(tables, who.conversation or "")
    texts = {one["client_id"]: one for one in places if one["client_id"] in said}
    assert sum(one["client_id"] in texts for one in places) == len(set(said)) == len(texts)
    for answer in answers:
        told = answer.json()["message"]
        stands = texts[told["client_id"]]
        assert (told["id"], told["seq"], told["text"]) == (
            stands["message_id"],
            stands["visitor_seq"],
            f"words of {told['client_id']}",
        )
    await check_whole(tables, desk.workspace.id)


@pytest.mark.parametrize("different", [1, MESSAGES], ids=["one message", "many messages"])
async def test_two_hundred_sends_duplicated_and_reordered(desk: Desk, tables: World, different: int) -> None:
    who = desk.visitor()
    await who.start("Hello")
    said = [client_id() for _ in range(different)] * (SENDS // different)
    answers = await send_at_once(who, said, random.Random(7))
    await check_once(tables, desk, who, said, answers)
    # The same message is the same answer, whatever else was said meanwhile.
    first: dict[str, Any] = {}
    for message in (answer.json()["message"] for answer in answers):
        assert first.setdefault(message["client_id"], message) == message
    (listed,) = (await done(desk.owner.person.get("/conversations")))["items"]
    assert listed["unread"] == 1 + different


async def test_the_order_of_places_is_the_order_of_first_arrival(desk: Desk, tables: World) -> None:
    """Messages arrive one after another, then once more in any order: who came first stands first."""
    who, chance = desk.visitor(), random.Random(11)
    await who.start("Hello")
    said = [client_id() for _ in range(MESSAGES)]
    for each in said:
        await who.say(f"words of {each}", client_id=each)
    await check_once(tables, desk, who, said, await send_at_once(who, said * 3, chance, one_key=0))
    places = await places_of(tables, who.conversation or "")
    assert [one["client_id"] for one in places if one["client_id"] in said] == said


async def test_control_without_look_up_and_constraint_a_message_stands_twice(
    desk: Desk, tables: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = desk.visitor()
    await who.start("Hello")
    await forget_the_constraint(tables)
    monkeypatch.setattr(say, "find_said", _nothing)
    said = [client_id()] * 6
    answers = await send_at_once(who, said, random.Random(3), one_key=0)
    with pytest.raises(AssertionError):
        await check_once(tables, desk, who, said, answers)
    assert await tables.count("messages", f"client_id = '{said[0]}'") == 6


async def test_the_constraint_judges_when_nobody_looks(
    desk: Desk, tables: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = desk.visitor()
    await who.start("Hello")
    monkeypatch.setattr(say, "find_said", _nothing)
    said = [client_id()] * 2
    answers = await send_at_once(who, said, random.Random(3), one_key=0)
    assert sorted(each.status_code for each in answers) == [201, 500]
    assert await tables.count("messages", f"client_id = '{said[0]}'") == 1


async def test_an_agents_message_sent_many_times_is_one(desk: Desk, tables: World) -> None:
    who, said = desk.visitor(), client_id()
    await who.start("Hello")
    here = who.conversation or ""
    told = await all_at_once(40, lambda _: desk.owner.say(here, "An answer", client_id=said))
    assert len({each["message"]["id"] for each in told}) == 1
    assert await tables.count("messages", f"client_id = '{said}'") == 1
    await check_whole(tables, desk.workspace.id)


async def test_control_an_agents_message_without_look_up_and_constraint_stands_twice(
    desk: Desk, tables: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, said = desk.visitor(), client_id()
    await who.start("Hello")
    here = who.conversation or ""
    await forget_the_constraint(tables)
    nobody = select(conversations.c.id).where(
        conversations.c.id == bindparam("addressed_id"),
        conversations.c.workspace_id == bindparam("workspace_id"),
        conversations.c.id == bindparam("author_kind"),
        conversations.c.id == bindparam("author_id"),
        conversations.c.id == bindparam("client_id"),
    )
    monkeypatch.setattr(messages_store, "FIND_OF_MEMBER", statement(nobody))
    await all_at_once(3, lambda _: desk.owner.say(here, "An answer", client_id=said))
    assert await tables.count("messages", f"client_id = '{said}'") == 3


async def _nothing(*_: Any) -> None:
    return None


async def forget_the_constraint(tables: World) -> None:
    """The table without its constraints; an engine cannot always drop them by name."""
    await tables.sql(
        "CREATE TABLE bare AS SELECT * FROM messages",
        "DROP TABLE messages",
        "ALTER TABLE bare RENAME TO messages",
    )
