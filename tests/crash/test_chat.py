"""Every intent of chat, failing at each statement and around its commit, then asked again, same key.

Whatever happened, the answer of the retry is the one effect that is in the database.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ringonce.chat.merge import merge_conversations
from ringonce.chat.model import SayAsMember, SayAsVisitor, StartConversation
from ringonce.chat.say import say_as_member, say_as_visitor
from ringonce.chat.start import start_conversation
from ringonce.chat.states import resolve
from ringonce.chat.unmerge import undo_merge
from ringonce.desk.book_in_chat import book_in_chat
from ringonce.desk.model import BookInChat
from ringonce.kernel.db import Database, DatabaseUnavailable
from ringonce.kernel.execute import Intent
from ringonce.kernel.work import Actor, Work
from tests.support.clock import MovableClock
from tests.support.faulty import Fault, FaultyDatabase
from tests.support.parlour import ADA, AGENT, Parlour, make_parlour
from tests.support.whole import check_whole
from tests.support.world import OWNER, WORKSPACE, Outcome, World, intent_of, make_world, minute, visitor

TEN, NOON = minute("10:00"), minute("12:00")
KEY = "the-one-key-of-this-action"
SAID = "client-of-the-action"

Counts = dict[str, int]
Prepared = tuple[Intent[Any], Actor]


@dataclass(frozen=True)
class Case:
    """An intent made from a prepared parlour, and what it adds to the tables and the log, once."""

    prepare: Callable[[Parlour], Awaitable[Prepared]]
    adds: Counts


async def to_start(parlour: Parlour) -> Prepared:
    ask = StartConversation(inbox_id=parlour.inbox.id, visitor_id=visitor(1).id, client_id=SAID, text="Hello")
    return intent_of(start_conversation, ask), visitor(1)


async def to_say(parlour: Parlour) -> Prepared:
    here = await parlour.start()
    ask = SayAsVisitor(conversation_id=here, visitor_id=visitor(1).id, client_id=SAID, text="More")
    return intent_of(say_as_visitor, ask), visitor(1)


async def to_reopen_by_saying(parlour: Parlour) -> Prepared:
    here = await parlour.start()
    await parlour.world.do(lambda work: resolve(work, here))
    ask = SayAsVisitor(conversation_id=here, visitor_id=visitor(1).id, client_id=SAID, text="Once more")
    return intent_of(say_as_visitor, ask), visitor(1)


async def to_answer(parlour: Parlour) -> Prepared:
    ask = SayAsMember(
        conversation_id=await parlour.start(), author=AGENT, client_id=SAID, text="Good morning"
    )
    return intent_of(say_as_member, ask), OWNER


async def to_merge(parlour: Parlour) -> Prepared:
    first, second = await parlour.start(1), await parlour.start(2)
    return (lambda work: merge_conversations(work, first, [second])), OWNER


async def to_undo(parlour: Parlour) -> Prepared:
    first, second = await parlour.start(1), await parlour.start(2)
    group = await parlour.world.do(lambda work: merge_conversations(work, first, [second]))
    ask = SayAsVisitor(conversation_id=second, visitor_id=visitor(2).id, client_id=SAID, text="Since")
    await parlour.world.do(lambda work: say_as_visitor(work, ask), visitor(2))
    return (lambda work: undo_merge(work, group.id)), OWNER


async def to_take(parlour: Parlour) -> Prepared:
    offered = await parlour.offer(await parlour.start(), TEN, NOON)
    taking = parlour.taking(offered.placed.message.id, TEN)

    async def intent(work: Work) -> Any:
        taken = await taking(work)
        return {"booking": taken.booking.id, "receipt": taken.receipt.message.id}

    return intent, visitor(1)


async def to_book(parlour: Parlour) -> Prepared:
    ask = BookInChat(
        inbox_id=parlour.inbox.id,
        visitor_id=visitor(1).id,
        client_id=SAID,
        service_id=parlour.service.id,
        start_minute=TEN,
        said=ADA,
    )

    async def intent(work: Work) -> Any:
        booked = await book_in_chat(work, ask)
        return {"booking": booked.booking.id}

    return intent, visitor(1)


CASES = {
    "start": Case(
        to_start,
        {
            "conversations": 1, "participations": 1, "contacts": 1, "messages": 2, "placements": 2,
            "ConversationStarted": 1, "MessageSent": 1,
        },
    ),
    "say": Case(to_say, {"messages": 1, "placements": 1, "MessageSent": 1}),
    "say and reopen": Case(
        to_reopen_by_saying, {"messages": 2, "placements": 2, "MessageSent": 1, "ConversationReopened": 1}
    ),
    "answer": Case(to_answer, {"messages": 1, "placements": 1, "MessageSent": 1}),
    "merge": Case(
        to_merge, {"conversation_merges": 1, "messages": 1, "placements": 3, "ConversationMerged": 2}
    ),
    "undo": Case(
        to_undo, {"conversation_merges": 0, "messages": 2, "placements": 3, "ConversationUnmerged": 2}
    ),
    "take": Case(to_take, {"bookings": 1, "occupancy": -1, "messages": 1, "OfferTaken": 1}),
    "book": Case(
        to_book,
        {"bookings": 1, "occupancy": 1, "conversations": 1, "messages": 2, "BookingConfirmed": 1},
    ),
}  # fmt: skip


@pytest.fixture
def faulty(database: Database) -> FaultyDatabase:
    return FaultyDatabase(database)


@pytest.fixture
async def parlour(database: Database, faulty: FaultyDatabase, clock: MovableClock) -> Parlour:
    return await make_parlour(make_world(database, clock, on=faulty))


async def counted(world: World, names: Counts) -> Counts:
    actions = await world.actions()
    return {name: actions.count(name) if name[0].isupper() else await world.count(name) for name in names}


async def check_once(parlour: Parlour, case: Case, before: Counts) -> None:
    after = await counted(parlour.world, case.adds)
    assert {name: after[name] - before[name] for name in after} == case.adds
    await check_whole(parlour.world, WORKSPACE)
    assert await parlour.world.overlaps() == 0


@pytest.mark.parametrize("name", CASES)
async def test_failing_at_every_statement_in_turn(
    parlour: Parlour, faulty: FaultyDatabase, name: str
) -> None:
    """Asked again after a failure at its first statement, at its second, and so on to the last."""
    case, world = CASES[name], parlour.world
    intent, who = await case.prepare(parlour)
    before = await counted(world, case.adds)
    while True:
        faulty.fault = Fault(statement=faulty.struck + 1)
        try:
            answer = await world.send(intent, who, key=KEY)
        except DatabaseUnavailable:
            assert await counted(world, case.adds) == before
            continue
        break
    faulty.fault = None
    assert faulty.struck >= 8
    assert answer.is_won
    assert not answer.replayed
    await check_once(parlour, case, before)
    assert await world.send(intent, who, key=KEY) == Outcome(answer.status, answer.body, replayed=True)
    await check_once(parlour, case, before)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("how", ["before_commit", "unknown", "lost"])
async def test_failing_around_the_commit(
    parlour: Parlour, faulty: FaultyDatabase, name: str, how: str
) -> None:
    """Before it nothing happened; after it everything did, though the acknowledgement never came."""
    case, world = CASES[name], parlour.world
    intent, who = await case.prepare(parlour)
    before = await counted(world, case.adds)
    faulty.fault = Fault(**{how: True})
    try:
        answer = await world.send(intent, who, key=KEY)
    except DatabaseUnavailable:
        answer = await world.send(intent, who, key=KEY)
    assert faulty.struck == 1
    assert answer.is_won
    assert answer.replayed is (how != "before_commit")
    await check_once(parlour, case, before)


@pytest.mark.parametrize("name", ["start", "say", "answer", "merge", "take", "book"])
async def test_a_lost_answer_and_a_new_key_are_one_effect_too(
    parlour: Parlour, faulty: FaultyDatabase, name: str
) -> None:
    """A page that was reloaded and lost its key: what names the deed is in the deed itself."""
    case, world = CASES[name], parlour.world
    intent, who = await case.prepare(parlour)
    before = await counted(world, case.adds)
    faulty.fault = Fault(lost=True)
    with pytest.raises(DatabaseUnavailable):
        await world.send(intent, who, key=KEY)
    answer = await world.send(intent, who, key="another-key-of-this-action")
    assert answer.is_won
    assert not answer.replayed
    await check_once(parlour, case, before)


async def test_control_another_key_and_another_client_id_say_it_twice(
    parlour: Parlour, faulty: FaultyDatabase
) -> None:
    """What the client's id is for: the same words under another one are other words."""
    here = await parlour.start()
    before = await parlour.world.count("messages")
    for client_id in ("client-a-of-it", "client-b-of-it"):
        ask = SayAsVisitor(conversation_id=here, visitor_id=visitor(1).id, client_id=client_id, text="It")
        faulty.fault = Fault(lost=True)
        with pytest.raises(DatabaseUnavailable):
            await parlour.world.send(intent_of(say_as_visitor, ask), visitor(1))
    assert await parlour.world.count("messages") == before + 2
