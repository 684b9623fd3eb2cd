"""Doors to what the desk sets up for chat: labels, canned replies, teams of agents; and who is there."""

from ringonce.chat.agents import list_agents, set_capacity, set_status
from ringonce.chat.canned import (
    create_canned_reply,
    delete_canned_reply,
    list_canned_replies,
    load_canned_reply,
    render,
    update_canned_reply,
)
from ringonce.chat.desk_model import Agent, AgentTeam, CannedReply, Label, Status
from ringonce.chat.hours import opening
from ringonce.chat.labels import create_label, delete_label, list_labels, update_label
from ringonce.chat.listing_queries import load_listed
from ringonce.chat.queries import list_inboxes
from ringonce.chat.teams import create_agent_team, delete_agent_team, list_agent_teams, update_agent_team
from ringonce.identity.queries import find_names
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.web.accounts_model import Done
from ringonce.web.booking_model import VersionBody
from ringonce.web.call import Call, Reply
from ringonce.web.catalogue_views import changes_of
from ringonce.web.desk_chat_views import reader_of
from ringonce.web.desk_chat_work import serve
from ringonce.web.desk_setup_model import (
    AgentList,
    AgentTeamBody,
    AgentTeamList,
    AgentTeamPatch,
    AgentTeamView,
    AgentView,
    CannedBody,
    CannedList,
    CannedPatch,
    CannedQuery,
    CannedView,
    CapacityBody,
    LabelBody,
    LabelList,
    LabelPatch,
    LabelView,
    PresenceView,
    RenderedView,
    RenderQuery,
    StatusBody,
)
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Chat set-up")
EDITS = ("fields-invalid", "edit-stale")


# --- labels


@routes.read("/labels", answer=LabelList, who=Who.READ, summary="Labels by name")
async def labels(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: list_labels(tx, call.workspace.id))
    return call.ok(LabelList(items=[_label(each) for each in found]))


