"""The scene: what the page and the hold are computed from, and how many statements it takes."""

import pytest

from ringonce.availability.model import Limit, Mode, Period
from ringonce.booking.catalogue_edit import update_service
from ringonce.booking.catalogue_model import Service, ServiceHost, ServiceRules
from ringonce.booking.scene import Scene, SceneAsk, load_scene, lock_scene, widen
from ringonce.calendars.model import Holidays, HostRecord, Role
from ringonce.kernel.work import Work
from tests.flows.slots.visitors import hold
from tests.support.counting import CountingTx, count_reads
from tests.support.salon import Salon, at, wall


async def read(salon: Salon, service: Service, on: str = "2026-12-02") -> Scene:
    ask = ask_of(service, on)
    return await salon.read(lambda tx: load_scene(tx, salon.workspace_id, ask, salon.clock.now()))


def ask_of(service: Service, on: str = "2026-12-02") -> SceneAsk:
    first = at(f"{on} 00:00")
    return SceneAsk(service_id=service.id, first_minute=first, last_minute=first + 1440)


async def test_a_new_service_offers_its_hosts_hours(salon: Salon) -> None:
    scene = await read(salon, await salon.service(lengths=(60,)))
    assert [wall(start)[11:] for start in scene.offer.starts] == [
        *("09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00")
    ]


async def test_the_locked_scene_is_the_read_one(salon: Salon) -> None:
    service = await salon.service()
    start = at("2026-12-02 09:30")
    ask = SceneAsk(service_id=service.id, first_minute=start, last_minute=start + 1)
    scene = await salon.read(lambda tx: load_scene(tx, salon.workspace_id, ask, salon.clock.now()))
    locked = await salon.run(lambda work: lock_scene(work, service_id=service.id, start_minute=start))
    assert locked.version == scene.version
    assert locked.changed_at == scene.changed_at == salon.clock.now()
    assert locked.offer.at(start) == scene.offer.at(start) is not None
    assert locked.locked is not None
    assert set(locked.locked.hosts) == {service.hosts[0].host_id}


async def test_hosts_beside_the_service_are_locked_and_do_not_count(salon: Salon) -> None:
    service, other = await salon.service(), await salon.host()
    start = at("2026-12-02 09:30")
    locked = await salon.run(
        lambda work: lock_scene(work, service_id=service.id, start_minute=start, also_hosts=[other.id])
    )
    assert locked.locked is not None
    assert other.id in locked.locked.hosts
    assert other.id not in locked.stage.hosts
    assert locked.version == (await read(salon, service)).version


async def test_a_widened_scene_names_the_nearest_times(salon: Salon) -> None:
    service = await salon.service(await salon.host(hours="Mon 09:00-10:00"), lengths=(60,))
    start = at("2026-12-02 09:00")

    async def intent(work: Work) -> list[int]:
        scene = await lock_scene(work, service_id=service.id, start_minute=start)
        wide = await widen(work.tx, work.workspace_id, scene)
        return [slot.start for slot in wide.offer.nearest(start)]

    assert at("2026-12-07 09:00") in await salon.run(intent)


async def test_a_scene_takes_few_statements(salon: Salon) -> None:
    """One a table when it is cold; the versions and the taken time once its stage is known."""
    hosts = [await salon.host() for _ in range(4)]
    team = await salon.team(*hosts)
    service = await salon.service(*hosts, team_id=team.id)
    now, ask = salon.clock.now(), ask_of(service)
    cold = await count_reads(salon.database, lambda tx: load_scene(tx, salon.workspace_id, ask, now))
    warm = await count_reads(salon.database, lambda tx: load_scene(tx, salon.workspace_id, ask, now))
    assert (cold, warm) == (9, 2)


async def test_a_hold_locks_and_reads_in_five_statements(salon: Salon) -> None:
    hosts = [await salon.host() for _ in range(4)]
    team = await salon.team(*hosts)
    service = await salon.service(*hosts, team_id=team.id)
    await read(salon, service)

    async def intent(work: Work) -> list[str]:
        work.tx = counting = CountingTx(work.tx)
        await lock_scene(work, service_id=service.id, start_minute=at("2026-12-02 09:00"))
        return [" ".join(sql.split()[:3]) for sql in counting.statements]

    await salon.run(intent)
    assert len(await salon.run(intent)) == 5


