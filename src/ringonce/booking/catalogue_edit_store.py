"""SQL of the edits and lists of services and teams."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import BindParameter, Table, and_, bindparam, delete, exists, insert, or_, select, update

from ringonce.booking.catalogue_model import ServiceDraft, ServiceHost, TeamDraft
from ringonce.booking.catalogue_store import limits_text, rules_text, to_text
from ringonce.booking.catalogue_tables import service_hosts, services, team_hosts, teams
from ringonce.kernel.db import in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_ID: Final[BindParameter[str]] = bindparam("id")


def _every(table: Table) -> dict[str, Any]:
    return {column.name: bindparam(column.name) for column in table.c}


def _set(*names: str) -> dict[str, Any]:
    return {name: bindparam(f"new_{name}") for name in names}


def renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values under the names that the UPDATE statements bind."""
    return {f"new_{name}": value for name, value in values.items()}


# --- services

_SERVICE = and_(services.c.workspace_id == _W, services.c.id == _ID)
_SERVICE_FIELDS = (
    *("slug", "title", "description", "colour", "price_text", "hidden", "private_token", "lengths"),
    *("questions", "locations", "rules", "schedule_id", "restriction_schedule_id", "team_id", "mode"),
    *("seats", "approval", "pending_blocks", "hold_minutes", "cancel_until_minutes", "move_until_minutes"),
    *("keep_host_on_move", "visitor_limit", "success_url", "active", "position", "retired_at"),
)
_SERVICE_RAISED: dict[str, Any] = {
    "version": services.c.version + 1,
    "revision": services.c.revision + 1,
    "changed_at": bindparam("now"),
}

INSERT_SERVICE: Final = statement(insert(services).values(_every(services)))
UPDATE_SERVICE: Final = statement(
    update(services).where(_SERVICE).values(**_set(*_SERVICE_FIELDS), **_SERVICE_RAISED)
)
LOCK_WHOLE_SERVICE: Final = statement(select(services).where(_SERVICE).with_for_update())
SLUG_OF_SERVICE: Final = statement(
    select(services.c.id).where(
        services.c.workspace_id == _W,
        services.c.slug == bindparam("slug"),
        services.c.retired_at.is_(None),
        services.c.id != _ID,
    )
)
DELETE_SERVICE_HOSTS: Final = statement(
    delete(service_hosts).where(
        service_hosts.c.workspace_id == _W, service_hosts.c.service_id == bindparam("service_id")
    )
)
INSERT_SERVICE_HOST: Final = statement(insert(service_hosts).values(_every(service_hosts)))
LIST_SERVICES: Final = statement(
    select(services)
    .where(
        services.c.workspace_id == _W,
        services.c.retired_at.is_(None),
        # 1: only those that the public list may show.
        or_(
            bindparam("only_public") == 0,
            and_(services.c.active == 1, services.c.hidden == 0, services.c.private_token.is_(None)),
        ),
        or_(bindparam("team_id") == "", services.c.team_id == bindparam("team_id")),
        or_(
            services.c.position > bindparam("after_position"),
            and_(services.c.position == bindparam("after_position"), services.c.id > bindparam("after_id")),
        ),
    )
    .order_by(services.c.position, services.c.id)
    .limit(bindparam("most"))
)

# --- who uses a schedule

LOCK_SERVICES_OF_SCHEDULE: Final = statement(
    select(services.c.id)
    .where(
        services.c.workspace_id == _W,
        or_(
            services.c.schedule_id == bindparam("schedule_id"),
            services.c.restriction_schedule_id == bindparam("schedule_id"),
            exists().where(
                service_hosts.c.workspace_id == services.c.workspace_id,
                service_hosts.c.service_id == services.c.id,
                service_hosts.c.schedule_id == bindparam("schedule_id"),
            ),
        ),
    )
    .order_by(services.c.id)
    .with_for_update()
)
RAISE_SERVICE_REVISIONS: Final = statement(
    update(services)
    .where(services.c.workspace_id == _W, in_list(services.c.id, "service_ids"))
    .values(**_SERVICE_RAISED)
)

# --- teams

_TEAM = and_(teams.c.workspace_id == _W, teams.c.id == _ID)

