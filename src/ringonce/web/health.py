"""Is it alive, can it serve, which build is it. Outside the API, for the machines that watch it."""

from typing import Any

from litestar import Request, Response, get

from ringonce.identity.queries import count_workspaces
from ringonce.values.errors import DomainError
from ringonce.web.edge import edge_of
from ringonce.web.pages.assets import read_assets


@get("/healthz", include_in_schema=False)
async def healthz() -> dict[str, str]:
    """Alive: the loop turns."""
    return {"status": "ok"}


@get("/readyz", include_in_schema=False)
async def readyz(request: Request[Any, Any, Any]) -> Response[dict[str, str]]:
    """Ready: the database answers."""
    try:
        await edge_of(request).database.read(count_workspaces)
    except DomainError as refusal:
        return Response({"status": "unavailable", "code": refusal.code}, status_code=503)
    return Response({"status": "ready"})


@get("/version", include_in_schema=False)
async def version(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The program and the build of its pages, so that an older page knows that it is one."""
    return {"version": edge_of(request).options.version, "build": read_assets("booking").build}


HANDLERS = [healthz, readyz, version]
