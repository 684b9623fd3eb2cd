"""Work that no request asks for: what time alone changes, and what is old enough to go."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from ringonce.app.chat_chores import ChatChores
from ringonce.app.desk_chores import DeskChores
from ringonce.app.mailing import Mailing
from ringonce.app.settings import Settings
from ringonce.booking.sweep import SWEEPER, Due, find_due, sweep
from ringonce.identity.sign_in import purge_sessions
from ringonce.kernel.db import Tx
from ringonce.kernel.receipts import purge_all
from ringonce.values.errors import DomainError
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.edge import Edge

log = structlog.get_logger("ringonce.worker")

SWEEP_EVERY = 2.0
WAKE_EVERY = 5.0
PURGE_EVERY = 600.0
FILES_EVERY = 3_600.0


@dataclass(frozen=True, slots=True)
class Chore:
    """Something done again and again, `every` so many seconds."""

    name: str
    every: float
    do: Callable[[], Awaitable[object]]


class Worker:
    """Runs the chores of one process until it is stopped."""

    def __init__(self, edge: Edge, settings: Settings, mail: Mailing) -> None:
        self._edge = edge
        self._settings = settings
        self.mail = mail
        self._chat = ChatChores(edge)
        self.desk = DeskChores(edge)
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._tasks = [
            asyncio.create_task(self._repeat(chore), name=f"ringonce-{chore.name}") for chore in self.chores()
        ]
        self._tasks += [
            asyncio.create_task(self.mail.outbox.serve(), name="ringonce-outbox"),
            asyncio.create_task(self.desk.outbox.serve(), name="ringonce-desk"),
            asyncio.create_task(self.mail.carry(), name="ringonce-postman"),
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        for task, end in zip(self._tasks, ends, strict=True):
            # One that died earlier is told of, and keeps nothing else from being closed.
            if isinstance(end, Exception):
                log.error("task-died", task=task.get_name(), exc_info=end)
        self._tasks = []

    def chores(self) -> list[Chore]:
        return [
            Chore("sweep", SWEEP_EVERY, self.sweep),
            Chore("refresh-offers", SWEEP_EVERY, self.desk.refresh_offers),
            Chore("wake-snoozed", WAKE_EVERY, self._chat.wake_snoozed),
            Chore("serve-waiting", WAKE_EVERY, self._chat.serve_waiting),
            Chore("watch-unseen", WAKE_EVERY, self.mail.watch),
            Chore("resolve-silent", PURGE_EVERY, self._chat.resolve_silent),
            Chore("sweep-files", FILES_EVERY, self._chat.sweep_files),
            Chore("purge-sessions", PURGE_EVERY, self.purge),
            Chore("purge-receipts", PURGE_EVERY, self.purge_receipts),
        ]

    async def sweep(self) -> int:
        """Write down what time has ended: leases past their deadline, requests nobody decided."""
        edge = self._edge
        ended = 0
        while due := await edge.database.read(lambda tx: find_due(tx, edge.clock.now())):
            swept = 0
            for one in due:
                swept += await self._end(one)
            ended += swept
            if not swept:
                # Another process was quicker, or they were renewed: the next turn looks again.
                break
        return ended

    async def _end(self, due: Due) -> int:
        edge = self._edge
        workspace_id, attempt = WorkspaceId(due.workspace_id), edge.ids.new(RequestId)
        return await edge.executor.run(workspace_id, SWEEPER, attempt, lambda work: sweep(work, due))

    async def purge(self) -> int:
        """Delete expired sessions."""
        now = self._edge.clock.now()

        async def job(tx: Tx) -> int:
            return await purge_sessions(tx, now)

        return await self._edge.database.write(job)

    async def purge_receipts(self) -> int:
        """Delete the receipts of keys whose life is over."""
        return await purge_all(self._edge.database, self._edge.clock)

    async def _repeat(self, chore: Chore) -> None:
        while True:
            try:
                await chore.do()
            except DomainError as refusal:
                # The database may be away for a while; the next turn tries again.
                log.warning("chore-refused", chore=chore.name, code=refusal.code)
            except Exception as bug:
                log.error("chore-failed", chore=chore.name, exc_info=bug)
            await asyncio.sleep(chore.every)
