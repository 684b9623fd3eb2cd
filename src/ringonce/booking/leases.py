"""What all intents about holds share: whose a hold is, granting it, ending it, and the facts about it."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ringonce.booking import catalogue_store, occupy, store
from ringonce.booking.catalogue_model import Service
from ringonce.booking.events import HoldFact
from ringonce.booking.model import BLOCKING_STATES, HOLD_MINUTES_MOST, MS_PER_MINUTE, Hold, HoldKey
from ringonce.booking.occupy import Owner, Place
from ringonce.booking.refusals import HoldFenced, HoldNotYours, ServiceMissing
from ringonce.booking.scene import Scene
from ringonce.calendars.claim import HostsNotLocked
from ringonce.calendars.model import ClaimKind, LockedHosts
from ringonce.kernel.db import Row
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import Json
from ringonce.values.ids import HoldId

FactT = TypeVar("FactT", bound=HoldFact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessee:
    """For whom somebody else leases: a principal, and the offer that shows him the times."""

    principal: str
    visitor_id: str | None
    offer_id: str
    minutes: int


def principal_of(actor: Actor) -> str:
    """Who holds, as one text."""
    return f"{actor.kind}:{actor.id}"


def visitor_of(actor: Actor) -> str | None:
    """The visitor session that acts, if one does."""
    return actor.id if actor.kind == "visitor" else None


def token_of(work: Work, hold_id: str) -> str:
    """The token that proves a hold; it follows from the id, so a moved hold keeps its token."""
    return work.codes.of("hold", hold_id)


async def load_own(work: Work, key: HoldKey) -> Row:
    """The hold that the key proves. Raises HoldNotYours, also where there is no such hold."""
    check_token(work, key)
    row = await store.find_hold(work.tx, work.workspace_id, key.hold_id)
    if row is None:
        raise HoldNotYours(**no_offer("hold-not-yours"))
    return row


async def lock_own(work: Work, key: HoldKey) -> tuple[Service, Row]:
    """The hold that the key proves under the lock of its service, where nobody else changes it.

    Raises HoldNotYours.
    """
    check_token(work, key)
    service = await store.lock_service_of_hold(work.tx, work.workspace_id, key.hold_id)
    if service is None:
        raise HoldNotYours(**no_offer("hold-not-yours"))
    locked = await _with_team(work, service)
    return locked, await load_own(work, key)


def check_token(work: Work, key: HoldKey) -> None:
    """Raise HoldNotYours unless the token follows from the id; no row is looked at for a forged one."""
    if not hmac.compare_digest(token_of(work, key.hold_id).encode(), key.token.encode()):
        raise HoldNotYours(**no_offer("hold-not-yours"))


async def lock_service(work: Work, service_id: str) -> Service:
    """Lock the service (and its team) before anything of it is looked for, so that two asks come in turn.

    The service comes without its hosts, and also when it has been retired. Raises ServiceMissing.
    """
    row = await store.lock_service(work.tx, work.workspace_id, service_id)
    if row is None:
        raise ServiceMissing(service=service_id)
    return await _with_team(work, row)


async def _with_team(work: Work, row: Row) -> Service:
    if row["team_id"] is not None:
        await work.tx.one(catalogue_store.LOCK_TEAM, workspace_id=work.workspace_id, team_id=row["team_id"])
    return catalogue_store.service_of(row, [])


async def count_bookings(
    work: Work, service: Service, visitor_id: str | None, moving_booking_id: str | None = None
) -> int | None:
    """The visitor's active bookings of a service that limits them, apart from the one being moved."""
    if service.visitor_limit is None or visitor_id is None:
        return None
    return await store.count_active(
        work.tx, work.workspace_id, service.id, visitor_id, work.now // MS_PER_MINUTE, moving_booking_id or ""
    )


def check_fence(row: Row, key: HoldKey) -> None:
    """Raise HoldFenced where the lease has gone to another slot since the asker saw it."""
    if key.generation is not None and key.generation != row["generation"]:
        raise HoldFenced(**no_offer("hold-fenced"))


def no_offer(*codes: str) -> dict[str, Json]:
    """The params of a refusal that has nothing to do with what is free."""
    return {
        "reasons": list(codes),
        "seen_version": None,
        "current_version": None,
        "changed_at": None,
        "alternatives": [],
        "retry": False,
    }


def is_live(row: Row, now: int) -> bool:
    """Whether the lease holds: granted, not ended, and before its deadline."""
    return bool(row["state"] == "live" and row["expires_at"] > now)


def hosts_of(row: Row | None) -> tuple[str, ...]:
    """The hosts of a hold or a booking; of none, none."""
    return () if row is None else tuple(store.from_text(row["hosts"]))


