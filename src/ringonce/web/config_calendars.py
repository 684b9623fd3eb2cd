"""Doors to who can be booked and when: schedules, hosts, their absences and outside calendars."""

from ringonce.booking.catalogue_schedules import delete_schedule, update_schedule
from ringonce.calendars.edit import (
    add_away,
    create_host,
    create_schedule,
    remove_away,
    retire_host,
    update_host,
)
from ringonce.calendars.external import (
    connect_calendar,
    disconnect_calendar,
    push_busy,
    report_failing,
    update_calendar,
)
from ringonce.calendars.model import HostDraft, ScheduleDraft
from ringonce.calendars.queries import (
    list_aways,
    list_calendars,
    list_hosts,
    list_schedules,
    load_host,
    load_schedule,
)
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import Done, PageQuery
from ringonce.web.booking_model import VersionBody
from ringonce.web.call import Call, Reply
from ringonce.web.catalogue_model import (
    AwayBody,
    AwayList,
    AwayView,
    BusyBody,
    CalendarBody,
    CalendarList,
    CalendarPatch,
    CalendarView,
    FailingBody,
    HostBody,
    HostList,
    HostPatch,
    HostView,
    ScheduleBody,
    ScheduleList,
    SchedulePatch,
    ScheduleView,
)
from ringonce.web.catalogue_views import away_view, calendar_view, changes_of, host_view, schedule_view
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import minutes_around

routes = Routes("Hosts and hours")
EDITS = ("fields-invalid", "edit-stale")


@routes.read(
    "/schedules", query=PageQuery, answer=ScheduleList, who=Who.READ, summary="Schedules, oldest first",
    errors=("malformed-cursor",),
)  # fmt: skip
async def schedules(call: Call, ask: PageQuery) -> Reply:
    async def read(tx: Tx) -> ScheduleList:
        page = await list_schedules(tx, call.workspace.id, _page(ask))
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return ScheduleList(items=[schedule_view(each) for each in page.items], next_cursor=cursor)

    return call.ok(await call.read(read))


@routes.read(
    "/schedules/{schedule_id}", answer=ScheduleView, who=Who.READ, summary="One schedule",
    errors=("schedule-missing",),
)  # fmt: skip
async def schedule(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: load_schedule(tx, call.workspace.id, call.path["schedule_id"]))
    return call.ok(schedule_view(found))


