"""Doors for people who book: holds, bookings, and one's own booking by its code."""

from ringonce.booking.change import add_guests, cancel_booking
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import hold_slot, move_hold, release_hold, renew_hold
from ringonce.booking.model import (
    AddGuests,
    Booking,
    BookingRef,
    CancelBooking,
    ConfirmBooking,
    ConfirmSeries,
    Details,
    Hold,
    HoldKey,
    HoldSeries,
    HoldSlot,
    MoveBooking,
    MoveHold,
)
from ringonce.booking.move import move_booking
from ringonce.booking.queries import load_public
from ringonce.booking.refusals import FormInvalid
from ringonce.booking.series import confirm_series, hold_series
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.web.booking_model import (
    BookedView,
    BookingBody,
    DetailsAsk,
    GuestsBody,
    HoldBody,
    HoldMove,
    HoldToken,
    HoldView,
    ReasonBody,
    RescheduleBody,
    SeriesBody,
    SeriesBookedView,
    SeriesConfirm,
    SeriesHeldView,
)
from ringonce.web.booking_views import booking_view, booking_views, hold_view
from ringonce.web.call import Call, Reply
from ringonce.web.public_slots import check_door, is_desk, load_moved
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import minute_of

routes = Routes("Booking")

SLOT_REFUSALS = (
    "slot-taken",
    "rule-notice",
    "rule-limit",
    "rule-changed",
    "visitor-limit",
    "external-busy",
    "host-removed",
    "inactive",
    "unverifiable",
)
HOLD_REFUSALS = ("hold-expired", "hold-fenced", "hold-not-yours")


