"""Labels, and which conversations carry them."""

from collections.abc import Iterable, Mapping
from typing import Any

from ringonce.calendars.model import Fault
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.chat import setup_store
from ringonce.chat.desk_events import LabelChanged, LabelCreated, LabelDeleted
from ringonce.chat.desk_model import Label
from ringonce.chat.desk_refusals import LabelMissing
from ringonce.kernel.db import Row, Tx, json_array
from ringonce.kernel.work import Work
from ringonce.values.ids import LabelId


async def create_label(work: Work, name: str, hue: int) -> Label:
    """A new label. Raises FieldsInvalid when the name is empty or taken."""
    label_id = work.new_id(LabelId)
    await _refuse(work, label_id, name)
    await work.tx.run(
        setup_store.INSERT_LABEL,
        workspace_id=work.workspace_id,
        id=label_id,
        name=name.strip(),
        hue=hue,
        version=1,
        created_at=work.now,
    )
    work.append(LabelCreated(label_id, 1))
    return Label(id=label_id, name=name.strip(), hue=hue, version=1)


async def update_label(work: Work, label_id: str, version: int, changes: Mapping[str, Any]) -> Label:
    """Change name or hue. Raises LabelMissing, EditStale, FieldsInvalid."""
    before = await _lock(work, label_id)
    refuse_stale(before.version, version)
    name, hue = changes.get("name", before.name).strip(), changes.get("hue", before.hue)
    await _refuse(work, label_id, name)
    await work.tx.run(
        setup_store.UPDATE_LABEL, workspace_id=work.workspace_id, id=label_id, new_name=name, new_hue=hue
    )
    work.append(LabelChanged(label_id, version + 1))
    return Label(id=label_id, name=name, hue=hue, version=version + 1)


async def delete_label(work: Work, label_id: str, version: int) -> None:
    """Delete a label and take it off every conversation. Raises LabelMissing, EditStale."""
    before = await _lock(work, label_id)
    refuse_stale(before.version, version)
    await work.tx.run(setup_store.TAKE_LABEL_OFF, workspace_id=work.workspace_id, label_id=label_id)
    await work.tx.run(setup_store.DELETE_LABEL, workspace_id=work.workspace_id, id=label_id)
    work.append(LabelDeleted(label_id, version))


async def list_labels(tx: Tx, workspace_id: str) -> tuple[Label, ...]:
    """Every label by name."""
    return tuple(_label(row) for row in await tx.all(setup_store.LIST_LABELS, workspace_id=workspace_id))


async def labels_of(tx: Tx, workspace_id: str, conversation_ids: Iterable[str]) -> dict[str, list[str]]:
    """The labels of several conversations, in the order in which they were added."""
    rows = await tx.all(
        setup_store.LABELS_OF, workspace_id=workspace_id, ids=json_array(sorted(conversation_ids))
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["conversation_id"], []).append(row["label_id"])
    return found


async def change_labels(
    work: Work, conversation_id: str, add: Iterable[str], remove: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write which labels a locked conversation carries; answers those really added and really removed.

    Raises LabelMissing.
    """
    wanted = sorted(set(add) - set(remove))
    known = await work.tx.all(
        setup_store.KNOWN_LABELS, workspace_id=work.workspace_id, ids=json_array(wanted)
    )
    if len(known) != len(wanted):
        raise LabelMissing()
    where = {"workspace_id": work.workspace_id, "conversation_id": conversation_id}
    added = [
        label_id
        for label_id in wanted
        if await work.tx.run(setup_store.ADD_LABEL, **where, label_id=label_id, added_at=work.now)
    ]
    removed = [
        label_id
        for label_id in sorted(set(remove))
        if await work.tx.run(setup_store.REMOVE_LABEL, **where, label_id=label_id)
    ]
    return tuple(added), tuple(removed)


async def _lock(work: Work, label_id: str) -> Label:
    row = await work.tx.one(setup_store.LOCK_LABEL, workspace_id=work.workspace_id, id=label_id)
    if row is None:
        raise LabelMissing(label_id=label_id)
    return _label(row)


async def _refuse(work: Work, label_id: str, name: str) -> None:
    faults = [] if name.strip() else [Fault("name", "empty")]
    wanted = name.strip().casefold()
    others = await work.tx.all(setup_store.LIST_LABELS, workspace_id=work.workspace_id)
    # VIP and vip beside each other would be told apart by nobody.
    if any(other["id"] != label_id and other["name"].casefold() == wanted for other in others):
        faults.append(Fault("name", "taken"))
    refuse_faults(faults)


def _label(row: Row) -> Label:
    return Label(id=row["id"], name=row["name"], hue=row["hue"], version=row["version"])
