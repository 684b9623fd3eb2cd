"""The pages of the demonstration. The race page is a client like any other: it knows the public API alone."""

import hmac
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.handlers import HTTPRouteHandler
from markupsafe import Markup

from ringonce.demo.chats import INBOX
from ringonce.demo.salon import OWNER_EMAIL, RACED, SLUG, ZONE
from ringonce.identity.access import NotAllowed
from ringonce.identity.queries import WorkspaceUnknown, find_member_by_email, find_workspace_by_slug
from ringonce.identity.sign_in import NewSession, open_session
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Actor, Work
from ringonce.values.ids import RequestId
from ringonce.web.auth import check_same_origin, cookie_name
from ringonce.web.edge import edge_of
from ringonce.web.messages import pick_locale, words_for
from ringonce.web.pages.assets import read_assets

AnyRequest = Request[Any, Any, Any]
_PAGES = Environment(loader=PackageLoader("ringonce.demo"), autoescape=True, undefined=StrictUndefined)


def _style(name: str) -> str:
    return files("ringonce.demo").joinpath("templates", name).read_text(encoding="utf-8")


_CSS, _SHOP_CSS = _style("demo.css"), _style("shop.css")
#: Where the desk stands beside the shop, it stands in a frame of this page.
DESK_BESIDE = "'self'"


@dataclass(slots=True)
class Passes:
    """What this start hands out: a way in to the desk, and a key that reads the log of a built salon."""

    desk: str
    log_key: str = ""


def demo_doors(passes: Passes) -> list[HTTPRouteHandler]:
    """The doors of `/demo`."""

    @get("/demo", include_in_schema=False)
    async def demo(request: AnyRequest) -> Response[str]:
        return _page(request, "demo.html", passes)

    @get("/demo/race", include_in_schema=False)
    async def race(request: AnyRequest) -> Response[str]:
        return _page(request, "race.html", passes)

    @get("/demo/shop", include_in_schema=False)
    async def shop(request: AnyRequest) -> Response[str]:
        return _page(request, "shop.html", passes, _SHOP_CSS)

    @get("/demo/side", include_in_schema=False)
    async def side(request: AnyRequest) -> Response[str]:
        return _page(request, "side.html", passes)

    @get("/demo/desk", include_in_schema=False)
    async def desk(request: AnyRequest) -> Response[str]:
        return _page(request, "desk.html", passes)

    @post("/demo/desk", include_in_schema=False, status_code=303)
    async def enter(request: AnyRequest) -> Response[None]:
        check_same_origin(request)
        form = await request.form()
        if not hmac.compare_digest(str(form.get("pass", "")).encode(), passes.desk.encode()):
            raise NotAllowed(needs="pass")
        return await _sign_in(request)

    return [demo, race, shop, side, desk, enter]


def _page(request: AnyRequest, name: str, passes: Passes, css: str = _CSS) -> Response[str]:
    locale = pick_locale(request.headers.get("accept-language"), request.query_params.get("lang"))
    assets = read_assets("demo")
    nonce: str = request.scope["state"]["nonce"]
    drawn = _PAGES.get_template(name).render(
        locale=locale,
        say=words_for(locale),
        # Our own file: quotes in a style sheet stay quotes.
        css=Markup(css),  # noqa: S704
        nonce=nonce,
        workspace=SLUG,
        inbox=INBOX,
        service=RACED,
        zone=ZONE,
        log_key=passes.log_key,
        scripts=assets.scripts,
    )
    policy = (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "object-src 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return Response(drawn, media_type=MediaType.HTML, headers={"Content-Security-Policy": policy})


async def _sign_in(request: AnyRequest) -> Response[None]:
    edge = edge_of(request)
    workspace = await edge.database.read(lambda tx: find_workspace_by_slug(tx, SLUG))
    if workspace is None:
        raise WorkspaceUnknown(workspace=SLUG)

    async def intent(work: Work) -> NewSession:
        member = await find_member_by_email(work.tx, work.workspace_id, OWNER_EMAIL)
        if member is None:
            raise WorkspaceUnknown(workspace=SLUG)
        return await open_session(work, member.id, days=1)

    opened = await edge.executor.run(workspace.id, Actor("system", "demo"), edge.ids.new(RequestId), intent)
    scheme = request.scope["scheme"]
    cookie = Cookie(
        key=cookie_name(edge, scheme),
        value=opened.token,
        path="/",
        httponly=True,
        secure=edge.is_secure(scheme),
        samesite="lax",
    )
    return Response(None, status_code=303, headers={"Location": "/desk"}, cookies=[cookie])


async def is_built(tx: Tx) -> bool:
    """Whether the salon stands already."""
    return await find_workspace_by_slug(tx, SLUG) is not None
