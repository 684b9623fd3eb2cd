"""Carries waiting mails about conversations, as the postman carries letters about bookings."""

from dataclasses import dataclass

import structlog

from ringonce.kernel.db import Database
from ringonce.kernel.sources import Clock
from ringonce.notify import chat_store as store
from ringonce.notify.chat_draw import draw_chat
from ringonce.notify.chat_model import ChatLetterRow
from ringonce.notify.model import Words
from ringonce.notify.post import NotSent, Post
from ringonce.notify.postman import ATTEMPT_FOR, BATCH, next_attempt

_logger = structlog.get_logger("ringonce.postman")


@dataclass(frozen=True, slots=True)
class ChatPostman:
    """Sends what is due. Several may run: a letter is claimed before it is sent."""

    database: Database
    clock: Clock
    post: Post
    words: Words
    base_url: str

    async def round(self) -> int:
        """Send what is due now; how many letters went."""
        now = self.clock.now()
        gone = 0
        for letter in await self.database.read(lambda tx: store.list_due(tx, now, BATCH)):
            gone += await self._carry(letter, now)
        return gone

    async def _carry(self, letter: ChatLetterRow, now: int) -> int:
        until = now + ATTEMPT_FOR
        if not await self.database.write(lambda tx: store.take(tx, letter, now, until)):
            return 0
        # After it was claimed: what was seen, erased or withdrawn up to now is not sent.
        drawn = await self.database.read(
            lambda tx: draw_chat(tx, letter, words=self.words, base_url=self.base_url)
        )
        if drawn is None:
            await self.database.write(lambda tx: store.settle(tx, letter, "seen"))
            return 0
        try:
            await self.post.send(drawn, letter.recipient, letter.id, letter.created_at)
        except NotSent as failure:
            await self._not_sent(letter, failure)
            return 0
        at = self.clock.now()
        await self.database.write(lambda tx: store.settle(tx, letter, "sent", gone_at=at))
        return 1

    async def _not_sent(self, letter: ChatLetterRow, failure: NotSent) -> None:
        attempts = letter.attempts + 1
        due = next_attempt(attempts, failure, self.clock.now())
        state, why = ("failed" if due is None else "pending"), str(failure)
        _logger.warning("letter not sent", letter=letter.id, attempts=attempts, is_given_up=due is None)
        await self.database.write(lambda tx: store.settle(tx, letter, state, due=due, why=why))
