"""Run an intent once: claim its key, run it, log its facts, store its answer, commit, wake.

Lock order, always: receipt, service, hosts by id, contact or conversation, the log's head last.
The receipt is written in the transaction of the effect; there is no other way to call an intent.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from ringonce.kernel import receipts
from ringonce.kernel.bus import WakeUpBus
from ringonce.kernel.db import CommitUnknown, ConstraintViolated, Database, Row, Tx
from ringonce.kernel.eventlog import read_head, write_facts
from ringonce.kernel.hub import Hub
from ringonce.kernel.keys import KeyMissing, Rendered, Scope, check_key
from ringonce.kernel.places import KeyBudget, Places
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import Clock, IdSource
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import WorkspaceId

T = TypeVar("T")
R = TypeVar("R")
Intent = Callable[[Work], Awaitable[T]]
Render = Callable[[T | DomainError], Rendered]

#: Seconds a second attempt waits for the first.
WAIT = 5.0
#: How often an intent is run again after a constraint, the second belt, refused it.
LOST_RACES = 3
#: Milliseconds between two looks at a key that another process works on.
POLL = (10, 20, 40, 80, 160, 250)


@dataclass(frozen=True, slots=True)
class Ask:
    """Who asks for what, under which key. The principal comes from the server's own session."""

    workspace_id: WorkspaceId
    principal: str
    key: str | None
    fingerprint: bytes
    request_id: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send, byte for byte."""

    status: int
    body: bytes
    content_type: str
    replayed: bool


@dataclass(frozen=True, slots=True)
class LookUp:
    """What is known of a key."""

    state: Literal["none", "in-flight", "done"]
    answer: Answer | None = None


class KeyReused(DomainError):
    """The key was used for another request; nothing was done."""

    code = "key-reused"
    kind = Kind.INVALID


class InFlight(DomainError):
    """The first attempt with this key is still running."""

    code = "in-flight"
    kind = Kind.CONFLICT
    final = False


class _Busy(Exception):
    """Another process works on this key."""


@dataclass(frozen=True, slots=True)
class _Settled:
    answer: Answer
    reached: int | None


class Executor:
    """The only caller of intents."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ids: IdSource,
        hub: Hub,
        bus: WakeUpBus,
        *,
        wait: float = WAIT,
        places: Places | None = None,
        budget: KeyBudget | None = None,
        codes: Codes | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._hub = hub
        self._bus = bus
        self._wait = wait
        self._places = places or Places()
        self._budget = budget or KeyBudget()
        self._codes = codes
        self._running: set[asyncio.Task[Any]] = set()

    async def execute(self, ask: Ask, intent: Intent[T], render: Render[T]) -> Answer:
        """Run the intent, or give the answer its key already got.

        Raises KeyMissing, KeyMalformed, KeyReused, InFlight, TooManyKeys, TooManyWaiting,
        refusals that are not final, and DatabaseUnavailable; none of them is stored.
        """
        if ask.key is None:
            raise KeyMissing()
        scope = Scope(ask.workspace_id, ask.principal, check_key(ask.key))
        return await self._finish(self._in_turn(ask, scope, intent, render))

    async def run(self, workspace_id: WorkspaceId, actor: Actor, request_id: str, intent: Intent[T]) -> T:
        """Run work of the system that has no key, with the same transaction, log and wake."""

        async def job(tx: Tx) -> tuple[T, int | None]:
            work = Work(tx, self._clock, self._ids, workspace_id, actor, request_id, self._codes)
            result = await intent(work)
            return result, await write_facts(work, None)

        async def whole() -> T:
            result, reached = await _again(lambda: self._database.write(job))
            self._wake(workspace_id, reached)
            return result

        return await self._finish(whole())

    async def look_up(self, workspace_id: WorkspaceId, principal: str, key: str) -> LookUp:
        """What became of a key: nothing known, running, or its answer. Raises KeyMalformed."""
        scope = Scope(workspace_id, principal, check_key(key))
        # Two snapshots, in this order: a key that is let go between them has left its receipt.
        is_running = self._places.is_running(scope) or await self._database.read(
            lambda tx: receipts.is_reserved(tx, scope)
        )
        row = await self._database.read(lambda tx: receipts.find(tx, scope, self._clock.now()))
        if row is not None:
            return LookUp("done", _replay(scope, row))
        return LookUp("in-flight" if is_running else "none")

    async def drain(self) -> None:
        """Wait until everything begun has ended: before the database is closed."""
        while self._running:
            await asyncio.wait(self._running)

    async def _finish(self, work: Coroutine[Any, Any, R]) -> R:
        """A caller who hangs up stops nothing: what was begun is finished, and its wake is given."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _in_turn(self, ask: Ask, scope: Scope, intent: Intent[T], render: Render[T]) -> Answer:
        """One attempt at a time for a key in this process; the others wait without a connection."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._wait
        looks = 0
        while True:
            async with self._places.turn(scope, deadline) as is_mine:
                if not is_mine:
                    raise InFlight(retry_after=1)
                try:
                    return await self._attempt(ask, scope, intent, render)
                except _Busy:
                    pause = POLL[min(looks, len(POLL) - 1)] / 1000
                    looks += 1
                    if loop.time() + pause > deadline:
                        raise InFlight(retry_after=1) from None
                    await asyncio.sleep(pause)

    async def _attempt(self, ask: Ask, scope: Scope, intent: Intent[T], render: Render[T]) -> Answer:
        async def once() -> _Settled:
            return await self._database.write(lambda tx: self._transact(tx, ask, scope, intent, render))

        try:
            settled = await _again(once)
        except CommitUnknown:
            # The receipt knows: the same key finds the answer, or runs the intent for the first time.
            settled = await _again(once)
            if settled.reached is None:
                head = await self._database.read(lambda tx: read_head(tx, ask.workspace_id))
                self._wake(ask.workspace_id, head.seq)
        self._wake(ask.workspace_id, settled.reached)
        return settled.answer

    async def _transact(
        self, tx: Tx, ask: Ask, scope: Scope, intent: Intent[T], render: Render[T]
    ) -> _Settled:
        now = self._clock.now()
        fingerprint = scope.fingerprint(ask.fingerprint)
        if not await receipts.claim(tx, scope, fingerprint, ask.request_id, now):
            return await self._repeat(tx, ask, scope, fingerprint, now)
        await self._budget.spend(tx, scope, now)
        work = Work(tx, self._clock, self._ids, ask.workspace_id, ask.actor, ask.request_id, self._codes)
        outcome: T | DomainError
        try:
            outcome = await tx.savepoint(lambda: intent(work))
        except DomainError as refusal:
            if not refusal.final:
                raise
            outcome = refusal
            work.facts.clear()
        rendered = render(outcome)
        await receipts.settle(tx, scope, rendered)
        reached = await write_facts(work, scope.key_hash)
        return _Settled(_answer(rendered, replayed=False), reached)

    async def _repeat(self, tx: Tx, ask: Ask, scope: Scope, fingerprint: str, now: int) -> _Settled:
        row = await receipts.find(tx, scope, now)
        if row is None:
            raise _Busy
        if row["fingerprint"] != fingerprint:
            raise KeyReused()
        await receipts.note_attempt(tx, scope, ask.request_id, now)
        return _Settled(_replay(scope, row), None)

    def _wake(self, workspace_id: WorkspaceId, reached: int | None) -> None:
        if reached is not None:
            self._hub.wake(workspace_id, reached)
            self._bus.publish(workspace_id, reached)


async def _again(once: Callable[[], Awaitable[T]]) -> T:
    """Run again whole when a constraint caught a lost race; the last time it is a bug and raised."""
    for _ in range(LOST_RACES - 1):
        try:
            return await once()
        except ConstraintViolated:
            continue
    return await once()


def _answer(rendered: Rendered, *, replayed: bool) -> Answer:
    return Answer(rendered.status, rendered.body, rendered.content_type, replayed)


def _replay(scope: Scope, row: Row) -> Answer:
    return _answer(scope.open(row), replayed=True)
