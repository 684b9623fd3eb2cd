"""Saying something in a conversation: matched by the client's id, so that a retry is the same message."""

from dataclasses import replace

from ringonce.chat import messages_store, queries, store, words
from ringonce.chat.events import ConversationReopened, ConversationWoken
from ringonce.chat.mentions import note_mentions
from ringonce.chat.model import (
    Author,
    AuthorKind,
    Draft,
    MessageKind,
    Placed,
    Said,
    SayAsMember,
    SayAsVisitor,
    State,
)
from ringonce.chat.placing import event_draft, place, place_all
from ringonce.chat.refusals import ConversationMissing, IdentityNeeded
from ringonce.chat.turns import take_turn
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work


async def say_as_visitor(work: Work, ask: SayAsVisitor) -> Said:
    """A visitor's message. An ended conversation lives again by it, or it joins the session's live one.

    Raises ConversationMissing, TextMissing, TextTooLong, ClientIdMalformed, AttachmentMissing.
    """
    draft = Draft(
        author=Author(AuthorKind.VISITOR, ask.visitor_id),
        kind=MessageKind.TEXT,
        body=words.said(ask.text, may_be_empty=bool(ask.attachment_ids)),
        client_id=words.check_client_id(ask.client_id),
        extra=ask.extra,
        attachment_ids=ask.attachment_ids,
    )
    named, participation, asked = await lock_as_visitor(work, ask.conversation_id, ask.visitor_id)
    again = await find_said(work, participation["inbox_id"], ask.visitor_id, ask.client_id)
    if again is not None:
        return await said_before(work, asked, again)
    row = await _live_row(work, participation, asked)
    work.locked()
    addressed_id = named
    if participation["conversation_id"] != row["id"]:
        # It ended, and nothing else is live: it becomes the session's live one again.
        came_from = addressed_id if addressed_id != row["id"] else None
        await store.move_participation(work.tx, participation, row["id"], came_from)
    elif participation["came_from"] is not None or row is not asked:
        addressed_id = participation["came_from"] or row["id"]
    placed = await speak(work, row, replace(draft, addressed_id=addressed_id))
    return Said(store.conversation_of(row), placed, False)


async def say_as_member(work: Work, ask: SayAsMember) -> Said:
    """An answer, or a note among agents; it lands where the conversation's messages stand now.

    Raises ConversationMissing, TextMissing, TextTooLong, ClientIdMalformed, AttachmentMissing.
    """
    draft = Draft(
        author=ask.author,
        kind=MessageKind.NOTE if ask.note else MessageKind.TEXT,
        body=words.said(ask.text, may_be_empty=bool(ask.attachment_ids)),
        client_id=words.check_client_id(ask.client_id),
        extra=ask.extra,
        attachment_ids=ask.attachment_ids,
        addressed_id=ask.conversation_id,
    )
    row = await store.lock_conversation(work.tx, work.workspace_id, ask.conversation_id)
    if row is None:
        raise ConversationMissing()
    work.locked()
    found = await work.tx.one(
        messages_store.FIND_OF_MEMBER,
        workspace_id=work.workspace_id,
        addressed_id=ask.conversation_id,
        author_kind=ask.author.kind.value,
        author_id=ask.author.id,
        client_id=ask.client_id,
    )
    if found is not None:
        return await said_before(work, row, messages_store.placed_of(found))
    placed = await place(work, row, draft)
    if ask.note:
        await note_mentions(work, row["id"], placed.message.id, ask.mentions)
    return Said(store.conversation_of(row), placed, False)


