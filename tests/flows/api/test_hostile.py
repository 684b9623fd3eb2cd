"""What no client of ours would send: one clear refusal each, the same on both engines, and never a 500."""

import secrets
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.support.house import House, Shop, done, fresh_key

FREE = "2026-12-02T09:00:00Z"
NUL = "a\0b"


def hold_body(**more: Any) -> dict[str, Any]:
    return {"service": "cut", "start": FREE, **more}


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/holds", {**hold_body(), "service": NUL}, "service"),
        ("/holds", hold_body(seen_version=NUL), "seen_version"),
        ("/bookings", {**hold_body(), "name": NUL}, "name"),
        ("/bookings", {**hold_body(), "name": "Ada", "answers": {"q": ["x", NUL]}}, "answers.q[1]"),
        ("/bookings", {**hold_body(), "name": "Ada", "answers": {NUL: "x"}}, "answers"),
    ],
)
async def test_nul_in_a_text(house: House, shop: Shop, path: str, body: Any, field: str) -> None:
    answer = await house.visitor(shop.workspace).post(path, body)
    assert answer.status_code == 400
    assert [each["field"] for each in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    "path",
    [
        "/services/%00",
        "/services/a%00b",
        "/public/bookings/%00",
        "/slots?service=%00&from=2026-12-01&to=2026-12-02",
        "/services?workspace=%00",
        "/bookings?q=%00",
        "/members?cursor=WyJcdTAwMDAiXQ",
        "/members?cursor=WyJcdWQ4MDAiXQ",
        "/bookings?cursor=Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OTksICJhIl0",
        f"/log?after={2**63}",
        f"/log?order=newest&before={2**63}",
        f"/conversations/cnv_x/messages?after={2**63}",
        f"/conversations/cnv_x/messages?before={2**63}",
    ],
)
async def test_what_no_engine_can_hold_in_an_address(house: House, shop: Shop, path: str) -> None:
    assert (await shop.owner.get(path)).status_code == 400


@pytest.mark.parametrize(
    "raw",
    [
        b'{"service":"\xff\xfe"}',
        b'{"service":"cut","start":"\\ud800"}',
        b'{"service":"cut","start":NaN}',
        b'{"service":"cut","length_minutes":1e999}',
        b"[" * 50_000,
        b"'cut'",
    ],
)
async def test_bytes_that_are_no_json(house: House, shop: Shop, raw: bytes) -> None:
    visitor = house.visitor(shop.workspace)
    headers = {**visitor.headers, "Idempotency-Key": f'"{fresh_key()}"'}
    answer = await visitor.client.post("/holds", content=raw, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "request-invalid")


@pytest.mark.parametrize("start", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-14:00"])
async def test_absurd_years(house: House, shop: Shop, start: str) -> None:
    visitor = house.visitor(shop.workspace)
    held = await visitor.post("/holds", hold_body(start=start))
    series = await visitor.post("/holds/series", {"service": "cut", "starts": [FREE, start]})
    explained = await visitor.get("/explain", {"service": "cut", "start": start})
    listed = await shop.owner.get("/bookings", {"from": start[:10]})
    for answer, field in ((held, "start"), (series, "starts"), (explained, "start"), (listed, "from")):
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)


async def test_a_body_over_the_limit_that_did_not_say_so(house: House, shop: Shop) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 10_000

    visitor = house.visitor(shop.workspace)
    headers = {**visitor.headers, "Idempotency-Key": f'"{fresh_key()}"'}
    answer = await visitor.client.post("/holds", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")


async def test_a_body_of_another_type(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    headers = {**visitor.headers, "Idempotency-Key": f'"{fresh_key()}"', "Content-Type": "text/plain"}
    answer = await visitor.client.post("/holds", content=b'{"service":"cut"}', headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (415, "content-type")


async def test_two_keys_are_no_key(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    keys = [("Idempotency-Key", f'"{fresh_key()}"') for _ in range(2)]
    answer = await visitor.client.post("/holds", json=hold_body(), headers=[*visitor.headers.items(), *keys])
    assert (answer.status_code, answer.json()["code"]) == (400, "key-malformed")


async def test_a_number_written_otherwise_is_the_same_intent(house: House, shop: Shop) -> None:
    visitor, key = house.visitor(shop.workspace), fresh_key()
    first = await visitor.post("/holds", hold_body(length_minutes=60), key=key)
    for written in ("60.0", "6e1"):
        raw = f'{{"length_minutes": {written}, "start": "{FREE}", "service": "c\\u0075t"}}'
        headers = {**visitor.headers, "Idempotency-Key": f'"{key}"', "Content-Type": "application/json"}
        again = await visitor.client.post("/holds", content=raw, headers=headers)
        assert (again.status_code, again.content) == (201, first.content)


@pytest.mark.parametrize("mark", ["/", "%", "%2F", '"', "\\", " ", "?", "#", "//", "/../"])
async def test_a_key_of_any_printable_characters_is_found_again(house: House, shop: Shop, mark: str) -> None:
    visitor, key = house.visitor(shop.workspace), secrets.token_urlsafe(9) + mark + secrets.token_urlsafe(9)
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    await done(visitor.post("/holds", hold_body(), key=escaped))
    assert (await done(visitor.get("/intents/" + quote(key, safe=""))))["state"] == "done"


async def test_head_is_get_without_its_body(house: House, shop: Shop) -> None:
    client = house.nobody(shop.workspace)
    for path in ("/services", "http://desk.test/healthz", f"http://desk.test/{shop.workspace.slug}"):
        answer = await client.client.head(path, headers=client.headers)
        assert (answer.status_code, answer.content) == (200, b"")
    assert (await client.client.head("/holds", headers=client.headers)).status_code == 405
