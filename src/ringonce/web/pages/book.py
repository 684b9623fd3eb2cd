"""The booking page as one value: what the template prints and what the script begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from markupsafe import Markup

from ringonce.booking.catalogue_model import Approval, LocationKind, Service
from ringonce.values import zones
from ringonce.web.pages.draw import as_state
from ringonce.web.pages.form import hidden_answers
from ringonce.web.pages.month import (
    DayTimes,
    Month,
    PageSlot,
    counts,
    draw_month,
    draw_times,
    last_of,
    month_of,
    rfc3339,
)
from ringonce.web.pages.sheet import Details, Sheet, draw_details
from ringonce.web.pages.summary import Choice, Fact, HostName, choices_of, facts_of, rule_of
from ringonce.web.pages.visit import Visit, city_of

#: Offered without script; script offers all that the browser knows, and the address takes any.
MAIN_ZONES: Final = (
    "Pacific/Auckland Australia/Sydney Asia/Tokyo Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Kolkata "
    "Asia/Dubai Europe/Moscow Europe/Istanbul Europe/Athens Africa/Johannesburg Europe/Berlin Europe/Paris "
    "Europe/Amsterdam Africa/Lagos Europe/London Europe/Lisbon America/Sao_Paulo America/New_York "
    "America/Chicago America/Denver America/Los_Angeles Pacific/Honolulu UTC"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A month of slots as the API gives it: the live feed goes on from `etag`. Instants as on the wire."""

    first: date
    slots: Sequence[PageSlot]
    etag: str
    version: str
    epoch: str
    true_until: str | None
    server_time: str
    hold: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Near:
    href: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why a day or a time cannot be had, and the nearest that can."""

    text: str
    lead: str
    nearest: list[Near]
    on: date
    full: bool


@dataclass(frozen=True, slots=True)
class Moving:
    """The booking that is being moved."""

    code: str
    version: int
    start_minute: int
    when: str
    href: str


@dataclass(frozen=True, slots=True)
class ZoneOption:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Clock:
    text: str
    label: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    title: str
    intro: str
    hidden: bool
    request: bool
    facts: list[Fact]
    choices: list[Choice]
    rule: str
    month: Month
    day: DayTimes
    why: Why | None
    clock: Clock
    zone_now: str
    zones: list[ZoneOption]
    kept: list[tuple[str, str]]
    kept_for_zone: list[tuple[str, str]]
    pick: list[tuple[str, str]]
    hold_action: str
    moving: Moving | None
    details: Details
    state: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """Everything that was read for one drawing. `path` is the service's own address."""

    visit: Visit
    service: Service
    path: str
    zone: str
    length: int
    hosts: Sequence[HostName]
    team: str | None
    reading: Reading
    key: str
    why: Why | None = None
    moving: Moving | None = None
    sheet: Sheet | None = None


def draw_book(it: Scenery) -> BookPage:
    """Lay the page out: the day that was asked for, else the first that has a time."""
    visit, service, words = it.visit, it.service, it.visit.words
    free = counts(it.reading.slots, it.zone)
    chosen = choose_day(visit, it, sorted(free))
    kept = visit.asked.pairs()
    return BookPage(
        title=service.title,
        intro=service.description,
        hidden=service.hidden,
        request=service.approval is Approval.ALWAYS,
        facts=facts_of(words, service, it.length),
        choices=choices_of(visit, service, it.length, it.hosts),
        rule=rule_of(words, service),
        month=draw_month(
            visit,
            it.zone,
            it.reading.first,
            free,
            chosen,
            it.why.on if it.why else None,
            bool(it.why and it.why.full),
        ),
        day=draw_times(visit, it.zone, chosen, it.reading.first, it.reading.slots),
        why=it.why,
        clock=_clock(visit),
        zone_now=words(
            "booking.ui.zone.now", zone=visit.zone_name(it.zone), time=visit.time(it.zone, visit.now_minute)
        ),
        zones=_zones(visit, it.zone),
        kept=kept,
        kept_for_zone=visit.asked.pairs(leave=("zone",), month=it.reading.first.isoformat()[:7]),
        pick=[
            *visit.asked.pairs(leave=("zone", "length")),
            ("zone", it.zone),
            ("length", str(it.length)),
            ("key", it.key),
        ],
        hold_action=f"{it.path}/hold",
        moving=it.moving,
        details=draw_details(
            visit,
            service,
            it.path,
            it.zone,
            it.length,
            it.sheet,
            it.moving.version if it.moving else None,
        ),
        state=as_state(state_of(it, chosen)),
    )


