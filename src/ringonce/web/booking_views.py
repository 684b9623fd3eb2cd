"""Holds, bookings, slots and reasons as the wire shows them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import msgspec

from ringonce.availability.model import Reason, Slot
from ringonce.booking.catalogue_model import Service
from ringonce.booking.catalogue_queries import load_service
from ringonce.booking.model import BLOCKING_STATES, Booking, Hold
from ringonce.booking.slots import SlotList
from ringonce.calendars.queries import find_hosts
from ringonce.desk.queries import conversations_of
from ringonce.identity.model import Workspace
from ringonce.kernel.db import Tx
from ringonce.kernel.eventlog import Entry
from ringonce.web.booking_model import (
    ActorView,
    BookingView,
    CalendarLinks,
    HistoryView,
    HoldView,
    NamedView,
    ReasonView,
    ServiceName,
    SlotsView,
    SlotView,
)
from ringonce.web.messages import Words
from ringonce.web.problems import wire
from ringonce.web.times import MINUTE_MS, at_minute, at_ms

_say = Words("en")
_SLOTS = "slots.json"
_NO_SLOTS = b'"slots":[]'
#: Facts of reasons that are UTC minutes; on the wire they are instants of the same name.
_MINUTES = {name: f"{name}_minute" for name in ("start", "end", "first", "earliest", "until")}


def slot_view(slot: Slot) -> SlotView:
    return SlotView(
        start=at_minute(slot.start),
        end=at_minute(slot.end),
        hosts=list(slot.hosts),
        seats_left=slot.seats_left,
        mine=slot.mine,
    )


async def slots_body(tx: Tx, workspace: Workspace, zone: str, found: SlotList, now: int) -> bytes:
    """The whole answer of a slots page: a SlotsView, with its slots written once for all who ask."""
    written = found.written.get(_SLOTS)
    if written is None:
        written = found.written[_SLOTS] = msgspec.json.encode([slot_view(slot) for slot in found.slots])
    view = SlotsView(
        version=found.version,
        etag=found.etag,
        epoch=workspace.epoch,
        server_time=at_ms(now),
        true_until=maybe_ms(found.true_until),
        zone=zone,
        length_minutes=found.length_minutes,
        slots=[],
        hold=None if found.hold is None else await hold_view(tx, workspace, found.hold, now),
    )
    # No text before them holds a bare quote, so this is the list and nothing else.
    return msgspec.json.encode(view).replace(_NO_SLOTS, b'"slots":' + written, 1)


async def hold_view(tx: Tx, workspace: Workspace, hold: Hold, now: int) -> HoldView:
    """A hold with the names of its hosts."""
    return HoldView(
        id=hold.id,
        token=hold.token,
        generation=hold.generation,
        state=hold.state,
        service_id=hold.service_id,
        start=at_minute(hold.start_minute),
        end=at_minute(hold.end_minute),
        length_minutes=hold.length_minutes,
        hosts=await names_of(tx, workspace, hold.hosts),
        expires_at=at_ms(hold.expires_at),
        server_time=at_ms(now),
        seats_left=hold.seats_left,
        series_id=hold.series_id,
        version=hold.version,
    )


async def booking_view(
    tx: Tx, workspace: Workspace, booking: Booking, now: int, *, base_url: str, for_desk: bool
) -> BookingView:
    """One booking with its service and hosts."""
    views = await booking_views(tx, workspace, [booking], now, base_url=base_url, for_desk=for_desk)
    return views[0]


async def booking_views(
    tx: Tx, workspace: Workspace, found: Sequence[Booking], now: int, *, base_url: str, for_desk: bool
) -> list[BookingView]:
    """Bookings; their hosts are read in one statement, each service once."""
    hosts = await find_hosts(tx, workspace.id, {host for each in found for host in each.hosts})
    names = {str(host.id): host.name for host in hosts.values()}
    services = {
        service_id: await load_service(tx, workspace.id, service_id)
        for service_id in sorted({each.service_id for each in found})
    }
    views = [
        _booking(workspace, each, services[each.service_id], names, now, base_url, for_desk) for each in found
    ]
    if for_desk and found:
        rooms = await conversations_of(tx, workspace.id, [each.id for each in found])
        for each, view in zip(found, views, strict=True):
            view.conversation_id = rooms.get(each.id)
    return views


async def names_of(tx: Tx, workspace: Workspace, host_ids: Iterable[str]) -> list[NamedView]:
    """Hosts by name, in the order given."""
    wanted = list(host_ids)
    found = {str(host.id): host.name for host in (await find_hosts(tx, workspace.id, wanted)).values()}
    return [NamedView(id=each, name=found.get(each, "")) for each in wanted]


def reason_view(reason: Reason) -> ReasonView:
    """A reason with words for a client that has none of its own."""
    text = _say.find(f"problem.reason.{reason.code}") or reason.code
    facts = {_MINUTES.get(name, name): value for name, value in reason.facts.items()}
    return ReasonView(code=reason.code, text=text, params=wire(facts))


def history_view(entry: Entry, actor_name: str | None) -> HistoryView:
    return HistoryView(
        seq=entry.seq,
        action=entry.action,
        at=at_ms(entry.at),
        actor=ActorView(kind=entry.actor_kind, id=entry.actor_id, name=actor_name),
        refs=wire(entry.refs),
        request_id=entry.request_id,
    )


def maybe_ms(ms: int | None) -> datetime | None:
    return None if ms is None else at_ms(ms)


def _booking(
    workspace: Workspace,
    booking: Booking,
    service: Service,
    names: Mapping[str, str],
    now: int,
    base_url: str,
    for_desk: bool,
) -> BookingView:
    path = f"/{workspace.slug}/b/{booking.code}"
    view = BookingView(
        code=booking.code,
        state=booking.state,
        version=booking.version,
        service=ServiceName(id=service.id, title=service.title, slug=service.slug),
        start=at_minute(booking.start_minute),
        end=at_minute(booking.end_minute),
        length_minutes=booking.length_minutes,
        zone=booking.zone,
        locale=booking.locale,
        hosts=[NamedView(id=each, name=names.get(each, "")) for each in booking.hosts],
        location=None if booking.location is None else dict(booking.location),
        name=booking.name,
        email=booking.email or None,
        phone=booking.phone or None,
        answers=dict(booking.answers),
        guests=list(booking.guests),
        notes=booking.notes or None,
        reason=booking.reason or None,
        created_at=at_ms(booking.created_at),
        cancelled_at=at_ms(booking.changed_at) if booking.state == "cancelled" else None,
        can_cancel=_may(booking, service.cancel_until, now, for_desk),
        can_move=_may(booking, service.move_until, now, for_desk),
        manage_path=path,
        ics_path=f"{path}/ics",
        calendar_links=_links(booking, service, base_url + path),
        server_time=at_ms(now),
    )
    return _with_desk(view, booking) if for_desk else view


def _with_desk(view: BookingView, booking: Booking) -> BookingView:
    return msgspec.structs.replace(
        view,
        id=booking.id,
        no_show=booking.no_show,
        chosen=dict(booking.chosen),
        contact_id=booking.contact_id,
        series_id=booking.series_id,
        sitting_id=booking.sitting_id,
        seat_no=booking.seat_no,
        booked_by=booking.booked_by,
        request_deadline=maybe_ms(booking.request_expires_at),
        overlap_reason=booking.overlap_reason,
    )


def _may(booking: Booking, until_minutes: int | None, now: int, for_desk: bool) -> bool:
    """As `booking.reference.check_deadline` will decide it; this is courtesy, that is the judge."""
    if booking.state not in BLOCKING_STATES:
        return False
    if for_desk:
        return True
    return until_minutes is not None and now <= (booking.start_minute - until_minutes) * MINUTE_MS


def _links(booking: Booking, service: Service, url: str) -> CalendarLinks:
    start, end = at_minute(booking.start_minute), at_minute(booking.end_minute)
    place = _place(booking.location)
    google = {
        "action": "TEMPLATE",
        "text": service.title,
        "dates": f"{start:%Y%m%dT%H%M%SZ}/{end:%Y%m%dT%H%M%SZ}",
        "details": url,
        "location": place,
    }
    outlook = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": service.title,
        "startdt": f"{start:%Y-%m-%dT%H:%M:%SZ}",
        "enddt": f"{end:%Y-%m-%dT%H:%M:%SZ}",
        "body": url,
        "location": place,
    }
    return CalendarLinks(
        google=f"https://calendar.google.com/calendar/render?{urlencode(google)}",
        outlook=f"https://outlook.live.com/calendar/0/deeplink/compose?{urlencode(outlook)}",
    )


def _place(location: Mapping[str, Any] | None) -> str:
    return "" if location is None else str(location.get("value") or location.get("label") or "")
