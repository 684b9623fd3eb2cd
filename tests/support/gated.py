"""A database whose writes wait until they are let through: holds an attempt in flight."""

import asyncio
from typing import TypeVar

from ringonce.kernel.db import Database, DialectName, Job

T = TypeVar("T")


class GatedDatabase:
    """Wraps a real engine. A held write has begun nothing: no transaction, no connection."""

    def __init__(self, inner: Database) -> None:
        self._inner = inner
        self.gate = asyncio.Event()
        #: How many writes have come to the gate.
        self.arrived = asyncio.Semaphore(0)

    @property
    def dialect(self) -> DialectName:
        return self._inner.dialect

    def commits(self, apart_from: frozenset[str]) -> int | None:
        return self._inner.commits(apart_from)

    async def write(self, job: Job[T], /) -> T:
        self.arrived.release()
        await self.gate.wait()
        return await self._inner.write(job)

    async def read(self, job: Job[T], /) -> T:
        return await self._inner.read(job)

    async def close(self) -> None:
        await self._inner.close()
