"""Every way a hold, a booking or a change can be refused, by its code.

A refusal about a slot carries why (codes without facts about other people), what changed since the page was
drawn and what is free now: promise A3. It never says who or what took the time.
"""

from typing import ClassVar

from ringonce.values.errors import DomainError, Kind


class SlotRefusal(DomainError):
    """A time that cannot be had.

    Params: reasons, seen_version, current_version, changed_at (ms), retry and
    alternatives [{start_minute, end_minute}].
    """

    code: ClassVar[str] = "slot-taken"
    kind: ClassVar[Kind] = Kind.CONFLICT


class SlotTaken(SlotRefusal):
    """The time went to somebody else."""

    code = "slot-taken"


class HoldExpired(SlotRefusal):
    """The hold ran out and its time is no longer free."""

    code = "hold-expired"


class HoldFenced(SlotRefusal):
    """The hold has been moved on since the asker last saw it."""

    code = "hold-fenced"


class HoldNotYours(SlotRefusal):
    """The token does not belong to the hold, or there is no such hold: the two are not told apart."""

    code = "hold-not-yours"


class ExternalBusy(SlotRefusal):
    """Another calendar of the host has something at that time."""

    code = "external-busy"


class NoticeRefusal(SlotRefusal):
    """The start is nearer than the service's notice allows."""

    code = "rule-notice"


class LimitRefusal(SlotRefusal):
    """A limit of bookings or minutes per period is reached."""

    code = "rule-limit"


class VisitorLimit(SlotRefusal):
    """The visitor has as many active bookings as the service allows."""

    code = "visitor-limit"


class RuleChanged(SlotRefusal):
    """The time is not among those the rules offer."""

    code = "rule-changed"


class HostRemoved(SlotRefusal):
    """A host that the meeting needs cannot be had."""

    code = "host-removed"


class Inactive(SlotRefusal):
    """The service takes no bookings."""

    code = "inactive"


class Unverifiable(SlotRefusal):
    """A strict calendar could not be asked; the same key may be retried."""

    code = "unverifiable"
    kind = Kind.UNAVAILABLE
    final = False


# The first code found names the refusal; all stand in `reasons`.
BY_REASON: tuple[tuple[str, type[SlotRefusal]], ...] = (
    ("inactive", Inactive),
    ("limit-visitor", VisitorLimit),
    ("notice", NoticeRefusal),
    ("busy-booking", SlotTaken),
    ("held", SlotTaken),
    ("seats-full", SlotTaken),
    ("buffer", SlotTaken),
    ("busy-external", ExternalBusy),
    ("limit-day", LimitRefusal),
    ("limit-week", LimitRefusal),
    ("limit-month", LimitRefusal),
    ("limit-year", LimitRefusal),
    ("calendar-unreachable", Unverifiable),
    ("host-missing", HostRemoved),
)


def refusal_for(codes: frozenset[str]) -> type[SlotRefusal]:
    """The refusal that a set of reason codes amounts to; a time the rules never offered is `rule-changed`."""
    for code, refusal in BY_REASON:
        if code in codes:
            return refusal
    return RuleChanged


class BookingMissing(DomainError):
    """No booking has this id or code."""

    code = "booking-missing"
    kind = Kind.MISSING


class ServiceMissing(DomainError):
    """No service has this id."""

    code = "service-missing"
    kind = Kind.MISSING


class VersionStale(DomainError):
    """The booking has changed since it was shown. Params: version, state."""

    code = "version-stale"
    kind = Kind.CONFLICT


class TooLate(DomainError):
    """The service no longer lets visitors do this so near the start. Params: action, until_minutes."""

    code = "too-late"
    kind = Kind.CONFLICT


class NotNow(DomainError):
    """The booking's state does not allow this. Params: action, state."""

    code = "not-now"
    kind = Kind.CONFLICT


class OverlapForbidden(DomainError):
    """Only a member may book over other meetings on purpose."""

    code = "overlap-forbidden"
    kind = Kind.FORBIDDEN


class FormInvalid(DomainError):
    """The form has faults. Params: errors, a list of {field, code}; the same key may be used again."""

    code = "form-invalid"
    kind = Kind.INVALID
    final = False


class SeriesRefused(DomainError):
    """A date of a series cannot be had, so none is. Params: refused, one refusal for each such start."""

    code = "series-refused"
    kind = Kind.CONFLICT
