"""Files are known by their bytes, and named so that saving one opens nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringonce.chat.media import NAME_MOST, PDF, PNG, TEXT, AttachmentEmpty, AttachmentType, named, recognise
from tests.support.samples import REFUSED, TAKEN


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
