"""What goes over the wire when chat is set up: inboxes, labels, canned replies, teams, agents."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from ringonce.chat.desk_model import Presence
from ringonce.web.accounts_model import Ask, Version, View
from ringonce.web.catalogue_model import Id
from ringonce.web.desk_chat_model import Ids

Status = Literal["online", "busy", "away"]
Capacity = Annotated[int, msgspec.Meta(ge=1, le=1000)]


class LabelBody(Ask):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] = 200


class LabelPatch(Ask):
    version: Version
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)] | UnsetType = UNSET
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] | UnsetType = UNSET


class LabelView(View):
    id: str
    name: str
    hue: int
    version: int


class LabelList(View):
    items: list[LabelView]


class CannedQuery(Ask):
    """`q`: a piece of the shortcut or of the words."""

    q: Annotated[str, msgspec.Meta(max_length=100)] = ""


class CannedBody(Ask):
    """`body` may hold {{contact.name}}, {{contact.first_name}}, {{agent.name}}, {{workspace.name}} and
    {{conversation.number}}.
    """

    shortcut: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]


class CannedPatch(Ask):
    version: Version
    shortcut: Annotated[str, msgspec.Meta(min_length=1, max_length=40)] | UnsetType = UNSET
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)] | UnsetType = UNSET


class CannedView(View):
    id: str
    shortcut: str
    body: str
    version: int


class CannedList(View):
    items: list[CannedView]


class RenderQuery(Ask):
    conversation: Id


class RenderedView(View):
    """The reply with its variables filled in; a variable that is not known stays as it is."""

    text: str


class AgentTeamBody(Ask):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    members: Ids = []  # noqa: RUF012 - msgspec copies it


class AgentTeamPatch(Ask):
    version: Version
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)] | UnsetType = UNSET
    members: Ids | UnsetType = UNSET


class AgentTeamView(View):
    id: str
    name: str
    members: list[str]
    version: int


class AgentTeamList(View):
    items: list[AgentTeamView]


class AgentView(View):
    """A member at the desk. `status` is the agent's own choice; `presence` says offline without a socket."""

    member_id: str
    name: str
    role: str
    status: Status
    presence: Presence
    capacity: int
    open: int


class AgentList(View):
    items: list[AgentView]


class StatusBody(Ask):
    status: Status


class CapacityBody(Ask):
    capacity: Capacity


class PresenceView(View):
    """Who is there now, by member, and whether any inbox is open at this moment."""

    agents: dict[str, Presence]
    is_open: bool
