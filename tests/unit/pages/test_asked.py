"""Addresses are read leniently: what cannot be read counts as not said."""

from datetime import date

import pytest

from ringonce.booking.catalogue_model import Option, Question, QuestionKind
from ringonce.web.pages.asked import Asked, read_asked
from ringonce.web.pages.posts import answers_of, visitor_of_form
from ringonce.web.pages.visit import habits
from ringonce.web.pages.why import family_of
from tests.unit.pages.scenes import minute, service


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"month": ["2027-01"]}, Asked(month_on=date(2027, 1, 1))),
        ({"month": ["2027-13"]}, Asked()),
        ({"month": ["9999-01"]}, Asked()),
        ({"on": ["2026-12-10"]}, Asked(on=date(2026, 12, 10))),
        ({"on": ["yesterday"]}, Asked()),
        ({"at": ["2026-12-10T14:30:00Z"]}, Asked(at_minute=minute(10, 15, 30))),
        ({"at": ["2026-12-10T14:30:00"]}, Asked()),
        ({"zone": ["Europe/Utrecht"]}, Asked()),
        ({"zone": ["Asia/Tokyo"]}, Asked(zone="Asia/Tokyo")),
        ({"length": ["45"], "clock": ["12"], "embed": ["1"]}, Asked(length=45, clock=12, embed=True)),
        ({"length": ["-1"], "clock": ["13"], "host": ["<b>"]}, Asked()),
        ({"name": ["Ana"]}, Asked(prefill={"name": ("Ana",)})),
    ],
)
def test_reading(query: dict[str, list[str]], expected: Asked) -> None:
    assert read_asked(query) == expected


def test_a_link_keeps_what_was_asked_and_no_more() -> None:
    asked = Asked(lang="zh-CN", zone="Asia/Tokyo", on=date(2026, 12, 10))
    assert asked.link("/studio/cut") == "/studio/cut?lang=zh-CN&zone=Asia%2FTokyo"
    assert asked.link("/studio", leave=("zone",), do="cancel") == "/studio?lang=zh-CN&do=cancel"


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("en-US,en;q=0.9", (True, 6)),
        ("en-GB", (False, 0)),
        ("zh-CN", (False, 6)),
        ("nl-NL", (False, 0)),
        ("en", (False, 0)),
        (None, (False, 0)),
        ("xx-YY-nonsense-" + "z" * 60, (False, 0)),
    ],
)
def test_clock_and_first_weekday_follow_the_region(accepted: str | None, expected: tuple[bool, int]) -> None:
    found = habits(accepted, Asked())
    assert found[0] == expected[0]
    assert found[1] in (expected[1], 0)


def test_two_clicks_without_a_token_come_from_one_visitor() -> None:
    form = {"key": ["k" * 24]}
    assert visitor_of_form(form) == visitor_of_form(dict(form))
    assert visitor_of_form({"key": ["j" * 24]}) != visitor_of_form(form)
    assert visitor_of_form({}) is None
    mine = f"vst_{'m' * 43}"
    assert visitor_of_form({"key": ["k" * 24], "visitor": [mine]}) == mine
    assert visitor_of_form({"key": ["k" * 24], "visitor": ["☃"]}) == visitor_of_form(form)


def test_answers_take_the_shape_that_the_api_takes() -> None:
    options = (Option("a", "A"), Option("b", "B"))
    asked = service(
        questions=(
            Question(id="many", kind=QuestionKind.CHECKBOX_GROUP, label="", options=options),
            Question(id="one", kind=QuestionKind.RADIO, label="", options=options),
            Question(id="tick", kind=QuestionKind.CHECKBOX, label="", required=True),
            Question(id="loose", kind=QuestionKind.CHECKBOX, label=""),
            Question(id="text", kind=QuestionKind.SHORT_TEXT, label=""),
        )
    )
    form = {"many": ["a", "b"], "one": ["b"], "text": [""]}
    assert answers_of(asked, form) == {"many": ["a", "b"], "one": "b", "tick": False}


@pytest.mark.parametrize(
    ("codes", "family"),
    [
        (["closed", "busy-booking"], "full"),
        (["closed"], "closed"),
        (["notice", "busy-external"], "notice"),
        (["limit-visitor", "limit-day"], "visitor"),
        ([], "other"),
    ],
)
def test_the_reason_named_is_the_nearest_to_having_it(codes: list[str], family: str) -> None:
    assert family_of(codes) == family
