"""Forms before and in a chat: what is asked, and what an answer must be."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from ringonce.chat.inbox_model import KNOWN_FIELDS, FormField
from ringonce.chat.refusals import AnswersInvalid
from ringonce.chat.words import plain, plain_line

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
        words = "✓" if answer is True else str(answer)
        lines.append(words if field.id in KNOWN_FIELDS or not field.label else f"{field.label}: {words}")
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
    clean = plain(answer) if field.type == "textarea" else plain_line(answer, len(answer))
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
