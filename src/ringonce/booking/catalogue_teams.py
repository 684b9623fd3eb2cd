"""Edits of teams. Each raises the team's version, and with it the page of every service of the team."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ringonce.booking import catalogue_edit_store, catalogue_store
from ringonce.booking.catalogue_check import team_faults
from ringonce.booking.catalogue_events import TeamChanged, TeamCreated, TeamRetired
from ringonce.booking.catalogue_model import Team, TeamDraft
from ringonce.calendars.model import Fault
from ringonce.calendars.queries import find_hosts
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import TeamId


class TeamMissing(DomainError):
    """No team has this id or slug."""

    code = "team-missing"
    kind = Kind.MISSING


class TeamInUse(DomainError):
    """Services belong to the team. Params: services, their ids."""

    code = "team-in-use"
    kind = Kind.CONFLICT


async def create_team(work: Work, draft: TeamDraft) -> Team:
    """A new team. Raises FieldsInvalid."""
    await _refuse(work, "", draft)
    row = {
        **catalogue_edit_store.team_values(draft),
        "workspace_id": work.workspace_id,
        "id": work.new_id(TeamId),
        "version": 1,
        "revision": 1,
        "changed_at": work.now,
        "created_at": work.now,
        "retired_at": None,
    }
    await work.tx.run(catalogue_edit_store.INSERT_TEAM, **row)
    team_id = str(row["id"])
    await _write_hosts(work, team_id, draft)
    work.append(TeamCreated(team_id, 1))
    return catalogue_store.team_of(row, _host_rows(work, team_id, draft))


async def update_team(work: Work, team_id: str, version: int, changes: Mapping[str, Any]) -> Team:
    """Change fields of a team; `changes` are fields of TeamDraft, `version` the revision that was read.

    Raises TeamMissing, EditStale, FieldsInvalid.
    """
    before = await _lock(work, team_id)
    refuse_stale(before.revision, version)
    draft = replace(team_draft(before), **changes)
    await _refuse(work, team_id, draft)
    await _write(work, before, draft, retired_at=None)
    if "hosts" in changes:
        await _write_hosts(work, team_id, draft)
    work.append(TeamChanged(team_id, version + 1))
    return replace(
        before,
        slug=draft.slug,
        name=draft.name.strip(),
        zone=draft.zone,
        limits=draft.limits,
        hosts=draft.hosts,
        version=before.version + 1,
        revision=before.revision + 1,
    )


async def retire_team(work: Work, team_id: str, version: int) -> None:
    """Dissolve a team that no service belongs to. Raises TeamMissing, EditStale, TeamInUse."""
    before = await _lock(work, team_id)
    refuse_stale(before.revision, version)
    rows = await work.tx.all(
        catalogue_edit_store.SERVICES_OF_TEAM, workspace_id=work.workspace_id, team_id=team_id
    )
    if rows:
        raise TeamInUse(services=[str(row["id"]) for row in rows])
    await _write(work, before, team_draft(before), retired_at=work.now)
    work.append(TeamRetired(team_id, version + 1))


def team_draft(team: Team) -> TeamDraft:
    """The draft that would make this team."""
    return TeamDraft(slug=team.slug, name=team.name, zone=team.zone, limits=team.limits, hosts=team.hosts)


async def _lock(work: Work, team_id: str) -> Team:
    row = await work.tx.one(catalogue_edit_store.LOCK_WHOLE_TEAM, workspace_id=work.workspace_id, id=team_id)
    if row is None or row["retired_at"] is not None:
        raise TeamMissing(team=team_id)
    members = await work.tx.all(
        catalogue_store.LIST_TEAM_HOSTS, workspace_id=work.workspace_id, team_id=team_id
    )
    return catalogue_store.team_of(row, members)


async def _refuse(work: Work, team_id: str, draft: TeamDraft) -> None:
    faults = list(team_faults(draft))
    taken = await work.tx.one(
        catalogue_edit_store.SLUG_OF_TEAM, workspace_id=work.workspace_id, slug=draft.slug, id=team_id
    )
    if taken is not None:
        faults.append(Fault("slug", "taken"))
    if draft.hosts:
        known = await find_hosts(work.tx, work.workspace_id, draft.hosts)
        faults += [Fault("hosts", "unknown", {"host": one}) for one in draft.hosts if one not in known]
    refuse_faults(faults)


async def _write(work: Work, before: Team, draft: TeamDraft, *, retired_at: int | None) -> None:
    values = {**catalogue_edit_store.team_values(draft), "retired_at": retired_at}
    await work.tx.run(
        catalogue_edit_store.UPDATE_TEAM,
        workspace_id=work.workspace_id,
        id=before.id,
        now=work.now,
        **catalogue_edit_store.renamed(values),
    )


def _host_rows(work: Work, team_id: str, draft: TeamDraft) -> list[dict[str, Any]]:
    return [
        {"workspace_id": work.workspace_id, "team_id": team_id, "host_id": host_id, "position": position}
        for position, host_id in enumerate(draft.hosts)
    ]


async def _write_hosts(work: Work, team_id: str, draft: TeamDraft) -> None:
    await work.tx.run(catalogue_edit_store.DELETE_TEAM_HOSTS, workspace_id=work.workspace_id, team_id=team_id)
    rows = _host_rows(work, team_id, draft)
    if rows:
        await work.tx.run_many(catalogue_edit_store.INSERT_TEAM_HOST, rows)
