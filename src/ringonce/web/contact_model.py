"""What goes over the wire about people whom the workspace knows, and about merges."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from ringonce.chat.merge_model import MergeGroup
from ringonce.chat.model import Conversation
from ringonce.contacts.model import Attribute, Contact, ContactMerge
from ringonce.contacts.refusals import UNDO_FOR
from ringonce.web.accounts_model import Ask, View
from ringonce.web.times import Instant, at_ms

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Word = Annotated[str, msgspec.Meta(max_length=254)]
MergeKind = Literal["conversations", "contacts"]


class ContactsQuery(Ask):
    """People, who was seen last first; `q`: every word must be found in name, addresses or attributes."""

    q: Annotated[str, msgspec.Meta(max_length=200)] = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50
    cursor: str | None = None


class ContactPatch(Ask):
    """What is left out stays; an attribute of null goes. Addresses are noted as typed, beside older ones."""

    version: Annotated[int, msgspec.Meta(ge=1)]
    name: Word | None = None
    locale: Annotated[str, msgspec.Meta(max_length=20)] | None = None
    zone: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    email: Word | None = None
    phone: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    attributes: dict[str, str | int | float | bool | None] | None = None


class IdentityView(View):
    """An address, or the site's own id of a person (`signed`). `proved_at` null: somebody merely typed it."""

    kind: Literal["email", "phone", "signed"]
    value: str
    proved_at: Instant | None


class ContactView(View):
    """A person. `aliases`: contacts that are other names of this one; `sessions`: how many browsers."""

    id: str
    name: str
    locale: str
    zone: str
    attributes: dict[str, str | int | float | bool]
    identities: list[IdentityView]
    sessions: int
    aliases: list[str]
    version: int
    created_at: Instant
    seen_at: Instant
    erased_at: Instant | None


class ContactList(View):
    items: list[ContactView]
    next_cursor: str | None


class SuggestionView(View):
    """Perhaps the same person: `by` is the kind of address that both have."""

    contact: ContactView
    by: Literal["email", "phone"]


class SuggestionList(View):
    items: list[SuggestionView]


class MergeBody(Ask):
    """Who stays and who is merged into it. `fields`: for single fields of contacts, whose value stays:
    `name`, `locale`, `zone`, `attributes.<key>` to a contact's id.
    """

    kind: MergeKind
    winner_id: Id
    loser_ids: Annotated[list[Id], msgspec.Meta(min_length=1, max_length=20)]
    fields: Annotated[dict[str, Id], msgspec.Meta(max_length=60)] = msgspec.field(default_factory=dict)


class PartView(View):
    """A conversation or contact that a merge would touch; `number` and `state` are a conversation's."""

    id: str
    name: str
    number: int | None
    state: Literal["open", "snoozed", "resolved", "merged"] | None
    created_at: Instant
    last_message_at: Instant | None


class PlaceView(View):
    """One message of the thread as it would be drawn. `seq_new` is its place in the winner."""

    conversation_id: str
    message_id: str
    at: Instant
    seq_new: int


class FieldValueView(View):
    id: str
    value: str | int | float | bool


class FieldView(View):
    """What each contact has in a field, and whose value would stay."""

    field: str
    values: list[FieldValueView]
    wins: str


class MergePreview(View):
    """What a merge would do: the order of the thread, the fields, how many sessions would move."""

    winner: PartView
    losers: list[PartView]
    order: list[PlaceView]
    fields: list[FieldView]
    moved_sessions: int


class MergeView(View):
    """One decision; it can be undone until `undo_until`."""

    id: str
    kind: MergeKind
    winner_id: str
    loser_ids: list[str]
    cause: Literal["member", "identity", "import", "start"]
    merged_by: str
    merged_at: Instant
    undo_until: Instant
    undone_by: str | None
    undone_at: Instant | None


class MergeAnswer(View):
    merge: MergeView


class MergesQuery(Ask):
    """Merges in which this conversation, or this contact, had a part."""

    conversation: Id | None = None
    contact: Id | None = None


class MergeList(View):
    items: list[MergeView]


def _at(ms: int | None) -> datetime | None:
    return None if ms is None else at_ms(ms)


def contact_view(contact: Contact) -> ContactView:
    """A person as the desk sees them."""
    shown = [one for one in contact.identities if one.kind != "visitor"]
    attributes: dict[str, Attribute] = dict(contact.attributes)
    return ContactView(
        id=contact.id,
        name=contact.name,
        locale=contact.locale,
        zone=contact.zone,
        attributes=attributes,
        identities=[
            IdentityView(kind=one.kind, value=one.value, proved_at=_at(one.proved_at))  # type: ignore[arg-type]
            for one in shown
        ],
        sessions=len(contact.identities) - len(shown),
        aliases=list(contact.aliases),
        version=contact.version,
        created_at=at_ms(contact.created_at),
        seen_at=at_ms(contact.seen_at),
        erased_at=_at(contact.erased_at),
    )


def contact_part(contact: Contact) -> PartView:
    """A contact in a preview."""
    return PartView(
        id=contact.id,
        name=contact.name,
        number=None,
        state=None,
        created_at=at_ms(contact.created_at),
        last_message_at=None,
    )


def conversation_part(conversation: Conversation, name: str) -> PartView:
    """A conversation in a preview; `name` is its contact's."""
    return PartView(
        id=conversation.id,
        name=name,
        number=conversation.number,
        state=conversation.state.value,
        created_at=at_ms(conversation.created_at),
        last_message_at=at_ms(conversation.last_message_at),
    )


def merge_view(kind: MergeKind, merge: MergeGroup | ContactMerge) -> MergeView:
    """A decision as the desk sees it."""
    return MergeView(
        id=merge.id,
        kind=kind,
        winner_id=merge.winner_id,
        loser_ids=list(merge.loser_ids),
        cause=merge.cause,  # type: ignore[arg-type]
        merged_by=merge.merged_by,
        merged_at=at_ms(merge.merged_at),
        undo_until=at_ms(merge.merged_at + UNDO_FOR),
        undone_by=merge.undone_by,
        undone_at=_at(merge.undone_at),
    )
