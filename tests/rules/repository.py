"""The files that the rules read: what git has or would take."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".png", ".jpg", ".ico", ".woff2", ".gz", ".sqlite3", ".pdf", ".webp"}


@cache
def files() -> tuple[str, ...]:
    """Paths relative to the root, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(sorted(name for name in set(listed.split("\0")) if name and (ROOT / name).is_file()))


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def python_files() -> list[str]:
    return [path for path in files() if path.endswith(".py")]


def text_files() -> list[str]:
    return [path for path in files() if Path(path).suffix not in BINARY]
