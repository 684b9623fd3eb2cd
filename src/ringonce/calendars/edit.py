"""Edits of schedules, hosts and absences. Each raises the versions of the hosts whose pages it moves.

Services that use a schedule are above this feature: `booking.catalogue_schedules` changes and removes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ringonce.availability.model import AwayKind
from ringonce.calendars import edit_store, store
from ringonce.calendars.check import host_faults, number_faults, schedule_faults, text_faults
from ringonce.calendars.events import (
    AwayAdded,
    AwayRemoved,
    HostChanged,
    HostCreated,
    HostRetired,
    ScheduleChanged,
    ScheduleCreated,
    ScheduleRemoved,
)
from ringonce.calendars.model import (
    AwayRecord,
    Fault,
    HostDraft,
    HostKind,
    HostRecord,
    HoursSchedule,
    ScheduleDraft,
)
from ringonce.calendars.refusals import (
    AwayMissing,
    HostMissing,
    ScheduleInUse,
    ScheduleMissing,
    refuse_faults,
    refuse_stale,
)
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values.ids import HostId, OverrideId, ScheduleId

# Dates after this are slips of the keyboard.
_LAST_MINUTE = 60 * 24 * 365 * 200


async def create_schedule(work: Work, draft: ScheduleDraft) -> HoursSchedule:
    """A new schedule; the first of a workspace is its default. Raises FieldsInvalid."""
    refuse_faults(schedule_faults(draft))
    default = await work.tx.one(edit_store.LOCK_DEFAULT_SCHEDULE, workspace_id=work.workspace_id)
    if default is None:
        draft = replace(draft, is_default=True)
    raised: tuple[str, ...] = ()
    if draft.is_default:
        raised = await raise_revisions(work, await _become_default(work, default))
    schedule_id = work.new_id(ScheduleId)
    row = {
        **edit_store.schedule_values(draft),
        "workspace_id": work.workspace_id,
        "id": schedule_id,
        "version": 1,
        "created_at": work.now,
    }
    await work.tx.run(edit_store.INSERT_SCHEDULE, **row)
    work.append(ScheduleCreated(schedule_id, 1, raised))
    return store.schedule_of(row)


async def rewrite_schedule(
    work: Work, schedule_id: str, version: int, changes: Mapping[str, Any]
) -> HoursSchedule:
    """Change fields of a schedule and raise its hosts; `changes` are fields of ScheduleDraft.

    Raises ScheduleMissing, EditStale, FieldsInvalid.
    """
    row = await work.tx.one(edit_store.LOCK_SCHEDULE, workspace_id=work.workspace_id, id=schedule_id)
    if row is None:
        raise ScheduleMissing(schedule=schedule_id)
    refuse_stale(row["version"], version)
    before = store.schedule_of(row)
    draft = replace(schedule_draft(before), **changes)
    faults = list(schedule_faults(draft))
    if before.is_default and not draft.is_default:
        faults.append(Fault("is_default", "make-another-default"))
    refuse_faults(faults)
    concerned = await _hosts_of(work, schedule_id, is_default=before.is_default)
    if draft.is_default and not before.is_default:
        default = await work.tx.one(edit_store.LOCK_DEFAULT_SCHEDULE, workspace_id=work.workspace_id)
        concerned += await _become_default(work, default)
    values = {**edit_store.schedule_values(draft), "version": version + 1}
    await work.tx.run(
        edit_store.UPDATE_SCHEDULE,
        workspace_id=work.workspace_id,
        id=schedule_id,
        **edit_store.renamed(values),
    )
    # All hosts in one go, for they are locked in the order of their ids.
    raised = await raise_revisions(work, concerned)
    work.append(ScheduleChanged(schedule_id, version + 1, raised))
    return store.schedule_of({**row, **values})


async def remove_schedule(work: Work, schedule_id: str, version: int, services: Iterable[str] = ()) -> None:
    """Remove a schedule that nobody uses. Raises ScheduleMissing, EditStale, ScheduleInUse."""
    row = await work.tx.one(edit_store.LOCK_SCHEDULE, workspace_id=work.workspace_id, id=schedule_id)
    if row is None:
        raise ScheduleMissing(schedule=schedule_id)
    refuse_stale(row["version"], version)
    rows = await work.tx.all(
        edit_store.CHOSE_SCHEDULE, workspace_id=work.workspace_id, schedule_id=schedule_id
    )
    using, users = sorted(services), [str(host["id"]) for host in rows]
    if using or users or row["is_default"] == 1:
        raise ScheduleInUse(hosts=users, services=using, is_default=row["is_default"] == 1)
    await work.tx.run(edit_store.DELETE_SCHEDULE, workspace_id=work.workspace_id, id=schedule_id)
    work.append(ScheduleRemoved(schedule_id, version))


async def create_host(work: Work, draft: HostDraft) -> HostRecord:
    """A new person or resource. Raises FieldsInvalid."""
    await _refuse_host(work, draft)
    host_id = work.new_id(HostId)
    row = {
        **edit_store.host_values(draft),
        "workspace_id": work.workspace_id,
        "id": host_id,
        "no": host_number(host_id),
        "version": 1,
        "revision": 1,
        "changed_at": work.now,
        "created_at": work.now,
        "retired_at": None,
    }
    await work.tx.run(edit_store.INSERT_HOST, **row)
    work.append(HostCreated(host_id, 1))
    return store.host_of(row)


async def update_host(work: Work, host_id: str, version: int, changes: Mapping[str, Any]) -> HostRecord:
    """Change fields of a host; `changes` are fields of HostDraft, `version` is the revision that was read.

    Raises HostMissing, EditStale, FieldsInvalid.
    """
    host = await lock_host(work, host_id)
    refuse_stale(host.revision, version)
    draft = replace(host_draft(host), **changes)
    await _refuse_host(work, draft)
    return await _write_host(work, host, draft, retired_at=None)


async def retire_host(work: Work, host_id: str, version: int) -> None:
    """Take a host out of everything new; its bookings stand. Raises HostMissing, EditStale."""
    host = await lock_host(work, host_id)
    refuse_stale(host.revision, version)
    await _write_host(work, host, replace(host_draft(host), active=False), retired_at=work.now)


async def add_away(
    work: Work,
    host_id: str,
    *,
    start_minute: int,
    end_minute: int,
    kind: AwayKind = AwayKind.AWAY,
    note: str = "",
) -> AwayRecord:
    """Say that a host is away for a stretch of UTC minutes. Raises HostMissing, FieldsInvalid."""
    host = await lock_host(work, host_id)
    faults = [
        *number_faults("start_minute", start_minute, 0, _LAST_MINUTE),
        *number_faults("end_minute", end_minute, 0, _LAST_MINUTE),
        *text_faults("note", note, 500, least=0),
    ]
    if end_minute <= start_minute:
        faults.append(Fault("end_minute", "end-before-start"))
    refuse_faults(faults)
    row = {
        "workspace_id": work.workspace_id,
        "id": work.new_id(OverrideId),
        "host_id": host.id,
        "start_minute": start_minute,
        "end_minute": end_minute,
        "kind": kind.value,
        "note": note.strip(),
        "created_at": work.now,
    }
    await work.tx.run(edit_store.INSERT_AWAY, **row)
    await raise_revisions(work, [host.id])
    away = store.away_of(row)
    work.append(AwayAdded(host.id, away.id, start_minute, end_minute))
    return away


async def remove_away(work: Work, host_id: str, away_id: str) -> None:
    """Take a stretch of absence back. Raises HostMissing, AwayMissing."""
    host = await lock_host(work, host_id)
    row = await work.tx.one(edit_store.FIND_AWAY, workspace_id=work.workspace_id, id=away_id)
    if row is None or row["host_id"] != host.id:
        raise AwayMissing(away=away_id)
    await work.tx.run(edit_store.DELETE_AWAY, workspace_id=work.workspace_id, id=away_id)
    await raise_revisions(work, [host.id])
    work.append(AwayRemoved(host.id, away_id, row["start_minute"], row["end_minute"]))


async def lock_host(work: Work, host_id: str) -> HostRecord:
    """Lock one host for an edit. Raises HostMissing, for a retired one too."""
    rows = await work.tx.all(
        store.LOCK_HOSTS, workspace_id=work.workspace_id, host_ids=store.id_array([host_id])
    )
    if not rows or rows[0]["retired_at"] is not None:
        raise HostMissing(host=host_id)
    work.locked()
    return store.host_of(rows[0])


async def raise_revisions(work: Work, host_ids: Iterable[str]) -> tuple[str, ...]:
    """Lock hosts by id and raise version and revision: an edit moved their pages. Says which."""
    wanted = tuple(sorted(set(host_ids)))
    if wanted:
        text = store.id_array(wanted)
        await work.tx.all(store.LOCK_HOSTS, workspace_id=work.workspace_id, host_ids=text)
        await work.tx.run(
            edit_store.RAISE_REVISIONS, workspace_id=work.workspace_id, host_ids=text, now=work.now
        )
    return wanted


def host_number(host_id: str) -> int:
    """The host in the range of the EXCLUDE constraint: 62 bits, for a range needs room above its bound."""
    return int.from_bytes(sha256(host_id.encode()).digest()[:8]) >> 2


def schedule_draft(schedule: HoursSchedule) -> ScheduleDraft:
    """The draft that would make this schedule."""
    return ScheduleDraft(
        name=schedule.name,
        zone=schedule.zone,
        weekly=schedule.weekly,
        overrides=schedule.overrides,
        travels=schedule.travels,
        holidays=schedule.holidays,
        is_default=schedule.is_default,
    )


def host_draft(host: HostRecord) -> HostDraft:
    """The draft that would make this host."""
    return HostDraft(
        name=host.name,
        kind=host.kind,
        email=host.email,
        member_id=host.member_id,
        schedule_id=host.schedule_id,
        active=host.active,
        priority=host.priority,
        weight=host.weight,
        limits=host.limits,
        locale=host.locale,
    )


async def _refuse_host(work: Work, draft: HostDraft) -> None:
    faults = list(host_faults(draft))
    if draft.schedule_id is not None:
        found = await work.tx.one(
            edit_store.FIND_SCHEDULE, workspace_id=work.workspace_id, id=draft.schedule_id
        )
        if found is None:
            faults.append(Fault("schedule_id", "unknown"))
    elif draft.kind is HostKind.PERSON:
        default = await work.tx.one(edit_store.LOCK_DEFAULT_SCHEDULE, workspace_id=work.workspace_id)
        if default is None:
            faults.append(Fault("schedule_id", "required"))
    refuse_faults(faults)


async def _write_host(
    work: Work, host: HostRecord, draft: HostDraft, *, retired_at: int | None
) -> HostRecord:
    values = {**edit_store.host_values(draft), "retired_at": retired_at}
    await work.tx.run(
        edit_store.UPDATE_HOST,
        workspace_id=work.workspace_id,
        id=host.id,
        now=work.now,
        **edit_store.renamed(values),
    )
    fact = HostChanged if retired_at is None else HostRetired
    work.append(fact(host.id, host.revision + 1))
    row: Row = {
        **values,
        "id": host.id,
        "no": host.no,
        "version": host.version + 1,
        "revision": host.revision + 1,
        "changed_at": work.now,
        "created_at": host.created_at,
    }
    return store.host_of(row)


async def _become_default(work: Work, before: Row | None) -> list[str]:
    """Make room for another default; says which hosts, having no schedule of their own, live by it."""
    if before is not None:
        await work.tx.run(edit_store.DROP_DEFAULT, workspace_id=work.workspace_id)
    return await _hosts_of(work, "", is_default=True)


async def _hosts_of(work: Work, schedule_id: str, *, is_default: bool) -> list[str]:
    rows = await work.tx.all(
        edit_store.HOSTS_OF_SCHEDULE,
        workspace_id=work.workspace_id,
        schedule_id=schedule_id,
        is_default=int(is_default),
    )
    return [str(row["id"]) for row in rows]