INSERT_TEAM: Final = statement(insert(teams).values(_every(teams)))
UPDATE_TEAM: Final = statement(
    update(teams)
    .where(_TEAM)
    .values(
        **_set("slug", "name", "zone", "limits", "retired_at"),
        version=teams.c.version + 1,
        revision=teams.c.revision + 1,
        changed_at=bindparam("now"),
    )
)
LOCK_WHOLE_TEAM: Final = statement(select(teams).where(_TEAM).with_for_update())
SLUG_OF_TEAM: Final = statement(
    select(teams.c.id).where(
        teams.c.workspace_id == _W,
        teams.c.slug == bindparam("slug"),
        teams.c.retired_at.is_(None),
        teams.c.id != _ID,
    )
)
DELETE_TEAM_HOSTS: Final = statement(
    delete(team_hosts).where(team_hosts.c.workspace_id == _W, team_hosts.c.team_id == bindparam("team_id"))
)
INSERT_TEAM_HOST: Final = statement(insert(team_hosts).values(_every(team_hosts)))
SERVICES_OF_TEAM: Final = statement(
    select(services.c.id)
    .where(
        services.c.workspace_id == _W,
        services.c.team_id == bindparam("team_id"),
        services.c.retired_at.is_(None),
    )
    .order_by(services.c.id)
)
LIST_TEAMS: Final = statement(
    select(teams)
    .where(
        teams.c.workspace_id == _W,
        teams.c.retired_at.is_(None),
        or_(
            teams.c.created_at > bindparam("after_at"),
            and_(teams.c.created_at == bindparam("after_at"), teams.c.id > bindparam("after_id")),
        ),
    )
    .order_by(teams.c.created_at, teams.c.id)
    .limit(bindparam("most"))
)
LIST_HOSTS_OF_TEAMS: Final = statement(
    select(team_hosts)
    .where(team_hosts.c.workspace_id == _W, in_list(team_hosts.c.team_id, "team_ids"))
    .order_by(team_hosts.c.position, team_hosts.c.host_id)
)


def service_values(draft: ServiceDraft, private_token: str | None) -> dict[str, Any]:
    """The columns of a service that its draft decides."""
    return {
        "slug": draft.slug,
        "title": draft.title.strip(),
        "description": draft.description,
        "colour": draft.colour,
        "price_text": draft.price_text.strip(),
        "hidden": int(draft.hidden),
        "private_token": private_token,
        "lengths": to_text(draft.lengths),
        "questions": to_text(draft.questions),
        "locations": to_text(draft.locations),
        "rules": rules_text(draft.rules),
        "schedule_id": draft.schedule_id,
        "restriction_schedule_id": draft.restriction_schedule_id,
        "team_id": draft.team_id,
        "mode": draft.mode.value,
        "seats": draft.seats,
        "approval": draft.approval.value,
        "pending_blocks": int(draft.pending_blocks),
        "hold_minutes": draft.hold_minutes,
        "cancel_until_minutes": draft.cancel_until,
        "move_until_minutes": draft.move_until,
        "keep_host_on_move": int(draft.keep_host_on_move),
        "visitor_limit": draft.visitor_limit,
        "success_url": draft.success_url,
        "active": int(draft.active),
        "position": draft.position,
    }


def service_host_rows(
    workspace_id: str, service_id: str, members: tuple[ServiceHost, ...], since: Mapping[str, int], now: int
) -> list[dict[str, Any]]:
    """Rows of a service's hosts; whoever was there before keeps the day of joining."""
    return [
        {
            "workspace_id": workspace_id,
            "service_id": service_id,
            "host_id": member.host_id,
            "role": member.role.value,
            "group_no": member.group_no,
            "schedule_id": member.schedule_id,
            "priority": member.priority,
            "weight": member.weight,
            "position": position,
            "since_at": since.get(member.host_id, now),
        }
        for position, member in enumerate(members)
    ]


def team_values(draft: TeamDraft) -> dict[str, Any]:
    """The columns of a team that its draft decides."""
    return {
        "slug": draft.slug,
        "name": draft.name.strip(),
        "zone": draft.zone,
        "limits": limits_text(draft.limits),
    }
