"""The form's fields: the guest's own lines and the service's questions, drawn from one description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ringonce.booking.catalogue_model import (
    Location,
    LocationKind,
    Option,
    Question,
    QuestionKind,
    Service,
    usual_questions,
)
from ringonce.web.messages import Words

_TYPES: Final = {
    QuestionKind.EMAIL: ("email", "email", "email"),
    QuestionKind.PHONE: ("tel", "tel", "tel"),
    QuestionKind.NAME: ("text", "name", ""),
    QuestionKind.ADDRESS: ("text", "street-address", ""),
    QuestionKind.NUMBER: ("text", "", "decimal"),
    QuestionKind.URL: ("url", "url", "url"),
}
_HALVES: Final = frozenset({"name", "phone"})
#: Fields that a booking has of its own; everything else in the form is an answer to a question.
OWN_FIELDS: Final = ("name", "phone", "email", "notes")
LOCATION_FIELD: Final = "location"
_USUAL_LABELS: Final = {each.id: each.label for each in usual_questions()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    id: str
    kind: str
    label: str
    note: str = ""
    help: str = ""
    required: bool = False
    full: bool = True
    type: str = "text"
    autocomplete: str = ""
    inputmode: str = ""
    longest: int = 1000
    value: str = ""
    chosen: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    fault: str = ""


def draw_fields(
    words: Words, service: Service, values: Mapping[str, Sequence[str]], faults: Mapping[str, str]
) -> list[Field]:
    """The visible fields in order, filled with `values`; `faults` name what to mend by field id."""
    named = {each.id: each for each in service.questions}
    own = [
        _field(words, named.get(each.id, each), values, faults)
        for each in (
            Question(id="name", kind=QuestionKind.NAME, label="", required=True),
            Question(id="phone", kind=QuestionKind.PHONE, label=""),
            Question(id="email", kind=QuestionKind.EMAIL, label=""),
        )
        if not (each.id in named and named[each.id].hidden)
    ]
    asked = [
        _field(words, each, values, faults)
        for each in service.questions
        if not each.hidden and each.id not in OWN_FIELDS
    ]
    places = [_place(words, service.locations, values, faults)] if len(service.locations) > 1 else []
    # A service that asks for a long text asks for what should be known in its own words.
    open_end = [] if any(each.kind is QuestionKind.LONG_TEXT for each in service.questions) else [_notes()]
    return [*own, *places, *asked, *(_field(words, each, values, faults) for each in open_end)]


def _notes() -> Question:
    return Question(id="notes", kind=QuestionKind.LONG_TEXT, label="")


def hidden_answers(service: Service, values: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Hidden questions take their answers from the address alone."""
    return [
        (each.id, value)
        for each in service.questions
        if each.hidden
        for value in values.get(each.id, ())[:20]
    ]


def _field(
    words: Words, question: Question, values: Mapping[str, Sequence[str]], faults: Mapping[str, str]
) -> Field:
    kind, autocomplete, inputmode = _TYPES.get(question.kind, ("text", "", ""))
    said = tuple(values.get(question.id, ()))
    # A label that nobody chose is said in the visitor's language.
    own = question.id in OWN_FIELDS and question.label in ("", _USUAL_LABELS.get(question.id))
    note = "" if question.required else words("booking.page.form.optional")
    if question.id == "email":
        note = words("booking.page.form.email.hint")
    return Field(
        id=question.id,
        kind=question.kind.value,
        label=words(f"booking.page.form.{question.id}") if own else question.label,
        note=note,
        help=question.help,
        required=question.required,
        full=question.id not in _HALVES,
        type=kind,
        autocomplete=autocomplete if own or question.kind is QuestionKind.ADDRESS else "off",
        inputmode=inputmode,
        longest=2000 if question.kind is QuestionKind.URL else 500,
        value=said[0] if said else "",
        chosen=said,
        options=question.options,
        fault=faults.get(question.id, ""),
    )


def _place(
    words: Words,
    locations: Sequence[Location],
    values: Mapping[str, Sequence[str]],
    faults: Mapping[str, str],
) -> Field:
    return Field(
        id=LOCATION_FIELD,
        kind=QuestionKind.RADIO.value,
        label=words("booking.page.place.choose"),
        required=True,
        options=tuple(Option(each.id, place_text(words, each)) for each in locations),
        chosen=tuple(values.get(LOCATION_FIELD, ())) or (locations[0].id,),
        fault=faults.get(LOCATION_FIELD, ""),
    )


def place_text(words: Words, location: Location) -> str:
    """Where it is, in the words of a visitor. A link is not shown before it is booked."""
    if location.label:
        return location.label
    if location.kind is LocationKind.LINK:
        return words("booking.page.place.link")
    if location.kind is LocationKind.PHONE_HOST_CALLS:
        return words("booking.page.place.phone-host-calls")
    if not location.value:
        return words(f"booking.page.place.{location.kind.value}.bare")
    if location.kind is LocationKind.IN_PERSON:
        return location.value
    return words(f"booking.page.place.{location.kind.value}", place=location.value)
