"""Leasing a slot to somebody who fills in the form: hold, move, renew, release."""

from collections.abc import Awaitable, Callable, Sequence

from ringonce.booking import leases, occupy, store
from ringonce.booking.catalogue_model import Service
from ringonce.booking.events import HoldGranted, HoldMoved, HoldReleased, HoldRenewed
from ringonce.booking.leases import fact_of, hold_of, hosts_of, is_live, lock_service
from ringonce.booking.model import Hold, HoldKey, HoldSlot, MoveHold
from ringonce.booking.occupy import Place
from ringonce.booking.placing import place_at, refusal_at
from ringonce.booking.reference import load_movable
from ringonce.booking.refusals import HoldExpired, HoldFenced
from ringonce.booking.scene import Scene, lock_scene, raise_service
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


async def hold_slot(work: Work, ask: HoldSlot) -> Hold:
    """Lease one slot, with its hosts chosen, until `expires_at`.

    A visitor has one lease of a service: a new one moves the old. Raises a SlotRefusal with reasons and
    alternatives, HoldNotYours, ServiceMissing, BookingMissing, NotNow.
    """
    service = await lock_service(work, ask.service_id)
    moving = await load_movable(work, ask.service_id, ask.moving_code, ask.moving_booking_id)
    old = await _held_before(work, ask)
    return await _hold(work, service, ask, old, moving)


async def move_hold(work: Work, ask: MoveHold) -> Hold:
    """Give up the held slot for another, all in one: refused, the old one stays.

    Raises HoldNotYours, HoldFenced, and a SlotRefusal.
    """
    service, old = await load_locked(work, ask.key)
    moving = await load_movable(work, old["service_id"], None, old["moving_booking_id"])
    wanted = HoldSlot(
        service_id=old["service_id"],
        start_minute=ask.start_minute,
        length_minutes=ask.length_minutes or old["length_minutes"],
        host_id=ask.host_id,
        seen_version=ask.seen_version,
    )
    if old["state"] == "confirmed":
        # Its booking stays; the visitor wants another time beside it.
        moving = None
    replaced = await _replaced_for(work, old)
    return await _hold(work, service, wanted, replaced, moving, keeps_length=ask.length_minutes is None)


async def renew_hold(work: Work, key: HoldKey) -> Hold:
    """Keep a lease while the form is used; never past 15 minutes from its grant. Raises no version.

    A lease that ran out is taken again if its slot is free. Raises HoldNotYours, HoldFenced, a SlotRefusal.
    """
    service, row = await load_locked(work, key)
    if row["state"] == "confirmed":
        return hold_of(work, row)
    if is_live(row, work.now):
        scene = await lock_for(work, service, row)
    if not is_live(row, work.now):
        return hold_of(work, await take_again(work, service, row))
    until = leases.longest(row, work.now, scene.service.hold_minutes)
    if until > row["expires_at"]:
        await occupy.keep_until(work, row, until)
        row = await store.change_hold(work.tx, row, expires_at=until)
    return hold_of(work, row, version=scene.version)


async def release_hold(work: Work, key: HoldKey) -> Hold:
    """Give the slot back: the visitor left. One that has ended, or has moved on since, is left as it is.

    Raises HoldNotYours.
    """
    service, row = await load_locked(work, key, fenced=False)
    if row["state"] != "live" or key.generation not in (None, row["generation"]):
        return hold_of(work, row)
    await lock_for(work, service, row)
    row = await leases.end(work, row, "released")
    await raise_service(work, row["service_id"])
    work.append(fact_of(HoldReleased, row))
    return hold_of(work, row)


async def load_locked(work: Work, key: HoldKey, *, fenced: bool = True) -> tuple[Service, Row]:
    """The asker's hold under the lock of its service, where nobody else changes it.

    Raises HoldNotYours, and HoldFenced unless the fence is left open.
    """
    service, row = await leases.lock_own(work, key)
    if fenced and key.generation not in (None, row["generation"]):
        raise await _fenced(work, service, row)
    return service, row


async def _fenced(work: Work, service: Service, row: Row) -> HoldFenced:
    """The refusal of a lease that has gone to another slot, with what is free around that one."""
    if service.retired_at is not None:
        return HoldFenced(**leases.no_offer("hold-fenced"))
    scene = await lock_for(work, service, row)
    told = await refusal_at(work, scene, row["start_minute"])
    return HoldFenced(**{**told.params, "reasons": ["hold-fenced"]})


async def lock_for(work: Work, service: Service, row: Row, beside: Sequence[Row] = ()) -> Scene:
    """The scene of a hold's own slot, its service, team and hosts locked and now read afresh.

    `beside` are other leases of the same visitor, which are not in his way.
    """
    own = (row, *beside)
    return await lock_scene(
        work,
        service_id=row["service_id"],
        start_minute=row["start_minute"],
        length_minutes=row["length_minutes"],
        host_id=row["asked_host_id"],
        own_hold_ids=frozenset(str(each["id"]) for each in own),
        moving_booking_id=row["moving_booking_id"],
        visitor_bookings=await leases.count_bookings(
            work, service, row["visitor_id"], row["moving_booking_id"]
        ),
        also_hosts=(host for each in own for host in hosts_of(each)),
    )


