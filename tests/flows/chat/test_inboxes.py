"""Inboxes: what may be set, who answers, when they are open, and the secret of signed identities."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ringonce.calendars.edit import create_schedule
from ringonce.calendars.model import Holidays, ScheduleDraft
from ringonce.calendars.refusals import EditStale, FieldsInvalid
from ringonce.chat.hours import opening, reply_time
from ringonce.chat.inbox_model import (
    Attachments,
    Away,
    Condition,
    FormField,
    Inbox,
    InboxDraft,
    InboxSettings,
    Prechat,
)
from ringonce.chat.inboxes import (
    create_inbox,
    mark_seen,
    reopen_inbox,
    retire_inbox,
    rotate_secret,
    update_inbox,
)
from ringonce.chat.queries import agents_online, faces_of, initials_of, list_inboxes, load_inbox
from ringonce.chat.refusals import InboxMissing
from tests.flows.chat.talk import open_inbox
from tests.support.world import WEEKDAYS, WORKSPACE, World

HOUR = 3_600_000
NAMES = ("Mara Vos", "Noor", "李 雷")


async def make(world: World, **more: Any) -> Inbox:
    draft = InboxDraft(**{"slug": "website", "name": "Website", **more})
    return await world.do(lambda work: create_inbox(work, draft))


async def members(world: World) -> list[str]:
    ids = [f"mem_{number:026d}" for number in range(1, len(NAMES) + 1)]
    for number, (one, name) in enumerate(zip(ids, NAMES, strict=True)):
        await world.sql(
            "INSERT INTO members (workspace_id, id, name, email, email_folded, role, active, locale,"
            f" version, created_at) VALUES ('{WORKSPACE}', '{one}', '{name}', '{number}@x.org',"
            f" '{number}@x.org', 'agent', 1, 'en', 1, {number})"
        )
    return ids


async def read(world: World, named: str) -> Inbox:
    return await world.database.read(lambda tx: load_inbox(tx, WORKSPACE, named))


async def test_an_inbox_is_read_as_it_was_written(world: World) -> None:
    agreed = FormField(id="x", type="checkbox", label="X", required=True)
    settings = InboxSettings(
        greeting="Hello", accent_hue=12, position="start", sites=("https://shop.example",), capacity=3,
        prechat=Prechat(when="before", fields=(agreed,)),
        away=Away(service="cut"), attachments=Attachments(allowed=False), auto_resolve_days=None,
        assignment="manual", identity="required", languages=("zh-CN",),
    )  # fmt: skip
    made = await make(world, settings=settings)
    assert made.settings == settings
    assert await read(world, "website") == made == await read(world, made.id)
    assert await world.database.read(lambda tx: list_inboxes(tx, WORKSPACE)) == [made]
    assert await world.actions() == ["InboxCreated"]


async def test_settings_of_an_older_release_have_todays_defaults(world: World) -> None:
    made = await make(world)
    await world.sql(f"UPDATE inboxes SET settings = '{{\"greeting\":\"Hi\"}}' WHERE id = '{made.id}'")
    assert (await read(world, "website")).settings == InboxSettings(greeting="Hi")


FIELD = FormField(id="x", type="text", label="X")


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"slug": "Web Site"}, {"slug": "malformed"}),
        ({"slug": "inb-1"}, {"slug": "reserved"}),
        ({"name": "  "}, {"name": "length-out-of-range"}),
        ({"settings": InboxSettings(accent_hue=360)}, {"settings.accent_hue": "out-of-range"}),
        ({"settings": InboxSettings(sites=("https://x.org/path",))}, {"settings.sites": "malformed"}),
        ({"settings": InboxSettings(sites=("*",))}, {"settings.sites": "malformed"}),
        ({"settings": InboxSettings(languages=())}, {"settings.languages": "one-or-more-different"}),
        ({"settings": InboxSettings(auto_resolve_days=0)}, {"settings.auto_resolve_days": "out-of-range"}),
        (
            {"settings": InboxSettings(away=Away(after_seconds=1))},
            {"settings.away.after_seconds": "out-of-range"},
        ),
        (
            {"settings": InboxSettings(prechat=Prechat(when="before", fields=()))},
            {"settings.prechat.fields": "required"},
        ),
        (
            {"settings": InboxSettings(prechat=Prechat(fields=(FIELD, FIELD)))},
            {"settings.prechat.fields.0.id": "id-twice", "settings.prechat.fields.1.id": "id-twice"},
        ),
        (
            {"settings": InboxSettings(prechat=Prechat(fields=(replace(FIELD, type="choice"),)))},
            {"settings.prechat.fields.0.options": "one-or-more-different"},
        ),
        (
            {"settings": InboxSettings(prechat=Prechat(fields=(replace(FIELD, id="email"),)))},
            {"settings.prechat.fields.0.type": "kind-unlike-id"},
        ),
        (
            {"settings": InboxSettings(prechat=Prechat(fields=(replace(FIELD, when=Condition("y", "z")),)))},
            {"settings.prechat.fields.0.when": "unknown-question"},
        ),
        ({"schedule_id": "sch_none"}, {"schedule_id": "unknown"}),
        ({"team_id": "agt_none"}, {"team_id": "unknown"}),
        ({"agents": ("mem_none",)}, {"agents": "unknown"}),
    ],
)
async def test_what_is_refused(world: World, changes: dict[str, Any], faults: dict[str, str]) -> None:
    with pytest.raises(FieldsInvalid) as refused:
        await make(world, **changes)
    errors: Any = refused.value.params["errors"]
    assert {one["field"]: one["code"] for one in errors} == faults
    assert await world.count("inboxes") == 0


async def test_a_slug_is_one_inbox(world: World) -> None:
    await make(world)
    with pytest.raises(FieldsInvalid):
        await make(world)


async def test_an_edit_of_an_old_copy_is_refused(world: World) -> None:
    made = await make(world)
    changed = await world.do(lambda work: update_inbox(work, made.id, 1, {"name": "Shop"}))
    assert (changed.name, changed.version) == ("Shop", 2)
    with pytest.raises(EditStale):
        await world.do(lambda work: update_inbox(work, made.id, 1, {"name": "Other"}))
    with pytest.raises(InboxMissing):
        await world.do(lambda work: update_inbox(work, "inb_none", 1, {}))


async def test_a_retired_inbox_is_not_found_by_its_name(world: World) -> None:
    made = await make(world)
    retired = await world.do(lambda work: retire_inbox(work, made.id, 1))
    assert not retired.active
    with pytest.raises(InboxMissing):
        await read(world, "website")
    assert await world.do(lambda work: retire_inbox(work, made.id, 1)) == retired
    await world.do(lambda work: reopen_inbox(work, made.id, 2))
    assert (await read(world, "website")).active


async def test_the_old_secret_is_taken_for_a_week(world: World) -> None:
    made = await make(world)
    rotated = await world.do(lambda work: rotate_secret(work, made.id, 1))
    assert (rotated.secret_no, rotated.old_secret_until) == (2, world.clock.now() + 7 * 24 * HOUR)
    assert (await read(world, "website")).secret_no == 2


async def test_the_launcher_is_noted_at_most_hourly(world: World) -> None:
    made = await make(world)
    first = world.clock.now()
    for minutes in (0, 30, 61):
        now = first + minutes * 60_000
        await world.database.write(lambda tx, now=now: mark_seen(tx, WORKSPACE, made.id, now))  # type: ignore[misc]
        expected = first if minutes < 60 else now
        assert (await read(world, "website")).seen_at == expected


async def test_faces_are_those_who_answer(world: World) -> None:
    mara, noor, lei = await members(world)
    everybody = await make(world)
    some = await make(world, slug="shop", agents=(noor, lei))
    team = await make(world, slug="team")
    await world.sql(
        f"INSERT INTO agent_teams VALUES ('{WORKSPACE}', 'agt_1', 'Team', 1, 0)",
        f"INSERT INTO agent_team_members VALUES ('{WORKSPACE}', 'agt_1', '{mara}')",
    )
    await world.do(lambda work: update_inbox(work, team.id, 1, {"team_id": "agt_1"}))
    await world.sql(f"UPDATE members SET active = 0 WHERE id = '{lei}'")

    async def names(inbox: Inbox) -> list[str]:
        found = await world.database.read(lambda tx: faces_of(tx, WORKSPACE, inbox.id))
        return [one.name for one in found]

    assert await names(everybody) == ["Mara Vos", "Noor"]
    assert await names(some) == ["Noor"]
    assert await names(team) == ["Mara Vos"]
    now = world.clock.now()
    await world.sql(
        f"INSERT INTO agents VALUES ('{WORKSPACE}', '{mara}', 'online', 10, {now + 1000}, 0)",
        f"INSERT INTO agents VALUES ('{WORKSPACE}', '{noor}', 'online', 10, {now - 1000}, 0)",
    )
    online = [
        await world.database.read(lambda tx, one=one: agents_online(tx, WORKSPACE, one.id, now))  # type: ignore[misc]
        for one in (everybody, some, team)
    ]
    assert online == [1, 0, 1]


def test_initials() -> None:
    assert [initials_of(name) for name in ("Mara Vos", "noor", "李 雷", " ")] == ["MV", "N", "李雷", "?"]


async def test_hours_follow_the_schedule_and_its_holidays(world: World) -> None:
    draft = ScheduleDraft(name="Office", zone="Europe/Berlin", weekly=WEEKDAYS, holidays=Holidays("DE", "BE"))
    schedule = await world.do(lambda work: create_schedule(work, draft))
    made = await make(world, schedule_id=schedule.id)

    async def at(stamp: int) -> tuple[bool, int | None]:
        found = await world.database.read(lambda tx: opening(tx, WORKSPACE, made, stamp))
        assert found.zone == "Europe/Berlin"
        return found.is_open, found.opens_at

    thursday = 1_798_095_600_000  # 2026-12-24 08:00 in Berlin
    assert await at(thursday - HOUR) == (False, thursday + HOUR)
    assert await at(thursday + HOUR) == (True, None)
    assert await at(thursday + 9 * HOUR - 1) == (True, None)
    # Friday and Saturday are Christmas, Sunday is Sunday.
    assert await at(thursday + 9 * HOUR) == (False, thursday + HOUR + 4 * 24 * HOUR)


async def test_an_inbox_without_hours_is_always_open(world: World) -> None:
    made = await make(world)
    found = await world.database.read(lambda tx: opening(tx, WORKSPACE, made, world.clock.now()))
    assert (found.is_open, found.opens_at, found.zone) == (True, None, "")


async def test_the_reply_time_is_measured_or_not_said(world: World) -> None:
    talk = await open_inbox(world)

    async def measured() -> int | None:
        return await world.database.read(
            lambda tx: reply_time(tx, WORKSPACE, talk.inbox.id, world.clock.now())
        )

    for number, minutes in enumerate((1, 3, 5, 7, 60)):
        assert await measured() is None
        conversation_id = await talk.start(number)
        world.clock.move(timedelta(minutes=minutes))
        await talk.answer(conversation_id)
        world.clock.move(timedelta(minutes=1))
        await talk.answer(conversation_id)
    assert await measured() == 5
    world.clock.move(timedelta(days=15))
    assert await measured() is None
