"""What people write, made plain: one form of each letter, no control characters, a length that fits."""

import re
import unicodedata
from typing import Final

from ringonce.chat.model import TEXT_MOST, URL_MOST, Page
from ringonce.chat.refusals import ClientIdMalformed, TextMissing, TextTooLong

_BREAKS: Final = re.compile(r"\r\n?|\x85|\u2028|\u2029")
# Newline and tab stay. Lone surrogates cannot be kept by either engine.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_CLIENT_ID: Final = re.compile(r"[\x21-\x7e]{8,128}")
_URL: Final = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20]+", re.IGNORECASE)


def plain(text: str) -> str:
    """The text as it is kept: NFC, line breaks as one sign, no control characters, no blank ends."""
    return _CONTROL.sub("", unicodedata.normalize("NFC", _BREAKS.sub("\n", text))).strip()


def plain_line(text: str, most: int) -> str:
    """The text as one line, cut to `most` characters."""
    return _LINE.sub(" ", plain(text)).strip()[:most].strip()


def said(text: str, *, may_be_empty: bool = False) -> str:
    """A message's text as it is kept. Raises TextMissing, TextTooLong."""
    clean = plain(text)
    if not any(_is_seen(mark) for mark in clean):
        if not may_be_empty:
            raise TextMissing()
        return ""
    if len(clean) > TEXT_MOST:
        raise TextTooLong(most=TEXT_MOST)
    return clean


def _is_seen(mark: str) -> bool:
    """Whether a sign leaves anything on the page: joiners, fillers and marks of direction alone say nothing.

    Fillers and selectors: Default_Ignorable_Code_Point of Unicode; beside them the empty Braille cell.
    """
    return not (mark.isspace() or unicodedata.category(mark) == "Cf" or _BLANK.match(mark))


def check_client_id(client_id: str) -> str:
    """Refuse an id that no client of ours makes. Raises ClientIdMalformed."""
    if _CLIENT_ID.fullmatch(client_id) is None:
        raise ClientIdMalformed()
    return client_id


def plain_page(page: Page) -> Page:
    """Where somebody is, as it is kept: addresses that are no web pages are left out."""
    return Page(_address(page.url), plain_line(page.title, 300), _address(page.referrer))


def _address(url: str) -> str:
    url = url.strip()
    return url if len(url) <= URL_MOST and _URL.fullmatch(url) is not None else ""
