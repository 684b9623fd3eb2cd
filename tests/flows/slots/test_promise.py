"""A1: what the page offers is what holding accepts, for every kind of service; a refusal has a why."""

from collections.abc import Awaitable, Callable

import pytest

from ringonce.availability.model import BookableDays, GridKind, Limit, Mode, Period
from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import Approval, Service, ServiceHost, ServiceRules
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.model import ConfirmBooking, Details, HoldSlot
from ringonce.booking.refusals import SlotRefusal
from ringonce.booking.slots import SlotsAsk, read_explain
from ringonce.calendars.edit import add_away, update_host
from ringonce.calendars.external import connect_calendar, push_busy
from ringonce.calendars.model import Role
from tests.flows.slots.visitors import CODES, hold, page, release, visitor
from tests.support.salon import Salon, at

DAY = at("2026-12-02 00:00")
TEN, ELEVEN = at("2026-12-02 10:00"), at("2026-12-02 11:00")
SHORT = "Mon-Fri 09:00-12:30"


async def book(salon: Salon, service: Service, start: int, number: int) -> None:
    ask = ConfirmBooking(
        details=Details(name="Ada", email="ada@example.org"),
        slot=HoldSlot(service_id=service.id, start_minute=start),
    )
    await salon.run(lambda work: confirm_booking(work, ask), visitor(number))


async def single(salon: Salon) -> Service:
    service = await salon.service(
        await salon.host(hours=SHORT), lengths=(45,), rules=ServiceRules(notice=0, before=5, after=10)
    )
    await book(salon, service, TEN - 15, 11)
    return service


async def any_of_two(salon: Salon) -> Service:
    ada, ben = await salon.host(hours=SHORT), await salon.host(hours="Wed 10:30-12:30")
    service = await salon.service(ada, ben, lengths=(60,), rules=ServiceRules(notice=0, interval=30))
    await hold(salon, service, at("2026-12-02 10:30"), 11)
    await salon.run(lambda work: add_away(work, ada.id, start_minute=ELEVEN, end_minute=ELEVEN + 30))
    return service


async def all_with_a_room(salon: Salon) -> Service:
    ada, ben = await salon.host(hours=SHORT), await salon.host(hours="Wed 09:30-12:00")
    rooms = [await salon.room(), await salon.room()]
    members = [ServiceHost(host_id=host.id) for host in (ada, ben)]
    members += [ServiceHost(host_id=room.id, role=Role.GROUP, group_no=1) for room in rooms]
    service = await salon.service(*members, mode=Mode.ALL, lengths=(30,))
    await hold(salon, service, TEN, 11)
    return service


async def seated(salon: Salon) -> Service:
    service = await salon.service(await salon.host(hours=SHORT), lengths=(60,), seats=2)
    await book(salon, service, TEN, 11)
    await hold(salon, service, ELEVEN, 12)
    await hold(salon, service, ELEVEN, 13)
    return service


async def limited(salon: Salon) -> Service:
    ada = await salon.host(hours=SHORT)
    team = await salon.team(ada, limits=(Limit(Period.WEEK, minutes=200),))
    service = await salon.service(
        ada,
        team_id=team.id,
        lengths=(30,),
        rules=ServiceRules(notice=0, grid=GridKind.FIXED, limits=(Limit(Period.DAY, bookings=2),)),
    )
    other = await salon.service(ada, team_id=team.id, lengths=(60,))
    await book(salon, other, TEN, 11)
    await hold(salon, service, ELEVEN, 12)
    return service


async def full_for_the_day(salon: Salon) -> Service:
    ada = await salon.host(hours=SHORT)
    service = await salon.service(
        ada, lengths=(30,), rules=ServiceRules(notice=0, limits=(Limit(Period.DAY, bookings=1),))
    )
    await book(salon, service, TEN, 11)
    # The count stays though the host who was booked no longer takes part.
    ben = await salon.host(hours=SHORT)
    from_now = (ServiceHost(host_id=ben.id),)
    return await salon.run(lambda work: update_service(work, service.id, 1, {"hosts": from_now}))


async def few_days(salon: Salon) -> Service:
    return await salon.service(
        await salon.host(hours=SHORT),
        lengths=(60,),
        rules=ServiceRules(notice=0, window=BookableDays(2), first_only=True),
    )


async def with_outside_calendar(salon: Salon) -> Service:
    ada = await salon.host(hours=SHORT)
    calendar = await salon.run(lambda work: connect_calendar(work, ada.id, name="Private"))
    busy = [(TEN + 7, TEN + 20)]
    await salon.run(
        lambda work: push_busy(
            work, ada.id, calendar.id, first_minute=DAY, last_minute=DAY + 1440, stretches=busy
        )
    )
    return await salon.service(ada, lengths=(30,))


async def requests(salon: Salon) -> Service:
    service = await salon.service(
        await salon.host(hours=SHORT), lengths=(30,), approval=Approval.ALWAYS, pending_blocks=False
    )
    await book(salon, service, TEN, 11)
    return service


async def paused_host(salon: Salon) -> Service:
    ada = await salon.host(hours=SHORT)
    service = await salon.service(ada, lengths=(30,))
    await salon.run(lambda work: update_host(work, ada.id, 1, {"active": False}))
    return service


KINDS: dict[str, tuple[Callable[[Salon], Awaitable[Service]], bool]] = {
    "single with buffers": (single, True),
    "any": (any_of_two, True),
    "all with a room": (all_with_a_room, True),
    "seated": (seated, True),
    "limits": (limited, True),
    "a full day": (full_for_the_day, False),
    "few days": (few_days, True),
    "outside calendar": (with_outside_calendar, True),
    "requests that do not block": (requests, True),
    "paused host": (paused_host, False),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_offered_is_accepted_and_refused_has_a_reason(salon: Salon, kind: str) -> None:
    make, has_slots = KINDS[kind]
    service = await make(salon)
    ask = SlotsAsk(service=service.id, first_minute=DAY, last_minute=DAY + 1440)
    offered = {slot.start for slot in (await page(salon, ask)).slots}
    assert bool(offered) is has_slots
    now = salon.clock.now()
    for start in sorted({*range(at("2026-12-02 08:45"), at("2026-12-02 12:45"), 15), *offered}):
        of_start = SlotsAsk(service=service.id, first_minute=start, last_minute=start + 1)
        why = await salon.read(
            lambda tx, one=of_start: read_explain(tx, salon.workspace_id, one, now, codes=CODES)  # type: ignore[misc]
        )
        assert why.offered is (start in offered) is (not why.reasons)
        try:
            held = await hold(salon, service, start, 99)
        except SlotRefusal:
            assert start not in offered
        else:
            assert start in offered
            await release(salon, held, 99)