@routes.write(
    "POST", "/holds", body=HoldBody, answer=HoldView, who=Who.VISITOR, status=201,
    summary="Hold a slot while the form is filled in; a visitor's former hold of the service moves",
    errors=("service-missing", *SLOT_REFUSALS),
    example={"service": "haircut", "start": "2026-12-10T14:30:00Z", "length_minutes": 45},
)  # fmt: skip
async def create_hold(call: Call, ask: HoldBody) -> Reply:
    start = minute_of(ask.start)

    async def intent(work: Work) -> HoldView:
        moved = await load_moved(work.tx, call.edge.codes, work.workspace_id, ask.moving)
        service_id = await check_door(
            work.tx, work.workspace_id, call.principal, ask.service, ask.private, moved
        )
        wanted = HoldSlot(
            service_id=service_id,
            start_minute=start,
            length_minutes=ask.length_minutes,
            host_id=ask.host,
            team_id=ask.team,
            seen_version=ask.seen_version,
            moving_code=ask.moving,
            replaces=None
            if ask.replaces is None
            else HoldKey(
                hold_id=ask.replaces.hold_id, token=ask.replaces.token, generation=ask.replaces.generation
            ),
        )
        return await _held(work, call, await hold_slot(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/holds/{hold_id}/renew", body=HoldToken, answer=HoldView, who=Who.VISITOR, limited=False,
    summary="Keep a hold while the form is being used", errors=(*HOLD_REFUSALS, *SLOT_REFUSALS),
)  # fmt: skip
async def renew(call: Call, ask: HoldToken) -> Reply:
    key = HoldKey(hold_id=call.path["hold_id"], token=ask.token, generation=ask.generation)

    async def intent(work: Work) -> HoldView:
        return await _held(work, call, await renew_hold(work, key))

    return await call.execute(intent)


@routes.write(
    "POST", "/holds/{hold_id}/move", body=HoldMove, answer=HoldView, who=Who.VISITOR, limited=False,
    summary="Give up the held slot for another, in one step", errors=(*HOLD_REFUSALS, *SLOT_REFUSALS),
)  # fmt: skip
async def move(call: Call, ask: HoldMove) -> Reply:
    wanted = MoveHold(
        key=HoldKey(hold_id=call.path["hold_id"], token=ask.token, generation=ask.generation),
        start_minute=minute_of(ask.start),
        length_minutes=ask.length_minutes,
        host_id=ask.host,
        seen_version=ask.seen_version,
    )

    async def intent(work: Work) -> HoldView:
        return await _held(work, call, await move_hold(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/holds/{hold_id}/release", body=HoldToken, answer=HoldView, who=Who.VISITOR, limited=False,
    summary="Give a held slot back", errors=("hold-not-yours",),
)  # fmt: skip
async def release(call: Call, ask: HoldToken) -> Reply:
    key = HoldKey(hold_id=call.path["hold_id"], token=ask.token, generation=ask.generation)

    async def intent(work: Work) -> HoldView:
        return await _held(work, call, await release_hold(work, key))

    return await call.execute(intent)


@routes.write(
    "POST", "/holds/series", body=SeriesBody, answer=SeriesHeldView, who=Who.VISITOR, status=201,
    summary="Hold several dates of one service, all or none", errors=("series-refused", "service-missing"),
)  # fmt: skip
async def create_series(call: Call, ask: SeriesBody) -> Reply:
    starts = tuple(minute_of(each) for each in ask.starts)

    async def intent(work: Work) -> SeriesHeldView:
        service_id = await check_door(work.tx, work.workspace_id, call.principal, ask.service, ask.private)
        wanted = HoldSeries(
            service_id=service_id,
            starts=starts,
            length_minutes=ask.length_minutes,
            host_id=ask.host,
            team_id=ask.team,
            seen_version=ask.seen_version,
        )
        holds = await hold_series(work, wanted)
        return SeriesHeldView(
            series_id=holds[0].series_id or "", holds=[await _held(work, call, each) for each in holds]
        )

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings", body=BookingBody, answer=BookedView, who=Who.VISITOR, status=201, limited=False,
    summary="Book a held slot, or hold and book at once",
    errors=("form-invalid", *HOLD_REFUSALS, *SLOT_REFUSALS),
    example={
        "hold_id": "hld_01jd3q8z6m1v9k2w4x5y7r8t0a",
        "hold_token": "7pq2…",
        "generation": 1,
        "name": "Ada Lovelace",
        "email": "ada@example.org",
        "zone": "Europe/Amsterdam",
        "locale": "en",
    },
)  # fmt: skip
async def create_booking(call: Call, ask: BookingBody) -> Reply:
    """Confirming a hold is never counted against a limit; booking without one is."""
    if ask.hold_id is None:
        call.spend()
    details = details_of(ask)

    async def intent(work: Work) -> BookedView:
        booking = await confirm_booking(
            work,
            ConfirmBooking(
                details=details,
                hold=hold_key(ask.hold_id, ask.hold_token, ask.generation),
                slot=await _slot_of(work, call, ask),
                overlap_reason=ask.overlap_reason,
                seen_version=ask.seen_version,
            ),
        )
        return await booked(work, call, booking)

    return await call.execute(intent)


@routes.write(
    "POST", "/bookings/series", body=SeriesConfirm, answer=SeriesBookedView, who=Who.VISITOR, status=201,
    limited=False, summary="Book every held date of a series, all or none",
    errors=("form-invalid", *HOLD_REFUSALS, *SLOT_REFUSALS),
)  # fmt: skip
async def book_series(call: Call, ask: SeriesConfirm) -> Reply:
    wanted = ConfirmSeries(
        series_id=ask.series_id,
        holds=tuple(
            HoldKey(hold_id=each.hold_id, token=each.token, generation=each.generation) for each in ask.holds
        ),
        details=details_of(ask),
    )

    async def intent(work: Work) -> SeriesBookedView:
        found = await confirm_series(work, wanted)
        views = await booking_views(
            work.tx, call.workspace, found, work.now, base_url=call.base_url, for_desk=is_desk(call.principal)
        )
        return SeriesBookedView(bookings=views)

    return await call.execute(intent)


@routes.read(
    "/public/bookings/{code}", answer=BookedView, who=Who.CODE, summary="One's own booking, by its code",
    errors=("booking-missing",),
)  # fmt: skip
async def public_booking(call: Call, _: Nothing) -> Reply:
    now = call.edge.clock.now()

    async def read(tx: Tx) -> BookedView:
        found = await load_public(tx, call.edge.codes, call.workspace.id, call.path["code"])
        view = await booking_view(tx, call.workspace, found, now, base_url=call.base_url, for_desk=False)
        return BookedView(booking=view)

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/public/bookings/{code}/cancel", body=ReasonBody, answer=BookedView, who=Who.CODE,
    summary="Cancel one's own booking", errors=("booking-missing", "version-stale", "too-late", "not-now"),
)  # fmt: skip
async def cancel_own(call: Call, ask: ReasonBody) -> Reply:
    wanted = CancelBooking(booking=_own(call), version=ask.version, reason=ask.reason or "")

    async def intent(work: Work) -> BookedView:
        return await booked(work, call, await cancel_booking(work, wanted), for_desk=False)

    return await call.execute(intent)


