"""What an owner may say about schedules, hosts and absences, and how a wrong word is answered."""

from datetime import date
from typing import Any

import pytest

from ringonce.availability.model import DateOverride, Limit, Period, Travel
from ringonce.booking.catalogue_schedules import delete_schedule, update_schedule
from ringonce.calendars.edit import (
    add_away,
    create_host,
    create_schedule,
    host_number,
    remove_away,
    retire_host,
    update_host,
)
from ringonce.calendars.events import ScheduleChanged
from ringonce.calendars.external import MAX_STRETCHES, connect_calendar, merged, push_busy
from ringonce.calendars.model import Holidays, HostDraft, HostKind, ScheduleDraft
from ringonce.calendars.queries import (
    list_aways,
    list_calendars,
    list_hosts,
    list_schedules,
    load_diary,
    load_host,
    load_schedule,
)
from ringonce.calendars.refusals import (
    AwayMissing,
    CalendarMissing,
    EditStale,
    FieldsInvalid,
    HostMissing,
    ScheduleInUse,
    ScheduleMissing,
)
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk
from tests.support.salon import OFFICE, Salon, at, weekly

TEN = at("2026-12-02 10:00")

OPEN = weekly(OFFICE)


def faults_of(refused: pytest.ExceptionInfo[FieldsInvalid]) -> set[tuple[str, str]]:
    errors: Any = refused.value.params["errors"]
    return {(error["field"], error["code"]) for error in errors}


async def test_a_schedule_is_read_as_it_was_written(salon: Salon) -> None:
    made = await salon.schedule(
        "Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-24:00",
        "America/New_York",
        overrides=(DateOverride(date(2026, 12, 24)), DateOverride(date(2026, 12, 31), ((600, 720),))),
        travels=(Travel(date(2027, 1, 1), date(2027, 1, 8), "Asia/Tokyo"),),
        holidays=Holidays("DE", "BY"),
    )
    read = await salon.read(lambda tx: load_schedule(tx, salon.workspace_id, made.id))
    assert read == made
    assert read.is_default


WRONG_HOURS: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"name": ""}, ("name", "length-out-of-range")),
    ({"name": "a\x07b"}, ("name", "malformed")),
    ({"zone": "Europe/Atlantis"}, ("zone", "zone-unknown")),
    ({"weekly": OPEN[:6]}, ("weekly", "seven-days")),
    ({"weekly": (((600, 700), (650, 800)), *OPEN[1:])}, ("weekly.0", "windows-overlap")),
    ({"weekly": (((600, 600),), *OPEN[1:])}, ("weekly.0", "window-out-of-day")),
    ({"weekly": (((600, 1441),), *OPEN[1:])}, ("weekly.0", "window-out-of-day")),
    ({"overrides": (DateOverride(date(2026, 12, 24)),) * 2}, ("overrides", "date-twice")),
    (
        {"travels": (Travel(date(2027, 1, 8), date(2027, 1, 1), "Asia/Tokyo"),)},
        ("travels.0", "end-before-start"),
    ),
    ({"travels": (Travel(date(2027, 1, 1), date(2027, 1, 8), "Mars"),)}, ("travels.0", "zone-unknown")),
    ({"holidays": Holidays("XX")}, ("holidays", "country-unknown")),
    ({"holidays": Holidays("DE", "ZZ")}, ("holidays", "country-unknown")),
    ({"is_default": False}, ("is_default", "make-another-default")),
]


@pytest.mark.parametrize(("changes", "fault"), WRONG_HOURS)
async def test_wrong_hours_are_named(salon: Salon, changes: dict[str, Any], fault: tuple[str, str]) -> None:
    hours = await salon.schedule()
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: update_schedule(work, hours.id, 1, changes))
    assert fault in faults_of(refused)
    assert await salon.read(lambda tx: load_schedule(tx, salon.workspace_id, hours.id)) == hours


WRONG_HOSTS: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"name": " "}, ("name", "length-out-of-range")),
    ({"email": "ada"}, ("email", "malformed")),
    ({"weight": 0}, ("weight", "out-of-range")),
    ({"priority": 101}, ("priority", "out-of-range")),
    ({"limits": (Limit(Period.DAY, bookings=0),)}, ("limits", "out-of-range")),
    ({"locale": "English!"}, ("locale", "malformed")),
    ({"schedule_id": "sch_none"}, ("schedule_id", "unknown")),
]


