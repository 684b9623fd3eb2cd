"""Agents at once: one has the conversation, nobody has more than she can take, and nobody waits for ever.

Each guard has its control: without it the same race goes wrong. SQLite's lock is its one writer, which cannot
be taken away, so controls of locks run on PostgreSQL.
"""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from ringonce.chat import agents_store, store, turns
from ringonce.chat.agents import beat_presence, set_capacity
from ringonce.chat.assign import Assign, assign
from ringonce.chat.bulk import for_each
from ringonce.chat.desk_refusals import AssignedMeanwhile, LiveElsewhere
from ringonce.chat.inbox_tables import agents
from ringonce.chat.model import Conversation
from ringonce.chat.states import list_due, reopen, resolve, snooze, wake_due
from ringonce.chat.tables import conversations
from ringonce.chat.turns import serve_waiting
from ringonce.kernel.db import in_list, statement
from ringonce.kernel.work import Actor, Work
from tests.flows.chat.talk import Talk, check_gapless, open_inbox
from tests.support.world import WORKSPACE, World, all_at_once

ANN, BEN = "mem_0000000000000000000000000a", "mem_0000000000000000000000000b"


async def hire(world: World, *ids: str, capacity: int | None = None) -> None:
    """Members who are at their desks."""
    for member_id in ids:
        await world.sql(
            "INSERT INTO members (workspace_id, id, name, email, email_folded, role, active, locale, version,"
            f" created_at) VALUES ('{WORKSPACE}', '{member_id}', 'A', '{member_id}@example.org',"
            f" '{member_id}@example.org', 'agent', 1, 'en', 1, 0)"
        )
        await world.do(lambda work, member_id=member_id: beat_presence(work, member_id))  # type: ignore[misc]
        if capacity is not None:
            await world.do(
                lambda work, member_id=member_id: set_capacity(work, member_id, capacity)  # type: ignore[misc]
            )


async def take(world: World, conversation_id: str, member_id: str) -> Conversation | AssignedMeanwhile:
    """An agent takes what she saw in nobody's hands."""
    ask = Assign(conversation_id=conversation_id, assignee_id=member_id, expected_id=None)
    try:
        return await world.do(lambda work: assign(work, ask), Actor("member", member_id))
    except AssignedMeanwhile as refused:
        return refused


async def in_hand(world: World, member_id: str) -> int:
    return await world.count("conversations", f"state = 'open' AND assignee_id = '{member_id}'")


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> asyncio.Barrier:
    """Two attempts meet after each has locked the conversation's row, if the lock lets both."""
    return asyncio.Barrier(2)


async def meet(barrier: asyncio.Barrier) -> None:
    with suppress(TimeoutError, asyncio.BrokenBarrierError):
        async with asyncio.timeout(2):
            await barrier.wait()


def meet_at(
    monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, barrier: asyncio.Barrier, *, wake: list[bool]
) -> None:
    """Attempts meet after this function, while `wake` holds anything."""
    real = getattr(owner, name)

    async def and_meet(*args: Any, **more: Any) -> Any:
        found = await real(*args, **more)
        if wake:
            await meet(barrier)
        return found

    monkeypatch.setattr(owner, name, and_meet)


# --- who takes it


async def test_of_twenty_agents_one_has_it(world: World) -> None:
    talk = await open_inbox(world, assignment="manual")
    conversation_id = await talk.start(1)
    members = [f"mem_0000000000000000000000{number:04d}" for number in range(20)]
    await hire(world, *members)
    told = await all_at_once(20, lambda number: take(world, conversation_id, members[number]))
    won = [each for each in told if isinstance(each, Conversation)]
    lost = [each for each in told if isinstance(each, AssignedMeanwhile)]
    assert (len(won), len(lost)) == (1, 19)
    assert {each.params["assignee_id"] for each in lost} == {won[0].assignee_id}
    assert (await world.actions()).count("ConversationAssigned") == 1


async def test_without_comparing_everybody_is_told_she_has_it(world: World) -> None:
    talk = await open_inbox(world, assignment="manual")
    conversation_id = await talk.start(1)
    await hire(world, ANN, BEN)

    async def blind(number: int) -> Conversation:
        ask = Assign(conversation_id=conversation_id, assignee_id=(ANN, BEN)[number])
        return await world.do(lambda work: assign(work, ask))

    told = await all_at_once(2, blind)
    assert {each.assignee_id for each in told} == {ANN, BEN}


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_the_row_lock_two_are_told_they_have_it(
    engine: str, world: World, monkeypatch: pytest.MonkeyPatch, meeting: asyncio.Barrier
) -> None:
    """The places of a thread, each given once, are the second belt: it is off here too."""
    await world.sql(
        "ALTER TABLE placements DROP CONSTRAINT pk_placements",
        "ALTER TABLE placements DROP CONSTRAINT placements_visitor_seq",
    )
    talk = await open_inbox(world, assignment="manual")
    conversation_id = await talk.start(1)
    await hire(world, ANN, BEN)
    monkeypatch.setattr(
        store,
        "LOCK_CONVERSATION",
        statement(
            select(conversations).where(
                conversations.c.workspace_id == bindparam("workspace_id"),
                conversations.c.id == bindparam("id"),
            )
        ),
    )
    meet_at(monkeypatch, store, "lock_conversation", meeting, wake=[True])
    told = await all_at_once(2, lambda number: take(world, conversation_id, (ANN, BEN)[number]))
    assert all(isinstance(each, Conversation) for each in told)


