"""Signs that no person filled in a form. How often somebody may ask is the edge's to say."""

from typing import Final

from ringonce.chat.refusals import LooksAutomatic

#: Nobody reads a form, types and sends it in less.
FILLED_LEAST_MS: Final = 300


def check_pace(*, website: str, filled_for_ms: int, text: str) -> None:
    """Refuse a form whose hidden field was filled in, or whose text came faster than anybody types.

    Raises LooksAutomatic; a person who was simply quick may send it again.
    """
    if website.strip() or (text.strip() and filled_for_ms < FILLED_LEAST_MS):
        raise LooksAutomatic()
