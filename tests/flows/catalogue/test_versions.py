"""Every change raises the version of exactly the services and hosts whose pages it moves."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date

import pytest

from ringonce.availability.model import DateOverride, Limit, Mode, Period
from ringonce.booking.catalogue_edit import retire_service, update_service
from ringonce.booking.catalogue_model import Service, ServiceHost, ServiceRules, Team
from ringonce.booking.catalogue_schedules import update_schedule
from ringonce.booking.catalogue_teams import update_team
from ringonce.booking.scene import load_versions, raise_service
from ringonce.calendars import claim
from ringonce.calendars.edit import add_away, create_schedule, remove_away, retire_host, update_host
from ringonce.calendars.external import connect_calendar, disconnect_calendar, push_busy, report_failing
from ringonce.calendars.model import Claim, ClaimKind, HostRecord, HostShare, HoursSchedule, ScheduleDraft
from ringonce.kernel.work import Work
from tests.support.salon import Salon, at

ONE, TWO = at("2026-12-02 10:00"), at("2026-12-02 11:00")


@dataclass
class Scenery:
    """Ada does `cut` alone, Ben and Cleo share `wash`, which has a schedule of its own and a team."""

    salon: Salon
    hosts: dict[str, HostRecord] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    schedules: dict[str, HoursSchedule] = field(default_factory=dict)
    team: Team | None = None

    async def build(self) -> None:
        salon = self.salon
        self.schedules["default"] = await salon.schedule()
        self.schedules["ada"] = await salon.schedule()
        self.schedules["wash"] = await salon.schedule()
        self.schedules["spare"] = await salon.schedule()
        self.hosts["ada"] = await salon.host(schedule_id=self.schedules["ada"].id)
        self.hosts["ben"] = await salon.host(schedule_id=None)
        self.hosts["cleo"] = await salon.host()
        self.team = await salon.team(self.hosts["ben"], self.hosts["cleo"])
        self.services["cut"] = await salon.service(self.hosts["ada"])
        self.services["wash"] = await salon.service(
            self.hosts["ben"],
            self.hosts["cleo"],
            schedule_id=self.schedules["wash"].id,
            team_id=self.team.id,
        )

    async def pages(self) -> dict[str, str]:
        found = {}
        for name, service in self.services.items():
            versions = await self.salon.read(
                lambda tx, of=service.id: load_versions(tx, self.salon.workspace_id, of)  # type: ignore[misc]
            )
            found[name] = versions.text
        return found


Change = Callable[[Scenery, Work], Awaitable[object]]


async def _away_and_back(it: Scenery, work: Work) -> None:
    away = await add_away(work, it.hosts["ben"].id, start_minute=ONE, end_minute=TWO)
    await remove_away(work, it.hosts["ben"].id, away.id)


async def _external(it: Scenery, work: Work) -> None:
    calendar = await connect_calendar(work, it.hosts["ada"].id, name="Private")
    await push_busy(
        work,
        it.hosts["ada"].id,
        calendar.id,
        first_minute=ONE,
        last_minute=TWO,
        stretches=[(ONE, TWO)],
    )


async def _failing(it: Scenery, work: Work) -> None:
    calendar = await connect_calendar(work, it.hosts["cleo"].id, name="Private")
    await report_failing(work, it.hosts["cleo"].id, calendar.id)
    await disconnect_calendar(work, it.hosts["cleo"].id, calendar.id)


async def _claim(it: Scenery, work: Work) -> None:
    await raise_service(work, it.services["wash"].id)
    locked = await claim.lock_hosts(work, [it.hosts["ben"].id])
    wanted = Claim(
        owner_id="hld_1",
        kind=ClaimKind.HOLD,
        service_id=it.services["wash"].id,
        shares=(HostShare(it.hosts["ben"].id),),
        start_minute=ONE,
        length_minutes=60,
    )
    await claim.take(work, wanted, locked)


def _team_limit(it: Scenery, work: Work) -> Awaitable[object]:
    assert it.team is not None
    return update_team(work, it.team.id, 1, {"limits": (Limit(Period.DAY, bookings=3),)})


CHANGES: dict[str, tuple[Change, set[str]]] = {
    "a host's hours": (
        lambda it, work: update_schedule(work, it.schedules["ada"].id, 1, {"weekly": ((),) * 7}),
        {"cut"},
    ),
    "an override": (
        lambda it, work: update_schedule(
            work, it.schedules["ada"].id, 1, {"overrides": (DateOverride(date(2026, 12, 24)),)}
        ),
        {"cut"},
    ),
    "the default hours": (
        lambda it, work: update_schedule(work, it.schedules["default"].id, 1, {"zone": "Asia/Tokyo"}),
        {"wash"},
    ),
    "another default": (
        lambda it, work: create_schedule(work, ScheduleDraft(name="New", zone="UTC", is_default=True)),
        {"wash"},
    ),
    "the service's own hours": (
        lambda it, work: update_schedule(work, it.schedules["wash"].id, 1, {"weekly": ((),) * 7}),
        {"wash"},
    ),
    "hours that nobody uses": (
        lambda it, work: update_schedule(work, it.schedules["spare"].id, 1, {"weekly": ((),) * 7}),
        set(),
    ),
    "a host's limits": (
        lambda it, work: update_host(
            work, it.hosts["ada"].id, 1, {"limits": (Limit(Period.WEEK, minutes=60),)}
        ),
        {"cut"},
    ),
    "a host who retires": (lambda it, work: retire_host(work, it.hosts["cleo"].id, 1), {"wash"}),
    "an absence taken back": (_away_and_back, {"wash"}),
    "busy time from outside": (_external, {"cut"}),
    "a calendar that fails": (_failing, {"wash"}),
    "a rule of one service": (
        lambda it, work: update_service(work, it.services["cut"].id, 1, {"rules": ServiceRules(notice=60)}),
        {"cut"},
    ),
    "a host joining a service": (
        lambda it, work: update_service(
            work,
            it.services["cut"].id,
            1,
            {
                "mode": Mode.ALL,
                "hosts": tuple(ServiceHost(host_id=it.hosts[one].id) for one in ("ada", "ben")),
            },
        ),
        {"cut"},
    ),
    "a team's limits": (_team_limit, {"wash"}),
    "taken time": (_claim, {"wash"}),
}


@pytest.mark.parametrize("name", CHANGES)
async def test_a_change_moves_exactly_the_pages_that_it_concerns(salon: Salon, name: str) -> None:
    it = Scenery(salon)
    await it.build()
    before = await it.pages()
    change, concerned = CHANGES[name]
    await salon.run(lambda work: change(it, work))
    after = await it.pages()
    assert {page for page in after if after[page] != before[page]} == concerned


async def test_a_host_shared_by_two_services_moves_both_pages(salon: Salon) -> None:
    it = Scenery(salon)
    await it.build()
    both = tuple(ServiceHost(host_id=it.hosts[one].id) for one in ("ada", "ben"))
    await salon.run(
        lambda work: update_service(work, it.services["cut"].id, 1, {"mode": Mode.ALL, "hosts": both})
    )
    before = await it.pages()
    await salon.run(lambda work: add_away(work, it.hosts["ben"].id, start_minute=ONE, end_minute=TWO))
    after = await it.pages()
    assert before["cut"] != after["cut"]
    assert before["wash"] != after["wash"]


async def test_a_retired_service_has_no_page(salon: Salon) -> None:
    service = await salon.service()
    await salon.run(lambda work: retire_service(work, service.id, 1))
    with pytest.raises(Exception, match="service-missing"):
        await salon.read(lambda tx: load_versions(tx, salon.workspace_id, service.id))
