"""Doors of the desk to conversations: the lists, one thread, saying something, searching."""

from msgspec import to_builtins

from ringonce.chat import queries
from ringonce.chat.desk_model import ListAsk, Listed, View
from ringonce.chat.listing_queries import count_views, list_conversations, list_some, load_listed
from ringonce.chat.model import Author, AuthorKind, Said, SayAsMember, StartByMember, State, Thread
from ringonce.chat.reading import seen_by_member
from ringonce.chat.say import say_as_member
from ringonce.chat.search import find_messages, find_people
from ringonce.chat.start import start_by_member
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.auth import actor_of
from ringonce.web.call import Call, Reply
from ringonce.web.desk_chat_model import (
    AgentConversation,
    ContactPart,
    ConversationAnswer,
    ConversationList,
    ConversationsQuery,
    CountsView,
    FoundMessage,
    MessageBody,
    SaidView,
    SearchQuery,
    SearchView,
    SeenBody,
    StartBody,
    ThreadQuery,
    ThreadView,
)
from ringonce.web.desk_chat_views import (
    DeskViewing,
    agent_conversation,
    agent_message,
    agent_places,
    load_agent_conversation,
    reader_of,
)
from ringonce.web.problems import invalid
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Chat at the desk")
SAYING = ("conversation-missing", "text-missing", "text-too-long", "client-id-malformed")


def viewing_of(call: Call) -> DeskViewing:
    """Who looks."""
    return DeskViewing(call.workspace, call.edge.codes, actor_of(call.principal).id)


def author_of(call: Call) -> Author:
    """Who writes: a member, or a key."""
    actor = call.actor
    return Author(AuthorKind(actor.kind), actor.id)


@routes.read(
    "/conversations", query=ConversationsQuery, answer=ConversationList, who=Who.READ,
    summary="Conversations by their newest words, and how many each view has", errors=("malformed-cursor",),
)  # fmt: skip
async def desk_conversations(call: Call, ask: ConversationsQuery) -> Reply:
    """Without `state`: all but those that were merged away."""
    page_ask = PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int, str)))
    reader_id = reader_of(call.principal)
    wanted = ListAsk(
        member_id=reader_id,
        view=View(ask.view),
        state=None if ask.state is None else State(ask.state),
        inbox_id=ask.inbox,
        team_id=ask.team,
        label_id=ask.label,
        assignee_id=ask.assignee,
        contact_id=ask.contact,
        words=ask.q,
    )

    async def read(tx: Tx) -> ConversationList:
        page = await list_conversations(tx, call.workspace.id, wanted, page_ask)
        counts = await count_views(tx, call.workspace.id, reader_id)
        return ConversationList(
            items=[agent_conversation(each) for each in page.items],
            next_cursor=encode_cursor(page.next_after) if page.next_after else None,
            counts=CountsView(
                mine=counts.mine, unassigned=counts.unassigned, all=counts.all, mentions=counts.mentions
            ),
        )

    return call.ok(await call.read(read))


@routes.read(
    "/conversations/{conversation_id}", answer=AgentConversation, who=Who.READ,
    summary="One conversation; a merged one as itself", errors=("conversation-missing",),
)  # fmt: skip
async def desk_conversation(call: Call, _: Nothing) -> Reply:
    async def read(tx: Tx) -> AgentConversation:
        return await load_agent_conversation(
            tx, call.workspace.id, reader_of(call.principal), call.path["conversation_id"]
        )

    return call.ok(await call.read(read))


