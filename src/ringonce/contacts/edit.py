"""What the desk writes about a person: name, language, zone, attributes, and addresses as typed."""

from collections.abc import Mapping

import msgspec

from ringonce.contacts import store
from ringonce.contacts.events import ContactEdited
from ringonce.contacts.model import Attribute, Contact, EditContact
from ringonce.contacts.people import ContactMissing, load_contact, note_typed, root_of
from ringonce.contacts.terms import index_contact
from ringonce.identity.members import VersionBehind
from ringonce.kernel.db import json_array
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind

ATTRIBUTES_MOST = 50
KEY_MOST = 60
VALUE_MOST = 500


class AttributesRefused(DomainError):
    """At most 50 attributes, keys of 60 and values of 500 characters; texts, numbers and booleans only."""

    code = "attributes-refused"
    kind = Kind.INVALID


async def edit_contact(work: Work, ask: EditContact) -> Contact:
    """Compare the version and change. Raises ContactMissing, VersionBehind, AttributesRefused."""
    root = await root_of(work.tx, work.workspace_id, ask.contact_id)
    ids = json_array([root])
    rows = await work.tx.all(store.LOCK_CONTACTS, workspace_id=work.workspace_id, ids=ids)
    work.locked()
    if not rows or rows[0]["erased_at"] is not None:
        raise ContactMissing()
    row = rows[0]
    if row["version"] != ask.version:
        raise VersionBehind(version=row["version"])
    attributes = patched(msgspec.json.decode(row["attributes"]), ask.attributes or {})
    await work.tx.run(
        store.CHANGE_CONTACT,
        workspace_id=work.workspace_id,
        of_id=root,
        new_name=row["name"] if ask.name is None else ask.name,
        new_locale=row["locale"] if ask.locale is None else ask.locale,
        new_zone=row["zone"] if ask.zone is None else ask.zone,
        new_attributes=msgspec.json.encode(attributes, order="sorted").decode(),
    )
    await note_typed(work, root, "email", ask.email or "")
    await note_typed(work, root, "phone", ask.phone or "")
    await index_contact(work, root)
    given = (ask.name, ask.locale, ask.zone, ask.email, ask.phone)
    changed = sum(each is not None for each in given) + len(ask.attributes or {})
    work.append(ContactEdited(contact_id=root, version=row["version"] + 1, fields=changed))
    return await load_contact(work.tx, work.workspace_id, root)


async def note_attributes(work: Work, contact_id: str, changes: Mapping[str, Attribute | None]) -> Contact:
    """What the site around a chat says of its visitor; the same said again is no fact.

    Raises ContactMissing, AttributesRefused.
    """
    root = await root_of(work.tx, work.workspace_id, contact_id)
    rows = await work.tx.all(store.LOCK_CONTACTS, workspace_id=work.workspace_id, ids=json_array([root]))
    work.locked()
    if not rows or rows[0]["erased_at"] is not None:
        raise ContactMissing()
    row = rows[0]
    before = msgspec.json.decode(row["attributes"])
    after = patched(before, changes)
    if after != before:
        await work.tx.run(
            store.CHANGE_CONTACT,
            workspace_id=work.workspace_id,
            of_id=root,
            new_name=row["name"],
            new_locale=row["locale"],
            new_zone=row["zone"],
            new_attributes=msgspec.json.encode(after, order="sorted").decode(),
        )
        work.append(ContactEdited(contact_id=root, version=row["version"] + 1, fields=len(changes)))
    return await load_contact(work.tx, work.workspace_id, root)


def patched(before: Mapping[str, Attribute], changes: Mapping[str, Attribute | None]) -> dict[str, Attribute]:
    """Attributes after a change; None removes one. Raises AttributesRefused."""
    after = {**before, **changes}
    kept = {key: value for key, value in after.items() if value is not None}
    if len(kept) > ATTRIBUTES_MOST:
        raise AttributesRefused(most=ATTRIBUTES_MOST)
    for key, value in changes.items():
        if not 1 <= len(key) <= KEY_MOST or (isinstance(value, str) and len(value) > VALUE_MOST):
            raise AttributesRefused(field=key[:KEY_MOST])
        if isinstance(value, (int, float)) and not -(2**53) < value < 2**53:
            raise AttributesRefused(field=key)
    return kept


async def fill_contact(work: Work, contact_id: str, name: str) -> None:
    """A contact whose name nobody wrote is given this one; another name stays. Raises ContactMissing."""
    root = await root_of(work.tx, work.workspace_id, contact_id)
    if name and await work.tx.run(store.NAME_CONTACT, workspace_id=work.workspace_id, id=root, new_name=name):
        await index_contact(work, root)
