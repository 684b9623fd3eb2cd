"""Who may open a socket, what it may say, and when it is shut."""

import asyncio
import inspect
import secrets
from typing import Any

import pytest

from ringonce.identity.model import Role
from ringonce.web import live
from tests.support.house import ORIGIN, House, Shop, done
from tests.support.sockets import WITHIN

ASK: dict[str, Any] = {"topic": "slots", "service": "cut", "from": "2026-12-02", "to": "2026-12-02"}


async def test_a_member_follows_the_log_from_where_they_were(house: House, shop: Shop) -> None:
    cookie = shop.owner.headers["Cookie"]
    async with house.socket(cookie=cookie, origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="subscribe", id="log", topic="bookings")
        begun = await socket.hear("events")
        assert begun["events"] == []
        body = {"service": "cut", "start": "2026-12-02T09:00:00Z", "name": "Ada", "email": "a@b.org"}
        booked = (await done(shop.owner.post("/bookings", body)))["booking"]
        told = await socket.hear("events")
        confirmed = next(event for event in told["events"] if event["action"] == "BookingConfirmed")
        assert booked["id"] in repr(confirmed["refs"])
        assert "Ada" not in repr(told)
        assert told["upto"] == told["events"][-1]["seq"] > begun["upto"]
    async with house.socket(cookie=cookie, origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="subscribe", id="log", topic="bookings", after=begun["upto"])
        again = await socket.hear("events")
        assert [event["seq"] for event in again["events"]] == [event["seq"] for event in told["events"]]