@routes.read(
    "/conversations/{conversation_id}/messages", query=ThreadQuery, answer=ThreadView, who=Who.READ,
    summary="A page of a thread; of the conversation that holds it now, if it was merged",
    errors=("conversation-missing",),
)  # fmt: skip
async def desk_thread(call: Call, ask: ThreadQuery) -> Reply:
    """`upto` is the last seq of the page; `more`: there are others in the direction asked for."""
    viewing = viewing_of(call)

    async def read(tx: Tx) -> ThreadView:
        workspace_id = call.workspace.id
        root = await queries.root_of(tx, workspace_id, call.path["conversation_id"])
        listed = await load_listed(tx, workspace_id, reader_of(call.principal), root.id)
        # Places of the one that was merged are no places of its winner: from the first.
        moved = root.id != call.path["conversation_id"] and ask.after is not None
        thread = await _page(tx, workspace_id, listed, ask, 0 if moved else ask.after)
        return ThreadView(
            conversation=agent_conversation(listed),
            messages=list(await agent_places(tx, viewing, thread.messages)),
            upto=thread.upto,
            more=thread.more,
        )

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/conversations", body=StartBody, answer=SaidView, who=Who.WORK, status=201,
    summary="Write first to a contact; an open conversation of theirs in this inbox is gone on with",
    errors=(*SAYING, "inbox-missing", "contact-missing"),
)  # fmt: skip
async def desk_start(call: Call, ask: StartBody) -> Reply:
    wanted = StartByMember(
        inbox_id=ask.inbox_id,
        contact_id=ask.contact_id,
        author=author_of(call),
        client_id=ask.client_id,
        text=ask.text,
    )

    async def intent(work: Work) -> SaidView:
        started = await start_by_member(work, wanted)
        return await said_view(work, call, Said(started.conversation, started.messages[-1], False))

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/messages", body=MessageBody, answer=SaidView, who=Who.WORK,
    status=201, summary="Answer, or leave a note among colleagues",
    errors=(*SAYING, "mention-unknown", "attachment-missing", "too-many-attachments"),
    example={"client_id": "c-7f31a9d2", "text": "Good morning! Shall we say Thursday?", "note": False},
)  # fmt: skip
async def desk_say(call: Call, ask: MessageBody) -> Reply:
    if ask.mentions and not ask.note:
        raise invalid("mentions", "wrong-value", "only a note mentions colleagues")
    if len({choice.id for choice in ask.choices}) < len(ask.choices):
        raise invalid("choices", "wrong-value", "each choice has an id of its own")
    wanted = SayAsMember(
        conversation_id=call.path["conversation_id"],
        author=author_of(call),
        client_id=ask.client_id,
        text=ask.text,
        note=ask.note,
        mentions=tuple(ask.mentions),
        attachment_ids=tuple(ask.attachments),
        extra={"choices": to_builtins(ask.choices)} if ask.choices and not ask.note else {},
    )

    async def intent(work: Work) -> SaidView:
        return await said_view(work, call, await say_as_member(work, wanted))

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/seen", body=SeenBody, answer=ConversationAnswer, who=Who.SELF,
    summary="A member has read up to a place", errors=("conversation-missing",), limited=False,
)  # fmt: skip
async def desk_seen(call: Call, ask: SeenBody) -> Reply:
    member_id = reader_of(call.principal)

    async def intent(work: Work) -> ConversationAnswer:
        root = await seen_by_member(work, call.path["conversation_id"], member_id, ask.seq)
        return await conversation_answer(work, call, root.id)

    return await call.execute(intent)


@routes.read(
    "/search", query=SearchQuery, answer=SearchView, who=Who.READ,
    summary="Messages that hold every word, the newest first, and people",
)  # fmt: skip
async def desk_search(call: Call, ask: SearchQuery) -> Reply:
    async def read(tx: Tx) -> SearchView:
        workspace_id = call.workspace.id
        hits = await find_messages(tx, workspace_id, ask.q, ask.limit)
        ids = {hit.conversation_id for hit in hits}
        listed = await list_some(tx, workspace_id, reader_of(call.principal), ids) if ids else {}
        people = await find_people(tx, workspace_id, ask.q, ask.limit)
        return SearchView(
            conversations=[
                FoundMessage(
                    conversation=agent_conversation(listed[hit.conversation_id]),
                    message_id=hit.message_id,
                    seq=hit.seq,
                    excerpt=hit.excerpt,
                )
                for hit in hits
            ],
            contacts=[ContactPart(id=person_id, name=name) for person_id, name in people],
        )

    return call.ok(await call.read(read))


async def said_view(work: Work, call: Call, said: Said) -> SaidView:
    """The answer to whoever said something at the desk."""
    listed = await load_listed(work.tx, work.workspace_id, reader_of(call.principal), said.conversation.id)
    message = await agent_message(work.tx, viewing_of(call), said.placed)
    return SaidView(conversation=agent_conversation(listed), message=message)


async def conversation_answer(work: Work, call: Call, conversation_id: str) -> ConversationAnswer:
    """A conversation as its caller sees it after a deed."""
    found = await load_agent_conversation(
        work.tx, work.workspace_id, reader_of(call.principal), conversation_id
    )
    return ConversationAnswer(conversation=found)


async def _page(tx: Tx, workspace_id: str, listed: Listed, ask: ThreadQuery, after: int | None) -> Thread:
    conversation = listed.conversation
    if after is not None:
        after = min(after, conversation.last_seq)
        return await queries.load_thread(tx, workspace_id, conversation, after, ask.limit, view="desk")
    end = conversation.last_seq + 1
    before = end if ask.before is None else min(ask.before, end)
    placed = await queries.thread_before(tx, workspace_id, conversation.id, before, ask.limit + 1)
    page = tuple(placed[-ask.limit :])
    return Thread(conversation, page, page[-1].seq if page else 0, len(placed) > ask.limit)
