"""What may stand in a schedule, a host or a limit. Every fault is found, not only the first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from ringonce.availability.model import DAY, Limit, Window
from ringonce.calendars.model import Fault, HostDraft, ScheduleDraft
from ringonce.calendars.public_holidays import is_known as is_known_almanac
from ringonce.values import zones

MAX_WINDOWS: Final = 24
MAX_OVERRIDES: Final = 1_000
MAX_TRAVELS: Final = 100
MAX_LIMITS: Final = 4
MAX_WEIGHT: Final = 1_000
MAX_PRIORITY: Final = 100

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def text_faults(field: str, text: str, most: int, *, least: int = 1) -> Iterator[Fault]:
    """Between `least` and `most` characters, none of them a control."""
    if not least <= len(text.strip()) or len(text) > most:
        yield Fault(field, "length-out-of-range", {"least": least, "most": most})
    elif any(ord(sign) < 32 and sign not in "\n\t" for sign in text):
        yield Fault(field, "malformed")


def number_faults(field: str, number: int, least: int, most: int) -> Iterator[Fault]:
    """A whole number within bounds, both inclusive."""
    if not least <= number <= most:
        yield Fault(field, "out-of-range", {"least": least, "most": most})


def email_faults(field: str, email: str | None) -> Iterator[Fault]:
    """Something that looks like a mail address, or nothing."""
    if email is not None and (len(email) > 254 or _EMAIL.fullmatch(email) is None):
        yield Fault(field, "malformed")


def zone_faults(field: str, zone: str) -> Iterator[Fault]:
    """A zone that the zone database has."""
    if not zones.is_known(zone):
        yield Fault(field, "zone-unknown")


def window_faults(field: str, windows: Iterable[Window]) -> Iterator[Fault]:
    """Stretches of one day that do not overlap."""
    ordered = sorted(windows)
    if len(ordered) > MAX_WINDOWS:
        yield Fault(field, "too-many", {"most": MAX_WINDOWS})
    if any(not 0 <= start < end <= DAY for start, end in ordered):
        yield Fault(field, "window-out-of-day", {"least": 0, "most": DAY})
    if any(before[1] > after[0] for before, after in pairwise(ordered)):
        yield Fault(field, "windows-overlap")


def limit_faults(field: str, limits: tuple[Limit, ...]) -> Iterator[Fault]:
    """At most one limit a period, each of them counting something."""
    if len(limits) > MAX_LIMITS or any(n > 1 for n in Counter(limit.period for limit in limits).values()):
        yield Fault(field, "one-per-period")
    for limit in limits:
        if limit.bookings is None and limit.minutes is None:
            yield Fault(field, "limit-empty", {"period": limit.period.value})
        for amount in (limit.bookings, limit.minutes):
            if amount is not None:
                yield from number_faults(field, amount, 1, 1_000_000)


def schedule_faults(draft: ScheduleDraft) -> Iterator[Fault]:
    """Everything wrong with a schedule."""
    yield from text_faults("name", draft.name, 100)
    yield from zone_faults("zone", draft.zone)
    if len(draft.weekly) != 7:
        yield Fault("weekly", "seven-days", {"least": 7, "most": 7})
    for day, windows in enumerate(draft.weekly):
        yield from window_faults(f"weekly.{day}", windows)
    if len(draft.overrides) > MAX_OVERRIDES:
        yield Fault("overrides", "too-many", {"most": MAX_OVERRIDES})
    if len({override.on for override in draft.overrides}) != len(draft.overrides):
        yield Fault("overrides", "date-twice")
    for number, override in enumerate(draft.overrides):
        yield from window_faults(f"overrides.{number}", override.windows)
    yield from _travel_faults(draft)
    if draft.holidays is not None and not is_known_almanac(draft.holidays):
        yield Fault("holidays", "country-unknown")


def _travel_faults(draft: ScheduleDraft) -> Iterator[Fault]:
    if len(draft.travels) > MAX_TRAVELS:
        yield Fault("travels", "too-many", {"most": MAX_TRAVELS})
    for number, travel in enumerate(draft.travels):
        yield from zone_faults(f"travels.{number}", travel.zone)
        if travel.first_on > travel.last_on:
            yield Fault(f"travels.{number}", "end-before-start")


def host_faults(draft: HostDraft) -> Iterator[Fault]:
    """Everything wrong with a host, apart from ids that do not exist."""
    yield from text_faults("name", draft.name, 200)
    yield from email_faults("email", draft.email)
    yield from number_faults("priority", draft.priority, -MAX_PRIORITY, MAX_PRIORITY)
    yield from number_faults("weight", draft.weight, 1, MAX_WEIGHT)
    yield from limit_faults("limits", draft.limits)
    if draft.locale is not None and _LOCALE.fullmatch(draft.locale) is None:
        yield Fault("locale", "malformed")
