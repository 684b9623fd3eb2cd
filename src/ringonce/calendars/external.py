"""External calendars: connected, pushed to by their readers, and reported when they cannot be read.

Their busy time is an input with an age; what that age means stands in `booking.catalogue_stage`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from ringonce.calendars import edit_store, store
from ringonce.calendars.check import number_faults, text_faults
from ringonce.calendars.edit import lock_host, raise_revisions
from ringonce.calendars.events import (
    CalendarChanged,
    CalendarConnected,
    CalendarDisconnected,
    CalendarFailing,
    ExternalBusyRead,
)
from ringonce.calendars.model import CalendarPolicy, ExternalCalendar, Fault
from ringonce.calendars.refusals import CalendarMissing, refuse_faults
from ringonce.kernel.work import Work
from ringonce.values.ids import CalendarId, HostId

MAX_STRETCHES: Final = 5_000
_LAST_MINUTE: Final = 60 * 24 * 365 * 200


async def connect_calendar(
    work: Work, host_id: str, *, name: str, policy: CalendarPolicy = CalendarPolicy.STRICT
) -> ExternalCalendar:
    """Let an outside calendar count for a host. A strict one closes the host until it is read.

    Raises HostMissing, FieldsInvalid.
    """
    refuse_faults(text_faults("name", name, 100))
    host = await lock_host(work, host_id)
    calendar = ExternalCalendar(work.new_id(CalendarId), host.id, name.strip(), policy, None, None, work.now)
    await work.tx.run(
        edit_store.INSERT_CALENDAR,
        workspace_id=work.workspace_id,
        id=calendar.id,
        host_id=host.id,
        created_at=calendar.created_at,
        **_values(calendar),
    )
    await raise_revisions(work, [host.id])
    work.append(CalendarConnected(host.id, calendar.id))
    return calendar


async def update_calendar(
    work: Work, host_id: str, calendar_id: str, changes: Mapping[str, Any]
) -> ExternalCalendar:
    """Change an outside calendar's `name` or `policy`. Raises HostMissing, CalendarMissing, FieldsInvalid."""
    calendar = replace(await _lock_calendar(work, host_id, calendar_id), **changes)
    refuse_faults(text_faults("name", calendar.name, 100))
    await _write(work, calendar)
    await raise_revisions(work, [calendar.host_id])
    work.append(CalendarChanged(calendar.host_id, calendar.id))
    return calendar


async def disconnect_calendar(work: Work, host_id: str, calendar_id: str) -> None:
    """Let an outside calendar count no longer. Raises HostMissing, CalendarMissing."""
    calendar = await _lock_calendar(work, host_id, calendar_id)
    await work.tx.run(edit_store.DELETE_BUSY, workspace_id=work.workspace_id, calendar_id=calendar.id)
    await work.tx.run(edit_store.DELETE_CALENDAR, workspace_id=work.workspace_id, id=calendar.id)
    await raise_revisions(work, [calendar.host_id])
    work.append(CalendarDisconnected(calendar.host_id, calendar.id))


async def push_busy(
    work: Work,
    host_id: str,
    calendar_id: str,
    *,
    first_minute: int,
    last_minute: int,
    stretches: Iterable[tuple[int, int]],
) -> ExternalCalendar:
    """Say all that a calendar calls busy in [first_minute, last_minute): what it said before is forgotten.

    Stretches are half open, in UTC minutes; what lies outside the range is cut off. The calendar counts as
    read now. Raises HostMissing, CalendarMissing, FieldsInvalid.
    """
    wanted = list(stretches)
    refuse_faults(_push_faults(first_minute, last_minute, wanted))
    calendar = await _lock_calendar(work, host_id, calendar_id)
    within = {"first_minute": first_minute, "last_minute": last_minute}
    known = await work.tx.all(
        edit_store.BUSY_IN, workspace_id=work.workspace_id, calendar_id=calendar.id, **within
    )
    before = {(int(row["start_minute"]), int(row["end_minute"])) for row in known}
    fresh = merged(
        [(max(start, first_minute), min(end, last_minute)) for start, end in wanted]
        # What reaches over the edge of the range keeps its outer part.
        + [(start, first_minute) for start, _ in before if start < first_minute]
        + [(last_minute, end) for _, end in before if end > last_minute]
    )
    changed = set(fresh) != before
    if changed:
        await work.tx.run(
            edit_store.DELETE_BUSY_IN, workspace_id=work.workspace_id, calendar_id=calendar.id, **within
        )
        await work.tx.run_many(
            edit_store.INSERT_BUSY,
            edit_store.busy_values(work.workspace_id, calendar.host_id, calendar.id, fresh),
        )
    # Its age is part of the offer: a reading that found nothing new moves the page's `true_until`.
    read = replace(calendar, read_at=work.now, failing_since=None)
    await _write(work, read)
    await raise_revisions(work, [calendar.host_id])
    work.append(ExternalBusyRead(calendar.host_id, calendar.id, len(fresh), changed))
    return read


async def report_failing(work: Work, host_id: str, calendar_id: str) -> ExternalCalendar:
    """Say that a calendar could not be read; the first such moment is kept until it is read again.

    Raises HostMissing, CalendarMissing.
    """
    calendar = await _lock_calendar(work, host_id, calendar_id)
    if calendar.failing_since is not None:
        return calendar
    failing = replace(calendar, failing_since=work.now)
    await _write(work, failing)
    await raise_revisions(work, [calendar.host_id])
    work.append(CalendarFailing(calendar.host_id, calendar.id))
    return failing


def merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, each once, those that touch made one; empty ones do nothing."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if end <= start:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _push_faults(first_minute: int, last_minute: int, stretches: list[tuple[int, int]]) -> list[Fault]:
    faults = [
        *number_faults("first_minute", first_minute, 0, _LAST_MINUTE),
        *number_faults("last_minute", last_minute, 0, _LAST_MINUTE),
    ]
    if last_minute <= first_minute:
        faults.append(Fault("last_minute", "end-before-start"))
    if len(stretches) > MAX_STRETCHES:
        faults.append(Fault("busy", "too-many", {"most": MAX_STRETCHES}))
    if any(end < start for start, end in stretches):
        faults.append(Fault("busy", "end-before-start"))
    return faults


async def _lock_calendar(work: Work, host_id: str, calendar_id: str) -> ExternalCalendar:
    host = await lock_host(work, host_id)
    row = await work.tx.one(edit_store.FIND_CALENDAR, workspace_id=work.workspace_id, id=calendar_id)
    if row is None or HostId(row["host_id"]) != host.id:
        raise CalendarMissing(calendar=calendar_id)
    return store.calendar_of(row)


def _values(calendar: ExternalCalendar) -> dict[str, Any]:
    return {
        "name": calendar.name,
        "policy": calendar.policy.value,
        "read_at": calendar.read_at,
        "failing_since": calendar.failing_since,
    }


async def _write(work: Work, calendar: ExternalCalendar) -> None:
    await work.tx.run(
        edit_store.UPDATE_CALENDAR,
        workspace_id=work.workspace_id,
        id=calendar.id,
        **edit_store.renamed(_values(calendar)),
    )
