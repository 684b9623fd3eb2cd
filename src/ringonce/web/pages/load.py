"""What a page reads: the workspace and service straight from the features, free times through the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from litestar import Request
from litestar.exceptions import NotFoundException

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_model import Service
from ringonce.booking.catalogue_queries import list_services, load_service
from ringonce.booking.model import Booking
from ringonce.booking.queries import load_public
from ringonce.booking.refusals import BookingMissing, ServiceMissing
from ringonce.calendars.model import HostKind, Role
from ringonce.calendars.queries import find_hosts
from ringonce.identity.model import Workspace
from ringonce.identity.queries import find_workspace_by_slug
from ringonce.kernel.db import Tx
from ringonce.values import zones
from ringonce.values.ids import HostId
from ringonce.values.paging import PageAsk
from ringonce.web.edge import Edge, edge_of
from ringonce.web.pages.asked import Asked, minute_of_text, read_asked
from ringonce.web.pages.assets import read_assets
from ringonce.web.pages.book import Moving, Reading
from ringonce.web.pages.inside import Inside
from ringonce.web.pages.month import PageSlot, last_of, month_of, next_month
from ringonce.web.pages.summary import HostName
from ringonce.web.pages.visit import Visit, choose_language, habits
from ringonce.web.public_slots import load_moved, opens
from ringonce.web.sites import ancestors_of, workspace_sites

AnyRequest = Request[Any, Any, Any]
#: A page looks this many months ahead for the first free time before it shows the month at hand.
MONTHS_AHEAD = 3
SERVICES_MOST = 100


class PageMissing(NotFoundException):
    """There is no such page: no workspace, service or booking at this address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A service's page: where it is and what stands on it."""

    visit: Visit
    service: Service
    hosts: Sequence[HostName]
    team: str | None
    path: str
    #: The booking that this visit is moving, where it is one of this service.
    moved: Booking | None = None

    @property
    def zone(self) -> str:
        return self.visit.asked.zone or self.visit.home_zone

    @property
    def length(self) -> int:
        lengths = self.service.lengths
        # Whoever moves a booking without a word about its length means to keep it.
        for length in (self.visit.asked.length, self.moved and self.moved.length_minutes):
            if length in lengths:
                return length
        return lengths[0]


def minutes_now(edge: Edge) -> int:
    return edge.clock.now() // 60_000


async def load_visit(
    request: AnyRequest, slug: str, path: str, given: Mapping[str, list[str]] | None = None
) -> Visit:
    """The visit of a workspace's page. Raises PageMissing."""
    edge = edge_of(request)

    async def read(tx: Tx) -> tuple[Workspace, tuple[str, ...]] | None:
        found = await find_workspace_by_slug(tx, slug)
        return None if found is None else (found, await workspace_sites(tx, found.id))

    read_now = await edge.database.read(read)
    if read_now is None:
        raise PageMissing()
    workspace, sites = read_now
    asked = read_asked(
        {name: request.query_params.getall(name) for name in request.query_params} | dict(given or {})
    )
    return replace(visit_of(request, workspace, asked, path), ancestors=ancestors_of(sites))


def visit_of(request: AnyRequest, workspace: Workspace, asked: Asked, path: str) -> Visit:
    accepted = request.headers.get("accept-language")
    hour12, first_weekday = habits(accepted, asked)
    state = request.scope["state"]
    return Visit(
        locale=choose_language(accepted, asked, workspace.locale),
        hour12=hour12,
        first_weekday=first_weekday,
        workspace_id=workspace.id,
        workspace_slug=workspace.slug,
        workspace_name=workspace.name,
        home_zone=workspace.zone,
        asked=asked,
        path=path,
        now_minute=minutes_now(edge_of(request)),
        nonce=state["nonce"],
        request_id=state["request_id"],
        build=read_assets("booking").build,
        sends_mail=edge_of(request).options.sends_mail,
    )


async def load_place(request: AnyRequest, visit: Visit, service: str, team: str | None) -> Place:
    """A service's page. Raises PageMissing where it may not be seen."""
    edge = edge_of(request)

    async def read(tx: Tx) -> tuple[Service, list[HostName], Booking | None]:
        found = await load_service(tx, visit.workspace_id, service)
        hosts = await choosable_hosts(tx, visit.workspace_id, found)
        try:
            moved = await load_moved(tx, edge.codes, visit.workspace_id, visit.asked.move)
        except BookingMissing:
            moved = None
        return found, hosts, moved if moved and moved.service_id == found.id else None

    try:
        found, hosts, moved = await edge.database.read(read)
    except ServiceMissing as missing:
        raise PageMissing() from missing
    if not found.is_live or not opens(found.id, found.private_token, visit.asked.private, moved):
        raise PageMissing()
    path = f"/{visit.workspace_slug}/{f'team/{team}/' if team else ''}{found.slug}"
    return Place(visit=visit, service=found, hosts=hosts, team=team, path=path, moved=moved)


