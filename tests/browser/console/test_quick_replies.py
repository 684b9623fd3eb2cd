"""Answers to tap: written by the agent in one line, tapped by the visitor, told to both."""

import re

from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import an_inbox, log
from tests.browser.console.test_people import PHONE
from tests.support.browsers import violations
from tests.support.product import Product


async def test_a_line_of_choices_becomes_buttons(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("I need an appointment")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.press_sequentially("What for? /cho")
        await expect(page.get_by_role("option", name="/choices")).to_be_visible()
        await field.press("Enter")
        await expect(field).to_have_value("What for? \n/choices ")
        await field.press_sequentially("Beard | Hair ｜ Both")
        written = page.get_by_role("list", name="Answers to tap")
        await expect(written.get_by_role("listitem")).to_have_text(["Beard", "Hair", "Both"])
        assert await violations(page) == []
        await field.press("Enter")
        await field.press("Enter")
        message = log(page).get_by_role("article").filter(has_text="What for?")
        await expect(message.get_by_role("listitem")).to_have_text(["Beard", "Hair", "Both"])
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        path = f"/chat/conversations/{guest.conversation_id}/messages"
        (asked,) = [
            one
            for one in (await guest.visitor.read(path, after=0))["messages"]
            if one["extra"].get("choices")
        ]
        assert asked["text"] == "What for?"
        assert [one["label"] for one in asked["extra"]["choices"]] == ["Beard", "Hair", "Both"]


async def test_answers_without_a_question_are_not_sent(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        for words, why in (
            ("/choices Yes | No", "Write the question"),
            (f"A?\n/choices {'x' * 81}", "80 characters"),
        ):
            await field.fill(words)
            await expect(page.get_by_text(why)).to_be_visible()
            await field.press("Enter")
            await expect(field).to_have_value(words)
        # Among colleagues a line is a line.
        await page.get_by_role("button", name="Note", exact=True).click()
        await page.get_by_role("textbox", name="Note for the team").fill("/choices Yes | No")
        await page.get_by_role("textbox", name="Note for the team").press("Enter")
        await expect(log(page).get_by_role("article").filter(has_text="/choices Yes | No")).to_have_count(1)
        assert await guest.hears() == ["Hello"]


async def test_answers_to_tap_are_clean_on_a_phone(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    page = await (await contexts(chromium, **PHONE)).new_page()
    async with an_inbox(page, salon) as room:
        guest = await room.guest("你好")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        field = page.get_by_role("textbox", name=re.compile("^回复"))
        await field.fill(f"几点？\n/choices 上午 ｜ 下午 ｜ {'很' * 80}")
        await expect(page.get_by_role("list", name="可点选的回答").get_by_role("listitem")).to_have_count(3)
        assert await violations(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        await page.get_by_role("button", name="发送").click()
        await expect(log(page).get_by_role("listitem")).to_have_count(3)
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


async def test_an_answer_that_grows_hides_nothing_of_what_it_answers(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    phone = await contexts(chromium, viewport={"width": 390, "height": 844}, has_touch=True)
    page = await phone.new_page()
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        for n in range(14):
            await guest.says(f"Question {n}")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        last = log(page).get_by_text("Question 13")
        await page.get_by_role("button", name="To the newest").click()
        await expect(last).to_be_in_viewport(ratio=1)
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.fill("Line\n" * 8)
        await expect(last).to_be_in_viewport(ratio=1)
