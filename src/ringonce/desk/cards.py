"""Offers and receipts as a thread draws them now.

What was placed never changes: which service, which zone. Beside it stands what does: the buttons of an offer,
the state of a booking, each under a version. Codes of bookings are derived and nowhere stored.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from ringonce.chat.model import Message, MessageKind
from ringonce.desk import queries
from ringonce.desk.model import drawn_offer, minute_text
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.secrets import Codes

_STATES = {"confirmed": "booked", "requested": "requested"}


async def draw(
    tx: Tx, codes: Codes, workspace_id: str, slug: str, messages: Iterable[Message]
) -> dict[str, dict[str, Any]]:
    """Message id -> its `extra` as it is now, for the offers and receipts among these messages."""
    shown = list(messages)
    drawn = await _offers(tx, workspace_id, [one for one in shown if one.kind is MessageKind.OFFER])
    receipts = [one for one in shown if one.kind is MessageKind.RECEIPT]
    return drawn | await _receipts(tx, codes, workspace_id, slug, receipts)


async def _offers(tx: Tx, workspace_id: str, messages: list[Message]) -> dict[str, dict[str, Any]]:
    if not messages:
        return {}
    found = await queries.offers_of(tx, workspace_id, [one.id for one in messages])
    return {
        one.id: {**one.extra, **drawn_offer(found[one.id])}
        for one in messages
        # An erased message keeps its offer, but shows nothing of it.
        if one.id in found and one.erased_at is None
    }


async def _receipts(
    tx: Tx, codes: Codes, workspace_id: str, slug: str, messages: list[Message]
) -> dict[str, dict[str, Any]]:
    named = {one.id: one.extra.get("booking_id") for one in messages if one.erased_at is None}
    if not named:
        return {}
    found = await queries.find_bookings(tx, workspace_id, {each for each in named.values() if each})
    hosts_of = {each: list(msgspec.json.decode(row["hosts"])) for each, row in found.items()}
    names = await queries.host_names(tx, workspace_id, {one for each in hosts_of.values() for one in each})
    drawn: dict[str, dict[str, Any]] = {}
    for one in messages:
        row = found.get(named.get(one.id) or "")
        if row is not None:
            shown = [names.get(each, "") for each in hosts_of[row["id"]]]
            code = codes.of("booking", row["id"])
            drawn[one.id] = {**one.extra, **receipt(row, code, slug, shown)}
    return drawn


def receipt(row: Row, code: str, slug: str, hosts: list[str]) -> dict[str, Any]:
    """A booking as its receipt shows it now."""
    path = f"/{slug}/b/{code}"
    place = msgspec.json.decode(row["location"])
    has_moved = row["state"] in _STATES and bool(row["ics_sequence"])
    return {
        "booking_id": row["id"],
        "start": minute_text(row["start_minute"]),
        "end": minute_text(row["end_minute"]),
        "length_minutes": row["length_minutes"],
        "zone": row["zone"],
        "title": row["service_title"],
        "hosts": hosts,
        "place": None if not place else place.get("value") or place.get("label") or None,
        "code": code,
        "manage_url": path,
        "calendar_url": f"{path}/ics",
        "state": "moved" if has_moved else _STATES.get(row["state"], "cancelled"),
        "booking_state": row["state"],
        "version": row["version"],
    }
