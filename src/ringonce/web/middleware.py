"""The one middleware, pure ASGI: names the attempt, bounds the body, sets safe headers, writes the log."""

import asyncio
import base64
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

import structlog

from ringonce.kernel.secrets import new_token
from ringonce.values.errors import Json
from ringonce.web.edge import API, VARY, Edge
from ringonce.web.limits import BodyTooLarge, BodyTooSlow
from ringonce.web.problems import CONTENT_TYPE, Problem, plain_problem
from ringonce.web.request_id import request_id_from

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

log = structlog.get_logger("ringonce.http")

#: Seconds for the next piece of a body, for the whole of a small one, and for the whole of a file.
PIECE_SECONDS, BODY_SECONDS, UPLOAD_SECONDS = 20.0, 30.0, 300.0

_NUL: Json = {"field": "query", "code": "control-character", "detail": "an address holds no NUL character"}

# Pages that show one person's data or act for him are never drawn inside another site's page.
NEVER_FRAMED = ("/api", "/desk", "/setup", "/demo", "/docs")
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=()"


class Doorman:
    """Wraps the application; sockets get a request id and nothing else."""

    def __init__(self, app: Asgi, edge: Edge, uploads: frozenset[str] = frozenset()) -> None:
        self._app = app
        self._edge = edge
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        request_id = request_id_from(_header(scope, b"x-request-id"), self._edge.ids)
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        if scope["type"] == "http":
            await self._http(scope, receive, send, request_id)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        nonce = scope["state"]["nonce"] = base64.b64encode(new_token(128).encode()).decode()
        began = time.perf_counter()
        answer = _Answer(
            send if scope["method"] != "HEAD" else _without_body(send),
            request_id,
            _safety(scope["path"], nonce, self._edge.is_secure(scope["scheme"])),
        )
        options = self._edge.options
        is_upload = scope["method"] == "POST" and scope["path"] in self._uploads
        limit = options.max_upload_bytes if is_upload else options.max_body_bytes
        try:
            if _announced(scope) > limit:
                raise BodyTooLarge(limit)
            if _holds_nul(scope):
                await answer.give(plain_problem(400, "request-invalid", request_id, errors=[_NUL]))
                return
            if scope["method"] == "HEAD":
                # The answer of GET without its body: links are looked at this way before they are followed.
                scope = {**scope, "method": "GET"}
            within = UPLOAD_SECONDS if is_upload else BODY_SECONDS
            await self._app(scope, _bounded(receive, limit, within), answer.send)
        except BodyTooLarge:
            await answer.give(plain_problem(413, "body-too-large", request_id, most_bytes=limit))
        except BodyTooSlow:
            await answer.give(plain_problem(408, "body-too-slow", request_id))
        except Exception as bug:
            # Nothing below may fail silently: it is logged once, here, and answered with a bare 500.
            log.error("bug", request_id=request_id, route=scope.get("path_template"), exc_info=bug)
            await answer.give(plain_problem(500, "internal", request_id))
        finally:
            log.info(
                "request",
                request_id=request_id,
                method=scope["method"],
                # The template, not the path: paths carry booking codes.
                route=scope.get("path_template") or "-",
                status=answer.status,
                ms=round((time.perf_counter() - began) * 1000, 2),
                who=scope["state"].get("who", "-"),
                replayed=answer.replayed,
            )


class _Answer:
    """The way out: adds our headers to whatever is answered, once."""

    def __init__(self, send: Send, request_id: str, headers: list[tuple[bytes, bytes]]) -> None:
        self._send = send
        self._headers = [(b"x-request-id", request_id.encode()), *headers]
        self.status = 0
        self.replayed = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given = [(name.lower(), value) for name, value in message.get("headers", [])]
            names = {name for name, _ in given}
            self.replayed = b"idempotency-replayed" in names
            added = [(name, value) for name, value in self._headers if name not in names]
            message = {**message, "headers": [*given, *added]}
        await self._send(message)

    async def give(self, problem: Problem) -> None:
        """Answer with a problem unless an answer has begun."""
        if self.status:
            return
        headers = [
            (b"content-type", CONTENT_TYPE.encode()),
            (b"content-length", str(len(problem.body)).encode()),
        ]
        await self.send({"type": "http.response.start", "status": problem.status, "headers": headers})
        await self._send({"type": "http.response.body", "body": problem.body})


def _safety(path: str, nonce: str, secure: bool) -> list[tuple[bytes, bytes]]:
    framed = "'none'" if path.startswith(NEVER_FRAMED) else "*"
    policy = (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        f"form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors {framed}"
    )
    headers = [
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"permissions-policy", PERMISSIONS.encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
        # Availability and bookings are true for an instant; a cache would show old truth as truth.
        (b"cache-control", b"no-store"),
    ]
    if path.startswith(API):
        headers.append((b"vary", VARY.encode()))
    if secure:
        headers.append((b"strict-transport-security", b"max-age=31536000"))
    return headers


def _bounded(receive: Receive, limit: int, within: float) -> Receive:
    """The body, no larger and no slower than that."""
    seen, is_whole = 0, False
    until = time.monotonic() + within

    async def bounded() -> Message:
        nonlocal seen, is_whole
        if is_whole:
            # Only that the client hangs up comes after the body: that may take as long as it takes.
            return await receive()
        try:
            async with asyncio.timeout(min(PIECE_SECONDS, until - time.monotonic())):
                message = await receive()
        except TimeoutError:
            raise BodyTooSlow() from None
        is_whole = not message.get("more_body", False)
        seen += len(message.get("body", b""))
        if seen > limit:
            raise BodyTooLarge(limit)
        return message

    return bounded


def _without_body(send: Send) -> Send:
    async def bare(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return bare


def _holds_nul(scope: Scope) -> bool:
    # No address of ours holds one, and only one of the two engines would look for it.
    return "\0" in scope["path"] or b"%00" in scope["query_string"]


def _announced(scope: Scope) -> int:
    length = _header(scope, b"content-length")
    return int(length) if length is not None and length.isdigit() else 0


def _header(scope: Scope, name: bytes) -> str | None:
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for given, value in headers if given == name), None)
