"""What goes over the wire about what can be booked: services, schedules, hosts, teams. Minutes have names."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from ringonce.availability.model import AwayKind, GridKind, Mode, Period
from ringonce.booking.catalogue_model import Approval, LocationKind, QuestionKind
from ringonce.calendars.model import CalendarPolicy, HostKind, Role
from ringonce.web.accounts_model import Ask, Version, View, Zone
from ringonce.web.times import Instant

Short = Annotated[str, msgspec.Meta(max_length=200)]
Long = Annotated[str, msgspec.Meta(max_length=10_000)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Minutes = Annotated[int, msgspec.Meta(ge=0, le=527_040)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Window = tuple[Annotated[int, msgspec.Meta(ge=0, le=1440)], Annotated[int, msgspec.Meta(ge=0, le=1440)]]
Day = Annotated[list[Window], msgspec.Meta(max_length=48)]
Week = Annotated[list[Day], msgspec.Meta(min_length=7, max_length=7)]


class Option(Ask):
    value: Short
    label: Short


class QuestionPart(Ask):
    """One field of the form. `least` and `most` bound a number, or the count of chosen options."""

    id: Id
    kind: QuestionKind
    label: Short
    help: Short = ""
    required: bool = False
    hidden: bool = False
    options: Annotated[list[Option], msgspec.Meta(max_length=200)] = []  # noqa: RUF012 - msgspec copies it
    least: int | None = None
    most: int | None = None


class LocationPart(Ask):
    """A place on offer; `value` is the address, number or link."""

    id: Id
    kind: LocationKind
    label: Short = ""
    value: Annotated[str, msgspec.Meta(max_length=2_000)] = ""


class LimitPart(Ask):
    """At most so many bookings, or booked minutes, in a period."""

    period: Period
    bookings: Count | None = None
    minutes: Count | None = None


class WindowPart(Ask):
    """How far ahead: `days` for the first three kinds, dates (both included) for the last."""

    kind: Literal["rolling", "business-days", "bookable-days", "dates"]
    days: Annotated[int, msgspec.Meta(ge=0, le=3660)] = 0
    first_on: date | None = None
    last_on: date | None = None


class RulesPart(Ask):
    """The service's own rules. Sent whole: what is left out takes its default."""

    grid: GridKind = GridKind.PACKED
    interval_minutes: Minutes | None = None
    offset_minutes: Minutes = 0
    notice_minutes: Minutes = 120
    window: WindowPart | None = None
    first_only: bool = False
    before_minutes: Minutes = 0
    after_minutes: Minutes = 0
    limits: Annotated[list[LimitPart], msgspec.Meta(max_length=20)] = []  # noqa: RUF012 - msgspec copies it


class ServiceHostPart(Ask):
    """A host's part in a service."""

    host_id: Id
    role: Role = Role.FIXED
    group_no: Count = 0
    schedule_id: Id | None = None
    priority: int = 0
    weight: Count = 100


Lengths = Annotated[
    list[Annotated[int, msgspec.Meta(ge=1, le=1440)]], msgspec.Meta(min_length=1, max_length=20)
]
Questions = Annotated[list[QuestionPart], msgspec.Meta(max_length=100)]
Locations = Annotated[list[LocationPart], msgspec.Meta(max_length=20)]
ServiceHosts = Annotated[list[ServiceHostPart], msgspec.Meta(max_length=100)]
HostIds = Annotated[list[Id], msgspec.Meta(max_length=100)]
Limits = Annotated[list[LimitPart], msgspec.Meta(max_length=20)]


class ServicePatch(Ask):
    """What is left out stays as it is; lists and rules are replaced whole."""

    version: Version
    slug: Short | UnsetType = UNSET
    title: Short | UnsetType = UNSET
    description: Long | UnsetType = UNSET
    colour: Short | UnsetType = UNSET
    price_text: Short | UnsetType = UNSET
    hidden: bool | UnsetType = UNSET
    is_private: bool | UnsetType = UNSET
    lengths: Lengths | UnsetType = UNSET
    questions: Questions | UnsetType = UNSET
    locations: Locations | UnsetType = UNSET
    rules: RulesPart | UnsetType = UNSET
    schedule_id: Id | UnsetType | None = UNSET
    restriction_schedule_id: Id | UnsetType | None = UNSET
    team_id: Id | UnsetType | None = UNSET
    mode: Mode | UnsetType = UNSET
    seats: Count | UnsetType = UNSET
    approval: Approval | UnsetType = UNSET
    pending_blocks: bool | UnsetType = UNSET
    hold_minutes: Minutes | UnsetType = UNSET
    cancel_until_minutes: Minutes | UnsetType | None = UNSET
    move_until_minutes: Minutes | UnsetType | None = UNSET
    keep_host_on_move: bool | UnsetType = UNSET
    visitor_limit: Count | UnsetType | None = UNSET
    success_url: Annotated[str, msgspec.Meta(max_length=2_000)] | UnsetType | None = UNSET
    active: bool | UnsetType = UNSET
    position: Count | UnsetType = UNSET
    hosts: ServiceHosts | UnsetType = UNSET


class ServiceBody(ServicePatch, kw_only=True):
    """A new service; what is left out takes its default. `version` is not used."""

    version: Version = 1
    slug: Short
    title: Short


class SchedulePatch(Ask):
    """`weekly` is seven days, Monday first, each a list of [start, end) in minutes of the day."""

    version: Version
    name: Short | UnsetType = UNSET
    zone: Zone | UnsetType = UNSET
    weekly: Week | UnsetType = UNSET
    overrides: Annotated[list["OverridePart"], msgspec.Meta(max_length=1_000)] | UnsetType = UNSET
    travels: Annotated[list["TravelPart"], msgspec.Meta(max_length=200)] | UnsetType = UNSET
    holidays: "HolidaysPart | UnsetType | None" = UNSET
    is_default: bool | UnsetType = UNSET


