"""All SQL of services, who takes part in them, and teams."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, bindparam, literal, literal_column, select, union_all, update

from ringonce.availability.model import (
    BookableDays,
    BookingWindow,
    BusinessDays,
    DateRange,
    GridKind,
    Limit,
    Mode,
    Period,
    Rolling,
)
from ringonce.booking.catalogue_model import (
    Approval,
    Location,
    LocationKind,
    Option,
    Question,
    QuestionKind,
    Service,
    ServiceHost,
    ServiceRules,
    Team,
)
from ringonce.booking.catalogue_tables import service_hosts, services, team_hosts, teams
from ringonce.booking.tables import holds, seats
from ringonce.calendars.model import Role
from ringonce.calendars.tables import hosts
from ringonce.kernel.db import Row, in_list, statement
from ringonce.values.ids import HostId, ScheduleId, ServiceId, TeamId

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_SERVICE: Final[BindParameter[str]] = bindparam("service_id")

# --- versions: the whole of a 304

_HERE = (services.c.workspace_id == _W, services.c.retired_at.is_(None))


def _versions(which: Any) -> Any:
    service = select(
        literal("service").label("kind"),
        services.c.id,
        services.c.version,
        services.c.revision,
        services.c.changed_at,
    ).where(*_HERE, which)
    host = (
        select(literal("host"), hosts.c.id, hosts.c.version, hosts.c.revision, hosts.c.changed_at)
        .select_from(services)
        .join(
            service_hosts,
            (service_hosts.c.workspace_id == services.c.workspace_id)
            & (service_hosts.c.service_id == services.c.id),
        )
        .join(
            hosts, (hosts.c.workspace_id == services.c.workspace_id) & (hosts.c.id == service_hosts.c.host_id)
        )
        .where(*_HERE, which)
    )
    team = (
        select(literal("team"), teams.c.id, teams.c.version, teams.c.revision, teams.c.changed_at)
        .select_from(services)
        .join(teams, (teams.c.workspace_id == services.c.workspace_id) & (teams.c.id == services.c.team_id))
        .where(*_HERE, which)
    )
    return union_all(service, host, team)


VERSIONS_BY_ID: Final = statement(_versions(services.c.id == bindparam("service")))
VERSIONS_BY_SLUG: Final = statement(_versions(services.c.slug == bindparam("service")))

# --- locks and raises

LOCK_SERVICE: Final = statement(
    select(services.c.id, services.c.version, services.c.revision, services.c.changed_at, services.c.team_id)
    .where(*_HERE, services.c.id == _SERVICE)
    .with_for_update()
)
LOCK_TEAM: Final = statement(
    select(teams.c.id, teams.c.version, teams.c.revision, teams.c.changed_at)
    .where(teams.c.workspace_id == _W, teams.c.id == bindparam("team_id"))
    .with_for_update()
)
RAISE_SERVICE: Final = statement(
    update(services)
    .where(services.c.workspace_id == _W, services.c.id == _SERVICE)
    .values(version=services.c.version + 1, changed_at=bindparam("now"))
    .returning(services.c.team_id)
)
RAISE_TEAM: Final = statement(
    update(teams)
    .where(teams.c.workspace_id == _W, teams.c.id == bindparam("team_id"))
    .values(version=teams.c.version + 1, changed_at=bindparam("now"))
)

# --- reads

FIND_SERVICE: Final = statement(
    select(services).where(services.c.workspace_id == _W, services.c.id == _SERVICE)
)
FIND_DOOR: Final = statement(
    select(services.c.id, services.c.private_token).where(
        services.c.workspace_id == _W, services.c.id == _SERVICE
    )
)
FIND_DOOR_BY_SLUG: Final = statement(
    select(services.c.id, services.c.private_token).where(*_HERE, services.c.slug == bindparam("slug"))
)
FIND_SERVICE_BY_SLUG: Final = statement(select(services).where(*_HERE, services.c.slug == bindparam("slug")))
LIST_SERVICE_HOSTS: Final = statement(
    select(service_hosts)
    .where(service_hosts.c.workspace_id == _W, service_hosts.c.service_id == _SERVICE)
    .order_by(service_hosts.c.position, service_hosts.c.host_id)
)
LIST_HOSTS_OF_SERVICES: Final = statement(
    select(service_hosts)
    .where(service_hosts.c.workspace_id == _W, in_list(service_hosts.c.service_id, "service_ids"))
    .order_by(service_hosts.c.position, service_hosts.c.host_id)
)
FIND_TEAM: Final = statement(
    select(teams).where(teams.c.workspace_id == _W, teams.c.id == bindparam("team_id"))
)
FIND_TEAM_BY_SLUG: Final = statement(
    select(teams).where(
        teams.c.workspace_id == _W, teams.c.slug == bindparam("slug"), teams.c.retired_at.is_(None)
    )
)
LIST_TEAM_HOSTS: Final = statement(
    select(team_hosts)
    .where(team_hosts.c.workspace_id == _W, team_hosts.c.team_id == bindparam("team_id"))
    .order_by(team_hosts.c.position, team_hosts.c.host_id)
)

LIST_SEATS_OF_SITTINGS: Final = statement(
    select(seats.c.sitting_id, seats.c.owner_id, seats.c.kind, seats.c.expires_at)
    .where(seats.c.workspace_id == _W, in_list(seats.c.sitting_id, "sitting_ids"))
    .order_by(seats.c.sitting_id, seats.c.number)
)
# Written out: with a bound value SQLite cannot tell that the partial index holds the rows.
LIVE_HOLDS_OF_SERVICE: Final = statement(
    select(holds)
    .where(
        holds.c.workspace_id == _W,
        holds.c.service_id == _SERVICE,
        holds.c.state == literal_column("'live'"),
        holds.c.expires_at > bindparam("now"),
    )
    .order_by(holds.c.id)
)

# --- rows to values


class _Limit(msgspec.Struct):
    period: Period
    bookings: int | None = None
    minutes: int | None = None


class _Window(msgspec.Struct, omit_defaults=True):
    kind: str
    days: int = 0
    first_on: date | None = None
    last_on: date | None = None


class _Rules(msgspec.Struct):
    grid: GridKind
    interval: int | None
    offset: int
    notice: int
    window: _Window | None
    first_only: bool
    before: int
    after: int
    limits: list[_Limit]


_RULES: Final = msgspec.json.Decoder(_Rules)
_ROLLING: Final[Mapping[str, type[Rolling] | type[BusinessDays] | type[BookableDays]]] = {
    "rolling": Rolling,
    "business-days": BusinessDays,
    "bookable-days": BookableDays,
}


def to_text(value: object) -> str:
    """JSON text of plain values, dates and enums."""
    return msgspec.json.encode(value).decode()


def rules_text(rules: ServiceRules) -> str:
    """A service's rules as JSON."""
    return to_text(
        _Rules(
            rules.grid,
            rules.interval,
            rules.offset,
            rules.notice,
            None if rules.window is None else _window_row(rules.window),
            rules.first_only,
            rules.before,
            rules.after,
            [_Limit(limit.period, limit.bookings, limit.minutes) for limit in rules.limits],
        )
    )


