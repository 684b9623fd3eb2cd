"""What a running server remembers of its pushes to open pages, for `ringonce trace`."""

import msgspec

from ringonce.kernel.pushes import Push
from ringonce.values.ids import WorkspaceId
from ringonce.web.edge import Edge


class AskPushes(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Which entries of a workspace's log."""

    workspace_id: str
    seqs: list[int]


class PushesTold(msgspec.Struct, kw_only=True):
    """Pushes that carried one of the entries, in the order in which they left."""

    pushes: list[Push]


async def tell_pushes(edge: Edge, ask: AskPushes) -> PushesTold:
    """Of this process; forgotten at a restart."""
    return PushesTold(pushes=list(edge.pushes.of(WorkspaceId(ask.workspace_id), ask.seqs)))
