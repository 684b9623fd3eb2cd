"""Why an instant is not offered, and the nearest that are. Reads rows one by one; decides nothing itself."""

from collections.abc import Sequence
from dataclasses import replace

from ringonce.availability.arrays import Ints, ints
from ringonce.availability.busy import standing
from ringonce.availability.case import Case
from ringonce.availability.limits import Tally, days_of, is_full
from ringonce.availability.model import DAY, AwayKind, Busy, Cause, Limit, Reason, Slot
from ringonce.availability.roles import can_fill
from ringonce.availability.sittings import joins, seats_left
from ringonce.availability.slots import build
from ringonce.availability.starts import Found, edges_of, find, has_shared_roles
from ringonce.availability.windows import is_overridden, open_spans, zone_on
from ringonce.values.zones import date_of_day, local_minute

NEAREST_DAYS = 31
NEAR_DAYS = 2
ASKED_HOST_DAYS = 7
ASKED_HOST_MOST = 2
NEAREST_MOST = 5

#: Facts that name nobody and nothing: all that a visitor may read.
_OPEN_FACTS = {
    "notice": ("minutes", "earliest"),
    "window": ("first_on", "last_on"),
    "first-only": ("first",),
    "held": ("until_at",),
    "too-short": ("until",),
    "limit-visitor": ("limit",),
}


def for_visitors(reasons: Sequence[Reason]) -> list[Reason]:
    """The same reasons without whose or what: each code once, with facts that name nobody."""
    kept: dict[str, Reason] = {}
    for reason in reasons:
        allowed = _OPEN_FACTS.get(reason.code, ())
        facts = {name: value for name, value in reason.facts.items() if name in allowed}
        kept.setdefault(reason.code, Reason(reason.code, facts))
    return list(kept.values())


def explain(case: Case, start: int, made: Found) -> list[Reason]:
    """Every rule that refuses a start which is not offered; at least one."""
    found = [*_of_service(case, start), *_of_dates(case, start, made)]
    joined = joins(case, start, start + 1)
    if not joined:
        found += _of_limits(case, start)
    found += _of_missing(case)
    for host in case.fixed:
        if host in case.hosts:
            found += of_host(case, host, start)
    if case.rules.rotates:
        asked = case.query.host
        found += _of_any(case, [one for one in case.rotating if asked in (None, one, *case.fixed)], start)
    if not joined:
        for number, group in enumerate(case.groups):
            found += _of_any(case, list(group), start, group=number)
    if not found and has_shared_roles(case) and not _can_staff(case, start):
        found.append(Reason("host-missing", {"groups": len(case.groups)}))
    return found or [Reason("off-grid", {})]


def _of_service(case: Case, start: int) -> list[Reason]:
    rules, known = case.rules, case.query.visitor_bookings
    found: list[Reason] = []
    if not rules.active:
        found.append(Reason("inactive", {"service": rules.service}))
    if rules.visitor_limit is not None and known is not None and known + 1 > rules.visitor_limit:
        found.append(Reason("limit-visitor", {"limit": rules.visitor_limit, "bookings": known}))
    if rules.seats is not None and case.query.seats > rules.seats:
        found.append(Reason("seats-full", {"seats": rules.seats, "asked": case.query.seats}))
    return found


def _of_dates(case: Case, start: int, made: Found) -> list[Reason]:
    rules = case.rules
    found: list[Reason] = []
    if start < case.minute + rules.notice:
        found.append(Reason("notice", {"minutes": rules.notice, "earliest": case.minute + rules.notice}))
    day = local_minute(rules.zone, start) // DAY
    edges = edges_of(case) if made.edges is None else made.edges
    if not edges.allows(ints([day])).all():
        first, last = edges.first_day, edges.last_day
        facts = {
            "first_on": None if first is None else date_of_day(first).isoformat(),
            "last_on": None if last is None else date_of_day(last).isoformat(),
        }
        found.append(Reason("window", facts))
    if len(made.firsts):
        same_day = made.firsts[days_of(rules.zone, made.firsts) == day]
        if len(same_day) and int(same_day[0]) < start:
            found.append(Reason("first-only", {"first": int(same_day[0])}))
    return found


def _of_limits(case: Case, start: int) -> list[Reason]:
    rules = case.rules
    found: list[Reason] = []
    if rules.limits:
        found += _of_tally(case, case.tally_of_service, rules.limits, start, {"scope": "service"})
    if rules.team_limits:
        found += _of_tally(
            case, case.tally_of_team, rules.team_limits, start, {"scope": "team", "team": rules.team}
        )
    return found


