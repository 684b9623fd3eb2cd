"""The whole schema of a database as text: tables, CHECKs, triggers, EXCLUDE, partial indexes."""

import sqlite3
from pathlib import Path

import asyncpg

from ringonce.kernel.engines import sqlite_path

_QUERIES = {
    "column": """
        SELECT c.relname || '.' || a.attname,
               format_type(a.atttypid, a.atttypmod)
               || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
               || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
               || coalesce(' GENERATED ' || nullif(a.attgenerated::text, ''), '')
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm')
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace
    """,
    "constraint": """
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    """,
    "index": """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
        FROM pg_index JOIN pg_class c ON c.oid = indrelid
        WHERE c.relnamespace = 'public'::regnamespace
    """,
    "trigger": """
        SELECT tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
        FROM pg_trigger WHERE NOT tgisinternal
    """,
    "function": """
        SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
    "sequence": """
        SELECT relname, 'sequence' FROM pg_class
        WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
    """,
}


async def schema_of(url: str) -> dict[str, str]:
    """Every object by kind and name, with its definition; Alembic's own table left out."""
    path = sqlite_path(url)
    found = await _postgresql(url) if path is None else _sqlite(path)
    return {name: text for name, text in found.items() if "schema_version" not in name}


def _sqlite(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    finally:
        connection.close()
    # SQLite keeps the text as it was written; only spaces may differ.
    return {
        f"{kind} {table}.{name}": " ".join((sql or "automatic").split()) for kind, name, table, sql in rows
    }


async def _postgresql(url: str) -> dict[str, str]:
    connection = await asyncpg.connect(url)
    try:
        found = {}
        for kind, query in _QUERIES.items():
            for name, definition in await connection.fetch(query):
                found[f"{kind} {name}"] = definition
        return found
    finally:
        await connection.close()
