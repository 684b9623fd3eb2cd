"""A program, not a module of the server: reads one image and writes its pixels anew.

Run in a process of its own with bounds on memory and time, because decoders are where images attack. It
imports nothing of ours. Called as `reencode.py FORMAT PIXELS SOURCE IMAGE PREVIEW`; prints width, height and
whether there is a preview, or ends with 3 for an image that cannot be read and 4 for one that is too large.
"""

import sys
import warnings

from PIL import Image, ImageFile, ImageOps

if sys.platform != "win32":
    import resource

LONGEST = 2_560
PREVIEW = 640
FRAMES_MOST = 200
#: Pixels of all frames together; above it an animation becomes its first frame.
ANIMATED_MOST = 120_000_000
MEMORY = 1_024 * 1_024 * 1_024
SECONDS = 20
WRITES_MOST = 64 * 1_024 * 1_024
UNREADABLE, TOO_LARGE = 3, 4


def main(kind: str, pixels: str, source: str, target: str, preview: str) -> int:
    """Write `target`, and `preview` where it would be smaller; the exit code."""
    _bound()
    # We bound pixels ourselves, before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("ignore")
    try:
        with Image.open(source, formats=[kind]) as image:
            width, height = image.size
            if width * height > int(pixels):
                return TOO_LARGE
            shown = _animation(image, target) if kind == "GIF" else None
            shown = shown or _still(image, kind, target)
    except MemoryError:
        return TOO_LARGE
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, OverflowError):
        return UNREADABLE
    is_animated, size, first = shown
    has_preview = is_animated or max(size) > PREVIEW
    if has_preview:
        first.thumbnail((PREVIEW, PREVIEW), Image.Resampling.LANCZOS)
        first.save(preview, "WEBP", quality=80, method=4)
    sys.stdout.write(f"{size[0]} {size[1]} {int(has_preview)}\n")
    return 0


def _bound() -> None:
    """Memory, time and writes, for good; a system without such bounds is left to the caller's patience."""
    if sys.platform == "win32":
        return
    for bound, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, WRITES_MOST),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(bound, (most, most))


def _still(image: Image.Image, kind: str, target: str) -> tuple[bool, tuple[int, int], Image.Image]:
    if kind == "JPEG":
        # The decoder itself can halve: a camera's picture never lies in memory whole.
        image.draft("RGB", (LONGEST, LONGEST))
    turn = image.getexif().get(0x0112, 1)
    pixels = _plain(image, opaque=kind == "JPEG")
    pixels.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    pixels = _turned(pixels, turn)
    if kind == "JPEG":
        pixels.save(target, "JPEG", quality=85, optimize=True, progressive=True)
    elif kind == "WEBP":
        pixels.save(target, "WEBP", quality=85, method=4)
    elif kind == "GIF":
        pixels.save(target, "GIF")
    else:
        pixels.save(target, "PNG", compress_level=6)
    return False, pixels.size, pixels


def _turned(pixels: Image.Image, turn: int) -> Image.Image:
    """As the camera was held; the tag itself is not written again."""
    if turn == 1:
        return pixels
    exif = Image.Exif()
    exif[0x0112] = turn
    pixels.info.clear()
    pixels.info["exif"] = exif.tobytes()
    turned = ImageOps.exif_transpose(pixels)
    turned.info.clear()
    return turned


def _plain(image: Image.Image, *, opaque: bool) -> Image.Image:
    """Pixels alone: no profile, no comment, no palette trick."""
    has_alpha = not opaque and (
        image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    )
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits a channel become 8.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    plain = image.convert("RGBA" if has_alpha else "RGB")
    if plain is image:
        plain = image.copy()
    plain.info.clear()
    return plain


def _animation(image: Image.Image, target: str) -> tuple[bool, tuple[int, int], Image.Image] | None:
    """All frames of a small enough animation; None where the first one must do."""
    frames = _count(image)
    width, height = image.size
    if frames < 2 or frames > FRAMES_MOST or frames * width * height > ANIMATED_MOST:
        image.seek(0)
        return None
    scale = min(1.0, LONGEST / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    drawn, pauses = [], []
    for number in range(frames):
        image.seek(number)
        pauses.append(min(60_000, max(20, int(image.info.get("duration") or 100))))
        frame = image.convert("RGBA")
        drawn.append(frame if frame.size == size else frame.resize(size, Image.Resampling.LANCZOS))
    for frame in drawn:
        frame.info.clear()
    first = drawn[0].copy()
    drawn[0].save(target, "GIF", save_all=True, append_images=drawn[1:], duration=pauses, loop=0, disposal=2)
    return True, size, first


def _count(image: Image.Image) -> int:
    """Frames, counted no further than one that is too many."""
    for number in range(1, FRAMES_MOST + 1):
        try:
            image.seek(number)
        except EOFError:
            return number
    return FRAMES_MOST + 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:6]))
