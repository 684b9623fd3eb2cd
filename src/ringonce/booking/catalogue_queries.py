"""Reads of services and teams for their pages and lists."""

from ringonce.booking import catalogue_edit_store, catalogue_store
from ringonce.booking.catalogue_model import Service, Team
from ringonce.booking.catalogue_teams import TeamMissing
from ringonce.booking.refusals import ServiceMissing
from ringonce.kernel.db import Row, Tx
from ringonce.values.paging import Page, PageAsk, Position


async def load_service(tx: Tx, workspace_id: str, service: str) -> Service:
    """One service by its id (retired or not) or by its slug. Raises ServiceMissing."""
    if "_" in service:
        row = await tx.one(catalogue_store.FIND_SERVICE, workspace_id=workspace_id, service_id=service)
    else:
        row = await tx.one(catalogue_store.FIND_SERVICE_BY_SLUG, workspace_id=workspace_id, slug=service)
    if row is None:
        raise ServiceMissing(service=service)
    members = await tx.all(
        catalogue_store.LIST_SERVICE_HOSTS, workspace_id=workspace_id, service_id=row["id"]
    )
    return catalogue_store.service_of(row, members)


async def load_door(tx: Tx, workspace_id: str, service: str) -> tuple[str, str | None]:
    """The id of a service, named as for `load_service`, and the token of its private link.

    Raises ServiceMissing.
    """
    if "_" in service:
        row = await tx.one(catalogue_store.FIND_DOOR, workspace_id=workspace_id, service_id=service)
    else:
        row = await tx.one(catalogue_store.FIND_DOOR_BY_SLUG, workspace_id=workspace_id, slug=service)
    if row is None:
        raise ServiceMissing(service=service)
    return str(row["id"]), row["private_token"]


async def list_services(
    tx: Tx, workspace_id: str, page: PageAsk, *, only_public: bool = False, team_id: str | None = None
) -> Page[Service]:
    """Services that are not retired, by position; the cursor's position is (position, id).

    `only_public` leaves out what is paused, hidden or private.
    """
    after: Position = page.after or (-(1 << 31), "")
    rows = await tx.all(
        catalogue_edit_store.LIST_SERVICES,
        workspace_id=workspace_id,
        only_public=int(only_public),
        team_id=team_id or "",
        after_position=after[0],
        after_id=after[1],
        most=page.limit + 1,
    )
    shown = rows[: page.limit]
    ids = catalogue_store.to_text([row["id"] for row in shown])
    members = await tx.all(catalogue_store.LIST_HOSTS_OF_SERVICES, workspace_id=workspace_id, service_ids=ids)
    of = _grouped(members, "service_id")
    items = tuple(catalogue_store.service_of(row, of.get(row["id"], [])) for row in shown)
    return Page(items, (items[-1].position, items[-1].id) if len(rows) > page.limit else None)


async def load_team(tx: Tx, workspace_id: str, team: str) -> Team:
    """One team by its id (retired or not) or by its slug. Raises TeamMissing."""
    if "_" in team:
        row = await tx.one(catalogue_store.FIND_TEAM, workspace_id=workspace_id, team_id=team)
    else:
        row = await tx.one(catalogue_store.FIND_TEAM_BY_SLUG, workspace_id=workspace_id, slug=team)
    if row is None:
        raise TeamMissing(team=team)
    members = await tx.all(catalogue_store.LIST_TEAM_HOSTS, workspace_id=workspace_id, team_id=row["id"])
    return catalogue_store.team_of(row, members)


async def list_teams(tx: Tx, workspace_id: str, page: PageAsk) -> Page[Team]:
    """Teams that are not retired, oldest first; the position is (created_at, id)."""
    after: Position = page.after or (-1, "")
    rows = await tx.all(
        catalogue_edit_store.LIST_TEAMS,
        workspace_id=workspace_id,
        after_at=after[0],
        after_id=after[1],
        most=page.limit + 1,
    )
    shown = rows[: page.limit]
    ids = catalogue_store.to_text([row["id"] for row in shown])
    members = await tx.all(catalogue_edit_store.LIST_HOSTS_OF_TEAMS, workspace_id=workspace_id, team_ids=ids)
    of = _grouped(members, "team_id")
    items = tuple(catalogue_store.team_of(row, of.get(row["id"], [])) for row in shown)
    return Page(items, (items[-1].created_at, items[-1].id) if len(rows) > page.limit else None)


def _grouped(rows: list[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found
