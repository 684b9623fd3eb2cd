"""Each house rule lets a good sample pass and names what is wrong with a bad one."""

import pytest

from tests.rules import checks
from tests.rules.checks import Rule

LONG_BODY = "\n".join("    x = 1" for _ in range(checks.FUNCTION_AT_MOST))
HOME = "/" + "root/x"
HOST = "pypi" + ".org"

SAMPLES: list[tuple[Rule, str, str, str]] = [
    (
        checks.too_long,
        "src/ringonce/booking/book.py",
        "x = 1\n" * checks.LINES_AT_MOST,
        "x = 1\n" * (checks.LINES_AT_MOST + 1),
    ),
    (checks.too_long, "src/ringonce/booking/book.py", "def f():\n    x = 1\n", f"def f():\n{LONG_BODY}\n"),
    (checks.banned_names, "src/ringonce/booking/book.py", "def book(): ...", "def utils(): ..."),
    (checks.banned_names, "src/ringonce/booking/book.py", "class Booking: ...", "class Manager: ..."),
    (checks.filled_init, "src/ringonce/booking/__init__.py", "", "x = 1"),
    (checks.transactions_elsewhere, "src/ringonce/booking/book.py", "await tx.run(s)", "await tx.commit()"),
    (checks.sql_elsewhere, "src/ringonce/booking/book.py", "import enum", "from sqlalchemy import select"),
    (checks.sql_elsewhere, "src/ringonce/web/pages.py", "import enum", "import sqlite3"),
    (
        checks.caught_all,
        "src/ringonce/booking/book.py",
        "try:\n    f()\nexcept ValueError:\n    pass",
        "try:\n    f()\nexcept (ValueError, Exception):\n    pass",
    ),
    (
        checks.caught_all,
        "src/ringonce/kernel/sqlite.py",
        "try:\n    f()\nexcept Exception:\n    undo()\n    raise",
        "try:\n    f()\nexcept:\n    pass",
    ),
    (checks.empty_tests, "tests/unit/test_x.py", "def test_a():\n    assert f()", "def test_a():\n    f()"),
    (
        checks.empty_tests,
        "tests/unit/test_x.py",
        "def test_a():\n    with pytest.raises(ValueError):\n        f()",
        "def test_a():\n    assert True",
    ),
    (
        checks.empty_tests,
        "tests/unit/test_x.py",
        "def look():\n    assert f()\n\ndef test_a():\n    look()",
        "def look():\n    f()\n\ndef test_a():\n    look()",
    ),
    (checks.sleeping_tests, "tests/races/test_x.py", "await asyncio.sleep(0)", "await asyncio.sleep(0.1)"),
    (
        checks.sleeping_tests,
        "tests/browser/test_x.py",
        "await event.wait()",
        "await page.wait_for_timeout(100)",
    ),
    (
        checks.swallowed_cancels,
        "src/ringonce/kernel/outbox.py",
        "async with asyncio.timeout(1):\n    pass",
        "f(asyncio.wait_for(g(), 1))",
    ),
    (checks.machine_traces, "docs/x.md", "put it in /srv/ringonce or ./work/x", f"put it in {HOME}"),
    (checks.machine_traces, "README.md", "from the package registry", f"from {HOST}"),
]


@pytest.mark.parametrize(
    ("rule", "path", "good", "bad"),
    SAMPLES,
    ids=[f"{rule.__name__}-{n}" for n, (rule, *_) in enumerate(SAMPLES)],
)
def test_good_passes_and_bad_is_named(rule: Rule, path: str, good: str, bad: str) -> None:
    assert rule(path, good) == []
    assert [line.split(":")[0] for line in rule(path, bad)] == [path]


def test_every_rule_has_a_sample() -> None:
    sampled = {rule for rule, *_ in SAMPLES}
    assert sampled == {*checks.RULES_FOR_PYTHON, checks.machine_traces}


@pytest.mark.parametrize(
    "path", ["src/ringonce/booking/store.py", "src/ringonce/booking/catalogue_queries.py"]
)
def test_stores_and_queries_may_hold_sql(path: str) -> None:
    assert checks.sql_elsewhere(path, "from sqlalchemy import select") == []


def test_the_kernel_may_commit() -> None:
    assert checks.transactions_elsewhere("src/ringonce/kernel/sqlite.py", "connection.commit()") == []


def test_support_may_wait() -> None:
    assert checks.sleeping_tests("tests/support/faultproxy.py", "await asyncio.sleep(delay)") == []
