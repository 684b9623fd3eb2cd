"""Doors of attachments: a visitor's and the desk's uploads, and the files themselves."""

import hmac
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import quote

import msgspec
from litestar import Request, get
from litestar.exceptions import HTTPException
from litestar.response import Stream

from ringonce.chat.attachments import (
    ServedFile,
    StoreAttachment,
    check_spent,
    find_served,
    store_attachment,
    token_of,
)
from ringonce.chat.images import PREVIEW_TYPE
from ringonce.chat.inbox_model import Inbox
from ringonce.chat.media import AttachmentsOff
from ringonce.chat.queries import is_signed, load_inbox
from ringonce.chat.refusals import IdentityNeeded, InboxMissing
from ringonce.chat.upload import Taken, take_in
from ringonce.identity.model import VisitorPrincipal
from ringonce.kernel.db import Tx
from ringonce.kernel.files import FileMissing
from ringonce.kernel.keys import parse_key_header
from ringonce.kernel.work import Work
from ringonce.web.booking_model import Word
from ringonce.web.call import Call, Reply
from ringonce.web.chat_model import AttachmentView
from ringonce.web.edge import edge_of
from ringonce.web.file_views import attachment_view
from ringonce.web.limits import UploadsBusy, address_prefix, is_this_machine
from ringonce.web.routing import Routes, Who

routes = Routes("Files")

FileName = Annotated[str, msgspec.Meta(max_length=1_000, description="shown cleaned; decides nothing")]
_REFUSALS = (
    *("attachments-off", "attachment-type", "attachment-too-large", "attachment-empty", "attachments-spent"),
    *("image-unreadable", "image-too-large", "images-busy", "uploads-busy", "file-store-full"),
)
#: Files that one person, and one network, may send at the same time.
UPLOADS_OF_ONE, UPLOADS_OF_ADDRESS = 12, 32
#: A file is what it was for ever, and is nobody's but its readers'.
_SERVED = {
    "X-Content-Type-Options": "nosniff",
    # Whatever it holds: opened by itself it may run nothing, load nothing and be nobody.
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=86400, immutable",
}


class UploadQuery(msgspec.Struct, forbid_unknown_fields=True):
    inbox: Word
    name: FileName = ""


class DeskUploadQuery(msgspec.Struct, forbid_unknown_fields=True):
    name: FileName = ""


@routes.upload(
    "/chat/attachments", query=UploadQuery, answer=AttachmentView, who=Who.VISITOR,
    summary="Upload a file to send with a message within a day; the body is the file",
    errors=(*_REFUSALS, "inbox-missing", "identity-needed"),
)  # fmt: skip
async def upload_to_inbox(call: Call, ask: UploadQuery) -> Reply:
    """The kind is known by the bytes; images are drawn anew and lose everything but their pixels."""
    inbox = await call.read(lambda tx: _open_inbox(tx, call, ask.inbox))
    rules = inbox.settings.attachments
    if not rules.allowed:
        raise AttachmentsOff()
    most = min(rules.bytes_most, call.edge.options.max_upload_bytes)
    return await _upload(call, ask.name, most, {"inbox": inbox.id})


@routes.upload(
    "/attachments", query=DeskUploadQuery, answer=AttachmentView, who=Who.WORK,
    summary="Upload a file to send with an answer within a day; the body is the file",
    errors=_REFUSALS,
)  # fmt: skip
async def upload_from_desk(call: Call, ask: DeskUploadQuery) -> Reply:
    """As visitors' files: the kind is known by the bytes, images are drawn anew."""
    return await _upload(call, ask.name, call.edge.options.max_upload_bytes, {})


async def _open_inbox(tx: Tx, call: Call, name: str) -> Inbox:
    """Raises InboxMissing and IdentityNeeded: who may not write there leaves no bytes there either."""
    inbox, caller = await load_inbox(tx, call.workspace.id, name), call.principal
    if not inbox.active:
        raise InboxMissing()
    if inbox.settings.identity != "required" or not isinstance(caller, VisitorPrincipal):
        return inbox
    if not await is_signed(tx, call.workspace.id, caller.id):
        raise IdentityNeeded()
    return inbox


