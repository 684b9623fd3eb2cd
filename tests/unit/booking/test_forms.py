"""What the form must say: every fault at once, each field once."""

from typing import Any

import pytest

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_model import (
    Approval,
    Location,
    LocationKind,
    Option,
    Question,
    QuestionKind,
    Service,
    ServiceRules,
    usual_questions,
)
from ringonce.booking.forms import checked, checked_guests
from ringonce.booking.model import Details
from ringonce.booking.refusals import FormInvalid
from ringonce.values.ids import ServiceId

OPTIONS = (Option(value="short", label="Short"), Option(value="long", label="Long"))


def service(*questions: Question, locations: tuple[Location, ...] = ()) -> Service:
    return Service(
        id=ServiceId("svc_1"),
        slug="cut",
        title="Cut",
        description="",
        colour="#000000",
        price_text="",
        hidden=False,
        private_token=None,
        lengths=(30,),
        questions=questions,
        locations=locations,
        rules=ServiceRules(),
        schedule_id=None,
        restriction_schedule_id=None,
        team_id=None,
        mode=Mode.SINGLE,
        seats=1,
        approval=Approval.NONE,
        pending_blocks=True,
        hold_minutes=5,
        cancel_until=0,
        move_until=0,
        keep_host_on_move=True,
        visitor_limit=None,
        success_url=None,
        active=True,
        position=0,
        version=1,
        revision=1,
        created_at=0,
        retired_at=None,
    )


def faults(of: Service, **said: Any) -> list[tuple[str, str]]:
    form = Details(**{"name": "Ada", "email": "ada@example.org", **said})
    try:
        checked(of, form)
    except FormInvalid as refused:
        errors: Any = refused.params["errors"]
        return [(one["field"], one["code"]) for one in errors]
    return []


