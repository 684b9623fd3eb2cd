"""Files of every kind that is taken, made here, and files that pretend."""

import io
import struct
import zipfile
from collections.abc import Mapping
from typing import Any

from PIL import Image

JPEG, PNG, WEBP, GIF = "JPEG", "PNG", "WEBP", "GIF"


def picture(kind: str = PNG, size: tuple[int, int] = (40, 30), **saved: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, kind, **saved)
    return out.getvalue()


def animation(frames: int, size: tuple[int, int] = (20, 10)) -> bytes:
    """A GIF whose frames differ."""
    drawn = [Image.new("RGB", size, (number % 256, 40, number // 256)) for number in range(frames)]
    out = io.BytesIO()
    drawn[0].save(out, "GIF", save_all=True, append_images=drawn[1:], duration=50)
    return out.getvalue()


def photograph() -> bytes:
    """A JPEG lying on its side, with the place where it was taken and a comment."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 11.0)
    exif.get_ifd(0x8825)[1] = "N"
    return picture(JPEG, (64, 32), exif=exif, comment=b"secret comment")


def opened(data: bytes) -> Image.Image:
    """A picture, decoded whole."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def archive(entries: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def document(part: str = "word/document.xml", more: Mapping[str, bytes] | None = None) -> bytes:
    """An office document with this main part."""
    return archive({"[Content_Types].xml": b"<Types/>", part: b"<x/>", **(more or {})})


ODT = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
# MPEG-1 layer III, 128 kbit/s, 44.1 kHz: a frame of 417 bytes, twice.
MP3 = (b"\xff\xfb\x90\x00" + bytes(413)) * 2
WAV = b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + bytes(20)
OGG = b"OggS\0\x02" + bytes(40)
MP4 = struct.pack(">I", 24) + b"ftypisom" + bytes(12)
M4A = struct.pack(">I", 24) + b"ftypM4A " + bytes(12)
WEBM = b"\x1a\x45\xdf\xa3\x93\x42\x82\x84webm" + bytes(20)

#: Name of the kind, bytes, the media type that must come out.
TAKEN: dict[str, tuple[bytes, str]] = {
    "png": (picture(PNG), "image/png"),
    "jpeg": (picture(JPEG), "image/jpeg"),
    "webp": (picture(WEBP), "image/webp"),
    "gif": (picture(GIF), "image/gif"),
    "pdf": (PDF, "application/pdf"),
    "text": ("Grüße, 你好\n".encode(), "text/plain"),
    "text with a mark": (b"\xef\xbb\xbfhello", "text/plain"),
    "docx": (document(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": (
        document("xl/workbook.xml"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "pptx": (
        document("ppt/presentation.xml"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "odt": (ODT, "application/vnd.oasis.opendocument.text"),
    "mp3": (MP3, "audio/mpeg"),
    "mp3 with tags": (b"ID3\x04" + bytes(30), "audio/mpeg"),
    "wav": (WAV, "audio/wav"),
    "ogg": (OGG, "audio/ogg"),
    "mp4": (MP4, "video/mp4"),
    "m4a": (M4A, "audio/mp4"),
    "webm": (WEBM, "video/webm"),
}

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_BOMB = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(40_000_000)})


def _many_entries() -> bytes:
    return archive({"[Content_Types].xml": b"", **{f"word/{n}.xml": b"" for n in range(3_100)}}, stored=True)


REFUSED: dict[str, bytes] = {
    "svg": _SVG,
    "svg behind a mark": b"\xef\xbb\xbf" + _SVG,
    "svg behind blanks": b" \n\t" * 40_000 + _SVG,
    "svg with a declaration": b"<?xml version='1.0'?>" + _SVG,
    "html": b"<!doctype html><script>alert(1)</script>",
    "html without a head": b"<img src=x onerror=alert(1)>",
    "html behind a comment": b"<!-- hello --><script>alert(1)</script>",
    "html in utf-16": "<script>alert(1)</script>".encode("utf-16"),
    "a program": b"MZ\x90\x00" + bytes(200),
    "an elf": b"\x7fELF" + bytes(200),
    "latin-1": "Grüße".encode("latin-1"),
    "text with escapes of a terminal": b"\x00\x01binary",
    "a zip": archive({"a.txt": b"hello"}),
    "a zip that unpacks to a thousand times its size": _BOMB,
    "a zip of too many": _many_entries(),
    "a document with macros": document(more={"word/vbaProject.bin": b"x"}),
    "a document that leaves its folder": document(more={"../../evil": b"x"}),
    "a document behind a program": b"MZ" + document(),
    "a broken zip": b"PK\x03\x04" + bytes(100),
    "bmp": b"BM" + bytes(60),
    "tiff": b"II*\x00" + bytes(60),
    "heic": struct.pack(">I", 24) + b"ftypheic" + bytes(12),
    "avif": struct.pack(">I", 24) + b"ftypavif" + bytes(12),
    "matroska": b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska" + bytes(20),
    "flash": b"FWS\x08" + bytes(60),
    "avi": b"RIFF" + bytes(4) + b"AVI " + bytes(40),
    "one mpeg header and no second": b"\xff\xfb\x90\x00" + bytes(600),
    "pdf behind html": b"<html>%PDF-1.7",
}

_SCRIPT = b"<script>alert(document.domain)</script>"

#: Pictures that are something else too, and what must be gone from what is kept.
POLYGLOTS: dict[str, tuple[bytes, bytes]] = {
    "gif and javascript": (picture(GIF) + b"/*" + _SCRIPT + b"*/=1;alert(1)", _SCRIPT),
    "png and zip": (picture(PNG) + archive({"evil.html": _SCRIPT}, stored=True), b"evil.html"),
    "jpeg and html in a comment": (picture(JPEG, comment=_SCRIPT), _SCRIPT),
    "jpeg and html behind": (picture(JPEG) + _SCRIPT, _SCRIPT),
    "png and html behind": (picture(PNG) + _SCRIPT, _SCRIPT),
    "webp and html behind": (picture(WEBP) + _SCRIPT, _SCRIPT),
    "jpeg and pdf": (picture(JPEG, comment=b"%PDF-1.7 hidden"), b"%PDF"),
    "gif and html in a comment": (picture(GIF, comment=_SCRIPT), _SCRIPT),
}


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few kilobytes that says it has `side` squared pixels."""
    small = Image.new("1", (side, side))
    out = io.BytesIO()
    small.save(out, "PNG")
    return out.getvalue()
