"""API keys: issued with scopes, shown once, revoked for good."""

import json

from ringonce.identity import store
from ringonce.identity.events import KeyIssued, KeyRevoked
from ringonce.identity.model import ApiKey, IssueKey, NewKey
from ringonce.kernel.secrets import hash_token
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import KeyId

PREFIX = "rk_"


class KeyUnknown(DomainError):
    """There is no such key in this workspace."""

    code = "key-unknown"
    kind = Kind.MISSING


class ScopesNeeded(DomainError):
    """A key without a scope could do nothing."""

    code = "scopes-needed"
    kind = Kind.INVALID


async def issue_key(work: Work, ask: IssueKey) -> NewKey:
    """A new key; its secret is in this answer and nowhere else. Raises ScopesNeeded."""
    if not ask.scopes:
        raise ScopesNeeded()
    secret = PREFIX + work.secret()
    scopes = tuple(sorted(set(ask.scopes)))
    row = {
        "id": work.new_id(KeyId),
        "workspace_id": work.workspace_id,
        "name": ask.name,
        "token_hash": hash_token(secret),
        "shown": secret[:7],
        "scopes": json.dumps([each.value for each in scopes]),
        "created_by": work.actor.id,
        "created_at": work.now,
        "revoked_at": None,
    }
    await work.tx.run(store.INSERT_KEY, **row)
    work.append(KeyIssued(KeyId(str(row["id"])), tuple(each.value for each in scopes)))
    return NewKey(store.key_of(row), secret)


async def revoke_key(work: Work, key_id: KeyId) -> ApiKey:
    """End a key; doing it again changes nothing. Raises KeyUnknown."""
    row = await work.tx.one(store.KEY_FOR_CHANGE, workspace_id=work.workspace_id, id=key_id)
    if row is None:
        raise KeyUnknown(key_id=key_id)
    if row["revoked_at"] is None:
        await work.tx.run(store.REVOKE_KEY, of_workspace=work.workspace_id, of_id=key_id, now=work.now)
        work.append(KeyRevoked(key_id))
        row = {**row, "revoked_at": work.now}
    return store.key_of(row)
