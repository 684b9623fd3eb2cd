"""One question to the computation with everything it is judged by, and what each host says to a start."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ringonce.availability.arrays import Flags, Ints, Spans, covered_until
from ringonce.availability.busy import BusyTimes, Question, Stretches
from ringonce.availability.limits import Tally
from ringonce.availability.model import DAY, Host, Query, Rules, Schedule
from ringonce.availability.windows import host_spans, present_spans
from ringonce.values.interval import ceil_minute


@dataclass(frozen=True)
class Case:
    """Rules, hosts, busy time, query and now; `now` in milliseconds, `minute` is it rounded up."""

    rules: Rules
    hosts: Mapping[str, Host]
    busy: BusyTimes
    query: Query
    now: int
    without_holds: bool = False

    def at(self, now: int) -> "Case":
        """The same question later."""
        return replace(self, now=now)

    def asking(self, query: Query) -> "Case":
        """Another question over the same rows."""
        return replace(self, query=query)

    @cached_property
    def minute(self) -> int:
        """Now, rounded up to the minute."""
        return ceil_minute(self.now)

    @cached_property
    def question(self) -> Question:
        """What dissolves rows."""
        return Question.of(self.query, self.now, self.without_holds)

    @cached_property
    def solid(self) -> Stretches:
        """Busy time that moves the packed grid."""
        return self.busy.solid(self.question)

    @cached_property
    def soft(self) -> Stretches:
        """Live holds of others."""
        return self.busy.soft(self.question)

    @cached_property
    def fixed(self) -> tuple[str, ...]:
        """The hosts that every slot needs."""
        return tuple(dict.fromkeys(self.rules.fixed))

    @cached_property
    def rotating(self) -> tuple[str, ...]:
        """The hosts of whom a slot needs one; a fixed host cannot also be that one."""
        taken = set(self.fixed)
        return tuple(
            one for one in dict.fromkeys(self.rules.rotating) if one in self.hosts and one not in taken
        )

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The present hosts of each group."""
        taken = set(self.fixed)
        return tuple(
            tuple(one for one in dict.fromkeys(group) if one in self.hosts and one not in taken)
            for group in self.rules.groups
        )

    @cached_property
    def is_staffed(self) -> bool:
        """Whether everybody whom a slot needs is there at all."""
        if any(one not in self.hosts for one in self.fixed) or not all(self.groups):
            return False
        return bool(self.rotating) if self.rules.rotates else bool(self.fixed)

    def number_of(self, host: str) -> int | None:
        """The host's key in the busy arrays."""
        return self.busy.numbers.get(host)

    def schedule_of(self, host: str) -> Schedule | None:
        """The service's own schedule, else the host's; None is always open."""
        return self.rules.schedule or self.hosts[host].schedule

    def days(self, low: int, high: int) -> tuple[int, int]:
        """Day numbers enough for starts in [low, high) and their whole length, in any zone."""
        return low // DAY - 2, (high + self.query.length) // DAY + 2

    def open_spans(self, host: str, low: int, high: int) -> Spans:
        """When the host is open, restriction included, absence not."""
        return host_spans(self.schedule_of(host), self.rules.restriction, *self.days(low, high))

    def is_closed(self, host: str) -> bool:
        """Whether the last copy of one of the host's calendars is too old."""
        return any(one.closes_at <= self.now for one in self.hosts[host].unreachable)

    def tally_of_host(self, host: str) -> Tally:
        """What the host's limits count, over all services, on days of the host's default schedule."""
        rows = self.busy.of_host.get(host, ())
        return Tally(rows, self.question, self.hosts[host].zone)

    @cached_property
    def tally_of_service(self) -> Tally:
        """What the service's limits count."""
        rows = self.busy.of_service.get(self.rules.service, ())
        return Tally(rows, self.question, self.rules.zone)

    @cached_property
    def tally_of_team(self) -> Tally:
        """What the team's limits count, over all its services."""
        rows = self.busy.of_team.get(self.rules.team, ()) if self.rules.team is not None else ()
        return Tally(rows, self.question, self.rules.zone)

    def meetings(self, host: str, starts: Ints, solid: bool = True, soft: bool = True) -> Ints:
        """How many busy stretches of the host a meeting at each start would meet, buffers included."""
        met = np.zeros(len(starts), dtype=np.int64)
        number = self.number_of(host)
        if number is None:
            return met
        for wanted, stretches in ((solid, self.solid), (soft, self.soft)):
            if wanted and len(stretches.lows):
                lows, highs = stretches.of(number)
                met += np.searchsorted(lows - self.rules.after, starts + self.query.length, "left")
                met -= np.searchsorted(highs + self.rules.before, starts, "right")
        return met

    def is_open(self, host: str, starts: Ints) -> Flags:
        """Where the host is open and not away for the whole length."""
        if not len(starts):
            return np.zeros(0, dtype=np.bool_)
        end = starts + self.query.length
        spans = self.open_spans(host, int(starts.min()), int(starts.max()) + 1)
        flags: Flags = covered_until(spans, starts) >= end
        return flags & self.is_present(host, starts)

    def is_present(self, host: str, starts: Ints) -> Flags:
        """Where the host is not away for the whole length."""
        if not self.hosts[host].aways:
            return np.ones(len(starts), dtype=np.bool_)
        flags: Flags = (
            covered_until(present_spans(self.hosts[host].aways), starts) >= starts + self.query.length
        )
        return flags

    def allows(self, host: str, starts: Ints, limited: bool = True) -> Flags | None:
        """Where no hold, dead calendar or limit of the host refuses; None for everywhere, at no cost."""
        if self.is_closed(host):
            return np.zeros(len(starts), dtype=np.bool_)
        flags: Flags | None = None
        if len(self.soft.lows):
            flags = self.meetings(host, starts, solid=False) == 0
        if limited and self.hosts[host].limits:
            within = self.tally_of_host(host).allows(self.hosts[host].limits, starts, self.query.length)
            flags = within if flags is None else flags & within
        return flags

    def is_free(self, host: str, starts: Ints, known_open: bool = False) -> Flags:
        """Where the host could take a meeting, all told; `known_open` starts lie in its windows already."""
        flags = self.is_present(host, starts) if known_open else self.is_open(host, starts)
        flags &= self.meetings(host, starts, soft=False) == 0
        allowed = self.allows(host, starts)
        return flags if allowed is None else flags & allowed
