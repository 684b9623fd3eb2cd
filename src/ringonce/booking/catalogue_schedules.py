"""Changing and removing schedules, with the services that use them."""

from collections.abc import Mapping
from typing import Any

from ringonce.booking import catalogue_edit_store, catalogue_store
from ringonce.calendars.edit import remove_schedule, rewrite_schedule
from ringonce.calendars.model import HoursSchedule
from ringonce.kernel.work import Work


async def update_schedule(
    work: Work, schedule_id: str, version: int, changes: Mapping[str, Any]
) -> HoursSchedule:
    """Change fields of a schedule and raise every service and host that lives by it.

    `changes` are fields of ScheduleDraft. Raises ScheduleMissing, EditStale, FieldsInvalid.
    """
    # Services before hosts, as everywhere: the lock order.
    using = await _lock_users(work, schedule_id)
    if using:
        await work.tx.run(
            catalogue_edit_store.RAISE_SERVICE_REVISIONS,
            workspace_id=work.workspace_id,
            service_ids=catalogue_store.to_text(using),
            now=work.now,
        )
    return await rewrite_schedule(work, schedule_id, version, changes)


async def delete_schedule(work: Work, schedule_id: str, version: int) -> None:
    """Remove a schedule that no service and no host uses.

    Raises ScheduleMissing, EditStale, ScheduleInUse.
    """
    await remove_schedule(work, schedule_id, version, await _lock_users(work, schedule_id))


async def _lock_users(work: Work, schedule_id: str) -> list[str]:
    rows = await work.tx.all(
        catalogue_edit_store.LOCK_SERVICES_OF_SCHEDULE,
        workspace_id=work.workspace_id,
        schedule_id=schedule_id,
    )
    return [str(row["id"]) for row in rows]
