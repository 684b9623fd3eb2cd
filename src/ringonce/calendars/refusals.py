"""How edits of hosts, schedules and services are refused."""

from collections.abc import Iterable

from ringonce.calendars.model import Fault
from ringonce.values.errors import DomainError, Kind


class FieldsInvalid(DomainError):
    """Fields are wrong. Params: errors, a list of {field, code} with what would be right beside them."""

    code = "fields-invalid"
    kind = Kind.INVALID
    final = False


class EditStale(DomainError):
    """It was changed since it was read. Params: current_version, the one to read again."""

    code = "edit-stale"
    kind = Kind.CONFLICT


class ScheduleMissing(DomainError):
    """No schedule has this id."""

    code = "schedule-missing"
    kind = Kind.MISSING


class ScheduleInUse(DomainError):
    """Hosts or services still use the schedule. Params: hosts, services: their ids."""

    code = "schedule-in-use"
    kind = Kind.CONFLICT


class HostMissing(DomainError):
    """No host has this id."""

    code = "host-missing"
    kind = Kind.MISSING


class AwayMissing(DomainError):
    """No such stretch of absence."""

    code = "away-missing"
    kind = Kind.MISSING


class CalendarMissing(DomainError):
    """No external calendar has this id."""

    code = "calendar-missing"
    kind = Kind.MISSING


def refuse_faults(faults: Iterable[Fault]) -> None:
    """Raise FieldsInvalid if there is any fault."""
    errors = [fault.plain() for fault in faults]
    if errors:
        raise FieldsInvalid(errors=errors)


def refuse_stale(current: int, seen: int) -> None:
    """Raise EditStale unless the editor saw the current version."""
    if current != seen:
        raise EditStale(current_version=current, seen_version=seen)
