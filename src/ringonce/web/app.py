"""The web application: every route of every file, behind the one middleware."""

from collections.abc import Sequence
from typing import Any

from litestar import Litestar
from litestar.datastructures import State
from litestar.exceptions import HTTPException

from ringonce.values.errors import DomainError
from ringonce.web import assets, desk_page, docs_page, files, frame_page, health
from ringonce.web.doors import door
from ringonce.web.edge import API, Edge
from ringonce.web.failures import on_bug, on_http, on_refusal, on_too_large, on_too_slow
from ringonce.web.limits import BodyTooLarge, BodyTooSlow
from ringonce.web.live import live
from ringonce.web.live_feed import LiveFeed
from ringonce.web.middleware import Asgi, Doorman
from ringonce.web.pages import posts as page_posts
from ringonce.web.pages import routes as page_routes
from ringonce.web.repeats import Repeats
from ringonce.web.table import all_routes


def create_app(edge: Edge, feed: LiveFeed, extra_handlers: Sequence[Any] = ()) -> Asgi:
    """The application of one edge. `extra_handlers` are doors of packages above this one."""
    litestar = Litestar(
        route_handlers=[
            *(door(route) for route in all_routes()),
            *health.HANDLERS,
            *assets.HANDLERS,
            *files.HANDLERS,
            *docs_page.HANDLERS,
            live,
            *desk_page.HANDLERS,
            *frame_page.HANDLERS,
            *page_routes.HANDLERS,
            *page_posts.HANDLERS,
            *extra_handlers,
        ],
        state=State({"edge": edge, "live": feed}),
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,
        exception_handlers={
            DomainError: on_refusal,
            HTTPException: on_http,
            BodyTooLarge: on_too_large,
            BodyTooSlow: on_too_slow,
            Exception: on_bug,
        },
    )
    uploads = frozenset(API + route.path for route in all_routes() if route.is_upload)
    return Doorman(Repeats(litestar, edge.database, edge.clock), edge, uploads)  # type: ignore[arg-type]
