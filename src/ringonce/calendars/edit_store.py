"""SQL of the edits and lists of schedules, hosts, absences and external calendars."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, Table, and_, bindparam, delete, insert, or_, select, update

from ringonce.calendars.model import HostDraft, ScheduleDraft
from ringonce.calendars.store import limits_text
from ringonce.calendars.tables import aways, external_busy, external_calendars, hosts, schedules
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")


def _every(table: Table) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.c}


def _set(*names: str) -> dict[str, Any]:
    # A bound name may not be that of a compared column, so the new values have names of their own.
    return {name: bindparam(f"new_{name}") for name in names}


def renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values under the names that the UPDATE statements bind."""
    return {f"new_{name}": value for name, value in values.items()}


# --- schedules

_SCHEDULE = and_(schedules.c.workspace_id == _W, schedules.c.id == _ID)
_SCHEDULE_FIELDS = ("name", "zone", "weekly", "overrides", "travels", "holidays", "is_default", "version")

INSERT_SCHEDULE: Final = statement(insert(schedules).values(_every(schedules)))
UPDATE_SCHEDULE: Final = statement(update(schedules).where(_SCHEDULE).values(_set(*_SCHEDULE_FIELDS)))
DELETE_SCHEDULE: Final = statement(delete(schedules).where(_SCHEDULE))
FIND_SCHEDULE: Final = statement(select(schedules).where(_SCHEDULE))
LOCK_SCHEDULE: Final = statement(select(schedules).where(_SCHEDULE).with_for_update())
LOCK_DEFAULT_SCHEDULE: Final = statement(
    select(schedules).where(schedules.c.workspace_id == _W, schedules.c.is_default == 1).with_for_update()
)
DROP_DEFAULT: Final = statement(
    update(schedules)
    .where(schedules.c.workspace_id == _W, schedules.c.is_default == 1)
    .values(is_default=0, version=schedules.c.version + 1)
)
LIST_SCHEDULES: Final = statement(
    select(schedules)
    .where(
        schedules.c.workspace_id == _W,
        or_(
            schedules.c.created_at > bindparam("after_at"),
            and_(schedules.c.created_at == bindparam("after_at"), schedules.c.id > bindparam("after_id")),
        ),
    )
    .order_by(schedules.c.created_at, schedules.c.id)
    .limit(bindparam("most"))
)

# --- hosts

_HOST = and_(hosts.c.workspace_id == _W, hosts.c.id == _ID)
_HOST_FIELDS = (
    *("kind", "name", "email", "member_id", "schedule_id", "active", "priority", "weight", "limits"),
    *("locale", "retired_at"),
)

INSERT_HOST: Final = statement(insert(hosts).values(_every(hosts)))
UPDATE_HOST: Final = statement(
    update(hosts)
    .where(_HOST)
    .values(
        **_set(*_HOST_FIELDS),
        version=hosts.c.version + 1,
        revision=hosts.c.revision + 1,
        changed_at=bindparam("now"),
    )
)
FIND_HOST: Final = statement(select(hosts).where(_HOST))
RAISE_REVISIONS: Final = statement(
    update(hosts)
    .where(hosts.c.workspace_id == _W, in_list(hosts.c.id, "host_ids"))
    .values(version=hosts.c.version + 1, revision=hosts.c.revision + 1, changed_at=bindparam("now"))
)
# Those who live by a schedule: by choice or, where it is the default, by having chosen none.
HOSTS_OF_SCHEDULE: Final = statement(
    select(hosts.c.id)
    .where(
        hosts.c.workspace_id == _W,
        or_(
            hosts.c.schedule_id == bindparam("schedule_id"),
            and_(hosts.c.schedule_id.is_(None), bindparam("is_default") == 1),
        ),
    )
    .order_by(hosts.c.id)
)
CHOSE_SCHEDULE: Final = statement(
    select(hosts.c.id)
    .where(hosts.c.workspace_id == _W, hosts.c.schedule_id == bindparam("schedule_id"))
    .order_by(hosts.c.id)
)
LIST_HOSTS: Final = statement(
    select(hosts)
    .where(
        hosts.c.workspace_id == _W,
        hosts.c.retired_at.is_(None),
        or_(
            hosts.c.created_at > bindparam("after_at"),
            and_(hosts.c.created_at == bindparam("after_at"), hosts.c.id > bindparam("after_id")),
        ),
    )
    .order_by(hosts.c.created_at, hosts.c.id)
    .limit(bindparam("most"))
)

