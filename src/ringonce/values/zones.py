"""Wall time and UTC. Gaps and folds are decided here and nowhere else; the only module that imports whenever.

A minute's wall clock is read at its beginning. Days are counted from 1970-01-01; minutes are UTC minutes
since then. Tables reach from 1970 to 2200.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from whenever import Instant, TimeZoneNotFoundError, ZonedDateTime

from ringonce.values.errors import DomainError, Kind

DAY = 1440
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_FIRST = Instant.from_utc(1970, 1, 1)
_LAST = Instant.from_utc(2200, 1, 1)
_FOREVER = 1 << 40


class ZoneUnknown(DomainError):
    """No such time zone in the database."""

    code = "zone-unknown"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class OffsetTable:
    """From `starts[i]` on, until `starts[i + 1]`, local time is UTC plus `offsets[i]` minutes."""

    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def at(self, minute: int) -> int:
        """The offset in force at a UTC minute."""
        return self.offsets[max(bisect_right(self.starts, minute) - 1, 0)]

    def local_spans(self, low: int, high: int) -> list[tuple[int, int]]:
        """The UTC stretches, in order, whose wall clock lies in [low, high) local minutes."""
        found: list[tuple[int, int]] = []
        # No offset ever reached 26 hours, so nothing outside this stretch can show these wall clocks.
        at = max(bisect_right(self.starts, low - 26 * 60) - 1, 0)
        while at < len(self.starts) and self.starts[at] < high + 26 * 60:
            until = self.starts[at + 1] if at + 1 < len(self.starts) else _FOREVER
            start = max(low - self.offsets[at], self.starts[at])
            end = min(high - self.offsets[at], until)
            if start < end:
                if found and found[-1][1] == start:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
            at += 1
        return found


@lru_cache(maxsize=700)
def offset_table(zone: str) -> OffsetTable:
    """Every change of a zone's offset. Raises ZoneUnknown."""
    try:
        at: ZonedDateTime | None = _FIRST.to_tz(zone)
    except (TimeZoneNotFoundError, ValueError) as gone:
        raise ZoneUnknown(zone=zone) from gone
    starts: list[int] = []
    offsets: list[int] = []
    while at is not None and at < _LAST:
        # A second within a minute belongs to the next whole minute: only whole minutes are ever asked.
        offset = int(at.offset.total("seconds")) // 60
        if not offsets or offsets[-1] != offset:
            starts.append(-(-at.timestamp() // 60) if starts else -_FOREVER)
            offsets.append(offset)
        at = at.next_transition()
    return OffsetTable(tuple(starts), tuple(offsets))


def is_known(zone: str) -> bool:
    """Whether the zone is in the database."""
    try:
        offset_table(zone)
    except ZoneUnknown:
        return False
    return True


def day_number(on: date) -> int:
    """Days since 1970-01-01."""
    return on.toordinal() - EPOCH_ORDINAL


def date_of_day(day: int) -> date:
    """The civil date of a day number."""
    return date.fromordinal(day + EPOCH_ORDINAL)


def local_minute(zone: str, minute: int) -> int:
    """The wall clock of a UTC minute, as minutes since 1970-01-01 00:00 on that wall."""
    return minute + offset_table(zone).at(minute)


def date_at(zone: str, minute: int) -> date:
    """The civil date of a UTC minute."""
    return date_of_day(local_minute(zone, minute) // DAY)


def minutes_showing(zone: str, on: date, wall: int) -> tuple[int, ...]:
    """The UTC minutes at which the wall shows `wall` minutes of a date: none in a gap, two in a fold."""
    local = day_number(on) * DAY + wall
    return tuple(start for start, _ in offset_table(zone).local_spans(local, local + 1))


def day_spans(zone: str, day: int) -> list[tuple[int, int]]:
    """The UTC stretches of a civil date (nearly always one; none for a date that a zone skipped)."""
    return offset_table(zone).local_spans(day * DAY, (day + 1) * DAY)


def day_start(zone: str, on: date) -> int:
    """The first UTC minute of a civil date, or of the next date that the zone has."""
    day = day_number(on)
    while not (spans := day_spans(zone, day)):
        day += 1
    return spans[0][0]


def date_span(zone: str, first_on: date, last_on: date) -> tuple[int, int]:
    """From the beginning of a civil date to the end of another, in UTC minutes."""
    return day_start(zone, first_on), day_start(zone, date_of_day(day_number(last_on) + 1))
