"""Doors for visitors who book in the conversation: a tap on an offered time, a booking in the widget."""

from ringonce.chat.queries import load_inbox
from ringonce.desk.book_in_chat import book_in_chat
from ringonce.desk.model import BookInChat, Said, TakeOffer
from ringonce.desk.take import take_offer
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError
from ringonce.web.booking_views import booking_view
from ringonce.web.call import Call, Reply
from ringonce.web.chat_public import VisitorNeeded
from ringonce.web.chat_views import Viewing, conversation_view, message_views
from ringonce.web.offer_model import ChatBookedView, ChatBookingBody, OfferTakenView, SaidAsk, TakeBody
from ringonce.web.public_booking import HOLD_REFUSALS, SLOT_REFUSALS
from ringonce.web.public_slots import check_door
from ringonce.web.routing import Routes, Who
from ringonce.web.times import minute_of

routes = Routes("Chat")


@routes.write(
    "POST", "/chat/offers/{message_id}/take", body=TakeBody, answer=OfferTakenView, who=Who.VISITOR,
    limited=False, summary="Take one of the offered times; the same time again is the same answer",
    errors=(
        "visitor-needed", "offer-missing", "offer-taken", "offer-withdrawn", "offer-lapsed", "details-needed",
        "hold-expired", *SLOT_REFUSALS,
    ),
    example={"start": "2026-12-10T14:30:00Z", "version": 1},
)  # fmt: skip
async def take_time(call: Call, ask: TakeBody) -> Reply:
    """A time that went is refused with what is free now, and `offer` as its button changed."""
    wanted = TakeOffer(
        message_id=call.path["message_id"],
        visitor_id=_visitor(call),
        start_minute=minute_of(ask.start),
        version=ask.version,
        said=_said(ask),
    )

    async def intent(work: Work) -> OfferTakenView | DomainError:
        taken = await take_offer(work, wanted)
        if isinstance(taken, DomainError):
            # Returned, not raised: the button that changed with it is kept.
            return taken
        viewing = Viewing(call.workspace, call.edge.codes)
        receipt, offer = await message_views(work.tx, viewing, [taken.receipt, taken.offer])
        return OfferTakenView(
            conversation=await conversation_view(work.tx, viewing, taken.conversation),
            message=receipt,
            offer=offer,
            booking=await booking_view(
                work.tx, call.workspace, taken.booking, work.now, base_url=call.base_url, for_desk=False
            ),
        )

    return await call.execute(intent)


@routes.write(
    "POST", "/chat/bookings", body=ChatBookingBody, answer=ChatBookedView, who=Who.VISITOR, status=201,
    limited=False, summary="Book in the widget: the booking and its conversation are one",
    errors=(
        "visitor-needed", "inbox-missing", "identity-needed", "service-missing", "details-needed",
        "client-id-malformed", *HOLD_REFUSALS, *SLOT_REFUSALS,
    ),
    example={
        "inbox": "website", "client_id": "9f1c2f1a-9", "service": "haircut",
        "start": "2026-12-10T14:30:00Z", "name": "Ada Lovelace", "email": "ada@example.org",
    },
)  # fmt: skip
async def book_in_widget(call: Call, ask: ChatBookingBody) -> Reply:
    """Confirming a hold is never counted against a limit; booking without one is."""
    visitor_id, start = _visitor(call), minute_of(ask.start)
    if ask.hold_id is None:
        call.spend()

    async def intent(work: Work) -> ChatBookedView:
        inbox = await load_inbox(work.tx, work.workspace_id, ask.inbox)
        service_id = await check_door(work.tx, work.workspace_id, call.principal, ask.service, ask.private)
        wanted = BookInChat(
            inbox_id=inbox.id,
            visitor_id=visitor_id,
            client_id=ask.client_id,
            service_id=service_id,
            start_minute=start,
            length_minutes=ask.length_minutes,
            hold_id=ask.hold_id,
            hold_token=ask.hold_token,
            generation=ask.generation,
            seen_version=ask.seen_version,
            said=_said(ask),
            page={"url": ask.page.url, "title": ask.page.title, "referrer": ask.page.referrer},
        )
        made = await book_in_chat(work, wanted)
        viewing = Viewing(call.workspace, call.edge.codes)
        (message,) = await message_views(work.tx, viewing, [made.receipt])
        return ChatBookedView(
            conversation=await conversation_view(work.tx, viewing, made.conversation),
            message=message,
            booking=await booking_view(
                work.tx, call.workspace, made.booking, work.now, base_url=call.base_url, for_desk=False
            ),
        )

    return await call.execute(intent)


def _said(ask: SaidAsk) -> Said:
    return Said(
        name=ask.name,
        email=ask.email,
        phone=ask.phone,
        answers=ask.answers,
        location=ask.location,
        zone=ask.zone,
        locale=ask.locale,
    )


def _visitor(call: Call) -> str:
    if call.visitor_id is None:
        raise VisitorNeeded()
    return call.visitor_id
