"""Through the doors: pages and their ETags, hold to cancel, the desk, the catalogue, lists in pages."""

from datetime import timedelta
from typing import Any

import pytest

from ringonce.identity.model import Role
from tests.support.house import House, Shop, done, open_shop

NINE, ELEVEN = "2026-12-02T09:00:00Z", "2026-12-02T11:00:00Z"
DAY = {"service": "cut", "from": "2026-12-02", "to": "2026-12-02"}
ADA = {"name": "Ada", "email": "ada@example.org"}


async def test_304_holds_only_until_time_alone_changes_the_list(house: House) -> None:
    shop = await open_shop(house, rules={"notice_minutes": 60})
    visitor = house.nobody(shop.workspace)
    today = {"service": "cut", "from": "2026-12-01", "to": "2026-12-01"}
    first = await visitor.get("/slots", today)
    etag = first.headers["etag"]
    same = await visitor.get("/slots", today, If_None_Match=etag)
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == etag
    house.clock.move(timedelta(hours=1, seconds=1))
    later = await visitor.get("/slots", today, If_None_Match=etag)
    assert later.status_code == 200
    assert len(later.json()["slots"]) < len(first.json()["slots"])


async def test_a_change_ends_304_at_once(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    etag = (await visitor.get("/slots", DAY)).headers["etag"]
    await done(visitor.post("/holds", {"service": "cut", "start": NINE}))
    assert (await visitor.get("/slots", DAY, If_None_Match=etag)).status_code == 200


async def test_ones_own_hold_is_mine_by_token_or_by_header(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    hold = await done(visitor.post("/holds", {"service": "cut", "start": NINE}))
    nobody = house.nobody(shop.workspace)

    def mine(page: Any) -> list[str]:
        return [slot["start"] for slot in page["slots"] if slot["mine"]]

    assert mine(await done(visitor.get("/slots", DAY))) == [NINE]
    by_header = await done(nobody.get("/slots", DAY, Ringonce_Hold=hold["token"]))
    assert mine(by_header) == [NINE]
    others = await done(nobody.get("/slots", DAY))
    assert mine(others) == []
    assert NINE not in [slot["start"] for slot in others["slots"]]


async def test_from_hold_to_cancel(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    hold = await done(visitor.post("/holds", {"service": "cut", "start": NINE}))
    assert hold["hosts"] == [{"id": shop.host["id"], "name": "Ines"}]
    hold = await done(visitor.post(f"/holds/{hold['id']}/move", {"token": hold["token"], "start": ELEVEN}))
    proof = {"hold_id": hold["id"], "hold_token": hold["token"], "generation": hold["generation"]}
    booking = (await done(visitor.post("/bookings", {**proof, **ADA})))["booking"]
    assert (booking["start"], booking["state"]) == (ELEVEN, "confirmed")
    assert "id" not in booking
    assert booking["calendar_links"]["google"].startswith("https://calendar.google.com/")
    again = (await done(visitor.post("/bookings", {**proof, **ADA})))["booking"]
    assert again["code"] == booking["code"]
    own = house.nobody(shop.workspace)
    path = f"/public/bookings/{booking['code']}"
    assert (await done(own.get(path)))["booking"]["can_move"] is True
    moved = (await done(own.post(f"{path}/reschedule", {"version": 1, "start": NINE})))["booking"]
    assert (moved["start"], moved["version"]) == (NINE, 2)
    stale = await own.post(f"{path}/cancel", {"version": 1})
    assert (stale.status_code, stale.json()["code"]) == (409, "version-stale")
    gone = (await done(own.post(f"{path}/cancel", {"version": 2, "reason": "ill"})))["booking"]
    assert (gone["state"], gone["reason"], gone["can_cancel"]) == ("cancelled", "ill", False)


async def test_reading_ones_booking_changes_nothing(house: House, shop: Shop) -> None:
    booking = (
        await done(house.visitor(shop.workspace).post("/bookings", {"service": "cut", "start": NINE, **ADA}))
    )["booking"]
    before = (await done(shop.owner.get("/log/head")))["seq"]
    for _ in range(3):
        await done(house.nobody(shop.workspace).get(f"/public/bookings/{booking['code']}"))
    assert (await done(shop.owner.get("/log/head")))["seq"] == before


async def test_a_refused_time_says_why_and_what_is_free(house: House, shop: Shop) -> None:
    await done(house.visitor(shop.workspace).post("/bookings", {"service": "cut", "start": NINE, **ADA}))
    loser = house.visitor(shop.workspace)
    refused = (await loser.post("/bookings", {"service": "cut", "start": NINE, **ADA})).json()
    assert refused["code"] == "slot-taken"
    assert 3 <= len(refused["alternatives"]) <= 5
    other = refused["alternatives"][0]["start"]
    assert (await loser.post("/bookings", {"service": "cut", "start": other, **ADA})).status_code == 201
    assert "Ada" not in str(refused)


async def test_the_desk_lists_finds_and_decides(house: House) -> None:
    shop = await open_shop(house, approval="always")
    await done(house.visitor(shop.workspace).post("/bookings", {"service": "cut", "start": NINE, **ADA}))
    found = (await done(shop.owner.get("/bookings", {"state": "requested", "q": "ada", "service": "cut"})))[
        "items"
    ]
    assert [each["start"] for each in found] == [NINE]
    path = f"/bookings/{found[0]['id']}"
    agent = await house.signed_in(await house.member(shop.workspace, Role.AGENT))
    approved = (await done(agent.post(f"{path}/approve", {"version": 1})))["booking"]
    assert approved["state"] == "confirmed"
    moved = (await done(agent.post(f"{path}/reschedule", {"version": 2, "start": ELEVEN})))["booking"]
    assert moved["start"] == ELEVEN
    history = (await done(agent.get(f"{path}/history")))["items"]
    assert [each["action"] for each in history] == ["BookingRequested", "BookingApproved", "BookingMoved"]
    assert history[-1]["actor"]["name"] == "agent"
    assert (await done(agent.get("/bookings", {"from": "2026-12-03"})))["items"] == []
    assert (await done(agent.get(path)))["id"] == found[0]["id"]


async def test_a_series_is_held_and_booked_all_or_none(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    dates = [f"2026-12-{day:02}T09:00:00Z" for day in (2, 9, 16)]
    series = await done(visitor.post("/holds/series", {"service": "cut", "starts": dates}))
    holds = [{"hold_id": each["id"], "token": each["token"]} for each in series["holds"]]
    body = {"series_id": series["series_id"], "holds": holds, **ADA}
    booked = (await done(visitor.post("/bookings/series", body)))["bookings"]
    assert [each["start"] for each in booked] == dates
    other = await house.visitor(shop.workspace).post(
        "/holds/series", {"service": "cut", "starts": [*dates[:1], "2026-12-03T09:00:00Z"]}
    )
    assert (other.status_code, other.json()["code"]) == (409, "series-refused")


async def test_why_not_is_told_in_full_to_members_only(house: House, shop: Shop) -> None:
    ask = {"service": "cut", "start": "2026-12-05T09:00:00Z"}
    told = await done(house.nobody(shop.workspace).get("/explain", ask))
    assert told["offered"] is False
    assert told["reasons"][0]["code"] == "closed"
    assert told["reasons"][0]["text"]
    assert len(told["nearest"]) >= 3
    assert "hosts" not in told
    owner = await done(shop.owner.get("/explain", ask))
    assert [each["name"] for each in owner["hosts"]] == ["Ines"]
    day = await done(shop.owner.get("/troubleshoot", {"service": "cut", "on": "2026-12-02", "zone": "UTC"}))
    assert any(each["offered"] for each in day["instants"])
    assert all(each["offered"] or each["reasons"] for each in day["instants"])
    late = {"service": "cut", "start": "2026-12-02T16:30:00Z"}
    for person in (house.nobody(shop.workspace), shop.owner):
        reasons = (await done(person.get("/explain", late)))["reasons"]
        assert {each["code"]: each["params"].get("until") for each in reasons}["too-short"] == (
            "2026-12-02T17:00:00Z"
        )


@pytest.mark.parametrize("on", ["9999-12-31", "0001-01-01", "2200-01-01"])
async def test_a_date_far_off_is_refused(house: House, shop: Shop, on: str) -> None:
    answer = await shop.owner.get("/troubleshoot", {"service": "cut", "on": on, "zone": "UTC"})
    assert (answer.status_code, answer.json()["code"]) == (400, "request-invalid")
    assert answer.json()["errors"][0]["field"] == "on"


async def test_a_private_service_is_nowhere_without_its_link(house: House) -> None:
    shop = await open_shop(house, is_private=True)
    token = shop.service["private_token"]
    visitor = house.visitor(shop.workspace)
    assert (await done(visitor.get("/services")))["items"] == []
    for query, status in ((DAY, 404), ({**DAY, "private": "guess"}, 404), ({**DAY, "private": token}, 200)):
        assert (await visitor.get("/slots", query)).status_code == status
    assert (await visitor.post("/holds", {"service": "cut", "start": NINE})).status_code == 404
    assert (
        await visitor.post("/holds", {"service": "cut", "start": NINE, "private": token})
    ).status_code == 201
    assert (await visitor.get("/services/cut")).status_code == 404
    assert "private_token" not in await done(visitor.get("/services/cut", {"private": token}))


async def test_a_private_service_is_refused_as_one_that_is_not_there(house: House) -> None:
    shop = await open_shop(house, slug="vip", is_private=True)
    visitor = house.visitor(shop.workspace)

    async def said(service: str, wrong: dict[str, Any]) -> list[dict[str, Any]]:
        day = {**DAY, "service": service, **wrong}
        slot = {"service": service, "start": NINE}
        taken = slot | {{"length": "length_minutes"}.get(name, name): wrong[name] for name in wrong}
        answers = [
            await visitor.get("/slots", day),
            await visitor.get("/slots", day, If_None_Match='"seen.0.-.mark"'),
            await visitor.get("/explain", slot | wrong),
            await visitor.post("/holds", taken),
            await visitor.post("/bookings", {**taken, **ADA}),
        ]
        return [{**each.json(), "service": "", "instance": ""} for each in answers]

    for wrong in ({}, {"length": 7}, {"team": "x"}):
        here = await said("vip", wrong)
        assert here == await said("nil", wrong)
        assert {(each["status"], each["code"]) for each in here} == {(404, "service-missing")}


async def test_edits_move_the_page_and_a_stale_one_is_refused(house: House, shop: Shop) -> None:
    path = f"/services/{shop.service['id']}"
    changed = await done(shop.owner.patch(path, {"version": 1, "title": "Haircut", "lengths": [30, 60]}))
    assert (changed["title"], changed["lengths"], changed["version"]) == ("Haircut", [30, 60], 2)
    stale = await shop.owner.patch(path, {"version": 1, "title": "Cut"})
    assert (stale.status_code, stale.json()["code"]) == (409, "edit-stale")
    wrong = await shop.owner.patch(path, {"version": 2, "slug": "api"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "fields-invalid")
    assert wrong.json()["errors"][0]["field"] == "slug"
    await done(shop.owner.delete(path, {"version": 2}))
    assert (await house.nobody(shop.workspace).get("/slots", DAY)).json()["code"] in {
        "service-missing",
        "inactive",
    }


async def test_absence_and_outside_calendars_take_time_away(house: House, shop: Shop) -> None:
    visitor = house.nobody(shop.workspace)
    host = f"/hosts/{shop.host['id']}"

    async def offered() -> list[str]:
        return [slot["start"] for slot in (await done(visitor.get("/slots", DAY)))["slots"]]

    away = await done(
        shop.owner.post(f"{host}/aways", {"start": NINE, "end": "2026-12-02T10:00:00Z", "note": "dentist"})
    )
    assert NINE not in await offered()
    assert [each["note"] for each in (await done(shop.owner.get(f"{host}/aways")))["items"]] == ["dentist"]
    await done(shop.owner.delete(f"{host}/aways/{away['id']}"))
    assert NINE in await offered()
    calendar = await done(shop.owner.post(f"{host}/calendars", {"name": "Home", "policy": "trust"}))
    busy = {"calendar_id": calendar["id"], "start": NINE, "end": "2026-12-02T17:00:00Z",
            "busy": [{"start": ELEVEN, "end": "2026-12-02T12:00:00Z"}]}  # fmt: skip
    await done(shop.owner.post(f"{host}/external-busy", busy))
    assert ELEVEN not in await offered()
    await done(shop.owner.post(f"{host}/external-busy", {**busy, "busy": []}))
    assert ELEVEN in await offered()


async def test_hours_change_the_page(house: House, shop: Shop) -> None:
    path = f"/schedules/{shop.schedule['id']}"
    override = {"on": "2026-12-02", "windows": [[600, 660]]}
    await done(shop.owner.patch(path, {"version": 1, "overrides": [override]}))
    page = await done(house.nobody(shop.workspace).get("/slots", DAY))
    assert [slot["start"] for slot in page["slots"]] == ["2026-12-02T10:00:00Z"]
    used = await shop.owner.delete(path, {"version": 2})
    assert (used.status_code, used.json()["code"]) == (409, "schedule-in-use")


@pytest.mark.parametrize("what", ["hosts", "members", "services", "schedules", "teams", "keys"])
async def test_lists_are_read_in_pages_without_gap_or_repeat(house: House, shop: Shop, what: str) -> None:
    make: dict[str, Any] = {
        "hosts": lambda n: {"name": f"H{n}"},
        "members": lambda n: {"name": f"M{n}", "email": f"m{n}@example.org", "role": "agent"},
        "services": lambda n: {"slug": f"s-{n}", "title": f"S{n}", "hosts": [{"host_id": shop.host["id"]}]},
        "schedules": lambda n: {"name": f"W{n}", "zone": "UTC"},
        "teams": lambda n: {"slug": f"t-{n}", "name": f"T{n}", "hosts": [shop.host["id"]]},
        "keys": lambda n: {"name": f"K{n}", "scopes": ["read"]},
    }
    for number in range(5):
        await done(shop.owner.post(f"/{what}", make[what](number)))
    whole = [each["id"] for each in (await done(shop.owner.get(f"/{what}", {"limit": 200})))["items"]]
    walked: list[str] = []
    cursor: str | None = None
    while True:
        page = await done(shop.owner.get(f"/{what}", {"limit": 2, **({"cursor": cursor} if cursor else {})}))
        assert len(page["items"]) <= 2
        walked += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert walked == whole
    broken = await shop.owner.get(f"/{what}", {"cursor": "nonsense"})
    assert (broken.status_code, broken.json()["code"]) == (400, "malformed-cursor")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to": "2027-03-02"}, "range-refused"),
        ({"to": "2026-12-01"}, "range-refused"),
        ({"zone": "Mars/Olympus"}, "zone-unknown"),
        ({"length": "17"}, "length-unknown"),
        ({"service": "nothing"}, "service-missing"),
        ({"team": "nobody"}, "service-missing"),
        ({"colour": "red"}, "request-invalid"),
    ],
)
async def test_a_page_that_cannot_be_drawn_says_why(
    house: House, shop: Shop, change: dict[str, str], code: str
) -> None:
    answer = await house.nobody(shop.workspace).get("/slots", {**DAY, **change})
    assert answer.status_code in {400, 404}
    assert answer.json()["code"] == code
