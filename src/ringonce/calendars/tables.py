"""The tables of hosts, schedules and taken time, and the constraint that no two claims of a host overlap.

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

from ringonce.kernel.schema import extra_ddl, metadata

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
    Column("version", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
    CheckConstraint("is_default IN (0, 1)", name="is_default"),
    Index(
        "ux_schedules_default",
        "workspace_id",
        unique=True,
        sqlite_where=text("is_default = 1"),
        postgresql_where=text("is_default = 1"),
    ),
)

hosts = Table(
    "hosts",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("no", BigInteger, nullable=False),  # the host in the EXCLUDE range: 62 bits of its id's hash
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
    Column("version", BigInteger, nullable=False),  # raised by whatever moves its page: also every claim
    Column("revision", BigInteger, nullable=False),  # raised by edits alone: what an editor compares
    Column("changed_at", BigInteger, nullable=False),  # when `version` was raised last
    Column("created_at", BigInteger, nullable=False),
    Column("retired_at", BigInteger),
    PrimaryKeyConstraint("workspace_id", "id"),
    UniqueConstraint("no", name="uq_hosts_no"),
    ForeignKeyConstraint(
        ["workspace_id", "schedule_id"], ["schedules.workspace_id", "schedules.id"], name="fk_hosts_schedule"
    ),
    CheckConstraint("kind IN ('person', 'resource')", name="kind"),
    CheckConstraint("active IN (0, 1)", name="active"),
    CheckConstraint("weight >= 1", name="weight"),
    Index("ix_hosts_schedule", "workspace_id", "schedule_id"),
)

aways = Table(
    "aways",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("start_minute", BigInteger, nullable=False),
    Column("end_minute", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_aways_host"
    ),
    CheckConstraint("kind IN ('away', 'holiday')", name="kind"),
    CheckConstraint("end_minute > start_minute", name="order"),
    Index("ix_aways_host", "workspace_id", "host_id", "start_minute"),
)

external_calendars = Table(
    "external_calendars",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("policy", Text, nullable=False),
    Column("read_at", BigInteger),  # the last time its busy time was read whole
    Column("failing_since", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_external_calendars_host"
    ),
    CheckConstraint("policy IN ('strict', 'trust')", name="policy"),
    Index("ix_external_calendars_host", "workspace_id", "host_id"),
)

external_busy = Table(
    "external_busy",
    metadata,
    Column("workspace_id", Text, nullable=False),
    Column("host_id", Text, nullable=False),
    Column("calendar_id", Text, nullable=False),
    Column("start_minute", BigInteger, nullable=False),
    Column("end_minute", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace_id", "calendar_id", "start_minute", "end_minute"),
    ForeignKeyConstraint(
        ["workspace_id", "calendar_id"],
        ["external_calendars.workspace_id", "external_calendars.id"],
        name="fk_external_busy_calendar",
    ),
    CheckConstraint("end_minute > start_minute", name="order"),
    Index("ix_external_busy_host", "workspace_id", "host_id", "start_minute"),
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
    Column("host_no", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start_minute", BigInteger, nullable=False),
    Column("end_minute", BigInteger, nullable=False),
    Column("before_minutes", Integer, nullable=False),
    Column("after_minutes", Integer, nullable=False),
    Column("padded_start", BigInteger, nullable=False),
    Column("padded_end", BigInteger, nullable=False),
    Column("blocks", Integer, nullable=False),
    Column("service_id", Text, nullable=False),
    Column("team_id", Text),
    Column("length_minutes", Integer, nullable=False),
    Column("role", Text, nullable=False),  # 'rotating' rows are the ones a round robin counts
    Column("expires_at", BigInteger),  # NULL: does not lapse
    Column("taken_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("workspace_id", "owner_id", "host_id"),
    ForeignKeyConstraint(
        ["workspace_id", "host_id"], ["hosts.workspace_id", "hosts.id"], name="fk_occupancy_host"
    ),
    CheckConstraint("kind IN ('hold', 'booking', 'request', 'sitting')", name="kind"),
    CheckConstraint("blocks IN (0, 1)", name="blocks"),
    CheckConstraint("end_minute > start_minute", name="order"),
    CheckConstraint(
        "padded_start = start_minute - before_minutes AND padded_end = end_minute + after_minutes",
        name="padded",
    ),
    CheckConstraint(
        f"before_minutes >= 0 AND after_minutes >= 0 AND padded_end - padded_start <= {MAX_PADDED_MINUTES}",
        name="size",
    ),
    Index("ix_occupancy_host", "workspace_id", "host_id", "padded_start"),
    Index("ix_occupancy_service", "workspace_id", "service_id", "start_minute"),
    # Every claim first removes what has lapsed: few rows, however many bookings a host has had.
    Index(
        "ix_occupancy_lapsing",
        "workspace_id",
        "host_id",
        "expires_at",
        sqlite_where=text("expires_at IS NOT NULL"),
        postgresql_where=text("expires_at IS NOT NULL"),
    ),
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
)

NO_OVERLAP: Final = "occupancy_no_overlap"

POSTGRESQL_NO_OVERLAP: Final = (
    f"ALTER TABLE occupancy ADD CONSTRAINT {NO_OVERLAP} EXCLUDE USING gist ("
    "int8range(host_no, host_no, '[]') WITH &&, int8range(padded_start, padded_end) WITH &&"
    ") WHERE (blocks = 1)"
)

# Blocking rows of a host never overlap one another, so of all that could meet a new row it is enough to look
# at the one that starts last before the new row's end.
_TRIGGER: Final = """
CREATE TRIGGER {name} BEFORE {what} ON occupancy WHEN NEW.blocks = 1 BEGIN
  SELECT RAISE(ABORT, 'occupancy_no_overlap') WHERE (
    SELECT o.padded_end FROM occupancy AS o
    WHERE o.host_no = NEW.host_no AND o.blocks = 1 AND o.padded_start < NEW.padded_end{other}
    ORDER BY o.padded_start DESC LIMIT 1
  ) > NEW.padded_start;
END"""
SQLITE_NO_OVERLAP: Final = (
    _TRIGGER.format(name=f"{NO_OVERLAP}_insert", what="INSERT", other=""),
    _TRIGGER.format(name=f"{NO_OVERLAP}_update", what="UPDATE", other=" AND o.rowid <> OLD.rowid"),
)

extra_ddl(sqlite=SQLITE_NO_OVERLAP, postgresql=(POSTGRESQL_NO_OVERLAP,))