async def _upload(call: Call, name: str, most_bytes: int, beside: dict[str, str]) -> Reply:
    """The bytes first, then the row: an attempt that ends between them leaves bytes for the sweep."""
    edge, owner = call.edge, call.principal.receipt_scope
    if (call.header("content-type") or "").startswith("multipart/"):
        fault = {"field": "content-type", "code": "wrong-type", "detail": "the body is the file itself"}
        raise HTTPException(status_code=415, extra=[fault])
    client = call.request.client
    most_of = {owner: UPLOADS_OF_ONE}
    if client is not None and not is_this_machine(client.host):
        most_of[address_prefix(client.host)] = UPLOADS_OF_ADDRESS
    with edge.uploads.one(most_of) as found:
        if not found:
            raise UploadsBusy(retry_after=5)
        return await _arrive(call, name, most_bytes, beside)


async def _arrive(call: Call, name: str, most_bytes: int, beside: dict[str, str]) -> Reply:
    edge, owner = call.edge, call.principal.receipt_scope
    key = parse_key_header(call.header("idempotency-key"))
    known = await edge.executor.look_up(call.workspace.id, owner, key)
    if known.state == "none":
        # Before the bytes are read; a repeated key gets its answer whatever was spent since.
        await call.read(lambda tx: check_spent(tx, call.workspace.id, owner, edge.clock.now()))
    taken = await take_in(edge.files, edge.redrawer, _pieces(call), name, most_bytes)
    # What makes two attempts the same: the bytes as they were sent.
    said = replace(call, body={**beside, "name": name, "digest": taken.arrived})
    return await said.execute(lambda work: _store(work, taken, owner))


async def _store(work: Work, taken: Taken, owner: str) -> AttachmentView:
    ask = StoreAttachment(
        owner=owner,
        name=taken.name,
        media_type=taken.media.type,
        bytes=taken.bytes,
        digest=taken.digest,
        preview_digest=taken.preview_digest,
        width=taken.width,
        height=taken.height,
    )
    return attachment_view(work.codes, await store_attachment(work, ask))


async def _pieces(call: Call) -> AsyncIterator[bytes]:
    async for piece in call.request.stream():
        if piece:
            yield piece


@get("/files/{attachment_id:str}/{token:str}/{name:str}", include_in_schema=False)
async def file(request: Request[Any, Any, Any]) -> Stream:
    """A file, or with `?preview=1` the small picture of it. Raises FileMissing."""
    edge = edge_of(request)
    attachment_id, token = request.path_params["attachment_id"], request.path_params["token"]
    expected = token_of(edge.codes, attachment_id)
    if not hmac.compare_digest(token.encode(), expected.encode()):
        raise FileMissing()
    served = await edge.database.read(lambda tx: find_served(tx, attachment_id))
    if served is None or served.is_erased:
        raise FileMissing()
    is_preview = request.query_params.get("preview") == "1" and served.preview_digest is not None
    digest = served.preview_digest if is_preview and served.preview_digest else served.digest
    size = await edge.files.size_of(digest)
    kind = PREVIEW_TYPE if is_preview else served.attachment.media_type
    headers = {**_SERVED, "Content-Length": str(size), "Content-Disposition": disposition(served)}
    return Stream(edge.files.read(digest), media_type=kind, headers=headers)


def disposition(served: ServedFile) -> str:
    """How a browser treats it: only pictures that we drew ourselves are shown in place (RFC 6266, 8187)."""
    attachment = served.attachment
    way = "inline" if attachment.media_type.startswith("image/") else "attachment"
    plain = "".join(mark if " " < mark < "\x7f" and mark not in '"\\%;' else "_" for mark in attachment.name)
    return f"{way}; filename=\"{plain}\"; filename*=UTF-8''{quote(attachment.name, safe='')}"


HANDLERS = [file]
