"""What a page shows of a service: its slots, why a time is not among them, and what changed since.

Reads only. The slots are those of the scene's `offer`, the very one that a hold asks.
"""

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, field, replace
from hashlib import sha256
from typing import Final

from ringonce.availability.explain import NEAREST_DAYS, for_visitors
from ringonce.availability.model import Reason, Slot
from ringonce.booking import catalogue_store, store
from ringonce.booking.model import Hold
from ringonce.booking.refusals import ServiceMissing
from ringonce.booking.scene import (
    DAY,
    MS_PER_MINUTE,
    Scene,
    SceneAsk,
    Versions,
    complete_scene,
    load_versions,
)
from ringonce.booking.slot_cache import KeptList, SlotCache
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.secrets import Codes
from ringonce.values.errors import DomainError, Kind

MAX_DAYS: Final = 62


class RangeRefused(DomainError):
    """The range is empty or longer than 62 days. Params: most_days."""

    code = "range-refused"
    kind = Kind.INVALID


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who looks: `principal` and `visitor_id` are the session's, `hold_tokens` come with the request."""

    principal: str | None = None
    visitor_id: str | None = None
    hold_tokens: frozenset[str] = frozenset()

    @property
    def is_known(self) -> bool:
        return self.principal is not None or bool(self.hold_tokens)


