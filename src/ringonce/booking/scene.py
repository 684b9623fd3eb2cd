"""The scene of a service: rules, hosts and busy time, loaded the same way for the page, the hold and the why.

A page and a hold that load the same scene at the same version and now ask the same `offer`; nothing else
decides whether a time is free.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Final, Generic, TypeVar

from ringonce.availability.busy import BusyTimes
from ringonce.availability.explain import NEAREST_DAYS
from ringonce.availability.model import BookableDays, Busy, Cause, Period, Query, Seat
from ringonce.availability.offer import Offer, offer
from ringonce.booking import catalogue_store
from ringonce.booking.catalogue_model import Service, Team
from ringonce.booking.catalogue_stage import Stage, build_stage
from ringonce.booking.refusals import ServiceMissing
from ringonce.calendars import claim
from ringonce.calendars.model import ClaimKind, LockedHosts, TakenRow
from ringonce.calendars.queries import list_taken, list_taken_of_service, list_taken_of_team, load_diary
from ringonce.kernel.db import Row, Tx
from ringonce.kernel.work import Work

T = TypeVar("T")

DAY: Final = 1440
MS_PER_MINUTE: Final = 60_000

# A date and its windows that run past midnight, in any zone.
_MARGIN: Final = 3 * DAY
# "The first n bookable days" looks this far ahead.
_AHEAD: Final = 368 * DAY
_PERIODS: Final = {Period.DAY: 2 * DAY, Period.WEEK: 8 * DAY, Period.MONTH: 32 * DAY, Period.YEAR: 367 * DAY}
_MOST_KEPT: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneAsk:
    """Which part of a service's time is asked: starts in [first_minute, last_minute), by whom.

    `moving` is the booking being moved; `own_holds` are holds the asker gives up by taking a slot; `nearest`
    is how many days around the range are loaded to name the nearest free times. `visitor_bookings` is how
    many active bookings of the service the asker has apart from the moved one, None where unknown.
    """

    service_id: str
    first_minute: int
    last_minute: int
    length_minutes: int | None = None
    host_id: str | None = None
    seats: int = 1
    own_holds: frozenset[str] = frozenset()
    moving: str | None = None
    visitor_bookings: int | None = None
    nearest: int = 0


@dataclass(frozen=True, slots=True)
class Versions:
    """What the offer of a service was computed from: the integers of the service, its hosts and its team."""

    service: Row
    hosts: tuple[Row, ...]
    team: Row | None

    @property
    def text(self) -> str:
        """The hash that stands in ETags and refusals."""
        rows = [self.service, *self.hosts, *([] if self.team is None else [self.team])]
        told = "|".join(f"{row['id']}:{row['version']}" for row in rows)
        return sha256(told.encode()).hexdigest()[:20]

    @property
    def changed_at(self) -> int:
        """When any of the integers was raised last (ms)."""
        rows = [self.service, *self.hosts, *([] if self.team is None else [self.team])]
        return max(int(row["changed_at"]) for row in rows)

    @property
    def stage_key(self) -> tuple[object, ...]:
        rows = [self.service, *self.hosts, *([] if self.team is None else [self.team])]
        return tuple((row["id"], row["revision"]) for row in rows)


@dataclass(frozen=True)
class Scene:
    """Everything an offer of one service needs, at one `version` and `now` (ms).

    `changed_at` is when the version was raised last.
    """

    ask: SceneAsk
    stage: Stage
    busy: BusyTimes
    version: str
    changed_at: int
    now: int
    locked: LockedHosts | None = field(default=None, repr=False)

    @property
    def service(self) -> Service:
        return self.stage.service

    @property
    def team(self) -> Team | None:
        return self.stage.team

    @property
    def length_minutes(self) -> int:
        """The asked length, else the service's first."""
        return self.ask.length_minutes or self.service.lengths[0]

    @cached_property
    def offer(self) -> Offer:
        """The offer for the asked range."""
        ask = self.ask
        query = Query(
            start=ask.first_minute,
            end=ask.last_minute,
            length=self.length_minutes,
            host=ask.host_id,
            seats=ask.seats,
            own_holds=ask.own_holds,
            moving=ask.moving,
            visitor_bookings=ask.visitor_bookings,
        )
        return offer(self.stage.rules, self.stage.hosts, self.busy, query, self.now)


class _Kept(Generic[T]):
    """What was built from revisions, by them; the oldest go first."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], T] = {}

    def find(self, key: tuple[object, ...]) -> T | None:
        return self._kept.get(key)

    def keep(self, key: tuple[object, ...], value: T) -> None:
        if len(self._kept) >= _MOST_KEPT:
            # Readers of other threads may have dropped the same one.
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = value


_stages: Final[_Kept[Stage]] = _Kept()
_members: Final[_Kept[frozenset[str]]] = _Kept()


async def load_versions(tx: Tx, workspace_id: str, service: str) -> Versions:
    """The integers behind a service's page, by its id or slug, in one statement. Raises ServiceMissing."""
    by = catalogue_store.VERSIONS_BY_ID if "_" in service else catalogue_store.VERSIONS_BY_SLUG
    rows = await tx.all(by, workspace_id=workspace_id, service=service)
    found = next((row for row in rows if row["kind"] == "service"), None)
    if found is None:
        raise ServiceMissing(service=service)
    members = sorted((row for row in rows if row["kind"] == "host"), key=lambda row: str(row["id"]))
    return Versions(found, tuple(members), next((row for row in rows if row["kind"] == "team"), None))


