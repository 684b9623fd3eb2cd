"""The tables of hosts, schedules and taken time, and the constraint that no two live claims of a host overlap.

What belongs elsewhere: what a claim is for (booking) and when a host is open (availability).
"""

from typing import Final

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
    UniqueConstraint,
    text,
)

from ringonce.kernel.db import metadata

# SQLite's STRICT tables know INTEGER (64 bits) and refuse BIGINT.
Whole: Final = BigInteger().with_variant(Integer(), "sqlite")

# A padded stretch is never longer than this, so that a range read may start this far before its range.
MAX_PADDED_MINUTES: Final = 9 * 24 * 60

schedules = Table(
    "schedules",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("weekly", Text, nullable=False),  # JSON: seven lists of [start, end], Monday first
    Column("overrides", Text, nullable=False),  # JSON: [{on, windows}]
    Column("travels", Text, nullable=False),  # JSON: [{first_on, last_on, zone}]
    Column("holidays", Text),  # JSON: {country, subdivision}
    Column("is_default", Integer, nullable=False),
    Column("version", Whole, nullable=False),
    Column("created_at", Whole, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id", name="pk_schedules"),
    CheckConstraint("is_default IN (0, 1)", name="ck_schedules_is_default"),
    Index(
        "ux_schedules_default",
        "workspace_id",
        unique=True,
        sqlite_where=text("is_default = 1"),
        postgresql_where=text("is_default = 1"),
    ),
    sqlite_strict=True,
)

hosts = Table(
    "hosts",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("no", Whole, nullable=False),  # the host in the EXCLUDE range: 62 bits of its id's hash
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("member_id", Text),
    Column("schedule_id", Text),  # NULL: the default one; a resource without one is always open
    Column("active", Integer, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("limits", Text, nullable=False),
    Column("locale", Text),
    Column("version", Whole, nullable=False),
    Column("created_at", Whole, nullable=False),
    Column("retired_at", Whole),
    PrimaryKeyConstraint("workspace_id", "id", name="pk_hosts"),
    UniqueConstraint("no", name="uq_hosts_no"),
    ForeignKeyConstraint(
        ["workspace_id", "schedule_id"], ["schedules.workspace_id", "schedules.id"], name="fk_hosts_schedule"
    ),
    CheckConstraint("kind IN ('person', 'resource')", name="ck_hosts_kind"),
    CheckConstraint("active IN (0, 1)", name="ck_hosts_active"),
    CheckConstraint("weight >= 1", name="ck_hosts_weight"),
    Index("ix_hosts_schedule", "workspace_id", "schedule_id"),
    sqlite_strict=True,
)

aways = Table(
    "aways",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("start_minute", Whole, nullable=False),
    Column("end_minute", Whole, nullable=False),
    Column("kind", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("created_at", Whole, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id", name="pk_aways"),
    ForeignKeyConstraint(["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_aways_host"),
    CheckConstraint("kind IN ('away', 'holiday')", name="ck_aways_kind"),
    CheckConstraint("end_minute > start_minute", name="ck_aways_order"),
    Index("ix_aways_host", "workspace_id", "host_id", "start_minute"),
    sqlite_strict=True,
)

external_calendars = Table(
    "external_calendars",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("policy", Text, nullable=False),
    Column("read_at", Whole),  # the last time its busy time was read whole
    Column("failing_since", Whole),
    Column("created_at", Whole, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id", name="pk_external_calendars"),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_external_calendars_host"
    ),
    CheckConstraint("policy IN ('strict', 'trust')", name="ck_external_calendars_policy"),
    Index("ix_external_calendars_host", "workspace_id", "host_id"),
    sqlite_strict=True,
)

external_busy = Table(
    "external_busy",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("calendar_id", Text, nullable=False),
    Column("start_minute", Whole, nullable=False),
    Column("end_minute", Whole, nullable=False),
    PrimaryKeyConstraint(
        "workspace_id", "calendar_id", "start_minute", "end_minute", name="pk_external_busy"
    ),
    ForeignKeyConstraint(
        ["workspace_id", "calendar_id"],
        ["external_calendars.workspace_id", "external_calendars.id"],
        name="fk_external_busy_calendar",
    ),
    CheckConstraint("end_minute > start_minute", name="ck_external_busy_order"),
    Index("ix_external_busy_host", "workspace_id", "host_id", "start_minute"),
    sqlite_strict=True,
)

# One row for one host's share of one hold, booking, request or sitting. `blocks` = 1 puts it under the
# constraint. A request that does not block has kind 'request' and blocks = 0 and is not busy time; a
# deliberate overlap by staff has another kind and blocks = 0 and still is.
occupancy = Table(
    "occupancy",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("owner_id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("host_no", Whole, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start_minute", Whole, nullable=False),
    Column("end_minute", Whole, nullable=False),
    Column("before_minutes", Integer, nullable=False),
    Column("after_minutes", Integer, nullable=False),
    Column("padded_start", Whole, nullable=False),
    Column("padded_end", Whole, nullable=False),
    Column("blocks", Integer, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("team_id", Text),
    Column("length_minutes", Integer, nullable=False),
    Column("role", Text, nullable=False),  # 'rotating' rows are the ones a round robin counts
    Column("expires_at", Whole),  # NULL: does not lapse
    Column("taken_at", Whole, nullable=False),
    PrimaryKeyConstraint("workspace_id", "owner_id", "host_id", name="pk_occupancy"),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_occupancy_host"
    ),
    CheckConstraint("kind IN ('hold', 'booking', 'request', 'sitting')", name="ck_occupancy_kind"),
    CheckConstraint("blocks IN (0, 1)", name="ck_occupancy_blocks"),
    CheckConstraint("end_minute > start_minute", name="ck_occupancy_order"),
    CheckConstraint(
        "padded_start = start_minute - before_minutes AND padded_end = end_minute + after_minutes",
        name="ck_occupancy_padded",
    ),
    CheckConstraint(
        f"before_minutes >= 0 AND after_minutes >= 0 AND padded_end - padded_start <= {MAX_PADDED_MINUTES}",
        name="ck_occupancy_size",
    ),
    Index("ix_occupancy_host", "workspace_id", "host_id", "padded_start"),
    Index("ix_occupancy_service", "workspace_id", "service_id", "start_minute"),
    Index(
        "ix_occupancy_team",
        "workspace_id",
        "team_id",
        "start_minute",
        sqlite_where=text("team_id IS NOT NULL"),
        postgresql_where=text("team_id IS NOT NULL"),
    ),
    Index(
        "ix_occupancy_blocking",
        "host_no",
        "padded_start",
        sqlite_where=text("blocks = 1"),
        postgresql_where=text("blocks = 1"),
    ),
    sqlite_strict=True,
)

NO_OVERLAP: Final = "occupancy_no_overlap"

POSTGRESQL_NO_OVERLAP: Final = (
    f"ALTER TABLE occupancy ADD CONSTRAINT {NO_OVERLAP} EXCLUDE USING gist ("
    "int8range(host_no, host_no, '[]') WITH &&, int8range(padded_start, padded_end) WITH &&"
    ") WHERE (blocks = 1)"
)

# Blocking rows of a host never overlap one another, so of all that could meet a new row it is enough to look
# at the one that starts last before the new row's end.
_MEETS: Final = (
    "SELECT RAISE(ABORT, '" + NO_OVERLAP + "') WHERE (SELECT o.padded_end FROM occupancy AS o"
    " WHERE o.host_no = NEW.host_no AND o.blocks = 1 AND o.padded_start < NEW.padded_end{other}"
    " ORDER BY o.padded_start DESC LIMIT 1) > NEW.padded_start;"
)
SQLITE_NO_OVERLAP: Final = (
    f"CREATE TRIGGER {NO_OVERLAP}_insert BEFORE INSERT ON occupancy WHEN NEW.blocks = 1 BEGIN "
    + _MEETS.format(other="")
    + " END",
    f"CREATE TRIGGER {NO_OVERLAP}_update BEFORE UPDATE ON occupancy WHEN NEW.blocks = 1 BEGIN "
    + _MEETS.format(other=" AND o.rowid <> OLD.rowid")
    + " END",
)
