"""Files that messages carry: who may send which, and what becomes of those that are never sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from ringonce.chat import attachments_store as store
from ringonce.chat.events import AttachmentStored
from ringonce.chat.model import Attachment
from ringonce.kernel.db import Database, Row, Tx, json_array
from ringonce.kernel.files import FileStore
from ringonce.kernel.secrets import Codes
from ringonce.kernel.work import Work
from ringonce.values.errors import DomainError, Kind
from ringonce.values.ids import AttachmentId

DAY: Final = 24 * 3_600_000
#: What one message may carry.
CARRIED_MOST: Final = 10
#: How many files a session may have uploaded and not sent, and bytes that it may upload in a day.
UNSENT_MOST: Final = 20
BYTES_A_DAY: Final = 50_000_000
#: The desk's own people send more.
DESK_UNSENT_MOST: Final = 100
DESK_BYTES_A_DAY: Final = 1_000_000_000
_SWEPT_AT_ONCE: Final = 200


class AttachmentMissing(DomainError):
    """No file of yours that still waits to be sent has this id. Params: attachment."""

    code = "attachment-missing"
    kind = Kind.INVALID


class TooManyAttachments(DomainError):
    """A message carries only so many files. Params: most."""

    code = "too-many-attachments"
    kind = Kind.INVALID


class AttachmentsSpent(DomainError):
    """Too many files wait to be sent, or were sent today. Params: unsent_most, bytes_a_day."""

    code = "attachments-spent"
    kind = Kind.LIMITED


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreAttachment:
    """A file whose bytes are in the file store already. `owner` is `visitor:vis_...` or `member:mem_...`."""

    owner: str
    name: str
    media_type: str
    bytes: int
    digest: str
    preview_digest: str | None = None
    width: int | None = None
    height: int | None = None


async def store_attachment(work: Work, ask: StoreAttachment) -> Attachment:
    """Write down a file that its owner may send within a day. Raises AttachmentsSpent."""
    await check_spent(work.tx, work.workspace_id, ask.owner, work.now, ask.bytes)
    row: Row = {
        "workspace_id": work.workspace_id,
        "id": work.new_id(AttachmentId),
        "message_id": None,
        "position": 0,
        "owner": ask.owner,
        "name": ask.name,
        "media_type": ask.media_type,
        "bytes": ask.bytes,
        "width": ask.width,
        "height": ask.height,
        "digest": ask.digest,
        "preview_digest": ask.preview_digest,
        "created_at": work.now,
        "erased_at": None,
    }
    await work.tx.run(store.INSERT, **row)
    made = store.attachment_of(row)
    work.append(AttachmentStored(attachment_id=made.id, bytes=made.bytes))
    return made


async def check_spent(tx: Tx, workspace_id: str, owner: str, now: int, more_bytes: int = 0) -> None:
    """Refuse the next upload of somebody who uploads more than people do. Raises AttachmentsSpent."""
    is_visitor = owner.startswith("visitor:")
    unsent_most = UNSENT_MOST if is_visitor else DESK_UNSENT_MOST
    bytes_a_day = BYTES_A_DAY if is_visitor else DESK_BYTES_A_DAY
    row = await tx.one(store.SPENT, workspace_id=workspace_id, owner=owner, since=now - DAY)
    if row is not None and (
        int(row["unsent"]) >= unsent_most or int(row["bytes"]) + more_bytes > bytes_a_day
    ):
        raise AttachmentsSpent(unsent_most=unsent_most, bytes_a_day=bytes_a_day)


async def attach(
    work: Work, message_id: str, attachment_ids: Sequence[str], owner: str
) -> tuple[Attachment, ...]:
    """Let a message carry its author's files, in the order given; doing it again does nothing.

    Raises AttachmentMissing for what is unknown, another's or carried elsewhere, and TooManyAttachments.
    """
    wanted = tuple(dict.fromkeys(attachment_ids))
    if len(wanted) > CARRIED_MOST:
        raise TooManyAttachments(most=CARRIED_MOST)
    if not wanted:
        return ()
    rows = await work.tx.all(store.LOCK, workspace_id=work.workspace_id, ids=json_array(wanted))
    found = {row["id"]: row for row in rows}
    carried = []
    for position, wanted_id in enumerate(wanted):
        row = found.get(wanted_id)
        if row is None or row["owner"] != owner or row["message_id"] not in (None, message_id):
            raise AttachmentMissing(attachment=wanted_id)
        carried.append(replace(store.attachment_of(row), message_id=message_id))
        await work.tx.run(
            store.CARRY, workspace_id=work.workspace_id, id=wanted_id, carrier=message_id, place=position
        )
    return tuple(carried)


async def of_messages(
    tx: Tx, workspace_id: str, message_ids: Sequence[str]
) -> Mapping[str, tuple[Attachment, ...]]:
    """What messages carry, by message; those that carry nothing are left out."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    rows = await tx.all(store.OF_MESSAGES, workspace_id=workspace_id, message_ids=json_array(message_ids))
    for row in rows:
        found[row["message_id"]].append(store.attachment_of(row))
    return {message_id: tuple(carried) for message_id, carried in found.items()}


