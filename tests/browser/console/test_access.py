"""For everybody: axe, keyboard alone, phones, both languages, light and dark."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.console.test_inbox import a_client_id, an_inbox
from tests.support.browsers import violations
from tests.support.desk import ZONE, enter_desk
from tests.support.product import Product

ROOMS = {
    "bookings": "/desk/bookings?view=list",
    "week": "/desk/bookings?view=week",
    "hours": "/desk/hours",
    "services": "/desk/services",
    "troubleshooter": "/desk/troubleshooter",
    "mails": "/desk/mails",
    "settings": "/desk/settings",
    "inbox": "/desk/inbox?view=all",
    "people": "/desk/people",
    "log": "/desk/log",
    "chat": "/desk/chat",
    "website": "/desk/chat/website",
    "replies": "/desk/chat/replies",
    "labels": "/desk/chat/labels",
    "agents": "/desk/chat/agents",
}
LOOKS: dict[str, dict[str, Any]] = {
    "desk, light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "phone, dark, Chinese": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "locale": "zh-CN",
        "has_touch": True,
    },
}
# Words in a line are as high as the line; in the troubleshooter's drawing a height is a length of time.
SMALL = """
() => [...document.querySelectorAll("button, a[href], select, input:not([type=hidden])")]
  .filter((one) => one.checkVisibility() && !one.closest("p, dd, pre, .links, [data-column]"))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([one, box]) => box.height > 0 && box.height < 43.5 && box.width > 2)
  .map(([one, box]) => one.outerHTML.slice(0, 120) + " " + box.height)
"""


@asynccontextmanager
async def all_rooms(page: Page, salon: Product) -> AsyncIterator[dict[str, str]]:
    """Every room by its name, and one of each thing that has a page: those are about a guest who booked."""
    async with an_inbox(page, salon) as room:
        guest = await room.guest("When are you free?")
        here = f"/conversations/{guest.conversation_id}"
        body = {"client_id": a_client_id(), "service": "cut", "starts": [], "zone": str(ZONE)}
        offer = (await room.desk.write("POST", f"{here}/offers", body))["message"]
        taken = {"start": offer["extra"]["times"][0]["start"], "version": offer["extra"]["version"]}
        await guest.visitor.write("POST", f"/chat/offers/{offer['id']}/take", taken)
        person = (await room.desk.read(here))["contact"]["id"]
        entry = (await room.desk.read("/log", conversation=guest.conversation_id, order="newest"))["items"][0]
        yield {
            **ROOMS,
            "thread": f"/desk/inbox/{guest.conversation_id}?view=all",
            "person": f"/desk/people/{person}",
            "trace": f"/desk/trace/{entry['request_id']}",
        }


async def beside(page: Page) -> bool:
    """Show the person beside an open thread, where a phone does not at first; whether there was one."""
    key = page.locator("button.side")
    if not await key.count() or await key.get_attribute("aria-pressed") == "true":
        return False
    await key.click()
    await expect(page.locator("aside.person ol a").first).to_be_visible()
    return True


@pytest.mark.parametrize("look", LOOKS)
async def test_every_room_is_clean(look: str, salon: Product, chromium: Browser, contexts: Contexts) -> None:
    page = await (await contexts(chromium, **LOOKS[look])).new_page()
    async with all_rooms(page, salon) as rooms:
        await every_room_is_clean(page, salon, rooms)


async def every_room_is_clean(page: Page, salon: Product, rooms: dict[str, str]) -> None:
    for room, place in rooms.items():
        await page.goto(salon.url + place, wait_until="networkidle")
        await expect(page.locator("h1:visible")).to_be_visible()
        assert await violations(page) == [], room
        assert not await beside(page) or await violations(page) == [], f"{room}, person"
        wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, room


async def test_an_open_booking_is_clean(page: Page, salon: Product) -> None:
    await enter_desk(page, salon)
    await page.locator("[data-booking]").first.click()
    await expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    assert await violations(page) == []
    await page.keyboard.press("m")
    await expect(page.get_by_role("region", name="Move to")).to_be_visible()
    assert await violations(page) == []


async def test_targets_on_a_phone_are_44_high(salon: Product, chromium: Browser, contexts: Contexts) -> None:
    page = await (await contexts(chromium, viewport={"width": 390, "height": 844}, has_touch=True)).new_page()
    async with all_rooms(page, salon) as rooms:
        for room, place in rooms.items():
            await page.goto(salon.url + place, wait_until="networkidle")
            await expect(page.locator("h1:visible")).to_be_visible()
            assert await page.evaluate(SMALL) == [], room
            assert not await beside(page) or await page.evaluate(SMALL) == [], f"{room}, person"


async def test_the_desk_is_worked_by_keyboard(page: Page, salon: Product) -> None:
    await enter_desk(page, salon)
    await expect(page.locator("[data-booking]").first).to_be_visible()
    await page.keyboard.press("j")
    inspector = page.get_by_role("complementary", name="Booking")
    await expect(inspector).to_be_visible()
    first = page.url
    await page.keyboard.press("j")
    await expect(page).not_to_have_url(first)
    await page.keyboard.press("k")
    await expect(page).to_have_url(first)
    await page.keyboard.press("Escape")
    await expect(inspector).to_have_count(0)
    assert await page.evaluate("document.activeElement?.hasAttribute('data-booking')")
    await page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    await expect(sheet).to_be_visible()
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    await expect(sheet).to_have_count(0)
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox", name="Command palette").fill("opening")
    assert await violations(page) == []
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/desk/hours"))


async def test_the_desk_opens_in_firefox(salon: Product, firefox: Browser, contexts: Contexts) -> None:
    page = await (await contexts(firefox, viewport={"width": 1440, "height": 900})).new_page()
    await enter_desk(page, salon, ROOMS["week"])
    await expect(page.get_by_role("region", name="Week of bookings")).to_be_visible()
    # The demo books from tomorrow on: at a week's end that is all in the next.
    await page.get_by_role("button", name="Week after").click()
    await expect(page.locator("[data-booking]").first).to_be_visible()
    await page.keyboard.press("j")
    await expect(page.get_by_role("complementary", name="Booking")).to_be_visible()
    await page.goto(salon.url + ROOMS["troubleshooter"])
    await expect(page.locator("[data-column]").first).to_be_visible()


async def test_single_keys_can_be_switched_off(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/settings")
    await page.get_by_role("switch", name=re.compile("Single-key")).click()
    await page.goto(f"{salon.url}/desk/bookings?view=list", wait_until="networkidle")
    await page.keyboard.press("?")
    await page.keyboard.press("Control+k")
    await expect(page.get_by_role("dialog", name="Command palette")).to_be_visible()
    await expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)


async def test_the_language_is_switched_in_place(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/settings")
    await page.get_by_role("button", name="简体中文").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("设置")
    assert await page.evaluate("document.documentElement.lang") == "zh-CN"
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_have_text("设置")


async def test_the_desk_is_never_framed(page: Page, live_server: Product) -> None:
    answer = await page.request.get(f"{live_server.url}/desk/bookings")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy


async def test_the_demo_frames_its_desk_in_its_own_page_only(page: Page, salon: Product) -> None:
    """The demo lays the shop and the desk side by side; nobody else's page may."""
    answer = await page.request.get(f"{salon.url}/desk/bookings")
    policy = answer.headers["content-security-policy"]
    assert re.search(r"frame-ancestors 'self'(;|$)", policy), policy
