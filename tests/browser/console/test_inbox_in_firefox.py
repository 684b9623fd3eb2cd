"""An agent's usual minutes at the inbox, in Firefox: by keyboard, each deed once."""

import re
import secrets

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import Guest, an_inbox, log, row
from tests.support.product import Product


def reply_to(page: Page, guest: Guest) -> Locator:
    return page.get_by_role("textbox", name=f"Reply to {guest.name}")


async def test_the_inbox_is_worked_in_firefox(salon: Product, firefox: Browser, contexts: Contexts) -> None:
    page = await (await contexts(firefox, viewport={"width": 1440, "height": 900})).new_page()
    async with an_inbox(page, salon) as room:
        short = f"hours-{secrets.token_hex(3)}"
        body = {"shortcut": short, "body": "We open at nine, {{contact.first_name}}."}
        await room.desk.write("POST", "/canned-replies", body)
        word = f"beard{secrets.token_hex(4)}"
        first = await room.guest(f"Do you trim a {word}?")
        second = await room.guest("And hair?")
        inbox = (await room.desk.read(f"/conversations/{first.conversation_id}"))["inbox_id"]
        await page.goto(f"{salon.url}/desk/inbox?inbox={inbox}")
        await expect(row(page, first)).to_be_visible()

        # The newest stands first; j opens it, then the next one, and k goes back.
        for key, guest in (("j", second), ("j", first), ("k", second), ("j", first)):
            await page.keyboard.press(key)
            await expect(page).to_have_url(re.compile(guest.conversation_id))
        await expect(log(page)).to_contain_text(word)

        # Enter pressed twice is one answer.
        await page.keyboard.press("r")
        field = reply_to(page, first)
        await expect(field).to_be_focused()
        await page.keyboard.type("Yes, **we** do.")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")
        await expect(field).to_have_value("")
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        await expect(log(page).locator("strong", has_text="we")).to_have_count(1)

        # A canned reply, by its shortcut; the guest's name is filled in.
        await field.press_sequentially(f"/{short}")
        await expect(page.get_by_role("option", name=f"/{short}")).to_be_visible()
        await page.keyboard.press("Enter")
        await expect(field).to_have_value(f"We open at nine, {first.name}.")
        await page.keyboard.press("Enter")
        await expect(log(page).get_by_text("We open at nine")).to_have_count(1)
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()

        # A note is for the team; the field becomes a reply again.
        await page.keyboard.press("Escape")
        await page.keyboard.press("n")
        await page.keyboard.type("A regular")
        await page.keyboard.press("Enter")
        note = log(page).get_by_role("article").filter(has_text="A regular")
        await expect(note).to_contain_text("Only the team sees this")
        await expect(field).to_be_focused()
        heard = await first.hears()
        assert heard[1:] == ["Yes, **we** do.", f"We open at nine, {first.name}."]

        await assigned_snoozed_and_resolved(page, first)
        found = await room.desk.read(f"/conversations/{first.conversation_id}")
        assert (found["state"], found["assignee_id"]) == ("open", room.member)

        await found_by_search(page, first, word)


async def assigned_snoozed_and_resolved(page: Page, guest: Guest) -> None:
    """Each by its key, and each undone: by its button, by its key, by its button."""
    undo = page.get_by_role("button", name=re.compile("^Undo"))
    await page.keyboard.press("Escape")
    await page.keyboard.press("a")
    await page.get_by_role("combobox", name="Assign").fill("Nobody")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(f"Nobody has it now: {guest.name}")).to_be_visible()
    await expect(row(page, guest)).to_have_count(0)
    await undo.click()
    await expect(row(page, guest)).to_be_visible()

    await page.keyboard.press("s")
    await page.get_by_role("combobox", name="Snooze").fill("Tomorrow")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(re.compile(f"^Sleeps until .*{guest.name}"))).to_be_visible()
    await expect(row(page, guest)).to_have_count(0)
    await page.keyboard.press("z")
    await expect(row(page, guest)).to_be_visible()

    await row(page, guest).click()
    await expect(page).to_have_url(re.compile(guest.conversation_id))
    await page.keyboard.press("e")
    await expect(page.get_by_text(f"Resolved: {guest.name}")).to_be_visible()
    await expect(row(page, guest)).to_have_count(0)
    await undo.click()
    await expect(row(page, guest)).to_be_visible()
    await row(page, guest).click()


async def found_by_search(page: Page, guest: Guest, word: str) -> None:
    """Search goes to the very message."""
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")
    await page.get_by_role("searchbox", name="Search messages and people").fill(word)
    hit = page.get_by_role("region", name="What was found").get_by_role("link").first
    await expect(hit.locator("mark")).to_have_text(word)
    await hit.click()
    await expect(page).to_have_url(re.compile(f"{guest.conversation_id}.*at="))
    await expect(log(page).get_by_text(word)).to_be_visible()