def _of_tally(
    case: Case, tally: Tally, limits: Sequence[Limit], start: int, facts: dict[str, str | None]
) -> list[Reason]:
    day = local_minute(tally.zone, start) // DAY
    found: list[Reason] = []
    for limit in limits:
        count = tally.count(limit.period, day)
        if is_full(limit, count, case.query.length):
            found.append(
                Reason(
                    f"limit-{limit.period}",
                    {
                        **facts,
                        "limit_bookings": limit.bookings,
                        "limit_minutes": limit.minutes,
                        "bookings": count.bookings,
                        "minutes": count.minutes,
                    },
                )
            )
    return found


def _of_missing(case: Case) -> list[Reason]:
    found = [Reason("host-missing", {"host": host}) for host in case.fixed if host not in case.hosts]
    if case.rules.rotates and not case.rotating:
        found.append(Reason("host-missing", {"role": "rotating"}))
    if not case.rules.rotates and not case.fixed:
        found.append(Reason("host-missing", {"role": "fixed"}))
    found += [
        Reason("host-missing", {"role": "group", "group": number})
        for number, group in enumerate(case.groups)
        if not group
    ]
    asked = case.query.host
    if asked is not None and asked not in case.fixed and not (case.rules.rotates and asked in case.rotating):
        found.append(Reason("host-missing", {"host": asked, "role": "asked"}))
    return found


def _of_any(case: Case, hosts: list[str], start: int, group: int | None = None) -> list[Reason]:
    """Where one of them would do: the reasons of all, or none where one has none."""
    each = [of_host(case, host, start) for host in hosts]
    if not all(each):
        return []
    facts = {} if group is None else {"group": group}
    return [Reason(one.code, {**one.facts, **facts}) for reasons in each for one in reasons]


def _can_staff(case: Case, start: int) -> bool:
    at = ints([start])
    roles = [*case.groups, *([case.rotating] if case.rules.rotates else [])]
    return can_fill([[host for host in role if case.is_free(host, at)[0]] for role in roles])


def of_host(case: Case, host: str, start: int) -> list[Reason]:
    """What refuses a start for one host, whoever else is needed. Facts carry the host."""
    here = {"host": host, "name": case.hosts[host].name}
    found = [
        Reason("calendar-unreachable", {**here, "calendar": one.calendar, "since_at": one.since_at})
        for one in case.hosts[host].unreachable
        if one.closes_at <= case.now
    ]
    found += [Reason(code, {**here, **facts}) for code, facts in _closure(case, host, start)]
    for away in case.hosts[host].aways:
        if away.start < start + case.query.length and away.end > start and away.start < away.end:
            code = "holiday" if away.kind is AwayKind.HOLIDAY else "away"
            found.append(Reason(code, {**here, "note": away.note, "start": away.start, "end": away.end}))
    rows = _rows_about(case, host, start)
    sitting = [row for row in rows if _is_this_sitting(case, row, start)]
    full = [row for row in sitting if seats_left(case, row) < case.query.seats]
    found += [
        Reason(
            "seats-full",
            {**here, "seats": case.rules.seats, "left": seats_left(case, row), "sitting": row.owner},
        )
        for row in full
    ]
    found += _busy(case, [row for row in rows if row not in sitting], start, here, bool(full))
    if len(full) == len(sitting) and case.hosts[host].limits:
        if not sitting:
            limits = case.hosts[host].limits
            found += _of_tally(case, case.tally_of_host(host), limits, start, {"scope": "host", **here})
    return found


def _rows_about(case: Case, host: str, start: int) -> list[Busy]:
    """Live rows that a meeting at the start meets, buffers included."""
    low, high = start - case.rules.before, start + case.query.length + case.rules.after
    return [
        row
        for row in case.busy.of_host.get(host, ())
        if row.start - row.before < high
        and row.end + row.after > low
        and standing(row, case.question) is not None
    ]


def _is_this_sitting(case: Case, row: Busy, start: int) -> bool:
    return (
        bool(row.seats)
        and case.rules.seats is not None
        and row.service == case.rules.service
        and row.start == start
        and row.end == start + case.query.length
    )


