"""Inboxes and what their owner sets, as frozen values. No I/O."""

from dataclasses import dataclass, field
from typing import Final, Literal

Position = Literal["start", "end"]
When = Literal["off", "before", "after", "away"]
FieldType = Literal["text", "email", "phone", "choice", "checkbox", "textarea"]

#: Answers to these go to the contact, as typed.
KNOWN_FIELDS: Final = ("name", "email", "phone")


@dataclass(frozen=True, slots=True)
class Condition:
    """A field is asked only if another one has this answer."""

    field: str
    equals: str | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question; `name`, `email` and `phone` are left out for people whose answer is known."""

    id: str
    type: FieldType
    label: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    when: Condition | None = None


#: What is asked after the first message, and may be skipped.
USUAL_FIELDS: Final = (
    FormField(id="name", type="text"),
    FormField(id="email", type="email"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prechat:
    """When a form is asked: never, before the chat, after the first message, or before while away.

    After the first message it may always be skipped.
    """

    when: When = "after"
    fields: tuple[FormField, ...] = USUAL_FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """What a visitor is shown when nobody answers: bookable times of a service, and where to leave a
    message. `after_seconds`: how long she waits for that in open hours.
    """

    after_seconds: int = 120
    service: str | None = None
    leave_message: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """What may be attached."""

    allowed: bool = True
    bytes_most: int = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxSettings:
    """Everything about an inbox that is neither its name nor who answers in it."""

    greeting: str = ""
    tagline: str = ""
    accent_hue: int = 215
    position: Position = "end"
    launcher_label: str = ""
    languages: tuple[str, ...] = ("en", "zh-CN")
    prechat: Prechat = Prechat()
    away: Away = Away()
    attachments: Attachments = Attachments()
    transcript: bool = True
    sounds: bool = True
    #: `required`: nothing is shown or started without an identity that the site signed.
    identity: Literal["optional", "required"] = "optional"
    #: Origins that may frame it; empty: any.
    sites: tuple[str, ...] = ()
    #: Days of silence after which it is resolved; None: never.
    auto_resolve_days: int | None = 7
    assignment: Literal["round-robin", "manual"] = "round-robin"
    #: How many open conversations an agent is given at once, unless she has a number of her own.
    capacity: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Where conversations of a site arrive. `schedule_id` None: always open. `seen_at`: the last page that
    asked for its launcher. Times are Unix ms.
    """

    id: str
    slug: str
    name: str
    settings: InboxSettings
    schedule_id: str | None
    team_id: str | None
    secret_no: int
    old_secret_until: int | None
    active: bool
    version: int
    created_at: int
    seen_at: int | None
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxDraft:
    """An inbox as its owner writes it. `agents` and `team_id` say who answers; neither: every member."""

    slug: str
    name: str
    settings: InboxSettings = field(default_factory=InboxSettings)
    schedule_id: str | None = None
    team_id: str | None = None
    agents: tuple[str, ...] = ()
