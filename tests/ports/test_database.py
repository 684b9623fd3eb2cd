"""Both engines keep the promises of the Database port."""

import importlib
import pkgutil
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update

import ringonce
from ringonce.kernel.db import (
    ConstraintViolated,
    Database,
    DialectName,
    Statement,
    Tx,
    in_list,
    json_array,
    statement,
)
from ringonce.kernel.eventlog import log_heads

INSERT = statement(insert(log_heads))
FIND = statement(select(log_heads).where(log_heads.c.workspace_id == bindparam("id")))
LOCK = statement(select(log_heads).where(log_heads.c.workspace_id == bindparam("id")).with_for_update())
ALL = statement(select(log_heads.c.workspace_id, log_heads.c.seq).order_by(log_heads.c.seq))
RAISE = statement(
    update(log_heads).where(log_heads.c.workspace_id == bindparam("id")).values(seq=log_heads.c.seq + 1)
)
SOME = statement(
    select(log_heads.c.seq).where(in_list(log_heads.c.workspace_id, "ids")).order_by(log_heads.c.seq)
)
SOME_SEQ = statement(
    select(log_heads.c.seq).where(in_list(log_heads.c.seq, "seqs")).order_by(log_heads.c.seq)
)
UPSERT = statement(
    lambda upsert: (
        upsert(log_heads)
        .on_conflict_do_update(
            index_elements=["workspace_id"], set_={"seq": log_heads.c.seq + upsert(log_heads).excluded.seq}
        )
        .returning(log_heads.c.seq)
    )
)


def head(name: str, seq: int) -> dict[str, Any]:
    return {"workspace_id": name, "seq": seq, "hash": "x"}


async def fill(tx: Tx) -> None:
    await tx.run_many(INSERT, [head("a", 1), head("b", 2), head("c", 3_000_000_000_000)])


async def test_what_is_written_is_read_back(database: Database) -> None:
    await database.write(fill)
    rows = await database.read(lambda tx: tx.all(ALL))
    assert rows == [
        {"workspace_id": "a", "seq": 1},
        {"workspace_id": "b", "seq": 2},
        {"workspace_id": "c", "seq": 3_000_000_000_000},
    ]
    assert await database.read(lambda tx: tx.one(FIND, id="nobody")) is None
    assert await database.write(lambda tx: tx.one(LOCK, id="b")) == head("b", 2)


async def test_run_says_how_many_rows_changed(database: Database) -> None:
    await database.write(fill)
    assert await database.write(lambda tx: tx.run(RAISE, id="a")) == 1
    assert await database.write(lambda tx: tx.run(RAISE, id="nobody")) == 0


async def test_in_list_takes_any_number_of_values(database: Database) -> None:
    await database.write(fill)

    async def seqs(ids: list[str]) -> list[int]:
        rows = await database.read(lambda tx: tx.all(SOME, ids=json_array(ids)))
        return [row["seq"] for row in rows]

    assert await seqs([]) == []
    assert await seqs(["b"]) == [2]
    assert await seqs(["b", "a", 'it\'s "quoted"', "zzz"]) == [1, 2]
    rows = await database.read(lambda tx: tx.all(SOME_SEQ, seqs=json_array([2, 3_000_000_000_000, 7])))
    assert [row["seq"] for row in rows] == [2, 3_000_000_000_000]


async def test_an_upsert_is_written_once(database: Database) -> None:
    first = await database.write(lambda tx: tx.one(UPSERT, **head("u", 5)))
    second = await database.write(lambda tx: tx.one(UPSERT, **head("u", 7)))
    assert (first, second) == ({"seq": 5}, {"seq": 12})


async def test_a_failed_job_leaves_nothing(database: Database) -> None:
    async def fails(tx: Tx) -> None:
        await fill(tx)
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        await database.write(fails)
    assert await database.read(lambda tx: tx.all(ALL)) == []


async def test_a_savepoint_undoes_only_its_own(database: Database) -> None:
    async def job(tx: Tx) -> None:
        await tx.run(INSERT, **head("kept", 1))

        async def inner() -> None:
            await tx.run(INSERT, **head("undone", 2))
            raise LookupError("on purpose")

        with pytest.raises(LookupError):
            await tx.savepoint(inner)
        await tx.run(INSERT, **head("after", 3))

    await database.write(job)
    rows = await database.read(lambda tx: tx.all(ALL))
    assert [row["workspace_id"] for row in rows] == ["kept", "after"]


async def test_a_violated_constraint_is_named(database: Database) -> None:
    await database.write(fill)
    with pytest.raises(ConstraintViolated):
        await database.write(lambda tx: tx.run(INSERT, **head("a", 9)))


async def test_a_violation_inside_a_savepoint_can_be_survived(database: Database) -> None:
    async def job(tx: Tx) -> None:
        await fill(tx)
        with pytest.raises(ConstraintViolated):
            await tx.savepoint(lambda: tx.run(INSERT, **head("a", 9)))
        await tx.run(RAISE, id="a")

    await database.write(job)
    assert await database.read(lambda tx: tx.one(FIND, id="a")) == head("a", 2)


async def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await database.read(lambda tx: tx.run(INSERT, **head("a", 1)))


async def test_wrong_names_are_refused(database: Database) -> None:
    with pytest.raises(TypeError, match=r"missing \['id'\], unknown \['name'\]"):
        await database.read(lambda tx: tx.one(FIND, name="a"))


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_in_of_a_python_list_is_refused(dialect: DialectName) -> None:
    with pytest.raises(TypeError, match="in_list"):
        statement(select(log_heads).where(log_heads.c.seq.in_([1, 2]))).sql(dialect)


def test_every_statement_is_one_text_for_each_engine() -> None:
    """They are compiled when they are first used: here all are, those of rare deeds too."""
    found = [
        (f"{module.__name__}.{name}", value)
        for module in map(importlib.import_module, _modules())
        for name, value in vars(module).items()
        if isinstance(value, Statement)
    ]
    assert len(found) > 300
    for name, each in found:
        assert each.sql("sqlite"), name
        assert each.sql("postgresql"), name


def _modules() -> list[str]:
    walked = pkgutil.walk_packages(ringonce.__path__, "ringonce.")
    return [each.name for each in walked if ".migrations" not in each.name and "__main__" not in each.name]
