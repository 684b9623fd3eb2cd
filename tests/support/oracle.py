"""An independent answer to "is this time free?": minute by minute, over the standard library's zoneinfo.

Shares no code with the product; reads the same rules only by their attributes. Slow on purpose: each clause
of the paper is one plain loop.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo


@lru_cache(maxsize=400_000)
def wall(zone: str, minute: int) -> tuple[date, int]:
    """Civil date and minute of the day of a UTC minute."""
    local = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))
    return local.date(), local.hour * 60 + local.minute


def zone_of(schedule: Any, on: date) -> str:
    """The zone in which a date is lived."""
    for travel in schedule.travels:
        if travel.first_on <= on <= travel.last_on:
            return str(travel.zone)
    return str(schedule.zone)


def windows_of(schedule: Any, on: date) -> list[tuple[int, int]]:
    """The windows of a date."""
    overrides = [one for one in schedule.overrides if one.on == on]
    if overrides:
        if any(not one.windows for one in overrides):
            return []
        return [window for one in overrides for window in one.windows]
    return list(schedule.weekly[on.weekday()])


def dates_of(schedule: Any, minute: int) -> list[date]:
    """The civil dates of a schedule to which a minute belongs: none or two where zones meet."""
    zones = dict.fromkeys([schedule.zone, *(travel.zone for travel in schedule.travels)])
    found = [(wall(zone, minute)[0], zone) for zone in zones]
    return sorted({on for on, zone in found if zone_of(schedule, on) == zone})


def is_open_on(schedule: Any, on: date, minute: int) -> bool:
    """Whether a minute of a civil date lies in one of its windows."""
    shown = wall(zone_of(schedule, on), minute)[1]
    return any(low <= shown < high for low, high in windows_of(schedule, on))


def is_open(schedule: Any, minute: int) -> bool:
    """Whether a schedule is open at a UTC minute."""
    return any(is_open_on(schedule, on, minute) for on in dates_of(schedule, minute))


class Oracle:
    """Offers by brute force, for a few days at a time."""

    def __init__(self, rules: Any, hosts: Iterable[Any], rows: Iterable[Any], query: Any, now: int) -> None:
        self.rules, self.query, self.now = rules, query, now
        self.hosts: dict[str, Any] = {host.id: host for host in hosts}
        self.minute = -(-now // 60_000)
        self.rows = [row for row in rows if self._is_there(row)]
        self._open: dict[tuple[str, int], bool] = {}
        self._blocked: dict[tuple[tuple[str, ...], int], bool] = {}

    # Rows

    def _is_live(self, until_at: int | None) -> bool:
        return until_at is None or until_at > self.now

    def _seats(self, row: Any) -> list[Any]:
        return [
            seat
            for seat in row.seats
            if self._is_live(seat.until_at)
            and seat.owner != self.query.moving
            and not (seat.cause == "hold" and seat.owner in self.query.own_holds)
        ]

    def _is_there(self, row: Any) -> bool:
        if row.start >= row.end or not row.blocks or not self._is_live(row.until_at):
            return False
        if row.owner == self.query.moving:
            return False
        if row.seats:
            return bool(self._seats(row))
        return not (row.cause == "hold" and row.owner in self.query.own_holds)

    def _is_hold(self, row: Any) -> bool:
        if row.seats:
            return all(seat.cause == "hold" for seat in self._seats(row))
        return bool(row.cause == "hold")

    def _meets(self, row: Any, start: int) -> bool:
        """Whether a meeting and a row meet, both with their buffers."""
        rules = self.rules
        ours = range(start - rules.before, start + self.query.length + rules.after)
        theirs = range(row.start - row.before, row.end + row.after)
        return max(ours.start, theirs.start) < min(ours.stop, theirs.stop)

    def _joinable(self, host: str, start: int) -> Any | None:
        for row in self.rows:
            if (
                row.host == host
                and row.seats
                and self.rules.seats is not None
                and row.service == self.rules.service
                and row.start == start
                and row.end - row.start == self.query.length
                and self.rules.seats - len(self._seats(row)) >= self.query.seats
            ):
                return row
        return None

    # Open time

    def _schedule(self, host: str) -> Any:
        return self.rules.schedule or self.hosts[host].schedule

    def _opens(self, host: str, minute: int) -> bool:
        known = (host, minute)
        if known not in self._open:
            self._open[known] = self._is_open(host, minute)
        return self._open[known]

    def _is_open(self, host: str, minute: int) -> bool:
        schedule = self._schedule(host)
        if schedule is not None and not is_open(schedule, minute):
            return False
        return self.rules.restriction is None or is_open(self.rules.restriction, minute)

    def _is_away(self, host: str, minute: int) -> bool:
        return any(away.start <= minute < away.end for away in self.hosts[host].aways)

    def is_free(self, host: str, start: int, join: Any | None = None) -> bool:
        """Whether one host could take (or join) a meeting, limits apart."""
        if any(one.closes_at <= self.now for one in self.hosts[host].unreachable):
            return False
        meeting = range(start, start + self.query.length)
        if not all(self._opens(host, minute) and not self._is_away(host, minute) for minute in meeting):
            return False
        others = [row for row in self.rows if row.host == host and (join is None or row.owner != join.owner)]
        return not any(self._meets(row, start) for row in others)

    # Limits

    def _period(self, period: str, on: date) -> tuple[int, ...]:
        if period == "week":
            return on.isocalendar()[:2]
        return {"day": on.timetuple()[:3], "month": on.timetuple()[:2], "year": on.timetuple()[:1]}[period]

    def _within(self, limits: Sequence[Any], rows: Iterable[Any], zone: str, start: int) -> bool:
        counted = {row.owner: row for row in rows if row.cause != "external"}
        on = wall(zone, start)[0]
        for limit in limits:
            inside = [
                row
                for row in counted.values()
                if self._period(limit.period, wall(zone, row.start)[0]) == self._period(limit.period, on)
            ]
            minutes = sum(row.end - row.start for row in inside)
            if limit.bookings is not None and len(inside) + 1 > limit.bookings:
                return False
            if limit.minutes is not None and minutes + self.query.length > limit.minutes:
                return False
        return True

    def _host_within(self, host: str, start: int) -> bool:
        one = self.hosts[host]
        return self._within(one.limits, [row for row in self.rows if row.host == host], one.zone, start)

    def _service_within(self, start: int) -> bool:
        rules = self.rules
        ours = [row for row in self.rows if row.service == rules.service]
        team = [row for row in self.rows if row.team is not None and row.team == rules.team]
        return self._within(rules.limits, ours, rules.zone, start) and self._within(
            rules.team_limits, team, rules.zone, start
        )

    # Grid

    def _makers(self) -> dict[str, tuple[str, ...]]:
        if self.rules.mode == "any" and self.rules.rotating:
            return {host: (host, *self.rules.fixed) for host in self.rules.rotating if host in self.hosts}
        return {"": self.rules.fixed}

    def _dates(self, minute: int) -> list[tuple[date, str]]:
        """The dates of the grid to which a minute belongs, each with the zone of its clock."""
        rules = self.rules
        schedule = rules.schedule
        first = self.hosts[(*rules.fixed, *(one for one in rules.rotating if one in self.hosts))[0]]
        if schedule is None and rules.mode == "single":
            schedule = first.schedule
        if schedule is not None:
            found = [on for on in dates_of(schedule, minute) if is_open_on(schedule, on, minute)]
            return [(on, zone_of(schedule, on)) for on in found]
        home = first.schedule.zone if first.schedule else first.zone
        zone = home if rules.mode == "single" else rules.team_zone or home
        return [(wall(zone, minute)[0], zone)]

    def _is_blocked(self, hosts: tuple[str, ...], minute: int) -> bool:
        known = (hosts, minute)
        if known not in self._blocked:
            self._blocked[known] = self._blocks(hosts, minute)
        return self._blocked[known]

    def _blocks(self, hosts: tuple[str, ...], minute: int) -> bool:
        """Whether busy time that moves the packed grid, or absence, covers a minute of the meeting itself."""
        rules = self.rules
        if any(self._is_away(host, minute) for host in hosts):
            return True
        return any(
            row.start - row.before - rules.after <= minute < row.end + row.after + rules.before
            for row in self.rows
            if row.host in hosts and not self._is_hold(row)
        )

    def _stretches(self, low: int, high: int) -> Iterator[tuple[date, int, int, str, int]]:
        """Date, start, end, maker and first start of every stretch."""
        step = self.rules.interval or self.query.length
        unit = min(15, next((one for one in (60, 30, 20, 15, 10, 5) if step % one == 0), 1))
        for maker, hosts in self._makers().items():
            by_date: dict[tuple[date, str], list[int]] = {}
            for minute in range(low, high):
                if all(self._opens(host, minute) for host in hosts):
                    for one in self._dates(minute):
                        by_date.setdefault(one, []).append(minute)
            for (on, zone), minutes in by_date.items():
                opened = set(minutes)
                packed = self.rules.grid == "packed"
                free = {one for one in minutes if not (packed and self._is_blocked(hosts, one))}
                for start in sorted(one for one in free if one - 1 not in free):
                    end = start
                    while end in free:
                        end += 1
                    first = start
                    if start - 1 in opened:
                        while wall(zone, first)[1] % unit:
                            first += 1
                    yield on, start, end, maker, first + self.rules.offset

    def _grid(self, low: int, high: int) -> set[tuple[int, str]]:
        step = self.rules.interval or self.query.length
        packed = self.rules.grid == "packed"
        found: set[tuple[int, str]] = set()
        fitting: dict[date, set[int]] = {}
        for on, start, end, maker, first in sorted(self._stretches(low, high)):
            hosts = self._makers()[maker]
            seen = fitting.setdefault(on, set())
            earlier = max((one for one in seen if one < first), default=None)
            if earlier is not None and first - earlier < step:
                first = earlier if earlier >= start else earlier + step
            while first < end:
                meeting = range(first, first + self.query.length)
                if all(
                    all(self._opens(host, minute) for host in hosts)
                    and not (packed and self._is_blocked(hosts, minute))
                    for minute in meeting
                ):
                    found.add((first, maker))
                    seen.add(first)
                first += step
        return found

    # The offer

    def candidates(self, low: int, high: int) -> dict[int, set[str]]:
        """Start -> makers, before notice, booking window and range."""
        # No civil date is longer than 25 hours.
        margin = 1560 + self.query.length
        found: dict[int, set[str]] = {}
        for start, maker in self._grid(low - margin, high + margin):
            if low <= start < high and self._fresh(start, maker):
                found.setdefault(start, set()).add(maker)
        for start in sorted({row.start for row in self.rows if row.seats and low <= row.start < high}):
            joined = {maker for maker in self._makers() if self._can_join(start, maker)}
            if joined:
                found[start] = joined
        return found

    def _fresh(self, start: int, maker: str) -> bool:
        needed = self._makers()[maker]
        if self.rules.seats is not None and self.query.seats > self.rules.seats:
            return False
        if not self._service_within(start):
            return False
        if not all(self.is_free(host, start) and self._host_within(host, start) for host in needed):
            return False
        return all(
            any(
                host in self.hosts and self.is_free(host, start) and self._host_within(host, start)
                for host in group
            )
            for group in self.rules.groups
        )

    def _can_join(self, start: int, maker: str) -> bool:
        needed = self._makers()[maker]
        sitting = next((row for host in needed[:1] if (row := self._joinable(host, start))), None)
        if sitting is None or not all(self.is_free(host, start, sitting) for host in needed):
            return False
        at = {row.host for row in self.rows if row.owner == sitting.owner}
        return all(self._group_serves(group, at, start, sitting) for group in self.rules.groups)

    def _group_serves(self, group: Sequence[str], at: set[str], start: int, sitting: Any) -> bool:
        present = [host for host in group if host in self.hosts]
        if at & set(present):
            return any(self.is_free(host, start, sitting) for host in at & set(present))
        return any(self.is_free(host, start) and self._host_within(host, start) for host in present)

    def _is_in_window(self, start: int) -> bool:
        window, on = self.rules.window, wall(self.rules.zone, start)[0]
        today = wall(self.rules.zone, self.minute)[0]
        kind = type(window).__name__
        if kind == "Rolling":
            return on <= today + timedelta(days=window.days)
        if kind == "BusinessDays":
            last, left = today, window.days
            while left:
                last += timedelta(days=1)
                left -= last.weekday() < 5
            return on <= last
        if kind == "DateRange":
            return (window.first_on or date.min) <= on <= (window.last_on or date.max)
        return True

    def offer(self) -> dict[int, set[str]]:
        """Start -> makers ("" for all hosts together), every rule regarded but "n bookable days"."""
        query, rules = self.query, self.rules
        margin = 1440 if rules.first_only else 0
        known = query.visitor_bookings
        if not rules.active or (
            rules.visitor_limit is not None and known is not None and known + 1 > rules.visitor_limit
        ):
            return {}
        if any(host not in self.hosts for host in rules.fixed):
            return {}
        found = {
            start: makers
            for start, makers in self.candidates(query.start - margin, query.end + margin).items()
            if start >= self.minute + rules.notice and self._is_in_window(start)
        }
        if rules.first_only:
            by_date: dict[date, int] = {}
            for start in sorted(found):
                by_date.setdefault(wall(rules.zone, start)[0], start)
            found = {start: found[start] for start in by_date.values()}
        found = {start: makers for start, makers in found.items() if query.start <= start < query.end}
        if query.host is not None and query.host not in rules.fixed:
            found = {start: {query.host} for start, makers in found.items() if query.host in makers}
        return dict(sorted(found.items()))


def spans(minutes: Mapping[int, bool]) -> list[tuple[int, int]]:
    """Maximal stretches of true minutes."""
    found: list[tuple[int, int]] = []
    for minute in sorted(minutes):
        if minutes[minute]:
            if found and found[-1][1] == minute:
                found[-1] = (found[-1][0], minute + 1)
            else:
                found.append((minute, minute + 1))
    return found
