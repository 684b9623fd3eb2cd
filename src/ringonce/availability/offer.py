"""The one public door: which starts are offered, why others are not, and until when that is true."""

from collections.abc import Mapping, Sequence

from ringonce.availability.busy import BusyTimes
from ringonce.availability.model import Host, Query, Reason, Rules, Slot


class Offer:
    """The starts of a query's range, made once and read lazily."""

    @property
    def starts(self) -> tuple[int, ...]:
        """Every offered start, in order."""
        raise NotImplementedError

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every offered slot, in order."""
        raise NotImplementedError

    @property
    def true_until(self) -> int | None:
        """The first instant (ms) after now at which time alone changes the offer; None for never."""
        raise NotImplementedError

    def at(self, start: int) -> Slot | None:
        """The slot that begins at `start`, if it is offered."""
        raise NotImplementedError

    def explain(self, start: int) -> list[Reason]:
        """Every rule that refuses `start`; empty exactly when it is offered."""
        raise NotImplementedError

    def nearest(self, start: int) -> list[Slot]:
        """Up to five offered slots around `start`, in time order."""
        raise NotImplementedError


def offer(
    rules: Rules, hosts: Mapping[str, Host] | Sequence[Host], busy: BusyTimes, query: Query, now: int
) -> Offer:
    """Decide which starts of the query's range are free; `now` in milliseconds. Pure."""
    raise NotImplementedError
