"""Erasing a person: what was said goes with its words, files, salts and terms; places and the log stay."""

import asyncio

import pytest

from ringonce.booking.erase import erase_contact
from ringonce.chat.erase import erase_said
from ringonce.chat.forms import answer_form
from ringonce.chat.inbox_model import FormField, Prechat
from ringonce.chat.merge import merge_conversations
from ringonce.chat.model import Page, SayAsVisitor, StartConversation
from ringonce.chat.queries import thread_after
from ringonce.chat.say import say_as_visitor
from ringonce.chat.start import start_conversation
from ringonce.kernel.eventlog import verify_chain
from ringonce.kernel.work import Work
from tests.flows.chat.talk import Talk, check_gapless, open_inbox
from tests.flows.chat.test_locks import wait_for_a_waiter
from tests.support.world import WORKSPACE, World, intent_of, visitor

ADA, BOB = visitor(1), visitor(2)
SECRET = "periwinkle"


async def tell(talk: Talk, number: int, client_id: str) -> str:
    """A visitor says something that must be gone afterwards, under a key of her own."""
    who = visitor(number)
    ask = StartConversation(
        inbox_id=talk.inbox.id,
        visitor_id=who.id,
        client_id=client_id,
        text=f"My {SECRET} is {number}",
        answers={"name": f"{SECRET} {number}", "email": f"{SECRET}{number}@example.org"},
        page=Page(f"https://shop.example/{SECRET}"),
    )
    told = await talk.world.send(intent_of(start_conversation, ask), who)
    return str(told.body["conversation"]["id"])


async def forget(world: World, contact_id: str) -> int:
    async def intent(work: Work) -> int:
        messages = await erase_said(work, contact_id)
        await erase_contact(work, contact_id)
        return messages

    return await world.do(intent)


async def everything(world: World) -> str:
    """All text of every table that a word could hide in."""
    tables = (
        *("conversations", "messages", "message_terms", "contacts", "identities", "contact_terms", "log"),
        *("attachments", "conversation_merges", "receipts"),
    )
    return repr([await world.rows(f"SELECT * FROM {table}") for table in tables])


async def test_what_was_said_is_gone_and_the_chain_is_whole(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await tell(talk, 1, "client-ada")
    await talk.answer(conversation_id)
    await talk.answer(conversation_id, note=True)
    assert SECRET in await everything(world)
    contact_id = (await talk.row(conversation_id))["contact_id"]
    head = await world.count("log")
    assert await forget(world, contact_id) == len(await talk.places(conversation_id))
    assert SECRET not in await everything(world)
    assert await world.count("messages", "salt <> '' OR body <> ''") == 0
    assert await world.count("message_terms") == 0
    check_gapless(await talk.places(conversation_id))
    await verify_chain(world.database, WORKSPACE)
    assert await world.count("log") > head
    read = await world.database.read(lambda tx: thread_after(tx, WORKSPACE, conversation_id, 0, 50, "desk"))
    assert all(one.message.erased_at is not None for one in read)
    # Lines about deeds are nobody's words.
    assert [one.message.extra.get("code") for one in read if one.message.kind == "event"] == ["started"]


async def test_others_keep_what_they_said(world: World) -> None:
    talk = await open_inbox(world)
    ada, bob = await tell(talk, 1, "client-ada"), await tell(talk, 2, "client-bob")
    await forget(world, (await talk.row(ada))["contact_id"])
    assert await world.count("messages", f"conversation_id = '{bob}' AND erased_at IS NOT NULL") == 0
    assert f"{SECRET} is 2" in await everything(world)
    assert (await talk.row(bob))["page"] != "{}"


async def test_erasing_twice_is_erasing_once(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await tell(talk, 1, "client-ada")
    contact_id = (await talk.row(conversation_id))["contact_id"]
    await forget(world, contact_id)
    facts = await world.actions()
    assert await forget(world, contact_id) == 0
    assert await world.actions() == facts


async def test_a_frame_knows_that_something_was_erased(world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await tell(talk, 1, "client-ada")
    before = await talk.row(conversation_id)
    await forget(world, before["contact_id"])
    after = await talk.row(conversation_id)
    assert after["version"] > before["version"]
    assert after["last_seq"] == before["last_seq"]
    assert "ConversationErased" in await world.actions()


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_a_message_said_while_erasing_waits_is_erased_too(engine: str, world: World) -> None:
    talk = await open_inbox(world)
    conversation_id = await tell(talk, 1, "client-ada")
    contact_id = (await talk.row(conversation_id))["contact_id"]
    said = asyncio.Event()

    async def says(work: Work) -> None:
        ask = SayAsVisitor(
            conversation_id=conversation_id, visitor_id=ADA.id, client_id="client-late", text=SECRET
        )
        await say_as_visitor(work, ask)
        said.set()
        await wait_for_a_waiter(work.tx)

    async def erases() -> int:
        await said.wait()
        return await forget(world, contact_id)

    await asyncio.gather(world.do(says, ADA), erases())
    assert SECRET not in await everything(world)


async def test_a_form_of_whom_was_erased_hides_nobody_elses(world: World) -> None:
    """Two forms in one thread by a merge: the erased one asks nothing any more."""
    after = Prechat(when="after", fields=(FormField(id="name", type="text"),))
    talk = await open_inbox(world, prechat=after)
    hers, his = await talk.start(1), await talk.start(2)
    contact = (await talk.row(hers))["contact_id"]
    await world.do(lambda work: merge_conversations(work, his, [hers]))
    await forget(world, contact)
    told = await world.do(lambda work: answer_form(work, his, BOB.id, "client-answer", {"name": "Bob"}), BOB)
    assert told.conversation.answers == {"name": "Bob"}
