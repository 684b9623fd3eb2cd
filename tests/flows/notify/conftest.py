"""The whole application with a mail server beside it, on both engines."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from ringonce.chat.inbox_model import InboxSettings, Prechat
from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.flows.notify.office import Mailbox, Office, serve_mail
from tests.support.chats import open_desk
from tests.support.clock import MovableClock
from tests.support.house import make_house, open_service


@pytest.fixture
def post_box() -> Mailbox:
    return Mailbox()


@pytest_asyncio.fixture
async def post_url(post_box: Mailbox) -> AsyncIterator[str]:
    async for url in serve_mail(post_box):
        yield url


@pytest_asyncio.fixture
async def chat_office(
    database: Database,
    database_url: str,
    tmp_path: Path,
    clock: MovableClock,
    ids: IdSource,
    post_url: str,
    post_box: Mailbox,
) -> AsyncIterator[Office]:
    settings = {"smtp_url": post_url, "public_url": "http://desk.test"}
    house = await make_house(database, database_url, tmp_path, clock, ids, **settings)
    prechat = Prechat(when="before")
    desk = await open_desk(house, InboxSettings(prechat=prechat, assignment="manual"))
    yield Office(desk, post_box)
    await house.close()


@pytest_asyncio.fixture
async def quiet_office(
    database: Database, database_url: str, tmp_path: Path, clock: MovableClock, ids: IdSource
) -> AsyncIterator[Office]:
    """A desk without a mail server, which also takes bookings."""
    house = await make_house(database, database_url, tmp_path, clock, ids, public_url="http://desk.test")
    desk = await open_desk(house, InboxSettings(prechat=Prechat(when="before"), assignment="manual"))
    await open_service(desk.owner.person)
    yield Office(desk, Mailbox())
    await house.close()
