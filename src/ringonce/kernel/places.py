"""Whose turn it is with a key in this process, and how many may wait and how many keys may live."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ringonce.kernel import receipts
from ringonce.kernel.db import Tx
from ringonce.kernel.keys import ACCOUNT_LIFE, Scope, life_of
from ringonce.values.errors import DomainError, Kind

WAITING_IN_ALL = 1_000
WAITING_PER_PRINCIPAL = 64
VISITOR_KEYS = 500
ACCOUNT_KEYS = 100_000
PRINCIPALS_REMEMBERED = 20_000


class TooManyWaiting(DomainError):
    """Too many attempts wait for an earlier one; try again in a moment."""

    code = "too-many-waiting"
    kind = Kind.LIMITED


class TooManyKeys(DomainError):
    """This principal has used as many keys as may live at one time."""

    code = "too-many-keys"
    kind = Kind.LIMITED


class Places:
    """Lets one attempt of a key run; the others wait, at most so many, holding no connection."""

    def __init__(self, in_all: int = WAITING_IN_ALL, per_principal: int = WAITING_PER_PRINCIPAL) -> None:
        self._in_all = in_all
        self._per_principal = per_principal
        self._running: dict[tuple[str, str, str], asyncio.Future[None]] = {}
        self._waiting: Counter[tuple[str, str]] = Counter()

    def is_running(self, scope: Scope) -> bool:
        return _name(scope) in self._running

    @property
    def waiting(self) -> int:
        """How many wait now."""
        return self._waiting.total()

    @asynccontextmanager
    async def turn(self, scope: Scope, deadline: float) -> AsyncIterator[bool]:
        """Wait for the key's turn until `deadline` (the event loop's time); False: it did not come.

        Raises TooManyWaiting.
        """
        name = _name(scope)
        while (first := self._running.get(name)) is not None:
            if not await self._wait(scope, first, deadline):
                yield False
                return
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._running[name] = done
        try:
            yield True
        finally:
            del self._running[name]
            done.set_result(None)

    async def _wait(self, scope: Scope, first: asyncio.Future[None], deadline: float) -> bool:
        queue = (scope.workspace_id, scope.principal)
        if self._waiting.total() >= self._in_all or self._waiting[queue] >= self._per_principal:
            raise TooManyWaiting(retry_after=1)
        self._waiting[queue] += 1
        try:
            remaining = deadline - asyncio.get_running_loop().time()
            async with asyncio.timeout(max(0.0, remaining)):
                await asyncio.shield(first)
        except TimeoutError:
            return False
        finally:
            self._waiting[queue] -= 1
            if not self._waiting[queue]:
                del self._waiting[queue]
        return True


def _name(scope: Scope) -> tuple[str, str, str]:
    return (scope.workspace_id, scope.principal, scope.key_hash)


class KeyBudget:
    """Bounds the live keys of a principal without counting them at every intent.

    Each count allows an eighth of the limit, or what is left, before the next count; so the
    bound is exact in one process, and may be passed by that eighth for each further one.
    """

    def __init__(self, visitor_keys: int = VISITOR_KEYS, account_keys: int = ACCOUNT_KEYS) -> None:
        self._visitor_keys = visitor_keys
        self._account_keys = account_keys
        self._left: OrderedDict[tuple[str, str], int] = OrderedDict()

    async def spend(self, tx: Tx, scope: Scope, now: int) -> None:
        """Pay for the key that this transaction has claimed. Raises TooManyKeys."""
        name = (scope.workspace_id, scope.principal)
        left = self._left.pop(name, 0)
        if left == 0:
            left = await self._count(tx, scope, now)
        self._left[name] = left - 1
        while len(self._left) > PRINCIPALS_REMEMBERED:
            self._left.popitem(last=False)

    async def _count(self, tx: Tx, scope: Scope, now: int) -> int:
        is_account = life_of(scope.principal) == ACCOUNT_LIFE
        limit = self._account_keys if is_account else self._visitor_keys
        live = await receipts.count_live(tx, scope.workspace_id, scope.principal, now, limit + 1)
        if live > limit:
            raise TooManyKeys(limit=limit)
        # The claimed key is among those counted.
        return min(limit - live + 1, max(1, limit // 8))
