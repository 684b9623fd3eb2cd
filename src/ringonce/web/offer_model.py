"""What goes over the wire about times in a conversation: offers, the away card, bookings in the widget."""

from datetime import datetime
from typing import Annotated, Any

import msgspec

from ringonce.web.accounts_model import Ask, Locale, View, Zone
from ringonce.web.booking_model import Answers, BookingView, ServiceName, StretchView, Word
from ringonce.web.chat_model import ClientId, PageAsk, VisitorConversation, VisitorMessage
from ringonce.web.times import Instant

Minutes = Annotated[int, msgspec.Meta(ge=1, le=1440)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Address = Annotated[str, msgspec.Meta(max_length=254)]
Phone = Annotated[str, msgspec.Meta(max_length=50)]


class OfferBody(Ask):
    """Up to five starts, held at once; none: the next free ones, over several days."""

    client_id: ClientId
    service: Word
    length_minutes: Minutes | None = None
    starts: Annotated[list[Instant], msgspec.Meta(max_length=5)] = msgspec.field(default_factory=list)
    zone: Zone = "UTC"
    text: Annotated[str, msgspec.Meta(max_length=20_000)] = ""
    moving_booking_id: Word | None = None


class SaidAsk(Ask):
    """What a person says of herself; what the desk knows already may be left out."""

    name: Name | None = None
    email: Address | None = None
    phone: Phone | None = None
    answers: Answers = msgspec.field(default_factory=dict)
    location: dict[str, Any] | None = None
    zone: Zone | None = None
    locale: Locale | None = None


class TakeBody(SaidAsk, kw_only=True):
    """`version` is that of the offer as it was drawn."""

    start: Instant
    version: Annotated[int, msgspec.Meta(ge=1)] = 1


class ChatBookingBody(SaidAsk, kw_only=True):
    """From the visitor's own hold, or straight at a start; the same `client_id` is the same booking."""

    inbox: Word
    client_id: ClientId
    service: Word
    start: Instant
    length_minutes: Minutes | None = None
    hold_id: Word | None = None
    hold_token: Word | None = None
    generation: int | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    private: Word | None = None
    page: PageAsk = msgspec.field(default_factory=PageAsk)


class ChatBookedView(View):
    """The thread, the receipt in it, and the booking."""

    conversation: VisitorConversation
    message: VisitorMessage
    booking: BookingView


class OfferTakenView(View):
    """As of a booking, with the offer's own message as it is drawn now."""

    conversation: VisitorConversation
    message: VisitorMessage
    offer: VisitorMessage
    booking: BookingView


class AwayQuery(Ask):
    inbox: Word
    zone: Zone = "UTC"


class AwayCardView(View):
    """`times` can be booked now; `reply_by` is computed from what answers really took, null if too few."""

    is_open: bool
    opens_at: datetime | None
    service: ServiceName | None
    length_minutes: int | None
    times: list[StretchView]
    reply_by: datetime | None
    server_time: datetime
