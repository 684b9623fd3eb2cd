"""Reads of offers, of bookings made in conversations, and of who is meant by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import BindParameter, Text, and_, bindparam, func, literal_column, select, tuple_

from ringonce.booking.catalogue_tables import services
from ringonce.booking.tables import bookings, holds
from ringonce.calendars.tables import hosts
from ringonce.chat.tables import conversation_visitors, conversations, messages, placements
from ringonce.contacts.tables import contacts, identities
from ringonce.desk.model import Offer, OfferState, OfferTime, TimeState
from ringonce.desk.tables import conversation_bookings, offer_times, offers
from ringonce.kernel.db import Row, Tx, in_list, json_array, statement
from ringonce.kernel.eventlog import Entry, entry_of, log

_W: Final[BindParameter[str]] = bindparam("workspace_id")

_OFFERS: Final = statement(
    select(offers)
    .where(offers.c.workspace_id == _W, in_list(offers.c.message_id, "message_ids"))
    .order_by(offers.c.message_id)
)
_TIMES: Final = statement(
    select(offer_times, holds.c.expires_at.label("held_until"))
    .select_from(offer_times)
    .outerjoin(
        holds,
        and_(holds.c.workspace_id == offer_times.c.workspace_id, holds.c.id == offer_times.c.hold_id),
    )
    .where(offer_times.c.workspace_id == _W, in_list(offer_times.c.message_id, "message_ids"))
    .order_by(offer_times.c.message_id, offer_times.c.position)
)
_OPEN_ALL: Final = statement(
    select(
        offers.c.workspace_id,
        offers.c.message_id,
        offers.c.service_id,
        offers.c.expires_at,
        offer_times.c.state,
        offer_times.c.start_minute,
        holds.c.state.label("hold_state"),
        holds.c.expires_at.label("held_until"),
    )
    .select_from(offers)
    .join(
        offer_times,
        and_(
            offer_times.c.workspace_id == offers.c.workspace_id,
            offer_times.c.message_id == offers.c.message_id,
        ),
    )
    .outerjoin(
        holds,
        and_(holds.c.workspace_id == offer_times.c.workspace_id, holds.c.id == offer_times.c.hold_id),
    )
    .where(
        offers.c.state == literal_column("'open'"),
        tuple_(offers.c.workspace_id, offers.c.message_id)
        > tuple_(bindparam("after_workspace", type_=Text), bindparam("after_message", type_=Text)),
    )
    .order_by(offers.c.workspace_id, offers.c.message_id, offer_times.c.position)
    .limit(bindparam("most"))
)
_SAID: Final = statement(
    select(messages.c.id).where(
        messages.c.workspace_id == _W,
        messages.c.addressed_id == bindparam("addressed_id"),
        messages.c.author_kind == bindparam("author_kind"),
        messages.c.author_id == bindparam("author_id"),
        messages.c.client_id == bindparam("client_id"),
    )
)
_LAST_WRITER: Final = statement(
    select(messages.c.author_id)
    .select_from(placements)
    .join(
        messages,
        and_(messages.c.workspace_id == placements.c.workspace_id, messages.c.id == placements.c.message_id),
    )
    # What a session wrote stays when it leaves: the browser may be somebody else's by now.
    .join(
        conversation_visitors,
        and_(
            conversation_visitors.c.workspace_id == placements.c.workspace_id,
            conversation_visitors.c.conversation_id == placements.c.conversation_id,
            conversation_visitors.c.visitor_id == messages.c.author_id,
        ),
    )
    .where(
        placements.c.workspace_id == _W,
        placements.c.conversation_id == bindparam("conversation_id"),
        placements.c.withdrawn_at.is_(None),
        messages.c.author_kind == literal_column("'visitor'"),
    )
    .order_by(placements.c.seq.desc())
    .limit(1)
)
_LAST_JOINED: Final = statement(
    select(conversation_visitors.c.visitor_id)
    .where(
        conversation_visitors.c.workspace_id == _W,
        conversation_visitors.c.conversation_id == bindparam("conversation_id"),
    )
    .order_by(conversation_visitors.c.joined_at.desc(), conversation_visitors.c.visitor_id)
    .limit(1)
)
_KNOWN: Final = statement(
    select(contacts.c.name, identities.c.kind, identities.c.value, identities.c.proved_at)
    .select_from(contacts)
    .outerjoin(
        identities,
        and_(identities.c.workspace_id == contacts.c.workspace_id, identities.c.contact_id == contacts.c.id),
    )
    .where(contacts.c.workspace_id == _W, in_list(contacts.c.id, "contact_ids"))
    .order_by(identities.c.proved_at.is_(None), identities.c.seen_at.desc(), identities.c.value)
)
_RECEIPTS_OF: Final = statement(
    select(messages.c.id, messages.c.addressed_id, messages.c.client_id)
    .select_from(conversation_bookings)
    .join(
        messages,
        and_(
            messages.c.workspace_id == conversation_bookings.c.workspace_id,
            messages.c.addressed_id == conversation_bookings.c.conversation_id,
            messages.c.kind == literal_column("'receipt'"),
        ),
    )
    .where(
        conversation_bookings.c.workspace_id == _W,
        conversation_bookings.c.booking_id == bindparam("booking_id"),
        messages.c.extra.like(bindparam("pattern")),
    )
    .order_by(messages.c.created_at, messages.c.id)
)
_BOOKINGS: Final = statement(
    select(bookings, services.c.title.label("service_title"))
    .join(
        services,
        and_(services.c.workspace_id == bookings.c.workspace_id, services.c.id == bookings.c.service_id),
    )
    .where(bookings.c.workspace_id == _W, in_list(bookings.c.id, "booking_ids"))
)
_HOST_NAMES: Final = statement(
    select(hosts.c.id, hosts.c.name).where(hosts.c.workspace_id == _W, in_list(hosts.c.id, "host_ids"))
)
_CONVERSATIONS_OF: Final = statement(
    select(conversation_bookings.c.booking_id, conversation_bookings.c.conversation_id)
    .where(conversation_bookings.c.workspace_id == _W, in_list(conversation_bookings.c.booking_id, "ids"))
    .order_by(conversation_bookings.c.at)
)
# --- a person's story

_THREADS_OF: Final = statement(
    select(
        *(conversations.c[name] for name in ("id", "number", "state", "inbox_id", "page", "created_at")),
        *(conversations.c[name] for name in ("resolved_at", "merged_into")),
    )
    .where(conversations.c.workspace_id == _W, in_list(conversations.c.contact_id, "contact_ids"))
    .order_by(conversations.c.id)
)
_MEETINGS_OF: Final = statement(
    select(
        *(bookings.c[name] for name in ("id", "state", "start_minute", "length_minutes", "no_show")),
        services.c.title.label("title"),
    )
    .join(
        services,
        and_(services.c.workspace_id == bookings.c.workspace_id, services.c.id == bookings.c.service_id),
    )
    .where(bookings.c.workspace_id == _W, in_list(bookings.c.contact_id, "contact_ids"))
    .order_by(bookings.c.id)
)
_ENTRIES: Final = statement(
    select(log)
    .where(
        log.c.workspace_id == _W,
        in_list(log.c.stream, "streams"),
        in_list(log.c.action, "actions"),
        log.c.seq < bindparam("before"),
    )
    .order_by(log.c.seq.desc())
    .limit(bindparam("most"))
)
# What people said, where it stands: a merged conversation's own places say nothing any more.
_COUNTS: Final = statement(
    select(placements.c.conversation_id, func.count().label("said"))
    .join(
        messages,
        and_(messages.c.workspace_id == placements.c.workspace_id, messages.c.id == placements.c.message_id),
    )
    .where(
        placements.c.workspace_id == _W,
        in_list(placements.c.conversation_id, "conversation_ids"),
        placements.c.withdrawn_at.is_(None),
        messages.c.kind == literal_column("'text'"),
    )
    .group_by(placements.c.conversation_id)
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person; proved addresses before typed ones, the latest first."""

    name: str = ""
    email: str = ""
    phone: str = ""


