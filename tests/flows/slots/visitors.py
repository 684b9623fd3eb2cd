"""Visitors who look at a page and hold a slot of it."""

from typing import Any

from ringonce.booking.catalogue_model import Service
from ringonce.booking.hold import hold_slot, release_hold
from ringonce.booking.model import Hold, HoldKey, HoldSlot
from ringonce.booking.slot_cache import SlotCache
from ringonce.booking.slots import NOBODY, Asker, SlotList, SlotsAsk, Unchanged, read_slots
from ringonce.kernel.secrets import Codes
from ringonce.kernel.work import Actor
from ringonce.values.ids import VisitorId, format_id
from tests.support.salon import Salon, at, wall

CODES = Codes(b"a key of thirty-two bytes, or so")


def visitor(number: int) -> Actor:
    """A visitor session, the same for the same number."""
    return Actor("visitor", format_id(VisitorId, 0, number))


def asker(number: int) -> Asker:
    """The same visitor, looking."""
    actor = visitor(number)
    return Asker(principal=f"visitor:{actor.id}", visitor_id=actor.id)


def day_of(service: Service, on: str = "2026-12-02", **fields: Any) -> SlotsAsk:
    """One civil date in Berlin."""
    first = at(f"{on} 00:00")
    return SlotsAsk(service=service.id, first_minute=first, last_minute=first + 1440, **fields)


async def look(
    salon: Salon,
    ask: SlotsAsk,
    who: Asker = NOBODY,
    *,
    seen: str | None = None,
    cache: SlotCache | None = None,
) -> SlotList | Unchanged:
    """Read a page at this moment."""
    now = salon.clock.now()
    return await salon.read(
        lambda tx: read_slots(
            tx, salon.workspace_id, ask, now, codes=CODES, asker=who, seen_etag=seen, cache=cache
        )
    )


async def page(
    salon: Salon, ask: SlotsAsk, who: Asker = NOBODY, *, cache: SlotCache | None = None
) -> SlotList:
    """Read a page that has not been seen."""
    found = await look(salon, ask, who, cache=cache)
    assert isinstance(found, SlotList)
    return found


def times(slots: SlotList) -> list[str]:
    """The wall times that are offered."""
    return [wall(slot.start)[11:] for slot in slots.slots]


async def hold(salon: Salon, service: Service, start: int, number: int = 1, **fields: Any) -> Hold:
    """Lease a slot, or raise the refusal."""
    ask = HoldSlot(service_id=service.id, start_minute=start, **fields)
    return await salon.run(lambda work: hold_slot(work, ask), visitor(number))


def key_of(held: Hold) -> HoldKey:
    """What proves a hold."""
    return HoldKey(hold_id=held.id, token=held.token)


async def release(salon: Salon, held: Hold, number: int = 1) -> None:
    """Give it back."""
    await salon.run(lambda work: release_hold(work, key_of(held)), visitor(number))
