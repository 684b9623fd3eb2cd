"""The documentation says what the program does: codes, facts, settings, commands, and every path it names."""

import re
import tomllib
from pathlib import Path, PurePosixPath

import click
import pytest

import reference
from ringonce.cli.main import main as command_line
from ringonce.web.messages import locales, words_for
from tests.rules.repository import ROOT, files, read

MARKDOWN = [path for path in files() if path.endswith(".md")]


@pytest.mark.parametrize("name", sorted(reference.PAGES))
def test_the_reference_is_what_the_program_says(name: str) -> None:
    committed = ROOT / "docs/reference" / name
    assert committed.exists(), f"{name}: run `python scripts/reference.py` in the venv"
    assert committed.read_text(encoding="utf-8") == reference.PAGES[name](), (
        f"docs/reference/{name} is behind the program: run `python scripts/reference.py` in the venv"
    )


def test_the_reference_knows_what_there_is() -> None:
    """The registries are found by introspection: they must not come back empty."""
    assert {"slot-taken", "hold-expired", "key-reused", "in-flight"} <= reference.error_classes().keys()
    assert {"not-found", "internal"} <= set(reference.all_codes())
    assert "internal" in reference.plain_codes()
    assert {"BookingConfirmed", "HoldGranted"} <= reference.fact_classes().keys()
    assert {"ringonce serve", "ringonce demo"} <= {path for path, _ in reference.command_paths(command_line)}


@pytest.mark.parametrize("locale", locales())
def test_every_error_has_words(locale: str) -> None:
    words = words_for(locale)
    silent = [code for code in reference.all_codes() if f"problem.{code}.title" not in words.keys()]
    assert silent == []


def undocumented(commands: dict[str, click.Command]) -> list[str]:
    """Commands and options without a word about what they are for."""
    found = [path for path, command in commands.items() if not command.help]
    for path, command in commands.items():
        options = (each for each in command.params if isinstance(each, click.Option) and not each.hidden)
        found += [f"{path} {option.opts[0]}" for option in options if not option.help]
    return found


def test_every_command_and_option_says_what_it_is_for() -> None:
    assert undocumented(dict(reference.command_paths(command_line))) == []


def test_a_silent_option_is_named() -> None:
    silent = click.Command("x", params=[click.Option(["--quick"])], help="Does x.")
    assert undocumented({"ringonce x": silent}) == ["ringonce x --quick"]


def commands_named(text: str) -> set[str]:
    """`ringonce …` and `scripts/…` as a reader would type them, from code blocks and inline code."""
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.S) + re.findall(r"`([^`\n]+)`", text)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return {line for line in lines if re.match(r"(ringonce [a-z]|(\./)?scripts/[a-z])", line)}


def unknown_commands(text: str) -> list[str]:
    """Commands of a text that do not exist."""
    known = {path for path, _ in reference.command_paths(command_line)}
    found = []
    for line in commands_named(text):
        if line.startswith("ringonce "):
            words = re.match(r"ringonce(?: [a-z][a-z-]*)+", line)
            if not words or not any(
                words[0] == path or words[0].startswith(f"{path} ") for path in known - {"ringonce"}
            ):
                found.append(line)
        elif not (ROOT / line.removeprefix("./").split()[0]).exists():
            found.append(line)
    return found


@pytest.mark.parametrize("path", [path for path in MARKDOWN if not path.startswith("docs/decisions/")])
def test_commands_named_in_the_docs_exist(path: str) -> None:
    assert unknown_commands(read(path)) == []


def test_an_unknown_command_is_named() -> None:
    text = "Type `ringonce fly` or `scripts/fly`, then `ringonce version`."
    assert sorted(unknown_commands(text)) == ["ringonce fly", "scripts/fly"]


def dead_links(path: str, text: str) -> list[str]:
    """Relative links that lead nowhere."""
    found = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        place = (ROOT / PurePosixPath(path).parent / target.split("#")[0]).resolve()
        if not place.exists() or not place.is_relative_to(ROOT):
            found.append(target)
    return found


@pytest.mark.parametrize("path", MARKDOWN)
def test_links_lead_somewhere(path: str) -> None:
    assert dead_links(path, read(path)) == []


def test_a_dead_link_is_named() -> None:
    assert dead_links(
        "docs/x.md", "[a](reference/none.md) [b](../pyproject.toml) [c](https://example.org)"
    ) == ["reference/none.md"]


def missing_tests(text: str) -> list[str]:
    """Tests that a text names and that do not exist."""
    found = []
    for path, name in re.findall(r"(tests/[\w/]+\.py)::(\w+)", text):
        source = ROOT / path
        if not source.exists() or not re.search(rf"^(async )?def {name}\(", source.read_text("utf-8"), re.M):
            found.append(f"{path}::{name}")
    return found


@pytest.mark.parametrize("path", MARKDOWN)
def test_tests_named_in_the_docs_exist(path: str) -> None:
    assert missing_tests(read(path)) == []


def test_a_missing_test_is_named() -> None:
    here = "tests/rules/test_docs.py"
    text = f"`{here}::test_nothing` and `{here}::test_a_missing_test_is_named`"
    assert missing_tests(text) == [f"{here}::test_nothing"]


def test_every_race_stands_in_the_list() -> None:
    listed = read("docs/explanation/races.md")
    races = [path for path in files() if path.startswith("tests/races/test_")]
    names = [name for path in races for name in re.findall(r"^async def (test_\w+)", read(path), re.M)]
    assert [name for name in names if f"::{name}`" not in listed] == []


def test_every_decision_has_the_same_parts() -> None:
    decisions = sorted(path for path in MARKDOWN if re.match(r"docs/decisions/\d{4}-", path))
    assert [int(Path(path).name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        for part in ("## Question", "## Decision", "## Why", "## Price", "## Held by"):
            assert part in read(path), f"{path} lacks {part}"


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = {re.split(r"[^A-Za-z0-9-]", each)[0].lower() for each in project["dependencies"]}
    rows = [
        line for line in read("docs/decisions/0006-dependencies.md").splitlines() if line.startswith("| ")
    ]
    listed = {name.strip().lower() for row in rows for name in row.split("|")[1].split(",")}
    assert wanted <= listed
    assert all(len([cell for cell in row.split("|") if cell.strip()]) == 5 for row in rows)
