"""Visitors: known by a token that their browser made at the first interaction, never by a cookie.

The token's hash alone is stored. A token may be replaced by another (rotation) and a visitor may be shut out
(revocation); a token that nobody has heard of is a new visitor's.
"""

import hashlib
import re
from collections.abc import Iterable

from ringonce.identity import store
from ringonce.identity.events import VisitorSessionRevoked, VisitorTokenRotated
from ringonce.identity.model import VisitorPrincipal, VisitorSession
from ringonce.kernel.db import Tx, json_array
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import MINUTE, Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import ALPHABET, IDS, VisitorId

PREFIX = "vst_"
#: How long a retired token is taken: other tabs hear of the new one by then.
GRACE_MS = 10 * MINUTE
_TOKEN = re.compile(r"vst_[A-Za-z0-9_-]{43,128}")


class VisitorTokenMalformed(DomainError):
    """A visitor token is `vst_` and 43 to 128 characters of URL-safe base 64."""

    code = "visitor-token-malformed"
    kind = Kind.UNAUTHENTICATED


class SessionRevoked(DomainError):
    """This visitor's token is taken no longer: it was revoked, or another took its place. Make a new one."""

    code = "session-revoked"
    kind = Kind.UNAUTHENTICATED


class TokenKnown(DomainError):
    """The new token has been used before: a token takes another's place while nobody knows it."""

    code = "token-known"
    kind = Kind.CONFLICT


class TokenReplaced(DomainError):
    """Another token has taken this one's place already; use that one."""

    code = "token-replaced"
    kind = Kind.CONFLICT


class SessionMissing(DomainError):
    """This person has no such session."""

    code = "session-missing"
    kind = Kind.MISSING


def visitor_of(token: str, workspace_id: str) -> VisitorPrincipal:
    """Who holds this token here, if nobody has heard of it. The id follows from the token and the workspace,
    so that the first request of a visitor is already his. Raises VisitorTokenMalformed.
    """
    if _TOKEN.fullmatch(token) is None:
        raise VisitorTokenMalformed()
    digest = hashlib.sha256(f"{workspace_id} {token}".encode()).digest()
    number = int.from_bytes(digest[:16], "big")
    body = "".join(ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))
    return VisitorPrincipal(VisitorId(f"{IDS[VisitorId]}_{body}"), hash_token(token))


async def load_visitor(tx: Tx, workspace_id: str, token: str, now: int) -> VisitorPrincipal:
    """Who holds this token. Raises VisitorTokenMalformed, SessionRevoked."""
    return await _taken(tx, workspace_id, visitor_of(token, workspace_id), now)


async def is_taken(tx: Tx, workspace_id: str, visitor: VisitorPrincipal, now: int) -> bool:
    """Whether a token that was taken before is so still."""
    try:
        await _taken(tx, workspace_id, visitor, now)
    except SessionRevoked:
        return False
    return True


async def remember_visitor(work: Work, visitor: VisitorPrincipal) -> None:
    """Write the visitor down inside his first intent; later ones move `seen_at`.

    Raises SessionRevoked where that happened since the request came in.
    """
    written = await work.tx.run(
        store.UPSERT_VISITOR,
        id=visitor.id,
        workspace_id=work.workspace_id,
        token_hash=visitor.token_hash,
        created_at=work.now,
        seen_at=work.now,
        revoked_at=None,
    )
    if not written:
        raise SessionRevoked()


async def rotate_token(work: Work, visitor: VisitorPrincipal, token: str) -> VisitorPrincipal:
    """Let a new token name this visitor, who is remembered; the one he sent is taken for GRACE_MS more.

    Raises VisitorTokenMalformed, TokenReplaced, TokenKnown.
    """
    workspace_id, new = work.workspace_id, visitor_of(token, work.workspace_id)
    old = await work.tx.one(store.TOKEN_BY_HASH, workspace_id=workspace_id, token_hash=visitor.token_hash)
    if old is not None and old["ends_at"] is not None:
        # Else whoever kept an old token could make himself a new one of it.
        raise TokenReplaced()
    ids = json_array([new.id])
    if await work.tx.one(store.VISITORS_BY_ID, workspace_id=workspace_id, ids=ids) is not None:
        raise TokenKnown()
    named = {"workspace_id": workspace_id, "visitor_id": visitor.id, "created_at": work.now}
    if not await work.tx.run(store.INSERT_TOKEN, **named, token_hash=new.token_hash, ends_at=None):
        raise TokenKnown()
    ends_at = work.now + GRACE_MS
    await work.tx.run(store.END_TOKEN, **named, token_hash=visitor.token_hash, ends_at=ends_at)
    work.append(VisitorTokenRotated(visitor.id))
    return VisitorPrincipal(visitor.id, new.token_hash)


async def revoke_sessions(work: Work, visitor_ids: Iterable[str], *, erased: bool = False) -> int:
    """Shut visitors out, for good; how many were let in until now. Twice is once.

    Their rows are locked by id: run it before anything of theirs is locked, as their own intents do.
    """
    ids = json_array(sorted(set(visitor_ids)))
    rows = await work.tx.all(store.LOCK_VISITORS, workspace_id=work.workspace_id, ids=ids)
    let_in = [row["id"] for row in rows if row["revoked_at"] is None]
    if let_in:
        await work.tx.run(
            store.REVOKE_VISITORS, of_workspace=work.workspace_id, ids=json_array(let_in), now=work.now
        )
    for each in let_in:
        work.append(VisitorSessionRevoked(VisitorId(each), erased))
    return len(let_in)


async def list_visitors(tx: Tx, workspace_id: str, visitor_ids: Iterable[str]) -> list[VisitorSession]:
    """Those of these visitors who have done something, who was seen last first."""
    rows = await tx.all(store.VISITORS_BY_ID, workspace_id=workspace_id, ids=json_array(set(visitor_ids)))
    return [
        VisitorSession(VisitorId(row["id"]), row["created_at"], row["seen_at"], row["revoked_at"])
        for row in rows
    ]


async def _taken(tx: Tx, workspace_id: str, visitor: VisitorPrincipal, now: int) -> VisitorPrincipal:
    row = await tx.one(
        store.VISITOR_BY_TOKEN,
        workspace_id=workspace_id,
        token_hash=visitor.token_hash,
        derived_id=visitor.id,
    )
    if row is None:
        return visitor
    if row["revoked_at"] is not None or (row["ends_at"] is not None and row["ends_at"] <= now):
        raise SessionRevoked()
    return VisitorPrincipal(VisitorId(row["id"]), visitor.token_hash)
