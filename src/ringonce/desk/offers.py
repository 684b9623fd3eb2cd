"""Offering times in a conversation, and taking the offer back.

Every start is leased for the visitor at once, beside the others, so that what is shown as held can be had.
The service's row is locked first by everybody who changes an offer: it decides who comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ringonce.booking import leases
from ringonce.booking.catalogue_model import Service
from ringonce.booking.leases import Lessee
from ringonce.booking.model import BLOCKING_STATES, Hold
from ringonce.booking.offered import FreeAsk, HoldFor, hold_for, list_free, release_offered, spread
from ringonce.booking.refusals import BookingMissing, Inactive, SlotRefusal
from ringonce.chat import queries as chat_queries
from ringonce.chat import words
from ringonce.chat.model import Author, Conversation, Draft, MessageKind, Placed
from ringonce.chat.placing import place
from ringonce.chat.refusals import ClientIdMalformed
from ringonce.chat.rooms import lock_room, shown
from ringonce.contacts import people
from ringonce.desk import details, queries, store
from ringonce.desk.events import OfferMade, OfferWithdrawn
from ringonce.desk.model import (
    AHEAD_DAYS,
    OFFER_MINUTES,
    TIMES_MOST,
    TIMES_USUAL,
    Offer,
    OfferState,
    OfferTime,
    OfferTimes,
    TimeState,
    drawn_offer,
    minute_text,
)
from ringonce.desk.receipts import named
from ringonce.desk.refusals import NoTimes, OfferMissing, OfferTakenBefore, TooManyTimes
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values.errors import Json
from ringonce.values.ids import MessageId

# Enough for a first start on every date that is looked at.
_TRIES = AHEAD_DAYS + 10


@dataclass(frozen=True, slots=True)
class Offered:
    """A conversation as it is now, and the message in it that shows the times."""

    conversation: Conversation
    placed: Placed


async def offer_times(work: Work, conversation_id: str, author: Author, ask: OfferTimes) -> Offered:
    """Lease times for the visitor of a conversation and show them as buttons, all in one transaction.

    The same client id again is the same offer. Raises ConversationMissing, ServiceMissing, TooManyTimes,
    NoTimes, BookingMissing, NotNow, ClientIdMalformed, and the SlotRefusal of a start that cannot be had.
    """
    text = words.said(ask.text, may_be_empty=True)
    words.check_client_id(ask.client_id)
    root = await chat_queries.root_of(work.tx, work.workspace_id, conversation_id)
    service = await leases.lock_service(work, ask.service_id)
    before = await _offered_as(work, conversation_id, author, ask.client_id)
    if before is not None:
        return before
    if not service.is_live:
        raise Inactive(**leases.no_offer("inactive"))
    moving = await _moving(work, root, ask.moving_booking_id)
    length = ask.length_minutes or (moving["length_minutes"] if moving else service.lengths[0])
    message_id = work.new_id(MessageId)
    lessee = await lessee_of(work, root.id, message_id)
    holds = await _lease(work, replace(ask, length_minutes=length), lessee, moving)
    row = await lock_room(work, root.id)
    offer = Offer(
        message_id=message_id,
        conversation_id=row["id"],
        service_id=service.id,
        length_minutes=length,
        zone=ask.zone,
        state=OfferState.OPEN,
        version=1,
        expires_at=min(hold.expires_at for hold in holds),
        booking_id=None,
        moving_booking_id=ask.moving_booking_id,
        times=tuple(_time(position, hold) for position, hold in enumerate(holds)),
    )
    known = await details.known_details(work.tx, work.workspace_id, row["contact_id"])
    draft = Draft(
        author=author,
        kind=MessageKind.OFFER,
        body=text,
        client_id=ask.client_id,
        extra={
            **fixed_part(service, offer, details.missing(service, known) if moving is None else []),
            "moving": None if moving is None else _moved(moving),
            **drawn_offer(offer),
        },
        message_id=message_id,
        addressed_id=conversation_id,
    )
    placed = await place(work, row, draft)
    await store.insert_offer(work.tx, work.workspace_id, offer)
    work.append(
        OfferMade(
            **facts_of(offer, row["id"]),
            starts=tuple(hold.start_minute for hold in holds),
            holds=tuple(hold.id for hold in holds),
            expires_at=offer.expires_at,
        )
    )
    return Offered(shown(row), placed)


async def withdraw_offer(work: Work, message_id: str) -> Offered:
    """Take an offer back: its times are free again. What is over stays as it is.

    Raises OfferMissing, and OfferTakenBefore where the visitor was quicker.
    """
    offer, _ = await lock_offer(work, message_id)
    if offer.state is OfferState.TAKEN:
        raise OfferTakenBefore(booking_id=offer.booking_id, offer=drawn_offer(offer))
    if offer.state is OfferState.OPEN:
        await release_offered(work, offer.service_id, holds_of(offer))
        after = closed(offer, OfferState.WITHDRAWN)
        await store.change_offer(work.tx, work.workspace_id, offer, after)
        root = await chat_queries.root_of(work.tx, work.workspace_id, offer.conversation_id)
        work.append(OfferWithdrawn(**facts_of(after, root.id)))
    return await offered_before(work, message_id)


async def lock_offer(work: Work, message_id: str) -> tuple[Offer, Service]:
    """An offer under the lock of its service, where nobody else changes it. Raises OfferMissing."""
    seen = await queries.find_offer(work.tx, work.workspace_id, message_id)
    if seen is None:
        raise OfferMissing()
    service = await leases.lock_service(work, seen.service_id)
    offer = await queries.find_offer(work.tx, work.workspace_id, message_id)
    if offer is None:
        raise OfferMissing()
    return offer, service


async def offered_before(work: Work, message_id: str) -> Offered:
    """The message of an offer where it stands now. Raises OfferMissing."""
    placed = await chat_queries.find_placed(work.tx, work.workspace_id, message_id)
    if placed is None:
        raise OfferMissing()
    root = await chat_queries.root_of(work.tx, work.workspace_id, placed.conversation_id)
    return Offered(root, placed)


async def lessee_of(
    work: Work, conversation_id: str, message_id: str, minutes: int = OFFER_MINUTES
) -> Lessee:
    """For whom an offer's times are leased: the session that the agent talks to, else the conversation."""
    listener = await queries.find_listener(work.tx, work.workspace_id, conversation_id)
    return Lessee(
        principal=f"conversation:{conversation_id}" if listener is None else f"visitor:{listener}",
        visitor_id=listener,
        offer_id=message_id,
        minutes=minutes,
    )


