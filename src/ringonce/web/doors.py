"""From a request to a route's handler and back: the same steps in the same order for every route."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from litestar import HttpMethod, Request, Response
from litestar.handlers import HTTPRouteHandler

from ringonce.identity.access import NotAllowed, SignInNeeded
from ringonce.identity.model import KeyPrincipal, MemberPrincipal, Nobody
from ringonce.values.errors import Json
from ringonce.web.auth import Caller, by_code, check_same_origin, keep_session, who_is
from ringonce.web.call import Call, Reply
from ringonce.web.edge import API, Edge, edge_of
from ringonce.web.limits import address_prefix
from ringonce.web.problems import RequestInvalid
from ringonce.web.routing import Nothing, Route, Who

AnyRequest = Request[Any, Any, Any]

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]*)`")
_PLACE = re.compile(r" - at `(?P<place>[^`]*)`$")
_PARAMETER = re.compile(r"\{(\w+)\}")


def door(route: Route) -> HTTPRouteHandler:
    """The framework's handler for one route."""

    async def enter(request: AnyRequest) -> Response[bytes]:
        reply = await _answer(route, request)
        return Response(
            content=reply.body,
            status_code=reply.status,
            media_type=reply.content_type,
            headers=dict(reply.headers),
        )

    enter.__name__ = route.name
    path = API + _PARAMETER.sub(r"{\1:str}", route.path)
    return HTTPRouteHandler(path, http_method=[HttpMethod(route.method)], status_code=route.status)(enter)


async def _answer(route: Route, request: AnyRequest) -> Reply:
    edge = edge_of(request)
    path: Mapping[str, str] = request.path_params
    caller = None if route.who is Who.OUTSIDE else await _caller(route, request, path)
    request.scope["state"]["who"] = (
        "-" if caller is None else caller.principal.receipt_scope.partition(":")[0]
    )
    if route.limited and not route.reads:
        _limit(edge, request, caller)
    body: Json = None
    if route.body is None:
        given: msgspec.Struct = read_query(route.query, request.scope["query_string"])
    else:
        body = read_json(await request.body())
        given = read_body(route.body, body)
    call = Call(
        edge=edge,
        request=request,
        request_id=request.scope["state"]["request_id"],
        caller=caller,
        path=path,
        body=body,
        status=route.status,
        spender=lambda: _limit(edge, request, caller),
    )
    reply: Reply = await route.handler(call, given)
    return reply


async def _caller(route: Route, request: AnyRequest, path: Mapping[str, str]) -> Caller:
    caller = await who_is(request)
    if route.who is Who.CODE:
        caller = Caller(caller.workspace, by_code(caller.principal, path["code"]), caller.by_cookie)
    if caller.by_cookie:
        if not route.reads:
            check_same_origin(request)
        await keep_session(request)
    try:
        route.who.gate(caller.principal)
    except (SignInNeeded, NotAllowed):
        # A closed door costs a token as well, so that nobody tries keys all day.
        _limit(edge_of(request), request, caller)
        raise
    return caller


def _limit(edge: Edge, request: AnyRequest, caller: Caller | None) -> None:
    """One token from whoever asks; strangers share the one of their address."""
    address = address_prefix(request.client.host if request.client else None)
    if caller is None or isinstance(caller.principal, Nobody):
        edge.writes.take(address)
    elif isinstance(caller.principal, MemberPrincipal | KeyPrincipal):
        edge.writes.take(caller.principal.receipt_scope)
    else:
        edge.writes.take(caller.principal.receipt_scope, address)


def read_query(kind: type[msgspec.Struct], query_string: bytes) -> msgspec.Struct:
    """The query as its struct; unknown and repeated names are refused. Raises RequestInvalid."""
    try:
        pairs = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError as broken:
        raise invalid("query", "malformed", "the query is not text") from broken
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            raise invalid(name, "repeated", "given more than once")
        values[name] = value
    values.pop("workspace", None)
    return _converted(values, kind, strict=False)


def read_json(raw: bytes) -> Json:
    """The body as plain JSON; an empty body is an empty object. Raises RequestInvalid."""
    if not raw:
        return {}
    try:
        body: Json = msgspec.json.decode(raw)
    except msgspec.DecodeError as broken:
        raise invalid("body", "malformed", str(broken)) from broken
    except RecursionError as deep:
        raise invalid("body", "malformed", "nested too deeply") from deep
    return body


def read_body(kind: type[msgspec.Struct], body: Json) -> msgspec.Struct:
    """The body as its struct. Raises RequestInvalid."""
    if kind is Nothing and body is None:
        body = {}
    return _converted(body, kind, strict=True)


def invalid(field: str, code: str, detail: str) -> RequestInvalid:
    """A fault of one field."""
    return RequestInvalid(errors=[{"field": field, "code": code, "detail": detail}])


def _converted(values: Any, kind: type[msgspec.Struct], *, strict: bool) -> msgspec.Struct:
    try:
        return msgspec.convert(values, kind, strict=strict)
    except msgspec.ValidationError as fault:
        raise _fault(str(fault)) from fault


def _fault(text: str) -> RequestInvalid:
    place = _PLACE.search(text)
    where = place["place"].removeprefix("$").removeprefix(".") if place else ""
    detail = _PLACE.sub("", text)
    for pattern, code in ((_UNKNOWN, "unknown-field"), (_MISSING, "missing-field")):
        if found := pattern.match(detail):
            return invalid(".".join(part for part in (where, found["field"]) if part), code, detail)
    return invalid(
        where or "body", "wrong-type" if detail.startswith("Expected `") else "out-of-range", detail
    )
