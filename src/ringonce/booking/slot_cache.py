"""Lists of slots computed once for everybody who holds nothing."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Final

from ringonce.availability.model import Slot

# A page of 62 days in half hours has some 3,000 slots; this many weigh about 40 MB.
_MOST_KEPT_SLOTS: Final = 100_000


@dataclass(frozen=True, slots=True)
class KeptList:
    """One list; `written` is what the edge made of these very slots."""

    version: str
    true_until: int | None
    has_visitor_limit: bool
    length_minutes: int
    slots: tuple[Slot, ...]
    written: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class SlotCache:
    """Lists for askers who hold nothing, kept while their version stands and their time lasts."""

    kept: dict[tuple[str, Hashable], KeptList] = field(default_factory=dict)
    weight: int = 0

    def find(self, key: tuple[str, Hashable], version: str, now: int) -> KeptList | None:
        found = self.kept.get(key)
        if found is None or found.version != version:
            return None
        return found if found.true_until is None or now < found.true_until else None

    def keep(self, key: tuple[str, Hashable], entry: KeptList) -> None:
        if self.weight > _MOST_KEPT_SLOTS:
            self.kept.clear()
            self.weight = 0
        self.kept[key] = entry
        self.weight += len(entry.slots) + 1
