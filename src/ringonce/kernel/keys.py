"""Idempotency keys: their form, their life, and what is derived from one: fingerprint and seal."""

import hashlib
import hmac
import re
from dataclasses import dataclass

import msgspec

from ringonce.kernel.db import Row
from ringonce.kernel.secrets import BrokenSeal, derive, seal, unseal
from ringonce.values.errors import DomainError, Json, Kind
from ringonce.values.ids import WorkspaceId

HOUR = 3_600_000
VISITOR_LIFE = 48 * HOUR
ACCOUNT_LIFE = 7 * 24 * HOUR

#: A string of RFC 8941: only the quote and the backslash are escaped.
_QUOTED = re.compile(r'"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"')
_KEY = re.compile(r"[\x20-\x7e]{16,128}")


class KeyMissing(DomainError):
    """A write came without an idempotency key."""

    code = "key-missing"
    kind = Kind.INVALID


class KeyMalformed(DomainError):
    """A key is 16 to 128 printable ASCII characters, quoted in the header."""

    code = "key-malformed"
    kind = Kind.INVALID


def parse_key_header(header: str | None) -> str:
    """Read `Idempotency-Key: "..."`. Raises KeyMissing, KeyMalformed."""
    if header is None or not header.strip():
        raise KeyMissing()
    quoted = _QUOTED.fullmatch(header.strip(" "))
    if quoted is None:
        raise KeyMalformed()
    return check_key(re.sub(r"\\(.)", r"\1", quoted[1]))


def check_key(key: str) -> str:
    """Refuse a key that is too short to be unguessable or not plain. Raises KeyMalformed."""
    if _KEY.fullmatch(key) is None:
        raise KeyMalformed()
    return key


def life_of(principal: str) -> int:
    """How long a principal's keys live, in milliseconds."""
    return ACCOUNT_LIFE if principal.startswith(("key:", "member:")) else VISITOR_LIFE


def fingerprint_of(method: str, route: str, body: Json) -> bytes:
    """SHA-256 over method, route template with its values, and the canonical JSON of the body."""
    canonical = msgspec.json.encode([method.upper(), route, body], order="sorted")
    return hashlib.sha256(canonical).digest()


@dataclass(frozen=True, slots=True)
class Rendered:
    """An answer as the edge wrote it; stored and replayed byte for byte."""

    status: int
    body: bytes
    content_type: str = "application/json"


class Scope:
    """One key of one principal, with what is derived from it."""

    __slots__ = ("_bound_to", "_key", "_mac", "key_hash", "place", "principal", "workspace_id")

    def __init__(self, workspace_id: WorkspaceId, principal: str, key: str) -> None:
        self.workspace_id = workspace_id
        self.principal = principal
        self.key_hash = hashlib.sha256(key.encode()).hexdigest()
        self._bound_to = f"{workspace_id}\n{principal}\n{self.key_hash}".encode()
        both = derive(key.encode(), "ringonce receipt", 64)
        self._key, self._mac = both[:32], both[32:]
        #: The number under which PostgreSQL knows that this key is being worked on.
        self.place = int.from_bytes(hashlib.sha256(self._bound_to).digest()[:8], "big", signed=True)

    def names(self) -> dict[str, str]:
        return {"workspace": self.workspace_id, "owner": self.principal, "hash": self.key_hash}

    def fingerprint(self, plain: bytes) -> str:
        """The request's fingerprint, keyed: without the key nobody can test a guess against it."""
        return hmac.digest(self._mac, plain, "sha256").hex()

    def close(self, answer: Rendered) -> bytes:
        """Seal an answer under the key."""
        plain = answer.content_type.encode() + b"\n" + answer.body
        return seal(self._key, plain, self._bound_to + str(answer.status).encode())

    def open(self, row: Row) -> Rendered:
        """Open a stored answer. Raises BrokenSeal."""
        plain = unseal(self._key, row["sealed"], self._bound_to + str(row["status"]).encode())
        content_type, newline, body = plain.partition(b"\n")
        if not newline:
            raise BrokenSeal
        return Rendered(row["status"], body, content_type.decode())
