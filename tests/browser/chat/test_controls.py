"""What the founding tests count can go wrong: without the page's lock, and without the database's constraint.

The product is one of this file alone: it is killed, and its database is spoilt.
"""

import re
import sqlite3
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Route

from tests.browser.chat.cases import prove_one_after_a_kill
from tests.browser.chat.conftest import Stages
from tests.browser.chat.stage import Stage, starts
from tests.browser.chat.tabs import PageTab
from tests.support.faultproxy import Fault, FaultProxy
from tests.support.product import Product

# A page that has no lock at all: every press is five starts, each under a key and a client id of its own.
# A browser opens six connections to a server, and no more.
WITHOUT_A_LOCK = """
const fetchOnce = window.fetch;
window.fetch = (where, how) => {
  if (!String(where).endsWith("/chat/start")) return fetchOnce(where, how);
  const sent = Array.from({ length: 5 }, (_, n) => {
    const name = `without-a-lock-${n}-${crypto.randomUUID()}`;
    const headers = new Headers(how.headers);
    headers.set("Idempotency-Key", `"${name}"`);
    const body = JSON.stringify({ ...JSON.parse(how.body), client_id: name });
    return fetchOnce(where, { ...how, headers, body });
  });
  window.answers = Promise.all(sent);
  return sent[0];
};
"""
# Every row of a session gets a name that no other row has: the constraint holds nothing any more.
WITHOUT_THE_CONSTRAINT = """
create trigger spoilt after insert on participations begin
  update participations set visitor_id = visitor_id || hex(randomblob(8))
  where workspace_id = new.workspace_id and inbox_id = new.inbox_id and visitor_id = new.visitor_id;
end
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def salon(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    environment = {"RINGONCE_RATE_PER_MINUTE": "0"}
    product = Product(tmp_path_factory.mktemp("salon-of-controls"), command="demo", environment=environment)
    try:
        await product.start(within=120)
        yield product
    finally:
        await product.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def faults(salon: Product) -> AsyncIterator[FaultProxy]:
    async with FaultProxy("127.0.0.1", salon.port) as proxy:
        yield proxy


@pytest.mark.parametrize("when", ["before", "off"])
async def test_the_server_dies_after_the_commit(when: str, chromium: Browser, stages: Stages) -> None:
    await prove_one_after_a_kill(await stages(chromium, when))


async def start_five_times(stage: Stage) -> None:
    """Five starts at once, from a page without a lock; and the answers to all of them."""
    tab = await stage.new_tab()
    assert isinstance(tab, PageTab)
    await tab.page.context.add_init_script(WITHOUT_A_LOCK)
    await tab.visit(stage.url)
    await tab.press_launcher(1)
    await tab.ready()
    await stage.write(tab)
    stage.faults.set(Fault(hold=True, matches=starts))
    await stage.press(tab, 1)
    await stage.faults.wait_for(5, held=True)
    stage.faults.clear()
    stage.faults.release()
    assert await tab.run("async () => (await window.answers).map((each) => each.ok)") == [True] * 5
    await tab.until("() => document.querySelector('.msg.me:not(.wait)') !== null")


async def test_without_the_pages_lock_there_are_five_requests_and_still_one_conversation(
    chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "before")
    await start_five_times(stage)
    assert len(stage.asked) == 5
    await stage.is_one(*[stage.text] * 5)
    with pytest.raises(AssertionError):
        await stage.is_one()


async def test_without_the_forms_own_lock_every_press_is_a_letter(chromium: Browser, stages: Stages) -> None:
    """The form's guard was taken out of the script: what the founding tests count can be more than one."""
    stage = await stages(chromium, "before")
    removed: list[int] = []

    async def unlock(route: Route) -> None:
        reply = await route.fetch()
        text, times = re.subn(
            r"if\((\w+)\.some\((\w+)=>\w+\.outbox\.phaseOf\(\2\)!==`failed`\)\|\|", "if(", await reply.text()
        )
        text, again = re.subn(
            r"(\w+)=\w+\.find\((\w+)=>\2\.text===\w+&&JSON", r"\1=[].find(\2=>\2&&JSON", text
        )
        text, kept = re.subn(r"\w+!==\w+&&\w+\.outbox\.discard\(\w+\.id\)", "0", text)
        removed.extend((times, again, kept))
        await route.fulfill(response=reply, body=text)

    tab = await stage.new_tab()
    assert isinstance(tab, PageTab)
    await tab.page.context.route(re.compile(r"/assets/widget\.en-"), unlock)
    stage.tabs.append(tab)
    await tab.visit(stage.url)
    await tab.press_launcher(1)
    await tab.ready()
    await stage.write(tab)
    await stage.press(tab)
    assert removed == [1, 1, 1]
    await tab.until("() => document.querySelectorAll('.msg.me:not(.wait)').length > 1")
    with pytest.raises(AssertionError):
        await stage.is_one()


async def test_without_the_constraint_the_founding_test_fails(
    salon: Product, chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, "before")
    file = sqlite3.connect(salon.folder / "ringonce.sqlite3", timeout=10)
    try:
        file.execute(WITHOUT_THE_CONSTRAINT)
        await start_five_times(stage)
    finally:
        file.execute("drop trigger spoilt")
        file.close()
    with pytest.raises(AssertionError, match="5 conversations"):
        await stage.is_one(*[stage.text] * 5)
