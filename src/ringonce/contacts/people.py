"""Who a person is: one contact per proved identity.

A visitor's session is a proof; an address that was merely typed is noted beside the contact and never looks
anybody up, so that typing a stranger's address shows nothing of the stranger. Merging is not here.
"""

from ringonce.contacts import store
from ringonce.contacts.model import Contact, Identity
from ringonce.kernel.db import Tx
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
    known = await _find_proved(work.tx, work.workspace_id, "visitor", visitor_id)
    if known is not None:
        await work.tx.run(store.NAME_CONTACT, workspace_id=work.workspace_id, id=known, new_name=name)
        return known
    made = await new_contact(work, name)
    await work.tx.run(
        store.INSERT_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=made,
        kind="visitor",
        value=visitor_id,
        proved_at=work.now,
        seen_at=work.now,
    )
    return made


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
    return made


async def note_typed(work: Work, contact_id: str, kind: str, value: str) -> None:
    """Keep an address as typed; it suggests and proves nothing."""
    if not value:
        return
    await work.tx.run(
        store.NOTE_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=contact_id,
        kind=kind,
        value=folded(kind, value),
        proved_at=None,
        seen_at=work.now,
    )


async def prove(work: Work, contact_id: str, kind: str, value: str) -> None:
    """Note that a person has shown an identity to be theirs.

    Raises IdentityTaken where another contact did so before.
    """
    owner = await _find_proved(work.tx, work.workspace_id, kind, folded(kind, value))
    if owner == contact_id:
        return
    if owner is not None:
        raise IdentityTaken(kind=kind)
    await work.tx.run(
        store.PROVE_IDENTITY,
        workspace_id=work.workspace_id,
        contact_id=contact_id,
        kind=kind,
        value=folded(kind, value),
        proved_at=work.now,
        seen_at=work.now,
        now=work.now,
    )


async def load_contact(tx: Tx, workspace_id: str, contact_id: str) -> Contact:
    """A person with every identity. Raises ContactMissing."""
    row = await tx.one(store.FIND_CONTACT, workspace_id=workspace_id, id=contact_id)
    if row is None:
        raise ContactMissing()
    known = await tx.all(store.IDENTITIES_OF, workspace_id=workspace_id, contact_id=contact_id)
    return Contact(
        id=row["id"],
        name=row["name"],
        created_at=row["created_at"],
        erased_at=row["erased_at"],
        identities=tuple(
            Identity(kind=one["kind"], value=one["value"], proved_at=one["proved_at"]) for one in known
        ),
    )


async def erase(work: Work, contact_id: str) -> tuple[str, ...]:
    """Delete a person's name and identities; the id stays for the log.

    Returns the visitor sessions that were theirs. Raises ContactMissing; erasing twice is erasing once.
    """
    contact = await load_contact(work.tx, work.workspace_id, contact_id)
    await work.tx.run(store.ERASE_IDENTITIES, workspace_id=work.workspace_id, contact_id=contact_id)
    await work.tx.run(store.ERASE_CONTACT, workspace_id=work.workspace_id, id=contact_id, now=work.now)
    return tuple(one.value for one in contact.identities if one.kind == "visitor")


def folded(kind: str, value: str) -> str:
    """An identity as it is compared."""
    if kind == "email":
        return value.strip().casefold()
    if kind == "phone":
        return "".join(mark for mark in value if mark.isdigit() or mark == "+")
    return value


async def _find_proved(tx: Tx, workspace_id: str, kind: str, value: str) -> ContactId | None:
    row = await tx.one(store.FIND_PROVED, workspace_id=workspace_id, kind=kind, value=value)
    return None if row is None else ContactId(row["contact_id"])
