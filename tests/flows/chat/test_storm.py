"""Everything at once: whoever comes in whatever order, places have no gap and nothing is there twice."""

import random
from typing import Any

import pytest

from ringonce.chat.ending import end_by_visitor
from ringonce.chat.model import StartConversation
from ringonce.chat.reading import seen_by_member, seen_by_visitor
from ringonce.chat.start import start_conversation
from ringonce.kernel.eventlog import verify_chain
from tests.flows.chat.talk import check_gapless, open_inbox
from tests.support.world import OWNER, WORKSPACE, World, all_at_once, visitor

VISITORS, DEEDS = 3, 40


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_storm_of_deeds_leaves_order(world: World, seed: int) -> None:
    chance = random.Random(seed)
    talk = await open_inbox(world)
    first = {number: await talk.start(number) for number in range(VISITORS)}
    plan = [(chance.randrange(VISITORS), chance.randrange(6)) for _ in range(DEEDS)]

    async def deed(number: int) -> None:
        who, what = plan[number]
        conversation_id, actor = first[who], visitor(who)
        client_id = f"storm-{number:04d}"
        if what == 0:
            await world.do(lambda work: end_by_visitor(work, conversation_id, actor.id), actor)
        elif what == 1:
            ask = StartConversation(
                inbox_id=talk.inbox.id, visitor_id=actor.id, client_id=client_id, text="Anew"
            )
            await world.do(lambda work: start_conversation(work, ask), actor)
        elif what == 2:
            await talk.answer(conversation_id, client_id, note=number % 2 == 0)
        elif what == 3:
            await world.do(lambda work: seen_by_member(work, conversation_id, OWNER.id, number))
        elif what == 4:
            await world.do(lambda work: seen_by_visitor(work, conversation_id, actor.id, number), actor)
        else:
            await talk.say(who, conversation_id, client_id)

    async def twice(number: int) -> None:
        """Every deed is asked for twice at the same time, as a nervous client does."""
        await deed(number % DEEDS)

    await all_at_once(2 * DEEDS, twice)
    rows: list[dict[str, Any]] = await world.rows("SELECT * FROM conversations ORDER BY number")
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    said: list[str] = []
    for row in rows:
        places = await talk.places(row["id"])
        check_gapless(places)
        times = [one["created_at"] for one in places]
        assert times == sorted(times)
        assert row["last_seq"] == len(places)
        said += [one["client_id"] for one in places if one["client_id"].startswith("storm-")]
    spoken = [f"storm-{number:04d}" for number, (_, what) in enumerate(plan) if what in (1, 2, 5)]
    assert sorted(said) == spoken
    live = await world.rows(
        "SELECT v.visitor_id, count(*) AS n FROM conversation_visitors v JOIN conversations c"
        " ON c.workspace_id = v.workspace_id AND c.id = v.conversation_id"
        " WHERE c.state IN ('open', 'snoozed') GROUP BY v.visitor_id"
    )
    assert all(one["n"] == 1 for one in live)
    await verify_chain(world.database, WORKSPACE)
