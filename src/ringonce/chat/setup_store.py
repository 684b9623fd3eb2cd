"""SQL of what the desk sets up for chat: labels, canned replies, teams of agents."""

from typing import Any, Final

from sqlalchemy import BindParameter, Table, and_, bindparam, delete, insert, or_, select, update

from ringonce.chat.inbox_tables import agent_team_members, agent_teams, canned_replies, inboxes, labels
from ringonce.chat.tables import conversation_labels, conversations
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")


def _every(table: Table) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.c}


# --- labels

_LABEL = and_(labels.c.workspace_id == _W, labels.c.id == _ID)

INSERT_LABEL: Final = statement(insert(labels).values(_every(labels)))
LOCK_LABEL: Final = statement(select(labels).where(_LABEL).with_for_update())
UPDATE_LABEL: Final = statement(
    update(labels)
    .where(_LABEL)
    .values(name=bindparam("new_name"), hue=bindparam("new_hue"), version=labels.c.version + 1)
)
DELETE_LABEL: Final = statement(delete(labels).where(_LABEL))
LIST_LABELS: Final = statement(
    select(labels).where(labels.c.workspace_id == _W).order_by(labels.c.name, labels.c.id)
)
KNOWN_LABELS: Final = statement(
    select(labels.c.id).where(labels.c.workspace_id == _W, in_list(labels.c.id, "ids"))
)

# --- labels of conversations

LABELS_OF: Final = statement(
    select(conversation_labels.c.conversation_id, conversation_labels.c.label_id)
    .where(
        conversation_labels.c.workspace_id == _W,
        in_list(conversation_labels.c.conversation_id, "ids"),
    )
    .order_by(conversation_labels.c.added_at, conversation_labels.c.label_id)
)
ADD_LABEL: Final = statement(
    lambda insert: (
        insert(conversation_labels)
        .values(_every(conversation_labels))
        .on_conflict_do_nothing(index_elements=["workspace_id", "conversation_id", "label_id"])
    )
)
REMOVE_LABEL: Final = statement(
    delete(conversation_labels).where(
        conversation_labels.c.workspace_id == _W,
        conversation_labels.c.conversation_id == bindparam("conversation_id"),
        conversation_labels.c.label_id == bindparam("label_id"),
    )
)
TAKE_LABEL_OFF: Final = statement(
    delete(conversation_labels).where(
        conversation_labels.c.workspace_id == _W, conversation_labels.c.label_id == bindparam("label_id")
    )
)

# --- canned replies

_REPLY = and_(canned_replies.c.workspace_id == _W, canned_replies.c.id == _ID)

INSERT_REPLY: Final = statement(insert(canned_replies).values(_every(canned_replies)))
FIND_REPLY: Final = statement(select(canned_replies).where(_REPLY))
LOCK_REPLY: Final = statement(select(canned_replies).where(_REPLY).with_for_update())
SHORTCUT_TAKEN: Final = statement(
    select(canned_replies.c.id).where(
        canned_replies.c.workspace_id == _W,
        canned_replies.c.shortcut == bindparam("shortcut"),
        canned_replies.c.id != _ID,
    )
)
UPDATE_REPLY: Final = statement(
    update(canned_replies)
    .where(_REPLY)
    .values(
        shortcut=bindparam("new_shortcut"),
        body=bindparam("new_body"),
        version=canned_replies.c.version + 1,
    )
)
DELETE_REPLY: Final = statement(delete(canned_replies).where(_REPLY))
LIST_REPLIES: Final = statement(
    select(canned_replies).where(canned_replies.c.workspace_id == _W).order_by(canned_replies.c.shortcut)
)

# --- teams of agents

_TEAM = and_(agent_teams.c.workspace_id == _W, agent_teams.c.id == _ID)

INSERT_TEAM: Final = statement(insert(agent_teams).values(_every(agent_teams)))
FIND_TEAM: Final = statement(select(agent_teams).where(_TEAM))
LOCK_TEAM: Final = statement(select(agent_teams).where(_TEAM).with_for_update())
TEAM_NAMED: Final = statement(
    select(agent_teams.c.id).where(
        agent_teams.c.workspace_id == _W, agent_teams.c.name == bindparam("name"), agent_teams.c.id != _ID
    )
)
UPDATE_TEAM: Final = statement(
    update(agent_teams).where(_TEAM).values(name=bindparam("new_name"), version=agent_teams.c.version + 1)
)
DELETE_TEAM: Final = statement(delete(agent_teams).where(_TEAM))
LIST_TEAMS: Final = statement(
    select(agent_teams).where(agent_teams.c.workspace_id == _W).order_by(agent_teams.c.name)
)
MEMBERS_OF_TEAMS: Final = statement(
    select(agent_team_members)
    .where(
        agent_team_members.c.workspace_id == _W,
        or_(bindparam("team_id") == "", agent_team_members.c.team_id == bindparam("team_id")),
    )
    .order_by(agent_team_members.c.member_id)
)
INSERT_TEAM_MEMBER: Final = statement(insert(agent_team_members).values(_every(agent_team_members)))
DELETE_TEAM_MEMBERS: Final = statement(
    delete(agent_team_members).where(
        agent_team_members.c.workspace_id == _W, agent_team_members.c.team_id == bindparam("team_id")
    )
)
TEAM_IN_USE: Final = statement(
    select(conversations.c.id.label("id"))
    .where(
        conversations.c.workspace_id == _W,
        conversations.c.team_id == bindparam("team_id"),
        or_(conversations.c.state == "open", conversations.c.state == "snoozed"),
    )
    .limit(1)
)
INBOX_OF_TEAM: Final = statement(
    select(inboxes.c.id)
    .where(inboxes.c.workspace_id == _W, inboxes.c.team_id == bindparam("team_id"), inboxes.c.active == 1)
    .limit(1)
)
