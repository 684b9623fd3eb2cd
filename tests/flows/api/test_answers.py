"""Every line of the protocol's table of answers, over HTTP."""

import asyncio
import secrets
from typing import Any

import pytest
from sqlalchemy import text

from ringonce.identity.visitors import visitor_of
from ringonce.kernel.db import statement
from ringonce.kernel.keys import Scope
from tests.support.house import House, Shop, done, fresh_key

FREE = "2026-12-02T09:00:00Z"


def hold_body(start: str = FREE) -> dict[str, Any]:
    return {"service": "cut", "start": start}


async def test_first_is_executed_and_stored(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    answer = await visitor.post("/holds", hold_body(), key=key)
    assert answer.status_code == 201
    assert "idempotency-replayed" not in answer.headers
    found = await done(visitor.get(f"/intents/{key}"))
    assert (found["state"], found["status"], found["body"]) == ("done", 201, answer.json())


async def test_the_same_again_is_replayed_byte_for_byte(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    first = await visitor.post("/holds", hold_body(), key=key)
    again = await visitor.post("/holds", hold_body(), key=key)
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["x-request-id"] != first.headers["x-request-id"]
    assert await log_of(shop, "HoldGranted") == 1


async def test_ten_at_once_are_one(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    body = {**hold_body(), "name": "Ada", "email": "ada@example.org"}
    answers = await asyncio.gather(*(visitor.post("/bookings", body, key=key) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert await log_of(shop, "BookingConfirmed") == 1


async def test_while_it_runs_the_answer_says_where_to_ask(house: House, shop: Shop) -> None:
    token = "vst_" + secrets.token_urlsafe(33)
    visitor, key = house.visitor(shop.workspace, token=token), fresh_key()
    await done(visitor.post("/holds", hold_body()))
    executor = house.app.edge.executor
    principal = visitor_of(token, shop.workspace.id).receipt_scope
    scope = Scope(shop.workspace.id, principal, key)
    loop = asyncio.get_running_loop()
    executor._wait = 0.05
    async with executor._places.turn(scope, loop.time() + 1) as mine:
        assert mine
        answer = await visitor.post("/holds", hold_body(), key=key)
        assert (await done(visitor.get(f"/intents/{key}")))["state"] == "in-flight"
    assert (answer.status_code, answer.json()["code"]) == (409, "in-flight")
    assert answer.headers["retry-after"] == "1"
    assert answer.json()["intent"] == f"/api/v1/intents/{key}"
    assert (await visitor.post("/holds", hold_body(), key=key)).status_code == 201


async def test_another_body_under_the_same_key_does_nothing(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    await done(visitor.post("/holds", hold_body(), key=key))
    answer = await visitor.post("/holds", hold_body("2026-12-02T11:00:00Z"), key=key)
    assert (answer.status_code, answer.json()["code"]) == (422, "key-reused")
    assert await log_of(shop, "HoldGranted", "HoldMoved") == 1


async def test_another_path_under_the_same_key_does_nothing(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    hold = await done(visitor.post("/holds", hold_body()))
    other = await done(visitor.post("/holds", hold_body("2026-12-02T11:00:00Z")))
    await done(visitor.post(f"/holds/{hold['id']}/renew", {"token": hold["token"]}, key=key))
    answer = await visitor.post(f"/holds/{other['id']}x/renew", {"token": hold["token"]}, key=key)
    assert answer.json()["code"] == "key-reused"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"service": "cut"}, 400),
        ({"service": "cut", "start": FREE, "colour": "red"}, 400),
        ({"service": "cut", "start": "2026-12-02T09:00:30Z"}, 400),
    ],
)
async def test_what_cannot_be_read_is_not_stored(
    house: House, shop: Shop, body: dict[str, Any], status: int
) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    assert (await visitor.post("/holds", body, key=key)).status_code == status
    assert (await done(visitor.get(f"/intents/{key}")))["state"] == "none"
    assert (await visitor.post("/holds", hold_body(), key=key)).status_code == 201


async def test_a_form_fault_is_not_stored(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    refused = await visitor.post("/bookings", {**hold_body(), "name": ""}, key=key)
    assert (refused.status_code, refused.json()["code"]) == (400, "form-invalid")
    assert {fault["field"] for fault in refused.json()["errors"]} >= {"name"}
    mended = {**hold_body(), "name": "Ada", "email": "ada@example.org"}
    assert (await visitor.post("/bookings", mended, key=key)).status_code == 201


async def test_a_refused_caller_may_come_again_with_the_same_key(house: House, shop: Shop) -> None:
    key = fresh_key()
    nobody = await house.nobody(shop.workspace).post("/holds", hold_body(), key=key)
    assert (nobody.status_code, nobody.json()["code"]) == (401, "sign-in-needed")
    assert nobody.headers["www-authenticate"].startswith("Bearer")
    assert (await house.visitor(shop.workspace).post("/holds", hold_body(), key=key)).status_code == 201


async def test_a_final_refusal_is_replayed_even_when_it_would_go_well_now(house: House, shop: Shop) -> None:
    winner, loser, key = house.visitor(shop.workspace), house.visitor(shop.workspace), fresh_key()
    hold = await done(winner.post("/holds", hold_body()))
    first = await loser.post("/holds", hold_body(), key=key)
    assert (first.status_code, first.json()["code"]) == (409, "slot-taken")
    assert len(first.json()["alternatives"]) >= 3
    await done(winner.post(f"/holds/{hold['id']}/release", {"token": hold["token"]}))
    again = await loser.post("/holds", hold_body(), key=key)
    assert (again.status_code, again.content) == (409, first.content)
    assert again.headers["idempotency-replayed"] == "true"
    assert (await loser.post("/holds", hold_body())).status_code == 201


async def test_another_principals_key_is_never_found(house: House, shop: Shop) -> None:
    one, other, key = house.visitor(shop.workspace), house.visitor(shop.workspace), fresh_key()
    await done(one.post("/holds", hold_body(), key=key))
    assert (await done(other.get(f"/intents/{key}")))["state"] == "none"
    answer = await other.post("/holds", hold_body("2026-12-02T11:00:00Z"), key=key)
    assert answer.status_code == 201
    assert "idempotency-replayed" not in answer.headers


@pytest.mark.parametrize("header", ["", "no-quotes-at-all-here", '"short"', '"' + "x" * 129 + '"'])
async def test_a_write_needs_a_key_that_can_be_read(house: House, shop: Shop, header: str) -> None:
    visitor = house.visitor(shop.workspace)
    answer = await visitor.client.post(
        "/holds", json=hold_body(), headers={**visitor.headers, "Idempotency-Key": header}
    )
    assert answer.status_code == 400
    assert answer.json()["code"] in {"key-missing", "key-malformed"}


async def test_the_receipt_holds_no_readable_body(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    body = {**hold_body(), "name": "Ada Lovelace", "email": "ada@example.org"}
    code = (await done(visitor.post("/bookings", body)))["booking"]["code"]
    rows = await house.app.edge.database.read(lambda tx: tx.all(statement(text("SELECT * FROM receipts"))))
    assert rows
    told = repr(rows)
    assert code not in told
    assert "Lovelace" not in told


async def log_of(shop: Shop, *actions: str) -> int:
    entries = (await done(shop.owner.get("/log", {"limit": 200})))["items"]
    return sum(entry["action"] in actions for entry in entries)
