"""Reads of the log for people: what happened to one thing, to one person, or because of one request.

It never writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, literal, or_, select

from ringonce.booking.tables import bookings
from ringonce.chat.tables import conversations
from ringonce.contacts.people import ContactMissing, family_of
from ringonce.kernel.db import Tx, in_list, json_array, statement
from ringonce.kernel.eventlog import Entry, entry_of, log
from ringonce.values.ids import WorkspaceId

_FILTERS = (
    log.c.workspace_id == bindparam("workspace"),
    log.c.seq > bindparam("after"),
    log.c.seq < bindparam("before"),
    # One statement for every combination: an empty filter lets everything through.
    or_(bindparam("of_stream", type_=log.c.stream.type) == "", log.c.stream == bindparam("of_stream")),
    or_(
        bindparam("of_request", type_=log.c.request_id.type) == "",
        log.c.request_id == bindparam("of_request"),
    ),
    or_(bindparam("of_action", type_=log.c.action.type) == "", log.c.action == bindparam("of_action")),
)
_LIST = select(log).where(*_FILTERS).limit(bindparam("most"))
_LIST_IN = _LIST.where(in_list(log.c.stream, "streams"))
# By (whether streams are named, whether the newest come first).
_LISTS = {
    (False, False): statement(_LIST.order_by(log.c.seq)),
    (False, True): statement(_LIST.order_by(log.c.seq.desc())),
    (True, False): statement(_LIST_IN.order_by(log.c.seq)),
    (True, True): statement(_LIST_IN.order_by(log.c.seq.desc())),
}
#: Above every seq that a log can have.
_ENDLESS = 2**62
_CHATS_OF = statement(
    select(literal("conversation:").concat(conversations.c.id).label("stream")).where(
        conversations.c.workspace_id == bindparam("workspace"),
        in_list(conversations.c.contact_id, "contacts"),
    )
)
_BOOKINGS_OF = statement(
    select(literal("booking:").concat(bookings.c.id).label("stream")).where(
        bookings.c.workspace_id == bindparam("workspace"), in_list(bookings.c.contact_id, "contacts")
    )
)
_MERGED_INTO = statement(
    select(conversations.c.id).where(
        conversations.c.workspace_id == bindparam("workspace"),
        conversations.c.merged_into == bindparam("winner"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAsk:
    """Entries after a seq, below `before` (0: no bound); an empty filter lets everything through.
    `contact` is a whole person: other names, conversations and bookings; `conversation` comes with what is
    merged into it.
    """

    after: int = 0
    before: int = 0
    newest_first: bool = False
    stream: str = ""
    request_id: str = ""
    action: str = ""
    contact: str = ""
    conversation: str = ""
    most: int = 50


async def list_entries(tx: Tx, workspace_id: WorkspaceId, ask: LogAsk) -> list[Entry]:
    """The entries asked for, in the order in which they happened, or the newest first."""
    asked = {
        "workspace": workspace_id,
        "after": ask.after,
        "before": ask.before or _ENDLESS,
        "of_stream": ask.stream,
        "of_request": ask.request_id,
        "of_action": ask.action,
        "most": ask.most,
    }
    streams = await _streams(tx, workspace_id, ask)
    wanted = _LISTS[streams is not None, ask.newest_first]
    named = {} if streams is None else {"streams": json_array(sorted(streams))}
    rows = await tx.all(wanted, **asked, **named)
    return [entry_of(row) for row in rows]


async def _streams(tx: Tx, workspace_id: WorkspaceId, ask: LogAsk) -> set[str] | None:
    """The streams that both filters let through; None: neither filter was given."""
    found: set[str] | None = None
    if ask.contact:
        found = set(await person_streams(tx, workspace_id, ask.contact))
    if ask.conversation:
        merged = await tx.all(_MERGED_INTO, workspace=workspace_id, winner=ask.conversation)
        ids = [ask.conversation, *(row["id"] for row in merged)]
        chats = {f"conversation:{each}" for each in ids}
        found = chats if found is None else found & chats
    return found


async def person_streams(tx: Tx, workspace_id: WorkspaceId, contact_id: str) -> Sequence[str]:
    """Every stream of one person; none for an id that nobody has."""
    try:
        family = await family_of(tx, workspace_id, contact_id)
    except ContactMissing:
        return ()
    named = json_array(family)
    streams = [f"contact:{each}" for each in family]
    for asked in (_CHATS_OF, _BOOKINGS_OF):
        streams += [row["stream"] for row in await tx.all(asked, workspace=workspace_id, contacts=named)]
    return streams
