"""The pages' forms: the same intents as the API's, under the key that the form carries.

A double click sends the same key twice and is answered twice with the one answer. A visitor without a token
gets one that follows from the form's key, so that both clicks come from the same visitor.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from litestar import Request, Response, post
from litestar.params import FromPath

from ringonce.booking.catalogue_model import QuestionKind, Service
from ringonce.kernel.secrets import new_token
from ringonce.web.pages.asked import minute_of_text, whole
from ringonce.web.pages.form import LOCATION_FIELD, OWN_FIELDS
from ringonce.web.pages.inside import Inside, Reply
from ringonce.web.pages.load import PageMissing, Place, load_place, load_visit
from ringonce.web.pages.lost import field_faults, lost_of, sentence_of
from ringonce.web.pages.month import rfc3339
from ringonce.web.pages.respond import is_form_of_ours, problem_answer, see
from ringonce.web.pages.routes import draw_place, draw_receipt, missing
from ringonce.web.pages.sheet import Sheet

AnyRequest = Request[Any, Any, Any]
Answer = Response[bytes]
Form = Mapping[str, list[str]]

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{16,128}")
_VISITOR: Final = re.compile(r"vst_[A-Za-z0-9_-]{43,128}")
#: What a form says about the page rather than about the booking.
_PAGE_FIELDS: Final = frozenset(
    (
        "lang embed clock zone length host move private visitor key at start "
        "hold_id hold_token generation version do"
    ).split()
)


@post("/{workspace:str}/{service:str}/hold", include_in_schema=False)
async def hold_form(request: AnyRequest, workspace: FromPath[str], service: FromPath[str]) -> Answer:
    return await _hold(request, workspace, service, None)


@post("/{workspace:str}/team/{team:str}/{service:str}/hold", include_in_schema=False)
async def team_hold_form(
    request: AnyRequest, workspace: FromPath[str], team: FromPath[str], service: FromPath[str]
) -> Answer:
    return await _hold(request, workspace, service, team)


@post("/{workspace:str}/{service:str}/book", include_in_schema=False)
async def book_form(request: AnyRequest, workspace: FromPath[str], service: FromPath[str]) -> Answer:
    return await _book(request, workspace, service, None)


@post("/{workspace:str}/team/{team:str}/{service:str}/book", include_in_schema=False)
async def team_book_form(
    request: AnyRequest, workspace: FromPath[str], team: FromPath[str], service: FromPath[str]
) -> Answer:
    return await _book(request, workspace, service, team)


@post("/{workspace:str}/b/{code:str}/cancel", include_in_schema=False)
async def cancel_form(request: AnyRequest, workspace: FromPath[str], code: FromPath[str]) -> Answer:
    """Call the booking off, then show its page again."""
    form = await read_form(request)
    visit = await load_visit(request, workspace, f"/{workspace}/b/{code}", form)
    visitor = visitor_of_form(form)
    if not is_form_of_ours(request) or visitor is None:
        return missing(visit)
    body = {"version": whole(first(form, "version")) or 0, "reason": first(form, "reason")}
    api = Inside(request, visit.workspace_slug, visitor)
    reply = await api.post(f"/public/bookings/{code}/cancel", body, first(form, "key"))
    if reply.ok:
        return see(visit.asked.link(visit.path))
    line = sentence_of(visit, reply)
    return await draw_receipt(
        request, visit, code, asking=True, line=line, visitor=visitor, status=reply.status
    )


async def read_form(request: AnyRequest) -> dict[str, list[str]]:
    """A form's fields, each with everything that was said for it; our pages send no other kind of body."""
    if request.content_type[0] != "application/x-www-form-urlencoded":
        return {}
    found = await request.form()
    # No field is meant to hold NUL, and only one of the two engines would keep it.
    return {
        name: [value.replace("\0", "") for value in found.getall(name) if isinstance(value, str)]
        for name in found
    }


def first(form: Form, name: str) -> str:
    values = form.get(name)
    return values[0] if values else ""


def visitor_of_form(form: Form) -> str | None:
    """The form's visitor, else the one that follows from its key; None for a form without a key."""
    key = first(form, "key")
    if _KEY.fullmatch(key) is None:
        return None
    said = first(form, "visitor")
    if _VISITOR.fullmatch(said):
        return said
    digest = hashlib.sha256(f"visitor {key}".encode()).digest()
    return "vst_" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


async def _enter(
    request: AnyRequest, workspace: str, service: str, team: str | None
) -> tuple[Place, Form, str, int]:
    """The service's page, the form, its visitor and the start it is about. Raises PageMissing."""
    form = await read_form(request)
    middle = f"team/{team}/" if team else ""
    visit = await load_visit(request, workspace, f"/{workspace}/{middle}{service}", form)
    place = await load_place(request, visit, service, team)
    start = minute_of_text(first(form, "start")) or minute_of_text(first(form, "at"))
    visitor = visitor_of_form(form)
    if start is None or visitor is None or not is_form_of_ours(request):
        raise PageMissing()
    return place, form, visitor, start


