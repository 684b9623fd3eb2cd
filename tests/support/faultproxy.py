"""A network that misbehaves when told to: a proxy between a client and the real server.

Speaks just enough HTTP/1.1 to know where a request and its answer end, so that a fault hits one exchange.
What is not HTTP any more (a WebSocket after its upgrade) passes through byte by byte.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it came from the client, whole."""

    method: str
    path: str
    head: bytes
    body: bytes

    @property
    def wire(self) -> bytes:
        return self.head + self.body


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to matching exchanges. Times are seconds; `times` counts down, None means for ever.

    delay: before the request is passed on. drop_request: it never reaches the server, the client's connection
    closes. drop_answer: the server works, its answer is lost. twice: the server gets the request again,
    the client sees the second answer. cut_answer: so many bytes, then the end. hold: the request waits
    until `release()`; two held requests can be released in the other order. hold_answer: the server has done
    its work, and its answer waits like that.
    """

    delay: float = 0.0
    drop_request: bool = False
    drop_answer: bool = False
    twice: bool = False
    cut_answer: int | None = None
    hold: bool = False
    hold_answer: bool = False
    times: int | None = None
    matches: Callable[[Exchange], bool] = lambda exchange: True


def on(method: str, contains: str = "") -> Callable[[Exchange], bool]:
    """A matcher by method and a part of the path."""
    return lambda exchange: exchange.method == method and contains in exchange.path


@dataclass(slots=True)
class Held:
    """A request, or the answer to one, that waits inside the proxy."""

    exchange: Exchange
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self.gate.set()


class FaultProxy:
    """Listens on a loopback port of its own; faults are switched while it runs.

    `seen` holds every exchange that came in, `passed` those that went on to the server, each time. Offline:
    new connections are closed and open ones are cut.
    """

    def __init__(self, host: str, port: int) -> None:
        self._upstream = (host, port)
        self._server: asyncio.Server | None = None
        self._faults: list[tuple[Fault, list[int]]] = []
        self._writers: set[asyncio.StreamWriter] = set()
        self._changed = asyncio.Condition()
        self._offline = False
        self.port = 0
        self.seen: list[Exchange] = []
        self.passed: list[Exchange] = []
        self.held: list[Held] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop listening and cut every connection."""
        if self._server is not None:
            self._server.close()
        self.release()
        self.cut()
        if self._server is not None:
            await self._server.wait_closed()

    def set(self, *faults: Fault) -> None:
        """From now on these faults and no others; the first that matches an exchange counts."""
        self._faults = [(fault, [fault.times if fault.times is not None else -1]) for fault in faults]

    def clear(self) -> None:
        """A good network again. What is held stays held."""
        self._faults = []

    def cut(self) -> None:
        """Close every open connection at once, WebSockets too."""
        for writer in list(self._writers):
            writer.close()

    def go_offline(self) -> None:
        self._offline = True
        self.cut()

    def go_online(self) -> None:
        self._offline = False

    def release(self) -> None:
        """Let everything go that is held."""
        for held in self.held:
            held.release()

    async def wait_for(self, count: int, *, held: bool = False, within: float = 10.0) -> None:
        """Until so many exchanges came in (or are held). Raises TimeoutError."""
        counted: Callable[[], int] = lambda: len(self.held if held else self.seen)  # noqa: E731
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(lambda: counted() >= count)

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _fault_for(self, exchange: Exchange) -> Fault:
        for fault, left in self._faults:
            if left[0] != 0 and fault.matches(exchange):
                left[0] -= 1
                return fault
        return Fault()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            if not self._offline:
                await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Exchange after exchange on one client connection, each on a fresh connection to the server."""
        while exchange := await _read_exchange(reader):
            self.seen.append(exchange)
            await self._note()
            fault = self._fault_for(exchange)
            if fault.drop_request:
                return
            if fault.hold:
                await self._hold(exchange)
            if fault.delay:
                await asyncio.sleep(fault.delay)
            if not await self._pass_on(exchange, fault, reader, writer):
                return

    async def _pass_on(
        self, exchange: Exchange, fault: Fault, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Whether the client's connection may be used again."""
        if fault.twice:
            await self._ask(exchange)
        self.passed.append(exchange)
        upstream_reader, upstream_writer = await asyncio.open_connection(*self._upstream)
        self._writers.add(upstream_writer)
        try:
            upstream_writer.write(exchange.wire)
            await upstream_writer.drain()
            if _is_upgrade(exchange.head):
                await _pump_both(reader, writer, upstream_reader, upstream_writer)
                return False
            answer = await _read_answer(upstream_reader, exchange.method)
        finally:
            self._writers.discard(upstream_writer)
            upstream_writer.close()
        if fault.hold_answer:
            await self._hold(exchange)
        if fault.drop_answer:
            return False
        writer.write(answer if fault.cut_answer is None else answer[: fault.cut_answer])
        await writer.drain()
        return fault.cut_answer is None and b"connection: close" not in exchange.head.lower()

    async def _hold(self, exchange: Exchange) -> None:
        held = Held(exchange)
        self.held.append(held)
        await self._note()
        await held.gate.wait()

    async def _ask(self, exchange: Exchange) -> bytes:
        self.passed.append(exchange)
        reader, writer = await asyncio.open_connection(*self._upstream)
        try:
            writer.write(exchange.wire)
            await writer.drain()
            return await _read_answer(reader, exchange.method)
        finally:
            writer.close()


async def _read_exchange(reader: asyncio.StreamReader) -> Exchange | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
    return Exchange(method, path, head, await _read_body(reader, head))


async def _read_answer(reader: asyncio.StreamReader, method: str) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    status = head.split(b" ", 2)[1]
    if method == "HEAD" or status in (b"204", b"304"):
        return head
    if _header(head, b"content-length") is None and _header(head, b"transfer-encoding") is None:
        return head + await reader.read()
    return head + await _read_body(reader, head)


async def _read_body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    if (_header(head, b"transfer-encoding") or b"").lower() == b"chunked":
        body = b""
        while True:
            size = await reader.readuntil(b"\r\n")
            chunk = await reader.readexactly(int(size.split(b";")[0], 16) + 2)
            body += size + chunk
            if int(size.split(b";")[0], 16) == 0:
                return body
    return await reader.readexactly(int(_header(head, b"content-length") or b"0"))


def _header(head: bytes, name: bytes) -> bytes | None:
    for line in head.split(b"\r\n")[1:]:
        key, _, value = line.partition(b":")
        if key.strip().lower() == name:
            return value.strip()
    return None


def _is_upgrade(head: bytes) -> bool:
    return (_header(head, b"upgrade") or b"").lower() == b"websocket"


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def _pump_both(
    client_reader: asyncio.StreamReader,
    client_writer: asyncio.StreamWriter,
    server_reader: asyncio.StreamReader,
    server_writer: asyncio.StreamWriter,
) -> None:
    await asyncio.gather(_pump(client_reader, server_writer), _pump(server_reader, client_writer))
