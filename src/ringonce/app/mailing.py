"""Puts the mail together: the consumer that writes letters, and the postman where a mail server is set."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from ringonce.app.settings import Settings
from ringonce.kernel.outbox import Outbox
from ringonce.notify.chat_postman import ChatPostman
from ringonce.notify.chat_watch import UnseenFollower, UnseenWatcher
from ringonce.notify.post import Post, SmtpPost
from ringonce.notify.postman import Postman
from ringonce.notify.write import LetterWriter
from ringonce.values.errors import DomainError
from ringonce.web.edge import Edge
from ringonce.web.messages import pick_locale, say

log = structlog.get_logger("ringonce.mailing")

#: Seconds between two looks at letters whose next attempt has come.
LOOK_EVERY = 15.0


@dataclass(slots=True)
class Mailing:
    """Letters from the log to the mail server; without one they stay at the desk."""

    outbox: Outbox
    postman: Postman | None
    chat_postman: ChatPostman | None
    watcher: UnseenWatcher
    _written: asyncio.Event = field(default_factory=asyncio.Event)

    async def carry(self) -> None:
        """Send until stopped: at once when a letter was written, and again when an attempt is due."""
        if self.postman is None or self.chat_postman is None:
            return
        while True:
            self._written.clear()
            while await _round(self.postman.round) + await _round(self.chat_postman.round):
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._written.wait()

    async def watch(self) -> int:
        """Write what stays unseen in conversations to those who should hear of it; how many letters."""
        written = await self.watcher.round()
        if written:
            self.wake()
        return written

    def wake(self) -> None:
        """A letter was written."""
        self._written.set()


def mailing(edge: Edge, settings: Settings, owner: str, post: Post | None = None) -> Mailing:
    """The mail of one process; `post` stands in for the mail server of the settings."""
    if post is None and settings.smtp_url:
        post = SmtpPost(settings.smtp_url, settings.mail_from)
    base_url = settings.public_url.rstrip("/") or f"http://localhost:{settings.port}"
    written = asyncio.Event()
    writer = LetterWriter(
        database=edge.database,
        codes=edge.codes,
        clock=edge.clock,
        is_posted=post is not None,
        language=_language,
        written=written.set,
    )
    follower = UnseenFollower(edge.database, edge.clock, written.set)
    outbox = Outbox(edge.database, edge.clock, edge.hub, [writer, follower], owner)
    watcher = UnseenWatcher(edge.database, edge.clock, _language, is_posted=post is not None)
    if post is None:
        return Mailing(outbox, None, None, watcher, written)
    postman = Postman(
        database=edge.database, clock=edge.clock, codes=edge.codes, post=post, words=say, base_url=base_url
    )
    chat_postman = ChatPostman(edge.database, edge.clock, post, say, base_url)
    return Mailing(outbox, postman, chat_postman, watcher, written)


async def _round(carry: Callable[[], Awaitable[int]]) -> int:
    """How many letters went. What fails waits for the next turn: no letter may hold up those of others."""
    try:
        return await carry()
    except DomainError as refusal:
        # The database may be away for a while.
        log.warning("letters-wait", code=refusal.code)
    except Exception as bug:
        log.error("letters-failed", exc_info=bug)
    return 0


def _language(locale: str) -> str:
    return pick_locale(None, locale)
