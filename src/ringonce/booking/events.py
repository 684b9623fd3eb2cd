"""Facts of booking, as the log keeps them: ids, minutes and states; never a name, an address or an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ref = str | int | bool | None
Refs = Mapping[str, Ref | Sequence[Ref]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFact:
    """What every fact about a hold says; its stream is the service whose page it moves."""

    hold_id: str
    service_id: str
    hosts: tuple[str, ...]
    start_minute: int
    length_minutes: int
    generation: int
    sitting_id: str | None = None
    series_id: str | None = None
    moving_booking_id: str | None = None

    @property
    def stream(self) -> str:
        return f"service:{self.service_id}"

    def to_refs(self) -> Refs:
        refs: dict[str, Ref | Sequence[Ref]] = {
            "hold": self.hold_id,
            "service": self.service_id,
            "hosts": list(self.hosts),
            "start_minute": self.start_minute,
            "length_minutes": self.length_minutes,
            "generation": self.generation,
        }
        optional: dict[str, Ref] = {
            "sitting": self.sitting_id,
            "series": self.series_id,
            "booking": self.moving_booking_id,
        }
        refs.update({key: value for key, value in optional.items() if value is not None})
        return refs


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldGranted(HoldFact):
    """A slot was leased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMoved(HoldFact):
    """The lease went to another slot; `from_minute` is free again."""

    from_minute: int

    def to_refs(self) -> Refs:
        return {**HoldFact.to_refs(self), "from_minute": self.from_minute}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRenewed(HoldFact):
    """A lapsed lease was taken again. An ordinary renewal changes nothing for others and is no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldReleased(HoldFact):
    """The visitor gave the slot back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLapsed(HoldFact):
    """The deadline passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFact:
    """What every fact about a booking says."""

    booking_id: str
    service_id: str
    hosts: tuple[str, ...]
    start_minute: int
    length_minutes: int
    version: int
    state: str
    contact_id: str | None = None
    hold_id: str | None = None
    sitting_id: str | None = None
    series_id: str | None = None

    @property
    def stream(self) -> str:
        return f"booking:{self.booking_id}"

    def to_refs(self) -> Refs:
        refs: dict[str, Ref | Sequence[Ref]] = {
            "booking": self.booking_id,
            "service": self.service_id,
            "hosts": list(self.hosts),
            "start_minute": self.start_minute,
            "length_minutes": self.length_minutes,
            "version": self.version,
            "state": self.state,
        }
        optional: dict[str, Ref] = {
            "contact": self.contact_id,
            "hold": self.hold_id,
            "sitting": self.sitting_id,
            "series": self.series_id,
        }
        refs.update({key: value for key, value in optional.items() if value is not None})
        return refs


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRequested(BookingFact):
    """A visitor asks; a member decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingConfirmed(BookingFact):
    """The meeting stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingApproved(BookingFact):
    """A member accepted the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRejected(BookingFact):
    """A member declined the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestExpired(BookingFact):
    """Nobody decided in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingCancelled(BookingFact):
    """The meeting is off and its time is free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingMoved(BookingFact):
    """The meeting is at another time; `from_minute` is free again."""

    from_minute: int
    from_hosts: tuple[str, ...]

    def to_refs(self) -> Refs:
        moved: Refs = {"from_minute": self.from_minute, "from_hosts": list(self.from_hosts)}
        return {**BookingFact.to_refs(self), **moved}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestsAdded(BookingFact):
    """More people were invited; how many, not who."""

    added: int

    def to_refs(self) -> Refs:
        return {**BookingFact.to_refs(self), "added": self.added}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShowMarked(BookingFact):
    """The guest did not come, or a member corrected that."""

    no_show: bool

    def to_refs(self) -> Refs:
        return {**BookingFact.to_refs(self), "no_show": self.no_show}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactErased:
    """A person's text, addresses and receipts were deleted; the ids of the log remain."""

    contact_id: str
    bookings: int

    @property
    def stream(self) -> str:
        return f"contact:{self.contact_id}"

    def to_refs(self) -> Refs:
        return {"contact": self.contact_id, "bookings": self.bookings}