def choose_day(visit: Visit, it: Scenery, free: Sequence[date]) -> date | None:
    """The day whose times are shown."""
    asked = visit.asked
    if it.sheet is not None:
        return zones.date_at(it.zone, it.sheet.start_minute)
    if asked.on and month_of(asked.on) == it.reading.first and (asked.on in free or it.why is None):
        return asked.on
    if asked.at_minute is not None:
        on = zones.date_at(it.zone, asked.at_minute)
        if on in free:
            return on
    return free[0] if free else None


def state_of(it: Scenery, chosen: date | None) -> dict[str, Any]:
    """What the script takes over with. Slots are minutes, or pairs of minute and seats left."""
    visit, reading, sheet = it.visit, it.reading, it.sheet
    return {
        "workspace": visit.workspace_slug,
        "path": it.path,
        "locale": visit.locale,
        "hour12": visit.hour12,
        "clockAsked": visit.asked.clock is not None,
        "firstWeekday": visit.first_weekday,
        "zone": it.zone,
        "zoneAsked": visit.asked.zone is not None,
        "homeZone": visit.home_zone,
        "inPerson": all(each.kind is LocationKind.IN_PERSON for each in it.service.locations),
        "service": {
            "id": it.service.id,
            "slug": it.service.slug,
            "request": it.service.approval is Approval.ALWAYS,
            "holdMinutes": it.service.hold_minutes,
            "successUrl": it.service.success_url,
        },
        "length": it.length,
        "host": visit.asked.host,
        "team": it.team,
        "month": reading.first.isoformat()[:7],
        "from": reading.first.isoformat(),
        "to": last_of(reading.first).isoformat(),
        "on": chosen.isoformat() if chosen else None,
        "at": rfc3339(visit.asked.at_minute) if visit.asked.at_minute is not None else None,
        "slots": [
            slot.start_minute if slot.seats_left is None else [slot.start_minute, slot.seats_left]
            for slot in reading.slots
        ],
        "etag": reading.etag,
        "version": reading.version,
        "private": visit.asked.private,
        "epoch": reading.epoch,
        "trueUntil": reading.true_until,
        "serverTime": reading.server_time,
        "hold": (sheet.hold if sheet else None) or reading.hold,
        "visitor": sheet.visitor if sheet else None,
        "open": sheet is not None,
        "answers": dict(hidden_answers(it.service, visit.asked.prefill)),
        "moving": _moving_state(it.moving),
        "cities": {each: city_of(each, visit.locale) for each in {it.zone, visit.home_zone}},
    }


def _moving_state(moving: Moving | None) -> dict[str, Any] | None:
    if moving is None:
        return None
    return {"code": moving.code, "version": moving.version, "start": rfc3339(moving.start_minute)}


def _clock(visit: Visit) -> Clock:
    words = visit.words
    shown, other = ("h12", "h24") if visit.hour12 else ("h24", "h12")
    text = words(f"booking.ui.clock.{shown}")
    label = words("booking.ui.clock.label", clock=text, other=words(f"booking.ui.clock.{other}"))
    return Clock(text, label, other[1:])


def _zones(visit: Visit, zone: str) -> list[ZoneOption]:
    names = list(dict.fromkeys([zone, visit.home_zone, *MAIN_ZONES]))
    return [ZoneOption(each, visit.zone_name(each), each == zone) for each in names]
