"""What a newcomer tries first: the race, twice, and the link into the desk."""

import pytest
from playwright.async_api import Page, expect

from tests.support.product import Product


@pytest.mark.parametrize(("stage", "outcome"), [("once", "replayed"), ("many", "refused")])
async def test_the_race_ends_in_one_booking(stage: str, outcome: str, salon: Product, page: Page) -> None:
    await page.goto(f"{salon.url}/demo/race")
    button = page.locator(f"#{stage} button")
    await button.click()
    await expect(page.locator(f"#{stage}")).to_have_attribute("data-bookings", "1", timeout=30_000)
    await expect(page.locator(f"#{stage} [data-outcome=booked]")).to_have_count(1)
    await expect(page.locator(f"#{stage} [data-outcome={outcome}]")).to_have_count(19)


async def test_a_second_press_of_start_waits_for_the_first(salon: Product, page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    await page.goto(f"{salon.url}/demo/race")
    await page.eval_on_selector("#once button", "(button) => { button.click(); button.click(); }")
    await expect(page.locator("#once")).to_have_attribute("data-bookings", "1", timeout=30_000)
    assert len(sent) == 20


async def test_the_printed_link_opens_the_desk(salon: Product, page: Page) -> None:
    (link,) = [word for word in salon.printed().split() if "/demo/desk#" in word]
    await page.goto(link)
    await page.wait_for_url("**/desk**")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/demo/desk" not in page.url


async def test_a_wrong_pass_opens_nothing(salon: Product, page: Page) -> None:
    async with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        await page.goto(f"{salon.url}/demo/desk#wrong")
    assert (await told.value).status == 403
