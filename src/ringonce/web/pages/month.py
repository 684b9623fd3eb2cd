"""The month grid and one day's times, as values that a template prints. Pure: the slots are given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ringonce.values import zones
from ringonce.web.messages import Words
from ringonce.web.pages.visit import Visit

WEEKS: Final = 6  # always six rows, so that no month is taller than another
NOON: Final = 12 * 60


@dataclass(frozen=True, slots=True)
class PageSlot:
    """A start in UTC minutes; `seats_left` is None where nothing is counted."""

    start_minute: int
    seats_left: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    number: str = ""
    on: str = ""
    kind: str = ""
    label: str = ""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayName:
    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    title: str
    previous: str
    following: str
    has_previous: bool
    weekdays: list[WeekdayName]
    weeks: list[list[Day]]


@dataclass(frozen=True, slots=True)
class Chip:
    value: str
    text: str
    small: str


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    title: str
    slots: list[Chip]


@dataclass(frozen=True, slots=True)
class DayTimes:
    title: str
    nothing: str
    parts: list[Part]


def month_of(day: date) -> date:
    return day.replace(day=1)


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def last_of(first: date) -> date:
    return next_month(first) - timedelta(days=1)


def previous_month(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def counts(slots: Sequence[PageSlot], zone: str) -> Counter[date]:
    """How many starts each civil date has."""
    return Counter(zones.date_at(zone, slot.start_minute) for slot in slots)


def draw_month(
    visit: Visit,
    zone: str,
    first: date,
    free: Counter[date],
    chosen: date | None,
    asked: date | None,
    full: bool,
) -> Month:
    """Six weeks around a month. `asked` is the day somebody asked about; `full`: it is booked out."""
    words, today = visit.words, visit.today(zone)
    begin = first - timedelta(days=(first.weekday() - visit.first_weekday) % 7)
    days = [begin + timedelta(days=n) for n in range(WEEKS * 7)]
    drawn = [
        _day(words, each, free[each], today, chosen, asked, full) if month_of(each) == first else Day()
        for each in days
    ]
    return Month(
        title=words("booking.ui.date.month", on=first),
        previous=previous_month(first).isoformat()[:7],
        following=next_month(first).isoformat()[:7],
        has_previous=first > month_of(today),
        weekdays=[
            WeekdayName(words("booking.page.weekday.short", on=each), words("booking.page.weekday", on=each))
            for each in days[:7]
        ],
        weeks=[drawn[n : n + 7] for n in range(0, WEEKS * 7, 7)],
    )


def _day(
    words: Words, on: date, free: int, today: date, chosen: date | None, asked: date | None, full: bool
) -> Day:
    wide = words("booking.ui.date.wide", on=on)
    kinds = ["free"] if free else (["asked"] if on == asked else [])
    if on == asked and full and not free:
        kinds.append("full")
        label = words("booking.ui.day.full", date=wide)
    else:
        label = (
            words("booking.ui.day.free", date=wide, count=free)
            if free
            else words("booking.ui.day.none", date=wide)
        )
    if on == today:
        kinds.append("today")
        label = words("booking.ui.day.today", label=label)
    return Day(str(on.day), on.isoformat(), " ".join(kinds), label, on == chosen)


def draw_times(visit: Visit, zone: str, on: date | None, first: date, slots: Sequence[PageSlot]) -> DayTimes:
    """The chips of one day, morning and afternoon apart; `on` None: no day of the month has any."""
    words = visit.words
    if on is None:
        nothing = words("booking.ui.times.noneMonth", month=words("booking.ui.date.month", on=first))
        return DayTimes(words("booking.ui.date.month", on=first), nothing, _parts(visit, zone, []))
    todays = [slot for slot in slots if zones.date_at(zone, slot.start_minute) == on]
    wide = words("booking.ui.date.wide", on=on)
    return DayTimes(
        wide, "" if todays else words("booking.ui.times.none", date=wide), _parts(visit, zone, todays)
    )


def _parts(visit: Visit, zone: str, slots: Sequence[PageSlot]) -> list[Part]:
    words = visit.words

    def chips(afternoon: bool) -> list[Chip]:
        return [
            Chip(rfc3339(slot.start_minute), visit.time(zone, slot.start_minute), small_of(words, slot))
            for slot in slots
            if (zones.local_minute(zone, slot.start_minute) % zones.DAY >= NOON) == afternoon
        ]

    return [
        Part("am", words("booking.ui.times.morning"), chips(False)),
        Part("pm", words("booking.ui.times.afternoon"), chips(True)),
    ]


def small_of(words: Words, slot: PageSlot) -> str:
    return "" if slot.seats_left is None else words("booking.ui.slot.left", count=slot.seats_left)


def rfc3339(minute: int) -> str:
    """A UTC minute as it stands on the wire."""
    day, left = divmod(minute, zones.DAY)
    return f"{zones.date_of_day(day).isoformat()}T{left // 60:02d}:{left % 60:02d}:00Z"
