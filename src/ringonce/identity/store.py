"""All SQL of identity. Private to it; reads by the others go through `queries`."""

import json

from sqlalchemy import Text, bindparam, delete, func, insert, select, update

from ringonce.identity.model import ApiKey, Member, Role, Scope, Workspace
from ringonce.identity.tables import (
    api_keys,
    members,
    sessions,
    setup_links,
    visitor_tokens,
    visitors,
    workspaces,
)
from ringonce.kernel.db import Row, in_list, statement
from ringonce.values.ids import KeyId, MemberId, WorkspaceId

w, m, s, k, v, u = workspaces.c, members.c, sessions.c, api_keys.c, visitors.c, setup_links.c
t = visitor_tokens.c

INSERT_WORKSPACE = statement(
    insert(workspaces).values({column: bindparam(column.name) for column in workspaces.columns})
)
WORKSPACE_BY_ID = statement(select(workspaces).where(w.workspace_id == bindparam("workspace_id")))
WORKSPACE_FOR_CHANGE = statement(
    select(workspaces).where(w.workspace_id == bindparam("workspace_id")).with_for_update()
)
WORKSPACE_BY_SLUG = statement(select(workspaces).where(w.slug == bindparam("slug")))
ALL_WORKSPACES = statement(select(workspaces).order_by(w.created_at, w.workspace_id))
COUNT_WORKSPACES = statement(select(func.count().label("n")).select_from(workspaces))
UPDATE_WORKSPACE = statement(
    update(workspaces)
    .where(w.workspace_id == bindparam("of_workspace"))
    .values(
        name=bindparam("name"),
        zone=bindparam("zone"),
        locale=bindparam("locale"),
        version=bindparam("version"),
    )
)

INSERT_MEMBER = statement(
    insert(members).values({column: bindparam(column.name) for column in members.columns})
)
MEMBER_BY_ID = statement(
    select(members).where(m.workspace_id == bindparam("workspace_id"), m.id == bindparam("id"))
)
MEMBER_FOR_CHANGE = statement(
    select(members)
    .where(m.workspace_id == bindparam("workspace_id"), m.id == bindparam("id"))
    .with_for_update()
)
MEMBERS_PAGE = statement(
    select(members)
    .where(m.workspace_id == bindparam("workspace_id"), m.id > bindparam("after"))
    .order_by(m.id)
    .limit(bindparam("limit"))
)
MEMBER_BY_EMAIL = statement(
    select(members).where(
        m.workspace_id == bindparam("workspace_id"), m.email_folded == bindparam("email_folded")
    )
)
MEMBERSHIPS_BY_EMAIL = statement(
    select(members, w.slug.label("workspace_slug"))
    .join(workspaces, w.workspace_id == m.workspace_id)
    .where(m.email_folded == bindparam("email_folded"), m.active == 1)
    .order_by(m.created_at, m.id)
    .limit(bindparam("limit"))
)
# Locked, so that two owners cannot each take the other's role away at once.
OWNERS_FOR_CHANGE = statement(
    select(m.id)
    .where(m.workspace_id == bindparam("workspace_id"), m.role == "owner", m.active == 1)
    .order_by(m.id)
    .with_for_update()
)
UPDATE_MEMBER = statement(
    update(members)
    .where(m.workspace_id == bindparam("of_workspace"), m.id == bindparam("of_id"))
    .values(
        name=bindparam("name"),
        role=bindparam("role"),
        active=bindparam("active"),
        password_hash=bindparam("password_hash"),
        locale=bindparam("locale"),
        version=bindparam("version"),
    )
)

INSERT_SESSION = statement(
    insert(sessions).values({column: bindparam(column.name) for column in sessions.columns})
)
SESSION_BY_TOKEN = statement(
    select(s.id.label("session_id"), s.expires_at, s.used_at, members)
    .join(members, (m.workspace_id == s.workspace_id) & (m.id == s.member_id))
    .where(s.token_hash == bindparam("token_hash"))
)
TOUCH_SESSION = statement(
    update(sessions)
    .where(s.token_hash == bindparam("of_token"), s.expires_at > bindparam("now"))
    .values(used_at=bindparam("now"), expires_at=bindparam("expires_at"))
)
DELETE_SESSION = statement(
    delete(sessions).where(s.workspace_id == bindparam("workspace_id"), s.id == bindparam("id"))
)
DELETE_SESSION_BY_TOKEN = statement(delete(sessions).where(s.token_hash == bindparam("token_hash")))
DELETE_SESSIONS_OF = statement(
    delete(sessions).where(s.workspace_id == bindparam("workspace_id"), s.member_id == bindparam("member_id"))
)
PURGE_SESSIONS = statement(delete(sessions).where(s.expires_at <= bindparam("now")))