@pytest.mark.parametrize(("changes", "fault"), WRONG_HOSTS)
async def test_a_wrong_host_is_named(salon: Salon, changes: dict[str, Any], fault: tuple[str, str]) -> None:
    ada = await salon.host()
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: update_host(work, ada.id, 1, changes))
    assert faults_of(refused) == {fault}
    assert await salon.read(lambda tx: load_host(tx, salon.workspace_id, ada.id)) == ada


async def test_a_host_is_edited_by_revision_and_claims_do_not_disturb_the_editor(salon: Salon) -> None:
    ada = await salon.host()
    edited = await salon.run(
        lambda work: update_host(
            work,
            ada.id,
            1,
            {"name": "Ada", "kind": HostKind.RESOURCE, "limits": (Limit(Period.WEEK, bookings=9),)},
        )
    )
    assert edited == await salon.read(lambda tx: load_host(tx, salon.workspace_id, ada.id))
    with pytest.raises(EditStale) as stale:
        await salon.run(lambda work: update_host(work, ada.id, 1, {"name": "Eva"}))
    assert stale.value.params["current_version"] == 2


async def test_a_person_needs_hours_and_a_room_does_not(salon: Salon) -> None:
    await salon.workspace()
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: create_host(work, HostDraft(name="Ada")))
    assert faults_of(refused) == {("schedule_id", "required")}
    room = await salon.room()
    assert (room.schedule_id, room.no) == (None, host_number(room.id))


async def test_there_is_one_default(salon: Salon) -> None:
    first = await salon.schedule()
    second = await salon.schedule(is_default=True)
    listed = await salon.read(lambda tx: list_schedules(tx, salon.workspace_id, PageAsk()))
    assert {one.id: one.is_default for one in listed.items} == {first.id: False, second.id: True}
    await salon.run(lambda work: update_schedule(work, first.id, 2, {"is_default": True}))
    listed = await salon.read(lambda tx: list_schedules(tx, salon.workspace_id, PageAsk()))
    assert {one.id: one.is_default for one in listed.items} == {first.id: True, second.id: False}


async def test_a_schedule_in_use_stays(salon: Salon) -> None:
    default, hours, own, free = [await salon.schedule() for _ in range(4)]
    ada = await salon.host(schedule_id=hours.id)
    service = await salon.service(ada, schedule_id=own.id)
    for schedule, users in ((default, ([], [])), (hours, ([ada.id], [])), (own, ([], [service.id]))):
        with pytest.raises(ScheduleInUse) as refused:
            await salon.run(lambda work, of=schedule: delete_schedule(work, of.id, 1))  # type: ignore[misc]
        assert (refused.value.params["hosts"], refused.value.params["services"]) == users
    await salon.run(lambda work: delete_schedule(work, free.id, 1))
    with pytest.raises(ScheduleMissing):
        await salon.run(lambda work: update_schedule(work, free.id, 1, {}))


async def test_lists_come_in_pages_and_leave_retired_hosts_out(salon: Salon) -> None:
    made = []
    for number in range(3):
        salon.clock.set(salon.clock.now() + 1)
        made.append(await salon.host(f"Host {number}"))
    await salon.run(lambda work: retire_host(work, made[1].id, 1))
    first = await salon.read(lambda tx: list_hosts(tx, salon.workspace_id, PageAsk(limit=1)))
    rest = await salon.read(
        lambda tx: list_hosts(tx, salon.workspace_id, PageAsk(limit=5, after=first.next_after))
    )
    assert [host.id for host in (*first.items, *rest.items)] == [made[0].id, made[2].id]
    assert rest.next_after is None
    with pytest.raises(HostMissing):
        await salon.run(lambda work: update_host(work, made[1].id, 2, {"name": "Back"}))


