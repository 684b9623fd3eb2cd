"""SQL of inboxes and of who answers in them."""

from typing import Final

import msgspec
from sqlalchemy import BindParameter, and_, bindparam, delete, insert, select, update

from ringonce.chat.inbox_model import Inbox, InboxSettings
from ringonce.chat.inbox_tables import inbox_agents, inboxes
from ringonce.chat.store import every
from ringonce.kernel.db import Row, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")
_HERE: Final = and_(inboxes.c.workspace_id == _W, inboxes.c.id == _ID)
_CHANGES: Final = (
    *("slug", "name", "settings", "schedule_id", "team_id", "secret_no", "old_secret_until"),
    *("active", "version"),
)

INSERT_INBOX: Final = statement(insert(inboxes).values(every(inboxes)))
LOCK_INBOX: Final = statement(select(inboxes).where(_HERE).with_for_update())
FIND_INBOX: Final = statement(select(inboxes).where(_HERE))
FIND_BY_SLUG: Final = statement(
    select(inboxes).where(inboxes.c.workspace_id == _W, inboxes.c.slug == bindparam("slug"))
)
LIST_INBOXES: Final = statement(
    select(inboxes).where(inboxes.c.workspace_id == _W).order_by(inboxes.c.created_at, inboxes.c.id)
)
EVERY_INBOX: Final = statement(
    select(inboxes.c.workspace_id, inboxes.c.id, inboxes.c.settings).order_by(
        inboxes.c.workspace_id, inboxes.c.id
    )
)
UPDATE_INBOX: Final = statement(
    update(inboxes).where(_HERE).values({name: bindparam(f"new_{name}") for name in _CHANGES})
)
#: At most once an hour: every page view asks.
MARK_SEEN: Final = statement(
    update(inboxes)
    .where(_HERE, (inboxes.c.seen_at.is_(None)) | (inboxes.c.seen_at < bindparam("before")))
    .values(seen_at=bindparam("now"))
)
AGENTS_OF_ALL: Final = statement(
    select(inbox_agents.c.inbox_id, inbox_agents.c.member_id)
    .where(inbox_agents.c.workspace_id == _W)
    .order_by(inbox_agents.c.member_id)
)
AGENTS_OF: Final = statement(
    select(inbox_agents.c.member_id)
    .where(inbox_agents.c.workspace_id == _W, inbox_agents.c.inbox_id == _ID)
    .order_by(inbox_agents.c.member_id)
)
DELETE_AGENTS: Final = statement(
    delete(inbox_agents).where(inbox_agents.c.workspace_id == _W, inbox_agents.c.inbox_id == _ID)
)
INSERT_AGENT: Final = statement(insert(inbox_agents).values(every(inbox_agents)))

_SAME: Final = tuple(
    name for name in Inbox.__slots__ if name not in ("settings", "active", "agents") and name in inboxes.c
)


def settings_of(text: str) -> InboxSettings:
    """Settings from their JSON; what an older release did not know has its default."""
    return msgspec.json.decode(text, type=InboxSettings)


def inbox_of(row: Row, agents: tuple[str, ...] = ()) -> Inbox:
    """An inbox from its row."""
    return Inbox(
        settings=settings_of(row["settings"]),
        active=bool(row["active"]),
        agents=agents,
        **{name: row[name] for name in _SAME},
    )


def renamed(row: Row) -> Row:
    """A row's values under the names that UPDATE_INBOX binds."""
    return {f"new_{name}": row[name] for name in _CHANGES}