def rules_of(text: str) -> ServiceRules:
    """A service's rules from their JSON."""
    row = _RULES.decode(text)
    return ServiceRules(
        grid=row.grid,
        interval=row.interval,
        offset=row.offset,
        notice=row.notice,
        window=None if row.window is None else _window_of(row.window),
        first_only=row.first_only,
        before=row.before,
        after=row.after,
        limits=tuple(Limit(limit.period, limit.bookings, limit.minutes) for limit in row.limits),
    )


def _window_row(window: BookingWindow) -> _Window:
    if isinstance(window, DateRange):
        return _Window("dates", first_on=window.first_on, last_on=window.last_on)
    kind = next(name for name, of in _ROLLING.items() if isinstance(window, of))
    return _Window(kind, days=window.days)


def _window_of(row: _Window) -> BookingWindow:
    if row.kind == "dates":
        return DateRange(row.first_on, row.last_on)
    return _ROLLING[row.kind](row.days)


def limits_text(limits: tuple[Limit, ...]) -> str:
    """Limits as JSON."""
    return to_text([_Limit(limit.period, limit.bookings, limit.minutes) for limit in limits])


def _limits_of(text: str) -> tuple[Limit, ...]:
    rows = msgspec.json.decode(text, type=list[_Limit])
    return tuple(Limit(row.period, row.bookings, row.minutes) for row in rows)


def _question_of(row: dict[str, Any]) -> Question:
    options = tuple(Option(**option) for option in row.pop("options"))
    return Question(**{**row, "kind": QuestionKind(row["kind"]), "options": options})


def _location_of(row: dict[str, Any]) -> Location:
    return Location(**{**row, "kind": LocationKind(row["kind"])})


def service_host_of(row: Row) -> ServiceHost:
    """A host's part in a service from its row."""
    return ServiceHost(
        host_id=HostId(row["host_id"]),
        role=Role(row["role"]),
        group_no=row["group_no"],
        schedule_id=None if row["schedule_id"] is None else ScheduleId(row["schedule_id"]),
        priority=row["priority"],
        weight=row["weight"],
        since_at=row["since_at"],
    )


def service_of(row: Row, host_rows: list[Row]) -> Service:
    """A service from its row and those of its hosts, in their order."""
    return Service(
        id=ServiceId(row["id"]),
        slug=row["slug"],
        title=row["title"],
        description=row["description"],
        colour=row["colour"],
        price_text=row["price_text"],
        hidden=row["hidden"] == 1,
        private_token=row["private_token"],
        lengths=tuple(msgspec.json.decode(row["lengths"])),
        questions=tuple(_question_of(one) for one in msgspec.json.decode(row["questions"])),
        locations=tuple(_location_of(one) for one in msgspec.json.decode(row["locations"])),
        rules=rules_of(row["rules"]),
        schedule_id=_schedule_id(row["schedule_id"]),
        restriction_schedule_id=_schedule_id(row["restriction_schedule_id"]),
        team_id=None if row["team_id"] is None else TeamId(row["team_id"]),
        mode=Mode(row["mode"]),
        seats=row["seats"],
        approval=Approval(row["approval"]),
        pending_blocks=row["pending_blocks"] == 1,
        hold_minutes=row["hold_minutes"],
        cancel_until=row["cancel_until_minutes"],
        move_until=row["move_until_minutes"],
        keep_host_on_move=row["keep_host_on_move"] == 1,
        visitor_limit=row["visitor_limit"],
        success_url=row["success_url"],
        active=row["active"] == 1,
        position=row["position"],
        version=row["version"],
        revision=row["revision"],
        created_at=row["created_at"],
        retired_at=row["retired_at"],
        hosts=tuple(map(service_host_of, host_rows)),
    )


def _schedule_id(text: str | None) -> ScheduleId | None:
    return None if text is None else ScheduleId(text)


def team_of(row: Row, host_rows: list[Row]) -> Team:
    """A team from its row and those of its hosts, in their order."""
    return Team(
        id=TeamId(row["id"]),
        slug=row["slug"],
        name=row["name"],
        zone=row["zone"],
        limits=_limits_of(row["limits"]),
        hosts=tuple(HostId(one["host_id"]) for one in host_rows),
        version=row["version"],
        revision=row["revision"],
        created_at=row["created_at"],
        retired_at=row["retired_at"],
    )
