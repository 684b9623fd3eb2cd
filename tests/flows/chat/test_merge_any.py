"""Whatever is merged, said and undone in whatever order: nothing is lost, doubled or out of order."""

import asyncio
import random
from collections import Counter
from datetime import timedelta

import pytest

from ringonce.chat.merge import merge_conversations
from ringonce.chat.unmerge import undo_merge
from ringonce.contacts.refusals import MergeChain, MergeCycle
from ringonce.kernel.eventlog import verify_chain
from tests.flows.chat.talk import Talk, check_gapless, open_inbox
from tests.support.world import WORKSPACE, World, all_at_once

VISITORS = 4


async def check(talk: Talk, ids: list[str], said: Counter[str]) -> None:
    """Each message stands in one place that people can see, and every conversation is whole and in order."""
    rows = {each: await talk.row(each) for each in ids}
    places = {each: await talk.places(each) for each in ids}
    all_places = [row for each in ids for row in places[each]]
    written = {
        row["message_id"]: row["seq"]
        for row in all_places
        if row["conversation_id"] == row["origin"] and row["merge_id"] is None
    }
    # What went back to a loser stands behind what it was written beside, if both are of one millisecond.
    returned = {row["message_id"] for row in all_places if row["withdrawn_at"] and row["merge_id"] is None}
    standing: Counter[str] = Counter()
    for each in ids:
        check_gapless(places[each])
        drawn = sorted(
            (row for row in places[each] if row["withdrawn_at"] is None and row["kind"] != "event"),
            key=lambda row: (row["created_at"], row["seq"]),
        )
        if rows[each]["state"] != "merged":
            standing.update(row["message_id"] for row in drawn)
        for origin in {row["origin"] for row in drawn}:
            own = [row for row in drawn if row["origin"] == origin]
            assert [row["created_at"] for row in own] == sorted(row["created_at"] for row in own)
            order = [written[row["message_id"]] for row in own if row["message_id"] not in returned]
            assert order == sorted(order)
    assert standing == said
    named = [row["conversation_id"] for row in await talk.world.rows("SELECT * FROM participations")]
    assert {rows[each]["state"] for each in named if each in rows} <= {"open", "snoozed"}


async def say_something(talk: Talk, ids: list[str], chance: random.Random) -> str:
    number = chance.randrange(VISITORS)
    if chance.random() < 0.5:
        said = await talk.say(number + 1, ids[number])
    else:
        said = await talk.answer(ids[number], note=chance.random() < 0.5)
    return str(said.placed.message.id)


async def merge_some(talk: Talk, ids: list[str], chance: random.Random) -> list[str]:
    winner, *losers = chance.sample(ids, chance.choice((2, 2, 3)))
    try:
        made = await talk.world.do(lambda work: merge_conversations(work, winner, losers))
    except (MergeChain, MergeCycle):
        return []
    return [made.id]


async def undo_one(talk: Talk, groups: list[str], chance: random.Random) -> None:
    gone = groups.pop(chance.randrange(len(groups)))
    await talk.world.do(lambda work: undo_merge(work, gone))


@pytest.mark.parametrize("seed", range(6))
async def test_any_order_of_merges_messages_and_undos(world: World, seed: int) -> None:
    chance = random.Random(seed)
    talk = await open_inbox(world)
    ids = [await talk.start(number) for number in range(1, VISITORS + 1)]
    said: Counter[str] = Counter()
    for each in ids:
        said.update(await talk.standing(each))
    groups: list[str] = []
    for _ in range(40):
        world.clock.move(timedelta(seconds=chance.randrange(3)))
        deed = chance.choice(("say", "say", "merge", "merge", "undo"))
        if deed == "say":
            said.update([await say_something(talk, ids, chance)])
        elif deed == "merge":
            groups.extend(set(await merge_some(talk, ids, chance)) - set(groups))
        elif groups:
            await undo_one(talk, groups, chance)
        await check(talk, ids, said)
    while groups:
        await undo_one(talk, groups, chance)
        await check(talk, ids, said)
    assert {(await talk.row(each))["state"] for each in ids} == {"open"}
    for number, each in enumerate(ids, start=1):
        assert (await talk.session(number))["conversation_id"] == each
    await verify_chain(world.database, WORKSPACE)


async def test_two_administrators_merge_each_other(world: World) -> None:
    """A <- B and B <- A at once: one stands, the other is refused, and nobody waits for ever."""
    talk = await open_inbox(world)
    for turn in range(5):
        one, other = await talk.start(turn * 2 + 1), await talk.start(turn * 2 + 2)

        async def attempt(number: int, pair: tuple[str, str] = (one, other)) -> str:
            winner, loser = pair if number % 2 else pair[::-1]
            try:
                await world.do(lambda work: merge_conversations(work, winner, [loser]))
            except (MergeCycle, MergeChain) as refusal:
                return refusal.code
            return "merged"

        async with asyncio.timeout(30):
            told = await all_at_once(2, attempt)
        assert sorted(told) == ["merge-cycle", "merged"]
    assert await world.count("conversation_merges") == 5


async def test_a_message_into_a_merging_conversation_lands_once(world: World) -> None:
    """Visitors and agents write to the loser while it is merged, and while that is undone."""
    talk = await open_inbox(world)
    for turn in range(4):
        first, second = await talk.start(turn * 2 + 1), await talk.start(turn * 2 + 2)
        said = Counter(await talk.standing(first) + await talk.standing(second))
        merged: list[str] = []

        async def attempt(
            number: int, first: str = first, second: str = second, visitor_no: int = turn * 2 + 2
        ) -> str:
            if number == 0:
                group = await world.do(lambda work: merge_conversations(work, first, [second]))
                merged.append(group.id)  # noqa: B023
                return ""
            if number % 2:
                return str((await talk.say(visitor_no, second)).placed.message.id)
            return str((await talk.answer(second)).placed.message.id)

        told = await all_at_once(7, attempt)
        said.update(each for each in told if each)
        await check(talk, [first, second], said)
        assert await talk.standing(second) != []
        assert Counter(await talk.standing(first)) == said

        async def back(
            number: int, second: str = second, visitor_no: int = turn * 2 + 2, group: str = merged[0]
        ) -> str:
            if number == 0:
                await world.do(lambda work: undo_merge(work, group))
                return ""
            return str((await talk.say(visitor_no, second)).placed.message.id)

        said.update(each for each in await all_at_once(5, back) if each)
        await check(talk, [first, second], said)


async def test_the_same_merge_twenty_times_at_once_is_one(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await talk.start(1), await talk.start(2)

    async def attempt(_: int) -> str:
        return (await world.do(lambda work: merge_conversations(work, first, [second]))).id

    assert len(set(await all_at_once(20, attempt))) == 1
    assert await world.count("conversation_merges") == 1


async def test_control_without_the_index_of_one_winner_a_loser_stands_twice(world: World) -> None:
    """The second belt: the schema itself refuses a second standing merge of one loser."""
    talk = await open_inbox(world)
    first, second = await talk.start(1), await talk.start(2)
    await world.do(lambda work: merge_conversations(work, first, [second]))
    copy = (
        "INSERT INTO conversation_merges SELECT workspace_id, 'mrg_copy', group_id, loser_id, winner_id,"
        " cause, before, merged_by, merged_at, undone_by, undone_at FROM conversation_merges"
    )
    with pytest.raises(Exception, match="conversation_merges"):
        await world.sql(copy)
    await world.sql("DROP INDEX conversation_merges_one_winner", copy)
    assert await world.count("conversation_merges", "undone_at IS NULL") == 2