async def grant(
    work: Work,
    scene: Scene,
    place: Place,
    *,
    old: Row | None = None,
    moving: Row | None = None,
    series_id: str | None = None,
    same_slot: bool = False,
    lessee: Lessee | None = None,
) -> tuple[Row, int | None]:
    """Lease a place, for the actor or for a `lessee`. An old lease is given up for it in the same breath and
    keeps its id, one generation on unless it is for the same slot again.

    Returns the row and the seats left (None where seats are not counted).
    """
    if old is not None:
        await occupy.give_back(work, old)
    hold_id = HoldId(old["id"]) if old is not None else work.new_id(HoldId)
    lasts = scene.service.hold_minutes if lessee is None else lessee.minutes
    expires_at = work.now + lasts * MS_PER_MINUTE
    owner = Owner(
        id=hold_id,
        kind=ClaimKind.HOLD,
        visitor_id=visitor_of(work.actor) if lessee is None else lessee.visitor_id,
        expires_at=expires_at,
        blocks=not _meets_itself(scene, place, moving),
        leaves=None if moving is None else moving["sitting_id"],
    )
    taken = await occupy.take(work, scene.service, locked_of(scene), place, owner)
    terms = {
        "state": "live",
        "start_minute": place.start_minute,
        "end_minute": place.end_minute,
        "length_minutes": place.length_minutes,
        "hosts": store.to_text(place.hosts),
        "chosen": store.to_text(place.chosen),
        "asked_host_id": place.asked_host_id,
        "team_id": place.team_id,
        "sitting_id": taken.sitting_id,
        "seat_no": taken.seat_no,
        "moving_booking_id": None if moving is None else moving["id"],
        "booking_id": None,
        "granted_at": work.now,
        "expires_at": expires_at,
        "ended_at": None,
    }
    if old is not None:
        generation = old["generation"] + (0 if same_slot else 1)
        return await store.change_hold(work.tx, old, generation=generation, **terms), taken.seats_left
    row = await _write(work, scene.service.id, hold_id, terms, series_id, lessee)
    return row, taken.seats_left


async def _write(
    work: Work,
    service_id: str,
    hold_id: HoldId,
    terms: dict[str, object],
    series_id: str | None,
    lessee: Lessee | None,
) -> Row:
    row: Row = {
        "workspace_id": work.workspace_id,
        "id": hold_id,
        "service_id": service_id,
        "principal": principal_of(work.actor) if lessee is None else lessee.principal,
        "visitor_id": visitor_of(work.actor) if lessee is None else lessee.visitor_id,
        "generation": 1,
        "series_id": series_id,
        "offer_id": None if lessee is None else lessee.offer_id,
        **terms,
    }
    await store.insert_hold(work.tx, row)
    return row


def locked_of(scene: Scene) -> LockedHosts:
    """The locks a scene was read under; one read without them takes no time."""
    if scene.locked is None:
        raise HostsNotLocked(scene.service.id)
    return scene.locked


async def end(work: Work, row: Row, state: str) -> Row:
    """End a lease and give its place back."""
    await occupy.give_back(work, row)
    return await store.change_hold(work.tx, row, state=state, ended_at=work.now)


def longest(row: Row, now: int, hold_minutes: int) -> int:
    """How long a renewal may make a lease last: never shorter than it is, never past the most."""
    most = row["granted_at"] + HOLD_MINUTES_MOST * MS_PER_MINUTE
    return max(int(row["expires_at"]), min(now + hold_minutes * MS_PER_MINUTE, int(most)))


def hold_of(work: Work, row: Row, *, seats_left: int | None = None, version: str | None = None) -> Hold:
    """The hold as its owner sees it."""
    return store.to_hold(row, token_of(work, row["id"]), seats_left=seats_left, version=version)


def fact_of(kind: Callable[..., FactT], row: Row, **more: object) -> FactT:
    """A fact about a hold as its row now is; `more` is what its kind adds."""
    return kind(
        hold_id=row["id"],
        service_id=row["service_id"],
        hosts=hosts_of(row),
        start_minute=row["start_minute"],
        length_minutes=row["length_minutes"],
        generation=row["generation"],
        sitting_id=row["sitting_id"],
        series_id=row["series_id"],
        moving_booking_id=row["moving_booking_id"],
        **more,
    )


def _meets_itself(scene: Scene, place: Place, moving: Row | None) -> bool:
    """Whether the place overlaps the very booking that is being moved there.

    The constraint cannot know that the two are one, so such a lease stands outside it; it is busy time all
    the same, and the hosts' locks and the offer guard it until the move puts the booking there.
    """
    if moving is None or moving["state"] not in BLOCKING_STATES:
        return False
    if not set(hosts_of(moving)) & set(place.hosts):
        return False
    pad = scene.service.rules.before + scene.service.rules.after
    return bool(
        place.start_minute < moving["end_minute"] + pad and moving["start_minute"] < place.end_minute + pad
    )