async def test_seats_are_read_in_one_statement_however_many_sittings(salon: Salon) -> None:
    service = await salon.service(lengths=(60,), seats=3)
    for hour in range(9, 13):
        await hold(salon, service, at(f"2026-12-02 {hour:02}:00"), hour)
    now, ask = salon.clock.now(), ask_of(service)
    assert await count_reads(salon.database, lambda tx: load_scene(tx, salon.workspace_id, ask, now)) == 3
    scene = await read(salon, service)
    assert [slot.seats_left for slot in scene.offer.slots] == [2, 2, 2, 2, 3, 3, 3, 3]


async def test_what_a_rolled_back_edit_said_is_never_offered(salon: Salon) -> None:
    """Stages and hosts are kept by revision; what a failed transaction read must not be found again."""
    ada, ben, cleo = [await salon.host() for _ in range(3)]
    service = await salon.service(ada, lengths=(60,))
    start = at("2026-12-02 09:00")

    def changes(host: HostRecord, length: int) -> dict[str, object]:
        return {"lengths": (length,), "hosts": (ServiceHost(host_id=host.id),)}

    async def failing(work: Work) -> None:
        await update_service(work, service.id, 1, changes(ben, 30))
        scene = await lock_scene(work, service_id=service.id, start_minute=start)
        assert scene.service.lengths == (30,)
        raise RuntimeError("after the edit")

    with pytest.raises(RuntimeError):
        await salon.run(failing)
    await salon.run(lambda work: update_service(work, service.id, 1, changes(cleo, 120)))
    assert (await read(salon, service)).service.lengths == (120,)
    locked = await salon.run(lambda work: lock_scene(work, service_id=service.id, start_minute=start))
    assert locked.locked is not None
    assert set(locked.locked.hosts) == {cleo.id}


async def test_the_services_own_hours_and_restriction_come_before_the_hosts(salon: Salon) -> None:
    own = await salon.schedule("Wed 08:00-12:00")
    cut = await salon.schedule("Wed 10:00-18:00")
    service = await salon.service(
        await salon.host(), lengths=(60,), schedule_id=own.id, restriction_schedule_id=cut.id
    )
    scene = await read(salon, service)
    assert [wall(start)[11:] for start in scene.offer.starts] == ["10:00", "11:00"]


async def test_a_host_may_have_chosen_other_hours_for_a_service(salon: Salon) -> None:
    ada = await salon.host()
    evening = await salon.schedule("Wed 18:00-20:00")
    member = ServiceHost(host_id=ada.id, schedule_id=evening.id)
    service = await salon.service(member, mode=Mode.SINGLE, lengths=(60,))
    scene = await read(salon, service)
    assert [wall(start)[11:] for start in scene.offer.starts] == ["18:00", "19:00"]


async def test_a_person_without_hours_lives_by_the_default_and_a_room_is_always_open(salon: Salon) -> None:
    await salon.schedule("Wed 09:00-11:00")
    ada, room = await salon.host(schedule_id=None), await salon.room()
    members = (ServiceHost(host_id=ada.id), ServiceHost(host_id=room.id, role=Role.GROUP, group_no=1))
    scene = await read(salon, await salon.service(*members, mode=Mode.ALL, lengths=(60,)))
    assert [wall(start)[11:] for start in scene.offer.starts] == ["09:00", "10:00"]


async def test_holidays_close_the_schedule_that_keeps_them(salon: Salon) -> None:
    festive = await salon.schedule(holidays=Holidays("DE"))
    kept, other = await salon.service(await salon.host(schedule_id=festive.id)), await salon.service()
    assert not (await read(salon, kept, "2026-12-25")).offer.starts
    assert (await read(salon, kept, "2026-12-23")).offer.starts
    assert (await read(salon, other, "2026-12-25")).offer.starts
    assert not (await read(salon, kept, "2035-12-25")).offer.starts


async def test_limits_count_what_lies_outside_the_asked_range(salon: Salon) -> None:
    weekly_limit = ServiceRules(notice=0, limits=(Limit(Period.YEAR, bookings=1),))
    service = await salon.service(lengths=(60,), rules=weekly_limit)
    assert (await read(salon, service, "2027-11-02")).offer.starts
    await hold(salon, service, at("2027-01-04 09:00"))
    assert not (await read(salon, service, "2027-11-02")).offer.starts
    assert (await read(salon, service, "2026-12-30")).offer.starts


async def test_the_home_zone_is_the_teams_or_the_first_hosts(salon: Salon) -> None:
    tokyo = await salon.host(zone="Asia/Tokyo")
    team = await salon.team(tokyo, zone="America/New_York")
    alone, together = await salon.service(tokyo), await salon.service(tokyo, team_id=team.id)
    assert (await read(salon, alone)).stage.rules.zone == "Asia/Tokyo"
    assert (await read(salon, together)).stage.rules.zone == "America/New_York"
