"""Images become their pixels: decoded and written anew by a process of their own, bounded in time and memory.

One process for one image: starting it costs about a tenth of a second, nothing lies in memory between two,
and an image that breaks its decoder ends with it.
"""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ringonce.chat.media import GIF, JPEG, PNG, WEBP, Media
from ringonce.values.errors import DomainError, Kind

#: Seconds until an image is given up.
PATIENCE: Final = 25.0
#: How many images a server decodes at once; the others wait.
AT_ONCE: Final = 1
WAITING_MOST: Final = 32
PIXELS_MOST: Final = 64_000_000
PREVIEW_TYPE: Final = "image/webp"

#: Run, never imported: the server itself holds no image decoder.
PROGRAM: Final = Path(__file__).with_name("reencode.py")
_UNREADABLE: Final = 3
_FORMATS: Final = {PNG: "PNG", JPEG: "JPEG", WEBP: "WEBP", GIF: "GIF"}


class ImageUnreadable(DomainError):
    """The image is broken, or is not what its first bytes say."""

    code = "image-unreadable"
    kind = Kind.INVALID


class ImageTooLarge(DomainError):
    """The image has more pixels than are decoded here. Params: most_pixels."""

    code = "image-too-large"
    kind = Kind.INVALID

    def __init__(self) -> None:
        super().__init__(most_pixels=PIXELS_MOST)


class ImagesBusy(DomainError):
    """Too many images wait already. Params: retry_after."""

    code = "images-busy"
    kind = Kind.LIMITED


@dataclass(frozen=True, slots=True)
class Redrawn:
    """An image written anew."""

    width: int
    height: int
    has_preview: bool


class Redrawer:
    """Redraws images, a few at a time."""

    def __init__(self, *, program: Path | None = None, patience: float = PATIENCE) -> None:
        self._program = program or PROGRAM
        self._patience = patience
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def redraw(self, media: Media, source: Path, target: Path, preview: Path) -> Redrawn:
        """Write an image's pixels to `target`, and a small one to `preview` where that is smaller.

        Raises ImageUnreadable, ImageTooLarge, ImagesBusy.
        """
        if self._waiting >= WAITING_MOST:
            raise ImagesBusy(retry_after=5)
        self._waiting += 1
        try:
            async with self._places:
                return await self._run(_FORMATS[media], source, target, preview)
        finally:
            self._waiting -= 1

    async def _run(self, kind: str, source: Path, target: Path, preview: Path) -> Redrawn:
        # -I: neither the folder we stand in nor a variable says what is imported.
        child = await asyncio.create_subprocess_exec(
            *(
                sys.executable,
                "-I",
                str(self._program),
                kind,
                str(PIXELS_MOST),
                str(source),
                str(target),
                str(preview),
            ),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        try:
            async with asyncio.timeout(self._patience):
                said, _ = await child.communicate()
        except TimeoutError:
            raise ImageTooLarge() from None
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if child.returncode == _UNREADABLE:
            raise ImageUnreadable()
        if child.returncode != 0:
            # Ended by one of its bounds.
            raise ImageTooLarge()
        width, height, has_preview = said.split()
        return Redrawn(int(width), int(height), has_preview == b"1")
