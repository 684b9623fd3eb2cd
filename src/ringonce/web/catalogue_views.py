"""Services, schedules, hosts and teams between the wire and the features' own values."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import UNSET

from ringonce.availability.model import (
    BookableDays,
    BookingWindow,
    BusinessDays,
    DateOverride,
    DateRange,
    Limit,
    Rolling,
    Travel,
)
from ringonce.booking.catalogue_model import (
    Location,
    Option,
    Question,
    Service,
    ServiceHost,
    ServiceRules,
    Team,
)
from ringonce.calendars.model import AwayRecord, ExternalCalendar, Holidays, HostRecord, HoursSchedule
from ringonce.values.ids import HostId, ScheduleId
from ringonce.web import catalogue_model as wire
from ringonce.web.booking_views import maybe_ms
from ringonce.web.times import at_minute, at_ms

_ROLLING: Mapping[str, type[Rolling] | type[BusinessDays] | type[BookableDays]] = {
    "rolling": Rolling,
    "business-days": BusinessDays,
    "bookable-days": BookableDays,
}


def changes_of(body: msgspec.Struct) -> dict[str, Any]:
    """What a body says, as fields of the feature's draft; what it leaves out is left out."""
    given = {name: getattr(body, name) for name in body.__struct_fields__ if name != "version"}
    found: dict[str, Any] = {}
    for name, value in given.items():
        if value is UNSET:
            continue
        draft_name = _RENAMED.get(name, name)
        turn = _TURNED.get(name)
        found[draft_name] = value if turn is None or value is None else turn(value)
    return found


def service_view(service: Service, *, with_token: bool) -> wire.ServiceView:
    view = wire.ServiceView(
        id=service.id,
        slug=service.slug,
        title=service.title,
        description=service.description,
        colour=service.colour,
        price_text=service.price_text,
        hidden=service.hidden,
        is_private=service.private_token is not None,
        lengths=list(service.lengths),
        questions=[_question_part(each) for each in service.questions],
        locations=[
            wire.LocationPart(id=each.id, kind=each.kind, label=each.label, value=each.value)
            for each in service.locations
        ],
        rules=_rules_part(service.rules),
        schedule_id=service.schedule_id,
        restriction_schedule_id=service.restriction_schedule_id,
        team_id=service.team_id,
        mode=service.mode,
        seats=service.seats,
        approval=service.approval,
        pending_blocks=service.pending_blocks,
        hold_minutes=service.hold_minutes,
        cancel_until_minutes=service.cancel_until,
        move_until_minutes=service.move_until,
        keep_host_on_move=service.keep_host_on_move,
        visitor_limit=service.visitor_limit,
        success_url=service.success_url,
        active=service.active,
        position=service.position,
        hosts=[
            wire.ServiceHostPart(
                host_id=each.host_id,
                role=each.role,
                group_no=each.group_no,
                schedule_id=each.schedule_id,
                priority=each.priority,
                weight=each.weight,
            )
            for each in service.hosts
        ],
        version=service.revision,
        created_at=at_ms(service.created_at),
    )
    if with_token:
        view.private_token = service.private_token
    return view


def schedule_view(schedule: HoursSchedule) -> wire.ScheduleView:
    holidays = schedule.holidays
    return wire.ScheduleView(
        id=schedule.id,
        name=schedule.name,
        zone=schedule.zone,
        weekly=[[(start, end) for start, end in day] for day in schedule.weekly],
        overrides=[wire.OverridePart(on=each.on, windows=list(each.windows)) for each in schedule.overrides],
        travels=[
            wire.TravelPart(first_on=each.first_on, last_on=each.last_on, zone=each.zone)
            for each in schedule.travels
        ],
        holidays=None
        if holidays is None
        else wire.HolidaysPart(country=holidays.country, subdivision=holidays.subdivision),
        is_default=schedule.is_default,
        version=schedule.version,
        created_at=at_ms(schedule.created_at),
    )


def host_view(host: HostRecord) -> wire.HostView:
    return wire.HostView(
        id=host.id,
        kind=host.kind,
        name=host.name,
        email=host.email,
        member_id=host.member_id,
        schedule_id=host.schedule_id,
        active=host.active,
        priority=host.priority,
        weight=host.weight,
        limits=_limit_parts(host.limits),
        locale=host.locale,
        version=host.revision,
        created_at=at_ms(host.created_at),
    )


def team_view(team: Team) -> wire.TeamView:
    return wire.TeamView(
        id=team.id,
        slug=team.slug,
        name=team.name,
        zone=team.zone,
        limits=_limit_parts(team.limits),
        hosts=list(team.hosts),
        version=team.revision,
        created_at=at_ms(team.created_at),
    )


def away_view(away: AwayRecord) -> wire.AwayView:
    return wire.AwayView(
        id=away.id,
        start=at_minute(away.start_minute),
        end=at_minute(away.end_minute),
        kind=away.kind,
        note=away.note,
    )


