"""Who is looking: language, clock, first weekday, and the workspace's face. Nothing of it is stored."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError

from ringonce.values import zones
from ringonce.web.messages import Words, locales, pick_locale, words_for
from ringonce.web.pages.asked import Asked

LANGUAGE_NAMES: Final = {"en": "English", "zh-CN": "中文"}
_RTL: Final = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Language:
    locale: str
    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One drawing of one page. `now_minute` is UTC; `path` is the page's own address without a query."""

    locale: str
    hour12: bool
    first_weekday: int
    workspace_id: str
    workspace_slug: str
    workspace_name: str
    home_zone: str
    asked: Asked
    path: str
    now_minute: int
    nonce: str
    request_id: str
    build: str
    accent: str = ""
    sends_mail: bool = True
    #: Who may frame the page, as a policy says it.
    ancestors: str = "*"

    @cached_property
    def words(self) -> Words:
        return words_for(self.locale, self.hour12)

    @property
    def embedded(self) -> bool:
        return self.asked.embed

    @property
    def direction(self) -> str:
        return "rtl" if self.locale.partition("-")[0] in _RTL else "ltr"

    @property
    def home(self) -> str:
        return self.asked.link(f"/{self.workspace_slug}", leave=("length", "host", "move", "private", "zone"))

    @property
    def monogram(self) -> str:
        return self.workspace_name.strip()[:1].upper() or "R"

    @property
    def languages(self) -> list[Language]:
        return [
            Language(
                each, LANGUAGE_NAMES.get(each, each), self.asked.link(self.path, leave=("lang",), lang=each)
            )
            for each in locales()
        ]

    def wall(self, zone: str, minute: int) -> str:
        """A UTC minute as the wall text that messages take."""
        return wall_text(zone, minute)

    def time(self, zone: str, minute: int) -> str:
        return self.words("booking.ui.time", at=wall_text(zone, minute))

    def span(self, zone: str, start_minute: int, end_minute: int) -> str:
        start, end = self.time(zone, start_minute), self.time(zone, end_minute)
        return self.words("booking.ui.time.range", start=start, end=end)

    def when(self, zone: str, minute: int) -> str:
        """Weekday, date and time in one phrase."""
        day = self.words("booking.ui.date.medium", on=zones.date_at(zone, minute))
        return self.words("booking.ui.when", date=day, time=self.time(zone, minute))

    def today(self, zone: str) -> date:
        return zones.date_at(zone, self.now_minute)

    def zone_name(self, zone: str) -> str:
        return self.words("booking.ui.zone.time", city=city_of(zone, self.locale))


def wall_text(zone: str, minute: int) -> str:
    """`2026-12-10T15:30`: the wall clock of a UTC minute in a zone."""
    local = zones.local_minute(zone, minute)
    day, left = divmod(local, zones.DAY)
    return f"{zones.date_of_day(day).isoformat()}T{left // 60:02d}:{left % 60:02d}"


def choose_language(accepted: str | None, asked: Asked, fallback: str) -> str:
    """The language asked for, else one the browser accepts, else the workspace's."""
    return pick_locale(accepted or fallback, asked.lang)


def habits(accepted: str | None, asked: Asked) -> tuple[bool, int]:
    """Whether to count hours to twelve, and the first weekday (0: Monday), by the browser's first region."""
    hour12, first = _habits_of((accepted or "").partition(",")[0].partition(";")[0].strip()[:35])
    return (asked.clock == 12 if asked.clock else hour12), first


@lru_cache(maxsize=256)
def _habits_of(tag: str) -> tuple[bool, int]:
    # A bare language says nothing about a country's clock: 24 hours and Monday are the plain answer.
    if "-" not in tag:
        return False, 0
    try:
        found = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False, 0
    pattern = found.time_formats["short"].pattern
    return "h" in pattern or "K" in pattern, found.first_week_day


@lru_cache(maxsize=2048)
def city_of(zone: str, locale: str) -> str:
    """The exemplar city of a zone in a language."""
    found = Locale.parse(locale, sep="-").time_zones.get(zone, {})
    return str(found.get("city") or zone.rpartition("/")[2].replace("_", " "))
