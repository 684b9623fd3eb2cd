"""Reads what a letter needs of the features below: the place it comes from and the people it goes to."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, select

from ringonce.booking.catalogue_tables import services
from ringonce.booking.tables import bookings
from ringonce.calendars.tables import hosts
from ringonce.chat.inbox_tables import agents
from ringonce.chat.tables import conversations
from ringonce.identity.tables import members, workspaces
from ringonce.kernel.db import Tx, in_list, json_array, statement
from ringonce.kernel.eventlog import read_stream
from ringonce.values.ids import WorkspaceId

_ORIGIN = statement(
    select(workspaces.c.name, workspaces.c.slug, workspaces.c.locale, workspaces.c.zone, services.c.title)
    .join(services, services.c.workspace_id == workspaces.c.workspace_id)
    .where(workspaces.c.workspace_id == bindparam("workspace"), services.c.id == bindparam("of_service"))
)
_HOSTS = statement(
    select(hosts.c.id, hosts.c.name, hosts.c.email, hosts.c.locale, members.c.email.label("member_email"))
    .outerjoin(
        members,
        (members.c.workspace_id == hosts.c.workspace_id)
        & (members.c.id == hosts.c.member_id)
        & (members.c.active == 1),
    )
    .where(hosts.c.workspace_id == bindparam("workspace"), in_list(hosts.c.id, "host_ids"))
    .order_by(hosts.c.id)
)
_OF_CONTACT = statement(
    select(bookings.c.id).where(
        bookings.c.workspace_id == bindparam("workspace"), in_list(bookings.c.contact_id, "contact_ids")
    )
)

_HOME = statement(
    select(workspaces.c.name, workspaces.c.slug, workspaces.c.locale, workspaces.c.zone).where(
        workspaces.c.workspace_id == bindparam("workspace")
    )
)
_MEMBERS = statement(
    select(members.c.id, members.c.name, members.c.email, members.c.active)
    .where(members.c.workspace_id == bindparam("workspace"), in_list(members.c.id, "member_ids"))
    .order_by(members.c.created_at, members.c.id)
)
_PRESENT = statement(
    select(agents.c.member_id).where(
        agents.c.workspace_id == bindparam("workspace"),
        in_list(agents.c.member_id, "member_ids"),
        agents.c.status == literal_column("'online'"),
        agents.c.present_until > bindparam("now"),
    )
)
_CHATS_OF = statement(
    select(conversations.c.id).where(
        conversations.c.workspace_id == bindparam("workspace"),
        in_list(conversations.c.contact_id, "contact_ids"),
    )
)

#: Each of these raises the booking's iCalendar SEQUENCE by one.
RAISES_SEQUENCE = frozenset(
    {"BookingMoved", "BookingCancelled", "BookingRejected", "GuestsAdded", "RequestExpired"}
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a letter comes from."""

    workspace: str
    slug: str
    locale: str
    zone: str
    service: str


@dataclass(frozen=True, slots=True)
class HostAddress:
    """A host as letters know it; `email` is empty where nobody can be written to."""

    id: str
    name: str
    email: str
    locale: str


@dataclass(frozen=True, slots=True)
class Home:
    """The workspace that a mail about a conversation comes from."""

    workspace: str
    slug: str
    locale: str
    zone: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member as mails know her; `email` is empty where she works here no more."""

    id: str
    name: str
    email: str


async def find_home(tx: Tx, workspace_id: WorkspaceId) -> Home | None:
    """The workspace by itself."""
    row = await tx.one(_HOME, workspace=workspace_id)
    return None if row is None else Home(row["name"], row["slug"], row["locale"], row["zone"])


async def list_colleagues(tx: Tx, workspace_id: WorkspaceId, member_ids: Iterable[str]) -> list[Colleague]:
    """Members by id, in the order they joined."""
    rows = await tx.all(_MEMBERS, workspace=workspace_id, member_ids=json_array(member_ids))
    return [Colleague(row["id"], row["name"], row["email"] if row["active"] else "") for row in rows]


async def list_present(
    tx: Tx, workspace_id: WorkspaceId, member_ids: Iterable[str], now: int
) -> frozenset[str]:
    """Which of these members are at the desk and free to answer."""
    rows = await tx.all(_PRESENT, workspace=workspace_id, member_ids=json_array(member_ids), now=now)
    return frozenset(row["member_id"] for row in rows)


async def list_conversations_of(tx: Tx, workspace_id: WorkspaceId, contact_ids: Iterable[str]) -> list[str]:
    """The ids of a person's conversations."""
    rows = await tx.all(_CHATS_OF, workspace=workspace_id, contact_ids=json_array(contact_ids))
    return [row["id"] for row in rows]


async def find_origin(tx: Tx, workspace_id: WorkspaceId, service_id: str) -> Origin | None:
    """The workspace and the service."""
    row = await tx.one(_ORIGIN, workspace=workspace_id, of_service=service_id)
    if row is None:
        return None
    return Origin(row["name"], row["slug"], row["locale"], row["zone"], row["title"])


async def list_host_addresses(tx: Tx, workspace_id: WorkspaceId, host_ids: str) -> list[HostAddress]:
    """Hosts by id (a JSON array); a host without an address of its own is reached as the member it is."""
    rows = await tx.all(_HOSTS, workspace=workspace_id, host_ids=host_ids)
    return [
        HostAddress(row["id"], row["name"], row["email"] or row["member_email"] or "", row["locale"] or "")
        for row in rows
    ]


async def list_bookings_of(tx: Tx, workspace_id: WorkspaceId, contact_ids: Iterable[str]) -> list[str]:
    """The ids of a person's bookings, under every id that the person has."""
    rows = await tx.all(_OF_CONTACT, workspace=workspace_id, contact_ids=json_array(contact_ids))
    return [row["id"] for row in rows]


async def sequence_at(tx: Tx, workspace_id: WorkspaceId, booking_id: str, seq: int) -> int:
    """The iCalendar SEQUENCE that a booking had when log row `seq` was written (RFC 5546, 2.1.4)."""
    entries = await read_stream(tx, workspace_id, f"booking:{booking_id}")
    return sum(entry.seq <= seq and entry.action in RAISES_SEQUENCE for entry in entries)
