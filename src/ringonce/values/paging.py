"""Pages of a list: how many, after which row, and the opaque cursor between them."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from ringonce.values.errors import DomainError, Kind

T = TypeVar("T")

DEFAULT_LIMIT = 50
MAX_LIMIT = 200
#: Four columns of 200 characters, four bytes each, in base64, and some room.
_MAX_CURSOR = 4_600

#: The sort values of the last row shown, in the order of the list's ORDER BY.
Position = tuple[str | int, ...]


class MalformedCursor(DomainError):
    """The cursor was not made by this server, or for another list."""

    code = "malformed-cursor"
    kind = Kind.INVALID


class LimitOutOfRange(DomainError):
    """A page holds between 1 and MAX_LIMIT rows."""

    code = "limit-out-of-range"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class PageAsk:
    """At most `limit` rows after `after`. Raises LimitOutOfRange."""

    limit: int = DEFAULT_LIMIT
    after: Position | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_LIMIT:
            raise LimitOutOfRange(lowest=1, highest=MAX_LIMIT)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows and the position to ask for next; `next_after` is None at the end."""

    items: tuple[T, ...]
    next_after: Position | None = None


def encode_cursor(position: Position) -> str:
    """Write a position as URL-safe text."""
    packed = json.dumps(list(position), separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_cursor(text: str, shape: tuple[type[str] | type[int], ...]) -> Position:
    """Read a cursor of the given column types. Raises MalformedCursor."""
    if len(text) > _MAX_CURSOR:
        raise MalformedCursor()
    try:
        padded = text + "=" * (-len(text) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as broken:
        raise MalformedCursor() from broken
    if not isinstance(values, list) or len(values) != len(shape):
        raise MalformedCursor()
    if not all(_is_sort_value(value, kind) for value, kind in zip(values, shape, strict=True)):
        raise MalformedCursor()
    return tuple(values)


def _is_sort_value(value: object, kind: type[str] | type[int]) -> bool:
    """Whether both engines can look for it: text without NUL or half characters, an integer of 64 bits."""
    if type(value) is not kind:
        return False
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return (
        isinstance(value, str)
        and "\0" not in value
        and not any("\ud800" <= each <= "\udfff" for each in value)
    )
