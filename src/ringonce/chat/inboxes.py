"""Inboxes: set up, changed, closed; and the secret with which a site signs who its people are."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from ringonce.calendars.model import Fault
from ringonce.calendars.queries import find_schedules
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.chat import inbox_store, setup_store
from ringonce.chat.agents import known_agents
from ringonce.chat.events import (
    InboxChanged,
    InboxCreated,
    InboxReopened,
    InboxRetired,
    InboxSecretRotated,
)
from ringonce.chat.inbox_check import inbox_faults
from ringonce.chat.inbox_model import Inbox, InboxDraft
from ringonce.chat.refusals import InboxMissing
from ringonce.chat.store import to_text
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work
from ringonce.values.ids import InboxId

#: How long the secret before a rotation is still taken, unless told otherwise.
OLD_SECRET_MS: Final = 7 * 86_400_000
#: The launcher's tick on the set-up page needs no better than this.
_SEEN_EVERY_MS: Final = 3_600_000


async def create_inbox(work: Work, draft: InboxDraft) -> Inbox:
    """A new inbox. Raises FieldsInvalid."""
    draft = _trimmed(draft)
    inbox_id = work.new_id(InboxId)
    await _refuse(work, inbox_id, draft, draft.agents)
    row: Row = {
        **_values(draft),
        "workspace_id": work.workspace_id,
        "id": inbox_id,
        "secret_no": 1,
        "old_secret_until": None,
        "active": 1,
        "version": 1,
        "created_at": work.now,
        "seen_at": None,
    }
    await work.tx.run(inbox_store.INSERT_INBOX, **row)
    await _write_agents(work, inbox_id, draft)
    work.append(InboxCreated(inbox_id=inbox_id, version=1))
    return inbox_store.inbox_of(row, tuple(sorted(draft.agents)))


async def update_inbox(work: Work, inbox_id: str, version: int, changes: Mapping[str, Any]) -> Inbox:
    """Change fields of an inbox; `changes` are fields of InboxDraft, `version` the one that was read.

    Raises InboxMissing, EditStale, FieldsInvalid.
    """
    before = await _lock(work, inbox_id)
    refuse_stale(before.version, version)
    draft = _trimmed(replace(inbox_draft(before), **changes))
    # Members who left since may stay in the list, so that the rest can still be changed.
    await _refuse(work, inbox_id, draft, draft.agents if "agents" in changes else ())
    after = await _write(work, before, **_values(draft))
    if "agents" in changes:
        await _write_agents(work, inbox_id, draft)
        after = replace(after, agents=tuple(sorted(draft.agents)))
    work.append(InboxChanged(inbox_id=inbox_id, version=after.version))
    return after


async def retire_inbox(work: Work, inbox_id: str, version: int) -> Inbox:
    """Take no new conversations; those that are live go on. Raises InboxMissing, EditStale."""
    return await _switch(work, inbox_id, version, active=False)


async def reopen_inbox(work: Work, inbox_id: str, version: int) -> Inbox:
    """Take new conversations again. Raises InboxMissing, EditStale."""
    return await _switch(work, inbox_id, version, active=True)


async def rotate_secret(work: Work, inbox_id: str, version: int, old_for_ms: int = OLD_SECRET_MS) -> Inbox:
    """From now on sites sign with the next secret; the one before is taken for `old_for_ms`.

    Raises InboxMissing, EditStale.
    """
    before = await _lock(work, inbox_id)
    refuse_stale(before.version, version)
    after = await _write(
        work, before, secret_no=before.secret_no + 1, old_secret_until=work.now + max(0, old_for_ms)
    )
    fact = InboxSecretRotated(inbox_id=inbox_id, version=after.version, secret_no=after.secret_no)
    work.append(fact)
    return after


async def mark_seen(tx: Tx, workspace_id: str, inbox_id: str, now: int) -> None:
    """A page has asked for the launcher. No fact: it says nothing about anybody."""
    await tx.run(
        inbox_store.MARK_SEEN,
        workspace_id=workspace_id,
        id=inbox_id,
        now=now,
        before=now - _SEEN_EVERY_MS,
    )


def inbox_draft(inbox: Inbox) -> InboxDraft:
    """The draft that would make this inbox."""
    return InboxDraft(
        slug=inbox.slug,
        name=inbox.name,
        settings=inbox.settings,
        schedule_id=inbox.schedule_id,
        team_id=inbox.team_id,
        agents=inbox.agents,
    )


async def _switch(work: Work, inbox_id: str, version: int, *, active: bool) -> Inbox:
    before = await _lock(work, inbox_id)
    if before.active is active:
        return before
    refuse_stale(before.version, version)
    after = await _write(work, before, active=int(active))
    fact = InboxReopened if active else InboxRetired
    work.append(fact(inbox_id=inbox_id, version=after.version))
    return after


async def _lock(work: Work, inbox_id: str) -> Inbox:
    row = await work.tx.one(inbox_store.LOCK_INBOX, workspace_id=work.workspace_id, id=inbox_id)
    if row is None:
        raise InboxMissing()
    found = await work.tx.all(inbox_store.AGENTS_OF, workspace_id=work.workspace_id, id=inbox_id)
    work.locked()
    return inbox_store.inbox_of(row, tuple(one["member_id"] for one in found))


async def _write(work: Work, before: Inbox, **changes: Any) -> Inbox:
    row: Row = {
        **_values(inbox_draft(before)),
        "workspace_id": work.workspace_id,
        "id": before.id,
        "secret_no": before.secret_no,
        "old_secret_until": before.old_secret_until,
        "active": int(before.active),
        "created_at": before.created_at,
        "seen_at": before.seen_at,
        **changes,
        "version": before.version + 1,
    }
    await work.tx.run(
        inbox_store.UPDATE_INBOX,
        workspace_id=work.workspace_id,
        id=before.id,
        **inbox_store.renamed(row),
    )
    return inbox_store.inbox_of(row, before.agents)


async def _write_agents(work: Work, inbox_id: str, draft: InboxDraft) -> None:
    await work.tx.run(inbox_store.DELETE_AGENTS, workspace_id=work.workspace_id, id=inbox_id)
    rows = [
        {"workspace_id": work.workspace_id, "inbox_id": inbox_id, "member_id": member_id}
        for member_id in sorted(draft.agents)
    ]
    await work.tx.run_many(inbox_store.INSERT_AGENT, rows)


async def _refuse(work: Work, inbox_id: str, draft: InboxDraft, new_agents: tuple[str, ...]) -> None:
    faults = list(inbox_faults(draft))
    taken = await work.tx.one(inbox_store.FIND_BY_SLUG, workspace_id=work.workspace_id, slug=draft.slug)
    if taken is not None and taken["id"] != inbox_id:
        faults.append(Fault("slug", "taken"))
    if draft.schedule_id is not None and not await find_schedules(
        work.tx, work.workspace_id, [draft.schedule_id]
    ):
        faults.append(Fault("schedule_id", "unknown"))
    if draft.team_id is not None:
        team = await work.tx.one(setup_store.FIND_TEAM, workspace_id=work.workspace_id, id=draft.team_id)
        if team is None:
            faults.append(Fault("team_id", "unknown"))
    known = await known_agents(work.tx, work.workspace_id, new_agents)
    faults += [Fault("agents", "unknown", {"agent": one}) for one in new_agents if one not in known]
    refuse_faults(faults)


def _trimmed(draft: InboxDraft) -> InboxDraft:
    return replace(draft, name=draft.name.strip())


def _values(draft: InboxDraft) -> Row:
    return {
        "slug": draft.slug,
        "name": draft.name,
        "settings": to_text(draft.settings),
        "schedule_id": draft.schedule_id,
        "team_id": draft.team_id,
    }
