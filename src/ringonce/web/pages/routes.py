"""The addresses of the public pages. A GET changes nothing, whoever follows it."""

from typing import Any

from litestar import Request, Response, get
from litestar.params import FromPath

from ringonce.kernel.secrets import new_token
from ringonce.web.edge import edge_of, reached_at
from ringonce.web.pages.book import Scenery, draw_book
from ringonce.web.pages.calendar_file import calendar_file
from ringonce.web.pages.draw import draw
from ringonce.web.pages.inside import Inside
from ringonce.web.pages.load import (
    PageMissing,
    Place,
    load_booked,
    load_cards,
    load_place,
    load_visit,
    moving_of,
    read_first_month,
)
from ringonce.web.pages.receipt import Paper, draw_slip
from ringonce.web.pages.respond import page_answer, problem_answer, takes_gzip
from ringonce.web.pages.sheet import Sheet
from ringonce.web.pages.summary import card_of
from ringonce.web.pages.visit import Visit
from ringonce.web.pages.why import ask_why

AnyRequest = Request[Any, Any, Any]
Answer = Response[bytes]


@get("/{workspace:str}", include_in_schema=False)
async def services_page(request: AnyRequest, workspace: FromPath[str]) -> Answer:
    """What can be booked here."""
    visit = await load_visit(request, workspace, f"/{workspace}")
    services = await load_cards(request, visit.workspace_id)
    return page_answer(
        visit, draw("services.html", visit, services=[card_of(visit, each) for each in services])
    )


@get("/{workspace:str}/{service:str}", include_in_schema=False)
async def service_page(request: AnyRequest, workspace: FromPath[str], service: FromPath[str]) -> Answer:
    """One service: its month, its times, its form."""
    return await book_page(request, workspace, service, None)


@get("/{workspace:str}/team/{team:str}/{service:str}", include_in_schema=False)
async def team_page(
    request: AnyRequest, workspace: FromPath[str], team: FromPath[str], service: FromPath[str]
) -> Answer:
    """One service of a team."""
    return await book_page(request, workspace, service, team)


async def book_page(request: AnyRequest, workspace: str, service: str, team: str | None) -> Answer:
    visit = await load_visit(request, workspace, f"/{workspace}/{f'team/{team}/' if team else ''}{service}")
    try:
        place = await load_place(request, visit, service, team)
    except PageMissing:
        return missing(visit)
    return await draw_place(request, place, None)


async def draw_place(request: AnyRequest, place: Place, sheet: Sheet | None, status: int = 200) -> Answer:
    """A service's page; with a sheet, its form."""
    visit = place.visit
    try:
        moving = moving_of(place)
    except PageMissing:
        return missing(visit, "booking.page.problem.booking")
    api = Inside(request, visit.workspace_slug, sheet.visitor if sheet else None)
    try:
        reading = await read_first_month(api, place, sheet.start_minute if sheet else None)
    except PageMissing:
        return missing(visit)
    if reading is None:
        return problem_answer(visit, "booking.page.problem.failed", "booking.page.problem.failed.text", 503)
    scenery = Scenery(
        visit=visit,
        service=place.service,
        path=place.path,
        zone=place.zone,
        length=place.length,
        hosts=place.hosts,
        team=place.team,
        reading=reading,
        key=new_token(192),
        why=None if sheet else await ask_why(api, place, reading),
        moving=moving,
        sheet=sheet,
    )
    # A form's answer holds the visitor's tokens; a page that was only asked for holds none.
    packed = sheet is None and moving is None and takes_gzip(request)
    return page_answer(visit, draw("book.html", visit, page=draw_book(scenery)), status, packed=packed)


@get("/{workspace:str}/b/{code:str}", include_in_schema=False)
async def booking_page(request: AnyRequest, workspace: FromPath[str], code: FromPath[str]) -> Answer:
    """A booking's receipt. Asking to cancel shows a form; only its answer cancels."""
    visit = await load_visit(request, workspace, f"/{workspace}/b/{code}")
    return await draw_receipt(request, visit, code, asking=request.query_params.get("do") == "cancel")


async def draw_receipt(
    request: AnyRequest,
    visit: Visit,
    code: str,
    *,
    asking: bool,
    line: str = "",
    visitor: str = "",
    status: int = 200,
) -> Answer:
    try:
        booking, service, hosts = await load_booked(request, visit.workspace_id, code)
    except PageMissing:
        return missing(visit, "booking.page.problem.booking")
    public = await Inside(request, visit.workspace_slug).get(f"/public/bookings/{code}", {})
    if not public.ok:
        return problem_answer(visit, "booking.page.problem.failed", "booking.page.problem.failed.text", 503)
    paper = Paper(
        visit=visit,
        booking=booking,
        service=service,
        hosts=hosts,
        public=public.body.get("booking", public.body),
        asking=asking,
        key=new_token(192),
        visitor=visitor,
        line=line,
    )
    return page_answer(visit, draw("receipt.html", visit, slip=draw_slip(paper)), status)


@get("/{workspace:str}/b/{code:str}/ics", include_in_schema=False)
async def booking_calendar(request: AnyRequest, workspace: FromPath[str], code: FromPath[str]) -> Answer:
    """The booking as a calendar file; it keeps its UID and counts its changes."""
    visit = await load_visit(request, workspace, f"/{workspace}/b/{code}")
    try:
        booking, service, _ = await load_booked(request, visit.workspace_id, code)
    except PageMissing:
        return missing(visit, "booking.page.problem.booking")
    address = f"{reached_at(request)}{visit.path}"
    text = calendar_file(visit, booking, service, address, edge_of(request).clock.now())
    headers = {"Content-Disposition": f'attachment; filename="{service.slug}.ics"'}
    return Response(text, media_type="text/calendar; charset=utf-8", headers=headers)


def missing(visit: Visit, title: str = "booking.page.problem.missing") -> Answer:
    return problem_answer(visit, title, "booking.page.problem.missing.text", 404)


HANDLERS = [services_page, service_page, team_page, booking_page, booking_calendar]
