"""The words of the slot computation: rules, hosts, busy rows, the query, slots and reasons.

Units: `start`, `end` and every length are whole UTC minutes; `now` and names ending in `_at` are UTC
milliseconds (only the passing of time needs them); names ending in `_on` are civil dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

Window = tuple[int, int]
"""Minutes of a civil day, half open: 0 <= start < end <= 1440."""

DAY = 1440


class Mode(StrEnum):
    """Who must be free: one host, one of the rotating hosts, or every host."""

    SINGLE = "single"
    ANY = "any"
    ALL = "all"


class GridKind(StrEnum):
    """Whether busy time restarts the starts (packed) or not (fixed)."""

    PACKED = "packed"
    FIXED = "fixed"


class Period(StrEnum):
    """What a limit counts over; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Cause(StrEnum):
    """Why a row makes its host busy."""

    BOOKING = "booking"
    REQUEST = "request"
    HOLD = "hold"
    EXTERNAL = "external"


class AwayKind(StrEnum):
    """Out of office, or a holiday."""

    AWAY = "away"
    HOLIDAY = "holiday"


def _checked(windows: tuple[Window, ...]) -> None:
    for start, end in windows:
        if not 0 <= start <= end <= DAY:
            raise ValueError(f"window {start}-{end} is not within a day")


@dataclass(frozen=True, slots=True)
class DateOverride:
    """The windows of one date instead of the weekly ones; no windows closes the date."""

    on: date
    windows: tuple[Window, ...] = ()

    def __post_init__(self) -> None:
        _checked(self.windows)


@dataclass(frozen=True, slots=True)
class Travel:
    """Civil dates, both inclusive, lived in another zone."""

    first_on: date
    last_on: date
    zone: str


@dataclass(frozen=True)
class Schedule:
    """A zone with weekly windows (Monday first), date overrides and travels (the first listed wins)."""

    zone: str
    weekly: tuple[tuple[Window, ...], ...]
    overrides: tuple[DateOverride, ...] = ()
    travels: tuple[Travel, ...] = ()

    def __post_init__(self) -> None:
        if len(self.weekly) != 7:
            raise ValueError("weekly hours need seven days, Monday first")
        for windows in self.weekly:
            _checked(windows)
        object.__setattr__(self, "_hash", hash((self.zone, self.weekly, self.overrides, self.travels)))

    def __hash__(self) -> int:
        known: int = self.__dict__["_hash"]
        return known


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch in which a host is out of office or on holiday, with its reason."""

    start: int
    end: int
    kind: AwayKind = AwayKind.AWAY
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A calendar that cannot be read: its last copy counts until `closes_at`, then its host closes."""

    calendar: str
    since_at: int
    closes_at: int


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many bookings, or booked minutes, in a period."""

    period: Period
    bookings: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """A person or a resource. `schedule` None is always open; `zone` is that of the default schedule."""

    id: str
    zone: str
    schedule: Schedule | None = None
    aways: tuple[Away, ...] = ()
    limits: tuple[Limit, ...] = ()
    unreachable: tuple[Unreachable, ...] = ()
    name: str = ""
    priority: int = 0
    weight: int = 100


@dataclass(frozen=True, slots=True)
class Seat:
    """One taken seat of a sitting; a held one lapses at `until_at`."""

    owner: str
    cause: Cause = Cause.BOOKING
    until_at: int | None = None


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch in which a host is taken, without its buffers.

    `owner` names the booking, hold, sitting or external entry; the same owner on several hosts counts once.
    A row with `seats` is a sitting (`capacity` None: as many as the service has now). A row with `until_at`
    is live while `now` is earlier. Requests that do not block are not handed in, or with `blocks` False.
    """

    host: str
    start: int
    end: int
    cause: Cause
    owner: str
    before: int = 0
    after: int = 0
    service: str | None = None
    team: str | None = None
    until_at: int | None = None
    calendar: str | None = None
    seats: tuple[Seat, ...] = ()
    capacity: int | None = None
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Rolling:
    """Bookable through today + `days`."""

    days: int


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """Bookable through the `days`-th weekday after today; weekends stay bookable, uncounted."""

    days: int


@dataclass(frozen=True, slots=True)
class BookableDays:
    """Bookable on the first `days` dates from today that have a start."""

    days: int


@dataclass(frozen=True, slots=True)
class DateRange:
    """Bookable between two dates, both inclusive; None is open."""

    first_on: date | None = None
    last_on: date | None = None


BookingWindow = Rolling | BusinessDays | BookableDays | DateRange


@dataclass(frozen=True, slots=True)
class Rules:
    """What a service asks. `zone` is the service's home zone, whose days count windows and limits.

    single and all: every host of `fixed`. any: every host of `fixed` and one of `rotating`.
    Each of `groups` needs one free host.
    """

    service: str
    zone: str
    lengths: tuple[int, ...]
    mode: Mode = Mode.SINGLE
    fixed: tuple[str, ...] = ()
    rotating: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    team: str | None = None
    team_zone: str | None = None
    schedule: Schedule | None = None
    restriction: Schedule | None = None
    grid: GridKind = GridKind.PACKED
    interval: int | None = None
    offset: int = 0
    notice: int = 0
    window: BookingWindow | None = None
    first_only: bool = False
    before: int = 0
    after: int = 0
    limits: tuple[Limit, ...] = ()
    team_limits: tuple[Limit, ...] = ()
    visitor_limit: int | None = None
    seats: int | None = None
    active: bool = True

    def __post_init__(self) -> None:
        if min((*self.lengths, self.interval or 1), default=0) < 1:
            raise ValueError("lengths and the interval are at least a minute")
        if min(self.offset, self.notice, self.before, self.after) < 0:
            raise ValueError("offset, notice and buffers are not negative")
        if self.mode is Mode.SINGLE and len(self.fixed) > 1:
            raise ValueError("a single service has one host")

    @property
    def rotates(self) -> bool:
        """Whether one host is chosen among several: only fixed hosts are as `all`."""
        return self.mode is Mode.ANY and bool(self.rotating)


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: starts in [start, end) for one length, by somebody.

    `own_holds` are the asker's holds that he gives up by taking a slot; `moving` is the booking (or seat)
    being moved. `visitor_bookings` is the number of his active bookings without it, None where unknown.
    `host` asks for one rotating host; it filters, and never moves the grid.
    """

    start: int
    end: int
    length: int
    host: str | None = None
    seats: int = 1
    own_holds: frozenset[str] = frozenset()
    moving: str | None = None
    visitor_bookings: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time and the hosts that could take it.

    `hosts`: if it `rotates`, one of them takes it and all of `fixed` come too; else all of them take it.
    `groups` names the free hosts of each group, one of which comes. `sittings` (host, or "" where all take
    it -> sitting) have begun and are to be joined: their hosts are settled, so `groups` is empty.
    """

    start: int
    end: int
    hosts: tuple[str, ...]
    fixed: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    seats_left: int | None = None
    mine: bool = False
    sittings: tuple[tuple[str, str], ...] = ()
    rotates: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that refused an instant: a stable code and its facts."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
