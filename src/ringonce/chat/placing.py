"""The one way a message enters a conversation, whoever writes it.

Places are given here and nowhere else: `seq` to everything, `visitor_seq` to what the visitor may read.
"""

from collections.abc import Sequence
from dataclasses import replace

from ringonce.chat import messages_store, store
from ringonce.chat.attachments import attach
from ringonce.chat.events import MessageSent
from ringonce.chat.model import (
    SYSTEM,
    Author,
    AuthorKind,
    Draft,
    Message,
    MessageKind,
    Placed,
)
from ringonce.kernel.db import Row
from ringonce.kernel.secrets import new_salt, salted_hash
from ringonce.kernel.work import Work
from ringonce.values.ids import MessageId
from ringonce.values.terms import terms_of

#: What stops the clock of a visitor who waits.
_ANSWERS = frozenset({MessageKind.TEXT, MessageKind.OFFER})
#: Events that bring a conversation up as somebody's words do. A label or an assignment does not: it neither
#: lifts it in the lists nor keeps it from ending by silence.
_NEWS = frozenset(
    {
        *("started", "reopened", "woken", "answered"),
        *("booking-moved", "booking-cancelled", "booking-approved", "booking-rejected", "request-expired"),
    }
)


async def place(work: Work, row: Row, draft: Draft) -> Placed:
    """Write a message at the next place of a locked conversation, and the conversation's row with it.

    Raises AttachmentMissing and TooManyAttachments.
    """
    (placed,) = await place_all(work, row, [draft])
    return placed


async def place_all(work: Work, row: Row, drafts: Sequence[Draft]) -> tuple[Placed, ...]:
    """Write messages in order, and the conversation's row, changed fields and all, once."""
    placed = await enter(work, row, drafts)
    await store.save(work.tx, row)
    tell(work, row, placed)
    return tuple(one for one, _ in placed)


async def note_event(
    work: Work, row: Row, code: str, visible: bool | None = None, **ids: str | int | list[str] | None
) -> Placed:
    """Place a line such as "resolved" in the thread, and write the conversation's row as it was changed.

    The deed's own fact is the caller's.
    """
    return await place(work, row, event_draft(work, code, visible, **ids))


def event_draft(
    work: Work, code: str, visible: bool | None = None, **ids: str | int | list[str] | None
) -> Draft:
    """A line about a deed: a member's if a member does it, the system's otherwise."""
    author = Author(AuthorKind.MEMBER, work.actor.id) if work.actor.kind == "member" else SYSTEM
    known = {name: value for name, value in ids.items() if value is not None}
    return Draft(author=author, kind=MessageKind.EVENT, extra={"code": code, **known}, visible=visible)


Salted = tuple[Placed, str]


async def enter(work: Work, row: Row, drafts: Sequence[Draft]) -> list[Salted]:
    """Write messages and places and move the row's counters, but leave the row to the caller to write."""
    at = max(work.now, row["last_place_at"])
    made = [_next(work, row, draft, at) for draft in drafts]
    await work.tx.run_many(messages_store.INSERT_MESSAGE, [_message_row(work, *one) for one in made])
    await work.tx.run_many(messages_store.INSERT_PLACEMENT, [_place_row(work, one) for one, _ in made])
    await work.tx.run_many(messages_store.INSERT_TERM, _term_rows(work, made))
    return [await _carrying(work, one, draft) for one, draft in zip(made, drafts, strict=True)]


def tell(work: Work, row: Row, made: Sequence[Salted]) -> None:
    """Append a fact for each message that is more than a line about a deed."""
    for placed, salt in made:
        message = placed.message
        if message.kind is MessageKind.EVENT:
            continue
        fact = MessageSent(
            **store.fact_of(row),
            message_id=message.id,
            seq=placed.seq,
            visitor_seq=placed.visitor_seq,
            author_kind=message.author_kind.value,
            author_id=message.author_id,
            kind=message.kind.value,
            text_hash=salted_hash(salt, message.body),
            addressed_id=message.addressed_id,
            attachments=tuple(one.id for one in message.attachments),
        )
        work.append(fact)


def _next(work: Work, row: Row, draft: Draft, at: int) -> Salted:
    row["last_seq"] += 1
    row["last_place_at"] = at
    if _is_news(draft):
        row["last_message_at"] = at
    if draft.is_visible:
        row["last_visitor_seq"] += 1
    _move_clocks(row, draft, at)
    message_id = draft.message_id or work.new_id(MessageId)
    message = Message(
        id=message_id,
        conversation_id=row["id"],
        addressed_id=draft.addressed_id or row["id"],
        author_kind=draft.author.kind,
        author_id=draft.author.id,
        client_id=draft.client_id or message_id,
        kind=draft.kind,
        body=draft.body,
        extra=draft.extra,
        created_at=at,
        erased_at=None,
    )
    placed = Placed(
        conversation_id=row["id"],
        seq=row["last_seq"],
        visitor_seq=row["last_visitor_seq"] if draft.is_visible else None,
        from_visitor=draft.from_visitor,
        merge_id=None,
        withdrawn_at=None,
        message=message,
    )
    return placed, new_salt()


async def _carrying(work: Work, salted: Salted, draft: Draft) -> Salted:
    if not draft.attachment_ids:
        return salted
    placed, salt = salted
    owner = f"{draft.author.kind.value}:{draft.author.id}"
    carried = await attach(work, placed.message.id, draft.attachment_ids, owner)
    return replace(placed, message=replace(placed.message, attachments=carried)), salt


def _is_news(draft: Draft) -> bool:
    return draft.kind is not MessageKind.EVENT or draft.extra.get("code") in _NEWS


def _move_clocks(row: Row, draft: Draft, at: int) -> None:
    """How long the visitor waits, and when she was first answered."""
    if draft.from_visitor and draft.kind is MessageKind.TEXT:
        if row["waiting_since"] is None:
            row["waiting_since"] = at
    elif draft.author.kind in (AuthorKind.MEMBER, AuthorKind.KEY) and draft.kind in _ANSWERS:
        # Measured from the beginning: where the desk or a booking began, nobody waited from then on.
        if row["first_reply_at"] is None and row["waiting_since"] == row["created_at"]:
            row["first_reply_at"] = at
        row["waiting_since"] = None


def _message_row(work: Work, placed: Placed, salt: str) -> Row:
    message = placed.message
    return {
        "workspace_id": work.workspace_id,
        "id": message.id,
        "conversation_id": message.conversation_id,
        "addressed_id": message.addressed_id,
        "author_kind": message.author_kind.value,
        "author_id": message.author_id,
        "client_id": message.client_id,
        "kind": message.kind.value,
        "body": message.body,
        "extra": store.to_text(message.extra),
        "salt": salt,
        "created_at": message.created_at,
        "erased_at": None,
    }


def _place_row(work: Work, placed: Placed) -> Row:
    return {
        "workspace_id": work.workspace_id,
        "conversation_id": placed.conversation_id,
        "seq": placed.seq,
        "visitor_seq": placed.visitor_seq,
        "message_id": placed.message.id,
        "merge_id": None,
        "withdrawn_at": None,
        "from_visitor": int(placed.from_visitor),
    }


def _term_rows(work: Work, made: Sequence[Salted]) -> list[Row]:
    return [
        {"workspace_id": work.workspace_id, "term": term, "message_id": placed.message.id}
        for placed, _ in made
        for term in sorted(terms_of(placed.message.body))
    ]
