"""From a request to a route's handler and back: the same steps in the same order for every route."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from litestar import HttpMethod, Request, Response
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from ringonce.identity.access import NotAllowed, SignInNeeded
from ringonce.identity.model import KeyPrincipal, MemberPrincipal, Nobody
from ringonce.values.errors import Json
from ringonce.web.auth import Caller, WorkspaceNeeded, by_code, check_same_origin, keep_session, who_is
from ringonce.web.call import Call, Reply
from ringonce.web.edge import API, Edge, edge_of
from ringonce.web.limits import address_prefix, is_this_machine
from ringonce.web.problems import RequestInvalid, invalid
from ringonce.web.routing import Nothing, Route, Who

AnyRequest = Request[Any, Any, Any]

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]*)`")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]*)`")
_PLACE = re.compile(r" - at `(?P<place>[^`]*)`$")
_PARAMETER = re.compile(r"\{(\w+)\}")
# The years that the tables of zones and the arithmetic of minutes are made for.
_YEARS = range(1970, 2200)


def door(route: Route) -> HTTPRouteHandler:
    """The framework's handler for one route."""

    async def enter(request: AnyRequest) -> Response[bytes]:
        reply = await _answer(route, request)
        headers = dict(reply.headers)
        if kept := request.scope["state"].get("set_cookie"):
            # Signing out says something else of the cookie.
            headers.setdefault("Set-Cookie", kept)
        return Response(
            content=reply.body,
            status_code=reply.status,
            media_type=reply.content_type,
            headers=headers,
        )

    enter.__name__ = route.name
    path = API + _PARAMETER.sub(_parameter, route.path)
    return HTTPRouteHandler(path, http_method=[HttpMethod(route.method)], status_code=route.status)(enter)


def _parameter(found: re.Match[str]) -> str:
    # A key may hold a slash, and an address arrives here with its %2F already read.
    return "{key:path}" if found[1] == "key" else f"{{{found[1]}:str}}"


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
        body = read_json(await _json_of(request))
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


async def _json_of(request: AnyRequest) -> bytes:
    raw = await request.body()
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if raw and kind != "application/json" and not kind.endswith("+json"):
        fault = {"field": "content-type", "code": "wrong-type", "detail": "send application/json"}
        raise HTTPException(status_code=415, extra=[fault])
    return raw


async def _caller(route: Route, request: AnyRequest, path: Mapping[str, str]) -> Caller:
    try:
        caller = await who_is(request)
    except WorkspaceNeeded:
        if route.who in {Who.ANYONE, Who.CODE, Who.KNOWN, Who.VISITOR}:
            raise
        # Whoever works here has a session or a key, and those name their workspace: there is neither.
        raise SignInNeeded(needs="member") from None
    if route.who is Who.CODE:
        caller = Caller(caller.workspace, by_code(caller.principal, path["code"]), caller.by_cookie)
    if caller.by_cookie:
        if not route.reads:
            check_same_origin(request)
        request.scope["state"]["set_cookie"] = await keep_session(request)
    try:
        route.who.gate(caller.principal)
    except (SignInNeeded, NotAllowed):
        # A closed door costs a token as well, so that nobody tries keys all day.
        _limit(edge_of(request), request, caller)
        raise
    return caller


def _limit(edge: Edge, request: AnyRequest, caller: Caller | None) -> None:
    """One token from whoever asks; strangers share the one of their address."""
    host = request.client.host if request.client else None
    address = address_prefix(host)
    if caller is None or isinstance(caller.principal, Nobody):
        edge.writes.take(address)
    elif isinstance(caller.principal, MemberPrincipal | KeyPrincipal):
        edge.writes.take(caller.principal.receipt_scope)
    elif is_this_machine(host):
        # A proxy that does not say for whom it asks: its address is everybody's, and limits nobody.
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
        body: Json = _JSON.decode(raw)
    except (msgspec.DecodeError, ValueError) as broken:
        raise invalid("body", "malformed", str(broken)) from broken
    except RecursionError as deep:
        raise invalid("body", "malformed", "nested too deeply") from deep
    if b"\\u0000" in raw and (where := next(_nuls(body, ""), None)) is not None:
        raise invalid(where or "body", "control-character", "text holds no NUL character")
    return body


def _number(text: str) -> int | float:
    """JSON has one kind of number: 60.0 and 6e1 are 60, and one intent however they are written."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is out of range")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


_JSON = msgspec.json.Decoder(float_hook=_number)


def _nuls(value: Json, where: str) -> Iterator[str]:
    """The fields whose text holds NUL, which one engine would store and the other refuse."""
    if isinstance(value, str):
        if "\0" in value:
            yield where
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if "\0" in name:
                yield where
            yield from _nuls(each, f"{where}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _nuls(each, f"{where}[{number}]")


def read_body(kind: type[msgspec.Struct], body: Json) -> msgspec.Struct:
    """The body as its struct. Raises RequestInvalid."""
    if kind is Nothing and body is None:
        body = {}
    return _converted(body, kind, strict=True)


def _converted(values: Any, kind: type[msgspec.Struct], *, strict: bool) -> msgspec.Struct:
    try:
        given = msgspec.convert(values, kind, strict=strict)
    except msgspec.ValidationError as fault:
        raise _fault(str(fault)) from fault
    for name in given.__struct_fields__:
        said = getattr(given, name)
        for each in said if isinstance(said, list) else [said]:
            if isinstance(each, datetime) and each.year not in _YEARS:
                raise invalid(name, "out-of-range", f"the year is {_YEARS.start} to {_YEARS.stop - 1}")
    return given


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
