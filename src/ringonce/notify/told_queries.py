"""Reads of letters by the log entries they came from, for the story of a click."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from ringonce.kernel.db import Tx, in_list, json_array, statement
from ringonce.notify.tables import letters

_OF_ENTRIES = statement(
    select(letters)
    .where(letters.c.workspace_id == bindparam("workspace"), in_list(letters.c.seq, "seqs"))
    .order_by(letters.c.seq, letters.c.id)
)


@dataclass(frozen=True, slots=True)
class ToldLetter:
    """A letter about one fact: to which kind of reader, and what became of it. Never to whom. Times in ms."""

    id: str
    seq: int
    kind: str
    reader: str
    state: str
    attempts: int
    problem: str
    created_at: int
    sent_at: int | None


async def list_told(tx: Tx, workspace_id: str, seqs: Sequence[int]) -> tuple[ToldLetter, ...]:
    """The letters that these entries of the log caused."""
    rows = await tx.all(_OF_ENTRIES, workspace=workspace_id, seqs=json_array(seqs))
    return tuple(ToldLetter(**{name: row[name] for name in ToldLetter.__slots__}) for row in rows)
