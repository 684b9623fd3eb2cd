"""Tokens, hashing, sealing and signing. The only file that makes secrets."""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
KEY_BYTES = 32


class BrokenSeal(Exception):
    """The sealed bytes were altered, or sealed for another purpose."""


def new_token(bits: int = 160) -> str:
    """URL-safe text of at least `bits` of entropy. Below 128 bits raises ValueError."""
    if bits < 128:
        raise ValueError("a token has at least 128 bits")
    return secrets.token_urlsafe(-(-bits // 8))


def new_salt() -> str:
    """A salt to keep beside a text whose hash goes to the log; erased with the text."""
    return secrets.token_hex(16)


def new_key() -> bytes:
    """A server key of 256 bits."""
    return secrets.token_bytes(KEY_BYTES)


def hash_token(token: str) -> str:
    """SHA-256 in hex: enough for tokens of 128 bits, never for passwords."""
    return hashlib.sha256(token.encode()).hexdigest()


def salted_hash(salt: str, text: str) -> str:
    """A fingerprint of a person's words that says nothing once the salt is gone."""
    return hmac.digest(salt.encode(), text.encode(), "sha256").hex()


def derive(secret: bytes, purpose: str, length: int = KEY_BYTES) -> bytes:
    """HKDF-SHA-256 (RFC 5869, no salt) of a secret for one purpose; at most 64 bytes."""
    # By hand: one-shot HMAC costs an eighth of the library's objects, at every intent.
    pseudo_random = hmac.digest(b"\0" * 32, secret, "sha256")
    first = hmac.digest(pseudo_random, purpose.encode() + b"\x01", "sha256")
    if length <= len(first):
        return first[:length]
    second = hmac.digest(pseudo_random, first + purpose.encode() + b"\x02", "sha256")
    return (first + second)[:length]


def seal(key: bytes, plain: bytes, bound_to: bytes = b"") -> bytes:
    """AES-256-GCM; `bound_to` must be given again to open it."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes = b"") -> bytes:
    """Open what `seal` closed. Raises BrokenSeal."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
    except (InvalidTag, ValueError) as broken:
        raise BrokenSeal from broken


class Signer:
    """Signs short texts for links and cookies; each purpose has a key of its own."""

    def __init__(self, key: bytes, purpose: str) -> None:
        self._key = derive(key, f"ringonce sign {purpose}")

    def sign(self, text: str) -> str:
        """`text.signature`."""
        return f"{text}.{self._tag(text)}"

    def verify(self, signed: str) -> str | None:
        """The text, or None if the signature is not ours."""
        text, dot, tag = signed.rpartition(".")
        if not dot or not hmac.compare_digest(tag.encode(), self._tag(text).encode()):
            return None
        return text

    def _tag(self, text: str) -> str:
        digest = hmac.new(self._key, text.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


# A code is asked for several times while its booking is made.
_CODES_KEPT = 2_048


class Codes:
    """Makes codes that need not be stored: a server key and an id give the same code each time.

    A stolen database without the key shows no code; 160 bits, lower case base 32.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._keys: dict[str, bytes] = {}
        self._made: dict[tuple[str, str], str] = {}

    def of(self, purpose: str, owner_id: str) -> str:
        """The code of one id for one purpose."""
        made = self._made.get((purpose, owner_id))
        if made is None:
            if len(self._made) >= _CODES_KEPT:
                self._made.clear()
            made = self._made[purpose, owner_id] = self._make(purpose, owner_id)
        return made

    def _make(self, purpose: str, owner_id: str) -> str:
        key = self._keys.get(purpose)
        if key is None:
            key = self._keys[purpose] = derive(self._key, f"ringonce code {purpose}")
        digest = hmac.new(key, owner_id.encode(), hashlib.sha256).digest()
        return base64.b32encode(digest[:20]).decode().lower()
