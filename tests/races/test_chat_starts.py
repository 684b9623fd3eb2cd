"""The founding incident at the server's door: two hundred starts of one session are one conversation.

Each guard has its control: without it the same storm fails the same check.
"""

from collections.abc import Sequence
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import insert

from ringonce.chat import store
from ringonce.chat.inbox_model import FormField, InboxSettings, Prechat
from ringonce.chat.store import every
from ringonce.chat.tables import participations
from ringonce.kernel.db import Database, statement
from tests.support.chats import Desk, Visitor, client_id, open_desk
from tests.support.house import House, done, fresh_key
from tests.support.whole import check_whole, places_of
from tests.support.world import World, all_at_once, make_world

STARTS = 200
FEW = 12
MAIL = FormField(id="email", type="email", label="Mail", required=True)


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest.fixture
def tables(database: Database, house: House) -> World:
    """The house's own tables."""
    return make_world(database, house.clock)


def body_of(said: str, text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"inbox": "website", "client_id": said, "text": text, "filled_for_ms": 5_000, **more}


async def start_at_once(
    visitors: Sequence[Visitor], said: Sequence[str], keys: Sequence[str]
) -> list[httpx.Response]:
    """One start for each client id, all at one line."""

    async def attempt(number: int) -> httpx.Response:
        person = visitors[number % len(visitors)].person
        return await person.post("/chat/start", body_of(said[number], said[number]), key=keys[number])

    answers = await all_at_once(len(said), attempt)
    # Of one session at most 64 wait for a key: who is one too many asks again a moment later, as a page does.
    return [
        await attempt(number) if answer.status_code == 429 else answer
        for number, answer in enumerate(answers)
    ]


def half_with_one_key(count: int) -> list[str]:
    """Every second one is a repeated request; the others are clicks of their own."""
    one = fresh_key()
    return [one if number % 2 else fresh_key() for number in range(count)]


async def check_one(tables: World, desk: Desk, answers: Sequence[httpx.Response]) -> list[dict[str, Any]]:
    """One conversation, whole, and everybody was told of it. Raises AssertionError."""
    assert [each.status_code for each in answers] == [201] * len(answers)
    told: list[dict[str, Any]] = [each.json() for each in answers]
    assert len({each["conversation"]["id"] for each in told}) == 1
    assert await tables.count("conversations") == 1
    assert await tables.count("contacts") == 1
    assert await tables.count("participations") == 1
    # Requests under one key are one request: those that were not replayed made one conversation.
    fresh = [each.json() for each in answers if "idempotency-replayed" not in each.headers]
    assert [each["created"] for each in fresh].count(True) == 1
    await check_whole(tables, desk.workspace.id)
    return told


@pytest.mark.parametrize("form", [False, True], ids=["no form", "form asked after"])
async def test_two_hundred_starts_with_one_message_are_one(house: House, tables: World, form: bool) -> None:
    prechat = Prechat(when="after", fields=(MAIL,)) if form else Prechat(when="off")
    desk = await open_desk(house, InboxSettings(prechat=prechat, assignment="manual"))
    said = [client_id()] * STARTS
    keys = half_with_one_key(STARTS)
    answers = await start_at_once([desk.visitor()], said, keys)
    told = await check_one(tables, desk, answers)
    # The same answer to everybody, but for the one who made it.
    assert all({**each, "created": None} == {**told[0], "created": None} for each in told)
    assert len({each.content for each, key in zip(answers, keys, strict=True) if key == keys[1]}) == 1
    conversation_id = told[0]["conversation"]["id"]
    kinds = [one["kind"] for one in await places_of(tables, conversation_id)]
    assert kinds == ["event", "text", "form"] if form else ["event", "text"]
    (listed,) = (await done(desk.owner.person.get("/conversations")))["items"]
    assert (listed["id"], listed["unread"]) == (conversation_id, 1)


