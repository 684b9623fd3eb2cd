"""Writes the parts of docs/reference that the program itself knows: errors, facts, settings, commands.

Run it in the venv to write them; tests/rules/test_docs.py fails when a file is not what it would write.
"""

import ast
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import ringonce
from ringonce.app.settings import Settings, variable_of
from ringonce.cli.main import main as command_line
from ringonce.values.errors import DomainError
from ringonce.web.failures import CODE_OF_STATUS
from ringonce.web.messages import words_for
from ringonce.web.problems import STATUS, STATUS_OF_CODE

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/reference"
MADE = "<!-- Made by scripts/reference.py from the program: do not edit. -->"


def product_modules() -> Iterator[str]:
    """Every module of the product, imported."""
    for found in pkgutil.walk_packages(ringonce.__path__, "ringonce."):
        if ".migrations." not in found.name and not found.name.endswith("__main__"):
            import_module(found.name)
            yield found.name


def error_classes() -> dict[str, type[DomainError]]:
    """The class of each code; of several with one code, the first defined."""
    found: dict[str, type[DomainError]] = {}
    waiting: list[type[DomainError]] = [DomainError]
    list(product_modules())
    while waiting:
        kind = waiting.pop(0)
        waiting.extend(kind.__subclasses__())
        if kind.__module__.startswith("ringonce.") and "code" in kind.__dict__ and hasattr(kind, "kind"):
            found.setdefault(kind.code, kind)
    return dict(sorted(found.items()))


def plain_codes() -> dict[str, int]:
    """Codes of HTTP itself: what the framework refuses, and what the edge answers without a domain error."""
    found = {code: status for status, code in sorted(CODE_OF_STATUS.items(), reverse=True)}
    for path in sorted((ROOT / "src/ringonce/web").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == "plain_problem" and isinstance(node, ast.Call):
                words = [word.value for word in node.args[:2] if isinstance(word, ast.Constant)]
                if len(words) == 2:
                    found[str(words[1])] = int(str(words[0]))
    return {code: found[code] for code in sorted(found) if code not in error_classes()}


def all_codes() -> list[str]:
    """Every code that an answer can carry."""
    return sorted({*error_classes(), *plain_codes()})


def says(thing: object) -> str:
    """A docstring of its own, on one line."""
    own = thing.__dict__.get("__doc__") if inspect.isclass(thing) else getattr(thing, "__doc__", "")
    text = inspect.cleandoc(own or "")
    return "" if text.startswith(f"{getattr(thing, '__name__', '')}(") else " ".join(text.split())


def errors() -> str:
    words = words_for("en")
    lines = [
        "# Errors",
        MADE,
        "",
        "Every refusal is a problem document (RFC 9457) with a stable `code`. A final refusal is stored with",
        "the key and given again, byte for byte; after any other the same key may be sent again.",
    ]
    classes, plain = error_classes(), plain_codes()
    for code in all_codes():
        kind = classes.get(code)
        status = STATUS_OF_CODE.get(code, STATUS[kind.kind]) if kind else plain[code]
        final = "final" if kind and kind.final else "not final: the same key may try again"
        title = words.find(f"problem.{code}.title") or ""
        detail = words.find(f"problem.{code}.detail") or ""
        lines += ["", f"## {code}", "", f"Status {status}, {final}."]
        shown = f"**{title}** {detail}".strip() if title else ""
        lines += ["", *(line for line in (shown, says(kind) if kind else "") if line)]
    return "\n".join(lines) + "\n"


def fact_classes() -> dict[str, type[Any]]:
    """Every fact that the log can hold: the concrete dataclasses of the features' `events`."""
    found: dict[str, type[Any]] = {}
    for name in product_modules():
        if not name.endswith("events"):
            continue
        for kind in vars(import_module(name)).values():
            is_fact = inspect.isclass(kind) and is_dataclass(kind) and hasattr(kind, "to_refs")
            if is_fact and kind.__module__ == name and not kind.__subclasses__():
                found[kind.__name__] = kind
    return dict(sorted(found.items()))


def facts() -> str:
    lines = [
        "# Facts",
        MADE,
        "",
        "What the log of a workspace holds: past facts with ids and numbers, never a person's words.",
    ]
    for name, kind in fact_classes().items():
        names = ", ".join(f"`{each.name}`" for each in fields(kind))
        lines += [
            "",
            f"## {name}",
            "",
            says(kind) or says(kind.__mro__[1]),
            "",
            f"Refers to: {names or 'nothing'}.",
        ]
    return "\n".join(lines) + "\n"


def settings() -> str:
    lines = [
        "# Settings",
        MADE,
        "",
        "A flag wins over the environment, the environment over the default.",
        "",
        "| environment | flag | default | what it is |",
        "|---|---|---|---|",
    ]
    for each in fields(Settings):
        flag = f"`{each.metadata['flag']}`" if each.metadata.get("flag") else ""
        default = f"`{each.default}`" if each.default not in ("", None) else ""
        lines.append(f"| `{variable_of(each.name)}` | {flag} | {default} | {each.metadata['says']} |")
    return "\n".join(lines) + "\n"


def command_paths(command: click.Command, path: str = "ringonce") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from command_paths(command.commands[name], f"{path} {name}")


def commands() -> str:
    lines = ["# Commands", MADE]
    for path, command in command_paths(command_line):
        lines += ["", f"## {path}", "", " ".join((command.help or "").split())]
        rows = [row for each in command.params if (row := _parameter(each))]
        lines += ["", "| parameter | what it is |", "|---|---|", *rows] if rows else []
    return "\n".join(lines) + "\n"


def _parameter(each: click.Parameter) -> str:
    if isinstance(each, click.Option):
        if "--help" in each.opts or "--version" in each.opts:
            return ""
        return f"| `{', '.join([*each.opts, *each.secondary_opts])}` | {each.help or ''} |"
    return f"| `{each.human_readable_name}` | |"


PAGES: dict[str, Callable[[], str]] = {
    "errors.md": errors,
    "facts.md": facts,
    "settings.md": settings,
    "commands.md": commands,
}


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
