"""Signing in and out: by password, by cookie, in pages of ours only, for as long as it lasts."""

from datetime import timedelta
from typing import Any

import pytest

from ringonce.identity import passwords
from ringonce.identity.members import folded
from ringonce.identity.model import Member, Role, Workspace
from ringonce.identity.passwords import hash_password
from tests.flows.identity.tables import dump
from tests.support.house import ORIGIN, House, Person, done

PASSWORD = "correct horse battery"


@pytest.fixture
async def people(house: House) -> tuple[Workspace, Member]:
    workspace, _ = await house.workspace()
    member = await house.member(workspace, Role.ADMIN, await hash_password(PASSWORD))
    return workspace, member


def sign_in_body(member: Member, password: str = PASSWORD, **more: Any) -> dict[str, Any]:
    return {"email": member.email, "password": password, **more}


def token_of(answer: Any) -> str:
    return str(answer.headers["set-cookie"]).split(";")[0].partition("=")[2]


async def test_a_password_opens_a_session_in_a_cookie_no_script_can_read(
    house: House, people: tuple[Workspace, Member]
) -> None:
    workspace, member = people
    answer = await house.person().post("/session", sign_in_body(member))
    assert answer.status_code == 200
    assert answer.json()["member"]["id"] == member.id
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("ringonce=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    browser = house.person(Cookie=f"ringonce={token_of(answer)}")
    assert (await done(browser.get("/session")))["workspace"]["slug"] == workspace.slug


async def test_the_token_is_not_in_the_database(house: House, people: tuple[Workspace, Member]) -> None:
    answer = await house.person().post("/session", sign_in_body(people[1]))
    assert token_of(answer) not in await dump(house, "sessions")


async def test_wrong_password_and_unknown_address_are_answered_alike(
    house: House, people: tuple[Workspace, Member]
) -> None:
    wrong = await house.person().post("/session", sign_in_body(people[1], "not the password"))
    unknown = await house.person().post("/session", {"email": "who@example.com", "password": PASSWORD})
    odd = await house.person().post("/session", {"email": "not an address", "password": PASSWORD})
    bodies = [{**answer.json(), "instance": ""} for answer in (wrong, unknown, odd)]
    assert bodies[0] == bodies[1] == bodies[2]
    assert {answer.status_code for answer in (wrong, unknown, odd)} == {401}


async def test_an_unknown_address_costs_a_hash_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords._verify

    def counted(password: str, stored: str) -> bool:
        verified.append(stored)
        return real(password, stored)

    monkeypatch.setattr(passwords, "_verify", counted)
    await house.person().post("/session", {"email": "who@example.com", "password": PASSWORD})
    assert verified == [passwords._NOBODYS_HASH]


async def test_the_address_is_compared_whatever_its_capitals(
    house: House, people: tuple[Workspace, Member]
) -> None:
    member = people[1]
    answer = await house.person().post("/session", {"email": member.email.upper(), "password": PASSWORD})
    assert answer.status_code == 200
    assert folded(member.email.upper()) == folded(member.email)


async def test_signing_in_ends_the_browsers_former_session(
    house: House, people: tuple[Workspace, Member]
) -> None:
    first = token_of(await house.person().post("/session", sign_in_body(people[1])))
    browser = house.person(Cookie=f"ringonce={first}", Origin=ORIGIN)
    second = token_of(await browser.post("/session", sign_in_body(people[1])))
    assert first != second
    assert (await house.person(Cookie=f"ringonce={first}").get("/session")).status_code == 401
    assert (await house.person(Cookie=f"ringonce={second}").get("/session")).status_code == 200


async def test_a_session_that_is_used_lives_on_and_one_that_is_not_ends(
    house: House, people: tuple[Workspace, Member]
) -> None:
    used, idle = await house.signed_in(people[1]), await house.signed_in(people[1])
    for _ in range(3):
        house.clock.move(timedelta(days=20))
        assert (await used.get("/session")).status_code == 200
    assert (await idle.get("/session")).status_code == 401


async def test_a_session_that_lives_on_keeps_its_cookie_in_the_browser(
    house: House, people: tuple[Workspace, Member]
) -> None:
    first = await house.person().post("/session", sign_in_body(people[1]))
    browser = house.person(Cookie=f"ringonce={token_of(first)}", Origin=ORIGIN)
    assert "set-cookie" not in (await browser.get("/session")).headers
    house.clock.move(timedelta(hours=1))
    assert (await browser.get("/session")).headers["set-cookie"] == first.headers["set-cookie"]
    assert "set-cookie" not in (await browser.get("/session")).headers
    house.clock.move(timedelta(hours=1))
    assert "Max-Age=0" in (await browser.delete("/session", {})).headers["set-cookie"]


async def test_signing_out_ends_this_session_only(house: House, people: tuple[Workspace, Member]) -> None:
    one, other = await house.signed_in(people[1]), await house.signed_in(people[1])
    answer = await one.delete("/session", {})
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert (await one.get("/session")).status_code == 401
    assert (await other.get("/session")).status_code == 200


async def test_signing_out_everywhere_ends_every_session(
    house: House, people: tuple[Workspace, Member]
) -> None:
    one, other = await house.signed_in(people[1]), await house.signed_in(people[1])
    await done(one.delete("/session", {"everywhere": True}))
    assert (await other.get("/session")).status_code == 401


async def test_a_member_who_is_switched_off_is_out_at_once(
    house: House, people: tuple[Workspace, Member]
) -> None:
    workspace, member = people
    owner = await house.signed_in(await house.member(workspace, Role.OWNER))
    browser = await house.signed_in(member)
    await done(owner.patch(f"/members/{member.id}", {"version": 1, "active": False}))
    assert (await browser.get("/session")).status_code == 401
    assert (await house.person().post("/session", sign_in_body(member))).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": ORIGIN}, 201),
        ({"Origin": "https://evil.test"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
async def test_a_write_by_cookie_must_come_from_a_page_of_ours(
    house: House, people: tuple[Workspace, Member], headers: dict[str, str], status: int
) -> None:
    browser = await house.signed_in(people[1])
    browser = Person(browser.client, {"Cookie": browser.headers["Cookie"], **headers})
    answer = await browser.post("/keys", {"name": "x", "scopes": ["read"]})
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "cross-site"


async def test_behind_https_only_the_host_prefixed_cookie_counts(
    house: House, people: tuple[Workspace, Member]
) -> None:
    token = (await house.session(people[1])).token
    secure = house.person(X="1")
    secure.client.base_url = "https://desk.test/api/v1"
    assert (await secure.get("/session", Cookie=f"ringonce={token}")).status_code == 401
    assert (await secure.get("/session", Cookie=f"__Host-ringonce={token}")).status_code == 200
    answer = await secure.post("/session", sign_in_body(people[1]))
    assert answer.headers["set-cookie"].startswith("__Host-ringonce=")
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_an_unknown_name_costs_what_a_known_one_does() -> None:
    """The hash that stands in for nobody's was written out once: it must follow the hasher's parameters."""
    assert not passwords._hasher.check_needs_rehash(passwords._NOBODYS_HASH)
