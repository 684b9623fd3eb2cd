"""Two processes on one PostgreSQL: neither sees the other's memory, only the database stands between them."""

import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from ringonce.kernel.db import Database
from tests.races.test_chat_starts import fresh_keys, half_with_one_key
from tests.support.chats import client_id
from tests.support.clock import MovableClock
from tests.support.offices import QUIET, Caller, found_office, owner_at, visitor_at
from tests.support.product import Product
from tests.support.whole import check_whole, places_of
from tests.support.world import WORKSPACE, World, all_at_once, make_world

STARTS, OWN, MESSAGES, SENDS = 200, 60, 20, 200


async def at_both(
    callers: Sequence[Caller], path: str, bodies: Sequence[dict[str, Any]], keys: Sequence[str]
) -> list[httpx.Response]:
    """One request for each body, every second one at the other process, all at one line."""

    async def attempt(number: int) -> httpx.Response:
        return await callers[number % 2].post(path, bodies[number], key=keys[number])

    answers = await all_at_once(len(bodies), attempt)
    # Of one session at most 64 wait for a key in a process: who is one too many asks again a moment later.
    return [
        answer if answer.status_code != 429 else await attempt(number)
        for number, answer in enumerate(answers)
    ]


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_starts_and_sends_at_two_processes(
    engine: str, database: Database, database_url: str, tmp_path: Path
) -> None:
    """200 starts of a session with one message, some of another with their own, 200 sends of 20 messages."""
    session = await found_office(database_url)
    tables = make_world(database, MovableClock())
    async with AsyncExitStack() as stack:
        clients = []
        for name in ("one", "other"):
            product = Product(tmp_path / name, database=database_url, environment=QUIET)
            await stack.enter_async_context(product)
            limits = httpx.Limits(max_connections=100)
            client = httpx.AsyncClient(base_url=product.url, limits=limits, timeout=60, trust_env=False)
            clients.append(await stack.enter_async_context(client))
        one = await start_the_same(tables, [visitor_at(client, 1) for client in clients])
        await start_their_own(tables, [visitor_at(client, 2) for client in clients])
        await send_reordered(tables, [visitor_at(client, 1) for client in clients], one)
        await answer_from_both(tables, [owner_at(client, session) for client in clients], one)
    await check_whole(tables, WORKSPACE)


def start_body(said: str) -> dict[str, Any]:
    return {"inbox": "website", "client_id": said, "text": f"words of {said}", "filled_for_ms": 5_000}


async def start_the_same(tables: World, callers: Sequence[Caller]) -> str:
    keys = half_with_one_key(STARTS // 2)
    # Both processes are asked under the repeated key.
    keys = [key for key in keys for _ in range(2)]
    answers = await at_both(callers, "/chat/start", [start_body("said-at-both")] * STARTS, keys)
    assert {each.status_code for each in answers} == {201}
    told = [each.json() for each in answers]
    assert all({**each, "created": None} == {**told[0], "created": None} for each in told)
    assert len({each.content for each, key in zip(answers, keys, strict=True) if key == keys[2]}) == 1
    fresh = [each.json() for each in answers if "idempotency-replayed" not in each.headers]
    assert [each["created"] for each in fresh].count(True) == 1
    assert await tables.count("conversations") == 1
    return str(told[0]["conversation"]["id"])


async def start_their_own(tables: World, callers: Sequence[Caller]) -> None:
    said = [client_id() for _ in range(OWN)]
    answers = await at_both(callers, "/chat/start", [start_body(each) for each in said], fresh_keys(OWN))
    assert {each.status_code for each in answers} == {201}
    (found,) = {each.json()["conversation"]["id"] for each in answers}
    assert await tables.count("conversations") == 2
    texts = [one["client_id"] for one in await places_of(tables, found) if one["kind"] == "text"]
    assert sorted(texts) == sorted(said)


async def send_reordered(tables: World, callers: Sequence[Caller], here: str) -> None:
    said = [client_id() for _ in range(MESSAGES)] * (SENDS // MESSAGES)
    random.Random(5).shuffle(said)
    one_key = {each: f"the-one-key-of-{each}" for each in said}
    keys = [one_key[each] if index % 3 else fresh_keys(1)[0] for index, each in enumerate(said)]
    bodies = [{"client_id": each, "text": f"words of {each}"} for each in said]
    answers = await at_both(callers, f"/chat/conversations/{here}/messages", bodies, keys)
    assert {each.status_code for each in answers} == {201}
    first: dict[str, Any] = {}
    for message in (answer.json()["message"] for answer in answers):
        assert first.setdefault(message["client_id"], message) == message
    places = [one for one in await places_of(tables, here) if one["client_id"] in first]
    assert [one["message_id"] for one in places] == [
        each["id"] for each in sorted(first.values(), key=lambda each: int(each["seq"]))
    ]
    assert len(places) == MESSAGES


async def answer_from_both(tables: World, owners: Sequence[Caller], here: str) -> None:
    """The agent's answer, sent at both at once, under a key of its own each."""
    body = {"client_id": "an-answer-at-both", "text": "Good morning"}
    answers = await at_both(owners, f"/conversations/{here}/messages", [body] * 20, fresh_keys(20))
    assert {each.status_code for each in answers} == {201}
    assert len({each.json()["message"]["id"] for each in answers}) == 1
    assert await tables.count("messages", "client_id = 'an-answer-at-both'") == 1
