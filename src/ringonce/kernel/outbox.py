"""The outbox: consumers follow the log and let effects leave the house, at least once, in order.

Each effect goes out under a stable id. The only place below the edge that catches every
exception: what the outside world does is never our bug.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from ringonce.kernel import outbox_store as store
from ringonce.kernel.db import Database, DatabaseUnavailable, Tx
from ringonce.kernel.eventlog import Entry, read_log
from ringonce.kernel.hub import Hub
from ringonce.kernel.outbox_store import DeadLetter, Lease
from ringonce.kernel.sources import Clock
from ringonce.values.ids import OutboxId, WorkspaceId

_logger = structlog.get_logger("ringonce.outbox")


class Rejected(Exception):
    """Raised by a consumer: no attempt will ever succeed, so make no more.

    `reason` is shown to owners and must name no person.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Effect:
    """One entry on its way out. `id` is the same at every attempt: Message-ID, webhook id."""

    id: OutboxId
    entry: Entry
    attempt: int


class Consumer(Protocol):
    """Follows the log of every workspace. `name` is its identity: never change it."""

    @property
    def name(self) -> str: ...

    def wants(self, action: str) -> bool:
        """Whether entries of this action matter to it."""

    async def handle(self, effect: Effect) -> None:
        """Let it happen outside. Raises Rejected, or anything to be tried again later."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Times in milliseconds; `handle` gets half of the lease, so that it never outlives it."""

    lease_for: int = 60_000
    first_retry: int = 1_000
    longest_retry: int = 30 * 60_000
    attempts: int = 20
    batch: int = 100
    at_once: int = 8
    look_every: int = 5_000

    def retry_after(self, attempts: int) -> int:
        """How long to wait after so many failed attempts."""
        return min(self.longest_retry, self.first_retry << min(attempts - 1, 30))


class Outbox:
    """Runs consumers in this process; others may run the same ones, the lease decides."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        hub: Hub,
        consumers: Sequence[Consumer],
        owner: str,
        policy: Policy | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._consumers = list(consumers)
        self._owner = owner
        self._policy = policy or Policy()
        self._places = asyncio.Semaphore(self._policy.at_once)

    async def serve(self) -> None:
        """Work for ever: at every wake, and by the timer in case a wake was lost."""
        with self._hub.follow() as follower:
            while True:
                try:
                    while await self.pass_once():
                        continue
                except DatabaseUnavailable as away:
                    _logger.warning("outbox waits for the database", error=str(away))
                except Exception as bug:
                    # Nobody would start it again, and no letter would leave until the process does.
                    _logger.error("outbox pass failed", exc_info=bug)
                try:
                    async with asyncio.timeout(self._policy.look_every / 1000):
                        await follower.next()
                except TimeoutError:
                    continue

    async def pass_once(self) -> int:
        """Let out what is due now; how far it came, in entries passed and letters raised."""
        counts = await asyncio.gather(*(self._pass(consumer) for consumer in self._consumers))
        return sum(counts)

    async def _pass(self, consumer: Consumer) -> int:
        now = self._clock.now()

        async def look(tx: Tx) -> tuple[list[WorkspaceId], list[DeadLetter]]:
            behind = await store.list_behind(tx, consumer.name, now)
            return behind, await store.list_redrives(tx, consumer.name, now)

        behind, letters = await self._database.read(look)
        passed = await asyncio.gather(*(self._follow(consumer, workspace_id) for workspace_id in behind))
        raised = [await self._try_again(consumer, letter) for letter in letters]
        return sum(passed) + sum(raised)

    async def _follow(self, consumer: Consumer, workspace_id: WorkspaceId) -> int:
        """Go through one batch of one log."""
        async with self._places:
            held = await self._lease(consumer, workspace_id)
            if held is None:
                return 0
            after = held.seq
            entries = await self._database.read(
                lambda tx: read_log(tx, workspace_id, after, self._policy.batch)
            )
            for entry in entries:
                if not consumer.wants(entry.action):
                    continue
                moved = await self._one(consumer, held, entry)
                if moved is None:
                    return held.seq - after
                held = moved
            last = entries[-1].seq if entries else after
            await self._database.write(lambda tx: self._finish(tx, held, last))
            return last - after

    async def _finish(self, tx: Tx, held: Lease, last: int) -> None:
        if last != held.seq:
            await store.advance(tx, held, last, self._lease_end())
        await store.release(tx, replace(held, seq=last))

    async def _one(self, consumer: Consumer, held: Lease, entry: Entry) -> Lease | None:
        """One effect; the lease moved past it, or None if it must wait or the lease was lost."""
        attempt = held.attempts + 1
        failure = await self._let_out(consumer, entry, attempt)
        is_given_up = isinstance(failure, Rejected) or attempt >= self._policy.attempts
        if failure is not None and not is_given_up:
            retry_at = self._clock.now() + self._policy.retry_after(attempt)
            await self._database.write(lambda tx: store.postpone(tx, held, attempt, retry_at))
            return None

        async def settle(tx: Tx) -> bool:
            is_ours = await store.advance(tx, held, entry.seq, self._lease_end())
            if is_ours and failure is not None:
                await store.bury(tx, held, entry.seq, attempt, _reason(failure), self._clock.now())
            return is_ours

        if not await self._database.write(settle):
            return None
        return replace(held, seq=entry.seq, attempts=0)

    async def _let_out(self, consumer: Consumer, entry: Entry, attempt: int) -> Exception | None:
        effect = Effect(store.effect_id(entry.workspace_id, entry.seq, consumer.name), entry, attempt)
        try:
            async with asyncio.timeout(self._policy.lease_for / 2000):
                await consumer.handle(effect)
        except Exception as failure:
            _logger.warning(
                "effect failed",
                consumer=consumer.name,
                effect=effect.id,
                attempt=attempt,
                request_id=entry.request_id,
                error=_reason(failure),
            )
            return failure
        return None

    async def _try_again(self, consumer: Consumer, letter: DeadLetter) -> int:
        """One more attempt of a dead letter, while nobody else is this consumer."""
        async with self._places:
            held = await self._lease(consumer, letter.workspace_id)
            if held is None:
                return 0
            entries = await self._database.read(
                lambda tx: read_log(tx, letter.workspace_id, letter.seq - 1, 1)
            )
            attempt = letter.attempts + 1
            failure = await self._let_out(consumer, entries[0], attempt)

            async def settle(tx: Tx) -> None:
                if failure is None:
                    await store.forget_letter(tx, letter.workspace_id, consumer.name, letter.seq)
                else:
                    now = self._clock.now()
                    await store.bury(tx, held, letter.seq, attempt, _reason(failure), now)
                await store.release(tx, held)

            await self._database.write(settle)
            return 1 if failure is None else 0

    async def _lease(self, consumer: Consumer, workspace_id: WorkspaceId) -> Lease | None:
        now, until = self._clock.now(), self._lease_end()
        return await self._database.write(
            lambda tx: store.lease(tx, workspace_id, consumer.name, self._owner, now, until)
        )

    def _lease_end(self) -> int:
        return self._clock.now() + self._policy.lease_for


def _reason(failure: Exception) -> str:
    # The text of a foreign exception may hold an address or a name; its class cannot.
    return failure.reason if isinstance(failure, Rejected) else type(failure).__name__
