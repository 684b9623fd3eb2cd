"""Several conversations become one.

A merge places every standing message of the losers in the winner once more and takes nothing from the losers,
so that `unmerge` has only to withdraw what was placed.
"""

from collections.abc import Mapping, Sequence

from ringonce.chat import merge_store, store
from ringonce.chat.events import ConversationReopened
from ringonce.chat.labels import change_labels, labels_of
from ringonce.chat.merge_events import ConversationMerged
from ringonce.chat.merge_model import MergeGroup, MergePlan, PlannedPlace
from ringonce.chat.model import State
from ringonce.chat.placing import note_event
from ringonce.chat.refusals import ConversationMissing
from ringonce.contacts.refusals import LOSERS_MOST, MergeChain, MergeCycle, MergeMissing, MergeWithItself
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import MergeId

# What a winner without one takes over from the first loser that has it.
_TAKEN = ("assignee_id", "team_id")


class MergeForeignInbox(DomainError):
    """Only conversations of one inbox are merged."""

    code = "merge-foreign-inbox"
    kind = Kind.CONFLICT


async def preview_merge(tx: Tx, workspace_id: str, winner_id: str, loser_ids: Sequence[str]) -> MergePlan:
    """What `merge_conversations` would do, with nothing done. Raises what it raises."""
    ids = _check_ids(winner_id, loser_ids)
    found = await tx.all(merge_store.FIND_CONVERSATIONS, workspace_id=workspace_id, ids=json_array(ids))
    rows = _check_rows(found, ids)
    losers, _ = await _to_merge(tx, workspace_id, winner_id, loser_ids)
    _, moving = await _places(tx, workspace_id, rows[winner_id], losers)
    own, _ = await _places(tx, workspace_id, rows[winner_id], ())
    moved = await tx.all(merge_store.SESSIONS_OF, workspace_id=workspace_id, ids=json_array(losers))
    drawn = [_planned(row, row["seq"]) for row in own] + [_planned(row, row["seq_new"]) for row in moving]
    return MergePlan(
        winner=store.conversation_of(rows[winner_id]),
        losers=tuple(store.conversation_of(rows[each]) for each in loser_ids),
        order=tuple(sorted(drawn, key=lambda one: (one.at, one.seq))),
        moved_sessions=len(moved),
    )


async def merge_conversations(
    work: Work, winner_id: str, loser_ids: Sequence[str], cause: str = "member"
) -> MergeGroup:
    """Let everything said in the losers stand in the winner too; merging the same again changes nothing.

    Raises ConversationMissing, MergeWithItself, MergeForeignInbox, MergeChain, MergeCycle.
    """
    ids = _check_ids(winner_id, loser_ids)
    named = json_array(ids)
    await work.tx.all(merge_store.LOCK_PARTICIPATIONS, workspace_id=work.workspace_id, ids=named)
    found = await work.tx.all(merge_store.LOCK_CONVERSATIONS, workspace_id=work.workspace_id, ids=named)
    rows = _check_rows(found, ids)
    work.locked()
    losers, done = await _to_merge(work.tx, work.workspace_id, winner_id, loser_ids)
    if done is not None:
        return await load_group(work.tx, work.workspace_id, done)
    winner, group = rows[winner_id], work.new_id(MergeId)
    merge_ids: dict[str, str] = {each: work.new_id(MergeId) for each in losers}
    parts = [winner, *(rows[each] for each in losers)]
    readers = await _caught_up(work.tx, parts)
    was = {
        "said_at": winner["last_message_at"],
        "winner_state": winner["state"],
        "winner_snoozed_until": winner["snoozed_until"],
    }
    seen = [name for name in ("visitor_seen", "agents_seen") if _have_seen(parts, name)]
    _revive(work, winner, parts[1:])
    _, moving = await _places(work.tx, work.workspace_id, winner, losers)
    await _insert_places(work, winner, moving, merge_ids)
    sessions = await _move_sessions(work, winner_id, losers)
    for loser in parts[1:]:
        kept = {"taken": _take_over(winner, loser), **was, **sessions[loser["id"]]}
        kept["labels"] = await _carry_labels(work, winner_id, loser["id"])
        await _let_go(work, winner_id, loser, (group, merge_ids[loser["id"]]), cause, kept)
    # What somebody had read before stays read.
    winner.update({name: winner["last_visitor_seq"] for name in seen})
    await note_event(work, winner, "merged", losers=losers, merge=group, cause=cause)
    for member_id in readers:
        await work.tx.run(
            merge_store.MOVE_READ,
            workspace_id=work.workspace_id,
            of_conversation=winner_id,
            of_member=member_id,
            new_seq=winner["last_seq"],
            new_at=work.now,
        )
    for loser in parts[1:]:
        for told in (loser, winner):
            fact = ConversationMerged(
                **store.fact_of(told),
                winner_id=winner_id,
                loser_id=loser["id"],
                merge_id=group,
                messages=sum(row["conversation_id"] == loser["id"] for row in moving),
                cause=cause,
            )
            work.append(fact)
    return await load_group(work.tx, work.workspace_id, group)


