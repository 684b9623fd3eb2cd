"""What the offer of a service needs apart from taken time: rules, hosts with their aways, external busy time.

A stage changes only with an edit, so it is kept by the revisions it was built from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ringonce.availability.model import (
    Away,
    AwayKind,
    Busy,
    Cause,
    Host,
    Rules,
    Schedule,
    Unreachable,
)
from ringonce.booking.catalogue_model import Service, ServiceHost, Team
from ringonce.calendars.model import (
    STALE_AFTER_MS,
    CalendarPolicy,
    ExternalCalendar,
    HostKind,
    HostRecord,
    HoursSchedule,
    Role,
)
from ringonce.calendars.public_holidays import holiday_aways
from ringonce.calendars.queries import Diary
from ringonce.values.ids import HostId, ScheduleId

_NOWHERE: Final = Schedule("UTC", ((),) * 7)


@dataclass(frozen=True)
class Stage:
    """A service ready to be offered. `external` is sorted by start."""

    service: Service
    team: Team | None
    rules: Rules
    hosts: Mapping[str, Host]
    records: Mapping[HostId, HostRecord]
    external: tuple[Busy, ...]
    longest_external: int


def build_stage(service: Service, team: Team | None, diary: Diary, years: tuple[int, int]) -> Stage:
    """Put rules and hosts together; holidays are worked out for the years, both inclusive."""
    own = _find(diary, service.schedule_id)
    hosts: dict[str, Host] = {}
    for member in service.hosts:
        record = diary.hosts.get(member.host_id)
        # A host who is gone or paused stays in the rules: the time is refused as `host-missing`.
        if record is not None and record.active and record.retired_at is None:
            hosts[record.id] = _host(diary, record, member, own, years)
    external = _external(diary)
    return Stage(
        service=service,
        team=team,
        rules=_rules(service, team, diary, own),
        hosts=hosts,
        records=diary.hosts,
        external=external,
        longest_external=max((row.end - row.start for row in external), default=0),
    )


def _find(diary: Diary, schedule_id: ScheduleId | None) -> HoursSchedule | None:
    return None if schedule_id is None else diary.schedules.get(schedule_id)


def _plain(schedule: HoursSchedule) -> Schedule:
    return Schedule(schedule.zone, schedule.weekly, schedule.overrides, schedule.travels)


def _default_of(diary: Diary, record: HostRecord) -> HoursSchedule | None:
    """The host's default schedule: its own, else the workspace's. A resource without one is always open."""
    if record.schedule_id is not None:
        return diary.schedules.get(record.schedule_id)
    return diary.default if record.kind is HostKind.PERSON else None


def _host(
    diary: Diary,
    record: HostRecord,
    member: ServiceHost,
    own: HoursSchedule | None,
    years: tuple[int, int],
) -> Host:
    default = _default_of(diary, record)
    chosen = _find(diary, member.schedule_id) or default
    in_force = own or chosen
    unset = _NOWHERE if record.kind is HostKind.PERSON else None
    return Host(
        id=record.id,
        zone=_zone_of(default or chosen, diary),
        schedule=unset if chosen is None else _plain(chosen),
        aways=_aways(diary, record.id, in_force, years),
        limits=record.limits,
        unreachable=tuple(
            _unreachable(calendar) for calendar in diary.calendars if calendar.host_id == record.id
        ),
        name=record.name,
        priority=member.priority or record.priority,
        weight=member.weight * record.weight // 100 or 1,
    )


def _zone_of(schedule: HoursSchedule | None, diary: Diary) -> str:
    known = schedule or diary.default
    return "UTC" if known is None else known.zone


def _aways(
    diary: Diary, host_id: HostId, in_force: HoursSchedule | None, years: tuple[int, int]
) -> tuple[Away, ...]:
    given = tuple(
        Away(away.start_minute, away.end_minute, AwayKind(away.kind), away.note)
        for away in diary.aways
        if away.host_id == host_id
    )
    if in_force is None or in_force.holidays is None:
        return given
    return given + holiday_aways(in_force.holidays, in_force.zone, *years)


def _unreachable(calendar: ExternalCalendar) -> Unreachable:
    """When this calendar closes its host.

    Its last copy counts for six hours; a strict one that is said to be failing closes at once.
    """
    last_copy_until = (calendar.created_at if calendar.read_at is None else calendar.read_at) + STALE_AFTER_MS
    since = calendar.failing_since
    strict = calendar.policy is CalendarPolicy.STRICT
    if strict and calendar.read_at is None:
        return Unreachable(calendar.name, since or calendar.created_at, calendar.created_at)
    if strict and since is not None:
        return Unreachable(calendar.name, since, min(since, last_copy_until))
    return Unreachable(calendar.name, since or calendar.read_at or calendar.created_at, last_copy_until)


def _external(diary: Diary) -> tuple[Busy, ...]:
    names = {calendar.id: calendar.name for calendar in diary.calendars}
    return tuple(
        Busy(
            row.host_id,
            row.start_minute,
            row.end_minute,
            Cause.EXTERNAL,
            f"{row.calendar_id}:{row.start_minute}:{row.end_minute}",
            calendar=names.get(row.calendar_id),
        )
        for row in diary.external
    )


def _rules(service: Service, team: Team | None, diary: Diary, own: HoursSchedule | None) -> Rules:
    restriction = _find(diary, service.restriction_schedule_id)
    groups: dict[int, list[str]] = {}
    for member in service.hosts:
        if member.role is Role.GROUP:
            groups.setdefault(member.group_no, []).append(member.host_id)
    rules = service.rules
    return Rules(
        service=service.id,
        zone=_home_zone(service, team, diary, own),
        lengths=service.lengths,
        mode=service.mode,
        fixed=tuple(member.host_id for member in service.hosts if member.role is Role.FIXED),
        rotating=tuple(member.host_id for member in service.hosts if member.role is Role.ROTATING),
        groups=tuple(tuple(groups[number]) for number in sorted(groups)),
        team=None if team is None else team.id,
        team_zone=None if team is None else team.zone,
        schedule=None if own is None else _plain(own),
        restriction=None if restriction is None else _plain(restriction),
        grid=rules.grid,
        interval=rules.interval,
        offset=rules.offset,
        notice=rules.notice,
        window=rules.window,
        first_only=rules.first_only,
        before=rules.before,
        after=rules.after,
        limits=rules.limits,
        team_limits=() if team is None else team.limits,
        visitor_limit=service.visitor_limit,
        seats=service.seats if service.is_seated else None,
        active=service.is_live,
    )


def _home_zone(service: Service, team: Team | None, diary: Diary, own: HoursSchedule | None) -> str:
    """The zone whose days count windows and limits: the service's, the team's, or the first host's."""
    if own is not None:
        return own.zone
    if team is not None and team.zone is not None:
        return team.zone
    first = diary.hosts.get(service.hosts[0].host_id) if service.hosts else None
    return _zone_of(None if first is None else _default_of(diary, first), diary)
