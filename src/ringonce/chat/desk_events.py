"""Facts of what the desk does to conversations and of what it sets up: ids, numbers and codes."""

from dataclasses import dataclass

from ringonce.chat.events import ConversationFact, Refs


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationAssigned(ConversationFact):
    """Somebody is to answer, or nobody any more. `auto`: it was the next one's turn."""

    assignee_id: str | None
    before_id: str | None
    team_id: str | None
    auto: bool

    def to_refs(self) -> Refs:
        return {
            **ConversationFact.to_refs(self),
            "assignee": self.assignee_id,
            "before": self.before_id,
            "team": self.team_id,
            "auto": self.auto,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationSnoozed(ConversationFact):
    """It sleeps until an instant, in Unix ms, or until the visitor writes."""

    until: int

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "until": self.until}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationPrioritised(ConversationFact):
    """How urgent it is: 0 to 4."""

    priority: int

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "priority": self.priority}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationLabelled(ConversationFact):
    """Labels were added or taken off."""

    added: tuple[str, ...]
    removed: tuple[str, ...]

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "added": list(self.added), "removed": list(self.removed)}


@dataclass(frozen=True, slots=True)
class LabelFact:
    """What every fact about a label says."""

    label_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"label:{self.label_id}"

    def to_refs(self) -> Refs:
        return {"label": self.label_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class LabelCreated(LabelFact):
    """There is a new label."""


@dataclass(frozen=True, slots=True)
class LabelChanged(LabelFact):
    """Its name or colour changed."""


@dataclass(frozen=True, slots=True)
class LabelDeleted(LabelFact):
    """It was taken off every conversation."""


@dataclass(frozen=True, slots=True)
class CannedReplyFact:
    """What every fact about a canned reply says."""

    reply_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"canned:{self.reply_id}"

    def to_refs(self) -> Refs:
        return {"reply": self.reply_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class CannedReplyCreated(CannedReplyFact):
    """There is a new canned reply."""


@dataclass(frozen=True, slots=True)
class CannedReplyChanged(CannedReplyFact):
    """Its shortcut or its words changed."""


@dataclass(frozen=True, slots=True)
class CannedReplyDeleted(CannedReplyFact):
    """It can be inserted no longer."""


@dataclass(frozen=True, slots=True)
class AgentTeamFact:
    """What every fact about a team of agents says."""

    team_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"agent-team:{self.team_id}"

    def to_refs(self) -> Refs:
        return {"team": self.team_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class AgentTeamCreated(AgentTeamFact):
    """Agents answer together."""


@dataclass(frozen=True, slots=True)
class AgentTeamChanged(AgentTeamFact):
    """Its name or its agents changed."""


@dataclass(frozen=True, slots=True)
class AgentTeamDeleted(AgentTeamFact):
    """Conversations and inboxes that named it name no team."""


@dataclass(frozen=True, slots=True)
class AgentStatusChanged:
    """An agent says whether there is room for another conversation."""

    member_id: str
    status: str

    @property
    def stream(self) -> str:
        return f"agent:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member": self.member_id, "status": self.status}


@dataclass(frozen=True, slots=True)
class AgentCapacityChanged:
    """How many open conversations an agent is given by turns."""

    member_id: str
    capacity: int

    @property
    def stream(self) -> str:
        return f"agent:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member": self.member_id, "capacity": self.capacity}
