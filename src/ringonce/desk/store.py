"""SQL that writes offers and which booking was made in which conversation, and what those writes rest on."""

from typing import Any, Final

from sqlalchemy import BindParameter, and_, bindparam, insert, select, update

from ringonce.desk.model import Offer
from ringonce.desk.tables import conversation_bookings, offer_times, offers
from ringonce.kernel.db import Row, Tx, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_HERE: Final = and_(offers.c.workspace_id == _W, offers.c.message_id == bindparam("message_id"))


def _every(table: Any) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.c}


_INSERT_OFFER: Final = statement(insert(offers).values(_every(offers)))
_INSERT_TIME: Final = statement(insert(offer_times).values(_every(offer_times)))
# The service's lock orders everybody who changes an offer; the version is the second belt.
_CHANGE_OFFER: Final = statement(
    update(offers)
    .where(_HERE, offers.c.version == bindparam("seen_version"))
    .values(
        state=bindparam("new_state"),
        version=offers.c.version + 1,
        expires_at=bindparam("new_expires_at"),
        booking_id=bindparam("new_booking_id"),
    )
)
_CHANGE_TIME: Final = statement(
    update(offer_times)
    .where(
        offer_times.c.workspace_id == _W,
        offer_times.c.message_id == bindparam("message_id"),
        offer_times.c.position == bindparam("position"),
    )
    .values(
        start_minute=bindparam("new_start_minute"),
        hold_id=bindparam("new_hold_id"),
        generation=bindparam("new_generation"),
        state=bindparam("new_state"),
        was_minute=bindparam("new_was_minute"),
    )
)
_LINK: Final = statement(
    lambda insert: (
        insert(conversation_bookings)
        .values(_every(conversation_bookings))
        .on_conflict_do_nothing(index_elements=["workspace_id", "conversation_id", "booking_id"])
    )
)
_CONVERSATIONS_OF: Final = statement(
    select(conversation_bookings.c.conversation_id)
    .where(
        conversation_bookings.c.workspace_id == _W,
        conversation_bookings.c.booking_id == bindparam("booking_id"),
    )
    .order_by(conversation_bookings.c.at, conversation_bookings.c.conversation_id)
)


class OfferMoved(Exception):
    """An offer changed under the lock of its service: a bug in whoever changed it."""


async def insert_offer(tx: Tx, workspace_id: str, offer: Offer) -> None:
    """Write a new offer with its times."""
    await tx.run(
        _INSERT_OFFER,
        workspace_id=workspace_id,
        message_id=offer.message_id,
        conversation_id=offer.conversation_id,
        service_id=offer.service_id,
        length_minutes=offer.length_minutes,
        zone=offer.zone,
        state=offer.state.value,
        version=offer.version,
        expires_at=offer.expires_at,
        booking_id=offer.booking_id,
        moving_booking_id=offer.moving_booking_id,
    )
    rows: list[Row] = [
        {
            "workspace_id": workspace_id,
            "message_id": offer.message_id,
            "position": time.position,
            "start_minute": time.start_minute,
            "hold_id": time.hold_id,
            "generation": time.generation,
            "state": time.state.value,
            "was_minute": time.was_minute,
        }
        for time in offer.times
    ]
    await tx.run_many(_INSERT_TIME, rows)


async def change_offer(tx: Tx, workspace_id: str, seen: Offer, after: Offer) -> None:
    """Write an offer as it became; `after.version` is one more than was seen. Raises OfferMoved."""
    changed = await tx.run(
        _CHANGE_OFFER,
        workspace_id=workspace_id,
        message_id=seen.message_id,
        seen_version=seen.version,
        new_state=after.state.value,
        new_expires_at=after.expires_at,
        new_booking_id=after.booking_id,
    )
    if changed != 1:
        raise OfferMoved(seen.message_id)
    for before, time in zip(seen.times, after.times, strict=True):
        if before != time:
            await tx.run(
                _CHANGE_TIME,
                workspace_id=workspace_id,
                message_id=seen.message_id,
                position=time.position,
                new_start_minute=time.start_minute,
                new_hold_id=time.hold_id,
                new_generation=time.generation,
                new_state=time.state.value,
                new_was_minute=time.was_minute,
            )


async def link_booking(tx: Tx, workspace_id: str, conversation_id: str, booking_id: str, at: int) -> None:
    """Note that a booking belongs to a conversation."""
    await tx.run(
        _LINK, workspace_id=workspace_id, conversation_id=conversation_id, booking_id=booking_id, at=at
    )


async def conversations_of(tx: Tx, workspace_id: str, booking_id: str) -> list[str]:
    """The conversations in which a booking was made."""
    rows = await tx.all(_CONVERSATIONS_OF, workspace_id=workspace_id, booking_id=booking_id)
    return [str(row["conversation_id"]) for row in rows]
