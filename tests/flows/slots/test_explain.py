"""Why a time cannot be had: safe words for visitors, every fact for owners, and a day under the lamp."""

from datetime import date, timedelta

from ringonce.availability.model import DateOverride
from ringonce.booking.catalogue_model import ServiceRules
from ringonce.booking.catalogue_schedules import update_schedule
from ringonce.booking.slots import Explanation, SlotsAsk, read_explain
from ringonce.booking.troubleshoot import Day, DayAsk, read_day
from ringonce.calendars.edit import add_away
from ringonce.calendars.external import connect_calendar, push_busy
from ringonce.calendars.model import Holidays
from tests.flows.slots.visitors import CODES, day_of, hold, page, times
from tests.support.salon import BERLIN, Salon, at

TEN = at("2026-12-02 10:00")


async def why(salon: Salon, service_id: str, start: int, *, all_facts: bool = False) -> Explanation:
    ask = SlotsAsk(service=service_id, first_minute=start, last_minute=start + 1)
    now = salon.clock.now()
    return await salon.read(
        lambda tx: read_explain(tx, salon.workspace_id, ask, now, codes=CODES, all_facts=all_facts)
    )


async def day(salon: Salon, service_id: str, on: date = date(2026, 12, 2)) -> Day:
    ask = DayAsk(service_id=service_id, on=on, zone=BERLIN)
    now = salon.clock.now()
    return await salon.read(lambda tx: read_day(tx, salon.workspace_id, ask, now))


async def test_a_free_time_has_no_reason(salon: Salon) -> None:
    service = await salon.service()
    told = await why(salon, service.id, TEN)
    assert (told.offered, told.reasons, told.nearest) == (True, (), ())


async def test_visitors_learn_neither_whose_nor_what(salon: Salon) -> None:
    ada = await salon.host("Ada Secret")
    calendar = await salon.run(lambda work: connect_calendar(work, ada.id, name="Doctor"))
    busy = [(TEN, TEN + 60)]
    await salon.run(
        lambda work: push_busy(
            work, ada.id, calendar.id, first_minute=TEN, last_minute=TEN + 60, stretches=busy
        )
    )
    service = await salon.service(ada)
    safe = await why(salon, service.id, TEN)
    assert [(reason.code, dict(reason.facts)) for reason in safe.reasons] == [("busy-external", {})]
    assert 3 <= len(safe.nearest) <= 5
    offered = [slot.start for slot in (await page(salon, day_of(service))).slots]
    assert {slot.start for slot in safe.nearest} <= set(offered)
    full = await why(salon, service.id, TEN, all_facts=True)
    (reason,) = full.reasons
    assert (reason.facts["name"], reason.facts["calendar"]) == ("Ada Secret", "Doctor")


async def test_the_nearest_times_reach_a_month_away(salon: Salon) -> None:
    hours = await salon.schedule("Mon 09:00-10:00")
    ada = await salon.host(schedule_id=hours.id)
    closed = tuple(DateOverride(date(2026, 12, on)) for on in (7, 14, 21))
    await salon.run(lambda work: update_schedule(work, hours.id, 1, {"overrides": closed}))
    service = await salon.service(ada, lengths=(60,))
    told = await why(salon, service.id, TEN)
    assert [slot.start for slot in told.nearest] == [at("2026-12-28 09:00")]
    assert [reason.code for reason in told.reasons] == ["closed"]


async def test_every_cause_has_its_code(salon: Salon) -> None:
    hours = await salon.schedule(holidays=Holidays("DE", "BE"))
    ada = await salon.host(schedule_id=hours.id)
    service = await salon.service(ada, rules=ServiceRules(notice=120, before=15))
    await salon.run(
        lambda work: update_schedule(work, hours.id, 1, {"overrides": (DateOverride(date(2026, 12, 3)),)})
    )
    away = at("2026-12-04 10:00")
    await salon.run(lambda work: add_away(work, ada.id, start_minute=away, end_minute=away + 60))
    await hold(salon, service, TEN)
    expected = {
        at("2026-12-01 11:00"): {"notice"},
        at("2026-12-02 08:00"): {"closed"},
        at("2026-12-02 16:45"): {"too-short"},
        at("2026-12-02 10:07"): {"held"},
        at("2026-12-02 10:30"): {"buffer"},
        at("2026-12-02 11:07"): {"off-grid"},
        at("2026-12-03 10:00"): {"override-closed"},
        away: {"away"},
        at("2026-12-25 10:00"): {"holiday"},
    }
    found = {}
    for start in expected:
        found[start] = {reason.code for reason in (await why(salon, service.id, start)).reasons}
    assert found == expected


async def test_a_day_shows_every_time_with_its_reasons(salon: Salon) -> None:
    ada, ben = await salon.host("Ada"), await salon.host("Ben", hours="Mon-Fri 13:00-17:00")
    service = await salon.service(ada, ben, lengths=(60,))
    held = await hold(salon, service, TEN)
    lit = await day(salon, service.id)
    offered = [slot.start for slot in (await page(salon, day_of(service))).slots]
    assert [one.start for one in lit.instants if one.offered] == offered
    assert all(one.offered is (not one.reasons) for one in lit.instants)
    assert lit.step_minutes == 15
    assert len(lit.instants) == 96
    at_ten = next(one for one in lit.instants if one.start == TEN)
    said = {host.host_id: {reason.code for reason in host.reasons} for host in at_ten.hosts}
    assert said == {ada.id: {"held"}, ben.id: {"closed"}}
    blocks = {
        one.name: [(block.start - at("2026-12-02 00:00"), block.reason) for block in one.blocks]
        for one in lit.hosts
    }
    assert blocks["Ada"] == [(0, "closed"), (600, "held"), (1020, "closed")]
    assert blocks["Ben"] == [(0, "closed"), (1020, "closed")]
    salon.clock.set(held.expires_at)
    later = await day(salon, service.id)
    assert [block.reason for block in later.hosts[0].blocks] == ["closed", "closed"]


async def test_a_day_by_slug_across_a_clock_change(salon: Salon) -> None:
    service = await salon.service(await salon.host(hours="Sun 00:00-24:00"), lengths=(60,), slug="night")
    salon.clock.move(timedelta(days=60))
    lit = await day(salon, "night", date(2027, 3, 28))
    assert lit.version == (await page(salon, day_of(service, on="2027-03-28"))).version
    assert len(lit.instants) == 23 * 4
    assert times(await page(salon, day_of(service, on="2027-03-28")))[:3] == ["00:00", "01:00", "03:00"]
