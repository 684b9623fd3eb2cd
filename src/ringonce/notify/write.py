"""Follows the log and writes a letter to everybody who should hear of a change. It sends nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from ringonce.booking.model import Booking
from ringonce.booking.queries import load_booking
from ringonce.booking.refusals import BookingMissing
from ringonce.contacts.people import ContactMissing, family_of
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.eventlog import Entry
from ringonce.kernel.outbox import Effect
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import Clock
from ringonce.notify import store
from ringonce.notify.model import LetterKind, Reader
from ringonce.notify.queries import (
    find_origin,
    list_bookings_of,
    list_host_addresses,
    sequence_at,
)

KINDS: Mapping[str, LetterKind] = {
    "BookingConfirmed": LetterKind.CONFIRMED,
    "BookingRequested": LetterKind.REQUESTED,
    "BookingApproved": LetterKind.APPROVED,
    "BookingRejected": LetterKind.REJECTED,
    "RequestExpired": LetterKind.EXPIRED,
    "BookingMoved": LetterKind.MOVED,
    "BookingCancelled": LetterKind.CANCELLED,
    "GuestsAdded": LetterKind.CONFIRMED,
}
ERASED = "ContactErased"

HOUR = 3_600_000
#: Letters about one booking to one address in an hour; what is over waits at the desk for a person.
MOST_AN_HOUR = 5


@dataclass(frozen=True, slots=True)
class _To:
    """One person to be told."""

    reader: Reader
    place: int
    address: str
    locale: str
    zone: str


@dataclass(frozen=True, slots=True)
class LetterWriter:
    """A consumer of the log. With `is_posted` letters wait for the postman, else they stay at the desk.

    `language` names the nearest language that letters can be written in.
    """

    database: Database
    codes: Codes
    clock: Clock
    is_posted: bool
    language: Callable[[str], str]
    written: Callable[[], None]
    name: str = "letters"

    def wants(self, action: str) -> bool:
        """Whether somebody may have to be told."""
        return action in KINDS or action == ERASED

    async def handle(self, effect: Effect) -> None:
        """Write the letters of one entry; doing it again writes none."""
        entry = effect.entry
        if entry.action == ERASED:
            await self.database.write(lambda tx: _forget(tx, entry))
            return
        await self.database.write(lambda tx: self._write(tx, entry))
        self.written()

    async def _write(self, tx: Tx, entry: Entry) -> None:
        try:
            booking = await load_booking(tx, self.codes, entry.workspace_id, entry.refs["booking"])
        except BookingMissing:
            return
        kind = KINDS[entry.action]
        # Nothing is promised before a member has said so: not to those who are moved, nor to new guests.
        if kind in (LetterKind.MOVED, LetterKind.CONFIRMED) and entry.refs["state"] == "requested":
            kind = LetterKind.REQUESTED
        people = await self._people(tx, entry, booking)
        sequence = await sequence_at(tx, entry.workspace_id, booking.id, entry.seq)
        now = self.clock.now()
        rows = []
        for to in people:
            sent = await store.count_since(tx, entry.workspace_id, booking.id, to.address, now - HOUR)
            state = "held" if sent >= MOST_AN_HOUR else "pending" if self.is_posted else "kept"
            told = replace(to, locale=self.language(to.locale))
            rows.append(_row(entry, kind, told, state, sequence, now))
        await store.insert_letters(tx, rows)

    async def _people(self, tx: Tx, entry: Entry, booking: Booking) -> list[_To]:
        origin = await find_origin(tx, entry.workspace_id, booking.service_id)
        if origin is None:
            return []
        companions = [
            _To(Reader.COMPANION, place, address, booking.locale, booking.zone)
            for place, address in enumerate(booking.guests)
        ]
        if entry.action == "GuestsAdded":
            told = await store.list_of_booking(tx, entry.workspace_id, booking.id)
            known = {letter.recipient for letter in told if letter.seq != entry.seq}
            return [to for to in companions if to.address not in known]
        host_ids = {*entry.refs["hosts"], *entry.refs.get("from_hosts", ())}
        found = await list_host_addresses(
            tx, entry.workspace_id, msgspec.json.encode(sorted(host_ids)).decode()
        )
        hosts = [
            _To(Reader.HOST, place, host.email, host.locale or origin.locale, origin.zone)
            for place, host in enumerate(found)
        ]
        guest = _To(Reader.GUEST, 0, booking.email, booking.locale, booking.zone)
        return [to for to in (guest, *companions, *hosts) if to.address]


async def _forget(tx: Tx, entry: Entry) -> None:
    # The fact names the person; what was booked under another of their names keeps that name.
    try:
        family = await family_of(tx, entry.workspace_id, entry.refs["contact"])
    except ContactMissing:
        family = (entry.refs["contact"],)
    await store.erase(tx, entry.workspace_id, await list_bookings_of(tx, entry.workspace_id, family))


def _row(entry: Entry, kind: LetterKind, to: _To, state: str, sequence: int, now: int) -> dict[str, Any]:
    refs = entry.refs
    return {
        "workspace_id": entry.workspace_id,
        "id": f"{entry.seq}-{to.reader}-{to.place}.{entry.workspace_id}",
        "seq": entry.seq,
        "kind": kind.value,
        "reader": to.reader.value,
        "booking_id": refs["booking"],
        "recipient": to.address,
        "locale": to.locale,
        "zone": to.zone,
        "start_minute": refs["start_minute"],
        "length_minutes": refs["length_minutes"],
        "previous_start_minute": refs.get("from_minute"),
        "ics_sequence": sequence,
        "hosts": msgspec.json.encode(refs["hosts"]).decode(),
        "state": state,
        "attempts": 0,
        "due_at": now if state == "pending" else None,
        "problem": "",
        "created_at": now,
        "sent_at": None,
    }
