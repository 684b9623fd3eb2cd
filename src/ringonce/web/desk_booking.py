"""Doors of the desk: the list of bookings, one booking with its history, and what is done with it."""

from ringonce.booking.catalogue_queries import load_service
from ringonce.booking.change import add_guests, cancel_booking, mark_no_show
from ringonce.booking.decide import approve_request, reject_request
from ringonce.booking.model import AddGuests, BookingRef, CancelBooking, DecideRequest, MarkNoShow
from ringonce.booking.move import move_booking
from ringonce.booking.queries import BookingFilter, list_bookings, load_booking, read_history
from ringonce.identity.queries import find_names
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.values.zones import date_span
from ringonce.web.booking_model import (
    BookedView,
    BookingList,
    BookingsQuery,
    BookingView,
    GuestsBody,
    HistoryList,
    NoShowBody,
    ReasonBody,
    RescheduleBody,
    VersionBody,
)
from ringonce.web.booking_views import booking_view, booking_views, history_view
from ringonce.web.call import Call, Reply
from ringonce.web.problems import invalid
from ringonce.web.public_booking import booked, move_ask
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Desk")
CHANGES = ("booking-missing", "version-stale", "not-now")


@routes.read(
    "/bookings", query=BookingsQuery, answer=BookingList, who=Who.READ, summary="Bookings by start",
    errors=("service-missing", "zone-unknown", "malformed-cursor"),
)  # fmt: skip
async def bookings(call: Call, ask: BookingsQuery) -> Reply:
    now = call.edge.clock.now()
    page_ask = PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int, str)))
    zone = ask.zone or call.workspace.zone
    for name, on in (("from", ask.from_on), ("to", ask.to_on)):
        if on is not None and not 1970 <= on.year <= 2199:
            raise invalid(name, "out-of-range", "the year is 1970 to 2199")
    first = 0 if ask.from_on is None else date_span(zone, ask.from_on, ask.from_on)[0]
    last = 2**40 if ask.to_on is None else date_span(zone, ask.to_on, ask.to_on)[1]

    async def read(tx: Tx) -> BookingList:
        service = None if ask.service is None else await load_service(tx, call.workspace.id, ask.service)
        wanted = BookingFilter(
            first_minute=first,
            last_minute=last,
            host_id=ask.host,
            service_id=None if service is None else service.id,
            state=ask.state,
            word=ask.q,
        )
        page = await list_bookings(tx, call.edge.codes, call.workspace.id, wanted, page_ask)
        views = await booking_views(
            tx, call.workspace, page.items, now, base_url=call.base_url, for_desk=True
        )
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return BookingList(items=views, next_cursor=cursor)

    return call.ok(await call.read(read))


@routes.read(
    "/bookings/{booking_id}", answer=BookingView, who=Who.READ, summary="One booking",
    errors=("booking-missing",),
)  # fmt: skip
async def booking(call: Call, _: Nothing) -> Reply:
    now = call.edge.clock.now()

    async def read(tx: Tx) -> BookingView:
        found = await load_booking(tx, call.edge.codes, call.workspace.id, call.path["booking_id"])
        return await booking_view(tx, call.workspace, found, now, base_url=call.base_url, for_desk=True)

    return call.ok(await call.read(read))


@routes.read(
    "/bookings/{booking_id}/history", answer=HistoryList, who=Who.READ,
    summary="Everything that happened to a booking, from the log", errors=("booking-missing",),
)  # fmt: skip
async def history(call: Call, _: Nothing) -> Reply:
    async def read(tx: Tx) -> HistoryList:
        found = await load_booking(tx, call.edge.codes, call.workspace.id, call.path["booking_id"])
        entries = await read_history(tx, call.workspace.id, found.id)
        names = await find_names(tx, call.workspace.id, {entry.actor_id for entry in entries})
        return HistoryList(items=[history_view(entry, names.get(entry.actor_id)) for entry in entries])

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/bookings/{booking_id}/approve", body=VersionBody, answer=BookedView, who=Who.WORK,
    summary="Let a request stand", errors=(*CHANGES, "slot-taken"),
)  # fmt: skip
async def approve(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        wanted = DecideRequest(booking_id=call.path["booking_id"], version=ask.version)
        return await booked(work, call, await approve_request(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/{booking_id}/reject", body=ReasonBody, answer=BookedView, who=Who.WORK,
    summary="Decline a request", errors=CHANGES,
)  # fmt: skip
async def reject(call: Call, ask: ReasonBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        wanted = DecideRequest(
            booking_id=call.path["booking_id"], version=ask.version, reason=ask.reason or ""
        )
        return await booked(work, call, await reject_request(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/{booking_id}/cancel", body=ReasonBody, answer=BookedView, who=Who.WORK,
    summary="Call a booking off", errors=CHANGES,
)  # fmt: skip
async def cancel(call: Call, ask: ReasonBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        wanted = CancelBooking(booking=_ref(call), version=ask.version, reason=ask.reason or "")
        return await booked(work, call, await cancel_booking(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/{booking_id}/reschedule", body=RescheduleBody, answer=BookedView, who=Who.WORK,
    summary="Move a booking", errors=(*CHANGES, "slot-taken", "rule-changed"),
)  # fmt: skip
async def reschedule(call: Call, ask: RescheduleBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        return await booked(work, call, await move_booking(work, move_ask(_ref(call), ask)))

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/{booking_id}/no-show", body=NoShowBody, answer=BookedView, who=Who.WORK,
    summary="Note that the guest did not come, or take that back", errors=CHANGES,
)  # fmt: skip
async def no_show(call: Call, ask: NoShowBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        wanted = MarkNoShow(booking_id=call.path["booking_id"], version=ask.version, no_show=ask.no_show)
        return await booked(work, call, await mark_no_show(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/{booking_id}/guests", body=GuestsBody, answer=BookedView, who=Who.WORK,
    summary="Invite more people to a booking", errors=(*CHANGES, "form-invalid"),
)  # fmt: skip
async def invite(call: Call, ask: GuestsBody) -> Reply:
    async def intent(work: Work) -> BookedView:
        wanted = AddGuests(booking=_ref(call), version=ask.version, guests=tuple(ask.guests))
        return await booked(work, call, await add_guests(work, wanted))

    return await call.execute(intent)


def _ref(call: Call) -> BookingRef:
    return BookingRef(booking_id=call.path["booking_id"])
