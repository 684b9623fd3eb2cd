"""The scripts are what a machine without anything but Python can start."""

import json
import os
import subprocess
from pathlib import Path

import pytest

import frontend
import house
import machine
from tests.rules.repository import ROOT

SCRIPTS = ["demo", "serve", "test", "check", "bench", "prove"]


@pytest.mark.parametrize("path", [*(f"scripts/{name}" for name in SCRIPTS), ".ci/run"])
def test_a_script_is_plain_sh_and_may_be_run(path: str) -> None:
    assert os.access(ROOT / path, os.X_OK)
    assert (ROOT / path).read_text().startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", ROOT / path], check=False).returncode == 0


def test_without_python_a_script_says_what_to_do(tmp_path: Path) -> None:
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    answer = subprocess.run(
        ["/bin/sh", ROOT / "scripts/demo"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "needs Python 3.11 or newer" in answer.stderr


def test_an_unknown_proof_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "prepare", lambda group: None)
    monkeypatch.setattr(house, "build_front_end", lambda: None)
    with pytest.raises(SystemExit, match="No such proof: nonsense"):
        house.prove(["nonsense"])


def test_a_failed_step_is_named_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []

    def step(name: str, status: int) -> int:
        ran.append(name)
        return status

    steps = [("one", lambda: step("one", 1)), ("two", lambda: step("two", 0))]
    assert house.run_all(steps) == 1
    assert ran == ["one", "two"]
    assert "1 of 2 failed" in capsys.readouterr().err
    assert house.run_all(steps[1:]) == 0


def test_assets_are_stale_when_a_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, assets = tmp_path / "frontend", tmp_path / "assets"
    for folder in (source / "node_modules", assets, tmp_path / "messages"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(frontend, "REPOSITORY", tmp_path)
    monkeypatch.setattr(frontend, "FRONTEND", source)
    monkeypatch.setattr(frontend, "CATALOGUE", tmp_path / "messages")
    monkeypatch.setattr(frontend, "ASSETS", assets)
    monkeypatch.setattr(frontend, "STAMP", assets / "sources.sha256")
    (source / "main.ts").write_text("1")
    assert not frontend.is_fresh()
    (assets / "manifest.json").write_text("{}")
    frontend.STAMP.write_text(frontend.digest_of_sources())
    assert frontend.is_fresh()
    (source / "node_modules" / "x.js").write_text("not a source")
    assert frontend.is_fresh()
    (source / "main.ts").write_text("2")
    assert not frontend.is_fresh()


def test_a_home_that_cannot_be_written_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "CACHE", tmp_path)
    monkeypatch.setenv("HOME", "")
    assert machine.environment()["HOME"] == str(tmp_path / "home")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert machine.environment()["HOME"] == str(tmp_path)


def test_the_lock_file_knows_every_workspace() -> None:
    """`npm ci` refuses otherwise, and only a fresh clone would notice."""
    locked = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    for path in sorted((ROOT / "frontend").glob("*/*/package.json")):
        if path.parts[-3] not in ("packages", "apps"):
            continue
        wanted = json.loads(path.read_text())
        held = locked.get(path.parent.relative_to(ROOT / "frontend").as_posix(), {})
        for kind in ("dependencies", "devDependencies"):
            assert held.get(kind, {}) == wanted.get(kind, {}), (
                f"run npm install in frontend/ for {wanted['name']}"
            )
        assert held.get("name") == wanted["name"]
