"""Images keep their pixels and nothing else; what breaks or bursts is refused, and its process ends."""

import asyncio
import os
from pathlib import Path

import pytest
from PIL import Image

from ringonce.chat import images
from ringonce.chat.images import ImagesBusy, ImageTooLarge, ImageUnreadable, Redrawer, Redrawn
from ringonce.chat.media import GIF, JPEG, PNG, WEBP, Media, recognise
from tests.support import samples


async def redrawn(
    folder: Path, data: bytes, redrawer: Redrawer | None = None
) -> tuple[Redrawn, bytes, bytes]:
    """What became of an image: its sizes, its bytes and its preview's."""
    source, target, preview = folder / "source", folder / "target", folder / "preview"
    source.write_bytes(data)
    done = await (redrawer or Redrawer()).redraw(recognise(source), source, target, preview)
    return done, target.read_bytes(), preview.read_bytes() if done.has_preview else b""


async def test_a_photograph_loses_where_it_was_taken_and_stands_upright(tmp_path: Path) -> None:
    before = samples.photograph()
    assert b"SecretCamera" in before
    assert b"secret comment" in before
    done, after, _ = await redrawn(tmp_path, before)
    assert (done.width, done.height) == (32, 64)
    image = samples.opened(after)
    assert image.size == (32, 64)
    assert not image.getexif()
    assert "comment" not in image.info
    assert "exif" not in image.info
    assert b"SecretCamera" not in after
    assert b"secret" not in after
    assert b"Exif" not in after
    # Orientation 6 is turned a quarter to the right: the red left half is on top.
    red, _, blue = image.convert("RGB").getpixel((16, 8))  # type: ignore[misc]
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize("kind", sorted(samples.POLYGLOTS))
async def test_only_pixels_are_kept(kind: str, tmp_path: Path) -> None:
    data, hidden = samples.POLYGLOTS[kind]
    assert hidden in data
    done, after, preview = await redrawn(tmp_path, data)
    assert hidden not in after
    assert hidden not in preview
    assert samples.opened(after).size == (done.width, done.height) == (40, 30)


@pytest.mark.parametrize(("kind", "media"), [("PNG", PNG), ("JPEG", JPEG), ("WEBP", WEBP), ("GIF", GIF)])
async def test_each_kind_stays_its_kind(kind: str, media: Media, tmp_path: Path) -> None:
    _, after, _ = await redrawn(tmp_path, samples.picture(kind))
    path = tmp_path / "after"
    path.write_bytes(after)
    assert recognise(path) == media


async def test_large_pictures_become_smaller_and_get_a_preview(tmp_path: Path) -> None:
    done, after, preview = await redrawn(tmp_path, samples.picture("JPEG", (3_000, 600)))
    assert (done.width, done.height) == (2_560, 512)
    assert samples.opened(after).size == (2_560, 512)
    small = samples.opened(preview)
    assert small.format == "WEBP"
    assert small.size == (640, 128)


async def test_small_pictures_have_none(tmp_path: Path) -> None:
    done, _, _ = await redrawn(tmp_path, samples.picture("PNG", (640, 480)))
    assert not done.has_preview


async def test_transparency_stays(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (10, 10), (10, 20, 30, 0))
    path = tmp_path / "clear.png"
    clear.save(path)
    _, after, _ = await redrawn(tmp_path, path.read_bytes())
    assert samples.opened(after).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
async def test_every_kind_of_pixel_is_read(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "made"
    Image.new(mode, (20, 20)).save(path, "JPEG" if mode == "CMYK" else "PNG")
    done, after, _ = await redrawn(tmp_path, path.read_bytes())
    assert done.width == 20
    assert samples.opened(after).mode in ("RGB", "RGBA")


async def test_animations_move_on_or_become_their_first_frame(tmp_path: Path) -> None:
    _, moving, preview = await redrawn(tmp_path, samples.animation(12))
    assert samples.opened(moving).n_frames == 12  # type: ignore[attr-defined]
    assert samples.opened(preview).format == "WEBP"
    _, still, _ = await redrawn(tmp_path, samples.animation(230))
    assert samples.opened(still).n_frames == 1  # type: ignore[attr-defined]


async def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    data = samples.bomb()
    assert len(data) < 200_000
    with pytest.raises(ImageTooLarge):
        await redrawn(tmp_path, data)
    assert not (tmp_path / "target").exists()


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_truncated_pictures_are_refused(kind: str, keep: float, tmp_path: Path) -> None:
    data = samples.picture(kind, (400, 300))
    with pytest.raises(ImageUnreadable):
        await redrawn(tmp_path, data[: int(len(data) * keep)])


async def test_what_only_begins_as_a_picture_is_refused(tmp_path: Path) -> None:
    for begin in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x10\0\0\0WEBP"):
        with pytest.raises(ImageUnreadable):
            await redrawn(tmp_path, begin + b"<script>alert(1)</script>" * 20)


async def test_another_format_behind_the_right_beginning_is_not_tried(tmp_path: Path) -> None:
    """Only the decoder of the kind that was recognised reads it."""
    source = tmp_path / "source"
    source.write_bytes(samples.picture("PNG"))
    with pytest.raises(ImageUnreadable):
        await Redrawer().redraw(GIF, source, tmp_path / "target", tmp_path / "preview")


async def test_a_decoder_that_hangs_is_ended(tmp_path: Path) -> None:
    program = tmp_path / "hangs.py"
    program.write_text(
        "import os, signal, sys\nopen(sys.argv[4], 'w').write(str(os.getpid()))\nsignal.pause()\n"
    )
    with pytest.raises(ImageTooLarge):
        await redrawn(tmp_path, samples.picture(), Redrawer(program=program, patience=1.0))
    child = int((tmp_path / "target").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


async def test_a_decoder_that_eats_memory_is_ended(tmp_path: Path) -> None:
    """The program's own bound, with a decoder that asks for more."""
    program = tmp_path / "eats.py"
    real = images.PROGRAM.read_text().replace("def _still(", "def _unused(")
    greedy = "def _still(image, kind, target):\n    return bytearray(3 * 1024 ** 3)\n"
    program.write_text(real.replace('if __name__ == "__main__":', f"{greedy}\n\nif __name__ == '__main__':"))
    with pytest.raises(ImageTooLarge):
        await redrawn(tmp_path, samples.picture(), Redrawer(program=program))


async def test_too_many_at_once_are_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "WAITING_MOST", 1)
    redrawer = Redrawer()
    first = asyncio.create_task(redrawn(tmp_path, samples.picture(), redrawer))
    await asyncio.to_thread(lambda: None)
    with pytest.raises(ImagesBusy):
        await redrawn(tmp_path, samples.picture(), redrawer)
    assert (await first)[0].width == 40
