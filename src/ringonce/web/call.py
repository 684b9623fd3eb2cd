"""One call of the API: who asks what, and the ways to answer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
from litestar import Request

from ringonce.identity.model import Principal, VisitorPrincipal, Workspace
from ringonce.identity.visitors import remember_visitor
from ringonce.kernel.db import Tx
from ringonce.kernel.execute import Ask, InFlight
from ringonce.kernel.keys import Rendered, fingerprint_of, parse_key_header
from ringonce.kernel.work import Actor, Work
from ringonce.values.errors import DomainError, Json
from ringonce.values.ids import WorkspaceId
from ringonce.web.auth import Caller, actor_of
from ringonce.web.edge import API, Edge, reached_at
from ringonce.web.problems import CONTENT_TYPE, problem_of

T = TypeVar("T")
V = TypeVar("V", bound=msgspec.Struct)
Intent = Callable[[Work], Awaitable[V | DomainError]]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, written."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    edge: Edge
    request: Request[Any, Any, Any]
    request_id: str
    caller: Caller | None
    path: Mapping[str, str]
    body: Json
    #: The status of the route's success.
    status: int
    #: Takes one token of the caller's limit; for routes where only the body tells whether it counts.
    spender: Callable[[], None]

    @property
    def workspace(self) -> Workspace:
        return self._known.workspace

    @property
    def principal(self) -> Principal:
        return self._known.principal

    @property
    def actor(self) -> Actor:
        return actor_of(self.principal)

    @property
    def _known(self) -> Caller:
        if self.caller is None:
            raise TypeError("a route outside every workspace has no caller")
        return self.caller

    @property
    def visitor_id(self) -> str | None:
        return self.principal.id if isinstance(self.principal, VisitorPrincipal) else None

    @property
    def base_url(self) -> str:
        """Where people reach this server."""
        return reached_at(self.request)

    def spend(self) -> None:
        """Count this request against the caller's limit. Raises TooManyRequests."""
        self.spender()

    def header(self, name: str) -> str | None:
        value: str | None = self.request.headers.get(name)
        return value

    async def read(self, job: Callable[[Tx], Awaitable[T]]) -> T:
        """Run reads in one snapshot."""
        return await self.edge.database.read(job)

    def ok(self, view: Any, headers: Mapping[str, str] | None = None) -> Reply:
        return Reply(self.status, msgspec.json.encode(view), headers=headers or {})

    async def execute(self, intent: Intent[V]) -> Reply:
        """Run an intent once for this caller's key; a stored answer is replayed byte for byte.

        A refusal that is returned, not raised, keeps what the intent did beside refusing.
        """
        method, path = self.request.method, self.request.scope["path"]
        # Two keys are no key: joined, as HTTP joins headers, they are malformed.
        keys = self.request.headers.getall("idempotency-key", [])
        key = parse_key_header(", ".join(keys) if keys else None)
        try:
            return await execute_once(
                self.edge,
                workspace_id=self.workspace.id,
                principal=self.principal,
                key=key,
                fingerprint=fingerprint_of(method, path, self.body),
                request_id=self.request_id,
                status=self.status,
                intent=intent,
            )
        except InFlight as running:
            # Where to ask for the answer is the edge's knowledge.
            raise InFlight(**running.params, intent=f"{API}/intents/{quote(key, safe='')}") from running

    async def run(self, intent: Callable[[Work], Awaitable[T]]) -> T:
        """Run an intent without a key: for what names itself, such as signing in or using a one-time link."""
        return await self.edge.executor.run(self.workspace.id, self.actor, self.request_id, intent)


async def execute_once(
    edge: Edge,
    *,
    workspace_id: WorkspaceId,
    principal: Principal,
    key: str,
    fingerprint: bytes,
    request_id: str,
    status: int,
    intent: Intent[V],
) -> Reply:
    """The one way from the edge into `Executor.execute`, for the API and for the pages' forms."""

    async def whole(work: Work) -> V | DomainError:
        if isinstance(principal, VisitorPrincipal):
            await remember_visitor(work, principal)
        return await intent(work)

    def render(outcome: V | DomainError) -> Rendered:
        if isinstance(outcome, DomainError):
            problem = problem_of(outcome)
            return Rendered(problem.status, problem.body, CONTENT_TYPE)
        return Rendered(status, msgspec.json.encode(outcome))

    ask = Ask(
        workspace_id=workspace_id,
        principal=principal.receipt_scope,
        key=key,
        fingerprint=fingerprint,
        request_id=request_id,
        actor=actor_of(principal),
    )
    answer = await edge.executor.execute(ask, whole, render)
    headers = {"Idempotency-Replayed": "true"} if answer.replayed else {}
    return Reply(answer.status, answer.body, answer.content_type, headers)
