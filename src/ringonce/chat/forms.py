"""Forms before and in a chat: what is asked, what an answer must be, and where it is kept: with the
conversation, and with the contact as typed, which proves nothing.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import msgspec

from ringonce.chat import messages_store, queries, store, words
from ringonce.chat.events import FormAnswered
from ringonce.chat.inbox_model import KNOWN_FIELDS, FormField
from ringonce.chat.model import SYSTEM, Draft, Message, MessageKind, Said, answer_id
from ringonce.chat.placing import place
from ringonce.chat.refusals import AnswersInvalid, ConversationMissing, FormMissing
from ringonce.chat.say import lock_participation, said_before
from ringonce.contacts import people
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work

_MOST: Final = {"text": 200, "email": 254, "phone": 40, "choice": 200, "textarea": 2_000}
# Good enough to catch a slip of the fingers; whether an address lives is known when mail arrives.
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")
_PHONE: Final = re.compile(r"\+?[0-9 ()./-]{4,40}")

Answer = str | bool


def check_answers(
    fields: Iterable[FormField],
    answers: Mapping[str, Any],
    known: Collection[str] = (),
    *,
    may_skip: bool = False,
) -> dict[str, Answer]:
    """The answers as they are kept: to fields that are asked, cleaned. `known` fields need no answer, and
    with `may_skip` none does. What belongs to no field that is asked is left out.

    Raises AnswersInvalid with every fault.
    """
    cleaned: dict[str, Answer] = {}
    faults: list[dict[str, str]] = []
    for field in fields:
        if not is_asked(field, cleaned):
            continue
        code, answer = _checked(field, answers.get(field.id))
        if code is None and answer is None and field.required and field.id not in known and not may_skip:
            code = "required"
        if code is not None:
            faults.append({"field": field.id, "code": code})
        elif answer is not None:
            cleaned[field.id] = answer
    if faults:
        raise AnswersInvalid(errors=faults)
    return cleaned


def refuse_strange(fields: Iterable[FormField], answers: Mapping[str, Any]) -> None:
    """Refuse answers to what no field asks. Raises AnswersInvalid with each."""
    strange = sorted(set(answers) - {field.id for field in fields})
    if strange:
        raise AnswersInvalid(errors=[{"field": one[:64], "code": "unknown-field"} for one in strange[:20]])


def is_asked(field: FormField, answers: Mapping[str, Any]) -> bool:
    """Whether a field is asked, given the answers to those before it."""
    return field.when is None or answers.get(field.when.field) == field.when.equals


def still_asked(
    fields: Iterable[FormField], known: Collection[str], answered: Collection[str]
) -> tuple[FormField, ...]:
    """Fields that a form in the thread would ask: neither known nor answered."""
    return tuple(field for field in fields if field.id not in known and field.id not in answered)


def plain_fields(fields: Iterable[FormField]) -> list[dict[str, Any]]:
    """Fields as a form message carries them."""
    return [
        {
            "id": field.id,
            "type": field.type,
            "label": field.label,
            "required": field.required,
            "options": list(field.options),
            "when": None if field.when is None else {"field": field.when.field, "equals": field.when.equals},
        }
        for field in fields
    ]


def answers_text(fields: Iterable[FormField], answers: Mapping[str, Answer]) -> str:
    """Answers as a first message, where a form alone begins the chat."""
    lines = []
    for field in fields:
        answer = answers.get(field.id)
        if answer is None or answer is False:
            continue
        said = "✓" if answer is True else str(answer)
        lines.append(said if field.id in KNOWN_FIELDS or not field.label else f"{field.label}: {said}")
    return "\n".join(lines)


def _checked(field: FormField, answer: object) -> tuple[str | None, Answer | None]:
    """A fault's code, or the answer as it is kept; both None where nothing was answered."""
    if answer is None or answer == "":
        return None, None
    if field.type == "checkbox":
        if not isinstance(answer, bool):
            return "malformed", None
        return (None, True) if answer else (None, None if field.required else False)
    if not isinstance(answer, str):
        return "malformed", None
    clean = words.plain(answer) if field.type == "textarea" else words.plain_line(answer, len(answer))
    if not clean:
        return None, None
    return _fault(field, clean), clean


def _fault(field: FormField, answer: str) -> str | None:
    if len(answer) > _MOST[field.type]:
        return "too-long"
    if field.type == "choice" and answer not in field.options:
        return "unknown-option"
    if field.type == "email" and _EMAIL.fullmatch(answer) is None:
        return "malformed"
    if field.type == "phone" and _PHONE.fullmatch(answer) is None:
        return "malformed"
    return None


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
    # The form stands in the thread as it was asked: what it never asked is a mistake, not a skip.
    refuse_strange(fields, answers)
    checked = check_answers(fields, answers, may_skip=True)
    # A second answer names nobody; who she is comes before the conversation in the order of locks.
    name = "" if await _answered(work, form) else name_in(checked)
    contact_id = await people.contact_of_visitor(work, visitor_id, name)
    row = await store.lock_conversation(work.tx, work.workspace_id, conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    again = await _answered(work, form)
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


async def _answered(work: Work, form: Message) -> Row | None:
    """The line that tells that a form was answered."""
    return await work.tx.one(
        messages_store.FIND_OF_MEMBER,
        workspace_id=work.workspace_id,
        addressed_id=form.addressed_id,
        author_kind=SYSTEM.kind.value,
        author_id=SYSTEM.id,
        client_id=answer_id(form.id),
    )


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
