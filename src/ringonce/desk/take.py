"""A tap on an offered time: the lease becomes a booking, the others are free again, the thread has a receipt.

A time that went in the meantime is refused with what is free now, and its button shows the nearest.
"""

from dataclasses import dataclass, replace

from ringonce.availability.offer import LengthUnknown
from ringonce.booking.catalogue_model import Service
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.leases import no_offer
from ringonce.booking.model import (
    Booking,
    BookingRef,
    ConfirmBooking,
    Details,
    HoldKey,
    HoldSlot,
    MoveBooking,
)
from ringonce.booking.move import move_booking
from ringonce.booking.offered import (
    FreeAsk,
    HoldFor,
    hold_for,
    key_if_live,
    nearest_free,
    pass_to,
    release_offered,
    why_not,
)
from ringonce.booking.queries import load_booking
from ringonce.booking.refusals import SlotRefusal, SlotTaken
from ringonce.chat import queries as chat_queries
from ringonce.chat.model import Author, AuthorKind, Conversation, Placed, State
from ringonce.chat.placing import place
from ringonce.chat.rooms import lock_room, shown
from ringonce.chat.say import speak
from ringonce.desk import details, queries, store
from ringonce.desk.events import OfferChanged, OfferTaken
from ringonce.desk.model import (
    TAPPABLE,
    Offer,
    OfferState,
    OfferTime,
    TakeOffer,
    TimeState,
    drawn_offer,
)
from ringonce.desk.offers import closed, facts_of, holds_of, lessee_of, lock_offer, offered_before
from ringonce.desk.receipts import receipt_draft, receipt_name
from ringonce.desk.refusals import OfferGone, OfferMissing, OfferOver, OfferTakenBefore
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Json

