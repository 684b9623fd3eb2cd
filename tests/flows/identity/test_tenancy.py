"""Every route of the table, knocked at as nobody, as a visitor, as an agent, and as another tenant."""

import re
from collections.abc import Iterator

import pytest

from ringonce.identity.model import Role
from ringonce.web.routing import Route, Who
from ringonce.web.table import all_routes
from tests.support.house import House, Person, Shop, done, open_shop

ROUTES = [pytest.param(route, id=f"{route.method} {route.path}") for route in all_routes()]
CLOSED = {Who.READ, Who.WORK, Who.CONFIGURE, Who.PEOPLE, Who.OWNER, Who.SELF}
AGENT_MAY = {Who.READ, Who.WORK, Who.SELF}
BOOK = {"service": "cut", "start": "2026-12-02T09:00:00Z", "name": "Ada Private", "email": "ada@example.org"}
QUERY = {
    "/slots": {"service": "cut", "from": "2026-12-01", "to": "2026-12-08"},
    "/explain": {"service": "cut", "start": "2026-12-02T09:00:00Z"},
    "/troubleshoot": {"service": "cut", "on": "2026-12-02", "zone": "UTC"},
    "/chat/inbox": {"inbox": "website"},
    "/chat/conversations": {"inbox": "website"},
    "/chat/away": {"inbox": "website"},
    "/search": {"q": "private"},
}
# What changes nothing that a second time could spoil takes no key.
UNKEYED = {"/session", "/setup", "/merges/preview", "/chat/conversations/{conversation_id}/seen"}


class Rooms:
    """Two tenants; the first has something of every kind."""

    def __init__(self, house: House, shop: Shop, other: Shop, ids: dict[str, str]) -> None:
        self.house = house
        self.shop = shop
        self.other = other
        self.ids = ids

    def path(self, route: Route) -> str:
        return re.sub(r"\{(\w+)\}", lambda found: self.ids[found[1]], route.path)

    async def knock(self, person: Person, route: Route) -> tuple[int, str, str]:
        """Status, code and body of one try with a body that says nothing wrong about the caller."""
        if route.reads:
            query: dict[str, str] | None = QUERY.get(route.path)
            if route.path.endswith("/render"):
                query = {"conversation": self.ids["conversation_id"]}
            answer = await person.get(self.path(route), query)
        else:
            answer = await person.write(route.method, self.path(route), {})
        body = answer.json() if answer.content else {}
        code = body.get("code", "") if isinstance(body, dict) else ""
        return answer.status_code, code, answer.text


@pytest.fixture
async def rooms(house: House) -> Rooms:
    shop = await open_shop(house)
    other = await open_shop(house)
    booked = (await shop.owner.post("/bookings", BOOK)).json()["booking"]
    hold = (
        await house.visitor(shop.workspace).post(
            "/holds", {"service": "cut", "start": "2026-12-02T11:00:00Z"}
        )
    ).json()
    away = await shop.owner.post(
        f"/hosts/{shop.host['id']}/aways", {"start": "2026-12-24T00:00:00Z", "end": "2026-12-25T00:00:00Z"}
    )
    calendar = await shop.owner.post(
        f"/hosts/{shop.host['id']}/calendars", {"name": "Mine", "policy": "trust"}
    )
    team = await shop.owner.post("/teams", {"slug": "all", "name": "All", "hosts": [shop.host["id"]]})
    key = await shop.owner.post("/keys", {"name": "reader", "scopes": ["read"]})
    ids = {
        "booking_id": booked["id"],
        "code": booked["code"],
        "hold_id": hold["id"],
        "service": shop.service["id"],
        "service_id": shop.service["id"],
        "host_id": shop.host["id"],
        "schedule_id": shop.schedule["id"],
        "away_id": away.json()["id"],
        "calendar_id": calendar.json()["id"],
        "team": team.json()["id"],
        "team_id": team.json()["id"],
        "key_id": key.json()["key"]["id"],
        "member_id": shop.owner_member.id,
        "key": "a-key-of-somebody-else",
        "contact_id": (await shop.owner.get(f"/bookings/{booked['id']}")).json()["contact_id"],
        "id": "mail_00000000000000000000000000",
    }
    return Rooms(house, shop, other, {**ids, **await chat_ids(house, shop)})


