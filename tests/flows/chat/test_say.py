"""Saying: each message once, in order, where it belongs; an ended conversation lives again."""

from datetime import timedelta
from typing import Any

import pytest

from ringonce.chat.attachments import AttachmentMissing, StoreAttachment, store_attachment
from ringonce.chat.ending import end_by_visitor, list_silent, resolve_silent
from ringonce.chat.events import MessageSent
from ringonce.chat.model import Author, AuthorKind, Said, SayAsMember, SayAsVisitor
from ringonce.chat.queries import (
    load_thread,
    root_for_visitor,
    root_of,
    thread_after,
    thread_before,
    unread_of_member,
    unread_of_visitor,
)
from ringonce.chat.reading import seen_by_member, seen_by_visitor
from ringonce.chat.refusals import ConversationMissing, TextMissing
from ringonce.chat.say import say_as_member, say_as_visitor
from ringonce.kernel.secrets import salted_hash
from tests.flows.chat.talk import check_gapless, open_inbox
from tests.support.world import OWNER, WORKSPACE, World, all_at_once, intent_of, visitor

ADA = visitor(1)
SENDS = 20
DAY = 86_400_000


async def test_one_message_sent_twenty_times_is_one(world: World) -> None:
    talk = await open_inbox(world, prechat={"when": "off"})
    conversation_id = await talk.start(1)
    ask = SayAsVisitor(
        conversation_id=conversation_id, visitor_id=ADA.id, client_id="client-once", text="Once"
    )

    async def attempt(_: int) -> Any:
        return await world.send(intent_of(say_as_visitor, ask), ADA)

    told = await all_at_once(SENDS, attempt)
    assert {one.body["placed"]["message"]["id"] for one in told}.__len__() == 1
    assert {one.body["placed"]["seq"] for one in told}.__len__() == 1
    assert [one.body["repeated"] for one in told].count(False) == 1
    assert await world.count("messages", "client_id = 'client-once'") == 1


async def test_many_messages_from_both_sides_leave_no_gap(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)

    async def attempt(number: int) -> None:
        if number % 3:
            await talk.say(1, conversation_id)
        else:
            await talk.answer(conversation_id, note=number % 2 == 0)

    await all_at_once(SENDS, attempt)
    places = await talk.places(conversation_id)
    check_gapless(places)
    row = await talk.row(conversation_id)
    assert row["last_seq"] == len(places)
    assert row["last_visitor_seq"] == max(one["visitor_seq"] or 0 for one in places)
    notes = [one for one in places if one["kind"] == "note"]
    assert notes
    assert all(one["visitor_seq"] is None for one in notes)


