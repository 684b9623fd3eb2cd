"""Attachments through the doors: uploaded, sent, served, limited, erased and swept; on both engines."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import text

from ringonce.app.chat_chores import ChatChores
from ringonce.chat.attachments import attach, erase_attachments, erase_unsent, of_messages
from ringonce.chat.inbox_model import Attachments, InboxDraft, InboxSettings
from ringonce.chat.inboxes import create_inbox
from ringonce.identity.model import Workspace
from ringonce.kernel.db import Database, statement
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Work
from ringonce.values.ids import MessageId
from ringonce.web.limits import Buckets
from tests.support import samples
from tests.support.clock import MovableClock
from tests.support.house import ORIGIN, TESTER, House, Person, fresh_key, make_house

CHAT = "/chat/attachments?inbox=website"


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def workspace(house: House) -> Workspace:
    made, _ = await house.workspace()
    await open_inbox(house, made)
    return made


async def open_inbox(house: House, workspace: Workspace, slug: str = "website", **rules: Any) -> None:
    draft = InboxDraft(slug=slug, name=slug, settings=InboxSettings(attachments=Attachments(**rules)))
    await run(house, workspace, lambda work: create_inbox(work, draft))


async def run(house: House, workspace: Workspace, intent: Any) -> Any:
    return await house.app.edge.executor.run(workspace.id, TESTER, "req_test", intent)


async def upload(
    person: Person, data: Any, name: str = "file", *, path: str = CHAT, key: str | None = None, **headers: str
) -> httpx.Response:
    sent = {**person.headers, "Idempotency-Key": f'"{key or fresh_key()}"', **headers}
    return await person.client.post(f"{path}&name={name}", content=data, headers=sent)


async def rows(house: House, table: str = "attachments") -> list[dict[str, Any]]:
    asked = statement(text(f"SELECT * FROM {table}"))
    return await house.app.edge.database.read(lambda tx: tx.all(asked))


def kept(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "files").rglob("*") if path.is_file()}


async def carried(house: House, workspace: Workspace, owner: str, *attachment_ids: str) -> str:
    """A message, made up, that carries files."""
    message_id = house.app.edge.ids.new(MessageId)
    await run(house, workspace, lambda work: attach(work, message_id, attachment_ids, owner))
    return message_id


async def owner_of(house: House) -> str:
    return str((await rows(house))[0]["owner"])


async def test_what_is_taken_is_served_as_what_it_is(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    for kind, (data, media_type) in samples.TAKEN.items():
        answer = await upload(visitor, data, "holiday.html", **{"Content-Type": "text/html"})
        assert answer.status_code == 201, (kind, answer.text)
        told = answer.json()
        assert told["media_type"] == media_type, kind
        assert told["url"].startswith(f"/files/{told['id']}/")
        served = await house.person().client.get(ORIGIN + told["url"])
        assert served.status_code == 200, kind
        charset = "; charset=utf-8" if media_type == "text/plain" else ""
        assert served.headers["content-type"] == media_type + charset
        assert int(served.headers["content-length"]) == len(served.content) == told["bytes"]
        if not media_type.startswith("image/"):
            assert served.content == data, kind


async def test_how_a_file_is_served(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    paper = (await upload(visitor, samples.PDF, "简历 \u202e.pdf")).json()
    served = await house.person().client.get(ORIGIN + paper["url"])
    head = served.headers
    assert head["x-content-type-options"] == "nosniff"
    assert head["content-security-policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert head["cross-origin-resource-policy"] == "same-origin"
    assert head["cache-control"] == "private, max-age=86400, immutable"
    assert head["content-disposition"] == (
        "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E7%AE%80%E5%8E%86.pdf"
    )
    picture = (await upload(visitor, samples.picture("PNG", (900, 300)), "a.png")).json()
    shown = await house.person().client.get(ORIGIN + picture["url"])
    assert shown.headers["content-disposition"].startswith("inline;")
    small = await house.person().client.get(ORIGIN + picture["preview_url"])
    assert small.headers["content-type"] == "image/webp"
    assert samples.opened(small.content).size == (640, 213)
    looked = await house.person().client.head(ORIGIN + picture["url"])
    assert (looked.status_code, looked.content) == (200, b"")


async def test_an_address_cannot_be_guessed(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    one, two = [(await upload(visitor, text, "a.txt")).json()["url"] for text in (b"one", b"two")]
    client = house.person().client
    _, _, attachment_id, token, name = one.split("/")
    other = two.split("/")[3]
    wrong = [
        f"/files/{attachment_id}/{other}/{name}",
        f"/files/{attachment_id}/{token[:-1]}/{name}",
        f"/files/{attachment_id}/{token.upper()}/{name}",
        f"/files/att_00000000000000000000000000/{token}/{name}",
        f"/files/{attachment_id}//{name}",
        f"/files/{attachment_id}/é/{name}",
    ]
    assert [(await client.get(ORIGIN + path)).status_code for path in wrong] == [404] * len(wrong)
    assert (await client.get(f"{ORIGIN}/files/{attachment_id}/{token}/another-name")).status_code == 200


async def test_what_is_refused_leaves_nothing(house: House, workspace: Workspace, tmp_path: Path) -> None:
    visitor = house.visitor(workspace)
    for kind, data in samples.REFUSED.items():
        answer = await upload(visitor, data, "a.png", **{"Content-Type": "image/png"})
        assert (answer.status_code, answer.json()["code"]) == (415, "attachment-type"), kind
        assert "PDF" in answer.json()["allowed"]
    assert kept(tmp_path) == set()
    assert await rows(house) == []


async def test_bombs_and_broken_pictures_are_refused(
    house: House, workspace: Workspace, tmp_path: Path
) -> None:
    visitor = house.visitor(workspace)
    bomb = await upload(visitor, samples.bomb(), "a.png")
    assert (bomb.status_code, bomb.json()["code"]) == (400, "image-too-large")
    broken = await upload(visitor, samples.picture("JPEG", (300, 300))[:900], "a.jpg")
    assert (broken.status_code, broken.json()["code"]) == (400, "image-unreadable")
    empty = await upload(visitor, b"", "a.txt")
    assert (empty.status_code, empty.json()["code"]) == (400, "attachment-empty")
    assert kept(tmp_path) == set()


async def test_the_inbox_bounds_what_is_read(house: House, workspace: Workspace, tmp_path: Path) -> None:
    await open_inbox(house, workspace, "small", bytes_most=400_000)
    await open_inbox(house, workspace, "none", allowed=False)
    visitor = house.visitor(workspace)
    small = "/chat/attachments?inbox=small"
    # Above what a body of JSON may have, below what this inbox takes.
    assert (await upload(visitor, b"x" * 390_000, path=small)).status_code == 201
    over = await upload(visitor, b"x" * 400_001, path=small)
    assert (over.status_code, over.json()["code"]) == (413, "attachment-too-large")
    assert over.json()["most_bytes"] == 400_000

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 65_536

    assert (await upload(visitor, endless(), path=small)).status_code == 413
    none = await upload(visitor, b"hello", path="/chat/attachments?inbox=none")
    assert (none.status_code, none.json()["code"]) == (403, "attachments-off")
    missing = await upload(visitor, b"hello", path="/chat/attachments?inbox=nowhere")
    assert (missing.status_code, missing.json()["code"]) == (404, "inbox-missing")
    assert len(kept(tmp_path)) == 1


async def test_other_doors_keep_their_bound(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    answer = await visitor.post("/holds", {"service": "x" * 300_000, "start": "2026-12-02T09:00:00Z"})
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")
    much = await upload(visitor, b"x" * (house.app.settings.max_upload_bytes + 1))
    assert much.status_code == 413


async def test_a_key_is_an_upload(house: House, workspace: Workspace, tmp_path: Path) -> None:
    visitor, key = house.visitor(workspace), fresh_key()
    picture = samples.picture("PNG", (900, 300))
    first = await upload(visitor, picture, "a.png", key=key)
    again = await upload(visitor, picture, "a.png", key=key)
    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    assert len(await rows(house)) == 1
    other = await upload(visitor, samples.PDF, "a.png", key=key)
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    renamed = await upload(visitor, picture, "b.png", key=key)
    assert renamed.json()["code"] == "key-reused"
    keyless = await visitor.client.post(f"{CHAT}&name=a", content=b"x", headers=visitor.headers)
    assert keyless.json()["code"] == "key-missing"


async def test_one_upload_sent_ten_times_at_once_is_one(house: House, workspace: Workspace) -> None:
    visitor, key = house.visitor(workspace), fresh_key()
    answers = await asyncio.gather(*(upload(visitor, samples.PDF, "a.pdf", key=key) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len(await rows(house)) == 1


async def test_a_form_with_a_file_in_it_is_not_a_file(house: House, workspace: Workspace) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    assert (await upload(house.visitor(workspace), b"--x\r\n\r\nhi\r\n--x--", **kind)).status_code == 415


async def test_strangers_upload_nothing(house: House, workspace: Workspace) -> None:
    assert (await upload(house.nobody(workspace), b"hello")).status_code == 401
    visitor = house.visitor(workspace)
    assert (await upload(visitor, b"hello", path="/attachments?")).status_code == 401


async def test_the_desk_uploads_without_an_inbox(house: House) -> None:
    _workspace, member = await house.workspace()
    agent = await house.signed_in(member)
    answer = await upload(agent, b"x" * 300_000, "notes.txt", path="/attachments?")
    assert (answer.status_code, answer.json()["name"]) == (201, "notes.txt")
    assert await owner_of(house) == f"member:{member.id}"
    foreign = house.browser(await house.session(member))
    foreign.headers["Origin"] = "https://evil.example"
    assert (await upload(foreign, b"hello", path="/attachments?")).status_code == 403


async def test_a_session_keeps_to_its_limits(house: House, workspace: Workspace, clock: MovableClock) -> None:
    visitor, key = house.visitor(workspace), fresh_key()
    first = await upload(visitor, b"number 0", key=key)
    for number in range(1, 20):
        assert (await upload(visitor, f"number {number}".encode())).status_code == 201
    spent = await upload(visitor, b"one too many")
    assert (spent.status_code, spent.json()["code"]) == (429, "attachments-spent")
    # What was answered before is answered again.
    assert (await upload(visitor, b"number 0", key=key)).content == first.content
    assert (await upload(house.visitor(workspace), b"another session")).status_code == 201
    await carried(house, workspace, await owner_of(house), first.json()["id"])
    assert (await upload(visitor, b"there is room again")).status_code == 201
    clock.move(timedelta(hours=25))
    assert (await upload(visitor, b"another day")).status_code == 201


async def test_bytes_a_day_are_limited(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    owner = ""
    for number in range(5):
        one = (await upload(visitor, f"{number}".encode() + b"x" * 9_999_000)).json()
        owner = owner or await owner_of(house)
        await carried(house, workspace, owner, one["id"])
    spent = await upload(visitor, b"x" * 9_999_000)
    assert (spent.status_code, spent.json()["code"]) == (429, "attachments-spent")


async def test_uploads_are_counted_with_the_other_writes(house: House, workspace: Workspace) -> None:
    app = house.app
    object.__setattr__(app.edge, "writes", Buckets(house.clock, 3))
    visitor = house.visitor(workspace)
    codes = [(await upload(visitor, f"{n}".encode())).status_code for n in range(4)]
    assert codes == [201, 201, 201, 429]


async def test_a_message_carries_its_author_s_files_once(house: House, workspace: Workspace) -> None:
    visitor = house.visitor(workspace)
    one, two = [(await upload(visitor, data, "a.txt")).json()["id"] for data in (b"one", b"two")]
    owner = await owner_of(house)
    message_id = await carried(house, workspace, owner, two, one, two)
    database = house.app.edge.database
    found = await database.read(lambda tx: of_messages(tx, workspace.id, [message_id]))
    assert [each.id for each in found[message_id]] == [two, one]

    async def refused(owner: str, *wanted: str, message: str = "msg_other") -> str:
        try:
            await run(house, workspace, lambda work: attach(work, message, wanted, owner))
        except Exception as error:
            return str(getattr(error, "code", repr(error)))
        return "done"

    three = (await upload(visitor, b"three", "a.txt")).json()["id"]
    assert await refused(owner, one) == "attachment-missing"
    assert await refused("visitor:vis_somebodyelse", three) == "attachment-missing"
    assert await refused(owner, "att_nothing") == "attachment-missing"
    assert await refused(owner, *(f"att_{n}" for n in range(11))) == "too-many-attachments"
    assert await refused(owner, one, two, message=message_id) == "done"
    assert await refused(owner, three) == "done"
    elsewhere, _ = await house.workspace()

    async def foreign(work: Work) -> Any:
        return await attach(work, "msg_foreign", [three], owner)

    with pytest.raises(Exception, match="attachment-missing"):
        await run(house, elsewhere, foreign)


async def test_erased_files_are_gone_for_everybody(
    house: House, workspace: Workspace, tmp_path: Path, clock: MovableClock
) -> None:
    visitor = house.visitor(workspace)
    sent = (await upload(visitor, samples.picture("PNG", (900, 300)), "a.png")).json()
    unsent = (await upload(visitor, b"never sent", "b.txt")).json()
    owner = await owner_of(house)
    message_id = await carried(house, workspace, owner, sent["id"])
    assert await run(house, workspace, lambda work: erase_attachments(work, [message_id])) == 1
    assert await run(house, workspace, lambda work: erase_attachments(work, [message_id])) == 0
    assert await run(house, workspace, lambda work: erase_unsent(work, owner)) == 1
    client = house.person().client
    for url in (sent["url"], sent["preview_url"], unsent["url"]):
        assert (await client.get(ORIGIN + url)).status_code == 404
    assert await house.app.edge.database.read(lambda tx: of_messages(tx, workspace.id, [message_id])) == {}
    clock.move(timedelta(days=2))
    await ChatChores(house.app.edge).sweep_files()
    assert kept(tmp_path) == set()


async def test_the_sweep_takes_what_nobody_sent_and_nothing_else(
    house: House, workspace: Workspace, tmp_path: Path, clock: MovableClock
) -> None:
    chores = ChatChores(house.app.edge)
    visitor, other = house.visitor(workspace), house.visitor(workspace)
    sent = (await upload(visitor, b"shared bytes", "a.txt")).json()
    await carried(house, workspace, await owner_of(house), sent["id"])
    picture = (await upload(visitor, samples.picture("PNG", (900, 300)), "a.png")).json()
    owners = {row["id"]: row["owner"] for row in await rows(house)}
    await carried(house, workspace, owners[picture["id"]], picture["id"])
    same = (await upload(other, b"shared bytes", "a.txt")).json()
    alone = (await upload(other, b"never sent", "a.txt")).json()
    await chores.sweep_files()
    client = house.person().client
    assert (await client.get(ORIGIN + alone["url"])).status_code == 200
    clock.move(timedelta(hours=25))
    await asyncio.gather(chores.sweep_files(), chores.sweep_files())
    statuses = [(await client.get(ORIGIN + each["url"])).status_code for each in (sent, picture, same, alone)]
    assert statuses == [200, 200, 404, 404]
    assert (await client.get(ORIGIN + picture["preview_url"])).status_code == 200
    assert len(kept(tmp_path)) == 3


async def test_a_crash_before_the_row_leaves_bytes_that_are_swept(
    house: House, workspace: Workspace, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: Any, **__: Any) -> None:
        raise RuntimeError("killed between the bytes and the row")

    with monkeypatch.context() as patched:
        patched.setattr("ringonce.web.files._store", dies)
        assert (await upload(house.visitor(workspace), b"left behind")).status_code == 500
    assert await rows(house) == []
    assert len(kept(tmp_path)) == 1
    await ChatChores(house.app.edge).sweep_files()
    assert len(kept(tmp_path)) == 1
    clock.move(timedelta(hours=25))
    await ChatChores(house.app.edge).sweep_files()
    assert kept(tmp_path) == set()


async def test_a_file_whose_bytes_are_lost_is_missing_not_a_bug(
    house: House, workspace: Workspace, tmp_path: Path
) -> None:
    told = (await upload(house.visitor(workspace), b"hello")).json()
    for name in kept(tmp_path):
        (tmp_path / "files" / name[:2] / name).unlink()
    answer = await house.person().client.get(ORIGIN + told["url"])
    assert (answer.status_code, answer.json()["code"]) == (404, "file-missing")
