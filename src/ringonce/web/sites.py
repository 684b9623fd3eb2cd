"""Which sites may put our pages into a frame: what the owner wrote at the inboxes."""

from urllib.parse import urlsplit

from ringonce.chat.queries import list_inboxes
from ringonce.kernel.db import Tx


async def workspace_sites(tx: Tx, workspace_id: str) -> tuple[str, ...]:
    """The sites that may frame a workspace's pages: those of all its inboxes; none named, or one inbox that
    names none: any site.
    """
    found = [each.settings.sites for each in await list_inboxes(tx, workspace_id) if each.active]
    return tuple(sorted({site for sites in found for site in sites})) if found and all(found) else ()


def ancestors_of(sites: tuple[str, ...]) -> str:
    """The sources of `frame-ancestors`: what was written as a site and is an origin, and our own."""
    origins = [each for each in map(_origin, sites) if each]
    return " ".join(["'self'", *origins]) if sites else "*"


def _origin(site: str) -> str | None:
    """An origin as a policy takes it; nothing that could carry another directive."""
    parts = urlsplit(site)
    if parts.scheme not in {"http", "https"} or not parts.netloc or set(site) & set(" ;,'\""):
        return None
    return f"{parts.scheme}://{parts.netloc}"
