"""Teams of agents: who answers together."""

from collections.abc import Mapping, Sequence
from typing import Any

from ringonce.calendars.model import Fault
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.chat import setup_store
from ringonce.chat.agents import known_agents
from ringonce.chat.desk_events import AgentTeamChanged, AgentTeamCreated, AgentTeamDeleted
from ringonce.chat.desk_model import AgentTeam
from ringonce.chat.desk_refusals import AgentTeamInUse, AgentTeamMissing
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work
from ringonce.values.ids import AgentTeamId


async def create_agent_team(work: Work, name: str, members: Sequence[str]) -> AgentTeam:
    """A new team. Raises FieldsInvalid."""
    team_id = work.new_id(AgentTeamId)
    await _refuse(work, team_id, name, members)
    await work.tx.run(
        setup_store.INSERT_TEAM,
        workspace_id=work.workspace_id,
        id=team_id,
        name=name.strip(),
        version=1,
        created_at=work.now,
    )
    await _write_members(work, team_id, members)
    work.append(AgentTeamCreated(team_id, 1))
    return _team(name.strip(), team_id, 1, members)


async def update_agent_team(work: Work, team_id: str, version: int, changes: Mapping[str, Any]) -> AgentTeam:
    """Change name or members. Raises AgentTeamMissing, EditStale, FieldsInvalid."""
    before = await _lock(work, team_id)
    refuse_stale(before["version"], version)
    rows = await work.tx.all(setup_store.MEMBERS_OF_TEAMS, workspace_id=work.workspace_id, team_id=team_id)
    name: str = changes.get("name", before["name"]).strip()
    # Members who left since may stay in the list, so that the name can still be changed.
    members: Sequence[str] = [row["member_id"] for row in rows]
    if "members" in changes:
        members = changes["members"]
    await _refuse(work, team_id, name, members if "members" in changes else ())
    await work.tx.run(setup_store.UPDATE_TEAM, workspace_id=work.workspace_id, id=team_id, new_name=name)
    if "members" in changes:
        await work.tx.run(setup_store.DELETE_TEAM_MEMBERS, workspace_id=work.workspace_id, team_id=team_id)
        await _write_members(work, team_id, members)
    work.append(AgentTeamChanged(team_id, version + 1))
    return _team(name, team_id, version + 1, members)


async def delete_agent_team(work: Work, team_id: str, version: int) -> None:
    """Raises AgentTeamMissing, EditStale, and AgentTeamInUse while anything live names it."""
    before = await _lock(work, team_id)
    refuse_stale(before["version"], version)
    where = {"workspace_id": work.workspace_id, "team_id": team_id}
    for used in (setup_store.TEAM_IN_USE, setup_store.INBOX_OF_TEAM):
        if await work.tx.one(used, **where) is not None:
            raise AgentTeamInUse(team_id=team_id)
    await work.tx.run(setup_store.DELETE_TEAM_MEMBERS, **where)
    await work.tx.run(setup_store.DELETE_TEAM, workspace_id=work.workspace_id, id=team_id)
    work.append(AgentTeamDeleted(team_id, version))


async def list_agent_teams(tx: Tx, workspace_id: str) -> tuple[AgentTeam, ...]:
    """Every team by name."""
    rows = await tx.all(setup_store.LIST_TEAMS, workspace_id=workspace_id)
    members: dict[str, list[str]] = {}
    for row in await tx.all(setup_store.MEMBERS_OF_TEAMS, workspace_id=workspace_id, team_id=""):
        members.setdefault(row["team_id"], []).append(row["member_id"])
    return tuple(_team(row["name"], row["id"], row["version"], members.get(row["id"], [])) for row in rows)


async def check_team(work: Work, team_id: str) -> None:
    """Raises AgentTeamMissing."""
    row = await work.tx.one(setup_store.FIND_TEAM, workspace_id=work.workspace_id, id=team_id)
    if row is None:
        raise AgentTeamMissing(team_id=team_id)


async def _lock(work: Work, team_id: str) -> Row:
    row = await work.tx.one(setup_store.LOCK_TEAM, workspace_id=work.workspace_id, id=team_id)
    if row is None:
        raise AgentTeamMissing(team_id=team_id)
    return row


async def _refuse(work: Work, team_id: str, name: str, members: Sequence[str]) -> None:
    faults = [] if name.strip() else [Fault("name", "empty")]
    taken = await work.tx.one(
        setup_store.TEAM_NAMED, workspace_id=work.workspace_id, id=team_id, name=name.strip()
    )
    if taken is not None:
        faults.append(Fault("name", "taken"))
    known = await known_agents(work.tx, work.workspace_id, members)
    faults += [Fault("members", "unknown", {"member": each}) for each in members if each not in known]
    refuse_faults(faults)


async def _write_members(work: Work, team_id: str, members: Sequence[str]) -> None:
    rows = [
        {"workspace_id": work.workspace_id, "team_id": team_id, "member_id": member}
        for member in dict.fromkeys(members)
    ]
    if rows:
        await work.tx.run_many(setup_store.INSERT_TEAM_MEMBER, rows)


def _team(name: str, team_id: str, version: int, members: Sequence[str]) -> AgentTeam:
    return AgentTeam(id=team_id, name=name, members=tuple(sorted(set(members))), version=version)
