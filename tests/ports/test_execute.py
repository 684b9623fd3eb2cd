"""The table of answers, line by line, on both engines."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio

from ringonce.kernel import receipts
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database
from ringonce.kernel.eventlog import read_head, read_log, verify_chain
from ringonce.kernel.execute import Executor, InFlight, KeyReused
from ringonce.kernel.hub import Hub
from ringonce.kernel.keys import KeyMalformed, KeyMissing, Rendered, Scope
from ringonce.kernel.places import KeyBudget, Places, TooManyKeys, TooManyWaiting
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor
from ringonce.values.errors import DomainError
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock
from tests.support.gated import GatedDatabase
from tests.support.ledger import (
    KEY,
    WORKSPACE,
    Limited,
    Refused,
    Unverifiable,
    ask,
    count_lines,
    make_ledger,
    render,
    write_line,
)


@pytest_asyncio.fixture(autouse=True)
async def ledger(database: Database) -> None:
    await make_ledger(database)


async def test_first_is_executed(executor: Executor, database: Database) -> None:
    answer = await executor.execute(ask(), write_line(), render)
    assert (answer.status, answer.replayed, answer.content_type) == (201, False, "application/json")
    assert await count_lines(database) == 1


async def test_the_same_again_is_replayed_byte_for_byte(executor: Executor, database: Database) -> None:
    first = await executor.execute(ask(), write_line(), render)
    again = await executor.execute(ask(request_id="req-2"), write_line(), render)
    assert again.replayed
    assert (again.status, again.body, again.content_type) == (first.status, first.body, first.content_type)
    assert await count_lines(database) == 1
    assert (await database.read(lambda tx: read_head(tx, WORKSPACE))).seq == 1


async def test_another_body_under_the_key_is_refused(executor: Executor, database: Database) -> None:
    await executor.execute(ask(), write_line(), render)
    with pytest.raises(KeyReused):
        await executor.execute(ask(body="other"), write_line(), render)
    assert await count_lines(database) == 1


async def test_another_principal_or_workspace_is_another_scope(
    executor: Executor, database: Database
) -> None:
    first = await executor.execute(ask(), write_line(), render)
    other = await executor.execute(ask(principal="visitor:vis_2"), write_line(), render)
    third = await executor.execute(ask(workspace_id=WorkspaceId("wsp_other")), write_line(), render)
    assert not other.replayed
    assert not third.replayed
    assert len({first.body, other.body, third.body}) == 3
    assert await count_lines(database) == 3
    assert (await executor.look_up(WORKSPACE, "visitor:vis_3", KEY)).state == "none"


async def test_a_final_refusal_is_stored_and_its_effects_are_not(
    executor: Executor, database: Database
) -> None:
    first = await executor.execute(ask(), write_line(refuse=Refused(seen=3)), render)
    again = await executor.execute(ask(), write_line(), render)
    assert (first.status, first.replayed) == (409, False)
    assert again.replayed
    assert again.body == first.body == b'{"code":"slot-taken","seen":3}'
    assert again.content_type == "application/problem+json"
    assert await count_lines(database) == 0
    assert (await database.read(lambda tx: read_head(tx, WORKSPACE))).seq == 0


@pytest.mark.parametrize("refusal", [Unverifiable(), Limited(), LookupError("a bug")])
async def test_what_is_not_final_is_not_stored(
    executor: Executor, database: Database, refusal: Exception
) -> None:
    with pytest.raises(type(refusal)):
        await executor.execute(ask(), write_line(refuse=refusal), render)  # type: ignore[arg-type]
    assert (await executor.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "none"
    assert await count_lines(database) == 0
    # Another body is allowed too: the key was never used.
    answer = await executor.execute(ask(body="mended"), write_line(), render)
    assert (answer.status, answer.replayed) == (201, False)


async def test_a_broken_render_leaves_nothing(executor: Executor, database: Database) -> None:
    def broken(_outcome: str | DomainError) -> Rendered:
        raise LookupError("a bug")

    with pytest.raises(LookupError):
        await executor.execute(ask(), write_line(), broken)
    assert await count_lines(database) == 0
    assert not (await executor.execute(ask(), write_line(), render)).replayed


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 15, "x" * 129, "sixteen-chars-ü!", "with\nnew-line-in-it"]
)
async def test_a_malformed_key_is_refused(executor: Executor, key: str) -> None:
    with pytest.raises(KeyMalformed):
        await executor.execute(ask(key), write_line(), render)


@pytest.mark.parametrize("key", ["x" * 16, "x" * 128, 'with "quotes" & \\ and spaces'])
async def test_every_printable_key_of_16_to_128_is_taken(executor: Executor, key: str) -> None:
    assert (await executor.execute(ask(key), write_line(), render)).status == 201


async def test_a_missing_key_is_refused(executor: Executor, database: Database) -> None:
    with pytest.raises(KeyMissing):
        await executor.execute(ask(None), write_line(), render)
    assert await count_lines(database) == 0


async def test_the_second_waits_for_the_first_and_replays(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub
) -> None:
    gated = GatedDatabase(database)
    executor = Executor(gated, clock, ids, hub, LocalBus())
    first = asyncio.create_task(executor.execute(ask(), write_line(), render))
    await gated.arrived.acquire()
    second = asyncio.create_task(executor.execute(ask(), write_line(), render))
    await asyncio.sleep(0)
    assert (await executor.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "in-flight"
    assert gated.arrived.locked(), "the second must wait without asking the database"
    gated.gate.set()
    answers = await asyncio.gather(first, second)
    assert [answer.replayed for answer in answers] == [False, True]
    assert answers[0].body == answers[1].body
    assert await count_lines(database) == 1


async def test_still_running_after_the_wait_is_in_flight(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub
) -> None:
    gated = GatedDatabase(database)
    executor = Executor(gated, clock, ids, hub, LocalBus(), wait=0.05)
    first = asyncio.create_task(executor.execute(ask(), write_line(), render))
    await gated.arrived.acquire()
    with pytest.raises(InFlight) as refused:
        await executor.execute(ask(), write_line(), render)
    assert refused.value.params == {"retry_after": 1}
    gated.gate.set()
    assert not (await first).replayed
    assert (await executor.execute(ask(), write_line(), render)).replayed


async def test_waiting_places_are_bounded(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub
) -> None:
    gated = GatedDatabase(database)
    places = Places(in_all=3, per_principal=2)
    executor = Executor(gated, clock, ids, hub, LocalBus(), places=places)
    begun = [asyncio.create_task(executor.execute(ask(), write_line(), render)) for _ in range(3)]
    await gated.arrived.acquire()
    with pytest.raises(TooManyWaiting):
        await executor.execute(ask(), write_line(), render)
    gated.gate.set()
    answers = await asyncio.gather(*begun)
    assert sorted(answer.replayed for answer in answers) == [False, True, True]
    assert places.waiting == 0


async def test_live_keys_are_bounded_for_each_principal(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub
) -> None:
    executor = Executor(database, clock, ids, hub, LocalBus(), budget=KeyBudget(visitor_keys=20))
    for number in range(20):
        await executor.execute(ask(f"{KEY}-{number}"), write_line(), render)
    with pytest.raises(TooManyKeys):
        await executor.execute(ask(f"{KEY}-20"), write_line(), render)
    assert await count_lines(database) == 20
    assert (await executor.execute(ask(f"{KEY}-3"), write_line(), render)).replayed
    assert not (await executor.execute(ask(principal="visitor:vis_2"), write_line(), render)).replayed
    clock.move(timedelta(hours=48))
    assert not (await executor.execute(ask(f"{KEY}-20"), write_line(), render)).replayed


@pytest.mark.parametrize(
    ("principal", "life"),
    [
        ("visitor:vis_1", timedelta(hours=48)),
        ("member:mem_1", timedelta(days=7)),
        ("key:key_1", timedelta(days=7)),
    ],
)
async def test_keys_expire_and_are_purged(
    executor: Executor, database: Database, clock: MovableClock, principal: str, life: timedelta
) -> None:
    await executor.execute(ask(principal=principal), write_line(), render)
    await executor.execute(ask(principal=principal, request_id="req-2"), write_line(), render)
    clock.move(life - timedelta(milliseconds=1))
    assert (await executor.look_up(WORKSPACE, principal, KEY)).state == "done"
    assert await receipts.purge_all(database, clock) == 0
    clock.move(timedelta(milliseconds=1))
    assert (await executor.look_up(WORKSPACE, principal, KEY)).state == "none"
    assert await receipts.purge_all(database, clock) == 1


async def test_an_expired_key_begins_anew_without_a_purge(
    executor: Executor, database: Database, clock: MovableClock
) -> None:
    first = await executor.execute(ask(), write_line(), render)
    clock.move(timedelta(hours=48))
    anew = await executor.execute(ask(body="another"), write_line(), render)
    assert not anew.replayed
    assert anew.body != first.body
    assert (await executor.execute(ask(body="another"), write_line(), render)).body == anew.body
    assert await count_lines(database) == 2


async def test_look_up_gives_the_stored_answer(executor: Executor) -> None:
    assert (await executor.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "none"
    first = await executor.execute(ask(), write_line(), render)
    found = await executor.look_up(WORKSPACE, "visitor:vis_1", KEY)
    assert found.state == "done"
    assert found.answer is not None
    assert found.answer.replayed
    assert (found.answer.status, found.answer.body) == (first.status, first.body)


async def test_a_stored_receipt_shows_neither_key_nor_body(executor: Executor, database: Database) -> None:
    answer = await executor.execute(ask(body="private words"), write_line(), render)
    scope = Scope(WORKSPACE, "visitor:vis_1", KEY)
    row = await database.read(lambda tx: receipts.find(tx, scope, 0))
    assert row is not None
    stored = repr(row).encode()
    assert KEY.encode() not in stored
    assert answer.body not in stored
    assert ask(body="private words").fingerprint.hex().encode() not in stored


async def test_fifty_at_once_are_one_effect_and_equal_answers(executor: Executor, database: Database) -> None:
    answers = await asyncio.gather(*(executor.execute(ask(), write_line(), render) for _ in range(50)))
    assert len({answer.body for answer in answers}) == 1
    assert [answer.replayed for answer in answers].count(False) == 1
    assert await count_lines(database) == 1


async def test_keyless_work_of_the_system_is_logged_and_woken(
    executor: Executor, database: Database, hub: Hub
) -> None:
    with hub.follow(WORKSPACE) as follower:
        await executor.run(WORKSPACE, Actor("system", "worker"), "req-w", write_line())
        assert await follower.next() == {WORKSPACE: 1}
    entries = await database.read(lambda tx: read_log(tx, WORKSPACE, 0))
    assert [(entry.actor_kind, entry.request_id, entry.intent_hash) for entry in entries] == [
        ("system", "req-w", None)
    ]
    await verify_chain(database, WORKSPACE)


async def test_only_committed_work_wakes(executor: Executor, hub: Hub) -> None:
    with hub.follow() as follower:
        await executor.execute(ask(), write_line(refuse=Refused()), render)
        with pytest.raises(Unverifiable):
            await executor.execute(ask("a-second-key-here"), write_line(refuse=Unverifiable()), render)
        with pytest.raises(LookupError):
            await executor.run(WORKSPACE, Actor("system", "w"), "r", write_line(refuse=LookupError()))  # type: ignore[arg-type]
        assert follower.reached == {}
        await executor.execute(ask("a-third-key-which-works"), write_line(), render)
        assert await follower.next() == {WORKSPACE: 1}
        await executor.execute(ask("a-third-key-which-works"), write_line(), render)
        assert follower.reached == {}


async def test_a_visitor_who_hangs_up_stops_nothing(
    database: Database, clock: MovableClock, ids: IdSource, hub: Hub
) -> None:
    gated = GatedDatabase(database)
    executor = Executor(gated, clock, ids, hub, LocalBus())
    with hub.follow() as follower:
        gone = asyncio.create_task(executor.execute(ask(), write_line(), render))
        await gated.arrived.acquire()
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        gated.gate.set()
        await executor.drain()
        assert await follower.next() == {WORKSPACE: 1}
    assert (await executor.execute(ask(), write_line(), render)).replayed
    assert await count_lines(database) == 1
