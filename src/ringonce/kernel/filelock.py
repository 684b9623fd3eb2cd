"""A lock beside the database file: a second process is refused with a sentence, not starved."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class DatabaseInUse(Exception):
    """Another process writes this file."""


class FileLock:
    """Holds `<database>.lock`; the system lets go of it when the process ends, however it ends.

    Raises DatabaseInUse when somebody else holds it.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _take(handle)
        except OSError as taken:
            holder = os.read(handle, 32).decode(errors="replace").strip()
            os.close(handle)
            raise DatabaseInUse(
                f"{database} is in use by another Ringonce process"
                + (f" (process {holder})" if holder else "")
                + ". Stop it first, or give several processes one PostgreSQL: --database postgresql://..."
            ) from taken
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        self._handle: int | None = handle

    def release(self) -> None:
        """Let go. The file stays: removing it would let two processes lock two different files."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
