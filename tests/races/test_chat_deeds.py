"""Words and answers while the conversation ends, sleeps, merges and is taken apart; what is unread then."""

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import bindparam, select

from ringonce.chat import store
from ringonce.chat.desk_refusals import LiveElsewhere
from ringonce.chat.ending import end_by_visitor
from ringonce.chat.merge import merge_conversations
from ringonce.chat.model import StartConversation
from ringonce.chat.start import start_conversation
from ringonce.chat.states import reopen, resolve, snooze, wake_due
from ringonce.chat.tables import conversations
from ringonce.chat.unmerge import undo_merge
from ringonce.kernel.db import Database, statement
from ringonce.kernel.execute import Intent
from ringonce.kernel.work import Actor, Work
from tests.flows.chat.talk import Talk, open_inbox
from tests.support.chats import Agent, Desk, open_desk
from tests.support.house import House, done
from tests.support.whole import check_whole, places_of, unread_counted
from tests.support.world import OWNER, WORKSPACE, World, all_at_once, make_world, visitor

ADA = visitor(1)
WORKER = Actor("system", "worker")


@pytest_asyncio.fixture
async def desk(house: House) -> Desk:
    return await open_desk(house)


@pytest.fixture
def tables(database: Database, house: House) -> World:
    """The house's own tables."""
    return make_world(database, house.clock)


# --- while it ends, sleeps, merges


@dataclass
class Room:
    """A conversation, another one to merge it with, and what became of it before the race."""

    talk: Talk
    here: str
    other: str
    group: str = ""

    async def prepare(self, deed: str) -> None:
        world = self.talk.world
        if deed == "undo":
            merged = await world.do(lambda work: merge_conversations(work, self.other, [self.here]))
            self.group = merged.id
        elif deed == "reopen":
            await world.do(lambda work: resolve(work, self.here))

    def intents(self) -> dict[str, Intent[Any]]:
        async def open_again(work: Work) -> None:
            with suppress(LiveElsewhere):
                await reopen(work, self.here)

        return {
            "resolve": lambda work: resolve(work, self.here),
            "end": lambda work: end_by_visitor(work, self.here, ADA.id),
            "reopen": open_again,
            "snooze": lambda work: snooze(work, self.here, work.now + 60_000),
            "merge": lambda work: merge_conversations(work, self.other, [self.here]),
            "undo": lambda work: undo_merge(work, self.group),
        }


@pytest.mark.parametrize("deed", ["resolve", "end", "reopen", "snooze", "merge", "undo"])
async def test_answers_words_and_a_deed_at_once(world: World, deed: str) -> None:
    """Whatever becomes of the conversation, answers and words of the visitor land once, and in order."""
    talk = await open_inbox(world, assignment="manual")
    for turn in range(4):
        room = Room(talk, await talk.start(1), await talk.start(10 + turn))
        await room.prepare(deed)
        doing, before = room.intents()[deed], await world.count("messages", "kind = 'text'")

        async def attempt(number: int, room: Room = room, doing: Intent[Any] = doing) -> None:
            if number == 0:
                await world.do(doing, ADA if deed == "end" else OWNER)
            elif number % 2:
                await talk.answer(room.here)
            else:
                await talk.say(1, room.here)

        await all_at_once(7, attempt)
        assert await world.count("messages", "kind = 'text'") == before + 6
        await check_whole(world, WORKSPACE)
        await world.do(room.intents()["end"], ADA)


async def test_a_word_to_the_winner_while_the_merge_is_undone_goes_home(world: World) -> None:
    """A session that a merge had moved writes to the winner, which is a stranger's again: her words, and a
    retry of what she said before, are in her own conversation, and nowhere else.
    """
    talk = await open_inbox(world, assignment="manual")
    for turn in range(6):
        stranger, mine = 10 + turn, 50 + turn
        winner, loser = await talk.start(stranger), await talk.start(mine)
        room = Room(talk, loser, winner)
        await room.prepare("undo")
        before = await talk.say(mine, winner, f"before-{turn:04d}")
        assert before.conversation.id == winner

        async def attempt(number: int, room: Room = room, mine: int = mine, turn: int = turn) -> None:
            if number == 0:
                await world.do(room.intents()["undo"])
            else:
                await talk.say(mine, room.other, f"during-{turn:04d}-{number}")

        await all_at_once(4, attempt)
        again = await talk.say(mine, winner, f"before-{turn:04d}")
        assert (again.repeated, again.conversation.id) == (True, loser)
        assert (await talk.say(mine, winner)).conversation.id == loser
        session = await talk.session(mine)
        assert session["conversation_id"] == loser
        here = [one["client_id"] for one in await places_of(world, loser) if one["withdrawn_at"] is None]
        assert [each for each in here if each.startswith(("before", "during"))] != []
        there = [one for one in await places_of(world, winner) if one["withdrawn_at"] is None]
        assert {one["author_id"] for one in there if one["author_kind"] == "visitor"} == {
            visitor(stranger).id
        }
        await check_whole(world, WORKSPACE)


