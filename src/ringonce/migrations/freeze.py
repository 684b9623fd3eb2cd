"""Write the first migration's text from today's tables: `python -m ringonce.migrations.freeze`.

Only before the first release; afterwards every change is a migration of its own.
"""

from ringonce.migrations.declared import declared_ddl
from ringonce.migrations.frozen import write_frozen


def freeze() -> None:
    """Write both engines' files."""
    write_frozen("0001_initial", "sqlite", list(declared_ddl("sqlite")))
    write_frozen("0001_initial", "postgresql", list(declared_ddl("postgresql")))


if __name__ == "__main__":
    freeze()