async def load_scene(tx: Tx, workspace_id: str, ask: SceneAsk, now: int) -> Scene:
    """Read a scene without locking anything. Raises ServiceMissing."""
    versions = await load_versions(tx, workspace_id, ask.service_id)
    return await complete_scene(tx, workspace_id, ask, now, versions)


async def lock_scene(
    work: Work,
    *,
    service_id: str,
    start_minute: int,
    length_minutes: int | None = None,
    host_id: str | None = None,
    own_hold_ids: frozenset[str] = frozenset(),
    visitor_bookings: int | None = None,
    moving_booking_id: str | None = None,
    also_hosts: Iterable[str] = (),
) -> Scene:
    """Lock service, team and hosts by id, then read what one start needs, at a fresh now.

    `also_hosts` are locked beside the service's own: those of a booking that moves away from them. For the
    nearest free times, `widen` the scene. Raises ServiceMissing.
    """
    ask = SceneAsk(
        service_id=service_id,
        first_minute=start_minute,
        last_minute=start_minute + 1,
        length_minutes=length_minutes,
        host_id=host_id,
        own_holds=own_hold_ids,
        moving=moving_booking_id,
        visitor_bookings=visitor_bookings,
    )
    tx, workspace_id = work.tx, work.workspace_id
    service = await tx.one(catalogue_store.LOCK_SERVICE, workspace_id=workspace_id, service_id=service_id)
    if service is None:
        raise ServiceMissing(service=service_id)
    team = None
    if service["team_id"] is not None:
        team = await tx.one(catalogue_store.LOCK_TEAM, workspace_id=workspace_id, team_id=service["team_id"])
    # What is read after this transaction's own edits must not outlive their rollback.
    may_keep = not work.facts
    ids = await _member_ids(work, service, may_keep=may_keep)
    locked = await claim.lock_hosts(work, ids.union(also_hosts))
    hosts = tuple(
        {"id": host.id, "version": host.version, "revision": host.revision, "changed_at": host.changed_at}
        for host in locked.hosts.values()
        if host.id in ids
    )
    return await complete_scene(
        tx, workspace_id, ask, work.now, Versions(service, hosts, team), locked=locked, may_keep=may_keep
    )


async def _member_ids(work: Work, service: Row, *, may_keep: bool) -> frozenset[str]:
    """The ids of a locked service's hosts."""
    key = (work.workspace_id, str(service["id"]), int(service["revision"]))
    known = _members.find(key)
    if known is None:
        rows = await work.tx.all(
            catalogue_store.LIST_SERVICE_HOSTS, workspace_id=work.workspace_id, service_id=service["id"]
        )
        known = frozenset(str(row["host_id"]) for row in rows)
        if may_keep:
            _members.keep(key, known)
    return known


async def widen(tx: Tx, workspace_id: str, scene: Scene, days: int = NEAREST_DAYS) -> Scene:
    """The same scene with the busy time that `offer.nearest` needs: for refusals alone.

    With `NEAR_DAYS` only what `offer.nearest_close` needs.
    """
    ask = replace(scene.ask, nearest=days)
    rows = await _load_busy(tx, workspace_id, ask, scene.stage, scene.now)
    return replace(scene, ask=ask, busy=BusyTimes(rows))


async def raise_service(work: Work, service_id: str) -> None:
    """Raise the versions of a service and its team: whenever time is taken or given back for it.

    `claim` raises the hosts'. Call it before hosts are locked, or after `lock_scene`.
    """
    of = {"workspace_id": work.workspace_id, "now": work.now}
    row = await work.tx.one(catalogue_store.RAISE_SERVICE, service_id=service_id, **of)
    if row is not None and row["team_id"] is not None:
        await work.tx.run(catalogue_store.RAISE_TEAM, team_id=row["team_id"], **of)


async def complete_scene(
    tx: Tx,
    workspace_id: str,
    ask: SceneAsk,
    now: int,
    versions: Versions,
    *,
    locked: LockedHosts | None = None,
    may_keep: bool = True,
) -> Scene:
    """Load what belongs to known versions: nothing but taken time, if the stage is known."""
    years = (
        _year(min(ask.first_minute * MS_PER_MINUTE, now)) - 1,
        _year(ask.last_minute * MS_PER_MINUTE) + 2,
    )
    key = (workspace_id, years, versions.stage_key)
    stage = _stages.find(key)
    if stage is None:
        stage = await _load_stage(tx, workspace_id, str(versions.service["id"]), years)
        if may_keep:
            _stages.keep(key, stage)
    rows = await _load_busy(tx, workspace_id, ask, stage, now)
    return Scene(ask, stage, BusyTimes(rows), versions.text, versions.changed_at, now, locked)


