"""What no client of ours would send: one clear refusal each, the same on both engines, and never a 500."""

import base64
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
        "/members?cursor=" + base64.urlsafe_b64encode(b"[" * 3_000).decode(),
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


@pytest.mark.parametrize("origin", ["http://[", "http://[::1"])
async def test_an_origin_that_is_no_address_is_another_site(house: House, shop: Shop, origin: str) -> None:
    stranger = house.person(Ringonce_Workspace=shop.workspace.slug)
    body = {"email": "ada@example.org", "password": "a long password"}
    answer = await stranger.client.post("/session", json=body, headers={**stranger.headers, "Origin": origin})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross-site")
    async with house.socket(cookie=shop.owner.headers["Cookie"], origin=origin) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        assert await socket.ends() == 4403


async def test_a_host_that_is_no_address_does_no_harm(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    visitor.client.headers["Host"] = "a:99999"
    body = {"service": "cut", "start": FREE, "name": "Ada", "email": "ada@example.org"}
    booked = (await done(visitor.post("/bookings", body)))["booking"]
    assert (await visitor.get(f"/public/bookings/{booked['code']}")).status_code == 200
    for path in (f"{booked['manage_path']}/ics", f"/chat/{shop.workspace.slug}/nothing"):
        answer = await visitor.client.get(f"http://desk.test{path}")
        assert answer.status_code in (200, 404)


@pytest.mark.parametrize(
    "part",
    [
        b'Content-Disposition: form-data; name="start"\r\n\r\n\xff',
        b'Content-Disposition: form-data; name="start"\r\nContent-Type: text/plain; charset=nope\r\n\r\nx',
    ],
)
async def test_a_form_of_another_kind_says_nothing(house: House, shop: Shop, part: bytes) -> None:
    client = house.person().client
    answer = await client.post(
        f"http://desk.test/{shop.workspace.slug}/cut/hold",
        content=b"--b\r\n" + part + b"\r\n--b--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=b"},
    )
    assert 400 <= answer.status_code < 500


async def test_a_frame_of_many_brackets_is_unreadable(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say_raw('{"x":' + "[" * 2_000)
        assert await socket.ends() == 4400
