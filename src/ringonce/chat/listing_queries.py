"""Reads for the desk: the list of conversations, one of them, and how many each view has.

A page takes the same few statements however long it is.
"""

from collections.abc import Iterable
from typing import Any

from ringonce.chat import listing_store, store
from ringonce.chat.desk_model import Counts, ListAsk, Listed, Preview, View
from ringonce.chat.labels import labels_of
from ringonce.chat.refusals import ConversationMissing
from ringonce.chat.search import find_conversations
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.values.paging import Page, PageAsk

_PREVIEW = 140


async def list_conversations(tx: Tx, workspace_id: str, ask: ListAsk, page: PageAsk) -> Page[Listed]:
    """Conversations by their newest words; the position is (last_message_at, id).

    Without a state: all but those merged away.
    """
    filters, values = _filters(ask)
    if ask.words.strip():
        found = await find_conversations(tx, workspace_id, ask.words)
        filters.add("ids")
        values["ids"] = json_array(found)
    if page.after is not None:
        filters.add("after")
        values["after_at"], values["after_id"] = page.after
    rows = await _rows(tx, workspace_id, ask.member_id, filters, values, page.limit + 1)
    items = await _listed(tx, workspace_id, rows[: page.limit])
    last = items[-1].conversation if items else None
    more = len(rows) > page.limit and last is not None
    return Page(items, (last.last_message_at, last.id) if more and last is not None else None)


async def list_some(
    tx: Tx, workspace_id: str, member_id: str, conversation_ids: Iterable[str]
) -> dict[str, Listed]:
    """These conversations as a list shows them to this member, by id; merged ones too."""
    wanted = sorted(set(conversation_ids))
    values = {"ids": json_array(wanted)}
    rows = await _rows(tx, workspace_id, member_id, {"ids"}, values, max(1, len(wanted)))
    return {each.conversation.id: each for each in await _listed(tx, workspace_id, rows)}


async def load_listed(tx: Tx, workspace_id: str, member_id: str, conversation_id: str) -> Listed:
    """One conversation as a list shows it. Raises ConversationMissing."""
    found = await list_some(tx, workspace_id, member_id, [conversation_id])
    if conversation_id not in found:
        raise ConversationMissing(conversation_id=conversation_id)
    return found[conversation_id]


async def count_views(tx: Tx, workspace_id: str, member_id: str) -> Counts:
    """How many open conversations each view has."""
    row = await tx.one(listing_store.COUNTS, workspace_id=workspace_id, member_id=member_id)
    named = await tx.one(listing_store.COUNT_MENTIONS, workspace_id=workspace_id, member_id=member_id)
    if row is None or named is None:
        raise LookupError("a count that answers nothing")
    return Counts(
        mine=int(row["mine"]),
        unassigned=int(row["unassigned"]),
        all=int(row["all"]),
        mentions=int(named["mentions"]),
    )


def _filters(ask: ListAsk) -> tuple[set[str], dict[str, Any]]:
    values: dict[str, Any] = {
        name: value
        for name in ("inbox_id", "team_id", "label_id", "assignee_id", "contact_id")
        if (value := getattr(ask, name)) is not None
    }
    filters = set(values)
    if ask.state is None:
        filters.add("standing")
    else:
        filters.add("state")
        values["state"] = ask.state.value
    if ask.view is not View.ALL:
        filters.add(ask.view.value)
    return filters, values


async def _rows(
    tx: Tx, workspace_id: str, member_id: str, filters: set[str], values: dict[str, Any], most: int
) -> list[Row]:
    asked = listing_store.list_statement(frozenset(filters))
    return await tx.all(asked, workspace_id=workspace_id, member_id=member_id, most=most, **values)


async def _listed(tx: Tx, workspace_id: str, rows: list[Row]) -> tuple[Listed, ...]:
    labels = await labels_of(tx, workspace_id, [row["id"] for row in rows])
    return tuple(
        Listed(
            conversation=store.conversation_of(row),
            contact_id=row["person_id"],
            contact_name=row["person_name"],
            labels=tuple(labels.get(row["id"], ())),
            unread=row["unread"],
            preview=_preview(row),
            number_of_merged=row["number_of_merged"],
        )
        for row in rows
    )


def _preview(row: Row) -> Preview | None:
    if row["preview_at"] is None:
        return None
    line = " ".join(row["preview_body"][: 4 * _PREVIEW].split())
    text = line if len(line) <= _PREVIEW else f"{line[: _PREVIEW - 1].rstrip()}…"
    return Preview(text=text, author_kind=row["preview_author"], at=row["preview_at"])
