"""The way from the command line into a running server: loopback only, with a secret in the data folder.

SQLite has one writing process. What the command line wants to write, that process writes for it.
"""

import asyncio
import contextlib
import hmac
import os
from pathlib import Path
from typing import Any

import msgspec
import structlog

from ringonce.app.admin import COMMANDS
from ringonce.kernel.secrets import new_token
from ringonce.values.errors import DomainError
from ringonce.web.edge import Edge

log = structlog.get_logger("ringonce.control")

FILE = "control.json"
_LONGEST_LINE = 65_536


class Where(msgspec.Struct):
    """Where a running server listens, and what proves that one may read its data folder."""

    port: int
    secret: str


class Ask(msgspec.Struct):
    secret: str
    command: str
    ask: msgspec.Raw = msgspec.Raw(b"{}")


class Said(msgspec.Struct):
    """`code` and `params` name a refusal; otherwise `result` is the answer."""

    result: msgspec.Raw = msgspec.Raw(b"{}")
    code: str | None = None
    params: dict[str, Any] = {}


class Refused(Exception):
    """The running server refused a command."""

    def __init__(self, code: str, params: dict[str, Any]) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


class Control:
    """Listens for the command line while the server runs."""

    def __init__(self, edge: Edge, folder: Path) -> None:
        self._edge = edge
        self._path = folder / FILE
        self._secret = new_token()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_LONGEST_LINE)
        port: int = self._server.sockets[0].getsockname()[1]
        self._path.unlink(missing_ok=True)
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(Where(port, self._secret)))

    async def stop(self) -> None:
        self._path.unlink(missing_ok=True)
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(10):
                line = await reader.readline()
            said = await self._obey(line)
            writer.write(msgspec.json.encode(said) + b"\n")
            await writer.drain()
        writer.close()

    async def _obey(self, line: bytes) -> Said:
        try:
            ask = msgspec.json.decode(line, type=Ask)
        except msgspec.DecodeError:
            return Said(code="request-invalid")
        if not hmac.compare_digest(ask.secret.encode(), self._secret.encode()):
            return Said(code="not-allowed")
        if ask.command not in COMMANDS:
            return Said(code="not-found", params={"command": ask.command})
        kind, do = COMMANDS[ask.command]
        try:
            result = await do(self._edge, msgspec.json.decode(ask.ask, type=kind))
        except DomainError as refusal:
            return Said(code=refusal.code, params=dict(refusal.params))
        except msgspec.DecodeError:
            return Said(code="request-invalid")
        log.info("control", command=ask.command)
        return Said(result=msgspec.Raw(msgspec.json.encode(result)))


def find_running(folder: Path) -> Where | None:
    """Where the server of this data folder listens, if it said so. It may have died since."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Where)
    except (OSError, msgspec.DecodeError):
        return None


async def command_running(where: Where, command: str, ask: msgspec.Struct) -> bytes:
    """Have the running server do it; its answer as JSON. Raises Refused, OSError if nobody listens."""
    reader, writer = await asyncio.open_connection("127.0.0.1", where.port, limit=_LONGEST_LINE)
    try:
        line = msgspec.json.encode(Ask(where.secret, command, msgspec.Raw(msgspec.json.encode(ask))))
        writer.write(line + b"\n")
        await writer.drain()
        answer = await reader.readline()
    finally:
        writer.close()
    if not answer:
        raise ConnectionResetError("the server closed the connection without an answer")
    said = msgspec.json.decode(answer, type=Said)
    if said.code is not None:
        raise Refused(said.code, said.params)
    return bytes(said.result)
