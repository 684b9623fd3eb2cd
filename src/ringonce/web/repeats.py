"""Pages that ask again: a slots list that is still true is told so before anything is read.

Only where this process is the database's one writer, and only for visitors who hold nothing: their ETag says
by itself until when it is true, and the count of commits says that nothing else has changed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from ringonce.kernel.db import Database
from ringonce.kernel.sources import Clock
from ringonce.web.edge import API

_PATH: Final = f"{API}/slots"
_MOST_KEPT: Final = 4_096
# All that an answer to a visitor depends on, beside the query.
_HEADERS: Final = frozenset({b"authorization", b"ringonce-workspace", b"ringonce-hold"})

# Tables that no list of slots depends on; what is not named here counts.
_BESIDE: Final = frozenset(
    {"attempts", "contacts", "letters", "log", "log_heads", "outbox_cursors", "outbox_dead_letters"}
    | {"receipts", "sessions", "setup_links", "visitors"}
)

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]
Asked = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One request for slots: all that its answer depends on, and how far the database was before it."""

    asked: Asked
    seen: bytes | None
    commits: int


@dataclass(frozen=True, slots=True)
class Told:
    """An ETag that was given, until when it is true by itself (ms), and to whom, for the log."""

    etag: bytes
    true_until: int | None
    who: str


class Repeats:
    """Wraps the application: keeps the ETags last given, by question, while no commit has followed."""

    def __init__(self, app: Asgi, database: Database, clock: Clock) -> None:
        self._app = app
        self._database = database
        self._clock = clock
        self._commits = -1
        self._kept: dict[Asked, Told] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        question = self._question(scope)
        if question is None:
            await self._app(scope, receive, send)
            return
        told = self._still(question)
        if told is not None:
            scope["path_template"] = _PATH
            scope["state"]["who"] = told.who
            headers = [(b"etag", told.etag), (b"content-length", b"0")]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return

        async def keeping(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._keep(question, message, scope["state"].get("who", "-"))
            await send(message)

        await self._app(scope, receive, keeping)

    def _question(self, scope: Scope) -> Question | None:
        """The question of a request; None for every other request, and where nothing may be kept."""
        if scope["type"] != "http" or scope["path"] != _PATH or scope["method"] != "GET":
            return None
        commits = self._database.commits(apart_from=_BESIDE)
        if commits is None:
            return None
        seen: bytes | None = None
        told: list[tuple[bytes, bytes]] = []
        for name, value in scope["headers"]:
            if name == b"if-none-match":
                seen = value
            elif name == b"cookie" or (name == b"authorization" and not value.startswith(b"Bearer vst_")):
                # Sessions and keys end by themselves: whoever has one is looked up each time.
                return None
            elif name in _HEADERS:
                told.append((name, value))
        return Question((scope["query_string"], *told), seen, commits)

    def _still(self, question: Question) -> Told | None:
        """What the asker has seen, if it is still the answer."""
        if question.seen is None or question.commits != self._commits:
            return None
        told = self._kept.get(question.asked)
        if told is None or told.etag != question.seen:
            return None
        return told if told.true_until is None or self._clock.now() < told.true_until else None

    def _keep(self, question: Question, message: Message, who: str) -> None:
        """Remember what was answered, if only time and commits can make it untrue."""
        if message["status"] not in (200, 304):
            return
        etag = next((value for name, value in message["headers"] if name.lower() == b"etag"), b"")
        # `version.true_until.own.mark`: whoever holds something is answered afresh each time.
        parts = etag.strip(b'"').split(b".")
        if len(parts) != 4 or not parts[1].isdigit() or parts[2] != b"-":
            return
        if question.commits != self._commits or len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
            self._commits = question.commits
        self._kept[question.asked] = Told(etag, int(parts[1]) or None, who)