def question(kind: str, **more: Any) -> Question:
    return Question(id="q", kind=QuestionKind(kind), label="Q", **more)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, []),
        ({"name": "  "}, [("name", "required")]),
        ({"name": "x" * 201}, [("name", "too-long")]),
        ({"name": "a\x00b"}, [("name", "malformed")]),
        ({"email": ""}, [("email", "required")]),
        ({"email": "ada@"}, [("email", "malformed")]),
        ({"phone": "call me"}, [("phone", "malformed")]),
        ({"phone": "+31 (0)20-123.45.67"}, []),
        ({"zone": "Europe/Nowhere"}, [("zone", "malformed")]),
        ({"guests": ("bea@example.org", "x")}, [("guests", "malformed")]),
        ({"guests": tuple(f"g{n}@example.org" for n in range(21))}, [("guests", "too-many")]),
        ({"answers": {"colour": "red"}}, [("colour", "unknown-question")]),
        ({"name": "", "email": "x"}, [("name", "required"), ("email", "malformed")]),
    ],
)
def test_the_plain_fields(said: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert faults(service(*usual_questions()), **said) == expected


@pytest.mark.parametrize(
    ("asked", "answer", "code"),
    [
        (question("short-text"), "x" * 500, None),
        (question("short-text"), "x" * 501, "too-long"),
        (question("long-text"), "x" * 501, None),
        (question("address"), "Main Street 1\nAmsterdam", None),
        (question("number"), 3, None),
        (question("number"), "3.5", None),
        (question("number"), "three", "malformed"),
        (question("number"), True, "malformed"),
        (question("number", least=2), 1, "too-small"),
        (question("number", most=2), 3, "too-large"),
        (question("select", options=OPTIONS), "short", None),
        (question("select", options=OPTIONS), "medium", "unknown-option"),
        (question("radio", options=OPTIONS), "long", None),
        (question("multi-select", options=OPTIONS), ["short", "long"], None),
        (question("multi-select", options=OPTIONS), ["short", "short"], "unknown-option"),
        (question("multi-select", options=OPTIONS), "short", "malformed"),
        (question("checkbox-group", options=OPTIONS, most=1), ["short", "long"], "too-large"),
        (question("checkbox"), True, None),
        (question("checkbox", required=True), False, "required"),
        (question("checkbox"), "yes", "malformed"),
        (question("url"), "https://example.org/a", None),
        (question("url"), "javascript:alert(1)", "malformed"),
        (question("email"), "ada@example.org", None),
        (question("email"), "ada", "malformed"),
        (question("phone"), "abc", "malformed"),
        (question("short-text", required=True), "", "required"),
        (question("short-text", required=True, hidden=True), "", None),
        (question("short-text"), {"a": 1}, "malformed"),
    ],
)
def test_every_kind_of_question(asked: Question, answer: object, code: str | None) -> None:
    told = faults(service(asked), answers={"q": answer})
    assert told == ([] if code is None else [("q", code)])


HERE = Location(id="here", kind=LocationKind.IN_PERSON, label="Salon", value="Main Street 1")
CALL = Location(id="call", kind=LocationKind.PHONE_HOST_CALLS)


@pytest.mark.parametrize(
    ("places", "said", "expected"),
    [
        ((), {"location": {"id": "here"}}, []),
        ((HERE,), {}, []),
        ((HERE, CALL), {}, [("location", "required")]),
        ((HERE, CALL), {"location": {"id": "moon"}}, [("location", "unknown-option")]),
        ((HERE, CALL), {"location": {"id": "here"}}, []),
        ((CALL,), {}, [("phone", "required")]),
        ((CALL,), {"phone": "+3120123"}, []),
    ],
)
def test_the_place(
    places: tuple[Location, ...], said: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert faults(service(locations=places), **said) == expected


def test_the_place_is_kept_as_it_was() -> None:
    kept = checked(service(locations=(HERE,)), Details(name=" Ada "))
    assert kept.name == "Ada"
    assert kept.location == {"id": "here", "kind": "in-person", "label": "Salon", "value": "Main Street 1"}


def test_guests_once_each() -> None:
    assert checked_guests((" b@example.org", "B@example.org"), ("a@example.org",)) == ("b@example.org",)
    with pytest.raises(FormInvalid):
        checked_guests(("x",))


@pytest.mark.parametrize("field", ["name", "phone", "locale"])
@pytest.mark.parametrize("mark", ["\r\n", "\n", "\t", "\x85", "\u2028"])
def test_a_line_stays_one_line(field: str, mark: str) -> None:
    typed = f"1234{mark}Bcc: all@example.org"
    said: dict[str, Any] = {"name": "Ada", "zone": "UTC", "locale": "en", field: typed}
    with pytest.raises(FormInvalid) as refused:
        checked(service(), Details(**said))
    errors: Any = refused.value.params["errors"]
    assert {"field": field, "code": "malformed"} in errors


@pytest.mark.parametrize("said", ["nan", "inf", "-inf", "1e999"])
def test_a_number_is_a_number(said: str) -> None:
    asked = Question(id="n", kind=QuestionKind.NUMBER, label="How many")
    with pytest.raises(FormInvalid):
        checked(service(asked), Details(name="Ada", zone="UTC", locale="en", answers={"n": said}))


@pytest.mark.parametrize(
    "address",
    [
        "ada..l@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a,b@example.org",
        "(ada)@example.org",
        "<ada@example.org>",
        "a:b@example.org",
        "a\\b@example.org",
        'a"b@example.org',
        "ada@[example.org",
        "ada@example..org",
        "ada@a,b.org",
        "a\x01@example.org",
        "ada@exa\x7fmple.org",
        "x" * 65 + "@example.org",
    ],
)
def test_what_no_letter_can_be_addressed_to_is_no_address(address: str) -> None:
    asked = service(*usual_questions(), question("email"))
    assert faults(asked, email=address) == [("email", "malformed")]
    assert faults(asked, guests=(address,)) == [("guests", "malformed")]
    assert faults(asked, answers={"q": address}) == [("q", "malformed")]
    with pytest.raises(FormInvalid):
        checked_guests((address,))


@pytest.mark.parametrize(
    "address",
    [
        "ada+cut@example.org",
        "o'neil@mail.example.co.uk",
        "ada_b-c.d@ex-ample.org",
        "!#$%&'*+/=?^_`{|}~-@example.org",
        '"ada,b"@example.org',
        "jörg@bücher.de",
        "x" * 64 + "@example.org",
    ],
)
def test_an_uncommon_address_is_one(address: str) -> None:
    assert faults(service(*usual_questions()), email=address, guests=(address,)) == []
