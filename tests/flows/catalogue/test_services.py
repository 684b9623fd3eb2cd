"""What an owner may say about services and teams, and how a wrong word is answered."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ringonce.availability.model import (
    BookableDays,
    BookingWindow,
    BusinessDays,
    DateRange,
    Limit,
    Mode,
    Period,
    Rolling,
)
from ringonce.booking.catalogue_edit import (
    create_service,
    renew_private_link,
    retire_service,
    service_draft,
    update_service,
)
from ringonce.booking.catalogue_model import (
    Location,
    LocationKind,
    Option,
    Question,
    QuestionKind,
    ServiceDraft,
    ServiceHost,
    ServiceRules,
    usual_questions,
)
from ringonce.booking.catalogue_queries import list_services, list_teams, load_service, load_team
from ringonce.booking.catalogue_teams import TeamInUse, TeamMissing, retire_team, update_team
from ringonce.booking.refusals import ServiceMissing
from ringonce.calendars.model import Role
from ringonce.calendars.refusals import EditStale, FieldsInvalid
from ringonce.values.ids import HostId, TeamId
from ringonce.values.paging import PageAsk
from tests.support.salon import Salon

NOBODY = ServiceHost(host_id=HostId("hst_none"))
LIKES = Question(
    id="likes",
    kind=QuestionKind.MULTI_SELECT,
    label="What do you like?",
    options=(Option("a", "Apples"), Option("b", "Berries")),
    least=1,
    most=2,
)


def faults_of(refused: pytest.ExceptionInfo[FieldsInvalid]) -> set[tuple[str, str]]:
    errors: Any = refused.value.params["errors"]
    return {(error["field"], error["code"]) for error in errors}


async def test_a_service_is_read_as_it_was_written(salon: Salon) -> None:
    ada, room = await salon.host(), await salon.room()
    hours, when = await salon.schedule(), await salon.schedule("Mon 10:00-12:00")
    team = await salon.team(ada)
    draft = ServiceDraft(
        slug="long-cut",
        title="Long cut",
        description="With wash.",
        colour="#aa3300",
        price_text="from 30 €",
        hidden=True,
        lengths=(45, 60, 90),
        questions=(*usual_questions(), LIKES),
        locations=(
            Location(id="shop", kind=LocationKind.IN_PERSON, label="Shop", value="Main Street 1"),
            Location(id="call", kind=LocationKind.PHONE_HOST_CALLS),
            Location(id="video", kind=LocationKind.LINK, value="https://meet.example.org/x"),
        ),
        rules=ServiceRules(
            interval=15,
            offset=5,
            notice=30,
            window=BusinessDays(10),
            first_only=True,
            before=5,
            after=10,
            limits=(Limit(Period.DAY, bookings=4), Limit(Period.MONTH, minutes=600)),
        ),
        schedule_id=hours.id,
        restriction_schedule_id=when.id,
        team_id=team.id,
        mode=Mode.ANY,
        seats=3,
        cancel_until=None,
        move_until=120,
        visitor_limit=2,
        success_url="https://example.org/thanks",
        hosts=(
            ServiceHost(host_id=ada.id, role=Role.ROTATING, schedule_id=when.id, priority=1, weight=50),
            ServiceHost(host_id=room.id, role=Role.GROUP, group_no=1),
        ),
    )
    made = await salon.run(lambda work: create_service(work, draft))
    read = await salon.read(lambda tx: load_service(tx, salon.workspace_id, "long-cut"))
    assert read == made
    since = [replace(member, since_at=0) for member in read.hosts]
    assert replace(service_draft(read), hosts=tuple(since)) == draft


@pytest.mark.parametrize(
    "window",
    [None, Rolling(30), BookableDays(5), DateRange(date(2026, 12, 1), date(2026, 12, 31)), DateRange()],
)
async def test_every_booking_window_survives_the_table(salon: Salon, window: BookingWindow | None) -> None:
    service = await salon.service(rules=ServiceRules(window=window))
    read = await salon.read(lambda tx: load_service(tx, salon.workspace_id, service.id))
    assert read.rules.window == window


WRONG: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"slug": "Long Cut"}, ("slug", "malformed")),
    ({"slug": "-cut"}, ("slug", "malformed")),
    ({"slug": "desk"}, ("slug", "reserved")),
    ({"slug": "taken"}, ("slug", "taken")),
    ({"title": "  "}, ("title", "length-out-of-range")),
    ({"colour": "red"}, ("colour", "malformed")),
    ({"lengths": ()}, ("lengths", "one-or-more-different")),
    ({"lengths": (30, 30)}, ("lengths", "one-or-more-different")),
    ({"lengths": (0,)}, ("lengths", "out-of-range")),
    ({"questions": ()}, ("questions", "name-required")),
    ({"questions": usual_questions()[:1]}, ("questions", "email-or-phone-required")),
    (
        {"questions": (*usual_questions(), replace(LIKES, options=()))},
        ("questions.2.options", "one-or-more-different"),
    ),
    ({"questions": (*usual_questions(), replace(LIKES, id="name"))}, ("questions.2.id", "id-twice")),
    (
        {"questions": (*usual_questions(), replace(LIKES, kind=QuestionKind.NUMBER))},
        ("questions.2.options", "not-for-this-kind"),
    ),
    (
        {"locations": (Location(id="v", kind=LocationKind.LINK, value="javascript:alert(1)"),)},
        ("locations.0.value", "malformed"),
    ),
    ({"rules": ServiceRules(notice=-1)}, ("rules.notice", "out-of-range")),
    ({"rules": ServiceRules(before=1441)}, ("rules.before", "out-of-range")),
    ({"rules": ServiceRules(window=BookableDays(367))}, ("rules.window", "out-of-range")),
    (
        {"rules": ServiceRules(limits=(Limit(Period.DAY, 1), Limit(Period.DAY, 2)))},
        ("rules.limits", "one-per-period"),
    ),
    ({"rules": ServiceRules(limits=(Limit(Period.DAY),))}, ("rules.limits", "limit-empty")),
    ({"hold_minutes": 1}, ("hold_minutes", "out-of-range")),
    ({"hold_minutes": 16}, ("hold_minutes", "out-of-range")),
    ({"seats": 0}, ("seats", "out-of-range")),
    ({"success_url": "javascript:alert(1)"}, ("success_url", "malformed")),
    ({"hosts": ()}, ("hosts", "required")),
    ({"hosts": (NOBODY,)}, ("hosts", "unknown")),
    ({"hosts": (NOBODY, replace(NOBODY, host_id=HostId("hst_other")))}, ("hosts", "one-host")),
    ({"mode": Mode.ALL, "hosts": (replace(NOBODY, role=Role.ROTATING),)}, ("hosts", "no-rotating")),
    ({"mode": Mode.ALL, "hosts": (replace(NOBODY, role=Role.GROUP),)}, ("hosts", "group-number")),
    ({"schedule_id": "sch_none"}, ("schedule_id", "unknown")),
    ({"team_id": TeamId("tem_none")}, ("team_id", "unknown")),
]


@pytest.mark.parametrize(("changes", "fault"), WRONG)
async def test_a_wrong_field_is_named(salon: Salon, changes: dict[str, Any], fault: tuple[str, str]) -> None:
    service = await salon.service()
    await salon.service(slug="taken")
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: update_service(work, service.id, 1, changes))
    assert fault in faults_of(refused)
    assert await salon.read(lambda tx: load_service(tx, salon.workspace_id, service.id)) == service


async def test_two_editors_cannot_overwrite_each_other(salon: Salon) -> None:
    service = await salon.service()
    await salon.run(lambda work: update_service(work, service.id, 1, {"title": "First"}))
    with pytest.raises(EditStale) as refused:
        await salon.run(lambda work: update_service(work, service.id, 1, {"title": "Second"}))
    assert refused.value.params == {"current_version": 2, "seen_version": 1}


async def test_the_slug_of_a_retired_service_is_free(salon: Salon) -> None:
    service = await salon.service(slug="cut")
    await salon.run(lambda work: retire_service(work, service.id, 1))
    again = await salon.service(slug="cut")
    found = await salon.read(lambda tx: load_service(tx, salon.workspace_id, "cut"))
    assert found.id == again.id
    with pytest.raises(ServiceMissing):
        await salon.run(lambda work: update_service(work, service.id, 2, {"title": "No"}))


async def test_another_workspace_may_use_the_same_slug_and_sees_nothing_of_ours(salon: Salon) -> None:
    ours = await salon.service(slug="cut")
    await salon.workspace()
    theirs = await salon.service(slug="cut")
    found = await salon.read(lambda tx: load_service(tx, salon.workspace_id, "cut"))
    assert found.id == theirs.id
    with pytest.raises(ServiceMissing):
        await salon.read(lambda tx: load_service(tx, salon.workspace_id, ours.id))


async def test_a_private_link_stays_until_it_is_renewed(salon: Salon) -> None:
    service = await salon.service(is_private=True)
    edited = await salon.run(lambda work: update_service(work, service.id, 1, {"title": "New"}))
    assert edited.private_token == service.private_token is not None
    renewed = await salon.run(lambda work: renew_private_link(work, service.id, 2))
    assert renewed.private_token not in (None, service.private_token)


async def test_a_host_keeps_the_day_of_joining(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    service = await salon.service(ada, mode=Mode.ALL)
    joined = service.hosts[0].since_at
    salon.clock.set(salon.clock.now() + 86_400_000)
    both = (*service.hosts, ServiceHost(host_id=ben.id))
    edited = await salon.run(lambda work: update_service(work, service.id, 1, {"hosts": both}))
    assert [member.since_at for member in edited.hosts] == [joined, joined + 86_400_000]


async def test_lists_are_pages_and_the_public_one_hides_what_is_not_for_everybody(salon: Salon) -> None:
    ada = await salon.host()
    shown = [await salon.service(ada, position=number) for number in range(3)]
    await salon.service(ada, hidden=True)
    await salon.service(ada, is_private=True)
    await salon.service(ada, active=False)
    first = await salon.read(
        lambda tx: list_services(tx, salon.workspace_id, PageAsk(limit=2), only_public=True)
    )
    assert [service.id for service in first.items] == [service.id for service in shown[:2]]
    rest = await salon.read(
        lambda tx: list_services(
            tx, salon.workspace_id, PageAsk(limit=2, after=first.next_after), only_public=True
        )
    )
    assert [service.id for service in rest.items] == [shown[2].id]
    assert rest.next_after is None
    every = await salon.read(lambda tx: list_services(tx, salon.workspace_id, PageAsk()))
    assert len(every.items) == 6


async def test_a_team_is_edited_and_goes_when_no_service_is_left(salon: Salon) -> None:
    ada, ben = await salon.host(), await salon.host()
    team = await salon.team(ada, slug="colour")
    service = await salon.service(ada, team_id=team.id)
    edited = await salon.run(
        lambda work: update_team(work, team.id, 1, {"hosts": (ben.id, ada.id), "zone": "Asia/Tokyo"})
    )
    assert edited == await salon.read(lambda tx: load_team(tx, salon.workspace_id, "colour"))
    of_team = await salon.read(lambda tx: list_services(tx, salon.workspace_id, PageAsk(), team_id=team.id))
    assert [one.id for one in of_team.items] == [service.id]
    with pytest.raises(TeamInUse):
        await salon.run(lambda work: retire_team(work, team.id, 2))
    await salon.run(lambda work: retire_service(work, service.id, 1))
    await salon.run(lambda work: retire_team(work, team.id, 2))
    assert (await salon.read(lambda tx: list_teams(tx, salon.workspace_id, PageAsk()))).items == ()
    with pytest.raises(TeamMissing):
        await salon.run(lambda work: update_team(work, team.id, 3, {}))


async def test_a_wrong_team_is_refused(salon: Salon) -> None:
    team = await salon.team(slug="colour")
    draft = {"slug": "colour", "zone": "Europe/Atlantis", "hosts": (HostId("hst_none"),)}
    with pytest.raises(FieldsInvalid) as refused:
        await salon.run(lambda work: update_team(work, team.id, 1, draft))
    assert faults_of(refused) == {("zone", "zone-unknown"), ("hosts", "unknown")}
    other = await salon.team()
    with pytest.raises(FieldsInvalid) as taken:
        await salon.run(lambda work: update_team(work, other.id, 1, {"slug": "colour"}))
    assert faults_of(taken) == {("slug", "taken")}
