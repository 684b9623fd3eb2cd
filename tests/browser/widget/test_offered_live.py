"""A button with an offered time, while somebody else books it and gives it up again."""

import secrets
from datetime import UTC, datetime, timedelta

from playwright.async_api import Page, expect

from tests.browser.widget.acts import Desk, Json, name, words
from tests.browser.widget.rooms import Room
from tests.support.desk import Visitor
from tests.support.lapse import let_leases_lapse
from tests.support.product import Product


async def one_hour(desk: Desk) -> tuple[Json, str]:
    """A service that has one time on one day and no other; and that time."""
    day = (datetime.now(UTC) + timedelta(days=40)).date()
    hours: Json = {"name": f"Once {name()}", "zone": "UTC", "weekly": [[]] * 7}
    hours["overrides"] = [{"on": day.isoformat(), "windows": [[840, 900]]}]
    schedule = await desk.post("/schedules", hours)
    host = await desk.post("/hosts", {"name": "Ola Once", "schedule_id": schedule["id"]})
    service: Json = {"slug": f"once-{secrets.token_hex(4)}", "title": "Once", "lengths": [60]}
    service["hosts"] = [{"host_id": host["id"]}]
    return await desk.post("/services", service), f"{day.isoformat()}T14:00:00Z"


async def test_a_time_that_somebody_else_books_goes_and_comes_back_in_the_open_chat(
    page: Page, salon: Product, desk: Desk
) -> None:
    service, start = await one_hour(desk)
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    offer: Json = {"text": "This one?", "service": service["slug"], "starts": [start]}
    await room.post(await room.conversation(text), "offers", offer)
    time = panel.frame.locator(".offer .slot")
    await expect(time).to_have_count(1)
    await expect(time).not_to_have_attribute("aria-disabled", "true")
    let_leases_lapse(salon, service_id=service["id"])
    await expect(panel.frame.get_by_text("A tap books it.")).to_be_visible(timeout=15_000)
    async with Visitor.of(salon) as other:
        booking = await other.book(service["slug"], start, "Somebody Else")
        await expect(time).to_contain_text("just taken", timeout=15_000)
        await expect(time).to_have_attribute("aria-disabled", "true")
        await time.click(force=True)
        await expect(panel.frame.locator(".slotcard.done")).to_have_count(0)
        await other.write(
            "POST", f"/public/bookings/{booking['code']}/cancel", {"version": booking["version"]}
        )
    await expect(time).not_to_contain_text("just taken", timeout=15_000)
    await expect(time).not_to_have_attribute("aria-disabled", "true")
