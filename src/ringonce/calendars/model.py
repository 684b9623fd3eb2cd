"""Hosts, schedules, external calendars and claims on a host's time, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from enum import StrEnum
from typing import Final

from ringonce.availability.model import DateOverride, Limit, Travel, Window
from ringonce.values.ids import CalendarId, HostId, MemberId, OverrideId, ScheduleId

# An unreadable calendar's last copy counts this long; then its host's times close.
STALE_AFTER_MS: Final = 6 * 60 * 60 * 1000


class HostKind(StrEnum):
    """A person, or a room or device."""

    PERSON = "person"
    RESOURCE = "resource"


class CalendarPolicy(StrEnum):
    """What an unanswered live question means at a hold: refuse (strict) or accept and check again (trust)."""

    STRICT = "strict"
    TRUST = "trust"


class ClaimKind(StrEnum):
    """What a claim on a host's time is for."""

    HOLD = "hold"
    BOOKING = "booking"
    REQUEST = "request"
    SITTING = "sitting"


class Role(StrEnum):
    """A host's part in a service."""

    FIXED = "fixed"
    ROTATING = "rotating"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays of a country, or of one of its subdivisions, as `holidays` knows them."""

    country: str
    subdivision: str | None = None


@dataclass(frozen=True, slots=True)
class HoursSchedule:
    """A named schedule as it is kept; its holidays are worked out when it is read."""

    id: ScheduleId
    name: str
    zone: str
    weekly: tuple[tuple[Window, ...], ...]
    overrides: tuple[DateOverride, ...]
    travels: tuple[Travel, ...]
    holidays: Holidays | None
    is_default: bool
    version: int
    created_at: int


@dataclass(frozen=True, slots=True)
class HostRecord:
    """A host as it is kept. `schedule_id` None: the default schedule; a resource is then always open.

    `version` is raised by whatever moves its page, `revision` by edits alone: an editor compares the latter.
    """

    id: HostId
    no: int
    kind: HostKind
    name: str
    email: str | None
    member_id: MemberId | None
    schedule_id: ScheduleId | None
    active: bool
    priority: int
    weight: int
    limits: tuple[Limit, ...]
    locale: str | None
    version: int
    revision: int
    changed_at: int
    created_at: int
    retired_at: int | None


@dataclass(frozen=True, slots=True)
class AwayRecord:
    """A stretch in which a host is away, in UTC minutes."""

    id: OverrideId
    host_id: HostId
    start_minute: int
    end_minute: int
    kind: str
    note: str
    created_at: int


@dataclass(frozen=True, slots=True)
class ExternalCalendar:
    """A calendar outside the house, with the age of its last copy."""

    id: CalendarId
    host_id: HostId
    name: str
    policy: CalendarPolicy
    read_at: int | None
    failing_since: int | None
    created_at: int

    def closes_at(self) -> int | None:
        """When its host closes if nothing is read until then; None while nothing was ever read."""
        return None if self.read_at is None else self.read_at + STALE_AFTER_MS


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One host's share of one claim, as it stands in the table."""

    owner_id: str
    host_id: HostId
    kind: ClaimKind
    start_minute: int
    end_minute: int
    before_minutes: int
    after_minutes: int
    blocks: bool
    service_id: str
    team_id: str | None
    role: Role
    expires_at: int | None
    taken_at: int

    @property
    def is_busy(self) -> bool:
        """A request that does not block is no busy time; a deliberate overlap is."""
        return self.blocks or self.kind is not ClaimKind.REQUEST


@dataclass(frozen=True, slots=True)
class ExternalBusy:
    """A stretch an outside calendar calls busy, in whole UTC minutes."""

    host_id: HostId
    calendar_id: CalendarId
    start_minute: int
    end_minute: int


@dataclass(frozen=True, slots=True)
class HostShare:
    """One host's part in one claim."""

    host_id: HostId
    role: Role = Role.FIXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Time to be taken of every host in `shares`, buffers beside it; all or none.

    `owner_id` is the hold's, booking's or sitting's id. `blocks` False stands outside the constraint: a
    request that does not block, or a deliberate overlap.
    """

    owner_id: str
    kind: ClaimKind
    service_id: str
    shares: tuple[HostShare, ...]
    start_minute: int
    length_minutes: int
    before_minutes: int = 0
    after_minutes: int = 0
    team_id: str | None = None
    blocks: bool = True
    expires_at: int | None = None

    @property
    def end_minute(self) -> int:
        return self.start_minute + self.length_minutes


@dataclass(frozen=True, slots=True)
class LockedHosts:
    """Proof that these hosts' rows are locked and their lapsed claims gone; made by `claim.lock_hosts`."""

    hosts: Mapping[HostId, HostRecord]
    lapsed: tuple[str, ...]

    def covers(self, host_ids: set[HostId]) -> bool:
        return host_ids <= self.hosts.keys()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field: a stable code, and the facts that say how to mend it."""

    field: str
    code: str
    facts: Mapping[str, str | int | None] = made(default_factory=dict)

    def plain(self) -> dict[str, str | int | None]:
        return {"field": self.field, "code": self.code, **self.facts}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDraft:
    """What an owner says about a schedule. `weekly` is seven days, Monday first, in minutes of the day."""

    name: str
    zone: str
    weekly: tuple[tuple[Window, ...], ...] = ((),) * 7
    overrides: tuple[DateOverride, ...] = ()
    travels: tuple[Travel, ...] = ()
    holidays: Holidays | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostDraft:
    """What an owner says about a host. `weight` is a share in per cent of an ordinary one."""

    name: str
    kind: HostKind = HostKind.PERSON
    email: str | None = None
    member_id: MemberId | None = None
    schedule_id: ScheduleId | None = None
    active: bool = True
    priority: int = 0
    weight: int = 100
    limits: tuple[Limit, ...] = ()
    locale: str | None = None
