"""What a thief of the database would read."""

from sqlalchemy import text

from ringonce.kernel.db import statement
from tests.support.house import House


async def dump(house: House, *tables: str) -> str:
    """Every row of some tables, as text."""
    told: list[str] = []
    for table in tables:
        asked = statement(text(f"SELECT * FROM {table}"))
        told.append(repr(await house.app.edge.database.read(lambda tx, asked=asked: tx.all(asked))))  # type: ignore[misc]
    return "\n".join(told)
