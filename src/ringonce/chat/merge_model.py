"""Merges of conversations, as frozen values. No I/O."""

from dataclasses import dataclass

from ringonce.chat.model import Conversation


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """Where a message will stand in the winner, and which conversation it stands in now."""

    conversation_id: str
    message_id: str
    at: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePlan:
    """What a merge would do: the winner's thread as it would be drawn, and how many sessions would move."""

    winner: Conversation
    losers: tuple[Conversation, ...]
    order: tuple[PlannedPlace, ...]
    moved_sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeGroup:
    """One decision that several conversations are one. `undone_at` None: it stands. Times are Unix ms."""

    id: str
    winner_id: str
    loser_ids: tuple[str, ...]
    cause: str
    merged_by: str
    merged_at: int
    undone_by: str | None
    undone_at: int | None
