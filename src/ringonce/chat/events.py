"""Facts of conversations, as the log keeps them: ids, places and salted hashes; never a word that was said.

An event shown in a thread is no fact of its own: the deed that it tells of is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ref = str | int | bool | None
Refs = Mapping[str, Ref | Sequence[Ref]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFact:
    """What every fact about a conversation says; `version` is the one that it led to."""

    conversation_id: str
    inbox_id: str
    contact_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"conversation:{self.conversation_id}"

    def to_refs(self) -> Refs:
        return {
            "conversation": self.conversation_id,
            "inbox": self.inbox_id,
            "contact": self.contact_id,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationStarted(ConversationFact):
    """A conversation began; `visitor_id` None: a member wrote first."""

    number: int
    visitor_id: str | None = None

    def to_refs(self) -> Refs:
        refs = {**ConversationFact.to_refs(self), "number": self.number}
        return refs if self.visitor_id is None else {**refs, "visitor": self.visitor_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent(ConversationFact):
    """A message has its place. `text_hash` is salted: without the salt it says nothing."""

    message_id: str
    seq: int
    visitor_seq: int | None
    author_kind: str
    author_id: str
    kind: str
    text_hash: str
    addressed_id: str
    attachments: tuple[str, ...] = ()

    def to_refs(self) -> Refs:
        refs: dict[str, Ref | Sequence[Ref]] = {
            **ConversationFact.to_refs(self),
            "message": self.message_id,
            "seq": self.seq,
            "author_kind": self.author_kind,
            "author": self.author_id,
            "kind": self.kind,
            "text": self.text_hash,
        }
        if self.visitor_seq is not None:
            refs["visitor_seq"] = self.visitor_seq
        if self.addressed_id != self.conversation_id:
            refs["addressed"] = self.addressed_id
        if self.attachments:
            refs["attachments"] = list(self.attachments)
        return refs


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRead(ConversationFact):
    """Somebody has read up to a place: in seq for a member, in visitor_seq for the visitor."""

    reader_kind: str
    reader_id: str
    seq: int

    def to_refs(self) -> Refs:
        return {
            **ConversationFact.to_refs(self),
            "reader_kind": self.reader_kind,
            "reader": self.reader_id,
            "seq": self.seq,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CausedFact(ConversationFact):
    """A change of state; `cause` is visitor, member, key or silence."""

    cause: str

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "cause": self.cause}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationResolved(CausedFact):
    """It ended; a message of the visitor reopens it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationReopened(CausedFact):
    """It is live again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationWoken(CausedFact):
    """It was snoozed and is open again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswered(ConversationFact):
    """A visitor filled in a form; `fields` are its fields' ids."""

    message_id: str
    fields: tuple[str, ...]

    def to_refs(self) -> Refs:
        return {
            **ConversationFact.to_refs(self),
            "message_id": self.message_id,
            "fields": list(self.fields),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationErased(ConversationFact):
    """What was said in it was deleted; its places stay."""

    messages: int

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "messages": self.messages}


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxFact:
    """What every fact about an inbox says."""

    inbox_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"inbox:{self.inbox_id}"

    def to_refs(self) -> Refs:
        return {"inbox": self.inbox_id, "version": self.version}


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxCreated(InboxFact):
    """An inbox was set up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxChanged(InboxFact):
    """Its settings, hours or agents changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRetired(InboxFact):
    """It takes no new conversations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxReopened(InboxFact):
    """It takes new conversations again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxSecretRotated(InboxFact):
    """Signed identities need the next secret; the one before is taken for a while."""

    secret_no: int

    def to_refs(self) -> Refs:
        return {**InboxFact.to_refs(self), "secret_no": self.secret_no}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentStored:
    """Somebody uploaded a file; a message may carry it."""

    attachment_id: str
    bytes: int

    @property
    def stream(self) -> str:
        return f"attachment:{self.attachment_id}"

    def to_refs(self) -> Refs:
        return {"attachment": self.attachment_id, "bytes": self.bytes}
