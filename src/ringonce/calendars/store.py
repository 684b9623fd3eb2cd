"""All SQL of hosts, schedules, external calendars and taken time."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec
from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from ringonce.availability.model import DateOverride, Limit, Period, Travel
from ringonce.calendars.model import (
    AwayRecord,
    CalendarPolicy,
    ExternalCalendar,
    Holidays,
    HostKind,
    HostRecord,
    HoursSchedule,
)
from ringonce.calendars.tables import (
    MAX_PADDED_MINUTES,
    aways,
    external_busy,
    external_calendars,
    hosts,
    occupancy,
    schedules,
)
from ringonce.kernel.db import Row, in_list, statement
from ringonce.values.ids import CalendarId, HostId, MemberId, OverrideId, ScheduleId

_WORKSPACE: Final = bindparam("workspace_id")
_ID: Final = bindparam("id")


def id_array(ids: Iterable[str]) -> str:
    """Ids as the JSON text that `in_list` reads: sorted, each once."""
    return msgspec.json.encode(sorted(set(ids))).decode()


# --- hosts

LOCK_HOSTS: Final = statement(
    select(hosts)
    .where(hosts.c.workspace_id == _WORKSPACE, in_list(hosts.c.id, "host_ids"))
    .order_by(hosts.c.id)
    .with_for_update()
)
RAISE_HOSTS: Final = statement(
    update(hosts)
    .where(hosts.c.workspace_id == _WORKSPACE, in_list(hosts.c.id, "host_ids"))
    .values(version=hosts.c.version + 1)
)

# --- taken time

DELETE_LAPSED: Final = statement(
    delete(occupancy)
    .where(
        occupancy.c.workspace_id == _WORKSPACE,
        in_list(occupancy.c.host_id, "host_ids"),
        occupancy.c.expires_at <= bindparam("now"),
    )
    .returning(occupancy.c.owner_id)
)
INSERT_OCCUPANCY: Final = statement(
    insert(occupancy).values({column.name: bindparam(column.name) for column in occupancy.c})
)
DELETE_OWNER: Final = statement(
    delete(occupancy)
    .where(occupancy.c.workspace_id == _WORKSPACE, occupancy.c.owner_id == bindparam("owner_id"))
    .returning(occupancy.c.host_id)
)
# A claim that has lapsed is not converted: whoever slept must ask again.
CONVERT_OWNER: Final = statement(
    update(occupancy)
    .where(
        occupancy.c.workspace_id == _WORKSPACE,
        occupancy.c.owner_id == bindparam("owner_id"),
        or_(occupancy.c.expires_at.is_(None), occupancy.c.expires_at > bindparam("now")),
    )
    .values(
        owner_id=bindparam("new_owner_id"),
        kind=bindparam("kind"),
        blocks=bindparam("blocks"),
        expires_at=bindparam("expires_at"),
    )
    .returning(occupancy.c.host_id)
)
EXTEND_OWNER: Final = statement(
    update(occupancy)
    .where(occupancy.c.workspace_id == _WORKSPACE, occupancy.c.owner_id == bindparam("owner_id"))
    .values(expires_at=bindparam("expires_at"))
)


def host_of(row: Row) -> HostRecord:
    """A host from its row."""
    return HostRecord(
        id=HostId(row["id"]),
        no=row["no"],
        kind=HostKind(row["kind"]),
        name=row["name"],
        email=row["email"],
        member_id=None if row["member_id"] is None else MemberId(row["member_id"]),
        schedule_id=None if row["schedule_id"] is None else ScheduleId(row["schedule_id"]),
        active=bool(row["active"]),
        priority=row["priority"],
        weight=row["weight"],
        limits=limits_of(row["limits"]),
        locale=row["locale"],
        version=row["version"],
        created_at=row["created_at"],
        retired_at=row["retired_at"],
    )


def limits_of(text: str) -> tuple[Limit, ...]:
    """Limits from their JSON."""
    return tuple(
        Limit(Period(one["period"]), one.get("bookings"), one.get("minutes"))
        for one in msgspec.json.decode(text)
    )


def limits_text(limits: Iterable[Limit]) -> str:
    """Limits as JSON."""
    rows: list[dict[str, Any]] = [
        {"period": limit.period.value, "bookings": limit.bookings, "minutes": limit.minutes}
        for limit in limits
    ]
    return msgspec.json.encode(rows).decode()
