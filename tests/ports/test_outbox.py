"""Effects leave in order, at least once, under stable ids; on both engines."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
import pytest_asyncio

from ringonce.kernel import outbox_store
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.outbox import Effect, Outbox, Policy, Rejected
from ringonce.kernel.work import Actor
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock
from tests.support.ledger import WORKSPACE, make_ledger, write_line

SYSTEM = Actor("system", "test")
POLICY = Policy(lease_for=60_000, first_retry=1_000, longest_retry=8_000, attempts=5, batch=3)


class Postman:
    """A consumer that does as it is told."""

    def __init__(self, name: str = "mail") -> None:
        self.name = name
        self.sent: list[Effect] = []
        self.failures: dict[int, list[Exception]] = {}
        self.unwanted: set[str] = set()

    def wants(self, action: str) -> bool:
        return action not in self.unwanted

    async def handle(self, effect: Effect) -> None:
        waiting = self.failures.get(effect.entry.seq)
        if waiting:
            raise waiting.pop(0)
        self.sent.append(effect)

    @property
    def seqs(self) -> list[int]:
        return [effect.entry.seq for effect in self.sent]


@pytest_asyncio.fixture(autouse=True)
async def ledger(database: Database) -> None:
    await make_ledger(database)


async def write(executor: Executor, times: int, workspace_id: WorkspaceId = WORKSPACE) -> None:
    for number in range(times):
        await executor.run(workspace_id, SYSTEM, f"req-{number}", write_line())


def outbox(
    database: Database, clock: MovableClock, hub: Hub, *consumers: Postman, owner: str = "p1"
) -> Outbox:
    return Outbox(database, clock, hub, consumers, owner, POLICY)


async def drain(box: Outbox) -> None:
    while await box.pass_once():
        continue


async def test_every_consumer_gets_every_entry_once_in_order(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail, hooks = Postman("mail"), Postman("hooks")
    await write(executor, 7)
    await write(executor, 2, WorkspaceId("wsp_other"))
    box = outbox(database, clock, hub, mail, hooks)
    await drain(box)
    for consumer in (mail, hooks):
        assert [
            seq
            for seq, effect in zip(consumer.seqs, consumer.sent, strict=True)
            if effect.entry.workspace_id == WORKSPACE
        ] == [1, 2, 3, 4, 5, 6, 7]
        assert len(consumer.sent) == 9
    ids = {effect.id for effect in (*mail.sent, *hooks.sent)}
    assert len(ids) == 18
    assert await box.pass_once() == 0


async def test_unwanted_entries_are_passed_over(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail = Postman()
    mail.unwanted = {"LineWritten"}
    await write(executor, 7)
    box = outbox(database, clock, hub, mail)
    await drain(box)
    assert mail.sent == []
    mail.unwanted = set()
    await write(executor, 1)
    await drain(box)
    assert mail.seqs == [8]


async def test_a_failure_waits_longer_each_time_and_keeps_the_order_and_the_id(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail = Postman()
    mail.failures = {2: [ConnectionError(), ConnectionError(), ConnectionError()]}
    await write(executor, 3)
    box = outbox(database, clock, hub, mail)
    await drain(box)
    assert mail.seqs == [1]
    for wait in (1, 2, 4):
        clock.move(timedelta(seconds=wait) - timedelta(milliseconds=1))
        await drain(box)
        assert mail.seqs == [1], "too early"
        clock.move(timedelta(milliseconds=1))
        await drain(box)
    assert mail.seqs == [1, 2, 3]
    assert [effect.attempt for effect in mail.sent] == [1, 4, 1]
    assert mail.sent[1].id == outbox_store.effect_id(WORKSPACE, 2, "mail")


@pytest.mark.parametrize(
    ("failures", "attempts", "reason"),
    [
        ([Rejected("no-such-mailbox")], 1, "no-such-mailbox"),
        ([OSError("to anna@example.org")] * 5, 5, "OSError"),
    ],
)
async def test_what_cannot_go_out_is_buried_and_the_rest_goes_on(
    database: Database,
    executor: Executor,
    clock: MovableClock,
    hub: Hub,
    failures: list[Exception],
    attempts: int,
    reason: str,
) -> None:
    mail = Postman()
    mail.failures = {1: list(failures)}
    await write(executor, 2)
    box = outbox(database, clock, hub, mail)
    for _ in range(8):
        await drain(box)
        clock.move(timedelta(seconds=8))
    assert mail.seqs == [2]
    dead = await database.read(lambda tx: outbox_store.list_dead(tx, WORKSPACE))
    assert [(letter.seq, letter.attempts, letter.reason) for letter in dead] == [(1, attempts, reason)]


async def test_a_dead_letter_is_redriven_under_its_old_id(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail = Postman()
    mail.failures = {1: [Rejected("full"), OSError("again")]}
    await write(executor, 2)
    box = outbox(database, clock, hub, mail)
    await drain(box)

    async def redrive() -> bool:
        return await database.write(lambda tx: outbox_store.redrive(tx, WORKSPACE, "mail", 1, clock.now()))

    assert await redrive()
    await drain(box)
    (letter,) = await database.read(lambda tx: outbox_store.list_dead(tx, WORKSPACE))
    assert (letter.attempts, letter.reason, letter.redrive_at) == (2, "OSError", None)
    assert await redrive()
    await drain(box)
    assert mail.seqs == [2, 1]
    assert mail.sent[1].id == letter.effect_id
    assert not await redrive()
    assert await database.read(lambda tx: outbox_store.list_dead(tx, WORKSPACE)) == []


class SlowPostman(Postman):
    """Waits inside `handle` until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = asyncio.Event()
        self.let_go = asyncio.Event()

    async def handle(self, effect: Effect) -> None:
        self.inside.set()
        await self.let_go.wait()
        await super().handle(effect)


