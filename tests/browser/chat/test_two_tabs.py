"""Two tabs of a first visit that do not know of each other yet: one visitor, and no press does nothing."""

import asyncio

import pytest
from playwright.async_api import Browser

from tests.browser.chat.conftest import Stages
from tests.browser.chat.stage import Stage, starts
from tests.browser.chat.tabs import PageTab
from tests.support.faultproxy import Fault

# Tabs may be processes of their own: what one has written, another reads only a moment later.
SLOW_STORAGE = """
(() => {
  const { getItem, setItem } = Storage.prototype;
  let own = false;
  const isToken = (key) => key.startsWith('ringonce:visitor:');
  Storage.prototype.setItem = function (key, value) {
    if (isToken(key)) {
      own = true;
      setItem.call(this, 'written', String(Date.now()));
    }
    setItem.call(this, key, value);
  };
  Storage.prototype.getItem = function (key) {
    const late = isToken(key) && !own && Date.now() - Number(getItem.call(this, 'written') ?? 0) < 50;
    return late ? null : getItem.call(this, key);
  };
  addEventListener('storage', (event) => {
    if (!event.isTrusted || !isToken(event.key ?? '')) return;
    event.stopImmediatePropagation();
    const { key, newValue } = event;
    setTimeout(() => dispatchEvent(new StorageEvent('storage', { key, newValue })), 60);
  }, true);
})();
"""


async def two_tabs(stage: Stage, script: str = "") -> list[PageTab]:
    tabs: list[PageTab] = []
    for _ in range(2):
        tab = await stage.new_tab()
        assert isinstance(tab, PageTab)
        if script and not tabs:
            await tab.page.context.add_init_script(script)
        stage.tabs.append(tab)
        await tab.visit(stage.url)
        await tab.press_launcher(1)
        await tab.ready()
        tabs.append(tab)
    return tabs


@pytest.mark.parametrize("when", ["off", "before"])
async def test_a_tab_whose_storage_hears_late_makes_no_second_visitor(
    when: str, chromium: Browser, stages: Stages
) -> None:
    stage = await stages(chromium, when)
    one, other = await two_tabs(stage, SLOW_STORAGE)
    texts = [f"{stage.text} The first tab.", f"{stage.text} The second tab."]
    await stage.write(one, texts[0])
    await stage.write(other, texts[1])
    await asyncio.gather(stage.press(one), stage.press(other))
    await stage.holds(*texts)


@pytest.mark.parametrize("when", ["off", "before"])
async def test_a_press_counts_while_another_tab_begins(when: str, chromium: Browser, stages: Stages) -> None:
    """The second tab knows of the first one's letter and sends it too; its own words are sent as well."""
    stage = await stages(chromium, when)
    one, other = await two_tabs(stage)
    texts = [f"{stage.text} The first tab.", f"{stage.text} The second tab."]
    await stage.write(one, texts[0])
    stage.faults.set(Fault(hold=True, matches=starts))
    await stage.press(one)
    await stage.faults.wait_for(1, held=True)
    await stage.back(other)
    await stage.faults.wait_for(2, held=True)
    await stage.write(other, texts[1])
    await stage.press(other)
    stage.faults.clear()
    stage.faults.release()
    await stage.holds(*texts)