async def chat_ids(house: House, shop: Shop) -> dict[str, str]:
    """Something of every kind that chat keeps."""
    owner = shop.owner
    settings = {"prechat": {"when": "off"}}
    inbox = await done(
        owner.post("/inboxes", {"slug": "website", "name": "Private site", "settings": settings})
    )
    label = await done(owner.post("/labels", {"name": "Private label"}))
    reply = await done(owner.post("/canned-replies", {"shortcut": "private", "body": "Private words"}))
    team = await done(owner.post("/agent-teams", {"name": "Private team"}))
    talks = [
        await done(
            house.visitor(shop.workspace).post(
                "/chat/start",
                {
                    "inbox": "website",
                    "client_id": "client-0001",
                    "text": "Private words",
                    "filled_for_ms": 9_000,
                },
            )
        )
        for _ in range(3)
    ]
    winner, loser, other = (each["conversation"]["id"] for each in talks)
    wanted = {"kind": "conversations", "winner_id": winner, "loser_ids": [loser]}
    merged = await done(owner.post("/merges", wanted))
    return {
        "inbox_id": inbox["id"],
        "label_id": label["id"],
        "reply_id": reply["id"],
        "agent_team_id": team["id"],
        "conversation_id": other,
        "merge_id": merged["merge"]["id"],
        "message_id": talks[2]["messages"][0]["id"],
        "visitor_id": await visitor_id_of(owner, other),
        "request_id": "req_of_somebody_else",
    }


async def visitor_id_of(owner: Person, conversation_id: str) -> str:
    """The browser that began a conversation."""
    contact = (await done(owner.get(f"/conversations/{conversation_id}")))["contact"]["id"]
    [session] = (await done(owner.get(f"/contacts/{contact}/sessions")))["items"]
    visitor_id: str = session["id"]
    return visitor_id


def routes_of(*who: Who) -> Iterator[Route]:
    return (route for route in all_routes() if route.who in who)


async def test_nobody_and_visitors_are_told_to_sign_in(rooms: Rooms) -> None:
    people = {
        "nobody": rooms.house.nobody(rooms.shop.workspace),
        "visitor": rooms.house.visitor(rooms.shop.workspace),
    }
    wrong = [
        (name, route.method, route.path, status)
        for route in routes_of(*CLOSED)
        for name, person in people.items()
        for status, code, _ in [await rooms.knock(person, route)]
        if (status, code) != (401, "sign-in-needed")
    ]
    assert wrong == []


async def test_nobody_writes_nothing_without_a_token_or_a_code(rooms: Rooms) -> None:
    nobody = rooms.house.nobody(rooms.shop.workspace)
    wrong = [
        (route.path, status)
        for route in routes_of(Who.KNOWN, Who.VISITOR)
        for status, _, _ in [await rooms.knock(nobody, route)]
        if status != 401
    ]
    assert wrong == []


async def test_an_agent_may_not_configure(rooms: Rooms) -> None:
    agent = await rooms.house.signed_in(await rooms.house.member(rooms.shop.workspace, Role.AGENT))
    wrong = [
        (route.method, route.path, status, code)
        for route in routes_of(*(CLOSED - AGENT_MAY))
        for status, code, _ in [await rooms.knock(agent, route)]
        if (status, code) != (403, "not-allowed")
    ]
    assert wrong == []


async def test_an_admin_may_not_change_the_workspace(rooms: Rooms) -> None:
    admin = await rooms.house.signed_in(await rooms.house.member(rooms.shop.workspace, Role.ADMIN))
    wrong = [
        (route.path, status)
        for route in routes_of(Who.OWNER)
        for status, code, _ in [await rooms.knock(admin, route)]
        if (status, code) != (403, "not-allowed")
    ]
    assert wrong == []


