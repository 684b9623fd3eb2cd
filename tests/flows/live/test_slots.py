"""The live list of slots: a snapshot, then deltas that fit it, by what happens and by time alone."""

import secrets
from datetime import timedelta
from typing import Any

import pytest

from ringonce.booking import slots as slots_module
from tests.support.house import House, Shop, done, open_shop
from tests.support.sockets import LiveSocket

NINE = "2026-12-02T09:00:00Z"
ASK: dict[str, Any] = {"topic": "slots", "service": "cut", "from": "2026-12-02", "to": "2026-12-02"}


async def follow(
    socket: LiveSocket, shop: Shop, *, token: str | None = None, frame_id: str = "a", **more: Any
) -> dict[str, Any]:
    """Say hello and subscribe; the first answer."""
    await socket.say(type="hello", workspace=shop.workspace.slug, token=token)
    welcome = await socket.hear("welcome")
    assert welcome["epoch"] == shop.workspace.epoch
    await socket.say(type="subscribe", id=frame_id, **{**ASK, **more})
    return await socket.hear()


def starts(slots: list[dict[str, Any]]) -> list[str]:
    return [slot["start"] for slot in slots]


def applied(snapshot: dict[str, Any], delta: dict[str, Any]) -> list[str]:
    """What a page shows after a delta; refuses one that does not begin where the list ends."""
    assert delta["from_etag"] == snapshot["etag"]
    gone = {each["start"] for each in delta["removed"]}
    return sorted({*starts(snapshot["slots"]), *starts(delta["added"])} - gone)


