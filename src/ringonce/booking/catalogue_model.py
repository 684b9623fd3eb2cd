"""Services, their questions, places and hosts, and teams, as frozen values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ringonce.availability.model import BookingWindow, GridKind, Limit, Mode, Rolling
from ringonce.calendars.model import Role
from ringonce.values.ids import HostId, ScheduleId, ServiceId, TeamId

# Segments of the site's own addresses; a slug of one of these would never be reached.
RESERVED_SLUGS: Final = frozenset(
    "api desk demo assets docs healthz readyz version embed setup team b static".split()
)


class QuestionKind(StrEnum):
    """The field types of a booking form."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    SHORT_TEXT = "short-text"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    SELECT = "select"
    MULTI_SELECT = "multi-select"
    RADIO = "radio"
    CHECKBOX_GROUP = "checkbox-group"
    CHECKBOX = "checkbox"
    URL = "url"

    @property
    def has_options(self) -> bool:
        return self in _WITH_OPTIONS

    @property
    def takes_many(self) -> bool:
        return self in (QuestionKind.MULTI_SELECT, QuestionKind.CHECKBOX_GROUP)


_WITH_OPTIONS: Final = (
    QuestionKind.SELECT,
    QuestionKind.MULTI_SELECT,
    QuestionKind.RADIO,
    QuestionKind.CHECKBOX_GROUP,
)


class LocationKind(StrEnum):
    """Where a meeting takes place."""

    IN_PERSON = "in-person"
    PHONE_HOST_CALLS = "phone-host-calls"
    PHONE_GUEST_CALLS = "phone-guest-calls"
    LINK = "link"


class Approval(StrEnum):
    """Whether a booking stands at once or is a request first."""

    NONE = "none"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its value is stored, its label shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of the form. `least` and `most` bound a number, or the count of chosen options."""

    id: str
    kind: QuestionKind
    label: str
    help: str = ""
    required: bool = False
    hidden: bool = False
    options: tuple[Option, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place on offer. `value` is the address, number or link; a host who calls needs none."""

    id: str
    kind: LocationKind
    label: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRules:
    """The availability rules that are the service's own, in minutes."""

    grid: GridKind = GridKind.PACKED
    interval: int | None = None
    offset: int = 0
    notice: int = 120
    window: BookingWindow | None = None
    first_only: bool = False
    before: int = 0
    after: int = 0
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHost:
    """A host's part in a service; `schedule_id` is the schedule chosen for it, None for the host's own."""

    host_id: HostId
    role: Role = Role.FIXED
    group_no: int = 0
    schedule_id: ScheduleId | None = None
    priority: int = 0
    weight: int = 100
    since_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What can be booked. `cancel_until` and `move_until`: minutes before the start; None: not by the guest.

    `version` is raised by every change of its rules and every booking of it, `revision` by edits alone: an
    editor compares the latter.
    """

    id: ServiceId
    slug: str
    title: str
    description: str
    colour: str
    price_text: str
    hidden: bool
    private_token: str | None
    lengths: tuple[int, ...]
    questions: tuple[Question, ...]
    locations: tuple[Location, ...]
    rules: ServiceRules
    schedule_id: ScheduleId | None
    restriction_schedule_id: ScheduleId | None
    team_id: TeamId | None
    mode: Mode
    seats: int
    approval: Approval
    pending_blocks: bool
    hold_minutes: int
    cancel_until: int | None
    move_until: int | None
    keep_host_on_move: bool
    visitor_limit: int | None
    success_url: str | None
    active: bool
    position: int
    version: int
    revision: int
    created_at: int
    retired_at: int | None
    hosts: tuple[ServiceHost, ...] = ()

    @property
    def is_seated(self) -> bool:
        return self.seats > 1

    @property
    def is_live(self) -> bool:
        return self.active and self.retired_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Hosts who share limits and a page. `zone` None: that of the first host."""

    id: TeamId
    slug: str
    name: str
    zone: str | None
    limits: tuple[Limit, ...]
    hosts: tuple[HostId, ...]
    version: int
    revision: int
    created_at: int
    retired_at: int | None


def usual_questions() -> tuple[Question, ...]:
    """What every form asks unless its owner says otherwise."""
    return (
        Question(id="name", kind=QuestionKind.NAME, label="Name", required=True),
        Question(id="email", kind=QuestionKind.EMAIL, label="E-mail", required=True),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDraft:
    """What an owner says about a service. `is_private` gives it a secret link, and no other way in."""

    slug: str
    title: str
    description: str = ""
    colour: str = "#3b6e8f"
    price_text: str = ""
    hidden: bool = False
    is_private: bool = False
    lengths: tuple[int, ...] = (30,)
    questions: tuple[Question, ...] = usual_questions()
    locations: tuple[Location, ...] = ()
    rules: ServiceRules = ServiceRules(window=Rolling(60))
    schedule_id: ScheduleId | None = None
    restriction_schedule_id: ScheduleId | None = None
    team_id: TeamId | None = None
    mode: Mode = Mode.SINGLE
    seats: int = 1
    approval: Approval = Approval.NONE
    pending_blocks: bool = True
    hold_minutes: int = 5
    cancel_until: int | None = 0
    move_until: int | None = 0
    keep_host_on_move: bool = True
    visitor_limit: int | None = None
    success_url: str | None = None
    active: bool = True
    position: int = 0
    hosts: tuple[ServiceHost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDraft:
    """What an owner says about a team."""

    slug: str
    name: str
    zone: str | None = None
    limits: tuple[Limit, ...] = ()
    hosts: tuple[HostId, ...] = ()
