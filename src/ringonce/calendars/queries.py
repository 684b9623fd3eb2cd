"""Reads of hosts, their schedules and their taken time, for the features above."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringonce.calendars import store
from ringonce.calendars.model import (
    AwayRecord,
    ExternalBusy,
    ExternalCalendar,
    HostRecord,
    HoursSchedule,
    TakenRow,
)
from ringonce.kernel.db import Tx
from ringonce.values.ids import HostId, ScheduleId


@dataclass(frozen=True, slots=True)
class Diary:
    """What hosts' times depend on apart from taken time. `default` is the workspace's default schedule."""

    hosts: dict[HostId, HostRecord]
    schedules: dict[ScheduleId, HoursSchedule]
    default: HoursSchedule | None
    aways: tuple[AwayRecord, ...]
    calendars: tuple[ExternalCalendar, ...]
    external: tuple[ExternalBusy, ...]


async def load_diary(
    tx: Tx, workspace_id: str, host_ids: Iterable[str], schedule_ids: Iterable[str] = ()
) -> Diary:
    """Everything about these hosts but their taken time: one statement a table."""
    wanted = store.id_array(host_ids)
    host_rows = await tx.all(store.LIST_HOSTS_BY_ID, workspace_id=workspace_id, host_ids=wanted)
    found = {host.id: host for host in map(store.host_of, host_rows)}
    own = {host.schedule_id for host in found.values() if host.schedule_id is not None}
    schedule_rows = await tx.all(
        store.LIST_SCHEDULES_FOR_SCENE,
        workspace_id=workspace_id,
        schedule_ids=store.id_array([*schedule_ids, *own]),
    )
    schedules = {schedule.id: schedule for schedule in map(store.schedule_of, schedule_rows)}
    aways = await tx.all(store.LIST_AWAYS_OF_HOSTS, workspace_id=workspace_id, host_ids=wanted)
    calendars = await tx.all(store.LIST_CALENDARS_OF_HOSTS, workspace_id=workspace_id, host_ids=wanted)
    external = (
        await tx.all(store.LIST_EXTERNAL_BUSY_OF_HOSTS, workspace_id=workspace_id, host_ids=wanted)
        if calendars
        else []
    )
    return Diary(
        hosts=found,
        schedules=schedules,
        default=next((schedule for schedule in schedules.values() if schedule.is_default), None),
        aways=tuple(map(store.away_of, aways)),
        calendars=tuple(map(store.calendar_of, calendars)),
        external=tuple(map(store.external_of, external)),
    )


async def list_taken(
    tx: Tx, workspace_id: str, host_ids: Iterable[str], first_minute: int, last_minute: int
) -> list[TakenRow]:
    """Shares of claims whose padded stretch meets the range, lapsed ones among them."""
    rows = await tx.all(
        store.LIST_TAKEN_OF_HOSTS,
        workspace_id=workspace_id,
        host_ids=store.id_array(host_ids),
        first_minute=first_minute,
        last_minute=last_minute,
    )
    return [store.taken_of(row) for row in rows]


async def list_taken_of_service(
    tx: Tx, workspace_id: str, service_id: str, first_minute: int, last_minute: int
) -> list[TakenRow]:
    """Shares of claims for a service that start in the range, whoever the host."""
    rows = await tx.all(
        store.LIST_TAKEN_OF_SERVICE,
        workspace_id=workspace_id,
        service_id=service_id,
        first_minute=first_minute,
        last_minute=last_minute,
    )
    return [store.taken_of(row) for row in rows]


async def list_taken_of_team(
    tx: Tx, workspace_id: str, team_id: str, first_minute: int, last_minute: int
) -> list[TakenRow]:
    """Shares of claims for a team that start in the range, whoever the host."""
    rows = await tx.all(
        store.LIST_TAKEN_OF_TEAM,
        workspace_id=workspace_id,
        team_id=team_id,
        first_minute=first_minute,
        last_minute=last_minute,
    )
    return [store.taken_of(row) for row in rows]
