"""What goes over the wire when an inbox is set up. Settings are sent whole: left out is the default."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from ringonce.chat.inbox_model import FieldType, Position, When
from ringonce.web.accounts_model import Ask, Version, View
from ringonce.web.catalogue_model import Id, Short
from ringonce.web.desk_chat_model import Ids

Line = Annotated[str, msgspec.Meta(max_length=500)]


class InboxCondition(Ask):
    """A field is asked only if another one has this answer."""

    field: Id
    equals: str | bool


class InboxField(Ask):
    """One question of the form before or after the first message."""

    id: Id
    type: FieldType
    label: Short = ""
    required: bool = False
    options: Annotated[list[Short], msgspec.Meta(max_length=50)] = []  # noqa: RUF012 - msgspec copies it
    when: InboxCondition | None = None


class InboxPrechat(Ask):
    """When the form is asked."""

    when: When = "after"
    fields: Annotated[list[InboxField], msgspec.Meta(max_length=20)] = msgspec.field(
        default_factory=lambda: [InboxField(id="name", type="text"), InboxField(id="email", type="email")]
    )


class InboxAway(Ask):
    """What is shown when nobody answers: times of a service, and where to leave a message."""

    after_seconds: Annotated[int, msgspec.Meta(ge=0, le=86_400)] = 120
    service: Id | None = None
    leave_message: bool = True


class InboxAttachments(Ask):
    """What may be attached."""

    allowed: bool = True
    bytes_most: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] = 10_000_000


class InboxSettingsPart(Ask):
    """Look, words, forms, and who is given what. `sites`: origins that may frame it; none: any."""

    greeting: Line = ""
    tagline: Line = ""
    accent_hue: Annotated[int, msgspec.Meta(ge=0, le=359)] = 215
    position: Position = "end"
    launcher_label: Short = ""
    languages: Annotated[list[Short], msgspec.Meta(max_length=50)] = msgspec.field(
        default_factory=lambda: ["en", "zh-CN"]
    )
    prechat: InboxPrechat = msgspec.field(default_factory=InboxPrechat)
    away: InboxAway = msgspec.field(default_factory=InboxAway)
    attachments: InboxAttachments = msgspec.field(default_factory=InboxAttachments)
    transcript: bool = True
    sounds: bool = True
    identity: Literal["optional", "required"] = "optional"
    sites: Annotated[list[Line], msgspec.Meta(max_length=50)] = []  # noqa: RUF012 - msgspec copies it
    auto_resolve_days: Annotated[int, msgspec.Meta(ge=1, le=3_650)] | None = 7
    assignment: Literal["round-robin", "manual"] = "round-robin"
    capacity: Annotated[int, msgspec.Meta(ge=1, le=1_000)] = 10


class InboxPatch(Ask):
    """What is left out stays as it is."""

    version: Version
    slug: Short | UnsetType = UNSET
    name: Short | UnsetType = UNSET
    settings: InboxSettingsPart | UnsetType = UNSET
    schedule_id: Id | UnsetType | None = UNSET
    team_id: Id | UnsetType | None = UNSET
    agents: Ids | UnsetType = UNSET


class InboxBody(InboxPatch, kw_only=True):
    """A new inbox. `version` is not used."""

    version: Version = 1
    slug: Short
    name: Short


class InboxView(View):
    """`seen_at`: the last page that asked for the launcher, to the hour; the set-up page's green tick."""

    id: str
    slug: str
    name: str
    settings: InboxSettingsPart
    schedule_id: str | None
    team_id: str | None
    agents: list[str]
    active: bool
    version: int
    created_at: datetime
    seen_at: datetime | None


class InboxList(View):
    items: list[InboxView]


class SecretBody(Ask):
    """`old_for_hours`: how long the secret before this one is still taken."""

    version: Version
    old_for_hours: Annotated[int, msgspec.Meta(ge=0, le=24 * 90)] = 24 * 7


class SecretView(View):
    """What a site signs identities with. Whoever has it can say to be anybody: it belongs on a server."""

    secret: str
    number: int
    version: int
    old_until: datetime | None
