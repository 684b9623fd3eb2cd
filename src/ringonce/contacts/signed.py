"""Identities that a site has signed: reading a token and telling why it is refused. No database, no clock.

Two forms. A JWT with HS256 and the claims `wsp`, `inb`, `sub`, `exp`, perhaps `email`, `name`, `phone`; or
`v1.<exp>.<base64url sub>.<base64url email>.<hex>` where hex is HMAC-SHA-256 over
`workspace|inbox|exp|sub|email`. Both live 24 hours at most and hold in one inbox of one workspace only.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from ringonce.values.errors import DomainError, Kind

LIFE_MOST: Final = 24 * 3600
#: Clocks of two servers differ (seconds).
SKEW: Final = 300
TOKEN_MOST: Final = 4_096
SUB_MOST: Final = 200
_TEXT_MOST: Final = 254


class IdentityRefused(DomainError):
    """The signed identity cannot be taken. Params: reason, one of malformed, other-workspace, other-inbox,
    forged, expired, lives-too-long.
    """

    code = "identity-refused"
    kind = Kind.FORBIDDEN


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIdentity:
    """Who the site says this is. Everything but `sub` may be empty."""

    sub: str
    email: str = ""
    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    claims: Mapping[str, Any]
    signed: bytes
    signature: bytes


def read_identity(
    token: str, *, workspace: str, inbox: str, secrets: Iterable[str], now: int
) -> SignedIdentity:
    """Whom a token names, for this workspace and inbox (slugs). `now` is in Unix ms.

    Says nothing about whom this server knows. Raises IdentityRefused.
    """
    read = _read_short(token, workspace, inbox) if token.startswith("v1.") else _read_jwt(token)
    claims = read.claims
    if claims["wsp"] != workspace:
        raise IdentityRefused(reason="other-workspace")
    if claims["inb"] != inbox:
        raise IdentityRefused(reason="other-inbox")
    # Every secret is tried, so that the time taken does not tell which one fits.
    fits = [
        hmac.compare_digest(hmac.digest(secret.encode(), read.signed, hashlib.sha256), read.signature)
        for secret in secrets
    ]
    if not any(fits):
        raise IdentityRefused(reason="forged")
    left = claims["exp"] - now / 1000
    if left <= 0:
        raise IdentityRefused(reason="expired")
    if left > LIFE_MOST + SKEW:
        raise IdentityRefused(reason="lives-too-long")
    return SignedIdentity(sub=claims["sub"], **{name: claims[name] for name in ("email", "name", "phone")})


def _read_jwt(token: str) -> _Token:
    parts = token.split(".")
    if len(token) > TOKEN_MOST or len(parts) != 3:
        raise IdentityRefused(reason="malformed")
    header, claims = _json(_bytes(parts[0])), _json(_bytes(parts[1]))
    # Only this algorithm: a token that names `none` or another one is not even looked at.
    if header.get("alg") != "HS256" or "crit" in header:
        raise IdentityRefused(reason="malformed")
    return _Token(_checked(claims), f"{parts[0]}.{parts[1]}".encode(), _bytes(parts[2]))


def _read_short(token: str, workspace: str, inbox: str) -> _Token:
    parts = token.split(".")
    if len(token) > TOKEN_MOST or len(parts) != 5 or not (parts[1].isascii() and parts[1].isdigit()):
        raise IdentityRefused(reason="malformed")
    try:
        sub, email = _bytes(parts[2]).decode(), _bytes(parts[3]).decode()
        signature = bytes.fromhex(parts[4])
    except ValueError as broken:
        raise IdentityRefused(reason="malformed") from broken
    # The signed text is joined by bars: one inside the id would let two identities share a signature.
    if "|" in sub or len(parts[1]) > 15:
        raise IdentityRefused(reason="malformed")
    claims = {"wsp": workspace, "inb": inbox, "exp": int(parts[1]), "sub": sub, "email": email}
    return _Token(_checked(claims), f"{workspace}|{inbox}|{parts[1]}|{sub}|{email}".encode(), signature)


def _checked(claims: Mapping[str, Any]) -> dict[str, Any]:
    """The claims that count, each of its type and length."""
    found: dict[str, Any] = {}
    for name, needed, most in (
        ("wsp", True, 40),
        ("inb", True, 40),
        ("sub", True, SUB_MOST),
        ("email", False, _TEXT_MOST),
        ("name", False, _TEXT_MOST),
        ("phone", False, 40),
    ):
        value = claims.get(name, None if needed else "")
        if not isinstance(value, str) or len(value) > most or (needed and not value):
            raise IdentityRefused(reason="malformed")
        if any(ord(mark) < 32 or "\ud800" <= mark <= "\udfff" for mark in value):
            raise IdentityRefused(reason="malformed")
        found[name] = value
    expiry = claims.get("exp")
    if isinstance(expiry, bool) or not isinstance(expiry, int) or not 0 < expiry < 2**53:
        raise IdentityRefused(reason="malformed")
    return {**found, "exp": expiry}


def _bytes(part: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as broken:
        raise IdentityRefused(reason="malformed") from broken


def _json(raw: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as broken:
        raise IdentityRefused(reason="malformed") from broken
