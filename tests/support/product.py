"""The real product as a process of its own, on a free loopback port: started, killed, started again."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

REPOSITORY = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A loopback port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class ProductDied(AssertionError):
    """The process ended before it answered; carries what it printed."""


@dataclass(slots=True)
class Product:
    """`ringonce serve` (or `demo`) with a data folder; `async with` starts and stops it.

    `database` is empty for the SQLite file in `folder`. `restart()` keeps port, folder and database.
    """

    folder: Path
    database: str = ""
    command: str = "serve"
    flags: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "product.log"

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    async def start(self, *, within: float = 90.0) -> None:
        """Until the server says that it is ready. Raises ProductDied or TimeoutError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        words = ["--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.folder), *self.flags]
        if self.command == "demo":
            words.append("--no-browser")
        if self.database:
            words += ["--database", self.database]
        path = os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "ringonce.cli", self.command, *words),
                cwd=REPOSITORY,
                env={**os.environ, "PYTHONPATH": path, **self.environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        async with asyncio.timeout(within):
            await self._ready(self.process)

    async def _ready(self, process: Process) -> None:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            while True:
                if process.returncode is not None:
                    raise ProductDied(self.printed())
                try:
                    if (await client.get("/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.03)

    async def stop(self, sign: signal.Signals = signal.SIGTERM, *, within: float = 20.0) -> int:
        """End the process as the operating system would; its exit code."""
        process = self.process
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(sign)
        try:
            async with asyncio.timeout(within):
                return await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
            raise
        finally:
            self.process = None

    async def kill(self) -> None:
        """As a power cut would: no goodbye."""
        await self.stop(signal.SIGKILL)

    async def restart(self) -> None:
        await self.kill()
        await self.start()

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.stop(signal.SIGKILL)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None:
            await self.stop()
