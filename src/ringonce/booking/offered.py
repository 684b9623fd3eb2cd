"""Times that a member leases for somebody else: offered in a conversation, several beside each other.

Which conversation, and what becomes of its buttons, is the desk's; here are the leases.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ringonce.booking import leases, store
from ringonce.booking.events import HoldGranted, HoldReleased
from ringonce.booking.leases import Lessee, fact_of, hold_of, hosts_of, is_live
from ringonce.booking.model import Hold, HoldKey
from ringonce.booking.placing import has_gone, place_at, refusal_at
from ringonce.booking.reference import load_movable
from ringonce.booking.refusals import ServiceMissing, SlotRefusal
from ringonce.booking.scene import DAY, Scene, SceneAsk, load_scene, lock_scene, raise_service, widen
from ringonce.calendars import claim
from ringonce.kernel.work import Work
from ringonce.values import zones


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFor:
    """Lease one start of a service for a lessee."""

    service_id: str
    start_minute: int
    length_minutes: int | None
    lessee: Lessee
    moving_booking_id: str | None = None
    host_id: str | None = None


async def hold_for(work: Work, ask: HoldFor) -> Hold:
    """Lease a start beside whatever else the lessee has. The service is locked already.

    Raises a SlotRefusal, BookingMissing, NotNow.
    """
    service = await leases.lock_service(work, ask.service_id)
    moving = await load_movable(work, ask.service_id, None, ask.moving_booking_id)
    booked = await leases.count_bookings(work, service, ask.lessee.visitor_id, ask.moving_booking_id)
    scene = await lock_scene(
        work,
        service_id=ask.service_id,
        start_minute=ask.start_minute,
        length_minutes=ask.length_minutes,
        host_id=ask.host_id,
        moving_booking_id=ask.moving_booking_id,
        visitor_bookings=booked,
        also_hosts=hosts_of(moving),
    )
    keeps = hosts_of(moving) if scene.service.keep_host_on_move else ()
    place = await place_at(work, scene, ask.start_minute, prefer=keeps)
    row, seats_left = await leases.grant(work, scene, place, moving=moving, lessee=ask.lessee)
    await raise_service(work, ask.service_id)
    work.append(fact_of(HoldGranted, row))
    return hold_of(work, row, seats_left=seats_left)


async def release_offered(work: Work, service_id: str, hold_ids: Iterable[str]) -> int:
    """Give back those of the leases that are still live; how many were. The service is locked already."""
    rows = [await store.find_hold(work.tx, work.workspace_id, one) for one in hold_ids]
    live = [row for row in rows if row is not None and row["state"] == "live"]
    if not live:
        return 0
    await claim.lock_hosts(work, {host for row in live for host in hosts_of(row)})
    for row in live:
        work.append(fact_of(HoldReleased, await leases.end(work, row, "released")))
    await raise_service(work, service_id)
    return len(live)


async def pass_to(work: Work, hold_ids: Iterable[str], visitor_id: str) -> None:
    """Let the live leases be a visitor's, whoever they were made for. The service is locked already."""
    for one in hold_ids:
        row = await store.find_hold(work.tx, work.workspace_id, one)
        if row is not None and is_live(row, work.now) and row["visitor_id"] != visitor_id:
            await store.change_hold(work.tx, row, principal=f"visitor:{visitor_id}", visitor_id=visitor_id)


async def key_if_live(work: Work, hold_id: str | None, start_minute: int) -> HoldKey | None:
    """What proves a lease that holds this very start now; None where it ran out or went elsewhere."""
    row = None if hold_id is None else await store.find_hold(work.tx, work.workspace_id, hold_id)
    if row is None or row["start_minute"] != start_minute or not is_live(row, work.now):
        return None
    return HoldKey(hold_id=row["id"], token=leases.token_of(work, row["id"]), generation=row["generation"])


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeAsk:
    """Which free times: of a service and length, as one visitor sees them."""

    service_id: str
    length_minutes: int | None
    visitor_id: str | None
    moving_booking_id: str | None = None


async def is_free(work: Work, ask: FreeAsk, start_minute: int) -> bool:
    """Whether a start could be leased now, told without locking hosts: a tap asks again.

    Of a service that was retired, or in a length that it no longer has, nothing is free.
    """
    try:
        scene = await _look(work, ask, start_minute, start_minute + 1)
    except ServiceMissing:
        return False
    return not has_gone(scene) and scene.offer.at(start_minute) is not None


async def why_not(work: Work, ask: FreeAsk, start_minute: int) -> SlotRefusal:
    """The refusal of a start that cannot be had, with what is free now."""
    return await refusal_at(work, await _look(work, ask, start_minute, start_minute + 1), start_minute)


async def nearest_free(work: Work, ask: FreeAsk, start_minute: int, but: Iterable[int]) -> int | None:
    """The free start nearest to one that went, other than `but`; the later first on a tie.

    Of a service that was retired, or in a length that it no longer has, there is none.
    """
    try:
        scene = await _look(work, ask, start_minute, start_minute + 1, own=False)
    except ServiceMissing:
        return None
    if has_gone(scene):
        return None
    scene = await widen(work.tx, work.workspace_id, scene)
    taken = {*but, start_minute}
    found = [slot.start for slot in scene.offer.nearest(start_minute) if slot.start not in taken]
    return min(found, key=lambda start: (abs(start - start_minute), -start), default=None)


async def list_free(work: Work, ask: FreeAsk, days: int) -> tuple[int, ...]:
    """Every start from now on, for so many days, that can be leased beside what the visitor has."""
    scene = await _look(work, ask, work.now_minute, work.now_minute + days * DAY, own=False)
    return scene.offer.starts


def spread(starts: Sequence[int], zone: str) -> list[int]:
    """The starts in the order in which to offer them: each date's first, then their second ones. Pure."""
    dates: dict[date, list[int]] = {}
    for start in starts:
        dates.setdefault(zones.date_at(zone, start), []).append(start)
    rounds = max((len(each) for each in dates.values()), default=0)
    return [each[turn] for turn in range(rounds) for each in dates.values() if turn < len(each)]


async def _look(work: Work, ask: FreeAsk, first_minute: int, last_minute: int, *, own: bool = True) -> Scene:
    service = await leases.lock_service(work, ask.service_id)
    own_holds: frozenset[str] = frozenset()
    if own and ask.visitor_id is not None:
        principal = f"visitor:{ask.visitor_id}"
        rows = await store.list_offered_holds(work.tx, work.workspace_id, ask.service_id, principal)
        chosen = await store.find_live_hold(work.tx, work.workspace_id, ask.service_id, principal)
        own_holds = frozenset(str(row["id"]) for row in (*rows, *([] if chosen is None else [chosen])))
    scene_ask = SceneAsk(
        service_id=ask.service_id,
        first_minute=first_minute,
        last_minute=last_minute,
        length_minutes=ask.length_minutes,
        own_holds=own_holds,
        moving=ask.moving_booking_id,
        visitor_bookings=await leases.count_bookings(work, service, ask.visitor_id, ask.moving_booking_id),
    )
    return await load_scene(work.tx, work.workspace_id, scene_ask, work.now)
