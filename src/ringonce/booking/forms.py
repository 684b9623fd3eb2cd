"""What the form must say: answers against the service's questions, the place against its places."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace

from ringonce.booking.catalogue_model import Location, LocationKind, Question, QuestionKind, Service
from ringonce.booking.model import GUESTS_MOST, Details
from ringonce.booking.refusals import FormInvalid
from ringonce.values import zones

_MOST = {"name": 200, "email": 254, "phone": 40, "notes": 5_000, "locale": 35}
_SHORT, _LONG = 500, 5_000
# What a letter's header can carry (RFC 5322: words between single dots, or one in quotes), in any script;
# whether an address lives is known when mail arrives.
_WORD = r"[^\s\x00-\x1f\x7f-\x9f()<>\[\]:;@\\,.\"]"
_QUOTED = r'"(?:[^\s\x00-\x1f\x7f-\x9f@\\"]|\\[!-?A-~])+"'
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@)(?:{_WORD}+(?:\.{_WORD}+)*|{_QUOTED})@(?:{_WORD}+\.)+{_WORD}{{2,}}")
_PHONE = re.compile(r"\+?[0-9 ()./-]{4,40}")
_URL = re.compile(r"https?://[^\s]+", re.IGNORECASE)
# What is one line on the page is one line in a letter's header, too.
_BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Faults = list[dict[str, str]]


def is_email(text: str) -> bool:
    """Whether text looks like a mail address."""
    return len(text) <= _MOST["email"] and _EMAIL.fullmatch(text) is not None


def checked(service: Service, details: Details) -> Details:
    """The details as they are kept: trimmed, with the place resolved. Raises FormInvalid with every fault."""
    clean = _trimmed(details)
    faults = _plain_faults(clean)
    faults += _answer_faults(service, clean)
    place, place_fault = _place(service.locations, clean)
    if place_fault is not None:
        faults.append(place_fault)
    if faults:
        raise FormInvalid(errors=_once(faults))
    return replace(clean, location=place)


def checked_guests(guests: tuple[str, ...], already: tuple[str, ...] = ()) -> tuple[str, ...]:
    """New guests, each once and not yet invited. Raises FormInvalid."""
    seen = {guest.casefold() for guest in already}
    fresh: list[str] = []
    faults: Faults = []
    for guest in (guest.strip() for guest in guests):
        if not is_email(guest):
            faults.append({"field": "guests", "code": "malformed"})
        elif guest.casefold() not in seen:
            seen.add(guest.casefold())
            fresh.append(guest)
    if len(already) + len(fresh) > GUESTS_MOST:
        faults.append({"field": "guests", "code": "too-many"})
    if faults:
        raise FormInvalid(errors=_once(faults))
    return tuple(fresh)


def _trimmed(details: Details) -> Details:
    answers = {
        key: value.strip() if isinstance(value, str) else value
        for key, value in details.answers.items()
        if value not in ("", None, [], ())
    }
    return replace(
        details,
        name=details.name.strip(),
        email=details.email.strip(),
        phone=details.phone.strip(),
        notes=details.notes.strip(),
        guests=tuple(dict.fromkeys(guest.strip() for guest in details.guests if guest.strip())),
        answers=answers,
    )


def _plain_faults(details: Details) -> Faults:
    faults: Faults = []
    if not details.name:
        faults.append({"field": "name", "code": "required"})
    for field, most in _MOST.items():
        text = getattr(details, field)
        if len(text) > most:
            faults.append({"field": field, "code": "too-long"})
        elif (_CONTROL if field == "notes" else _BREAK).search(text):
            faults.append({"field": field, "code": "malformed"})
    if details.email and not is_email(details.email):
        faults.append({"field": "email", "code": "malformed"})
    if details.phone and _PHONE.fullmatch(details.phone) is None:
        faults.append({"field": "phone", "code": "malformed"})
    if not zones.is_known(details.zone):
        faults.append({"field": "zone", "code": "malformed"})
    if len(details.guests) > GUESTS_MOST:
        faults.append({"field": "guests", "code": "too-many"})
    if any(not is_email(guest) for guest in details.guests):
        faults.append({"field": "guests", "code": "malformed"})
    return faults


def _answer_faults(service: Service, details: Details) -> Faults:
    faults: Faults = []
    known = {question.id: question for question in service.questions}
    for question in known.values():
        answer = _answer(question, details)
        # A hidden field is filled by the page's address, never by hand: it cannot be missed.
        if answer is None:
            code = "required" if question.required and not question.hidden else None
        else:
            code = _fault(question, answer)
        if code is not None:
            faults.append({"field": question.id, "code": code})
    faults += [{"field": key, "code": "unknown-question"} for key in details.answers if key not in known]
    return faults


def _answer(question: Question, details: Details) -> object:
    """The three identity fields may be asked as questions of their own name."""
    if question.id in ("name", "email", "phone") and question.id not in details.answers:
        return getattr(details, question.id) or None
    return details.answers.get(question.id)


def _fault(question: Question, answer: object) -> str | None:
    kind = question.kind
    if kind.takes_many:
        return _many_fault(question, answer)
    if kind is QuestionKind.CHECKBOX:
        if not isinstance(answer, bool):
            return "malformed"
        return "required" if question.required and not answer else None
    if kind is QuestionKind.NUMBER:
        return _number_fault(question, answer)
    if not isinstance(answer, str):
        return "malformed"
    if kind.has_options:
        return None if answer in {option.value for option in question.options} else "unknown-option"
    return _text_fault(kind, answer)


def _many_fault(question: Question, answer: object) -> str | None:
    if not isinstance(answer, (list, tuple)) or not all(isinstance(one, str) for one in answer):
        return "malformed"
    if len(set(answer)) != len(answer) or not set(answer) <= {option.value for option in question.options}:
        return "unknown-option"
    return _bounds_fault(question, len(answer))


def _number_fault(question: Question, answer: object) -> str | None:
    if isinstance(answer, bool):
        return "malformed"
    if isinstance(answer, str):
        try:
            answer = float(answer)
        except ValueError:
            return "malformed"
        if not math.isfinite(answer):
            return "malformed"
    return _bounds_fault(question, answer) if isinstance(answer, (int, float)) else "malformed"


def _bounds_fault(question: Question, amount: float) -> str | None:
    if question.least is not None and amount < question.least:
        return "too-small"
    if question.most is not None and amount > question.most:
        return "too-large"
    return None


def _text_fault(kind: QuestionKind, answer: str) -> str | None:
    if len(answer) > (_LONG if kind in (QuestionKind.LONG_TEXT, QuestionKind.ADDRESS) else _SHORT):
        return "too-long"
    if _CONTROL.search(answer):
        return "malformed"
    shapes = {QuestionKind.EMAIL: _EMAIL, QuestionKind.PHONE: _PHONE, QuestionKind.URL: _URL}
    shape = shapes.get(kind)
    return "malformed" if shape is not None and shape.fullmatch(answer) is None else None


def _place(
    offered: tuple[Location, ...], details: Details
) -> tuple[Mapping[str, object] | None, dict[str, str] | None]:
    """The place as it is kept with the booking, so that changing the service moves nobody."""
    if not offered:
        return None, None
    asked = details.location
    if asked is None:
        if len(offered) > 1:
            return None, {"field": "location", "code": "required"}
        place: Location | None = offered[0]
    else:
        place = next((one for one in offered if one.id == asked.get("id")), None)
    if place is None:
        return None, {"field": "location", "code": "unknown-option"}
    if place.kind is LocationKind.PHONE_HOST_CALLS and not details.phone:
        return None, {"field": "phone", "code": "required"}
    return {"id": place.id, "kind": place.kind.value, "label": place.label, "value": place.value}, None


def _once(faults: Faults) -> Faults:
    first: dict[str, dict[str, str]] = {}
    for fault in faults:
        first.setdefault(fault["field"], fault)
    return list(first.values())
