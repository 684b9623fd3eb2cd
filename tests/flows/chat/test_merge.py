"""Merging conversations and undoing it: nothing lost, every message back where it came from."""

from datetime import timedelta

import pytest

from ringonce.chat.merge import MergeForeignInbox, merge_conversations, preview_merge
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.unmerge import undo_merge
from ringonce.contacts.refusals import (
    MergeChain,
    MergeCycle,
    MergeMissing,
    MergeTooOld,
    MergeUndone,
    MergeWithItself,
)
from ringonce.kernel.eventlog import verify_chain
from tests.flows.chat.talk import Talk, check_gapless, open_inbox
from tests.support.world import WORKSPACE, World


async def merge(talk: Talk, winner: str, *losers: str) -> str:
    group = await talk.world.do(lambda work: merge_conversations(work, winner, losers))
    return group.id


async def undo(talk: Talk, group: str) -> None:
    await talk.world.do(lambda work: undo_merge(work, group))


async def two(talk: Talk) -> tuple[str, str]:
    """Two visitors, two conversations whose messages alternate."""
    first, second = await talk.start(1), await talk.start(2)
    for turn in range(3):
        talk.world.clock.move(timedelta(seconds=1))
        await talk.say(1 if turn % 2 else 2, first if turn % 2 else second)
        talk.world.clock.move(timedelta(seconds=1))
        await talk.answer(first, note=turn == 1)
    return first, second


