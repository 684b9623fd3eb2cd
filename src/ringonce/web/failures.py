"""What a failed request is answered: a problem document, or a plain page where a person looks at it."""

import re
from functools import cache
from html import escape
from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException

from ringonce.values.errors import DomainError
from ringonce.web.edge import API
from ringonce.web.limits import BodyTooLarge, BodyTooSlow
from ringonce.web.problems import CONTENT_TYPE, Problem, plain_problem, problem_of, words_of
from ringonce.web.table import all_routes

log = structlog.get_logger("ringonce.http")

# What the framework itself refuses, by status.
CODE_OF_STATUS = {
    400: "request-invalid",
    404: "not-found",
    405: "method-not-allowed",
    413: "body-too-large",
    415: "request-invalid",
}

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style nonce="{nonce}">
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
:root, body {{ background: light-dark(#faf8f4, #161412); color: light-dark(#211d19, #f2ede5) }}
body {{ max-width: 34rem; margin: 15vh auto; padding: 0 1.25rem }}
code {{ font-size: .85em }}
a {{ color: light-dark(#0e5359, #7cc6c3) }}
</style>
<main><h1>{title}</h1><p>{detail}</p>
<p><small>{status} · <a href="{type}">{code}</a> · <code>{request_id}</code></small></p></main></html>
"""


def on_refusal(request: Request[Any, Any, Any], error: DomainError) -> Response[bytes]:
    """A refusal of the domain."""
    return _answer(request, error.code, problem_of(error, instance=_request_id(request)))


def on_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """A refusal of the framework: no such path, no such method, a path that cannot be read."""
    code = CODE_OF_STATUS.get(error.status_code, "internal")
    faults = {"errors": error.extra} if isinstance(error.extra, list) and error.extra else {}
    problem = plain_problem(error.status_code, code, _request_id(request), **faults)
    headers = {"Allow": ", ".join(allowed_at(request.scope["path"]))} if error.status_code == 405 else {}
    return _answer(request, code, Problem(problem.status, problem.body, headers))


def on_too_large(request: Request[Any, Any, Any], error: BodyTooLarge) -> Response[bytes]:
    """A body without an announced length that went over the limit while it was read."""
    return _answer(
        request,
        "body-too-large",
        plain_problem(413, "body-too-large", _request_id(request), most_bytes=error.most_bytes),
    )


def on_too_slow(request: Request[Any, Any, Any], error: BodyTooSlow) -> Response[bytes]:
    """The body did not arrive in time."""
    return _answer(request, "body-too-slow", plain_problem(408, "body-too-slow", _request_id(request)))


def allowed_at(path: str) -> list[str]:
    """The methods that the API takes at a path."""
    methods = {route.method for route in all_routes() if _pattern(route.path).fullmatch(path)}
    return sorted(methods | ({"HEAD"} if "GET" in methods else set()))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.escape(API) + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template)))


def on_bug(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Anything else is a bug: logged once, with the request id, and answered with a bare 500."""
    log.error(
        "bug", request_id=_request_id(request), route=request.scope.get("path_template"), exc_info=error
    )
    return _answer(request, "internal", plain_problem(500, "internal", _request_id(request)))


def _answer(request: Request[Any, Any, Any], code: str, problem: Problem) -> Response[bytes]:
    headers = dict(problem.headers)
    if wants_page(request):
        page = _page(request, code, problem)
        return Response(page, status_code=problem.status, media_type="text/html", headers=headers)
    return Response(problem.body, status_code=problem.status, media_type=CONTENT_TYPE, headers=headers)


def wants_page(request: Request[Any, Any, Any]) -> bool:
    """Whether a person looks at the answer: a browser navigating outside the API."""
    accept = request.headers.get("accept", "")
    return "text/html" in accept and not request.scope["path"].startswith(API)


def _page(request: Request[Any, Any, Any], code: str, problem: Problem) -> bytes:
    title, detail = words_of(code)
    return _PAGE.format(
        title=escape(title),
        detail=escape(detail),
        status=problem.status,
        type=f"/docs/errors/{code}",
        code=escape(code),
        request_id=escape(_request_id(request)),
        nonce=request.scope["state"]["nonce"],
    ).encode()


def _request_id(request: Request[Any, Any, Any]) -> str:
    return str(request.scope["state"].get("request_id", "-"))
