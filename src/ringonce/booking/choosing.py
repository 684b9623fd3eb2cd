"""Choosing the hosts of an offered slot when it is held, so that Confirm has nothing left to lose."""

from ringonce.availability import assign
from ringonce.availability.model import Slot
from ringonce.booking import queries, seats_store, store
from ringonce.booking.occupy import Place
from ringonce.booking.scene import Scene
from ringonce.calendars.model import HostShare, Role
from ringonce.kernel.work import Work
from ringonce.values import zones
from ringonce.values.ids import HostId


async def choose(work: Work, scene: Scene, slot: Slot, prefer: tuple[str, ...]) -> Place:
    """The place of a slot: a begun sitting's hosts, else those whose turn it is."""
    turns = await _turns(work, scene) if scene.stage.rules.rotates else {}
    taking = assign.pick(slot, turns, prefer)
    hosts = taking.hosts
    if taking.sitting is not None:
        sitting = await seats_store.find_sitting(work.tx, work.workspace_id, taking.sitting)
        if sitting is not None:
            hosts = tuple(store.from_text(sitting["hosts"]))
    roles = {host.host_id: host.role for host in scene.service.hosts}
    shares = tuple(HostShare(HostId(host), roles.get(HostId(host), Role.FIXED)) for host in hosts)
    why = _why(taking, prefer, scene.ask.host_id, len(slot.hosts))
    return Place(
        start_minute=slot.start,
        length_minutes=scene.length_minutes,
        shares=shares,
        chosen={
            share.host_id: {
                "role": share.role.value,
                "why": why if share.host_id == taking.host else share.role.value,
            }
            for share in shares
        },
        team_id=scene.service.team_id,
        asked_host_id=scene.ask.host_id,
        sitting_id=taking.sitting,
    )


def _why(taking: assign.Taking, prefer: tuple[str, ...], asked: str | None, free: int) -> str:
    """A word for the desk: why this host and not another."""
    if taking.sitting is not None:
        return "sitting"
    if taking.host is None:
        return "only"
    if taking.host == asked:
        return "asked"
    if taking.host in prefer:
        return "kept"
    return "turn" if free > 1 else "only-free"


async def _turns(work: Work, scene: Scene) -> dict[str, assign.Turn]:
    """How the rotating hosts stand in the current month of the service's home zone."""
    zone, now = scene.stage.rules.zone, work.now_minute
    month = zones.day_start(zone, zones.date_at(zone, now).replace(day=1))
    counted = await queries.count_turns(work.tx, work.workspace_id, scene.service.id, month, work.now)
    turns: dict[str, assign.Turn] = {}
    for member in scene.service.hosts:
        host = scene.stage.hosts.get(member.host_id)
        if member.role is not Role.ROTATING or host is None:
            continue
        booked, last = counted.get(host.id, (0, None))
        turns[host.id] = assign.Turn(
            host=host.id,
            priority=host.priority,
            weight=host.weight,
            booked=booked,
            present=assign.present_minutes(month, now, member.since_at // 60_000, host.aways),
            last_booked_at=last,
        )
    return turns
