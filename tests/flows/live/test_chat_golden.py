"""The golden traces: what a page holds before and after each deed, and the frame between.

They are recorded from the real server (`RINGONCE_RECORD=1`) and replayed by both reducers, this one and
packages/sync/src/thread.ts. Ids are numbered in order of appearance, the clock stands still.
"""

import json
import os
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.chats import Agent, Desk, ThreadSocket, Visitor, open_desk
from tests.support.clock import MovableClock
from tests.support.house import House, done
from tests.support.thread_replay import Thread, take_all

FOLDER = Path(__file__).parents[2] / "golden" / "threads"
Deed = Callable[[str, Callable[[], Awaitable[Any]]], Awaitable[Any]]
_ID = re.compile(r"\b([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}\b")


@dataclass
class Recorder:
    """Does one deed a minute and keeps what each page was told of it."""

    clock: MovableClock
    traces: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def note(
        self, name: str, deed: Callable[[], Awaitable[Any]], **pages: ThreadSocket
    ) -> dict[str, Any]:
        before = {view: page.page.thread for view, page in pages.items()}
        self.clock.move(timedelta(minutes=1))
        answer: dict[str, Any] = await deed()
        for view, page in pages.items():
            frame = await page.hear()
            # The law: what was held and the frame make what a page that opens now is given.
            assert page.page.thread.plain() == (await page.afresh()).plain(), f"{name} at {view}"
            self.traces[f"{name}.{view}"] = numbered(
                {
                    "name": name,
                    "view": page.view,
                    "before": before[view].plain(),
                    "frames": [frame],
                    "after": page.page.thread.plain(),
                }
            )
        return answer


