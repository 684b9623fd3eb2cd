"""A page of the previous build, open across an upgrade: it books, or reloads keeping its input."""

import json

from playwright.async_api import Browser, Page, Route, expect

from tests.browser.booking.acts import Guest, booked, named, next_day
from tests.browser.conftest import Contexts
from tests.support.product import Product


async def test_an_old_page_that_is_still_understood_books(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    context = await contexts(chromium)
    guest = await Guest.arrive(context, salon.url, "cut")
    await guest.page.evaluate("document.body.dataset.build = 'of-the-build-before'")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    await guest.confirm()
    await guest.receipt()
    assert len(named(await booked(salon, "cut", start), guest.name)) == 1


async def test_an_old_page_that_is_not_understood_reloads_and_keeps_its_input(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    """The server refuses a field that it no longer knows; the page finds that it is old."""
    context = await contexts(chromium)
    refused: list[str] = []

    async def refuse(route: Route) -> None:
        if refused:
            await route.continue_()
            return
        refused.append(route.request.headers["idempotency-key"])
        problem = {
            "code": "request-invalid",
            "status": 400,
            "title": "",
            "errors": [{"field": "x", "code": "unknown-field"}],
        }
        await route.fulfill(status=400, content_type="application/problem+json", body=json.dumps(problem))

    await context.route("**/api/v1/bookings", refuse)
    guest = await Guest.arrive(context, salon.url, "cut")
    page = guest.page
    assert isinstance(page, Page)
    await page.evaluate("document.body.dataset.build = 'of-the-build-before'")
    await guest.choose_day(next_day())
    start = (await guest.starts())[0]
    await guest.hold(start)
    async with page.expect_navigation():
        await guest.confirm()
    await guest.ready()
    await expect(page.locator("#chosen-tag")).to_have_text("Held for you")
    assert await page.input_value("[name=name]") == guest.name
    assert await page.input_value("[name=email]") == "ana@example.org"
    await guest.confirm()
    await guest.receipt()
    assert len(named(await booked(salon, "cut", start), guest.name)) == 1
