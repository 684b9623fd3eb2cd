"""Run the server: migrate, bind, say where it is, serve until told to stop."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from ringonce.app.control import Control
from ringonce.app.logs import configure_logs
from ringonce.app.server_secret import prepare_folder
from ringonce.app.settings import Settings
from ringonce.app.wiring import App, build
from ringonce.identity.found import offer_setup_link
from ringonce.kernel import migrate
from ringonce.values.ids import WorkspaceId

GRACE_SECONDS = 5
BACKLOG = 2048


class PortTaken(Exception):
    """Somebody else listens there; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class Started:
    """What a person is told when the server is up."""

    url: str
    setup_url: str | None


class _Server(uvicorn.Server):
    """uvicorn raises the signal again once it has shut down, which would end us before our own stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        former = {sign: signal.signal(sign, self.handle_exit) for sign in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sign, handler in former.items():
                signal.signal(sign, handler)


async def serve(settings: Settings, tell: Callable[[Started], None]) -> None:
    """Serve until SIGINT or SIGTERM; open sockets are closed with 1012, requests get 5 s to finish.

    Raises PortTaken, DatabaseInUse, SchemaTooNew, DatabaseUnavailable, UnknownEngine.
    """
    configure_logs(settings.log_level)
    listener = bind(settings.host, settings.port)
    try:
        prepare_folder(settings.data)
        await migrate.upgrade(settings.database_url)
        app = await build(settings)
        await run(app, settings, listener, tell)
    finally:
        listener.close()


async def run(app: App, settings: Settings, listener: socket.socket, tell: Callable[[Started], None]) -> None:
    """Serve a built application on a bound socket."""
    control = Control(app.edge, settings.data) if settings.on_sqlite else None
    server = _Server(_config(app, settings))
    await app.start()
    try:
        if control is not None:
            await control.start()
        tell(await _started(app, settings, listener))
        await server.serve(sockets=[listener])
    finally:
        if control is not None:
            await control.stop()
        await app.stop()


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises PortTaken with a sentence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise PortTaken(
            f"Cannot listen on {host}, port {port}: {error.strerror or error}. "
            f"If another Ringonce runs there, open it; or choose another port: --port {port + 1}"
        ) from error
    listener.setblocking(False)
    return listener


def _config(app: App, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app.asgi,
        lifespan="off",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=65_536,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=30,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.forwarded_allow_ips,
    )


async def _started(app: App, settings: Settings, listener: socket.socket) -> Started:
    port = listener.getsockname()[1]
    host = settings.host if settings.host not in {"0.0.0.0", "::"} else socket.gethostname()  # noqa: S104 - compared, not bound
    shown = f"[{host}]" if ":" in host else host
    url = settings.public_url.rstrip("/") or f"http://{shown}:{port}"
    edge = app.edge
    workspace_id, now = edge.ids.new(WorkspaceId), edge.clock.now()
    token = await edge.database.write(lambda tx: offer_setup_link(tx, workspace_id, now))
    return Started(url, None if token is None else f"{url}/setup#{token}")


def run_until_stopped(settings: Settings, tell: Callable[[Started], None]) -> None:
    """`serve` on a loop of its own, the fast one where there is one."""
    factory = uvicorn.Config("", loop="auto", log_config=None).get_loop_factory()
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(serve(settings, tell))
