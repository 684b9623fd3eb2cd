"""A refusal of the API in a visitor's words: what happened, what to mend, what can be had instead."""

from typing import Final

from ringonce.booking.catalogue_model import Service
from ringonce.web.pages.asked import minute_of_text
from ringonce.web.pages.inside import Reply
from ringonce.web.pages.load import Place
from ringonce.web.pages.sheet import Lost, others_of
from ringonce.web.pages.visit import Visit

_TITLES: Final = {
    "slot-taken": "",
    "external-busy": "",
    "hold-fenced": "",
    "hold-not-yours": "",
    "hold-expired": ".expired",
    "rule-notice": ".notice",
    "rule-limit": ".limit",
    "visitor-limit": ".visitor",
    "rule-changed": ".changed",
    "host-removed": ".changed",
    "inactive": ".inactive",
    "version-stale": ".stale",
    "not-now": ".stale",
    "too-late": ".late",
}
#: As many as stand beside each other.
_OTHERS_MOST: Final = 3


def lost_of(place: Place, start_minute: int, reply: Reply) -> Lost:
    """What stands where Confirm stood; empty for a refusal that is not about the time."""
    kind = _TITLES.get(reply.code)
    if kind is None:
        return Lost()
    visit = place.visit
    title = visit.words(f"booking.ui.lost.title{kind}", time=visit.time(place.zone, start_minute))
    named = [minute_of_text(each["start"]) for each in reply.body.get("alternatives") or []]
    starts = sorted((each for each in named if each is not None), key=lambda each: abs(each - start_minute))
    return Lost(title, others_of(visit, place.zone, sorted(starts[:_OTHERS_MOST])))


def field_faults(visit: Visit, service: Service, reply: Reply) -> dict[str, str]:
    """What to mend, by field; faults that no field shows are left out."""
    body = reply.body if isinstance(reply.body, dict) else {}
    kinds = {"name": "name", "email": "email", "phone": "phone", "notes": "long-text", "location": "radio"}
    kinds |= {each.id: each.kind.value for each in service.questions if not each.hidden}
    found: dict[str, str] = {}
    for fault in body.get("errors") or []:
        field = str(fault.get("field", "")).rpartition(".")[2]
        if field in kinds:
            found.setdefault(field, _fault(visit, kinds[field], str(fault.get("code", ""))))
    return found


def _fault(visit: Visit, kind: str, code: str) -> str:
    words = visit.words
    if code == "required":
        return words("booking.ui.field.required")
    if code == "too-long":
        return words("booking.ui.field.long")
    return words.find(f"booking.ui.field.{kind}") or words("booking.ui.field.other")


def sentence_of(visit: Visit, reply: Reply) -> str:
    """One sentence for a refusal that has no place of its own."""
    body = reply.body if isinstance(reply.body, dict) else {}
    known = {"too-late": "late", "version-stale": "stale", "not-now": "stale"}.get(reply.code)
    if known:
        return visit.words(f"booking.ui.lost.title.{known}")
    said = str(body.get("detail") or body.get("title") or "")
    return f"{said} {visit.words('booking.ui.request', request=visit.request_id)}".strip()
