"""What is true is read under the lock: a merge, or its undoing, may come while somebody waits for it."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from ringonce.chat import say, store
from ringonce.chat.merge import merge_conversations
from ringonce.chat.model import SayAsVisitor
from ringonce.chat.say import say_as_visitor
from ringonce.kernel.db import ConstraintViolated, Tx, statement
from ringonce.kernel.work import Work
from tests.flows.chat.talk import open_inbox
from tests.support.world import WORKSPACE, World, visitor

_WAITING = statement(
    text(
        "SELECT count(*) AS n FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
)


async def wait_for_a_waiter(tx: Tx) -> None:
    async with asyncio.timeout(10):
        while True:
            row = await tx.one(_WAITING)
            if row is not None and row["n"]:
                return


async def change_while_waited_for(world: World, locked: str, asked: str, change: str) -> Any:
    """Lock one conversation; once somebody waits for the asked one, change the tables and let go."""
    held = asyncio.Event()

    async def changes(work: Work) -> None:
        await work.tx.one(store.LOCK_CONVERSATION, workspace_id=WORKSPACE, id=locked)
        held.set()
        await wait_for_a_waiter(work.tx)
        await work.tx.run(statement(text(change)))

    async def waits(work: Work) -> Any:
        return await store.lock_conversation(work.tx, WORKSPACE, asked)

    async def follow() -> Any:
        await held.wait()
        return await world.do(waits)

    _, row = await asyncio.gather(world.do(changes), follow())
    return row["id"]


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_a_merge_that_comes_while_waiting_is_followed(engine: str, world: World) -> None:
    talk = await open_inbox(world)
    winner, loser = await talk.start(1), await talk.start(2)
    change = f"UPDATE conversations SET state = 'merged', merged_into = '{winner}' WHERE id = '{loser}'"
    assert await change_while_waited_for(world, loser, loser, change) == winner


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_an_undone_merge_that_comes_while_waiting_is_followed(engine: str, world: World) -> None:
    talk = await open_inbox(world)
    winner, loser = await talk.start(1), await talk.start(2)
    await world.do(lambda work: merge_conversations(work, winner, [loser]))
    change = f"UPDATE conversations SET state = 'open', merged_into = NULL WHERE id = '{loser}'"
    assert await change_while_waited_for(world, winner, loser, change) == loser


async def test_the_table_refuses_a_second_message_of_one_client_id(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second belt: without the look-up nothing is doubled either."""
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    await talk.say(1, conversation_id, "client-once")

    async def nothing(*_: Any) -> None:
        return None

    monkeypatch.setattr(say, "find_said", nothing)
    ask = SayAsVisitor(
        conversation_id=conversation_id,
        visitor_id=visitor(1).id,
        client_id="client-once",
        text="Again",
    )
    with pytest.raises(ConstraintViolated):
        await world.do(lambda work: say_as_visitor(work, ask), visitor(1))
    assert await world.count("messages", "client_id = 'client-once'") == 1
