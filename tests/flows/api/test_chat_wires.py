"""Files, bodies and sockets of chat in the hands of somebody who means harm."""

import asyncio
import io
import tracemalloc
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from ringonce.chat.inbox_model import Prechat
from ringonce.chat.media import AttachmentType, recognise
from tests.support.chats import Desk, Visitor, open_desk
from tests.support.house import ORIGIN, House, fresh_key
from tests.support.samples import PDF

OPEN = Prechat(when="off")


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> Visitor:
    made = desk.visitor()
    await made.start("The secret of the house")
    return made


async def upload(visitor: Visitor, data: Any, name: str = "a.pdf", **headers: str) -> httpx.Response:
    sent = {**visitor.person.headers, "Idempotency-Key": f'"{fresh_key()}"', **headers}
    path = f"/chat/attachments?inbox=website&name={name}"
    return await visitor.person.client.post(path, content=data, headers=sent)


async def test_a_file_is_found_by_its_own_token_alone(house: House, desk: Desk, visitor: Visitor) -> None:
    mine, yours = (await upload(visitor, PDF)).json(), (await upload(desk.visitor(), PDF + b"%")).json()
    _, _, ours_id, token, name = mine["url"].split("/")
    _, _, yours_id, yours_token, _ = yours["url"].split("/")
    get = house.person().client.get
    assert (await get(f"{ORIGIN}{mine['url']}")).status_code == 200
    tried = [
        f"/files/{yours_id}/{token}/{name}",
        f"/files/{ours_id}/{yours_token}/{name}",
        f"/files/{ours_id}/{token[:-1]}/{name}",
        f"/files/{ours_id}/%ff%fe/{name}",
        f"/files/{ours_id}/%ED%A0%80/{name}",
        f"/files/..%2f..%2fetc%2fpasswd/{token}/{name}",
        f"/files/{ours_id}/{token}/../../../../etc/passwd",
        f"/files/{ours_id}//{name}",
    ]
    for path in tried:
        answer = await get(ORIGIN + path)
        assert answer.status_code in (400, 404), path
        assert "%PDF" not in answer.text
    # The name decides nothing: neither what it is nor where it lies.
    renamed = await get(f"{ORIGIN}/files/{ours_id}/{token}/evil.html")
    assert renamed.headers["content-type"] == "application/pdf"
    assert renamed.headers["content-disposition"].startswith("attachment")
    assert "frame-ancestors 'none'" in renamed.headers["content-security-policy"]


