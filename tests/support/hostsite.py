"""Somebody else's website: a small server of its own, whose every page carries our one line.

Each site stands at a loopback address of its own, so to a browser they are strangers to one another.
"""

import asyncio
import itertools
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

_addresses = itertools.count(2)

# The launcher's root is closed to the page. A driver that enters frames by their element needs it open.
_OPEN_ROOTS = (
    "<script>{const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (how) "
    "{ return attach.call(this, { ...how, mode: 'open' }) }}</script>"
)


class HostSite:
    """`url(origin, workspace, inbox)` is a page of the site with the chat of that inbox."""

    def __init__(self, *, open_roots: bool = False) -> None:
        number = next(_addresses)
        self._host = f"127.0.{number // 250 + 1}.{number % 250 + 2}"
        self._head = _OPEN_ROOTS if open_roots else ""
        self._server: asyncio.Server | None = None
        self._port = 0

    @property
    def origin(self) -> str:
        return f"http://{self._host}:{self._port}"

    def url(self, origin: str, workspace: str, inbox: str, path: str = "/") -> str:
        asked = urlencode({"origin": origin, "workspace": workspace, "inbox": inbox})
        return f"{self.origin}{path}?{asked}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self._host, 0)
        self._port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            body = self._page(head.split(" ", 2)[1]).encode()
            answer = (
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            )
            writer.write(answer.encode() + body)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _page(self, target: str) -> str:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
        if "origin" not in asked:
            return "<!doctype html><title>Nothing</title>"
        script = (
            f'<script async src="{asked["origin"]}/embed.js" data-workspace="{asked["workspace"]}" '
            f'data-inbox="{asked["inbox"]}"></script>'
        )
        return (
            "<!doctype html><html lang=en><meta charset=utf-8><title>Shop</title><link rel=icon href=data:,>"
            "<meta name=viewport content='width=device-width, initial-scale=1'>"
            f"{self._head}<main><h1>Shop</h1><p>Things.</p></main>{script}"
        )
