"""Members of a workspace: added, changed, never deleted (the log names them)."""

import re

from ringonce.identity import store
from ringonce.identity.access import access_grant_role
from ringonce.identity.events import MemberAdded, MemberChanged, SignedOut, WorkspaceChanged
from ringonce.identity.model import AddMember, ChangeMember, ChangeWorkspace, Member, Role, Workspace
from ringonce.identity.queries import MemberUnknown, WorkspaceUnknown
from ringonce.kernel.db import Row
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MemberId
from ringonce.values.zones import offset_table

_EMAIL = re.compile(r"[^@\s\x00-\x1f<>]{1,64}@[^@\s\x00-\x1f<>]{1,190}")


class EmailRefused(DomainError):
    """The address cannot be one, or belongs to another member."""

    code = "email-refused"
    kind = Kind.INVALID


class LastOwner(DomainError):
    """A workspace keeps at least one active owner."""

    code = "last-owner"
    kind = Kind.CONFLICT


class VersionBehind(DomainError):
    """Somebody changed it since it was read."""

    code = "version-behind"
    kind = Kind.CONFLICT


def folded(email: str) -> str:
    """The address as it is compared. Raises EmailRefused."""
    if _EMAIL.fullmatch(email) is None:
        raise EmailRefused(why="malformed")
    return email.casefold()


async def add_member(work: Work, ask: AddMember, *, by: Member | None) -> Member:
    """Raises EmailRefused, NotAllowed (only an owner makes an owner)."""
    access_grant_role(by, ask.role)
    email_folded = folded(ask.email)
    # The workspace's row is the lock: two additions of one address meet here, not at the constraint.
    if await work.tx.one(store.WORKSPACE_FOR_CHANGE, workspace_id=work.workspace_id) is None:
        raise WorkspaceUnknown()
    taken = await work.tx.one(
        store.MEMBER_BY_EMAIL, workspace_id=work.workspace_id, email_folded=email_folded
    )
    if taken is not None:
        raise EmailRefused(why="taken")
    row = {
        "id": work.new_id(MemberId),
        "workspace_id": work.workspace_id,
        "name": ask.name,
        "email": ask.email,
        "email_folded": email_folded,
        "role": ask.role.value,
        "active": 1,
        "password_hash": ask.password_hash,
        "locale": ask.locale,
        "version": 1,
        "created_at": work.now,
    }
    await work.tx.run(store.INSERT_MEMBER, **row)
    work.append(MemberAdded(MemberId(str(row["id"])), ask.role.value))
    return store.member_of(row)


async def change_member(work: Work, ask: ChangeMember, *, by: Member | None) -> Member:
    """Change what is given; a new password, or being switched off, ends every session.

    Raises MemberUnknown, VersionBehind, LastOwner, NotAllowed.
    """
    owners = {row["id"] for row in await work.tx.all(store.OWNERS_FOR_CHANGE, workspace_id=work.workspace_id)}
    row = await work.tx.one(store.MEMBER_FOR_CHANGE, workspace_id=work.workspace_id, id=ask.member_id)
    if row is None:
        raise MemberUnknown(member_id=ask.member_id)
    access_grant_role(by, Role(row["role"]))
    if ask.role is not None:
        access_grant_role(by, ask.role)
    if row["version"] != ask.version:
        raise VersionBehind(version=row["version"])
    new = _with(row, ask)
    if owners == {row["id"]} and not (new["role"] == Role.OWNER.value and new["active"]):
        raise LastOwner()
    changed = tuple(name for name in sorted(new) if new[name] != row[name])
    if not changed:
        return store.member_of(row)
    new["version"] = row["version"] + 1
    await work.tx.run(store.UPDATE_MEMBER, of_workspace=work.workspace_id, of_id=ask.member_id, **new)
    work.append(MemberChanged(ask.member_id, new["version"], changed))
    if "password_hash" in changed or ("active" in changed and not new["active"]):
        await end_sessions(work, ask.member_id)
    return store.member_of({**row, **new})


async def end_sessions(work: Work, member_id: MemberId) -> int:
    """Sign a member out everywhere; how many sessions that ended."""
    ended = await work.tx.run(store.DELETE_SESSIONS_OF, workspace_id=work.workspace_id, member_id=member_id)
    work.append(SignedOut(member_id, everywhere=True))
    return ended


async def change_workspace(work: Work, ask: ChangeWorkspace) -> Workspace:
    """Raises VersionBehind, ZoneUnknown."""
    row = await work.tx.one(store.WORKSPACE_FOR_CHANGE, workspace_id=work.workspace_id)
    if row is None:
        raise WorkspaceUnknown()
    if row["version"] != ask.version:
        raise VersionBehind(version=row["version"])
    if ask.zone is not None:
        offset_table(ask.zone)  # raises ZoneUnknown
    new = {
        name: row[name] if getattr(ask, name) is None else getattr(ask, name)
        for name in ("name", "zone", "locale")
    }
    changed = tuple(name for name in sorted(new) if new[name] != row[name])
    if not changed:
        return store.workspace_of(row)
    new["version"] = row["version"] + 1
    await work.tx.run(store.UPDATE_WORKSPACE, of_workspace=work.workspace_id, **new)
    work.append(WorkspaceChanged(work.workspace_id, new["version"], changed))
    return store.workspace_of({**row, **new})


def _with(row: Row, ask: ChangeMember) -> Row:
    return {
        "name": row["name"] if ask.name is None else ask.name,
        "role": row["role"] if ask.role is None else ask.role.value,
        "active": row["active"] if ask.active is None else int(ask.active),
        "password_hash": row["password_hash"] if ask.password_hash is None else ask.password_hash,
        "locale": row["locale"] if ask.locale is None else ask.locale,
        "version": row["version"],
    }