def calendar_view(calendar: ExternalCalendar) -> wire.CalendarView:
    return wire.CalendarView(
        id=calendar.id,
        host_id=calendar.host_id,
        name=calendar.name,
        policy=calendar.policy,
        read_at=maybe_ms(calendar.read_at),
        failing_since=maybe_ms(calendar.failing_since),
    )


def _question_part(question: Question) -> wire.QuestionPart:
    return wire.QuestionPart(
        id=question.id,
        kind=question.kind,
        label=question.label,
        help=question.help,
        required=question.required,
        hidden=question.hidden,
        options=[wire.Option(value=each.value, label=each.label) for each in question.options],
        least=question.least,
        most=question.most,
    )


def _rules_part(rules: ServiceRules) -> wire.RulesPart:
    return wire.RulesPart(
        grid=rules.grid,
        interval_minutes=rules.interval,
        offset_minutes=rules.offset,
        notice_minutes=rules.notice,
        window=None if rules.window is None else _window_part(rules.window),
        first_only=rules.first_only,
        before_minutes=rules.before,
        after_minutes=rules.after,
        limits=_limit_parts(rules.limits),
    )


def _window_part(window: BookingWindow) -> wire.WindowPart:
    match window:
        case DateRange():
            return wire.WindowPart(kind="dates", first_on=window.first_on, last_on=window.last_on)
        case Rolling():
            return wire.WindowPart(kind="rolling", days=window.days)
        case BusinessDays():
            return wire.WindowPart(kind="business-days", days=window.days)
        case BookableDays():
            return wire.WindowPart(kind="bookable-days", days=window.days)


def _limit_parts(limits: Iterable[Limit]) -> list[wire.LimitPart]:
    return [
        wire.LimitPart(period=each.period, bookings=each.bookings, minutes=each.minutes) for each in limits
    ]


def _rules(part: wire.RulesPart) -> ServiceRules:
    return ServiceRules(
        grid=part.grid,
        interval=part.interval_minutes,
        offset=part.offset_minutes,
        notice=part.notice_minutes,
        window=None if part.window is None else _window(part.window),
        first_only=part.first_only,
        before=part.before_minutes,
        after=part.after_minutes,
        limits=_limits(part.limits),
    )


def _window(part: wire.WindowPart) -> BookingWindow:
    if part.kind == "dates":
        return DateRange(part.first_on, part.last_on)
    return _ROLLING[part.kind](part.days)


def _limits(parts: Iterable[wire.LimitPart]) -> tuple[Limit, ...]:
    return tuple(Limit(each.period, each.bookings, each.minutes) for each in parts)


def _questions(parts: Iterable[wire.QuestionPart]) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=each.id,
            kind=each.kind,
            label=each.label,
            help=each.help,
            required=each.required,
            hidden=each.hidden,
            options=tuple(Option(option.value, option.label) for option in each.options),
            least=each.least,
            most=each.most,
        )
        for each in parts
    )


def _locations(parts: Iterable[wire.LocationPart]) -> tuple[Location, ...]:
    return tuple(Location(id=each.id, kind=each.kind, label=each.label, value=each.value) for each in parts)


def _hosts(parts: Iterable[Any]) -> tuple[Any, ...]:
    """The hosts of a service with their parts, or those of a team by id."""
    return tuple(HostId(each) if isinstance(each, str) else _service_host(each) for each in parts)


def _service_host(part: wire.ServiceHostPart) -> ServiceHost:
    return ServiceHost(
        host_id=HostId(part.host_id),
        role=part.role,
        group_no=part.group_no,
        schedule_id=None if part.schedule_id is None else ScheduleId(part.schedule_id),
        priority=part.priority,
        weight=part.weight,
    )


def _weekly(days: Iterable[Iterable[tuple[int, int]]]) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple((start, end) for start, end in day) for day in days)


def _overrides(parts: Iterable[wire.OverridePart]) -> tuple[DateOverride, ...]:
    return tuple(DateOverride(each.on, tuple(each.windows)) for each in parts)


def _travels(parts: Iterable[wire.TravelPart]) -> tuple[Travel, ...]:
    return tuple(Travel(each.first_on, each.last_on, each.zone) for each in parts)


def _holidays(part: wire.HolidaysPart) -> Holidays:
    return Holidays(part.country, part.subdivision)


_RENAMED = {"cancel_until_minutes": "cancel_until", "move_until_minutes": "move_until"}
_TURNED: Mapping[str, Callable[[Any], Any]] = {
    "lengths": tuple,
    "questions": _questions,
    "locations": _locations,
    "rules": _rules,
    "hosts": _hosts,
    "limits": _limits,
    "weekly": _weekly,
    "overrides": _overrides,
    "travels": _travels,
    "holidays": _holidays,
}
