"""Tables of what the desk sets up for chat: inboxes, who answers, teams, labels, canned replies."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint

from ringonce.kernel.schema import metadata

inboxes = Table(
    "inboxes",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("slug", Text, nullable=False),
    Column("name", Text, nullable=False),
    # Look, words, forms, away rules, assignment: `chat.inbox_model.InboxSettings` as JSON.
    Column("settings", Text, nullable=False),
    Column("schedule_id", Text),
    Column("team_id", Text),
    # The secret of signed identities follows from the server's key, this id and this number.
    Column("secret_no", Integer, nullable=False),
    # Until when the secret before this one is still taken.
    Column("old_secret_until", BigInteger),
    Column("active", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    # The last page that asked for the launcher: the green tick of the set-up page.
    Column("seen_at", BigInteger),
    UniqueConstraint("workspace_id", "slug", name="inboxes_slug"),
)

# A member at the desk. Present while a socket of hers beats; the status is her own choice.
agents = Table(
    "agents",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
    Column("status", Text, nullable=False),
    # Null: as many as the inbox of a conversation says.
    Column("capacity", Integer),
    Column("present_until", BigInteger, nullable=False),
    Column("assigned_at", BigInteger, nullable=False),
    CheckConstraint("status in ('online','busy','away')", name="status"),
    CheckConstraint("capacity between 1 and 1000", name="capacity"),
)

inbox_agents = Table(
    "inbox_agents",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("inbox_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
)

# Teams of agents; a team of hosts, which is booked, is another thing.
agent_teams = Table(
    "agent_teams",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    UniqueConstraint("workspace_id", "name", name="agent_teams_name"),
)

agent_team_members = Table(
    "agent_team_members",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("team_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
)

labels = Table(
    "labels",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("hue", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    CheckConstraint("hue between 0 and 359", name="hue"),
    UniqueConstraint("workspace_id", "name", name="labels_name"),
)

canned_replies = Table(
    "canned_replies",
    metadata,
    Column("workspace_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("shortcut", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    UniqueConstraint("workspace_id", "shortcut", name="canned_replies_shortcut"),
    Index("canned_replies_by_shortcut", "workspace_id", "shortcut"),
)
