"""A booking's own page: the torn receipt, its links, and what may still be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from ringonce.booking.catalogue_model import Service
from ringonce.booking.model import Booking
from ringonce.values import zones
from ringonce.web.pages.draw import as_state
from ringonce.web.pages.visit import Visit

_ENDED: Final = {
    "cancelled": "booking.page.done.cancelled",
    "rejected": "booking.page.done.rejected",
    "expired": "booking.page.done.expired",
}
DAY_MINUTES: Final = 1440


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class CalendarLink:
    href: str
    text: str
    away: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    icon: str
    title: str
    sub: str
    ended: bool
    date: str
    span: str
    zone: str
    rows: list[Row]
    calendars: list[CalendarLink]
    asking: bool
    can_move: bool
    can_cancel: bool
    move: str
    cancel: str
    cancel_action: str
    here: str
    again: str
    hidden: list[tuple[str, str]]
    line: str
    proof: str
    number: str
    after: str
    state: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a receipt is drawn from. `public` is the booking as the API shows it to its guest."""

    visit: Visit
    booking: Booking
    service: Service
    hosts: Sequence[str]
    public: Mapping[str, Any]
    asking: bool
    key: str
    visitor: str = ""
    line: str = ""


def draw_slip(it: Paper) -> Slip:
    """Everything the receipt says, in the zone the guest booked in."""
    visit, booking, words = it.visit, it.booking, it.visit.words
    zone = visit.asked.zone or booking.zone
    ended = booking.state in _ENDED
    here = visit.asked.link(visit.path)
    can_cancel, can_move = bool(it.public["can_cancel"]), bool(it.public["can_move"])
    return Slip(
        icon="cross" if ended else "check",
        title=_title(visit, booking, zone),
        sub=_sub(visit, booking),
        ended=ended,
        date=words("booking.ui.date.wide", on=zones.date_at(zone, booking.start_minute)),
        span=visit.span(zone, booking.start_minute, booking.end_minute),
        zone=visit.zone_name(zone),
        rows=_rows(visit, it),
        calendars=[] if ended or it.asking else _calendars(visit, it.public),
        asking=it.asking and can_cancel,
        can_move=can_move,
        can_cancel=can_cancel,
        move=visit.asked.link(f"/{visit.workspace_slug}/{it.service.slug}", move=booking.code),
        cancel=visit.asked.link(visit.path, do="cancel"),
        cancel_action=f"{visit.path}/cancel",
        here=here,
        again=visit.asked.link(f"/{visit.workspace_slug}/{it.service.slug}"),
        hidden=[
            *visit.asked.pairs(),
            ("version", str(booking.version)),
            ("key", it.key),
            ("visitor", it.visitor),
        ],
        line=it.line,
        proof=words("booking.page.done.made", when=visit.when(zone, booking.created_at // 60_000)),
        number=number_of(booking.id),
        after=_after(visit, it, zone, can_cancel or can_move, ended),
        state=as_state(
            {
                "receipt": True,
                "workspace": visit.workspace_slug,
                "locale": visit.locale,
                "hour12": visit.hour12,
                "code": booking.code,
                "version": booking.version,
                "here": here,
                "time": visit.time(zone, booking.start_minute),
            }
        ),
    )


def number_of(booking_id: str) -> str:
    """A short name to read aloud; it opens nothing."""
    body = booking_id.rpartition("_")[2].upper()
    return f"{body[-8:-4]}-{body[-4:]}"


def _title(visit: Visit, booking: Booking, zone: str) -> str:
    words = visit.words
    if booking.state in _ENDED:
        return words(_ENDED[booking.state])
    if booking.state == "requested":
        return words("booking.page.done.requested")
    on = zones.date_at(zone, booking.start_minute)
    near = 0 <= (on - visit.today(zone)).days < 7
    day = words("booking.page.weekday", on=on) if near else words("booking.ui.date.medium", on=on)
    return words("booking.page.done.title", day=day)


def _sub(visit: Visit, booking: Booking) -> str:
    if not booking.email or booking.state in _ENDED:
        return ""
    if not visit.sends_mail:
        return visit.words("booking.page.done.keep")
    key = "booking.page.done.mail.requested" if booking.state == "requested" else "booking.page.done.mail"
    return visit.words(key, email=booking.email)


def _rows(visit: Visit, it: Paper) -> list[Row]:
    words, booking = visit.words, it.booking
    what = words("booking.page.done.what.value", service=it.service.title, count=booking.length_minutes)
    rows = [Row(words("booking.page.done.what"), what)]
    if it.hosts:
        rows.append(Row(words("booking.page.done.with"), ", ".join(it.hosts)))
    if place := _place(visit, booking.location):
        rows.append(place)
    if it.service.price_text:
        rows.append(Row(words("booking.page.done.price"), it.service.price_text))
    if booking.guests:
        rows.append(Row(words("booking.page.done.guests"), ", ".join(booking.guests)))
    return rows


def _place(visit: Visit, location: Mapping[str, Any] | None) -> Row | None:
    if not location:
        return None
    words, value, kind = visit.words, str(location.get("value") or ""), location.get("kind")
    name = words("booking.page.done.where")
    if kind == "link":
        is_address = value.lower().startswith(("http://", "https://"))
        return Row(name, value or words("booking.page.place.link"), value if is_address else "")
    if kind == "phone-host-calls":
        return Row(name, words("booking.page.place.phone-host-calls"))
    if kind == "phone-guest-calls" and value:
        return Row(name, words("booking.page.place.phone-guest-calls", place=value))
    label = str(location.get("label") or "")
    text = ", ".join(part for part in (label, value) if part)
    return Row(name, text or words(f"booking.page.place.{kind}.bare"))


def _calendars(visit: Visit, public: Mapping[str, Any]) -> list[CalendarLink]:
    words, links = visit.words, public.get("calendar_links") or {}
    found = [
        CalendarLink(str(links[name]), words(f"booking.page.done.{name}"), True)
        for name in ("google", "outlook")
        if links.get(name)
    ]
    return [*found, CalendarLink(f"{visit.path}/ics", words("booking.page.done.ics"), False)]


def _after(visit: Visit, it: Paper, zone: str, can_change: bool, ended: bool) -> str:
    if ended:
        return ""
    until = [each for each in (it.service.cancel_until, it.service.move_until) if each is not None]
    if not can_change or not until:
        return visit.words("booking.page.done.late")
    last = it.booking.start_minute - max(until)
    return visit.words("booking.page.done.until", when=visit.when(zone, last))