# --- absences

_AWAY = and_(aways.c.workspace_id == _W, aways.c.id == _ID)

INSERT_AWAY: Final = statement(insert(aways).values(_every(aways)))
FIND_AWAY: Final = statement(select(aways).where(_AWAY))
DELETE_AWAY: Final = statement(delete(aways).where(_AWAY))
LIST_AWAYS: Final = statement(
    select(aways)
    .where(
        aways.c.workspace_id == _W,
        aways.c.host_id == bindparam("host_id"),
        or_(
            aways.c.start_minute > bindparam("after_minute"),
            and_(aways.c.start_minute == bindparam("after_minute"), aways.c.id > bindparam("after_id")),
        ),
    )
    .order_by(aways.c.start_minute, aways.c.id)
    .limit(bindparam("most"))
)

# --- external calendars

_CALENDAR = and_(external_calendars.c.workspace_id == _W, external_calendars.c.id == _ID)

INSERT_CALENDAR: Final = statement(insert(external_calendars).values(_every(external_calendars)))
UPDATE_CALENDAR: Final = statement(
    update(external_calendars).where(_CALENDAR).values(_set("name", "policy", "read_at", "failing_since"))
)
DELETE_CALENDAR: Final = statement(delete(external_calendars).where(_CALENDAR))
FIND_CALENDAR: Final = statement(select(external_calendars).where(_CALENDAR))
_BUSY_OF = and_(external_busy.c.workspace_id == _W, external_busy.c.calendar_id == bindparam("calendar_id"))
_BUSY_IN = and_(
    _BUSY_OF,
    external_busy.c.start_minute < bindparam("last_minute"),
    external_busy.c.end_minute > bindparam("first_minute"),
)
BUSY_IN: Final = statement(select(external_busy).where(_BUSY_IN).order_by(external_busy.c.start_minute))
DELETE_BUSY_IN: Final = statement(delete(external_busy).where(_BUSY_IN))
DELETE_BUSY: Final = statement(delete(external_busy).where(_BUSY_OF))
INSERT_BUSY: Final = statement(insert(external_busy).values(_every(external_busy)))


def schedule_values(draft: ScheduleDraft) -> dict[str, Any]:
    """The columns of a schedule that its draft decides."""
    return {
        "name": draft.name.strip(),
        "zone": draft.zone,
        "weekly": _json([sorted(day) for day in draft.weekly]),
        "overrides": _json([{"on": one.on, "windows": sorted(one.windows)} for one in draft.overrides]),
        "travels": _json(
            [{"first_on": one.first_on, "last_on": one.last_on, "zone": one.zone} for one in draft.travels]
        ),
        "holidays": None
        if draft.holidays is None
        else _json({"country": draft.holidays.country, "subdivision": draft.holidays.subdivision}),
        "is_default": int(draft.is_default),
    }


def host_values(draft: HostDraft) -> dict[str, Any]:
    """The columns of a host that its draft decides."""
    return {
        "kind": draft.kind.value,
        "name": draft.name.strip(),
        "email": draft.email,
        "member_id": draft.member_id,
        "schedule_id": draft.schedule_id,
        "active": int(draft.active),
        "priority": draft.priority,
        "weight": draft.weight,
        "limits": limits_text(draft.limits),
        "locale": draft.locale,
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def busy_values(
    workspace_id: str, host_id: str, calendar_id: str, stretches: Iterable[tuple[int, int]]
) -> list[dict[str, Any]]:
    """Rows of external busy time."""
    return [
        {
            "workspace_id": workspace_id,
            "host_id": host_id,
            "calendar_id": calendar_id,
            "start_minute": start,
            "end_minute": end,
        }
        for start, end in stretches
    ]
