"""Carries waiting letters to the mail server: one attempt at a time, later again, given up in the end."""

from dataclasses import dataclass

import structlog

from ringonce.kernel.db import Database
from ringonce.kernel.secrets import Codes
from ringonce.kernel.sources import Clock
from ringonce.notify import store
from ringonce.notify.draw import draw
from ringonce.notify.model import LetterRow, Words
from ringonce.notify.post import NotSent, Post

_logger = structlog.get_logger("ringonce.postman")

BATCH = 20
#: How long an attempt may take before another process may make the next one, in milliseconds.
ATTEMPT_FOR = 120_000
FIRST_RETRY = 30_000
LONGEST_RETRY = 2 * 3_600_000
#: Attempts over about a day.
ATTEMPTS = 18


@dataclass(frozen=True, slots=True)
class Postman:
    """Sends what is due. Several may run: a letter is claimed before it is sent."""

    database: Database
    clock: Clock
    codes: Codes
    post: Post
    words: Words
    base_url: str

    async def round(self) -> int:
        """Send what is due now; how many letters went."""
        now = self.clock.now()
        due = await self.database.read(lambda tx: store.list_due(tx, now, BATCH))
        gone = 0
        for letter in due:
            gone += await self._carry(letter, now)
        return gone

    async def _carry(self, letter: LetterRow, now: int) -> int:
        until = now + ATTEMPT_FOR
        if not await self.database.write(lambda tx: store.take(tx, letter, now, until)):
            return 0
        drawn = await self.database.read(
            lambda tx: draw(
                tx, self.codes, letter, words=self.words, base_url=self.base_url, sender=self.post.sender
            )
        )
        if drawn is None:
            await self.database.write(lambda tx: store.settle(tx, letter, "failed", why="booking-gone"))
            return 0
        try:
            await self.post.send(drawn, letter.recipient, letter.id, letter.created_at)
        except NotSent as failure:
            await self._not_sent(letter, failure)
            return 0
        at = self.clock.now()
        await self.database.write(lambda tx: store.settle(tx, letter, "sent", gone_at=at))
        return 1

    async def _not_sent(self, letter: LetterRow, failure: NotSent) -> None:
        attempts = letter.attempts + 1
        due = next_attempt(attempts, failure, self.clock.now())
        state, why = ("failed" if due is None else "pending"), str(failure)
        _logger.warning("letter not sent", letter=letter.id, attempts=attempts, is_given_up=due is None)
        await self.database.write(lambda tx: store.settle(tx, letter, state, due=due, why=why))


def next_attempt(attempts: int, failure: NotSent, now: int) -> int | None:
    """When to try again (ms) after so many attempts; None: it is given up."""
    if failure.is_final or attempts >= ATTEMPTS:
        return None
    return now + min(LONGEST_RETRY, FIRST_RETRY << min(attempts - 1, 20))
