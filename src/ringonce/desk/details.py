"""The form of a booking in a conversation: what is known is not asked again."""

from dataclasses import replace

from ringonce.booking import forms
from ringonce.booking.catalogue_model import Question, Service
from ringonce.booking.model import Details
from ringonce.booking.refusals import FormInvalid
from ringonce.contacts import people
from ringonce.desk import queries
from ringonce.desk.model import Said
from ringonce.desk.refusals import DetailsNeeded
from ringonce.kernel.db import Tx
from ringonce.values.errors import Json


async def known_details(tx: Tx, workspace_id: str, contact_id: str | None) -> Details:
    """What is known of a contact, under any of the names that a merge gave it."""
    if contact_id is None:
        return Details(name="")
    family = await people.family_of(tx, workspace_id, contact_id)
    known = await queries.find_known(tx, workspace_id, family)
    return Details(name=known.name, email=known.email, phone=known.phone)


def filled(service: Service, known: Details, said: Said, zone: str, locale: str) -> Details:
    """The details of a booking: what was said, else what is known. Raises DetailsNeeded."""
    details = replace(
        known,
        name=said.name or known.name,
        email=said.email or known.email,
        phone=said.phone or known.phone,
        zone=said.zone or zone or "UTC",
        locale=said.locale or locale or "en",
        answers=said.answers,
        location=said.location,
    )
    try:
        return forms.checked(service, details)
    except FormInvalid as faulty:
        raise needed(service, faulty) from faulty


def missing(service: Service, known: Details) -> list[str]:
    """The fields that somebody would have to fill in, by id."""
    try:
        forms.checked(service, known)
    except FormInvalid as faulty:
        return [str(each["field"]) for each in _errors(faulty)]
    return []


def needed(service: Service, faulty: FormInvalid) -> DetailsNeeded:
    """The refusal that lets a widget draw a small form."""
    errors = _errors(faulty)
    asked = {question.id: question for question in service.questions}
    fields = [_field(service, str(each["field"]), asked.get(str(each["field"]))) for each in errors]
    return DetailsNeeded(errors=errors, fields=fields)


def _errors(faulty: FormInvalid) -> list[dict[str, str]]:
    found = faulty.params["errors"]
    return [dict(each) for each in found] if isinstance(found, list) else []


_KINDS = {"name": "name", "email": "email", "phone": "phone"}


def _field(service: Service, field: str, question: Question | None) -> dict[str, Json]:
    if question is not None:
        return {
            "id": field,
            "kind": question.kind.value,
            "label": question.label,
            "required": question.required,
            "options": [{"value": one.value, "label": one.label} for one in question.options],
        }
    options = service.locations if field == "location" else ()
    return {
        "id": field,
        "kind": "location" if field == "location" else _KINDS.get(field, "short-text"),
        "label": "",
        "required": True,
        "options": [{"value": one.id, "label": one.label or one.value} for one in options],
    }
