"""Frozen values of booking: what is asked, and what holds and bookings are. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A hold lasts 5 minutes unless the service says otherwise, and never past 15 from its first grant: long
# enough to type, short enough that a page left open does not close a day.
HOLD_MINUTES = 5
HOLD_MINUTES_LEAST = 2
HOLD_MINUTES_MOST = 15
REQUEST_HOURS = 24
SERIES_MOST = 52
GUESTS_MOST = 20

MS_PER_MINUTE = 60_000
BLOCKING_STATES = ("requested", "confirmed")


def minute_at(instant: int) -> int:
    """The whole UTC minute at or after an instant in milliseconds."""
    return -(-instant // MS_PER_MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldKey:
    """What proves that a hold is the asker's: its id and token; `generation` is the fence."""

    hold_id: str
    token: str
    generation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSlot:
    """Ask for one slot. `moving_code` (guest) or `moving_booking_id` (desk) names the booking to be moved."""

    service_id: str
    start_minute: int
    length_minutes: int | None = None
    host_id: str | None = None
    team_id: str | None = None
    seen_version: str | None = None
    moving_code: str | None = None
    moving_booking_id: str | None = None
    replaces: HoldKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSeries:
    """Ask for several slots of one service: all or none."""

    service_id: str
    starts: tuple[int, ...]
    length_minutes: int | None = None
    host_id: str | None = None
    team_id: str | None = None
    seen_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveHold:
    """Give up the held slot for another, in one transaction."""

    key: HoldKey
    start_minute: int
    length_minutes: int | None = None
    host_id: str | None = None
    seen_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the form says. Addresses are what was typed and prove nothing."""

    name: str
    email: str = ""
    phone: str = ""
    zone: str = "UTC"
    locale: str = "en"
    location: Mapping[str, object] | None = None
    answers: Mapping[str, object] = field(default_factory=dict)
    guests: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmBooking:
    """Book from a hold (`hold`), or hold and book at once (`slot`).

    `overlap_reason` is for members alone: the meeting stands beside others on purpose, and says why.
    """

    details: Details
    hold: HoldKey | None = None
    slot: HoldSlot | None = None
    overlap_reason: str | None = None
    seen_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSeries:
    """Book every hold of a series: all or none."""

    series_id: str
    holds: tuple[HoldKey, ...]
    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRef:
    """Which booking: by its code (the guest's proof) or by its id (the desk, behind its permission)."""

    code: str | None = None
    booking_id: str | None = None

    @property
    def is_desk(self) -> bool:
        return self.booking_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    """Call a booking off; `version` is the one that was shown."""

    booking: BookingRef
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking:
    """Move a booking to a held slot (`hold`) or straight to a start."""

    booking: BookingRef
    version: int
    start_minute: int | None = None
    length_minutes: int | None = None
    host_id: str | None = None
    hold: HoldKey | None = None
    overlap_reason: str | None = None
    seen_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRequest:
    """Approve or reject a request."""

    booking_id: str
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkNoShow:
    """Note that the guest did not come, or take that back."""

    booking_id: str
    version: int
    no_show: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGuests:
    """Invite more people to a booking."""

    booking: BookingRef
    version: int
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A lease on one slot. `token` proves it; `expires_at` is the deadline that is honoured (A2)."""

    id: str
    token: str
    generation: int
    state: str
    service_id: str
    start_minute: int
    end_minute: int
    length_minutes: int
    hosts: tuple[str, ...]
    granted_at: int
    expires_at: int
    team_id: str | None = None
    asked_host_id: str | None = None
    sitting_id: str | None = None
    seat_no: int | None = None
    seats_left: int | None = None
    series_id: str | None = None
    moving_booking_id: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A meeting that was asked for, stands, or stood. `code` opens its public page."""

    id: str
    code: str
    state: str
    version: int
    service_id: str
    start_minute: int
    end_minute: int
    length_minutes: int
    hosts: tuple[str, ...]
    chosen: Mapping[str, object]
    name: str
    email: str
    phone: str
    zone: str
    locale: str
    location: Mapping[str, object] | None
    answers: Mapping[str, object]
    guests: tuple[str, ...]
    notes: str
    reason: str
    no_show: bool
    ics_uid: str
    ics_sequence: int
    created_at: int
    changed_at: int
    booked_by: str
    team_id: str | None
    asked_host_id: str | None
    sitting_id: str | None
    seat_no: int | None
    series_id: str | None
    hold_id: str | None
    visitor_id: str | None
    contact_id: str | None
    request_expires_at: int | None
    overlap_reason: str | None