def numbered(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace with its ids counted, and the secret code of a booking made plain."""
    text = re.sub(r"\b([Hh]ouse)[ -]\d+", r"\1", json.dumps(trace, ensure_ascii=False))
    for code in set(re.findall(r'"code": "([A-Za-z0-9_-]{16,})"', text)):
        text = text.replace(code, "code-of-the-booking")
    known: dict[str, str] = {}

    def count(found: re.Match[str]) -> str:
        return known.setdefault(found[0], f"{found[1]}_{len(known) + 1:026d}")

    plain: dict[str, Any] = json.loads(_ID.sub(count, text))
    return plain


async def open_service(desk: Desk) -> None:
    owner = desk.owner.person
    week = [[[540, 1020]]] * 5 + [[], []]
    office = {"name": "Office", "zone": "UTC", "weekly": week, "is_default": True}
    await done(owner.post("/schedules", office))
    host = await done(owner.post("/hosts", {"name": "Ines"}))
    service = {
        "slug": "cut",
        "title": "Cut",
        "lengths": [60],
        "rules": {"notice_minutes": 0},
        "hosts": [{"host_id": host["id"]}],
    }
    await done(owner.post("/services", service))


async def play(desk: Desk) -> Recorder:
    """Every deed once, on one conversation, and the merge with another."""
    note = Recorder(desk.house.clock)
    visitor, second, owner = desk.visitor(), desk.visitor(), desk.owner
    label = await done(owner.person.post("/labels", {"name": "Urgent", "hue": 20}))
    await open_service(desk)
    page, agent, moved = desk.socket(visitor), desk.socket(owner), desk.socket(second)
    await page.connect()
    await page.follow()
    await note.note("start", lambda: visitor.start("Hello", client_id="golden-start"), visitor=page)
    here = visitor.conversation or ""
    await agent.connect()
    await agent.follow(here)
    both = {"visitor": page, "desk": agent}

    async def deed(name: str, run: Callable[[], Awaitable[Any]]) -> Any:
        return await note.note(name, run, **both)

    await deed("say-visitor", lambda: visitor.say("Is Friday free?", client_id="golden-visitor"))
    await deed("say-agent", lambda: owner.say(here, "Let me *look*.", client_id="golden-agent"))
    desk.house.clock.move(timedelta(seconds=20))
    await second.start("It is me, on the telephone", client_id="golden-second")
    await deed("note", lambda: owner.say(here, "A regular", note=True, client_id="golden-note"))
    await handle(deed, visitor, owner, label["id"])
    await book(deed, visitor, owner)
    await moved.connect()
    await moved.follow()
    everybody = {**both, "moved": moved}
    body = {"kind": "conversations", "winner_id": here, "loser_ids": [second.conversation]}
    merge = await note.note("merge", lambda: done(owner.person.post("/merges", body)), **everybody)
    undo = f"/merges/{merge['merge']['id']}/undo"
    await note.note("undo", lambda: done(owner.person.post(undo, {})), **everybody)
    await deed("end", lambda: done(visitor.person.post(f"/chat/conversations/{here}/end", {})))
    for each in everybody.values():
        await each.cut()
    return note


async def handle(deed: Deed, visitor: Visitor, owner: Agent, label: str) -> None:
    """What an agent does with a conversation, and what the visitor's reading and writing does to it."""
    here = visitor.conversation or ""
    seen = f"/chat/conversations/{here}/seen"
    await deed("seen-agent", lambda: owner.do(here, "seen", seq=4))
    await deed("seen-visitor", lambda: done(visitor.person.post(seen, {"seq": 3})))
    await deed("assign", lambda: owner.do(here, "assign", assignee_id=owner.member.id))
    await deed("priority", lambda: owner.do(here, "priority", priority="high"))
    await deed("labels", lambda: owner.do(here, "labels", add=[label], remove=[]))
    await deed("snooze", lambda: owner.do(here, "snooze", until="2026-12-03T09:00:00Z"))
    await deed("wake", lambda: visitor.say("Are you there?", client_id="golden-wake"))
    await deed("resolve", lambda: owner.do(here, "resolve"))
    await deed("reopen", lambda: owner.do(here, "reopen"))


async def book(deed: Deed, visitor: Visitor, owner: Agent) -> None:
    """The three ways to a time inside the conversation: taken, withdrawn, booked by the visitor alone."""
    offers = f"/conversations/{visitor.conversation}/offers"
    times = {"service": "cut", "length_minutes": 60, "zone": "UTC", "text": "One of these?"}
    first = {**times, "client_id": "golden-offer", "starts": ["2026-12-02T13:00:00Z", "2026-12-02T14:00:00Z"]}
    offer = await deed("offer", lambda: done(owner.person.post(offers, first)))
    take = f"/chat/offers/{offer['message']['id']}/take"
    tap = {
        "start": "2026-12-02T13:00:00Z",
        "version": offer["message"]["extra"]["version"],
        "name": "Ada",
        "email": "ada@example.com",
    }
    await deed("take", lambda: done(visitor.person.post(take, tap)))
    other = {**times, "client_id": "golden-other", "starts": ["2026-12-03T13:00:00Z"]}
    spare = await deed("offer-again", lambda: done(owner.person.post(offers, other)))
    await deed("withdraw", lambda: done(owner.person.post(f"/offers/{spare['message']['id']}/withdraw", {})))
    booking = {
        "inbox": "website",
        "client_id": "golden-booking",
        "service": "cut",
        "start": "2026-12-02T10:00:00Z",
        "length_minutes": 60,
        "name": "Ada",
        "email": "ada@example.com",
        "zone": "UTC",
        "locale": "en",
    }
    await deed("booking", lambda: done(visitor.person.post("/chat/bookings", booking)))


async def test_the_traces_are_what_the_server_says(house: House) -> None:
    recorder = await play(await open_desk(house))
    if os.environ.get("RINGONCE_RECORD"):
        FOLDER.mkdir(exist_ok=True)
        for name, trace in recorder.traces.items():
            text = json.dumps(trace, ensure_ascii=False, indent=1, sort_keys=True)
            (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    assert {path.stem for path in FOLDER.glob("*.json")} == set(recorder.traces)
    for name, trace in recorder.traces.items():
        assert trace == json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")), name


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_trace_leads_where_it_says(path: Path) -> None:
    trace = json.loads(path.read_text(encoding="utf-8"))
    before = trace["before"]
    thread = Thread(before["conversation"], tuple(before["messages"]), before["upto"])
    after = take_all(thread, trace["frames"], trace["view"])
    assert after.plain() == trace["after"]
    assert take_all(after, trace["frames"], trace["view"]) == after, "the same frame twice changes nothing"
