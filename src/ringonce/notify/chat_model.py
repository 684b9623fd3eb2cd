"""What a mail about a conversation is: plain values. Who gets it and when stand elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from ringonce.values.ids import WorkspaceId


class ChatLetterKind(StrEnum):
    """A copy of the conversation; an answer that its visitor has not seen; a visitor who waits."""

    TRANSCRIPT = "transcript"
    ANSWER = "answer"
    WAITING = "waiting"


class Side(StrEnum):
    """Who has not read what the other side wrote."""

    VISITOR = "visitor"
    AGENTS = "agents"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLetterRow:
    """A mail as it is kept: to whom, and which places it tells of, in visitor_seq. Times are Unix ms."""

    workspace_id: WorkspaceId
    id: str
    kind: ChatLetterKind
    conversation_id: str
    after_seq: int
    upto_seq: int
    recipient: str
    member_id: str | None
    locale: str
    zone: str
    state: str
    attempts: int
    due_at: int | None
    problem: str
    created_at: int
    sent_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """When to look whether a side has read; `told_seq`, `told_at`: how far it was told by mail, and when."""

    workspace_id: WorkspaceId
    conversation_id: str
    side: Side
    due_at: int | None
    told_seq: int
    told_at: int