async def test_two_processes_do_not_send_twice(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    slow, second = SlowPostman(), Postman()
    await write(executor, 2)
    working = asyncio.create_task(outbox(database, clock, hub, slow, owner="p1").pass_once())
    await slow.inside.wait()
    other = outbox(database, clock, hub, second, owner="p2")
    assert await other.pass_once() == 0
    slow.let_go.set()
    await working
    assert (slow.seqs, second.seqs) == ([1, 2], [])


async def test_a_lease_that_ran_out_is_taken_over_and_its_holder_moves_nothing(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    slow, second = SlowPostman(), Postman()
    await write(executor, 2)
    sleeper = asyncio.create_task(outbox(database, clock, hub, slow, owner="p1").pass_once())
    await slow.inside.wait()
    clock.move(timedelta(seconds=60))
    await drain(outbox(database, clock, hub, second, owner="p2"))
    assert second.seqs == [1, 2]
    slow.let_go.set()
    assert await sleeper == 0
    # At least once, under the same id: that is the promise outside our database.
    assert slow.sent[0].id == second.sent[0].id
    await write(executor, 1)
    await drain(outbox(database, clock, hub, second, owner="p2"))
    assert second.seqs == [1, 2, 3]


async def test_a_handler_never_outlives_its_lease(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    slow = SlowPostman()
    await write(executor, 1)
    policy = Policy(lease_for=20)
    await Outbox(database, clock, hub, [slow], "p1", policy).pass_once()
    assert slow.sent == []
    clock.move(timedelta(seconds=1))
    slow.let_go.set()
    await Outbox(database, clock, hub, [slow], "p1", POLICY).pass_once()
    assert slow.seqs == [1]


async def test_a_commit_wakes_the_outbox(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail = SlowPostman()
    mail.let_go.set()
    policy = Policy(look_every=3_600_000)
    serving = asyncio.create_task(Outbox(database, clock, hub, [mail], "p1", policy).serve())
    await asyncio.sleep(0)
    await write(executor, 1)
    await asyncio.wait_for(mail.inside.wait(), 10)
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving


async def test_a_failure_nobody_foresaw_does_not_end_the_outbox(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = SlowPostman()
    mail.let_go.set()
    look, failures = outbox_store.list_behind, [asyncpg.InvalidPasswordError("being restored")]

    async def failing(tx: Tx, name: str, now: int) -> list[WorkspaceId]:
        if failures:
            raise failures.pop()
        return await look(tx, name, now)

    monkeypatch.setattr(outbox_store, "list_behind", failing)
    await write(executor, 1)
    policy = Policy(look_every=10)
    serving = asyncio.create_task(Outbox(database, clock, hub, [mail], "p1", policy).serve())
    arrived = asyncio.create_task(mail.inside.wait())
    await asyncio.wait([serving, arrived], timeout=10, return_when=asyncio.FIRST_COMPLETED)
    assert arrived.done()
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving


async def test_a_new_consumer_may_begin_at_the_end(
    database: Database, executor: Executor, clock: MovableClock, hub: Hub
) -> None:
    mail = Postman("late")
    await write(executor, 3)
    await database.write(lambda tx: outbox_store.start_at(tx, WORKSPACE, "late", 3))
    await write(executor, 1)
    await drain(outbox(database, clock, hub, mail))
    assert mail.seqs == [4]


@pytest.mark.parametrize("turns", range(8))
async def test_an_outbox_that_is_stopped_while_it_wakes_does_stop(
    turns: int, database: Database, clock: MovableClock, hub: Hub
) -> None:
    """`asyncio.wait_for` before Python 3.12 forgets that it was cancelled when what it waits for is there."""
    serving = asyncio.create_task(outbox(database, clock, hub).serve())
    for _ in range(8):
        await asyncio.sleep(0)
    hub.wake(WORKSPACE, 1)
    for _ in range(turns):
        await asyncio.sleep(0)
    serving.cancel()
    for _ in range(32):
        await asyncio.sleep(0)
    is_stopped = serving.done()
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
    assert is_stopped
