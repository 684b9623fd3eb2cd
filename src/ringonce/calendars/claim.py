"""The only way to take a host's time, and to give it back.

Order: the hosts' rows are locked by id, then the time is read afresh, then lapsed claims of these hosts go,
then the claim is written; the table's constraint is the second belt. Every change raises the hosts' versions.
"""

from collections.abc import Iterable
from typing import Any

from ringonce.calendars import store
from ringonce.calendars.model import Claim, ClaimKind, HostShare, LockedHosts
from ringonce.calendars.tables import NO_OVERLAP
from ringonce.kernel.db import ConstraintViolated
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import HostId


class TimeTaken(DomainError):
    """The time of a host was taken in the meantime; never by whom."""

    code = "slot-taken"
    kind = Kind.CONFLICT


class ClaimMissing(DomainError):
    """No claim of this owner is there (any more)."""

    code = "claim-missing"
    kind = Kind.CONFLICT


class HostsNotLocked(Exception):
    """A claim names a host whose row was not locked first: a bug in the intent."""


async def lock_hosts(work: Work, host_ids: Iterable[str]) -> LockedHosts:
    """Lock hosts in the order of their ids, read the time afresh and remove their lapsed claims.

    Hosts that do not exist are simply not among the locked.
    """
    wanted = store.id_array(host_ids)
    rows = await work.tx.all(store.LOCK_HOSTS, workspace_id=work.workspace_id, host_ids=wanted)
    work.locked()
    lapsed = await work.tx.all(
        store.DELETE_LAPSED, workspace_id=work.workspace_id, host_ids=wanted, now=work.now
    )
    owners = sorted({str(row["owner_id"]) for row in lapsed})
    return LockedHosts({HostId(row["id"]): store.host_of(row) for row in rows}, tuple(owners))


async def take(work: Work, claim: Claim, locked: LockedHosts) -> None:
    """Take the time of every host of the claim. Raises TimeTaken, and HostsNotLocked for a bug."""
    _must_cover(locked, claim.shares)
    try:
        await work.tx.run_many(store.INSERT_OCCUPANCY, _rows(work, claim, locked))
    except ConstraintViolated as refused:
        raise _taken(refused) from refused
    await raise_hosts(work, (share.host_id for share in claim.shares))


async def free(work: Work, owner_id: str) -> tuple[HostId, ...]:
    """Give back all time of an owner and say whose it was; nothing there is nothing to do."""
    rows = await work.tx.all(store.DELETE_OWNER, workspace_id=work.workspace_id, owner_id=owner_id)
    freed = tuple(sorted(HostId(row["host_id"]) for row in rows))
    if freed:
        await raise_hosts(work, freed)
    return freed


async def convert(
    work: Work,
    owner_id: str,
    *,
    new_owner_id: str,
    kind: ClaimKind,
    blocks: bool = True,
    expires_at: int | None = None,
) -> tuple[HostId, ...]:
    """Turn a claim into another of the same time: a hold into a booking, a request into a booking.

    Raises ClaimMissing where the owner has no time (a lapsed hold that was swept), and TimeTaken where a
    request that did not block meets what was taken since.
    """
    try:
        rows = await work.tx.all(
            store.CONVERT_OWNER,
            workspace_id=work.workspace_id,
            owner_id=owner_id,
            new_owner_id=new_owner_id,
            kind=kind.value,
            blocks=int(blocks),
            expires_at=expires_at,
            now=work.now,
        )
    except ConstraintViolated as refused:
        raise _taken(refused) from refused
    if not rows:
        raise ClaimMissing(owner=owner_id)
    kept = tuple(sorted(HostId(row["host_id"]) for row in rows))
    await raise_hosts(work, kept)
    return kept


async def extend(work: Work, owner_id: str, expires_at: int | None) -> int:
    """Let a claim lapse later (None: never). Raises no version: renewing changes nobody's page."""
    return await work.tx.run(
        store.EXTEND_OWNER, workspace_id=work.workspace_id, owner_id=owner_id, expires_at=expires_at
    )


async def raise_hosts(work: Work, host_ids: Iterable[str]) -> None:
    """Raise the versions of hosts; their pages must be read again."""
    await work.tx.run(
        store.RAISE_HOSTS, workspace_id=work.workspace_id, host_ids=store.id_array(host_ids), now=work.now
    )


def _rows(work: Work, claim: Claim, locked: LockedHosts) -> list[dict[str, Any]]:
    common = {
        "workspace_id": work.workspace_id,
        "owner_id": claim.owner_id,
        "kind": claim.kind.value,
        "start_minute": claim.start_minute,
        "end_minute": claim.end_minute,
        "before_minutes": claim.before_minutes,
        "after_minutes": claim.after_minutes,
        "padded_start": claim.start_minute - claim.before_minutes,
        "padded_end": claim.end_minute + claim.after_minutes,
        "blocks": int(claim.blocks),
        "service_id": claim.service_id,
        "team_id": claim.team_id,
        "length_minutes": claim.length_minutes,
        "expires_at": claim.expires_at,
        "taken_at": work.now,
    }
    return [
        {
            **common,
            "host_id": share.host_id,
            "host_no": locked.hosts[share.host_id].no,
            "role": share.role.value,
        }
        for share in sorted(claim.shares, key=lambda share: share.host_id)
    ]


def _must_cover(locked: LockedHosts, shares: tuple[HostShare, ...]) -> None:
    if not shares or not locked.covers({share.host_id for share in shares}):
        raise HostsNotLocked(", ".join(share.host_id for share in shares))


def _taken(refused: ConstraintViolated) -> Exception:
    # Any other constraint is a bug, and must stay one.
    return TimeTaken() if refused.constraint == NO_OVERLAP else refused
