"""Starting: one conversation for a session and an inbox, whatever comes at once, and each message once."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import and_, bindparam, insert, select

from ringonce.chat import start, store
from ringonce.chat.ending import end_by_visitor
from ringonce.chat.inboxes import retire_inbox
from ringonce.chat.merge import merge_conversations
from ringonce.chat.model import (
    Author,
    AuthorKind,
    Page,
    SayAsVisitor,
    StartByMember,
    StartConversation,
    Started,
)
from ringonce.chat.queries import find_live, list_of_visitor, thread_after
from ringonce.chat.refusals import (
    ClientIdMalformed,
    ConversationMissing,
    IdentityNeeded,
    InboxMissing,
    TextMissing,
    TextTooLong,
)
from ringonce.chat.say import say_as_visitor
from ringonce.chat.start import start_by_member, start_conversation
from ringonce.chat.store import every
from ringonce.chat.tables import participations
from ringonce.contacts import people
from ringonce.kernel.db import Row, statement
from ringonce.kernel.eventlog import verify_chain
from ringonce.kernel.work import Work
from tests.flows.chat.talk import Talk, check_gapless, open_inbox
from tests.support.counting import CountingTx
from tests.support.world import OWNER, WORKSPACE, World, all_at_once, intent_of, visitor

ADA = visitor(1)
RACERS = 20
#: Round trips, the kernel's own left out; two of each ask whether somebody's turn has come, and one of a
#: message whether the inbox shows it to this session.
START_COSTS, MESSAGE_COSTS = 15, 10
MEMBER = Author(AuthorKind.MEMBER, OWNER.id)


def ask_of(talk: Talk, client_id: str, text: str = "Hello", **more: Any) -> StartConversation:
    return StartConversation(
        inbox_id=talk.inbox.id, visitor_id=ADA.id, client_id=client_id, text=text, **more
    )


async def begin(talk: Talk, client_id: str, **more: Any) -> Started:
    ask = ask_of(talk, client_id, **more)
    return await talk.world.do(lambda work: start_conversation(work, ask), ADA)


async def test_a_start_writes_everything_at_once(world: World) -> None:
    talk = await open_inbox(world)
    page = Page("https://shop.example/shoes?q=1", "Shoes\n and more", "javascript:alert(1)")
    started = await begin(talk, "client-a", page=page, locale="de-AT", zone="Europe/Vienna")
    conversation = started.conversation
    assert (started.created, conversation.number, conversation.state) == (True, 1, "open")
    assert (conversation.locale, conversation.zone) == ("de-AT", "Europe/Vienna")
    assert conversation.page == {"url": page.url, "title": "Shoes and more"}
    assert conversation.waiting_since == conversation.created_at
    kinds = [(one.seq, one.visitor_seq, one.message.kind) for one in started.messages]
    assert kinds == [(1, 1, "event"), (2, 2, "text"), (3, 3, "form")]
    assert await world.actions() == ["ConversationStarted", "MessageSent", "MessageSent"]
    assert await world.count("contacts") == 1
    found = await world.database.read(lambda tx: find_live(tx, WORKSPACE, talk.inbox.id, ADA.id))
    assert found == conversation


async def test_twenty_starts_with_one_message_are_one(world: World) -> None:
    talk = await open_inbox(world)

    async def attempt(number: int) -> Any:
        ask = ask_of(talk, "client-a")
        return await world.send(intent_of(start_conversation, ask), ADA)

    told = await all_at_once(RACERS, attempt)
    assert {one.status for one in told} == {201}
    assert len({one.body["conversation"]["id"] for one in told}) == 1
    assert [one.body["created"] for one in told].count(True) == 1
    first = {tuple(sorted(_of(one.body, "client-a").items(), key=str)) for one in told}
    assert len(first) == 1
    assert await world.count("conversations") == 1
    assert await world.count("messages", "kind = 'text'") == 1
    assert await world.count("contacts") == 1


def _of(body: dict[str, Any], client_id: str) -> dict[str, Any]:
    (one,) = [each for each in body["messages"] if each["message"]["client_id"] == client_id]
    return {"seq": one["seq"], "id": one["message"]["id"]}


async def test_twenty_starts_with_their_own_messages_are_one_conversation(world: World) -> None:
    talk = await open_inbox(world)

    async def attempt(number: int) -> Any:
        ask = ask_of(talk, f"client-{number:03d}", f"message {number}")
        return await world.send(intent_of(start_conversation, ask), ADA)

    told = await all_at_once(RACERS, attempt)
    (found,) = {one.body["conversation"]["id"] for one in told}
    assert [one.body["created"] for one in told].count(True) == 1
    places = await talk.places(found)
    check_gapless(places)
    said = sorted(one["client_id"] for one in places if one["kind"] == "text")
    assert said == [f"client-{number:03d}" for number in range(RACERS)]
    times = [one["created_at"] for one in places]
    assert times == sorted(times)
    await verify_chain(world.database, WORKSPACE)


async def test_without_the_constraint_each_start_makes_its_own(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the participation's key is what keeps them one."""
    talk = await open_inbox(world)
    await world.sql(
        "DROP TABLE participations",
        "CREATE TABLE participations (workspace_id TEXT, inbox_id TEXT, visitor_id TEXT,"
        " conversation_id TEXT, came_from TEXT, joined_at BIGINT)",
    )
    monkeypatch.setattr(
        store, "CLAIM_PARTICIPATION", statement(insert(participations).values(every(participations)))
    )

    async def attempt(number: int) -> Any:
        return await world.send(intent_of(start_conversation, ask_of(talk, f"client-{number:03d}")), ADA)

    await all_at_once(4, attempt)
    assert await world.count("conversations") > 1


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize("locked", [True, False])
async def test_the_lock_of_the_participation_is_what_makes_a_second_start_wait(
    engine: str, locked: bool, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two begin anew after an end; without the lock each finds nothing live."""
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    await world.do(lambda work: end_by_visitor(work, first.conversation.id, ADA.id), ADA)
    if not locked:
        unlocked = select(participations).where(
            and_(
                participations.c.workspace_id == bindparam("workspace_id"),
                participations.c.inbox_id == bindparam("inbox_id"),
                participations.c.visitor_id == bindparam("visitor_id"),
            )
        )
        monkeypatch.setattr(store, "LOCK_PARTICIPATION", statement(unlocked))
    together = asyncio.Barrier(2)
    look = start._live_of_session

    async def looked_and_met(work: Work, participation: Row) -> Row | None:
        found = await look(work, participation)
        if found is None:
            with suppress(TimeoutError, asyncio.BrokenBarrierError):
                async with asyncio.timeout(2):
                    await together.wait()
        return found

    monkeypatch.setattr(start, "_live_of_session", looked_and_met)
    # The contact's row would make them wait as well.
    monkeypatch.setattr(people, "contact_of_visitor", _known_contact(first.conversation.contact_id))

    async def attempt(number: int) -> Any:
        return await world.send(intent_of(start_conversation, ask_of(talk, f"client-{number}-again")), ADA)

    await all_at_once(2, attempt)
    assert await world.count("conversations", "state = 'open'") == (1 if locked else 2)


def _known_contact(contact_id: str) -> Any:
    async def known(*_: Any) -> str:
        return contact_id

    return known


async def test_a_repeated_start_is_the_first_even_after_the_end(world: World) -> None:
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    await world.do(lambda work: end_by_visitor(work, first.conversation.id, ADA.id), ADA)
    again = await begin(talk, "client-a")
    assert again.conversation.id == first.conversation.id
    assert (again.created, again.conversation.state) == (False, "resolved")
    assert [one.message for one in again.messages] == [one.message for one in first.messages]
    assert await world.count("conversations") == 1


async def test_starting_anew_is_ending_and_starting(world: World) -> None:
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    await world.do(lambda work: end_by_visitor(work, first.conversation.id, ADA.id), ADA)
    second = await begin(talk, "client-b")
    assert second.created
    assert second.conversation.id != first.conversation.id
    assert second.conversation.number == first.conversation.number + 1
    listed = await world.database.read(lambda tx: list_of_visitor(tx, WORKSPACE, talk.inbox.id, ADA.id))
    assert {one.id for one in listed} == {first.conversation.id, second.conversation.id}
    assert (await talk.session(1))["conversation_id"] == second.conversation.id


async def test_numbers_are_counted_without_gap_or_double(world: World) -> None:
    talk = await open_inbox(world)

    async def attempt(number: int) -> Any:
        ask = replace(ask_of(talk, f"client-{number:03d}"), visitor_id=visitor(number).id)
        return await world.send(intent_of(start_conversation, ask), visitor(number))

    told = await all_at_once(8, attempt)
    assert sorted(one.body["conversation"]["number"] for one in told) == list(range(1, 9))


async def test_two_inboxes_are_two_conversations(world: World) -> None:
    one, other = await open_inbox(world), await open_inbox(world, "shop")
    first, second = await begin(one, "client-a"), await begin(other, "client-b")
    assert second.created
    assert first.conversation.contact_id == second.conversation.contact_id


async def test_a_retired_inbox_takes_nobody(world: World) -> None:
    talk = await open_inbox(world)
    await world.do(lambda work: retire_inbox(work, talk.inbox.id, 1))
    with pytest.raises(InboxMissing):
        await begin(talk, "client-a")


async def test_an_inbox_for_known_people_asks_who_it_is(world: World) -> None:
    talk = await open_inbox(world, identity="required")
    with pytest.raises(IdentityNeeded):
        await begin(talk, "client-a")
    assert await world.count("conversations") == 0


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", TextMissing), (" \n\t", TextMissing), ("\u0000\u0007", TextMissing), ("x" * 10_001, TextTooLong)],
)
async def test_what_is_no_text(world: World, text: str, refusal: type[Exception]) -> None:
    talk = await open_inbox(world)
    with pytest.raises(refusal):
        await begin(talk, "client-a", text=text)
    assert await world.count("participations") == 0


@pytest.mark.parametrize("client_id", ["", "short", "with blank", "x" * 129, "ünïcode-id"])
async def test_what_is_no_client_id(world: World, client_id: str) -> None:
    talk = await open_inbox(world)
    with pytest.raises(ClientIdMalformed):
        await begin(talk, client_id)


def written_first(talk: Talk, known: Started, client_id: str, text: str) -> StartByMember:
    """A member's words to whom an earlier conversation was with."""
    return StartByMember(
        inbox_id=talk.inbox.id,
        contact_id=known.conversation.contact_id,
        author=MEMBER,
        client_id=client_id,
        text=text,
    )


async def test_a_member_writes_first_and_the_visitor_reads_it(world: World) -> None:
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    await world.do(lambda work: end_by_visitor(work, first.conversation.id, ADA.id), ADA)
    ask = written_first(talk, first, "member-a", "We found your shoes")
    started = await world.do(lambda work: start_by_member(work, ask))
    assert (started.created, started.conversation.waiting_since) == (True, None)
    live = await world.database.read(lambda tx: find_live(tx, WORKSPACE, talk.inbox.id, ADA.id))
    assert live is not None
    assert live.id == started.conversation.id
    again = await world.do(lambda work: start_by_member(work, ask))
    assert (again.created, again.messages[-1].message.id) == (False, started.messages[-1].message.id)
    read = await world.database.read(lambda tx: thread_after(tx, WORKSPACE, live.id, 0, 10))
    assert [one.message.body for one in read] == ["", "We found your shoes"]


async def test_a_member_writes_first_where_a_merge_has_led_the_visitor(world: World) -> None:
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    other = await talk.start(2)
    await world.do(lambda work: merge_conversations(work, other, [first.conversation.id]))
    ask = written_first(talk, first, "member-a", "We found your shoes")
    started = await world.do(lambda work: start_by_member(work, ask))
    assert (started.created, started.conversation.id) == (False, other)
    live = await world.database.read(lambda tx: find_live(tx, WORKSPACE, talk.inbox.id, ADA.id))
    assert live is not None
    assert live.id == other


async def test_two_members_who_write_first_share_a_conversation(world: World) -> None:
    talk = await open_inbox(world)
    first = await begin(talk, "client-a")
    await world.do(lambda work: end_by_visitor(work, first.conversation.id, ADA.id), ADA)

    async def attempt(number: int) -> Any:
        ask = written_first(talk, first, f"member-{number}", "Hello")
        return await world.send(intent_of(start_by_member, ask), OWNER)

    told = await all_at_once(4, attempt)
    assert {one.status for one in told} == {201}
    assert len({one.body["conversation"]["id"] for one in told}) == 1


async def test_another_session_does_not_see_it(world: World) -> None:
    talk = await open_inbox(world)
    await begin(talk, "client-a")
    conversation_id = (await talk.session(1))["conversation_id"]
    with pytest.raises(ConversationMissing):
        await talk.say(2, conversation_id)


async def test_what_a_start_and_a_message_cost(world: World) -> None:
    """A budget of round trips, so that nobody adds one unseen. A name typed by nobody costs none."""
    talk = await open_inbox(world)
    counted: list[int] = []

    async def counting(work: Work, job: Any) -> Any:
        tx = CountingTx(work.tx)
        work.tx = tx
        done = await job(work)
        counted.append(len(tx.statements))
        return done

    ask = ask_of(talk, "client-a")
    begun: Any = intent_of(start_conversation, ask)
    started = await world.do(lambda work: counting(work, begun), ADA)
    world.clock.move(timedelta(seconds=1))
    said: Any = intent_of(
        say_as_visitor,
        SayAsVisitor(
            conversation_id=started.conversation.id, visitor_id=ADA.id, client_id="client-b", text="More"
        ),
    )
    await world.do(lambda work: counting(work, said), ADA)
    assert counted == [START_COSTS, MESSAGE_COSTS]
