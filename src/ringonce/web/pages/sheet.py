"""The form's frame: which time, whose hold, what was typed, what was lost; the same for GET and POST."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ringonce.booking.catalogue_model import Approval, Service
from ringonce.values import zones
from ringonce.web.pages.form import Field, draw_fields, hidden_answers
from ringonce.web.pages.month import rfc3339
from ringonce.web.pages.visit import Visit


@dataclass(frozen=True, slots=True)
class Other:
    value: str
    text: str
    date: str


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands where Confirm stood. Without a title nothing is lost."""

    title: str = ""
    others: list[Other] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a POST has led to. `hold` is the hold as the API says it; `key` names the next intent."""

    start_minute: int
    visitor: str
    key: str
    hold: Mapping[str, Any] | None = None
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    lost: Lost = field(default_factory=Lost)
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    open: bool
    action: str
    back: str
    hidden: list[tuple[str, str]]
    date: str
    comma: str
    span: str
    tag: str
    fields: list[Field]
    confirm: str
    line: str
    lost: Lost
    kept: str


def draw_details(
    visit: Visit,
    service: Service,
    path: str,
    zone: str,
    length: int,
    sheet: Sheet | None,
    version: int | None = None,
) -> Details:
    """The form, closed when nothing is chosen yet; script opens the same nodes.

    `version` is that of the booking being moved, as this page shows it.
    """
    words, moving = visit.words, visit.asked.move is not None
    values = dict(sheet.values) if sheet and sheet.values else dict(visit.asked.prefill)
    date_text = span = time = ""
    if sheet:
        date_text = words("booking.ui.date.medium", on=zones.date_at(zone, sheet.start_minute))
        span = visit.span(zone, sheet.start_minute, sheet.start_minute + length)
        time = visit.time(zone, sheet.start_minute)
    lost = sheet.lost if sheet else Lost()
    return Details(
        open=sheet is not None,
        action=f"{path}/book",
        back=visit.asked.link(path, **({"at": rfc3339(sheet.start_minute)} if sheet else {})),
        hidden=_hidden(visit, service, zone, length, sheet, values, version),
        date=date_text,
        comma="" if visit.locale.startswith("zh") else ", ",
        span=span,
        tag=words("booking.ui.taken" if lost else "booking.ui.held"),
        fields=draw_fields(words, service, values, sheet.faults if sheet else {}),
        confirm=words(confirm_key(service, moving), time=time),
        line=sheet.line if sheet else "",
        lost=lost,
        kept=words("booking.ui.lost.unmoved" if moving else "booking.ui.lost.kept"),
    )


def confirm_key(service: Service, moving: bool) -> str:
    if moving:
        return "booking.ui.confirm.move"
    return "booking.ui.confirm.request" if service.approval is Approval.ALWAYS else "booking.ui.confirm.idle"


def _hidden(
    visit: Visit,
    service: Service,
    zone: str,
    length: int,
    sheet: Sheet | None,
    values: Mapping[str, Sequence[str]],
    version: int | None,
) -> list[tuple[str, str]]:
    found = [*visit.asked.pairs(leave=("zone", "length")), ("zone", zone), ("length", str(length))]
    found += hidden_answers(service, values)
    if not sheet:
        return found
    found += [("visitor", sheet.visitor), ("key", sheet.key), ("at", rfc3339(sheet.start_minute))]
    if version is not None:
        # Pressed twice, the form says the same twice; and what it says is about the booking it was drawn for.
        found.append(("version", str(version)))
    if sheet.hold:
        names = (("hold_id", "id"), ("hold_token", "token"), ("generation", "generation"))
        found += [(name, str(sheet.hold[key])) for name, key in names]
    return found


def others_of(visit: Visit, zone: str, starts: Sequence[int]) -> list[Other]:
    """The times to offer instead, as buttons that book."""
    words = visit.words
    label = "booking.ui.lost.move" if visit.asked.move else "booking.ui.lost.book"
    return [
        Other(
            rfc3339(start),
            words(label, time=visit.time(zone, start)),
            words("booking.ui.lost.date", on=zones.date_at(zone, start)),
        )
        for start in starts
    ]
