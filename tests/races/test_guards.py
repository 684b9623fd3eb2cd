"""What each guard of a host's time is worth: taken away in the test's own database, overlaps appear.

Three guards stand in a row: the locks of service and hosts, the offer read under them, and the constraint.
"""

import pytest

from ringonce.booking.catalogue_model import Service
from ringonce.booking.hold import hold_slot
from ringonce.booking.model import HoldSlot
from tests.races.conftest import Meeting
from tests.support.world import Outcome, World, all_at_once, intent_of, minute, visitor

TEN = minute("10:00")


async def race(world: World, service: Service, people: int) -> list[Outcome]:
    ask = HoldSlot(service_id=service.id, start_minute=TEN)
    return await all_at_once(people, lambda n: world.send(intent_of(hold_slot, ask), visitor(n)))


async def test_control_a_check_alone_gives_the_slot_to_everybody(
    world: World, unconstrained: None, blind: None
) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 20)
    assert sum(one.is_won for one in told) == 20
    assert await world.overlaps() == 190


async def test_the_constraint_judges_when_the_check_was_blind(world: World, blind: None) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 20)
    assert sum(one.is_won for one in told) == 1
    assert {one.code for one in told if not one.is_won} == {"slot-taken"}
    assert await world.overlaps() == 0


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_control_without_locks_two_who_read_together_both_win(
    engine: str, world: World, unconstrained: None, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 2)
    assert [one.is_won for one in told] == [True, True]
    assert await world.overlaps() == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_the_locks_keep_the_second_from_reading_too_early(
    engine: str, world: World, unconstrained: None, meeting: Meeting
) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 2)
    assert sorted(one.is_won for one in told) == [False, True]
    assert await world.overlaps() == 0
    # The loser was told so by the offer, read after the winner's commit; it came no further.
    assert meeting.came == 1


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_the_constraint_judges_when_nobody_locked(
    engine: str, world: World, unlocked: None, meeting: Meeting
) -> None:
    service = await world.service("Mara")
    told = await race(world, service, 2)
    assert sorted(one.is_won for one in told) == [False, True]
    assert await world.overlaps() == 0
