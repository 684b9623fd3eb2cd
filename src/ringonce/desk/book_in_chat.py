"""Booking inside the widget: the booking, its conversation and the receipt in it are one transaction."""

from dataclasses import dataclass

from ringonce.booking import leases
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.model import Booking, ConfirmBooking, Details, HoldKey, HoldSlot
from ringonce.booking.queries import load_booking
from ringonce.booking.refusals import HoldNotYours, Inactive
from ringonce.chat import queries as chat_queries
from ringonce.chat import words
from ringonce.chat.model import Author, AuthorKind, Conversation, MessageKind, Page, Placed, StartConversation
from ringonce.chat.refusals import ClientIdMalformed
from ringonce.chat.rooms import shown
from ringonce.chat.say import find_said, speak
from ringonce.chat.start import lock_session, open_room
from ringonce.contacts import people
from ringonce.desk import details, store
from ringonce.desk.events import BookedInChat
from ringonce.desk.model import BookInChat
from ringonce.desk.receipts import named, receipt_draft
from ringonce.kernel.work import Work


@dataclass(frozen=True, slots=True)
class Booked:
    """A conversation, the receipt in it, and what was booked."""

    conversation: Conversation
    receipt: Placed
    booking: Booking


async def book_in_chat(work: Work, ask: BookInChat) -> Booked:
    """Book, and say so in the session's live conversation, which begins with it if there is none.

    The same client id again is the same booking, whatever the key. Raises ServiceMissing, Inactive,
    DetailsNeeded, a SlotRefusal, InboxMissing, IdentityNeeded, ClientIdMalformed.
    """
    words.check_client_id(ask.client_id)
    service = await leases.lock_service(work, ask.service_id)
    await lock_session(work, ask.inbox_id, ask.visitor_id)
    again = await find_said(work, ask.inbox_id, ask.visitor_id, ask.client_id)
    if again is not None:
        if again.message.kind is not MessageKind.RECEIPT:
            # Something else was said under this id.
            raise ClientIdMalformed()
        return await _booked_before(work, again)
    if not service.is_live:
        raise Inactive(**leases.no_offer("inactive"))
    contact_id = await people.find_proved(work.tx, work.workspace_id, "visitor", ask.visitor_id)
    known = await details.known_details(work.tx, work.workspace_id, contact_id)
    form = details.filled(service, known, ask.said, "UTC", "en")
    booking = await confirm_booking(work, _confirm(ask, form))
    if booking.service_id != service.id:
        # The hold is real, but for something else than what was shown.
        raise HoldNotYours(**leases.no_offer("hold-not-yours"))
    start = StartConversation(
        inbox_id=ask.inbox_id,
        visitor_id=ask.visitor_id,
        client_id=ask.client_id,
        page=Page(**ask.page),
        locale=form.locale,
        zone=form.zone,
    )
    row = await open_room(work, start)
    author = Author(AuthorKind.VISITOR, ask.visitor_id)
    receipt = await speak(work, row, receipt_draft(named(service), booking, author, client_id=ask.client_id))
    await store.link_booking(work.tx, work.workspace_id, row["id"], booking.id, work.now)
    work.append(BookedInChat(conversation_id=row["id"], booking_id=booking.id, message_id=receipt.message.id))
    return Booked(shown(row), receipt, booking)


async def _booked_before(work: Work, receipt: Placed) -> Booked:
    booking_id = str(receipt.message.extra["booking_id"])
    booking = await load_booking(work.tx, work.codes, work.workspace_id, booking_id)
    root = await chat_queries.root_of(work.tx, work.workspace_id, receipt.conversation_id)
    placed = await chat_queries.find_placed(work.tx, work.workspace_id, receipt.message.id)
    return Booked(root, placed or receipt, booking)


def _confirm(ask: BookInChat, form: Details) -> ConfirmBooking:
    """What to book: the visitor's own hold, else the start itself."""
    if ask.hold_id is not None and ask.hold_token is not None:
        key = HoldKey(hold_id=ask.hold_id, token=ask.hold_token, generation=ask.generation)
        return ConfirmBooking(details=form, hold=key)
    slot = HoldSlot(
        service_id=ask.service_id,
        start_minute=ask.start_minute,
        length_minutes=ask.length_minutes,
        seen_version=ask.seen_version,
    )
    return ConfirmBooking(details=form, slot=slot)
