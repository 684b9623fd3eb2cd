"""Words: the catalogue, a language for a visitor, and messages filled in.

One job: read the subset of ICU MessageFormat that frontend/tools/icu.mjs compiles for the browser, and print
the same text. Time zones do not belong here: dates and times arrive as wall values.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale
from babel.dates import format_datetime
from babel.numbers import format_decimal

Value = str | int | float | date | datetime

FALLBACK: Final = "en"
_THOUSANDTH: Final = Decimal("0.001")
_WORD: Final = re.compile(r"\s*([=\w-]+)\s*")


class MalformedMessage(ValueError):
    """A message of the catalogue that the subset cannot read; says where."""


@dataclass(frozen=True, slots=True)
class Plain:
    """One argument, printed as it is or as a number, date or time."""

    argument: str
    type: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One argument that picks a branch, by plural rule or by name."""

    argument: str
    type: str
    branches: Mapping[str, "Parts"]


Parts = tuple[str | Plain | Choice, ...]


def parse(text: str) -> Parts:
    """The parts of a message. Raises MalformedMessage."""
    reader = _Reader(text)
    parts = reader.parts(plural=None)
    if reader.at < len(text):
        raise reader.wrong("unexpected }")
    return parts


def arguments_of(parts: Parts) -> dict[str, str]:
    """Each argument and its type. Raises MalformedMessage when one name has two types."""
    found: dict[str, str] = {}

    def note(name: str, kind: str) -> None:
        if found.setdefault(name, kind) != kind:
            raise MalformedMessage(f"{{{name}}} has two types")

    for part in parts:
        if isinstance(part, str):
            continue
        note(part.argument, "number" if part.type == "plural" else part.type)
        if isinstance(part, Choice):
            for branch in part.branches.values():
                for name, kind in arguments_of(branch).items():
                    note(name, kind)
    return found


