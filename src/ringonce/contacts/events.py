"""Facts about people, as the log keeps them: ids, counts and codes; never a name or an address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ref = str | int | bool | None
Refs = Mapping[str, Ref | Sequence[Ref]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFact:
    """What every fact about a contact says."""

    contact_id: str

    @property
    def stream(self) -> str:
        return f"contact:{self.contact_id}"

    def to_refs(self) -> Refs:
        return {"contact": self.contact_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEdited(ContactFact):
    """The desk, or the site the person is on, changed what is written about them; how many fields."""

    version: int
    fields: int

    def to_refs(self) -> Refs:
        return {**ContactFact.to_refs(self), "version": self.version, "fields": self.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactIdentified(ContactFact):
    """A session showed who it belongs to; `visitor_id` is the session, the proof itself is not kept here."""

    visitor_id: str
    by: str

    def to_refs(self) -> Refs:
        return {**ContactFact.to_refs(self), "visitor": self.visitor_id, "by": self.by}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDetached(ContactFact):
    """A session showed that it now belongs to somebody else: it sees nothing of this contact any more."""

    visitor_id: str

    def to_refs(self) -> Refs:
        return {**ContactFact.to_refs(self), "visitor": self.visitor_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeFact(ContactFact):
    """What both sides of a merge are told; one fact in the stream of each."""

    winner_id: str
    loser_id: str
    merge_id: str

    def to_refs(self) -> Refs:
        named: Refs = {"winner": self.winner_id, "loser": self.loser_id, "merge": self.merge_id}
        return {**ContactFact.to_refs(self), **named}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMerged(MergeFact):
    """One contact became another name of a second one."""

    cause: str
    fields: int

    def to_refs(self) -> Refs:
        return {**MergeFact.to_refs(self), "cause": self.cause, "fields": self.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactUnmerged(MergeFact):
    """A merge was undone: two contacts again."""

    fields: int

    def to_refs(self) -> Refs:
        return {**MergeFact.to_refs(self), "fields": self.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsLeftApart(ContactFact):
    """A proof says that two contacts are one person, and a merge could not be made; an administrator may."""

    other_id: str
    reason: str

    def to_refs(self) -> Refs:
        return {**ContactFact.to_refs(self), "other": self.other_id, "reason": self.reason}