async def _let_go(
    work: Work, winner_id: str, loser: Row, ids: tuple[str, str], cause: str, kept: Mapping[str, object]
) -> None:
    """Write the merge down, with all that an undo needs, and let the loser point at the winner."""
    before = {"state": loser["state"], "snoozed_until": loser["snoozed_until"], **kept}
    await work.tx.run(
        merge_store.INSERT_MERGE,
        workspace_id=work.workspace_id,
        group_id=ids[0],
        id=ids[1],
        loser_id=loser["id"],
        winner_id=winner_id,
        cause=cause,
        before=store.to_text(before),
        merged_by=f"{work.actor.kind}:{work.actor.id}",
        merged_at=work.now,
        undone_by=None,
        undone_at=None,
    )
    loser.update(state=State.MERGED.value, merged_into=winner_id, snoozed_until=None)
    await store.save(work.tx, loser)


async def load_group(tx: Tx, workspace_id: str, group_id: str) -> MergeGroup:
    """One decision. Raises MergeMissing."""
    return to_group(await group_rows(tx, workspace_id, group_id))


async def group_rows(tx: Tx, workspace_id: str, group_id: str) -> list[Row]:
    """The merges of one decision. Raises MergeMissing."""
    rows = await tx.all(merge_store.GROUP, workspace_id=workspace_id, group_id=group_id)
    if not rows:
        raise MergeMissing()
    return rows


async def list_groups(tx: Tx, workspace_id: str, conversation_ids: Sequence[str]) -> tuple[MergeGroup, ...]:
    """Every merge in which one of these conversations had a part, the oldest first, undone ones too."""
    groups: dict[str, list[Row]] = {}
    named = json_array(conversation_ids)
    for row in await tx.all(merge_store.OF_CONVERSATIONS, workspace_id=workspace_id, ids=named):
        groups.setdefault(row["group_id"], []).append(row)
    return tuple(to_group(rows) for rows in groups.values())


def to_group(rows: Sequence[Row]) -> MergeGroup:
    """A decision from its merges."""
    first = rows[0]
    return MergeGroup(
        id=first["group_id"],
        winner_id=first["winner_id"],
        loser_ids=tuple(row["loser_id"] for row in rows),
        cause=first["cause"],
        merged_by=first["merged_by"],
        merged_at=first["merged_at"],
        undone_by=first["undone_by"],
        undone_at=first["undone_at"],
    )


def _check_ids(winner_id: str, loser_ids: Sequence[str]) -> list[str]:
    losers = set(loser_ids)
    if not losers or winner_id in losers or len(losers) < len(loser_ids) or len(losers) > LOSERS_MOST:
        raise MergeWithItself(most=LOSERS_MOST)
    return sorted({winner_id, *losers})


def _check_rows(found: Sequence[Row], ids: Sequence[str]) -> dict[str, Row]:
    rows = {row["id"]: row for row in found}
    if rows.keys() != set(ids):
        raise ConversationMissing()
    if len({row["inbox_id"] for row in found}) > 1:
        raise MergeForeignInbox()
    return rows


async def _to_merge(
    tx: Tx, workspace_id: str, winner_id: str, loser_ids: Sequence[str]
) -> tuple[list[str], str | None]:
    """Who is still to be merged; and the group that stands if nobody is. Raises MergeChain, MergeCycle."""
    named = json_array((winner_id, *loser_ids))
    standing = await tx.all(merge_store.STANDING, workspace_id=workspace_id, ids=named)
    losers = set(loser_ids)
    for row in standing:
        if row["loser_id"] == winner_id:
            raise MergeCycle() if row["winner_id"] in losers else MergeChain(id=winner_id)
        if row["winner_id"] in losers:
            raise MergeChain(id=row["winner_id"])
        if row["loser_id"] in losers and row["winner_id"] != winner_id:
            raise MergeChain(id=row["loser_id"])
    groups = {row["loser_id"]: row["group_id"] for row in standing if row["loser_id"] in losers}
    left = [each for each in loser_ids if each not in groups]
    return left, None if left else groups[loser_ids[0]]


async def _places(
    tx: Tx, workspace_id: str, winner: Row, losers: Sequence[str]
) -> tuple[list[Row], list[Row]]:
    """Standing places of the winner; and of the losers in the order drawn, each with its new place."""
    asked = [*losers] or [winner["id"]]
    rows = await tx.all(merge_store.STANDING_PLACES, workspace_id=workspace_id, ids=json_array(asked))
    if not losers:
        return rows, []
    seq, visitor_seq = winner["last_seq"], winner["last_visitor_seq"]
    for row in rows:
        seq += 1
        row["seq_new"], row["visitor_seq_new"] = seq, None
        if row["visitor_seq"] is not None:
            visitor_seq += 1
            row["visitor_seq_new"] = visitor_seq
    return [], rows


def _planned(row: Row, seq: int) -> PlannedPlace:
    return PlannedPlace(row["conversation_id"], row["message_id"], row["created_at"], seq)