class _Reader:
    """A message and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def wrong(self, why: str) -> MalformedMessage:
        return MalformedMessage(f"{why} at {self.at} in {self.text!r}")

    def peek(self, ahead: int = 0) -> str:
        return self.text[self.at + ahead : self.at + ahead + 1]

    def parts(self, plural: str | None) -> Parts:
        found: list[str | Plain | Choice] = []
        plain: list[str] = []
        while self.at < len(self.text) and (char := self.peek()) != "}":
            if char == "'":
                plain.append(self.quote(plural))
                continue
            if char == "{" or (char == "#" and plural):
                if plain:
                    found.append("".join(plain))
                    plain = []
                found.append(self.hash(plural) if plural and char == "#" else self.argument())
                continue
            plain.append(char)
            self.at += 1
        if plain:
            found.append("".join(plain))
        return tuple(found)

    def hash(self, plural: str) -> Plain:
        self.at += 1
        return Plain(plural, "number")

    def quote(self, plural: str | None) -> str:
        following = self.peek(1)
        if following == "'":
            self.at += 2
            return "'"
        if following not in ("{", "}") and not (following == "#" and plural):
            self.at += 1
            return "'"
        end = self.text.find("'", self.at + 1)
        quoted = self.text[self.at + 1 : end if end >= 0 else None]
        self.at = end + 1 if end >= 0 else len(self.text)
        return quoted

    def word(self) -> str:
        found = _WORD.match(self.text, self.at)
        if not found:
            raise self.wrong("a word was expected")
        self.at = found.end()
        return found[1]

    def take(self, char: str) -> None:
        if self.peek() != char:
            raise self.wrong(f"{char} was expected")
        self.at += 1

    def argument(self) -> Plain | Choice:
        self.take("{")
        name = self.word()
        if self.peek() == "}":
            self.at += 1
            return Plain(name, "text")
        self.take(",")
        kind = self.word()
        if kind in ("plural", "select"):
            self.take(",")
            return Choice(name, kind, self.branches(name if kind == "plural" else None))
        if kind not in ("number", "date", "time"):
            raise self.wrong(f"unknown type {kind}")
        style = "" if kind == "number" else "short"
        if self.peek() == ",":
            self.at += 1
            style = self.word()
        self.take("}")
        return Plain(name, kind, style)

    def branches(self, plural: str | None) -> dict[str, Parts]:
        found: dict[str, Parts] = {}
        while True:
            while self.peek().isspace():
                self.at += 1
            if self.peek() == "}":
                break
            name = self.word()
            self.take("{")
            found[name] = self.parts(plural)
            self.take("}")
        self.at += 1
        if "other" not in found:
            raise self.wrong("a branch `other` was expected")
        return found


class Words:
    """The messages of one language, ready to be filled in.

    Calling raises KeyError for a key that the catalogue lacks and for an argument that is not given.
    """

    def __init__(self, locale: str, hour12: bool = False) -> None:
        self.locale = locale
        self._babel = Locale.parse(locale, sep="-")
        self._hour12 = hour12
        self._messages = _catalogue(locale)
        self._parsed: dict[str, Parts] = {}

    def __call__(self, key: str, **arguments: Value) -> str:
        parts = self._parsed.get(key)
        if parts is None:
            parts = self._parsed[key] = parse(self._messages[key])
        return self._fill(parts, arguments)

    def keys(self) -> frozenset[str]:
        """Every key of the language."""
        return frozenset(self._messages)

    def find(self, key: str, **arguments: Value) -> str | None:
        """As a call, but None for a key that the catalogue lacks: for keys made at run time."""
        return self(key, **arguments) if key in self._messages else None

    def _fill(self, parts: Parts, arguments: Mapping[str, Value]) -> str:
        return "".join(part if isinstance(part, str) else self._print(part, arguments) for part in parts)

    def _print(self, part: Plain | Choice, arguments: Mapping[str, Value]) -> str:
        value = arguments[part.argument]
        if isinstance(part, Choice):
            return self._fill(self._branch(part, value), arguments)
        if part.type == "number":
            return self.number(value)
        if part.type in ("date", "time"):
            return self.wall(value, f"{part.type}.{part.style}")
        return str(value)

    def _branch(self, part: Choice, value: Value) -> Parts:
        if part.type == "select":
            return part.branches.get(str(value), part.branches["other"])
        exact = part.branches.get(f"={value}")
        if exact is not None:
            return exact
        rule = self._babel.plural_form(Decimal(str(value)))
        return part.branches.get(rule, part.branches["other"])

    def number(self, value: Value) -> str:
        """At most three decimals, halves away from zero, as browsers print it."""
        rounded = Decimal(str(value)).quantize(_THOUSANDTH, ROUND_HALF_UP)
        return format_decimal(rounded, locale=self._babel)

    def wall(self, value: Value, style: str) -> str:
        """A civil date or wall time in the style `date.full`, `time.short`, …: the keys `pattern.*`."""
        pattern = self._messages.get(f"pattern.{style}12") if self._hour12 else None
        moment = value if isinstance(value, date) else datetime.fromisoformat(str(value))
        if not isinstance(moment, datetime):
            moment = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - a wall value has no zone
        return format_datetime(moment, pattern or self._messages[f"pattern.{style}"], locale=self._babel)


@cache
def _catalogue(locale: str) -> dict[str, str]:
    found: dict[str, str] = {}
    folder = files("ringonce.web").joinpath("messages", locale)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            found.update(json.loads(file.read_text(encoding="utf-8")))
    return found


@cache
def locales() -> tuple[str, ...]:
    """The languages that the catalogue has."""
    folder = files("ringonce.web").joinpath("messages")
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


@cache
def words_for(locale: str, hour12: bool = False) -> Words:
    """The words of a language that `locales()` names; `hour12` follows the visitor."""
    return Words(locale, hour12)


def pick_locale(accepted: str | None, asked: str | None = None) -> str:
    """The language to answer in: the one asked for, else the best accepted (a header), else English."""
    ranked: list[tuple[float, int, str]] = []
    for place, entry in enumerate((accepted or "")[:1000].split(",")):
        tag, _, quality = entry.partition(";")
        ranked.append((-_quality(quality), place, tag.strip()))
    wanted = [asked or "", *(tag for rank, _, tag in sorted(ranked) if rank < 0)]
    found = map(_nearest, wanted)
    return next((locale for locale in found if locale), FALLBACK)


def say(locale: str, key: str, values: Mapping[str, object]) -> str:
    """One message in the nearest language: what features below the edge are handed as their words."""
    return words_for(pick_locale(None, locale))(key, **values)  # type: ignore[arg-type]


def _quality(text: str) -> float:
    found = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", text)
    return float(found[1]) if found else 1.0


def _nearest(tag: str) -> str | None:
    wanted = tag.lower()
    exact = [have for have in locales() if have.lower() == wanted]
    near = [have for have in locales() if have.lower().split("-")[0] == wanted.split("-")[0]]
    return next(iter(exact + near), None)