async def find_offer(tx: Tx, workspace_id: str, message_id: str) -> Offer | None:
    """One offer with its times."""
    return (await offers_of(tx, workspace_id, [message_id])).get(message_id)


async def offers_of(tx: Tx, workspace_id: str, message_ids: Iterable[str]) -> dict[str, Offer]:
    """The offers that these messages show."""
    wanted = json_array(message_ids)
    rows = await tx.all(_OFFERS, workspace_id=workspace_id, message_ids=wanted)
    if not rows:
        return {}
    times: dict[str, list[OfferTime]] = {}
    for row in await tx.all(_TIMES, workspace_id=workspace_id, message_ids=wanted):
        times.setdefault(row["message_id"], []).append(_time(row))
    return {row["message_id"]: _offer(row, times.get(row["message_id"], [])) for row in rows}


async def list_open(tx: Tx, after: tuple[str, str], most: int) -> list[Row]:
    """The buttons of open offers after one (workspace, message), with their leases, offer by offer."""
    return await tx.all(_OPEN_ALL, after_workspace=after[0], after_message=after[1], most=most)


async def find_said(
    tx: Tx, workspace_id: str, addressed_id: str, author_kind: str, author_id: str, client_id: str
) -> str | None:
    """The id of the message that an author meant for a conversation under a client's id."""
    row = await tx.one(
        _SAID,
        workspace_id=workspace_id,
        addressed_id=addressed_id,
        author_kind=author_kind,
        author_id=author_id,
        client_id=client_id,
    )
    return None if row is None else str(row["id"])


