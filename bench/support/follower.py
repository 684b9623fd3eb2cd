"""A socket that follows one thread and notes when each place of it came."""

import asyncio
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from bench.support.page_socket import RawSocket

_UPTO = b'"upto":'


def place_of_upto(payload: bytes) -> tuple[int, int]:
    """Where a frame of a thread says up to which place it tells."""
    begin = payload.rindex(_UPTO) + len(_UPTO)
    return begin, payload.index(b",", begin)


class Follower(RawSocket):
    """Follows the subscription `t`; `upto` is the last place it was told of, `came` when each came (s)."""

    def __init__(
        self, first: Sequence[dict[str, Any]], headers: Sequence[str], *, bare: bool = False
    ) -> None:
        super().__init__(first, headers)
        self._is_bare = bare
        self.upto = 0
        self.came: dict[int, float] = {}
        self.last = b""
        self._waits: tuple[int, asyncio.Future[float]] | None = None

    def opened(self) -> None:
        if self._is_bare:
            self.ready.set_result(None)

    def take(self, payload: bytes) -> None:
        if not payload.startswith(b'{"type":"thread"'):
            if payload.startswith(b'{"type":"problem"') and not self.ready.done():
                self.ready.set_exception(RuntimeError(payload.decode()))
            return
        at = perf_counter()
        upto = int(payload[slice(*place_of_upto(payload))])
        for seq in range(self.upto + 1, upto + 1):
            self.came[seq] = at
        self.upto, self.last = max(self.upto, upto), payload
        if not self.ready.done():
            self.ready.set_result(None)
        if self._waits is not None and self.upto >= self._waits[0]:
            waiting, self._waits = self._waits[1], None
            waiting.set_result(at)

    async def until(self, seq: int) -> float:
        """When a place came (s); waits for it."""
        if self.upto >= seq:
            return self.came[seq]
        waiting: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waits = (seq, waiting)
        async with asyncio.timeout(60):
            await waiting
        return self.came[seq]
