"""A websocket client for an application in the same process: no network, no threads."""

import asyncio
import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

WITHIN = 10.0


class LiveSocket:
    """One page's socket. `async with` opens it; what the server says is read in order."""

    def __init__(self, app: Any, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers
        self._to_server: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._from_server: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        #: While cleared, the server's frames are not taken: a page that does not read.
        self.reading = asyncio.Event()
        self.reading.set()
        self.closed_with: int | None = None

    async def __aenter__(self) -> Self:
        scope = {
            "type": "websocket",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": "/api/v1/live",
            "raw_path": b"/api/v1/live",
            "root_path": "",
            "query_string": b"",
            "headers": [(name.lower().encode(), value.encode()) for name, value in self._headers.items()],
            "client": ("203.0.113.5", 4711),
            "server": ("127.0.0.1", 80),
            "subprotocols": [],
            "state": {},
            "extensions": {},
        }
        self._task = asyncio.create_task(self._app(scope, self._to_server.get, self._take))
        await self._to_server.put({"type": "websocket.connect"})
        accepted = await self._next()
        assert accepted["type"] == "websocket.accept", accepted
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._to_server.put({"type": "websocket.disconnect", "code": 1001, "reason": ""})
        if self._task is not None:
            self.reading.set()
            async with asyncio.timeout(WITHIN):
                await self._task

    async def say(self, **frame: Any) -> None:
        await self.say_raw(json.dumps(frame))

    async def say_raw(self, text: str) -> None:
        await self._to_server.put({"type": "websocket.receive", "text": text})

    async def hear(self, kind: str | None = None) -> dict[str, Any]:
        """The next frame; with a kind, the next of that kind. Raises TimeoutError after a silence."""
        while True:
            frame: dict[str, Any] = json.loads(await self.hear_raw())
            if kind is None or frame["type"] == kind:
                return frame

    async def hear_raw(self) -> str:
        """The next frame's text. Raises ConnectionError when the server closes the socket."""
        message = await self._next()
        if message["type"] == "websocket.close":
            self.closed_with = message["code"]
            raise ConnectionError(f"closed with {message['code']}: {message.get('reason')}")
        text: str = message["text"]
        return text

    async def ends(self) -> int:
        """The code with which the server closes the socket."""
        try:
            while True:
                await self.hear()
        except ConnectionError:
            return self.closed_with or 0

    def is_silent(self) -> bool:
        """Whether nothing waits to be heard."""
        return self._from_server.empty()

    async def _next(self) -> dict[str, Any]:
        async with asyncio.timeout(WITHIN):
            return await self._from_server.get()

    async def _take(self, message: dict[str, Any]) -> None:
        await self.reading.wait()
        await self._from_server.put(message)
