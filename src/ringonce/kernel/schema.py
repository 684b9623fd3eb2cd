"""The one MetaData on which every feature registers its tables, and the DDL that Core lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import BigInteger, MetaData, SmallInteger, String, Table, event
from sqlalchemy.ext.compiler import compiles

DialectName = Literal["sqlite", "postgresql"]

#: Constraints without a name cannot be migrated; every one gets its name by this rule.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


@dataclass(frozen=True, slots=True)
class ExtraDdl:
    """Statements run after the tables exist, in the order they were declared."""

    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]

    def of(self, dialect: DialectName) -> tuple[str, ...]:
        return self.sqlite if dialect == "sqlite" else self.postgresql


extras: list[ExtraDdl] = []


def extra_ddl(*, sqlite: Sequence[str] = (), postgresql: Sequence[str] = ()) -> None:
    """Declare triggers, EXCLUDE and other DDL beside the tables it belongs to.

    One statement a string, without the final semicolon; every object carries a name.
    """
    extras.append(ExtraDdl(tuple(sqlite), tuple(postgresql)))


@event.listens_for(Table, "after_parent_attach")
def _make_strict(table: Table, parent: object) -> None:
    # STRICT cannot be forgotten: without it SQLite stores text in an integer column.
    if parent is metadata:
        table.dialect_options["sqlite"]["strict"] = True


@compiles(BigInteger, "sqlite")
@compiles(SmallInteger, "sqlite")
def _integer(_element: Any, _compiler: Any, **_kw: Any) -> str:
    return "INTEGER"


@compiles(String, "sqlite")
def _text(_element: Any, _compiler: Any, **_kw: Any) -> str:
    return "TEXT"
