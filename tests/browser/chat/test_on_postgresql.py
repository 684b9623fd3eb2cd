"""The founding incident once more, on PostgreSQL: the engines are equals."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.chat.cases import CASES, prove_one_after_a_kill, prove_one_conversation
from tests.browser.chat.conftest import Stages
from tests.support.engines import Templates
from tests.support.faultproxy import FaultProxy
from tests.support.product import Product


@pytest.fixture(scope="module")
def postgres_url(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with templates.copy("postgresql", tmp_path_factory.mktemp("postgresql")) as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def salon(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    """The demo's salon on PostgreSQL, in place of the one on SQLite; the last test kills it."""
    folder = tmp_path_factory.mktemp("salon-postgresql")
    environment = {"RINGONCE_RATE_PER_MINUTE": "0"}
    product = Product(folder, command="demo", database=postgres_url, environment=environment)
    try:
        await product.start(within=120)
        yield product
    finally:
        await product.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def faults(salon: Product) -> AsyncIterator[FaultProxy]:
    async with FaultProxy("127.0.0.1", salon.port) as proxy:
        yield proxy


@pytest.mark.parametrize("case", CASES)
async def test_a_first_message_is_one_conversation(case: str, chromium: Browser, stages: Stages) -> None:
    stage = await stages(chromium, "before")
    assert stage.product.database.startswith("postgresql")
    await prove_one_conversation(stage, case)


async def test_the_server_dies_after_the_commit(chromium: Browser, stages: Stages) -> None:
    await prove_one_after_a_kill(await stages(chromium, "before"))
