"""People, as frozen values. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass

#: What the site or the desk may write about a person.
Attribute = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An address or session of a person. `proved_at` None: somebody merely typed it."""

    kind: str
    value: str
    proved_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person known by at least one proof, or written down by a member."""

    id: str
    name: str
    created_at: int
    erased_at: int | None
    identities: tuple[Identity, ...]
    attributes: Mapping[str, Attribute]
    locale: str
    zone: str
    version: int
    seen_at: int
    #: Contacts that a standing merge made other names of this one.
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditContact:
    """A change by somebody at the desk; None stays as it is, an attribute of None goes."""

    contact_id: str
    version: int
    name: str | None = None
    locale: str | None = None
    zone: str | None = None
    email: str | None = None
    phone: str | None = None
    attributes: Mapping[str, Attribute | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChoice:
    """One field of a merge: what each contact has, and whose value stays."""

    field: str
    values: tuple[tuple[str, Attribute], ...]
    wins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMergePlan:
    """What a merge would do."""

    winner: Contact
    losers: tuple[Contact, ...]
    fields: tuple[FieldChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMerge:
    """One decision that several contacts are one person. `undone_at` None: it stands."""

    id: str
    winner_id: str
    loser_ids: tuple[str, ...]
    cause: str
    merged_by: str
    merged_at: int
    undone_by: str | None
    undone_at: int | None
