"""The two impurities of the domain: the clock and the source of ids. Nothing else reads either."""

import secrets
import time
from typing import Protocol, TypeVar

from ringonce.values.ids import IdType, format_id

IdT = TypeVar("IdT", bound=str)


class Clock(Protocol):
    """Tells the time as Unix milliseconds, UTC."""

    def now(self) -> int: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000


class IdSource:
    """Makes ids from a clock and 80 bits of entropy; ids of one millisecond have no order."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def new(self, kind: IdType[IdT]) -> IdT:
        """A fresh id of this kind."""
        return format_id(kind, self._clock.now(), secrets.randbits(80))


def spread(ceiling: int) -> int:
    """Any of 0..ceiling: keeps retries that failed together from coming back together."""
    return secrets.randbelow(ceiling + 1)
