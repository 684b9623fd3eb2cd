"""Sessions of members: opened by a password, known by a hashed secret, ended by sign-out or time."""

from dataclasses import dataclass

from ringonce.identity import store
from ringonce.identity.events import SignedIn, SignedOut
from ringonce.identity.members import EmailRefused, folded
from ringonce.identity.model import Member, MemberPrincipal
from ringonce.identity.passwords import password_fits
from ringonce.identity.queries import MemberUnknown, load_member
from ringonce.kernel.db import Database, Tx
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MemberId, SessionId, WorkspaceId

# One person in more workspaces than this has to name the one that is meant.
_MEMBERSHIPS = 3
DAY_MS = 24 * 3_600_000
# Moving the expiry at every request would make every read a write.
TOUCH_AFTER_MS = 3_600_000


class SignInRefused(DomainError):
    """The address or the password is wrong; which of the two is not said."""

    code = "sign-in-refused"
    kind = Kind.UNAUTHENTICATED


@dataclass(frozen=True, slots=True)
class NewSession:
    member: Member
    token: str
    expires_at: int


async def check_password(database: Database, email: str, password: str, workspace: str | None) -> Member:
    """The member whom address and password name. Hashing happens outside any transaction.

    Raises SignInRefused, after the same time whether or not the address is known.
    """
    try:
        email_folded = folded(email)
    except EmailRefused:
        email_folded = ""

    async def find(tx: Tx) -> list[tuple[Member, str | None]]:
        rows = await tx.all(store.MEMBERSHIPS_BY_EMAIL, email_folded=email_folded, limit=50)
        wanted = [row for row in rows if workspace is None or row["workspace_slug"] == workspace]
        return [(store.member_of(row), row["password_hash"]) for row in wanted[:_MEMBERSHIPS]]

    found = await database.read(find)
    if not found:
        await password_fits(password, None)
    for member, stored in found:
        if await password_fits(password, stored):
            return member
    raise SignInRefused()


async def open_session(
    work: Work, member_id: MemberId, *, days: int, replacing: str | None = None
) -> NewSession:
    """A new session under a new secret; the browser's former one ends. Raises SignInRefused."""
    member = await load_active(work.tx, work.workspace_id, member_id)
    if replacing is not None:
        await work.tx.run(store.DELETE_SESSION_BY_TOKEN, token_hash=hash_token(replacing))
    token = work.secret()
    session_id = work.new_id(SessionId)
    expires_at = work.now + days * DAY_MS
    await work.tx.run(
        store.INSERT_SESSION,
        id=session_id,
        workspace_id=work.workspace_id,
        member_id=member_id,
        token_hash=hash_token(token),
        created_at=work.now,
        used_at=work.now,
        expires_at=expires_at,
    )
    work.append(SignedIn(member_id, session_id))
    return NewSession(member, token, expires_at)


async def close_session(work: Work, principal: MemberPrincipal) -> None:
    """End this session."""
    await work.tx.run(store.DELETE_SESSION, workspace_id=work.workspace_id, id=principal.session_id)
    work.append(SignedOut(principal.id, everywhere=False))


async def touch_session(tx: Tx, token: str, now: int, *, days: int) -> bool:
    """Move the expiry of a session that is being used. False: it has ended meanwhile."""
    expires_at = now + days * DAY_MS
    return bool(await tx.run(store.TOUCH_SESSION, of_token=hash_token(token), now=now, expires_at=expires_at))


async def purge_sessions(tx: Tx, now: int) -> int:
    """Delete expired sessions; how many."""
    return await tx.run(store.PURGE_SESSIONS, now=now)


async def load_active(tx: Tx, workspace_id: WorkspaceId, member_id: MemberId) -> Member:
    """Raises SignInRefused if the member has gone or was switched off meanwhile."""
    try:
        member = await load_member(tx, workspace_id, member_id)
    except MemberUnknown as gone:
        raise SignInRefused() from gone
    if not member.active:
        raise SignInRefused()
    return member
