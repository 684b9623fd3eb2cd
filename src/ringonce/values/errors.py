"""What the domain says when it refuses. No words for people, no HTTP: the edge has both.

An error class stands beside the intent that raises it; only the base lives here.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

Json = None | bool | int | float | str | Sequence[Any] | Mapping[str, Any]


class Kind(StrEnum):
    """Which sort of refusal it is; the edge maps each to one status."""

    MISSING = "missing"
    CONFLICT = "conflict"
    INVALID = "invalid"
    FORBIDDEN = "forbidden"
    UNAUTHENTICATED = "unauthenticated"
    LIMITED = "limited"
    UNAVAILABLE = "unavailable"


#: A refusal of these kinds says nothing about the action itself: the same key may try again.
NEVER_FINAL = frozenset({Kind.FORBIDDEN, Kind.UNAUTHENTICATED, Kind.LIMITED, Kind.UNAVAILABLE})

#: A refusal of these kinds is the answer to the action, unless its class says otherwise.
FINAL_BY_DEFAULT = frozenset({Kind.MISSING, Kind.CONFLICT})


class DomainError(Exception):
    """A refusal with a stable `code` and plain `params`.

    A subclass sets `code` and `kind`. `final` refusals are stored in the receipt and
    replayed; it follows from `kind` unless the class sets it. A class that is final
    against its kind is refused at definition with TypeError.
    """

    code: ClassVar[str]
    kind: ClassVar[Kind]
    final: ClassVar[bool]
    params: Mapping[str, Json]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        kind = getattr(cls, "kind", None)
        if kind is None:
            return
        if "final" not in cls.__dict__ and "kind" in cls.__dict__:
            cls.final = kind in FINAL_BY_DEFAULT
        if cls.final and kind in NEVER_FINAL:
            raise TypeError(f"{cls.__name__}: a refusal of kind {kind} can never be final")

    def __init__(self, **params: Json) -> None:
        self.params = params
        super().__init__(self.code)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({shown})"
