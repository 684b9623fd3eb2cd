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
FROM_APT = {"chromium": "chromium", "firefox": "firefox-esr"}
FONTS = ("fonts-noto-core", "fonts-noto-cjk")


def say(words: str) -> None:
    """One line of progress."""
    print(f"==> {words}", file=sys.stderr, flush=True)


def environment() -> dict[str, str]:
    """The environment of every child: the source tree on the path, a home that exists."""
    kept = dict(os.environ)
    kept["PYTHONPATH"] = os.pathsep.join(
        [str(REPOSITORY / "src"), str(REPOSITORY), *filter(None, [kept.get("PYTHONPATH")])]
    )
    kept["VIRTUAL_ENV"] = str(VENV)
    kept["UV_PYTHON_DOWNLOADS"] = "never"
    home = kept.get("HOME", "")
    if os.name != "nt" and not (home and os.access(home, os.W_OK)):
        kept["HOME"] = str(CACHE / "home")
        Path(kept["HOME"]).mkdir(parents=True, exist_ok=True)
    return kept


def prepare(groups: Sequence[str]) -> None:
    """Python packages in .venv, exactly as uv.lock has them; nothing to do when they are there."""
    wanted = _wanted(groups)
    if STAMP.is_file() and PYTHON.exists() and wanted & set(STAMP.read_text().split()):
        return
    CACHE.mkdir(exist_ok=True)
    say("installing the Python packages (a minute or two the first time)")
    uv = _find_uv()
    if uv is None:
        _install_by_pip(groups)
    else:
        options = [
            "--inexact",
            "--no-default-groups",
            *(word for name in groups for word in ("--group", name)),
        ]
        command = [
            uv,
            "sync",
            "--frozen",
            "--no-install-project",
            "--quiet",
            "--python",
            sys.executable,
            *options,
        ]
        _must(command, "The Python packages could not be installed; the lines above say why.")
    STAMP.write_text(" ".join(sorted(wanted)))


def _wanted(groups: Sequence[str]) -> set[str]:
    """Marks of what satisfies these groups: the development packages hold all others."""
    lock = hashlib.sha256((REPOSITORY / "uv.lock").read_bytes() + sys.version.encode()).hexdigest()[:16]
    return {f"{lock}-dev", *(f"{lock}-{name}" for name in groups)} if "dev" not in groups else {f"{lock}-dev"}


def _find_uv() -> str | None:
    """uv on the path when it is new enough, else our own in the cache; None where it cannot be had."""
    ours = CACHE / "tools" / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    for candidate in (shutil.which("uv"), str(ours)):
        if candidate and _version_of(candidate) >= OLDEST_UV:
            return candidate
    say("installing uv")
    folder = CACHE / "tools"
    made = subprocess.run([sys.executable, "-m", "venv", str(folder)], env=environment(), check=False)
    if made.returncode != 0:
        _refuse_without_venv()
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


def _refuse_without_venv() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    sys.exit(
        "This Python cannot make virtual environments. On Debian and Ubuntu type:\n"
        f"    apt-get install python{version}-venv\nand run this again."
    )


def _install_by_pip(groups: Sequence[str]) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for name in groups:
        for entry in project["dependency-groups"][name]:
            inner = (
                [entry] if isinstance(entry, str) else project["dependency-groups"][entry["include-group"]]
            )
            wanted.extend(inner)
    if not PYTHON.exists():
        _must([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    _must(pip, "The Python packages could not be installed; the lines above say why.")


def ensure_browsers() -> None:
    """Chromium and Firefox: installed ones, else the system's packages, else Playwright's, else a word."""
    missing = [name for name, found in (("chromium", CHROMIUM), ("firefox", FIREFOX)) if not _any_of(found)]
    if not missing or (CACHE / "playwright-browsers").is_file():
        return
    packages = [FROM_APT[name] for name in missing]
    line = f"apt-get install -y --no-install-recommends {' '.join([*packages, *FONTS])}"
    if os.name != "nt" and os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"installing {' and '.join(missing)} from the system's packages")
        silent = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
        for words in ("apt-get update -qq", line):
            subprocess.run(words.split(), check=False, stdout=subprocess.DEVNULL, env=silent)
        missing = [name for name in missing if not _any_of(CHROMIUM if name == "chromium" else FIREFOX)]
        if not missing:
            return
    say(f"downloading {' and '.join(missing)} for Playwright")
    download = [str(PYTHON), "-m", "playwright", "install", *missing]
    if subprocess.run(download, env=environment(), check=False).returncode == 0:
        (CACHE / "playwright-browsers").write_text(" ".join(missing))
        return
    sys.exit(f"The browser tests need {' and '.join(missing)}. Type this and run again:\n    {line}")


def _any_of(names: Sequence[str]) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def _must(command: Sequence[str], otherwise: str) -> None:
    if subprocess.run(list(command), cwd=REPOSITORY, env=environment(), check=False).returncode != 0:
        sys.exit(otherwise)
