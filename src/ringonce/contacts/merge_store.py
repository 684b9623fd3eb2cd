"""All SQL of merging contacts."""

from sqlalchemy import BindParameter, bindparam, insert, or_, select, update

from ringonce.contacts.tables import contact_merges
from ringonce.kernel.db import in_list, statement

_W: BindParameter[str] = bindparam("workspace_id")
m = contact_merges.c

INSERT_MERGE = statement(insert(contact_merges).values({each.name: bindparam(each.name) for each in m}))
#: Standing merges in which one of these contacts has a part.
STANDING = statement(
    select(contact_merges)
    .where(
        m.workspace_id == _W,
        m.undone_at.is_(None),
        or_(in_list(m.loser_id, "ids"), in_list(m.winner_id, "ids")),
    )
    .order_by(m.loser_id)
)
GROUP = statement(
    select(contact_merges).where(m.workspace_id == _W, m.group_id == bindparam("group_id")).order_by(m.id)
)
UNDO = statement(
    update(contact_merges)
    .where(m.workspace_id == _W, m.group_id == bindparam("of_group"), m.undone_at.is_(None))
    .values(undone_by=bindparam("by"), undone_at=bindparam("at"))
)
OF_CONTACTS = statement(
    select(contact_merges)
    .where(m.workspace_id == _W, or_(in_list(m.loser_id, "ids"), in_list(m.winner_id, "ids")))
    .order_by(m.merged_at, m.group_id, m.id)
)
