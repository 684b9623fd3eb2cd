"""Without script: the same booking by plain forms, with the same guarantees."""

import re
from html.parser import HTMLParser

import httpx
from playwright.async_api import Browser, Page, expect

from tests.browser.booking.acts import Rival, booked, named, next_day
from tests.browser.conftest import Contexts
from tests.support.product import Product


async def plain_page(browser: Browser, contexts: Contexts) -> Page:
    return await (await contexts(browser, java_script_enabled=False)).new_page()


async def go_to_day(page: Page, salon: Product, service: str) -> str:
    """A free day of next month; the start of its first time."""
    await page.goto(f"{salon.url}/studio/{service}")
    await page.locator("#following").click()
    days = page.locator(".day.free")
    await days.nth(next_day() % await days.count()).click()
    start = await page.locator("#pick .slot").first.get_attribute("value")
    assert start is not None
    return start


async def test_a_booking_from_the_list_to_the_receipt_and_back(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    page = await plain_page(chromium, contexts)
    await page.goto(f"{salon.url}/studio")
    await page.get_by_role("link", name=re.compile("Cut & finish")).click()
    start = await go_to_day(page, salon, "cut")
    await page.locator(f"#pick .slot[value='{start}']").click()
    await expect(page.locator("#chosen-tag")).to_have_text("Held for you")
    await page.fill("[name=name]", "Nojs")
    await page.fill("[name=email]", "nojs@example.org")
    await page.locator("#confirm").click()
    await expect(page.locator("#outcome")).to_contain_text("Booked")
    assert len(named(await booked(salon, "cut", start), "Nojs")) == 1

    await page.get_by_role("link", name="Move it").click()
    await page.locator("#following").click()
    await page.locator(".day.free").last.click()
    later = await page.locator("#pick .slot").first.get_attribute("value")
    assert later is not None
    await page.locator("#pick .slot").first.click()
    await page.locator("#confirm").click()
    await expect(page.locator("#outcome")).to_contain_text("Booked")
    assert named(await booked(salon, "cut", start), "Nojs") == []
    assert len(named(await booked(salon, "cut", later), "Nojs")) == 1

    await page.get_by_role("link", name="Cancel it").click()
    await expect(page.locator("#outcome")).to_contain_text("Booked")
    await page.get_by_role("button", name="Cancel this booking").click()
    await expect(page.locator("#outcome")).to_have_text("This booking is cancelled.")
    assert named(await booked(salon, "cut", later), "Nojs") == []


async def test_a_time_that_is_gone_shows_others_and_keeps_what_was_typed(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    page = await plain_page(chromium, contexts)
    start = await go_to_day(page, salon, "beard")
    await Rival(salon, "beard").book(start)
    await page.locator(f"#pick .slot[value='{start}']").click()
    await expect(page.locator("#gone")).to_contain_text("was taken a moment ago")
    others = page.locator("#others button")
    assert await others.count() >= 3
    other = await others.first.get_attribute("value")
    assert other is not None
    await page.fill("[name=name]", "Second")
    await page.fill("[name=email]", "second@example.org")
    await others.first.click()
    await expect(page.locator("#outcome")).to_contain_text("Booked")
    assert len(named(await booked(salon, "beard", other), "Second")) == 1


async def test_a_day_without_times_says_why(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    page = await plain_page(chromium, contexts)
    await go_to_day(page, salon, "cut")
    await page.locator("tr:not(.blank) td:last-child .day:not([hidden])").nth(1).click()
    await expect(page.locator("#why")).to_contain_text("outside the opening hours")
    await page.locator("#why a").first.click()
    await expect(page.locator("#pick .slot").first).to_be_visible()


class Inputs(HTMLParser):
    """The hidden fields of each form of a page, by the form's action."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self._form = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = found.get("action", "")
            self.forms[self._form] = {}
        elif tag == "input" and found.get("type") == "hidden":
            self.forms[self._form][found["name"]] = found["value"]


async def test_a_form_sent_twice_counts_once(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    page = await plain_page(chromium, contexts)
    start = await go_to_day(page, salon, "beard")
    async with httpx.AsyncClient(base_url=salon.url, trust_env=False) as client:
        shown = await client.get("/studio/beard", params={"on": start[:10]})
        fields = Inputs(shown.text).forms["/studio/beard/hold"] | {"start": start}
        held = [await client.post("/studio/beard/hold", data=fields) for _ in range(2)]
        assert [each.status_code for each in held] == [200, 200]
        forms = [Inputs(each.text).forms["/studio/beard/book"] for each in held]
        assert forms[0]["hold_id"] == forms[1]["hold_id"]
        assert forms[0]["visitor"] == forms[1]["visitor"]
        said = forms[0] | {"name": "Twice", "email": "twice@example.org"}
        answers = [await client.post("/studio/beard/book", data=said) for _ in range(2)]
        assert [each.status_code for each in answers] == [303, 303]
        assert answers[0].headers["location"] == answers[1].headers["location"]
    assert len(named(await booked(salon, "beard", start), "Twice")) == 1


async def test_what_must_be_mended_is_said_beside_its_field(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    page = await plain_page(chromium, contexts)
    start = await go_to_day(page, salon, "beard")
    async with httpx.AsyncClient(base_url=salon.url, trust_env=False) as client:
        shown = await client.get("/studio/beard", params={"on": start[:10]})
        fields = Inputs(shown.text).forms["/studio/beard/hold"] | {"start": start}
        held = await client.post("/studio/beard/hold", data=fields)
        said = Inputs(held.text).forms["/studio/beard/book"] | {"name": "Ana", "email": "ana@nowhere"}
        answer = await client.post("/studio/beard/book", data=said)
        assert answer.status_code in (400, 422)
        assert "An e-mail address looks like" in answer.text
        assert 'value="Ana"' in answer.text
        again = Inputs(answer.text).forms["/studio/beard/book"]
        assert again["hold_id"] == said["hold_id"]
        assert again["key"] != said["key"]
        mended = await client.post(
            "/studio/beard/book", data=again | {"name": "Ana", "email": "ana@example.org"}
        )
        assert mended.status_code == 303


async def test_following_links_changes_nothing(salon: Product) -> None:
    """A mail scanner opens every link of a booking: it stays as it is."""
    async with httpx.AsyncClient(base_url=salon.url, trust_env=False) as client:
        shown = await client.get("/studio/beard")
        month = re.search(r'id="following" name="month" value="([^"]+)"', shown.text)
        assert month is not None
        page = await client.get("/studio/beard", params={"month": month[1]})
        starts = re.findall(r'name="start" value="([^"]+)"', page.text)
        booking = await Rival(salon, "beard").book(starts[-1])
        path = booking["manage_path"]
        before = (await client.get(path)).text
        for suffix in ("", "?do=cancel", "/ics", "?lang=zh-CN"):
            assert (await client.get(path + suffix)).status_code == 200
        assert (await client.get(f"{path}/cancel")).status_code in (404, 405)
        assert len(await booked(salon, "beard", starts[-1])) == 1
        assert "Booked." in before


async def test_the_calendar_file_is_one(salon: Product) -> None:
    async with httpx.AsyncClient(base_url=salon.url, trust_env=False) as client:
        page = await client.get("/studio/beard")
        start = re.findall(r'name="start" value="([^"]+)"', page.text)[-1]
        booking = await Rival(salon, "beard").book(start)
        file = await client.get(booking["ics_path"])
        assert file.headers["content-type"].startswith("text/calendar")
        assert "BEGIN:VEVENT" in file.text
        assert "METHOD:PUBLISH" in file.text