@routes.write(
    "POST", "/public/bookings/{code}/reschedule", body=RescheduleBody, answer=BookedView, who=Who.CODE,
    limited=False, summary="Move one's own booking, to a held slot or straight to a start",
    errors=("booking-missing", "version-stale", "too-late", "not-now", *HOLD_REFUSALS, *SLOT_REFUSALS),
)  # fmt: skip
async def reschedule_own(call: Call, ask: RescheduleBody) -> Reply:
    if ask.hold_id is None:
        call.spend()
    wanted = move_ask(_own(call), ask)

    async def intent(work: Work) -> BookedView:
        return await booked(work, call, await move_booking(work, wanted), for_desk=False)

    return await call.execute(intent)


@routes.write(
    "POST", "/public/bookings/{code}/guests", body=GuestsBody, answer=BookedView, who=Who.CODE,
    summary="Invite more people to one's own booking",
    errors=("booking-missing", "version-stale", "form-invalid"),
)  # fmt: skip
async def invite_own(call: Call, ask: GuestsBody) -> Reply:
    wanted = AddGuests(booking=_own(call), version=ask.version, guests=tuple(ask.guests))

    async def intent(work: Work) -> BookedView:
        return await booked(work, call, await add_guests(work, wanted), for_desk=False)

    return await call.execute(intent)


def hold_key(hold_id: str | None, token: str | None, generation: int | None) -> HoldKey | None:
    """The hold that a body names. Raises FormInvalid for half of one."""
    if hold_id is None:
        return None
    if token is None:
        raise FormInvalid(errors=[{"field": "hold_token", "code": "required"}])
    return HoldKey(hold_id=hold_id, token=token, generation=generation)


def details_of(ask: DetailsAsk) -> Details:
    return Details(
        name=ask.name,
        email=ask.email or "",
        phone=ask.phone or "",
        zone=ask.zone,
        locale=ask.locale,
        location=ask.location,
        answers=ask.answers,
        guests=tuple(ask.guests),
        notes=ask.notes or "",
    )


def move_ask(ref: BookingRef, ask: RescheduleBody) -> MoveBooking:
    """What a move asks for. Raises FormInvalid, NotAMinute."""
    hold = hold_key(ask.hold_id, ask.hold_token, ask.generation)
    if hold is None and ask.start is None:
        raise FormInvalid(errors=[{"field": "start", "code": "required"}])
    return MoveBooking(
        booking=ref,
        version=ask.version,
        start_minute=None if ask.start is None else minute_of(ask.start),
        length_minutes=ask.length_minutes,
        host_id=ask.host,
        hold=hold,
        overlap_reason=ask.overlap_reason,
        seen_version=ask.seen_version,
    )


async def booked(work: Work, call: Call, booking: Booking, *, for_desk: bool | None = None) -> BookedView:
    """The answer of every write about one booking."""
    view = await booking_view(
        work.tx,
        call.workspace,
        booking,
        work.now,
        base_url=call.base_url,
        for_desk=is_desk(call.principal) if for_desk is None else for_desk,
    )
    return BookedView(booking=view)


async def _held(work: Work, call: Call, hold: Hold) -> HoldView:
    return await hold_view(work.tx, call.workspace, hold, work.now)


async def _slot_of(work: Work, call: Call, ask: BookingBody) -> HoldSlot | None:
    if ask.hold_id is not None or ask.service is None or ask.start is None:
        return None
    service_id = await check_door(work.tx, work.workspace_id, call.principal, ask.service, ask.private)
    return HoldSlot(
        service_id=service_id,
        start_minute=minute_of(ask.start),
        length_minutes=ask.length_minutes,
        host_id=ask.host,
        team_id=ask.team,
        seen_version=ask.seen_version,
    )


def _own(call: Call) -> BookingRef:
    return BookingRef(code=call.path["code"])
