"""Forms: before the chat, after the first message, while away; answers are typed and prove nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from ringonce.calendars.edit import create_schedule
from ringonce.calendars.model import ScheduleDraft
from ringonce.chat.forms import answer_form
from ringonce.chat.inbox_model import Condition, FormField, Prechat
from ringonce.chat.inboxes import update_inbox
from ringonce.chat.model import Said, StartConversation, Started
from ringonce.chat.queries import thread_after
from ringonce.chat.refusals import AnswersInvalid, ConversationMissing, FormMissing, TextMissing
from ringonce.chat.start import start_conversation
from ringonce.contacts.people import load_contact
from tests.flows.chat.talk import Talk, open_inbox
from tests.support.world import WORKSPACE, World, all_at_once, visitor

ADA = visitor(1)
TOPIC = FormField(id="topic", type="choice", label="About", required=True, options=("order", "other"))
ORDER = FormField(id="order_no", type="text", label="Order", required=True, when=Condition("topic", "order"))
NAME = FormField(id="name", type="text", required=True)
EMAIL = FormField(id="email", type="email", required=True)
BEFORE = Prechat(when="before", fields=(NAME, EMAIL, TOPIC, ORDER))
FULL = {"name": " Ada\nLovelace ", "email": "Ada@Example.org", "topic": "other"}


async def begin(
    talk: Talk, answers: Mapping[str, Any] | None = None, text: str = "", client_id: str = "client-form"
) -> Started:
    ask = StartConversation(
        inbox_id=talk.inbox.id,
        visitor_id=ADA.id,
        client_id=client_id,
        text=text,
        answers=answers or {},
    )
    return await talk.world.do(lambda work: start_conversation(work, ask), ADA)


async def answer(talk: Talk, conversation_id: str, answers: Mapping[str, Any], number: int = 1) -> Said:
    who = visitor(number)
    return await talk.world.do(
        lambda work: answer_form(work, conversation_id, who.id, "client-answer", answers), who
    )


def codes(refused: pytest.ExceptionInfo[AnswersInvalid]) -> dict[str, str]:
    errors: Any = refused.value.params["errors"]
    return {one["field"]: one["code"] for one in errors}


async def test_a_form_before_the_chat_begins_it(world: World) -> None:
    talk = await open_inbox(world, prechat=BEFORE)
    started = await begin(talk, FULL)
    assert started.conversation.answers == {
        "name": "Ada Lovelace",
        "email": "Ada@Example.org",
        "topic": "other",
    }
    (first,) = [one for one in started.messages if one.message.kind == "text"]
    assert first.message.body == "Ada Lovelace\nAda@Example.org\nAbout: other"
    contact = await world.database.read(
        lambda tx: load_contact(tx, WORKSPACE, started.conversation.contact_id)
    )
    assert contact.name == "Ada Lovelace"
    typed = [(one.kind, one.value, one.proved_at) for one in contact.identities if one.kind == "email"]
    assert typed == [("email", "ada@example.org", None)]


async def test_with_a_text_the_answers_stand_beside_it(world: World) -> None:
    talk = await open_inbox(world, prechat=BEFORE)
    started = await begin(talk, FULL, "My shoes")
    assert [one.message.body for one in started.messages if one.message.kind == "text"] == ["My shoes"]
    assert started.conversation.answers["topic"] == "other"


@pytest.mark.parametrize(
    ("answers", "faults"),
    [
        ({}, {"name": "required", "email": "required", "topic": "required"}),
        ({**FULL, "topic": "order"}, {"order_no": "required"}),
        ({**FULL, "topic": "nothing"}, {"topic": "unknown-option"}),
        ({**FULL, "email": "ada"}, {"email": "malformed"}),
        ({**FULL, "name": 7}, {"name": "malformed"}),
        ({**FULL, "name": "x" * 201}, {"name": "too-long"}),
    ],
)
async def test_what_a_form_refuses(world: World, answers: dict[str, Any], faults: dict[str, str]) -> None:
    talk = await open_inbox(world, prechat=BEFORE)
    with pytest.raises(AnswersInvalid) as refused:
        await begin(talk, answers, "Hello")
    assert codes(refused) == faults
    assert await world.count("conversations") == 0
    assert await world.count("contacts") == 0


async def test_a_field_that_is_not_asked_is_not_kept(world: World) -> None:
    talk = await open_inbox(world, prechat=BEFORE)
    started = await begin(talk, {**FULL, "order_no": "17", "admin": True})
    assert set(started.conversation.answers) == {"name", "email", "topic"}


async def test_what_is_known_need_not_be_answered(world: World) -> None:
    talk = await open_inbox(world, prechat=BEFORE)
    await begin(talk, FULL)
    shop = await open_inbox(world, "shop", prechat=BEFORE)
    started = await begin(shop, {"topic": "order", "order_no": "17"}, client_id="client-shop")
    assert started.created
    assert started.conversation.answers == {"topic": "order", "order_no": "17"}


async def test_the_form_after_the_first_message_asks_what_is_not_known(world: World) -> None:
    talk = await open_inbox(world)
    started = await begin(talk, text="Hello")
    form = started.messages[-1].message
    assert [one["id"] for one in form.extra["fields"]] == ["name", "email"]
    said = await answer(talk, started.conversation.id, {"name": "Ada", "email": "ada@example.org"})
    assert said.placed.message.extra == {
        "code": "answered",
        "form": form.id,
        "fields": ["email", "name"],
        "skipped": False,
    }
    assert said.conversation.answers == {"name": "Ada", "email": "ada@example.org"}
    read = await world.database.read(lambda tx: thread_after(tx, WORKSPACE, started.conversation.id, 0, 10))
    (drawn,) = [one.message for one in read if one.message.kind == "form"]
    assert drawn.extra["done"] is True
    other = await open_inbox(world, "shop")
    again = await begin(other, text="Me again", client_id="client-other")
    assert "form" not in [one.message.kind for one in again.messages]


async def test_a_form_is_answered_once(world: World) -> None:
    talk = await open_inbox(world)
    started = await begin(talk, text="Hello")

    async def attempt(number: int) -> Said:
        return await answer(talk, started.conversation.id, {"name": f"Ada {number}"})

    told = await all_at_once(8, attempt)
    assert [one.repeated for one in told].count(False) == 1
    assert len({one.placed.message.id for one in told}) == 1
    assert (await world.actions()).count("FormAnswered") == 1
    assert len({one.conversation.answers["name"] for one in told}) == 1


async def test_a_form_in_the_thread_may_be_skipped(world: World) -> None:
    talk = await open_inbox(world, prechat=Prechat(when="after", fields=(EMAIL,)))
    started = await begin(talk, text="Hello")
    said = await answer(talk, started.conversation.id, {})
    assert said.placed.message.extra["skipped"] is True
    with pytest.raises(AnswersInvalid):
        await answer(talk, started.conversation.id, {"email": "not one"})


async def test_an_answer_to_what_no_field_asks_is_no_skip(world: World) -> None:
    talk = await open_inbox(world, prechat=Prechat(when="after", fields=(NAME, EMAIL)))
    here = (await begin(talk, text="Hello")).conversation.id
    with pytest.raises(AnswersInvalid) as refused:
        await answer(talk, here, {"zz": "no"})
    assert codes(refused) == {"zz": "unknown-field"}
    assert (await answer(talk, here, {"name": "Ada"})).conversation.answers["name"] == "Ada"


async def test_an_answer_after_the_form_was_skipped_names_nobody(world: World) -> None:
    talk = await open_inbox(world)
    started = await begin(talk, text="Hello")
    await answer(talk, started.conversation.id, {})
    said = await answer(talk, started.conversation.id, {"name": "Ada"})
    assert (said.repeated, said.conversation.answers) == (True, {})
    contact_id = started.conversation.contact_id
    contact = await world.database.read(lambda tx: load_contact(tx, WORKSPACE, contact_id))
    assert contact.name == ""


async def test_only_who_takes_part_answers(world: World) -> None:
    talk = await open_inbox(world)
    started = await begin(talk, text="Hello")
    with pytest.raises(ConversationMissing):
        await answer(talk, started.conversation.id, {"name": "Eve"}, number=2)


async def test_without_a_form_there_is_nothing_to_answer(world: World) -> None:
    talk = await open_inbox(world, prechat=Prechat(when="off"))
    started = await begin(talk, {"name": "Ada"}, "Hello")
    assert started.conversation.answers == {}
    with pytest.raises(FormMissing):
        await answer(talk, started.conversation.id, {"name": "Ada"})
    with pytest.raises(TextMissing):
        await begin(await open_inbox(world, "shop", prechat=Prechat(when="off")), FULL)


async def test_while_away_the_form_comes_first(world: World) -> None:
    """Closed all week: the form must be filled in. Open again: it may be left."""
    talk = await open_inbox(world, prechat=Prechat(when="away", fields=(EMAIL,)))
    closed = await world.do(
        lambda work: create_schedule(work, ScheduleDraft(name="Never", zone="UTC", weekly=((),) * 7))
    )
    await world.do(lambda work: update_inbox(work, talk.inbox.id, 1, {"schedule_id": closed.id}))
    with pytest.raises(AnswersInvalid) as refused:
        await begin(talk, text="Hello")
    assert codes(refused) == {"email": "required"}
    await world.do(lambda work: update_inbox(work, talk.inbox.id, 2, {"schedule_id": None}))
    assert (await begin(talk, text="Hello")).created
