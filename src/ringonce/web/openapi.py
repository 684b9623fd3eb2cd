"""The API's contract, OpenAPI 3.1, from the table of routes. `python -m ringonce.web.openapi --check`."""

import argparse
import json
import re
import sys
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import msgspec

from ringonce.web.edge import API
from ringonce.web.problem_pages import status_of
from ringonce.web.problems import CONTENT_TYPE, words_of
from ringonce.web.routing import Nothing, Route, Who
from ringonce.web.table import all_routes

FILE = "openapi.json"
# Raised at the door, before any handler.
ANY_WRITE = (
    "key-missing",
    "key-malformed",
    "key-reused",
    "in-flight",
    "request-invalid",
    "too-many-requests",
)
_REF = "#/components/schemas/{name}"
_PARAMETER = re.compile(r"\{(\w+)\}")

_WHO: Mapping[Who, str] = {
    Who.OUTSIDE: "Anybody.",
    Who.ANYONE: "Anybody.",
    Who.CODE: "Whoever has the booking's code.",
    Who.KNOWN: "A visitor with a token, a member, or a key.",
    Who.VISITOR: "A visitor with a token, a member, or a key with the scope `book`.",
    Who.READ: "Any member, or a key with the scope `read`.",
    Who.WORK: "Any member, or a key with the scope `book`.",
    Who.CONFIGURE: "Owners and admins, or a key with the scope `configure`.",
    Who.PEOPLE: "Owners and admins.",
    Who.OWNER: "Owners.",
    Who.SELF: "Any member.",
}


def document() -> dict[str, Any]:
    """The whole contract."""
    routes = all_routes()
    kinds = sorted({kind for route in routes for kind in _kinds(route)}, key=lambda kind: kind.__name__)
    _, schemas = msgspec.json.schema_components(kinds, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ringonce",
            "version": "1",
            "summary": "The front desk of a website: a click happens once.",
            "description": _ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": API}],
        "tags": [{"name": tag} for tag in dict.fromkeys(route.tag for route in routes)],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": _PROBLEM},
            "securitySchemes": _SECURITY,
            "parameters": _PARAMETERS,
        },
    }


def text() -> str:
    """As it is committed."""
    return json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _kinds(route: Route) -> list[Any]:
    kinds = [route.answer]
    if route.body is not None and route.body is not Nothing:
        kinds.append(route.body)
    return kinds


def _operation(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "description": f"{route.handler.__doc__ or ''}\n\nWho: {_WHO[route.who]}".strip(),
        "tags": [route.tag],
        "security": _security(route),
        "parameters": _parameters(route),
        "responses": _responses(route),
    }
    if route.is_upload:
        file = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {"application/octet-stream": file}}
    if route.body is not None and route.body is not Nothing:
        media: dict[str, Any] = {"schema": {"$ref": _REF.format(name=route.body.__name__)}}
        if route.example is not None:
            media["example"] = route.example
        operation["requestBody"] = {"required": True, "content": {"application/json": media}}
    return operation


def _security(route: Route) -> list[dict[str, list[str]]]:
    if route.who in {Who.OUTSIDE, Who.ANYONE, Who.CODE}:
        return []
    names = ["session"] if route.who in {Who.PEOPLE, Who.OWNER, Who.SELF} else ["session", "key"]
    return [{name: []} for name in (["visitor", *names] if route.who in {Who.KNOWN, Who.VISITOR} else names)]


def _parameters(route: Route) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(route.path)
    ]
    shared = [] if route.who is Who.OUTSIDE else ["Workspace"]
    if route.keyed:
        shared.append("IdempotencyKey")
    if route.path == "/slots":
        shared += ["Hold", "IfNoneMatch"]
    found += [{"$ref": f"#/components/parameters/{name}"} for name in ["RequestId", *shared]]
    if route.query is Nothing:
        return found
    schema = msgspec.json.schema(route.query)
    defined = schema["$defs"][route.query.__name__]
    required = set(defined.get("required", ()))
    return found + [
        {"name": name, "in": "query", "required": name in required, "schema": kind}
        for name, kind in defined["properties"].items()
    ]


