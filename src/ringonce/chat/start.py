"""Beginning a conversation. A session has one row in an inbox and that row names one conversation: whoever
begins, begins by locking it, so a hundred clicks find what the first one made.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from ringonce.chat import inbox_store, queries, store, words
from ringonce.chat.events import ConversationStarted
from ringonce.chat.forms import (
    Answer,
    answers_text,
    check_answers,
    name_in,
    note_typed_answers,
    plain_fields,
    still_asked,
)
from ringonce.chat.hours import opening
from ringonce.chat.inbox_model import FormField, Inbox
from ringonce.chat.model import (
    SYSTEM,
    Author,
    AuthorKind,
    Draft,
    MessageKind,
    Page,
    Placed,
    SayAsMember,
    StartByMember,
    StartConversation,
    Started,
    State,
)
from ringonce.chat.placing import enter, event_draft, tell
from ringonce.chat.refusals import IdentityNeeded, InboxMissing, TextMissing
from ringonce.chat.say import find_said, said_before, say_as_member, speak
from ringonce.chat.turns import take_turn
from ringonce.contacts import people
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values import zones
from ringonce.values.ids import ConversationId

_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class _Form:
    """What the form before the chat said, and what the one after the first message would ask."""

    answers: Mapping[str, Answer]
    fields: tuple[FormField, ...]
    asks_after: bool


async def start_conversation(work: Work, ask: StartConversation) -> Started:
    """A visitor's first message, with the contact, the conversation and the session's part in it; or, where
    the session has a live conversation, one more message there.

    Raises InboxMissing, IdentityNeeded, AnswersInvalid, TextMissing, TextTooLong, ClientIdMalformed,
    AttachmentMissing.
    """
    words.check_client_id(ask.client_id)
    text = words.said(ask.text, may_be_empty=True)
    inbox = await _open_inbox(work, ask.inbox_id)
    await _check_signed(work, inbox, ask.visitor_id)
    new_id = work.new_id(ConversationId)
    participation = await _claim(work, inbox.id, ask.visitor_id, new_id)
    is_first = participation["conversation_id"] == new_id
    if not is_first:
        again = await find_said(work, inbox.id, ask.visitor_id, ask.client_id)
        if again is not None:
            said = await said_before(work, {"id": ""}, again)
            return Started(said.conversation, await _begun_with(work, said.placed), False)
    contact_id = await people.contact_of_visitor(work, ask.visitor_id, _name(inbox, ask.answers))
    live = None if is_first else await _live_of_session(work, participation)
    live = live or await _live_of_person(work, participation, contact_id)
    if live is not None:
        return await _join(work, live, participation, ask, text)
    form = await _form(work, inbox, ask.answers, contact_id)
    text = text or answers_text(form.fields, form.answers)
    if not text and not ask.attachment_ids:
        raise TextMissing()
    await note_typed_answers(work, contact_id, form.answers)
    row = _new_row(work, ask, new_id, contact_id, form.answers)
    if not is_first:
        await store.move_participation(work.tx, participation, new_id)
    return await _begin(work, row, _drafts(work, ask, text, form), ask.visitor_id)


async def start_by_member(work: Work, ask: StartByMember) -> Started:
    """A member writes first: into the contact's live conversation in the inbox, or a new one, which every
    session of the contact without a live one of its own will see.

    Raises InboxMissing, ContactMissing, TextMissing, TextTooLong, ClientIdMalformed.
    """
    words.check_client_id(ask.client_id)
    text = words.said(ask.text)
    inbox = await _open_inbox(work, ask.inbox_id)
    new_id = work.new_id(ConversationId)
    free, led_to = [], []
    for visitor_id in await queries.sessions_of(work.tx, work.workspace_id, ask.contact_id):
        participation = await _claim(work, inbox.id, visitor_id, new_id)
        there = await _live_there(work, participation, new_id)
        if there is None:
            free.append(participation)
        else:
            led_to.append(there)
    contact_id = await people.lock(work, ask.contact_id)
    # A merge may have led the contact's sessions to somebody else's conversation: there they will read it.
    live = await queries.live_of_contact(work.tx, work.workspace_id, contact_id, inbox.id)
    live = live or next(iter(led_to), None)
    if live is not None:
        said = await say_as_member(
            work,
            SayAsMember(conversation_id=live, author=ask.author, client_id=ask.client_id, text=text),
        )
        for participation in free:
            await _seat(work, participation, said.conversation.id)
        return Started(said.conversation, (said.placed,), False)
    begun = StartConversation(inbox_id=inbox.id, visitor_id="", client_id=ask.client_id)
    row = _new_row(work, begun, new_id, contact_id, {})
    for participation in free:
        await _seat(work, participation, new_id)
    draft = Draft(author=ask.author, kind=MessageKind.TEXT, body=text, client_id=ask.client_id)
    return await _begin(work, row, [event_draft(work, "started"), draft], None)


async def lock_session(work: Work, inbox_id: str, visitor_id: str) -> None:
    """Lock the session's row in the inbox, before anything else of a conversation is locked."""
    await _claim(work, inbox_id, visitor_id, None)


