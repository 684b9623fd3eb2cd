"""The repository keeps the house rules and the import contracts."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.checks import RULES_FOR_PYTHON, Rule, machine_traces
from tests.rules.repository import ROOT, files, python_files, read, text_files


@pytest.mark.parametrize("rule", RULES_FOR_PYTHON, ids=lambda rule: rule.__name__)
def test_python_keeps_the_rule(rule: Rule) -> None:
    assert [line for path in python_files() for line in rule(path, read(path))] == []


def test_no_traces_of_a_machine() -> None:
    assert [line for path in text_files() for line in machine_traces(path, read(path))] == []


def test_imports_point_down() -> None:
    """The contracts of .importlinter; `lint-imports` prints the path of a breach."""
    answer = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout[-4000:]


def test_every_store_is_protected() -> None:
    contracts = read(".importlinter")
    for path in files():
        layer, _, name = path.removeprefix("src/ringonce/").partition("/")
        if layer in ("kernel", "migrations") or not name.endswith(("store.py", "tables.py")):
            continue
        module = f"ringonce.{layer}.{name.removesuffix('.py')}"
        assert f"\n    {module}\n" in contracts, f"{module} is not protected in .importlinter"


def test_every_test_folder_is_collected() -> None:
    folders = {Path(path).parent for path in files() if path.startswith("tests/") and path.endswith(".py")}
    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []
