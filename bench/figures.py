"""What a bench module hands over: figures, each beside its limit."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    `limit` is the target, met when the value is not above it (`better="less"`) or not below it
    (`better="more"`); None where there is no target. `beside` is what the machine itself can do in the same
    run, in words with its unit. `note` says how it was measured, or where the profile of a miss lies.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""
    better: Literal["less", "more"] = "less"
    beside: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the target is reached; True without a target."""
        if self.limit is None:
            return True
        return self.value <= self.limit if self.better == "less" else self.value >= self.limit
