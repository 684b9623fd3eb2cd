"""Reads of letters by the log entries they came from, for the story of a click."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import and_, bindparam, or_, select

from ringonce.kernel.db import Row, Tx, in_list, json_array, statement
from ringonce.kernel.eventlog import Entry
from ringonce.notify.chat_model import ChatLetterKind, Side, side_of
from ringonce.notify.chat_tables import chat_letters
from ringonce.notify.tables import letters

_OF_ENTRIES: Final = statement(
    select(letters)
    .where(letters.c.workspace_id == bindparam("workspace"), in_list(letters.c.seq, "seqs"))
    .order_by(letters.c.seq, letters.c.id)
)
# A copy is named by its fact. The others tell of places: which one belongs to which fact is looked up below.
_OF_CHATS: Final = statement(
    select(chat_letters)
    .where(
        chat_letters.c.workspace_id == bindparam("workspace"),
        or_(
            in_list(chat_letters.c.id, "letter_ids"),
            and_(
                in_list(chat_letters.c.conversation_id, "conversation_ids"),
                chat_letters.c.after_seq < bindparam("last"),
                chat_letters.c.upto_seq >= bindparam("first"),
            ),
        ),
    )
    .order_by(chat_letters.c.created_at, chat_letters.c.id)
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


async def list_told(tx: Tx, workspace_id: str, entries: Sequence[Entry]) -> tuple[ToldLetter, ...]:
    """The letters that these entries of the log caused; one that tells of several stands at the first."""
    if not entries:
        return ()
    rows = await tx.all(
        _OF_ENTRIES, workspace=workspace_id, seqs=json_array([entry.seq for entry in entries])
    )
    booked = [_told(row, row["seq"], row["reader"]) for row in rows]
    return (*booked, *await _of_chats(tx, workspace_id, entries))


async def _of_chats(tx: Tx, workspace_id: str, entries: Sequence[Entry]) -> list[ToldLetter]:
    asked = {entry.refs["letter"]: entry.seq for entry in entries if entry.action == "TranscriptAsked"}
    said = [entry for entry in entries if entry.action == "MessageSent" and side_of(entry.refs) is not None]
    if not asked and not said:
        return []
    places = [entry.refs["visitor_seq"] for entry in said]
    rows = await tx.all(
        _OF_CHATS,
        workspace=workspace_id,
        letter_ids=json_array(sorted(asked)),
        conversation_ids=json_array(sorted({entry.refs["conversation"] for entry in said})),
        first=min(places, default=0),
        last=max(places, default=0),
    )
    found = []
    for row in rows:
        seq = asked.get(row["id"]) or next((entry.seq for entry in said if _tells_of(row, entry)), None)
        if seq is not None:
            found.append(_told(row, seq, "visitor" if row["member_id"] is None else "agent"))
    return found


def _tells_of(row: Row, entry: Entry) -> bool:
    kinds = {Side.AGENTS: ChatLetterKind.WAITING, Side.VISITOR: ChatLetterKind.ANSWER}
    side = side_of(entry.refs)
    is_place = row["conversation_id"] == entry.refs["conversation"] and (
        int(row["after_seq"]) < entry.refs["visitor_seq"] <= int(row["upto_seq"])
    )
    return bool(is_place and side is not None and row["kind"] == kinds[side])


def _told(row: Row, seq: int, reader: str) -> ToldLetter:
    same = {name: row[name] for name in ToldLetter.__slots__ if name not in {"seq", "reader"}}
    return ToldLetter(**same, seq=seq, reader=reader)
