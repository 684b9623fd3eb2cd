"""What a workspace may be called in an address."""

import re

from ringonce.values.errors import DomainError, Kind

RESERVED = frozenset(
    (
        "api desk demo assets docs healthz readyz version embed setup team b static live favicon robots "
        "chat files"
    ).split()
)
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])")


class SlugRefused(DomainError):
    """The address is malformed, kept for the server, or somebody else's."""

    code = "slug-refused"
    kind = Kind.INVALID


def check_slug(slug: str) -> str:
    """The slug itself: 2 to 40 lower-case letters, digits and inner hyphens. Raises SlugRefused."""
    if _SLUG.fullmatch(slug) is None:
        raise SlugRefused(slug=slug, why="malformed")
    if slug in RESERVED:
        raise SlugRefused(slug=slug, why="reserved")
    return slug
