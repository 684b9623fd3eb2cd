"""Passwords: argon2id, always beside the event loop, as slow for an unknown name as for a known one."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ringonce.values.errors import DomainError, Kind

SHORTEST = 10
LONGEST = 200

_hasher = PasswordHasher()
# Verified against when no member was found, so that the answer takes the same time: of a random password that
# was thrown away. Written out, for making one costs every start a tenth of a second and 64 MiB.
_NOBODYS_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$V0x2/GUNsK2O/366JfTqyQ$vrQokANcVhc3wlZ2NAwWt9ahReIejBr3s/G2C1T9E4E"
)
# One hash uses 64 MiB and a core; more at once would starve the requests that need neither.
_AT_ONCE = 2
_gates: dict[asyncio.AbstractEventLoop, asyncio.Semaphore] = {}


class PasswordTooWeak(DomainError):
    """The password is too short or too long."""

    code = "password-too-weak"
    kind = Kind.INVALID


async def hash_password(password: str) -> str:
    """The argon2id hash of a new password. Raises PasswordTooWeak."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordTooWeak(shortest=SHORTEST, longest=LONGEST)
    async with _gate():
        return await asyncio.to_thread(_hasher.hash, password)


async def password_fits(password: str, stored: str | None) -> bool:
    """Whether the password has this hash; `None` costs the same time and never fits."""
    async with _gate():
        fits = await asyncio.to_thread(_verify, password[:LONGEST], stored or _NOBODYS_HASH)
    return fits and stored is not None


def _verify(password: str, stored: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _gate() -> asyncio.Semaphore:
    loop = asyncio.get_running_loop()
    for closed in [each for each in _gates if each.is_closed()]:
        del _gates[closed]
    return _gates.setdefault(loop, asyncio.Semaphore(_AT_ONCE))
