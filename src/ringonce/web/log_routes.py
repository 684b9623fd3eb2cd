"""The log over HTTP: what happened, in order, by what it happened to or by the request that caused it."""

from typing import Annotated, Any, Literal

import msgspec

from ringonce.insight.queries import LogAsk, list_entries
from ringonce.kernel.eventlog import Entry, read_head
from ringonce.values.paging import DEFAULT_LIMIT, MAX_LIMIT
from ringonce.web.accounts_model import Ask, View
from ringonce.web.call import Call, Reply
from ringonce.web.chat_model import Seq
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import Instant, at_ms

routes = Routes("Log")


class LogQuery(Ask):
    """Filters of the log; all that are given must fit. `order=newest` with `before` reads it backwards."""

    after: Seq = 0
    before: Seq = 0
    order: Literal["oldest", "newest"] = "oldest"
    stream: Annotated[str, msgspec.Meta(max_length=200)] = ""
    request_id: Annotated[str, msgspec.Meta(max_length=200)] = ""
    action: Annotated[str, msgspec.Meta(max_length=100)] = ""
    contact: Annotated[str, msgspec.Meta(max_length=60)] = ""
    conversation: Annotated[str, msgspec.Meta(max_length=60)] = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT


class EntryView(View):
    """One fact: ids and codes, never a person's words."""

    seq: int
    stream: str
    action: str
    refs: dict[str, Any]
    actor_kind: str
    actor_id: str
    request_id: str
    at: Instant
    hash: str


class EntryList(View):
    """Entries in order; ask again with `after` set to the last seq."""

    items: list[EntryView]


class HeadView(View):
    """How far the log has come."""

    seq: int
    hash: str


@routes.read(
    "/log", query=LogQuery, answer=EntryList, who=Who.READ,
    summary="What happened, in order; by stream, request id, action, person or conversation",
)  # fmt: skip
async def list_log(call: Call, ask: LogQuery) -> Reply:
    """Up to `limit` entries after a seq."""
    wanted = LogAsk(
        after=ask.after,
        before=ask.before,
        newest_first=ask.order == "newest",
        stream=ask.stream,
        request_id=ask.request_id,
        action=ask.action,
        contact=ask.contact,
        conversation=ask.conversation,
        most=ask.limit,
    )
    entries = await call.read(lambda tx: list_entries(tx, call.workspace.id, wanted))
    return call.ok(EntryList(items=[entry_view(entry) for entry in entries]))


@routes.read("/log/head", answer=HeadView, who=Who.READ, summary="How far the log has come, and its hash")
async def log_head(call: Call, _: Nothing) -> Reply:
    """Keep the hash elsewhere to find a log that was written anew."""
    head = await call.read(lambda tx: read_head(tx, call.workspace.id))
    return call.ok(HeadView(seq=head.seq, hash=head.hash))


def entry_view(entry: Entry) -> EntryView:
    """An entry as clients see it."""
    return EntryView(
        seq=entry.seq,
        stream=entry.stream,
        action=entry.action,
        refs=entry.refs,
        actor_kind=entry.actor_kind,
        actor_id=entry.actor_id,
        request_id=entry.request_id,
        at=at_ms(entry.at),
        hash=entry.hash,
    )
