"""Deciding where a meeting goes: the same offer that drew the page, then the hosts who take it.

Also the refusal when it goes nowhere: why, what changed, and what is free now.
"""

from dataclasses import replace

from ringonce.availability.explain import NEAR_DAYS, NEAREST_DAYS
from ringonce.availability.model import Slot
from ringonce.booking.choosing import choose
from ringonce.booking.occupy import Place
from ringonce.booking.refusals import Inactive, RuleChanged, SlotRefusal, refusal_for
from ringonce.booking.scene import Scene, widen
from ringonce.kernel.work import Work

# A hold that ran out says so where somebody else was quicker; a rule that changed is the better reason.
_LOST = frozenset({"slot-taken", "external-busy", "rule-limit"})


async def place_at(
    work: Work,
    scene: Scene,
    start: int,
    *,
    seen_version: str | None = None,
    prefer: tuple[str, ...] = (),
    instead: type[SlotRefusal] | None = None,
    keeps_length: bool = False,
) -> Place:
    """The place for a meeting that starts at a minute, with the hosts that take it.

    `prefer` are hosts who keep a meeting that is moved. Raises a SlotRefusal; `instead` names it where the
    asker's own story says more than the rule does (a hold that ran out). A length that the service does not
    have raises LengthUnknown, and RuleChanged where it is kept from what was granted before (`keeps_length`).
    """
    slot = None if keeps_length and has_gone(scene) else scene.offer.at(start)
    if slot is None:
        raise await refusal_at(work, scene, start, seen_version=seen_version, instead=instead)
    return await choose(work, scene, slot, prefer)


async def refusal_at(
    work: Work,
    scene: Scene,
    start: int,
    *,
    seen_version: str | None = None,
    instead: type[SlotRefusal] | None = None,
) -> SlotRefusal:
    """Why a start is refused, in codes that tell nothing about anybody else, and the nearest free ones.

    Where the service no longer has the length, they are those of its first one.
    """
    is_gone = has_gone(scene)
    if is_gone:
        scene = replace(scene, ask=replace(scene.ask, length_minutes=None))
    reasons = tuple(dict.fromkeys(reason.code for reason in scene.offer.explain(start)))
    refusal = refusal_for(frozenset(reasons))
    if is_gone and refusal is not Inactive:
        refusal, reasons = RuleChanged, (RuleChanged.code, *reasons)
    if instead is not None and refusal.code in _LOST:
        refusal = instead
    nearest = await _nearest(work, scene, start)
    return refusal(
        start_minute=start,
        reasons=list(reasons),
        seen_version=seen_version,
        current_version=scene.version,
        changed_at=scene.changed_at,
        alternatives=[{"start_minute": slot.start, "end_minute": slot.end} for slot in nearest],
        retry=bool(nearest),
    )


def has_gone(scene: Scene) -> bool:
    """Whether the service is no longer offered for the length of the scene."""
    return scene.length_minutes not in scene.stage.rules.lengths


async def _nearest(work: Work, scene: Scene, start: int) -> list[Slot]:
    """The nearest free times. Others wait for this lock, so the days around are asked before the month."""
    near = await widen(work.tx, work.workspace_id, scene, NEAR_DAYS)
    found = near.offer.nearest_close(start)
    if found is None:
        found = (await widen(work.tx, work.workspace_id, scene, NEAREST_DAYS)).offer.nearest(start)
    return found
