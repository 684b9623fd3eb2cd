"""All SQL of people and their identities."""

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update

from ringonce.contacts.tables import contacts, identities
from ringonce.kernel.db import statement

_W: BindParameter[str] = bindparam("workspace_id")

INSERT_CONTACT = statement(insert(contacts).values({c.name: bindparam(c.name) for c in contacts.c}))
FIND_CONTACT = statement(
    select(contacts).where(contacts.c.workspace_id == _W, contacts.c.id == bindparam("id"))
)
NAME_CONTACT = statement(
    update(contacts)
    .where(contacts.c.workspace_id == _W, contacts.c.id == bindparam("id"), contacts.c.name == "")
    .values(name=bindparam("new_name"))
)
ERASE_CONTACT = statement(
    update(contacts)
    .where(contacts.c.workspace_id == _W, contacts.c.id == bindparam("id"), contacts.c.erased_at.is_(None))
    .values(name="", erased_at=bindparam("now"))
)
FIND_PROVED = statement(
    select(identities.c.contact_id).where(
        identities.c.workspace_id == _W,
        identities.c.kind == bindparam("kind"),
        identities.c.value == bindparam("value"),
        identities.c.proved_at.is_not(None),
    )
)
INSERT_IDENTITY = statement(insert(identities).values({c.name: bindparam(c.name) for c in identities.c}))
NOTE_IDENTITY = statement(
    lambda insert: (
        insert(identities)
        .values({c.name: bindparam(c.name) for c in identities.c})
        .on_conflict_do_nothing(index_elements=["workspace_id", "contact_id", "kind", "value"])
    )
)
PROVE_IDENTITY = statement(
    lambda insert: (
        insert(identities)
        .values({c.name: bindparam(c.name) for c in identities.c})
        .on_conflict_do_update(
            index_elements=["workspace_id", "contact_id", "kind", "value"],
            set_={"proved_at": bindparam("now")},
        )
    )
)
IDENTITIES_OF = statement(
    select(identities)
    .where(identities.c.workspace_id == _W, identities.c.contact_id == bindparam("contact_id"))
    .order_by(identities.c.kind, identities.c.value)
)
ERASE_IDENTITIES = statement(
    delete(identities).where(
        identities.c.workspace_id == _W, identities.c.contact_id == bindparam("contact_id")
    )
)