async def test_time_in_a_thread_never_goes_back(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    await talk.say(1, conversation_id)
    world.clock.move(timedelta(minutes=-5))
    await talk.answer(conversation_id)
    times = [one["created_at"] for one in await talk.places(conversation_id)]
    assert times == sorted(times)


async def test_a_message_reopens_what_has_ended(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    await world.do(lambda work: end_by_visitor(work, conversation_id, ADA.id), ADA)
    said = await talk.say(1, conversation_id)
    assert said.conversation.id == conversation_id
    assert (said.conversation.state, said.conversation.resolved_at) == ("open", None)
    assert (await world.actions())[-2:] == ["MessageSent", "ConversationReopened"]
    codes = [one["extra"] for one in await talk.places(conversation_id) if one["kind"] == "event"]
    assert ['"started"' in codes[0], '"ended"' in codes[1], '"reopened"' in codes[2]] == [True] * 3


async def test_a_message_to_an_old_conversation_joins_the_live_one(world: World) -> None:
    talk = await open_inbox(world)
    old = await talk.start(1)
    await world.do(lambda work: end_by_visitor(work, old, ADA.id), ADA)
    live = await talk.start(1)
    said = await talk.say(1, old)
    assert said.conversation.id == live
    assert (await talk.row(old))["state"] == "resolved"


async def test_a_retry_after_a_new_start_is_the_same_message(world: World) -> None:
    talk = await open_inbox(world)
    old = await talk.start(1)
    first = await talk.say(1, old, "client-lost")
    await world.do(lambda work: end_by_visitor(work, old, ADA.id), ADA)
    await talk.start(1)
    again = await talk.say(1, old, "client-lost")
    assert (again.repeated, again.placed.message.id) == (True, first.placed.message.id)
    assert again.conversation.id == old


async def test_members_retry_too(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    first = await talk.answer(conversation_id, "member-once")
    again = await talk.answer(conversation_id, "member-once")
    assert (again.repeated, again.placed) == (True, first.placed)


async def test_words_are_kept_plain(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    ask = SayAsVisitor(
        conversation_id=conversation_id,
        visitor_id=ADA.id,
        client_id="client-odd",
        text="  Cafe\u0301\r\nzwei\u0000\u0007\tdrei\u202e <b>  ",
    )
    said = await world.do(lambda work: say_as_visitor(work, ask), ADA)
    assert said.placed.message.body == "Caf\u00e9\nzwei\tdrei\u202e <b>"


async def test_nothing_is_no_message(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    ask = SayAsMember(
        conversation_id=conversation_id,
        author=Author(AuthorKind.MEMBER, OWNER.id),
        client_id="member-none",
    )
    with pytest.raises(TextMissing):
        await world.do(lambda work: say_as_member(work, ask))


async def test_the_log_has_a_hash_and_no_word(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    said = await talk.say(1, conversation_id)
    (kept,) = await world.rows(f"SELECT body, salt FROM messages WHERE id = '{said.placed.message.id}'")
    (fact,) = await world.rows(
        f"SELECT refs FROM log WHERE action = '{MessageSent.__name__}'"
        f" AND refs LIKE '%{said.placed.message.id}%'"
    )
    assert salted_hash(kept["salt"], kept["body"]) in fact["refs"]
    assert kept["body"] not in fact["refs"]


async def test_the_clock_of_a_waiting_visitor(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    since = (await talk.row(conversation_id))["waiting_since"]
    world.clock.move(timedelta(minutes=1))
    await talk.say(1, conversation_id)
    await talk.answer(conversation_id, note=True)
    assert (await talk.row(conversation_id))["waiting_since"] == since
    answered = await talk.answer(conversation_id)
    assert answered.conversation.waiting_since is None
    assert answered.conversation.first_reply_at == world.clock.now()


async def test_unread_is_counted_and_marks_go_forward_only(world: World) -> None:
    talk = await open_inbox(world, prechat={"when": "off"})
    conversation_id = await talk.start(1)
    await talk.say(1, conversation_id)
    await talk.answer(conversation_id, note=True)
    await talk.answer(conversation_id)

    async def unread() -> tuple[int, int]:
        async def job(tx: Any) -> tuple[int, int]:
            mine = await unread_of_member(tx, WORKSPACE, OWNER.id, [conversation_id])
            hers = await unread_of_visitor(tx, WORKSPACE, [conversation_id])
            return mine.get(conversation_id, 0), hers.get(conversation_id, 0)

        return await world.database.read(job)

    # The line "started" is nobody's message, and notes are not for her.
    assert await unread() == (2, 1)
    facts = len(await world.actions())
    await world.do(lambda work: seen_by_member(work, conversation_id, OWNER.id, 2))
    assert await unread() == (1, 1)
    seen = await world.do(lambda work: seen_by_member(work, conversation_id, OWNER.id, 99))
    assert (await unread(), seen.agents_seen) == ((0, 1), 4)
    for seq in (1, 4, 99):
        await world.do(lambda work, seq=seq: seen_by_member(work, conversation_id, OWNER.id, seq))  # type: ignore[misc]
    await world.do(lambda work: seen_by_visitor(work, conversation_id, ADA.id, 99), ADA)
    await world.do(lambda work: seen_by_visitor(work, conversation_id, ADA.id, 1), ADA)
    assert await unread() == (0, 0)
    assert len(await world.actions()) == facts + 3
    with pytest.raises(ConversationMissing):
        await world.do(lambda work: seen_by_visitor(work, conversation_id, visitor(2).id, 1), visitor(2))


async def test_a_thread_is_read_in_pages(world: World) -> None:
    talk = await open_inbox(world, prechat={"when": "off"})
    conversation_id = await talk.start(1)
    for turn in range(6):
        await talk.answer(conversation_id, note=turn % 2 == 0)

    async def job(tx: Any) -> None:
        conversation = await root_of(tx, WORKSPACE, conversation_id)
        first = await load_thread(tx, WORKSPACE, conversation, 0, 3)
        rest = await load_thread(tx, WORKSPACE, conversation, first.upto, 3)
        assert [one.visitor_seq for one in (*first.messages, *rest.messages)] == [1, 2, 3, 4, 5]
        assert (first.more, rest.more, rest.upto) == (True, False, 5)
        desk = await thread_after(tx, WORKSPACE, conversation_id, 5, 10, "desk")
        assert [one.seq for one in desk] == [6, 7, 8]
        before = await thread_before(tx, WORKSPACE, conversation_id, 4, 2)
        assert [one.seq for one in before] == [2, 3]
        with pytest.raises(ConversationMissing):
            await root_for_visitor(tx, WORKSPACE, conversation_id, visitor(2).id)

    await world.database.read(job)


async def test_silence_resolves_and_a_word_reopens(world: World) -> None:
    talk = await open_inbox(world, auto_resolve_days=7)
    forever = await open_inbox(world, "forever", auto_resolve_days=None)
    conversation_id = await talk.start(1)
    await forever.start(2)
    world.clock.move(timedelta(days=7))
    assert await world.database.read(lambda tx: list_silent(tx, world.clock.now())) == []
    assert not await world.do(lambda work: resolve_silent(work, conversation_id))
    world.clock.move(timedelta(minutes=1))
    found = await world.database.read(lambda tx: list_silent(tx, world.clock.now()))
    assert found == [(WORKSPACE, conversation_id)]
    assert await world.do(lambda work: resolve_silent(work, conversation_id))
    assert not await world.do(lambda work: resolve_silent(work, conversation_id))
    said = await talk.say(1, conversation_id)
    assert (said.conversation.id, said.conversation.state) == (conversation_id, "open")


async def test_ending_twice_is_ending_once(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await talk.start(1)
    for _ in range(2):
        ended = await world.do(lambda work: end_by_visitor(work, conversation_id, ADA.id), ADA)
        assert ended.state == "resolved"
    assert (await world.actions()).count("ConversationResolved") == 1
    with pytest.raises(ConversationMissing):
        await world.do(lambda work: end_by_visitor(work, conversation_id, visitor(2).id), visitor(2))


async def test_a_message_carries_its_authors_files(world: World) -> None:
    talk = await open_inbox(world, prechat={"when": "off"})
    conversation_id = await talk.start(1)
    file = StoreAttachment(
        owner=f"visitor:{ADA.id}", name="shoe.png", media_type="image/png", bytes=10, digest="d" * 64
    )
    stored = await world.do(lambda work: store_attachment(work, file), ADA)

    async def send(number: int, client_id: str) -> Said:
        who = visitor(number)
        ask = SayAsVisitor(
            conversation_id=conversation_id if number == 1 else other,
            visitor_id=who.id,
            client_id=client_id,
            attachment_ids=(stored.id,),
        )
        return await world.do(lambda work: say_as_visitor(work, ask), who)

    other = await talk.start(2)
    with pytest.raises(AttachmentMissing):
        await send(2, "client-thief")
    said = await send(1, "client-file")
    assert [one.name for one in said.placed.message.attachments] == ["shoe.png"]
    assert said.placed.message.body == ""
    again = await send(1, "client-file")
    assert (again.repeated, again.placed) == (True, said.placed)
    read = await world.database.read(lambda tx: thread_after(tx, WORKSPACE, conversation_id, 2, 10))
    assert [one.message.attachments for one in read] == [said.placed.message.attachments]
