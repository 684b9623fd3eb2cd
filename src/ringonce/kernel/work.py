"""Work: all that an intent may use. Made anew for every attempt, so nothing leaks between two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from ringonce.kernel.db import Tx
from ringonce.kernel.secrets import Codes, new_token
from ringonce.kernel.sources import Clock, IdSource
from ringonce.values.ids import IdType, WorkspaceId

IdT = TypeVar("IdT", bound=str)
Ref = str | int | bool | None
Refs = Mapping[str, "Ref | Sequence[Ref]"]

MINUTE = 60_000

#: Ids, codes, dates, zone names and hashes fit; sentences, mail addresses and most names do not.
_PLAIN = re.compile(r"[A-Za-z0-9_:.+/=-]{0,200}")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; `id` is an id, never a name."""

    kind: Literal["visitor", "member", "key", "system"]
    id: str


class Fact(Protocol):
    """A past fact, frozen; its class name is the log's action."""

    @property
    def stream(self) -> str:
        """What it happened to: `booking:bkg_...`, `host:hst_...`."""

    def to_refs(self) -> Refs:
        """Ids, numbers, codes and salted hashes. Never a person's words."""


class PersonalText(TypeError):
    """A fact tried to carry free text into the log: a bug in the fact."""


class Work:
    """One attempt of one intent: its transaction, its instant, its ids, its facts."""

    def __init__(
        self,
        tx: Tx,
        clock: Clock,
        ids: IdSource,
        workspace_id: WorkspaceId,
        actor: Actor,
        request_id: str,
        codes: Codes | None = None,
    ) -> None:
        self.tx = tx
        self.workspace_id = workspace_id
        self.actor = actor
        self.request_id = request_id
        self.facts: list[Fact] = []
        self._clock = clock
        self._ids = ids
        self._codes = codes
        self._now: int | None = None

    @property
    def now(self) -> int:
        """Unix milliseconds, read once: at the first use, or at `locked`."""
        if self._now is None:
            self._now = self._clock.now()
        return self._now

    @property
    def now_minute(self) -> int:
        """The first whole minute since the epoch that is not in the past."""
        return -(-self.now // MINUTE)

    def locked(self) -> None:
        """Say that the last lock was taken: `now` is read afresh, for waiting took time."""
        self._now = self._clock.now()

    def new_id(self, kind: IdType[IdT]) -> IdT:
        """A fresh id of this kind."""
        return self._ids.new(kind)

    @property
    def codes(self) -> Codes:
        """Codes that follow from the server's key and an id, and are not stored."""
        if self._codes is None:
            raise LookupError("the executor was built without the server's key")
        return self._codes

    def secret(self) -> str:
        """A token of 160 bits that nobody can guess; store only its hash."""
        return new_token()

    def append(self, fact: Fact) -> None:
        """Record a fact; it is written to the log when the intent has ended well.

        Raises PersonalText if its refs hold free text.
        """
        check_plain(fact)
        self.facts.append(fact)


def check_plain(fact: Fact) -> None:
    """Refuse free text in a fact's stream and refs. Raises PersonalText."""
    _check("stream", fact.stream)
    for name, value in fact.to_refs().items():
        if isinstance(value, (list, tuple)):
            for item in value:
                _check(name, item)
        else:
            _check(name, value)


def _check(name: str, value: object) -> None:
    if value is None or isinstance(value, int):
        return
    if not isinstance(value, str) or _PLAIN.fullmatch(value) is None:
        raise PersonalText(f"{name} must be an id, number, code or hash: the log outlives the person")