async def test_a_word_and_the_resolving_at_once_say_which_came_last(world: World) -> None:
    """A message after the end opens it again; one before it does not. The thread tells which it was."""
    talk = await open_inbox(world, assignment="manual")
    for number in range(1, 9):
        here = await talk.start(number)

        async def attempt(which: int, here: str = here, number: int = number) -> Any:
            if which:
                return await talk.say(number, here)
            return await world.do(lambda work: resolve(work, here))

        # Each of them stands first in the line as often as the other.
        await all_at_once(2, lambda which, n=number, do=attempt: do((which + n) % 2))  # type: ignore[misc]
        places = await places_of(world, here)
        codes = [one["kind"] if one["kind"] == "text" else str(one["extra"]) for one in places]
        resolved = next(index for index, each in enumerate(codes) if '"resolved"' in each)
        is_open = (await talk.row(here))["state"] == "open"
        assert is_open == (codes[-1] == "text") == any('"reopened"' in each for each in codes)
        assert is_open == (resolved < len(codes) - 1)


async def test_a_waking_and_a_word_at_once_wake_once(world: World) -> None:
    talk = await open_inbox(world, assignment="manual")
    for number in range(1, 7):
        here = await talk.start(number)
        until = world.clock.now() + 60_000
        await world.do(lambda work, here=here, until=until: snooze(work, here, until))  # type: ignore[misc]
        world.clock.move(timedelta(minutes=2))

        async def attempt(which: int, here: str = here, number: int = number) -> Any:
            if which % 2:
                return await talk.say(number, here)
            return await world.do(lambda work: wake_due(work, here), WORKER)

        await all_at_once(4, lambda which, n=number, do=attempt: do(which + n))  # type: ignore[misc]
        places = await places_of(world, here)
        assert sum('"woken"' in str(one["extra"]) for one in places) == 1
        assert sum(one["kind"] == "text" for one in places) == 3
        assert (await talk.row(here))["state"] == "open"
    await check_whole(world, WORKSPACE)


async def test_an_end_and_a_start_at_once_leave_one_live_conversation_at_most(world: World) -> None:
    talk = await open_inbox(world, assignment="manual")
    for number in range(1, 9):
        here, who = await talk.start(number), visitor(number)
        anew = f"anew-{number:04d}"

        async def attempt(which: int, here: str = here, who: Actor = who, anew: str = anew) -> None:
            if which == 0:
                await world.do(lambda work: end_by_visitor(work, here, who.id), who)
                return
            ask = StartConversation(inbox_id=talk.inbox.id, visitor_id=who.id, client_id=anew, text="Anew")
            await world.do(lambda work: start_conversation(work, ask), who)

        await all_at_once(4, attempt)
        assert await world.count("messages", f"client_id = '{anew}'") == 1
    await check_whole(world, WORKSPACE)


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize("locked", [True, False])
async def test_the_lock_of_the_conversation_keeps_places_apart(
    engine: str, locked: bool, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two answers that read the same last place; the keys of places, the second belt, are off in both."""
    talk = await open_inbox(world, assignment="manual")
    here = await talk.start(1)
    await world.sql(
        "ALTER TABLE placements DROP CONSTRAINT pk_placements",
        "ALTER TABLE placements DROP CONSTRAINT placements_visitor_seq",
    )
    if not locked:
        bare = select(conversations).where(
            conversations.c.workspace_id == bindparam("workspace_id"), conversations.c.id == bindparam("id")
        )
        monkeypatch.setattr(store, "LOCK_CONVERSATION", statement(bare))
    together, lock = asyncio.Barrier(2), store.lock_conversation

    async def locked_and_met(*args: Any) -> Any:
        row = await lock(*args)
        with suppress(TimeoutError, asyncio.BrokenBarrierError):
            async with asyncio.timeout(2):
                await together.wait()
        return row

    monkeypatch.setattr(store, "lock_conversation", locked_and_met)
    await all_at_once(2, lambda _: talk.answer(here))
    places = Counter(one["seq"] for one in await places_of(world, here))
    assert (max(places.values()) == 1) is locked


# --- unread


async def test_unread_counts_are_exact_after_a_storm(desk: Desk, tables: World) -> None:
    """Words, answers, notes, marks of reading, a merge and its undoing, from both sides and two agents."""
    chance, colleague = random.Random(5), await desk.agent()
    visitors = [desk.visitor() for _ in range(3)]
    for each in visitors:
        await each.start("Hello")
    rooms = [each.conversation or "" for each in visitors]
    body = {"kind": "conversations", "winner_id": rooms[0], "loser_ids": [rooms[1]]}
    merge = (await done(desk.owner.person.post("/merges", body)))["merge"]["id"]
    plan = [chance.randrange(6) for _ in range(60)]

    async def deed(number: int) -> None:
        at, agent = number % 3, (desk.owner, colleague)[number % 2]
        match plan[number]:
            case 0 | 1:
                await visitors[at].say(f"word {number}")
            case 2:
                await agent.say(rooms[at], f"answer {number}", note=number % 4 == 0)
            case 3:
                await agent.do(rooms[at], "seen", seq=number // 3)
            case 4:
                path = f"/chat/conversations/{rooms[at]}/seen"
                await done(visitors[at].person.post(path, {"seq": number // 4}))
            case _:
                await desk.owner.person.post(f"/merges/{merge}/undo", {})

    await all_at_once(len(plan), deed)
    await check_whole(tables, desk.workspace.id)
    # To who has read nothing, what was withdrawn is not there either.
    await check_unread(desk, tables, [desk.owner, colleague, await desk.agent()])


async def check_unread(desk: Desk, tables: World, agents: list[Agent]) -> None:
    """Every agent's list says what the tables say, counted by hand."""
    for agent in agents:
        listed = (await done(agent.person.get("/conversations", {"limit": 100})))["items"]
        assert len(listed) == await tables.count("conversations", "state <> 'merged'")
        for each in listed:
            assert each["unread"] == await unread_counted(tables, each["id"], agent.member.id)
