"""How many frames a page may send: as many as a person causes, and a burst of them."""

from collections.abc import Callable

PER_SECOND = 20.0
BURST = 100.0


class Pace:
    """One socket's bucket, by a clock in seconds."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._tokens = BURST
        self._at = seconds()

    def allows(self) -> bool:
        """Whether one more frame is not too many."""
        now = self._seconds()
        self._tokens = min(BURST, self._tokens + (now - self._at) * PER_SECOND)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
