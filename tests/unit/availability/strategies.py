"""Random small worlds: a few hosts, a day or two around clock changes, rows with odd minutes and buffers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from ringonce.availability.busy import BusyTimes
from ringonce.availability.model import (
    Away,
    BusinessDays,
    Busy,
    Cause,
    DateOverride,
    DateRange,
    GridKind,
    Host,
    Limit,
    Mode,
    Period,
    Query,
    Rolling,
    Rules,
    Schedule,
    Seat,
    Travel,
    Unreachable,
)
from ringonce.availability.offer import Offer, offer
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import day_start

DAYS = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 10)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Asia/Kolkata": (date(2026, 6, 10),),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),
    "Asia/Beirut": (date(2026, 3, 29),),
}
SERVICE, TEAM = "svc_1", "tem_1"


@dataclass(frozen=True)
class World:
    """Everything that an offer is made of."""

    rules: Rules
    hosts: tuple[Host, ...]
    rows: tuple[Busy, ...]
    query: Query
    now: int

    def offer(self, **changes: Any) -> Offer:
        """The offer, with some of the query changed."""
        query = replace(self.query, **changes)
        return offer(self.rules, self.hosts, BusyTimes(self.rows), query, self.now)

    def at(self, now: int) -> "World":
        """The same rows later."""
        return replace(self, now=now)


def _windows() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    edge = st.one_of(st.integers(0, 96).map(lambda one: one * 15), st.integers(0, 1440))
    window = st.tuples(edge, edge).map(lambda pair: (min(pair), max(pair)))
    usual = st.sampled_from([((540, 1020),), ((0, 1440),), ((480, 720), (760, 1100)), ((60, 1440),)])
    return st.one_of(usual, usual, usual, usual, st.lists(window, max_size=2).map(tuple))


@st.composite
def schedules(draw: st.DrawFn, on: date, home: str, travels: bool = True) -> Schedule:
    """A schedule, mostly of the home zone, sometimes with overrides and a journey about a date."""
    zone = draw(st.sampled_from([home, home, *sorted(DAYS)]))
    week = draw(st.lists(_windows(), min_size=2, max_size=2))
    weekly = tuple(week[day % 2] for day in range(7))
    near = st.integers(-1, 1).map(lambda days: on + timedelta(days=days))
    some = st.lists(st.builds(DateOverride, near, _windows()), max_size=2)
    overrides = draw(st.one_of(st.just([]), st.just([]), some))
    journeys: list[Travel] = []
    if travels and draw(st.integers(0, 3)) == 3:
        first, abroad = draw(near), draw(st.sampled_from(sorted(DAYS)))
        journeys.append(Travel(first, first + timedelta(days=draw(st.integers(0, 1))), abroad))
    return Schedule(zone, weekly, tuple(overrides), tuple(journeys))


_buffers = st.sampled_from([0, 0, 0, 5, 10, 15])


def limits() -> st.SearchStrategy[tuple[Limit, ...]]:
    """None mostly, else one of bookings or minutes."""
    one = st.one_of(
        st.builds(Limit, st.sampled_from(list(Period)), st.integers(1, 4)),
        st.builds(Limit, st.sampled_from(list(Period)), st.none(), st.integers(1, 10).map(lambda m: m * 20)),
    )
    return st.one_of(st.just(()), st.just(()), st.just(()), one.map(lambda limit: (limit,)))


@st.composite
def rows(draw: st.DrawFn, host: str, number: int, low: int, length: int, now: int) -> Busy:
    """One busy row near the range."""
    cause = draw(st.sampled_from(list(Cause)))
    start = low + draw(st.integers(-600, 2000))
    until = now + draw(st.sampled_from([-1, 0, 1, 90_000, 7_200_000])) if cause is Cause.HOLD else None
    is_external = cause is Cause.EXTERNAL
    return Busy(
        host,
        start,
        start + draw(st.sampled_from([0, 7, 15, 30, 45, 60, 90])),
        cause,
        f"own_{host}_{number}",
        0 if is_external else draw(_buffers),
        0 if is_external else draw(_buffers),
        None if is_external else draw(st.sampled_from([SERVICE, "svc_2"])),
        None if is_external else draw(st.sampled_from([TEAM, None])),
        until,
    )


@st.composite
def sittings(draw: st.DrawFn, hosts: tuple[str, ...], low: int, length: int, now: int) -> list[Busy]:
    """A sitting of the service on some hosts, with seats of several kinds."""
    start = low + draw(st.integers(36, 64)) * 15
    name = f"sit_{draw(st.integers(0, 9))}_{start}"
    seat = st.builds(
        Seat,
        st.integers(0, 4).map(lambda one: f"seat_{one}"),
        st.sampled_from([Cause.BOOKING, Cause.HOLD]),
        st.sampled_from([None, now, now + 300_000]),
    )
    seats = draw(st.lists(seat, min_size=1, max_size=3, unique_by=lambda one: one.owner))
    return [
        Busy(host, start, start + length, Cause.BOOKING, name, 5, 5, SERVICE, TEAM, seats=tuple(seats))
        for host in hosts
    ]


@st.composite
def worlds(draw: st.DrawFn, teams: bool = True, seated: bool = False) -> World:
    """A whole small world; a seated one has a sitting."""
    zone = draw(st.sampled_from(sorted(DAYS)))
    on = draw(st.sampled_from(DAYS[zone]))
    low = day_start(zone, on)
    length = draw(st.sampled_from([15, 20, 30, 45, 60, 90]))
    now = (low + draw(st.integers(-1500, 600))) * MINUTE_MS + draw(st.sampled_from([0, 1, 30_000]))
    mode = draw(st.sampled_from(list(Mode) if teams else [Mode.SINGLE]))
    names = tuple("abc"[: 1 if mode is Mode.SINGLE else draw(st.integers(1, 3))])
    shared = draw(schedules(on, zone))
    hosts = tuple(draw(_host(name, shared, on, low, now, zone)) for name in (*names, "room"))
    fixed = names if mode is not Mode.ANY else draw(st.sampled_from([(), (), names[-1:]]))
    rules = draw(_rules(mode, fixed, tuple(n for n in names if n not in fixed), on, zone, length, seated))
    busy: list[Busy] = []
    for name in (*names, "room"):
        for number in range(draw(st.integers(0, 3))):
            busy.append(draw(rows(name, number, low, length, now)))
    if rules.seats is not None:
        at = names if mode is not Mode.ANY else (*names[:1], *fixed)
        for sitting in draw(st.lists(sittings(at, low, length, now), min_size=1, max_size=1)):
            busy += sitting
    if draw(st.booleans()):
        start = low + draw(st.integers(24, 68)) * 15
        hold = Busy(names[0], start, start + length, Cause.HOLD, "my_hold", 5, 0, SERVICE, TEAM, now + 60_001)
        busy.append(hold)
    owners = ["my_hold", *(row.owner for row in busy)]
    query = Query(
        low + draw(st.integers(-200, 300)),
        low + draw(st.integers(400, 1600)),
        length,
        host=draw(st.sampled_from([None, None, None, names[0]])),
        seats=draw(st.sampled_from([1, 1, 2])) if rules.seats else 1,
        own_holds=frozenset(draw(st.lists(st.sampled_from(["my_hold", "seat_0", *owners]), max_size=2))),
        moving=draw(st.sampled_from([None, None, "seat_1", *owners])),
    )
    return World(rules, hosts, tuple(busy), query, now)


@st.composite
def _host(draw: st.DrawFn, name: str, shared: Schedule, on: date, low: int, now: int, home: str) -> Host:
    own = draw(st.integers(0, 3)) == 3
    schedule = draw(schedules(on, home)) if own else shared
    aways: tuple[Away, ...] = ()
    if draw(st.integers(0, 3)) == 3:
        start = low + draw(st.integers(0, 1400))
        aways = (Away(start, start + draw(st.integers(0, 200))),)
    dead = (Unreachable("cal", now - 10, now + draw(st.sampled_from([0, 60_000]))),)
    return Host(
        name,
        schedule.zone,
        None if name == "room" and not own else schedule,
        aways,
        draw(limits()),
        dead if draw(st.integers(0, 12)) == 12 else (),
    )


@st.composite
def _rules(
    draw: st.DrawFn,
    mode: Mode,
    fixed: tuple[str, ...],
    rotating: tuple[str, ...],
    on: date,
    zone: str,
    length: int,
    seated: bool,
) -> Rules:
    near = st.integers(-1, 2).map(lambda days: on + timedelta(days=days))
    window = st.one_of(
        st.none(),
        st.none(),
        st.none(),
        st.builds(Rolling, st.integers(1, 2)),
        st.builds(BusinessDays, st.integers(0, 2)),
        st.builds(DateRange, st.one_of(st.none(), near), st.one_of(st.none(), near)),
    )
    return Rules(
        SERVICE,
        zone,
        (length,),
        mode,
        fixed,
        rotating if mode is Mode.ANY else (),
        draw(st.sampled_from([(), (), (("room",),)])),
        TEAM,
        draw(st.sampled_from([None, *sorted(DAYS)])),
        draw(schedules(on, zone)) if draw(st.integers(0, 5)) == 5 else None,
        draw(schedules(on, zone, travels=False)) if draw(st.integers(0, 7)) == 7 else None,
        draw(st.sampled_from(list(GridKind))),
        draw(st.sampled_from([None, None, 15, 20, 25, 60, 50])),
        draw(st.sampled_from([0, 0, 0, 5, 20])),
        draw(st.sampled_from([0, 0, 61, 240])),
        draw(window),
        draw(st.sampled_from([False, False, False, True])),
        draw(_buffers),
        draw(_buffers),
        draw(limits()),
        draw(limits()),
        seats=draw(st.sampled_from([2, 3, 4])) if seated else None,
    )
