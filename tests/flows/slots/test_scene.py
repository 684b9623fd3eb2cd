"""The scene: what the page and the hold are computed from."""

from ringonce.booking.scene import SceneAsk, load_scene, lock_scene
from tests.support.salon import Salon, at, wall


async def test_a_new_service_offers_its_hosts_hours(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = SceneAsk(
        service_id=service.id, first_minute=at("2026-12-02 00:00"), last_minute=at("2026-12-03 00:00")
    )
    scene = await salon.read(lambda tx: load_scene(tx, salon.workspace_id, ask, salon.clock.now()))
    assert [wall(start)[11:] for start in scene.offer.starts] == [
        *("09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00")
    ]


async def test_the_locked_scene_is_the_read_one(salon: Salon) -> None:
    service = await salon.service()
    start = at("2026-12-02 09:30")
    ask = SceneAsk(service_id=service.id, first_minute=start, last_minute=start + 1)
    read = await salon.read(lambda tx: load_scene(tx, salon.workspace_id, ask, salon.clock.now()))
    locked = await salon.run(lambda work: lock_scene(work, service_id=service.id, start_minute=start))
    assert locked.version == read.version
    assert locked.offer.at(start) == read.offer.at(start) is not None
    assert locked.locked is not None
    assert set(locked.locked.hosts) == {service.hosts[0].host_id}