# --- capacity


async def test_starts_at_once_fill_an_agent_and_no_more(world: World) -> None:
    talk = await open_inbox(world)
    await hire(world, ANN, BEN, capacity=2)
    await all_at_once(12, lambda number: talk.start(number))
    assert (await in_hand(world, ANN), await in_hand(world, BEN)) == (2, 2)
    assert await world.count("conversations", "assignee_id IS NULL") == 8


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_without_the_agents_locks_one_is_given_too_much(
    engine: str, world: World, monkeypatch: pytest.MonkeyPatch, meeting: asyncio.Barrier
) -> None:
    talk = await open_inbox(world)
    await hire(world, ANN, capacity=1)
    monkeypatch.setattr(
        agents_store,
        "LOCK_AGENTS",
        statement(
            select(agents).where(
                agents.c.workspace_id == bindparam("workspace_id"), in_list(agents.c.member_id, "ids")
            )
        ),
    )
    # Numbers of conversations are given under a lock of their own; here each has its own already.
    first, second = await two_waiting(world, talk)
    meet_at(monkeypatch, turns, "_next", meeting, wake=[True])
    await all_at_once(2, lambda number: give(world, (first, second)[number]))
    assert await in_hand(world, ANN) == 2


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_with_the_agents_locks_she_is_not(
    engine: str, world: World, monkeypatch: pytest.MonkeyPatch, meeting: asyncio.Barrier
) -> None:
    talk = await open_inbox(world)
    await hire(world, ANN, capacity=1)
    first, second = await two_waiting(world, talk)
    meet_at(monkeypatch, turns, "_next", meeting, wake=[True])
    await all_at_once(2, lambda number: give(world, (first, second)[number]))
    assert await in_hand(world, ANN) == 1


async def two_waiting(world: World, talk: Talk) -> tuple[str, str]:
    """Two conversations that nobody was free for."""
    await world.sql("UPDATE agents SET status = 'away'")
    made = await talk.start(1), await talk.start(2)
    await world.sql("UPDATE agents SET status = 'online'")
    return made


async def give(world: World, conversation_id: str) -> bool:
    async def intent(work: Work) -> bool:
        row = await store.lock_conversation(work.tx, WORKSPACE, conversation_id)
        assert row is not None
        work.locked()
        return await turns.take_turn(work, row)

    return await world.do(intent)


# --- all at once


async def test_starts_deeds_and_agents_who_come_do_not_wait_for_each_other_for_ever(world: World) -> None:
    """Locks are taken in one order: a storm of everything ends, with every place given once.

    Who had a conversation that lives again has it again, whatever she took meanwhile: no count is asked here.
    """
    talk = await open_inbox(world)
    await hire(world, ANN, BEN, capacity=3)
    old = [await talk.start(number) for number in range(6)]
    kinds = 5

    async def attempt(number: int) -> None:
        match number % kinds:
            case 0:
                await talk.start(100 + number)
            case 1:
                await talk.say(number % 6, old[number % 6])
            case 2:
                await world.do(lambda work: for_each(work, old[::-1], resolve))
            case 3:
                await world.do(lambda work: serve_waiting(work, ANN if number % 2 else BEN))
            case _:
                with suppress(LiveElsewhere):
                    await world.do(lambda work: reopen(work, old[number % 6]))

    async with asyncio.timeout(60):
        await all_at_once(40, attempt)
    for conversation_id in old:
        check_gapless(await talk.places(conversation_id))


async def test_a_reopening_and_a_start_at_once_leave_one_live_conversation(world: World) -> None:
    talk = await open_inbox(world)
    for number in range(6):
        first = await talk.start(number)
        await world.do(lambda work, first=first: resolve(work, first))  # type: ignore[misc]

        async def attempt(which: int, first: str = first, number: int = number) -> None:
            if which:
                await talk.start(number)
            else:
                with suppress(LiveElsewhere):
                    await world.do(lambda work: reopen(work, first))

        await all_at_once(2, attempt)
        session = await talk.session(number)
        live = await world.rows(
            "SELECT c.id FROM conversations c JOIN conversation_visitors v ON v.conversation_id = c.id"
            f" WHERE v.visitor_id = '{session['visitor_id']}' AND c.state IN ('open', 'snoozed')"
        )
        assert [row["id"] for row in live] == [session["conversation_id"]]


# --- sleeping


async def test_a_sleeper_wakes_once_and_not_before_its_time(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    until = world.clock.now() + 60_000
    await world.do(lambda work: snooze(work, conversation_id, until))
    assert await world.do(lambda work: wake_due(work, conversation_id), Actor("system", "worker")) is False
    assert await world.database.read(lambda tx: list_due(tx, world.clock.now())) == []
    world.clock.set(until)
    due = await world.database.read(lambda tx: list_due(tx, world.clock.now()))
    assert due == [(WORKSPACE, conversation_id)]
    woke = await all_at_once(
        4, lambda _: world.do(lambda work: wake_due(work, conversation_id), Actor("system", "worker"))
    )
    assert sorted(woke) == [False, False, False, True]
    assert (await talk.row(conversation_id))["state"] == "open"
