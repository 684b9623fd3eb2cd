"""The house rules that no tool knows: each takes a file's path and text and says what is wrong, line by line.

Paths are relative to the repository, with slashes. Every rule has a good and a bad sample in test_checks.py.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

LINES_AT_MOST = 400
FUNCTION_AT_MOST = 60
BANNED = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc"})
# Fine as a word of the domain (a service can be booked), empty as the name of a file.
BANNED_FILES = BANNED | {"service", "data", "info"}
SQL = frozenset({"sqlalchemy", "alembic"})
# The composition root may know a driver by name, to say in a sentence that its database does not answer.
DRIVERS = frozenset({"sqlite3", "asyncpg"})
OPENERS = frozenset({"begin_nested", "commit", "rollback", "start_transaction"})
BELOW_WEB = frozenset(
    "values availability kernel identity contacts calendars booking chat desk notify insight".split()
)

Rule = Callable[[str, str], list[str]]
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(tree: ast.AST) -> Iterator[_Function]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def package_of(path: str) -> str:
    """The layer a file of the product belongs to; empty elsewhere."""
    parts = PurePosixPath(path).parts
    return parts[2] if len(parts) > 3 and parts[:2] == ("src", "ringonce") else ""


def too_long(path: str, text: str) -> list[str]:
    """Files and functions end before they need a table of contents."""
    found = []
    lines = text.count("\n")
    if lines > LINES_AT_MOST:
        found.append(f"{path}: {lines} lines, at most {LINES_AT_MOST}")
    for function in functions_of(ast.parse(text)):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > FUNCTION_AT_MOST:
            found.append(
                f"{path}:{function.lineno}: {function.name} has {length} lines, at most {FUNCTION_AT_MOST}"
            )
    return found


def banned_names(path: str, text: str) -> list[str]:
    """A name that fits anything says nothing."""
    stem = PurePosixPath(path).stem
    found = [f"{path}: the name {stem!r} says nothing"] if stem.lower() in BANNED_FILES else []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if node.name.strip("_").lower() in BANNED:
            found.append(f"{path}:{node.lineno}: the name {node.name!r} says nothing")
    return found


def filled_init(path: str, text: str) -> list[str]:
    """What a package offers stands in its files, not in its __init__."""
    if PurePosixPath(path).name != "__init__.py" or not text.strip():
        return []
    return [f"{path}: __init__.py is empty"]


def transactions_elsewhere(path: str, text: str) -> list[str]:
    """Only the kernel begins and commits."""
    if package_of(path) in ("", "kernel", "migrations"):
        return []
    return [
        f"{path}:{node.lineno}: .{node.func.attr}() belongs to the kernel"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in OPENERS
    ]


def sql_elsewhere(path: str, text: str) -> list[str]:
    """SQL stands in tables, stores and queries, as Core expressions, and in the kernel."""
    layer, stem = package_of(path), PurePosixPath(path).stem
    if layer in ("", "kernel", "migrations") or re.fullmatch(r"(\w+_)?(store|tables|queries)", stem):
        return []
    refused = SQL if layer in ("app", "cli") else SQL | DRIVERS
    return [
        f"{path}:{line}: {name} belongs to store, queries and tables"
        for line, name in imported(ast.parse(text))
        if name.split(".")[0] in refused
    ]


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and module of every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def caught_all(path: str, text: str) -> list[str]:
    """Below the edge an unexpected exception is a bug and goes up; the outbox outlives its consumers."""
    if package_of(path) not in BELOW_WEB or path.endswith("kernel/outbox.py"):
        return []
    return [
        f"{path}:{node.lineno}: an unexpected exception is a bug and goes up"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler) and _catches_all(node) and not _raises_on(node)
    ]


def _catches_all(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id == "Exception") for kind in caught)


def _raises_on(handler: ast.ExceptHandler) -> bool:
    """Undoing something and raising the same again hides nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def empty_tests(path: str, text: str) -> list[str]:
    """A test that cannot fail is worse than none."""
    if not PurePosixPath(path).name.startswith("test_"):
        return []
    tree = ast.parse(text)
    proving = _proving_functions(tree)
    return [
        f"{path}:{function.lineno}: {function.name} proves nothing"
        for function in functions_of(tree)
        if function.name.startswith("test_") and function.name not in proving
    ]


def _proving_functions(tree: ast.AST) -> set[str]:
    """Functions of a file that assert something, or call one of the file that does."""
    calls = {
        function.name: {_called(node) for node in ast.walk(function) if isinstance(node, ast.Call)}
        for function in functions_of(tree)
    }
    proving = {function.name for function in functions_of(tree) if any(map(_proves, ast.walk(function)))}
    while more := {name for name, called in calls.items() if name not in proving and called & proving}:
        proving |= more
    return proving


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _proves(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return not (isinstance(node.test, ast.Constant) and node.test.value is True)
    if not isinstance(node, ast.Call):
        return False
    called = _called(node)
    return called in ("raises", "fail") or called.startswith(
        ("assert_", "check_", "expect", "must_", "prove_")
    )


def sleeping_tests(path: str, text: str) -> list[str]:
    """A test waits for an event, not for a while."""
    if not path.startswith("tests/") or path.startswith(("tests/support/", "tests/prove/")):
        return []
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        called = _called(node)
        gives_way = bool(node.args) and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
        if called == "wait_for_timeout" or (called == "sleep" and not gives_way):
            found.append(f"{path}:{node.lineno}: a test waits for an event, not for a while")
    return found


def swallowed_cancels(path: str, text: str) -> list[str]:
    """Before Python 3.12 `asyncio.wait_for` forgets that it was cancelled when what it awaits just came."""
    if path.startswith("tests/") and not path.startswith("tests/support/"):
        return []
    return [
        f"{path}:{node.lineno}: asyncio.wait_for may swallow a cancellation; use asyncio.timeout"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "asyncio.wait_for"
    ]


# Folders of one machine, and hosts that packages come from; written so that this file passes its own rule.
_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|tmp/[p]lan|home/[a-z]\w*|Users/[A-Z]\w*|opt/[p]ypi[\w-]*)(?:/|\b)"
)
_HOSTS = re.compile(
    r"(?:files\.pythonhosted|[p]ypi|registry\.npmjs|registry\.yarnpkg|crates)\.(?:org|com|io)\b"
)


def machine_traces(path: str, text: str) -> list[str]:
    """The repository names no machine it was written on and no host its packages come from."""
    if path == "uv.lock":
        return []
    return [
        f"{path}:{number}: {found[0]} belongs to one machine or one package host"
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _MACHINE.search(line) or _HOSTS.search(line))
    ]


RULES_FOR_PYTHON: tuple[Rule, ...] = (
    too_long,
    banned_names,
    filled_init,
    transactions_elsewhere,
    sql_elsewhere,
    caught_all,
    empty_tests,
    sleeping_tests,
    swallowed_cancels,
)
