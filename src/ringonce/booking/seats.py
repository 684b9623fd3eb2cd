"""Sittings: one meeting that several people share, each on a numbered seat.

The occupancy row belongs to the sitting and lapses when nothing but lapsed holds sit in it.
"""

from dataclasses import dataclass

from ringonce.booking import seats_store, store
from ringonce.calendars import claim
from ringonce.calendars.model import Claim, ClaimKind, LockedHosts
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values.ids import SittingId


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat taken: which sitting, which number, and how many are left."""

    sitting_id: str
    number: int
    left: int


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits down: a hold or booking, of which kind, until when (ms; None: for good)."""

    owner_id: str
    kind: str
    visitor_id: str | None
    expires_at: int | None


async def is_open(work: Work, sitting_id: str) -> bool:
    """Whether a sitting is still going on: the last to leave ends it."""
    sitting = await seats_store.find_sitting(work.tx, work.workspace_id, sitting_id)
    return sitting is not None and sitting["state"] == "open"


async def begin(work: Work, locked: LockedHosts, time: Claim, seats: int, sitter: Sitter) -> Seat:
    """Start a sitting: `time` is the claim of its hosts' time, whose owner becomes the sitting itself.

    Raises TimeTaken.
    """
    sitting_id = time.owner_id
    await claim.take(work, time, locked)
    await seats_store.insert_sitting(
        work.tx,
        {
            "workspace_id": work.workspace_id,
            "id": sitting_id,
            "service_id": time.service_id,
            "start_minute": time.start_minute,
            "end_minute": time.end_minute,
            "length_minutes": time.length_minutes,
            "hosts": store.to_text([share.host_id for share in time.shares]),
            "seats": seats,
            "state": "open",
            "created_at": work.now,
        },
    )
    await _sit(work, sitting_id, 1, sitter)
    return Seat(sitting_id, 1, seats - 1)


async def join(work: Work, sitting_id: str, sitter: Sitter, seats: int) -> Seat:
    """Take the lowest free seat of a sitting that has begun, of as many as the service has now.

    Raises TimeTaken when it is full.
    """
    sitting = await seats_store.find_sitting(work.tx, work.workspace_id, sitting_id)
    await seats_store.free_lapsed_seats(work.tx, work.workspace_id, sitting_id, work.now)
    taken = {row["number"] for row in await seats_store.list_seats(work.tx, work.workspace_id, sitting_id)}
    if sitting is None or len(taken) >= seats:
        raise claim.TimeTaken()
    number = next(number for number in range(1, seats + 1) if number not in taken)
    await _sit(work, sitting_id, number, sitter)
    await _settle(work, sitting)
    return Seat(sitting_id, number, seats - len(taken) - 1)


async def leave(work: Work, sitting_id: str, owner_id: str) -> None:
    """Give a seat back; the last to leave gives the hosts their time back."""
    await seats_store.free_seat(work.tx, work.workspace_id, owner_id)
    sitting = await seats_store.find_sitting(work.tx, work.workspace_id, sitting_id)
    if sitting is not None:
        await seats_store.free_lapsed_seats(work.tx, work.workspace_id, sitting_id, work.now)
        await _settle(work, sitting)


async def hand_over(work: Work, sitting_id: str, owner_id: str, sitter: Sitter) -> None:
    """Let a seat become another owner's (a hold's becomes a booking's), or keep it until another time.

    Raises ClaimMissing where the owner has no seat.
    """
    passed = await seats_store.pass_seat(
        work.tx,
        work.workspace_id,
        owner_id,
        owner_id=sitter.owner_id,
        kind=sitter.kind,
        visitor_id=sitter.visitor_id,
        expires_at=sitter.expires_at,
    )
    if passed != 1:
        raise claim.ClaimMissing(owner=owner_id)
    sitting = await seats_store.find_sitting(work.tx, work.workspace_id, sitting_id)
    if sitting is not None:
        await _settle(work, sitting, moves_pages=sitter.owner_id != owner_id)


async def end_lapsed(work: Work, owners: tuple[str, ...]) -> None:
    """Close the sittings among the owners whose time has lapsed, with the seats left in them."""
    for owner in owners:
        sitting = await seats_store.find_sitting(work.tx, work.workspace_id, owner)
        if sitting is not None:
            await seats_store.free_lapsed_seats(work.tx, work.workspace_id, owner, work.now)
            await seats_store.end_sitting(work.tx, work.workspace_id, owner)


def new_sitting_id(work: Work) -> SittingId:
    """The id of a sitting that is to begin."""
    return work.new_id(SittingId)


async def _sit(work: Work, sitting_id: str, number: int, sitter: Sitter) -> None:
    await seats_store.insert_seat(
        work.tx,
        {
            "workspace_id": work.workspace_id,
            "sitting_id": sitting_id,
            "number": number,
            "owner_id": sitter.owner_id,
            "kind": sitter.kind,
            "visitor_id": sitter.visitor_id,
            "expires_at": sitter.expires_at,
        },
    )


async def _settle(work: Work, sitting: Row, *, moves_pages: bool = True) -> None:
    """Let the sitting's time last as long as its longest seat."""
    left = await seats_store.list_seats(work.tx, work.workspace_id, sitting["id"])
    if not left:
        await claim.free(work, sitting["id"])
        await seats_store.end_sitting(work.tx, work.workspace_id, sitting["id"])
        return
    deadlines = [row["expires_at"] for row in left]
    lasting = None if None in deadlines else max(deadlines)
    if not moves_pages:
        await claim.extend(work, sitting["id"], lasting)
        return
    # A sitting begun over the one that is being left stands under the constraint once that one has gone.
    await claim.convert(
        work, sitting["id"], new_owner_id=sitting["id"], kind=ClaimKind.SITTING, expires_at=lasting
    )
