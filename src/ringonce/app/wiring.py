"""The composition root: picks every implementation and puts the application together."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ringonce.app.mailing import mailing
from ringonce.app.server_secret import load_secret, prepare_folder
from ringonce.app.settings import Settings
from ringonce.app.worker import Worker
from ringonce.booking.slot_cache import SlotCache
from ringonce.chat.images import Redrawer
from ringonce.kernel.bus import LocalBus, PostgresBus, WakeUpBus
from ringonce.kernel.db import Database
from ringonce.kernel.engines import open_database
from ringonce.kernel.execute import Executor
from ringonce.kernel.files import FolderStore
from ringonce.kernel.hub import Hub
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import Clock, IdSource, SystemClock
from ringonce.notify.post import Post
from ringonce.values.ids import EventId
from ringonce.web.app import create_app
from ringonce.web.edge import Edge, EdgeOptions
from ringonce.web.limits import Buckets
from ringonce.web.live_feed import LiveFeed
from ringonce.web.middleware import Asgi


@dataclass(slots=True)
class App:
    """The whole server but its socket."""

    settings: Settings
    edge: Edge
    asgi: Asgi
    worker: Worker
    feed: LiveFeed

    async def start(self) -> None:
        """Hear the other processes and begin the background work."""
        await self.edge.bus.start()
        self.worker.start()
        self.feed.start()

    async def stop(self) -> None:
        """Finish what was begun, then let go of the database."""
        await self.feed.stop()
        await self.worker.stop()
        await self.edge.executor.drain()
        await self.edge.bus.close()
        await self.edge.database.close()


async def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    ids: IdSource | None = None,
    database: Database | None = None,
    doors: Sequence[Any] = (),
    post: Post | None = None,
    desk_ancestors: str = "'none'",
) -> App:
    """Put the application together on a migrated database. Nothing runs until `start`.

    `doors` are handlers beside the usual ones; `post` stands in for the mail server of the settings.
    Raises DatabaseInUse, DatabaseUnavailable, UnknownEngine.
    """
    clock = clock or SystemClock()
    ids = ids or IdSource(clock)
    if not settings.secret or settings.on_sqlite:
        prepare_folder(settings.data)
    codes = Codes(load_secret(settings.secret, settings.data))
    database = database or await open_database(settings.database_url, pool_size=settings.pool_size)
    hub = Hub()
    bus: WakeUpBus = LocalBus() if database.dialect == "sqlite" else PostgresBus(settings.database_url, hub)
    executor = Executor(database, clock, ids, hub, bus, codes=codes)
    edge = Edge(
        database=database,
        executor=executor,
        clock=clock,
        ids=ids,
        hub=hub,
        bus=bus,
        codes=codes,
        slots=SlotCache(),
        options=EdgeOptions(
            public_url=settings.public_url.rstrip("/"),
            session_days=settings.session_days,
            desk_ancestors=desk_ancestors,
            max_body_bytes=settings.max_body_bytes,
            max_upload_bytes=settings.max_upload_bytes,
            version=program_version(),
            mail_from=parseaddr(settings.mail_from)[1],
            sends_mail=post is not None or bool(settings.smtp_url),
        ),
        writes=Buckets(clock, settings.rate_per_minute),
        sign_ins=Buckets(clock, settings.sign_in_per_minute),
        files=FolderStore(settings.files_folder, clock),
        redrawer=Redrawer(),
    )
    mail = mailing(edge, settings, ids.new(EventId), post)
    feed = LiveFeed(edge)
    return App(settings, edge, create_app(edge, feed, doors), Worker(edge, settings, mail), feed)


def program_version() -> str:
    """This build's version; a checkout that was never installed says so."""
    try:
        return version("ringonce")
    except PackageNotFoundError:
        return "0.1.0.dev0"
