"""What this process pushed to open pages lately: which stretch of a log, when, to how many.

For `trace` only. Kept in memory and bounded: forgotten at a restart, and other processes keep their own.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from ringonce.values.ids import WorkspaceId

KEPT = 4_096


@dataclass(frozen=True, slots=True)
class Push:
    """The entries after `after` up to `upto` reached `pages` open pages at `at` (Unix ms)."""

    workspace_id: WorkspaceId
    after: int
    upto: int
    at: int
    pages: int


class Pushes:
    """A ring of the latest pushes. Used on the event loop's thread only."""

    def __init__(self, most: int = KEPT) -> None:
        self._kept: deque[Push] = deque(maxlen=most)

    def note(self, workspace_id: WorkspaceId, after: int, upto: int, at: int, pages: int) -> None:
        """Remember that frames about a stretch of the log left; where no page was told, nothing did."""
        if pages > 0 and upto > after:
            self._kept.append(Push(workspace_id, after, upto, at, pages))

    def of(self, workspace_id: WorkspaceId, seqs: Iterable[int]) -> tuple[Push, ...]:
        """Pushes that carried one of these entries, in the order in which they left."""
        wanted = sorted(set(seqs))
        return tuple(
            push
            for push in self._kept
            if push.workspace_id == workspace_id and any(push.after < seq <= push.upto for seq in wanted)
        )
