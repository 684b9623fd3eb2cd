"""The one public door: which starts are offered, why others are not, and until when that is true."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from ringonce.availability.arrays import Ints
from ringonce.availability.busy import BusyTimes
from ringonce.availability.case import Case
from ringonce.availability.explain import explain, nearest, nearest_close
from ringonce.availability.model import Host, Query, Reason, Rules, Slot
from ringonce.availability.slots import build
from ringonce.availability.starts import Found, find
from ringonce.availability.until import true_until
from ringonce.values.errors import DomainError, Kind


class LengthUnknown(DomainError):
    """The service does not have this length."""

    code = "length-unknown"
    kind = Kind.INVALID


class Offer:
    """The starts of a query's range. Computed once; slots, reasons and `true_until` are made when asked."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _found(self) -> Found:
        return find(self._case)

    @property
    def instants(self) -> Ints:
        """Every offered start, in order, as an array of UTC minutes."""
        return self._found.instants

    @property
    def starts(self) -> tuple[int, ...]:
        """Every offered start, in order."""
        return tuple(self._found.instants.tolist())

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every offered slot, in order."""
        return build(self._case, self._found, self._found.instants)

    @cached_property
    def true_until(self) -> int | None:
        """The first instant (ms) after now at which time alone changes the offer; None for never."""
        return true_until(self._case, self._found)

    def at(self, start: int) -> Slot | None:
        """The slot that begins at `start`, if it is offered."""
        found = self._found.instants
        place = int(found.searchsorted(start))
        if place == len(found) or int(found[place]) != start:
            return None
        slots = build(self._case, self._found, found[place : place + 1])
        return slots[0]

    def _over(self, start: int, end: int) -> "Offer":
        """The same question over another range."""
        query = self._case.query
        if query.start <= start and end <= query.end:
            return self
        return Offer(self._case.asking(replace(query, start=start, end=end)))

    def explain(self, start: int) -> list[Reason]:
        """Every rule that refuses `start`, in the query's range or not; empty exactly when it is offered."""
        around = self._over(start, start + 1)
        if around.at(start) is not None:
            return []
        return explain(around._case, start, around._found)

    def nearest(self, start: int) -> list[Slot]:
        """Three to five offered slots within 31 days of `start` (or all there are), in time order."""
        return nearest(self._case, start)

    def nearest_close(self, start: int) -> list[Slot] | None:
        """What `nearest` gives, from the busy time of two days around; None where that does not tell."""
        return nearest_close(self._case, start)


def offer(
    rules: Rules,
    hosts: Mapping[str, Host] | Iterable[Host],
    busy: BusyTimes,
    query: Query,
    now: int,
) -> Offer:
    """Decide which starts of the query's range are free; `now` in milliseconds. Pure.

    Raises LengthUnknown, and ZoneUnknown for a zone that the database does not have.
    """
    if query.length not in rules.lengths:
        raise LengthUnknown(length=query.length, lengths=list(rules.lengths))
    by_id = hosts if isinstance(hosts, Mapping) else {host.id: host for host in hosts}
    return Offer(Case(rules, by_id, busy, query, now))