def facts_of(offer: Offer, conversation_id: str) -> dict[str, Any]:
    """What every fact about an offer says; `conversation_id` is where its message stands."""
    return {
        "conversation_id": conversation_id,
        "message_id": offer.message_id,
        "service_id": offer.service_id,
        "version": offer.version,
    }


def fixed_part(service: Service, offer: Offer, needs: Sequence[str]) -> dict[str, Json]:
    """What of an offer never changes: it stands in the message."""
    return {
        "service": named(service),
        "length_minutes": offer.length_minutes,
        "price": service.price_text or None,
        "zone": offer.zone,
        "expires_at": minute_text(offer.expires_at // 60_000),
        "needs": list(needs),
    }


def holds_of(offer: Offer) -> list[str]:
    """The leases of an offer that may still stand."""
    return [time.hold_id for time in offer.times if time.hold_id is not None]


def closed(offer: Offer, state: OfferState) -> Offer:
    """An offer that nobody can take any more, one version on."""
    times = tuple(
        time if time.state is TimeState.GONE else replace(time, state=TimeState.RELEASED)
        for time in offer.times
    )
    return replace(offer, state=state, version=offer.version + 1, times=times)


async def _offered_as(work: Work, conversation_id: str, author: Author, client_id: str) -> Offered | None:
    """What was offered under this client id. Raises ClientIdMalformed where it is something else's."""
    said = await queries.find_said(
        work.tx, work.workspace_id, conversation_id, author.kind.value, author.id, client_id
    )
    if said is None:
        return None
    before = await offered_before(work, said)
    if before.placed.message.kind is not MessageKind.OFFER:
        raise ClientIdMalformed()
    return before


async def _moving(work: Work, root: Conversation, booking_id: str | None) -> Row | None:
    """The booking that a taken time would move; only one of this contact. Raises BookingMissing."""
    if booking_id is None:
        return None
    found = (await queries.find_bookings(work.tx, work.workspace_id, [booking_id])).get(booking_id)
    family = await people.family_of(work.tx, work.workspace_id, root.contact_id)
    if found is None or found["contact_id"] not in family or found["state"] not in BLOCKING_STATES:
        raise BookingMissing()
    return found


async def _lease(work: Work, ask: OfferTimes, lessee: Lessee, moving: Row | None) -> list[Hold]:
    """The leases of the starts that are named, or of the next ones that can be had beside each other."""
    if len(set(ask.starts)) != len(ask.starts) or len(ask.starts) > TIMES_MOST:
        raise TooManyTimes(most=TIMES_MOST)
    if ask.starts:
        return [await _one(work, ask, start, lessee) for start in sorted(ask.starts)]
    free = FreeAsk(
        service_id=ask.service_id,
        length_minutes=ask.length_minutes,
        visitor_id=lessee.visitor_id,
        moving_booking_id=ask.moving_booking_id,
    )
    frees = await list_free(work, free, AHEAD_DAYS)
    if moving is not None and moving["length_minutes"] == ask.length_minutes:
        # It would move nothing.
        frees = tuple(start for start in frees if start != moving["start_minute"])
    starts = spread(frees, ask.zone)
    holds: list[Hold] = []
    for start in starts[:_TRIES]:
        try:
            holds.append(await _one(work, ask, start, lessee))
        except SlotRefusal:
            # Free by itself, but not beside those that were leased just now.
            continue
        if len(holds) == TIMES_USUAL:
            break
    if not holds:
        raise NoTimes()
    return sorted(holds, key=lambda hold: hold.start_minute)


async def _one(work: Work, ask: OfferTimes, start: int, lessee: Lessee) -> Hold:
    wanted = HoldFor(
        service_id=ask.service_id,
        start_minute=start,
        length_minutes=ask.length_minutes,
        lessee=lessee,
        moving_booking_id=ask.moving_booking_id,
    )
    return await hold_for(work, wanted)


def _time(position: int, hold: Hold) -> OfferTime:
    return OfferTime(
        position=position,
        start_minute=hold.start_minute,
        state=TimeState.HELD,
        hold_id=hold.id,
        generation=hold.generation,
        held_until=hold.expires_at,
    )


def _moved(booking: Row) -> dict[str, Json]:
    return {"booking_id": booking["id"], "start": minute_text(booking["start_minute"])}