@routes.write(
    "POST", "/labels", body=LabelBody, answer=LabelView, who=Who.CONFIGURE, status=201,
    summary="Make a label", errors=("fields-invalid",), example={"name": "Invoice", "hue": 120},
)  # fmt: skip
async def make_label(call: Call, ask: LabelBody) -> Reply:
    async def intent(work: Work) -> LabelView:
        return _label(await create_label(work, ask.name, ask.hue))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/labels/{label_id}", body=LabelPatch, answer=LabelView, who=Who.CONFIGURE,
    summary="Change a label", errors=("label-missing", *EDITS),
)  # fmt: skip
async def patch_label(call: Call, ask: LabelPatch) -> Reply:
    async def intent(work: Work) -> LabelView:
        return _label(await update_label(work, call.path["label_id"], ask.version, changes_of(ask)))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/labels/{label_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Delete a label and take it off every conversation", errors=("label-missing", "edit-stale"),
)  # fmt: skip
async def remove_label(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await delete_label(work, call.path["label_id"], ask.version)
        return Done()

    return await call.execute(intent)


# --- canned replies


@routes.read(
    "/canned-replies", query=CannedQuery, answer=CannedList, who=Who.READ,
    summary="Canned replies by shortcut, or those that hold a piece of text",
)  # fmt: skip
async def canned_replies(call: Call, ask: CannedQuery) -> Reply:
    found = await call.read(lambda tx: list_canned_replies(tx, call.workspace.id, ask.q))
    return call.ok(CannedList(items=[_canned(each) for each in found]))


@routes.read(
    "/canned-replies/{reply_id}/render", query=RenderQuery, answer=RenderedView, who=Who.READ,
    summary="A canned reply as it would be said in a conversation",
    errors=("canned-reply-missing", "conversation-missing"),
)  # fmt: skip
async def canned_reply_in(call: Call, ask: RenderQuery) -> Reply:
    member_id = reader_of(call.principal)

    async def read(tx: Tx) -> RenderedView:
        reply = await load_canned_reply(tx, call.workspace.id, call.path["reply_id"])
        listed = await load_listed(tx, call.workspace.id, member_id, ask.conversation)
        agent = await find_names(tx, call.workspace.id, {member_id}) if member_id else {}
        name = listed.contact_name
        values = {
            "contact.name": name,
            "contact.first_name": name.split()[0] if name.split() else "",
            "agent.name": agent.get(member_id, ""),
            "workspace.name": call.workspace.name,
            "conversation.number": str(listed.conversation.number),
        }
        return RenderedView(text=render(reply.body, values))

    return call.ok(await call.read(read))


@routes.write(
    "POST", "/canned-replies", body=CannedBody, answer=CannedView, who=Who.CONFIGURE, status=201,
    summary="Make a canned reply", errors=("fields-invalid",),
    example={"shortcut": "hello", "body": "Hello {{contact.first_name}}, this is {{agent.name}}."},
)  # fmt: skip
async def make_canned_reply(call: Call, ask: CannedBody) -> Reply:
    async def intent(work: Work) -> CannedView:
        return _canned(await create_canned_reply(work, ask.shortcut, ask.body))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/canned-replies/{reply_id}", body=CannedPatch, answer=CannedView, who=Who.CONFIGURE,
    summary="Change a canned reply", errors=("canned-reply-missing", *EDITS),
)  # fmt: skip
async def patch_canned_reply(call: Call, ask: CannedPatch) -> Reply:
    async def intent(work: Work) -> CannedView:
        changes = changes_of(ask)
        return _canned(await update_canned_reply(work, call.path["reply_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/canned-replies/{reply_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Delete a canned reply", errors=("canned-reply-missing", "edit-stale"),
)  # fmt: skip
async def remove_canned_reply(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await delete_canned_reply(work, call.path["reply_id"], ask.version)
        return Done()

    return await call.execute(intent)


# --- teams of agents


@routes.read("/agent-teams", answer=AgentTeamList, who=Who.READ, summary="Teams of agents by name")
async def agent_teams(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: list_agent_teams(tx, call.workspace.id))
    return call.ok(AgentTeamList(items=[_team(each) for each in found]))


@routes.write(
    "POST", "/agent-teams", body=AgentTeamBody, answer=AgentTeamView, who=Who.CONFIGURE, status=201,
    summary="Make a team of agents", errors=("fields-invalid",),
)  # fmt: skip
async def make_agent_team(call: Call, ask: AgentTeamBody) -> Reply:
    async def intent(work: Work) -> AgentTeamView:
        return _team(await create_agent_team(work, ask.name, ask.members))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/agent-teams/{agent_team_id}", body=AgentTeamPatch, answer=AgentTeamView, who=Who.CONFIGURE,
    summary="Change a team of agents", errors=("agent-team-missing", *EDITS),
)  # fmt: skip
async def patch_agent_team(call: Call, ask: AgentTeamPatch) -> Reply:
    async def intent(work: Work) -> AgentTeamView:
        changes = changes_of(ask)
        return _team(await update_agent_team(work, call.path["agent_team_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/agent-teams/{agent_team_id}", body=VersionBody, answer=Done, who=Who.CONFIGURE,
    summary="Delete a team that no inbox and no live conversation names",
    errors=("agent-team-missing", "agent-team-in-use", "edit-stale"),
)  # fmt: skip
async def remove_agent_team(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> Done:
        await delete_agent_team(work, call.path["agent_team_id"], ask.version)
        return Done()

    return await call.execute(intent)


# --- agents


@routes.read("/agents", answer=AgentList, who=Who.READ, summary="Who can answer, and who is there")
async def agents(call: Call, _: Nothing) -> Reply:
    now = call.edge.clock.now()
    found = await call.read(lambda tx: list_agents(tx, call.workspace.id))
    return call.ok(AgentList(items=[_agent(each, now) for each in found]))


@routes.write(
    "PATCH", "/agents/me", body=StatusBody, answer=AgentView, who=Who.SELF,
    summary="Say whether you take conversations",
)  # fmt: skip
async def patch_own_status(call: Call, ask: StatusBody) -> Reply:
    """Online again: waiting conversations come at once, up to the capacity."""
    member_id = reader_of(call.principal)

    async def intent(work: Work) -> AgentView:
        return _agent(await set_status(work, member_id, Status(ask.status)), work.now)

    reply = await call.execute(intent)
    await serve(call, {member_id} if ask.status == "online" else set())
    return reply


@routes.write(
    "PATCH", "/agents/{member_id}", body=CapacityBody, answer=AgentView, who=Who.CONFIGURE,
    summary="How many open conversations an agent is given by turns", errors=("agent-unknown",),
)  # fmt: skip
async def patch_agent(call: Call, ask: CapacityBody) -> Reply:
    member_id = call.path["member_id"]

    async def intent(work: Work) -> AgentView:
        return _agent(await set_capacity(work, member_id, ask.capacity), work.now)

    reply = await call.execute(intent)
    await serve(call, {member_id})
    return reply


@routes.read("/presence", answer=PresenceView, who=Who.READ, summary="Who is there now")
async def presence(call: Call, _: Nothing) -> Reply:
    now = call.edge.clock.now()

    async def read(tx: Tx) -> PresenceView:
        found = await list_agents(tx, call.workspace.id)
        inboxes = [each for each in await list_inboxes(tx, call.workspace.id) if each.active]
        hours = [await opening(tx, call.workspace.id, each, now) for each in inboxes]
        return PresenceView(
            agents={each.member_id: each.presence(now) for each in found},
            is_open=any(each.is_open for each in hours),
        )

    return call.ok(await call.read(read))


def _label(found: Label) -> LabelView:
    return LabelView(id=found.id, name=found.name, hue=found.hue, version=found.version)


def _canned(found: CannedReply) -> CannedView:
    return CannedView(id=found.id, shortcut=found.shortcut, body=found.body, version=found.version)


def _team(found: AgentTeam) -> AgentTeamView:
    return AgentTeamView(id=found.id, name=found.name, members=list(found.members), version=found.version)


def _agent(found: Agent, now: int) -> AgentView:
    return AgentView(
        member_id=found.member_id,
        name=found.name,
        role=found.role,
        status=found.status.value,
        presence=found.presence(now),
        capacity=found.capacity,
        open=found.open,
    )
