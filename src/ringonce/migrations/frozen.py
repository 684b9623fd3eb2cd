"""Migrations as text: what a release has run is never computed again from newer code."""

from pathlib import Path

from ringonce.kernel.db import DialectName

_BETWEEN = "\n\n-- next statement\n\n"
_FOLDER = Path(__file__).parent / "versions"


def frozen_path(revision: str, dialect: DialectName) -> Path:
    """The file of one migration on one engine."""
    return _FOLDER / f"{revision}.{dialect}.sql"


def read_frozen(revision: str, dialect: DialectName) -> list[str]:
    """The statements of a migration, in order."""
    return frozen_path(revision, dialect).read_text(encoding="utf-8").rstrip("\n").split(_BETWEEN)


def write_frozen(revision: str, dialect: DialectName, statements: list[str]) -> None:
    """Write the statements of a migration that no release has run yet."""
    text = _BETWEEN.join(statements) + "\n"
    frozen_path(revision, dialect).write_text(text, encoding="utf-8")
