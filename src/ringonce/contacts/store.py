"""All SQL of people and their identities."""

from sqlalchemy import BindParameter, bindparam, case, delete, func, insert, or_, select, update

from ringonce.contacts.tables import contact_merges, contact_terms, contacts, identities
from ringonce.kernel.db import in_list, statement

_W: BindParameter[str] = bindparam("workspace_id")
c, i = contacts.c, identities.c
_aliases = contacts.alias("aliases")

INSERT_CONTACT = statement(insert(contacts).values({each.name: bindparam(each.name) for each in c}))
FIND_CONTACT = statement(select(contacts).where(c.workspace_id == _W, c.id == bindparam("id")))
LOCK_CONTACTS = statement(
    select(contacts).where(c.workspace_id == _W, in_list(c.id, "ids")).order_by(c.id).with_for_update()
)
#: A merge never makes a chain, so the root is the row itself or the one that it names.
FIND_ROOT = statement(
    select(func.coalesce(c.merged_into, c.id).label("root")).where(
        c.workspace_id == _W, c.id == bindparam("id")
    )
)
ALIASES_OF = statement(
    select(c.id).where(c.workspace_id == _W, c.merged_into == bindparam("winner_id")).order_by(c.id)
)
NAME_CONTACT = statement(
    update(contacts)
    .where(c.workspace_id == _W, c.id == bindparam("id"), c.name == "")
    .values(name=bindparam("new_name"), version=c.version + 1)
)
#: It always writes: whoever sees a contact holds its row until the intent ends.
SEE_CONTACT = statement(
    update(contacts)
    .where(c.workspace_id == _W, c.id == bindparam("id"))
    .values(seen_at=case((c.seen_at < bindparam("now"), bindparam("now")), else_=c.seen_at))
)
CHANGE_CONTACT = statement(
    update(contacts)
    .where(c.workspace_id == _W, c.id == bindparam("of_id"))
    .values(
        name=bindparam("new_name"),
        locale=bindparam("new_locale"),
        zone=bindparam("new_zone"),
        attributes=bindparam("new_attributes"),
        version=c.version + 1,
    )
)
POINT_CONTACT = statement(
    update(contacts)
    .where(c.workspace_id == _W, c.id == bindparam("of_id"))
    .values(merged_into=bindparam("new_merged_into"), version=c.version + 1)
)
ERASE_CONTACT = statement(
    update(contacts)
    .where(c.workspace_id == _W, c.id == bindparam("id"), c.erased_at.is_(None))
    .values(name="", attributes="{}", locale="", zone="", erased_at=bindparam("now"), version=c.version + 1)
)

FIND_PROVED = statement(
    select(i.contact_id, func.coalesce(c.merged_into, c.id).label("root"))
    .join(contacts, (c.workspace_id == i.workspace_id) & (c.id == i.contact_id))
    .where(
        i.workspace_id == _W,
        i.kind == bindparam("kind"),
        i.value == bindparam("value"),
        i.proved_at.is_not(None),
    )
)
INSERT_IDENTITY = statement(insert(identities).values({each.name: bindparam(each.name) for each in i}))
NOTE_IDENTITY = statement(
    lambda insert: (
        insert(identities)
        .values({each.name: bindparam(each.name) for each in i})
        .on_conflict_do_nothing(index_elements=["workspace_id", "contact_id", "kind", "value"])
    )
)
PROVE_IDENTITY = statement(
    lambda insert: (
        insert(identities)
        .values({each.name: bindparam(each.name) for each in i})
        .on_conflict_do_update(
            index_elements=["workspace_id", "contact_id", "kind", "value"],
            set_={"proved_at": bindparam("now")},
        )
    )
)
#: Identities of a contact and of its other names.
IDENTITIES_OF = statement(
    select(i.kind, i.value, func.max(i.proved_at).label("proved_at"))
    .join(contacts, (c.workspace_id == i.workspace_id) & (c.id == i.contact_id))
    .where(
        i.workspace_id == _W, or_(c.id == bindparam("contact_id"), c.merged_into == bindparam("contact_id"))
    )
    .group_by(i.kind, i.value)
    .order_by(i.kind, i.value)
)
ERASE_IDENTITIES = statement(
    delete(identities).where(i.workspace_id == _W, i.contact_id == bindparam("contact_id"))
)
#: A session that turned out to be somebody else's.
MOVE_SESSION = statement(
    update(identities)
    .where(i.workspace_id == _W, i.kind == "visitor", i.value == bindparam("visitor_id"))
    .values(contact_id=bindparam("new_contact_id"), proved_at=bindparam("now"), seen_at=bindparam("now"))
)

ADD_TERM = statement(
    lambda insert: (
        insert(contact_terms)
        .values({each.name: bindparam(each.name) for each in contact_terms.c})
        .on_conflict_do_nothing()
    )
)
FORGET_TERMS = statement(
    delete(contact_terms).where(
        contact_terms.c.workspace_id == _W, contact_terms.c.contact_id == bindparam("contact_id")
    )
)
#: What a merge kept of a person's fields goes with the person.
FORGET_FIELDS = statement(
    update(contact_merges)
    .where(
        contact_merges.c.workspace_id == _W,
        or_(
            contact_merges.c.winner_id == bindparam("contact_id"),
            contact_merges.c.loser_id == bindparam("contact_id"),
        ),
    )
    .values(before="{}", after="{}")
)
TERM_SOURCES = statement(
    select(i.kind, i.value).where(
        i.workspace_id == _W, i.contact_id == bindparam("contact_id"), i.kind != "visitor"
    )
)