async def test_a_booking_in_one_window_takes_the_slot_from_the_other(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        snapshot = await follow(socket, shop)
        assert snapshot["type"] == "snapshot"
        assert NINE in starts(snapshot["slots"])
        visitor = house.visitor(shop.workspace)
        await done(
            visitor.post("/bookings", {"service": "cut", "start": NINE, "name": "Ada", "email": "a@b.org"})
        )
        delta = await socket.hear("delta")
        assert delta["removed"] == [{"start": NINE, "why": "taken"}]
        page = await visitor.get("/slots", {"service": "cut", "from": "2026-12-02", "to": "2026-12-02"})
        assert applied(snapshot, delta) == starts(page.json()["slots"])


async def test_a_cancellation_gives_it_back(house: House, shop: Shop) -> None:
    visitor = house.visitor(shop.workspace)
    body = {"service": "cut", "start": NINE, "name": "Ada", "email": "a@b.org"}
    code = (await done(visitor.post("/bookings", body)))["booking"]["code"]
    async with house.socket() as socket:
        snapshot = await follow(socket, shop)
        assert NINE not in starts(snapshot["slots"])
        await done(visitor.post(f"/public/bookings/{code}/cancel", {"version": 1}))
        assert starts((await socket.hear("delta"))["added"]) == [NINE]


async def test_ones_own_hold_is_mine_and_somebody_elses_is_held(house: House, shop: Shop) -> None:
    token = "vst_" + secrets.token_urlsafe(33)
    owner = house.visitor(shop.workspace, token=token)
    async with house.socket() as mine, house.socket() as other:
        await follow(mine, shop, token=token)
        await follow(other, shop)
        hold = await done(owner.post("/holds", {"service": "cut", "start": NINE}))
        seen = await mine.hear("delta")
        assert [slot["start"] for slot in seen["changed"] if slot["mine"]] == [NINE]
        assert seen["removed"] == []
        assert seen["hold"]["id"] == hold["id"]
        assert seen["hold"]["token"] == hold["token"]
        away = await other.hear("delta")
        assert away["removed"] == [{"start": NINE, "why": "held"}]
        assert away["hold"] is None
        await done(owner.post(f"/holds/{hold['id']}/release", {"token": hold["token"]}))
        back = await mine.hear("delta")
        assert back["hold"] is None
        assert [slot["mine"] for slot in back["changed"]] == [False]
        assert starts((await other.hear("delta"))["added"]) == [NINE]


async def test_a_token_minted_later_makes_the_hold_ones_own(house: House, shop: Shop) -> None:
    token = "vst_" + secrets.token_urlsafe(33)
    async with house.socket() as socket:
        await follow(socket, shop)
        await done(
            house.visitor(shop.workspace, token=token).post("/holds", {"service": "cut", "start": NINE})
        )
        assert (await socket.hear("delta"))["removed"] == [{"start": NINE, "why": "held"}]
        await socket.say(type="token", token=token)
        again = await socket.hear("delta")
        assert [slot["start"] for slot in again["added"] if slot["mine"]] == [NINE]
        assert again["hold"]["start"] == NINE


async def test_a_hold_token_alone_is_proof_enough(house: House, shop: Shop) -> None:
    hold = await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": NINE}))
    async with house.socket() as socket:
        snapshot = await follow(socket, shop, holds=[hold["token"]])
        assert [slot["start"] for slot in snapshot["slots"] if slot["mine"]] == [NINE]


async def test_a_hold_that_lapses_comes_back_by_time_alone(house: House, shop: Shop) -> None:
    await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": NINE}))
    async with house.socket() as socket:
        snapshot = await follow(socket, shop)
        assert NINE not in starts(snapshot["slots"])
        house.clock.move(timedelta(minutes=5, seconds=1))
        assert starts((await socket.hear("delta"))["added"]) == [NINE]


async def test_a_notice_that_passes_takes_the_slot_by_time_alone(house: House) -> None:
    shop = await open_shop(house, rules={"notice_minutes": 120})
    async with house.socket() as socket:
        snapshot = await follow(socket, shop, **{"from": "2026-12-01", "to": "2026-12-01"})
        first = starts(snapshot["slots"])[0]
        house.clock.move(timedelta(hours=1))
        delta = await socket.hear("delta")
        assert {"start": first, "why": "time"} in delta["removed"]


async def test_what_has_not_changed_is_not_sent_again(house: House, shop: Shop) -> None:
    async with house.socket() as first:
        snapshot = await follow(first, shop)
    async with house.socket() as second:
        current = await follow(second, shop, etag=snapshot["etag"])
        assert (current["type"], current["etag"]) == ("current", snapshot["etag"])
        await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": NINE}))
        assert (await second.hear("delta"))["from_etag"] == snapshot["etag"]


async def test_what_changed_while_away_comes_as_a_snapshot(house: House, shop: Shop) -> None:
    async with house.socket() as first:
        seen = await follow(first, shop)
    await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": NINE}))
    async with house.socket() as second:
        again = await follow(second, shop, etag=seen["etag"])
        assert again["type"] == "snapshot"
        assert NINE not in starts(again["slots"])


async def test_a_new_month_under_the_same_id_replaces_the_old(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        await follow(socket, shop)
        await socket.say(type="subscribe", id="a", **{**ASK, "from": "2026-12-03", "to": "2026-12-03"})
        other = await socket.hear("snapshot")
        assert starts(other["slots"])[0].startswith("2026-12-03")
        visitor = house.visitor(shop.workspace)
        await done(visitor.post("/holds", {"service": "cut", "start": NINE}))
        # The day that is watched lost nothing: the delta, if any, says so.
        assert (await socket.hear("delta"))["removed"] == []


async def test_fifty_watchers_cost_one_computation(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = [house.socket() for _ in range(50)]
    try:
        for socket in sockets:
            await socket.__aenter__()
            await follow(socket, shop)
        scenes = 0
        real = slots_module._scene

        async def counted(*args: Any, **more: Any) -> Any:
            nonlocal scenes
            scenes += 1
            return await real(*args, **more)

        monkeypatch.setattr(slots_module, "_scene", counted)
        before = house.app.feed.rooms.computed
        await done(
            shop.owner.post("/bookings", {"service": "cut", "start": NINE, "name": "A", "email": "a@b.org"})
        )
        deltas = [await socket.hear("delta") for socket in sockets]
        assert {delta["to_etag"] for delta in deltas} == {deltas[0]["to_etag"]}
        assert house.app.feed.rooms.computed == before + 1
        # One list and one explanation of what left it, however many look.
        assert scenes <= 2
    finally:
        for socket in sockets:
            await socket.__aexit__(None, None, None)
    assert house.app.feed.rooms.workspaces() == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"service": "nothing"}, "service-missing"),
        ({"to": "2027-12-02"}, "range-refused"),
        ({"zone": "Mars/Olympus"}, "zone-unknown"),
        ({"length": 17}, "length-unknown"),
    ],
)
async def test_a_refused_subscription_says_why_and_leaves_the_socket_open(
    house: House, shop: Shop, change: dict[str, Any], code: str
) -> None:
    async with house.socket() as socket:
        refused = await follow(socket, shop, **change)
        assert (refused["type"], refused["id"], refused["problem"]["code"]) == ("problem", "a", code)
        await socket.say(type="subscribe", id="a", **ASK)
        assert (await socket.hear())["type"] == "snapshot"


async def test_a_private_service_is_watched_only_with_its_link(house: House) -> None:
    shop = await open_shop(house, is_private=True)
    async with house.socket() as socket:
        assert (await follow(socket, shop, length=7))["problem"]["code"] == "service-missing"
        await socket.say(type="subscribe", id="a", **ASK, private=shop.service["private_token"])
        assert (await socket.hear())["type"] == "snapshot"


async def test_who_moves_a_booking_watches_its_private_service_by_it(house: House) -> None:
    shop = await open_shop(house, is_private=True)
    slot = {"service": "cut", "start": NINE, "private": shop.service["private_token"]}
    who = {"name": "Ada", "email": "a@b.org"}
    code = (await done(house.visitor(shop.workspace).post("/bookings", slot | who)))["booking"]["code"]
    async with house.socket() as socket:
        snapshot = await follow(socket, shop, moving=code)
        assert snapshot["type"] == "snapshot"
        assert NINE in starts(snapshot["slots"])
