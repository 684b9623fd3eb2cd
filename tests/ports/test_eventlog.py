"""The log: gapless under concurrency, chained, without personal text; on both engines."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Column, MetaData, Table, Text, bindparam, delete, insert, select, text, update

from ringonce.kernel import receipts
from ringonce.kernel.bus import LocalBus
from ringonce.kernel.db import Database, Statement, Tx, statement
from ringonce.kernel.engines import open_database
from ringonce.kernel.eventlog import (
    GENESIS,
    ChainBroken,
    list_heads,
    log,
    log_heads,
    read_head,
    read_log,
    read_stream,
    verify_chain,
)
from ringonce.kernel.execute import Executor
from ringonce.kernel.hub import Hub
from ringonce.kernel.secrets import new_salt, salted_hash
from ringonce.kernel.sources import IdSource
from ringonce.kernel.trace import Trace, trace
from ringonce.kernel.work import Actor, PersonalText, Work
from ringonce.values.ids import WorkspaceId
from tests.support.clock import MovableClock
from tests.support.ledger import KEY, WORKSPACE, Refused, ask, count_lines, make_ledger, render, write_line

SYSTEM = Actor("system", "test")


@pytest_asyncio.fixture(autouse=True)
async def ledger(database: Database) -> None:
    await make_ledger(database)


async def fill(executor: Executor, entries: int) -> None:
    for number in range(entries):
        await executor.run(WORKSPACE, SYSTEM, f"req-{number}", write_line())


async def test_an_entry_says_who_did_what_in_which_attempt(executor: Executor, database: Database) -> None:
    await executor.execute(ask(request_id="req-7"), write_line(), render)
    (entry,) = await database.read(lambda tx: read_log(tx, WORKSPACE, 0))
    assert (entry.seq, entry.action, entry.request_id) == (1, "LineWritten", "req-7")
    assert (entry.actor_kind, entry.actor_id) == ("visitor", "vis_1")
    assert entry.refs == {"line_id": entry.stream.removeprefix("line:")}
    assert entry.intent_hash is not None
    assert KEY not in entry.intent_hash
    assert await database.read(lambda tx: read_stream(tx, WORKSPACE, entry.stream)) == [entry]


async def test_seq_is_gapless_under_concurrency_and_refusals(executor: Executor, database: Database) -> None:
    other = WorkspaceId("wsp_other")

    async def one(number: int) -> None:
        refuse = Refused() if number % 3 == 0 else None
        workspace_id = other if number % 2 else WORKSPACE
        asked = ask(f"{KEY}-{number}", workspace_id=workspace_id)
        await executor.execute(asked, write_line(refuse=refuse), render)

    await asyncio.gather(*(one(number) for number in range(60)))
    for workspace_id in (WORKSPACE, other):
        entries = await database.read(lambda tx, name=workspace_id: read_log(tx, name, 0))  # type: ignore[misc]
        assert [entry.seq for entry in entries] == list(range(1, 21))
        assert (await verify_chain(database, workspace_id)).seq == 20
    assert set(await database.read(list_heads)) == {WORKSPACE, other}


async def test_two_processes_share_one_gapless_log(
    engine: str, database: Database, database_url: str, executor: Executor, clock: MovableClock
) -> None:
    if engine == "sqlite":
        # One SQLite file has one writing process: test_engine_sqlite proves the refusal.
        writers = [executor, executor]
        second = None
    else:
        second = await open_database(database_url)
        writers = [executor, Executor(second, clock, IdSource(clock), Hub(), LocalBus())]
    await asyncio.gather(
        *(writers[number % 2].execute(ask(f"{KEY}-{number}"), write_line(), render) for number in range(40))
    )
    assert (await verify_chain(database, WORKSPACE)).seq == 40
    if second is not None:
        await second.close()


async def test_an_empty_log_is_whole(database: Database) -> None:
    head = await verify_chain(database, WORKSPACE)
    assert (head.seq, head.hash) == (0, GENESIS)


def at(seq: int) -> Any:
    return (log.c.workspace_id == WORKSPACE) & (log.c.seq == seq)


TAMPERED: dict[str, tuple[list[Statement], int]] = {
    "actor": ([statement(update(log).where(at(3)).values(actor_id="mem_other"))], 3),
    "refs": ([statement(update(log).where(at(3)).values(refs="{}"))], 3),
    "time": ([statement(update(log).where(at(3)).values(at=log.c.at + 1))], 3),
    "hash": ([statement(update(log).where(at(3)).values(hash="0" * 64))], 3),
    "link": ([statement(update(log).where(at(3)).values(prev_hash="0" * 64))], 3),
    "removed": ([statement(delete(log).where(at(3)))], 3),
    "removed last": ([statement(delete(log).where(at(5)))], 5),
    "removed last with head": (
        [
            statement(delete(log).where(at(5))),
            statement(update(log_heads).values(seq=4)),
        ],
        5,
    ),
    "added": (
        [
            statement(
                insert(log).from_select(
                    [column.name for column in log.columns],
                    select(
                        *[(text("6") if column.name == "seq" else column) for column in log.columns]
                    ).where(at(5)),
                )
            )
        ],
        6,
    ),
}


@pytest.mark.parametrize("how", TAMPERED)
async def test_an_edited_log_is_found_at_the_first_wrong_row(
    executor: Executor, database: Database, how: str
) -> None:
    await fill(executor, 5)
    await verify_chain(database, WORKSPACE)
    edits, first_wrong = TAMPERED[how]

    async def tamper(tx: Tx) -> None:
        for edit in edits:
            assert await tx.run(edit) == 1

    await database.write(tamper)
    with pytest.raises(ChainBroken) as broken:
        await verify_chain(database, WORKSPACE)
    assert broken.value.seq == first_wrong


async def test_a_chain_longer_than_one_read_is_verified(executor: Executor, database: Database) -> None:
    async def many(work: Work) -> None:
        for _ in range(1_203):
            await write_line()(work)

    await executor.run(WORKSPACE, SYSTEM, "req", many)
    assert (await verify_chain(database, WORKSPACE)).seq == 1_203


@dataclass(frozen=True)
class Said:
    """A fact about words: their salted hash only."""

    words_hash: object
    stream: str = "conversation:cnv_1"

    def to_refs(self) -> Mapping[str, Any]:
        return {"words": self.words_hash}


words = Table("words", MetaData(), Column("id", Text), Column("said", Text), Column("salt", Text))
CREATE_WORDS = statement(
    text("CREATE TABLE words (id TEXT PRIMARY KEY, said TEXT NOT NULL, salt TEXT NOT NULL)")
)
SAY = statement(insert(words))
HEAR = statement(select(words).where(words.c.id == bindparam("of_id")))
FORGET = statement(delete(words))


async def test_erasing_a_person_leaves_the_chain_whole(executor: Executor, database: Database) -> None:
    await database.write(lambda tx: tx.run(CREATE_WORDS))
    spoken = "My name is Anna, call 0170 1234567"

    async def say(work: Work) -> str:
        salt = new_salt()
        await work.tx.run(SAY, id="w1", said=spoken, salt=salt)
        work.append(Said(salted_hash(salt, spoken)))
        return "w1"

    await executor.execute(ask(), say, render)
    await fill(executor, 2)
    row = await database.read(lambda tx: tx.one(HEAR, of_id="w1"))
    first, *_ = await database.read(lambda tx: read_log(tx, WORKSPACE, 0))
    assert row is not None
    assert first.refs == {"words": salted_hash(row["salt"], row["said"])}
    before = await verify_chain(database, WORKSPACE)

    async def erase(tx: Tx) -> int:
        await tx.run(FORGET)
        return await receipts.erase(tx, WORKSPACE, "visitor:vis_1")

    assert await database.write(erase) == 1
    assert await verify_chain(database, WORKSPACE) == before
    entries = await database.read(lambda tx: read_log(tx, WORKSPACE, 0))
    assert "Anna" not in repr(entries)
    assert (await executor.look_up(WORKSPACE, "visitor:vis_1", KEY)).state == "none"


@pytest.mark.parametrize(
    "free_text",
    ["Anna Berg", "anna@example.org", "+49 170 1234567", "你好", "two\nlines", b"bytes", 1.5, ["a b"]],
)
async def test_free_text_cannot_enter_the_log(
    executor: Executor, database: Database, free_text: object
) -> None:
    async def intent(work: Work) -> str:
        await write_line()(work)
        work.append(Said(free_text))
        return "never"

    with pytest.raises(PersonalText):
        await executor.execute(ask(), intent, render)
    assert await count_lines(database) == 0
    assert (await database.read(lambda tx: read_head(tx, WORKSPACE))).seq == 0


async def test_a_trace_shows_every_attempt_and_fact_of_a_click(
    executor: Executor, database: Database
) -> None:
    await executor.execute(ask(request_id="first"), write_line(), render)
    await executor.execute(ask(request_id="second"), write_line(), render)
    await executor.execute(ask(request_id="third"), write_line(), render)
    await executor.execute(ask("another-key-altogether", request_id="other"), write_line(), render)
    for request_id in ("first", "second", "third"):
        found = await database.read(lambda tx, name=request_id: trace(tx, name))  # type: ignore[misc]
        (intention,) = found.intentions
        assert {(attempt.request_id, attempt.replayed) for attempt in intention.attempts} == {
            ("first", False),
            ("second", True),
            ("third", True),
        }
        assert intention.status == 201
        assert [(entry.seq, entry.request_id) for entry in found.entries] == [(1, "first")]
    assert await database.read(lambda tx: trace(tx, "nobody")) == Trace((), ())


async def test_attempts_of_an_endless_client_are_bounded(executor: Executor, database: Database) -> None:
    for number in range(receipts.ATTEMPTS_KEPT + 10):
        await executor.execute(ask(request_id=f"req-{number}"), write_line(), render)
    found = await database.read(lambda tx: trace(tx, "req-0"))
    assert len(found.intentions[0].attempts) == receipts.ATTEMPTS_KEPT
