"""Taking a host's time: the lock, the sweep, the constraint behind them, and what each raises."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from ringonce.calendars import claim
from ringonce.calendars.model import Claim, ClaimKind, HostRecord, HostShare
from ringonce.calendars.queries import list_taken, load_host
from ringonce.kernel.db import ConstraintViolated, Tx, statement
from ringonce.kernel.work import Work
from tests.support.salon import Salon, at

TEN = at("2026-12-02 10:00")


def claim_of(owner: str, *hosts: HostRecord, **fields: Any) -> Claim:
    """An hour at ten for a hold, unless the fields say otherwise."""
    return Claim(
        **{
            "owner_id": owner,
            "kind": ClaimKind.HOLD,
            "service_id": "svc_none",
            "shares": tuple(HostShare(host.id) for host in hosts),
            "start_minute": TEN,
            "length_minutes": 60,
            **fields,
        }
    )


async def take(salon: Salon, wanted: Claim) -> None:
    async def intent(work: Work) -> None:
        locked = await claim.lock_hosts(work, [share.host_id for share in wanted.shares])
        await claim.take(work, wanted, locked)

    await salon.run(intent)


async def owners(salon: Salon, host: HostRecord) -> list[str]:
    rows = await salon.read(lambda tx: list_taken(tx, salon.workspace_id, [host.id], TEN - 1440, TEN + 1440))
    return sorted(row.owner_id for row in rows)


async def version(salon: Salon, host: HostRecord) -> int:
    return (await salon.read(lambda tx: load_host(tx, salon.workspace_id, host.id))).version


async def remove_guard(salon: Salon) -> None:
    """Take the constraint out of this test's own database."""

    async def job(tx: Tx) -> None:
        if tx.dialect == "sqlite":
            await tx.run(statement(text("DROP TRIGGER occupancy_no_overlap_insert")))
            await tx.run(statement(text("DROP TRIGGER occupancy_no_overlap_update")))
        else:
            await tx.run(statement(text("ALTER TABLE occupancy DROP CONSTRAINT occupancy_no_overlap")))

    await salon.database.write(job)


async def test_a_claim_takes_every_host_and_raises_each(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    await take(salon, claim_of("hld_1", ada, ben))
    assert await owners(salon, ada) == await owners(salon, ben) == ["hld_1"]
    assert [await version(salon, host) for host in (ada, ben)] == [ada.version + 1, ben.version + 1]


@pytest.mark.parametrize(
    ("fields", "is_taken"),
    [
        ({}, True),
        ({"start_minute": TEN + 59}, True),
        ({"start_minute": TEN + 60}, False),
        ({"start_minute": TEN - 60}, False),
        ({"start_minute": TEN - 30, "length_minutes": 120}, True),
        ({"start_minute": TEN + 60, "before_minutes": 1}, True),
        ({"start_minute": TEN - 70, "after_minutes": 10}, False),
        ({"start_minute": TEN - 70, "after_minutes": 11}, True),
        ({"blocks": False}, False),
    ],
)
async def test_the_constraint_knows_overlaps_and_buffers(
    salon: Salon, fields: dict[str, Any], is_taken: bool
) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada))
    if not is_taken:
        await take(salon, claim_of("hld_2", ada, **fields))
        assert await owners(salon, ada) == ["hld_1", "hld_2"]
        return
    with pytest.raises(claim.TimeTaken):
        await take(salon, claim_of("hld_2", ada, **fields))
    assert await owners(salon, ada) == ["hld_1"]


async def test_buffers_of_both_meetings_add_up(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada, after_minutes=10))
    with pytest.raises(claim.TimeTaken):
        await take(salon, claim_of("hld_2", ada, start_minute=TEN + 79, before_minutes=10))
    await take(salon, claim_of("hld_3", ada, start_minute=TEN + 80, before_minutes=10))


async def test_without_the_constraint_an_overlap_would_be_written(salon: Salon) -> None:
    """The control of the two tests above: it is the constraint that refuses."""
    ada = await salon.host()
    await remove_guard(salon)
    await take(salon, claim_of("hld_1", ada))
    await take(salon, claim_of("hld_2", ada))
    assert await owners(salon, ada) == ["hld_1", "hld_2"]