async def test_two_hundred_starts_with_messages_of_their_own_are_one(desk: Desk, tables: World) -> None:
    """Half of the messages come twice, under keys of their own."""
    each_own = [client_id() for _ in range(STARTS * 3 // 4)]
    said = each_own + each_own[: STARTS - len(each_own)]
    told = await check_one(tables, desk, await start_at_once([desk.visitor()], said, fresh_keys(STARTS)))
    places = await places_of(tables, told[0]["conversation"]["id"])
    texts = [one for one in places if one["kind"] == "text"]
    assert sorted(one["client_id"] for one in texts) == sorted(each_own)
    # Everybody was told where her message stands.
    by_client = {one["client_id"]: one["visitor_seq"] for one in texts}
    for asked, answer in zip(said, told, strict=True):
        (mine,) = [one for one in answer["messages"] if one["client_id"] == asked]
        assert mine["seq"] == by_client[asked]
    (listed,) = (await done(desk.owner.person.get("/conversations")))["items"]
    assert listed["unread"] == len(each_own)


def fresh_keys(count: int) -> list[str]:
    return [fresh_key() for _ in range(count)]


async def test_two_tabs_of_a_first_visit_share_a_token_and_a_conversation(desk: Desk, tables: World) -> None:
    """The tabs agree on one token before either asks; each has sockets and a popout open meanwhile."""
    tab, popout = desk.visitor(900), desk.visitor(900, address="203.0.113.77")
    async with desk.socket(tab) as page, desk.socket(popout) as other:
        await page.follow()
        await other.follow()
        told = await check_one(
            tables, desk, await start_at_once([tab, popout], ["tab-says-it", "popout-says-it"], fresh_keys(2))
        )
        upto = max(each["conversation"]["last_seq"] for each in told)
        threads = [await each.catch_up(upto) for each in (page, other)]
        assert threads[0].messages == threads[1].messages
        assert sorted(threads[0].texts()) == ["popout-says-it", "tab-says-it"]
        await desk.owner.say(told[0]["conversation"]["id"], "Good morning")
        for each in (page, other):
            assert "Good morning" in (await each.catch_up(upto + 1)).texts()


async def test_two_tokens_are_two_sessions(desk: Desk, tables: World) -> None:
    """What the page must prevent, the server cannot see: it takes them for two people, wholly apart."""
    visitors = [desk.visitor(), desk.visitor()]
    answers = await start_at_once(visitors, [client_id() for _ in range(FEW)], fresh_keys(FEW))
    assert {each.status_code for each in answers} == {201}
    assert len({each.json()["conversation"]["id"] for each in answers}) == 2
    assert await tables.count("contacts") == 2
    await check_whole(tables, desk.workspace.id)


async def test_the_key_of_participations_judges_when_nobody_looks(
    desk: Desk, tables: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim made blind, as a bug would: the primary key lets one through and the rest fail."""
    monkeypatch.setattr(store, "CLAIM_PARTICIPATION", _BLIND)
    answers = await start_at_once([desk.visitor()], [client_id(), client_id()], fresh_keys(2))
    assert sorted(each.status_code for each in answers) == [201, 500]
    assert await tables.count("conversations") == 1


async def test_control_without_the_key_of_participations_each_start_makes_its_own(
    desk: Desk, tables: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tables.sql(
        "DROP TABLE participations",
        "CREATE TABLE participations (workspace_id TEXT, inbox_id TEXT, visitor_id TEXT,"
        " conversation_id TEXT, came_from TEXT, joined_at BIGINT)",
    )
    monkeypatch.setattr(store, "CLAIM_PARTICIPATION", _BLIND)
    answers = await start_at_once([desk.visitor()], [client_id() for _ in range(FEW)], fresh_keys(FEW))
    with pytest.raises(AssertionError):
        await check_one(tables, desk, answers)
    assert await tables.count("conversations") == FEW


_BLIND = statement(insert(participations).values(every(participations)))
