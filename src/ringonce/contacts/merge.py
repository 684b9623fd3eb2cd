"""Two contacts are one person: the loser becomes another name of the winner, and nothing is repointed.

An undo takes the name away again and restores the winner's fields that nobody has changed since. People
decide by hand; the machine joins only what one proof belongs to. Conversations stay apart until one of them
shows a signed identity: a colleague's guess alone lets no browser read what another one wrote.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from ringonce.contacts import merge_store, store
from ringonce.contacts.events import ContactMerged, ContactsLeftApart, ContactUnmerged
from ringonce.contacts.model import Contact, ContactMerge, ContactMergePlan, FieldChoice
from ringonce.contacts.people import ContactMissing, load_contact, to_contact
from ringonce.contacts.refusals import (
    LOSERS_MOST,
    UNDO_FOR,
    MergeChain,
    MergeCycle,
    MergeFieldUnknown,
    MergeMissing,
    MergeTooOld,
    MergeUndone,
    MergeWithItself,
)
from ringonce.contacts.terms import index_contact
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.kernel.work import Work
from ringonce.values.ids import MergeId

_PLAIN = ("name", "locale", "zone")
_ATTRIBUTE = "attributes."

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeContacts:
    """Who stays, who becomes another name, and for single fields whose value wins (field: contact id)."""

    winner_id: str
    loser_ids: tuple[str, ...]
    fields: Mapping[str, str] | None = None
    cause: str = "member"


async def preview_contacts(tx: Tx, workspace_id: str, ask: MergeContacts) -> ContactMergePlan:
    """What `merge_contacts` would do, with nothing done. Raises what it raises."""
    _check_ids(ask)
    rows = {}
    for each in (ask.winner_id, *ask.loser_ids):
        row = await tx.one(store.FIND_CONTACT, workspace_id=workspace_id, id=each)
        if row is None or row["erased_at"] is not None:
            raise ContactMissing()
        rows[each] = row
    standing = await _standing(tx, workspace_id, ask)
    if not _is_done(ask, standing):
        _check_standing(ask, standing)
    people = [await _own(tx, workspace_id, rows[each]) for each in (ask.winner_id, *ask.loser_ids)]
    return ContactMergePlan(winner=people[0], losers=tuple(people[1:]), fields=_choices(ask, rows))


async def merge_contacts(work: Work, ask: MergeContacts) -> ContactMerge:
    """Make the losers other names of the winner; the same merge again answers the one that stands.

    Raises ContactMissing, MergeWithItself, MergeChain, MergeCycle, MergeFieldUnknown.
    """
    _check_ids(ask)
    rows = await _locked(work, (ask.winner_id, *ask.loser_ids))
    work.locked()
    standing = await _standing(work.tx, work.workspace_id, ask)
    done = _is_done(ask, standing)
    if done is not None:
        return await load_merge(work.tx, work.workspace_id, done)
    merged = {row["loser_id"] for row in standing if row["winner_id"] == ask.winner_id}
    _check_standing(ask, standing)
    losers = [each for each in ask.loser_ids if each not in merged]
    before = _fields_of(rows[ask.winner_id])
    after = _settled(before, _choices(ask, rows))
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    group = work.new_id(MergeId)
    await _write_fields(work, ask.winner_id, after)
    for each in losers:
        await work.tx.run(
            merge_store.INSERT_MERGE,
            workspace_id=work.workspace_id,
            id=work.new_id(MergeId),
            group_id=group,
            loser_id=each,
            winner_id=ask.winner_id,
            cause=ask.cause,
            before=_text({name: before.get(name) for name in changed}),
            after=_text({name: after.get(name) for name in changed}),
            merged_by=f"{work.actor.kind}:{work.actor.id}",
            merged_at=work.now,
            undone_by=None,
            undone_at=None,
        )
        await _point(work, each, ask.winner_id)
        for told in (ask.winner_id, each):
            work.append(
                ContactMerged(
                    contact_id=told,
                    winner_id=ask.winner_id,
                    loser_id=each,
                    merge_id=group,
                    cause=ask.cause,
                    fields=len(changed),
                )
            )
    await index_contact(work, ask.winner_id)
    return await load_merge(work.tx, work.workspace_id, group)


async def undo_contacts(work: Work, group_id: str) -> ContactMerge:
    """Two people again; fields of the winner that somebody changed since stay as they are.

    Raises MergeMissing, MergeUndone, MergeTooOld (30 days).
    """
    rows = await _group(work.tx, work.workspace_id, group_id)
    winner_id = rows[0]["winner_id"]
    contacts = await _locked(work, (winner_id, *(row["loser_id"] for row in rows)), erased=True)
    work.locked()
    rows = await _group(work.tx, work.workspace_id, group_id)
    if rows[0]["undone_at"] is not None:
        raise MergeUndone()
    if work.now - rows[0]["merged_at"] > UNDO_FOR:
        raise MergeTooOld()
    restored = 0
    if contacts[winner_id]["erased_at"] is None:
        restored = await _restore(work, contacts[winner_id], rows[0])
    by = f"{work.actor.kind}:{work.actor.id}"
    await work.tx.run(merge_store.UNDO, workspace_id=work.workspace_id, of_group=group_id, by=by, at=work.now)
    for row in rows:
        await _point(work, row["loser_id"], None)
        for told in (winner_id, row["loser_id"]):
            work.append(
                ContactUnmerged(
                    contact_id=told,
                    winner_id=winner_id,
                    loser_id=row["loser_id"],
                    merge_id=group_id,
                    fields=restored,
                )
            )
    return await load_merge(work.tx, work.workspace_id, group_id)


async def join_contacts(work: Work, keeper_id: str, other_id: str, cause: str = "identity") -> bool:
    """One proof belongs to both: merge them by machine. `keeper_id` stays where there is a choice.

    False, with an entry in the log, where both are winners of other merges: that is left to people.
    """
    if keeper_id == other_id:
        return True
    for winner, loser in ((keeper_id, other_id), (other_id, keeper_id)):
        try:
            await merge_contacts(work, MergeContacts(winner_id=winner, loser_ids=(loser,), cause=cause))
        except (MergeChain, MergeCycle):
            continue
        return True
    work.append(ContactsLeftApart(contact_id=keeper_id, other_id=other_id, reason="merge-chain"))
    return False


async def load_merge(tx: Tx, workspace_id: str, group_id: str) -> ContactMerge:
    """One decision. Raises MergeMissing."""
    return _to_merge(await _group(tx, workspace_id, group_id))


async def list_merges(tx: Tx, workspace_id: str, contact_ids: Sequence[str]) -> tuple[ContactMerge, ...]:
    """Every merge in which one of these contacts had a part, the oldest first, undone ones too."""
    groups: dict[str, list[Row]] = {}
    for row in await tx.all(merge_store.OF_CONTACTS, workspace_id=workspace_id, ids=json_array(contact_ids)):
        groups.setdefault(row["group_id"], []).append(row)
    return tuple(_to_merge(rows) for rows in groups.values())


def _check_ids(ask: MergeContacts) -> None:
    losers = set(ask.loser_ids)
    if not losers or ask.winner_id in losers:
        raise MergeWithItself()
    if len(ask.loser_ids) > LOSERS_MOST or len(losers) < len(ask.loser_ids):
        raise MergeWithItself(most=LOSERS_MOST)
    known = {ask.winner_id, *losers}
    for name, owner in (ask.fields or {}).items():
        if owner not in known or not (name in _PLAIN or name.startswith(_ATTRIBUTE)):
            raise MergeFieldUnknown(field=name[:100])


async def _standing(tx: Tx, workspace_id: str, ask: MergeContacts) -> list[Row]:
    ids = json_array((ask.winner_id, *ask.loser_ids))
    return await tx.all(merge_store.STANDING, workspace_id=workspace_id, ids=ids)


def _is_done(ask: MergeContacts, standing: Sequence[Row]) -> str | None:
    """The group in which exactly this was decided before, if every loser stands merged into the winner."""
    groups = {row["loser_id"]: row["group_id"] for row in standing if row["winner_id"] == ask.winner_id}
    return groups[ask.loser_ids[0]] if set(ask.loser_ids) <= groups.keys() else None


def _check_standing(ask: MergeContacts, standing: Sequence[Row]) -> None:
    losers = set(ask.loser_ids)
    for row in standing:
        if row["loser_id"] == ask.winner_id:
            raise MergeCycle() if row["winner_id"] in losers else MergeChain(id=row["loser_id"])
        if row["winner_id"] in losers:
            raise MergeChain(id=row["winner_id"])
        if row["loser_id"] in losers and row["winner_id"] != ask.winner_id:
            raise MergeChain(id=row["loser_id"])


async def _locked(work: Work, ids: Sequence[str], *, erased: bool = False) -> dict[str, Row]:
    """Lock contacts in the order of their ids, whoever wins: two merges never wait for each other."""
    found = await work.tx.all(
        store.LOCK_CONTACTS, workspace_id=work.workspace_id, ids=json_array(sorted(set(ids)))
    )
    rows = {row["id"]: row for row in found if erased or row["erased_at"] is None}
    if rows.keys() != set(ids):
        raise ContactMissing()
    return rows


async def _own(tx: Tx, workspace_id: str, row: Row) -> Contact:
    if row["merged_into"] is None:
        return await load_contact(tx, workspace_id, row["id"])
    return to_contact(row, [], ())


def _fields_of(row: Row) -> Fields:
    attributes = msgspec.json.decode(row["attributes"])
    return {name: row[name] for name in _PLAIN} | {_ATTRIBUTE + key: attributes[key] for key in attributes}


def _choices(ask: MergeContacts, rows: Mapping[str, Row]) -> tuple[FieldChoice, ...]:
    """For every field that somebody filled in: who has what, and who wins unless it was said: the winner,
    or the first loser that has anything.
    """
    order = (ask.winner_id, *ask.loser_ids)
    fields = {each: _fields_of(rows[each]) for each in order}
    names = sorted({name for each in order for name, value in fields[each].items() if value != ""})
    found = []
    for name in names:
        having = tuple((each, fields[each][name]) for each in order if fields[each].get(name, "") != "")
        wins = (ask.fields or {}).get(name, having[0][0])
        found.append(FieldChoice(field=name, values=having, wins=wins))
    return tuple(found)


def _settled(before: Fields, choices: Sequence[FieldChoice]) -> Fields:
    after = dict(before)
    for choice in choices:
        value = dict(choice.values).get(choice.wins)
        if value is not None:
            after[choice.field] = value
        elif choice.field in _PLAIN:
            after[choice.field] = ""
        else:
            after.pop(choice.field, None)
    return after


async def _restore(work: Work, winner: Row, merge: Row) -> int:
    """Put back what the merge changed and nobody changed since; how many fields."""
    before, after = msgspec.json.decode(merge["before"]), msgspec.json.decode(merge["after"])
    now = _fields_of(winner)
    back = {name: before[name] for name in after if now.get(name) == after[name]}
    if back:
        settled = {name: value for name, value in (now | back).items() if value is not None}
        await _write_fields(work, winner["id"], settled)
        await index_contact(work, winner["id"])
    return len(back)


async def _write_fields(work: Work, contact_id: str, fields: Fields) -> None:
    attributes = {
        name.removeprefix(_ATTRIBUTE): value for name, value in fields.items() if name.startswith(_ATTRIBUTE)
    }
    await work.tx.run(
        store.CHANGE_CONTACT,
        workspace_id=work.workspace_id,
        of_id=contact_id,
        new_name=fields["name"],
        new_locale=fields["locale"],
        new_zone=fields["zone"],
        new_attributes=_text(attributes),
    )


async def _point(work: Work, contact_id: str, winner_id: str | None) -> None:
    await work.tx.run(
        store.POINT_CONTACT, workspace_id=work.workspace_id, of_id=contact_id, new_merged_into=winner_id
    )


async def _group(tx: Tx, workspace_id: str, group_id: str) -> list[Row]:
    rows = await tx.all(merge_store.GROUP, workspace_id=workspace_id, group_id=group_id)
    if not rows:
        raise MergeMissing()
    return rows


def _to_merge(rows: Sequence[Row]) -> ContactMerge:
    first = rows[0]
    return ContactMerge(
        id=first["group_id"],
        winner_id=first["winner_id"],
        loser_ids=tuple(row["loser_id"] for row in rows),
        cause=first["cause"],
        merged_by=first["merged_by"],
        merged_at=first["merged_at"],
        undone_by=first["undone_by"],
        undone_at=first["undone_at"],
    )


def _text(fields: Fields) -> str:
    return msgspec.json.encode(fields, order="sorted").decode()
