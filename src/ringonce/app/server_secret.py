"""The server's secret: from the settings, else a file only its owner may read, made at the first start."""

import hashlib
import os
from pathlib import Path

from ringonce.kernel.secrets import new_key

FILE = "secret.key"


def load_secret(given: str, folder: Path) -> bytes:
    """32 bytes; with the same setting or file they are the same at every start."""
    if given:
        return hashlib.sha256(given.encode()).digest()
    path = folder / FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    with os.fdopen(handle, "w") as file:
        secret = new_key()
        file.write(secret.hex())
        file.flush()
        os.fsync(file.fileno())
    return secret


def prepare_folder(folder: Path) -> None:
    """Make the data folder; it holds secrets, so others may not look in."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
