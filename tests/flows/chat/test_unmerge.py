"""After an undo everybody is where they belong: in their own conversation, in no one else's."""

from datetime import timedelta

from ringonce.chat.merge import merge_conversations
from ringonce.chat.states import resolve, snooze
from ringonce.chat.unmerge import undo_merge
from tests.flows.chat.talk import Talk, open_inbox
from tests.support.world import World


async def merge(talk: Talk, winner: str, *losers: str) -> str:
    group = await talk.world.do(lambda work: merge_conversations(work, winner, losers))
    return group.id


async def undo(talk: Talk, group: str) -> None:
    await talk.world.do(lambda work: undo_merge(work, group))


async def end(talk: Talk, conversation_id: str) -> None:
    await talk.world.do(lambda work: resolve(work, conversation_id))


async def readers(talk: Talk, conversation_id: str) -> int:
    return await talk.world.count("conversation_visitors", f"conversation_id = '{conversation_id}'")


async def test_who_came_in_by_an_ended_loser_goes_home_with_what_was_written(world: World) -> None:
    talk = await open_inbox(world)
    loser = await talk.start(1)
    await end(talk, loser)
    await end(talk, await talk.start(1))
    winner = await talk.start(2)
    group = await merge(talk, winner, loser)
    said = await talk.say(1, loser)
    assert said.placed.conversation_id == winner
    await undo(talk, group)
    session = await talk.session(1)
    assert (session["conversation_id"], session["came_from"]) == (loser, None)
    assert await readers(talk, winner) == 1
    # She waits for an answer: her conversation is open, as it would be without the merge.
    assert (await talk.row(loser))["state"] == "open"
    again = await talk.say(1, loser)
    assert again.placed.conversation_id == loser
    assert (await talk.standing(loser))[-2:] == [said.placed.message.id, again.placed.message.id]


async def test_who_came_in_by_one_of_several_losers_goes_home_to_that_one(world: World) -> None:
    talk = await open_inbox(world)
    older = await talk.start(1)
    await end(talk, older)
    loser = await talk.start(1)
    await end(talk, loser)
    await end(talk, await talk.start(1))
    winner = await talk.start(2)
    group = await merge(talk, winner, older, loser)
    await talk.say(1, loser)
    await undo(talk, group)
    assert (await talk.session(1))["conversation_id"] == loser
    assert [(await talk.row(each))["state"] for each in (older, loser)] == ["resolved", "open"]


async def test_whom_another_loser_brought_goes_on_reading_the_winner(world: World) -> None:
    talk = await open_inbox(world)
    older = await talk.start(1)
    await end(talk, older)
    newer = await talk.start(1)
    winner = await talk.start(2)
    first = await merge(talk, winner, older)
    await merge(talk, winner, newer)
    await undo(talk, first)
    assert (await talk.session(1))["conversation_id"] == winner
    await end(talk, winner)
    assert await readers(talk, winner) == 2


async def test_a_winner_that_had_ended_ends_again(world: World) -> None:
    talk = await open_inbox(world)
    winner, loser = await talk.start(1), await talk.start(2)
    await end(talk, winner)
    group = await merge(talk, winner, loser)
    assert (await talk.row(winner))["state"] == "open"
    await undo(talk, group)
    assert (await talk.row(winner))["state"] == "resolved"
    assert (await talk.row(loser))["state"] == "open"


async def test_a_winner_in_which_its_visitor_has_written_since_stays_open(world: World) -> None:
    talk = await open_inbox(world)
    winner, loser = await talk.start(1), await talk.start(2)
    await end(talk, winner)
    group = await merge(talk, winner, loser)
    world.clock.move(timedelta(seconds=1))
    await talk.say(1, winner)
    await undo(talk, group)
    assert (await talk.row(winner))["state"] == "open"


async def test_a_winner_that_another_loser_keeps_open_stays_open(world: World) -> None:
    talk = await open_inbox(world)
    winner, loser, other = await talk.start(1), await talk.start(2), await talk.start(3)
    await end(talk, winner)
    group = await merge(talk, winner, loser)
    await merge(talk, winner, other)
    await undo(talk, group)
    assert (await talk.row(winner))["state"] == "open"


async def woken_by_a_merge(talk: Talk) -> tuple[str, str, int]:
    """A conversation that slept for an hour and was merged with an open one: it, the merge, until when."""
    winner, loser = await talk.start(1), await talk.start(2)
    until = talk.world.clock.now() + 3_600_000
    await talk.world.do(lambda work: snooze(work, winner, until))
    return winner, await merge(talk, winner, loser), until


async def test_a_winner_that_slept_sleeps_on(world: World) -> None:
    talk = await open_inbox(world)
    winner, group, until = await woken_by_a_merge(talk)
    assert (await talk.row(winner))["state"] == "open"
    await undo(talk, group)
    slept = await talk.row(winner)
    assert (slept["state"], slept["snoozed_until"]) == ("snoozed", until)


async def test_a_winner_whose_sleep_is_over_by_then_is_awake(world: World) -> None:
    talk = await open_inbox(world)
    winner, group, _ = await woken_by_a_merge(talk)
    world.clock.move(timedelta(hours=2))
    await undo(talk, group)
    assert (await talk.row(winner))["state"] == "open"
