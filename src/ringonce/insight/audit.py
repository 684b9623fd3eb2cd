"""Whether the logs are whole: every workspace's chain of hashes, computed anew."""

from dataclasses import dataclass

from ringonce.kernel.db import Database
from ringonce.kernel.eventlog import ChainBroken, Head, list_heads, verify_chain
from ringonce.values.ids import WorkspaceId


@dataclass(frozen=True, slots=True)
class Verdict:
    """One workspace's log: its head, or the first seq that does not fit and why."""

    workspace_id: WorkspaceId
    head: Head
    broken_at: int | None
    reason: str


async def verify_logs(database: Database) -> tuple[Verdict, ...]:
    """Look at every workspace; a broken one does not keep the others from being looked at."""
    verdicts = []
    for workspace_id, head in (await database.read(list_heads)).items():
        try:
            whole = await verify_chain(database, workspace_id)
            verdicts.append(Verdict(workspace_id, whole, None, ""))
        except ChainBroken as broken:
            verdicts.append(Verdict(workspace_id, head, broken.seq, str(broken)))
    return tuple(verdicts)
