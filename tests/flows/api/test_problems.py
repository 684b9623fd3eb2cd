"""Whatever goes wrong is a problem document with the request's id; a person in a browser sees a page."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
import structlog
from litestar import get

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support.clock import MovableClock
from tests.support.house import House, Shop, fresh_key, make_house


@get("/boom", include_in_schema=False)
async def boom() -> None:
    raise ZeroDivisionError("a bug")


@pytest_asyncio.fixture
async def broken(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids, doors=[boom], max_body_bytes=1_000)
    yield made
    await made.close()


def problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.headers["content-type"].startswith("application/problem+json")
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"/docs/errors/{code}"
    assert body["title"] != code
    assert body["instance"] == answer.headers["x-request-id"]
    return body


async def test_no_such_path_and_no_such_method(house: House) -> None:
    problem(await house.person().get("/nothing/here"), 404, "not-found")
    answer = await house.person().client.put("/session")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "DELETE, GET, HEAD, POST"


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        (b"{", "body", "malformed"),
        (b'"text"', "body", "wrong-type"),
        (b'{"service": "cut"}', "start", "missing-field"),
        (b'{"service": "cut", "start": "soon"}', "start", "out-of-range"),
        (b'{"service": 7, "start": "2026-12-02T09:00:00Z"}', "service", "wrong-type"),
        (b'{"service": "cut", "start": "2026-12-02T09:00:00"}', "start", "wrong-type"),
        (b'{"service": "cut", "start": "2026-12-02T09:00:00Z", "who": 1}', "who", "unknown-field"),
        (
            b'{"service": "cut", "start": "2026-12-02T09:00:00Z", "length_minutes": 0}',
            "length_minutes",
            "wrong-type",
        ),
        (b'{"replaces": {"hold_id": "x", "y": 1}}', "replaces.y", "unknown-field"),
        (b"[" * 5_000, "body", "malformed"),
    ],
)
async def test_a_body_that_cannot_be_read_names_the_field(
    house: House, shop: Shop, body: bytes, field: str, code: str
) -> None:
    visitor = house.visitor(shop.workspace)
    headers = {**visitor.headers, "Idempotency-Key": f'"{fresh_key()}"'}
    answer = await visitor.client.post("/holds", content=body, headers=headers)
    fault = problem(answer, 400, "request-invalid")["errors"][0]
    assert fault["field"] == field
    assert (
        fault["code"] in {code, "wrong-type", "out-of-range"}
        if code in {"wrong-type", "out-of-range"}
        else (fault["code"] == code)
    )


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=x", "limit"),
        ("colour=red", "colour"),
        ("limit=1&limit=2", "limit"),
    ],
)
async def test_a_query_that_cannot_be_read_names_the_field(
    house: House, shop: Shop, query: str, field: str
) -> None:
    answer = await shop.owner.client.get(f"/hosts?{query}", headers=shop.owner.headers)
    assert problem(answer, 400, "request-invalid")["errors"][0]["field"] == field


async def test_a_body_too_large_is_refused_announced_or_not(broken: House) -> None:
    person = broken.person()
    announced = await person.client.post("/session", content=b"x" * 2_000)
    problem(announced, 413, "body-too-large")

    async def dripping() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100

    problem(await person.client.post("/session", content=dripping()), 413, "body-too-large")


async def test_a_bug_is_a_bare_500_logged_once_with_the_request_id(broken: House) -> None:
    with structlog.testing.capture_logs() as lines:
        answer = await broken.person().client.get(
            "http://desk.test/boom", headers={"X-Request-ID": "req-of-mine-1"}
        )
    body = problem(answer, 500, "internal")
    assert "ZeroDivisionError" not in answer.text
    assert body["instance"] == "req-of-mine-1"
    bugs = [line for line in lines if line["event"] == "bug"]
    assert [line["request_id"] for line in bugs] == ["req-of-mine-1"]


async def test_a_person_sees_a_page_with_the_request_id(broken: House) -> None:
    answer = await broken.person().client.get(
        "http://desk.test/boom", headers={"Accept": "text/html,*/*", "X-Request-ID": "req-of-mine-2"}
    )
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("text/html")
    assert "req-of-mine-2" in answer.text
    nonce = answer.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert f'nonce="{nonce}"' in answer.text


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("req-of-mine-3", True), ("short", False), ("with spaces in it", False), ("x" * 101, False)],
)
async def test_a_request_id_is_kept_if_well_formed_else_made(house: House, sent: str, kept: bool) -> None:
    answer = await house.person().get("/nothing", X_Request_ID=sent)
    assert (answer.headers["x-request-id"] == sent) is kept
    assert answer.headers["x-request-id"]


async def test_every_answer_carries_the_headers_of_safety(house: House, shop: Shop) -> None:
    answers = [
        await house.nobody(shop.workspace).get("/workspace"),
        await house.person().get("/nothing"),
        await house.person().client.get(f"http://desk.test/{shop.workspace.slug}/cut"),
    ]
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "'unsafe-inline'" not in policy
        assert "base-uri 'none'" in policy
    assert "frame-ancestors 'none'" in answers[0].headers["content-security-policy"]
    assert "frame-ancestors *" in answers[2].headers["content-security-policy"]
    nonces = {
        answer.headers["content-security-policy"].split("'nonce-")[1].split("'")[0] for answer in answers
    }
    assert len(nonces) == 3


async def test_the_log_line_has_the_template_and_never_a_code(house: House, shop: Shop) -> None:
    with structlog.testing.capture_logs() as lines:
        await house.nobody(shop.workspace).get("/public/bookings/a-code-that-opens-a-booking")
    line = next(line for line in lines if line["event"] == "request")
    assert line["route"] == "/api/v1/public/bookings/{code}"
    assert "a-code-that-opens" not in repr(lines)
    assert {"request_id", "method", "status", "ms", "who"} <= line.keys()


async def test_the_workspace_must_be_named_and_known(house: House) -> None:
    problem(await house.person().get("/workspace"), 400, "workspace-needed")
    problem(await house.person(Ringonce_Workspace="nowhere").get("/workspace"), 404, "workspace-unknown")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/version"])
async def test_the_machines_that_watch_are_answered(house: House, path: str) -> None:
    answer = await house.person().client.get(f"http://desk.test{path}")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "name", ["../../app.py", "%2e%2e/app.py", "nothing.js", "manifest.json/../../app.py"]
)
async def test_assets_are_files_of_the_build_and_nothing_else(house: House, name: str) -> None:
    answer = await house.person().client.get(f"http://desk.test/assets/{name}")
    assert answer.status_code == 404