async def test_merged_messages_stand_in_the_winner_in_order(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    before = await talk.standing(first) + await talk.standing(second)
    await merge(talk, first, second)
    places = await talk.places(first)
    check_gapless(places)
    assert sorted(await talk.standing(first)) == sorted(before)
    drawn = [row for row in places if row["kind"] != "event"]
    drawn.sort(key=lambda row: (row["created_at"], row["seq"]))
    assert [row["created_at"] for row in drawn] == sorted(row["created_at"] for row in drawn)
    loser = await talk.row(second)
    assert (loser["state"], loser["merged_into"]) == ("merged", first)
    session = await talk.session(2)
    assert (session["conversation_id"], session["came_from"]) == (first, second)


async def test_a_preview_is_what_the_merge_does(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    plan = await world.database.read(lambda tx: preview_merge(tx, WORKSPACE, first, [second]))
    assert await world.count("conversation_merges") == 0
    await merge(talk, first, second)
    places = [row for row in await talk.places(first) if '"merged"' not in row["extra"]]
    drawn = sorted(places, key=lambda row: (row["created_at"], row["seq"]))
    assert [(one.message_id, one.seq, one.at) for one in plan.order] == [
        (row["message_id"], row["seq"], row["created_at"]) for row in drawn
    ]
    assert plan.moved_sessions == 1
    assert {one.conversation_id for one in plan.order} == {first, second}


async def test_undo_brings_everything_back(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    mine, theirs = await talk.standing(first), await talk.standing(second)
    before = await talk.row(second)
    group = await merge(talk, first, second)
    await undo(talk, group)
    assert (await talk.standing(first), await talk.standing(second)) == (mine, theirs)
    after = await talk.row(second)
    assert [after[name] for name in ("state", "assignee_id", "merged_into", "waiting_since")] == [
        before[name] for name in ("state", "assignee_id", "merged_into", "waiting_since")
    ]
    session = await talk.session(2)
    assert (session["conversation_id"], session["came_from"]) == (second, None)
    check_gapless(await talk.places(first))
    check_gapless(await talk.places(second))
    assert await world.count("conversation_visitors", f"conversation_id = '{first}'") == 1
    await verify_chain(world.database, WORKSPACE)


async def test_what_was_written_to_a_loser_goes_back_with_it(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    mine, theirs = await talk.standing(first), await talk.standing(second)
    group = await merge(talk, first, second)
    moved = await talk.say(2, second)
    held_open = await talk.answer(second)
    stays = await talk.answer(first)
    assert moved.placed.conversation_id == held_open.placed.conversation_id == first
    await undo(talk, group)
    assert await talk.standing(second) == [*theirs, moved.placed.message.id, held_open.placed.message.id]
    assert await talk.standing(first) == [*mine, stays.placed.message.id]
    check_gapless(await talk.places(second))
    last = (await talk.places(first))[-1]
    assert '"unmerged"' in last["extra"]
    assert '"visitor_withdrawn"' in last["extra"]


async def test_a_retry_after_merge_and_undo_is_the_same_message(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    said = await talk.say(2, second, "retried-0001")
    answered = await talk.answer(second, "retried-0002")
    group = await merge(talk, first, second)
    for _ in range(2):
        again = await talk.say(2, second, "retried-0001")
        assert (again.repeated, again.placed.message.id) == (True, said.placed.message.id)
        told = await talk.answer(second, "retried-0002")
        assert (told.repeated, told.placed.message.id) == (True, answered.placed.message.id)
        if await world.count("conversation_merges", "undone_at IS NULL"):
            await undo(talk, group)


async def test_merge_undo_merge_again(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    everything = sorted(await talk.standing(first) + await talk.standing(second))
    group = await merge(talk, first, second)
    await undo(talk, group)
    again = await merge(talk, first, second)
    assert again != group
    assert sorted(await talk.standing(first)) == everything
    check_gapless(await talk.places(first))
    await undo(talk, again)
    assert sorted(await talk.standing(first) + await talk.standing(second)) == everything


async def test_the_same_merge_is_one_merge(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    group = await merge(talk, first, second)
    places = len(await talk.places(first))
    assert await merge(talk, first, second) == group
    assert len(await talk.places(first)) == places


async def test_chains_and_cycles_are_refused(world: World) -> None:
    talk = await open_inbox(world)
    one, two_, three = await talk.start(1), await talk.start(2), await talk.start(3)
    await merge(talk, one, two_)
    with pytest.raises(MergeCycle):
        await merge(talk, two_, one)
    with pytest.raises(MergeChain):
        await merge(talk, three, one)
    with pytest.raises(MergeChain):
        await merge(talk, two_, three)
    with pytest.raises(MergeChain):
        await merge(talk, three, two_)
    assert await world.count("conversation_merges") == 1


async def test_what_cannot_be_merged(world: World) -> None:
    talk = await open_inbox(world)
    other = await open_inbox(world, "shop")
    one, foreign = await talk.start(1), await other.start(1)
    with pytest.raises(MergeWithItself):
        await merge(talk, one, one)
    with pytest.raises(MergeForeignInbox):
        await merge(talk, one, foreign)
    with pytest.raises(ConversationMissing):
        await merge(talk, one, "cnv_00000000000000000000000000")
    with pytest.raises(MergeMissing):
        await undo(talk, "mrg_00000000000000000000000000")


async def test_an_undo_happens_once_and_within_thirty_days(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    group = await merge(talk, first, second)
    await undo(talk, group)
    with pytest.raises(MergeUndone):
        await undo(talk, group)
    old = await merge(talk, first, second)
    world.clock.move(timedelta(days=30, seconds=1))
    with pytest.raises(MergeTooOld):
        await undo(talk, old)


async def test_a_loser_comes_back_resolved_if_its_visitor_is_elsewhere_by_then(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    group = await merge(talk, first, second)
    # The visitor ends what is now one conversation and starts anew.
    await world.sql(f"UPDATE conversations SET state = 'resolved', resolved_at = 1 WHERE id = '{first}'")
    anew = await talk.start(2)
    assert anew not in (first, second)
    await undo(talk, group)
    assert (await talk.session(2))["conversation_id"] == anew
    loser = await talk.row(second)
    assert (loser["state"], loser["merged_into"]) == ("resolved", None)
    assert '"other_live":true' in (await talk.places(second))[-1]["extra"].replace(" ", "")


async def test_a_live_loser_opens_a_winner_that_had_ended(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    await world.sql(f"UPDATE conversations SET state = 'resolved', resolved_at = 1 WHERE id = '{first}'")
    await merge(talk, first, second)
    assert (await talk.row(first))["state"] == "open"
    assert (await talk.session(2))["conversation_id"] == first


async def test_what_an_agent_had_read_stays_read(world: World) -> None:
    talk = await open_inbox(world)
    first, second = await two(talk)
    for each in (first, second):
        last = (await talk.row(each))["last_seq"]
        await world.sql(
            "INSERT INTO conversation_reads (workspace_id, conversation_id, member_id, seq, at)"
            f" VALUES ('{WORKSPACE}', '{each}', 'mem_reader', {last}, 1)"
        )
    await merge(talk, first, second)
    read = await world.rows(f"SELECT seq FROM conversation_reads WHERE conversation_id = '{first}'")
    assert read[0]["seq"] == (await talk.row(first))["last_seq"]


async def test_several_losers_are_merged_and_undone_together(world: World) -> None:
    talk = await open_inbox(world)
    ids = [await talk.start(number) for number in (1, 2, 3)]
    before = [await talk.standing(each) for each in ids]
    group = await merge(talk, *ids)
    assert sorted(await talk.standing(ids[0])) == sorted(each for some in before for each in some)
    assert await world.count("conversation_visitors", f"conversation_id = '{ids[0]}'") == 3
    await undo(talk, group)
    assert [await talk.standing(each) for each in ids] == before
    assert (await talk.session(3))["conversation_id"] == ids[2]
