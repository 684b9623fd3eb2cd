"""The drawn page: the right day, the right words, and nobody's text as markup."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ringonce.booking.catalogue_model import Option, Question, QuestionKind
from ringonce.web.pages.asked import Asked
from ringonce.web.pages.book import draw_book
from ringonce.web.pages.draw import draw
from ringonce.web.pages.sheet import Lost, Sheet, others_of
from tests.unit.pages.scenes import ZONE, minute, scenery, service, visit

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028"


class Tags(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def having(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [each for name, each in self.found if name == tag and wanted.items() <= each.items()]


def drawn(**fields: object) -> str:
    it = scenery(**fields)  # type: ignore[arg-type]
    return draw("book.html", it.visit, page=draw_book(it))


def state_in(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="state"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert found is not None
    state: dict[str, object] = json.loads(found[1])
    return state


def test_the_first_free_day_is_chosen_and_its_times_are_buttons_that_hold() -> None:
    tags = Tags(drawn())
    values = [each["value"] for each in tags.having("button", name="start")]
    assert values[:3] == ["2026-12-09T08:00:00Z", "2026-12-09T09:00:00Z", "2026-12-09T14:00:00Z"]
    assert tags.having("form", method="post", action="/studio/cut/hold")


@pytest.mark.parametrize(("locale", "title"), [("en", "December 2026"), ("zh-CN", "2026 年 12 月")])
def test_words_follow_the_language(locale: str, title: str) -> None:
    text = drawn(visit=visit(locale))
    assert f">{title}</h2>" in text
    assert f'<html lang="{locale}"' in text


def test_the_month_is_six_weeks_of_cells_however_long_it_is() -> None:
    assert len(Tags(drawn()).having("td", role="gridcell")) == 42


def test_nobodys_text_becomes_markup() -> None:
    asked = Asked(prefill={"name": (HOSTILE,), "notes": (HOSTILE,)})
    question = Question(
        id="q1", kind=QuestionKind.SELECT, label=HOSTILE, help=HOSTILE, options=(Option(HOSTILE, HOSTILE),)
    )
    it = service(title=HOSTILE, description=HOSTILE, price_text=HOSTILE, questions=(question,))
    text = drawn(visit=visit(asked=asked, workspace_name=HOSTILE), service=it)
    tags = Tags(text)
    assert tags.having("img") == []
    assert len(tags.having("script")) == len(Tags(drawn()).having("script"))
    assert state_in(text)["service"]


def test_the_script_begins_with_what_was_drawn() -> None:
    state = state_in(drawn(seats_left=3))
    assert state["etag"] == "tag"
    assert state["on"] == "2026-12-09"
    slots = state["slots"]
    assert isinstance(slots, list)
    assert slots[0] == [minute(9, 9), 3]


def test_without_a_choice_the_form_is_there_and_closed() -> None:
    tags = Tags(drawn())
    details = tags.having("section", id="details")[0]
    assert "hidden" in details
    assert tags.having("input", name="email", type="email")


def test_a_held_time_opens_the_form_with_hold_and_key() -> None:
    hold = {"id": "hld_1", "token": "t", "generation": 2}
    sheet = Sheet(start_minute=minute(10, 15), visitor="vst_x", key="key", hold=hold)
    tags = Tags(drawn(sheet=sheet))
    assert "hidden" not in tags.having("section", id="details")[0]
    hidden = {each["name"]: each["value"] for each in tags.having("input", type="hidden")}
    assert (hidden["hold_id"], hidden["generation"], hidden["key"], hidden["visitor"]) == (
        "hld_1",
        "2",
        "key",
        "vst_x",
    )


def test_a_lost_time_puts_others_where_confirm_stood_and_keeps_what_was_typed() -> None:
    it = visit()
    others = others_of(it, ZONE, [minute(10, 9), minute(10, 10), minute(11, 15)])
    sheet = Sheet(
        start_minute=minute(10, 15),
        visitor="vst_x",
        key="key",
        values={"name": ("Ana",), "notes": ("Keep the fringe",)},
        lost=Lost("15:00 was taken a moment ago", others),
    )
    text = drawn(sheet=sheet)
    tags = Tags(text)
    assert "hidden" in tags.having("div", id="send")[0]
    assert "hidden" not in tags.having("div", id="gone")[0]
    assert tags.having("input", name="name", value="Ana")
    assert "Keep the fringe" in text
    assert text.count("Book ") >= 3


def test_twelve_hours_where_they_are_counted_so() -> None:
    text = drawn(visit=replace(visit(), hour12=True, first_weekday=6))
    assert ">3:00\u202fPM<" in text or ">3:00 PM<" in text or ">3:00 pm<" in text
    assert Tags(text).having("button", name="clock", value="24")


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_of_question_has_a_field_with_a_label_and_a_place_for_its_fault(
    kind: QuestionKind,
) -> None:
    options = (Option("a", "A"), Option("b", "B")) if kind.has_options else ()
    question = Question(id="q1", kind=kind, label="The label", required=True, options=options)
    text = drawn(service=service(questions=(question,)))
    tags = Tags(text)
    field = tags.having("div", **{"data-field": "q1"})[0]
    assert field["data-kind"] == kind.value
    assert "The label" in text
    assert tags.having("p", id="f-q1-fault")
    named = [
        *tags.having("input", name="q1"),
        *tags.having("select", name="q1"),
        *tags.having("textarea", name="q1"),
    ]
    assert named


def test_a_hidden_question_is_answered_by_the_address_alone() -> None:
    question = Question(id="source", kind=QuestionKind.SHORT_TEXT, label="Source", hidden=True)
    asked = Asked(prefill={"source": ("letter",)})
    text = drawn(service=service(questions=(question,)), visit=visit(asked=asked))
    assert Tags(text).having("input", type="hidden", name="source", value="letter")
    assert state_in(text)["answers"] == {"source": "letter"}