async def _hold(request: AnyRequest, workspace: str, service: str, team: str | None) -> Answer:
    """Hold a time, then show the form; a time that is gone shows what else there is."""
    try:
        place, form, visitor, start = await _enter(request, workspace, service, team)
    except PageMissing:
        return missing(await load_visit(request, workspace, f"/{workspace}/{service}"))
    api = Inside(request, place.visit.workspace_slug, visitor)
    body = {**_slot(place, start), "zone": place.zone}
    if place.visit.asked.move:
        body["moving"] = place.visit.asked.move
    reply = await api.post("/holds", body, first(form, "key"))
    sheet = Sheet(start_minute=start, visitor=visitor, key=new_token(192))
    return await _shown(request, place, sheet, reply)


async def _book(request: AnyRequest, workspace: str, service: str, team: str | None) -> Answer:
    """Book the held time, or the other one that was pressed; then go to the receipt."""
    try:
        place, form, visitor, start = await _enter(request, workspace, service, team)
    except PageMissing:
        return missing(await load_visit(request, workspace, f"/{workspace}/{service}"))
    api = Inside(request, place.visit.workspace_slug, visitor)
    reply = await _send(api, place, form, start)
    if reply.ok:
        return see(_after(place, reply))
    # A field to mend leaves the hold as it is; a refusal is over, and pressing again is another intent.
    kept = {
        "id": first(form, "hold_id"),
        "token": first(form, "hold_token"),
        "generation": first(form, "generation"),
    }
    sheet = Sheet(
        start_minute=start,
        visitor=visitor,
        key=new_token(192),
        hold=kept if kept["id"] and not first(form, "start") else None,
        values={name: values for name, values in form.items() if name not in _PAGE_FIELDS},
    )
    return await _shown(request, place, sheet, reply)


async def _send(api: Inside, place: Place, form: Form, start: int) -> Reply:
    # The pressed alternative travels as `start`; without it the hold is what is booked.
    held = first(form, "hold_id") and not first(form, "start")
    slot: dict[str, Any] = (
        {
            "hold_id": first(form, "hold_id"),
            "hold_token": first(form, "hold_token"),
            "generation": whole(first(form, "generation")) or 0,
        }
        if held
        else _slot(place, start)
    )
    code, key = place.visit.asked.move, first(form, "key")
    if code is None:
        return await api.post("/bookings", {**slot, **_details(place, form)}, key)
    shown = await api.get(f"/public/bookings/{code}", {})
    if not shown.ok:
        return shown
    said = first(form, "version")
    version = (whole(said) or 0) if said else int(shown.body.get("booking", shown.body)["version"])
    to = slot if held else {"start": rfc3339(start), "length_minutes": place.length}
    body = {"version": version, **to}
    return await api.post(f"/public/bookings/{code}/reschedule", body, key)


def _slot(place: Place, start: int) -> dict[str, Any]:
    slot: dict[str, Any] = {
        "service": place.service.id,
        "start": rfc3339(start),
        "length_minutes": place.length,
    }
    if place.visit.asked.host:
        slot["host"] = place.visit.asked.host
    if place.team:
        slot["team"] = place.team
    if place.visit.asked.private:
        slot["private"] = place.visit.asked.private
    return slot


def _details(place: Place, form: Form) -> dict[str, Any]:
    details: dict[str, Any] = {name: first(form, name) for name in OWN_FIELDS}
    details |= {"zone": place.zone, "locale": place.visit.locale, "answers": answers_of(place.service, form)}
    if first(form, LOCATION_FIELD):
        details["location"] = {"id": first(form, LOCATION_FIELD)}
    return details


def answers_of(service: Service, form: Form) -> dict[str, Any]:
    """Answers as the API takes them, by question."""
    found: dict[str, Any] = {}
    for question in service.questions:
        said = [value for value in form.get(question.id, []) if value]
        if question.id in OWN_FIELDS:
            continue
        if question.kind is QuestionKind.CHECKBOX:
            if said or question.required:
                found[question.id] = bool(said)
        elif said:
            found[question.id] = said if question.kind.takes_many else said[0]
    return found


def _after(place: Place, reply: Reply) -> str:
    """Where a booking leads: the service's own page after success, else the receipt."""
    body = reply.body.get("booking", reply.body)
    url = place.service.success_url
    if url and url.startswith(("https://", "http://")) and not place.visit.asked.move:
        return url
    return place.visit.asked.link(str(body["manage_path"]), leave=("move", "length", "host", "private"))


async def _shown(request: AnyRequest, place: Place, sheet: Sheet, reply: Reply) -> Answer:
    """The form again: held, to be mended, or with other times where Confirm stood."""
    visit = place.visit
    if reply.ok:
        return await draw_place(request, place, replace(sheet, hold=reply.body))
    faults = field_faults(visit, place.service, reply)
    if faults:
        line = visit.words("booking.ui.line.fields", count=len(faults))
        return await draw_place(request, place, replace(sheet, faults=faults, line=line), reply.status)
    lost = lost_of(place, sheet.start_minute, reply)
    if lost:
        return await draw_place(request, place, replace(sheet, lost=lost, hold=None), reply.status)
    if reply.status >= 500:
        return problem_answer(
            visit, "booking.page.problem.failed", "booking.page.problem.failed.text", reply.status
        )
    return await draw_place(request, place, replace(sheet, line=sentence_of(visit, reply)), reply.status)


HANDLERS: Sequence[Any] = (hold_form, team_hold_form, book_form, team_book_form, cancel_form)
