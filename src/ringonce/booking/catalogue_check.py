"""What may stand in a service or a team. Every fault is found, not only the first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ringonce.availability.model import BookableDays, DateRange, Mode
from ringonce.booking.catalogue_model import (
    RESERVED_SLUGS,
    LocationKind,
    Question,
    QuestionKind,
    ServiceDraft,
    ServiceRules,
    TeamDraft,
)
from ringonce.calendars.check import limit_faults, number_faults, text_faults, zone_faults
from ringonce.calendars.model import Fault, Role

DAY: Final = 1440
MAX_LENGTH: Final = 7 * DAY
MAX_LENGTHS: Final = 20
MAX_QUESTIONS: Final = 50
MAX_OPTIONS: Final = 100
MAX_LOCATIONS: Final = 20
MAX_HOSTS: Final = 200
MAX_SEATS: Final = 10_000
MAX_AHEAD_DAYS: Final = 3_650
MAX_BOOKABLE_DAYS: Final = 366

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_URL = re.compile(r"https?://[^\s/$.?#][^\s]*", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9 ()./-]{4,40}")


def slug_faults(slug: str) -> Iterator[Fault]:
    """1 to 60 lower-case letters, digits and inner hyphens, and not a segment of the site's own addresses."""
    if _SLUG.fullmatch(slug) is None:
        yield Fault("slug", "malformed")
    elif slug in RESERVED_SLUGS:
        yield Fault("slug", "reserved")


def service_faults(draft: ServiceDraft) -> Iterator[Fault]:
    """Everything wrong with a service, apart from ids that do not exist and a slug that is taken."""
    yield from slug_faults(draft.slug)
    yield from text_faults("title", draft.title, 200)
    yield from text_faults("description", draft.description, 10_000, least=0)
    yield from text_faults("price_text", draft.price_text, 100, least=0)
    if _COLOUR.fullmatch(draft.colour) is None:
        yield Fault("colour", "malformed", {"like": "#3b6e8f"})
    yield from _length_faults(draft.lengths)
    yield from _question_faults(draft.questions)
    yield from _location_faults(draft)
    yield from rules_faults(draft.rules)
    yield from _policy_faults(draft)
    yield from _host_faults(draft)


def rules_faults(rules: ServiceRules) -> Iterator[Fault]:
    """Everything wrong with the availability rules of a service."""
    if rules.interval is not None:
        yield from number_faults("rules.interval", rules.interval, 1, DAY)
    yield from number_faults("rules.offset", rules.offset, 0, DAY - 1)
    yield from number_faults("rules.notice", rules.notice, 0, 366 * DAY)
    yield from number_faults("rules.before", rules.before, 0, DAY)
    yield from number_faults("rules.after", rules.after, 0, DAY)
    yield from limit_faults("rules.limits", rules.limits)
    window = rules.window
    if isinstance(window, DateRange):
        if window.first_on is not None and window.last_on is not None and window.first_on > window.last_on:
            yield Fault("rules.window", "end-before-start")
    elif window is not None:
        # Bookable days are looked for no further than a year ahead; the other two are mere dates.
        most = MAX_BOOKABLE_DAYS if isinstance(window, BookableDays) else MAX_AHEAD_DAYS
        yield from number_faults("rules.window", window.days, 0, most)


def team_faults(draft: TeamDraft) -> Iterator[Fault]:
    """Everything wrong with a team, apart from hosts that do not exist and a slug that is taken."""
    yield from slug_faults(draft.slug)
    yield from text_faults("name", draft.name, 200)
    if draft.zone is not None:
        yield from zone_faults("zone", draft.zone)
    yield from limit_faults("limits", draft.limits)
    if len(set(draft.hosts)) != len(draft.hosts):
        yield Fault("hosts", "host-twice")
    if len(draft.hosts) > MAX_HOSTS:
        yield Fault("hosts", "too-many", {"most": MAX_HOSTS})


def _length_faults(lengths: tuple[int, ...]) -> Iterator[Fault]:
    if not 1 <= len(lengths) <= MAX_LENGTHS or len(set(lengths)) != len(lengths):
        yield Fault("lengths", "one-or-more-different", {"most": MAX_LENGTHS})
    for length in lengths:
        yield from number_faults("lengths", length, 1, MAX_LENGTH)