def _closure(case: Case, host: str, start: int) -> list[tuple[str, dict[str, object]]]:
    schedule, restriction = case.schedule_of(host), case.rules.restriction
    days = case.days(start, start + 1)
    found: list[tuple[str, dict[str, object]]] = []
    if schedule is not None and not _holds(open_spans(schedule, *days), start):
        dates = [day for day in range(days[0], days[1] + 1) if _shows(zone_on(schedule, day), day, start)]
        overridden = [day for day in dates if is_overridden(schedule, day)]
        facts: dict[str, object] = {"on": date_of_day((overridden or dates or [start // DAY])[0]).isoformat()}
        found.append(("override-closed" if overridden else "closed", facts))
    if restriction is not None and not _holds(open_spans(restriction, *days), start):
        found.append(("restriction", {}))
    if found or schedule is restriction is None:
        return found
    spans = case.open_spans(host, start, start + 1)
    until = int(spans.end[spans.start.searchsorted(start, "right") - 1])
    return [("too-short", {"until": until})] if until < start + case.query.length else []


def _shows(zone: str, day: int, start: int) -> bool:
    return local_minute(zone, start) // DAY == day


def _holds(spans: tuple[Ints, Ints], start: int) -> bool:
    at = int(spans[0].searchsorted(start, "right")) - 1
    return at >= 0 and int(spans[1][at]) > start


_CODES = {Cause.BOOKING: "busy-booking", Cause.REQUEST: "busy-booking", Cause.EXTERNAL: "busy-external"}


def _busy(case: Case, rows: list[Busy], start: int, here: dict[str, str], full: bool) -> list[Reason]:
    end = start + case.query.length
    met = [row for row in rows if row.start < end and row.end > start]
    if met or full:
        return [Reason(*_met(case, row, here)) for row in met]
    return [
        Reason("buffer", {**_met(case, row, here)[1], "before": row.before, "after": row.after})
        for row in rows
    ]


def _met(case: Case, row: Busy, here: dict[str, str]) -> tuple[str, dict[str, object]]:
    cause = standing(row, case.question) or row.cause
    facts: dict[str, object] = {
        **here,
        "cause": str(cause),
        "owner": row.owner,
        "start": row.start,
        "end": row.end,
    }
    if cause is Cause.EXTERNAL:
        facts["calendar"] = row.calendar
    if row.service is not None:
        facts["service"] = row.service
    if cause is Cause.HOLD:
        ends = [seat.until_at for seat in row.seats if seat.until_at is not None]
        facts["until_at"] = row.until_at if row.until_at is not None else max(ends, default=None)
    return _CODES.get(cause, "held"), facts


def nearest(case: Case, start: int) -> list[Slot]:
    """The nearest offered slots, in time order.

    At most two of the asked host within 7 days, then any host's by distance; the later first on a tie.
    """
    near = nearest_close(case, start)
    return _nearest(case, start, NEAREST_DAYS)[0] if near is None else near


def nearest_close(case: Case, start: int) -> list[Slot] | None:
    """The same, from the two days around alone; None where further days may have a say."""
    found, is_sure = _nearest(case, start, NEAR_DAYS)
    return found if is_sure else None


def _nearest(case: Case, start: int, days: int) -> tuple[list[Slot], bool]:
    """The nearest within so many days, and whether more days would give the same."""
    picked: dict[int, Slot] = {}
    asked, is_sure = case.query.host, True
    if asked is not None:
        _pick(case, start, asked, min(days, ASKED_HOST_DAYS), ASKED_HOST_MOST, picked)
        is_sure = len(picked) == ASKED_HOST_MOST or days >= ASKED_HOST_DAYS
    _pick(case, start, None, days, NEAREST_MOST, picked)
    is_sure = is_sure and (len(picked) == NEAREST_MOST or days >= NEAREST_DAYS)
    return [slot for _, slot in sorted(picked.items())], is_sure


def _pick(case: Case, start: int, host: str | None, days: int, most: int, picked: dict[int, Slot]) -> None:
    query = replace(case.query, host=host, start=start - days * DAY, end=start + days * DAY + 1)
    around = case.asking(query)
    made = find(around)
    # Those picked before are among the nearest on their side, so `most` on each side are enough.
    place = int(made.instants.searchsorted(start))
    close = made.instants[max(0, place - most) : place + most].tolist()
    by_distance = sorted(close, key=lambda one: (abs(one - start), -one))
    wanted = [one for one in by_distance if one not in picked][: most - len(picked)]
    picked.update((slot.start, slot) for slot in build(around, made, ints(sorted(wanted))))
