"""Deliberate overlaps: a member books, with a reason, where the offer has nothing."""

from ringonce.booking.leases import lock_service
from ringonce.booking.model import HoldSlot
from ringonce.booking.occupy import Place
from ringonce.booking.refusals import FormInvalid, OverlapForbidden
from ringonce.booking.scene import Scene, lock_scene
from ringonce.calendars.model import HostShare, Role
from ringonce.kernel.work import Work


async def place_beside(
    work: Work, slot: HoldSlot, reason: str, *, also_hosts: tuple[str, ...] = ()
) -> tuple[Scene, Place]:
    """Lock the hosts and say where the meeting goes, asking no offer.

    Raises OverlapForbidden unless a member acts, FormInvalid without a reason or a host.
    """
    if work.actor.kind != "member":
        raise OverlapForbidden()
    if not reason.strip() or len(reason) > _LONGEST:
        raise FormInvalid(errors=[{"field": "overlap_reason", "code": "required"}])
    await lock_service(work, slot.service_id)
    scene = await lock_scene(
        work,
        service_id=slot.service_id,
        start_minute=slot.start_minute,
        length_minutes=slot.length_minutes,
        host_id=slot.host_id,
        also_hosts=also_hosts,
    )
    shares = _shares(scene, slot.host_id)
    if not shares:
        raise FormInvalid(errors=[{"field": "host", "code": "required"}])
    return scene, Place(
        start_minute=slot.start_minute,
        length_minutes=scene.length_minutes,
        shares=shares,
        chosen={share.host_id: {"role": share.role.value, "why": "overlap"} for share in shares},
        team_id=scene.service.team_id,
        asked_host_id=slot.host_id,
    )


_LONGEST = 500


def _shares(scene: Scene, host_id: str | None) -> tuple[HostShare, ...]:
    """The host asked for, else the first rotating one, and every fixed host. A room is not taken."""
    present = [host for host in scene.service.hosts if host.host_id in scene.stage.hosts]
    fixed = [HostShare(host.host_id, Role.FIXED) for host in present if host.role is Role.FIXED]
    rotating = [host.host_id for host in present if host.role is Role.ROTATING]
    if rotating:
        asked = [host for host in rotating if host == host_id] or rotating[:1]
        fixed.append(HostShare(asked[0], Role.ROTATING))
    return tuple(fixed)
