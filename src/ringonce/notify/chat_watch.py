"""Tells by mail what stays unseen in a conversation: a visitor who waits, an answer that was not read.

The log says when to look; a look reads what is so then. What is waited for stands in a table, so that a
restart forgets nothing and two processes tell nothing twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ringonce.chat.hours import opening
from ringonce.chat.model import Conversation, Placed, State
from ringonce.chat.queries import faces_of, load_inbox, root_of, thread_after
from ringonce.chat.refusals import ConversationMissing, InboxMissing
from ringonce.contacts.people import ContactMissing, family_of
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.eventlog import Entry
from ringonce.kernel.outbox import Effect
from ringonce.kernel.sources import Clock
from ringonce.notify import chat_store as store
from ringonce.notify.chat_model import WORDS, ChatLetterKind, ChatLetterRow, Side, Watch, side_of
from ringonce.notify.chat_people import address_of, zone_of
from ringonce.notify.queries import Home, find_home, list_colleagues, list_conversations_of, list_present
from ringonce.values.ids import WorkspaceId

MINUTE: Final = 60_000
HOUR: Final = 60 * MINUTE
#: How long a message may stay unseen before a mail tells of it.
UNSEEN_FOR: Final = {Side.AGENTS: 2 * MINUTE, Side.VISITOR: 2 * MINUTE}
#: A side that was told and has not come is told again of new messages only so much later.
AGAIN_AFTER: Final = 30 * MINUTE
#: Mails about one conversation in an hour; what is over waits.
MOST_AN_HOUR: Final = 5
#: Old news is none: a server that stood still for a day, or has just got its mail server, writes of none.
NEWS_FOR: Final = 24 * HOUR
_TOLD_MOST: Final = 10
_READ_MOST: Final = 200
_BATCH: Final = 50
_BY_MAIL: Final = (ChatLetterKind.ANSWER, ChatLetterKind.WAITING)
#: Somebody was erased; chat's own fact names the conversation, the contact's names all of theirs.
_ERASED: Final = frozenset({"ContactErased", "ConversationErased"})
#: Not followed for its side: its letter stands already and only waits to be carried.
TRANSCRIPT: Final = "TranscriptAsked"


@dataclass(frozen=True, slots=True)
class UnseenFollower:
    """A consumer of the log: notes when to look. `written`: a letter waits for the postman."""

    database: Database
    clock: Clock
    written: Callable[[], None]
    name: str = "chat-letters"

    def wants(self, action: str) -> bool:
        return action in {"MessageSent", TRANSCRIPT} or action in _ERASED

    async def handle(self, effect: Effect) -> None:
        """Doing it again changes nothing but the time of one more look."""
        entry = effect.entry
        if entry.action == TRANSCRIPT:
            self.written()
        elif entry.action in _ERASED:
            await self.database.write(lambda tx: _forget(tx, entry))
        elif (side := side_of(entry.refs)) is not None and entry.at > self.clock.now() - NEWS_FOR:
            conversation_id, due_at = entry.refs["conversation"], entry.at + UNSEEN_FOR[side]
            await self.database.write(
                lambda tx: store.wait_for(tx, entry.workspace_id, conversation_id, side, due_at)
            )


async def _forget(tx: Tx, entry: Entry) -> None:
    if "conversation" in entry.refs:
        conversation_ids = [str(entry.refs["conversation"])]
    else:
        try:
            family = await family_of(tx, entry.workspace_id, entry.refs["contact"])
        except ContactMissing:
            family = (entry.refs["contact"],)
        conversation_ids = await list_conversations_of(tx, entry.workspace_id, family)
    await store.erase(tx, entry.workspace_id, conversation_ids)


@dataclass(frozen=True, slots=True)
class UnseenWatcher:
    """Looks at what is due and writes letters. Several may run: a watch is locked while one looks.

    With `is_posted` letters wait for the postman, else they stay at the desk.
    """

    database: Database
    clock: Clock
    language: Callable[[str], str]
    is_posted: bool

    async def round(self) -> int:
        """Look at everything that is due now; how many letters were written."""
        now = self.clock.now()
        written = 0
        for watch in await self.database.read(lambda tx: store.list_watches_due(tx, now, _BATCH)):
            written += await self.database.write(lambda tx, watch=watch: self._look(tx, watch))  # type: ignore[misc]
        return written

    async def _look(self, tx: Tx, due: Watch) -> int:
        now = self.clock.now()
        watch = await store.lock_watch(tx, due, now)
        if watch is None:
            return 0
        try:
            conversation = await root_of(tx, watch.workspace_id, watch.conversation_id)
        except ConversationMissing:
            await store.settle_watch(tx, watch)
            return 0
        if conversation.id != watch.conversation_id:
            # Merged meanwhile: its places are others now, and the winner's watch tells of them.
            await store.settle_watch(tx, watch)
            await store.wait_for(tx, watch.workspace_id, conversation.id, watch.side, now)
            return 0
        return await self._tell(tx, watch, conversation, now)

    async def _tell(self, tx: Tx, watch: Watch, conversation: Conversation, now: int) -> int:
        if watch.side is Side.AGENTS and conversation.state is State.RESOLVED:
            # Nobody waits any more; a visitor who writes again opens it and is waited for afresh.
            await store.settle_watch(tx, watch)
            return 0
        seen = conversation.agents_seen if watch.side is Side.AGENTS else conversation.visitor_seen
        after = max(seen, watch.told_seq)
        news = _news(
            await thread_after(tx, watch.workspace_id, conversation.id, after, _READ_MOST), watch.side
        )
        if not news or news[-1].message.created_at <= now - NEWS_FOR:
            await store.settle_watch(tx, watch)
            return 0
        later = await self._later(tx, watch, conversation, seen, now)
        if later is not None:
            await store.settle_watch(tx, watch, due_at=later)
            return 0
        home = await find_home(tx, watch.workspace_id)
        letters = [] if home is None else await self._letters(tx, watch, conversation, home, news, now)
        upto = news[-1].visitor_seq
        await store.insert_letters(tx, letters)
        await store.settle_watch(tx, watch, told_seq=upto, told_at=now if letters else watch.told_at)
        return len(letters)

    async def _later(
        self, tx: Tx, watch: Watch, conversation: Conversation, seen: int, now: int
    ) -> int | None:
        """When to look again instead of telling now: nobody is told twice of one burst, or out of hours."""
        if watch.told_seq > seen and now < watch.told_at + AGAIN_AFTER:
            return watch.told_at + AGAIN_AFTER
        written = await store.count_since(tx, watch.workspace_id, conversation.id, _BY_MAIL, now - HOUR)
        if written >= MOST_AN_HOUR:
            return now + 10 * MINUTE
        if watch.side is Side.AGENTS:
            try:
                inbox = await load_inbox(tx, watch.workspace_id, conversation.inbox_id)
            except InboxMissing:
                return None
            hours = await opening(tx, watch.workspace_id, inbox, now)
            if not hours.is_open and hours.opens_at is not None and hours.opens_at > now:
                return hours.opens_at
        return None

    async def _letters(
        self,
        tx: Tx,
        watch: Watch,
        conversation: Conversation,
        home: Home,
        news: Sequence[Placed],
        now: int,
    ) -> list[ChatLetterRow]:
        if watch.side is Side.VISITOR:
            address = await address_of(tx, watch.workspace_id, conversation)
            readers: list[tuple[str, str | None]] = [(address, None)] if address else []
            kind, locale = ChatLetterKind.ANSWER, conversation.locale or home.locale
        else:
            readers = await _agents(tx, watch.workspace_id, conversation, now)
            kind, locale = ChatLetterKind.WAITING, home.locale
        zone = zone_of(conversation, home) if watch.side is Side.VISITOR else home.zone
        room = MOST_AN_HOUR - await store.count_since(
            tx, watch.workspace_id, conversation.id, _BY_MAIL, now - HOUR
        )
        first, last = news[0].visitor_seq or 1, news[-1].visitor_seq or 1
        return [
            ChatLetterRow(
                workspace_id=watch.workspace_id,
                id=f"{kind}-{last}-{place}.{conversation.id}",
                kind=kind,
                conversation_id=conversation.id,
                after_seq=first - 1,
                upto_seq=last,
                recipient=address,
                member_id=member_id,
                locale=self.language(locale),
                zone=zone,
                state="pending" if self.is_posted else "kept",
                attempts=0,
                due_at=now if self.is_posted else None,
                problem="",
                created_at=now,
                sent_at=None,
            )
            for place, (address, member_id) in enumerate(readers[:room])
        ]


def _news(thread: Sequence[Placed], side: Side) -> list[Placed]:
    """What the other side said since this one last spoke: whoever answers has read."""
    news: list[Placed] = []
    for placed in thread:
        message = placed.message
        if placed.is_withdrawn or message.erased_at is not None or message.kind.value not in WORDS:
            continue
        if placed.from_visitor == (side is Side.AGENTS):
            news.append(placed)
        else:
            news.clear()
    return news


async def _agents(
    tx: Tx, workspace_id: WorkspaceId, conversation: Conversation, now: int
) -> list[tuple[str, str | None]]:
    """Whom a waiting visitor is told to: her agent, else those online, else everybody who answers there.

    An agent who works here no more can be told nothing.
    """
    if conversation.assignee_id is not None:
        told = await _reached(tx, workspace_id, [conversation.assignee_id])
        if told:
            return told
    faces = await faces_of(tx, workspace_id, conversation.inbox_id, _TOLD_MOST)
    ids = [face.member_id for face in faces]
    present = await list_present(tx, workspace_id, ids, now)
    return await _reached(tx, workspace_id, [one for one in ids if one in present] or ids)


async def _reached(
    tx: Tx, workspace_id: WorkspaceId, member_ids: Sequence[str]
) -> list[tuple[str, str | None]]:
    return [(one.email, one.id) for one in await list_colleagues(tx, workspace_id, member_ids) if one.email]
