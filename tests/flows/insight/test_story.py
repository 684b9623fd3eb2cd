"""One click's whole story, the log of one person, and a log that somebody edited."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from ringonce.chat.inbox_model import InboxSettings, Prechat
from ringonce.cli.main import main
from ringonce.kernel.db import Tx, statement
from ringonce.kernel.eventlog import read_stream
from ringonce.kernel.pushes import Pushes
from ringonce.notify.chat_model import side_of
from ringonce.notify.told_queries import ToldLetter, list_told
from ringonce.values.ids import WorkspaceId
from tests.support.chats import client_id, open_desk
from tests.support.house import House, Shop, done, fresh_key, open_shop

FREE = "2026-12-02T09:00:00Z"


def ringonce(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


async def book(house: House, shop: Shop, name: str = "Ada") -> dict[str, Any]:
    """A booking, asked for twice with one key."""
    visitor, key = house.visitor(shop.workspace), fresh_key()
    body = {"service": "cut", "start": FREE, "name": name, "email": "ada@example.org"}
    first = await visitor.post("/bookings", body, key=key, X_Request_ID="req-first-click-0001")
    again = await visitor.post("/bookings", body, key=key, X_Request_ID="req-second-click-002")
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
    told: dict[str, Any] = first.json()
    return told


async def test_the_story_of_a_double_click(house: House, shop: Shop) -> None:
    await book(house, shop)
    for request_id in ("req-first-click-0001", "req-second-click-002"):
        story = await done(shop.owner.get(f"/trace/{request_id}"))
        assert (story["attempts"], story["replays"]) == (2, 1)
        assert story["facts"] > 0
        kinds = [step["kind"] for step in story["steps"]]
        assert kinds[0] == "attempt"
        assert "BookingConfirmed" in [step["action"] for step in story["steps"]]
        assert [step["at"] for step in story["steps"]] == sorted(step["at"] for step in story["steps"])
        assert {step["status"] for step in story["steps"] if step["kind"] in ("attempt", "replay")} == {201}
    assert "Ada" not in (await shop.owner.get("/trace/req-first-click-0001")).text
    assert "example.org" not in (await shop.owner.get("/trace/req-first-click-0001")).text


async def test_a_push_to_open_pages_is_part_of_the_story(house: House, shop: Shop) -> None:
    await book(house, shop)
    story = await done(shop.owner.get("/trace/req-first-click-0001"))
    seq = max(step["seq"] for step in story["steps"] if step["seq"])
    edge = house.app.edge
    edge.pushes.note(shop.workspace.id, seq - 1, seq, edge.clock.now() + 40, 3)
    edge.pushes.note(shop.workspace.id, seq, seq + 5, edge.clock.now() + 50, 7)
    story = await done(shop.owner.get("/trace/req-first-click-0001"))
    assert [step["pages"] for step in story["steps"] if step["kind"] == "push"] == [3]


def test_pushes_are_bounded_and_of_one_workspace() -> None:
    here, there = WorkspaceId("wsp_here"), WorkspaceId("wsp_there")
    pushes = Pushes(most=3)
    for seq in range(5):
        pushes.note(here, seq, seq + 1, seq, 1)
    pushes.note(there, 3, 4, 9, 0)
    assert [push.upto for push in pushes.of(here, range(10))] == [3, 4, 5]
    assert pushes.of(there, range(10)) == ()


async def test_mails_about_messages_are_steps_of_the_click_that_wrote_them(
    house: House, database_url: str, tmp_path: Path
) -> None:
    """Each message that stayed unseen has its own mail, and a later message has none of it."""
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="before"), assignment="manual"))
    visitor = desk.visitor()
    body = {"inbox": "website", "client_id": client_id(), "text": "Hello", "filled_for_ms": 5_000}
    answers = {"answers": {"name": "Ada", "email": "ada@example.org"}}
    started = await done(
        visitor.person.post("/chat/start", body | answers, X_Request_ID="req-she-begins-0001")
    )
    await pass_minutes(house, 2)
    said = {"client_id": client_id(), "text": "At nine."}
    path = f"/conversations/{started['conversation']['id']}/messages"
    await done(desk.owner.person.post(path, said, X_Request_ID="req-the-answer-0001"))
    await pass_minutes(house, 2)
    wanted = {"req-she-begins-0001": "waiting:agent", "req-the-answer-0001": "answer:visitor"}
    for request_id, text_ in wanted.items():
        answer = await desk.owner.person.get(f"/trace/{request_id}")
        steps = answer.json()["steps"]
        (step,) = [each for each in steps if each["kind"] == "letter"]
        assert (step["text"], step["state"]) == (text_, "kept")
        (fact,) = [each for each in steps if each["seq"] == step["seq"] and each["kind"] == "fact"]
        assert (fact["action"], fact["refs"]["kind"]) == ("MessageSent", "text")
        assert (await desk.owner.person.get(f"/mails/{step['letter_id']}")).status_code == 200
        assert "example" not in answer.text
        told = ringonce_apart("trace", request_id, "--data", str(tmp_path), "--database", database_url)
        assert told[0] == 0, told
        assert f"{step['letter_id']} {text_} kept" in told[1]


async def test_each_mail_stands_at_the_first_message_that_it_tells_of(house: House) -> None:
    """Also where one look takes in several messages, and only at messages of the side that it tells of."""
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="before"), assignment="manual"))
    visitor = desk.visitor()
    started = await visitor.start("Hello", answers={"name": "Ada", "email": "ada@example.org"})
    conversation_id = started["conversation"]["id"]
    await visitor.say("Anybody there?")
    await pass_minutes(house, 2)
    await desk.owner.say(conversation_id, "At nine.")
    await pass_minutes(house, 2)
    await visitor.say("Thank you")

    async def read(tx: Tx) -> tuple[dict[str, int], dict[str, int], tuple[ToldLetter, ...]]:
        entries = await read_stream(tx, desk.workspace.id, f"conversation:{conversation_id}")
        said = [each for each in entries if side_of(each.refs) is not None]
        # Backwards, so that a letter put to the nearest message at hand would stand at the last.
        told = await list_told(tx, desk.workspace.id, [said[3], said[2], said[0]])
        turned = [replace(each, refs=each.refs | {"author_kind": "member"}) for each in said[:2]]
        wanted = {"waiting": said[0].seq, "answer": said[2].seq}
        found = {each.kind: each.seq for each in told}
        return wanted, found, await list_told(tx, desk.workspace.id, turned)

    wanted, found, of_turned = await house.app.edge.database.read(read)
    assert found == wanted
    assert of_turned == ()


async def pass_minutes(house: House, minutes: int) -> None:
    """Let the outbox do its part, then time pass, then what stays unseen be told."""
    await house.app.worker.mail.outbox.pass_once()
    house.clock.move(timedelta(minutes=minutes))
    assert await house.app.worker.mail.watch() == 1


async def test_a_story_stays_in_its_workspace(house: House, shop: Shop) -> None:
    await book(house, shop)
    other = await open_shop(house)
    refused = await other.owner.get("/trace/req-first-click-0001")
    assert (refused.status_code, refused.json()["code"]) == (404, "request-unknown")
    assert (await house.visitor(shop.workspace).get("/trace/req-first-click-0001")).status_code == 401


async def test_the_log_of_one_person(house: House, shop: Shop) -> None:
    await book(house, shop)
    booking = (await done(shop.owner.get("/bookings")))["items"][0]
    listed = await done(shop.owner.get("/contacts"))
    contact_id = listed["items"][0]["id"]
    entries = (await done(shop.owner.get("/log", {"contact": contact_id})))["items"]
    assert {entry["stream"] for entry in entries} == {f"booking:{booking['id']}"}
    narrowed = await done(shop.owner.get("/log", {"contact": contact_id, "action": "BookingConfirmed"}))
    assert [entry["action"] for entry in narrowed["items"]] == ["BookingConfirmed"]
    nobody = await done(shop.owner.get("/log", {"contact": "ctc_00000000000000000000000000"}))
    assert nobody["items"] == []


async def test_trace_and_audit_from_the_command_line(
    house: House, shop: Shop, database_url: str, engine: str, tmp_path: Path
) -> None:
    """While the server has the database open."""
    await book(house, shop)
    where = ("--data", str(tmp_path), "--database", database_url)
    told = ringonce_apart("trace", "req-second-click-002", *where)
    assert told[0] == 0, told
    assert "2 attempts, 1 replayed" in told[1]
    assert "BookingConfirmed" in told[1]
    assert "Ada" not in told[1]
    missing = ringonce_apart("trace", "req-that-never-was", *where)
    assert missing[0] == 1
    assert "Traceback" not in missing[1]
    whole = ringonce_apart("audit", "verify", *where)
    assert whole[0] == 0, whole
    assert f"{shop.workspace.id}: whole up to" in whole[1]
    edit = statement(text("UPDATE log SET action = 'NothingHappened' WHERE seq = 3"))

    async def forge(tx: Tx) -> None:
        await tx.run(edit)

    await house.app.edge.database.write(forge)
    broken = ringonce_apart("audit", "verify", *where)
    assert broken[0] == 1
    assert f"{shop.workspace.id}: BROKEN at 3" in broken[1]


def ringonce_apart(*words: str) -> tuple[int, str]:
    """The command in a thread of its own: it brings its own event loop."""
    with ThreadPoolExecutor(1) as thread:
        result = thread.submit(ringonce, *words).result(timeout=60)
    return result.exit_code, result.output


@pytest.mark.parametrize("words", [("audit", "verify"), ("trace", "req-nothing-here")])
def test_an_empty_folder_is_said_in_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    told = ringonce(*words, "--data", str(tmp_path))
    assert told.exit_code == 1
    assert "Traceback" not in told.output
    assert told.output.strip()