async def find_listener(tx: Tx, workspace_id: str, conversation_id: str) -> str | None:
    """The visitor session that an agent talks to: of those in it, who wrote or else joined last."""
    row = await tx.one(_LAST_WRITER, workspace_id=workspace_id, conversation_id=conversation_id)
    if row is not None:
        return str(row["author_id"])
    row = await tx.one(_LAST_JOINED, workspace_id=workspace_id, conversation_id=conversation_id)
    return None if row is None else str(row["visitor_id"])


async def find_known(tx: Tx, workspace_id: str, contact_ids: Iterable[str]) -> Known:
    """What the contacts that one person is known by say of her."""
    rows = await tx.all(_KNOWN, workspace_id=workspace_id, contact_ids=json_array(contact_ids))
    found: dict[str, str] = {}
    for row in rows:
        if row["kind"] in ("email", "phone"):
            found.setdefault(row["kind"], row["value"])
        if row["name"]:
            found.setdefault("name", row["name"])
    return Known(**found)


async def receipts_of(tx: Tx, workspace_id: str, booking_id: str) -> list[Row]:
    """Receipts of a booking: id, the conversation each was meant for, client_id."""
    return await tx.all(
        _RECEIPTS_OF, workspace_id=workspace_id, booking_id=booking_id, pattern=f'%"{booking_id}"%'
    )


async def find_bookings(tx: Tx, workspace_id: str, booking_ids: Iterable[str]) -> dict[str, Row]:
    """Bookings by id, with the title of their service."""
    rows = await tx.all(_BOOKINGS, workspace_id=workspace_id, booking_ids=json_array(booking_ids))
    return {str(row["id"]): row for row in rows}


async def host_names(tx: Tx, workspace_id: str, host_ids: Iterable[str]) -> Mapping[str, str]:
    """Names of hosts by id."""
    rows = await tx.all(_HOST_NAMES, workspace_id=workspace_id, host_ids=json_array(host_ids))
    return {str(row["id"]): str(row["name"]) for row in rows}


async def conversations_of(tx: Tx, workspace_id: str, booking_ids: Iterable[str]) -> dict[str, str]:
    """Booking -> the conversation in which it was made."""
    rows = await tx.all(_CONVERSATIONS_OF, workspace_id=workspace_id, ids=json_array(booking_ids))
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(str(row["booking_id"]), str(row["conversation_id"]))
    return found


async def threads_of(tx: Tx, workspace_id: str, contact_ids: Iterable[str]) -> dict[str, Row]:
    """Conversations of the contacts that one person is known by, by id."""
    rows = await tx.all(_THREADS_OF, workspace_id=workspace_id, contact_ids=json_array(contact_ids))
    return {str(row["id"]): row for row in rows}


async def meetings_of(tx: Tx, workspace_id: str, contact_ids: Iterable[str]) -> dict[str, Row]:
    """Bookings of the contacts that one person is known by, by id."""
    rows = await tx.all(_MEETINGS_OF, workspace_id=workspace_id, contact_ids=json_array(contact_ids))
    return {str(row["id"]): row for row in rows}


async def entries_of(
    tx: Tx, workspace_id: str, streams: Iterable[str], actions: Iterable[str], before: int, most: int
) -> list[Entry]:
    """Log entries of some streams and actions before a seq, the newest first."""
    rows = await tx.all(
        _ENTRIES,
        workspace_id=workspace_id,
        streams=json_array(streams),
        actions=json_array(actions),
        before=before,
        most=most,
    )
    return [entry_of(row) for row in rows]


async def count_said(tx: Tx, workspace_id: str, conversation_ids: Iterable[str]) -> dict[str, int]:
    """How many messages people wrote in each conversation that has any."""
    rows = await tx.all(_COUNTS, workspace_id=workspace_id, conversation_ids=json_array(conversation_ids))
    return {str(row["conversation_id"]): int(row["said"]) for row in rows}


def _time(row: Row) -> OfferTime:
    return OfferTime(
        position=row["position"],
        start_minute=row["start_minute"],
        state=TimeState(row["state"]),
        hold_id=row["hold_id"],
        generation=row["generation"],
        was_minute=row["was_minute"],
        held_until=row["held_until"],
    )


def _offer(row: Row, times: list[OfferTime]) -> Offer:
    return Offer(
        message_id=row["message_id"],
        conversation_id=row["conversation_id"],
        service_id=row["service_id"],
        length_minutes=row["length_minutes"],
        zone=row["zone"],
        state=OfferState(row["state"]),
        version=row["version"],
        expires_at=row["expires_at"],
        booking_id=row["booking_id"],
        moving_booking_id=row["moving_booking_id"],
        times=tuple(times),
    )
