"""Doors of the desk to what is done with conversations: who answers, how they stand, several at once."""

from msgspec import UNSET, UnsetType

from ringonce.chat import bulk
from ringonce.chat.assign import Assign, assign
from ringonce.chat.listing_queries import list_some
from ringonce.chat.model import Conversation
from ringonce.chat.states import label, reopen, resolve, set_priority, snooze
from ringonce.chat.turns import serve_waiting
from ringonce.kernel.work import Work
from ringonce.web.call import Call, Reply
from ringonce.web.desk_chat import conversation_answer
from ringonce.web.desk_chat_model import (
    AssignBody,
    BulkBody,
    BulkResult,
    BulkView,
    ConversationAnswer,
    LabelsBody,
    PriorityBody,
    SnoozeBody,
)
from ringonce.web.desk_chat_views import PRIORITY_NAMES, agent_conversation, reader_of
from ringonce.web.problems import invalid
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import ms_of

routes = Routes("Chat at the desk")
MISSING = "conversation-missing"
_PRIORITIES = {name: priority for priority, name in PRIORITY_NAMES.items()}


@routes.write(
    "POST", "/conversations/{conversation_id}/assign", body=AssignBody, answer=ConversationAnswer,
    who=Who.WORK, summary="Let somebody answer, or nobody, or a team",
    errors=(MISSING, "assigned-meanwhile", "agent-unknown", "agent-team-missing"),
)  # fmt: skip
async def desk_assign(call: Call, ask: AssignBody) -> Reply:
    """Compare and set: when another agent was faster, the answer says who has it."""
    expected = None if isinstance(ask.expected_assignee_id, UnsetType) else ask.expected_assignee_id
    only_team = isinstance(ask.assignee_id, UnsetType)
    wanted = Assign(
        conversation_id=call.path["conversation_id"],
        assignee_id=ask.assignee_id,
        # A team alone says nothing about whom the agent saw.
        expected_id=UNSET if only_team and isinstance(ask.expected_assignee_id, UnsetType) else expected,
        team_id=ask.team_id,
        note=ask.note,
    )

    async def intent(work: Work) -> ConversationAnswer:
        return await conversation_answer(work, call, (await assign(work, wanted)).id)

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/resolve", answer=ConversationAnswer, who=Who.WORK,
    summary="It is dealt with; a message of the visitor reopens it", errors=(MISSING,),
)  # fmt: skip
async def desk_resolve(call: Call, _: Nothing) -> Reply:
    freed: set[str] = set()

    async def intent(work: Work) -> ConversationAnswer:
        done = await resolve(work, call.path["conversation_id"])
        if done.assignee_id is not None:
            freed.add(done.assignee_id)
        return await conversation_answer(work, call, done.id)

    reply = await call.execute(intent)
    await serve(call, freed)
    return reply


@routes.write(
    "POST", "/conversations/{conversation_id}/reopen", answer=ConversationAnswer, who=Who.WORK,
    summary="It is live again", errors=(MISSING, "live-elsewhere"),
)  # fmt: skip
async def desk_reopen(call: Call, _: Nothing) -> Reply:
    async def intent(work: Work) -> ConversationAnswer:
        return await conversation_answer(work, call, (await reopen(work, call.path["conversation_id"])).id)

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/snooze", body=SnoozeBody, answer=ConversationAnswer,
    who=Who.WORK, summary="Out of the lists until an instant, or until the visitor writes",
    errors=(MISSING, "snooze-invalid", "conversation-ended"),
)  # fmt: skip
async def desk_snooze(call: Call, ask: SnoozeBody) -> Reply:
    async def intent(work: Work) -> ConversationAnswer:
        done = await snooze(work, call.path["conversation_id"], ms_of(ask.until))
        return await conversation_answer(work, call, done.id)

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/priority", body=PriorityBody, answer=ConversationAnswer,
    who=Who.WORK, summary="How urgent it is", errors=(MISSING,),
)  # fmt: skip
async def desk_priority(call: Call, ask: PriorityBody) -> Reply:
    async def intent(work: Work) -> ConversationAnswer:
        done = await set_priority(work, call.path["conversation_id"], _PRIORITIES[ask.priority])
        return await conversation_answer(work, call, done.id)

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/{conversation_id}/labels", body=LabelsBody, answer=ConversationAnswer,
    who=Who.WORK, summary="Add labels and take labels off", errors=(MISSING, "label-missing"),
)  # fmt: skip
async def desk_labels(call: Call, ask: LabelsBody) -> Reply:
    async def intent(work: Work) -> ConversationAnswer:
        done = await label(work, call.path["conversation_id"], ask.add, ask.remove)
        return await conversation_answer(work, call, done.id)

    return await call.execute(intent)


@routes.write(
    "POST", "/conversations/bulk", body=BulkBody, answer=BulkView, who=Who.WORK,
    summary="One deed for several conversations, each with its own result", errors=("request-invalid",),
)  # fmt: skip
async def desk_bulk(call: Call, ask: BulkBody) -> Reply:
    """Those refused stay as they were and say why; the others are done, in one transaction."""
    deed = _deed(ask)
    freed: set[str] = set()

    async def intent(work: Work) -> BulkView:
        done = await bulk.for_each(work, ask.ids, deed, reopening=ask.action == "reopen")
        ids = [each.done_to for each in done if each.done_to is not None]
        listed = await list_some(work.tx, work.workspace_id, reader_of(call.principal), ids)
        if ask.action == "resolve":
            agents = {each.conversation.assignee_id for each in listed.values()}
            freed.update(each for each in agents if each is not None)
        return BulkView(
            results=[
                BulkResult(
                    id=each.conversation_id,
                    code=each.code,
                    conversation=agent_conversation(listed[each.done_to])
                    if each.done_to is not None
                    else None,
                )
                for each in done
            ]
        )

    reply = await call.execute(intent)
    await serve(call, freed)
    return reply


async def serve(call: Call, member_ids: set[str]) -> None:
    """Agents have room again: the waiting are theirs. Not of the deed: its answer has been stored already."""
    for member_id in sorted(member_ids):

        async def intent(work: Work, member_id: str = member_id) -> int:
            return await serve_waiting(work, member_id)

        await call.run(intent)


def _deed(ask: BulkBody) -> bulk.Deed:
    async def deed(work: Work, conversation_id: str) -> Conversation:
        match ask.action:
            case "resolve":
                return await resolve(work, conversation_id)
            case "reopen":
                return await reopen(work, conversation_id)
            case "label":
                return await label(work, conversation_id, ask.add, ask.remove)
            case "priority":
                return await set_priority(work, conversation_id, _PRIORITIES[ask.priority])
            case "snooze":
                return await snooze(work, conversation_id, until)
            case "assign":
                wanted = Assign(
                    conversation_id=conversation_id,
                    assignee_id=ask.assignee_id,
                    expected_id=ask.expected_assignee_id,
                    team_id=ask.team_id,
                )
                return await assign(work, wanted)

    until = 0
    if ask.action == "snooze":
        if ask.until is None:
            raise invalid("until", "missing", "a snooze needs an instant")
        until = ms_of(ask.until)
    return deed
