"""What a letter about a booking says: plain values. Who gets it and how it is sent stand elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ringonce.values.ids import WorkspaceId


class LetterKind(StrEnum):
    """What happened to the booking, seen by the one who is told."""

    CONFIRMED = "confirmed"
    REQUESTED = "requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    MOVED = "moved"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Reader(StrEnum):
    """Who reads it: the person who booked, someone they brought, or the host."""

    GUEST = "guest"
    COMPANION = "companion"
    HOST = "host"


#: Formats a message of the catalogue: (locale, key, values) -> text.
Words = Callable[[str, str, Mapping[str, object]], str]


@dataclass(frozen=True)
class Meeting:
    """A booking as a letter shows it. Instants are UTC minutes, `zone` is the reader's."""

    workspace: str
    service: str
    start_minute: int
    length_minutes: int
    zone: str
    locale: str
    hosts: tuple[str, ...]
    place: str
    name: str
    email: str
    manage_url: str
    ics_uid: str
    ics_sequence: int
    previous_start_minute: int | None = None
    reason: str = ""
    #: Whether an invitation to it went to this reader earlier.
    was_invited: bool = False


@dataclass(frozen=True)
class Letter:
    """A mail, ready to go: text, HTML of our own, and an invitation when the calendar must change."""

    subject: str
    text: str
    html: str
    invitation: bytes | None
    method: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter as it is kept: who is told what about which booking, and how far it has come."""

    workspace_id: WorkspaceId
    id: str
    seq: int
    kind: LetterKind
    reader: Reader
    booking_id: str
    recipient: str
    locale: str
    zone: str
    start_minute: int
    length_minutes: int
    previous_start_minute: int | None
    ics_sequence: int
    hosts: tuple[str, ...]
    state: str
    attempts: int
    problem: str
    created_at: int
    sent_at: int | None
