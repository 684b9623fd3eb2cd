"""What may stand in an inbox. Every fault is found, not only the first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ringonce.calendars.check import number_faults, text_faults
from ringonce.calendars.model import Fault
from ringonce.chat.inbox_model import KNOWN_FIELDS, FormField, InboxDraft, InboxSettings

FIELDS_MOST: Final = 20
OPTIONS_MOST: Final = 50
SITES_MOST: Final = 50
AGENTS_MOST: Final = 500
BYTES_MOST: Final = 50_000_000
_SLUG: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_FIELD_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_SITE: Final = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::[0-9]{1,5})?|https?://\[[0-9a-f:]+\](?::[0-9]{1,5})?"
)
#: `inb_` begins ids.
_RESERVED: Final = re.compile(r"inb[_-].*")


def inbox_faults(draft: InboxDraft) -> Iterator[Fault]:
    """Everything wrong with an inbox, apart from ids that do not exist and a slug that is taken."""
    if _SLUG.fullmatch(draft.slug) is None:
        yield Fault("slug", "malformed")
    elif _RESERVED.fullmatch(draft.slug) is not None:
        yield Fault("slug", "reserved")
    yield from text_faults("name", draft.name, 100)
    if len(draft.agents) > AGENTS_MOST:
        yield Fault("agents", "too-many", {"most": AGENTS_MOST})
    if len(set(draft.agents)) != len(draft.agents):
        yield Fault("agents", "id-twice")
    yield from settings_faults(draft.settings)


def settings_faults(settings: InboxSettings) -> Iterator[Fault]:
    """Everything wrong with the settings alone."""
    yield from text_faults("settings.greeting", settings.greeting, 500, least=0)
    yield from text_faults("settings.tagline", settings.tagline, 200, least=0)
    yield from text_faults("settings.launcher_label", settings.launcher_label, 60, least=0)
    yield from number_faults("settings.accent_hue", settings.accent_hue, 0, 359)
    yield from number_faults("settings.capacity", settings.capacity, 1, 1_000)
    yield from number_faults("settings.away.after_seconds", settings.away.after_seconds, 10, 3_600)
    if settings.away.service is not None and _SLUG.fullmatch(settings.away.service) is None:
        yield Fault("settings.away.service", "malformed")
    most = settings.attachments.bytes_most
    yield from number_faults("settings.attachments.bytes_most", most, 10_000, BYTES_MOST)
    if settings.auto_resolve_days is not None:
        yield from number_faults("settings.auto_resolve_days", settings.auto_resolve_days, 1, 365)
    if not settings.languages or len(set(settings.languages)) != len(settings.languages):
        yield Fault("settings.languages", "one-or-more-different", {"most": 50})
    for language in settings.languages:
        if _LANGUAGE.fullmatch(language) is None:
            yield Fault("settings.languages", "malformed", {"like": "zh-CN"})
    if len(settings.sites) > SITES_MOST:
        yield Fault("settings.sites", "too-many", {"most": SITES_MOST})
    for site in settings.sites:
        if len(site) > 300 or _SITE.fullmatch(site) is None:
            yield Fault("settings.sites", "malformed", {"like": "https://shop.example.org"})
    yield from _field_faults(settings)


def _field_faults(settings: InboxSettings) -> Iterator[Fault]:
    fields = settings.prechat.fields
    if len(fields) > FIELDS_MOST:
        yield Fault("settings.prechat.fields", "too-many", {"most": FIELDS_MOST})
    if settings.prechat.when in ("before", "away") and not fields:
        yield Fault("settings.prechat.fields", "required")
    ids = Counter(field.id for field in fields)
    before: dict[str, FormField] = {}
    for number, field in enumerate(fields):
        name = f"settings.prechat.fields.{number}"
        if _FIELD_ID.fullmatch(field.id) is None:
            yield Fault(f"{name}.id", "malformed")
        elif ids[field.id] > 1:
            yield Fault(f"{name}.id", "id-twice")
        # The three that are known of a person have words of ours.
        least = 0 if field.id in KNOWN_FIELDS else 1
        yield from text_faults(f"{name}.label", field.label, 300, least=least)
        if field.id in ("email", "phone") and field.type != field.id:
            yield Fault(f"{name}.type", "kind-unlike-id")
        elif field.id == "name" and field.type != "text":
            yield Fault(f"{name}.type", "kind-unlike-id")
        yield from _option_faults(name, field)
        yield from _condition_faults(name, field, before)
        before[field.id] = field


def _option_faults(name: str, field: FormField) -> Iterator[Fault]:
    if field.type != "choice":
        if field.options:
            yield Fault(f"{name}.options", "not-for-this-kind")
        return
    if not 1 <= len(field.options) <= OPTIONS_MOST or len(set(field.options)) != len(field.options):
        yield Fault(f"{name}.options", "one-or-more-different", {"most": OPTIONS_MOST})
    for option in field.options:
        yield from text_faults(f"{name}.options", option, 200)


def _condition_faults(name: str, field: FormField, before: dict[str, FormField]) -> Iterator[Fault]:
    """A condition looks at a field above it, and at an answer that this one can have."""
    if field.when is None:
        return
    other = before.get(field.when.field)
    if other is None:
        yield Fault(f"{name}.when", "unknown-question")
    elif other.type == "checkbox" and not isinstance(field.when.equals, bool):
        yield Fault(f"{name}.when", "unknown-option")
    elif other.type == "choice" and field.when.equals not in other.options:
        yield Fault(f"{name}.when", "unknown-option")
    elif other.type not in ("checkbox", "choice"):
        yield Fault(f"{name}.when", "not-for-this-kind")