async def choosable_hosts(tx: Tx, workspace_id: str, service: Service) -> list[HostName]:
    """The people among whom a visitor may choose."""
    if service.mode is not Mode.ANY:
        return []
    ids = [each.host_id for each in service.hosts if each.role is Role.ROTATING]
    found = await find_hosts(tx, workspace_id, ids)
    return [
        HostName(each, found[HostId(each)].name)
        for each in ids
        if each in found and found[HostId(each)].active and found[HostId(each)].kind is HostKind.PERSON
    ]


async def load_cards(request: AnyRequest, workspace_id: str) -> tuple[Service, ...]:
    """The services that stand in the list."""
    page = await edge_of(request).database.read(
        lambda tx: list_services(tx, workspace_id, PageAsk(limit=SERVICES_MOST), only_public=True)
    )
    return page.items


async def load_booked(
    request: AnyRequest, workspace_id: str, code: str
) -> tuple[Booking, Service, list[str]]:
    """A booking by its code, with its service and the names of its hosts. Raises PageMissing."""
    edge = edge_of(request)

    async def read(tx: Tx) -> tuple[Booking, Service, list[str]]:
        booking = await load_public(tx, edge.codes, workspace_id, code)
        service = await load_service(tx, workspace_id, booking.service_id)
        found = await find_hosts(tx, workspace_id, booking.hosts)
        return booking, service, [found[HostId(each)].name for each in booking.hosts if HostId(each) in found]

    try:
        return await edge.database.read(read)
    except BookingMissing as missing:
        raise PageMissing() from missing


def moving_of(place: Place) -> Moving | None:
    """The booking that this visit is moving. Raises PageMissing where this service has none such."""
    code, booking = place.visit.asked.move, place.moved
    if code is None:
        return None
    if booking is None:
        raise PageMissing()
    zone = place.visit.asked.zone or booking.zone
    here = place.visit.asked.link(f"/{place.visit.workspace_slug}/b/{code}", leave=("move", "length", "host"))
    return Moving(
        code, booking.version, booking.start_minute, place.visit.when(zone, booking.start_minute), here
    )


async def read_month(api: Inside, place: Place, first: date) -> Reading | None:
    """A month of free times as the API says them; None when it does not answer with times.

    Raises PageMissing where it knows of no such list: the service is not this team's.
    """
    asked = place.visit.asked
    reply = await api.get(
        "/slots",
        {
            "service": place.service.id,
            "from": first.isoformat(),
            "to": last_of(first).isoformat(),
            "zone": place.zone,
            "length": str(place.length),
            "host": asked.host,
            "team": place.team,
            "moving": asked.move,
            "private": asked.private,
        },
    )
    if reply.status == 404:
        raise PageMissing()
    if not reply.ok:
        return None
    body = reply.body
    return Reading(
        first=first,
        slots=[
            PageSlot(minute_of_text(each["start"]) or 0, each.get("seats_left")) for each in body["slots"]
        ],
        etag=str(body["etag"]),
        version=str(body["version"]),
        epoch=str(body["epoch"]),
        true_until=body.get("true_until"),
        server_time=body["server_time"],
        hold=body.get("hold"),
    )


async def read_first_month(api: Inside, place: Place, at_minute: int | None = None) -> Reading | None:
    """The month asked for; else the first, from this one on, that has a free time. Raises PageMissing."""
    visit = place.visit
    asked = visit.asked.month_on or (visit.asked.on and month_of(visit.asked.on))
    minute = at_minute if at_minute is not None else visit.asked.at_minute
    if minute is not None and asked is None:
        asked = month_of(zones.date_at(place.zone, minute))
    first = here = month_of(visit.today(place.zone))
    if asked is not None:
        return await read_month(api, place, max(asked, here))
    found = None
    for _ in range(MONTHS_AHEAD):
        reading = await read_month(api, place, first)
        if reading is None or reading.slots:
            return reading
        found, first = found or reading, next_month(first)
    return found
