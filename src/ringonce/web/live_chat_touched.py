"""What a stretch of the log names: which rooms have reason to look, and which messages to draw anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringonce.kernel.eventlog import Entry

#: References that name a message.
_MESSAGES = ("message", "message_id")
#: Stands for every message whose words are gone.
ERASED = "*"


@dataclass(frozen=True, slots=True)
class Touched:
    """`names` None: more than can be told, everything may have changed."""

    upto: int
    names: frozenset[str] | None
    message_ids: frozenset[str] = frozenset()
    #: Visitors who are shut out from here on.
    revoked: frozenset[str] = frozenset()

    def names_any(self, *prefixes: str) -> bool:
        """Whether an id of these kinds is among them."""
        return self.names is None or any(name.startswith(prefixes) for name in self.names)


def touched_by(entries: Iterable[Entry], upto: int) -> Touched:
    """Every id that stands in these rows: of streams, of references, of who acted."""
    names: set[str] = set()
    message_ids: set[str] = set()
    revoked: set[str] = set()
    for entry in entries:
        names |= {entry.stream.partition(":")[2], entry.actor_id}
        for name, value in entry.refs.items():
            told = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
            names.update(told)
            # A message that was just said stands at a new place: it is read there.
            if name in _MESSAGES and entry.action != "MessageSent":
                message_ids.update(told)
        if entry.action == "ConversationErased":
            message_ids.add(ERASED)
        if entry.action == "VisitorSessionRevoked":
            revoked.add(entry.stream.partition(":")[2])
        upto = max(upto, entry.seq)
    return Touched(upto, frozenset(names - {""}), frozenset(message_ids), frozenset(revoked))
