"""Reads of hosts, their schedules and their taken time, for the features above."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringonce.calendars import edit_store, store
from ringonce.calendars.model import (
    AwayRecord,
    ExternalBusy,
    ExternalCalendar,
    HostRecord,
    HoursSchedule,
    TakenRow,
)
from ringonce.calendars.refusals import HostMissing, ScheduleMissing
from ringonce.kernel.db import Tx
from ringonce.values.ids import HostId, ScheduleId
from ringonce.values.paging import Page, PageAsk, Position


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


_START: Position = (-1, "")


async def load_schedule(tx: Tx, workspace_id: str, schedule_id: str) -> HoursSchedule:
    """One schedule. Raises ScheduleMissing."""
    row = await tx.one(edit_store.FIND_SCHEDULE, workspace_id=workspace_id, id=schedule_id)
    if row is None:
        raise ScheduleMissing(schedule=schedule_id)
    return store.schedule_of(row)


async def find_schedules(
    tx: Tx, workspace_id: str, schedule_ids: Iterable[str]
) -> dict[ScheduleId, HoursSchedule]:
    """Those of the schedules that exist."""
    wanted = set(schedule_ids)
    rows = await tx.all(
        store.LIST_SCHEDULES_FOR_SCENE, workspace_id=workspace_id, schedule_ids=store.id_array(wanted)
    )
    return {schedule.id: schedule for schedule in map(store.schedule_of, rows) if schedule.id in wanted}


async def list_schedules(tx: Tx, workspace_id: str, page: PageAsk) -> Page[HoursSchedule]:
    """Schedules, oldest first; the position is (created_at, id)."""
    after_at, after_id = page.after or _START
    rows = await tx.all(
        edit_store.LIST_SCHEDULES,
        workspace_id=workspace_id,
        after_at=after_at,
        after_id=after_id,
        most=page.limit + 1,
    )
    items = tuple(map(store.schedule_of, rows[: page.limit]))
    more = len(rows) > page.limit
    return Page(items, (items[-1].created_at, items[-1].id) if more else None)


async def load_host(tx: Tx, workspace_id: str, host_id: str) -> HostRecord:
    """One host, retired or not. Raises HostMissing."""
    row = await tx.one(edit_store.FIND_HOST, workspace_id=workspace_id, id=host_id)
    if row is None:
        raise HostMissing(host=host_id)
    return store.host_of(row)


async def find_hosts(tx: Tx, workspace_id: str, host_ids: Iterable[str]) -> dict[HostId, HostRecord]:
    """Those of the hosts that exist, retired ones among them."""
    rows = await tx.all(store.LIST_HOSTS_BY_ID, workspace_id=workspace_id, host_ids=store.id_array(host_ids))
    return {host.id: host for host in map(store.host_of, rows)}


async def list_hosts(tx: Tx, workspace_id: str, page: PageAsk) -> Page[HostRecord]:
    """Hosts that are not retired, oldest first; the position is (created_at, id)."""
    after_at, after_id = page.after or _START
    rows = await tx.all(
        edit_store.LIST_HOSTS,
        workspace_id=workspace_id,
        after_at=after_at,
        after_id=after_id,
        most=page.limit + 1,
    )
    items = tuple(map(store.host_of, rows[: page.limit]))
    more = len(rows) > page.limit
    return Page(items, (items[-1].created_at, items[-1].id) if more else None)


async def list_aways(tx: Tx, workspace_id: str, host_id: str, page: PageAsk) -> Page[AwayRecord]:
    """A host's stretches of absence by their start; the position is (start_minute, id)."""
    after_minute, after_id = page.after or _START
    rows = await tx.all(
        edit_store.LIST_AWAYS,
        workspace_id=workspace_id,
        host_id=host_id,
        after_minute=after_minute,
        after_id=after_id,
        most=page.limit + 1,
    )
    items = tuple(map(store.away_of, rows[: page.limit]))
    more = len(rows) > page.limit
    return Page(items, (items[-1].start_minute, items[-1].id) if more else None)


async def list_calendars(tx: Tx, workspace_id: str, host_id: str) -> tuple[ExternalCalendar, ...]:
    """A host's external calendars; a host has few."""
    rows = await tx.all(
        store.LIST_CALENDARS_OF_HOSTS, workspace_id=workspace_id, host_ids=store.id_array([host_id])
    )
    return tuple(map(store.calendar_of, rows))
