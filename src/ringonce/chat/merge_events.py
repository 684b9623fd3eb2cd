"""Facts of merging conversations, as the log keeps them: ids, counts and codes."""

from dataclasses import dataclass

from ringonce.chat.events import ConversationFact, Refs


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationMergeFact(ConversationFact):
    """What both sides of a merge are told; one fact in the stream of each. `messages`: how many moved."""

    winner_id: str
    loser_id: str
    merge_id: str
    messages: int

    def to_refs(self) -> Refs:
        return {
            **ConversationFact.to_refs(self),
            "winner": self.winner_id,
            "loser": self.loser_id,
            "merge": self.merge_id,
            "messages": self.messages,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationMerged(ConversationMergeFact):
    """The messages of one conversation now stand in another; both keep what they hold."""

    cause: str

    def to_refs(self) -> Refs:
        return {**ConversationMergeFact.to_refs(self), "cause": self.cause}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationUnmerged(ConversationMergeFact):
    """A merge was undone: every message is back where it came from."""

    state: str

    def to_refs(self) -> Refs:
        return {**ConversationMergeFact.to_refs(self), "state": self.state}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationLeftApart(ConversationFact):
    """It is a duplicate of another one and could not be merged by itself; an administrator may."""

    other_id: str
    reason: str

    def to_refs(self) -> Refs:
        return {**ConversationFact.to_refs(self), "other": self.other_id, "reason": self.reason}