NOBODY: Final = Asker()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsAsk:
    """Starts of a service (id or slug) in [first_minute, last_minute), UTC; `moving` is a booking's id."""

    service: str
    first_minute: int
    last_minute: int
    length_minutes: int | None = None
    host_id: str | None = None
    team: str | None = None
    moving: str | None = None

    def __post_init__(self) -> None:
        # A day of slack: civil dates of a zone are up to an hour longer, and zones lie a day apart.
        if not 0 < self.last_minute - self.first_minute <= (MAX_DAYS + 1) * DAY:
            raise RangeRefused(most_days=MAX_DAYS)

    @property
    def mark(self) -> str:
        """What is asked of the service, as a short hash; the service itself stands in the version."""
        return sha256(repr(astuple(self)[1:]).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotList:
    """The slots of a page at one `etag`; true until `true_until` (ms; None: until the version changes)."""

    etag: str
    version: str
    true_until: int | None
    service_id: str
    length_minutes: int
    slots: tuple[Slot, ...]
    hold: Hold | None
    #: These very slots as somebody wrote them, kept as long as they are.
    written: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What the asker has seen is still so."""

    etag: str
    true_until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """How one list became another. `removed` has each start with why: taken, held, time or rule."""

    from_etag: str
    to_etag: str
    true_until: int | None
    added: tuple[Slot, ...]
    removed: tuple[tuple[int, str], ...]
    changed: tuple[Slot, ...]
    hold: Hold | None

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a start is not offered, and the nearest that are; `reasons` is empty exactly when it is."""

    start_minute: int
    length_minutes: int
    version: str
    offered: bool
    reasons: tuple[Reason, ...]
    nearest: tuple[Slot, ...]


async def read_slots(
    tx: Tx,
    workspace_id: str,
    ask: SlotsAsk,
    now: int,
    *,
    codes: Codes,
    asker: Asker = NOBODY,
    seen_etag: str | None = None,
    cache: SlotCache | None = None,
) -> SlotList | Unchanged:
    """The slots of a page, or that what was seen under `seen_etag` is still so; `now` in ms.

    The latter costs one statement (two for a known asker). Raises ServiceMissing, LengthUnknown.
    """
    versions = await load_versions(tx, workspace_id, ask.service)
    own = await _own_holds(tx, workspace_id, versions, asker, codes, now)
    seen = _Seen.read(seen_etag)
    if seen is not None and seen.is_true(versions.text, _own_mark(own), ask.mark, now):
        return Unchanged(seen_etag or "", seen.true_until)
    found = await _compute(tx, workspace_id, ask, now, versions, own, asker, cache)
    chosen = [row for row in own if row["offer_id"] is None]
    hold = None
    if chosen:
        hold = store.to_hold(chosen[0], codes.of("hold", chosen[0]["id"]), version=versions.text)
    own_mark = _own_mark(own, asker.visitor_id if found.has_visitor_limit else None)
    etag = f"{versions.text}.{found.true_until or 0}.{own_mark}.{ask.mark}"
    if etag == seen_etag:
        return Unchanged(etag, found.true_until)
    return SlotList(
        etag=etag,
        version=versions.text,
        true_until=found.true_until,
        service_id=str(versions.service["id"]),
        length_minutes=found.length_minutes,
        slots=found.slots,
        hold=hold,
        written=found.written,
    )


async def read_delta(
    tx: Tx,
    workspace_id: str,
    ask: SlotsAsk,
    now: int,
    before: SlotList,
    *,
    codes: Codes,
    asker: Asker = NOBODY,
    cache: SlotCache | None = None,
) -> tuple[SlotList, Delta] | None:
    """What became of a list, for the live feed; None where it is still so. Raises as `read_slots`."""
    after = await read_slots(
        tx, workspace_id, ask, now, codes=codes, asker=asker, seen_etag=before.etag, cache=cache
    )
    if isinstance(after, Unchanged):
        return None
    kept = {slot.start for slot in after.slots}
    gone = [slot.start for slot in before.slots if slot.start not in kept]
    why: dict[int, str] = {}
    if gone:
        versions = await load_versions(tx, workspace_id, ask.service)
        own = await _own_holds(tx, workspace_id, versions, asker, codes, now)
        scene = await _scene(tx, workspace_id, ask, now, versions, own, asker)
        why = {start: _why(scene.offer.explain(start)) for start in gone}
    return after, diff(before, after, lambda start: why.get(start, "rule"))


def diff(before: SlotList, after: SlotList, why: Callable[[int], str]) -> Delta:
    """How `before` became `after`; applied to the one, it gives the other. Pure."""
    old = {slot.start: slot for slot in before.slots}
    new = {slot.start: slot for slot in after.slots}
    return Delta(
        from_etag=before.etag,
        to_etag=after.etag,
        true_until=after.true_until,
        added=tuple(slot for start, slot in new.items() if start not in old),
        removed=tuple((start, why(start)) for start in old if start not in new),
        changed=tuple(slot for start, slot in new.items() if start in old and old[start] != slot),
        hold=after.hold,
    )


async def read_explain(
    tx: Tx,
    workspace_id: str,
    ask: SlotsAsk,
    now: int,
    *,
    codes: Codes,
    asker: Asker = NOBODY,
    all_facts: bool = False,
) -> Explanation:
    """Why the ask's first minute is not offered. Facts that name anybody or anything only with `all_facts`.

    Raises ServiceMissing, LengthUnknown.
    """
    versions = await load_versions(tx, workspace_id, ask.service)
    own = await _own_holds(tx, workspace_id, versions, asker, codes, now)
    scene = await _scene(tx, workspace_id, ask, now, versions, own, asker, nearest=NEAREST_DAYS)
    start = ask.first_minute
    reasons = scene.offer.explain(start)
    return Explanation(
        start_minute=start,
        length_minutes=scene.length_minutes,
        version=scene.version,
        offered=not reasons,
        reasons=tuple(reasons if all_facts else for_visitors(reasons)),
        nearest=tuple(scene.offer.nearest(start)) if reasons else (),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """An ETag taken apart: it says by itself until when it was true."""

    version: str
    true_until: int | None
    own: str
    mark: str

    @classmethod
    def read(cls, etag: str | None) -> "_Seen | None":
        parts = (etag or "").split(".")
        if len(parts) != 4 or not parts[1].isdecimal() or len(parts[1]) > 15:
            return None
        return cls(parts[0], int(parts[1]) or None, parts[2], parts[3])

    def is_true(self, version: str, own: str, mark: str, now: int) -> bool:
        same = (self.version, self.own, self.mark) == (version, own, mark)
        return same and (self.true_until is None or now < self.true_until)


async def _own_holds(
    tx: Tx, workspace_id: str, versions: Versions, asker: Asker, codes: Codes, now: int
) -> list[Row]:
    """The asker's live holds: those whose tokens were sent, else a visitor's; the desk holds for many.

    What an agent offered a visitor is his too.
    """
    if not asker.is_known:
        return []
    rows = await tx.all(
        catalogue_store.LIVE_HOLDS_OF_SERVICE,
        workspace_id=workspace_id,
        service_id=versions.service["id"],
        now=now,
    )
    proved = [row for row in rows if asker.hold_tokens and codes.of("hold", row["id"]) in asker.hold_tokens]
    session = None if asker.visitor_id is None else asker.principal
    mine = [row for row in rows if row["principal"] == session and row["series_id"] is None]
    offered = [row for row in mine if row["offer_id"] is not None]
    if proved:
        return proved + offered
    chosen = [row for row in mine if row["offer_id"] is None]
    return sorted(chosen, key=lambda row: (int(row["granted_at"]), str(row["id"])))[-1:] + offered


def _own_mark(own: Iterable[Row], visitor_id: str | None = None) -> str:
    # The deadline is part of the answer, so a renewal is another answer to its owner and to nobody else.
    told = [f"{row['id']}:{row['generation']}:{row['expires_at']}" for row in own]
    if visitor_id is not None:
        told.append(visitor_id)
    return sha256("|".join(told).encode()).hexdigest()[:10] if told else "-"


async def _compute(
    tx: Tx,
    workspace_id: str,
    ask: SlotsAsk,
    now: int,
    versions: Versions,
    own: list[Row],
    asker: Asker,
    cache: SlotCache | None,
) -> KeptList:
    key = (workspace_id, ask)
    is_shared = cache is not None and not own and ask.moving is None
    if cache is not None and is_shared:
        known = cache.find(key, versions.text, now)
        if known is not None and not (known.has_visitor_limit and asker.visitor_id is not None):
            return known
    scene = await _scene(tx, workspace_id, ask, now, versions, own, asker)
    true_until = scene.offer.true_until
    counted = scene.ask.visitor_bookings is not None
    if counted:
        # A visitor's bookings end by time alone, and the offer does not know when.
        true_until = min(true_until or now + MS_PER_MINUTE, now + MS_PER_MINUTE)
    found = KeptList(
        versions.text,
        true_until,
        scene.stage.rules.visitor_limit is not None,
        scene.length_minutes,
        scene.offer.slots,
    )
    if cache is not None and is_shared and not counted:
        cache.keep(key, found)
    return found


async def _scene(
    tx: Tx,
    workspace_id: str,
    ask: SlotsAsk,
    now: int,
    versions: Versions,
    own: list[Row],
    asker: Asker,
    *,
    nearest: int = 0,
) -> Scene:
    wanted = SceneAsk(
        service_id=str(versions.service["id"]),
        first_minute=ask.first_minute,
        last_minute=ask.last_minute,
        length_minutes=ask.length_minutes,
        host_id=ask.host_id,
        own_holds=frozenset(str(row["id"]) for row in own),
        moving=ask.moving,
        nearest=nearest,
    )
    scene = await complete_scene(tx, workspace_id, wanted, now, versions)
    if ask.team is not None and (scene.team is None or ask.team not in (scene.team.id, scene.team.slug)):
        raise ServiceMissing(service=ask.service, team=ask.team)
    if scene.stage.rules.visitor_limit is None or asker.visitor_id is None:
        return scene
    active = await store.count_active(
        tx, workspace_id, scene.service.id, asker.visitor_id, now // MS_PER_MINUTE, ask.moving or ""
    )
    return replace(scene, ask=replace(wanted, visitor_bookings=active))


_HELD: Final = frozenset({"held"})
_TAKEN: Final = frozenset(
    {"busy-booking", "busy-external", "buffer", "seats-full", "limit-visitor"}
    | {f"limit-{period}" for period in ("day", "week", "month", "year")}
)
_TIME: Final = frozenset({"notice", "window"})


def _why(reasons: Iterable[Reason]) -> str:
    """In one word why a slot went: the page says it in the visitor's language."""
    codes = {reason.code for reason in reasons}
    for word, among in (("taken", _TAKEN), ("held", _HELD), ("time", _TIME)):
        if codes & among:
            return word
    return "rule"
