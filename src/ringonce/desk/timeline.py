"""One person's story in one ordered list: conversations, bookings and what became of them, merges.

It is read from the log, the newest first, over every id that a merge gave the person; a page follows the last
seq of the one before, so that nothing is shown twice and nothing left out while more is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ringonce.contacts import people
from ringonce.desk import queries
from ringonce.kernel.db import Tx
from ringonce.kernel.eventlog import Entry
from ringonce.values.paging import Page, PageAsk

#: What of the log is a person's story, and the word for it. Messages are counted, not listed.
KINDS: Final[Mapping[str, str]] = {
    "ConversationStarted": "conversation-started",
    "ConversationResolved": "conversation-resolved",
    "ConversationReopened": "conversation-reopened",
    "ConversationMerged": "conversation-merged",
    "ConversationUnmerged": "conversation-unmerged",
    "OfferMade": "times-offered",
    "OfferTaken": "time-taken",
    "OfferWithdrawn": "offer-withdrawn",
    "BookingRequested": "booking-requested",
    "BookingConfirmed": "booking-made",
    "BookingApproved": "booking-approved",
    "BookingRejected": "booking-rejected",
    "RequestExpired": "booking-expired",
    "BookingMoved": "booking-moved",
    "BookingCancelled": "booking-cancelled",
    "NoShowMarked": "no-show",
    "GuestsAdded": "guests-added",
    "ContactIdentified": "identified",
    "ContactMerged": "contact-merged",
    "ContactUnmerged": "contact-unmerged",
    "ContactEdited": "contact-edited",
    "ContactErased": "contact-erased",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened. `conversation` and `booking` say more of what it happened to, as it is now."""

    entry: Entry
    kind: str
    conversation: Mapping[str, Any] | None = None
    booking: Mapping[str, Any] | None = None


async def read_timeline(tx: Tx, workspace_id: str, contact_id: str, ask: PageAsk) -> Page[Moment]:
    """A page of a person's story, the newest first; the next position is (seq,). Raises ContactMissing."""
    family = await people.family_of(tx, workspace_id, contact_id)
    conversations = await queries.threads_of(tx, workspace_id, family)
    bookings = await queries.meetings_of(tx, workspace_id, family)
    streams = [
        *(f"contact:{each}" for each in family),
        *(f"conversation:{each}" for each in conversations),
        *(f"booking:{each}" for each in bookings),
    ]
    before = int(ask.after[0]) if ask.after is not None else 2**53
    entries: list[Entry] = []
    while len(entries) <= ask.limit:
        read = await queries.entries_of(tx, workspace_id, streams, KINDS, before, ask.limit + 1)
        entries += [each for each in read if not _is_twin(each, streams)]
        if len(read) <= ask.limit:
            break
        before = read[-1].seq
    shown = entries[: ask.limit]
    named = {_conversation(each) for each in shown} & conversations.keys()
    said = await queries.count_said(tx, workspace_id, named)
    moments = tuple(
        Moment(
            entry=each,
            kind=_kind(each),
            conversation=_with_count(conversations.get(_conversation(each)), said),
            booking=bookings.get(str(each.refs.get("booking"))),
        )
        for each in shown
    )
    return Page(moments, (shown[-1].seq,) if len(entries) > ask.limit else None)


def _is_twin(entry: Entry, streams: list[str]) -> bool:
    """Whether this tells a merge to its loser, and the winner, who is told the same, is in the story too."""
    if not entry.action.endswith("erged"):
        return False
    kind, _, told = entry.stream.partition(":")
    return told == entry.refs.get("loser") and f"{kind}:{entry.refs.get('winner')}" in streams


def _conversation(entry: Entry) -> str:
    return str(entry.refs.get("conversation", ""))


def _kind(entry: Entry) -> str:
    if entry.action == "NoShowMarked" and not entry.refs.get("no_show"):
        return "no-show-taken-back"
    return KINDS[entry.action]


def _with_count(row: Mapping[str, Any] | None, said: Mapping[str, int]) -> Mapping[str, Any] | None:
    return None if row is None else {**row, "messages": said.get(str(row["id"]), 0)}
