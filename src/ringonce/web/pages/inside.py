"""The pages' way to the API: the same routes over the same door, without a network.

A page is a client like any other, so what it shows and does cannot differ from what the API does.
The desk's cookie is left behind: on a public page everybody is a visitor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Request

from ringonce.web.edge import API
from ringonce.web.problems import CONTENT_TYPE


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the API, its body read."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The problem's code; empty for an answer that is none."""
        refused = self.headers.get("content-type", "").startswith(CONTENT_TYPE)
        return str(self.body.get("code", "")) if refused and isinstance(self.body, dict) else ""


@dataclass(frozen=True, slots=True)
class Inside:
    """Asks the API as one visitor, or as nobody."""

    request: Request[Any, Any, Any]
    workspace: str
    visitor: str | None = None

    async def get(self, path: str, query: Mapping[str, str | None]) -> Reply:
        said = {name: value for name, value in query.items() if value is not None}
        return await self._ask("GET", path, urlencode(said), b"", {})

    async def post(self, path: str, body: Mapping[str, Any], key: str) -> Reply:
        """A write under an idempotency key."""
        headers = {"idempotency-key": f'"{key}"', "content-type": "application/json"}
        return await self._ask("POST", path, "", msgspec.json.encode(body), headers)

    async def _ask(
        self, method: str, path: str, query: str, body: bytes, headers: Mapping[str, str]
    ) -> Reply:
        said = {
            "host": self.request.headers.get("host", "localhost"),
            "accept": "application/json",
            "ringonce-workspace": self.workspace,
            **headers,
        }
        if self.visitor:
            said["authorization"] = f"Bearer {self.visitor}"
        answer = _Answer(body)
        await self.request.app(self._scope(method, path, query, said), answer.receive, answer.send)
        text = b"".join(answer.parts)
        return Reply(answer.status, msgspec.json.decode(text) if text else None, answer.headers)

    def _scope(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> Any:
        outer = self.request.scope
        state = {name: outer["state"][name] for name in ("request_id", "nonce") if name in outer["state"]}
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": outer["scheme"],
            "path": API + path,
            "raw_path": (API + path).encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
            "client": outer["client"],
            "server": outer["server"],
            "state": state,
        }


class _Answer:
    """One request's body going in, its answer coming out."""

    def __init__(self, body: bytes) -> None:
        self.status = 500
        self.headers: dict[str, str] = {}
        self.parts: list[bytes] = []
        self._body = body
        self._given = False

    async def receive(self) -> Any:
        if self._given:
            return {"type": "http.disconnect"}
        self._given = True
        return {"type": "http.request", "body": self._body, "more_body": False}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {
                name.decode().lower(): value.decode("latin-1") for name, value in message["headers"]
            }
        else:
            self.parts.append(message.get("body", b""))
