"""The door to what a visitor is shown when nobody answers."""

from ringonce.desk.away import read_away
from ringonce.kernel.db import Tx
from ringonce.values.zones import offset_table
from ringonce.web.booking_model import ServiceName, StretchView
from ringonce.web.booking_views import maybe_ms
from ringonce.web.call import Call, Reply
from ringonce.web.offer_model import AwayCardView, AwayQuery
from ringonce.web.public_slots import asker_of
from ringonce.web.routing import Routes, Who
from ringonce.web.times import at_minute, at_ms

routes = Routes("Chat")


@routes.read(
    "/chat/away", query=AwayQuery, answer=AwayCardView, who=Who.ANYONE,
    summary="When nobody answers: the next times that can be booked, and when an answer comes",
    errors=("inbox-missing", "zone-unknown"),
)  # fmt: skip
async def away_card(call: Call, ask: AwayQuery) -> Reply:
    """The times are those of the booking page, computed the same way."""
    edge = call.edge
    now = edge.clock.now()
    offset_table(ask.zone)

    async def read(tx: Tx) -> AwayCardView:
        card = await read_away(
            tx,
            call.workspace.id,
            ask.inbox,
            ask.zone,
            now,
            codes=edge.codes,
            asker=asker_of(call),
            cache=edge.slots,
        )
        service = card.service
        return AwayCardView(
            is_open=card.is_open,
            opens_at=maybe_ms(card.opens_at),
            service=None
            if service is None
            else ServiceName(id=service.id, title=service.title, slug=service.slug),
            length_minutes=card.length_minutes,
            times=[StretchView(start=at_minute(start), end=at_minute(end)) for start, end in card.times],
            reply_by=maybe_ms(card.reply_by),
            server_time=at_ms(now),
        )

    return call.ok(await call.read(read))
