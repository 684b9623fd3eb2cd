"""Doors for visitors who write: what an inbox is, to start, to say, to read, to end."""

from collections.abc import Awaitable, Callable

from ringonce.chat import queries
from ringonce.chat.ending import end_by_visitor
from ringonce.chat.forms import answer_form
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.limits import check_pace
from ringonce.chat.model import Conversation, Page, SayAsVisitor, StartConversation, Thread
from ringonce.chat.reading import seen_by_visitor
from ringonce.chat.refusals import InboxMissing
from ringonce.chat.say import say_as_visitor
from ringonce.chat.signed import identify
from ringonce.chat.start import start_conversation
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.web.call import Call, Reply
from ringonce.web.chat_model import (
    AfterQuery,
    ChatInboxQuery,
    ChatListView,
    ChatPageView,
    ChatSaidView,
    ChatSayBody,
    ChatSeenBody,
    ChatStartBody,
    ChatStartedView,
    ChatView,
    FormAnsweredView,
    FormAnswersBody,
    IdentifiedView,
    IdentifyBody,
    InboxPublic,
    KnownAs,
)
from ringonce.web.chat_views import (
    Viewing,
    conversation_view,
    conversation_views,
    inbox_public,
    message_views,
    place_views,
)
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Chat")

SAYING = ("conversation-missing", "identity-needed", "text-missing", "text-too-long", "attachment-missing")


class VisitorNeeded(DomainError):
    """Conversations of this kind belong to a visitor's session: send the visitor's token."""

    code = "visitor-needed"
    kind = Kind.FORBIDDEN


@routes.read(
    "/chat/inbox", query=ChatInboxQuery, answer=InboxPublic, who=Who.ANYONE,
    summary="What a visitor may know of an inbox: its face, its hours, its forms", errors=("inbox-missing",),
)  # fmt: skip
async def read_inbox(call: Call, ask: ChatInboxQuery) -> Reply:
    now = call.edge.clock.now()

    async def read(tx: Tx) -> InboxPublic:
        inbox = await _inbox(tx, call, ask.inbox)
        sends_mail = call.edge.options.sends_mail
        return await inbox_public(tx, call.workspace, inbox, now, sends_mail=sends_mail)

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/chat/start", body=ChatStartBody, answer=ChatStartedView, who=Who.VISITOR, status=201,
    summary="Start a conversation, or say it in the live one: a visitor has one at a time",
    errors=(
        "visitor-needed", "inbox-missing", "identity-needed", "answers-invalid", "text-missing",
        "text-too-long", "attachment-missing", "looks-automatic",
    ),
    example={
        "inbox": "website", "client_id": "9f1c2f1a-1", "text": "Do you have time on Friday?",
        "locale": "en", "zone": "Europe/Amsterdam",
    },
)  # fmt: skip
async def start_chat(call: Call, ask: ChatStartBody) -> Reply:
    """Two clicks, two tabs or two hundred: one conversation; later ones are answered `created: false`."""
    visitor_id = _visitor(call)
    check_pace(website=ask.website, filled_for_ms=ask.filled_for_ms, text=ask.text)

    async def intent(work: Work) -> ChatStartedView:
        inbox = await _inbox(work.tx, call, ask.inbox)
        started = await start_conversation(
            work,
            StartConversation(
                inbox_id=inbox.id,
                visitor_id=visitor_id,
                client_id=ask.client_id,
                text=ask.text,
                attachment_ids=tuple(ask.attachments),
                answers=ask.answers,
                page=Page(url=ask.page.url, title=ask.page.title, referrer=ask.page.referrer),
                locale=ask.locale,
                zone=ask.zone,
            ),
        )
        return ChatStartedView(
            conversation=await conversation_view(work.tx, _viewing(call), started.conversation),
            messages=await message_views(work.tx, _viewing(call), started.messages),
            created=started.created,
        )

    return await call.execute(intent)


@routes.read(
    "/chat/conversations", query=ChatInboxQuery, answer=ChatListView, who=Who.VISITOR,
    summary="The visitor's conversations in an inbox, the latest first",
    errors=("visitor-needed", "inbox-missing"),
)  # fmt: skip
async def list_chats(call: Call, ask: ChatInboxQuery) -> Reply:
    visitor_id = _visitor(call)

    async def read(tx: Tx) -> ChatListView:
        inbox = await _inbox(tx, call, ask.inbox)
        found = await queries.list_of_visitor(tx, call.workspace.id, inbox.id, visitor_id)
        live = await queries.find_live(tx, call.workspace.id, inbox.id, visitor_id)
        return ChatListView(
            items=await conversation_views(tx, _viewing(call), found),
            live=None if live is None else live.id,
        )

    return call.ok(await call.read(read))


