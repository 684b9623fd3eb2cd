"""The page: what it offers, under which ETag, until when, and whose hold is drawn as mine."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ringonce.booking.catalogue_model import ServiceRules
from ringonce.booking.confirm import confirm_booking
from ringonce.booking.hold import hold_slot, renew_hold
from ringonce.booking.model import ConfirmBooking, Details, HoldSlot
from ringonce.booking.refusals import ServiceMissing, SlotRefusal
from ringonce.booking.slot_cache import SlotCache
from ringonce.booking.slots import (
    Asker,
    Delta,
    RangeRefused,
    SlotList,
    SlotsAsk,
    Unchanged,
    read_delta,
    read_slots,
)
from ringonce.kernel.work import Actor
from tests.flows.slots.visitors import (
    CODES,
    asker,
    day_of,
    hold,
    key_of,
    look,
    page,
    release,
    times,
    visitor,
)
from tests.support.counting import count_reads
from tests.support.salon import Salon, at

TEN = at("2026-12-02 10:00")


async def delta(salon: Salon, ask: SlotsAsk, before: SlotList) -> tuple[SlotList, Delta] | None:
    now = salon.clock.now()
    return await salon.read(lambda tx: read_delta(tx, salon.workspace_id, ask, now, before, codes=CODES))


def applied(before: SlotList, change: Delta) -> dict[int, object]:
    slots = {slot.start: slot for slot in before.slots}
    for start, _ in change.removed:
        del slots[start]
    for slot in (*change.added, *change.changed):
        slots[slot.start] = slot
    return dict(sorted(slots.items()))


async def test_a_page_by_id_and_by_slug_is_the_same(salon: Salon) -> None:
    service = await salon.service(lengths=(120,), slug="cut")
    by_id = await page(salon, day_of(service))
    by_slug = await page(salon, SlotsAsk(service="cut", first_minute=TEN - 600, last_minute=TEN + 840))
    assert times(by_id) == ["09:00", "11:00", "13:00", "15:00"] == times(by_slug)
    assert by_id.version == by_slug.version


async def test_what_was_seen_is_confirmed_by_one_statement(salon: Salon) -> None:
    service = await salon.service()
    ask = day_of(service)
    seen = await page(salon, ask)

    assert await look(salon, ask, seen=seen.etag) == Unchanged(seen.etag, seen.true_until)
    now = salon.clock.now()
    counted = await count_reads(
        salon.database,
        lambda tx: read_slots(tx, salon.workspace_id, ask, now, codes=CODES, seen_etag=seen.etag),
    )
    assert counted == 1


async def test_an_etag_of_another_question_is_not_confirmed(salon: Salon) -> None:
    service = await salon.service()
    seen = await page(salon, day_of(service))
    other = await look(salon, day_of(service, on="2026-12-03"), seen=seen.etag)
    assert isinstance(other, SlotList)


@pytest.mark.parametrize("seen", ["", "x", "a.b.c.d", "a.1.c", f"a.{'9' * 40}.-.d"])
async def test_a_strange_etag_is_no_etag(salon: Salon, seen: str) -> None:
    service = await salon.service()
    assert isinstance(await look(salon, day_of(service), seen=seen), SlotList)


async def test_a_hold_leaves_the_pages_of_others_and_comes_back(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = day_of(service)
    before = await page(salon, ask)
    held = await hold(salon, service, TEN)
    gone = await delta(salon, ask, before)
    assert gone is not None
    after, change = gone
    assert change.removed == ((TEN, "held"),)
    assert (change.from_etag, change.to_etag) == (before.etag, after.etag)
    assert applied(before, change) == {slot.start: slot for slot in after.slots}
    assert after.true_until == held.expires_at
    await release(salon, held)
    back = await delta(salon, ask, after)
    assert back is not None
    assert [slot.start for slot in back[1].added] == [TEN]
    assert times(back[0]) == times(before)
    assert await delta(salon, ask, back[0]) is None


async def test_a_lapsed_hold_comes_back_by_time_alone(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = day_of(service)
    held = await hold(salon, service, TEN)
    before = await page(salon, ask)
    salon.clock.set(held.expires_at - 1)
    assert isinstance(await look(salon, ask, seen=before.etag), Unchanged)
    salon.clock.set(held.expires_at)
    after = await look(salon, ask, seen=before.etag)
    assert isinstance(after, SlotList)
    assert after.version == before.version
    assert TEN in [slot.start for slot in after.slots]


async def test_notice_takes_a_slot_by_time_alone(salon: Salon) -> None:
    service = await salon.service(lengths=(60,), rules=ServiceRules(notice=60))
    ask = day_of(service)
    salon.clock.set(at("2026-12-02 08:30") * 60_000)
    before = await page(salon, ask)
    assert times(before)[0] == "10:00"
    salon.clock.set(at("2026-12-02 09:00") * 60_000)
    assert times(await page(salon, ask))[0] == "10:00"
    salon.clock.move(timedelta(milliseconds=1))
    passed = await delta(salon, ask, before)
    assert passed is not None
    assert passed[1].removed == ((TEN, "time"),)


async def test_ones_own_hold_is_mine_and_nobody_elses(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = day_of(service)
    held = await hold(salon, service, TEN, 1)
    mine = await page(salon, ask, asker(1))
    assert {slot.start: slot.mine for slot in mine.slots}[TEN] is True
    assert mine.hold is not None
    assert (mine.hold.id, mine.hold.token, mine.hold.expires_at) == (held.id, held.token, held.expires_at)
    theirs = await page(salon, ask, asker(2))
    assert TEN not in [slot.start for slot in theirs.slots]
    assert theirs.hold is None
    # Storage blocked, a third-party frame: the session is unknown, but the request carries the hold's token.
    by_token = await page(salon, ask, Asker(hold_tokens=frozenset({held.token})))
    assert TEN in [slot.start for slot in by_token.slots]
    assert by_token.hold == mine.hold
    guessed = await page(salon, ask, Asker(hold_tokens=frozenset({held.id, ""})))
    assert TEN not in [slot.start for slot in guessed.slots]


async def test_renewing_is_another_answer_to_its_owner_alone(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = day_of(service)
    held = await hold(salon, service, TEN, 1)
    mine, theirs = await page(salon, ask, asker(1)), await page(salon, ask, asker(2))
    salon.clock.move(timedelta(minutes=2))
    renewed = await salon.run(lambda work: renew_hold(work, key_of(held)), visitor(1))
    assert renewed.expires_at > held.expires_at
    again = await look(salon, ask, asker(1), seen=mine.etag)
    assert isinstance(again, SlotList)
    assert again.hold is not None
    assert again.hold.expires_at == renewed.expires_at
    assert isinstance(await look(salon, ask, asker(2), seen=theirs.etag), Unchanged)


async def test_a_kept_list_is_the_list_that_would_be_computed(salon: Salon) -> None:
    service = await salon.service(lengths=(60,), rules=ServiceRules(notice=60))
    ask = day_of(service)
    cache = SlotCache()
    salon.clock.set(at("2026-12-02 07:30") * 60_000)
    held = None
    for step in range(12):
        salon.clock.move(timedelta(minutes=17))
        if step == 3:
            held = await hold(salon, service, at("2026-12-02 13:00"))
        if step == 4 and held is not None:
            await release(salon, held)
        assert await page(salon, ask, cache=cache) == await page(salon, ask)
        assert await page(salon, ask, cache=cache) == await page(salon, ask)
    assert len(cache.kept) == 1


async def test_a_kept_list_is_not_shown_to_one_who_holds(salon: Salon) -> None:
    service = await salon.service(lengths=(60,))
    ask = day_of(service)
    cache = SlotCache()
    await hold(salon, service, TEN, 1)
    assert TEN not in [slot.start for slot in (await page(salon, ask, cache=cache)).slots]
    assert TEN in [slot.start for slot in (await page(salon, ask, asker(1), cache=cache)).slots]
    assert TEN not in [slot.start for slot in (await page(salon, ask, cache=cache)).slots]


async def test_a_visitor_at_the_limit_is_offered_nothing_and_others_everything(salon: Salon) -> None:
    service = await salon.service(lengths=(60,), visitor_limit=1)
    ask = day_of(service, on="2026-12-03")
    cache = SlotCache()
    held = await hold(salon, service, TEN, 1)
    form = ConfirmBooking(details=Details(name="Ada", email="ada@example.org"), hold=key_of(held))
    await salon.run(lambda work: confirm_booking(work, form), visitor(1))
    assert len((await page(salon, ask, asker(2), cache=cache)).slots) == 8
    assert (await page(salon, ask, asker(1), cache=cache)).slots == ()
    assert len((await page(salon, ask, cache=cache)).slots) == 8
    salon.clock.set((TEN + 60) * 60_000)
    assert len((await page(salon, ask, asker(1), cache=cache)).slots) == 8


async def test_a_range_is_bounded(salon: Salon) -> None:
    service = await salon.service()
    with pytest.raises(RangeRefused):
        SlotsAsk(service=service.id, first_minute=TEN, last_minute=TEN)
    with pytest.raises(RangeRefused):
        SlotsAsk(service=service.id, first_minute=TEN, last_minute=TEN + 64 * 1440)


async def test_a_service_is_found_only_under_its_own_team(salon: Salon) -> None:
    ada = await salon.host()
    team = await salon.team(ada, slug="colour")
    service = await salon.service(ada, team_id=team.id)
    assert (await page(salon, day_of(service, team="colour"))).slots
    assert (await page(salon, day_of(service, team=team.id))).slots
    with pytest.raises(ServiceMissing):
        await page(salon, day_of(service, team="other"))


async def test_the_desk_sees_its_own_hold_as_taken_unless_it_names_it(salon: Salon) -> None:
    # A member holds for many people: the next hold does not replace the last, so it must not be offered.
    service, member = await salon.service(lengths=(60,)), Actor("member", "mem_1")
    ask = HoldSlot(service_id=service.id, start_minute=TEN)
    held = await salon.run(lambda work: hold_slot(work, ask), member)
    desk = Asker(principal="member:mem_1")
    assert TEN not in [slot.start for slot in (await page(salon, day_of(service), desk)).slots]
    with pytest.raises(SlotRefusal):
        await salon.run(lambda work: hold_slot(work, ask), member)
    naming = replace(desk, hold_tokens=frozenset({held.token}))
    assert TEN in [slot.start for slot in (await page(salon, day_of(service), naming)).slots]
    replacing = replace(ask, replaces=key_of(held))
    assert (await salon.run(lambda work: hold_slot(work, replacing), member)).start_minute == TEN
