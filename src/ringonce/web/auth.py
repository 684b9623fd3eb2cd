"""Who sends a request: from its Authorization header, else from the desk's cookie. Never from the body."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection

from ringonce.identity.keys import PREFIX as KEY_PREFIX
from ringonce.identity.model import (
    CodePrincipal,
    KeyPrincipal,
    MemberPrincipal,
    Nobody,
    Principal,
    VisitorPrincipal,
    Workspace,
)
from ringonce.identity.queries import (
    OpenSession,
    WorkspaceUnknown,
    find_key,
    find_session,
    find_workspace_by_slug,
    load_workspace,
)
from ringonce.identity.sign_in import TOUCH_AFTER_MS, touch_session
from ringonce.identity.visitors import load_visitor
from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Actor
from ringonce.values.errors import DomainError, Kind
from ringonce.web.edge import Edge, edge_of

WORKSPACE_HEADER = "ringonce-workspace"
COOKIE = "ringonce"
SECURE_COOKIE = "__Host-ringonce"
DAY_SECONDS = 86_400


class WorkspaceNeeded(DomainError):
    """The request does not say which workspace it is about."""

    code = "workspace-needed"
    kind = Kind.INVALID


class CredentialsRefused(DomainError):
    """What the Authorization header holds is unknown here, revoked, or of another workspace."""

    code = "credentials-refused"
    kind = Kind.UNAUTHENTICATED


class CrossSite(DomainError):
    """A write that relies on the cookie came from another site's page."""

    code = "cross-site"
    kind = Kind.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and in which workspace. `by_cookie`: a browser added the credentials by itself."""

    workspace: Workspace
    principal: Principal
    by_cookie: bool = False


async def who_is(
    connection: ASGIConnection,  # type: ignore[type-arg]
    workspace_slug: str | None = None,
    *,
    visitor: str | None = None,
) -> Caller:
    """The caller. A form post gives its visitor token as `visitor`.

    Raises WorkspaceNeeded, WorkspaceUnknown, CredentialsRefused, VisitorTokenMalformed, SessionRevoked.
    """
    edge = edge_of(connection)
    slug = workspace_slug or named_workspace(connection)
    bearer = visitor or bearer_of(connection)
    cookie = None if bearer else session_cookie(connection)

    async def find(tx: Tx) -> Caller:
        if bearer is not None and bearer.startswith(KEY_PREFIX):
            return await _by_key(tx, bearer, slug)
        session = await find_session(tx, cookie, edge.clock.now()) if cookie else None
        workspace = await _workspace(tx, slug, session)
        if bearer is not None:
            return Caller(workspace, await _visitor(tx, bearer, workspace, edge.clock.now()))
        if session is not None and session.member.workspace_id == workspace.id:
            return Caller(workspace, MemberPrincipal(session.member, session.id), by_cookie=True)
        return Caller(workspace, Nobody())

    return await edge.database.read(find)


async def keep_session(connection: ASGIConnection) -> str | None:  # type: ignore[type-arg]
    """Move the expiry of the session that this request used, at most once an hour.

    When it moved: the cookie to set again, so that the browser keeps it as long as we do.
    """
    edge = edge_of(connection)
    cookie = session_cookie(connection)
    if cookie is None:
        return None
    now = edge.clock.now()
    session = await edge.database.read(lambda tx: find_session(tx, cookie, now))
    if session is not None and now - session.used_at >= TOUCH_AFTER_MS:
        days = edge.options.session_days
        if await edge.database.write(lambda tx: touch_session(tx, cookie, now, days=days)):
            return cookie_set(connection, cookie, days)
    return None


def named_workspace(connection: ASGIConnection) -> str | None:  # type: ignore[type-arg]
    """The workspace that a header or the query names."""
    return connection.headers.get(WORKSPACE_HEADER) or connection.query_params.get("workspace")


def bearer_of(connection: ASGIConnection) -> str | None:  # type: ignore[type-arg]
    """The bearer token, or None without an Authorization header. Raises CredentialsRefused."""
    header = connection.headers.get("authorization")
    if header is None:
        return None
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise CredentialsRefused()
    return token.strip()


def session_cookie(connection: ASGIConnection) -> str | None:  # type: ignore[type-arg]
    """The desk's cookie. Over https only the one that a sibling domain cannot set."""
    name = cookie_name(edge_of(connection), connection.scope["scheme"])
    return connection.cookies.get(name)


def cookie_name(edge: Edge, scheme: str) -> str:
    return SECURE_COOKIE if edge.is_secure(scheme) else COOKIE


def cookie_set(connection: ASGIConnection, token: str, days: int) -> str:  # type: ignore[type-arg]
    """The `Set-Cookie` of a desk session; no days: the browser forgets it."""
    edge, scheme = edge_of(connection), connection.scope["scheme"]
    secure = "; Secure" if edge.is_secure(scheme) else ""
    age = days * DAY_SECONDS
    return f"{cookie_name(edge, scheme)}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"


def check_same_origin(connection: ASGIConnection) -> None:  # type: ignore[type-arg]
    """Let a request pass only if a page of ours sent it. Raises CrossSite."""
    origin = connection.headers.get("origin")
    if origin is None:
        # Browsers name the origin of every write; a page of ours may be known by the fetch metadata instead.
        if connection.headers.get("sec-fetch-site") == "same-origin":
            return
        raise CrossSite()
    if not is_same_origin(connection):
        raise CrossSite()


def is_same_origin(connection: ASGIConnection) -> bool:  # type: ignore[type-arg]
    """Whether the page that sent this says it came from here."""
    edge = edge_of(connection)
    try:
        origin = urlsplit(connection.headers.get("origin", ""))
    except ValueError:
        return False
    ours = {connection.headers.get("host", "").lower(), urlsplit(edge.options.public_url).netloc.lower()}
    if edge.is_secure(connection.scope["scheme"]) and origin.scheme != "https":
        # Whoever sits in the network may draw any page of ours without the s.
        return False
    return origin.netloc.lower() in ours - {""}


def actor_of(principal: Principal) -> Actor:
    """The principal as the log names it."""
    match principal:
        case MemberPrincipal():
            return Actor("member", principal.id)
        case KeyPrincipal():
            return Actor("key", principal.id)
        case VisitorPrincipal():
            return Actor("visitor", principal.id)
        case CodePrincipal():
            return Actor("visitor", f"code_{principal.code_hash[:32]}")
        case Nobody():
            return Actor("visitor", "nobody")


def by_code(principal: Principal, code: str) -> Principal:
    """A booking's link is proof enough for that booking: nobody in particular becomes its holder."""
    return CodePrincipal(hash_token(code)) if isinstance(principal, Nobody) else principal


async def _by_key(tx: Tx, secret: str, slug: str | None) -> Caller:
    key = await find_key(tx, secret)
    if key is None:
        raise CredentialsRefused()
    workspace = await load_workspace(tx, key.workspace_id)
    if slug is not None and slug != workspace.slug:
        raise CredentialsRefused()
    return Caller(workspace, KeyPrincipal(key))


async def _workspace(tx: Tx, slug: str | None, session: OpenSession | None) -> Workspace:
    if slug is None:
        if session is None:
            raise WorkspaceNeeded()
        return await load_workspace(tx, session.member.workspace_id)
    found = await find_workspace_by_slug(tx, slug)
    if found is None:
        raise WorkspaceUnknown(workspace=slug)
    return found


async def _visitor(tx: Tx, bearer: str, workspace: Workspace, now: int) -> VisitorPrincipal:
    if not bearer.startswith("vst_"):
        raise CredentialsRefused()
    return await load_visitor(tx, workspace.id, bearer, now)
