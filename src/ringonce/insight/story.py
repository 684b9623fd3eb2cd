"""The whole story of one click: its attempts and replays, the facts it left, and what became of them."""

from dataclasses import dataclass

from ringonce.insight.outbox_queries import list_dead_of, list_progress
from ringonce.kernel.db import Tx
from ringonce.kernel.eventlog import Entry
from ringonce.kernel.trace import Intention, trace
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import WorkspaceId


class RequestUnknown(DomainError):
    """No request with this id left anything here; receipts are forgotten after some days, facts are not."""

    code = "request-unknown"
    kind = Kind.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a consumer of the outbox did with the facts: `done`, `waiting`, or `dead` with a reason.

    `seq` is the dead entry; else the last one of the story.
    """

    consumer: str
    seq: int
    state: str
    attempts: int
    reason: str
    at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a request id leads to in one workspace."""

    workspace_id: WorkspaceId
    intentions: tuple[Intention, ...]
    entries: tuple[Entry, ...]
    deliveries: tuple[Delivery, ...]


async def tell_story(tx: Tx, workspace_id: WorkspaceId, request_id: str) -> Story:
    """The story as this workspace may read it. Raises RequestUnknown."""
    for story in await tell_stories(tx, request_id):
        if story.workspace_id == workspace_id:
            return story
    raise RequestUnknown()


async def tell_stories(tx: Tx, request_id: str) -> tuple[Story, ...]:
    """The story in every workspace that has one: for whoever runs the server."""
    found = await trace(tx, request_id)
    here = {one.workspace_id for one in found.intentions} | {one.workspace_id for one in found.entries}
    stories = []
    for workspace_id in sorted(here):
        entries = tuple(one for one in found.entries if one.workspace_id == workspace_id)
        story = Story(
            workspace_id=workspace_id,
            intentions=tuple(one for one in found.intentions if one.workspace_id == workspace_id),
            entries=entries,
            deliveries=await _deliveries(tx, workspace_id, entries),
        )
        stories.append(story)
    return tuple(stories)


async def _deliveries(tx: Tx, workspace_id: WorkspaceId, entries: tuple[Entry, ...]) -> tuple[Delivery, ...]:
    if not entries:
        return ()
    seqs = [one.seq for one in entries]
    last = max(seqs)
    found = [
        Delivery(
            consumer=row["consumer"],
            seq=last,
            state="done" if row["seq"] >= last else "waiting",
            attempts=row["attempts"] if row["seq"] < last else 0,
            reason="",
            at=None,
        )
        for row in await list_progress(tx, workspace_id)
    ]
    for row in await list_dead_of(tx, workspace_id, seqs):
        found.append(
            Delivery(
                consumer=row["consumer"],
                seq=row["seq"],
                state="dead",
                attempts=row["attempts"],
                reason=row["reason"],
                at=row["died_at"],
            )
        )
    return tuple(found)
