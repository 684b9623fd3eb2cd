"""Instants on the wire: RFC 3339 in UTC. Inside they are integers, minutes or milliseconds."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import msgspec

from ringonce.values.errors import DomainError, Kind

MINUTE_MS = 60_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Instant = Annotated[datetime, msgspec.Meta(tz=True, description="RFC 3339, in UTC in answers")]


class NotAMinute(DomainError):
    """Booked times begin on whole minutes."""

    code = "not-a-minute"
    kind = Kind.INVALID


def at_ms(ms: int) -> datetime:
    """An instant from Unix milliseconds."""
    return _EPOCH + timedelta(milliseconds=ms)


def at_minute(minute: int) -> datetime:
    """An instant from minutes since the epoch."""
    return _EPOCH + timedelta(minutes=minute)


def minute_of(instant: datetime) -> int:
    """Minutes since the epoch. Raises NotAMinute for an instant between two minutes."""
    minutes, rest = divmod(instant - _EPOCH, timedelta(minutes=1))
    if rest:
        raise NotAMinute()
    return minutes


def ms_of(instant: datetime) -> int:
    """Unix milliseconds of an instant."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


def minutes_around(start: datetime, end: datetime) -> tuple[int, int]:
    """The whole minutes that a stretch touches: busy time is widened, never refused for its seconds."""
    minute = timedelta(minutes=1)
    first = (start - _EPOCH) // minute
    # A stretch that ends where or before it begins is no longer one: it is left for others to judge.
    return first, -((_EPOCH - end) // minute) if start < end else (end - _EPOCH) // minute


def ms_text(ms: int) -> str:
    return _text(at_ms(ms))


def minute_text(minute: int) -> str:
    return _text(at_minute(minute))


def days_between(first_on: date, last_on: date) -> int:
    """How many civil dates from the first to the last, both counted."""
    return (last_on - first_on).days + 1


def _text(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds" if instant.microsecond else "seconds").replace(
        "+00:00", "Z"
    )
