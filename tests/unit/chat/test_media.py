"""Files are known by their bytes, and named so that saving one opens nothing else."""

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringonce.chat.media import NAME_MOST, PDF, PNG, TEXT, AttachmentEmpty, AttachmentType, named, recognise
from tests.support.samples import REFUSED, TAKEN, archive, document


@pytest.mark.parametrize("kind", sorted(TAKEN))
def test_the_kinds_that_are_taken(kind: str, tmp_path: Path) -> None:
    data, media_type = TAKEN[kind]
    path = tmp_path / "evil.html"
    path.write_bytes(data)
    assert recognise(path).type == media_type


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_the_kinds_that_are_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(REFUSED[kind])
    with pytest.raises(AttachmentType) as refused:
        recognise(path)
    allowed = refused.value.params["allowed"]
    assert isinstance(allowed, list)
    assert "PDF" in allowed


def test_a_zip_that_has_its_number_of_entries_told_elsewhere_is_refused(tmp_path: Path) -> None:
    whole = document()
    parts, end = whole[:-22], whole[-22:]
    entries, size, start = struct.unpack_from("<HLL", end, 10)
    elsewhere = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, entries, entries, size, start)
    elsewhere += struct.pack("<4sLQL", b"PK\6\7", 0, len(parts), 1)
    path = tmp_path / "letter.docx"
    # With and without the longest comment behind it.
    for last in (end, end[:20] + b"\xff\xff" + b"x" * 65_535):
        path.write_bytes(parts + elsewhere + last)
        with pytest.raises(AttachmentType):
            recognise(path)


def test_a_zip_that_tells_of_fewer_entries_than_it_has_is_refused(tmp_path: Path) -> None:
    more = {f"word/{n}.xml": b"" for n in range(3_100)}
    whole = archive({"[Content_Types].xml": b"", "word/document.xml": b"<x/>", **more}, stored=True)
    path = tmp_path / "letter.docx"
    path.write_bytes(whole[:-14] + struct.pack("<HH", 2, 2) + whole[-10:])
    with pytest.raises(AttachmentType):
        recognise(path)


def test_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.write_bytes(b"")
    with pytest.raises(AttachmentEmpty):
        recognise(path)


def test_control_characters_far_into_a_text_are_found(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"fine " * 50_000 + b"\x00")
    with pytest.raises(AttachmentType):
        recognise(path)
    path.write_bytes(("é" * 70_000).encode())
    assert recognise(path) == TEXT


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("REPORT.PDF", "REPORT.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\cv.pdf", "cv.pdf"),
        ("page.html", "page.html.pdf"),
        ("invoice.pdf.exe", "invoice.pdf.exe.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ("a\u200bb\u2066c\u2069.pdf", "abc.pdf"),
        ("line\r\nContent-Type: text/html.pdf", "html.pdf"),
        ("two\nlines.pdf", "two lines.pdf"),
        ('a"b<c>.pdf', "a_b_c_.pdf"),
        ("简历.pdf", "简历.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        (".pdf", "pdf.pdf"),
        ("\x00\x01", "file.pdf"),
    ],
)
def test_names_are_cleaned(given_name: str, shown: str) -> None:
    assert named(given_name, PDF) == shown


@settings(max_examples=100)
@given(st.text(max_size=400))
def test_a_name_is_short_plain_and_ends_as_its_kind(given_name: str) -> None:
    shown = named(given_name, PNG)
    assert len(shown) <= NAME_MOST
    assert shown.lower().endswith(".png")
    assert shown.isprintable()
    assert not set(shown) & set('/\\<>:"|?*')
    assert named(shown, PNG) == shown
