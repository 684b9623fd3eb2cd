"""A socket whose wire is cut at a byte: what is whole before it arrives, what follows never does.

Frames are laid on the wire as RFC 6455 lays them (a header of 2, 4 or 10 bytes, 4 more for a page's mask), so
a cut may fall into a header, into a frame, or between two; both directions count against the same length.
"""

import json
from types import TracebackType
from typing import Any, Self

from tests.support.sockets import LiveSocket


class Cut(ConnectionError):
    """The wire is dead."""


def wire_length(text: str, *, masked: bool) -> int:
    """How many bytes a text frame is."""
    size = len(text.encode())
    return size + (2 if size < 126 else 4 if size < 65_536 else 10) + (4 if masked else 0)


class CutSocket:
    """A page's socket over a wire that dies after `most` bytes; None: never."""

    def __init__(self, live: LiveSocket, most: int | None) -> None:
        self._live = live
        self._left = most
        #: Bytes that went over it.
        self.passed = 0

    async def __aenter__(self) -> Self:
        await self._live.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._live.__aexit__(kind, error, trace)

    async def say(self, **frame: Any) -> None:
        """Raises Cut if the server never gets it whole."""
        text = json.dumps(frame)
        self._spend(wire_length(text, masked=True))
        await self._live.say_raw(text)

    async def hear(self) -> dict[str, Any]:
        """The next whole frame. Raises Cut, and ConnectionError if the server closed it."""
        text = await self._live.hear_raw()
        self._spend(wire_length(text, masked=False))
        frame: dict[str, Any] = json.loads(text)
        return frame

    def is_silent(self) -> bool:
        return self._live.is_silent()

    def _spend(self, size: int) -> None:
        if self._left is None:
            return
        if size > self._left:
            self.passed += self._left
            self._left = 0
            raise Cut(f"cut after {self.passed} bytes")
        self._left -= size
        self.passed += size
