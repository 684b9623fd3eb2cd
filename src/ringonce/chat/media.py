"""What kind of file some bytes are, by the bytes alone: a name or a header says nothing.

Only kinds that are known by their first bytes and cannot run in a page are taken; markup never is.
"""

import codecs
import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from ringonce.values.errors import DomainError, Json, Kind

#: What is taken, in the words of the refusal; the front ends translate by code.
ALLOWED: Final = (
    "images (PNG, JPEG, WebP, GIF)",
    "PDF",
    "plain text in UTF-8",
    "documents (docx, xlsx, pptx, odt)",
    "audio (MP3, M4A, Ogg, WAV)",
    "video (MP4, WebM)",
)

NAME_MOST: Final = 120
_HEAD = 65_536
# Documents are zip files: what they unpack to is bounded by what they say, before anything is unpacked.
_ENTRIES_MOST = 3_000
_DIRECTORY_MOST = 1_000_000
_UNPACKED_MOST = 300_000_000
_RATIO_MOST = 250


class AttachmentType(DomainError):
    """This kind of file is not taken. Params: allowed, in words."""

    code = "attachment-type"
    kind = Kind.INVALID

    def __init__(self, **params: Json) -> None:
        super().__init__(allowed=list(ALLOWED), **params)


class AttachmentsOff(DomainError):
    """The inbox takes no files."""

    code = "attachments-off"
    kind = Kind.FORBIDDEN


class AttachmentEmpty(DomainError):
    """There is nothing in the file."""

    code = "attachment-empty"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True)
class Media:
    """A kind of file: how it is served, and the endings that its names may have (the first is the usual)."""

    type: str
    endings: tuple[str, ...]

    @property
    def is_image(self) -> bool:
        return self.type.startswith("image/")


PNG = Media("image/png", ("png",))
JPEG = Media("image/jpeg", ("jpg", "jpeg", "jpe", "jfif"))
WEBP = Media("image/webp", ("webp",))
GIF = Media("image/gif", ("gif",))
PDF = Media("application/pdf", ("pdf",))
TEXT = Media("text/plain", ("txt", "text", "log", "csv", "tsv", "md", "json", "yaml", "yml"))
_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = Media(_OOXML + "wordprocessingml.document", ("docx",))
XLSX = Media(_OOXML + "spreadsheetml.sheet", ("xlsx",))
PPTX = Media(_OOXML + "presentationml.presentation", ("pptx",))
ODT = Media("application/vnd.oasis.opendocument.text", ("odt",))
MP3 = Media("audio/mpeg", ("mp3",))
M4A = Media("audio/mp4", ("m4a", "mp4"))
OGG = Media("audio/ogg", ("ogg", "oga", "opus"))
WAV = Media("audio/wav", ("wav",))
MP4 = Media("video/mp4", ("mp4", "m4v"))
WEBM = Media("video/webm", ("webm",))

_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_MP4_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"}
)
_MARKUP = re.compile(r"\s*<\s*[a-z!?/]", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def recognise(path: Path) -> Media:
    """The kind of a file. Raises AttachmentType, AttachmentEmpty."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if not head:
            raise AttachmentEmpty()
        found = _by_head(head)
        if found is None and head.startswith(b"PK\x03\x04"):
            found = _document(file)
        if found is None and _is_text(file):
            found = TEXT
    if found is None:
        raise AttachmentType()
    return found


def named(name: str, media: Media) -> str:
    """A name to show and to save by: no path, no invisible or turning characters, an ending of its kind.

    An ending that is not of the kind keeps its place and gets the right one behind it: saved from here,
    `page.html` must not open as a page.
    """
    last = re.split(r"[/\\]", name)[-1]
    # Letters and marks stay whatever their script; what is not printable, or turns the line, goes.
    shown = "".join(mark if mark.isprintable() else " " if mark.isspace() else "" for mark in last)
    shown = re.sub(r'[<>:"|?*]', "_", " ".join(shown.split())).strip(" .")
    stem, dot, ending = shown.rpartition(".")
    if dot and ending.lower() in media.endings:
        return f"{_short(stem.strip(' .') or 'file', ending)}.{ending}"
    return f"{_short(shown or 'file', media.endings[0])}.{media.endings[0]}"


def _short(stem: str, ending: str) -> str:
    return stem[: NAME_MOST - len(ending) - 1].rstrip(" .") or "file"


def _by_head(head: bytes) -> Media | None:
    for start, media in (
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\xff\xd8\xff", JPEG),
        (b"%PDF-", PDF),
        (b"OggS\0", OGG),
    ):
        if head.startswith(start):
            return media
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return GIF
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return M4A if brand in {b"M4A ", b"M4B "} else MP4 if brand in _MP4_BRANDS else None
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"\x42\x82\x84webm" in head[:64] else None
    if head.startswith(b"ID3") and len(head) > 10 and head[3] in (2, 3, 4):
        return MP3
    return MP3 if _is_mpeg_frame(head, 0) else None


def _is_mpeg_frame(head: bytes, at: int) -> bool:
    """Whether an MPEG-1 or -2 layer III frame begins here and another one where it ends."""
    length = _frame_length(head[at : at + 4])
    return length > 0 and (len(head) <= at + length or _frame_length(head[at + length : at + length + 4]) > 0)


_BITRATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_RATES = {3: (44_100, 48_000, 32_000, 0), 2: (22_050, 24_000, 16_000, 0)}


def _frame_length(header: bytes) -> int:
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    if layer != 1 or version not in _BITRATES:
        return 0
    bitrate, rate = _BITRATES[version][header[2] >> 4], _RATES[version][header[2] >> 2 & 3]
    if not bitrate or not rate:
        return 0
    return (144 if version == 3 else 72) * bitrate * 1000 // rate + (header[2] >> 1 & 1)


def _document(file: BinaryIO) -> Media | None:
    """An office document, by its parts; a zip file that is none, lies about its size or runs is none."""
    if not _is_directory_small(file):
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > _ENTRIES_MOST:
                return None
            first = _stored(archive, entries[0]) if entries and entries[0].filename == "mimetype" else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, IndexError):
        return None
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > _UNPACKED_MOST or unpacked > _RATIO_MOST * max(packed, 1):
        return None
    names = {entry.filename for entry in entries}
    if any("vbaproject" in name.lower() or name.startswith("/") or ".." in name for name in names):
        return None
    if first == ODT.type.encode() and "content.xml" in names:
        return ODT
    if "[Content_Types].xml" not in names:
        return None
    return next((media for part, media in _MAIN_PARTS.items() if part in names), None)


def _stored(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What a small entry holds that is not packed; nothing is ever unpacked here."""
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > 100:
        return b""
    return archive.read(entry)


def _is_directory_small(file: BinaryIO) -> bool:
    """Read the end of a zip file by hand: its list of entries is bounded before it is read whole."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 65_577))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        return False
    # A ZIP64 record before this one would be obeyed instead of it, whatever this one says.
    if tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        return False
    entries: int
    directory: int
    entries, directory = struct.unpack_from("<HL", tail, at + 10)
    return 0 < entries <= _ENTRIES_MOST and directory <= _DIRECTORY_MOST


def _is_text(file: BinaryIO) -> bool:
    """UTF-8 without control characters that does not begin as markup does."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    is_first = True
    while True:
        piece = file.read(_HEAD)
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError:
            return False
        if _CONTROLS.search(text) or (is_first and _MARKUP.match(text)):
            return False
        # White space may fill the first pieces; what comes after them is looked at as the beginning.
        is_first = is_first and not text.strip()
        if not piece:
            return True
