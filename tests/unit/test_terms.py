"""Words for searching: cut the same way in a text and in a question about it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringonce.values.terms import MOST, excerpt_of, folded, holds, needles_of, terms_of

texts = st.text(alphabet="ab ÄßZ 預約明天Ｆ１1-é'ﬁ", max_size=40)


def found_by_terms(text: str, query: str) -> bool:
    """As the tables would answer."""
    terms = terms_of(text)
    return all(
        any(term.startswith(needle.terms[0]) for term in terms)
        if needle.prefix
        else all(term in terms for term in needle.terms)
        for needle in needles_of(query)
    )


def test_two_chinese_characters_are_found_inside_a_sentence() -> None:
    assert holds("我想明天預約剪髮", needles_of("預約"))
    assert found_by_terms("我想明天預約剪髮", "預約")
    assert not found_by_terms("我想約明天", "預約")


def test_one_chinese_character_is_found() -> None:
    assert found_by_terms("明天見", "天")


def test_a_word_is_found_from_its_first_letter_on() -> None:
    text = "Could I reschedule?"
    assert holds(text, needles_of("resch"))
    assert not holds(text, needles_of("schedule"))


def test_every_word_must_be_there_in_any_order() -> None:
    text = "A haircut for Thursday"
    assert holds(text, needles_of("thurs HAIR"))
    assert not holds(text, needles_of("thurs beard"))


def test_width_and_capitals_make_no_difference() -> None:
    assert terms_of("ＡＢＣ １２") == terms_of("abc 12")
    assert holds("STRASSE", needles_of("straße"))


def test_pairs_that_stand_apart_are_no_hit() -> None:
    """天明 and 明天 and 天天 hold the pairs of 明天明 by chance; only the text decides."""
    text = "明天 天明"
    assert found_by_terms(text, "明天明")
    assert not holds(text, needles_of("明天明"))


def test_nothing_but_marks_asks_for_nothing() -> None:
    assert needles_of(" -- !?") == ()


def test_a_very_long_text_gives_a_bounded_number_of_terms() -> None:
    assert len(terms_of(" ".join(f"w{number}" for number in range(10_000)))) == MOST


def test_an_excerpt_shows_the_hit_and_says_where_it_was_cut() -> None:
    text = "x " * 200 + "the Haircut is at noon" + " y" * 200
    shown = excerpt_of(text, needles_of("hairc"))
    assert "Haircut" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 142


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert excerpt_of("one\ntwo  three", needles_of("two")) == "one two three"


@settings(max_examples=100)
@given(texts, texts)
def test_the_tables_find_all_that_the_text_holds(text: str, query: str) -> None:
    if holds(text, needles_of(query)):
        assert found_by_terms(text, query)


@settings(max_examples=100)
@given(texts)
def test_a_text_is_found_by_itself(text: str) -> None:
    assert holds(text, needles_of(text))


@settings(max_examples=100)
@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
