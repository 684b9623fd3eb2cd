"""Reads of the outbox for people: how far each consumer is, and what was given up."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from ringonce.kernel.db import Row, Tx, in_list, json_array, statement
from ringonce.kernel.outbox_store import cursors, dead_letters

_CURSORS = statement(
    select(cursors).where(cursors.c.workspace_id == bindparam("workspace")).order_by(cursors.c.consumer)
)
_DEAD = statement(
    select(dead_letters)
    .where(dead_letters.c.workspace_id == bindparam("workspace"), in_list(dead_letters.c.seq, "seqs"))
    .order_by(dead_letters.c.seq, dead_letters.c.consumer)
)


async def list_progress(tx: Tx, workspace_id: str) -> list[Row]:
    """Every consumer with the last entry it has done and the attempts at the next."""
    return await tx.all(_CURSORS, workspace=workspace_id)


async def list_dead_of(tx: Tx, workspace_id: str, seqs: Sequence[int]) -> list[Row]:
    """What was given up of these entries."""
    return await tx.all(_DEAD, workspace=workspace_id, seqs=json_array(seqs))
