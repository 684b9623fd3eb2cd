"""The log in words, and one click's whole story."""

import re

from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import an_inbox
from tests.browser.console.test_people import PHONE, person_of, renamed
from tests.support.browsers import violations
from tests.support.desk import desk_visitor, enter_desk
from tests.support.product import Product


async def test_the_log_of_a_person_leads_to_the_click_that_did_it(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        person = await person_of(room.desk, guest)
        await renamed(room.desk, person, "Mentioned nowhere")
        entries = await room.desk.read("/log", contact=person["id"], action="ContactEdited")
        await page.goto(f"{salon.url}/desk/log?contact={person['id']}")
        lines = page.get_by_role("region", name="The log, newest first").get_by_role("listitem")
        changed = lines.filter(has_text="changed 1 field of a person")
        await expect(changed).to_have_count(1)
        # Facts hold no words of a person; what the page adds is the name of a place.
        await expect(lines.filter(has_text="started conversation")).to_have_count(1)
        await page.get_by_label("Kind of fact").select_option("ContactEdited")
        await expect(lines.filter(has_text="started conversation")).to_have_count(0)
        await changed.get_by_role("link", name=re.compile("whole story", re.IGNORECASE)).click()
        await expect(page).to_have_url(re.compile(entries["items"][-1]["request_id"]))
        await expect(
            page.get_by_role("heading", level=2, name=re.compile("It was done once"))
        ).to_be_visible()
        story = page.get_by_role("region", name="The story of this click")
        await expect(story.get_by_text("Changed 1 field of a person", exact=True)).to_be_visible()


async def test_a_request_sent_twice_is_told_as_done_once(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        person = await person_of(room.desk, guest)
        key = {"Idempotency-Key": f'"{room.inbox}-once"'}
        body = {"version": person["version"], "name": "Twice"}
        for _ in range(2):
            answer = await room.desk.client.patch(f"/contacts/{person['id']}", json=body, headers=key)
            assert answer.status_code == 200
        entries = await room.desk.read("/log", contact=person["id"], action="ContactEdited")
        await page.goto(f"{salon.url}/desk/trace/{entries['items'][-1]['request_id']}")
        await expect(
            page.get_by_role("heading", level=2, name=re.compile("Asked 2 times, done once"))
        ).to_be_visible()
        await expect(page.get_by_text("Asked again (2), answered from the receipt")).to_be_visible()


async def test_an_unknown_request_is_explained(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/trace/req_nothing")
    await expect(page.get_by_text("No request has this id here")).to_be_visible()
    assert await violations(page) == []


async def test_the_rooms_are_clean(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    for look in ({"viewport": {"width": 1440, "height": 900}}, PHONE):
        page = await (await contexts(chromium, **look)).new_page()
        await enter_desk(page, salon)
        async with await desk_visitor(page, salon) as desk:
            entry = (await desk.read("/log", order="newest", action="BookingConfirmed"))["items"][0]
        for place in ("/desk/log", f"/desk/trace/{entry['request_id']}"):
            await page.goto(salon.url + place, wait_until="networkidle")
            await expect(page.locator("h1:visible")).to_be_visible()
            assert await violations(page) == [], place
            assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
