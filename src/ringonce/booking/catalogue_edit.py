"""Edits of services. Each raises the service's version: its page must be read again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ringonce.booking import catalogue_edit_store, catalogue_store
from ringonce.booking.catalogue_check import service_faults
from ringonce.booking.catalogue_events import ServiceChanged, ServiceCreated, ServiceRetired
from ringonce.booking.catalogue_model import Service, ServiceDraft
from ringonce.booking.refusals import ServiceMissing
from ringonce.calendars.model import Fault
from ringonce.calendars.queries import find_hosts, find_schedules
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.kernel.work import Work
from ringonce.values.ids import ServiceId


async def create_service(work: Work, draft: ServiceDraft) -> Service:
    """A new service. Raises FieldsInvalid."""
    await _refuse(work, "", draft, before=None)
    service_id = work.new_id(ServiceId)
    row = {
        **catalogue_edit_store.service_values(draft, work.secret() if draft.is_private else None),
        "workspace_id": work.workspace_id,
        "id": service_id,
        "version": 1,
        "revision": 1,
        "changed_at": work.now,
        "created_at": work.now,
        "retired_at": None,
    }
    await work.tx.run(catalogue_edit_store.INSERT_SERVICE, **row)
    await _write_hosts(work, service_id, draft, {})
    work.append(ServiceCreated(service_id, 1))
    return await _read(work, service_id)


async def update_service(work: Work, service_id: str, version: int, changes: Mapping[str, Any]) -> Service:
    """Change fields of a service; `changes` are fields of ServiceDraft, `version` the revision that was read.

    Raises ServiceMissing, EditStale, FieldsInvalid.
    """
    before = await _lock(work, service_id)
    refuse_stale(before.revision, version)
    draft = replace(service_draft(before), **changes)
    await _refuse(work, service_id, draft, before=before)
    token = (before.private_token or work.secret()) if draft.is_private else None
    await _write(work, before, draft, token, retired_at=None)
    if "hosts" in changes:
        since = {str(member.host_id): member.since_at for member in before.hosts}
        await _write_hosts(work, service_id, draft, since)
    work.append(ServiceChanged(service_id, version + 1))
    return await _read(work, service_id)


async def renew_private_link(work: Work, service_id: str, version: int) -> Service:
    """Give a private service another secret; the link handed out before leads nowhere.

    Raises ServiceMissing, EditStale.
    """
    before = await _lock(work, service_id)
    refuse_stale(before.revision, version)
    await _write(work, before, service_draft(before), work.secret(), retired_at=None)
    work.append(ServiceChanged(service_id, version + 1))
    return await _read(work, service_id)


async def retire_service(work: Work, service_id: str, version: int) -> None:
    """Let a service be booked no longer; its bookings stand and its slug is free.

    Raises ServiceMissing, EditStale.
    """
    before = await _lock(work, service_id)
    refuse_stale(before.revision, version)
    draft = replace(service_draft(before), active=False)
    await _write(work, before, draft, before.private_token, retired_at=work.now)
    work.append(ServiceRetired(service_id, version + 1))


def service_draft(service: Service) -> ServiceDraft:
    """The draft that would make this service."""
    return ServiceDraft(
        slug=service.slug,
        title=service.title,
        description=service.description,
        colour=service.colour,
        price_text=service.price_text,
        hidden=service.hidden,
        is_private=service.private_token is not None,
        lengths=service.lengths,
        questions=service.questions,
        locations=service.locations,
        rules=service.rules,
        schedule_id=service.schedule_id,
        restriction_schedule_id=service.restriction_schedule_id,
        team_id=service.team_id,
        mode=service.mode,
        seats=service.seats,
        approval=service.approval,
        pending_blocks=service.pending_blocks,
        hold_minutes=service.hold_minutes,
        cancel_until=service.cancel_until,
        move_until=service.move_until,
        keep_host_on_move=service.keep_host_on_move,
        visitor_limit=service.visitor_limit,
        success_url=service.success_url,
        active=service.active,
        position=service.position,
        hosts=service.hosts,
    )


async def _lock(work: Work, service_id: str) -> Service:
    row = await work.tx.one(
        catalogue_edit_store.LOCK_WHOLE_SERVICE, workspace_id=work.workspace_id, id=service_id
    )
    if row is None or row["retired_at"] is not None:
        raise ServiceMissing(service=service_id)
    members = await work.tx.all(
        catalogue_store.LIST_SERVICE_HOSTS, workspace_id=work.workspace_id, service_id=service_id
    )
    return catalogue_store.service_of(row, members)


async def _read(work: Work, service_id: str) -> Service:
    where = {"workspace_id": work.workspace_id, "service_id": service_id}
    row = await work.tx.one(catalogue_store.FIND_SERVICE, **where)
    if row is None:
        raise ServiceMissing(service=service_id)
    return catalogue_store.service_of(row, await work.tx.all(catalogue_store.LIST_SERVICE_HOSTS, **where))


async def _write(
    work: Work, before: Service, draft: ServiceDraft, token: str | None, *, retired_at: int | None
) -> None:
    values = {**catalogue_edit_store.service_values(draft, token), "retired_at": retired_at}
    await work.tx.run(
        catalogue_edit_store.UPDATE_SERVICE,
        workspace_id=work.workspace_id,
        id=before.id,
        now=work.now,
        **catalogue_edit_store.renamed(values),
    )


async def _write_hosts(work: Work, service_id: str, draft: ServiceDraft, since: Mapping[str, int]) -> None:
    await work.tx.run(
        catalogue_edit_store.DELETE_SERVICE_HOSTS, workspace_id=work.workspace_id, service_id=service_id
    )
    rows = catalogue_edit_store.service_host_rows(work.workspace_id, service_id, draft.hosts, since, work.now)
    if rows:
        await work.tx.run_many(catalogue_edit_store.INSERT_SERVICE_HOST, rows)


async def _refuse(work: Work, service_id: str, draft: ServiceDraft, *, before: Service | None) -> None:
    faults = list(service_faults(draft))
    taken = await work.tx.one(
        catalogue_edit_store.SLUG_OF_SERVICE, workspace_id=work.workspace_id, slug=draft.slug, id=service_id
    )
    if taken is not None:
        faults.append(Fault("slug", "taken"))
    faults += await _unknown_hosts(work, draft, before)
    faults += await _unknown_schedules(work, draft)
    if draft.team_id is not None:
        team = await work.tx.one(
            catalogue_store.FIND_TEAM, workspace_id=work.workspace_id, team_id=draft.team_id
        )
        if team is None or team["retired_at"] is not None:
            faults.append(Fault("team_id", "unknown"))
    refuse_faults(faults)


async def _unknown_hosts(work: Work, draft: ServiceDraft, before: Service | None) -> list[Fault]:
    if not draft.hosts or (before is not None and before.hosts == draft.hosts):
        return []
    known = await find_hosts(work.tx, work.workspace_id, [member.host_id for member in draft.hosts])
    stays = set() if before is None else {member.host_id for member in before.hosts}
    return [
        Fault("hosts", "unknown", {"host": member.host_id})
        for member in draft.hosts
        # A host who has retired since may stay in the list, so that other fields can still be changed.
        if member.host_id not in known
        or (known[member.host_id].retired_at is not None and member.host_id not in stays)
    ]


async def _unknown_schedules(work: Work, draft: ServiceDraft) -> list[Fault]:
    named = [
        ("schedule_id", draft.schedule_id),
        ("restriction_schedule_id", draft.restriction_schedule_id),
        *(("hosts", member.schedule_id) for member in draft.hosts),
    ]
    wanted = {schedule_id for _, schedule_id in named if schedule_id is not None}
    if not wanted:
        return []
    known = await find_schedules(work.tx, work.workspace_id, wanted)
    return [
        Fault(field, "unknown", {"schedule": schedule_id})
        for field, schedule_id in named
        if schedule_id is not None and schedule_id not in known
    ]
