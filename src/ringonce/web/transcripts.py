"""Doors of transcripts: a copy of a conversation by mail, asked for by its visitor or by the desk."""

from typing import Annotated

import msgspec

from ringonce.chat.model import Conversation
from ringonce.kernel.work import Work
from ringonce.notify.transcript import SendTranscript, send_transcript
from ringonce.web.accounts_model import Ask
from ringonce.web.call import Call, Reply
from ringonce.web.chat_model import ChatView
from ringonce.web.chat_public import VisitorNeeded
from ringonce.web.chat_views import Viewing, conversation_view
from ringonce.web.desk_chat import conversation_answer
from ringonce.web.desk_chat_model import ConversationAnswer
from ringonce.web.messages import pick_locale
from ringonce.web.routing import Routes, Who

routes = Routes("Chat")

REFUSALS = ("conversation-missing", "transcripts-off", "transcripts-spent", "address-malformed")


class TranscriptBody(Ask):
    email: Annotated[str, msgspec.Meta(min_length=3, max_length=254)]


class DeskTranscriptBody(Ask):
    email: Annotated[str, msgspec.Meta(max_length=254, description="empty: the contact's own address")] = ""


@routes.write(
    "POST", "/chat/conversations/{conversation_id}/transcript", body=TranscriptBody, answer=ChatView,
    who=Who.VISITOR, errors=("visitor-needed", *REFUSALS),
    summary="Mail a copy of the conversation to an address; three a day",
)  # fmt: skip
async def mail_chat_transcript(call: Call, ask: TranscriptBody) -> Reply:
    """What the visitor may read, up to now; the thread says that it was sent."""
    visitor_id = call.visitor_id
    if visitor_id is None:
        raise VisitorNeeded()

    async def intent(work: Work) -> ChatView:
        sent = await _send(work, call, ask.email, visitor_id)
        viewing = Viewing(call.workspace, call.edge.codes)
        return ChatView(conversation=await conversation_view(work.tx, viewing, sent))

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/transcript", body=DeskTranscriptBody,
    answer=ConversationAnswer, who=Who.WORK, errors=REFUSALS,
    summary="Mail a copy of what the visitor may read to the contact or to an address",
)  # fmt: skip
async def desk_mail_transcript(call: Call, ask: DeskTranscriptBody) -> Reply:
    """Notes stay at the desk."""

    async def intent(work: Work) -> ConversationAnswer:
        sent = await _send(work, call, ask.email, None)
        return await conversation_answer(work, call, sent.id)

    return await call.execute(intent)


async def _send(work: Work, call: Call, email: str, visitor_id: str | None) -> Conversation:
    asked = SendTranscript(
        conversation_id=call.path["conversation_id"],
        email=email,
        visitor_id=visitor_id,
        sends_mail=call.edge.options.sends_mail,
        language=lambda locale: pick_locale(None, locale),
    )
    return await send_transcript(work, asked)