async def lock_as_visitor(work: Work, conversation_id: str, visitor_id: str) -> tuple[str, Row, Row]:
    """What a session means by a conversation: its own again, if the merge that led here was undone. Then its
    participation and the conversation that holds the messages, both locked.

    Raises ConversationMissing, IdentityNeeded: to a session that takes no part in it, it does not exist.
    """
    named = conversation_id
    try:
        participation = await lock_participation(work, named, visitor_id)
    except ConversationMissing:
        named = await _given_back(work, named, visitor_id)
        participation = await lock_participation(work, named, visitor_id)
    if named not in (participation["conversation_id"], participation["came_from"]):
        # While this waited for the session, a merge may have been undone.
        if not await queries.may_read(work.tx, work.workspace_id, named, visitor_id):
            named = await _given_back(work, named, visitor_id)
    row = await store.lock_conversation(work.tx, work.workspace_id, named)
    if row is None:
        raise ConversationMissing()
    return named, participation, row


async def _given_back(work: Work, conversation_id: str, visitor_id: str) -> str:
    """Where a session's words stand again since a merge into this conversation was undone.

    Raises ConversationMissing.
    """
    back = await work.tx.one(
        store.FIND_GIVEN_BACK, workspace_id=work.workspace_id, id=conversation_id, visitor_id=visitor_id
    )
    if back is None:
        raise ConversationMissing()
    return str(back["loser_id"])


async def lock_participation(work: Work, conversation_id: str, visitor_id: str) -> Row:
    """A session's part in the inbox of a conversation that it may read.

    Raises ConversationMissing, IdentityNeeded.
    """
    participation = await work.tx.one(
        store.LOCK_PARTICIPATION_IN,
        workspace_id=work.workspace_id,
        id=conversation_id,
        visitor_id=visitor_id,
    )
    if participation is None:
        raise ConversationMissing()
    if not await queries.shows(work.tx, work.workspace_id, participation["inbox_id"], visitor_id):
        raise IdentityNeeded()
    return participation


async def find_said(work: Work, inbox_id: str, visitor_id: str, client_id: str) -> Placed | None:
    """What a session said under this client id, in whatever conversation of its own in the inbox.

    Raises ConversationMissing where the browser was somebody else's when it was said.
    """
    found = await work.tx.one(
        messages_store.FIND_OF_VISITOR,
        workspace_id=work.workspace_id,
        inbox_id=inbox_id,
        visitor_id=visitor_id,
        client_id=client_id,
    )
    if found is None:
        return None
    placed = messages_store.placed_of(found)
    if not await queries.may_read(work.tx, work.workspace_id, placed.conversation_id, visitor_id):
        raise ConversationMissing()
    return placed


async def said_before(work: Work, row: Row, placed: Placed) -> Said:
    """The answer to a retry: the message where it stands, and that conversation as it is now."""
    again = await queries.find_placed(work.tx, work.workspace_id, placed.message.id) or placed
    if again.conversation_id == row["id"]:
        return Said(store.conversation_of(row), again, True)
    there = await queries.load_conversation(work.tx, work.workspace_id, again.conversation_id)
    return Said(there, again, True)


async def speak(work: Work, row: Row, draft: Draft) -> Placed:
    """Place a visitor's message in a locked conversation; one that sleeps or has ended wakes by it."""
    wakes: list[Draft] = []
    state = State(row["state"])
    if state is State.RESOLVED:
        row.update(state=State.OPEN.value, resolved_at=None)
        wakes.append(event_draft(work, "reopened", by="visitor"))
    elif state is State.SNOOZED:
        row.update(state=State.OPEN.value, snoozed_until=None)
        wakes.append(event_draft(work, "woken", by="visitor"))
    *_, placed = await place_all(work, row, [*wakes, draft])
    await take_turn(work, row)
    if state is State.RESOLVED:
        work.append(ConversationReopened(**store.fact_of(row), cause="visitor"))
    elif state is State.SNOOZED:
        work.append(ConversationWoken(**store.fact_of(row), cause="visitor"))
    return placed


async def _live_row(work: Work, participation: Row, row: Row) -> Row:
    """The session's live conversation where this one has ended; else this one."""
    other = participation["conversation_id"]
    if State(row["state"]).is_live or other in (None, row["id"]):
        return row
    live = await store.lock_conversation(work.tx, work.workspace_id, other)
    return live if live is not None and State(live["state"]).is_live else row
