"""What a mail about a conversation is: plain values. Who gets it and when stand elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

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


#: Kinds of messages that somebody is told of.
WORDS: Final = frozenset({"text", "offer"})


def side_of(refs: Mapping[str, Any]) -> Side | None:
    """Who has to read the message that a fact tells of; None where nobody is told of it by mail."""
    if refs.get("kind") not in WORDS or refs.get("visitor_seq") is None:
        return None
    if refs.get("author_kind") == "visitor":
        return Side.AGENTS
    return Side.VISITOR if refs.get("author_kind") in {"member", "key"} else None


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
