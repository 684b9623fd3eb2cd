"""A day under the lamp, for owners: every time with its reasons, and what fills each host's day.

Reads the same scene as the page; it explains, it decides nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from ringonce.availability.busy import Question, standing
from ringonce.availability.case import Case
from ringonce.availability.explain import of_host
from ringonce.availability.model import AwayKind, Busy, Cause, Host, Query, Reason, Schedule
from ringonce.availability.windows import is_overridden, open_spans, zone_on
from ringonce.booking.scene import Scene, SceneAsk, load_scene
from ringonce.kernel.db import Tx
from ringonce.values.interval import Interval, subtract
from ringonce.values.zones import date_at, date_span, day_number

_STEPS: Final = (60, 30, 20, 15, 10, 5)
_FINEST: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAsk:
    """One civil date of a service's time in a zone; `host_id` asks for one rotating host."""

    service_id: str
    on: date
    zone: str
    length_minutes: int | None = None
    host_id: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a host's day in which nothing can begin, with its reason and facts; UTC minutes."""

    start: int
    end: int
    reason: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HostDay:
    """What fills one host's day, by start."""

    host_id: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class HostReasons:
    """Why one host, asked alone, cannot take a start; nothing where it can."""

    host_id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Instant:
    """A start that was looked at; `reasons` is empty exactly when it is offered."""

    start: int
    offered: bool
    reasons: tuple[Reason, ...]
    hosts: tuple[HostReasons, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """Every step of the date and every offered start between them."""

    on: date
    zone: str
    step_minutes: int
    length_minutes: int
    version: str
    hosts: tuple[HostDay, ...]
    instants: tuple[Instant, ...]


async def read_day(tx: Tx, workspace_id: str, ask: DayAsk, now: int) -> Day:
    """Explain one date of a service. Raises ServiceMissing, ZoneUnknown, LengthUnknown."""
    first, last = date_span(ask.zone, ask.on, ask.on)
    wanted = SceneAsk(
        service_id=ask.service_id,
        first_minute=first,
        last_minute=last,
        length_minutes=ask.length_minutes,
        host_id=ask.host_id,
    )
    scene = await load_scene(tx, workspace_id, wanted, now)
    step = _step(scene)
    starts = sorted({*range(first, last, step), *scene.offer.starts})
    return Day(
        on=ask.on,
        zone=ask.zone,
        step_minutes=step,
        length_minutes=scene.length_minutes,
        version=scene.version,
        hosts=tuple(_host_day(scene, host, first, last) for host in scene.stage.hosts.values()),
        instants=tuple(_instant(scene, start) for start in starts),
    )


def host_reasons(scene: Scene, start: int) -> tuple[HostReasons, ...]:
    """What each host of the service says to a start, all facts included: for owners."""
    ask = scene.ask
    query = Query(start, start + 1, scene.length_minutes, own_holds=ask.own_holds, moving=ask.moving)
    case = Case(scene.stage.rules, scene.stage.hosts, scene.busy, query, scene.now)
    return tuple(HostReasons(host, tuple(of_host(case, host, start))) for host in scene.stage.hosts)


def _step(scene: Scene) -> int:
    interval = scene.stage.rules.interval or scene.length_minutes
    unit = next((one for one in _STEPS if interval % one == 0), 1)
    return min(_FINEST, max(unit, 5))


def _instant(scene: Scene, start: int) -> Instant:
    reasons = tuple(scene.offer.explain(start))
    return Instant(start, not reasons, reasons, host_reasons(scene, start))


def _host_day(scene: Scene, host: Host, first: int, last: int) -> HostDay:
    blocks = [
        *_closed(scene, host, first, last),
        *_absences(host),
        *_unreachable(scene, host, first, last),
        *(block for row in scene.busy.of_host.get(host.id, ()) for block in _busy(scene, row)),
    ]
    within = [
        Block(max(block.start, first), min(block.end, last), block.reason, block.facts)
        for block in blocks
        if block.start < last and block.end > first
    ]
    return HostDay(host.id, host.name, tuple(sorted(within, key=lambda block: (block.start, block.end))))


def _closed(scene: Scene, host: Host, first: int, last: int) -> Iterator[Block]:
    schedule = scene.stage.rules.schedule or host.schedule
    if schedule is not None:
        for start, end in subtract([(first, last)], _open(schedule, first, last)):
            yield Block(start, end, "override-closed" if _by_override(schedule, start) else "closed")
    restriction = scene.stage.rules.restriction
    if restriction is not None:
        for start, end in subtract([(first, last)], _open(restriction, first, last)):
            yield Block(start, end, "restriction")


def _open(schedule: Schedule, first: int, last: int) -> list[Interval]:
    starts, ends = open_spans(schedule, first // 1440 - 2, last // 1440 + 2)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _by_override(schedule: Schedule, start: int) -> bool:
    at_home = day_number(date_at(schedule.zone, start))
    return is_overridden(schedule, day_number(date_at(zone_on(schedule, at_home), start)))


def _absences(host: Host) -> Iterable[Block]:
    return [
        Block(
            away.start,
            away.end,
            "holiday" if away.kind is AwayKind.HOLIDAY else "away",
            {"note": away.note},
        )
        for away in host.aways
    ]


def _unreachable(scene: Scene, host: Host, first: int, last: int) -> Iterable[Block]:
    return [
        Block(first, last, "calendar-unreachable", {"calendar": one.calendar, "since_at": one.since_at})
        for one in host.unreachable
        if one.closes_at <= scene.now
    ]


_REASONS: Final = {
    Cause.BOOKING: "busy-booking",
    Cause.REQUEST: "busy-booking",
    Cause.HOLD: "held",
    Cause.EXTERNAL: "busy-external",
}


def _busy(scene: Scene, row: Busy) -> Iterator[Block]:
    """The meeting itself, and the buffers it keeps on either side; nothing where it has lapsed."""
    cause = standing(row, Question.of(Query(row.start, row.end, scene.length_minutes), scene.now))
    if cause is None:
        return
    facts = {
        name: value
        for name, value in (
            ("owner", row.owner),
            ("service", row.service),
            ("calendar", row.calendar),
            ("until_at", row.until_at),
            ("seats", len(row.seats) or None),
        )
        if value is not None
    }
    yield Block(row.start, row.end, _REASONS[cause], facts)
    if row.before:
        yield Block(row.start - row.before, row.start, "buffer", facts)
    if row.after:
        yield Block(row.end, row.end + row.after, "buffer", facts)
