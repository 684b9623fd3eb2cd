"""Draws a kept letter again: its words come from the booking as it now is, its time from the happening."""

import msgspec

from ringonce.booking.queries import load_booking
from ringonce.booking.refusals import BookingMissing
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes
from ringonce.notify import store
from ringonce.notify.invitation import ENDINGS, METHODS
from ringonce.notify.letters import write_letter
from ringonce.notify.model import Letter, LetterRow, Meeting, Reader, Words
from ringonce.notify.queries import find_origin, list_host_addresses


async def draw(
    tx: Tx, codes: Codes, kept: LetterRow, *, words: Words, base_url: str, sender: str
) -> Letter | None:
    """The letter, or None where the booking it is about is gone."""
    try:
        booking = await load_booking(tx, codes, kept.workspace_id, kept.booking_id)
    except BookingMissing:
        return None
    origin = await find_origin(tx, kept.workspace_id, booking.service_id)
    if origin is None:
        return None
    hosts = await list_host_addresses(tx, kept.workspace_id, msgspec.json.encode(list(kept.hosts)).decode())
    place = booking.location or {}
    page = f"{base_url}/{origin.slug}/b/{booking.code}"
    meeting = Meeting(
        workspace=origin.workspace,
        service=origin.service,
        start_minute=kept.start_minute,
        length_minutes=kept.length_minutes,
        zone=kept.zone,
        locale=kept.locale,
        hosts=tuple(host.name for host in hosts),
        place=str(place.get("value") or place.get("label") or ""),
        name=booking.name,
        email=kept.recipient if kept.reader is Reader.COMPANION else booking.email,
        manage_url=f"{base_url}/desk/bookings/{booking.id}" if kept.reader is Reader.HOST else page,
        ics_uid=booking.ics_uid,
        ics_sequence=kept.ics_sequence,
        previous_start_minute=kept.previous_start_minute,
        reason=booking.reason,
        was_invited=await _was_invited(tx, kept),
    )
    return write_letter(
        meeting, kept.kind, kept.reader, words=words, sender=sender, stamped_at=kept.created_at
    )


async def _was_invited(tx: Tx, kept: LetterRow) -> bool:
    if kept.kind not in ENDINGS:
        return False
    earlier = await store.list_of_booking(tx, kept.workspace_id, kept.booking_id)
    return any(
        letter.seq < kept.seq and letter.recipient == kept.recipient and METHODS.get(letter.kind) == "REQUEST"
        for letter in earlier
    )
