"""What people write, as it is kept; and what only machines send."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringonce.chat.forms import answers_text, check_answers, still_asked
from ringonce.chat.inbox_model import USUAL_FIELDS, Condition, FormField
from ringonce.chat.limits import FILLED_LEAST_MS, check_pace
from ringonce.chat.model import Page
from ringonce.chat.refusals import AnswersInvalid, LooksAutomatic, TextMissing
from ringonce.chat.words import plain, plain_line, plain_page, said

AGREE = FormField(id="agree", type="checkbox", label="Agree", required=True)
WHY = FormField(id="why", type="textarea", label="Why", when=Condition("agree", equals=True))


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_plain_is_plain_the_second_time(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in once)
    # Both engines can keep it.
    once.encode()


def test_letters_have_one_form_and_lines_one_end() -> None:
    assert plain("e\u0301\r\nb\rc\u2028d") == "\u00e9\nb\nc\nd"
    assert plain_line(" a \n b\t c ", 4) == "a b"


def test_directions_and_joiners_stay() -> None:
    """Bidirectional marks are the view's to isolate; joiners make families of emoji."""
    text = "\u202eabc\u202c \U0001f468\u200d\U0001f469"
    assert said(text) == text


def test_ten_thousand_characters_fit() -> None:
    assert len(said("x" * 10_000)) == 10_000
    with pytest.raises(TextMissing):
        said(" \n ")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://x.org",
        "//x.org",
        "https://x.org/ y",
        "https://" + "x" * 2_000,
        'https://x.org/"onload=',
    ],
)
def test_only_addresses_of_pages_are_kept(url: str) -> None:
    assert plain_page(Page(url, "t", url)) == Page("", "t", "")


def test_addresses_of_pages_are_kept_whole() -> None:
    url = "https://shop.example:8443/a?b=c&d=%20#e"
    assert plain_page(Page(url)).url == url


@pytest.mark.parametrize(
    ("website", "filled_for_ms", "text"),
    [("x", 9_000, "Hi"), ("", 0, "Hi"), ("", -5, "Hi"), ("", FILLED_LEAST_MS - 1, "Hi")],
)
def test_what_no_person_sends(website: str, filled_for_ms: int, text: str) -> None:
    with pytest.raises(LooksAutomatic):
        check_pace(website=website, filled_for_ms=filled_for_ms, text=text)


def test_a_refused_person_may_try_again() -> None:
    check_pace(website="", filled_for_ms=FILLED_LEAST_MS, text="Hi")
    # Pressing Start with nothing typed takes no time.
    check_pace(website=" ", filled_for_ms=0, text="")
    assert LooksAutomatic.final is False


def test_a_required_tick_must_be_set() -> None:
    for answers in ({}, {"agree": False}, {"agree": None}):
        with pytest.raises(AnswersInvalid):
            check_answers([AGREE], answers)
    with pytest.raises(AnswersInvalid):
        check_answers([AGREE], {"agree": "yes"})
    assert check_answers([AGREE], {"agree": True}) == {"agree": True}


def test_a_condition_decides_what_is_asked() -> None:
    optional = FormField(id="agree", type="checkbox", label="Agree")
    assert check_answers([optional, WHY], {"agree": False, "why": "x"}) == {"agree": False}
    assert check_answers([optional, WHY], {"agree": True, "why": " x\ny "}) == {"agree": True, "why": "x\ny"}


def test_known_and_answered_fields_are_left_out() -> None:
    assert [one.id for one in still_asked(USUAL_FIELDS, {"name"}, set())] == ["email"]
    assert still_asked(USUAL_FIELDS, {"name"}, {"email"}) == ()


def test_answers_as_a_first_message() -> None:
    assert answers_text([*USUAL_FIELDS, AGREE, WHY], {"name": "Ada", "agree": True, "why": "Because"}) == (
        "Ada\nAgree: ✓\nWhy: Because"
    )