def _year(instant: int) -> int:
    return datetime.fromtimestamp(instant // 1000, UTC).year


async def _load_stage(tx: Tx, workspace_id: str, service_id: str, years: tuple[int, int]) -> Stage:
    row = await tx.one(catalogue_store.FIND_SERVICE, workspace_id=workspace_id, service_id=service_id)
    if row is None:
        raise ServiceMissing(service=service_id)
    members = await tx.all(
        catalogue_store.LIST_SERVICE_HOSTS, workspace_id=workspace_id, service_id=service_id
    )
    service = catalogue_store.service_of(row, members)
    team = None
    if service.team_id is not None:
        found = await tx.one(catalogue_store.FIND_TEAM, workspace_id=workspace_id, team_id=service.team_id)
        team = None if found is None else catalogue_store.team_of(found, [])
    chosen = [
        service.schedule_id,
        service.restriction_schedule_id,
        *(host.schedule_id for host in service.hosts),
    ]
    diary = await load_diary(
        tx,
        workspace_id,
        [host.host_id for host in service.hosts],
        [schedule_id for schedule_id in chosen if schedule_id is not None],
    )
    return build_stage(service, team, diary, years)


def _range(ask: SceneAsk, stage: Stage, now: int) -> tuple[int, int]:
    """The minutes whose busy time can change the answer."""
    rules = stage.rules
    length = max(*rules.lengths, ask.length_minutes or 0)
    around = _MARGIN + ask.nearest * DAY
    low, high = ask.first_minute - around - rules.before, ask.last_minute + length + rules.after + around
    if isinstance(rules.window, BookableDays):
        today = now // MS_PER_MINUTE
        low, high = min(low, today - _MARGIN), max(high, today + _AHEAD)
    limits = [
        *rules.limits,
        *rules.team_limits,
        *(one for host in stage.hosts.values() for one in host.limits),
    ]
    reach = max((_PERIODS[limit.period] for limit in limits), default=0)
    return low - reach, high + reach


async def _load_busy(tx: Tx, workspace_id: str, ask: SceneAsk, stage: Stage, now: int) -> list[Busy]:
    low, high = _range(ask, stage, now)
    rules = stage.rules
    taken = await list_taken(tx, workspace_id, stage.hosts, low, high)
    if rules.limits:
        taken += _others(stage, await list_taken_of_service(tx, workspace_id, stage.service.id, low, high))
    if rules.team_limits and stage.team is not None:
        known = {(row.owner_id, row.host_id) for row in taken}
        of_team = await list_taken_of_team(tx, workspace_id, stage.team.id, low, high)
        taken += [row for row in of_team if (row.owner_id, row.host_id) not in known]
    sittings = sorted({row.owner_id for row in taken if row.kind is ClaimKind.SITTING})
    seats: list[Row] = []
    if sittings:
        seats = await tx.all(
            catalogue_store.LIST_SEATS_OF_SITTINGS,
            workspace_id=workspace_id,
            sitting_ids=catalogue_store.to_text(sittings),
        )
    busy = _busy_rows(taken, _seats(seats))
    busy += [row for row in stage.external if row.end > low and row.start < high]
    return busy


def _others(stage: Stage, rows: Iterable[TakenRow]) -> list[TakenRow]:
    """Rows of hosts that the scene has not loaded already: they count for limits alone."""
    return [row for row in rows if row.host_id not in stage.hosts]


_CAUSES: Final = {
    ClaimKind.HOLD: Cause.HOLD,
    ClaimKind.BOOKING: Cause.BOOKING,
    ClaimKind.REQUEST: Cause.REQUEST,
    ClaimKind.SITTING: Cause.BOOKING,
}


def _seats(rows: Iterable[Row]) -> Callable[[str], tuple[Seat, ...]]:
    found: dict[str, list[Seat]] = {}
    for row in rows:
        cause = _CAUSES[ClaimKind(row["kind"])]
        found.setdefault(row["sitting_id"], []).append(Seat(row["owner_id"], cause, row["expires_at"]))
    return lambda sitting: tuple(found.get(sitting, ()))


def _busy_rows(taken: Iterable[TakenRow], seats: Callable[[str], tuple[Seat, ...]]) -> list[Busy]:
    rows: list[Busy] = []
    for row in taken:
        taken_seats = seats(row.owner_id) if row.kind is ClaimKind.SITTING else ()
        # A sitting that nobody sits in is no busy time.
        if not row.is_busy or (row.kind is ClaimKind.SITTING and not taken_seats):
            continue
        rows.append(
            Busy(
                host=row.host_id,
                start=row.start_minute,
                end=row.end_minute,
                cause=_CAUSES[row.kind],
                owner=row.owner_id,
                before=row.before_minutes,
                after=row.after_minutes,
                service=row.service_id,
                team=row.team_id,
                until_at=None if taken_seats else row.expires_at,
                seats=taken_seats,
            )
        )
    return rows
