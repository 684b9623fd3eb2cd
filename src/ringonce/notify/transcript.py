"""A copy of a conversation by mail, for its visitor or for the contact; it goes with the outbox."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ringonce.chat.model import Conversation
from ringonce.chat.placing import note_event
from ringonce.chat.queries import load_inbox, may_read
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.rooms import lock_room, shown
from ringonce.kernel.work import Work
from ringonce.notify import chat_store as store
from ringonce.notify.chat_model import ChatLetterKind, ChatLetterRow
from ringonce.notify.chat_people import address_of, is_address, zone_of
from ringonce.notify.events import TranscriptAsked
from ringonce.notify.queries import find_home
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MailId

DAY: Final = 24 * 3_600_000
#: Copies of one conversation in a day, and mails about conversations to one address.
MOST_A_DAY: Final = 3
MOST_TO_ONE_A_DAY: Final = 20


class TranscriptsOff(DomainError):
    """This inbox sends no copies, or the server sends no mail. Params: why."""

    code = "transcripts-off"
    kind = Kind.FORBIDDEN


class TranscriptsSpent(DomainError):
    """Enough copies went out today. Params: most."""

    code = "transcripts-spent"
    kind = Kind.LIMITED


class AddressMalformed(DomainError):
    """This is no mail address, or none is known."""

    code = "address-malformed"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTranscript:
    """`visitor_id` None: the desk asks, and an empty address means the contact's own.

    `sends_mail`: whether the server can; `language` names the nearest one that mails are written in.
    """

    conversation_id: str
    email: str
    visitor_id: str | None
    sends_mail: bool
    language: Callable[[str], str]
    locale: str = ""


async def send_transcript(work: Work, ask: SendTranscript) -> Conversation:
    """Send what the visitor may read, up to now, and say so in the thread.

    Raises TranscriptsOff, TranscriptsSpent, AddressMalformed, ConversationMissing.
    """
    tx, visitor_id = work.tx, ask.visitor_id
    if visitor_id is not None and not await may_read(tx, work.workspace_id, ask.conversation_id, visitor_id):
        raise ConversationMissing()
    row = await lock_room(work, ask.conversation_id)
    conversation = shown(row)
    inbox = await load_inbox(tx, work.workspace_id, conversation.inbox_id)
    if not ask.sends_mail:
        raise TranscriptsOff(why="no-mail")
    if visitor_id is not None and not inbox.settings.transcript:
        raise TranscriptsOff(why="inbox")
    letter = await _letter(work, ask, conversation)
    await store.insert_letters(tx, [letter])
    await note_event(work, row, "transcript-sent")
    work.append(
        TranscriptAsked(
            conversation_id=conversation.id,
            inbox_id=conversation.inbox_id,
            contact_id=conversation.contact_id,
            version=row["version"],
            letter_id=letter.id,
            upto_seq=letter.upto_seq,
        )
    )
    return shown(row)


async def _letter(work: Work, ask: SendTranscript, conversation: Conversation) -> ChatLetterRow:
    """The letter, to an address that may have one more. Raises AddressMalformed, TranscriptsSpent."""
    tx, workspace_id = work.tx, work.workspace_id
    email = ask.email.strip()
    if not email and ask.visitor_id is None:
        email = await address_of(tx, workspace_id, conversation)
    if not is_address(email):
        raise AddressMalformed()
    copies, since = (ChatLetterKind.TRANSCRIPT,), work.now - DAY
    if await store.count_since(tx, workspace_id, conversation.id, copies, since) >= MOST_A_DAY:
        raise TranscriptsSpent(most=MOST_A_DAY)
    if await store.count_to_since(tx, workspace_id, email, since) >= MOST_TO_ONE_A_DAY:
        raise TranscriptsSpent(most=MOST_TO_ONE_A_DAY)
    home = await find_home(tx, workspace_id)
    if home is None:
        raise ConversationMissing()
    return ChatLetterRow(
        workspace_id=workspace_id,
        id=work.new_id(MailId),
        kind=ChatLetterKind.TRANSCRIPT,
        conversation_id=conversation.id,
        after_seq=0,
        upto_seq=conversation.last_visitor_seq,
        recipient=email,
        member_id=None,
        locale=ask.language(ask.locale or conversation.locale or home.locale),
        zone=zone_of(conversation, home),
        state="pending",
        attempts=0,
        due_at=work.now,
        problem="",
        created_at=work.now,
        sent_at=None,
    )
