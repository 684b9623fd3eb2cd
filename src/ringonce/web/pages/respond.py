"""Pages as answers: the policy a page is served under, and what a person is told when there is no page."""

import gzip
from typing import Any

from litestar import Request, Response

from ringonce.web.auth import is_same_origin
from ringonce.web.pages.draw import draw
from ringonce.web.pages.visit import Visit


def policy_of(nonce: str, ancestors: str = "*") -> str:
    """Only our own script and style, no HTML made from text; the workspace's sites may embed the page."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'; "
        f"frame-ancestors {ancestors}; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def page_answer(visit: Visit, text: str, status: int = 200, *, packed: bool = False) -> Response[bytes]:
    """One page. Only one without a secret is `packed`: its length must not tell what it holds."""
    headers = {
        "Content-Security-Policy": policy_of(visit.nonce, visit.ancestors),
        "Content-Language": visit.locale,
        "Vary": "Accept-Language",
    }
    body = text.encode()
    if packed:
        body = gzip.compress(body, 5, mtime=0)
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Language, Accept-Encoding"}
    return Response(body, status_code=status, media_type="text/html; charset=utf-8", headers=headers)


def takes_gzip(request: Request[Any, Any, Any]) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def problem_answer(visit: Visit, title: str, text: str, status: int) -> Response[bytes]:
    """A page that says what is not there, with the request's id."""
    words = visit.words
    return page_answer(visit, draw("problem.html", visit, title=words(title), text=words(text)), status)


def see(path: str) -> Response[bytes]:
    """Go on by GET, so that a reload sends nothing twice."""
    return Response(b"", status_code=303, headers={"Location": path})


def is_form_of_ours(request: Request[Any, Any, Any]) -> bool:
    """Whether a form came from one of our own pages: another site's page must not book in somebody's name."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    # On plain http browsers say only the origin; whoever says neither is no browser that another site leads.
    return "origin" not in request.headers or is_same_origin(request)
