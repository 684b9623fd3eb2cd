"""Two that are one: the preview changes nothing, the button counts once, and there is a way back."""

import re
from typing import Any

from playwright.async_api import Page, expect

from tests.browser.console.test_inbox import an_inbox, log, row
from tests.browser.console.test_people import person_of, renamed
from tests.support.browsers import violations
from tests.support.product import Product


async def test_conversations_are_merged_from_the_inbox_and_undone(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        one, other = await room.guest("First words"), await room.guest("Second words")
        await page.goto(f"{salon.url}/desk/inbox?view=all")
        for guest in (one, other):
            await row(page, guest).hover()
            await row(page, guest).focus()
            await page.keyboard.press("x")
        await page.get_by_role("toolbar").get_by_role("button", name="Merge").click()
        dialog = page.get_by_role("dialog", name="Merge conversations")
        await dialog.get_by_role("radio", name=re.compile(one.name)).check()
        await expect(dialog.get_by_text("First words").last).to_be_visible()
        await expect(dialog.get_by_text("Second words").last).to_be_visible()
        assert await violations(page) == []
        # Looking changed nothing.
        assert (await room.desk.read(f"/conversations/{other.conversation_id}"))["state"] != "merged"
        await dialog.get_by_role("button", name="Merge", exact=True).dblclick()
        await expect(dialog).to_have_count(0)
        merges = (await room.desk.read("/merges", conversation=one.conversation_id))["items"]
        assert [each["loser_ids"] for each in merges] == [[other.conversation_id]]
        await page.goto(f"{salon.url}/desk/inbox/{one.conversation_id}?view=all")
        await expect(log(page)).to_contain_text("Second words")
        await page.get_by_role("button", name="Undo the merge").dblclick()
        await expect(log(page).get_by_text("Second words")).to_have_count(0)
        (merge,) = (await room.desk.read("/merges", conversation=one.conversation_id))["items"]
        assert merge["undone_at"] is not None


async def test_people_are_merged_with_a_choice_for_each_field(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        people: list[dict[str, Any]] = []
        for number in ("one", "two"):
            guest = await room.guest("Hello")
            person = await person_of(room.desk, guest)
            body = {"version": person["version"], "email": f"{room.inbox}@example.org"}
            await room.desk.write("PATCH", f"/contacts/{person['id']}", body)
            person = await room.desk.read(f"/contacts/{person['id']}")
            people.append(await renamed(room.desk, person, f"{room.inbox} {number}"))
        stays, goes = people
        await page.goto(f"{salon.url}/desk/people/{stays['id']}")
        # The equal address proposes it.
        await page.get_by_role("button", name=re.compile(f"^Merge.*{goes['name']}")).click()
        dialog = page.get_by_role("dialog", name="Merge people")
        choice = dialog.get_by_role("group", name="Name", exact=True)
        await choice.get_by_role("radio", name=re.compile(goes["name"])).check()
        await dialog.get_by_role("button", name="Merge", exact=True).dblclick()
        await expect(dialog).to_have_count(0)
        await expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value(goes["name"])
        after = await room.desk.read(f"/contacts/{goes['id']}")
        assert (after["id"], after["aliases"]) == (stays["id"], [goes["id"]])
        await page.get_by_role("status").get_by_role("button", name="Undo").click()
        await expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value(stays["name"])
        assert (await room.desk.read(f"/contacts/{goes['id']}"))["aliases"] == []


async def test_a_chain_of_merges_is_refused_in_words(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        first, second, third = [await room.guest(text) for text in ("One", "Two", "Three")]
        body = {
            "kind": "conversations",
            "winner_id": second.conversation_id,
            "loser_ids": [third.conversation_id],
        }
        await room.desk.write("POST", "/merges", body)
        await page.goto(f"{salon.url}/desk/inbox?view=all")
        for guest in (first, second):
            await row(page, guest).focus()
            await page.keyboard.press("x")
        await page.get_by_role("toolbar").get_by_role("button", name="Merge").click()
        dialog = page.get_by_role("dialog", name="Merge conversations")
        await dialog.get_by_role("radio", name=re.compile(first.name)).check()
        await expect(dialog.get_by_role("alert")).to_contain_text("Merges are not chained")
        await expect(dialog.get_by_role("button", name="Merge", exact=True)).to_have_attribute(
            "aria-disabled", "true"
        )
