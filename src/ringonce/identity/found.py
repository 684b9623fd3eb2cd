"""The first start: a one-time link, and the workspace with its owner that using it makes."""

from dataclasses import dataclass

from ringonce.identity import store
from ringonce.identity.events import MemberAdded, WorkspaceFounded
from ringonce.identity.members import folded
from ringonce.identity.model import FoundWorkspace, Member, Role, Workspace
from ringonce.identity.queries import count_workspaces
from ringonce.identity.slugs import SlugRefused, check_slug
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.secrets import hash_token, new_token
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MemberId, WorkspaceId
from ringonce.values.zones import offset_table

LINK_FOR_MS = 7 * 24 * 3_600_000


class SetupLinkDead(DomainError):
    """The link was used, replaced by a newer one, is older than a week, or a workspace exists already."""

    code = "setup-link-dead"
    kind = Kind.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Founded:
    workspace: Workspace
    owner: Member


async def offer_setup_link(tx: Tx, workspace_id: WorkspaceId, now: int) -> str | None:
    """A fresh token for the set-up page, voiding older ones; None once a workspace exists."""
    if await count_workspaces(tx):
        return None
    token = new_token()
    await tx.run(store.DROP_OPEN_SETUPS)
    await tx.run(
        store.INSERT_SETUP,
        workspace_id=workspace_id,
        token_hash=hash_token(token),
        created_at=now,
        expires_at=now + LINK_FOR_MS,
        used_at=None,
    )
    return token


async def find_setup_workspace(tx: Tx, token: str, now: int) -> WorkspaceId:
    """The workspace this link would make. Raises SetupLinkDead."""
    return _alive(await tx.one(store.SETUP_BY_TOKEN, token_hash=hash_token(token)), now)


async def found_workspace(work: Work, ask: FoundWorkspace) -> Founded:
    """Use the link once: make its workspace and owner. Raises SetupLinkDead, SlugRefused, ZoneUnknown."""
    # Servers that started at the same moment may each have printed a link: these are used one by one.
    await work.tx.all(store.LOCK_SETUPS)
    if await find_setup_workspace(work.tx, ask.token, work.now) != work.workspace_id:
        raise SetupLinkDead()
    if await count_workspaces(work.tx):
        raise SetupLinkDead()
    await work.tx.run(store.USE_SETUP, of_workspace=work.workspace_id, now=work.now)
    return await open_workspace(work, ask)


def _alive(row: Row | None, now: int) -> WorkspaceId:
    if row is None or row["used_at"] is not None or row["expires_at"] <= now:
        raise SetupLinkDead()
    return WorkspaceId(row["workspace_id"])


async def open_workspace(work: Work, ask: FoundWorkspace) -> Founded:
    """Make the workspace `work.workspace_id` and its owner. Raises SlugRefused, ZoneUnknown."""
    check_slug(ask.slug)
    offset_table(ask.zone)  # raises ZoneUnknown
    # The link of the first start makes the first workspace, and no other after it.
    await work.tx.run(store.DROP_OPEN_SETUPS)
    if await work.tx.one(store.WORKSPACE_BY_SLUG, slug=ask.slug) is not None:
        raise SlugRefused(slug=ask.slug, why="taken")
    workspace = {
        "workspace_id": work.workspace_id,
        "slug": ask.slug,
        "name": ask.workspace_name,
        "zone": ask.zone,
        "locale": ask.locale,
        "epoch": work.secret(),
        "version": 1,
        "created_at": work.now,
    }
    owner = {
        "id": work.new_id(MemberId),
        "workspace_id": work.workspace_id,
        "name": ask.name,
        "email": ask.email,
        "email_folded": folded(ask.email),
        "role": Role.OWNER.value,
        "active": 1,
        "password_hash": ask.password_hash,
        "locale": ask.locale,
        "version": 1,
        "created_at": work.now,
    }
    await work.tx.run(store.INSERT_WORKSPACE, **workspace)
    await work.tx.run(store.INSERT_MEMBER, **owner)
    founded = Founded(store.workspace_of(workspace), store.member_of(owner))
    work.append(WorkspaceFounded(work.workspace_id, founded.owner.id))
    work.append(MemberAdded(founded.owner.id, Role.OWNER.value))
    return founded
