"""The schema as the code declares it: every feature's tables, indexes and extra DDL, as text."""

import importlib
import pkgutil
from collections.abc import Iterator

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

import ringonce
from ringonce.kernel.db import DialectName
from ringonce.kernel.schema import extras, metadata

_KERNEL = ("receipts", "eventlog", "outbox_store")
_DIALECTS: dict[DialectName, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),  # type: ignore[no-untyped-call]
}


def load_tables() -> None:
    """Import every module that registers tables: the `*tables.py` of every feature."""
    for name in _KERNEL:
        importlib.import_module(f"ringonce.kernel.{name}")
    for feature in pkgutil.iter_modules(ringonce.__path__):
        if not feature.ispkg or feature.name == "migrations":
            continue
        package = importlib.import_module(f"ringonce.{feature.name}")
        for module in pkgutil.iter_modules(package.__path__):
            if module.name.endswith("tables"):
                importlib.import_module(f"ringonce.{feature.name}.{module.name}")


def declared_ddl(dialect: DialectName) -> Iterator[str]:
    """Every statement that makes an empty database of today's code, in order."""
    load_tables()
    compiler = _DIALECTS[dialect]
    for table in metadata.sorted_tables:
        yield _tidy(str(CreateTable(table).compile(dialect=compiler)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield _tidy(str(CreateIndex(index).compile(dialect=compiler)))
    for extra in extras:
        for sql in extra.of(dialect):
            yield _tidy(sql)


def _tidy(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.strip().splitlines())
