"""A booking page's live socket, as raw bytes: a thousand of them cost the load generator little."""

import asyncio
import json
import os
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any, TypeVar, cast

S = TypeVar("S", bound="RawSocket")


def _frame(kind: int, payload: bytes) -> bytes:
    """A client's frame: final, masked with nought."""
    size = len(payload)
    head = (
        bytes([0x80 | kind, 0x80 | size]) if size < 126 else bytes([0x80 | kind, 0xFE, size >> 8, size & 255])
    )
    return head + bytes(4) + payload


class RawSocket(asyncio.Protocol):
    """One socket: sends its first frames once it is open, answers pings, and hands each frame to `take`."""

    def __init__(self, first: Sequence[dict[str, Any]], headers: Sequence[str] = ()) -> None:
        self._first = b"".join(_frame(1, json.dumps(each).encode()) for each in first)
        self._headers = headers
        self._transport: asyncio.Transport | None = None
        self._is_open = False
        self._rest = b""
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
        lines = ["GET /api/v1/live HTTP/1.1", "Host: 127.0.0.1", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [key, "Sec-WebSocket-Version: 13", *self._headers, "", ""]
        self._transport.write("\r\n".join(lines).encode())

    def data_received(self, data: bytes) -> None:
        self._rest += data
        if not self._is_open:
            head, end, rest = self._rest.partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                self.ready.set_exception(RuntimeError(head.decode("latin-1")))
                return
            self._is_open, self._rest = True, rest
            if self._first:
                self.write(self._first)
            self.opened()
        while (frame := self._next()) is not None:
            kind, payload = frame
            if kind == 9:
                self.write(_frame(10, payload))
            elif kind == 8:
                self.closed_by_server(payload)
            else:
                self.take(payload)

    def opened(self) -> None:
        """The handshake is done."""

    def take(self, payload: bytes) -> None:
        """A frame of text came."""

    def closed_by_server(self, payload: bytes) -> None:
        if not self.ready.done():
            self.ready.set_exception(RuntimeError(payload.decode("latin-1")))

    def _next(self) -> tuple[int, bytes] | None:
        buffer = self._rest
        if len(buffer) < 2:
            return None
        size, start = buffer[1] & 127, 2
        if size >= 126:
            start = 4 if size == 126 else 10
            size = int.from_bytes(buffer[2:start], "big")
        if len(buffer) < start + size:
            return None
        self._rest = buffer[start + size :]
        return buffer[0] & 15, buffer[start : start + size]

    def write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


class PageSocket(RawSocket):
    """Says hello, follows the slots of a service, and notes when each change reached it."""

    def __init__(self, hello: dict[str, Any], subscribe: dict[str, Any]) -> None:
        super().__init__((hello, subscribe))
        self.told: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def take(self, payload: bytes) -> None:
        if payload.startswith(b'{"type":"delta"') and not self.told.done():
            self.told.set_result(perf_counter())
        elif payload.startswith(b'{"type":"snapshot"') and not self.ready.done():
            self.ready.set_result(None)
        elif payload.startswith(b'{"type":"problem"') and not self.ready.done():
            self.ready.set_exception(RuntimeError(payload.decode()))

    def again(self) -> None:
        """Wait for the next change."""
        self.told = asyncio.get_running_loop().create_future()


async def open_sockets(
    port: int, count: int, hello: dict[str, Any], subscribe: dict[str, Any]
) -> list[PageSocket]:
    """So many pages, each with its snapshot."""
    return await open_all(port, [lambda: PageSocket(hello, subscribe)] * count)


async def open_all(port: int, makers: Sequence[Callable[[], S]]) -> list[S]:
    """One socket of each maker, fifty at a time, each of them ready."""
    loop = asyncio.get_running_loop()
    made: list[S] = []
    for begin in range(0, len(makers), 50):
        some = [
            (await loop.create_connection(maker, "127.0.0.1", port))[1]
            for maker in makers[begin : begin + 50]
        ]
        async with asyncio.timeout(60):
            await asyncio.gather(*(page.ready for page in some))
        made += some
    return made


def memory_kb(pid: int) -> int:
    """The resident memory of a process (kB)."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
