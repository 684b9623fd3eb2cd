"""Answers to forms: kept with the conversation, and with the contact as typed, which proves nothing."""

from collections.abc import Mapping
from typing import Any

import msgspec

from ringonce.chat import messages_store, queries, store, words
from ringonce.chat.events import FormAnswered
from ringonce.chat.forms import Answer, check_answers
from ringonce.chat.inbox_model import FormField
from ringonce.chat.model import SYSTEM, Draft, Message, MessageKind, Said, answer_id
from ringonce.chat.placing import place
from ringonce.chat.refusals import ConversationMissing, FormMissing
from ringonce.chat.say import lock_participation, said_before
from ringonce.contacts import people
from ringonce.kernel.work import Work


async def answer_form(
    work: Work, conversation_id: str, visitor_id: str, client_id: str, answers: Mapping[str, Any]
) -> Said:
    """Answer the form in a thread, or skip it with no answers. A form is answered once: again is the first.

    `placed` is the line that tells of it. Raises ConversationMissing, FormMissing, AnswersInvalid,
    ClientIdMalformed.
    """
    words.check_client_id(client_id)
    await lock_participation(work, conversation_id, visitor_id)
    form = await _form_in(work, conversation_id)
    fields = msgspec.convert(form.extra["fields"], tuple[FormField, ...])
    checked = check_answers(fields, answers, may_skip=True)
    contact_id = await people.contact_of_visitor(work, visitor_id, name_in(checked))
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    again = await work.tx.one(
        messages_store.FIND_OF_MEMBER,
        workspace_id=work.workspace_id,
        addressed_id=form.addressed_id,
        author_kind=SYSTEM.kind.value,
        author_id=SYSTEM.id,
        client_id=answer_id(form.id),
    )
    if again is not None:
        return await said_before(work, row, messages_store.placed_of(again))
    await note_typed_answers(work, contact_id, checked)
    row["answers"] = store.to_text({**store.from_text(row["answers"]), **checked})
    line = Draft(
        author=SYSTEM,
        kind=MessageKind.EVENT,
        client_id=answer_id(form.id),
        extra={"code": "answered", "form": form.id, "fields": sorted(checked), "skipped": not checked},
        addressed_id=form.addressed_id,
    )
    placed = await place(work, row, line)
    work.append(FormAnswered(**store.fact_of(row), message_id=form.id, fields=tuple(sorted(checked))))
    return Said(store.conversation_of(row), placed, False)


async def note_typed_answers(work: Work, contact_id: str, answers: Mapping[str, Answer]) -> None:
    """Keep addresses that somebody typed beside the contact: they suggest and prove nothing."""
    for kind in ("email", "phone"):
        value = answers.get(kind)
        if isinstance(value, str):
            await people.note_typed(work, contact_id, kind, value)


def name_in(answers: Mapping[str, Any]) -> str:
    """The name among answers, as it is kept."""
    name = answers.get("name")
    return words.plain_line(name, 200) if isinstance(name, str) else ""


async def _form_in(work: Work, conversation_id: str) -> Message:
    root = await queries.root_of(work.tx, work.workspace_id, conversation_id)
    row = await work.tx.one(
        messages_store.LATEST_FORM, workspace_id=work.workspace_id, conversation_id=root.id
    )
    if row is None:
        raise FormMissing()
    return messages_store.placed_of(row).message
