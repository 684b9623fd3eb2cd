"""People, as frozen values. No I/O."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An address or session of a person. `proved_at` None: somebody merely typed it."""

    kind: str
    value: str
    proved_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person known by at least one proof, or written down by a member."""

    id: str
    name: str
    created_at: int
    erased_at: int | None
    identities: tuple[Identity, ...]
