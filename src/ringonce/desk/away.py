"""What a visitor is shown when nobody answers: the next times that can be booked, and when answers come.

The times are those of the booking page, by the same computation; nothing tells whose they are.
"""

from dataclasses import dataclass
from typing import Final

from ringonce.booking.catalogue_model import Service
from ringonce.booking.catalogue_queries import load_service
from ringonce.booking.refusals import ServiceMissing
from ringonce.booking.slot_cache import SlotCache
from ringonce.booking.slots import Asker, SlotsAsk, Unchanged, read_slots
from ringonce.chat.hours import opening, reply_time
from ringonce.chat.queries import load_inbox
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.values import zones

TIMES: Final = 3
_DAY: Final = 1440
_MS: Final = 60_000
# Most services are free within days; the month is read only where they are not.
_LOOKS: Final = ((0, 7), (7, 31), (31, 62))


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayCard:
    """Times as (start, end) minutes; `opens_at` and `reply_by` in ms. Without a service there are none."""

    is_open: bool
    opens_at: int | None
    service: Service | None
    length_minutes: int | None
    times: tuple[tuple[int, int], ...]
    reply_by: int | None


async def read_away(
    tx: Tx,
    workspace_id: str,
    inbox: str,
    zone: str,
    now: int,
    *,
    codes: Codes,
    asker: Asker,
    cache: SlotCache | None = None,
) -> AwayCard:
    """The card of an inbox, by id or slug, for somebody in a zone. Raises InboxMissing, ZoneUnknown."""
    found = await load_inbox(tx, workspace_id, inbox)
    open_now = await opening(tx, workspace_id, found, now)
    minutes = await reply_time(tx, workspace_id, found.id, now)
    begins = now if open_now.is_open else open_now.opens_at
    service = await _service(tx, workspace_id, found.settings.away.service)
    times: tuple[tuple[int, int], ...] = ()
    if service is not None:
        times = await _times(tx, workspace_id, service, zone, now, codes, asker, cache)
    return AwayCard(
        is_open=open_now.is_open,
        opens_at=open_now.opens_at,
        service=service,
        length_minutes=None if service is None else service.lengths[0],
        times=times,
        reply_by=None if begins is None or minutes is None else begins + minutes * _MS,
    )


async def _service(tx: Tx, workspace_id: str, named: str | None) -> Service | None:
    """The service that the inbox offers while away, unless it has been paused, hidden behind a link or
    retired since.
    """
    if named is None:
        return None
    try:
        found = await load_service(tx, workspace_id, named)
    except ServiceMissing:
        return None
    return found if found.is_live and found.private_token is None else None


async def _times(
    tx: Tx,
    workspace_id: str,
    service: Service,
    zone: str,
    now: int,
    codes: Codes,
    asker: Asker,
    cache: SlotCache | None,
) -> tuple[tuple[int, int], ...]:
    # From the visitor's midnight, as the booking page asks: the two share what was computed.
    today = zones.day_start(zone, zones.date_at(zone, now // _MS))
    times: list[tuple[int, int]] = []
    for first, last in _LOOKS:
        ask = SlotsAsk(service=service.id, first_minute=today + first * _DAY, last_minute=today + last * _DAY)
        found = await read_slots(tx, workspace_id, ask, now, codes=codes, asker=asker, cache=cache)
        if not isinstance(found, Unchanged):
            times += [(slot.start, slot.end) for slot in found.slots[:TIMES]]
        if len(times) >= TIMES:
            break
    return tuple(times[:TIMES])
