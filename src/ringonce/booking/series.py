"""Several dates of one service, held and booked all or none."""

from ringonce.booking import leases, store
from ringonce.booking.confirm import confirm_hold
from ringonce.booking.events import HoldGranted
from ringonce.booking.leases import fact_of, hold_of, lock_service
from ringonce.booking.model import SERIES_MOST, Booking, ConfirmSeries, Hold, HoldSeries
from ringonce.booking.placing import place_at
from ringonce.booking.records import booking_of
from ringonce.booking.refusals import FormInvalid, HoldNotYours, SeriesRefused, SlotRefusal
from ringonce.booking.scene import lock_scene, raise_service
from ringonce.kernel.work import Work
from ringonce.values.ids import SeriesId


async def hold_series(work: Work, ask: HoldSeries) -> tuple[Hold, ...]:
    """Lease every date; each is asked with the earlier ones taken.

    Raises FormInvalid, and SeriesRefused with the refusal of every date that cannot be had.
    """
    starts = sorted(set(ask.starts))
    if not 1 <= len(starts) <= SERIES_MOST or len(starts) != len(ask.starts):
        raise FormInvalid(errors=[{"field": "starts", "code": "malformed"}])
    service = await lock_service(work, ask.service_id)
    series_id = work.new_id(SeriesId)
    booked = await leases.count_bookings(work, service, leases.visitor_of(work.actor))
    holds: list[Hold] = []
    refused: list[SlotRefusal] = []
    for start in starts:
        scene = await lock_scene(
            work,
            service_id=ask.service_id,
            start_minute=start,
            length_minutes=ask.length_minutes,
            host_id=ask.host_id,
            # The dates held so far will be bookings of this visitor too.
            visitor_bookings=None if booked is None else booked + len(holds),
        )
        try:
            place = await place_at(work, scene, start, seen_version=ask.seen_version)
        except SlotRefusal as refusal:
            refused.append(refusal)
            continue
        row, seats_left = await leases.grant(work, scene, place, series_id=series_id)
        work.append(fact_of(HoldGranted, row))
        holds.append(hold_of(work, row, seats_left=seats_left))
    if refused:
        raise SeriesRefused(refused=[{"code": one.code, **one.params} for one in refused])
    await raise_service(work, ask.service_id)
    return tuple(holds)


async def confirm_series(work: Work, ask: ConfirmSeries) -> tuple[Booking, ...]:
    """Book every held date with one form; one refusal refuses them all.

    Raises FormInvalid, HoldNotYours for a hold of another series, HoldFenced, and a SlotRefusal.
    """
    if not 1 <= len(ask.holds) <= SERIES_MOST:
        raise FormInvalid(errors=[{"field": "holds", "code": "malformed"}])
    bookings: list[Booking] = []
    is_whole = False
    for key in ask.holds:
        row = await leases.load_own(work, key)
        if row["series_id"] != ask.series_id:
            raise HoldNotYours(**leases.no_offer("hold-not-yours"))
        # Only a caller who has proved one of its holds is told whether the series is whole.
        if not is_whole:
            await _check_whole(work, ask)
            is_whole = True
        bookings.append(booking_of(work, await confirm_hold(work, key, ask.details)))
    return tuple(sorted(bookings, key=lambda booking: booking.start_minute))


async def _check_whole(work: Work, ask: ConfirmSeries) -> None:
    """Raise FormInvalid unless every date that was not released is confirmed, each once."""
    rows = await store.list_series_holds(work.tx, work.workspace_id, ask.series_id)
    named = [key.hold_id for key in ask.holds]
    if sorted(named) != sorted(str(row["id"]) for row in rows if row["state"] != "released"):
        raise FormInvalid(errors=[{"field": "holds", "code": "required"}])
