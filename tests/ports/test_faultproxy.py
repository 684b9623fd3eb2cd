"""The fault proxy does to a connection what its faults say, and nothing when it has none."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from tests.support.faultproxy import Fault, FaultProxy, on


class Counter:
    """A server that counts what reaches it and answers with the number."""

    def __init__(self) -> None:
        self.arrived: list[str] = []

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        body = await reader.readexactly(length)
        self.arrived.append(body.decode())
        text = f"{len(self.arrived)}:{body.decode()}".encode()
        if b"/chunked" in head:
            writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
            writer.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(text), text))
        else:
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (len(text), text))
        await writer.drain()
        writer.close()


@asynccontextmanager
async def proxied() -> AsyncIterator[tuple[Counter, FaultProxy, httpx.AsyncClient]]:
    counter = Counter()
    server = await asyncio.start_server(counter.answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with FaultProxy("127.0.0.1", port) as proxy, httpx.AsyncClient(base_url=proxy.url) as client:
        yield counter, proxy, client
    server.close()
    await server.wait_closed()


async def test_without_faults_it_is_not_there() -> None:
    async with proxied() as (counter, proxy, client):
        for text in ("a", "b"):
            answer = await client.post("/x", content=text)
            assert answer.status_code == 200
        chunked = await client.post("/chunked", content="c")
        assert chunked.text == "3:c"
        assert counter.arrived == ["a", "b", "c"]
        assert [exchange.path for exchange in proxy.seen] == ["/x", "/x", "/chunked"]


async def test_a_dropped_answer_was_worked_on() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.set(Fault(drop_answer=True, times=1))
        with pytest.raises(httpx.RemoteProtocolError):
            await client.post("/x", content="a")
        assert counter.arrived == ["a"]
        assert (await client.post("/x", content="a")).text == "2:a"


async def test_a_dropped_request_never_arrives() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.set(Fault(drop_request=True, matches=on("POST", "/x")))
        with pytest.raises(httpx.RemoteProtocolError):
            await client.post("/x", content="a")
        assert counter.arrived == []
        assert (await client.get("/x")).text == "1:"


async def test_a_request_can_arrive_twice() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.set(Fault(twice=True))
        assert (await client.post("/x", content="a")).text == "2:a"
        assert counter.arrived == ["a", "a"]


async def test_an_answer_can_be_cut() -> None:
    async with proxied() as (_, proxy, client):
        proxy.set(Fault(cut_answer=40))
        with pytest.raises(httpx.RemoteProtocolError):
            await client.post("/x", content="a")


async def test_held_requests_arrive_in_the_order_of_their_release() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.set(Fault(hold=True))
        first = asyncio.create_task(client.post("/x", content="first"))
        await proxy.wait_for(1, held=True)
        second = asyncio.create_task(client.post("/x", content="second"))
        await proxy.wait_for(2, held=True)
        proxy.held[1].release()
        await second
        proxy.held[0].release()
        await first
        assert counter.arrived == ["second", "first"]


async def test_delay_lets_a_later_request_pass() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.set(Fault(delay=0.3, times=1))
        late = asyncio.create_task(client.post("/x", content="late"))
        await proxy.wait_for(1)
        await client.post("/x", content="early")
        await late
        assert counter.arrived == ["early", "late"]


async def test_offline_refuses_and_online_works_again() -> None:
    async with proxied() as (counter, proxy, client):
        proxy.go_offline()
        with pytest.raises(httpx.TransportError):
            await client.post("/x", content="a")
        assert counter.arrived == []
        proxy.go_online()
        assert (await client.post("/x", content="a")).status_code == 200


async def test_web_sockets_pass_and_can_be_cut() -> None:
    async def echo(socket: ServerConnection) -> None:
        async for message in socket:
            await socket.send(message)

    async with serve(echo, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        async with FaultProxy("127.0.0.1", port) as proxy:
            async with connect(f"ws://127.0.0.1:{proxy.port}/live") as socket:
                await socket.send("hello")
                assert await socket.recv() == "hello"
                proxy.cut()
                with pytest.raises(ConnectionClosed):
                    await socket.recv()
