"""Setting chat up: an inbox, its questions and its line; replies, labels, teams, agents."""

import re
import secrets

from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import an_inbox
from tests.browser.console.test_people import PHONE
from tests.support.browsers import violations
from tests.support.desk import enter_desk
from tests.support.identity_tokens import jwt
from tests.support.product import Product


async def test_an_inbox_is_made_once_and_its_form_is_asked(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        name = f"Shop {secrets.token_hex(3)}"
        await page.goto(f"{salon.url}/desk/chat")
        await page.get_by_role("button", name="New inbox").click()
        await page.get_by_role("textbox", name="Name", exact=True).fill(name)
        await page.get_by_role("button", name="Make the inbox").dblclick()
        await expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
        await page.get_by_role("combobox", name=re.compile("^Ask")).select_option("before")
        await page.get_by_role("button", name="Add a question").click()
        await page.get_by_role("textbox", name="Question 3", exact=True).fill("What is it about?")
        await page.get_by_label("Kind of question 3").select_option("choice")
        await page.get_by_role("textbox", name="Answers to choose from, question 3").fill("Order\nOther")
        await page.get_by_role("button", name="Add a question").click()
        await page.get_by_role("textbox", name="Question 4", exact=True).fill("Order number")
        await page.get_by_label("When to ask question 4").select_option(
            label="If “What is it about?” is “Order”"
        )
        await page.get_by_role("button", name="Save").dblclick()
        await expect(page.get_by_role("button", name="Saved")).to_be_visible()
        found = [one for one in (await room.desk.read("/inboxes"))["items"] if one["name"] == name]
        assert len(found) == 1
        prechat = found[0]["settings"]["prechat"]
        assert prechat["when"] == "before"
        assert prechat["fields"][-1]["when"] == {"field": prechat["fields"][-2]["id"], "equals": "Order"}
        # The last question goes with what it looks at.
        await page.get_by_role("button", name="Remove question 3").click()
        await expect(page.get_by_label("When to ask question 3")).to_have_count(0)


async def test_two_members_change_one_inbox_and_nothing_is_lost(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        found = await room.desk.read(f"/inboxes/{room.inbox}")
        await page.goto(f"{salon.url}/desk/chat/{found['id']}")
        await page.get_by_role("textbox", name="Greeting").fill("Typed here")
        settings = {**found["settings"], "tagline": "Saved by a colleague"}
        body = {"version": found["version"], "settings": settings}
        await room.desk.write("PATCH", f"/inboxes/{found['id']}", body)
        await expect(page.get_by_role("textbox", name="Line under the name")).to_have_value(
            "Saved by a colleague"
        )
        await page.get_by_role("button", name="Save").dblclick()
        await expect(page.get_by_role("button", name="Saved")).to_be_visible()
        after = (await room.desk.read(f"/inboxes/{found['id']}"))["settings"]
        assert (after["greeting"], after["tagline"]) == ("Typed here", "Saved by a colleague")


async def test_the_warning_goes_once_a_site_is_named_and_the_tick_comes(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        await page.goto(f"{salon.url}/desk/chat/{room.inbox}")
        await expect(page.get_by_text("Any site may show this chat now.")).to_be_visible()
        await expect(page.get_by_text("No page has asked for it yet.")).to_be_visible()
        await page.get_by_label("Sites that may show it").fill("https://shop.example.org/")
        await expect(page.get_by_text("Any site may show this chat now.")).to_have_count(0)
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_role("button", name="Saved")).to_be_visible()
        assert (await room.desk.read(f"/inboxes/{room.inbox}"))["settings"]["sites"] == [
            "https://shop.example.org"
        ]
        seen = await page.request.get(f"{salon.url}/chat/studio/{room.inbox}")
        assert seen.ok
        await page.reload()
        await expect(page.get_by_text("It works: a page asked for it")).to_be_visible()


async def test_the_secret_is_shown_on_demand_signs_and_is_rotated_once(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        await page.goto(f"{salon.url}/desk/chat/{room.inbox}")
        await page.get_by_role("button", name="Identify your users").click()
        await expect(page.locator("text=/ris_/")).to_have_count(0)
        await page.get_by_role("button", name="Show the secret").click()
        shown = page.locator(".value")
        await expect(shown).to_have_text(re.compile("^ris_"))
        first = await shown.inner_text()
        assert jwt(first, {"sub": "7"}).count(".") == 2
        for language, word in (("Node", "createHmac"), ("PHP", "hash_hmac"), ("Python", "hmac.new")):
            await page.get_by_role("button", name=language, exact=True).click()
            await expect(page.get_by_role("region", name="On your server")).to_contain_text(word)
        await page.get_by_role("button", name="Make a new one").click()
        assert (await room.desk.read(f"/inboxes/{room.inbox}/secret"))["secret"] == first
        await page.get_by_role("button", name=re.compile("^Sure")).click()
        await expect(page.get_by_text("is taken until")).to_be_visible()
        after = await room.desk.read(f"/inboxes/{room.inbox}/secret")
        assert (after["number"], after["secret"] == first) == (2, False)


async def test_replies_labels_and_teams_are_made_once_and_deleted_by_two_presses(
    page: Page, salon: Product
) -> None:
    async with an_inbox(page, salon) as room:
        word = secrets.token_hex(4)
        kinds = (
            ("replies", "Add a reply", "Shortcut", "/canned-replies", "shortcut"),
            ("labels", "Add a label", "Name", "/labels", "name"),
            ("agents", "Add a team", "Name", "/agent-teams", "name"),
        )
        for part, add, field, path, key in kinds:
            await page.goto(f"{salon.url}/desk/chat/{part}")
            await page.get_by_role("button", name=add).first.click()
            await page.get_by_role("textbox", name=field).fill(word)
            if part == "replies":
                await page.get_by_role("textbox", name="Words").fill("We open at nine.")
            assert await violations(page) == [], part
            await page.get_by_role("button", name="Save").dblclick()
            await expect(page.get_by_role("textbox", name=field)).to_have_count(0)
            assert [one[key] for one in (await room.desk.read(path))["items"]].count(word) == 1
            await page.get_by_role("button", name=re.compile(word)).first.click()
            await page.get_by_role("button", name="Delete").click()
            assert [one[key] for one in (await room.desk.read(path))["items"]].count(word) == 1
            await page.get_by_role("button", name="Sure? Delete").click()
            await expect(page.get_by_role("textbox", name=field)).to_have_count(0)
            assert word not in [one[key] for one in (await room.desk.read(path))["items"]]


async def test_the_rooms_are_clean(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    for look in ({"viewport": {"width": 1440, "height": 900}}, PHONE):
        page = await (await contexts(chromium, **look)).new_page()
        await enter_desk(page, salon)
        for part in ("", "/website", "/replies", "/labels", "/agents"):
            await page.goto(f"{salon.url}/desk/chat{part}", wait_until="networkidle")
            await expect(page.locator("h1:visible")).to_be_visible()
            assert await violations(page) == [], part
            assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
