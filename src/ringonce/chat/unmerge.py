"""Undoing a merge of conversations, for 30 days: every message back where it came from, nothing lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from ringonce.chat import merge_store, messages_store, store
from ringonce.chat.desk_events import ConversationSnoozed
from ringonce.chat.events import ConversationResolved
from ringonce.chat.labels import change_labels, labels_of
from ringonce.chat.merge import group_rows, load_group
from ringonce.chat.merge_events import ConversationUnmerged
from ringonce.chat.merge_model import MergeGroup
from ringonce.chat.model import AuthorKind, Draft, MessageKind, State
from ringonce.chat.placing import event_draft, place
from ringonce.contacts.refusals import UNDO_FOR, MergeTooOld, MergeUndone
from ringonce.kernel.db import Row, json_array
from ringonce.kernel.work import Work

#: What people said, or a form that waits for them; lines about deeds are not.
_SAID = frozenset(kind.value for kind in MessageKind if kind is not MessageKind.EVENT)


@dataclass(frozen=True, slots=True)
class _Loser:
    """A loser on its way back: its merge, its row, and what the merge kept about it."""

    merge: Row
    row: Row
    before: Mapping[str, Any]


async def undo_merge(work: Work, group_id: str) -> MergeGroup:
    """Withdraw what the merge placed and give back what was written to a loser since.

    A loser that was live comes back resolved if its visitor has another live conversation by now. Raises
    MergeMissing, MergeUndone, MergeTooOld.
    """
    winner, losers, sessions = await _lock(work, await group_rows(work.tx, work.workspace_id, group_id))
    work.locked()
    (first, *_) = await group_rows(work.tx, work.workspace_id, group_id)
    if first["undone_at"] is not None:
        raise MergeUndone()
    if work.now - first["merged_at"] > UNDO_FOR:
        raise MergeTooOld()
    standing = await work.tx.all(
        merge_store.STANDING_PLACES, workspace_id=work.workspace_id, ids=json_array([winner["id"]])
    )
    merge_ids = {loser.merge["id"] for loser in losers}
    addressed = {loser.row["id"] for loser in losers}
    returning = [row for row in standing if row["merge_id"] is None and row["addressed_id"] in addressed]
    placed = [row for row in standing if row["merge_id"] in merge_ids]
    withdrawn = sorted([*placed, *returning], key=lambda row: row["seq"])
    read = await _withdraw(work, winner, addressed, withdrawn, group_id)
    named, left = await _return_sessions(work, winner, losers, sessions)
    for loser in losers:
        waits = await _return_messages(work, loser.row, winner, withdrawn, read)
        wakes = waits and loser.row["id"] in named and State(winner["state"]).is_live
        await _stand_again(work, winner, loser, kept_live=loser.row["id"] in left, wakes=wakes)
    others = await work.tx.all(
        merge_store.STANDING, workspace_id=work.workspace_id, ids=json_array([winner["id"]])
    )
    await _leave(work, winner, losers, sessions, others)
    gone = {row["seq"] for row in withdrawn}
    staying = [row for row in standing if row["seq"] not in gone]
    _settle_winner(winner, losers, staying)
    if not others:
        merged_at_seq = max((row["seq"] for row in placed), default=0)
        _rest_again(work, winner, losers[0].before, [row for row in staying if row["seq"] > merged_at_seq])
    await _take_labels_back(work, winner, losers, others)
    extra = {
        "losers": [loser.row["id"] for loser in losers],
        "merge": group_id,
        "withdrawn": [row["seq"] for row in withdrawn],
        "visitor_withdrawn": [row["visitor_seq"] for row in withdrawn if row["visitor_seq"] is not None],
        "states": [loser.row["state"] for loser in losers],
    }
    await place(work, winner, _event(work, extra))
    for loser in losers:
        for told in (loser.row, winner):
            fact = ConversationUnmerged(
                **store.fact_of(told),
                winner_id=winner["id"],
                loser_id=loser.row["id"],
                merge_id=group_id,
                messages=sum(row["merge_id"] == loser.merge["id"] for row in placed),
                state=loser.row["state"],
            )
            work.append(fact)
    return await load_group(work.tx, work.workspace_id, group_id)


async def _withdraw(
    work: Work, winner: Row, losers: set[str], withdrawn: Sequence[Row], group_id: str
) -> list[Row]:
    """Empty the places and mark the merges undone; how far everybody had read before."""
    await work.tx.run(
        merge_store.WITHDRAW,
        workspace_id=work.workspace_id,
        of_conversation=winner["id"],
        places=json_array([row["seq"] for row in withdrawn]),
        at=work.now,
    )
    await work.tx.run(
        merge_store.UNDO,
        workspace_id=work.workspace_id,
        of_group=group_id,
        by=f"{work.actor.kind}:{work.actor.id}",
        at=work.now,
    )
    named = json_array([winner["id"], *sorted(losers)])
    return await work.tx.all(merge_store.READS_OF, workspace_id=work.workspace_id, ids=named)


async def _lock(work: Work, rows: Sequence[Row]) -> tuple[Row, list[_Loser], dict[str, Row]]:
    """Sessions first, then conversations by id, as every write to a conversation does."""
    kept = {row["loser_id"]: store.from_text(row["before"]) for row in rows}
    winner_id = rows[0]["winner_id"]
    ids = json_array(sorted({winner_id, *kept}))
    first = await work.tx.all(
        merge_store.FIND_CONVERSATIONS, workspace_id=work.workspace_id, ids=json_array([winner_id])
    )
    visitors = sorted({visitor for before in kept.values() for visitor in before["moved"]})
    sessions = await work.tx.all(
        merge_store.LOCK_SESSIONS,
        workspace_id=work.workspace_id,
        inbox_id=first[0]["inbox_id"],
        ids=ids,
        visitors=json_array(visitors),
    )
    found = await work.tx.all(merge_store.LOCK_CONVERSATIONS, workspace_id=work.workspace_id, ids=ids)
    by_id = {row["id"]: row for row in found}
    losers = [_Loser(row, by_id[row["loser_id"]], kept[row["loser_id"]]) for row in rows]
    return by_id[winner_id], losers, {row["visitor_id"]: row for row in sessions}


async def _return_messages(
    work: Work, loser: Row, winner: Row, withdrawn: Sequence[Row], read: Sequence[Row]
) -> bool:
    """Place what was written to a loser at its end, and keep read what was read meanwhile.

    True if a visitor wrote there since and waits for an answer.
    """
    rows = []
    waited = loser["waiting_since"]
    for row in withdrawn:
        if row["merge_id"] is not None or row["addressed_id"] != loser["id"]:
            continue

        loser["last_seq"] += 1
        if row["visitor_seq"] is not None:
            loser["last_visitor_seq"] += 1
        loser["last_place_at"] = max(loser["last_place_at"], row["created_at"])
        if row["kind"] in _SAID:
            loser["last_message_at"] = max(loser["last_message_at"], row["created_at"])
        _move_waiting(loser, row)
        rows.append(
            {
                "workspace_id": work.workspace_id,
                "conversation_id": loser["id"],
                "seq": loser["last_seq"],
                "visitor_seq": None if row["visitor_seq"] is None else loser["last_visitor_seq"],
                "message_id": row["message_id"],
                "merge_id": None,
                "withdrawn_at": None,
                "from_visitor": row["from_visitor"],
            }
        )
    await work.tx.run_many(merge_store.INSERT_PLACES, rows)
    await _keep_read(work, loser, winner, {row["message_id"]: row for row in withdrawn}, read)
    return loser["waiting_since"] not in (None, waited)


async def _keep_read(
    work: Work, loser: Row, winner: Row, stood: Mapping[str, Row], read: Sequence[Row]
) -> None:
    """What was read in the winner stays read in the loser: as far as it goes without a gap."""
    places = await work.tx.all(
        merge_store.STANDING_PLACES, workspace_id=work.workspace_id, ids=json_array([loser["id"]])
    )
    places = [row for row in sorted(places, key=lambda one: one["seq"]) if row["message_id"] in stood]

    def reached(upto: int, name: str) -> int:
        shown = [(row[name], stood[row["message_id"]][name]) for row in places if row[name] is not None]
        return max((own for own, _ in takewhile(lambda pair: pair[1] <= upto, shown)), default=0)

    for name in ("visitor_seen", "agents_seen"):
        loser[name] = max(loser[name], reached(winner[name], "visitor_seq"))
    for row in read:
        upto = reached(row["seq"], "seq")
        if row["conversation_id"] == winner["id"] and upto > 0:
            await work.tx.run(
                messages_store.MARK_READ,
                workspace_id=work.workspace_id,
                conversation_id=loser["id"],
                member_id=row["member_id"],
                seq=upto,
                at=work.now,
            )


async def _return_sessions(
    work: Work, winner: Row, losers: Sequence[_Loser], sessions: Mapping[str, Row]
) -> tuple[set[str], set[str]]:
    """Let the sessions that took part in a loser name it again, unless they found another live one since.

    `moved` named it when it was merged; those of `joined` that came to name the winner did so by the merge.
    Who may not read the loser any more, because the browser is somebody else's by now, goes nowhere. Losers
    that sessions name again; and those that must not be live, because all that named them are elsewhere.
    """
    readers = {loser.row["id"]: await _readers(work, [loser.row["id"]]) for loser in losers}
    named, left = set(), set()
    for loser in losers:
        for visitor_id in loser.before["moved"]:
            session = sessions[visitor_id]
            if visitor_id not in readers[loser.row["id"]]:
                continue
            at = session["conversation_id"]
            if at != winner["id"] and await _is_live(work, at):
                left.add(loser.row["id"])
                continue
            await store.move_participation(work.tx, session, loser.row["id"])
            named.add(loser.row["id"])
    for loser in losers:
        for visitor_id in readers[loser.row["id"]]:
            session = sessions.get(visitor_id, {})
            if session.get("conversation_id") == winner["id"] and _came_by(session, loser):
                await store.move_participation(work.tx, session, loser.row["id"])
                named.add(loser.row["id"])
    return named, left - named


def _came_by(session: Row, loser: _Loser) -> bool:
    """Whether a session that names the winner came to it by way of this loser."""
    came_from = session["came_from"]
    if came_from is None:
        return session["visitor_id"] in loser.before["joined"]
    return bool(came_from == loser.row["id"])


async def _leave(
    work: Work,
    winner: Row,
    losers: Sequence[_Loser],
    sessions: Mapping[str, Row],
    others: Sequence[Row],
) -> None:
    """Who could read the winner because of these losers reads it no more; whom another loser brought does."""
    knowing = await _readers(work, [row["loser_id"] for row in others])
    for visitor_id in {visitor for loser in losers for visitor in loser.before["joined"]}:
        if visitor_id in knowing or sessions.get(visitor_id, {}).get("conversation_id") == winner["id"]:
            continue
        await work.tx.run(
            merge_store.LEAVE_CONVERSATION,
            workspace_id=work.workspace_id,
            conversation_id=winner["id"],
            visitor_id=visitor_id,
        )


async def _readers(work: Work, conversation_ids: Sequence[str]) -> set[str]:
    found = await work.tx.all(
        merge_store.READERS_OF, workspace_id=work.workspace_id, ids=json_array(conversation_ids)
    )
    return {row["visitor_id"] for row in found}


async def _is_live(work: Work, conversation_id: str | None) -> bool:
    if conversation_id is None:
        return False
    row = await work.tx.one(store.FIND_ROOT, workspace_id=work.workspace_id, id=conversation_id)
    return row is not None and State(row["state"]).is_live


async def _stand_again(work: Work, winner: Row, loser: _Loser, *, kept_live: bool, wakes: bool) -> None:
    """The loser's row as it was before the merge, with a line that says so. It `wakes` by words that a
    visitor wrote to it since, as it would have without the merge.
    """
    state, row = State(loser.before["state"]), loser.row
    if state.is_live and kept_live:
        state = State.RESOLVED
        row["resolved_at"] = work.now
    elif wakes and state is not State.OPEN:
        state = State.OPEN
        row["resolved_at"] = None
    row.update(state=state.value, merged_into=None)
    row["snoozed_until"] = loser.before["snoozed_until"] if state is State.SNOOZED else None
    told = {"winner": winner["id"], "merge": loser.merge["group_id"], "state": state.value}
    await place(work, row, _event(work, {**told, "other_live": True} if kept_live else told))


def _settle_winner(winner: Row, losers: Sequence[_Loser], standing: Sequence[Row]) -> None:
    """What the winner took over goes back if nobody changed it since; who waits, and when something was said
    last, is counted anew.
    """
    said = [row["created_at"] for row in standing if row["kind"] in _SAID]
    winner["last_message_at"] = max(losers[0].before["said_at"], *said)
    for loser in losers:
        for name, value in loser.before["taken"].items():
            if winner[name] == value:
                winner[name] = None
    if winner["assignee_id"] is None:
        winner["assigned_at"] = None
    if winner["state"] != State.RESOLVED:
        winner["waiting_since"] = None
        for row in sorted(standing, key=lambda one: (one["created_at"], one["seq"])):
            _move_waiting(winner, row)


def _rest_again(work: Work, winner: Row, before: Mapping[str, Any], since: Sequence[Row]) -> None:
    """A winner that the merge had opened is as it was before, unless a visitor has written in it since."""
    if winner["state"] != State.OPEN or any(row["author_kind"] == AuthorKind.VISITOR for row in since):
        return
    was, until = before["winner_state"], before.get("winner_snoozed_until")
    if was == State.SNOOZED and until is not None and until > work.now:
        winner.update(state=State.SNOOZED.value, snoozed_until=until)
        told = {**store.fact_of(winner), "version": winner["version"] + 1}
        work.append(ConversationSnoozed(**told, until=until))
    elif was == State.RESOLVED:
        winner.update(state=State.RESOLVED.value, resolved_at=work.now, waiting_since=None)
        told = {**store.fact_of(winner), "version": winner["version"] + 1}
        work.append(ConversationResolved(**told, cause=work.actor.kind))


async def _take_labels_back(work: Work, winner: Row, losers: Sequence[_Loser], others: Sequence[Row]) -> None:
    """The winner loses the labels that it had from these losers, unless another loser still brings them."""
    still = await labels_of(work.tx, work.workspace_id, [row["loser_id"] for row in others])
    kept = {label_id for carried in still.values() for label_id in carried}
    brought = {label_id for loser in losers for label_id in loser.before["labels"]}
    await change_labels(work, winner["id"], (), brought - kept)


def _move_waiting(conversation: Row, row: Row) -> None:
    if row["author_kind"] == AuthorKind.VISITOR and row["kind"] == MessageKind.TEXT:
        conversation["waiting_since"] = conversation["waiting_since"] or row["created_at"]
    elif row["author_kind"] in (AuthorKind.MEMBER, AuthorKind.KEY) and row["kind"] in (
        MessageKind.TEXT,
        MessageKind.OFFER,
    ):
        conversation["waiting_since"] = None


def _event(work: Work, extra: Mapping[str, Any]) -> Draft:
    drawn = event_draft(work, "unmerged")
    return Draft(author=drawn.author, kind=drawn.kind, extra={**drawn.extra, **extra})
