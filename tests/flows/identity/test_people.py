"""Members, keys, the set-up link and the limits of trying."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from ringonce.app.admin import CreateAdmin, create_admin
from ringonce.identity import store
from ringonce.identity.found import (
    LINK_FOR_MS,
    SetupLinkDead,
    find_setup_workspace,
    found_workspace,
    offer_setup_link,
)
from ringonce.identity.model import FoundWorkspace, Role
from ringonce.identity.queries import count_workspaces
from ringonce.kernel.db import Database
from ringonce.kernel.secrets import hash_token, new_token
from ringonce.kernel.sources import IdSource
from ringonce.values.ids import WorkspaceId
from tests.flows.identity.tables import dump
from tests.support.clock import MovableClock
from tests.support.house import TESTER, House, done, fresh_key, make_house, open_shop

SETUP: dict[str, Any] = {
    "name": "Ann",
    "email": "ann@example.org",
    "password": "a long enough one",
    "workspace_name": "Salon",
    "slug": "salon",
    "zone": "Europe/Amsterdam",
}


async def link(house: House) -> str | None:
    edge = house.app.edge
    workspace_id, now = edge.ids.new(WorkspaceId), edge.clock.now()
    return await edge.database.write(lambda tx: offer_setup_link(tx, workspace_id, now))


async def another_link(house: House) -> str:
    """A link that was written down at the same moment as others: none has voided another."""
    edge, token = house.app.edge, new_token()
    row = {
        "workspace_id": edge.ids.new(WorkspaceId),
        "token_hash": hash_token(token),
        "created_at": edge.clock.now(),
        "expires_at": edge.clock.now() + LINK_FOR_MS,
        "used_at": None,
    }
    await edge.database.write(lambda tx: tx.run(store.INSERT_SETUP, **row))
    return token


async def test_the_set_up_link_makes_the_workspace_once(house: House) -> None:
    token = await link(house)
    assert token is not None
    assert token not in await dump(house, "setup_links")
    first = await house.person().post("/setup", {"token": token, **SETUP})
    assert first.status_code == 201
    assert first.json()["member"]["role"] == "owner"
    again = await house.person().post("/setup", {"token": token, **SETUP, "slug": "other"})
    assert (again.status_code, again.json()["code"]) == (403, "setup-link-dead")
    assert await link(house) is None
    signed = await house.person().post(
        "/session", {"email": "ann@example.org", "password": SETUP["password"]}
    )
    assert signed.status_code == 200


async def test_a_newer_link_voids_the_older_and_a_week_voids_it_too(house: House) -> None:
    old, new = await link(house), await link(house)
    assert (await house.person().post("/setup", {"token": old, **SETUP})).json()["code"] == "setup-link-dead"
    house.clock.move(timedelta(days=8))
    assert (await house.person().post("/setup", {"token": new, **SETUP})).json()["code"] == "setup-link-dead"


async def test_the_link_is_dead_once_a_workspace_was_made_another_way(house: House) -> None:
    token = await link(house)
    await create_admin(
        house.app.edge, CreateAdmin(email="b@example.org", name="Bea", password="a long enough one")
    )
    assert await dump(house, "setup_links") == "[]"
    # Printed by a server that saw no workspace yet, and written down after.
    late = await another_link(house)
    for each in (token, late):
        answer = await house.person().post("/setup", {"token": each, **SETUP})
        assert (answer.status_code, answer.json()["code"]) == (403, "setup-link-dead")


async def test_of_two_links_used_at_once_one_makes_a_workspace(house: House) -> None:
    """Two servers that started at the same moment have each printed one."""
    links = [await another_link(house), await another_link(house)]
    edge, both = house.app.edge, asyncio.Barrier(2)

    async def use(number: int) -> None:
        token = links[number]
        workspace_id = await edge.database.read(lambda tx: find_setup_workspace(tx, token, edge.clock.now()))
        await both.wait()
        ask = FoundWorkspace(
            token=token,
            name="Ann",
            email="ann@example.org",
            password_hash="none",
            workspace_name="Salon",
            slug=f"salon-{number}",
            zone="UTC",
        )
        await edge.executor.run(workspace_id, TESTER, "req_test", lambda work: found_workspace(work, ask))

    ended = await asyncio.gather(use(0), use(1), return_exceptions=True)
    assert [type(each) for each in ended if each is not None] == [SetupLinkDead]
    assert await edge.database.read(count_workspaces) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"slug": "api"}, "slug-refused"),
        ({"slug": "No Good"}, "slug-refused"),
        ({"password": "short"}, "password-too-weak"),
        ({"zone": "Mars/Olympus"}, "zone-unknown"),
        ({"email": "nobody"}, "email-refused"),
    ],
)
async def test_a_fault_leaves_the_link_alive(house: House, change: dict[str, str], code: str) -> None:
    token = await link(house)
    refused = await house.person().post("/setup", {"token": token, **SETUP, **change})
    assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert (await house.person().post("/setup", {"token": token, **SETUP})).status_code == 201


async def test_a_key_is_shown_once_and_ends_when_revoked(house: House) -> None:
    shop = await open_shop(house)
    idempotency = fresh_key()
    made = await shop.owner.post("/keys", {"name": "till", "scopes": ["read"]}, key=idempotency)
    secret = made.json()["secret"]
    again = await shop.owner.post("/keys", {"name": "till", "scopes": ["read"]}, key=idempotency)
    assert again.content == made.content
    assert secret not in await dump(house, "api_keys", "receipts", "log")
    assert secret not in (await shop.owner.get("/keys")).text
    holder = house.holder(secret)
    assert (await holder.get("/bookings")).status_code == 200
    key_id = made.json()["key"]["id"]
    await done(shop.owner.delete(f"/keys/{key_id}"))
    await done(shop.owner.delete(f"/keys/{key_id}"))
    answer = await holder.get("/bookings")
    assert (answer.status_code, answer.json()["code"]) == (401, "credentials-refused")


@pytest.mark.parametrize("header", ["Bearer rk_wrong", "Bearer nonsense", "Basic abc", "Bearer vst_short"])
async def test_what_is_not_known_is_refused_not_ignored(house: House, header: str) -> None:
    workspace, _ = await house.workspace()
    answer = await house.person(Ringonce_Workspace=workspace.slug, Authorization=header).get("/workspace")
    assert answer.status_code == 401


async def test_the_last_owner_stays(house: House) -> None:
    workspace, member = await house.workspace()
    owner = await house.signed_in(member)
    for change in ({"role": "agent"}, {"active": False}):
        answer = await owner.patch(f"/members/{member.id}", {"version": 1, **change})
        assert (answer.status_code, answer.json()["code"]) == (409, "last-owner")
    second = await done(owner.post("/members", {"name": "B", "email": "b@example.org", "role": "owner"}))
    assert (await owner.patch(f"/members/{member.id}", {"version": 1, "role": "agent"})).status_code == 200
    assert second["role"] == "owner"
    assert workspace.id == member.workspace_id


async def test_an_admin_makes_agents_but_no_owner(house: House) -> None:
    workspace, owner = await house.workspace()
    admin = await house.signed_in(await house.member(workspace, Role.ADMIN))
    assert (
        await admin.post("/members", {"name": "B", "email": "b@x.org", "role": "agent"})
    ).status_code == 201
    made = await admin.post("/members", {"name": "C", "email": "c@x.org", "role": "owner"})
    assert (made.status_code, made.json()["code"]) == (403, "not-allowed")
    taken = await admin.patch(f"/members/{owner.id}", {"version": 1, "password": "a brand new password"})
    assert (taken.status_code, taken.json()["code"]) == (403, "not-allowed")


async def test_one_address_is_one_member_and_a_stale_edit_is_refused(house: House) -> None:
    workspace, member = await house.workspace()
    owner = await house.signed_in(member)
    body = {"name": "B", "email": "b@example.org", "role": "agent"}
    made = await done(owner.post("/members", body))
    again = await owner.post("/members", {**body, "email": "B@example.org"})
    assert (again.status_code, again.json()["code"]) == (400, "email-refused")
    await done(owner.patch(f"/members/{made['id']}", {"version": 1, "name": "Bea"}))
    stale = await owner.patch(f"/members/{made['id']}", {"version": 1, "name": "Bo"})
    assert (stale.status_code, stale.json()["code"]) == (409, "version-behind")
    assert workspace.slug


async def test_the_log_names_nobody(house: House) -> None:
    workspace, member = await house.workspace()
    owner = await house.signed_in(member)
    await done(owner.post("/members", {"name": "Secretname", "email": "secret@example.org", "role": "agent"}))
    told = await dump(house, "log")
    assert "MemberAdded" in told
    assert "Secretname" not in told
    assert "secret@" not in told
    assert workspace.id in told


@pytest.fixture
async def strict(
    database: Database, database_url: str, tmp_path: Any, clock: MovableClock, ids: IdSource
) -> Any:
    made = await make_house(
        database, database_url, tmp_path, clock, ids, rate_per_minute=5, sign_in_per_minute=3
    )
    yield made
    await made.close()


async def test_writes_are_limited_per_address_with_a_reason_and_a_time(strict: House) -> None:
    shop = await open_shop(strict)
    answers = []
    for number in range(6):
        visitor = strict.visitor(shop.workspace, address=f"198.51.100.{number}")
        answers.append(
            await visitor.post("/holds", {"service": "cut", "start": f"2026-12-02T{9 + number:02}:00:00Z"})
        )
    assert [answer.status_code for answer in answers] == [201] * 5 + [429]
    assert answers[-1].json()["code"] == "too-many-requests"
    assert int(answers[-1].headers["retry-after"]) >= 1
    far = strict.visitor(shop.workspace, address="192.0.2.77")
    assert (await far.post("/holds", {"service": "cut", "start": "2026-12-02T15:00:00Z"})).status_code == 201
    strict.clock.move(timedelta(minutes=1))
    near = strict.visitor(shop.workspace, address="198.51.100.200")
    assert (await near.post("/holds", {"service": "cut", "start": "2026-12-02T16:00:00Z"})).status_code == 201


async def test_a_silent_proxy_on_this_machine_does_not_limit_everybody_as_one(strict: House) -> None:
    shop = await open_shop(strict)
    slot = {"service": "cut", "start": "2026-12-02T09:00:00Z"}
    statuses = [
        (await strict.visitor(shop.workspace, address="127.0.0.1").post("/holds", slot)).status_code
        for _ in range(8)
    ]
    assert statuses == [201] + [409] * 7
    alone = strict.visitor(shop.workspace, address="127.0.0.1")
    own = [(await alone.post("/holds", slot)).status_code for _ in range(6)]
    assert own == [409] * 5 + [429]


async def test_confirming_and_moving_a_hold_are_never_limited(strict: House) -> None:
    shop = await open_shop(strict)
    visitor = strict.visitor(shop.workspace)
    hold = await done(visitor.post("/holds", {"service": "cut", "start": "2026-12-02T09:00:00Z"}))
    for hour in (10, 11, 12, 13, 14, 15):
        move = {"token": hold["token"], "start": f"2026-12-02T{hour}:00:00Z"}
        hold = await done(visitor.post(f"/holds/{hold['id']}/move", move))
    for _ in range(6):
        await visitor.post("/holds", {"service": "cut", "start": "2026-12-02T16:00:00Z"})
    assert (
        await visitor.post("/holds", {"service": "cut", "start": "2026-12-02T16:00:00Z"})
    ).status_code == 429
    held = (await done(visitor.get("/slots", {"service": "cut", "from": "2026-12-02", "to": "2026-12-02"})))[
        "hold"
    ]
    body = {"hold_id": held["id"], "hold_token": held["token"], "name": "Ada", "email": "ada@example.org"}
    assert (await visitor.post("/bookings", body)).status_code == 201


async def test_sign_in_is_limited_per_address_and_per_mail(strict: House) -> None:
    body = {"email": "who@example.org", "password": "whatever it may be"}
    statuses = [
        (await strict.person(address=f"10.0.{number}.1").post("/session", body)).status_code
        for number in range(4)
    ]
    assert statuses == [401, 401, 401, 429]
    strict.clock.move(timedelta(minutes=1))
    assert (await strict.person(address="10.0.9.1").post("/session", body)).status_code == 401