def _question_faults(questions: tuple[Question, ...]) -> Iterator[Fault]:
    if len(questions) > MAX_QUESTIONS:
        yield Fault("questions", "too-many", {"most": MAX_QUESTIONS})
    ids = Counter(question.id for question in questions)
    for number, question in enumerate(questions):
        field = f"questions.{number}"
        if _ID.fullmatch(question.id) is None:
            yield Fault(f"{field}.id", "malformed")
        elif ids[question.id] > 1:
            yield Fault(f"{field}.id", "id-twice")
        yield from text_faults(f"{field}.label", question.label, 300)
        yield from text_faults(f"{field}.help", question.help, 1_000, least=0)
        yield from _option_faults(field, question)
    name = next((question for question in questions if question.id == "name"), None)
    if name is None or not name.required or name.hidden or name.kind is not QuestionKind.NAME:
        yield Fault("questions", "name-required")
    reach = [question for question in questions if question.id in ("email", "phone")]
    if not any(question.required and not question.hidden for question in reach):
        yield Fault("questions", "email-or-phone-required")
    if any(question.kind.value != question.id for question in reach):
        yield Fault("questions", "kind-unlike-id")


def _option_faults(field: str, question: Question) -> Iterator[Fault]:
    if question.kind.has_options:
        values = [option.value for option in question.options]
        if not 1 <= len(values) <= MAX_OPTIONS or len(set(values)) != len(values):
            yield Fault(f"{field}.options", "one-or-more-different", {"most": MAX_OPTIONS})
        for option in question.options:
            yield from text_faults(f"{field}.options", option.value, 200)
            yield from text_faults(f"{field}.options", option.label, 300)
    elif question.options:
        yield Fault(f"{field}.options", "not-for-this-kind")
    if question.least is not None and question.most is not None and question.least > question.most:
        yield Fault(f"{field}.most", "end-before-start")


def _location_faults(draft: ServiceDraft) -> Iterator[Fault]:
    if len(draft.locations) > MAX_LOCATIONS:
        yield Fault("locations", "too-many", {"most": MAX_LOCATIONS})
    if len({location.id for location in draft.locations}) != len(draft.locations):
        yield Fault("locations", "id-twice")
    for number, location in enumerate(draft.locations):
        field = f"locations.{number}"
        if _ID.fullmatch(location.id) is None:
            yield Fault(f"{field}.id", "malformed")
        yield from text_faults(f"{field}.label", location.label, 200, least=0)
        if location.kind is LocationKind.LINK and _URL.fullmatch(location.value) is None:
            yield Fault(f"{field}.value", "malformed", {"like": "https://"})
        elif location.kind is LocationKind.PHONE_GUEST_CALLS and _PHONE.fullmatch(location.value) is None:
            yield Fault(f"{field}.value", "malformed", {"like": "+49 30 123456"})
        elif location.kind is LocationKind.IN_PERSON:
            yield from text_faults(f"{field}.value", location.value, 500)


def _policy_faults(draft: ServiceDraft) -> Iterator[Fault]:
    yield from number_faults("seats", draft.seats, 1, MAX_SEATS)
    yield from number_faults("hold_minutes", draft.hold_minutes, 2, 15)
    for field, minutes in (("cancel_until", draft.cancel_until), ("move_until", draft.move_until)):
        if minutes is not None:
            yield from number_faults(field, minutes, 0, 366 * DAY)
    if draft.visitor_limit is not None:
        yield from number_faults("visitor_limit", draft.visitor_limit, 1, 1_000)
    if draft.success_url is not None and (
        len(draft.success_url) > 2_000 or _URL.fullmatch(draft.success_url) is None
    ):
        yield Fault("success_url", "malformed", {"like": "https://"})
    yield from number_faults("position", draft.position, -1_000_000, 1_000_000)


def _host_faults(draft: ServiceDraft) -> Iterator[Fault]:
    roles = Counter(member.role for member in draft.hosts)
    if len(draft.hosts) > MAX_HOSTS:
        yield Fault("hosts", "too-many", {"most": MAX_HOSTS})
    if len({member.host_id for member in draft.hosts}) != len(draft.hosts):
        yield Fault("hosts", "host-twice")
    # An unfinished service may lack hosts while nobody can book it.
    if draft.active and not roles[Role.FIXED] + roles[Role.ROTATING]:
        yield Fault("hosts", "required")
    if draft.mode is Mode.SINGLE and (roles[Role.FIXED] > 1 or roles[Role.ROTATING]):
        yield Fault("hosts", "one-host", {"mode": draft.mode.value})
    if draft.mode is Mode.ALL and roles[Role.ROTATING]:
        yield Fault("hosts", "no-rotating", {"mode": draft.mode.value})
    for member in draft.hosts:
        yield from number_faults("hosts", member.weight, 1, 1_000)
        yield from number_faults("hosts", member.priority, -100, 100)
        if (member.role is Role.GROUP) != (member.group_no > 0):
            yield Fault("hosts", "group-number", {"host": member.host_id})
