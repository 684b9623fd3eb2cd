"""The postman outlives a bad turn, and the server closes whole though a task of its has died."""

import asyncio

import pytest

from ringonce.app import mailing
from ringonce.kernel.db import DatabaseUnavailable
from ringonce.notify.chat_postman import ChatPostman
from ringonce.notify.postman import Postman
from tests.flows.notify.office import Office


async def test_the_postman_goes_on_after_any_fault_and_stops_when_told(
    chat_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[Exception] = [DatabaseUnavailable(reason="away"), RuntimeError("a bug")]
    turns: asyncio.Queue[str] = asyncio.Queue()

    async def letters(_: Postman) -> int:
        turns.put_nowait("letters")
        if faults:
            raise faults.pop(0)
        await asyncio.Event().wait()
        return 0

    async def mails(_: ChatPostman) -> int:
        turns.put_nowait("mails")
        return 0

    monkeypatch.setattr(Postman, "round", letters)
    monkeypatch.setattr(ChatPostman, "round", mails)
    monkeypatch.setattr(mailing, "LOOK_EVERY", 0.01)
    carrying = asyncio.create_task(chat_office.house.app.worker.mail.carry())
    async with asyncio.timeout(10):
        seen = [await turns.get() for _ in range(5)]
        assert seen == ["letters", "mails", "letters", "mails", "letters"]
        carrying.cancel()
        with pytest.raises(asyncio.CancelledError):
            await carrying


async def test_a_task_that_died_keeps_nothing_from_closing(
    chat_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = chat_office.house.app.worker
    died = asyncio.Event()

    async def die() -> None:
        died.set()
        raise RuntimeError("a bug")

    monkeypatch.setattr(worker.mail.outbox, "serve", die)
    worker.start()
    tasks = list(worker._tasks)
    async with asyncio.timeout(10):
        await died.wait()
        await worker.stop()
    assert all(task.done() for task in tasks)
    assert [task.get_name() for task in tasks if not task.cancelled()] == ["ringonce-outbox"]