async def test_a_key_does_what_its_scopes_say_and_never_sees_people(rooms: Rooms) -> None:
    made = await rooms.shop.owner.post("/keys", {"name": "reader", "scopes": ["read"]})
    reader = rooms.house.holder(made.json()["secret"])
    wrong = [
        (route.method, route.path, status, code)
        for route in routes_of(Who.WORK, Who.CONFIGURE, Who.PEOPLE, Who.OWNER, Who.SELF)
        for status, code, _ in [await rooms.knock(reader, route)]
        if (status, code) != (403, "not-allowed")
    ]
    assert wrong == []
    assert (await reader.get("/bookings")).status_code == 200


async def test_another_tenants_owner_finds_nothing_by_id(rooms: Rooms) -> None:
    """With the other's ids, in one's own workspace: missing, never shown, never changed."""
    before = await state_of(rooms)
    stranger = rooms.other.owner
    wrong = []
    for route in all_routes():
        if route.who is Who.OUTSIDE or "{" not in route.path or route.path == "/intents/{key}":
            continue
        status, _, body = await rooms.knock(stranger, route)
        if status < 400 or rooms.shop.workspace.id in body or "Private" in body:
            wrong.append((route.method, route.path, status))
    assert wrong == []
    assert await state_of(rooms) == before


async def test_another_tenants_session_opens_nothing_here(rooms: Rooms) -> None:
    """The other's cookie with this workspace's name is nobody's cookie."""
    cookie = rooms.other.owner
    stranger = Person(cookie.client, {**cookie.headers, "Ringonce-Workspace": rooms.shop.workspace.slug})
    wrong = [
        (route.method, route.path, status)
        for route in routes_of(*CLOSED)
        for status, _, _ in [await rooms.knock(stranger, route)]
        if status != 401
    ]
    assert wrong == []


async def test_another_tenants_key_is_refused_here(rooms: Rooms) -> None:
    made = await rooms.other.owner.post("/keys", {"name": "all", "scopes": ["read", "book", "configure"]})
    stranger = rooms.house.holder(made.json()["secret"])
    stranger.headers["Ringonce-Workspace"] = rooms.shop.workspace.slug
    wrong = [
        (route.method, route.path, status)
        for route in all_routes()
        if route.who is not Who.OUTSIDE
        for status, code, _ in [await rooms.knock(stranger, route)]
        if (status, code) != (401, "credentials-refused")
    ]
    assert wrong == []


async def test_lists_show_only_ones_own(rooms: Rooms) -> None:
    mine = {str(value) for value in rooms.ids.values() if "_" in str(value)}
    for route in all_routes():
        if (
            route.reads
            and "{" not in route.path
            and route.who in {Who.READ, Who.CONFIGURE, Who.PEOPLE, Who.ANYONE}
        ):
            _, _, body = await rooms.knock(rooms.other.owner, route)
            assert not [each for each in mine if each in body], route.path


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_says_who_may_come_in(route: Route) -> None:
    """Two routes belong to no workspace, and those alone take no key."""
    if route.who is Who.OUTSIDE:
        assert route.path in {"/session", "/setup"}
    if not route.reads and not route.keyed:
        assert route.path in UNKEYED


async def state_of(rooms: Rooms) -> str:
    """All that the owner can read, but what time moves."""
    told = []
    for path in ("/bookings", "/services", "/hosts", "/schedules", "/teams", "/members", "/keys", "/log"):
        told.append((await rooms.shop.owner.get(path, {"limit": 200})).text)
    for path in ("/conversations", "/inboxes", "/labels", "/canned-replies", "/agent-teams", "/agents"):
        told.append((await rooms.shop.owner.get(path)).text)
    return re.sub(r'"server_time":"[^"]*"', "", "".join(told))
