"""What the passing of time ends: leases past their deadline, requests that nobody decided.

Nothing waits for the sweep: a lapsed claim is dead at its deadline for everybody who asks. The sweep writes
it down, so that pages, mails and the log hear of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ringonce.booking import leases, occupy, records, seats, store
from ringonce.booking.events import HoldLapsed, RequestExpired
from ringonce.booking.leases import fact_of, hosts_of, lock_service
from ringonce.booking.records import fact_about
from ringonce.booking.scene import raise_service
from ringonce.calendars import claim
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Actor, Work

SWEEPER = Actor("system", "sweep")
_MOST = 200


@dataclass(frozen=True, slots=True)
class Due:
    """Lapsed leases and requests of one service: one transaction, so that locks keep their order."""

    workspace_id: str
    service_id: str
    hold_ids: tuple[str, ...]
    booking_ids: tuple[str, ...]


async def find_due(tx: Tx, now: int) -> list[Due]:
    """What has lapsed by now (ms), by workspace and service; call again until it is empty."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for place, rows in enumerate(
        (await store.list_lapsed_holds(tx, now, _MOST), await store.list_expired_requests(tx, now, _MOST))
    ):
        for row in rows:
            found.setdefault((row["workspace_id"], row["service_id"]), ([], []))[place].append(row["id"])
    return [
        Due(workspace_id, service_id, tuple(holds), tuple(requests))
        for (workspace_id, service_id), (holds, requests) in sorted(found.items())
    ]


async def sweep(work: Work, due: Due) -> int:
    """End what is due; whatever was renewed or decided meanwhile is left alone. How many were ended."""
    await lock_service(work, due.service_id)
    holds = [await store.find_hold(work.tx, work.workspace_id, one) for one in due.hold_ids]
    requests = [await store.find_booking(work.tx, work.workspace_id, one) for one in due.booking_ids]
    rows = [row for row in (*holds, *requests) if row is not None]
    hosts = sorted({host for row in rows for host in hosts_of(row)})
    locked = await claim.lock_hosts(work, hosts)
    await seats.end_lapsed(work, locked.lapsed)
    ended = await _lapse(work, holds) + await _expire(work, requests)
    if ended:
        # Locking has deleted their claims without raising anything: every page knew the deadline.
        await claim.raise_hosts(work, hosts)
        await raise_service(work, due.service_id)
    return ended


async def _lapse(work: Work, holds: Sequence[Row | None]) -> int:
    ended = 0
    for row in holds:
        if row is not None and row["state"] == "live" and row["expires_at"] <= work.now:
            work.append(fact_of(HoldLapsed, await leases.end(work, row, "lapsed")))
            ended += 1
    return ended


async def _expire(work: Work, requests: Sequence[Row | None]) -> int:
    ended = 0
    for row in requests:
        if row is not None and row["state"] == "requested" and row["request_expires_at"] <= work.now:
            await occupy.give_back(work, row)
            after = await records.change(
                work, row, state="expired", request_expires_at=None, ics_sequence=row["ics_sequence"] + 1
            )
            work.append(fact_about(RequestExpired, after))
            ended += 1
    return ended
