"""All SQL of hosts, schedules, external calendars and taken time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, bindparam, delete, insert, or_, select, update

from ringonce.availability.model import DateOverride, Limit, Period, Travel, Window
from ringonce.calendars.model import (
    AwayRecord,
    CalendarPolicy,
    ClaimKind,
    ExternalBusy,
    ExternalCalendar,
    Holidays,
    HostKind,
    HostRecord,
    HoursSchedule,
    Role,
    TakenRow,
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

_WORKSPACE: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")


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
    .values(version=hosts.c.version + 1, changed_at=bindparam("now"))
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


LIST_TAKEN_OF_HOSTS: Final = statement(
    select(occupancy).where(
        occupancy.c.workspace_id == _WORKSPACE,
        in_list(occupancy.c.host_id, "host_ids"),
        # Padded stretches are bounded, so that a range read need not begin with the first booking ever made.
        occupancy.c.padded_start > bindparam("first_minute") - MAX_PADDED_MINUTES,
        occupancy.c.padded_start < bindparam("last_minute"),
        occupancy.c.padded_end > bindparam("first_minute"),
    )
)
LIST_TAKEN_OF_SERVICE: Final = statement(
    select(occupancy).where(
        occupancy.c.workspace_id == _WORKSPACE,
        occupancy.c.service_id == bindparam("service_id"),
        occupancy.c.start_minute >= bindparam("first_minute"),
        occupancy.c.start_minute < bindparam("last_minute"),
    )
)
LIST_TAKEN_OF_TEAM: Final = statement(
    select(occupancy).where(
        occupancy.c.workspace_id == _WORKSPACE,
        occupancy.c.team_id == bindparam("team_id"),
        occupancy.c.start_minute >= bindparam("first_minute"),
        occupancy.c.start_minute < bindparam("last_minute"),
    )
)

# --- what a scene reads beside it

LIST_HOSTS_BY_ID: Final = statement(
    select(hosts)
    .where(hosts.c.workspace_id == _WORKSPACE, in_list(hosts.c.id, "host_ids"))
    .order_by(hosts.c.id)
)
LIST_SCHEDULES_FOR_SCENE: Final = statement(
    select(schedules).where(
        schedules.c.workspace_id == _WORKSPACE,
        or_(in_list(schedules.c.id, "schedule_ids"), schedules.c.is_default == 1),
    )
)
LIST_AWAYS_OF_HOSTS: Final = statement(
    select(aways)
    .where(aways.c.workspace_id == _WORKSPACE, in_list(aways.c.host_id, "host_ids"))
    .order_by(aways.c.start_minute, aways.c.id)
)
LIST_CALENDARS_OF_HOSTS: Final = statement(
    select(external_calendars)
    .where(external_calendars.c.workspace_id == _WORKSPACE, in_list(external_calendars.c.host_id, "host_ids"))
    .order_by(external_calendars.c.id)
)
LIST_EXTERNAL_BUSY_OF_HOSTS: Final = statement(
    select(external_busy)
    .where(external_busy.c.workspace_id == _WORKSPACE, in_list(external_busy.c.host_id, "host_ids"))
    .order_by(external_busy.c.start_minute, external_busy.c.end_minute)
)


def taken_of(row: Row) -> TakenRow:
    """A share of a claim from its row."""
    return TakenRow(
        row["owner_id"],
        HostId(row["host_id"]),
        ClaimKind(row["kind"]),
        row["start_minute"],
        row["end_minute"],
        row["before_minutes"],
        row["after_minutes"],
        row["blocks"] == 1,
        row["service_id"],
        row["team_id"],
        Role(row["role"]),
        row["expires_at"],
        row["taken_at"],
    )


def away_of(row: Row) -> AwayRecord:
    """An away from its row."""
    return AwayRecord(
        OverrideId(row["id"]),
        HostId(row["host_id"]),
        row["start_minute"],
        row["end_minute"],
        row["kind"],
        row["note"],
        row["created_at"],
    )


def calendar_of(row: Row) -> ExternalCalendar:
    """An external calendar from its row."""
    return ExternalCalendar(
        CalendarId(row["id"]),
        HostId(row["host_id"]),
        row["name"],
        CalendarPolicy(row["policy"]),
        row["read_at"],
        row["failing_since"],
        row["created_at"],
    )


def external_of(row: Row) -> ExternalBusy:
    """A busy stretch of an outside calendar from its row."""
    return ExternalBusy(
        HostId(row["host_id"]), CalendarId(row["calendar_id"]), row["start_minute"], row["end_minute"]
    )


def schedule_of(row: Row) -> HoursSchedule:
    """A schedule from its row."""
    holidays = None if row["holidays"] is None else msgspec.json.decode(row["holidays"])
    return HoursSchedule(
        id=ScheduleId(row["id"]),
        name=row["name"],
        zone=row["zone"],
        weekly=tuple(_windows(day) for day in msgspec.json.decode(row["weekly"])),
        overrides=tuple(
            DateOverride(date.fromisoformat(one["on"]), _windows(one["windows"]))
            for one in msgspec.json.decode(row["overrides"])
        ),
        travels=tuple(
            Travel(date.fromisoformat(one["first_on"]), date.fromisoformat(one["last_on"]), one["zone"])
            for one in msgspec.json.decode(row["travels"])
        ),
        holidays=None if holidays is None else Holidays(holidays["country"], holidays["subdivision"]),
        is_default=row["is_default"] == 1,
        version=row["version"],
        created_at=row["created_at"],
    )


def _windows(pairs: Iterable[Sequence[int]]) -> tuple[Window, ...]:
    return tuple((pair[0], pair[1]) for pair in pairs)


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
        revision=row["revision"],
        changed_at=row["changed_at"],
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
