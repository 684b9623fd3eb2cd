"""People at the desk: found by two characters, changed by two members, erased with their name typed."""

import re
import secrets
from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import Guest, an_inbox
from tests.support.browsers import violations
from tests.support.desk import Visitor, desk_visitor, enter_desk
from tests.support.product import Product

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "color_scheme": "dark",
    "locale": "zh-CN",
    "has_touch": True,
}


async def person_of(desk: Visitor, guest: Guest) -> dict[str, Any]:
    found = await desk.read(f"/conversations/{guest.conversation_id}")
    return await desk.read(f"/contacts/{found['contact']['id']}")


async def renamed(desk: Visitor, person: dict[str, Any], name: str) -> dict[str, Any]:
    body = {"version": person["version"], "name": name}
    return await desk.write("PATCH", f"/contacts/{person['id']}", body)


async def test_two_chinese_characters_find_a_person(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        person = await person_of(room.desk, guest)
        name = "欧阳" + secrets.choice("晨曦明月山川") + secrets.choice("云海松风星辰")
        await renamed(room.desk, person, name)
        await page.goto(f"{salon.url}/desk/people")
        await page.get_by_role("searchbox", name="Find a person").fill(name[2:])
        await page.get_by_role("link", name=re.compile(name)).click()
        await expect(page).to_have_url(re.compile(person["id"]))
        await expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value(name)


async def test_saving_twice_saves_once_and_what_was_typed_survives_another_save(
    page: Page, salon: Product
) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        person = await person_of(room.desk, guest)
        await page.goto(f"{salon.url}/desk/people/{person['id']}")
        await page.get_by_role("button", name="Add an attribute").click()
        await page.get_by_role("textbox", name="Name of attribute 1").fill("Plan")
        await page.get_by_role("textbox", name="Value of attribute 1").fill("Yearly")
        # A colleague is quicker, with another field.
        await renamed(room.desk, person, "Renamed meanwhile")
        await expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Renamed meanwhile")
        await expect(page.get_by_role("textbox", name="Value of attribute 1")).to_have_value("Yearly")
        await page.get_by_role("button", name="Save").dblclick()
        await expect(page.get_by_role("button", name="Saved")).to_be_visible()
        after = await room.desk.read(f"/contacts/{person['id']}")
        assert (after["name"], after["attributes"]) == ("Renamed meanwhile", {"Plan": "Yearly"})
        assert after["version"] == person["version"] + 2


async def test_a_typed_address_is_told_from_a_confirmed_one(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        person = await person_of(room.desk, guest)
        await page.goto(f"{salon.url}/desk/people/{person['id']}")
        line = page.get_by_role("listitem").filter(has_text=f"{guest.name}@example.org".lower())
        await expect(line.last).to_contain_text("typed")


async def test_a_person_is_erased_only_with_the_name_typed(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Please forget me")
        person = await person_of(room.desk, guest)
        await page.goto(f"{salon.url}/desk/people/{person['id']}")
        await page.get_by_role("button", name="More about this person").click()
        await page.get_by_role("menuitem", name="Erase this person").click()
        dialog = page.get_by_role("dialog", name="Erase this person")
        button = dialog.get_by_role("button", name="Erase for good")
        await button.click(force=True)
        assert (await room.desk.read(f"/contacts/{person['id']}"))["erased_at"] is None
        assert await violations(page) == []
        await dialog.get_by_role("textbox").fill(guest.name)
        await button.dblclick()
        await expect(dialog).to_have_count(0)
        await expect(page.get_by_text("This person was erased")).to_be_visible()
        assert (await room.desk.read(f"/contacts/{person['id']}"))["name"] == ""


async def test_the_room_is_clean(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    for look in ({"viewport": {"width": 1440, "height": 900}}, PHONE):
        page = await (await contexts(chromium, **look)).new_page()
        await enter_desk(page, salon)
        async with await desk_visitor(page, salon) as desk:
            person = (await desk.read("/contacts"))["items"][0]
        for place in ("/desk/people", f"/desk/people/{person['id']}"):
            await page.goto(salon.url + place, wait_until="networkidle")
            await expect(page.locator("h1:visible")).to_be_visible()
            assert await violations(page) == [], place
            assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