class ScheduleBody(SchedulePatch, kw_only=True):
    """A new schedule. `version` is not used."""

    version: Version = 1
    name: Short
    zone: Zone


class OverridePart(Ask):
    """The windows of one date instead of the weekly ones; none closes it."""

    on: date
    windows: Day = []  # noqa: RUF012 - msgspec copies it


class TravelPart(Ask):
    """Civil dates, both included, lived in another zone."""

    first_on: date
    last_on: date
    zone: Zone


class HolidaysPart(Ask):
    """Public holidays of a country, or of one of its subdivisions."""

    country: Annotated[str, msgspec.Meta(min_length=2, max_length=10)]
    subdivision: Annotated[str, msgspec.Meta(max_length=20)] | None = None


class HostPatch(Ask):
    """What is left out stays as it is."""

    version: Version
    name: Short | UnsetType = UNSET
    kind: HostKind | UnsetType = UNSET
    email: Annotated[str, msgspec.Meta(max_length=254)] | UnsetType | None = UNSET
    member_id: Id | UnsetType | None = UNSET
    schedule_id: Id | UnsetType | None = UNSET
    active: bool | UnsetType = UNSET
    priority: int | UnsetType = UNSET
    weight: Count | UnsetType = UNSET
    limits: Limits | UnsetType = UNSET
    locale: Annotated[str, msgspec.Meta(max_length=20)] | UnsetType | None = UNSET


class HostBody(HostPatch, kw_only=True):
    """A new person or resource. `version` is not used."""

    version: Version = 1
    name: Short


class TeamPatch(Ask):
    """What is left out stays as it is."""

    version: Version
    slug: Short | UnsetType = UNSET
    name: Short | UnsetType = UNSET
    zone: Zone | UnsetType | None = UNSET
    limits: Limits | UnsetType = UNSET
    hosts: HostIds | UnsetType = UNSET


class TeamBody(TeamPatch, kw_only=True):
    """A new team. `version` is not used."""

    version: Version = 1
    slug: Short
    name: Short


class AwayBody(Ask):
    start: Instant
    end: Instant
    kind: AwayKind = AwayKind.AWAY
    note: Short = ""


class CalendarBody(Ask):
    """A calendar outside the house whose busy time is pushed here."""

    name: Short
    policy: CalendarPolicy = CalendarPolicy.STRICT


class CalendarPatch(Ask):
    name: Short | UnsetType = UNSET
    policy: CalendarPolicy | UnsetType = UNSET


class StretchPart(Ask):
    start: Instant
    end: Instant


class BusyBody(Ask):
    """All that the calendar calls busy in the range; what it said before about the range is forgotten."""

    calendar_id: Id
    start: Instant
    end: Instant
    busy: Annotated[list[StretchPart], msgspec.Meta(max_length=5_000)]


class FailingBody(Ask):
    """The calendar could not be read."""


class VersionQuery(Ask):
    """`version` is the one that was read."""

    version: Version


class ServiceView(View):
    """`version` is raised by edits alone; `private_token` is shown to those who may configure."""

    id: str
    slug: str
    title: str
    description: str
    colour: str
    price_text: str
    hidden: bool
    is_private: bool
    lengths: list[int]
    questions: list[QuestionPart]
    locations: list[LocationPart]
    rules: RulesPart
    schedule_id: str | None
    restriction_schedule_id: str | None
    team_id: str | None
    mode: Mode
    seats: int
    approval: Approval
    pending_blocks: bool
    hold_minutes: int
    cancel_until_minutes: int | None
    move_until_minutes: int | None
    keep_host_on_move: bool
    visitor_limit: int | None
    success_url: str | None
    active: bool
    position: int
    hosts: list[ServiceHostPart]
    version: int
    created_at: datetime
    private_token: str | UnsetType | None = UNSET


class ScheduleView(View):
    id: str
    name: str
    zone: str
    weekly: list[list[tuple[int, int]]]
    overrides: list[OverridePart]
    travels: list[TravelPart]
    holidays: HolidaysPart | None
    is_default: bool
    version: int
    created_at: datetime


class HostView(View):
    id: str
    kind: HostKind
    name: str
    email: str | None
    member_id: str | None
    schedule_id: str | None
    active: bool
    priority: int
    weight: int
    limits: list[LimitPart]
    locale: str | None
    version: int
    created_at: datetime


class TeamView(View):
    id: str
    slug: str
    name: str
    zone: str | None
    limits: list[LimitPart]
    hosts: list[str]
    version: int
    created_at: datetime


class AwayView(View):
    id: str
    start: datetime
    end: datetime
    kind: str
    note: str


class CalendarView(View):
    """`failing_since`: it could not be read since; `read_at`: when it was last."""

    id: str
    host_id: str
    name: str
    policy: CalendarPolicy
    read_at: datetime | None
    failing_since: datetime | None


class ServiceList(View):
    items: list[ServiceView]
    next_cursor: str | None


class ScheduleList(View):
    items: list[ScheduleView]
    next_cursor: str | None


class HostList(View):
    items: list[HostView]
    next_cursor: str | None


class TeamList(View):
    items: list[TeamView]
    next_cursor: str | None


class AwayList(View):
    items: list[AwayView]
    next_cursor: str | None


class CalendarList(View):
    items: list[CalendarView]
    next_cursor: str | None = None