@routes.write(
    "POST", "/schedules", body=ScheduleBody, answer=ScheduleView, who=Who.CONFIGURE, status=201,
    summary="Make a schedule", errors=("fields-invalid",),
    example={"name": "Weekdays", "zone": "Europe/Berlin", "weekly": [[[540, 1020]]] * 5 + [[]] * 2},
)  # fmt: skip
async def make_schedule(call: Call, ask: ScheduleBody) -> Reply:
    draft = ScheduleDraft(**changes_of(ask))

    async def intent(work: Work) -> ScheduleView:
        return schedule_view(await create_schedule(work, draft))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/schedules/{schedule_id}", body=SchedulePatch, answer=ScheduleView, who=Who.CONFIGURE,
    summary="Change a schedule", errors=("schedule-missing", *EDITS),
)  # fmt: skip
async def patch_schedule(call: Call, ask: SchedulePatch) -> Reply:
    changes = changes_of(ask)

    async def intent(work: Work) -> ScheduleView:
        return schedule_view(await update_schedule(work, call.path["schedule_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/schedules/{schedule_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Remove a schedule that nobody uses",
    errors=("schedule-missing", "edit-stale", "schedule-in-use"),
)  # fmt: skip
async def drop_schedule(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await delete_schedule(work, call.path["schedule_id"], ask.version)
        return Done()

    return await call.execute(intent)


@routes.read(
    "/hosts", query=PageQuery, answer=HostList, who=Who.READ, summary="People and resources, oldest first",
    errors=("malformed-cursor",),
)  # fmt: skip
async def hosts(call: Call, ask: PageQuery) -> Reply:
    async def read(tx: Tx) -> HostList:
        page = await list_hosts(tx, call.workspace.id, _page(ask))
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return HostList(items=[host_view(each) for each in page.items], next_cursor=cursor)

    return call.ok(await call.read(read))


@routes.read("/hosts/{host_id}", answer=HostView, who=Who.READ, summary="One host", errors=("host-missing",))
async def host(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: load_host(tx, call.workspace.id, call.path["host_id"]))
    return call.ok(host_view(found))


@routes.write(
    "POST", "/hosts", body=HostBody, answer=HostView, who=Who.CONFIGURE, status=201,
    summary="Add a person or a resource", errors=("fields-invalid",),
)  # fmt: skip
async def make_host(call: Call, ask: HostBody) -> Reply:
    draft = HostDraft(**changes_of(ask))

    async def intent(work: Work) -> HostView:
        return host_view(await create_host(work, draft))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/hosts/{host_id}", body=HostPatch, answer=HostView, who=Who.CONFIGURE, summary="Change a host",
    errors=("host-missing", *EDITS),
)  # fmt: skip
async def patch_host(call: Call, ask: HostPatch) -> Reply:
    changes = changes_of(ask)

    async def intent(work: Work) -> HostView:
        return host_view(await update_host(work, call.path["host_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/hosts/{host_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Retire a host; what is booked stands", errors=("host-missing", "edit-stale"),
)  # fmt: skip
async def delete_host(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await retire_host(work, call.path["host_id"], ask.version)
        return Done()

    return await call.execute(intent)


@routes.read(
    "/hosts/{host_id}/aways", query=PageQuery, answer=AwayList, who=Who.READ,
    summary="When a host is away, by start", errors=("malformed-cursor", "host-missing"),
)  # fmt: skip
async def aways(call: Call, ask: PageQuery) -> Reply:
    async def read(tx: Tx) -> AwayList:
        found = await load_host(tx, call.workspace.id, call.path["host_id"])
        page = await list_aways(tx, call.workspace.id, found.id, _page(ask))
        cursor = encode_cursor(page.next_after) if page.next_after else None
        return AwayList(items=[away_view(each) for each in page.items], next_cursor=cursor)

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/hosts/{host_id}/aways", body=AwayBody, answer=AwayView, who=Who.CONFIGURE, status=201,
    summary="Say that a host is away", errors=("host-missing", "fields-invalid"),
)  # fmt: skip
async def make_away(call: Call, ask: AwayBody) -> Reply:
    start, end = minutes_around(ask.start, ask.end)

    async def intent(work: Work) -> AwayView:
        made = await add_away(
            work, call.path["host_id"], start_minute=start, end_minute=end, kind=ask.kind, note=ask.note
        )
        return away_view(made)

    return await call.execute(intent)


@routes.write(
    "DELETE", "/hosts/{host_id}/aways/{away_id}", answer=Done, who=Who.CONFIGURE,
    summary="Take an absence back", errors=("host-missing", "away-missing"),
)  # fmt: skip
async def delete_away(call: Call, _: Nothing) -> Reply:
    async def intent(work: Work) -> Done:
        await remove_away(work, call.path["host_id"], call.path["away_id"])
        return Done()

    return await call.execute(intent)


@routes.read(
    "/hosts/{host_id}/calendars", answer=CalendarList, who=Who.READ, summary="A host's outside calendars",
    errors=("host-missing",),
)  # fmt: skip
async def calendars(call: Call, _: Nothing) -> Reply:
    async def read(tx: Tx) -> CalendarList:
        found = await load_host(tx, call.workspace.id, call.path["host_id"])
        rows = await list_calendars(tx, call.workspace.id, found.id)
        return CalendarList(items=[calendar_view(each) for each in rows])

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/hosts/{host_id}/calendars", body=CalendarBody, answer=CalendarView, who=Who.CONFIGURE,
    status=201, summary="Let an outside calendar count for a host",
    errors=("host-missing", "fields-invalid"),
)  # fmt: skip
async def make_calendar(call: Call, ask: CalendarBody) -> Reply:
    async def intent(work: Work) -> CalendarView:
        made = await connect_calendar(work, call.path["host_id"], name=ask.name, policy=ask.policy)
        return calendar_view(made)

    return await call.execute(intent)


@routes.write(
    "PATCH", "/hosts/{host_id}/calendars/{calendar_id}", body=CalendarPatch, answer=CalendarView,
    who=Who.CONFIGURE, summary="Change an outside calendar",
    errors=("host-missing", "calendar-missing", "fields-invalid"),
)  # fmt: skip
async def patch_calendar(call: Call, ask: CalendarPatch) -> Reply:
    changes = changes_of(ask)

    async def intent(work: Work) -> CalendarView:
        changed = await update_calendar(work, call.path["host_id"], call.path["calendar_id"], changes)
        return calendar_view(changed)

    return await call.execute(intent)


@routes.write(
    "DELETE", "/hosts/{host_id}/calendars/{calendar_id}", answer=Done, who=Who.CONFIGURE,
    summary="Let an outside calendar count no longer", errors=("host-missing", "calendar-missing"),
)  # fmt: skip
async def delete_calendar(call: Call, _: Nothing) -> Reply:
    async def intent(work: Work) -> Done:
        await disconnect_calendar(work, call.path["host_id"], call.path["calendar_id"])
        return Done()

    return await call.execute(intent)


@routes.write(
    "POST", "/hosts/{host_id}/calendars/{calendar_id}/failing", body=FailingBody, answer=CalendarView,
    who=Who.CONFIGURE, summary="Say that an outside calendar could not be read",
    errors=("host-missing", "calendar-missing"),
)  # fmt: skip
async def calendar_failing(call: Call, _: FailingBody) -> Reply:
    async def intent(work: Work) -> CalendarView:
        return calendar_view(await report_failing(work, call.path["host_id"], call.path["calendar_id"]))

    return await call.execute(intent)


@routes.write(
    "POST", "/hosts/{host_id}/external-busy", body=BusyBody, answer=CalendarView, who=Who.CONFIGURE,
    summary="Say all that an outside calendar calls busy in a range",
    errors=("host-missing", "calendar-missing", "fields-invalid"),
)  # fmt: skip
async def put_busy(call: Call, ask: BusyBody) -> Reply:
    first, last = minutes_around(ask.start, ask.end)
    stretches = [minutes_around(each.start, each.end) for each in ask.busy]

    async def intent(work: Work) -> CalendarView:
        read = await push_busy(
            work,
            call.path["host_id"],
            ask.calendar_id,
            first_minute=first,
            last_minute=last,
            stretches=stretches,
        )
        return calendar_view(read)

    return await call.execute(intent)


def _page(ask: PageQuery) -> PageAsk:
    return PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int, str)))
