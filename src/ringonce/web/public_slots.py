"""Doors to what can be booked: the slots of a service, and why a time is not among them."""

import gzip
from datetime import date

from ringonce.booking.catalogue_model import Service
from ringonce.booking.catalogue_queries import load_door, load_service
from ringonce.booking.model import BLOCKING_STATES, Booking
from ringonce.booking.queries import load_public
from ringonce.booking.refusals import ServiceMissing
from ringonce.booking.scene import SceneAsk, load_scene
from ringonce.booking.slots import (
    MAX_DAYS,
    Asker,
    RangeRefused,
    SlotList,
    SlotsAsk,
    Unchanged,
    read_explain,
    read_slots,
)
from ringonce.booking.troubleshoot import DayAsk, HostReasons, host_reasons, read_day
from ringonce.identity.model import KeyPrincipal, MemberPrincipal, Principal
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.values.zones import date_span, offset_table
from ringonce.web.booking_model import (
    BlockView,
    DayView,
    ExplainQuery,
    ExplainView,
    HostDayView,
    HostReasonsView,
    InstantView,
    SlotsQuery,
    SlotsView,
    StretchView,
    TroubleshootQuery,
)
from ringonce.web.booking_views import names_of, reason_view, slots_body
from ringonce.web.call import Call, Reply
from ringonce.web.edge import VARY
from ringonce.web.problems import invalid, wire
from ringonce.web.routing import Routes, Who
from ringonce.web.times import at_minute, at_ms, days_between, minute_of

routes = Routes("Slots")
HOLD_HEADER = "ringonce-hold"
MOST_HOLDS = 52
# Bytes below which a packet holds the answer anyway.
_WORTH_PACKING = 1_400
_QUICKLY = 4


@routes.read(
    "/slots", query=SlotsQuery, answer=SlotsView, who=Who.ANYONE,
    summary="The times of a service that can be booked now; ETag and 304, true until `true_until`",
    errors=("service-missing", "range-refused", "zone-unknown", "length-unknown"),
)  # fmt: skip
async def slots(call: Call, ask: SlotsQuery) -> Reply:
    edge = call.edge
    now = edge.clock.now()
    asker = asker_of(call)
    first, last = minutes_of_range(ask.from_on, ask.to_on, ask.zone)

    async def read(tx: Tx) -> tuple[SlotList, bytes] | Unchanged:
        moved = await load_moved(tx, edge.codes, call.workspace.id, ask.moving)
        # Before anything else is asked of it: any other refusal would tell that there is such a service.
        await check_door(tx, call.workspace.id, call.principal, ask.service, ask.private, moved)
        wanted = SlotsAsk(
            service=ask.service,
            first_minute=first,
            last_minute=last,
            length_minutes=ask.length,
            host_id=ask.host,
            team=ask.team,
            moving=None if moved is None else moved.id,
        )
        found = await read_slots(
            tx,
            call.workspace.id,
            wanted,
            now,
            codes=edge.codes,
            asker=asker,
            seen_etag=seen_etag(call),
            cache=edge.slots,
        )
        if isinstance(found, SlotList):
            return found, await slots_body(tx, call.workspace, ask.zone, found, now)
        return found

    found = await call.read(read)
    if isinstance(found, Unchanged):
        return Reply(304, b"", headers={"ETag": f'"{found.etag}"'})
    told, body = found
    headers = {"ETag": f'"{told.etag}"'}
    # A hold's token beside words of the asker's choice is never squeezed: the size would tell of it.
    if told.hold is None and len(body) > _WORTH_PACKING and "gzip" in (call.header("accept-encoding") or ""):
        body = gzip.compress(body, _QUICKLY, mtime=0)
        headers |= {"Content-Encoding": "gzip", "Vary": f"Accept-Encoding, {VARY}"}
    return Reply(call.status, body, headers=headers)


@routes.read(
    "/explain", query=ExplainQuery, answer=ExplainView, who=Who.ANYONE,
    summary="Why a time cannot be booked, and the nearest that can",
    errors=("service-missing", "zone-unknown"),
)  # fmt: skip
async def explain(call: Call, ask: ExplainQuery) -> Reply:
    """Members are told every fact; visitors never whose or what."""
    edge = call.edge
    now = edge.clock.now()
    offset_table(ask.zone)
    start = minute_of(ask.start)
    sees_all = is_desk(call.principal)

    async def read(tx: Tx) -> ExplainView:
        moved = await load_moved(tx, edge.codes, call.workspace.id, ask.moving)
        service = await check_private(tx, call.workspace.id, call.principal, ask.service, ask.private, moved)
        wanted = SlotsAsk(
            service=service.id,
            first_minute=start,
            last_minute=start + 1,
            length_minutes=ask.length,
            host_id=ask.host,
            team=ask.team,
            moving=None if moved is None else moved.id,
        )
        found = await read_explain(
            tx, call.workspace.id, wanted, now, codes=edge.codes, asker=asker_of(call), all_facts=sees_all
        )
        view = ExplainView(
            start=at_minute(found.start_minute),
            length_minutes=found.length_minutes,
            offered=found.offered,
            version=found.version,
            server_time=at_ms(now),
            reasons=[reason_view(each) for each in found.reasons],
            nearest=[
                StretchView(start=at_minute(each.start), end=at_minute(each.end)) for each in found.nearest
            ],
        )
        if sees_all:
            view.hosts = await _per_host(tx, call, service, wanted, now)
        return view

    return call.ok(await call.read(read))


