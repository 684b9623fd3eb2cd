"""From instants to slots: who could take each, what seats are left, which are the asker's own."""

from collections import defaultdict

import numpy as np

from ringonce.availability.arrays import Ints
from ringonce.availability.case import Case
from ringonce.availability.model import Cause, Slot
from ringonce.availability.sittings import Join
from ringonce.availability.starts import Found


def build(case: Case, found: Found, instants: Ints) -> tuple[Slot, ...]:
    """The slots of some of the found instants, in their order."""
    if not len(instants):
        return ()
    takers = _takers(case, found, instants)
    joins = _joins(case, found, instants)
    groups = _groups(case, instants)
    mine = _own_holds(case, int(instants[0]), int(instants[-1]))
    fixed = case.fixed if case.rules.rotates else ()
    slots: list[Slot] = []
    for place, start in enumerate(instants.tolist()):
        joined = joins.get(start, ())
        hosts = tuple(one.host for one in joined if one.host) if joined else takers.get(start, ())
        if not case.rules.rotates:
            hosts = case.fixed
        slots.append(
            Slot(
                start=start,
                end=start + case.query.length,
                hosts=hosts,
                fixed=fixed,
                groups=()
                if joined
                else tuple(tuple(h for h, free in group if free[place]) for group in groups),
                seats_left=sum(one.left for one in joined) if joined else case.rules.seats,
                mine=bool(mine and not mine.get(start, set()).isdisjoint((*hosts, *fixed))),
                sittings=tuple((one.host, one.sitting) for one in joined),
                rotates=case.rules.rotates,
            )
        )
    return tuple(slots)


def _takers(case: Case, found: Found, instants: Ints) -> dict[int, tuple[str, ...]]:
    """The rotating hosts at each instant, in the order of the rules."""
    if not case.rules.rotates:
        return {}
    hosts: defaultdict[int, list[str]] = defaultdict(list)
    some = found.candidates
    wanted = np.isin(some.starts, instants) if len(instants) < len(some.starts) else None
    starts = some.starts if wanted is None else some.starts[wanted]
    makers = some.maker if wanted is None else some.maker[wanted]
    for one in some.who:
        if case.query.host in (None, one.host, *case.fixed):
            for start in np.unique(starts[makers == one.number]).tolist():
                hosts[start].append(one.host)
    return {start: tuple(names) for start, names in hosts.items()}


def _joins(case: Case, found: Found, instants: Ints) -> dict[int, list[Join]]:
    wanted = set(instants.tolist()) if found.candidates.joins else set()
    joins: defaultdict[int, list[Join]] = defaultdict(list)
    for one in found.candidates.joins:
        if one.start in wanted and (not one.host or case.query.host in (None, one.host, *case.fixed)):
            joins[one.start].append(one)
    return joins


def _groups(case: Case, instants: Ints) -> "list[list[tuple[str, list[bool]]]]":
    return [[(host, case.is_free(host, instants).tolist()) for host in group] for group in case.groups]


def _own_holds(case: Case, first: int, last: int) -> dict[int, set[str]]:
    """Start -> hosts that the asker's own live holds of this service and length have taken."""
    own = case.query.own_holds
    found: defaultdict[int, set[str]] = defaultdict(set)
    if not own:
        return found
    for row in case.busy.loose if case.query.moving is None else case.busy.rows:
        if first <= row.start <= last and row.service == case.rules.service:
            if row.end - row.start == case.query.length and _is_own(case, row.owner, row.until_at, row.cause):
                found[row.start].add(row.host)
    for row in case.busy.sittings:
        if first <= row.start <= last and row.service == case.rules.service:
            if row.end - row.start == case.query.length and any(
                _is_own(case, seat.owner, seat.until_at, seat.cause) for seat in row.seats
            ):
                found[row.start].add(row.host)
    return found


def _is_own(case: Case, owner: str, until_at: int | None, cause: Cause) -> bool:
    live = until_at is None or until_at > case.now
    return cause is Cause.HOLD and live and owner in case.query.own_holds
