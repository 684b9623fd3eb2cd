"""The door to a person's story."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

import msgspec

from ringonce.desk.timeline import Moment, read_timeline
from ringonce.identity.queries import find_names
from ringonce.kernel.db import Tx
from ringonce.values.paging import PageAsk, decode_cursor, encode_cursor
from ringonce.web.accounts_model import Ask, View
from ringonce.web.booking_model import ActorView
from ringonce.web.call import Call, Reply
from ringonce.web.problems import wire
from ringonce.web.routing import Routes, Who
from ringonce.web.times import at_minute, at_ms

routes = Routes("Contacts")


class TimelineQuery(Ask):
    cursor: str | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class TimelineConversation(View):
    """`messages`: how many people wrote in it. `page`: where it began, if known."""

    id: str
    number: int
    state: str
    inbox_id: str
    merged_into: str | None
    messages: int
    page: dict[str, Any]


class TimelineBooking(View):
    id: str
    state: str
    title: str
    start: datetime
    length_minutes: int
    no_show: bool


class TimelineItem(View):
    """One thing that happened; what it happened to is shown as it is now."""

    seq: int
    kind: str
    at: datetime
    actor: ActorView
    conversation: TimelineConversation | None
    booking: TimelineBooking | None
    refs: dict[str, Any]
    request_id: str


class TimelineList(View):
    """The newest first."""

    items: list[TimelineItem]
    next_cursor: str | None


@routes.read(
    "/contacts/{contact_id}/timeline", query=TimelineQuery, answer=TimelineList, who=Who.READ,
    summary="One person's conversations, bookings and merges in one list, the newest first",
    errors=("contact-missing", "malformed-cursor"),
)  # fmt: skip
async def timeline(call: Call, ask: TimelineQuery) -> Reply:
    """Over every contact that was merged into this one."""
    page_ask = PageAsk(ask.limit, None if ask.cursor is None else decode_cursor(ask.cursor, (int,)))
    workspace_id = call.workspace.id

    async def read(tx: Tx) -> TimelineList:
        page = await read_timeline(tx, workspace_id, call.path["contact_id"], page_ask)
        names = await find_names(tx, workspace_id, {each.entry.actor_id for each in page.items})
        return TimelineList(
            items=[_item(each, names) for each in page.items],
            next_cursor=encode_cursor(page.next_after) if page.next_after else None,
        )

    return call.ok(await call.read(read))


def _item(moment: Moment, names: Mapping[str, str]) -> TimelineItem:
    entry = moment.entry
    return TimelineItem(
        seq=entry.seq,
        kind=moment.kind,
        at=at_ms(entry.at),
        actor=ActorView(kind=entry.actor_kind, id=entry.actor_id, name=names.get(entry.actor_id)),
        conversation=None if moment.conversation is None else _conversation(moment.conversation),
        booking=None if moment.booking is None else _booking(moment.booking),
        refs=wire(entry.refs),
        request_id=entry.request_id,
    )


def _conversation(row: Mapping[str, Any]) -> TimelineConversation:
    return TimelineConversation(
        id=row["id"],
        number=row["number"],
        state=row["state"],
        inbox_id=row["inbox_id"],
        merged_into=row["merged_into"],
        messages=row["messages"],
        page=msgspec.json.decode(row["page"]),
    )


def _booking(row: Mapping[str, Any]) -> TimelineBooking:
    return TimelineBooking(
        id=row["id"],
        state=row["state"],
        title=row["title"],
        start=at_minute(row["start_minute"]),
        length_minutes=row["length_minutes"],
        no_show=bool(row["no_show"]),
    )
