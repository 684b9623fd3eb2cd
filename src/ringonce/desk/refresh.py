"""Open offers after something changed: a lease ran out, a time went or is free again, the rules moved.

Idempotent: what is true already changes nothing and is no fact. Leases that stand are never touched: what is
shown as held stays held (A2).
"""

from dataclasses import replace
from typing import Final

from ringonce.booking.offered import FreeAsk, is_free, key_if_live, release_offered
from ringonce.chat import queries as chat_queries
from ringonce.desk import queries, store
from ringonce.desk.events import OfferLapsed
from ringonce.desk.model import OPEN_FOR, TAPPABLE, Offer, OfferState, OfferTime, TimeState
from ringonce.desk.offers import closed, facts_of, holds_of, lock_offer
from ringonce.desk.take import changed, replaced
from ringonce.kernel.work import Actor, Work

KEEPER: Final = Actor("system", "desk")
_MS: Final = 60_000


async def refresh_offer(work: Work, message_id: str) -> bool:
    """Let the buttons of an open offer say what is so; whether any changed. Raises OfferMissing."""
    offer, service = await lock_offer(work, message_id)
    if offer.state is not OfferState.OPEN:
        return False
    root = await chat_queries.root_of(work.tx, work.workspace_id, offer.conversation_id)
    if _is_over(offer, work.now):
        await release_offered(work, offer.service_id, holds_of(offer))
        after = closed(offer, OfferState.LAPSED)
        await store.change_offer(work.tx, work.workspace_id, offer, after)
        work.append(OfferLapsed(**facts_of(after, root.id)))
        return True
    after = offer
    for time in offer.times:
        state = await _state(work, after, time)
        if state is TimeState.GONE and time.state is not TimeState.GONE:
            after = await replaced(work, after, service, time, lease=False)
        elif state is not time.state:
            after = _freed(after, time, state)
    if after == offer:
        return False
    after = replace(after, version=offer.version + 1)
    await store.change_offer(work.tx, work.workspace_id, offer, after)
    work.append(changed(after, root.id))
    return True


def _is_over(offer: Offer, now: int) -> bool:
    starts = [time.start_minute for time in offer.times if time.state in TAPPABLE]
    return now > offer.expires_at + OPEN_FOR or bool(starts and max(starts) * _MS <= now)


async def _state(work: Work, offer: Offer, time: OfferTime) -> TimeState:
    if time.state is TimeState.HELD and await key_if_live(work, time.hold_id, time.start_minute):
        return TimeState.HELD
    listener = await queries.find_listener(work.tx, work.workspace_id, offer.conversation_id)
    free = FreeAsk(
        service_id=offer.service_id,
        length_minutes=offer.length_minutes,
        visitor_id=listener,
        moving_booking_id=offer.moving_booking_id,
    )
    return TimeState.FREE if await is_free(work, free, time.start_minute) else TimeState.GONE


def _freed(offer: Offer, time: OfferTime, state: TimeState) -> Offer:
    new = replace(time, state=state, hold_id=None, generation=None, held_until=None)
    return replace(
        offer, times=tuple(new if each.position == time.position else each for each in offer.times)
    )
