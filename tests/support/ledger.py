"""A small feature of the tests' own: an intent that writes one line, to count what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from sqlalchemy import Column, MetaData, Table, Text, bindparam, func, insert, select, text

from ringonce.kernel.db import Database, Tx, statement
from ringonce.kernel.execute import Ask, Intent
from ringonce.kernel.keys import Rendered, fingerprint_of
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import EventId, WorkspaceId

WORKSPACE = WorkspaceId("wsp_test")
KEY = "key-of-16-or-more"

lines = Table("ledger", MetaData(), Column("id", Text, primary_key=True), Column("note", Text))
CREATE = statement(text("CREATE TABLE ledger (id TEXT PRIMARY KEY, note TEXT NOT NULL)"))
INSERT = statement(insert(lines))
COUNT = statement(select(func.count().label("n")).select_from(lines))
COUNT_NOTE = statement(
    select(func.count().label("n")).select_from(lines).where(lines.c.note == bindparam("of_note"))
)


@dataclass(frozen=True)
class LineWritten:
    """The fact that a line was written."""

    line_id: str

    @property
    def stream(self) -> str:
        return f"line:{self.line_id}"

    def to_refs(self) -> Mapping[str, str]:
        return {"line_id": self.line_id}


class Refused(DomainError):
    """A final refusal."""

    code = "slot-taken"
    kind = Kind.CONFLICT


class Unverifiable(DomainError):
    """A refusal that the same key may try again."""

    code = "unverifiable"
    kind = Kind.CONFLICT
    final: ClassVar[bool] = False


class Limited(DomainError):
    """Too many."""

    code = "too-many"
    kind = Kind.LIMITED


def write_line(note: str = "x", refuse: DomainError | None = None) -> Intent[str]:
    """An intent that writes a line and its fact, and then perhaps refuses."""

    async def intent(work: Work) -> str:
        line_id = work.new_id(EventId)
        await work.tx.run(INSERT, id=line_id, note=note)
        work.append(LineWritten(line_id))
        if refuse is not None:
            raise refuse
        return line_id

    return intent


def render(outcome: str | DomainError) -> Rendered:
    """As the edge would."""
    if isinstance(outcome, DomainError):
        body = msgspec.json.encode({"code": outcome.code, **outcome.params})
        return Rendered(409, body, "application/problem+json")
    return Rendered(201, msgspec.json.encode({"id": outcome}))


def ask(
    key: str | None = KEY,
    *,
    body: str = "x",
    principal: str = "visitor:vis_1",
    request_id: str = "req-1",
    workspace_id: WorkspaceId = WORKSPACE,
) -> Ask:
    """A request as the edge would hand it over."""
    return Ask(
        workspace_id=workspace_id,
        principal=principal,
        key=key,
        fingerprint=fingerprint_of("POST", "/api/v1/lines", {"note": body}),
        request_id=request_id,
        actor=Actor("visitor", principal.partition(":")[2]),
    )


async def make_ledger(database: Database) -> None:
    """Create the table."""
    await database.write(lambda tx: tx.run(CREATE))


async def count_lines(database: Database) -> int:
    """How many lines were written."""

    async def job(tx: Tx) -> int:
        row = await tx.one(COUNT)
        return int(row["n"]) if row else 0

    return await database.read(job)
