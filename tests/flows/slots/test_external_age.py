"""External calendars have an age: a fresh copy counts, an old one closes its host, with a reason."""

from datetime import timedelta

import pytest

from ringonce.booking.slots import SlotList, Unchanged
from ringonce.calendars.external import (
    connect_calendar,
    disconnect_calendar,
    push_busy,
    report_failing,
    update_calendar,
)
from ringonce.calendars.model import STALE_AFTER_MS, CalendarPolicy, ExternalCalendar, HostRecord
from tests.flows.slots.test_explain import why
from tests.flows.slots.visitors import day_of, look, page, times
from tests.support.salon import Salon, at

DAY = at("2026-12-02 00:00")
TEN = at("2026-12-02 10:00")


async def connect(salon: Salon, host: HostRecord, policy: CalendarPolicy) -> ExternalCalendar:
    return await salon.run(lambda work: connect_calendar(work, host.id, name="Private", policy=policy))


async def push(salon: Salon, calendar: ExternalCalendar, *busy: tuple[int, int]) -> None:
    await salon.run(
        lambda work: push_busy(
            work,
            calendar.host_id,
            calendar.id,
            first_minute=DAY,
            last_minute=DAY + 1440,
            stretches=busy,
        )
    )


@pytest.mark.parametrize("policy", CalendarPolicy)
async def test_the_last_copy_counts_for_six_hours_and_then_closes_the_host(
    salon: Salon, policy: CalendarPolicy
) -> None:
    ada = await salon.host()
    calendar = await connect(salon, ada, policy)
    service = await salon.service(ada, lengths=(60,))
    await push(salon, calendar, (TEN, TEN + 60))
    read_at = salon.clock.now()
    seen = await page(salon, day_of(service))
    assert "10:00" not in times(seen)
    assert len(seen.slots) == 7
    assert seen.true_until == read_at + STALE_AFTER_MS
    salon.clock.set(read_at + STALE_AFTER_MS - 1)
    assert isinstance(await look(salon, day_of(service), seen=seen.etag), Unchanged)
    salon.clock.set(read_at + STALE_AFTER_MS)
    closed = await look(salon, day_of(service), seen=seen.etag)
    assert isinstance(closed, SlotList)
    assert closed.slots == ()
    told = await why(salon, service.id, TEN + 60, all_facts=True)
    assert [reason.code for reason in told.reasons] == ["calendar-unreachable"]
    await push(salon, calendar)
    assert len((await page(salon, day_of(service))).slots) == 8


async def test_a_strict_calendar_closes_at_once_and_a_trusted_one_does_not(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    strict = await connect(salon, ada, CalendarPolicy.STRICT)
    trusted = await connect(salon, ben, CalendarPolicy.TRUST)
    cut, wash = await salon.service(ada, lengths=(60,)), await salon.service(ben, lengths=(60,))
    # A strict calendar that was never read closes its host: nobody knows what stands in it.
    assert (await page(salon, day_of(cut))).slots == ()
    assert len((await page(salon, day_of(wash))).slots) == 8
    await push(salon, strict)
    await push(salon, trusted)
    assert len((await page(salon, day_of(cut))).slots) == 8
    for calendar in (strict, trusted):
        await salon.run(lambda work, one=calendar: report_failing(work, one.host_id, one.id))  # type: ignore[misc]
    assert (await page(salon, day_of(cut))).slots == ()
    assert len((await page(salon, day_of(wash))).slots) == 8
    await salon.run(lambda work: update_calendar(work, ada.id, strict.id, {"policy": CalendarPolicy.TRUST}))
    assert len((await page(salon, day_of(cut))).slots) == 8


async def test_one_dead_calendar_closes_only_its_own_host(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    await connect(salon, ada, CalendarPolicy.STRICT)
    service = await salon.service(ada, ben, lengths=(60,))
    assert {slot.hosts for slot in (await page(salon, day_of(service))).slots} == {(ben.id,)}


async def test_a_failure_keeps_its_first_moment(salon: Salon) -> None:
    ada = await salon.host()
    calendar = await connect(salon, ada, CalendarPolicy.TRUST)
    first = await salon.run(lambda work: report_failing(work, ada.id, calendar.id))
    salon.clock.move(timedelta(minutes=5))
    again = await salon.run(lambda work: report_failing(work, ada.id, calendar.id))
    assert again.failing_since == first.failing_since == salon.clock.now() - 300_000


async def test_a_push_moves_the_page_and_a_disconnect_opens_it(salon: Salon) -> None:
    ada = await salon.host()
    calendar = await connect(salon, ada, CalendarPolicy.STRICT)
    service = await salon.service(ada, lengths=(60,))
    await push(salon, calendar, (TEN, TEN + 60))
    assert "10:00" not in times(await page(salon, day_of(service)))
    await push(salon, calendar, (TEN + 60, TEN + 120))
    moved = await page(salon, day_of(service))
    assert "10:00" in times(moved)
    assert "11:00" not in times(moved)
    await salon.run(lambda work: disconnect_calendar(work, ada.id, calendar.id))
    assert len((await page(salon, day_of(service))).slots) == 8