@routes.read(
    "/chat/conversations/{conversation_id}/messages", query=AfterQuery, answer=ChatPageView, who=Who.VISITOR,
    summary="What stands in a conversation after a place", errors=("visitor-needed", "conversation-missing"),
)  # fmt: skip
async def read_chat(call: Call, ask: AfterQuery) -> Reply:
    """A merged conversation is answered with the one that holds its messages now, from its first place."""
    visitor_id, asked = _visitor(call), call.path["conversation_id"]

    async def read(tx: Tx) -> ChatPageView:
        found = await queries.root_for_visitor(tx, call.workspace.id, asked, visitor_id)
        moved = found.id != asked or ask.after > found.last_visitor_seq
        after = 0 if moved else ask.after
        thread: Thread = await queries.load_thread(tx, call.workspace.id, found, after, ask.limit)
        return ChatPageView(
            conversation=await conversation_view(tx, _viewing(call), found),
            messages=list(await place_views(tx, _viewing(call), thread.messages)),
            upto=thread.upto,
            more=thread.more,
            reset=moved,
        )

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/chat/conversations/{conversation_id}/messages", body=ChatSayBody, answer=ChatSaidView,
    who=Who.VISITOR, status=201, errors=("visitor-needed", *SAYING),
    summary="Say something; the same `client_id` again is the same message",
)  # fmt: skip
async def say(call: Call, ask: ChatSayBody) -> Reply:
    visitor_id = _visitor(call)
    wanted = SayAsVisitor(
        conversation_id=call.path["conversation_id"],
        visitor_id=visitor_id,
        client_id=ask.client_id,
        text=ask.text,
        attachment_ids=tuple(ask.attachments),
        extra={} if ask.choice is None else {"choice": ask.choice},
    )

    async def intent(work: Work) -> ChatSaidView:
        said = await say_as_visitor(work, wanted)
        views = await message_views(work.tx, _viewing(call), [said.placed])
        return ChatSaidView(
            conversation=await conversation_view(work.tx, _viewing(call), said.conversation), message=views[0]
        )

    return await call.execute(intent)


@routes.write(
    "POST", "/chat/conversations/{conversation_id}/seen", body=ChatSeenBody, answer=ChatView,
    who=Who.VISITOR, keyed=False, limited=False, errors=("visitor-needed", "conversation-missing"),
    summary="Say how far the visitor has read; only ever forward",
)  # fmt: skip
async def see_chat(call: Call, ask: ChatSeenBody) -> Reply:
    """Needs no key: saying it twice, or late, changes nothing."""
    visitor_id = _visitor(call)
    return await _run(
        call, lambda work: seen_by_visitor(work, call.path["conversation_id"], visitor_id, ask.seq)
    )


@routes.write(
    "POST", "/chat/conversations/{conversation_id}/end", answer=ChatView, who=Who.VISITOR,
    errors=("visitor-needed", "conversation-missing"), summary="End a conversation; a message reopens it",
)  # fmt: skip
async def end_chat(call: Call, ask: Nothing) -> Reply:
    visitor_id = _visitor(call)

    async def intent(work: Work) -> ChatView:
        ended = await end_by_visitor(work, call.path["conversation_id"], visitor_id)
        return ChatView(conversation=await conversation_view(work.tx, _viewing(call), ended))

    return await call.execute(intent)


@routes.write(
    "POST", "/chat/conversations/{conversation_id}/form", body=FormAnswersBody, answer=FormAnsweredView,
    who=Who.VISITOR, summary="Answer the form that was asked in the conversation",
    errors=("visitor-needed", "conversation-missing", "identity-needed", "form-missing", "answers-invalid"),
)  # fmt: skip
async def answer_chat_form(call: Call, ask: FormAnswersBody) -> Reply:
    visitor_id = _visitor(call)

    async def intent(work: Work) -> FormAnsweredView:
        said = await answer_form(work, call.path["conversation_id"], visitor_id, ask.client_id, ask.answers)
        views = await message_views(work.tx, _viewing(call), [said.placed])
        return FormAnsweredView(
            conversation=await conversation_view(work.tx, _viewing(call), said.conversation),
            message=views[0] if views else None,
        )

    return await call.execute(intent)


@routes.write(
    "POST", "/chat/identify", body=IdentifyBody, answer=IdentifiedView, who=Who.VISITOR,
    errors=("visitor-needed", "inbox-missing", "identity-refused"),
    summary="Make this session the person's whom the site has signed",
)  # fmt: skip
async def identify_visitor(call: Call, ask: IdentifyBody) -> Reply:
    """Conversations that the person began on another device are this session's from here on."""
    visitor_id = _visitor(call)

    async def intent(work: Work) -> IdentifiedView:
        inbox = await _inbox(work.tx, call, ask.inbox)
        known = await identify(work, visitor_id, inbox, ask.token)
        return IdentifiedView(
            contact=KnownAs(name=known.contact.name),
            conversation=None
            if known.conversation is None
            else await conversation_view(work.tx, _viewing(call), known.conversation),
            joined=known.joined,
        )

    return await call.execute(intent)


async def _run(call: Call, intent: Callable[[Work], Awaitable[Conversation]]) -> Reply:
    """An intent that names itself."""

    async def whole(work: Work) -> ChatView:
        return ChatView(conversation=await conversation_view(work.tx, _viewing(call), await intent(work)))

    return call.ok(await call.run(whole))


async def _inbox(tx: Tx, call: Call, named: str) -> Inbox:
    found = await queries.load_inbox(tx, call.workspace.id, named)
    if not found.active:
        raise InboxMissing()
    return found


def _viewing(call: Call) -> Viewing:
    return Viewing(call.workspace, call.edge.codes)


def _visitor(call: Call) -> str:
    """The visitor's session. Raises VisitorNeeded for members and keys: they have doors of their own."""
    if call.visitor_id is None:
        raise VisitorNeeded()
    return call.visitor_id
