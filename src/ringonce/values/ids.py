"""Typed ids as text: `bkg_` and 26 characters that sort by the time they were made.

Only form and parsing; the entropy comes from `kernel.sources`.
"""

import re
from collections.abc import Callable
from typing import NewType, TypeVar

from ringonce.values.errors import DomainError, Kind

WorkspaceId = NewType("WorkspaceId", str)
MemberId = NewType("MemberId", str)
SessionId = NewType("SessionId", str)
KeyId = NewType("KeyId", str)
InviteId = NewType("InviteId", str)
ServiceId = NewType("ServiceId", str)
ScheduleId = NewType("ScheduleId", str)
HostId = NewType("HostId", str)
TeamId = NewType("TeamId", str)
SittingId = NewType("SittingId", str)
ClaimId = NewType("ClaimId", str)
CalendarId = NewType("CalendarId", str)
OverrideId = NewType("OverrideId", str)
QuestionId = NewType("QuestionId", str)
HoldId = NewType("HoldId", str)
BookingId = NewType("BookingId", str)
SeriesId = NewType("SeriesId", str)
ContactId = NewType("ContactId", str)
VisitorId = NewType("VisitorId", str)
EventId = NewType("EventId", str)
ReceiptId = NewType("ReceiptId", str)
OutboxId = NewType("OutboxId", str)
MailId = NewType("MailId", str)
WebhookId = NewType("WebhookId", str)
RequestId = NewType("RequestId", str)
InboxId = NewType("InboxId", str)
ConversationId = NewType("ConversationId", str)
MessageId = NewType("MessageId", str)
AttachmentId = NewType("AttachmentId", str)
AgentTeamId = NewType("AgentTeamId", str)
LabelId = NewType("LabelId", str)
CannedReplyId = NewType("CannedReplyId", str)
MergeId = NewType("MergeId", str)

#: Made by a client, so never a primary key.
ClientKey = NewType("ClientKey", str)

IdT = TypeVar("IdT", bound=str)

#: A NewType is a callable from text; it is used as the name of its kind.
IdType = Callable[[str], IdT]

IDS: dict[Callable[[str], str], str] = {
    WorkspaceId: "wsp",
    MemberId: "mem",
    SessionId: "ses",
    KeyId: "key",
    InviteId: "inv",
    ServiceId: "svc",
    ScheduleId: "sch",
    HostId: "hst",
    TeamId: "tem",
    SittingId: "sit",
    ClaimId: "clm",
    CalendarId: "cal",
    OverrideId: "ovr",
    QuestionId: "qst",
    HoldId: "hld",
    BookingId: "bkg",
    SeriesId: "ser",
    ContactId: "ctc",
    VisitorId: "vis",
    EventId: "evt",
    ReceiptId: "int",
    OutboxId: "out",
    MailId: "mail",
    WebhookId: "whk",
    RequestId: "req",
    InboxId: "inb",
    ConversationId: "cnv",
    MessageId: "msg",
    AttachmentId: "att",
    AgentTeamId: "agt",
    LabelId: "lbl",
    CannedReplyId: "can",
    MergeId: "mrg",
}

#: Crockford's base 32, lower case: no i, l, o, u, so it survives being read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
BODY_LENGTH = 26
_PAIRS = tuple(high + low for high in ALPHABET for low in ALPHABET)
_SHIFTS = tuple(range(120, -1, -10))
_BODY = re.compile(rf"[0-7][{ALPHABET}]{{{BODY_LENGTH - 1}}}")


class MalformedId(DomainError):
    """The text is no id of the expected kind."""

    code = "malformed-id"
    kind = Kind.INVALID


def prefix_of(kind: IdType[IdT]) -> str:
    """The prefix of an id type. Raises KeyError for a type that is not in IDS."""
    return IDS[kind]


def format_id(kind: IdType[IdT], at: int, entropy: int) -> IdT:
    """Write an id from 48 bits of Unix milliseconds and 80 bits of entropy."""
    number = ((at & (1 << 48) - 1) << 80) | (entropy & (1 << 80) - 1)
    body = "".join([_PAIRS[(number >> shift) & 1023] for shift in _SHIFTS])
    return kind(f"{IDS[kind]}_{body}")


def parse_id(kind: IdType[IdT], text: str) -> IdT:
    """Check that text is an id of this kind. Raises MalformedId."""
    prefix, _, body = text.partition("_")
    if prefix != IDS[kind] or _BODY.fullmatch(body) is None:
        raise MalformedId(expected=IDS[kind])
    return kind(text)
