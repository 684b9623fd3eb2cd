"""The import contracts catch what they are for: a copy of the tree with one breach of each kind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.repository import ROOT

LINT = Path(sys.executable).parent / "lint-imports"

# file -> what is appended to it, and a text that the report of the breach must hold.
BREACHES = [
    ("availability/breach.py", "import time", "ringonce.availability.breach -> time"),
    (
        "kernel/breach.py",
        "def f():\n    from ringonce.web import app\n    return app",
        "ringonce.kernel.breach -> ringonce.web.app",
    ),
    (
        "identity/breach.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ringonce.web import problems",
        "ringonce.identity.breach -> ringonce.web.problems",
    ),
    (
        "chat/breach.py",
        "from ringonce.booking import model",
        "ringonce.chat.breach -> ringonce.booking.model",
    ),
    (
        "booking/breach.py",
        "from ringonce.contacts import store",
        "ringonce.booking.breach -> ringonce.contacts.store",
    ),
    ("desk/breach.py", "import litestar", "ringonce.desk.breach -> litestar"),
    ("desk/model.py", "from ringonce.kernel import db", "ringonce.desk.model -> ringonce.kernel.db"),
    ("stranger/__init__.py", "", "ringonce.stranger"),
    ("insight/first.py", "from ringonce.insight import second", "No cycles are allowed in ringonce.insight"),
    ("insight/second.py", "from ringonce.insight import first", "No cycles are allowed in ringonce.insight"),
]


def report_of(folder: Path) -> tuple[int, str]:
    """What import-linter says about a tree; its lines joined, so that none breaks in the middle of a name."""
    answer = subprocess.run(
        [LINT, "--no-cache", "--config", folder / ".importlinter"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.returncode, answer.stdout


@pytest.fixture(scope="module")
def breached(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("tree")
    python = shutil.ignore_patterns("assets", "__pycache__", "*.json", "*.html", "*.css")
    shutil.copytree(ROOT / "src/ringonce", folder / "ringonce", ignore=python)
    shutil.copy(ROOT / ".importlinter", folder)
    for name, text, _ in BREACHES:
        file = folder / "ringonce" / name
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(text + "\n")
    status, report = report_of(folder)
    assert status != 0, report
    return report


@pytest.mark.parametrize("expected", [expected for _, _, expected in BREACHES[:-1]])
def test_a_breach_is_named(breached: str, expected: str) -> None:
    assert expected in breached
