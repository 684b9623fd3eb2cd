"""Doors of the desk to times offered in a conversation."""

from ringonce.booking.catalogue_queries import load_door
from ringonce.chat.model import Author, AuthorKind, Said
from ringonce.desk.model import OfferTimes
from ringonce.desk.offers import Offered, offer_times, withdraw_offer
from ringonce.kernel.work import Work
from ringonce.values.zones import offset_table
from ringonce.web.call import Call, Reply
from ringonce.web.desk_chat import said_view
from ringonce.web.desk_chat_model import SaidView
from ringonce.web.offer_model import OfferBody
from ringonce.web.public_booking import SLOT_REFUSALS
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import minute_of

routes = Routes("Chat at the desk")


@routes.write(
    "POST", "/conversations/{conversation_id}/offers", body=OfferBody, answer=SaidView, who=Who.WORK,
    status=201, summary="Hold times for the visitor and show them as buttons in the conversation",
    errors=(
        "conversation-missing", "service-missing", "booking-missing", "too-many-times", "no-times",
        "length-unknown", "zone-unknown", "client-id-malformed", *SLOT_REFUSALS,
    ),
    example={"client_id": "9f1c2f1a-7", "service": "haircut", "starts": [], "zone": "Europe/Amsterdam"},
)  # fmt: skip
async def desk_offer(call: Call, ask: OfferBody) -> Reply:
    """All in one: every time is held, or none is and nothing is said."""
    offset_table(ask.zone)
    author = Author(AuthorKind(call.actor.kind), call.actor.id)
    starts = tuple(minute_of(each) for each in ask.starts)

    async def intent(work: Work) -> SaidView:
        service_id, _ = await load_door(work.tx, work.workspace_id, ask.service)
        wanted = OfferTimes(
            client_id=ask.client_id,
            service_id=service_id,
            length_minutes=ask.length_minutes,
            starts=starts,
            zone=ask.zone,
            text=ask.text,
            moving_booking_id=ask.moving_booking_id,
        )
        made = await offer_times(work, call.path["conversation_id"], author, wanted)
        return await _said(work, call, made)

    return await call.execute(intent)


@routes.write(
    "POST", "/offers/{message_id}/withdraw", answer=SaidView, who=Who.WORK,
    summary="Take offered times back: they are free again", errors=("offer-missing", "offer-taken"),
)  # fmt: skip
async def desk_withdraw_offer(call: Call, _: Nothing) -> Reply:
    """What is over stays as it is; a time that the visitor has taken stays booked."""

    async def intent(work: Work) -> SaidView:
        return await _said(work, call, await withdraw_offer(work, call.path["message_id"]))

    return await call.execute(intent)


async def _said(work: Work, call: Call, made: Offered) -> SaidView:
    return await said_view(work, call, Said(made.conversation, made.placed, False))
