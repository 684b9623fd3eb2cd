"""The tables of what can be booked: services, who takes part in them, and teams."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from ringonce.kernel.schema import metadata

teams = Table(
    "teams",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone", Text),  # NULL: that of the first host
    Column("limits", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("revision", BigInteger, nullable=False),  # raised by edits alone: what an editor compares
    Column("changed_at", BigInteger, nullable=False),  # when `version` was raised last
    Column("created_at", BigInteger, nullable=False),
    Column("retired_at", BigInteger),
    PrimaryKeyConstraint("workspace_id", "id"),
    Index(
        "ux_teams_slug",
        "workspace_id",
        "slug",
        unique=True,
        sqlite_where=text("retired_at IS NULL"),
        postgresql_where=text("retired_at IS NULL"),
    ),
)

team_hosts = Table(
    "team_hosts",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("team_id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id", "team_id", "host_id"),
    ForeignKeyConstraint(
        ["workspace_id", "team_id"], ["teams.workspace_id", "teams.id"], name="fk_team_hosts_team"
    ),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_team_hosts_host"
    ),
    Index("ix_team_hosts_host", "workspace_id", "host_id"),
)

services = Table(
    "services",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("colour", Text, nullable=False),
    Column("price_text", Text, nullable=False),
    Column("hidden", Integer, nullable=False),
    Column("private_token", Text),
    Column("lengths", Text, nullable=False),  # JSON: minutes, the first is the default
    Column("questions", Text, nullable=False),
    Column("locations", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("schedule_id", Text),
    Column("restriction_schedule_id", Text),
    Column("team_id", Text),
    Column("mode", Text, nullable=False),
    Column("seats", Integer, nullable=False),  # 1: no sittings
    Column("approval", Text, nullable=False),
    Column("pending_blocks", Integer, nullable=False),
    Column("hold_minutes", Integer, nullable=False),
    Column("cancel_until_minutes", Integer),  # NULL: never by the visitor; else minutes before the start
    Column("move_until_minutes", Integer),
    Column("keep_host_on_move", Integer, nullable=False),
    Column("visitor_limit", Integer),
    Column("success_url", Text),
    Column("active", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("revision", BigInteger, nullable=False),  # raised by edits alone: what an editor compares
    Column("changed_at", BigInteger, nullable=False),  # when `version` was raised last
    Column("created_at", BigInteger, nullable=False),
    Column("retired_at", BigInteger),
    PrimaryKeyConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "schedule_id"],
        ["schedules.workspace_id", "schedules.id"],
        name="fk_services_schedule",
    ),
    ForeignKeyConstraint(
        ["workspace_id", "restriction_schedule_id"],
        ["schedules.workspace_id", "schedules.id"],
        name="fk_services_restriction",
    ),
    ForeignKeyConstraint(
        ["workspace_id", "team_id"], ["teams.workspace_id", "teams.id"], name="fk_services_team"
    ),
    CheckConstraint("mode IN ('single', 'any', 'all')", name="mode"),
    CheckConstraint("approval IN ('none', 'always')", name="approval"),
    CheckConstraint("seats >= 1", name="seats"),
    CheckConstraint("hold_minutes BETWEEN 2 AND 15", name="hold"),
    CheckConstraint("active IN (0, 1) AND hidden IN (0, 1) AND pending_blocks IN (0, 1)", name="flags"),
    Index(
        "ux_services_slug",
        "workspace_id",
        "slug",
        unique=True,
        sqlite_where=text("retired_at IS NULL"),
        postgresql_where=text("retired_at IS NULL"),
    ),
    Index("ix_services_schedule", "workspace_id", "schedule_id"),
    Index("ix_services_team", "workspace_id", "team_id"),
)

service_hosts = Table(
    "service_hosts",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("group_no", Integer, nullable=False),  # 0 unless role is 'group'
    Column("schedule_id", Text),  # the host's chosen schedule for this service
    Column("priority", Integer, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("since_at", BigInteger, nullable=False),  # a late joiner is not given everything at once
    PrimaryKeyConstraint("workspace_id", "service_id", "host_id"),
    ForeignKeyConstraint(
        ["workspace_id", "service_id"],
        ["services.workspace_id", "services.id"],
        name="fk_service_hosts_service",
    ),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_service_hosts_host"
    ),
    ForeignKeyConstraint(
        ["workspace_id", "schedule_id"],
        ["schedules.workspace_id", "schedules.id"],
        name="fk_service_hosts_schedule",
    ),
    CheckConstraint("role IN ('fixed', 'rotating', 'group')", name="role"),
    CheckConstraint("weight >= 1", name="weight"),
    Index("ix_service_hosts_host", "workspace_id", "host_id"),
)
