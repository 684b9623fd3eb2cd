"""Everybody can use it: by keyboard alone, by a screen reader, at 320 px, in both languages and schemes."""

from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.booking.acts import Guest, next_day
from tests.browser.conftest import Contexts
from tests.support.browsers import violations
from tests.support.product import Product

LOOKS: dict[str, dict[str, Any]] = {
    "desk, light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "desk, dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone, Chinese": {"viewport": {"width": 320, "height": 720}, "locale": "zh-CN", "has_touch": True},
}


async def is_clean(page: Page) -> None:
    assert await violations(page) == []
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, "wider than the screen"


@pytest.mark.parametrize("look", LOOKS)
async def test_every_view_is_clean(look: str, salon: Product, chromium: Browser, contexts: Contexts) -> None:
    guest = await Guest.arrive(await contexts(chromium, **LOOKS[look]), salon.url, "bridal")
    page = guest.page
    assert isinstance(page, Page)
    await is_clean(page)
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.chip(start).click()
    await expect(guest.chip(start)).to_have_attribute("aria-pressed", "true")
    await is_clean(page)
    await page.wait_for_function(
        """() => {
          if (!document.getElementById("details").hidden) return true;
          const phone = matchMedia("(max-width: 700px)").matches;
          document.querySelector(phone ? "#bottom .next" : "#pick .next")?.click();
          return false;
        }"""
    )
    await is_clean(page)
    await page.locator("#confirm").click()
    await expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    await is_clean(page)
    await guest.fill()
    await page.locator("#confirm").click()
    await expect(page.locator("#outcome")).to_be_visible()
    await is_clean(page)
    await page.goto(f"{page.url.split('?')[0].split('#')[0]}?do=cancel")
    await is_clean(page)


async def test_by_keyboard_alone(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    page = guest.page
    assert isinstance(page, Page)
    press = page.keyboard.press
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.locator("#following").focus()
    await press("Enter")
    await expect(page.locator(".day.free").first).to_be_visible()
    await press("Tab")
    focused = page.locator("#days button:focus")
    await expect(focused).to_have_count(1)
    assert await page.locator("#days button[tabindex='0']").count() == 1
    first = await focused.get_attribute("value")
    await press("ArrowRight")
    assert await focused.get_attribute("value") != first
    await press("Home")
    await press("ArrowDown")
    await press("ArrowRight")
    await press("Enter")
    await expect(page.locator("#pick .slot").first).to_be_visible()
    await page.locator("#pick .slot").first.focus()
    await press("Enter")
    await expect(page.locator("li.mine small")).to_have_text("yours")
    await expect(page.locator("#pick .slot.yours")).to_be_focused()
    await press("Tab")
    await expect(page.locator("#pick .next")).to_be_focused()
    await guest.go_on()
    await expect(page.locator("#chosen-title")).to_be_focused()
    await page.locator("[name=name]").focus()
    await page.keyboard.type("Ana")
    await page.locator("[name=email]").focus()
    await page.keyboard.type("ana@example.org")
    await press("Enter")
    await expect(page.locator("#outcome")).to_contain_text("Booked")


async def test_what_must_be_mended_gets_the_focus(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    guest = await Guest.arrive(await contexts(chromium), salon.url, "cut")
    await guest.choose_day(next_day())
    await guest.choose((await guest.starts())[0])
    await guest.go_on()
    await guest.page.fill("[name=name]", "Ana")
    await guest.page.fill("[name=email]", "ana@example")
    await guest.confirm()
    await expect(guest.page.locator("[name=email]")).to_be_focused()
    await expect(guest.page.locator("#f-email-fault")).to_contain_text("needs a dot")
    await guest.page.fill("[name=email]", "ana@example.org")
    await expect(guest.page.locator("#f-email-fault")).to_be_hidden()


async def test_nothing_moves_when_the_script_takes_over(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """First paint and the page taken over are the same picture: no shift at all."""
    context = await contexts(chromium, viewport={"width": 1440, "height": 900})
    await context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        " for (const each of list.getEntries()) window.shift += each.value;"
        "}).observe({ type: 'layout-shift', buffered: true });"
    )
    guest = await Guest.arrive(context, salon.url, "cut")
    await expect(guest.page.locator("#live")).to_be_visible()
    assert await guest.page.evaluate("window.shift") == 0


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "zh-CN"])
async def test_the_script_writes_the_words_that_python_wrote(
    locale: str, salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """The same month and times, drawn by Python alone and after the script has drawn them again."""
    texts: list[list[str]] = []
    for java_script in (False, True):
        context = await contexts(chromium, locale=locale, java_script_enabled=java_script)
        page = await context.new_page()
        await page.goto(f"{salon.url}/studio/bridal")
        if java_script:
            await page.locator("body[data-ready]").wait_for()
        nodes = page.locator("#month, #day, #pick .slot, #h24, .part, .month th, #days button:not([hidden])")
        texts.append([text.strip() for text in await nodes.all_inner_texts()])
        labels = page.locator("#days button:not([hidden])")
        texts[-1] += [await each.get_attribute("aria-label") or "" for each in await labels.all()]
    assert texts[0] == texts[1]
