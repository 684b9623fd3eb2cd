"""Words for searching: how a text is cut, the same on both engines. Nothing about tables.

Words of spaced scripts are kept whole. Scripts without spaces are cut into each character and each pair of
neighbours, so that two Chinese characters are found wherever they stand together.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

#: A longer word is cut here: nobody types more of it.
LONGEST = 40
#: A text gives at most so many different terms.
MOST = 2_000
#: A search asks for at most so many words.
MOST_WORDS = 8

_UNSPACED = (
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3105, 0x312F),  # Bopomofo
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x0E01, 0x0E7F),  # Thai
    (0x0E81, 0x0EFF),  # Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x20000, 0x3FFFF),
)


_FIRST_UNSPACED = min(low for low, _ in _UNSPACED)


@dataclass(frozen=True, slots=True)
class Needle:
    """One word of a search: all `terms` must be there, or with `prefix` one that begins so.

    `text` is what must stand in the folded text; a set of terms alone could be true by chance.
    """

    text: str
    terms: tuple[str, ...]
    prefix: bool


def folded(text: str) -> str:
    """A text as it is compared: full width is half width, capitals are small, accents stay."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def terms_of(text: str) -> frozenset[str]:
    """Every term under which a text is found; at most MOST."""
    found: dict[str, None] = {}
    for run, unspaced in _runs(folded(text)):
        if unspaced:
            found.update(dict.fromkeys(run))
            found.update(dict.fromkeys(a + b for a, b in pairwise(run)))
        else:
            found[run[:LONGEST]] = None
        if len(found) >= MOST:
            break
    return frozenset(list(found)[:MOST])


def needles_of(query: str) -> tuple[Needle, ...]:
    """What a search asks for: every one must be found. Empty: there is nothing to look for."""
    needles: dict[str, Needle] = {}
    for run, unspaced in _runs(folded(query)):
        if unspaced:
            pairs = tuple(dict.fromkeys(a + b for a, b in pairwise(run)))
            needles[run] = Needle(run, pairs or (run,), prefix=False)
        else:
            needles[run] = Needle(run, (run[:LONGEST],), prefix=True)
    return tuple(needles.values())[:MOST_WORDS]


def holds(text: str, needles: tuple[Needle, ...]) -> bool:
    """Whether a text really has every needle: spaced words from their first letter on."""
    runs = list(_runs(folded(text)))
    return all(any(_hit(run, unspaced, needle) for run, unspaced in runs) for needle in needles)


def excerpt_of(text: str, needles: tuple[Needle, ...], width: int = 140) -> str:
    """A stretch of the text around the first hit, on one line, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    at = _first_hit(line, needles)
    start = max(0, min(at - width // 3, len(line) - width))
    end = start + width
    return f"{'…' if start else ''}{line[start:end].strip()}{'…' if end < len(line) else ''}"


def _first_hit(line: str, needles: tuple[Needle, ...]) -> int:
    # Folding may change lengths, so each character is folded by itself and remembers where it came from.
    origins: list[int] = []
    marks: list[str] = []
    for place, mark in enumerate(line):
        for each in folded(mark):
            marks.append(each)
            origins.append(place)
    whole = "".join(marks)
    hits = [origins[at] for needle in needles if (at := _find(whole, needle)) >= 0]
    return min(hits, default=0)


def _find(whole: str, needle: Needle) -> int:
    at = whole.find(needle.text)
    while needle.prefix and at > 0 and _is_word(whole[at - 1]) and not _is_unspaced(whole[at - 1]):
        at = whole.find(needle.text, at + 1)
    return at


def _hit(run: str, unspaced: bool, needle: Needle) -> bool:
    if needle.prefix:
        return not unspaced and run.startswith(needle.text)
    return unspaced and needle.text in run


def _runs(text: str) -> list[tuple[str, bool]]:
    """The words of a folded text, each with whether its script is written without spaces."""
    found: list[tuple[str, bool]] = []
    start, before = 0, None
    for place, mark in enumerate(text):
        here = None if not _is_word(mark) else _is_unspaced(mark)
        if here is before:
            continue
        if before is not None:
            found.append((text[start:place], before))
        start, before = place, here
    if before is not None:
        found.append((text[start:], before))
    return found


def _is_word(mark: str) -> bool:
    # Letters, digits, and the signs that stand on letters in many scripts.
    return unicodedata.category(mark)[0] in "LMN"


def _is_unspaced(mark: str) -> bool:
    code = ord(mark)
    return code >= _FIRST_UNSPACED and any(low <= code <= high for low, high in _UNSPACED)
