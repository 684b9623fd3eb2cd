"""Reads of the log for people: what happened to one thing, or because of one request. It never writes."""

from dataclasses import dataclass

from sqlalchemy import bindparam, or_, select

from ringonce.kernel.db import Tx, statement
from ringonce.kernel.eventlog import Entry, entry_of, log
from ringonce.values.ids import WorkspaceId

# One statement for every combination: an empty filter lets everything through.
_LIST = statement(
    select(log)
    .where(
        log.c.workspace_id == bindparam("workspace"),
        log.c.seq > bindparam("after"),
        or_(bindparam("of_stream", type_=log.c.stream.type) == "", log.c.stream == bindparam("of_stream")),
        or_(
            bindparam("of_request", type_=log.c.request_id.type) == "",
            log.c.request_id == bindparam("of_request"),
        ),
        or_(bindparam("of_action", type_=log.c.action.type) == "", log.c.action == bindparam("of_action")),
    )
    .order_by(log.c.seq)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAsk:
    """Entries after a seq; an empty filter lets everything through."""

    after: int = 0
    stream: str = ""
    request_id: str = ""
    action: str = ""
    most: int = 50


async def list_entries(tx: Tx, workspace_id: WorkspaceId, ask: LogAsk) -> list[Entry]:
    """The entries asked for, in the order in which they happened."""
    rows = await tx.all(
        _LIST,
        workspace=workspace_id,
        after=ask.after,
        of_stream=ask.stream,
        of_request=ask.request_id,
        of_action=ask.action,
        most=ask.most,
    )
    return [entry_of(row) for row in rows]