# These say nothing about the time itself: the button stays.
_ABOUT_OTHERS = frozenset({"visitor-limit", "inactive", "unverifiable", "hold-not-yours"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What a tap led to: the thread, its receipt, the offer's own message, the booking."""

    conversation: Conversation
    receipt: Placed
    offer: Placed
    booking: Booking


async def take_offer(work: Work, ask: TakeOffer) -> Taken | DomainError:
    """Take one of the offered times. The same time again is the same answer.

    Returns the refusal of a time that went, because the button changed with it. Raises OfferMissing,
    OfferTakenBefore, OfferGone, OfferOver, DetailsNeeded, and refusals that are not about the time.
    """
    await _check_reader(work, ask)
    offer, service = await lock_offer(work, ask.message_id)
    # While this waited, the browser may have become somebody else's.
    await _check_reader(work, ask)
    if offer.state is OfferState.TAKEN:
        return await _taken_before(work, offer, ask.start_minute)
    if offer.state is not OfferState.OPEN:
        over = OfferGone if offer.state is OfferState.WITHDRAWN else OfferOver
        raise over(offer=await _drawn(work, offer))
    time = offer.time_at(ask.start_minute)
    if time is None or time.state not in TAPPABLE:
        raise SlotTaken(**{**no_offer("slot-taken"), **await _left(work, offer)})
    root = await chat_queries.root_of(work.tx, work.workspace_id, offer.conversation_id)
    form = Details(name="")
    if offer.moving_booking_id is None:
        known = await details.known_details(work.tx, work.workspace_id, root.contact_id)
        form = details.filled(service, known, ask.said, offer.zone or root.zone, root.locale)
    try:
        booking = await _book(work, offer, time, form, ask.visitor_id)
    except SlotRefusal as refusal:
        if refusal.code in _ABOUT_OTHERS:
            raise
        return await _lost(work, offer, service, time, refusal)
    return await _settle(work, offer, time, booking, Author(AuthorKind.VISITOR, ask.visitor_id))


async def _check_reader(work: Work, ask: TakeOffer) -> None:
    """Raise OfferMissing unless the visitor takes part where the offer was made or stands."""
    placed = await chat_queries.find_placed(work.tx, work.workspace_id, ask.message_id)
    if placed is None:
        raise OfferMissing()
    for conversation_id in dict.fromkeys((placed.conversation_id, placed.message.conversation_id)):
        if await chat_queries.may_read(work.tx, work.workspace_id, conversation_id, ask.visitor_id):
            return
    raise OfferMissing()


async def _taken_before(work: Work, offer: Offer, start_minute: int) -> Taken:
    time = offer.time_at(start_minute)
    if time is None or time.state is not TimeState.TAKEN or offer.booking_id is None:
        raise OfferTakenBefore(booking_id=offer.booking_id, offer=await _drawn(work, offer))
    for row in await queries.receipts_of(work.tx, work.workspace_id, offer.booking_id):
        placed = await chat_queries.find_placed(work.tx, work.workspace_id, row["id"])
        if placed is not None and placed.message.extra.get("offer_id") == offer.message_id:
            shown_offer = await offered_before(work, offer.message_id)
            root = await chat_queries.root_of(work.tx, work.workspace_id, placed.conversation_id)
            booking = await load_booking(work.tx, work.codes, work.workspace_id, offer.booking_id)
            return Taken(root, placed, shown_offer.placed, booking)
    raise OfferTakenBefore(booking_id=offer.booking_id, offer=await _drawn(work, offer))


async def _book(work: Work, offer: Offer, time: OfferTime, form: Details, visitor_id: str) -> Booking:
    # Leased for who wrote last: what is booked is booked for who taps.
    await pass_to(work, holds_of(offer), visitor_id)
    key = await key_if_live(work, time.hold_id, time.start_minute)
    try:
        return await _book_at(work, offer, time, form, key)
    except LengthUnknown as gone:
        # Nobody asked for it here: the service had it when the time was offered.
        free = FreeAsk(
            service_id=offer.service_id,
            length_minutes=offer.length_minutes,
            visitor_id=visitor_id,
            moving_booking_id=offer.moving_booking_id,
        )
        raise await why_not(work, free, time.start_minute) from gone


async def _book_at(work: Work, offer: Offer, time: OfferTime, form: Details, key: HoldKey | None) -> Booking:
    if offer.moving_booking_id is not None:
        return await _move(work, offer, time, key)
    if key is not None:
        return await confirm_booking(work, ConfirmBooking(details=form, hold=key))
    slot = HoldSlot(
        service_id=offer.service_id, start_minute=time.start_minute, length_minutes=offer.length_minutes
    )
    return await confirm_booking(work, ConfirmBooking(details=form, slot=slot))


async def _move(work: Work, offer: Offer, time: OfferTime, key: HoldKey | None) -> Booking:
    booking_id = offer.moving_booking_id or ""
    booking = await load_booking(work.tx, work.codes, work.workspace_id, booking_id)
    # The agent offered it: the guest's deadline and a second approval are not asked for.
    ask = MoveBooking(
        booking=BookingRef(booking_id=booking_id),
        version=booking.version,
        start_minute=time.start_minute,
        length_minutes=offer.length_minutes,
        hold=key,
    )
    return await move_booking(work, ask)


async def _settle(work: Work, offer: Offer, time: OfferTime, booking: Booking, author: Author) -> Taken:
    # With the one that was tapped, if the booking stood there already: it moved nothing.
    await release_offered(work, offer.service_id, holds_of(offer))
    after = closed(offer, OfferState.TAKEN)
    times = tuple(
        replace(each, state=TimeState.TAKEN) if each.position == time.position else each
        for each in after.times
    )
    after = replace(after, booking_id=booking.id, times=times)
    await store.change_offer(work.tx, work.workspace_id, offer, after)
    placed_offer = (await offered_before(work, offer.message_id)).placed
    row = await lock_room(work, placed_offer.conversation_id)
    named = placed_offer.message.extra.get("service") or {}
    # Meant for the conversation that the offer was made in: it goes back there if a merge is undone.
    addressed_id = placed_offer.message.addressed_id
    name = await _free_name(work, offer, booking, addressed_id)
    draft = receipt_draft(named, booking, author, offer_id=offer.message_id, client_id=name)
    draft = replace(draft, addressed_id=addressed_id)
    # What has ended stays so: the session may have another live conversation by now.
    receipt = await (speak if State(row["state"]).is_live else place)(work, row, draft)
    await store.link_booking(work.tx, work.workspace_id, addressed_id, booking.id, work.now)
    work.append(
        OfferTaken(
            **facts_of(after, row["id"]),
            start_minute=time.start_minute,
            booking_id=booking.id,
            receipt_id=receipt.message.id,
        )
    )
    return Taken(shown(row), receipt, placed_offer, booking)


async def _free_name(work: Work, offer: Offer, booking: Booking, addressed_id: str) -> str:
    """The natural key of a tap's receipt: the offer's own where the booking had been told of as it is."""
    name = receipt_name(booking.id, booking.version)
    told = await queries.receipts_of(work.tx, work.workspace_id, booking.id)
    if any((each["addressed_id"], each["client_id"]) == (addressed_id, name) for each in told):
        return f"{name} {offer.message_id}"
    return name


async def _lost(
    work: Work, offer: Offer, service: Service, time: OfferTime, refusal: SlotRefusal
) -> DomainError:
    """Let the button show the nearest free time, leased at once, and say so in the refusal."""
    after = await replaced(work, offer, service, time, lease=True)
    after = replace(after, version=offer.version + 1)
    await store.change_offer(work.tx, work.workspace_id, offer, after)
    root = await chat_queries.root_of(work.tx, work.workspace_id, offer.conversation_id)
    work.append(changed(after, root.id))
    return type(refusal)(**{**refusal.params, "offer": await _drawn(work, after)})


async def replaced(work: Work, offer: Offer, service: Service, time: OfferTime, *, lease: bool) -> Offer:
    """The offer with the nearest free time where one went; leased for the visitor if `lease`."""
    free = FreeAsk(
        service_id=offer.service_id,
        length_minutes=offer.length_minutes,
        visitor_id=None,
        moving_booking_id=offer.moving_booking_id,
    )
    but = [each.start_minute for each in offer.times]
    if offer.moving_booking_id is not None:
        # Where the booking is, it would move nowhere.
        moving = await load_booking(work.tx, work.codes, work.workspace_id, offer.moving_booking_id)
        but.append(moving.start_minute)
    near = await nearest_free(work, free, time.start_minute, but)
    if near is None:
        gone = replace(time, state=TimeState.GONE, hold_id=None, generation=None, held_until=None)
        return _with(offer, gone)
    new = OfferTime(
        position=time.position, start_minute=near, state=TimeState.FREE, was_minute=time.start_minute
    )
    if not lease:
        return _with(offer, new)
    lessee = await lessee_of(work, offer.conversation_id, offer.message_id, service.hold_minutes)
    wanted = HoldFor(
        service_id=offer.service_id,
        start_minute=near,
        length_minutes=offer.length_minutes,
        lessee=lessee,
        moving_booking_id=offer.moving_booking_id,
    )
    try:
        hold = await hold_for(work, wanted)
    except SlotRefusal:
        # A limit of this visitor's: it is free, but not his to keep.
        return _with(offer, new)
    held = replace(
        new,
        state=TimeState.HELD,
        hold_id=hold.id,
        generation=hold.generation,
        held_until=hold.expires_at,
    )
    return _with(offer, held)


def changed(offer: Offer, conversation_id: str) -> OfferChanged:
    """The fact that buttons are no longer what they were."""
    return OfferChanged(
        **facts_of(offer, conversation_id),
        starts=tuple(time.start_minute for time in offer.times),
        states=tuple(time.state.value for time in offer.times),
    )


def _with(offer: Offer, time: OfferTime) -> Offer:
    times = tuple(time if each.position == time.position else each for each in offer.times)
    return replace(offer, times=times)


async def _left(work: Work, offer: Offer) -> dict[str, Json]:
    """What of an offer can still be tapped, as a refusal names it."""
    left = [
        {"start_minute": time.start_minute, "end_minute": time.start_minute + offer.length_minutes}
        for time in offer.times
        if time.state in TAPPABLE
    ]
    return {"alternatives": left, "retry": bool(left), "offer": await _drawn(work, offer)}


async def _drawn(work: Work, offer: Offer) -> dict[str, Json]:
    placed = await chat_queries.find_placed(work.tx, work.workspace_id, offer.message_id)
    fixed = {} if placed is None else placed.message.extra
    return {**fixed, **drawn_offer(offer)}
