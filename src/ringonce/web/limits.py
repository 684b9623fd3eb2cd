"""Token buckets against floods: one per principal, one per address prefix, in this process only."""

import ipaddress
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from ringonce.kernel.sources import Clock
from ringonce.values.errors import DomainError, Kind

MINUTE_MS = 60_000
# Names that are kept; the one used longest ago is forgotten first, and a forgotten bucket is a full one.
_NAMES = 50_000


class TooManyRequests(DomainError):
    """More writes than a person makes. Params: retry_after, in seconds."""

    code = "too-many-requests"
    kind = Kind.LIMITED


class BodyTooLarge(Exception):
    """The body went over the limit while it was being read."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(most_bytes)
        self.most_bytes = most_bytes


class BodyTooSlow(Exception):
    """The body did not arrive within the time that a slow network needs."""


class UploadsBusy(DomainError):
    """Too many files arrive at once already. Params: retry_after, in seconds."""

    code = "uploads-busy"
    kind = Kind.LIMITED


class Places:
    """How many there may be at once: in all, and of one name."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()
        self.all = 0

    @contextmanager
    def one(self, most_of: Mapping[str, int]) -> Iterator[bool]:
        """A place under these names, given back at the end; False where one of them has as many as it may."""
        found = self.all < self._most and all(self._taken[name] < most for name, most in most_of.items())
        if not found:
            yield False
            return
        self.all += 1
        self._taken.update(most_of.keys())
        try:
            yield True
        finally:
            self.all -= 1
            for name in most_of:
                self._taken[name] -= 1
                # Names come from anybody: those that hold nothing are not kept.
                if not self._taken[name]:
                    del self._taken[name]


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: int


class Buckets:
    """`per_minute` tokens for each name, refilled evenly; 0 switches the limit off."""

    def __init__(self, clock: Clock, per_minute: int) -> None:
        self._clock = clock
        self._per_minute = per_minute
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, *names: str) -> None:
        """One token from each. Raises TooManyRequests, and then takes none."""
        if self._per_minute == 0:
            return
        now = self._clock.now()
        found = [self._filled(name, now) for name in names]
        emptiest = min(bucket.tokens for bucket in found)
        if emptiest < 1:
            wait_ms = (1 - emptiest) * MINUTE_MS / self._per_minute
            raise TooManyRequests(retry_after=max(1, -int(-wait_ms // 1000)), per_minute=self._per_minute)
        for bucket in found:
            bucket.tokens -= 1

    def _filled(self, name: str, now: int) -> _Bucket:
        bucket = self._buckets.get(name)
        if bucket is None:
            bucket = self._buckets[name] = _Bucket(self._per_minute, now)
            if len(self._buckets) > _NAMES:
                self._buckets.popitem(last=False)
            return bucket
        self._buckets.move_to_end(name)
        earned = max(0, now - bucket.at) * self._per_minute / MINUTE_MS
        bucket.tokens = min(float(self._per_minute), bucket.tokens + earned)
        bucket.at = now
        return bucket


def is_this_machine(host: str | None) -> bool:
    """Whether a request came over loopback or a local socket."""
    if host is None:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_prefix(host: str | None) -> str:
    """The network a client comes from: /24 of IPv4, /64 of IPv6, so that one machine is one name."""
    if host is None:
        return "address:local"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"address:{host}"
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    width = 24 if address.version == 4 else 64
    return f"address:{ipaddress.ip_network((address, width), strict=False)}"
