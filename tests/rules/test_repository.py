"""The repository keeps the house rules and the import contracts."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.rules.checks import RULES_FOR_PYTHON, Rule, imported, machine_traces
from tests.rules.repository import ROOT, files, python_files, read, text_files

# Used by name (uvicorn's loop, parser and sockets) or read as files (the zones).
NOT_IMPORTED = {"uvloop", "httptools", "websockets", "tzdata"}


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
        if not path.startswith("src/ringonce/"):
            continue
        layer, _, name = path.removeprefix("src/ringonce/").partition("/")
        if layer in ("kernel", "migrations") or not name.endswith(("store.py", "tables.py")):
            continue
        module = f"ringonce.{layer}.{name.removesuffix('.py')}"
        assert f"\n    {module}\n" in contracts, f"{module} is not protected in .importlinter"


def test_every_test_folder_is_collected() -> None:
    folders = {Path(path).parent for path in files() if path.startswith("tests/") and path.endswith(".py")}
    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


def test_what_runs_is_asked_for_and_what_is_asked_for_runs() -> None:
    """Development packages lie in the same venv: an import of one would work here and nowhere else."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = {re.split(r"[^A-Za-z0-9-]", each)[0].lower() for each in project["dependencies"]}
    homes = packages_distributions()
    used: set[str] = set()
    for path in python_files():
        if path.startswith("src/"):
            for _, name in imported(ast.parse(read(path))):
                used |= {home.lower() for home in homes.get(name.split(".")[0], [])}
    # Jinja2's own type for markup, which comes with it.
    used -= {"ringonce", "markupsafe"}
    assert used <= wanted
    assert wanted - used <= NOT_IMPORTED
