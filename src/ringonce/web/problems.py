"""What went wrong, in HTTP: the only file that knows which refusal has which status. RFC 9457 documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from ringonce.values.errors import DomainError, Json, Kind
from ringonce.web.messages import Words
from ringonce.web.times import minute_text, ms_text

CONTENT_TYPE = "application/problem+json"
# Where the meaning of a code is explained, on this server.
TYPE_ROOT = "/docs/errors/"

STATUS: Mapping[Kind, int] = {
    Kind.MISSING: 404,
    Kind.CONFLICT: 409,
    Kind.INVALID: 400,
    Kind.FORBIDDEN: 403,
    Kind.UNAUTHENTICATED: 401,
    Kind.LIMITED: 429,
    Kind.UNAVAILABLE: 503,
}
# Codes whose status the protocol fixes apart from their kind.
STATUS_OF_CODE: Mapping[str, int] = {
    "key-reused": 422,
    "in-flight": 409,
    "attachment-too-large": 413,
    "attachment-type": 415,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem document with its status and the headers that go with it."""

    status: int
    body: bytes
    headers: Mapping[str, str]


class RequestInvalid(DomainError):
    """The request cannot be read. Params: errors, a list of {field, code, detail}."""

    code = "request-invalid"
    kind = Kind.INVALID


def invalid(field: str, code: str, detail: str) -> RequestInvalid:
    """A fault of one field."""
    return RequestInvalid(errors=[{"field": field, "code": code, "detail": detail}])


def problem_of(error: DomainError, *, instance: str | None = None) -> Problem:
    """The document of a refusal. `instance` names the attempt and is left out of what is stored."""
    status = STATUS_OF_CODE.get(error.code, STATUS[error.kind])
    headers: dict[str, str] = {}
    retry_after = error.params.get("retry_after")
    if isinstance(retry_after, int):
        headers["Retry-After"] = str(retry_after)
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="ringonce"'
    return Problem(status, document(status, error.code, error.params, instance), headers)


def plain_problem(status: int, code: str, instance: str | None = None, **params: Json) -> Problem:
    """A problem of HTTP itself, which no domain error stands for."""
    return Problem(status, document(status, code, params, instance), {})


def document(status: int, code: str, params: Mapping[str, Json], instance: str | None) -> bytes:
    """The bytes of a problem document."""
    title, detail = words_of(code)
    shown: dict[str, Any] = {
        "type": TYPE_ROOT + code,
        "title": title,
        "status": status,
        "code": code,
        "detail": detail,
    }
    if instance is not None:
        shown["instance"] = instance
    for name, value in wire(params).items():
        shown.setdefault(name, value)
    return msgspec.json.encode(shown)


def wire(params: Mapping[str, Json]) -> dict[str, Any]:
    """Plain params as they go over the wire: `start_minute` becomes `start`, `*_at` an RFC 3339 text."""
    shown: dict[str, Any] = {}
    for name, value in params.items():
        if name.endswith("_minute") and isinstance(value, int):
            shown[name.removesuffix("_minute")] = minute_text(value)
        elif name.endswith("_at") and isinstance(value, int):
            shown[name] = ms_text(value)
        else:
            shown[name] = _wire_value(value)
    return shown


def _wire_value(value: Json) -> Any:
    if isinstance(value, Mapping):
        return wire(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_wire_value(each) for each in value]
    return value


@cache
def words_of(code: str) -> tuple[str, str]:
    """Title and detail of a code, in English; a client translates by the code itself."""
    say = Words("en")
    return say.find(f"problem.{code}.title") or code, say.find(f"problem.{code}.detail") or ""
