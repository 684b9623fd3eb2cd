"""The hub: frames in order, slow readers told, many wakes one look."""

import asyncio

import pytest

from ringonce.kernel.hub import Hub
from ringonce.values.ids import WorkspaceId

A, B = WorkspaceId("wsp_a"), WorkspaceId("wsp_b")


async def test_frames_come_in_order_to_all_who_listen() -> None:
    hub = Hub()
    with hub.subscribe("room") as one, hub.subscribe("room") as two, hub.subscribe("other") as other:
        assert [hub.publish("room", number) for number in range(3)] == [2, 2, 2]
        for listener in (one, two):
            assert [await listener.next() for _ in range(3)] == [0, 1, 2]
            assert not listener.has_lost
        hub.publish("other", "x")
        assert await other.next() == "x"
    assert hub.publish("room", "late") == 0


async def test_a_reader_that_is_too_slow_is_told() -> None:
    hub = Hub()
    with hub.subscribe("room", most=3) as slow:
        for number in range(4):
            hub.publish("room", number)
        assert slow.has_lost
        assert await slow.next() == 3


async def test_next_waits_for_a_frame() -> None:
    hub = Hub()
    with hub.subscribe("room") as listener:
        waiting = asyncio.create_task(listener.next())
        await asyncio.sleep(0)
        assert not waiting.done()
        hub.publish("room", "now")
        assert await waiting == "now"


async def test_many_wakes_are_one_look_and_never_go_back() -> None:
    hub = Hub()
    with hub.follow(A) as of_a, hub.follow() as of_all:
        for seq in (3, 5, 4):
            hub.wake(A, seq)
        hub.wake(B, 1)
        assert await of_a.next() == {A: 5}
        assert await of_all.next() == {A: 5, B: 1}
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(of_a.next(), 0)
    hub.wake(A, 9)
    assert of_a.reached == {}
