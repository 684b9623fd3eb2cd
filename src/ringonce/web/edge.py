"""Edge: all that a door of this server may use, put together once by `app.wiring`."""

from dataclasses import dataclass, field

from litestar.connection import ASGIConnection

from ringonce.booking.slot_cache import SlotCache
from ringonce.chat.images import Redrawer
from ringonce.kernel.bus import WakeUpBus
from ringonce.kernel.db import Database
from ringonce.kernel.execute import Executor
from ringonce.kernel.files import FileStore
from ringonce.kernel.hub import Hub
from ringonce.kernel.pushes import Pushes
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import Clock, IdSource
from ringonce.web.limits import Buckets, Places

API = "/api/v1"
#: All that an answer of the API depends on, beside its URL.
VARY = "Authorization, Cookie, Ringonce-Workspace, Ringonce-Hold"


@dataclass(frozen=True, slots=True)
class EdgeOptions:
    """What a person may set about the doors."""

    public_url: str = ""
    mail_from: str = "ringonce@localhost"
    #: Without a mail server letters stay at the desk, and no page may promise one.
    sends_mail: bool = False
    session_days: int = 30
    #: Who may put a frame around the desk. Nobody; the demonstration stands the shop beside it.
    desk_ancestors: str = "'none'"
    max_body_bytes: int = 262_144
    max_upload_bytes: int = 26_214_400
    version: str = "0"


@dataclass(frozen=True, slots=True)
class Edge:
    database: Database
    executor: Executor
    clock: Clock
    ids: IdSource
    hub: Hub
    bus: WakeUpBus
    codes: Codes
    #: Lists of slots computed once for everybody who holds nothing.
    slots: SlotCache
    options: EdgeOptions
    writes: Buckets
    sign_ins: Buckets
    #: Bytes of attachments, and what makes images harmless.
    files: FileStore
    redrawer: Redrawer
    #: Files that arrive just now: each takes room on the disk before anything can be said about it.
    uploads: Places = field(default_factory=lambda: Places(64))
    #: What was pushed to pages lately, for `trace`.
    pushes: Pushes = field(default_factory=Pushes)

    def is_secure(self, scheme: str) -> bool:
        """Whether people reach this server by https, so that cookies may be marked so."""
        return scheme in {"https", "wss"} or self.options.public_url.startswith("https://")


def edge_of(connection: ASGIConnection) -> Edge:  # type: ignore[type-arg]
    """The edge of the application that serves this connection."""
    edge = connection.app.state["edge"]
    assert isinstance(edge, Edge)  # noqa: S101 - narrows what the framework keeps as Any
    return edge


def reached_at(connection: ASGIConnection) -> str:  # type: ignore[type-arg]
    """Where people reach this server, without a slash at the end: as set, else as this request did.

    Its host is taken as text: one that is none must be no fault of ours.
    """
    set_by_owner = edge_of(connection).options.public_url.rstrip("/")
    host = connection.headers.get("host", "localhost")
    return set_by_owner or f"{connection.scope['scheme']}://{host}"
