"""Canned replies: words kept for the next time, with variables that the server fills in."""

import re
from collections.abc import Mapping
from typing import Any

from ringonce.calendars.model import Fault
from ringonce.calendars.refusals import refuse_faults, refuse_stale
from ringonce.chat import setup_store
from ringonce.chat.desk_events import CannedReplyChanged, CannedReplyCreated, CannedReplyDeleted
from ringonce.chat.desk_model import CannedReply
from ringonce.chat.desk_refusals import CannedReplyMissing
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work
from ringonce.values.ids import CannedReplyId
from ringonce.values.terms import folded

_SHORTCUT = re.compile(r"[^\s/]{1,40}")
_VARIABLE = re.compile(r"\{\{\s*([a-z_.]+)\s*\}\}")


async def create_canned_reply(work: Work, shortcut: str, body: str) -> CannedReply:
    """A new reply. Raises FieldsInvalid when the shortcut is malformed or taken."""
    reply_id = work.new_id(CannedReplyId)
    short = _plain(shortcut)
    await _refuse(work, reply_id, short, body)
    await work.tx.run(
        setup_store.INSERT_REPLY,
        workspace_id=work.workspace_id,
        id=reply_id,
        shortcut=short,
        body=body,
        version=1,
        created_at=work.now,
    )
    work.append(CannedReplyCreated(reply_id, 1))
    return CannedReply(id=reply_id, shortcut=short, body=body, version=1)


async def update_canned_reply(
    work: Work, reply_id: str, version: int, changes: Mapping[str, Any]
) -> CannedReply:
    """Change shortcut or words. Raises CannedReplyMissing, EditStale, FieldsInvalid."""
    before = await _lock(work, reply_id)
    refuse_stale(before.version, version)
    short, body = _plain(changes.get("shortcut", before.shortcut)), changes.get("body", before.body)
    await _refuse(work, reply_id, short, body)
    await work.tx.run(
        setup_store.UPDATE_REPLY,
        workspace_id=work.workspace_id,
        id=reply_id,
        new_shortcut=short,
        new_body=body,
    )
    work.append(CannedReplyChanged(reply_id, version + 1))
    return CannedReply(id=reply_id, shortcut=short, body=body, version=version + 1)


async def delete_canned_reply(work: Work, reply_id: str, version: int) -> None:
    """Raises CannedReplyMissing, EditStale."""
    before = await _lock(work, reply_id)
    refuse_stale(before.version, version)
    await work.tx.run(setup_store.DELETE_REPLY, workspace_id=work.workspace_id, id=reply_id)
    work.append(CannedReplyDeleted(reply_id, version))


async def list_canned_replies(tx: Tx, workspace_id: str, piece: str = "") -> tuple[CannedReply, ...]:
    """Replies by shortcut; with a piece, those that hold it, a shortcut that begins with it first."""
    rows = await tx.all(setup_store.LIST_REPLIES, workspace_id=workspace_id)
    replies = [_reply(row) for row in rows]
    sought = folded(piece).strip().removeprefix("/")
    found = [each for each in replies if sought in folded(f"{each.shortcut}\n{each.body}")]
    return tuple(sorted(found, key=lambda each: not folded(each.shortcut).startswith(sought)))


async def load_canned_reply(tx: Tx, workspace_id: str, reply_id: str) -> CannedReply:
    """Raises CannedReplyMissing."""
    row = await tx.one(setup_store.FIND_REPLY, workspace_id=workspace_id, id=reply_id)
    if row is None:
        raise CannedReplyMissing(reply_id=reply_id)
    return _reply(row)


def render(body: str, values: Mapping[str, str]) -> str:
    """Fill in `{{contact.name}}` and the like, once: what a value holds is never read as a variable.

    A variable without a value stays as it is, so that the agent sees it before sending.
    """
    return _VARIABLE.sub(lambda found: values.get(found[1]) or found[0], body)


async def _lock(work: Work, reply_id: str) -> CannedReply:
    row = await work.tx.one(setup_store.LOCK_REPLY, workspace_id=work.workspace_id, id=reply_id)
    if row is None:
        raise CannedReplyMissing(reply_id=reply_id)
    return _reply(row)


async def _refuse(work: Work, reply_id: str, shortcut: str, body: str) -> None:
    faults = []
    if _SHORTCUT.fullmatch(shortcut) is None:
        faults.append(Fault("shortcut", "malformed"))
    if not body.strip():
        faults.append(Fault("body", "empty"))
    taken = await work.tx.one(
        setup_store.SHORTCUT_TAKEN, workspace_id=work.workspace_id, id=reply_id, shortcut=shortcut
    )
    if taken is not None:
        faults.append(Fault("shortcut", "taken"))
    refuse_faults(faults)


def _plain(shortcut: str) -> str:
    # Typed after a slash; the slash is no part of it, nor are capitals.
    return folded(shortcut).strip().removeprefix("/")


def _reply(row: Row) -> CannedReply:
    return CannedReply(id=row["id"], shortcut=row["shortcut"], body=row["body"], version=row["version"])
