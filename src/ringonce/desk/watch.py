"""Which open offers have reason to be looked at again. Reads alone."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from ringonce.booking.refusals import ServiceMissing
from ringonce.booking.scene import load_versions
from ringonce.desk import queries
from ringonce.desk.model import OPEN_FOR, TimeState
from ringonce.kernel.db import Row, Tx

_MOST: Final = 5_000
_MS: Final = 60_000
_START: Final = ("", "")


@dataclass(frozen=True, slots=True)
class Due:
    """An offer to be looked at, and what was known when that was decided."""

    workspace_id: str
    message_id: str
    mark: str


@dataclass(slots=True)
class OfferWatch:
    """What one process has looked at last: an offer whose service and hosts stand still is left alone.

    After a restart every open offer is looked at once. Many offers are read page by page, one at a time.
    """

    most: int = _MOST
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)
    #: How far the pages were read, and what was open on them.
    _after: tuple[str, str] = _START
    _open: set[tuple[str, str]] = field(default_factory=set)

    async def find_due(self, tx: Tx, now: int) -> list[Due]:
        """Open offers with a lease that ended, a free time whose service moved, or that are over."""
        due: list[Due] = []
        versions: dict[tuple[str, str], str] = {}
        for (workspace_id, message_id), times in await self._page(tx):
            if not _may_change(times, now):
                continue
            service = (workspace_id, str(times[0]["service_id"]))
            if service not in versions:
                versions[service] = await _version_of(tx, *service)
            mark = f"{versions[service]}:{_mark_of_time(times, now)}"
            if self._seen.get((workspace_id, message_id)) != mark:
                due.append(Due(workspace_id, message_id, mark))
        return due

    async def _page(self, tx: Tx) -> list[tuple[tuple[str, str], list[Row]]]:
        """The next open offers with their times; after the last of them it begins again."""
        rows = await queries.list_open(tx, self._after, self.most)
        found = [(key, list(times)) for key, times in groupby(rows, _key_of)]
        is_last = len(rows) < self.most
        if not is_last and len(found) > 1:
            # The page may end within an offer; the next one begins with it.
            found.pop()
        self._open.update(key for key, _ in found)
        self._after = _START if is_last else found[-1][0]
        if is_last:
            for gone in self._seen.keys() - self._open:
                del self._seen[gone]
            self._open.clear()
        return found

    def looked(self, due: Due) -> None:
        """Note that an offer was looked at, as things stood when it was found due."""
        self._seen[due.workspace_id, due.message_id] = due.mark


def _key_of(row: Row) -> tuple[str, str]:
    return str(row["workspace_id"]), str(row["message_id"])


async def _version_of(tx: Tx, workspace_id: str, service_id: str) -> str:
    """What moves with a service's page; one word for a service that has none any more."""
    try:
        return (await load_versions(tx, workspace_id, service_id)).text
    except ServiceMissing:
        return "retired"


def _may_change(times: list[Row], now: int) -> bool:
    """Whether not every button is held by a lease that stands."""
    return any(time["state"] != TimeState.HELD or not _is_held(time, now) for time in times)


def _is_held(time: Row, now: int) -> bool:
    return bool(time["hold_state"] == "live" and time["held_until"] > now)


def _mark_of_time(times: list[Row], now: int) -> str:
    """What the passing of time alone changes: leases that ended, and each minute nearer to a free start.

    A minute matters only where a start is so near that a rule about notice may refuse it.
    """
    held = "".join("h" if _is_held(time, now) else "-" for time in times)
    is_old = now > times[0]["expires_at"] + OPEN_FOR
    first = min(int(time["start_minute"]) for time in times)
    is_near = first * _MS - now < _NOTICE_MOST
    return f"{held}:{int(is_old)}:{now // _MS if is_near else 0}"


# Notices are minutes to days; a start further off than this is refused by none of the usual ones.
_NOTICE_MOST: Final = 3 * 24 * 60 * _MS
