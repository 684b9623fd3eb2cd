"""Facts of mails that somebody asked for: ids and places, never an address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ref = str | int | bool | None
Refs = Mapping[str, Ref | Sequence[Ref]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptAsked:
    """A copy of a conversation goes to an address, up to a place that the visitor may read."""

    conversation_id: str
    inbox_id: str
    contact_id: str
    version: int
    letter_id: str
    upto_seq: int

    @property
    def stream(self) -> str:
        return f"conversation:{self.conversation_id}"

    def to_refs(self) -> Refs:
        return {
            "conversation": self.conversation_id,
            "inbox": self.inbox_id,
            "contact": self.contact_id,
            "version": self.version,
            "letter": self.letter_id,
            "upto": self.upto_seq,
        }
