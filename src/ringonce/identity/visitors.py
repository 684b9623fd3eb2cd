"""Visitors: known by a token that their browser made at the first interaction, never by a cookie."""

import hashlib
import re

from ringonce.identity import store
from ringonce.identity.model import VisitorPrincipal
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import ALPHABET, IDS, VisitorId

PREFIX = "vst_"
_TOKEN = re.compile(r"vst_[A-Za-z0-9_-]{43,128}")


class VisitorTokenMalformed(DomainError):
    """A visitor token is `vst_` and 43 to 128 characters of URL-safe base 64."""

    code = "visitor-token-malformed"
    kind = Kind.UNAUTHENTICATED


def visitor_of(token: str, workspace_id: str) -> VisitorPrincipal:
    """Who holds this token here. The id follows from the token and the workspace, so that the first request
    of a visitor is already his and needs no answer of ours. Raises VisitorTokenMalformed.
    """
    if _TOKEN.fullmatch(token) is None:
        raise VisitorTokenMalformed()
    digest = hashlib.sha256(f"{workspace_id} {token}".encode()).digest()
    number = int.from_bytes(digest[:16], "big")
    body = "".join(ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))
    return VisitorPrincipal(VisitorId(f"{IDS[VisitorId]}_{body}"), hash_token(token))


async def remember_visitor(work: Work, visitor: VisitorPrincipal) -> None:
    """Write the visitor down inside his first intent; later ones move `seen_at`."""
    await work.tx.run(
        store.UPSERT_VISITOR,
        id=visitor.id,
        workspace_id=work.workspace_id,
        token_hash=visitor.token_hash,
        created_at=work.now,
        seen_at=work.now,
    )
