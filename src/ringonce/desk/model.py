"""Frozen values of what joins a conversation with bookings: offers, their times, what is asked. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

# Long enough to be read, thought about and answered.
OFFER_MINUTES: Final = 10
TIMES_MOST: Final = 5
TIMES_USUAL: Final = 3
# How far ahead free times are looked for.
AHEAD_DAYS: Final = 31
# A button that nobody tapped for a day is taken off: the thread has moved on.
OPEN_FOR: Final = 24 * 60 * 60_000


class OfferState(StrEnum):
    """What has become of an offer."""

    OPEN = "open"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class TimeState(StrEnum):
    """One of its times: leased, free without a lease, gone, booked, or given back."""

    HELD = "held"
    FREE = "free"
    GONE = "gone"
    TAKEN = "taken"
    RELEASED = "released"


#: Times that a tap may still have.
TAPPABLE: Final = frozenset({TimeState.HELD, TimeState.FREE})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTime:
    """A button. `was_minute` is what stood here before somebody else took it; `held_until` is ms."""

    position: int
    start_minute: int
    state: TimeState
    hold_id: str | None = None
    generation: int | None = None
    was_minute: int | None = None
    held_until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Times of a service shown as buttons by a message; `conversation_id` is where that was written."""

    message_id: str
    conversation_id: str
    service_id: str
    length_minutes: int
    zone: str
    state: OfferState
    version: int
    expires_at: int
    booking_id: str | None
    moving_booking_id: str | None
    times: tuple[OfferTime, ...]

    def time_at(self, start_minute: int) -> OfferTime | None:
        """The button of a start."""
        return next((time for time in self.times if time.start_minute == start_minute), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTimes:
    """Offer 1 to 5 starts of a service; none named: the next free ones, over several days."""

    client_id: str
    service_id: str
    length_minutes: int | None = None
    starts: tuple[int, ...] = ()
    zone: str = "UTC"
    text: str = ""
    moving_booking_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of herself when she books; what is left out is taken from what is known."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    answers: Mapping[str, object] = field(default_factory=dict)
    location: Mapping[str, object] | None = None
    zone: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffer:
    """A tap: the visitor takes one start. `version` is that of the offer as it was drawn."""

    message_id: str
    visitor_id: str
    start_minute: int
    version: int
    said: Said = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookInChat:
    """Book in the widget: by a hold of the visitor's own (`hold_id`, `hold_token`) or straight at a start."""

    inbox_id: str
    visitor_id: str
    client_id: str
    service_id: str
    start_minute: int
    length_minutes: int | None = None
    hold_id: str | None = None
    hold_token: str | None = None
    generation: int | None = None
    seen_version: str | None = None
    said: Said = Said()
    page: Mapping[str, str] = field(default_factory=dict)


def minute_text(minute: int) -> str:
    """A whole UTC minute as the wire writes it."""
    return datetime.fromtimestamp(minute * 60, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def ms_text(ms: int) -> str:
    """An instant in ms as the wire writes it."""
    part = "milliseconds" if ms % 1000 else "seconds"
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec=part).replace("+00:00", "Z")


def drawn_time(offer: Offer, time: OfferTime) -> dict[str, Any]:
    """A button as the wire shows it."""
    held_until = time.held_until if time.state is TimeState.HELD else None
    return {
        "start": minute_text(time.start_minute),
        "end": minute_text(time.start_minute + offer.length_minutes),
        "state": _drawn_state(time),
        "held_until": None if held_until is None else ms_text(held_until),
        "was": None if time.was_minute is None else minute_text(time.was_minute),
    }


def drawn_offer(offer: Offer) -> dict[str, Any]:
    """What of an offer changes after it was placed; the rest stands in the message."""
    times = [drawn_time(offer, time) for time in offer.times]
    until = max((text for text in (time["held_until"] for time in times) if text), default=None)
    gone = [minute_text(time.was_minute) for time in offer.times if time.was_minute is not None]
    return {
        "version": offer.version,
        "state": offer.state.value,
        "times": times,
        "held_until": until,
        "gone": gone or None,
        "booking_id": offer.booking_id,
    }


_DRAWN: Final = {
    TimeState.HELD: "held",
    TimeState.FREE: "open",
    TimeState.GONE: "gone",
    TimeState.TAKEN: "booked",
    TimeState.RELEASED: "released",
}


def _drawn_state(time: OfferTime) -> str:
    if time.was_minute is not None and time.state in TAPPABLE:
        return "near"
    return _DRAWN[time.state]
