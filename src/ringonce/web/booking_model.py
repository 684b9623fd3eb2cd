"""What goes over the wire about slots, holds and bookings."""

from datetime import date, datetime
from typing import Annotated, Any

import msgspec

from ringonce.web.accounts_model import Ask, PageQuery, Version, View, Zone
from ringonce.web.times import Instant

Length = Annotated[int, msgspec.Meta(ge=1, le=1440, description="minutes")]
Text = Annotated[str, msgspec.Meta(max_length=1_000)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Answers = Annotated[dict[str, Any], msgspec.Meta(max_length=100)]
Guests = Annotated[list[Annotated[str, msgspec.Meta(max_length=254)]], msgspec.Meta(max_length=20)]


class SlotsQuery(Ask, rename={"from_on": "from", "to_on": "to"}):
    """Civil dates of `zone`, the last one included; 62 days at most. `moving`: a booking's code."""

    service: Word
    from_on: date
    to_on: date
    zone: Zone = "UTC"
    length: Length | None = None
    host: Word | None = None
    team: Word | None = None
    moving: Word | None = None
    private: Word | None = None


class ExplainQuery(Ask):
    service: Word
    start: Instant
    length: Length | None = None
    zone: Zone = "UTC"
    host: Word | None = None
    team: Word | None = None
    moving: Word | None = None
    private: Word | None = None


class HoldPointer(Ask):
    """A hold and what proves it."""

    hold_id: Word
    token: Word
    generation: int | None = None


class HoldBody(Ask):
    """`moving`: the code of a booking that this hold is to move; `replaces`: a hold given up for it."""

    service: Word
    start: Instant
    length_minutes: Length | None = None
    zone: Zone | None = None
    host: Word | None = None
    team: Word | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    moving: Word | None = None
    replaces: HoldPointer | None = None
    private: Word | None = None


class HoldToken(Ask):
    token: Word
    generation: int | None = None


class HoldMove(Ask):
    token: Word
    start: Instant
    length_minutes: Length | None = None
    host: Word | None = None
    generation: int | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class DetailsAsk(Ask):
    """What the form says."""

    name: Annotated[str, msgspec.Meta(max_length=200)]
    email: Annotated[str, msgspec.Meta(max_length=254)] | None = None
    phone: Annotated[str, msgspec.Meta(max_length=50)] | None = None
    zone: Zone = "UTC"
    locale: Annotated[str, msgspec.Meta(max_length=20)] = "en"
    location: dict[str, Any] | None = None
    answers: Answers = {}  # noqa: RUF012 - msgspec copies it
    guests: Guests = []  # noqa: RUF012 - msgspec copies it
    notes: Annotated[str, msgspec.Meta(max_length=5_000)] | None = None


class BookingBody(DetailsAsk):
    """From a hold (`hold_id`, `hold_token`, `generation`), or hold and book at once (`service`, `start`).

    `overlap_reason` is for members: the meeting stands beside others on purpose.
    """

    hold_id: Word | None = None
    hold_token: Word | None = None
    generation: int | None = None
    service: Word | None = None
    start: Instant | None = None
    length_minutes: Length | None = None
    host: Word | None = None
    team: Word | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    overlap_reason: Annotated[str, msgspec.Meta(min_length=1, max_length=500)] | None = None
    private: Word | None = None


class SeriesBody(Ask):
    service: Word
    starts: Annotated[list[Instant], msgspec.Meta(min_length=1, max_length=52)]
    length_minutes: Length | None = None
    host: Word | None = None
    team: Word | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    private: Word | None = None


class SeriesConfirm(DetailsAsk, kw_only=True):
    series_id: Word
    holds: Annotated[list[HoldPointer], msgspec.Meta(min_length=1, max_length=52)]


class VersionBody(Ask):
    """`version` is the one that was shown."""

    version: Version


class ReasonBody(Ask):
    version: Version
    reason: Text | None = None


class RescheduleBody(Ask):
    """To a held slot (`hold_id`, `hold_token`, `generation`) or straight to `start`."""

    version: Version
    start: Instant | None = None
    length_minutes: Length | None = None
    host: Word | None = None
    hold_id: Word | None = None
    hold_token: Word | None = None
    generation: int | None = None
    seen_version: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    overlap_reason: Annotated[str, msgspec.Meta(min_length=1, max_length=500)] | None = None


class GuestsBody(Ask):
    version: Version
    guests: Annotated[
        list[Annotated[str, msgspec.Meta(max_length=254)]], msgspec.Meta(min_length=1, max_length=20)
    ]


class NoShowBody(Ask):
    version: Version
    no_show: bool = True


class BookingsQuery(PageQuery, rename={"from_on": "from", "to_on": "to"}):
    """Bookings that start on civil dates of `zone` (else the workspace's); `q` looks in names."""

    from_on: date | None = None
    to_on: date | None = None
    zone: Zone | None = None
    host: Word | None = None
    service: Word | None = None
    state: Word | None = None
    q: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class TroubleshootQuery(Ask):
    service: Word
    on: date
    zone: Zone
    length: Length | None = None
    host: Word | None = None


class NamedView(View):
    id: str
    name: str


class SlotView(View):
    start: datetime
    end: datetime
    hosts: list[str]
    seats_left: int | None
    mine: bool


class HoldView(View):
    """`token` proves the hold; `expires_at` is honoured. `generation` is the fence."""

    id: str
    token: str
    generation: int
    state: str
    service_id: str
    start: datetime
    end: datetime
    length_minutes: int
    hosts: list[NamedView]
    expires_at: datetime
    server_time: datetime
    seats_left: int | None
    series_id: str | None = None
    version: str | None = None


class SlotsView(View):
    version: str
    etag: str
    epoch: str
    server_time: datetime
    true_until: datetime | None
    zone: str
    length_minutes: int
    slots: list[SlotView]
    hold: HoldView | None


class ReasonView(View):
    code: str
    text: str
    params: dict[str, Any]


class StretchView(View):
    start: datetime
    end: datetime


class HostReasonsView(View):
    host_id: str
    name: str
    reasons: list[ReasonView]


class ExplainView(View):
    """`reasons` is empty exactly when the time is offered. `hosts` is for members."""

    start: datetime
    length_minutes: int
    offered: bool
    version: str
    server_time: datetime
    reasons: list[ReasonView]
    nearest: list[StretchView]
    hosts: list[HostReasonsView] | msgspec.UnsetType = msgspec.UNSET


class ServiceName(View):
    id: str
    title: str
    slug: str


class CalendarLinks(View):
    google: str
    outlook: str


class BookingView(View):
    """A booking as its guest sees it; `id`, `no_show`, `chosen` and what follows only members do."""

    code: str
    state: str
    version: int
    service: ServiceName
    start: datetime
    end: datetime
    length_minutes: int
    zone: str
    locale: str
    hosts: list[NamedView]
    location: dict[str, Any] | None
    name: str
    email: str | None
    phone: str | None
    answers: dict[str, Any]
    guests: list[str]
    notes: str | None
    reason: str | None
    created_at: datetime
    cancelled_at: datetime | None
    can_cancel: bool
    can_move: bool
    manage_path: str
    ics_path: str
    calendar_links: CalendarLinks
    server_time: datetime
    id: str | msgspec.UnsetType = msgspec.UNSET
    no_show: bool | msgspec.UnsetType = msgspec.UNSET
    chosen: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    contact_id: str | msgspec.UnsetType | None = msgspec.UNSET
    series_id: str | msgspec.UnsetType | None = msgspec.UNSET
    sitting_id: str | msgspec.UnsetType | None = msgspec.UNSET
    seat_no: int | msgspec.UnsetType | None = msgspec.UNSET
    booked_by: str | msgspec.UnsetType = msgspec.UNSET
    request_deadline: datetime | msgspec.UnsetType | None = msgspec.UNSET
    overlap_reason: str | msgspec.UnsetType | None = msgspec.UNSET
    #: The conversation in which it was made.
    conversation_id: str | msgspec.UnsetType | None = msgspec.UNSET


class BookedView(View):
    booking: BookingView


class SeriesHeldView(View):
    series_id: str
    holds: list[HoldView]


class SeriesBookedView(View):
    bookings: list[BookingView]


class BookingList(View):
    items: list[BookingView]
    next_cursor: str | None


class ActorView(View):
    kind: str
    id: str
    name: str | None


class HistoryView(View):
    seq: int
    action: str
    at: datetime
    actor: ActorView
    refs: dict[str, Any]
    request_id: str


class HistoryList(View):
    items: list[HistoryView]
    next_cursor: str | None = None


class BlockView(View):
    start: datetime
    end: datetime
    reason: str
    params: dict[str, Any]


class HostDayView(View):
    id: str
    name: str
    blocks: list[BlockView]


class InstantView(View):
    start: datetime
    offered: bool
    reasons: list[ReasonView]


class DayView(View):
    """A date with every start that was looked at and every rule that refused it."""

    on: date
    zone: str
    step_minutes: int
    length_minutes: int
    version: str
    hosts: list[HostDayView]
    instants: list[InstantView]
