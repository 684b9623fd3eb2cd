"""How the desk's side of chat refuses."""

from ringonce.values.errors import DomainError, Kind


class AssignedMeanwhile(DomainError):
    """Somebody else has the conversation than the one asking saw. Params: assignee_id, who has it now."""

    code = "assigned-meanwhile"
    kind = Kind.CONFLICT


class LiveElsewhere(DomainError):
    """The visitor has another live conversation. Params: conversation_id, with which it can be merged."""

    code = "live-elsewhere"
    kind = Kind.CONFLICT


class AgentUnknown(DomainError):
    """No active member has this id."""

    code = "agent-unknown"
    kind = Kind.INVALID
    final = True


class MentionUnknown(DomainError):
    """Only active members can be mentioned, and only in a note."""

    code = "mention-unknown"
    kind = Kind.INVALID
    final = True


class AgentTeamMissing(DomainError):
    """No team of agents has this id."""

    code = "agent-team-missing"
    kind = Kind.MISSING


class AgentTeamInUse(DomainError):
    """An inbox or a live conversation names this team."""

    code = "agent-team-in-use"
    kind = Kind.CONFLICT


class LabelMissing(DomainError):
    """No label has this id."""

    code = "label-missing"
    kind = Kind.MISSING


class CannedReplyMissing(DomainError):
    """No canned reply has this id."""

    code = "canned-reply-missing"
    kind = Kind.MISSING


class SnoozeInvalid(DomainError):
    """A conversation sleeps until a coming instant, at most a year ahead."""

    code = "snooze-invalid"
    kind = Kind.INVALID
    final = True


class ConversationEnded(DomainError):
    """It is resolved: reopen it first."""

    code = "conversation-ended"
    kind = Kind.CONFLICT
