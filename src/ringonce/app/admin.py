"""What the command line may do to people and workspaces; run in the server if one runs, else directly."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import msgspec

from ringonce.app.pushed import AskPushes, tell_pushes
from ringonce.chat.first_inbox import open_first_inbox
from ringonce.identity.found import Founded, open_workspace
from ringonce.identity.members import add_member, change_member
from ringonce.identity.model import AddMember, ChangeMember, FoundWorkspace, Member, Role
from ringonce.identity.passwords import hash_password
from ringonce.identity.queries import (
    MemberUnknown,
    WorkspaceUnknown,
    find_member_by_email,
    find_workspace_by_slug,
    list_workspaces,
)
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import RequestId, WorkspaceId
from ringonce.web.edge import Edge

T = TypeVar("T")
COMMAND_LINE = Actor("system", "command-line")


class WorkspaceAmbiguous(DomainError):
    """There are several workspaces, and none was named."""

    code = "workspace-ambiguous"
    kind = Kind.INVALID


class CreateAdmin(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Without any workspace, one is made from `workspace`, `workspace_name` and `zone`."""

    email: str
    name: str
    password: str
    role: Role = Role.OWNER
    workspace: str | None = None
    workspace_name: str | None = None
    zone: str = "UTC"


class ResetPassword(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    email: str
    password: str
    workspace: str | None = None


class AdminDone(msgspec.Struct, kw_only=True):
    member_id: str
    email: str
    role: Role
    workspace: str
    made_workspace: bool = False


async def create_admin(edge: Edge, ask: CreateAdmin) -> AdminDone:
    """Add a member; on an empty server, found the first workspace with it as its owner."""
    hashed = await hash_password(ask.password)
    if not await edge.database.read(list_workspaces):
        return await _found(edge, ask, hashed)
    workspace_id, slug = await _which(edge, ask.workspace)

    async def intent(work: Work) -> Member:
        return await add_member(work, AddMember(ask.name, ask.email, ask.role, hashed), by=None)

    member = await _run(edge, workspace_id, intent)
    return AdminDone(member_id=member.id, email=member.email, role=member.role, workspace=slug)


async def reset_password(edge: Edge, ask: ResetPassword) -> AdminDone:
    """Give a member a new password and end every session. Raises MemberUnknown."""
    hashed = await hash_password(ask.password)
    workspace_id, slug = await _which(edge, ask.workspace)

    async def intent(work: Work) -> Member:
        member = await find_member_by_email(work.tx, work.workspace_id, ask.email)
        if member is None:
            raise MemberUnknown()
        change = ChangeMember(member.id, member.version, active=True, password_hash=hashed)
        return await change_member(work, change, by=None)

    member = await _run(edge, workspace_id, intent)
    return AdminDone(member_id=member.id, email=member.email, role=member.role, workspace=slug)


async def _found(edge: Edge, ask: CreateAdmin, hashed: str) -> AdminDone:
    slug = ask.workspace or "main"
    name = ask.workspace_name or slug
    found = FoundWorkspace(
        token="",
        name=ask.name,
        email=ask.email,
        password_hash=hashed,
        workspace_name=name,
        slug=slug,
        zone=ask.zone,
    )

    async def intent(work: Work) -> Founded:
        founded = await open_workspace(work, found)
        await open_first_inbox(work, name)
        return founded

    owner = (await _run(edge, edge.ids.new(WorkspaceId), intent)).owner
    return AdminDone(
        member_id=owner.id, email=owner.email, role=owner.role, workspace=slug, made_workspace=True
    )


async def _which(edge: Edge, slug: str | None) -> tuple[WorkspaceId, str]:
    async def find(tx: Tx) -> tuple[WorkspaceId, str]:
        if slug is not None:
            named = await find_workspace_by_slug(tx, slug)
            if named is None:
                raise WorkspaceUnknown(workspace=slug)
            return named.id, named.slug
        every = await list_workspaces(tx)
        if not every:
            raise WorkspaceUnknown()
        if len(every) > 1:
            raise WorkspaceAmbiguous(workspaces=[each.slug for each in every])
        return every[0].id, every[0].slug

    return await edge.database.read(find)


async def _run(edge: Edge, workspace_id: WorkspaceId, intent: Callable[[Work], Awaitable[T]]) -> T:
    return await edge.executor.run(workspace_id, COMMAND_LINE, edge.ids.new(RequestId), intent)


COMMANDS: Mapping[str, tuple[type[msgspec.Struct], Callable[..., Awaitable[msgspec.Struct]]]] = {
    "admin-create": (CreateAdmin, create_admin),
    "admin-reset-password": (ResetPassword, reset_password),
    "pushes": (AskPushes, tell_pushes),
}
