"""Who may act: workspaces, members with a role, keys with scopes, visitors. Plain values."""

from dataclasses import dataclass, field
from enum import StrEnum

from ringonce.values.ids import KeyId, MemberId, SessionId, VisitorId, WorkspaceId


class Role(StrEnum):
    """What a member may do: an owner everything, an admin everything but owners, an agent the daily work."""

    OWNER = "owner"
    ADMIN = "admin"
    AGENT = "agent"


class Scope(StrEnum):
    """What an API key may do."""

    READ = "read"
    BOOK = "book"
    CONFIGURE = "configure"


@dataclass(frozen=True, slots=True)
class Workspace:
    id: WorkspaceId
    slug: str
    name: str
    zone: str
    locale: str
    epoch: str
    version: int
    created_at: int


@dataclass(frozen=True, slots=True)
class Member:
    id: MemberId
    workspace_id: WorkspaceId
    name: str
    email: str
    role: Role
    active: bool
    locale: str
    version: int
    created_at: int


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key without its secret: that was shown once."""

    id: KeyId
    workspace_id: WorkspaceId
    name: str
    shown: str
    scopes: tuple[Scope, ...]
    created_by: str
    created_at: int
    revoked_at: int | None


@dataclass(frozen=True, slots=True)
class NewKey:
    key: ApiKey
    secret: str


@dataclass(frozen=True, slots=True)
class Nobody:
    """A request that says nothing about who sends it."""

    @property
    def receipt_scope(self) -> str:
        return "nobody"


@dataclass(frozen=True, slots=True)
class VisitorPrincipal:
    """Somebody who holds a visitor token. The id follows from the first token; later ones name the same id,
    and whoever holds two of them is one principal.
    """

    id: VisitorId
    token_hash: str = field(compare=False)

    @property
    def receipt_scope(self) -> str:
        return f"visitor:{self.id}"


@dataclass(frozen=True, slots=True)
class VisitorSession:
    """One browser of a visitor, as the desk sees it."""

    id: VisitorId
    created_at: int
    seen_at: int
    revoked_at: int | None


@dataclass(frozen=True, slots=True)
class CodePrincipal:
    """Somebody who holds a booking's link and nothing else; the receipt is the link's."""

    code_hash: str

    @property
    def receipt_scope(self) -> str:
        return f"visitor:code_{self.code_hash[:32]}"


@dataclass(frozen=True, slots=True)
class MemberPrincipal:
    member: Member
    session_id: SessionId

    @property
    def id(self) -> MemberId:
        return self.member.id

    @property
    def receipt_scope(self) -> str:
        return f"member:{self.member.id}"


@dataclass(frozen=True, slots=True)
class KeyPrincipal:
    key: ApiKey

    @property
    def id(self) -> KeyId:
        return self.key.id

    @property
    def receipt_scope(self) -> str:
        return f"key:{self.key.id}"


Principal = Nobody | VisitorPrincipal | CodePrincipal | MemberPrincipal | KeyPrincipal


@dataclass(frozen=True, slots=True)
class FoundWorkspace:
    """The first start's form. `password_hash` is made before the transaction: hashing is slow on purpose."""

    token: str
    name: str
    email: str
    password_hash: str
    workspace_name: str
    slug: str
    zone: str
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class AddMember:
    name: str
    email: str
    role: Role
    password_hash: str | None
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class ChangeMember:
    """What is None stays as it is."""

    member_id: MemberId
    version: int
    name: str | None = None
    role: Role | None = None
    active: bool | None = None
    password_hash: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeWorkspace:
    """What is None stays as it is."""

    version: int
    name: str | None = None
    zone: str | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class IssueKey:
    name: str
    scopes: tuple[Scope, ...]
