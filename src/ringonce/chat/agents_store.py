"""SQL of agents: who is there, how much each has in hand, whose turn it is."""

from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    update,
)

from ringonce.chat.inbox_tables import agent_team_members, agents, inbox_agents, inboxes
from ringonce.chat.tables import conversations, mentions, placements
from ringonce.identity.tables import members
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_MEMBER: Final[BindParameter[str]] = bindparam("member_id")
_OPEN: Final = conversations.c.state == literal_column("'open'")


def _every(table: Any) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.c}


KNOWN_AGENTS: Final = statement(
    select(members.c.id).where(
        members.c.workspace_id == _W, members.c.active == 1, in_list(members.c.id, "ids")
    )
)
#: Every active member; who was never at the desk has no row of her own yet.
LIST_AGENTS: Final = statement(
    select(
        members.c.id.label("member_id"),
        members.c.name,
        members.c.role,
        agents.c.status,
        agents.c.capacity,
        agents.c.present_until,
        select(func.count())
        .where(conversations.c.workspace_id == _W, conversations.c.assignee_id == members.c.id, _OPEN)
        .scalar_subquery()
        .label("open"),
    )
    .outerjoin(
        agents, and_(agents.c.workspace_id == members.c.workspace_id, agents.c.member_id == members.c.id)
    )
    .where(
        members.c.workspace_id == _W,
        members.c.active == 1,
        or_(bindparam("one") == "", members.c.id == bindparam("one")),
    )
    .order_by(members.c.name, members.c.id)
)
ENSURE_AGENT: Final = statement(
    lambda insert: (
        insert(agents)
        .values(_every(agents))
        .on_conflict_do_nothing(index_elements=["workspace_id", "member_id"])
    )
)
LOCK_AGENT: Final = statement(
    select(agents).where(agents.c.workspace_id == _W, agents.c.member_id == _MEMBER).with_for_update()
)
_THESE: Final = (
    select(agents)
    .where(agents.c.workspace_id == _W, in_list(agents.c.member_id, "ids"))
    .order_by(agents.c.member_id)
)
FIND_AGENTS: Final = statement(_THESE)
LOCK_AGENTS: Final = statement(_THESE.with_for_update())
_ONE: Final = and_(agents.c.workspace_id == _W, agents.c.member_id == _MEMBER)
SET_STATUS: Final = statement(update(agents).where(_ONE).values(status=bindparam("new_status")))
SET_CAPACITY: Final = statement(update(agents).where(_ONE).values(capacity=bindparam("new_capacity")))
SET_PRESENT: Final = statement(update(agents).where(_ONE).values(present_until=bindparam("until")))
SET_ASSIGNED: Final = statement(update(agents).where(_ONE).values(assigned_at=bindparam("now")))

#: Who answers in an inbox: its agents and its team, or every member where none are named.
_ANSWERS: Final = or_(
    and_(
        inboxes.c.team_id.is_(None),
        not_(exists().where(inbox_agents.c.workspace_id == _W, inbox_agents.c.inbox_id == inboxes.c.id)),
    ),
    exists().where(
        inbox_agents.c.workspace_id == _W,
        inbox_agents.c.inbox_id == inboxes.c.id,
        inbox_agents.c.member_id == agents.c.member_id,
    ),
    exists().where(
        agent_team_members.c.workspace_id == _W,
        agent_team_members.c.team_id == inboxes.c.team_id,
        agent_team_members.c.member_id == agents.c.member_id,
    ),
)
#: Who may be given a conversation: those of its own team, else those who answer in its inbox.
CANDIDATES: Final = statement(
    select(agents.c.member_id)
    .join(
        members,
        and_(members.c.workspace_id == agents.c.workspace_id, members.c.id == agents.c.member_id),
    )
    .join(inboxes, inboxes.c.workspace_id == agents.c.workspace_id)
    .where(
        agents.c.workspace_id == _W,
        inboxes.c.id == bindparam("inbox_id"),
        members.c.active == 1,
        agents.c.status == literal_column("'online'"),
        agents.c.present_until > bindparam("now"),
        or_(
            and_(or_(bindparam("team_id") == "", inboxes.c.team_id == bindparam("team_id")), _ANSWERS),
            exists().where(
                agent_team_members.c.workspace_id == _W,
                agent_team_members.c.team_id == bindparam("team_id"),
                agent_team_members.c.member_id == agents.c.member_id,
            ),
        ),
        or_(bindparam("one") == "", agents.c.member_id == bindparam("one")),
    )
)
LOADS: Final = statement(
    select(conversations.c.assignee_id, func.count().label("n"))
    .where(conversations.c.workspace_id == _W, in_list(conversations.c.assignee_id, "ids"), _OPEN)
    .group_by(conversations.c.assignee_id)
)
_OF_NOBODY: Final = and_(conversations.c.workspace_id == _W, _OPEN, conversations.c.assignee_id.is_(None))
_TEAM: Final = func.coalesce(conversations.c.team_id, literal_column("''"))
#: For whom somebody waits: inboxes, and teams of conversations that were given to one.
QUEUES: Final = statement(
    select(conversations.c.inbox_id, _TEAM.label("team_id"))
    .distinct()
    .where(_OF_NOBODY, in_list(conversations.c.inbox_id, "inbox_ids"))
    .order_by(conversations.c.inbox_id, _TEAM)
)
#: Open conversations in nobody's hands, those who wait longest first; `queues` are inbox/team.
WAITING: Final = statement(
    select(conversations.c.id)
    .where(
        _OF_NOBODY, in_list(conversations.c.inbox_id.concat(literal_column("'/'")).concat(_TEAM), "queues")
    )
    .order_by(func.coalesce(conversations.c.waiting_since, conversations.c.created_at), conversations.c.id)
    .limit(bindparam("most"))
)
#: Where somebody waits while an agent of the workspace is there; who may take it is asked later.
WAITING_IN: Final = statement(
    select(conversations.c.workspace_id, conversations.c.inbox_id)
    .distinct()
    .join_from(agents, conversations, conversations.c.workspace_id == agents.c.workspace_id)
    .where(
        agents.c.status == literal_column("'online'"),
        agents.c.present_until > bindparam("now"),
        _OPEN,
        conversations.c.assignee_id.is_(None),
    )
    .order_by(conversations.c.workspace_id, conversations.c.inbox_id)
)

# --- mentions

INSERT_MENTION: Final = statement(
    lambda insert: (
        insert(mentions)
        .values(_every(mentions))
        .on_conflict_do_nothing(index_elements=["workspace_id", "member_id", "message_id"])
    )
)
#: What a member has read holds her mentions too, wherever a merge has put the note.
SEE_MENTIONS: Final = statement(
    update(mentions)
    .where(
        mentions.c.workspace_id == _W,
        mentions.c.member_id == _MEMBER,
        mentions.c.seen_at.is_(None),
        exists().where(
            placements.c.workspace_id == _W,
            placements.c.conversation_id == bindparam("conversation_id"),
            placements.c.message_id == mentions.c.message_id,
            placements.c.withdrawn_at.is_(None),
            placements.c.seq <= bindparam("seq"),
        ),
    )
    .values(seen_at=bindparam("now"))
)
