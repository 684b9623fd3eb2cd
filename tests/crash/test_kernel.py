"""Exactly once: fail at every statement and at COMMIT in turn, retry with the same key, count."""

import asyncio
from collections.abc import Callable

import pytest
import pytest_asyncio

from ringonce.kernel import receipts
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database, DatabaseUnavailable, Tx
from ringonce.kernel.eventlog import read_log, verify_chain
from ringonce.kernel.execute import Answer, Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.keys import Rendered, Scope
from ringonce.kernel.sources import IdSource
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError
from tests.support.clock import MovableClock
from tests.support.faulty import Fault, FaultyDatabase
from tests.support.ledger import KEY, WORKSPACE, Refused, ask, count_lines, make_ledger, render, write_line

MOST_STATEMENTS = 30


@pytest_asyncio.fixture
async def faulty(database: Database) -> FaultyDatabase:
    await make_ledger(database)
    return FaultyDatabase(database)


@pytest.fixture
def unsure(faulty: FaultyDatabase, clock: MovableClock, ids: IdSource, hub: Hub) -> Executor:
    return Executor(faulty, clock, ids, hub, LocalBus())


async def until_answered(
    executor: Executor, key: str, refuse: DomainError | None = None, visitor: int = 1
) -> Answer:
    """What the client does: the same key again until there is an answer."""
    asked = ask(key, principal=f"visitor:vis_{visitor}")
    while True:
        try:
            return await executor.execute(asked, write_line(refuse=refuse), render)
        except DatabaseUnavailable:
            continue


async def count_facts(database: Database) -> int:
    return len(await database.read(lambda tx: read_log(tx, WORKSPACE, 0)))


@pytest.mark.parametrize("refuse", [None, Refused()], ids=["effect", "refusal"])
async def test_a_failure_at_any_statement_leaves_one_effect(
    faulty: FaultyDatabase, unsure: Executor, database: Database, refuse: DomainError | None
) -> None:
    await until_answered(unsure, KEY, refuse, 0)
    statements = faulty.statements
    assert 5 <= statements < MOST_STATEMENTS
    for number in range(1, statements + 1):
        faulty.fault = Fault(statement=number)
        # A visitor never seen before: counting keys is one of the statements that fail.
        answer = await until_answered(unsure, KEY, refuse, number)
        assert faulty.struck == number, f"statement {number} was never reached"
        assert not answer.replayed, "what failed before COMMIT left a receipt"
        again = await until_answered(unsure, KEY, refuse, number)
        assert (again.replayed, again.body) == (True, answer.body)
    effects = 0 if refuse else statements + 1
    assert await count_lines(database) == await count_facts(database) == effects
    await verify_chain(database, WORKSPACE)


@pytest.mark.parametrize("refuse", [None, Refused()], ids=["effect", "refusal"])
@pytest.mark.parametrize(
    ("fault", "was_kept"),
    [(Fault(before_commit=True), False), (Fault(lost=True), True), (Fault(unknown=True), True)],
    ids=["before", "answer lost", "commit unknown"],
)
async def test_a_failure_at_commit_leaves_one_effect(
    faulty: FaultyDatabase,
    unsure: Executor,
    database: Database,
    fault: Fault,
    was_kept: bool,
    refuse: DomainError | None,
) -> None:
    faulty.fault = fault
    answer = await until_answered(unsure, KEY, refuse)
    assert faulty.struck == 1
    assert answer.replayed is was_kept
    assert await count_lines(database) == await count_facts(database) == (0 if refuse else 1)
    await verify_chain(database, WORKSPACE)


async def test_an_unknown_commit_is_settled_by_the_server_and_wakes(
    faulty: FaultyDatabase, unsure: Executor, hub: Hub
) -> None:
    with hub.follow() as follower:
        faulty.fault = Fault(unknown=True)
        answer = await unsure.execute(ask(), write_line(), render)
        assert answer.status == 201
        assert await follower.next() == {WORKSPACE: 1}


async def test_fifty_racers_over_a_failing_commit_are_one_effect(
    faulty: FaultyDatabase, unsure: Executor, database: Database
) -> None:
    faulty.fault = Fault(lost=True)
    answers = await asyncio.gather(*(until_answered(unsure, KEY) for _ in range(50)))
    assert faulty.struck == 1
    assert len({answer.body for answer in answers}) == 1
    assert await count_lines(database) == 1


class TwoTransactions:
    """The control: the receipt in a transaction of its own, as a cache or a second commit has it."""

    def __init__(self, faulty: FaultyDatabase, clock: MovableClock, ids: IdSource) -> None:
        self._database = faulty
        self._clock = clock
        self._ids = ids

    async def execute(self, key: str, receipt_first: bool) -> None:
        scope = Scope(WORKSPACE, "visitor:vis_1", key)
        if await self._database.read(lambda tx: receipts.find(tx, scope, self._clock.now())):
            return

        async def effect(tx: Tx) -> None:
            actor = Actor("visitor", "vis_1")
            await write_line()(Work(tx, self._clock, self._ids, WORKSPACE, actor, "req"))

        async def receipt(tx: Tx) -> None:
            assert await receipts.claim(tx, scope, "print", "req", self._clock.now())
            await receipts.settle(tx, scope, Rendered(201, b"{}"))

        jobs: list[Callable[[Tx], object]] = [receipt, effect] if receipt_first else [effect, receipt]
        for job in jobs:
            await self._database.write(job)  # type: ignore[arg-type]


@pytest.mark.parametrize(("receipt_first", "effects"), [(False, 2), (True, 0)], ids=["doubled", "lost"])
async def test_control_a_receipt_in_a_second_transaction_fails(
    faulty: FaultyDatabase,
    database: Database,
    clock: MovableClock,
    ids: IdSource,
    receipt_first: bool,
    effects: int,
) -> None:
    control = TwoTransactions(faulty, clock, ids)
    faulty.fault = Fault(lost=True)
    with pytest.raises(DatabaseUnavailable):
        await control.execute(KEY, receipt_first)
    await control.execute(KEY, receipt_first)
    assert await count_lines(database) == effects