async def _insert_places(
    work: Work, winner: Row, moving: Sequence[Row], merge_ids: Mapping[str, str]
) -> None:
    rows = [
        {
            "workspace_id": work.workspace_id,
            "conversation_id": winner["id"],
            "seq": row["seq_new"],
            "visitor_seq": row["visitor_seq_new"],
            "message_id": row["message_id"],
            "merge_id": merge_ids[row["conversation_id"]],
            "withdrawn_at": None,
            "from_visitor": row["from_visitor"],
        }
        for row in moving
    ]
    await work.tx.run_many(merge_store.INSERT_PLACES, rows)
    for row in moving:
        winner["last_seq"] = row["seq_new"]
        winner["last_visitor_seq"] = row["visitor_seq_new"] or winner["last_visitor_seq"]
        winner["last_place_at"] = max(winner["last_place_at"], row["created_at"])


async def _move_sessions(
    work: Work, winner_id: str, losers: Sequence[str]
) -> dict[str, dict[str, list[str]]]:
    """Who took part in a loser takes part in the winner, and who could read the one can read the other.

    `moved`: sessions that named the loser; `joined`: those that may read the winner because of it.
    """
    named = json_array((winner_id, *losers))
    readers = await work.tx.all(merge_store.READERS_OF, workspace_id=work.workspace_id, ids=named)
    knowing = {row["visitor_id"] for row in readers if row["conversation_id"] == winner_id}
    told: dict[str, dict[str, list[str]]] = {each: {"moved": [], "joined": []} for each in losers}
    for row in readers:
        if row["conversation_id"] != winner_id and row["visitor_id"] not in knowing:
            knowing.add(row["visitor_id"])
            told[row["conversation_id"]]["joined"].append(row["visitor_id"])
            await work.tx.run(
                store.JOIN_CONVERSATION,
                workspace_id=work.workspace_id,
                conversation_id=winner_id,
                visitor_id=row["visitor_id"],
                joined_at=work.now,
            )
    # Read again: another session may have come while this waited for the conversations.
    sessions = await work.tx.all(
        merge_store.LOCK_PARTICIPATIONS, workspace_id=work.workspace_id, ids=json_array(losers)
    )
    for session in sessions:
        came_from = session["conversation_id"]
        told[came_from]["moved"].append(session["visitor_id"])
        await store.move_participation(work.tx, session, winner_id, came_from)
    return told


async def _carry_labels(work: Work, winner_id: str, loser_id: str) -> list[str]:
    """Let the winner carry the loser's labels too; those that it did not carry before."""
    carried = await labels_of(work.tx, work.workspace_id, [loser_id])
    added, _ = await change_labels(work, winner_id, carried.get(loser_id, ()), ())
    return list(added)


def _take_over(winner: Row, loser: Row) -> dict[str, str]:
    """A winner nobody cares for is given the loser's agent; a visitor who waits goes on waiting."""
    winner["last_message_at"] = max(winner["last_message_at"], loser["last_message_at"])
    taken = {}
    if (
        loser["state"] != State.RESOLVED
        and winner["assignee_id"] is None
        and loser["assignee_id"] is not None
    ):
        for name in _TAKEN:
            if winner[name] is None and loser[name] is not None:
                taken[name] = winner[name] = loser[name]
        winner["assigned_at"] = loser["assigned_at"]
    if loser["waiting_since"] is not None and loser["state"] != State.RESOLVED:
        waits = winner["waiting_since"]
        winner["waiting_since"] = min(waits or loser["waiting_since"], loser["waiting_since"])
    return taken


def _revive(work: Work, winner: Row, losers: Sequence[Row]) -> None:
    """Sessions that named a live conversation name one afterwards: a winner that had ended is open again."""
    if not any(State(row["state"]).is_live for row in losers):
        return
    if winner["state"] == State.RESOLVED:
        winner.update(state=State.OPEN.value, resolved_at=None)
        # The version that the next write of the row leads to.
        told = {**store.fact_of(winner), "version": winner["version"] + 1}
        work.append(ConversationReopened(**told, cause=work.actor.kind))
    elif winner["state"] == State.SNOOZED and any(row["state"] == State.OPEN for row in losers):
        winner.update(state=State.OPEN.value, snoozed_until=None)


def _have_seen(rows: Sequence[Row], name: str) -> bool:
    return all(row[name] >= row["last_visitor_seq"] for row in rows)


async def _caught_up(tx: Tx, rows: Sequence[Row]) -> list[str]:
    """Members who have read everything in every one of these conversations."""
    last = {row["id"]: row["last_seq"] for row in rows}
    read = await tx.all(
        merge_store.READS_OF, workspace_id=rows[0]["workspace_id"], ids=json_array(sorted(last))
    )
    up_to_date: dict[str, int] = {}
    for row in read:
        if row["seq"] >= last[row["conversation_id"]]:
            up_to_date[row["member_id"]] = up_to_date.get(row["member_id"], 0) + 1
    return sorted(member for member, known in up_to_date.items() if known == len(rows))
