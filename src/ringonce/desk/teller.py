"""Follows the log: a conversation hears what became of a booking that was made in it.

It may be told twice: a line about a change is named by the log row that it tells of.
"""

from dataclasses import replace
from typing import Final

from ringonce.chat.model import SYSTEM, Draft, MessageKind
from ringonce.chat.placing import place
from ringonce.chat.rooms import lock_room
from ringonce.desk import queries, store
from ringonce.desk.events import ReceiptChanged
from ringonce.desk.model import minute_text
from ringonce.desk.receipts import receipt_name
from ringonce.desk.refresh import KEEPER
from ringonce.kernel.eventlog import Entry
from ringonce.kernel.execute import Executor
from ringonce.kernel.outbox import Effect
from ringonce.kernel.work import Work

#: What a thread says of its booking, by the log's action.
_LINES: Final = {
    "BookingMoved": "booking-moved",
    "BookingCancelled": "booking-cancelled",
    "BookingApproved": "booking-approved",
    "BookingRejected": "booking-rejected",
    "RequestExpired": "request-expired",
}


class BookingTeller:
    """Says in a conversation what was done elsewhere to a booking that was made in it."""

    name = "desk-bookings"

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def wants(self, action: str) -> bool:
        """Changes of a booking that its conversation should know of."""
        return action in _LINES

    async def handle(self, effect: Effect) -> None:
        """Place one line in each conversation of the booking."""
        entry = effect.entry

        async def intent(work: Work) -> int:
            return await tell_change(work, entry)

        await self._executor.run(entry.workspace_id, KEEPER, entry.request_id, intent)


async def tell_change(work: Work, entry: Entry) -> int:
    """Place a line about a change of a booking in its conversations, once; how many were placed.

    What a conversation did itself has its receipt there and needs no line.
    """
    booking_id = str(entry.refs["booking"])
    receipts = await queries.receipts_of(work.tx, work.workspace_id, booking_id)
    own = receipt_name(booking_id, int(entry.refs["version"]))
    placed = 0
    for conversation_id in await store.conversations_of(work.tx, work.workspace_id, booking_id):
        row = await lock_room(work, conversation_id)
        told = f"log:{entry.seq}:{conversation_id}"
        is_told = await queries.find_said(
            work.tx, work.workspace_id, conversation_id, SYSTEM.kind.value, SYSTEM.id, told
        )
        if is_told is not None:
            continue
        here = [each for each in receipts if each["addressed_id"] == conversation_id]
        if all(each["client_id"] != own for each in here):
            await place(work, row, replace(_line(entry, booking_id, told), addressed_id=conversation_id))
            placed += 1
        work.append(
            ReceiptChanged(
                conversation_id=row["id"],
                booking_id=booking_id,
                messages=tuple(str(each["id"]) for each in here),
                cause_seq=entry.seq,
            )
        )
    return placed


def _line(entry: Entry, booking_id: str, told: str) -> Draft:
    extra: dict[str, object] = {
        "code": _LINES[entry.action],
        "booking_id": booking_id,
        "start": minute_text(int(entry.refs["start_minute"])),
    }
    if "from_minute" in entry.refs:
        extra["was"] = minute_text(int(entry.refs["from_minute"]))
    return Draft(author=SYSTEM, kind=MessageKind.EVENT, client_id=told, extra=extra, visible=True)
