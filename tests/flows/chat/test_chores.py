"""Background work of chat: sleep ends, silence resolves; twice at once is once. On both engines."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from ringonce.app.chat_chores import ChatChores
from ringonce.chat import turns
from ringonce.chat.agents import beat_presence
from ringonce.chat.inbox_model import InboxSettings, Prechat
from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support.chats import Agent, Desk, Visitor, open_desk
from tests.support.clock import MovableClock
from tests.support.house import TESTER, House, done, make_house


@pytest_asyncio.fixture
async def house(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[House]:
    made = await make_house(database, database_url, tmp_path, clock, ids)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


async def begun(desk: Desk) -> Visitor:
    visitor = desk.visitor()
    await visitor.start()
    return visitor


async def state_of(desk: Desk, visitor: Visitor) -> str:
    shown = await done(desk.owner.person.get(f"/conversations/{visitor.conversation}"))
    return str(shown["state"])


async def events_of(desk: Desk, visitor: Visitor) -> list[str]:
    page = await done(desk.owner.person.get(f"/conversations/{visitor.conversation}/messages"))
    return [each["extra"]["code"] for each in page["messages"] if each["kind"] == "event"]


async def test_sleep_ends_when_it_is_over_and_once(desk: Desk) -> None:
    chores, visitor = ChatChores(desk.house.app.edge), await begun(desk)
    assert visitor.conversation is not None
    await desk.owner.do(visitor.conversation, "snooze", until="2026-12-01T10:00:00Z")
    assert await chores.wake_snoozed() == 0
    assert await state_of(desk, visitor) == "snoozed"
    desk.house.clock.move(timedelta(hours=1))
    assert sum(await asyncio.gather(*(chores.wake_snoozed() for _ in range(4)))) == 1
    assert await state_of(desk, visitor) == "open"
    assert (await events_of(desk, visitor)).count("woken") == 1


async def test_a_week_of_silence_resolves_once(desk: Desk) -> None:
    chores, silent = ChatChores(desk.house.app.edge), await begun(desk)
    desk.house.clock.move(timedelta(days=6))
    spoken = await begun(desk)
    assert await chores.resolve_silent() == 0
    desk.house.clock.move(timedelta(days=1, minutes=1))
    assert sum(await asyncio.gather(*(chores.resolve_silent() for _ in range(4)))) == 1
    assert (await state_of(desk, silent), await state_of(desk, spoken)) == ("resolved", "open")
    assert (await events_of(desk, silent)).count("resolved") == 1
    await silent.say("I am back")
    assert await state_of(desk, silent) == "open"
    assert await chores.resolve_silent() == 0


async def test_all_that_is_due_is_done_in_one_turn(desk: Desk) -> None:
    chores = ChatChores(desk.house.app.edge)
    for _ in range(3):
        await begun(desk)
    desk.house.clock.move(timedelta(days=8))
    assert await chores.resolve_silent() == 3


async def there(desk: Desk, agent: Agent) -> None:
    await desk.house.app.edge.executor.run(
        desk.workspace.id, TESTER, "req_beat", lambda work: beat_presence(work, agent.member.id)
    )


async def test_those_whom_nobody_can_serve_stand_in_front_of_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "_AT_ONCE", 1)
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="off"), capacity=1))
    chores, busy = ChatChores(house.app.edge), await desk.agent()
    absent = await done(desk.owner.person.post("/agent-teams", {"name": "Absent"}))
    full = await done(desk.owner.person.post("/agent-teams", {"name": "Full", "members": [busy.member.id]}))
    ids = []
    for _ in range(4):
        ids.append(str((await begun(desk)).conversation))
        house.clock.move(timedelta(seconds=1))
    await desk.owner.do(ids[0], "assign", assignee_id=busy.member.id)
    await desk.owner.do(ids[1], "assign", team_id=absent["id"])
    await desk.owner.do(ids[2], "assign", team_id=full["id"])
    await there(desk, busy)
    await there(desk, desk.owner)
    assert await chores.serve_waiting() == 1
    shown = await done(desk.owner.person.get(f"/conversations/{ids[3]}"))
    assert shown["assignee_id"] == desk.owner.member.id
    assert await chores.serve_waiting() == 0


async def test_the_worker_runs_them(desk: Desk) -> None:
    names = {chore.name for chore in desk.house.app.worker.chores()}
    assert {"wake-snoozed", "watch-unseen", "resolve-silent", "sweep-files"} <= names