def _responses(route: Route) -> dict[str, Any]:
    headers: dict[str, Any] = {"X-Request-ID": {"schema": {"type": "string"}}}
    answer: dict[str, Any] = {
        "description": "Done." if not route.reads else "Found.",
        "headers": headers,
        "content": {"application/json": {"schema": {"$ref": _REF.format(name=route.answer.__name__)}}},
    }
    if route.keyed:
        headers["Idempotency-Replayed"] = {"schema": {"type": "string", "const": "true"}}
    found: dict[str, Any] = {str(route.status): answer}
    if route.path == "/slots":
        headers["ETag"] = {"schema": {"type": "string"}}
        found["304"] = {"description": "What you have is still so, until `true_until`."}
    for status, codes in sorted(_codes(route).items()):
        lines = [f"- `{code}`: {words_of(code)[0]}" for code in codes]
        found[str(status)] = {
            "description": "\n".join(lines),
            "content": {CONTENT_TYPE: {"schema": {"$ref": _REF.format(name="Problem")}}},
        }
    return found


def _codes(route: Route) -> dict[int, list[str]]:
    codes = list(route.errors)
    if route.keyed:
        codes += [code for code in ANY_WRITE if route.limited or code != "too-many-requests"]
    else:
        codes.append("request-invalid")
    if route.who is not Who.OUTSIDE:
        codes += ["workspace-needed", "workspace-unknown", "credentials-refused"]
    if _security(route):
        codes.append("sign-in-needed")
        if route.who is not Who.KNOWN:
            codes.append("not-allowed")
    found: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        found.setdefault(status_of(code), []).append(code)
    return found


def main(argv: list[str]) -> int:
    """`--write` writes the committed file, `--check` compares with it."""
    parser = argparse.ArgumentParser(prog="python -m ringonce.web.openapi")
    parser.add_argument("--file", type=Path, default=Path(FILE))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(argv)
    now = text()
    if asked.write:
        asked.file.write_text(now, encoding="utf-8")
        return 0
    if not asked.check:
        sys.stdout.write(now)
        return 0
    committed = asked.file.read_text(encoding="utf-8") if asked.file.exists() else ""
    if committed == now:
        return 0
    drift = unified_diff(
        committed.splitlines(), now.splitlines(), "committed", "from the code", lineterm="", n=2
    )
    sys.stderr.write(
        "\n".join(drift) + f"\n{asked.file} has drifted: run with --write and look at the change.\n"
    )
    return 1


_ABOUT = """Every write carries an `Idempotency-Key`, made when the person begins the action and reused by
every retry: the same key with the same body gets the same answer, byte for byte, and is done once. Another
body under the same key is refused. Refusals about a time are final for their key;
400, 401, 403, 429 and 5xx are not.

Errors are problem documents (RFC 9457) with a stable `code`; each code has a page under `/docs/errors/`.
Instants are RFC 3339 in UTC. Unknown fields are refused. Lists are read in pages:
pass `next_cursor` on unchanged.
Slots as they change: WebSocket `/api/v1/live`."""

_PROBLEM = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "the request id of this attempt"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code"],
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
        "alternatives": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "start": {"type": "string", "format": "date-time"},
                    "end": {"type": "string", "format": "date-time"},
                },
            },
        },
    },
    "additionalProperties": True,
}
_SECURITY = {
    "visitor": {"type": "http", "scheme": "bearer", "description": "`vst_…`, minted by the browser"},
    "key": {"type": "http", "scheme": "bearer", "description": "`rk_…`, an API key"},
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-ringonce"},
}


def _header(name: str, says: str, *, required: bool = False, **schema: Any) -> dict[str, Any]:
    kind = {"type": "string", **schema}
    return {"name": name, "in": "header", "required": required, "description": says, "schema": kind}


_PARAMETERS = {
    "RequestId": _header("X-Request-ID", "names this attempt; made if it is missing or malformed"),
    "Workspace": _header("Ringonce-Workspace", "the workspace's slug; implied by an API key or a session"),
    "IdempotencyKey": _header(
        "Idempotency-Key", "a quoted text of 16 to 128 printable ASCII characters", required=True,
        examples=['"5f3c2a8e-8f0e-4a53-9d1c-2f1f3b0c7e11"'],
    ),
    "Hold": _header("Ringonce-Hold", "hold tokens, by commas, that are drawn as one's own"),
    "IfNoneMatch": _header("If-None-Match", "the ETag that you have"),
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
