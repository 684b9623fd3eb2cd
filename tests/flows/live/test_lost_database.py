"""The database goes away for a moment: no page keeps what is no longer so, and no desk waits in silence."""

from typing import Any

import pytest

from ringonce.kernel.db import DatabaseUnavailable
from ringonce.web import live
from ringonce.web.live_slots import SlotRooms
from tests.support.house import House, Shop, done

FREE = "2026-12-02T09:00:00Z"


async def test_a_change_that_was_missed_is_looked_for_again(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = SlotRooms.look
    failed: list[str] = []

    async def away_once(rooms: SlotRooms, workspace_id: Any) -> None:
        if not failed:
            failed.append(workspace_id)
            raise DatabaseUnavailable(reason="away")
        await look(rooms, workspace_id)

    async with house.socket() as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug, token=None)
        await socket.say(
            type="subscribe", id="a", topic="slots", service="cut", **{"from": FREE[:10], "to": FREE[:10]}
        )
        await socket.hear("snapshot")
        monkeypatch.setattr(SlotRooms, "look", away_once)
        await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": FREE}))
        delta = await socket.hear("delta")
    assert failed
    assert FREE in [each["start"] for each in delta["removed"]]


async def test_a_log_that_cannot_be_read_closes_the_socket(
    house: House, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: Any) -> Any:
        raise DatabaseUnavailable(reason="away")

    headers = {"cookie": shop.owner.headers["Cookie"], "origin": shop.owner.headers["Origin"]}
    async with house.socket(**headers) as socket:
        await socket.say(type="hello", workspace=shop.workspace.slug, token=None)
        await socket.say(type="subscribe", id="b", topic="bookings")
        await socket.hear("events")
        monkeypatch.setattr(live, "read_log", away)
        await done(house.visitor(shop.workspace).post("/holds", {"service": "cut", "start": FREE}))
        with pytest.raises(ConnectionError):
            await socket.hear("events")
        assert socket.closed_with == live.FAILED
