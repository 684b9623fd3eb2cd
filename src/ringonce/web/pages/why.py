"""Why a day or a time cannot be had, for pages without script; the same reasons and words as with it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ringonce.values import zones
from ringonce.web.pages.asked import minute_of_text
from ringonce.web.pages.book import Near, Reading, Why
from ringonce.web.pages.inside import Inside
from ringonce.web.pages.load import Place
from ringonce.web.pages.month import NOON, counts, rfc3339

# What is named first when several reasons hold: what is nearest to "you just missed it".
_FAMILIES: Final = (
    ("inactive", re.compile(r"inactive")),
    ("visitor", re.compile(r"limit-visitor")),
    ("notice", re.compile(r"notice")),
    ("full", re.compile(r"busy-.*|held|seats-full|buffer|calendar-unreachable|too-short")),
    ("limit", re.compile(r"limit-.*")),
    ("holiday", re.compile(r"holiday")),
    ("away", re.compile(r"away|host-missing")),
    ("window", re.compile(r"window|first-only")),
    ("closed", re.compile(r"closed|override-closed|restriction|off-grid")),
)
_FULL: Final = ("full", "limit")


def family_of(codes: Sequence[str]) -> str:
    """The one reason to name."""
    return next((name for name, shape in _FAMILIES if any(shape.fullmatch(code) for code in codes)), "other")


async def ask_why(api: Inside, place: Place, reading: Reading) -> Why | None:
    """The reason, if this visit asks about a day or a time that has none; else None."""
    visit, asked = place.visit, place.visit.asked
    offered = {slot.start_minute for slot in reading.slots}
    if asked.at_minute is not None and asked.at_minute not in offered:
        on = zones.date_at(place.zone, asked.at_minute)
        subject = visit.when(place.zone, asked.at_minute)
        return await _why(api, place, reading, [asked.at_minute], on, subject)
    if asked.on is not None and asked.on not in counts(reading.slots, place.zone):
        subject = visit.words("booking.ui.date.short", on=asked.on)
        return await _why(api, place, reading, _samples(place, reading, asked.on), asked.on, subject)
    return None


def _samples(place: Place, reading: Reading, on: date) -> list[int]:
    """Some starts of that day, at the times that other days begin with."""
    walls = sorted({zones.local_minute(place.zone, slot.start_minute) % zones.DAY for slot in reading.slots})
    picked = [walls[0], walls[len(walls) // 2], walls[-1]] if walls else [NOON]
    return [
        minute for wall in dict.fromkeys(picked) for minute in zones.minutes_showing(place.zone, on, wall)[:1]
    ]


async def _why(
    api: Inside, place: Place, reading: Reading, starts: Sequence[int], on: date, subject: str
) -> Why:
    visit = place.visit
    answers = [reply.body for reply in [await _explain(api, place, start) for start in starts] if reply.ok]
    codes = [str(reason["code"]) for body in answers for reason in body["reasons"]]
    family = "past" if on < visit.today(place.zone) else family_of(codes)
    nearest = _nearest(answers, starts, [slot.start_minute for slot in reading.slots])
    return Why(
        text=visit.words(f"booking.ui.why.{family}", date=subject),
        lead=visit.words("booking.ui.why.nearest", count=len(nearest)),
        nearest=[_near(place, start) for start in nearest],
        on=on,
        full=family in _FULL,
    )


async def _explain(api: Inside, place: Place, start: int) -> Any:
    return await api.get(
        "/explain",
        {
            "service": place.service.id,
            "start": rfc3339(start),
            "length": str(place.length),
            "zone": place.zone,
            "host": place.visit.asked.host,
            "team": place.team,
            "moving": place.visit.asked.move,
            "private": place.visit.asked.private,
        },
    )


def _nearest(answers: Sequence[Any], starts: Sequence[int], known: Sequence[int]) -> list[int]:
    """The last before and the first after, of what was named and what is shown; else the nearest two."""
    named = [minute_of_text(near["start"]) for body in answers for near in body["nearest"]]
    found = sorted({*known, *(minute for minute in named if minute is not None)})
    before = [each for each in found if starts and each < min(starts)]
    after = [each for each in found if starts and each > max(starts)]
    pair = [*before[-1:], *after[:1]]
    return pair if len(pair) == 2 else before[-2:] or after[:2]


def _near(place: Place, start: int) -> Near:
    day = zones.date_at(place.zone, start).isoformat()
    return Near(place.visit.asked.link(place.path, on=day), place.visit.when(place.zone, start))
