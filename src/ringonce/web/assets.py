"""The built front end, from memory: compressed once, kept for ever where the name carries a hash."""

import gzip
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

_HASHED = re.compile(r"-[A-Za-z0-9_-]{8}\.\w+$")
_NAME = re.compile(r"[A-Za-z0-9_@-][A-Za-z0-9_.@-]*(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*")
FOR_EVER = "public, max-age=31536000, immutable"
CHECKED = "no-cache"


@dataclass(frozen=True, slots=True)
class Asset:
    plain: bytes
    packed: bytes
    kind: str
    cache: str


@get("/assets/{name:path}", include_in_schema=False)
async def asset(request: Request[Any, Any, Any]) -> Response[bytes]:
    """One file of the build."""
    found = _load(str(request.path_params["name"]).lstrip("/"))
    if found is None:
        raise NotFoundException()
    headers = {"Cache-Control": found.cache, "Vary": "Accept-Encoding", "Access-Control-Allow-Origin": "*"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=found.kind, headers={**headers, "Content-Encoding": "gzip"})
    return Response(found.plain, media_type=found.kind, headers=headers)


@lru_cache(maxsize=512)
def _load(name: str) -> Asset | None:
    if _NAME.fullmatch(name) is None:
        return None
    file = files("ringonce.web").joinpath("assets", *name.split("/"))
    if not file.is_file():
        return None
    plain = file.read_bytes()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith("text/") or kind in {"application/javascript", "application/json"}:
        kind += "; charset=utf-8"
    return Asset(plain, gzip.compress(plain, 9, mtime=0), kind, FOR_EVER if _HASHED.search(name) else CHECKED)


HANDLERS = [asset]
