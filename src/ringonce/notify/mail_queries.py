"""Reads of all letters as one list, the newest first: those about bookings and those about conversations."""

from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from ringonce.kernel.db import Row, Tx, statement
from ringonce.notify import chat_store
from ringonce.notify.chat_model import ChatLetterRow
from ringonce.notify.chat_tables import chat_letters
from ringonce.notify.model import LetterRow
from ringonce.notify.store import letter_of
from ringonce.notify.tables import letters
from ringonce.values.ids import WorkspaceId
from ringonce.values.paging import Page, PageAsk

_W: Final[BindParameter[str]] = bindparam("workspace")
_BEFORE: Final[BindParameter[int]] = bindparam("before_at", type_=BigInteger())
_SAME: Final = ("id", "kind", "recipient", "state", "attempts", "problem", "created_at", "sent_at")


def _newest(table: Table, **own: ColumnElement[object]) -> Select[tuple[object, ...]]:
    """The newest letters of one table. Each part of the union is cut by itself, by its own index."""
    cut = (
        select(
            *(table.c[name] for name in _SAME),
            *(column.label(name) for name, column in sorted(own.items())),
        )
        .where(
            table.c.workspace_id == _W,
            or_(
                table.c.created_at < _BEFORE,
                and_(table.c.created_at == _BEFORE, table.c.id < bindparam("before_id")),
            ),
        )
        .order_by(table.c.created_at.desc(), table.c.id.desc())
        .limit(bindparam("most"))
        .subquery()
    )
    return select(cut)


_OF_BOOKINGS: Final = _newest(
    letters,
    about=literal_column("'booking'"),
    reader=letters.c.reader,
    booking_id=letters.c.booking_id,
    conversation_id=cast(null(), Text()),
    start_minute=letters.c.start_minute,
)
_OF_CONVERSATIONS: Final = _newest(
    chat_letters,
    about=literal_column("'conversation'"),
    reader=case(
        (chat_letters.c.member_id.is_(None), literal_column("'visitor'")), else_=literal_column("'agent'")
    ),
    booking_id=cast(null(), Text()),
    conversation_id=chat_letters.c.conversation_id,
    start_minute=cast(null(), Integer()),
)
_BOTH: Final = union_all(_OF_BOOKINGS, _OF_CONVERSATIONS).subquery()
# No id is in both tables: one begins with a number of the log, the other with a kind or as a mail's id.
_NEWEST: Final = statement(
    select(_BOTH).order_by(_BOTH.c.created_at.desc(), _BOTH.c.id.desc()).limit(bindparam("most"))
)
_FIND: Final = statement(
    select(letters).where((letters.c.workspace_id == _W) & (letters.c.id == bindparam("letter")))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One letter of the list, without its words. Times in ms, `start_minute` in UTC minutes.

    `booking_id` and `start_minute` are None for a conversation, `conversation_id` for a booking.
    """

    id: str
    about: Literal["booking", "conversation"]
    kind: str
    reader: str
    state: str
    booking_id: str | None
    conversation_id: str | None
    recipient: str
    start_minute: int | None
    attempts: int
    problem: str
    created_at: int
    sent_at: int | None


async def list_kept(tx: Tx, workspace_id: WorkspaceId, page: PageAsk) -> Page[Mail]:
    """Letters of both kinds, the newest first; the next position is (created_at, id)."""
    before_at, before_id = page.after if page.after is not None else (2**53, "")
    rows = await tx.all(
        _NEWEST, workspace=workspace_id, before_at=before_at, before_id=before_id, most=page.limit + 1
    )
    shown = tuple(_mail_of(row) for row in rows[: page.limit])
    is_more = len(rows) > page.limit
    return Page(shown, (shown[-1].created_at, shown[-1].id) if is_more else None)


async def find_mail(tx: Tx, workspace_id: WorkspaceId, letter_id: str) -> LetterRow | ChatLetterRow | None:
    """One letter as it is kept."""
    row = await tx.one(_FIND, workspace=workspace_id, letter=letter_id)
    if row is not None:
        return letter_of(row)
    return await chat_store.find_letter(tx, workspace_id, letter_id)


def mail_of(kept: LetterRow | ChatLetterRow) -> Mail:
    """A letter as the list shows it."""
    same = {name: getattr(kept, name) for name in _SAME} | {"kind": kept.kind.value}
    if isinstance(kept, ChatLetterRow):
        return Mail(
            **same,
            about="conversation",
            reader="visitor" if kept.member_id is None else "agent",
            booking_id=None,
            conversation_id=kept.conversation_id,
            start_minute=None,
        )
    return Mail(
        **same,
        about="booking",
        reader=kept.reader.value,
        booking_id=kept.booking_id,
        conversation_id=None,
        start_minute=kept.start_minute,
    )


def _mail_of(row: Row) -> Mail:
    return Mail(**{name: row[name] for name in Mail.__slots__})
