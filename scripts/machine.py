"""Brings this machine to where the product runs: packages and browsers. Safe to repeat."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
CACHE = REPOSITORY / ".cache"
VENV = REPOSITORY / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ringonce-packages"
# The lock file says "a week old at most" in words that older releases cannot read.
OLDEST_UV = (0, 10)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX = ("firefox-esr", "firefox")
#: WebKit is steered by its driver on a screen that nobody sees; both come from the system's packages alone.
WEBKIT = ("WebKitWebDriver",)
SCREEN = ("Xvfb",)
FROM_APT = {
    "chromium": "chromium",
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver",
    "screen": "xvfb",
}
NAMES = {"chromium": CHROMIUM, "firefox": FIREFOX, "webkit": WEBKIT, "screen": SCREEN}
#: What Playwright can bring itself where the system has no package.
BY_PLAYWRIGHT = frozenset({"chromium", "firefox"})
FONTS = ("fonts-noto-core", "fonts-noto-cjk")


def say(words: str) -> None:
    """One line of progress."""
    print(f"==> {words}", file=sys.stderr, flush=True)


def environment() -> dict[str, str]:
    """The environment of every child: the source tree on the path, a home that exists."""
    kept = dict(os.environ)
    kept["PYTHONPATH"] = os.pathsep.join(
        [
            *map(str, (REPOSITORY / "src", REPOSITORY, REPOSITORY / "scripts")),
            *filter(None, [kept.get("PYTHONPATH")]),
        ]
    )
    kept["VIRTUAL_ENV"] = str(VENV)
    kept["UV_PYTHON_DOWNLOADS"] = "never"
    home = kept.get("HOME", "")
    if os.name != "nt" and not (home and os.access(home, os.W_OK)):
        kept["HOME"] = str(CACHE / "home")
        Path(kept["HOME"]).mkdir(parents=True, exist_ok=True)
    return kept


def prepare(group: str) -> None:
    """Python packages in .venv, as uv.lock has them: those that run, and a group of pyproject.toml."""
    there = STAMP.read_text() if STAMP.is_file() and PYTHON.exists() else ""
    # The development packages hold all others.
    if there in (_mark("dev"), _mark(group)):
        return
    CACHE.mkdir(exist_ok=True)
    say("installing the Python packages (a minute or two the first time)")
    uv = _find_uv()
    if uv is None:
        _install_by_pip(group)
    else:
        sync = [uv, "sync", "--frozen", "--no-install-project", "--quiet", "--python", sys.executable]
        options = ["--inexact", "--no-default-groups", "--group", group]
        _must([*sync, *options], "The Python packages could not be installed; the lines above say why.")
    STAMP.write_text(_mark(group))


def _mark(group: str) -> str:
    """Names what .venv holds when this group is installed."""
    lock = (REPOSITORY / "uv.lock").read_bytes() + sys.version.encode()
    return f"{hashlib.sha256(lock).hexdigest()[:16]}-{group}"


def _find_uv() -> str | None:
    """uv on the path when it is new enough, else our own in the cache; None where it cannot be had."""
    ours = CACHE / "tools" / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    for candidate in (shutil.which("uv"), str(ours)):
        if candidate and _version_of(candidate) >= OLDEST_UV:
            return candidate
    say("installing uv")
    folder = CACHE / "tools"
    _make_venv(folder)
    pip = [
        str(ours.parent / PYTHON.name),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "uv",
    ]
    if (
        subprocess.run(pip, env=environment(), check=False).returncode != 0
        or _version_of(str(ours)) < OLDEST_UV
    ):
        say("uv cannot be had here: plain pip is used, without the lock file")
        return None
    return str(ours)


def _version_of(uv: str) -> tuple[int, int]:
    try:
        answer = subprocess.run(
            [uv, "--version"], capture_output=True, text=True, check=False, env=environment()
        )
    except OSError:
        return (0, 0)
    found = re.search(r"(\d+)\.(\d+)", answer.stdout) if answer.returncode == 0 else None
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _make_venv(folder: Path) -> None:
    """A virtual environment with pip; Debian keeps the means in a package of its own."""
    make = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(make, env=environment(), check=False, stdout=subprocess.DEVNULL).returncode == 0:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if _may_use_apt():
        say(f"installing {package} from the system's packages")
        _apt(package)
        if subprocess.run(make, env=environment(), check=False).returncode == 0:
            return
    sys.exit(
        f"This Python cannot make virtual environments. Type and run again:\n    apt-get install {package}"
    )


def _may_use_apt() -> bool:
    return os.name != "nt" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*packages: str) -> None:
    silent = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for words in (["apt-get", "update", "-qq"], install):
        subprocess.run(words, check=False, stdout=subprocess.DEVNULL, env=silent)


def _install_by_pip(group: str) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = list(project["project"]["dependencies"])
    for entry in groups[group]:
        wanted.extend([entry] if isinstance(entry, str) else groups[entry["include-group"]])
    if not PYTHON.exists():
        _make_venv(VENV)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    _must(pip, "The Python packages could not be installed; the lines above say why.")


def ensure_browsers() -> None:
    """Chromium, Firefox, WebKit: installed, else the system's packages, else Playwright's, else a word."""
    missing = _missing()
    if not missing:
        return
    packages = [*(FROM_APT[name] for name in missing), *FONTS]
    if _may_use_apt():
        say(f"installing {', '.join(missing)} from the system's packages")
        _apt(*packages)
        missing = _missing()
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    by_playwright = [name for name in missing if name in BY_PLAYWRIGHT]
    if by_playwright:
        say(f"downloading {' and '.join(by_playwright)} for Playwright")
        download = [str(PYTHON), "-m", "playwright", "install", *by_playwright]
        if subprocess.run(download, env=environment(), check=False).returncode == 0:
            (CACHE / "playwright-browsers").write_text(" ".join(by_playwright))
            missing = _missing()
    if missing:
        sys.exit(f"The browser tests need {', '.join(missing)}. Type this and run again:\n    {line}")


def _missing() -> list[str]:
    has_downloads = (CACHE / "playwright-browsers").is_file()
    return [
        name
        for name, found in NAMES.items()
        if not _any_of(found) and not (has_downloads and name in BY_PLAYWRIGHT)
    ]


def _any_of(names: Sequence[str]) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def _must(command: Sequence[str], otherwise: str) -> None:
    if subprocess.run(list(command), cwd=REPOSITORY, env=environment(), check=False).returncode != 0:
        sys.exit(otherwise)
