"""Taking, passing on and giving back the time of a meeting: a claim of its own, or a seat in a sitting."""

from dataclasses import dataclass

from ringonce.booking import seats
from ringonce.booking.catalogue_model import Service
from ringonce.booking.seats import Sitter
from ringonce.calendars import claim
from ringonce.calendars.model import Claim, ClaimKind, HostShare, LockedHosts
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where and with whom a meeting takes place: decided, not yet taken.

    `chosen` says for each host which part it has and why it was picked; `sitting_id` is one that has begun.
    """

    start_minute: int
    length_minutes: int
    shares: tuple[HostShare, ...]
    chosen: dict[str, dict[str, object]]
    team_id: str | None = None
    asked_host_id: str | None = None
    sitting_id: str | None = None

    @property
    def end_minute(self) -> int:
        return self.start_minute + self.length_minutes

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(share.host_id for share in self.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who takes a place: a hold or a booking. `blocks` False stands outside the constraint.

    `leaves` is the sitting in which he has a seat already, which he gives up for the new one.
    """

    id: str
    kind: ClaimKind
    visitor_id: str | None = None
    expires_at: int | None = None
    blocks: bool = True
    leaves: str | None = None

    @property
    def sitter(self) -> Sitter:
        return Sitter(self.id, self.kind.value, self.visitor_id, self.expires_at)


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a place adds to its owner's row; `seats_left` is None where seats are not counted."""

    sitting_id: str | None = None
    seat_no: int | None = None
    seats_left: int | None = None


async def take(work: Work, service: Service, locked: LockedHosts, place: Place, owner: Owner) -> Taken:
    """Take a place for its owner. Raises TimeTaken where the constraint knows better."""
    await seats.end_lapsed(work, locked.lapsed)
    if not service.is_seated:
        await claim.take(work, claim_of(service, place, owner), locked)
        return Taken()
    if place.sitting_id is not None and await seats.is_open(work, place.sitting_id):
        # Who moves within one sitting has two seats until his old one is free: it does not count.
        room = service.seats + (1 if owner.leaves == place.sitting_id else 0)
        seat = await seats.join(work, place.sitting_id, owner.sitter, room)
    else:
        sitting = Owner(
            id=seats.new_sitting_id(work),
            kind=ClaimKind.SITTING,
            expires_at=owner.expires_at,
            # A request has its seat whether or not it blocks; a lease may meet the seat it is to replace.
            blocks=owner.blocks or owner.kind is not ClaimKind.HOLD,
        )
        time = claim_of(service, place, sitting)
        seat = await seats.begin(work, locked, time, service.seats, owner.sitter)
    return Taken(seat.sitting_id, seat.number, seat.left)


async def pass_on(work: Work, row: Row, owner: Owner) -> None:
    """Turn what a hold or request has into what a booking or request has, at the same place.

    Raises ClaimMissing where it lapsed, TimeTaken where a request that did not block is met by another claim.
    """
    if row["sitting_id"] is not None:
        await seats.hand_over(work, row["sitting_id"], row["id"], owner.sitter)
    else:
        await claim.convert(
            work,
            row["id"],
            new_owner_id=owner.id,
            kind=owner.kind,
            blocks=owner.blocks,
            expires_at=owner.expires_at,
        )


async def keep_until(work: Work, row: Row, expires_at: int) -> None:
    """Let a hold lapse later. Raises no version."""
    if row["sitting_id"] is not None:
        sitter = Sitter(row["id"], ClaimKind.HOLD.value, row["visitor_id"], expires_at)
        await seats.hand_over(work, row["sitting_id"], row["id"], sitter)
    else:
        await claim.extend(work, row["id"], expires_at)


async def give_back(work: Work, row: Row) -> None:
    """Free what a hold or booking has; nothing left is nothing to do."""
    if row["sitting_id"] is not None:
        await seats.leave(work, row["sitting_id"], row["id"])
    else:
        await claim.free(work, row["id"])


def claim_of(service: Service, place: Place, owner: Owner) -> Claim:
    """The claim on the hosts' time that a place amounts to, with the service's buffers."""
    return Claim(
        owner_id=owner.id,
        kind=owner.kind,
        service_id=service.id,
        shares=place.shares,
        start_minute=place.start_minute,
        length_minutes=place.length_minutes,
        before_minutes=service.rules.before,
        after_minutes=service.rules.after,
        team_id=place.team_id,
        blocks=owner.blocks,
        expires_at=owner.expires_at,
    )
