"""The founding incident and the double click once more, on PostgreSQL: the engines are equals."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.booking.acts import KINDS, Guest, booked, named, next_day
from tests.browser.booking.test_founding_incident import ARRIVALS, keeps_its_own
from tests.browser.booking.test_once import TEN_CLICKS, booking, sent
from tests.browser.conftest import Contexts
from tests.support.engines import Templates
from tests.support.faultproxy import Fault, FaultProxy
from tests.support.product import Product


@pytest.fixture(scope="module")
def postgres_url(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with templates.copy("postgresql", tmp_path_factory.mktemp("postgresql")) as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def salon(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    """The demo's salon on PostgreSQL, in place of the one on SQLite."""
    folder = tmp_path_factory.mktemp("salon-postgresql")
    environment = {"RINGONCE_RATE_PER_MINUTE": "0"}
    async with Product(folder, command="demo", database=postgres_url, environment=environment) as product:
        yield product


@pytest_asyncio.fixture(loop_scope="session")
async def faults(salon: Product) -> AsyncIterator[FaultProxy]:
    async with FaultProxy("127.0.0.1", salon.port) as proxy:
        yield proxy


@pytest.mark.parametrize("arrival", ["first visit", "storage blocked", "frame of another site"])
@pytest.mark.parametrize("kind", KINDS)
async def test_ones_own_time_stays_ones_own(
    kind: str, arrival: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    storage, arrive = ARRIVALS[arrival]
    context = await contexts(chromium, storage=storage)
    assert salon.database.startswith("postgresql")
    await keeps_its_own(await arrive(context, salon, KINDS[kind]), salon, KINDS[kind])


async def test_ten_clicks_on_a_slow_network(
    salon: Product, faults: FaultProxy, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), faults.url, "cut")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    faults.set(Fault(delay=1.5, matches=booking))
    await guest.page.locator("#confirm").evaluate(TEN_CLICKS)
    await expect(guest.page.locator("#confirm")).to_have_attribute("aria-disabled", "true")
    code = await guest.receipt()
    assert [each["code"] for each in named(await booked(salon, "cut", start), guest.name)] == [code]
    assert len(sent(faults)) == 1