async def take_again(work: Work, service: Service, row: Row) -> Row:
    """Take a lapsed or released lease's slot again, if it is free; the visitor notices nothing.

    The same hosts first. What the visitor has chosen since is given back for it: he has one lease of a
    service. Raises HoldExpired where somebody was quicker, else the rule that changed.
    """
    chosen, offered = await _beside(work, row)
    scene = await lock_for(work, service, row, [*chosen, *offered])
    moving = await load_movable(work, row["service_id"], None, row["moving_booking_id"])
    place = await place_at(
        work,
        scene,
        row["start_minute"],
        prefer=hosts_of(row),
        instead=HoldExpired,
        keeps_length=True,
    )
    await _give_up(work, chosen)
    await clear_way(work, scene, place, offered, lambda: lock_for(work, service, row))
    again, _ = await leases.grant(work, scene, place, old=row, moving=moving, same_slot=True)
    await raise_service(work, row["service_id"])
    work.append(fact_of(HoldRenewed, again))
    return again


async def _held_before(work: Work, ask: HoldSlot) -> Row | None:
    """The lease that the new one replaces: the one named, else the visitor's only one."""
    if ask.replaces is not None:
        named = await leases.load_own(work, ask.replaces)
        if named["service_id"] == ask.service_id:
            return await _replaced_for(work, named)
    return await _chosen(work, ask.service_id)


async def _replaced_for(work: Work, named: Row) -> Row | None:
    """What gives way where a lease is named: itself, but for one that ended what was chosen since."""
    if named["state"] == "confirmed":
        return await _chosen(work, named["service_id"])
    if is_live(named, work.now) or _stands_beside(named):
        return named
    return await _chosen(work, named["service_id"]) or named


def _stands_beside(row: Row) -> bool:
    """Whether a lease does not count as its visitor's only one: a date of a series, an offered time."""
    return row["series_id"] is not None or row["offer_id"] is not None


async def _chosen(work: Work, service_id: str) -> Row | None:
    """The one lease of a service that the acting visitor chose."""
    # An API key acts for many people, and a member may hold for several at once.
    if leases.visitor_of(work.actor) is None:
        return None
    return await store.find_live_hold(work.tx, work.workspace_id, service_id, leases.principal_of(work.actor))


async def _beside(work: Work, row: Row) -> tuple[list[Row], list[Row]]:
    """What the visitor has besides a lease that ended: chosen since, and offered to him."""
    if _stands_beside(row):
        return [], []
    found = await _chosen(work, row["service_id"])
    others = [] if found is None or found["id"] == row["id"] else [found]
    return [each for each in others if is_live(each, work.now)], await _offered(work, row["service_id"])


async def _offered(work: Work, service_id: str) -> list[Row]:
    """What an agent offered this visitor of the service and still holds: his own, as the page shows it."""
    if leases.visitor_of(work.actor) is None:
        return []
    rows = await store.list_offered_holds(
        work.tx, work.workspace_id, service_id, leases.principal_of(work.actor)
    )
    return [row for row in rows if is_live(row, work.now)]


def _meets(row: Row, place: Place, scene: Scene) -> bool:
    """Whether a lease stands at the place, buffers included."""
    if not set(hosts_of(row)) & set(place.hosts):
        return False
    pad = scene.service.rules.before + scene.service.rules.after
    return bool(row["start_minute"] < place.end_minute + pad and place.start_minute < row["end_minute"] + pad)


async def _give_up(work: Work, rows: list[Row]) -> None:
    for row in rows:
        work.append(fact_of(HoldReleased, await leases.end(work, row, "released")))


async def own_leases(work: Work, service_id: str) -> list[Row]:
    """The live leases of a service that the acting visitor chose or was offered."""
    chosen = await _chosen(work, service_id)
    rows = [*([] if chosen is None else [chosen]), *await _offered(work, service_id)]
    return [row for row in rows if is_live(row, work.now)]


async def clear_way(
    work: Work, scene: Scene, place: Place, own: list[Row], without: Callable[[], Awaitable[Scene]]
) -> None:
    """Give up the visitor's own leases that meet a place, or beside which its start is refused.

    `scene` counts none of them as busy, and `without` reads one that counts all that stand.
    """
    if not own:
        return
    in_the_way = [row for row in own if _meets(row, place, scene)]
    await _give_up(work, in_the_way)
    if (await without()).offer.at(place.start_minute) is None:
        # Not even beside those that stand clear of it: a limit counts them.
        await _give_up(work, [row for row in own if row not in in_the_way])


async def _hold(
    work: Work,
    service: Service,
    ask: HoldSlot,
    old: Row | None,
    moving: Row | None,
    *,
    keeps_length: bool = False,
) -> Hold:
    visitor_id = leases.visitor_of(work.actor) if moving is None else moving["visitor_id"]
    moving_id = None if moving is None else str(moving["id"])
    booked = await leases.count_bookings(work, service, visitor_id, moving_id)
    offered = await _offered(work, ask.service_id)

    async def scene_with(own: list[Row]) -> Scene:
        return await lock_scene(
            work,
            service_id=ask.service_id,
            start_minute=ask.start_minute,
            length_minutes=ask.length_minutes,
            host_id=ask.host_id,
            own_hold_ids=frozenset(str(row["id"]) for row in own),
            moving_booking_id=moving_id,
            visitor_bookings=booked,
            also_hosts=(host for row in (*own, moving) for host in hosts_of(row)),
        )

    held = [] if old is None else [old]
    scene = await scene_with([*held, *offered])
    keeps = hosts_of(moving) if scene.service.keep_host_on_move else ()
    place = await place_at(
        work,
        scene,
        ask.start_minute,
        seen_version=ask.seen_version,
        prefer=keeps,
        keeps_length=keeps_length,
    )
    await clear_way(work, scene, place, offered, lambda: scene_with(held))
    row, seats_left = await leases.grant(work, scene, place, old=old, moving=moving)
    await raise_service(work, row["service_id"])
    if old is None:
        work.append(fact_of(HoldGranted, row))
    else:
        work.append(fact_of(HoldMoved, row, from_minute=old["start_minute"]))
    return hold_of(work, row, seats_left=seats_left)
