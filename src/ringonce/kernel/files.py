"""The file store: bytes beside the database, named by their SHA-256.

Bytes are stored before the transaction that names them. A crash leaves at most a file that nothing names,
which the sweep deletes once it is old enough.
"""

import asyncio
import errno
import hashlib
import os
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from ringonce.kernel.secrets import new_token
from ringonce.kernel.sources import Clock
from ringonce.values.errors import DomainError, Kind

CHUNK = 262_144
_DIGEST = re.compile(r"[0-9a-f]{64}")
_INCOMING = "incoming"
_LEAVING = "leaving"


class FileStoreFull(DomainError):
    """There is no room for another file."""

    code = "file-store-full"
    kind = Kind.UNAVAILABLE


class FileMissing(DomainError):
    """The bytes are not in the store."""

    code = "file-missing"
    kind = Kind.MISSING


class FileTooLarge(DomainError):
    """The file is larger than is taken here. Params: most_bytes."""

    code = "attachment-too-large"
    kind = Kind.INVALID


class Incoming(Protocol):
    """Bytes that have arrived and are not yet kept."""

    @property
    def path(self) -> Path:
        """Where they lie meanwhile."""

    @property
    def digest(self) -> str:
        """SHA-256 of what has arrived, in hex."""

    @property
    def size(self) -> int: ...


class FileStore(Protocol):
    """Keeps bytes by their digest. Keeping the same bytes twice keeps them once."""

    async def receive(self, chunks: AsyncIterator[bytes], most_bytes: int) -> Incoming:
        """Take a stream in. Raises FileTooLarge, FileStoreFull, and whatever the stream raises."""

    async def keep(self, path: Path) -> str:
        """Keep a file that lies in the store's room for what arrives; its digest. Durable on return."""

    def make_room(self) -> Path:
        """A path for a file that is being made; nothing is there yet."""

    async def discard(self, path: Path) -> None:
        """Forget a file that arrived and is not wanted; one that is gone already is no fault."""

    async def size_of(self, digest: str) -> int:
        """In bytes. Raises FileMissing."""

    def read(self, digest: str) -> AsyncIterator[bytes]:
        """The bytes, in pieces. Raises FileMissing at the first."""

    async def list_older(self, before: int) -> list[str]:
        """Digests last kept before this instant (ms); also clears away what never finished arriving."""

    async def delete(self, digest: str, before: int) -> bool:
        """Delete a file unless it was kept again since `before`; whether it is gone."""


@dataclass(frozen=True, slots=True)
class _Arrived:
    path: Path
    digest: str
    size: int


class FolderStore:
    """A folder that only its owner may enter. Processes that share a database share the folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        for each in (folder, folder / _INCOMING, folder / _LEAVING):
            each.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def receive(self, chunks: AsyncIterator[bytes], most_bytes: int) -> Incoming:
        path = self.make_room()
        file = await asyncio.to_thread(_create, path)
        try:
            with file:
                arrived = await _take_in(path, file, chunks, most_bytes)
            self._stamp(path)
        except OSError as failed:
            await self.discard(path)
            raise _full(failed) from failed
        except BaseException:
            # A visitor who hangs up leaves nothing behind.
            await self.discard(path)
            raise
        return arrived

    async def keep(self, path: Path) -> str:
        try:
            return await asyncio.to_thread(self._keep, path)
        except OSError as failed:
            raise _full(failed) from failed

    def make_room(self) -> Path:
        # Unguessable, and never a name that somebody sent.
        return self._folder / _INCOMING / new_token()

    async def discard(self, path: Path) -> None:
        await asyncio.to_thread(path.unlink, missing_ok=True)

    async def size_of(self, digest: str) -> int:
        try:
            return (await asyncio.to_thread(self._path(digest).stat)).st_size
        except FileNotFoundError:
            raise FileMissing() from None

    async def read(self, digest: str) -> AsyncIterator[bytes]:
        try:
            file = await asyncio.to_thread(self._path(digest).open, "rb")
        except FileNotFoundError:
            raise FileMissing() from None
        try:
            while piece := await asyncio.to_thread(file.read, CHUNK):
                yield piece
        finally:
            file.close()

    async def list_older(self, before: int) -> list[str]:
        return await asyncio.to_thread(self._list_older, before)

    async def delete(self, digest: str, before: int) -> bool:
        return await asyncio.to_thread(self._delete, digest, before)

    def _path(self, digest: str) -> Path:
        if _DIGEST.fullmatch(digest) is None:
            raise FileMissing()
        return self._folder / digest[:2] / digest

    def _keep(self, path: Path) -> str:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        os.chmod(path, 0o600)
        self._stamp(path)
        final = self._path(digest)
        final.parent.mkdir(exist_ok=True, mode=0o700)
        # Also over the same bytes: the fresh time keeps the sweep away until the row names them.
        path.replace(final)
        _sync_folder(final.parent)
        return digest

    def _stamp(self, path: Path) -> None:
        now = self._clock.now() / 1000
        os.utime(path, (now, now))

    def _list_older(self, before: int) -> list[str]:
        for room in (_INCOMING, _LEAVING):
            for path in (self._folder / room).iterdir():
                if _kept_at(path) < before:
                    path.unlink(missing_ok=True)
        return sorted(
            path.name
            for path in self._folder.glob("[0-9a-f][0-9a-f]/*")
            if _DIGEST.fullmatch(path.name) and _kept_at(path) < before
        )

    def _delete(self, digest: str, before: int) -> bool:
        final, leaving = self._path(digest), self._folder / _LEAVING / digest
        try:
            # Out of the way first: whoever keeps the same bytes from now on keeps a file of their own.
            final.rename(leaving)
        except FileNotFoundError:
            return False
        if _kept_at(leaving) >= before:
            leaving.rename(final)
            return False
        leaving.unlink(missing_ok=True)
        return True


async def _take_in(path: Path, file: BinaryIO, chunks: AsyncIterator[bytes], most_bytes: int) -> _Arrived:
    digest, size = hashlib.sha256(), 0
    async for chunk in chunks:
        size += len(chunk)
        if size > most_bytes:
            raise FileTooLarge(most_bytes=most_bytes)
        digest.update(chunk)
        await asyncio.to_thread(file.write, chunk)
    return _Arrived(path, digest.hexdigest(), size)


def _create(path: Path) -> BinaryIO:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    return os.fdopen(handle, "wb")


def _kept_at(path: Path) -> int:
    with suppress(FileNotFoundError):
        return int(path.stat().st_mtime * 1000)
    # Gone meanwhile: not old.
    return 2**53


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _full(failed: OSError) -> DomainError | OSError:
    return FileStoreFull() if failed.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else failed