@routes.read(
    "/troubleshoot", query=TroubleshootQuery, answer=DayView, who=Who.READ,
    summary="One date of a service: every start, offered or not, with every rule that refused it",
    errors=("service-missing", "zone-unknown"),
)  # fmt: skip
async def troubleshoot(call: Call, ask: TroubleshootQuery) -> Reply:
    now = call.edge.clock.now()
    offset_table(ask.zone)
    if not 1970 <= ask.on.year <= 2199:
        raise invalid("on", "out-of-range", "the year is 1970 to 2199")

    async def read(tx: Tx) -> DayView:
        service = await load_service(tx, call.workspace.id, ask.service)
        day_ask = DayAsk(
            service_id=service.id, on=ask.on, zone=ask.zone, length_minutes=ask.length, host_id=ask.host
        )
        day = await read_day(tx, call.workspace.id, day_ask, now)
        return DayView(
            on=day.on,
            zone=day.zone,
            step_minutes=day.step_minutes,
            length_minutes=day.length_minutes,
            version=day.version,
            hosts=[
                HostDayView(
                    id=host.host_id,
                    name=host.name,
                    blocks=[
                        BlockView(
                            start=at_minute(block.start),
                            end=at_minute(block.end),
                            reason=block.reason,
                            params=wire(block.facts),
                        )
                        for block in host.blocks
                    ],
                )
                for host in day.hosts
            ],
            instants=[
                InstantView(
                    start=at_minute(each.start),
                    offered=each.offered,
                    reasons=[reason_view(reason) for reason in each.reasons],
                )
                for each in day.instants
            ],
        )

    return call.ok(await call.read(read))


def minutes_of_range(from_on: date, to_on: date, zone: str) -> tuple[int, int]:
    """UTC minutes of civil dates, the last one included. Raises RangeRefused, ZoneUnknown."""
    if not 1 <= days_between(from_on, to_on) <= MAX_DAYS or not 1970 <= from_on.year <= 2199:
        raise RangeRefused(most_days=MAX_DAYS)
    return date_span(zone, from_on, to_on)


def asker_of(call: Call) -> Asker:
    """Who looks, so that one's own hold is drawn as one's own."""
    header = call.header(HOLD_HEADER)
    tokens = frozenset(part.strip() for part in (header or "").split(",")[:MOST_HOLDS] if part.strip())
    return asker(call.principal, call.visitor_id, tokens)


def asker(principal: Principal, visitor_id: str | None, tokens: frozenset[str]) -> Asker:
    if visitor_id is None and not is_desk(principal):
        return Asker(hold_tokens=tokens)
    return Asker(principal=principal.receipt_scope, visitor_id=visitor_id, hold_tokens=tokens)


def is_desk(principal: Principal) -> bool:
    """Whether somebody of the house asks."""
    return isinstance(principal, MemberPrincipal | KeyPrincipal)


def seen_etag(call: Call) -> str | None:
    """The ETag that the client has, without its quotes."""
    header = call.header("if-none-match")
    return None if header is None else header.strip().removeprefix("W/").strip('"')


async def check_door(
    tx: Tx,
    workspace_id: str,
    principal: Principal,
    service: str,
    token: str | None,
    moved: Booking | None = None,
) -> str:
    """The id of the service, if this person may know of it. Raises ServiceMissing."""
    service_id, private_token = await load_door(tx, workspace_id, service)
    if not is_desk(principal) and not opens(service_id, private_token, token, moved):
        raise ServiceMissing(service=service)
    return service_id


async def check_private(
    tx: Tx,
    workspace_id: str,
    principal: Principal,
    service: str,
    token: str | None,
    moved: Booking | None = None,
) -> Service:
    """The service, if this person may know of it. Raises ServiceMissing."""
    found = await load_service(tx, workspace_id, service)
    if not is_desk(principal) and not opens(found.id, found.private_token, token, moved):
        raise ServiceMissing(service=service)
    return found


def opens(service_id: str, private_token: str | None, token: str | None, moved: Booking | None) -> bool:
    """Whether a service is open to whoever has this token, or is moving this booking."""
    if private_token is None or token == private_token:
        return True
    # A guest needs no second proof to move what is booked; a booking that has ended proves nothing any more.
    return moved is not None and moved.service_id == service_id and moved.state in BLOCKING_STATES


async def load_moved(tx: Tx, codes: Codes, workspace_id: str, code: str | None) -> Booking | None:
    """The booking whose code was given. Raises BookingMissing."""
    return None if code is None else await load_public(tx, codes, workspace_id, code)


async def _per_host(
    tx: Tx, call: Call, service: Service, wanted: SlotsAsk, now: int
) -> list[HostReasonsView]:
    scene = await load_scene(
        tx,
        call.workspace.id,
        SceneAsk(
            service_id=service.id,
            first_minute=wanted.first_minute,
            last_minute=wanted.last_minute,
            length_minutes=wanted.length_minutes,
            host_id=wanted.host_id,
            moving=wanted.moving,
        ),
        now,
    )
    found: tuple[HostReasons, ...] = host_reasons(scene, wanted.first_minute)
    names = {
        each.id: each.name for each in await names_of(tx, call.workspace, [one.host_id for one in found])
    }
    return [
        HostReasonsView(
            host_id=each.host_id,
            name=names[each.host_id],
            reasons=[reason_view(reason) for reason in each.reasons],
        )
        for each in found
    ]