async def open_room(work: Work, ask: StartConversation) -> Row:
    """The session's live conversation, locked; a new one where there is none. For what needs no words, such
    as a booking: nothing is asked and nothing is said but that it began.

    Raises InboxMissing, IdentityNeeded.
    """
    inbox = await _open_inbox(work, ask.inbox_id)
    await _check_signed(work, inbox, ask.visitor_id)
    participation = await _claim(work, inbox.id, ask.visitor_id, None)
    contact_id = await people.contact_of_visitor(work, ask.visitor_id, "")
    live = await _live_of_session(work, participation)
    live = live or await _live_of_person(work, participation, contact_id)
    if live is not None:
        return live
    row = _new_row(work, ask, work.new_id(ConversationId), contact_id, {})
    await store.move_participation(work.tx, participation, row["id"])
    await _begin(work, row, [event_draft(work, "started")], ask.visitor_id)
    return row


async def _check_signed(work: Work, inbox: Inbox, visitor_id: str) -> None:
    if inbox.settings.identity == "required" and not await queries.is_signed(
        work.tx, work.workspace_id, visitor_id
    ):
        raise IdentityNeeded()


async def _open_inbox(work: Work, inbox_id: str) -> Inbox:
    row = await work.tx.one(inbox_store.FIND_INBOX, workspace_id=work.workspace_id, id=inbox_id)
    if row is None or not row["active"]:
        raise InboxMissing()
    return inbox_store.inbox_of(row)


def _name(inbox: Inbox, answers: Mapping[str, Any]) -> str:
    prechat = inbox.settings.prechat
    asked = prechat.when != "off" and any(field.id == "name" for field in prechat.fields)
    return name_in(answers) if asked else ""


async def _claim(work: Work, inbox_id: str, visitor_id: str, conversation_id: str | None) -> Row:
    """The session's row in the inbox, locked; naming `conversation_id` if it is new."""
    claim = {
        "workspace_id": work.workspace_id,
        "inbox_id": inbox_id,
        "visitor_id": visitor_id,
        "conversation_id": conversation_id,
        "came_from": None,
        "joined_at": work.now,
    }
    if await work.tx.run(store.CLAIM_PARTICIPATION, **claim):
        return claim
    row = await work.tx.one(
        store.LOCK_PARTICIPATION,
        workspace_id=work.workspace_id,
        inbox_id=inbox_id,
        visitor_id=visitor_id,
    )
    if row is None:
        raise LookupError("a participation that was there is gone: nothing deletes them")
    return row


async def _live_of_session(work: Work, participation: Row) -> Row | None:
    """The live conversation that a session has, locked."""
    if participation["conversation_id"] is None:
        return None
    row = await store.lock_conversation(work.tx, work.workspace_id, participation["conversation_id"])
    if row is None or not State(row["state"]).is_live:
        return None
    work.locked()
    return row


async def _join(work: Work, row: Row, participation: Row, ask: StartConversation, text: str) -> Started:
    """One more message in a live conversation."""
    if not text and not ask.attachment_ids:
        # Only a form begins without words, and this conversation has begun.
        return Started(store.conversation_of(row), (), False)
    draft = replace(_first(ask, text), addressed_id=participation["came_from"])
    placed = await speak(work, row, draft)
    return Started(store.conversation_of(row), (placed,), False)


async def _begun_with(work: Work, again: Placed) -> tuple[Placed, ...]:
    """All that the start placed whose message this is: a repeated start is answered as the first was."""
    if again.seq != 2 or again.conversation_id != again.message.conversation_id:
        return (again,)
    first = await queries.thread_after(work.tx, work.workspace_id, again.conversation_id, 0, 3)
    begun = [
        one
        for one in first
        if one.message.created_at == again.message.created_at
        and (one.seq <= again.seq or one.message.kind is MessageKind.FORM)
    ]
    return tuple(begun)


