"""The mail room with a mail about a conversation: who it went to, what it is, its words and its links."""

import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.async_api import Page, expect

from tests.browser.console.test_inbox import a_client_id, an_inbox
from tests.support.browsers import violations
from tests.support.product import Product


@contextmanager
def impatient(salon: Product, conversation_id: str) -> Iterator[None]:
    """What is said in this conversation counts as unseen at once, not after two minutes."""
    file = sqlite3.connect(salon.folder / "ringonce.sqlite3", timeout=10)
    try:
        file.execute(
            "create trigger impatient after insert on unseen_watches"
            f" when new.conversation_id = '{conversation_id}' begin"
            " update unseen_watches set due_at = 0 where conversation_id = new.conversation_id; end"
        )
        yield
    finally:
        file.execute("drop trigger impatient")
        file.close()


async def test_an_unread_answer_is_kept_with_its_words_and_links(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("When do you open?")
        address, request = f"{guest.name}@example.org", f"req-{secrets.token_hex(8)}"
        await page.goto(f"{salon.url}/desk/mails")
        await expect(page.get_by_text("No mail server is set.")).to_be_visible()
        row = page.get_by_role("link", name=re.compile(re.escape(address)))
        with impatient(salon, guest.conversation_id):
            room.desk.client.headers["X-Request-ID"] = request
            body = {"client_id": a_client_id(), "text": "We open at nine."}
            await room.desk.write("POST", f"/conversations/{guest.conversation_id}/messages", body)
            # By itself: the room that is open looks again.
            await expect(row).to_contain_text("Unread answer, to the visitor", timeout=40_000)
        await row.click()
        letter = page.get_by_role("region", name=re.compile("has answered you"))
        await expect(letter).to_contain_text("We open at nine.")
        await expect(letter.locator(f'a[href$="/chat/studio/{room.inbox}"]')).to_be_visible()
        assert await violations(page) == []
        await page.goto(f"{salon.url}/desk/trace/{request}")
        await page.get_by_role("link", name="to the visitor", exact=True).click()
        await expect(letter).to_contain_text("We open at nine.")
        await letter.get_by_role("link", name="Open the conversation").click()
        await expect(page).to_have_url(re.compile(f"/desk/inbox/{guest.conversation_id}"))
        await expect(page.get_by_role("log")).to_contain_text("When do you open?")
