"""What goes over the wire about people who work here: sessions, members, keys, the workspace."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from ringonce.identity.model import ApiKey, Member, Role, Scope, Workspace
from ringonce.web.times import at_ms

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Email = Annotated[str, msgspec.Meta(min_length=3, max_length=254)]
Password = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Zone = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Locale = Annotated[str, msgspec.Meta(min_length=2, max_length=20)]
Version = Annotated[int, msgspec.Meta(ge=1)]
Limit = Annotated[int, msgspec.Meta(ge=1, le=200)]


class Ask(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a client sends: a field nobody knows is refused, never ignored."""


class View(msgspec.Struct, kw_only=True):
    """What the server answers."""


class PageQuery(Ask):
    """A list is read in pages; `cursor` is the `next_cursor` of the page before."""

    limit: Limit = 50
    cursor: str | None = None


class SignIn(Ask):
    email: Email
    password: Password
    workspace: str | None = None


class SetUp(Ask):
    token: Annotated[str, msgspec.Meta(min_length=20, max_length=200)]
    name: Name
    email: Email
    password: Password
    workspace_name: Name
    slug: Annotated[str, msgspec.Meta(min_length=2, max_length=40)]
    zone: Zone
    locale: Locale = "en"


class SignOut(Ask):
    """`everywhere` ends every session of the member."""

    everywhere: bool = False


class MemberBody(Ask):
    name: Name
    email: Email
    role: Role
    password: Password | None = None
    locale: Locale = "en"


class MemberPatch(Ask):
    """What is left out stays as it is."""

    version: Version
    name: Name | None = None
    role: Role | None = None
    active: bool | None = None
    password: Password | None = None
    locale: Locale | None = None


class WorkspacePatch(Ask):
    """What is left out stays as it is."""

    version: Version
    name: Name | None = None
    zone: Zone | None = None
    locale: Locale | None = None


class KeyBody(Ask):
    name: Name
    scopes: Annotated[list[Scope], msgspec.Meta(min_length=1, max_length=3)]


class WorkspaceView(View):
    id: str
    slug: str
    name: str
    zone: str
    locale: str
    version: int


class MemberView(View):
    id: str
    name: str
    email: str
    role: Role
    active: bool
    locale: str
    version: int
    created_at: datetime


class SessionView(View):
    member: MemberView
    workspace: WorkspaceView
    expires_at: datetime | None = None


class KeyView(View):
    id: str
    name: str
    shown: str
    scopes: list[Scope]
    created_by: str
    created_at: datetime
    revoked_at: datetime | None


class NewKeyView(View):
    """`secret` is shown this once."""

    key: KeyView
    secret: str


class MemberList(View):
    items: list[MemberView]
    next_cursor: str | None


class KeyList(View):
    items: list[KeyView]
    next_cursor: str | None


class IntentView(View):
    """What became of an idempotency key. `body` is the stored answer, as it was sent."""

    state: Literal["none", "in-flight", "done"]
    status: int | None = None
    body: Any = None


class Done(View):
    done: bool = True


def workspace_view(workspace: Workspace) -> WorkspaceView:
    return WorkspaceView(
        id=workspace.id,
        slug=workspace.slug,
        name=workspace.name,
        zone=workspace.zone,
        locale=workspace.locale,
        version=workspace.version,
    )


def member_view(member: Member) -> MemberView:
    return MemberView(
        id=member.id,
        name=member.name,
        email=member.email,
        role=member.role,
        active=member.active,
        locale=member.locale,
        version=member.version,
        created_at=at_ms(member.created_at),
    )


def key_view(key: ApiKey) -> KeyView:
    return KeyView(
        id=key.id,
        name=key.name,
        shown=key.shown,
        scopes=list(key.scopes),
        created_by=key.created_by,
        created_at=at_ms(key.created_at),
        revoked_at=None if key.revoked_at is None else at_ms(key.revoked_at),
    )