async def _form(work: Work, inbox: Inbox, answers: Mapping[str, Any], contact_id: str) -> _Form:
    prechat = inbox.settings.prechat
    if prechat.when == "off":
        return _Form({}, (), False)
    known = await queries.known_of(work.tx, work.workspace_id, contact_id)
    is_before = prechat.when == "before"
    if prechat.when == "away":
        is_before = not (await opening(work.tx, work.workspace_id, inbox, work.now)).is_open
    checked = check_answers(prechat.fields, answers, known, may_skip=not is_before)
    if is_before:
        return _Form(checked, prechat.fields, False)
    return _Form(checked, still_asked(prechat.fields, known, checked), prechat.when == "after")


def _drafts(work: Work, ask: StartConversation, text: str, form: _Form) -> list[Draft]:
    drafts = [event_draft(work, "started"), _first(ask, text)]
    if form.asks_after and form.fields:
        extra = {"fields": plain_fields(form.fields), "done": False}
        drafts.append(Draft(author=SYSTEM, kind=MessageKind.FORM, extra=extra))
    return drafts


def _first(ask: StartConversation, text: str) -> Draft:
    return Draft(
        author=Author(AuthorKind.VISITOR, ask.visitor_id),
        kind=MessageKind.TEXT,
        body=text,
        client_id=ask.client_id,
        attachment_ids=ask.attachment_ids,
    )


async def _begin(work: Work, row: Row, drafts: list[Draft], visitor_id: str | None) -> Started:
    """Write a new conversation with its first messages."""
    row["number"] = await store.next_number(work.tx, work.workspace_id)
    if visitor_id is not None:
        await _let_read(work, row["id"], visitor_id)
    made = await enter(work, row, drafts)
    await work.tx.run(store.INSERT_CONVERSATION, **row)
    work.append(ConversationStarted(**store.fact_of(row), number=row["number"], visitor_id=visitor_id))
    tell(work, row, made)
    await take_turn(work, row)
    return Started(store.conversation_of(row), tuple(placed for placed, _ in made), True)


async def _let_read(work: Work, conversation_id: str, visitor_id: str) -> None:
    await work.tx.run(
        store.JOIN_CONVERSATION,
        workspace_id=work.workspace_id,
        conversation_id=conversation_id,
        visitor_id=visitor_id,
        joined_at=work.now,
    )


async def _live_there(work: Work, participation: Row, new_id: str) -> str | None:
    """The live conversation in which a session is in the inbox, if any."""
    named = participation["conversation_id"]
    if named in (None, new_id):
        return None
    there = await queries.root_of(work.tx, work.workspace_id, named)
    return there.id if there.state.is_live else None


async def _live_of_person(work: Work, participation: Row, contact_id: str) -> Row | None:
    """What a signed person has open on another device, locked, with this session in it from now on.

    Whoever made or saw the contact in this intent holds its row: two devices that start at once take turns.
    """
    tx, inbox_id = work.tx, participation["inbox_id"]
    live = await queries.live_of_contact(tx, work.workspace_id, contact_id, inbox_id)
    if live is None or not await queries.is_signed(tx, work.workspace_id, participation["visitor_id"]):
        return None
    row = await store.lock_conversation(tx, work.workspace_id, live)
    if row is None or not State(row["state"]).is_live:
        return None
    work.locked()
    await _seat(work, participation, row["id"])
    return row


async def _seat(work: Work, participation: Row, conversation_id: str) -> None:
    await store.move_participation(work.tx, participation, conversation_id)
    await _let_read(work, conversation_id, participation["visitor_id"])


def _new_row(
    work: Work,
    ask: StartConversation,
    conversation_id: str,
    contact_id: str,
    answers: Mapping[str, Answer],
) -> Row:
    work.locked()
    return {
        "workspace_id": work.workspace_id,
        "id": conversation_id,
        "number": 0,
        "inbox_id": ask.inbox_id,
        "contact_id": contact_id,
        "state": State.OPEN.value,
        "priority": 0,
        "assignee_id": None,
        "team_id": None,
        "snoozed_until": None,
        "merged_into": None,
        "version": 1,
        "last_seq": 0,
        "last_visitor_seq": 0,
        "visitor_seen": 0,
        "agents_seen": 0,
        "last_place_at": work.now,
        "last_message_at": work.now,
        "waiting_since": None,
        "first_reply_at": None,
        "assigned_at": None,
        "locale": ask.locale if _LOCALE.fullmatch(ask.locale) else "",
        "zone": ask.zone if zones.is_known(ask.zone) else "",
        "page": store.to_text(_page_text(ask.page)),
        "answers": store.to_text(answers),
        "created_at": work.now,
        "resolved_at": None,
    }


def _page_text(page: Page) -> dict[str, str]:
    """Where a visitor began, without what is empty."""
    clean = words.plain_page(page)
    named = {"url": clean.url, "title": clean.title, "referrer": clean.referrer}
    return {name: value for name, value in named.items() if value}
