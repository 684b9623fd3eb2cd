"""Facts about a workspace and who may act in it. Ids only: names and addresses stay in the tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringonce.values.ids import KeyId, MemberId, SessionId, VisitorId, WorkspaceId

Refs = Mapping[str, str | int | bool | list[str]]


@dataclass(frozen=True, slots=True)
class WorkspaceFounded:
    workspace_id: WorkspaceId
    owner_id: MemberId

    @property
    def stream(self) -> str:
        return f"workspace:{self.workspace_id}"

    def to_refs(self) -> Refs:
        return {"workspace_id": self.workspace_id, "owner_id": self.owner_id}


@dataclass(frozen=True, slots=True)
class WorkspaceChanged:
    workspace_id: WorkspaceId
    version: int
    changed: tuple[str, ...]

    @property
    def stream(self) -> str:
        return f"workspace:{self.workspace_id}"

    def to_refs(self) -> Refs:
        return {"workspace_id": self.workspace_id, "version": self.version, "changed": list(self.changed)}


@dataclass(frozen=True, slots=True)
class MemberAdded:
    member_id: MemberId
    role: str

    @property
    def stream(self) -> str:
        return f"member:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member_id": self.member_id, "role": self.role}


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """`changed` names the fields; a password is named, never shown."""

    member_id: MemberId
    version: int
    changed: tuple[str, ...]

    @property
    def stream(self) -> str:
        return f"member:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member_id": self.member_id, "version": self.version, "changed": list(self.changed)}


@dataclass(frozen=True, slots=True)
class SignedIn:
    member_id: MemberId
    session_id: SessionId

    @property
    def stream(self) -> str:
        return f"member:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member_id": self.member_id, "session_id": self.session_id}


@dataclass(frozen=True, slots=True)
class SignedOut:
    """`everywhere`: every session of the member ended, not only this one."""

    member_id: MemberId
    everywhere: bool

    @property
    def stream(self) -> str:
        return f"member:{self.member_id}"

    def to_refs(self) -> Refs:
        return {"member_id": self.member_id, "everywhere": self.everywhere}


@dataclass(frozen=True, slots=True)
class KeyIssued:
    key_id: KeyId
    scopes: tuple[str, ...]

    @property
    def stream(self) -> str:
        return f"key:{self.key_id}"

    def to_refs(self) -> Refs:
        return {"key_id": self.key_id, "scopes": list(self.scopes)}


@dataclass(frozen=True, slots=True)
class KeyRevoked:
    key_id: KeyId

    @property
    def stream(self) -> str:
        return f"key:{self.key_id}"

    def to_refs(self) -> Refs:
        return {"key_id": self.key_id}


@dataclass(frozen=True, slots=True)
class VisitorSessionRevoked:
    """A browser's token lets nobody in any more; `erased`: because the person was erased."""

    visitor_id: VisitorId
    erased: bool = False

    @property
    def stream(self) -> str:
        return f"visitor:{self.visitor_id}"

    def to_refs(self) -> Refs:
        return {"visitor": self.visitor_id, "erased": self.erased}


@dataclass(frozen=True, slots=True)
class VisitorTokenRotated:
    """A browser has a new token; the one before is taken for a few minutes more."""

    visitor_id: VisitorId

    @property
    def stream(self) -> str:
        return f"visitor:{self.visitor_id}"

    def to_refs(self) -> Refs:
        return {"visitor": self.visitor_id}
