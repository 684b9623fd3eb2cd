"""Which of the free hosts takes a slot: the same state always picks the same host. Judges no time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ringonce.availability.model import Away, Slot
from ringonce.availability.roles import fill
from ringonce.values import interval


@dataclass(frozen=True, slots=True)
class Turn:
    """A host's standing in the current month: bookings counted, minutes present so far.

    Larger priorities come first. `last_booked_at` (any unit) is None for never.
    """

    host: str
    priority: int = 0
    weight: int = 100
    booked: int = 0
    present: int = 0
    last_booked_at: int | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes a slot: `host` is the rotating one (None where all do), `hosts` everybody."""

    host: str | None
    hosts: tuple[str, ...]
    sitting: str | None = None


def present_minutes(month_start: int, now: int, joined: int, aways: Iterable[Away]) -> int:
    """How long a host has been there in the month so far: since he joined, without his absences."""
    there = [(max(month_start, joined), now)]
    left = interval.subtract(there, [(away.start, away.end) for away in aways])
    return sum(end - start for start, end in left)


def ranked(turns: Iterable[Turn], free: Collection[str]) -> list[str]:
    """The free hosts, the next in turn first: priority, then the one furthest below its share, then the
    least recently booked, then by id. A share is weight times presence; whoever joined late or was away
    owes nothing for that time.
    """
    every = list(turns)
    parts = {one.host: max(one.weight, 0) * max(one.present, 0) for one in every}
    if not any(parts.values()):
        parts = {one.host: max(one.weight, 0) for one in every}
    whole, booked = sum(parts.values()), sum(one.booked for one in every)

    def key(one: Turn) -> tuple[int, int, int, int, str]:
        # In whole numbers: how far above its share, times the sum of all parts.
        above = one.booked * whole - booked * parts[one.host]
        never = one.last_booked_at is None
        return -one.priority, above, 0 if never else 1, one.last_booked_at or 0, one.host

    return [one.host for one in sorted(every, key=key) if one.host in free]


def choose(turns: Iterable[Turn], free: Collection[str], preferred: Sequence[str] = ()) -> str | None:
    """The host to take it: the first preferred one that is free (the same host on a move, a conversation's
    agent, the contact's owner), else the next in turn; None where nobody is free.
    """
    for host in preferred:
        if host in free:
            return host
    order = ranked(turns, free)
    if order:
        return order[0]
    return min(free, default=None)


def pick(slot: Slot, turns: Mapping[str, Turn], preferred: Sequence[str] = ()) -> Taking:
    """Choose the hosts of an offered slot, each role its own; hosts without a turn count as new ones.

    A sitting that has begun keeps its hosts, so only the sitting's own are named. Raises ValueError for a
    slot that nobody can take.
    """
    sittings = dict(slot.sittings)
    if not slot.rotates:
        hosts, host = slot.hosts, None
    else:
        host = choose([turns.get(one, Turn(one)) for one in _everybody(slot, turns)], slot.hosts, preferred)
        if host is None:
            raise ValueError("nobody can take the slot")
        hosts = (*slot.fixed, host)
    order = [
        [
            *(one for one in preferred if one in group),
            *ranked((turns.get(one, Turn(one)) for one in group), group),
        ]
        for group in slot.groups
    ]
    others = fill([[one for one in group if one not in hosts] for group in order])
    if others is None:
        raise ValueError("a group has nobody left")
    return Taking(host, (*hosts, *others), sittings.get(host or ""))


def _everybody(slot: Slot, turns: Mapping[str, Turn]) -> list[str]:
    """All who share the turns, so that a busy host keeps its part of the whole."""
    return sorted({*turns, *slot.hosts})