async def test_a_visitor_may_not_follow_the_log(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        await socket.say(
            type="hello", workspace=shop.workspace.slug, token="vst_" + secrets.token_urlsafe(33)
        )
        await socket.hear("welcome")
        await socket.say(type="subscribe", id="log", topic="bookings")
        assert (await socket.hear("problem"))["problem"]["code"] == "sign-in-needed"


async def test_another_tenants_member_is_nobody_here(house: House, shop: Shop) -> None:
    other, _ = await house.workspace()
    stranger = await house.signed_in(await house.member(other, Role.OWNER))
    async with house.socket(cookie=stranger.headers["Cookie"], origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="subscribe", id="log", topic="bookings")
        assert (await socket.hear("problem"))["problem"]["code"] == "sign-in-needed"


@pytest.mark.parametrize("origin", ["https://evil.test", None])
async def test_a_cookie_from_another_site_opens_nothing(house: House, shop: Shop, origin: str | None) -> None:
    headers = {"cookie": shop.owner.headers["Cookie"], **({"origin": origin} if origin else {})}
    async with house.socket(**headers) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        assert await socket.ends() == live.CROSS_SITE


async def test_a_visitor_may_come_from_any_site(house: House, shop: Shop) -> None:
    async with house.socket(origin="https://customer.test") as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        assert (await socket.hear())["type"] == "welcome"


@pytest.mark.parametrize(
    "first",
    [
        "nonsense",
        '{"type":"subscribe","id":"a","topic":"slots"}',
        '{"type":"hello","workspace":"nowhere"}',
        '{"type":"hello","workspace":"x","extra":1}',
        '{"type":"hello"}',
    ],
)
async def test_a_socket_that_begins_with_nonsense_is_shut(house: House, shop: Shop, first: str) -> None:
    async with house.socket() as socket:
        await socket.say_raw(first)
        assert await socket.ends() == live.MALFORMED


async def test_a_beat_is_answered(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="beat")
        assert (await socket.hear())["type"] == "beat"


async def test_the_server_beats_by_itself(house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0.01)
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        assert "server_time" in await socket.hear("beat")


async def test_a_session_that_ends_shuts_its_socket(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0.01)
    async with house.socket(cookie=shop.owner.headers["Cookie"], origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("beat")
        await done(shop.owner.delete("/session", {}))
        assert await socket.ends() == live.SIGNED_OUT


async def test_a_key_that_is_revoked_shuts_its_socket(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "BEAT_SECONDS", 0.01)
    made = await done(shop.owner.post("/keys", {"name": "board", "scopes": ["read"]}))
    async with house.socket(authorization=f"Bearer {made['secret']}") as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.say(type="subscribe", id="a", topic="bookings")
        await socket.hear("events")
        await socket.hear("beat")
        await done(shop.owner.delete(f"/keys/{made['key']['id']}"))
        async with asyncio.timeout(WITHIN):
            assert await socket.ends() == live.SIGNED_OUT


@pytest.mark.parametrize("topic", ["bookings", "inbox", "presence"])
async def test_what_the_desk_follows_is_no_visitors(house: House, shop: Shop, topic: str) -> None:
    """Else a visitor's token would keep it open after the member was signed out."""
    async with house.socket(cookie=shop.owner.headers["Cookie"], origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.say(type="subscribe", id="a", topic=topic)
        assert await socket.hear("events" if topic == "bookings" else topic)
        await socket.say(type="token", token="vst_" + secrets.token_urlsafe(33))
        await socket.say(type="hello")
        assert await socket.ends() == live.SIGNED_OUT


async def test_a_member_who_tries_the_page_is_a_visitor_from_then_on(house: House, shop: Shop) -> None:
    """Her slots go on; she is not at the desk by this socket, and sees no service that is private."""
    sockets = house.app.feed.chat.presence._sockets
    place = shop.workspace.id, shop.owner_member.id
    token = "vst_" + secrets.token_urlsafe(33)
    async with house.socket(cookie=shop.owner.headers["Cookie"], origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.say(type="subscribe", id="a", **ASK)
        await socket.hear("snapshot")
        assert place in sockets
        await socket.say(type="token", token=token)
        assert await socket.hear("snapshot")
        assert place not in sockets
        hold = {"service": "cut", "start": "2026-12-02T09:00:00Z"}
        await done(house.visitor(shop.workspace, token=token).post("/holds", hold))
        assert (await socket.hear("delta"))["hold"]["start"] == hold["start"]
    change = {"version": shop.service["version"], "is_private": True}
    await done(shop.owner.patch(f"/services/{shop.service['id']}", change))
    async with house.socket(cookie=shop.owner.headers["Cookie"], origin=ORIGIN) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.say(type="subscribe", id="a", **ASK)
        await socket.hear("snapshot")
        await socket.say(type="token", token=token)
        assert await socket.ends() == live.SIGNED_OUT


async def test_a_token_that_comes_later_is_a_visitors(house: House, shop: Shop) -> None:
    made = await done(shop.owner.post("/keys", {"name": "board", "scopes": ["read"]}))
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="token", token=made["secret"])
        await socket.say(type="subscribe", id="a", topic="bookings")
        assert await socket.ends() == live.MALFORMED


async def test_a_page_that_does_not_read_is_dropped(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "FRAMES_WAITING", 8)
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        socket.reading.clear()
        for _ in range(20):
            await socket.say(type="beat")
        while not socket._to_server.empty():
            await done(shop.owner.get("/workspace"))
        socket.reading.set()
        assert await socket.ends() == live.TOO_SLOW


async def test_subscriptions_of_one_socket_are_bounded(house: House, shop: Shop) -> None:
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        for number in range(live.SUBSCRIPTIONS_MOST):
            await socket.say(type="subscribe", id=str(number), **ASK)
            assert (await socket.hear())["type"] == "snapshot"
        await socket.say(type="subscribe", id="one more", **ASK)
        assert (await socket.hear("problem"))["problem"]["code"] == "request-invalid"
        await socket.say(type="unsubscribe", id="0")
        await socket.say(type="subscribe", id="one more", **ASK)
        assert (await socket.hear())["type"] == "snapshot"


async def test_a_socket_keeps_nothing_of_what_it_has_sent(house: House, shop: Shop) -> None:
    """A page with nothing to hear is a thousand slots lighter for as long as it is open."""
    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug)
        await socket.hear("welcome")
        await socket.say(type="subscribe", id="a", **ASK)
        await socket.hear("snapshot")
        [writer] = [
            coro.cr_frame
            for coro in (task.get_coro() for task in asyncio.all_tasks())
            if inspect.iscoroutine(coro) and coro.__name__ == "_write" and coro.cr_frame is not None
        ]
        await done(shop.owner.get("/workspace"))
        assert set(writer.f_locals) == {"self"}
        assert not writer.f_locals["self"]._waiting