INSERT_KEY = statement(
    insert(api_keys).values({column: bindparam(column.name) for column in api_keys.columns})
)
KEY_BY_TOKEN = statement(select(api_keys).where(k.token_hash == bindparam("token_hash")))
KEY_BY_ID = statement(
    select(api_keys).where(k.workspace_id == bindparam("workspace_id"), k.id == bindparam("id"))
)
KEY_FOR_CHANGE = statement(
    select(api_keys)
    .where(k.workspace_id == bindparam("workspace_id"), k.id == bindparam("id"))
    .with_for_update()
)
KEYS_PAGE = statement(
    select(api_keys)
    .where(k.workspace_id == bindparam("workspace_id"), k.id > bindparam("after"))
    .order_by(k.id)
    .limit(bindparam("limit"))
)
REVOKE_KEY = statement(
    update(api_keys)
    .where(k.workspace_id == bindparam("of_workspace"), k.id == bindparam("of_id"))
    .values(revoked_at=bindparam("now"))
)

NAMES_OF_MEMBERS = statement(
    select(m.id, m.name).where(m.workspace_id == bindparam("workspace_id"), in_list(m.id, "ids"))
)
NAMES_OF_KEYS = statement(
    select(k.id, k.name).where(k.workspace_id == bindparam("workspace_id"), in_list(k.id, "ids"))
)

# Changes nothing where the visitor was revoked meanwhile: the row is locked, so a revocation is never passed.
UPSERT_VISITOR = statement(
    lambda insert: (
        insert(visitors)
        .values({column: bindparam(column.name) for column in visitors.columns})
        .on_conflict_do_update(
            index_elements=[v.workspace_id, v.id],
            set_={"seen_at": bindparam("seen_at")},
            where=v.revoked_at.is_(None),
        )
    )
)
# Whose a token is: a rotation's visitor, else the one that follows from it. Three reads of primary keys.
VISITOR_BY_TOKEN = statement(
    select(v.id, v.revoked_at, t.ends_at)
    .select_from(
        visitors.outerjoin(
            visitor_tokens, (t.workspace_id == v.workspace_id) & (t.token_hash == bindparam("token_hash"))
        )
    )
    .where(
        v.workspace_id == bindparam("workspace_id"),
        v.id
        == func.coalesce(
            select(t.visitor_id)
            .where(t.workspace_id == bindparam("workspace_id"), t.token_hash == bindparam("token_hash"))
            .correlate(None)
            .scalar_subquery(),
            bindparam("derived_id", type_=Text),
        ),
    )
)
VISITORS_BY_ID = statement(
    select(visitors)
    .where(v.workspace_id == bindparam("workspace_id"), in_list(v.id, "ids"))
    .order_by(v.seen_at.desc(), v.id)
)
REVOKE_VISITORS = statement(
    update(visitors)
    .where(v.workspace_id == bindparam("of_workspace"), in_list(v.id, "ids"), v.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)
LOCK_VISITORS = statement(
    select(v.id, v.revoked_at)
    .where(v.workspace_id == bindparam("workspace_id"), in_list(v.id, "ids"))
    .order_by(v.id)
    .with_for_update()
)
TOKEN_BY_HASH = statement(
    select(t.visitor_id, t.ends_at).where(
        t.workspace_id == bindparam("workspace_id"), t.token_hash == bindparam("token_hash")
    )
)
# One new token is put down once, whoever is quicker.
INSERT_TOKEN = statement(
    lambda insert: (
        insert(visitor_tokens)
        .values({column: bindparam(column.name) for column in visitor_tokens.columns})
        .on_conflict_do_nothing()
    )
)
END_TOKEN = statement(
    lambda insert: (
        insert(visitor_tokens)
        .values({column: bindparam(column.name) for column in visitor_tokens.columns})
        .on_conflict_do_update(
            index_elements=[t.workspace_id, t.token_hash], set_={"ends_at": bindparam("ends_at")}
        )
    )
)

INSERT_SETUP = statement(
    insert(setup_links).values({column: bindparam(column.name) for column in setup_links.columns})
)
SETUP_BY_TOKEN = statement(select(setup_links).where(u.token_hash == bindparam("token_hash")))
# All of them: whoever uses one link waits for whoever uses another.
LOCK_SETUPS = statement(select(u.workspace_id).order_by(u.workspace_id).with_for_update())
USE_SETUP = statement(
    update(setup_links).where(u.workspace_id == bindparam("of_workspace")).values(used_at=bindparam("now"))
)
DROP_OPEN_SETUPS = statement(delete(setup_links).where(u.used_at.is_(None)))


def workspace_of(row: Row) -> Workspace:
    return Workspace(
        id=WorkspaceId(row["workspace_id"]),
        slug=row["slug"],
        name=row["name"],
        zone=row["zone"],
        locale=row["locale"],
        epoch=row["epoch"],
        version=row["version"],
        created_at=row["created_at"],
    )


def member_of(row: Row) -> Member:
    return Member(
        id=MemberId(row["id"]),
        workspace_id=WorkspaceId(row["workspace_id"]),
        name=row["name"],
        email=row["email"],
        role=Role(row["role"]),
        active=bool(row["active"]),
        locale=row["locale"],
        version=row["version"],
        created_at=row["created_at"],
    )


def key_of(row: Row) -> ApiKey:
    return ApiKey(
        id=KeyId(row["id"]),
        workspace_id=WorkspaceId(row["workspace_id"]),
        name=row["name"],
        shown=row["shown"],
        scopes=tuple(Scope(each) for each in json.loads(row["scopes"])),
        created_by=row["created_by"],
        created_at=row["created_at"],
        revoked_at=row["revoked_at"],
    )