async def test_a_body_that_does_not_come_is_not_waited_for(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.middleware.PIECE_SECONDS", 0.05)

    async def drip() -> AsyncIterator[bytes]:
        yield PDF
        await asyncio.Event().wait()

    answer = await upload(visitor, drip())
    assert (answer.status_code, answer.json()["code"]) == (408, "body-too-slow")
    sent = {**visitor.person.headers, "Content-Type": "application/json"}
    answer = await visitor.person.client.post("/chat/start", content=drip(), headers=sent)
    assert (answer.status_code, answer.json()["code"]) == (408, "body-too-slow")
    assert desk.house.app.edge.uploads.all == 0


async def test_a_body_that_comes_in_drops_ends_too(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ringonce.web.middleware.UPLOAD_SECONDS", 0.1)
    beat = asyncio.Event()

    async def drip() -> AsyncIterator[bytes]:
        yield PDF
        while True:
            # Always something, never the end.
            with_timeout = asyncio.wait_for(beat.wait(), 0.01)
            try:
                await with_timeout
            except TimeoutError:
                yield b"%"

    answer = await upload(visitor, drip())
    assert (answer.status_code, answer.json()["code"]) == (408, "body-too-slow")


async def test_one_person_sends_only_so_many_files_at_once(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.files.UPLOADS_OF_ONE", 2)
    gate, arrived = asyncio.Event(), asyncio.Semaphore(0)

    async def held() -> AsyncIterator[bytes]:
        arrived.release()
        yield PDF
        await gate.wait()

    waiting = [asyncio.create_task(upload(visitor, held())) for _ in range(2)]
    for _ in waiting:
        await asyncio.wait_for(arrived.acquire(), 10)
    refused = await upload(visitor, PDF)
    assert (refused.status_code, refused.json()["code"]) == (429, "uploads-busy")
    assert int(refused.headers["retry-after"]) > 0
    # Another person is not held up by it.
    assert (await upload(desk.visitor(), PDF)).status_code == 201
    gate.set()
    assert [(await each).status_code for each in waiting] == [201, 201]
    assert (await upload(visitor, PDF)).status_code == 201


def test_a_document_is_known_without_unpacking_it(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", bytes(100_000_000))
    path = tmp_path / "bomb"
    path.write_bytes(packed.getvalue())
    tracemalloc.start()
    try:
        with pytest.raises(AttachmentType):
            recognise(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


# --- sockets


@pytest.mark.parametrize("topic", ["thread", "inbox", "presence", "bookings"])
async def test_a_visitor_does_not_hear_the_desk(
    house: House, desk: Desk, visitor: Visitor, topic: str
) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug, token=visitor.token)
        await socket.say(type="subscribe", id="t", topic=topic, conversation=visitor.conversation)
        refused = (await socket.hear("problem"))["problem"]
        assert (refused["status"], refused["code"]) == (401, "sign-in-needed")


@pytest.mark.parametrize(
    "said",
    [
        "[" * 10_000,
        '{"type":"subscribe","id":"t","topic":"chat","inbox":' + '{"a":' * 2_000 + "1" + "}" * 2_000 + "}",
        '{"type":"subscribe","id":"t","topic":"chat","inbox":"website","after":-1}',
        '{"type":"subscribe","id":"t","topic":"chat","inbox":"website","after":1e400}',
        '{"type":"subscribe","id":"t","topic":"chat","inbox":"website","after":99999999999999999999}',
        '{"type":"subscribe","id":"' + "x" * 500 + '","topic":"chat","inbox":"website"}',
        '{"type":"typing","conversation":"\\ud800","on":true}',
        '{"type":"typing","conversation":"\\u0000","on":true}',
        '{"type":"token"}',
        '{"type":"__proto__"}',
        "null",
        "",
    ],
)
async def test_nonsense_ends_a_socket_and_nothing_else(
    house: House, desk: Desk, visitor: Visitor, said: str
) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug, token=visitor.token)
        await socket.hear("welcome")
        await socket.say_raw(said)
        assert await socket.ends() == 4400
    await visitor.say("Still here")


async def test_bytes_instead_of_text_end_a_socket(house: House, desk: Desk, visitor: Visitor) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=desk.workspace.slug, token=visitor.token)
        await socket.hear("welcome")
        await socket._to_server.put({"type": "websocket.receive", "bytes": b"\xff\x00"})
        assert await socket.ends() == 4400


async def test_whoever_does_not_read_is_given_no_more(
    desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that asks for its thread again and again, and reads nothing, costs one thread of memory."""
    monkeypatch.setattr("ringonce.web.live.BYTES_WAITING", 500)
    threads = desk.house.app.feed.chat.threads
    joined: asyncio.Queue[str] = asyncio.Queue()
    join = threads.join

    async def counted(workspace_id: Any, eye: Any, watcher: Any, asked: Any, after: int) -> Any:
        found = await join(workspace_id, eye, watcher, asked, after)
        joined.put_nowait(watcher.frame_id)
        return found

    monkeypatch.setattr(threads, "join", counted)
    async with desk.socket(visitor) as page:
        assert page.live
        page.live.reading.clear()
        for number in range(8):
            await page.live.say(type="subscribe", id=f"t{number}", topic="chat", inbox="website")
        await asyncio.wait_for(joined.get(), 10)
        # Meanwhile the server has time to do whatever it will.
        for _ in range(5):
            await visitor.say("And another thing")
        assert joined.qsize() <= 1
        page.live.reading.set()
        seen = {(await asyncio.wait_for(joined.get(), 10)) for _ in range(7)}
        assert "t7" in seen


async def test_one_network_has_only_so_many_sockets(
    house: House, desk: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringonce.web.live_guard.SOCKETS_OF_ADDRESS", 2)
    async with desk.socket(visitor), desk.socket(visitor):
        async with house.socket() as third:
            assert await third.ends() == 4429
    async with desk.socket(visitor) as again:
        await again.follow()
