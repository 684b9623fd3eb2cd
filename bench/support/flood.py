"""As many equal requests as a server answers: raw connections that cost little beside it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from time import perf_counter
from typing import cast

from tests.support.product import REPOSITORY, free_port


def request(path: str, headers: Iterable[tuple[str, str]] = ()) -> bytes:
    """A GET as bytes."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode()


class _Line(asyncio.Protocol):
    """One connection that asks the same again as soon as it is answered."""

    def __init__(self, asked: bytes, status: bytes) -> None:
        self._asked = asked
        self._status = b"HTTP/1.1 " + status
        self._rest = b""
        self._transport: asyncio.Transport | None = None
        self.answers = 0
        self.failed: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._asked)

    def data_received(self, data: bytes) -> None:
        self._rest += data
        end = self._rest.find(b"\r\n\r\n")
        if end < 0 or self._transport is None:
            return
        size = end + 4 + (0 if self._status.endswith(b"304") else _length(self._rest[:end]))
        if len(self._rest) < size:
            return
        if not self._rest.startswith(self._status):
            self.failed = self._rest[:200].decode("latin-1")
            self._transport.close()
            return
        self.answers += 1
        self._rest = self._rest[size:]
        self._transport.write(self._asked)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


def _length(head: bytes) -> int:
    lower = head.lower()
    at = lower.find(b"content-length:")
    return 0 if at < 0 else int(lower[at + 15 :].split(b"\r\n", 1)[0])


async def flood(port: int, asked: bytes, status: bytes, *, lines: int, seconds: float) -> float:
    """Answers a second over so many connections. Raises RuntimeError for an answer of another status."""
    loop = asyncio.get_running_loop()
    made = [
        (await loop.create_connection(lambda: _Line(asked, status), "127.0.0.1", port))[1]
        for _ in range(lines)
    ]
    await asyncio.sleep(0.3)
    before, begun = sum(line.answers for line in made), perf_counter()
    await asyncio.sleep(seconds)
    answers, took = sum(line.answers for line in made) - before, perf_counter() - begun
    for line in made:
        line.close()
    failed = next((line.failed for line in made if line.failed is not None), None)
    if failed is not None:
        raise RuntimeError(failed)
    return answers / took


@asynccontextmanager
async def bare_server() -> AsyncIterator[int]:
    """The same HTTP server with an application of two lines: what is left when nothing is done. Its port."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "uvicorn", "bench.support.bare:app", "--port", str(port), "--http", "httptools"),
        *("--loop", "uvloop", "--no-access-log", "--lifespan", "off", "--log-level", "error"),
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    try:
        for _ in range(400):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                break
            except OSError:
                await asyncio.sleep(0.03)
        yield port
    finally:
        process.terminate()
        await process.wait()
