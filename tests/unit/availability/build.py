"""Small words for table tests: one week of December 2026 in Berlin (UTC+1), times as "09:30"."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ringonce.availability.busy import BusyTimes
from ringonce.availability.model import Away, Busy, Cause, Host, Mode, Query, Rules, Schedule, Window
from ringonce.availability.offer import Offer, offer
from ringonce.values.interval import MINUTE_MS
from ringonce.values.zones import day_start, local_minute

BERLIN = "Europe/Berlin"
TUESDAY = date(2026, 12, 1)


def window(text: str) -> Window:
    """A window from "9:00-17:30"."""
    low, high = text.split("-")
    return wall(low), wall(high)


def wall(text: str) -> int:
    """Minutes of the day from "9:30"."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def at(text: str, on: date = TUESDAY, zone: str = BERLIN) -> int:
    """The UTC minute, so many elapsed minutes after midnight."""
    return day_start(zone, on) + wall(text)


def hours(*texts: str, zone: str = BERLIN, **more: Any) -> Schedule:
    """The same windows every day."""
    return Schedule(zone, (tuple(window(text) for text in texts),) * 7, **more)


def person(name: str = "ann", *texts: str, zone: str = BERLIN, **more: Any) -> Host:
    """A host who works 9 to 17, if nothing else is said."""
    more.setdefault("schedule", hours(*(texts or ("9:00-17:00",)), zone=zone))
    return Host(name, zone, **more)


def taken(start: str, end: str, host: str = "ann", cause: Cause = Cause.BOOKING, **more: Any) -> Busy:
    """A busy row of the Tuesday."""
    on = more.pop("on", TUESDAY)
    more.setdefault("owner", f"{host}-{start}-{on}")
    if cause is Cause.HOLD:
        more.setdefault("until_at", 1 << 60)
    return Busy(host, at(start, on), at(end, on), cause, **more)


def away(start: str, end: str, **more: Any) -> Away:
    """An absence on the Tuesday."""
    return Away(at(start), at(end), **more)


def rules(length: int = 60, **more: Any) -> Rules:
    """A service of one length with Ann."""
    more.setdefault("fixed", ("ann",) if more.get("mode", Mode.SINGLE) is Mode.SINGLE else ())
    return Rules("svc", BERLIN, (length,), **more)


def asked(
    rule: Rules,
    hosts: Iterable[Host] | None = None,
    rows: Iterable[Busy] = (),
    *,
    on: date = TUESDAY,
    days: int = 1,
    now: int | None = None,
    **query: Any,
) -> Offer:
    """The offer of some days; now is the day before, unless said."""
    low = day_start(BERLIN, on)
    high = day_start(BERLIN, on + timedelta(days=days))
    question = replace(Query(low, high, rule.lengths[0]), **query)
    moment = (low - 1440) * MINUTE_MS if now is None else now
    return offer(rule, [person()] if hosts is None else hosts, BusyTimes(rows), question, moment)


def clock(made: Offer, zone: str = BERLIN) -> list[str]:
    """The offered starts as wall clocks."""
    return [f"{local_minute(zone, one) % 1440 // 60}:{one % 60:02}" for one in made.starts]


def codes(made: Offer, start: int) -> list[str]:
    """The codes that refuse a start."""
    return [reason.code for reason in made.explain(start)]