@dataclass(frozen=True, slots=True)
class ServedFile:
    """What serving a file needs; the digests name its bytes. Erased: there is nothing any more."""

    attachment: Attachment
    digest: str
    preview_digest: str | None
    is_erased: bool


async def find_served(tx: Tx, attachment_id: str) -> ServedFile | None:
    """A file of any workspace: its address holds a code that only its readers were given."""
    row = await tx.one(store.FIND, id=attachment_id)
    if row is None:
        return None
    return ServedFile(
        store.attachment_of(row), row["digest"], row["preview_digest"], row["erased_at"] is not None
    )


async def erase_attachments(work: Work, message_ids: Sequence[str]) -> int:
    """Forget what messages carry; the sweep deletes the bytes. How many files."""
    return await work.tx.run(
        store.ERASE_OF_MESSAGES,
        workspace_id=work.workspace_id,
        message_ids=json_array(message_ids),
        now=work.now,
    )


async def erase_unsent(work: Work, owner: str) -> int:
    """Forget what somebody uploaded and never sent."""
    return await work.tx.run(store.DELETE_UNSENT_OF, workspace_id=work.workspace_id, owner=owner)


async def sweep_unsent(database: Database, now: int) -> int:
    """Delete what was not sent within a day, in every workspace; safe to run twice at once."""
    return await database.write(lambda tx: tx.run(store.DELETE_UNSENT, before=now - DAY))


async def sweep_files(database: Database, files: FileStore, now: int) -> int:
    """Delete bytes that no row names and nobody has kept for a day; how many files.

    A row is written right after its bytes were kept, so what is a day old and unnamed stays unnamed; the
    store itself refuses to delete what was kept again meanwhile.
    """
    before, gone = now - DAY, 0
    older = await files.list_older(before)
    for first in range(0, len(older), _SWEPT_AT_ONCE):
        some = older[first : first + _SWEPT_AT_ONCE]
        named = await database.read(lambda tx, some=some: _named(tx, some))  # type: ignore[misc]
        for digest in some:
            gone += digest not in named and await files.delete(digest, before)
    return gone


async def _named(tx: Tx, digests: Sequence[str]) -> frozenset[str]:
    rows = await tx.all(store.NAMED, digests=json_array(digests))
    return frozenset(name for row in rows for name in (row["digest"], row["preview_digest"]) if name)


def token_of(codes: Codes, attachment_id: str) -> str:
    """The part of a file's address that nobody can guess; it follows from the server's key."""
    return codes.of("file", attachment_id)


def path_of(codes: Codes, attachment: Attachment) -> str:
    """Where a file is served. Its last part is only a name to save by."""
    return f"/files/{attachment.id}/{token_of(codes, attachment.id)}/{quote(attachment.name, safe='')}"


def preview_path_of(codes: Codes, attachment: Attachment) -> str | None:
    """Where a small picture of it is served, if there is one."""
    return f"{path_of(codes, attachment)}?preview=1" if attachment.has_preview else None
