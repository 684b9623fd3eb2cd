"""What a page's address asks for, read leniently: a word that cannot be read counts as not said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final
from urllib.parse import urlencode

from ringonce.values.zones import is_known

_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{1,128}")
#: Words of an address that a page keeps from one step to the next.
KEPT: Final = ("lang", "embed", "clock", "zone", "length", "host", "move", "private")
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`month_on` is the first of a month; `at_minute` a UTC minute; `prefill` what the form begins with."""

    lang: str | None = None
    embed: bool = False
    clock: int | None = None
    zone: str | None = None
    length: int | None = None
    host: str | None = None
    month_on: date | None = None
    on: date | None = None
    at_minute: int | None = None
    move: str | None = None
    private: str | None = None
    prefill: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def pairs(self, leave: Iterable[str] = (), **more: str) -> list[tuple[str, str]]:
        """What to keep in a form or a link, without the names in `leave`."""
        said: dict[str, str | None] = {
            "lang": self.lang,
            "embed": "1" if self.embed else None,
            "clock": str(self.clock) if self.clock else None,
            "zone": self.zone,
            "length": str(self.length) if self.length else None,
            "host": self.host,
            "move": self.move,
            "private": self.private,
        }
        kept = {name: said[name] for name in KEPT if name not in set(leave)} | more
        return [(name, value) for name, value in kept.items() if value]

    def link(self, path: str, leave: Iterable[str] = (), **more: str) -> str:
        """A path with what is kept behind it."""
        query = urlencode(self.pairs(leave, **more))
        return f"{path}?{query}" if query else path

    def at_zone(self, zone: str) -> "Asked":
        return replace(self, zone=zone)


def read_asked(query: Mapping[str, list[str]]) -> Asked:
    """Read an address's query or a form's fields."""
    first = {name: values[0] for name, values in query.items() if values and values[0]}
    known = set(KEPT) | {"month", "on", "at", "do"}
    return Asked(
        lang=first.get("lang") if _TOKEN.fullmatch(first.get("lang", "")) else None,
        embed=first.get("embed") in ("1", "true"),
        clock={"12": 12, "24": 24}.get(first.get("clock", "")),
        zone=_zone(first.get("zone")),
        length=_whole(first.get("length")),
        host=_token(first.get("host")),
        month_on=_month(first.get("month")),
        on=_day(first.get("on")),
        at_minute=minute_of_text(first.get("at")),
        move=_token(first.get("move")),
        private=_token(first.get("private")),
        prefill={
            name: tuple(value[:LONGEST] for value in values)
            for name, values in query.items()
            if name not in known
        },
    )


def _zone(text: str | None) -> str | None:
    return text if text and is_known(text) else None


def _token(text: str | None) -> str | None:
    return text if text and _TOKEN.fullmatch(text) else None


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text) and int(text) else None


def whole(text: str) -> int | None:
    """The number that a form's field says; None for anything but a few plain digits."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _month(text: str | None) -> date | None:
    found = _MONTH.fullmatch(text or "")
    if not found or not 1 <= int(found[2]) <= 12 or not 1971 <= int(found[1]) <= 2198:
        return None
    return date(int(found[1]), int(found[2]), 1)


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if 1971 <= day.year <= 2198 else None


def minute_of_text(text: str | None) -> int | None:
    """The UTC minute of an RFC 3339 instant."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    if moment.tzinfo is None or not 1971 <= moment.year <= 2198:
        return None
    return int(moment.timestamp()) // 60