async def test_absences_are_listed_and_taken_back(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    second = await salon.run(
        lambda work: add_away(work, ada.id, start_minute=TEN + 1440, end_minute=TEN + 1500, note=" Sea ")
    )
    first = await salon.run(lambda work: add_away(work, ada.id, start_minute=TEN, end_minute=TEN + 60))
    page = await salon.read(lambda tx: list_aways(tx, salon.workspace_id, ada.id, PageAsk(limit=1)))
    more = await salon.read(
        lambda tx: list_aways(tx, salon.workspace_id, ada.id, PageAsk(limit=1, after=page.next_after))
    )
    assert (page.items, more.items, more.next_after) == ((first,), (second,), None)
    assert second.note == "Sea"
    with pytest.raises(AwayMissing):
        await salon.run(lambda work: remove_away(work, ben.id, first.id))
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: add_away(work, ada.id, start_minute=TEN, end_minute=TEN))
    assert faults_of(refused) == {("end_minute", "end-before-start")}


async def test_the_log_names_the_hosts_that_moved_and_no_words(salon: Salon) -> None:
    hours = await salon.schedule()
    ada = await salon.host("Ada Secret", schedule_id=hours.id, email="ada@example.org")
    facts: list[object] = []

    async def intent(work: Work) -> None:
        await update_schedule(work, hours.id, 1, {"name": "Secret hours"})
        facts.extend(work.facts)

    await salon.run(intent)
    assert facts == [ScheduleChanged(hours.id, 2, (ada.id,))]


def test_pushed_stretches_become_few() -> None:
    assert merged([(5, 9), (1, 3), (3, 4), (8, 12), (20, 20)]) == [(1, 4), (5, 12)]


async def test_a_push_replaces_its_range_and_nothing_beside_it(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    calendar = await salon.run(lambda work: connect_calendar(work, ada.id, name="Private"))

    async def push(first: int, last: int, *busy: tuple[int, int]) -> list[tuple[int, int]]:
        await salon.run(
            lambda work: push_busy(
                work, ada.id, calendar.id, first_minute=first, last_minute=last, stretches=busy
            )
        )
        diary = await salon.read(lambda tx: load_diary(tx, salon.workspace_id, [ada.id]))
        return [(row.start_minute - TEN, row.end_minute - TEN) for row in diary.external]

    assert await push(TEN, TEN + 600, (TEN - 60, TEN + 60), (TEN + 300, TEN + 400)) == [(0, 60), (300, 400)]
    assert await push(TEN + 350, TEN + 500, (TEN + 450, TEN + 460)) == [(0, 60), (300, 350), (450, 460)]
    assert await push(TEN + 350, TEN + 500) == [(0, 60), (300, 350)]
    assert await push(TEN - 60, TEN + 20, (TEN - 30, TEN - 10)) == [(-30, -10), (20, 60), (300, 350)]
    with pytest.raises(CalendarMissing):
        await salon.run(
            lambda work: push_busy(
                work, ben.id, calendar.id, first_minute=TEN, last_minute=TEN + 1, stretches=()
            )
        )
    (listed,) = await salon.read(lambda tx: list_calendars(tx, salon.workspace_id, ada.id))
    assert (listed.read_at, listed.failing_since) == (salon.clock.now(), None)


async def test_a_wrong_push_is_named(salon: Salon) -> None:
    ada = await salon.host()
    calendar = await salon.run(lambda work: connect_calendar(work, ada.id, name="Private"))
    many = [(TEN, TEN - 1)] * (MAX_STRETCHES + 1)
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(
            lambda work: push_busy(
                work, ada.id, calendar.id, first_minute=TEN, last_minute=TEN, stretches=many
            )
        )
    assert faults_of(refused) == {
        ("last_minute", "end-before-start"),
        ("busy", "too-many"),
        ("busy", "end-before-start"),
    }


async def test_two_workspaces_have_nothing_in_common(salon: Salon) -> None:
    hours = await salon.schedule()
    ada = await salon.host(schedule_id=hours.id)
    await salon.workspace()
    with pytest.raises(HostMissing):
        await salon.run(lambda work: update_host(work, ada.id, 1, {"name": "Mine"}))
    with pytest.raises(ScheduleMissing):
        await salon.run(lambda work: update_schedule(work, hours.id, 1, {}))
    with pytest.raises(FieldsInvalid):
        await salon.run(lambda work: create_host(work, HostDraft(name="Eva", schedule_id=hours.id)))
    draft = ScheduleDraft(name="Ours", zone="UTC")
    assert (await salon.run(lambda work: create_schedule(work, draft))).is_default
