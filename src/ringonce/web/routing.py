"""The table of API routes: what each takes, answers and asks of its caller.

The server, the OpenAPI document and the test that knocks at every door as somebody else all read this table.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

import msgspec

from ringonce.identity.access import (
    access_configure,
    access_own_account,
    access_own_intents,
    access_own_workspace,
    access_people,
    access_public,
    access_read_desk,
    access_visit,
    access_work_desk,
)
from ringonce.identity.model import Principal
from ringonce.web.call import Call, Reply

P = TypeVar("P", bound=msgspec.Struct)
Gate = Callable[[Principal], None]
Handler = Callable[[Call, P], Awaitable[Reply]]


class Who(Enum):
    """Who may come in, and the gate that decides it. OUTSIDE routes belong to no workspace."""

    OUTSIDE = "outside"
    ANYONE = "anyone"
    CODE = "code"
    KNOWN = "known"
    VISITOR = "visitor"
    READ = "read"
    WORK = "work"
    CONFIGURE = "configure"
    PEOPLE = "people"
    OWNER = "owner"
    SELF = "self"

    @property
    def gate(self) -> Gate:
        return _GATES[self]


_GATES: Mapping[Who, Gate] = {
    Who.OUTSIDE: access_public,
    Who.ANYONE: access_public,
    Who.CODE: access_public,
    Who.KNOWN: access_own_intents,
    Who.VISITOR: access_visit,
    Who.READ: access_read_desk,
    Who.WORK: access_work_desk,
    Who.CONFIGURE: access_configure,
    Who.PEOPLE: access_people,
    Who.OWNER: access_own_workspace,
    Who.SELF: access_own_account,
}


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """A body or query without fields."""


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    handler: Handler[Any]
    summary: str
    tag: str
    who: Who
    query: type[msgspec.Struct]
    body: type[msgspec.Struct] | None
    answer: Any
    status: int
    #: A write takes an Idempotency-Key.
    keyed: bool
    #: Counts against the token buckets. Confirming and moving a hold never does.
    limited: bool
    example: Mapping[str, Any] | None = None
    errors: tuple[str, ...] = ()

    @property
    def reads(self) -> bool:
        return self.method == "GET"

    @property
    def is_upload(self) -> bool:
        """Its body is a file, larger than JSON ever is."""
        return self.method == "POST" and self.body is None

    @property
    def name(self) -> str:
        return self.handler.__name__


@dataclass(slots=True)
class Routes:
    """The routes of one file."""

    tag: str
    all: list[Route] = field(default_factory=list)

    def read(
        self,
        path: str,
        *,
        answer: Any,
        who: Who,
        summary: str,
        query: type[P] = Nothing,  # type: ignore[assignment]
        errors: tuple[str, ...] = (),
    ) -> Callable[[Handler[P]], Handler[P]]:
        """Declare a GET; the handler is given its query."""

        def declare(handler: Handler[P]) -> Handler[P]:
            self.all.append(
                Route(
                    method="GET",
                    path=path,
                    handler=handler,
                    summary=summary,
                    tag=self.tag,
                    who=who,
                    query=query,
                    body=None,
                    answer=answer,
                    status=200,
                    keyed=False,
                    limited=False,
                    errors=errors,
                )
            )
            return handler

        return declare

    def write(
        self,
        method: str,
        path: str,
        *,
        answer: Any,
        who: Who,
        summary: str,
        body: type[P] = Nothing,  # type: ignore[assignment]
        status: int = 200,
        keyed: bool = True,
        limited: bool = True,
        example: Mapping[str, Any] | None = None,
        errors: tuple[str, ...] = (),
    ) -> Callable[[Handler[P]], Handler[P]]:
        """Declare a write; the handler is given its body."""

        def declare(handler: Handler[P]) -> Handler[P]:
            self.all.append(
                Route(
                    method=method,
                    path=path,
                    handler=handler,
                    summary=summary,
                    tag=self.tag,
                    who=who,
                    query=Nothing,
                    body=body,
                    answer=answer,
                    status=status,
                    keyed=keyed,
                    limited=limited,
                    example=example,
                    errors=errors,
                )
            )
            return handler

        return declare

    def upload(
        self,
        path: str,
        *,
        answer: Any,
        who: Who,
        summary: str,
        query: type[P],
        errors: tuple[str, ...] = (),
    ) -> Callable[[Handler[P]], Handler[P]]:
        """Declare a POST whose body is a file; the handler is given its query and reads the body itself."""

        def declare(handler: Handler[P]) -> Handler[P]:
            self.all.append(
                Route(
                    method="POST",
                    path=path,
                    handler=handler,
                    summary=summary,
                    tag=self.tag,
                    who=who,
                    query=query,
                    body=None,
                    answer=answer,
                    status=201,
                    keyed=True,
                    limited=True,
                    errors=errors,
                )
            )
            return handler

        return declare

    def __iter__(self) -> Iterator[Route]:
        return iter(self.all)
