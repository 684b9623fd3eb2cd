"""The message that says what was booked in a conversation.

Only what never changes stands in it; the booking's state and its code are drawn beside it (`desk.cards`).
"""

from collections.abc import Mapping

from ringonce.booking.catalogue_model import Service
from ringonce.booking.model import Booking
from ringonce.chat.model import Author, Draft, MessageKind
from ringonce.desk.model import minute_text
from ringonce.values.errors import Json


def receipt_name(booking_id: str, version: int) -> str:
    """The natural key of a receipt: one for each version of a booking that a conversation made.

    No client's id has a blank: a visitor, as whom the receipt is written, cannot have used it for a text.
    """
    return f"receipt {booking_id} {version}"


def named(service: Service) -> dict[str, Json]:
    """A service as messages name it."""
    return {"id": service.id, "slug": service.slug, "title": service.title}


def receipt_draft(
    service: Mapping[str, Json],
    booking: Booking,
    author: Author,
    *,
    offer_id: str | None = None,
    client_id: str | None = None,
) -> Draft:
    """A receipt before it has a place, written by who booked: the desk counts it as unread.

    Its natural key is the booking's version unless one is given.
    """
    return Draft(
        author=author,
        kind=MessageKind.RECEIPT,
        client_id=client_id or receipt_name(booking.id, booking.version),
        extra={
            "booking_id": booking.id,
            "service": dict(service),
            "zone": booking.zone,
            "length_minutes": booking.length_minutes,
            "booked_start": minute_text(booking.start_minute),
            "offer_id": offer_id,
        },
    )