async def test_the_constraint_stands_against_updates_too(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada))
    await take(salon, claim_of("hld_2", ada, start_minute=TEN + 60))
    move = statement(
        text("UPDATE occupancy SET start_minute = start_minute - 1, padded_start = padded_start - 1")
    )
    with pytest.raises(ConstraintViolated, match="occupancy_no_overlap"):
        await salon.database.write(lambda tx: tx.run(move))


async def test_a_request_that_did_not_block_cannot_be_approved_onto_taken_time(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("bkg_1", ada, kind=ClaimKind.REQUEST, blocks=False))
    await take(salon, claim_of("bkg_2", ada, kind=ClaimKind.BOOKING))

    async def approve(work: Work) -> None:
        await claim.lock_hosts(work, [ada.id])
        await claim.convert(work, "bkg_1", new_owner_id="bkg_1", kind=ClaimKind.BOOKING)

    with pytest.raises(claim.TimeTaken):
        await salon.run(approve)


async def test_lapsed_claims_go_before_the_next_is_taken(salon: Salon) -> None:
    ada = await salon.host()
    until = salon.clock.now() + 300_000
    await take(salon, claim_of("hld_1", ada, expires_at=until))
    salon.clock.set(until - 1)
    with pytest.raises(claim.TimeTaken):
        await take(salon, claim_of("hld_2", ada))
    salon.clock.set(until)
    await take(salon, claim_of("hld_3", ada))
    assert await owners(salon, ada) == ["hld_3"]


async def test_locking_says_which_owners_lapsed_and_reads_the_time_afresh(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada, expires_at=salon.clock.now() + 1_000))

    async def intent(work: Work) -> tuple[int, tuple[str, ...]]:
        before = work.now
        salon.clock.move(timedelta(seconds=1))
        locked = await claim.lock_hosts(work, [ada.id])
        return work.now - before, locked.lapsed

    assert await salon.run(intent) == (1_000, ("hld_1",))


async def test_converting_keeps_the_time_and_changes_the_owner(salon: Salon) -> None:
    ada = await salon.host()
    until = salon.clock.now() + 300_000
    await take(salon, claim_of("hld_1", ada, expires_at=until))
    before = await version(salon, ada)
    await salon.run(lambda work: claim.convert(work, "hld_1", new_owner_id="bkg_1", kind=ClaimKind.BOOKING))
    rows = await salon.read(lambda tx: list_taken(tx, salon.workspace_id, [ada.id], TEN, TEN + 60))
    assert [(row.owner_id, row.kind, row.expires_at) for row in rows] == [("bkg_1", ClaimKind.BOOKING, None)]
    assert await version(salon, ada) == before + 1


async def test_a_lapsed_claim_is_not_converted(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada, expires_at=salon.clock.now() + 1_000))
    salon.clock.move(timedelta(seconds=1))
    with pytest.raises(claim.ClaimMissing):
        await salon.run(
            lambda work: claim.convert(work, "hld_1", new_owner_id="bkg_1", kind=ClaimKind.BOOKING)
        )


async def test_renewing_raises_no_version_and_freeing_does(salon: Salon) -> None:
    ada = await salon.host()
    await take(salon, claim_of("hld_1", ada, expires_at=salon.clock.now() + 1_000))
    before = await version(salon, ada)
    later = salon.clock.now() + 60_000
    assert await salon.run(lambda work: claim.extend(work, "hld_1", later)) == 1
    assert await version(salon, ada) == before
    assert await salon.run(lambda work: claim.free(work, "hld_1")) == (ada.id,)
    assert await version(salon, ada) == before + 1
    assert await salon.run(lambda work: claim.free(work, "hld_1")) == ()
    assert await version(salon, ada) == before + 1


async def test_taking_time_of_a_host_that_was_not_locked_is_a_bug(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()

    async def intent(work: Work) -> None:
        await claim.take(work, claim_of("hld_1", ada, ben), await claim.lock_hosts(work, [ada.id]))

    with pytest.raises(claim.HostsNotLocked):
        await salon.run(intent)


async def test_a_stretch_longer_than_a_range_read_allows_is_refused(salon: Salon) -> None:
    ada = await salon.host()
    with pytest.raises(ConstraintViolated, match="size"):
        await take(salon, claim_of("hld_1", ada, length_minutes=9 * 1440 + 1))
