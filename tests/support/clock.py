"""A clock that stands still until it is moved by hand."""

from datetime import UTC, datetime, timedelta

#: 1 December 2026, 09:00 UTC, a Tuesday.
MORNING = int(datetime(2026, 12, 1, 9, tzinfo=UTC).timestamp()) * 1000


class MovableClock:
    """Implements ringonce.kernel.sources.Clock."""

    def __init__(self, at: int = MORNING) -> None:
        self._now = at

    def now(self) -> int:
        return self._now

    def move(self, by: timedelta) -> int:
        """Let time pass; the new now."""
        self._now += by // timedelta(milliseconds=1)
        return self._now

    def set(self, at: int) -> None:
        """Jump to an instant, in Unix milliseconds."""
        self._now = at
