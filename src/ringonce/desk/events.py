"""Facts of what joins conversations with bookings: ids, minutes and states.

They stand in the stream of the conversation, where the message that they change is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ref = str | int | bool | None
Refs = Mapping[str, Ref | Sequence[Ref]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFact:
    """What every fact about an offer says; `version` is the one that it led to."""

    conversation_id: str
    message_id: str
    service_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"conversation:{self.conversation_id}"

    def to_refs(self) -> Refs:
        return {
            "conversation": self.conversation_id,
            "message": self.message_id,
            "service": self.service_id,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade(OfferFact):
    """Times were held for a visitor and shown as buttons."""

    starts: tuple[int, ...]
    holds: tuple[str, ...]
    expires_at: int

    def to_refs(self) -> Refs:
        mine: Refs = {"starts": list(self.starts), "holds": list(self.holds), "expires_at": self.expires_at}
        return {**OfferFact.to_refs(self), **mine}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferChanged(OfferFact):
    """A button is no longer what it was: a lease ran out, or the time went and another stands there."""

    starts: tuple[int, ...]
    states: tuple[str, ...]

    def to_refs(self) -> Refs:
        mine: Refs = {"starts": list(self.starts), "states": list(self.states)}
        return {**OfferFact.to_refs(self), **mine}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTaken(OfferFact):
    """The visitor took one of the times; the others are free again."""

    start_minute: int
    booking_id: str
    receipt_id: str

    def to_refs(self) -> Refs:
        mine: Refs = {
            "start_minute": self.start_minute,
            "booking": self.booking_id,
            "receipt": self.receipt_id,
        }
        return {**OfferFact.to_refs(self), **mine}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWithdrawn(OfferFact):
    """The agent took the times back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLapsed(OfferFact):
    """Nobody tapped, and the times are over or a day has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedInChat:
    """A booking was made in a conversation and belongs to it."""

    conversation_id: str
    booking_id: str
    message_id: str

    @property
    def stream(self) -> str:
        return f"conversation:{self.conversation_id}"

    def to_refs(self) -> Refs:
        return {
            "conversation": self.conversation_id,
            "booking": self.booking_id,
            "message": self.message_id,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptChanged:
    """A booking made in a conversation was moved, cancelled or decided: its receipts are drawn anew."""

    conversation_id: str
    booking_id: str
    messages: tuple[str, ...]
    cause_seq: int

    @property
    def stream(self) -> str:
        return f"conversation:{self.conversation_id}"

    def to_refs(self) -> Refs:
        return {
            "conversation": self.conversation_id,
            "booking": self.booking_id,
            "message": list(self.messages),
            "cause": self.cause_seq,
        }
