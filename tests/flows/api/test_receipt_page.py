"""The receipt promises a letter only where one will be sent."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from ringonce.kernel.db import Database
from ringonce.kernel.sources import IdSource
from tests.support.clock import MovableClock
from tests.support.house import House, Shop, done, make_house, open_shop

PROMISE = "The confirmation is on its way to ada@example.org."
ADVICE = "Keep the address of this page: it opens your booking."
SMTP = "smtp://127.0.0.1:25"


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest_asyncio.fixture(params=["", SMTP])
async def posted(
    request: pytest.FixtureRequest,
    database: Database,
    database_url: str,
    tmp_path: Path,
    clock: MovableClock,
    ids: IdSource,
) -> AsyncIterator[tuple[bool, House, Shop]]:
    made = await make_house(database, database_url, tmp_path, clock, ids, smtp_url=request.param)
    yield bool(request.param), made, await open_shop(made)
    await made.close()


async def test_a_letter_is_promised_where_it_will_be_sent(posted: tuple[bool, House, Shop]) -> None:
    is_sent, house, shop = posted
    visitor = house.visitor(shop.workspace)
    form = {"name": "Ada", "email": "ada@example.org", "zone": "UTC"}
    body = {"service": "cut", "start": "2026-12-02T10:00:00Z", **form}
    booking = (await done(visitor.post("/bookings", body)))["booking"]
    page = await house.nobody(shop.workspace).client.get(f"http://desk.test{booking['manage_path']}")
    assert (PROMISE in page.text, ADVICE in page.text) == (is_sent, not is_sent)
