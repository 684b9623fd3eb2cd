"""The way in: a password, the one-time link of a first start, and the way out."""

from playwright.async_api import Page, expect

from tests.support.browsers import violations
from tests.support.desk import enter_desk, owner_password, set_up_link
from tests.support.product import Product


async def test_a_wrong_password_is_told_and_a_right_one_opens_the_desk(page: Page, salon: Product) -> None:
    await page.goto(f"{salon.url}/desk")
    await page.get_by_label("E-mail").fill("demo@example.org")
    await page.get_by_label("Password").fill("not the password")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_text("do not belong together")).to_be_visible()
    await expect(page.get_by_label("E-mail")).to_have_value("demo@example.org")
    await page.get_by_label("Password").fill(owner_password(salon))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()


async def test_signing_out_ends_the_session(page: Page, salon: Product) -> None:
    await enter_desk(page, salon, "/desk/settings")
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="Sign in")).to_be_visible()


async def test_a_first_start_is_set_up_by_its_link_once(page: Page, live_server: Product) -> None:
    link = set_up_link(live_server)
    await page.goto(link)
    await page.get_by_label("Name of the place").fill("Atelier Öst")
    await expect(page.get_by_label("Its address")).to_have_value("atelier-ost")
    await page.get_by_label("Time zone").select_option("Europe/Berlin")
    await page.get_by_label("Your name").fill("Ida")
    await page.get_by_label("E-mail").fill("ida@example.org")
    await page.get_by_label("Password").fill("short")
    await page.get_by_role("button", name="Open the desk").click()
    await expect(page.get_by_text("characters, please")).to_be_visible()
    assert await violations(page) == []
    await page.get_by_label("Password").fill("a long enough secret")
    await page.get_by_role("button", name="Open the desk").click()
    await expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
    await page.context.clear_cookies()
    await page.goto(link)
    await page.get_by_label("Name of the place").fill("Again")
    await page.get_by_label("Your name").fill("Eve")
    await page.get_by_label("E-mail").fill("eve@example.org")
    await page.get_by_label("Password").fill("a long enough secret")
    await page.get_by_role("button", name="Open the desk").click()
    await expect(page.get_by_text("has been used or is too old")).to_be_visible()
