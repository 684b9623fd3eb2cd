"""Reads of identity. `load_*` must exist or raises; `find_*` may be None; `list_*` pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringonce.identity import store
from ringonce.identity.model import ApiKey, Member, Workspace
from ringonce.kernel.db import Tx, json_array
from ringonce.kernel.secrets import hash_token
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MemberId, SessionId, WorkspaceId
from ringonce.values.paging import Page, PageAsk


class WorkspaceUnknown(DomainError):
    """There is no such workspace, or not for this person."""

    code = "workspace-unknown"
    kind = Kind.MISSING


class MemberUnknown(DomainError):
    """There is no such member in this workspace."""

    code = "member-unknown"
    kind = Kind.MISSING


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that is valid now. `stale`: its expiry has not been moved for a while."""

    id: SessionId
    member: Member
    expires_at: int
    used_at: int


async def load_workspace(tx: Tx, workspace_id: WorkspaceId) -> Workspace:
    """Raises WorkspaceUnknown."""
    row = await tx.one(store.WORKSPACE_BY_ID, workspace_id=workspace_id)
    if row is None:
        raise WorkspaceUnknown()
    return store.workspace_of(row)


async def find_workspace_by_slug(tx: Tx, slug: str) -> Workspace | None:
    row = await tx.one(store.WORKSPACE_BY_SLUG, slug=slug)
    return None if row is None else store.workspace_of(row)


async def list_workspaces(tx: Tx) -> list[Workspace]:
    """Every workspace of this server, the oldest first: for workers and the command line."""
    return [store.workspace_of(row) for row in await tx.all(store.ALL_WORKSPACES)]


async def count_workspaces(tx: Tx) -> int:
    row = await tx.one(store.COUNT_WORKSPACES)
    return 0 if row is None else int(row["n"])


async def load_member(tx: Tx, workspace_id: WorkspaceId, member_id: MemberId) -> Member:
    """Raises MemberUnknown."""
    row = await tx.one(store.MEMBER_BY_ID, workspace_id=workspace_id, id=member_id)
    if row is None:
        raise MemberUnknown(member_id=member_id)
    return store.member_of(row)


async def find_member_by_email(tx: Tx, workspace_id: WorkspaceId, email: str) -> Member | None:
    """Whoever has this address here, whatever the capitals."""
    row = await tx.one(store.MEMBER_BY_EMAIL, workspace_id=workspace_id, email_folded=email.casefold())
    return None if row is None else store.member_of(row)


async def list_members(tx: Tx, workspace_id: WorkspaceId, ask: PageAsk) -> Page[Member]:
    after = str(ask.after[0]) if ask.after else ""
    rows = await tx.all(store.MEMBERS_PAGE, workspace_id=workspace_id, after=after, limit=ask.limit + 1)
    found = tuple(store.member_of(row) for row in rows[: ask.limit])
    return Page(found, (found[-1].id,) if len(rows) > ask.limit else None)


async def find_names(tx: Tx, workspace_id: WorkspaceId, actor_ids: Iterable[str]) -> dict[str, str]:
    """The names of the members and keys among these actors."""
    wanted = json_array(sorted(actor_ids))
    rows = [
        *await tx.all(store.NAMES_OF_MEMBERS, workspace_id=workspace_id, ids=wanted),
        *await tx.all(store.NAMES_OF_KEYS, workspace_id=workspace_id, ids=wanted),
    ]
    return {row["id"]: row["name"] for row in rows}


async def list_keys(tx: Tx, workspace_id: WorkspaceId, ask: PageAsk) -> Page[ApiKey]:
    after = str(ask.after[0]) if ask.after else ""
    rows = await tx.all(store.KEYS_PAGE, workspace_id=workspace_id, after=after, limit=ask.limit + 1)
    found = tuple(store.key_of(row) for row in rows[: ask.limit])
    return Page(found, (found[-1].id,) if len(rows) > ask.limit else None)


async def find_session(tx: Tx, token: str, now: int) -> OpenSession | None:
    """The live session of this token whose member is still active, or None."""
    row = await tx.one(store.SESSION_BY_TOKEN, token_hash=hash_token(token))
    if row is None or row["expires_at"] <= now or not row["active"]:
        return None
    return OpenSession(
        id=SessionId(row["session_id"]),
        member=store.member_of(row),
        expires_at=row["expires_at"],
        used_at=row["used_at"],
    )


async def find_key(tx: Tx, secret: str) -> ApiKey | None:
    """The key with this secret unless it was revoked, or None."""
    row = await tx.one(store.KEY_BY_TOKEN, token_hash=hash_token(secret))
    if row is None or row["revoked_at"] is not None:
        return None
    return store.key_of(row)


async def is_key_taken(tx: Tx, key: ApiKey) -> bool:
    """Whether a key that was taken before is so still, for the same things."""
    row = await tx.one(store.KEY_BY_ID, workspace_id=key.workspace_id, id=key.id)
    return row is not None and row["revoked_at"] is None and store.key_of(row).scopes == key.scopes
