"""Busy rows, sorted once per request, as arrays for the arithmetic and as rows for explaining."""

from collections.abc import Iterable

from ringonce.availability.model import Busy


class BusyTimes:
    """The rows of all hosts concerned."""

    def __init__(self, rows: Iterable[Busy] = ()) -> None:
        self.rows = tuple(row for row in rows if row.end > row.start and row.blocks)
