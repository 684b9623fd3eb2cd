"""From a stream of bytes to a file in the store: bounded, known by its bytes, images redrawn."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from ringonce.chat.images import Redrawer
from ringonce.chat.media import Media, named, recognise
from ringonce.kernel.files import FileStore, Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file whose bytes are kept. `arrived` is the digest of the bytes as they were sent."""

    name: str
    media: Media
    bytes: int
    digest: str
    preview_digest: str | None
    width: int | None
    height: int | None
    arrived: str


async def take_in(
    files: FileStore, redrawer: Redrawer, chunks: AsyncIterator[bytes], name: str, most_bytes: int
) -> Taken:
    """Take a file in. What is kept lies in the store before any row names it.

    Raises FileTooLarge, AttachmentType, AttachmentEmpty, ImageUnreadable, ImageTooLarge, ImagesBusy,
    FileStoreFull.
    """
    incoming = await files.receive(chunks, most_bytes)
    try:
        media = await asyncio.to_thread(recognise, incoming.path)
        if media.is_image:
            return await _image(files, redrawer, incoming, media, named(name, media))
        return Taken(
            name=named(name, media),
            media=media,
            bytes=incoming.size,
            digest=await files.keep(incoming.path),
            preview_digest=None,
            width=None,
            height=None,
            arrived=incoming.digest,
        )
    finally:
        await files.discard(incoming.path)


async def _image(files: FileStore, redrawer: Redrawer, incoming: Incoming, media: Media, name: str) -> Taken:
    """An image's pixels, written anew: what hid between them stays behind."""
    target, preview = files.make_room(), files.make_room()
    try:
        drawn = await redrawer.redraw(media, incoming.path, target, preview)
        digest = await files.keep(target)
        return Taken(
            name=name,
            media=media,
            bytes=await files.size_of(digest),
            digest=digest,
            preview_digest=await files.keep(preview) if drawn.has_preview else None,
            width=drawn.width,
            height=drawn.height,
            arrived=incoming.digest,
        )
    finally:
        await files.discard(target)
        await files.discard(preview)
