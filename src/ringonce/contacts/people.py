"""Who a person is: one contact per proved identity.

A visitor's session is a proof; an address that was merely typed is noted beside the contact and never looks
anybody up, so that typing a stranger's address shows nothing of the stranger. A merge makes a contact another
name of a second one and repoints nothing: whoever looks somebody up goes on to the root.
"""

import msgspec

from ringonce.contacts import store
from ringonce.contacts.model import Contact, Identity
from ringonce.contacts.terms import add_terms
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import ContactId


class ContactMissing(DomainError):
    """No contact has this id."""

    code = "contact-missing"
    kind = Kind.MISSING


class IdentityTaken(DomainError):
    """Another contact has proved this identity: the two may be one person, which a merge decides."""

    code = "identity-taken"
    kind = Kind.CONFLICT


async def contact_of_visitor(work: Work, visitor_id: str, name: str) -> ContactId:
    """The contact of a visitor session, made if there is none; a contact without a name is given this one."""
    known = await find_proved(work.tx, work.workspace_id, "visitor", visitor_id)
    if known is None:
        made = await new_contact(work, name)
        await attach_session(work, made, visitor_id)
        return made
    if name and await work.tx.run(
        store.NAME_CONTACT, workspace_id=work.workspace_id, id=known, new_name=name
    ):
        await add_terms(work, known, name)
    await work.tx.run(store.SEE_CONTACT, workspace_id=work.workspace_id, id=known, now=work.now)
    return known


async def attach_session(work: Work, contact_id: str, visitor_id: str) -> None:
    """Note that a session, so far of nobody, belongs to a contact."""
    await work.tx.run(
        store.INSERT_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=contact_id,
        kind="visitor",
        value=visitor_id,
        proved_at=work.now,
        seen_at=work.now,
    )


async def move_session(work: Work, contact_id: str, visitor_id: str) -> None:
    """A session turned out to be somebody else's: from now on it is this contact's."""
    await work.tx.run(
        store.MOVE_SESSION,
        workspace_id=work.workspace_id,
        visitor_id=visitor_id,
        new_contact_id=contact_id,
        now=work.now,
    )


async def root_of(tx: Tx, workspace_id: str, contact_id: str) -> ContactId:
    """The contact that this id stands for: itself, or the winner of a merge. Raises ContactMissing."""
    row = await tx.one(store.FIND_ROOT, workspace_id=workspace_id, id=contact_id)
    if row is None:
        raise ContactMissing()
    return ContactId(row["root"])


async def lock(work: Work, contact_id: str) -> ContactId:
    """The contact that this id stands for, locked until the intent ends. Raises ContactMissing."""
    root = await root_of(work.tx, work.workspace_id, contact_id)
    await work.tx.all(store.LOCK_CONTACTS, workspace_id=work.workspace_id, ids=json_array([root]))
    return root


async def family_of(tx: Tx, workspace_id: str, contact_id: str) -> tuple[ContactId, ...]:
    """Every id of one person, the root first: what was written under any of them is theirs.

    Raises ContactMissing.
    """
    root = await root_of(tx, workspace_id, contact_id)
    rows = await tx.all(store.ALIASES_OF, workspace_id=workspace_id, winner_id=root)
    return (root, *(ContactId(row["id"]) for row in rows))


async def new_contact(work: Work, name: str) -> ContactId:
    """Write a person down, with no proof of who it is."""
    made = work.new_id(ContactId)
    await work.tx.run(
        store.INSERT_CONTACT,
        workspace_id=work.workspace_id,
        id=made,
        name=name,
        attributes="{}",
        locale="",
        zone="",
        merged_into=None,
        version=1,
        created_at=work.now,
        seen_at=work.now,
        erased_at=None,
    )
    await add_terms(work, made, name)
    return made


async def note_typed(work: Work, contact_id: str, kind: str, value: str) -> None:
    """Keep an address as typed; it suggests and proves nothing."""
    if not folded(kind, value):
        return
    if await work.tx.run(
        store.NOTE_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=contact_id,
        kind=kind,
        value=folded(kind, value),
        proved_at=None,
        seen_at=work.now,
    ):
        await add_terms(work, contact_id, folded(kind, value))


async def prove(work: Work, contact_id: str, kind: str, value: str) -> None:
    """Note that a person has shown an identity to be theirs.

    Raises IdentityTaken where another contact did so before, ContactMissing.
    """
    root = await root_of(work.tx, work.workspace_id, contact_id)
    owner = await find_proved(work.tx, work.workspace_id, kind, folded(kind, value))
    if owner == root:
        return
    if owner is not None:
        raise IdentityTaken(kind=kind)
    await work.tx.run(
        store.PROVE_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=root,
        kind=kind,
        value=folded(kind, value),
        proved_at=work.now,
        seen_at=work.now,
        now=work.now,
    )
    if kind in ("email", "phone"):
        await add_terms(work, root, folded(kind, value))


async def load_contact(tx: Tx, workspace_id: str, contact_id: str) -> Contact:
    """The person whom an id stands for, with every identity. Raises ContactMissing."""
    ids = await family_of(tx, workspace_id, contact_id)
    row = await tx.one(store.FIND_CONTACT, workspace_id=workspace_id, id=ids[0])
    if row is None:
        raise ContactMissing()
    known = await tx.all(store.IDENTITIES_OF, workspace_id=workspace_id, contact_id=ids[0])
    return to_contact(row, known, ids[1:])


async def erase(work: Work, contact_id: str) -> tuple[str, ...]:
    """Delete a person's names and identities, other names included; the ids stay for the log.

    Returns the visitor sessions that were theirs. Raises ContactMissing; erasing twice is erasing once.
    """
    contact = await load_contact(work.tx, work.workspace_id, contact_id)
    for each in (contact.id, *contact.aliases):
        await work.tx.run(store.ERASE_IDENTITIES, workspace_id=work.workspace_id, contact_id=each)
        await work.tx.run(store.FORGET_TERMS, workspace_id=work.workspace_id, contact_id=each)
        await work.tx.run(store.FORGET_FIELDS, workspace_id=work.workspace_id, contact_id=each)
        await work.tx.run(store.ERASE_CONTACT, workspace_id=work.workspace_id, id=each, now=work.now)
    return tuple(one.value for one in contact.identities if one.kind == "visitor")


def to_contact(row: Row, known: list[Row], aliases: tuple[str, ...]) -> Contact:
    """A row with its identities, as a value."""
    return Contact(
        id=row["id"],
        name=row["name"],
        created_at=row["created_at"],
        erased_at=row["erased_at"],
        identities=tuple(
            Identity(kind=one["kind"], value=one["value"], proved_at=one["proved_at"]) for one in known
        ),
        attributes=msgspec.json.decode(row["attributes"]),
        locale=row["locale"],
        zone=row["zone"],
        version=row["version"],
        seen_at=row["seen_at"],
        aliases=aliases,
    )


def folded(kind: str, value: str) -> str:
    """An identity as it is compared; empty where nothing is left to compare, as of a phone "n/a"."""
    if kind == "email":
        return value.strip().casefold()
    if kind == "phone":
        dialled = "".join(mark for mark in value if mark.isdigit() or mark == "+")
        return dialled if dialled.strip("+") else ""
    return value


async def find_proved(tx: Tx, workspace_id: str, kind: str, value: str) -> ContactId | None:
    """The person who has proved this (folded) identity, if anybody has. Never for showing to a visitor."""
    row = await tx.one(store.FIND_PROVED, workspace_id=workspace_id, kind=kind, value=value)
    return None if row is None else ContactId(row["root"])
