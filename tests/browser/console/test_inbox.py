"""The agent's inbox: everything arrives by itself, and what is done there is done once."""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self

from playwright.async_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import Contexts
from tests.support.browsers import violations
from tests.support.desk import Json, Visitor, desk_visitor, enter_desk
from tests.support.product import Product

WIDE = {"width": 1440, "height": 900}


def a_client_id() -> str:
    return secrets.token_hex(12)


@dataclass(slots=True)
class Guest:
    """Somebody on the website, in one conversation."""

    visitor: Visitor
    conversation_id: str
    name: str

    @classmethod
    async def begins(cls, salon: Product, inbox: str, text: str) -> Self:
        visitor = Visitor.of(salon)
        body: Json = {
            "inbox": inbox,
            "client_id": a_client_id(),
            "text": text,
            "page": {"url": "https://shop.example.org/clay", "title": "Matt clay", "referrer": ""},
            "locale": "en",
            "zone": "Europe/Amsterdam",
            "filled_for_ms": 5_000,
        }
        started = await visitor.write("POST", "/chat/start", body)
        name = f"Guest-{secrets.token_hex(3)}"
        found = started["conversation"]["id"]
        await visitor.write(
            "POST",
            f"/chat/conversations/{found}/form",
            {"client_id": a_client_id(), "answers": {"name": name, "email": f"{name}@example.org"}},
        )
        return cls(visitor, found, name)

    async def says(self, text: str) -> None:
        body = {"client_id": a_client_id(), "text": text}
        await self.visitor.write("POST", f"/chat/conversations/{self.conversation_id}/messages", body)

    async def hears(self) -> list[str]:
        found = await self.visitor.read(f"/chat/conversations/{self.conversation_id}/messages", after=0)
        return [each["text"] for each in found["messages"] if each.get("kind") == "text"]


@dataclass(slots=True)
class Room:
    """The signed-in member's own session, and an inbox of its own for this test."""

    salon: Product
    desk: Visitor
    inbox: str
    member: str
    stack: AsyncExitStack

    async def guest(self, text: str, *, mine: bool = True) -> Guest:
        """Somebody who writes; the conversation is given to the member."""
        guest = await Guest.begins(self.salon, self.inbox, text)
        self.stack.push_async_callback(guest.visitor.client.aclose)
        if mine:
            await self.take(guest)
        return guest

    async def take(self, guest: Guest) -> None:
        found = await self.desk.read(f"/conversations/{guest.conversation_id}")
        if found["assignee_id"] != self.member:
            body = {"assignee_id": self.member, "expected_assignee_id": found["assignee_id"]}
            await self.desk.write("POST", f"/conversations/{guest.conversation_id}/assign", body)


@asynccontextmanager
async def an_inbox(page: Page, salon: Product) -> AsyncIterator[Room]:
    await enter_desk(page, salon)
    async with AsyncExitStack() as stack:
        desk = await stack.enter_async_context(await desk_visitor(page, salon))
        slug = f"site-{secrets.token_hex(4)}"
        await desk.write("POST", "/inboxes", {"slug": slug, "name": slug})
        session = await desk.read("/session")
        yield Room(salon, desk, slug, session["member"]["id"], stack)


def row(page: Page, guest: Guest) -> Locator:
    return page.locator(f'[data-conversation="{guest.conversation_id}"]')


def log(page: Page) -> Locator:
    return page.get_by_role("log")


async def test_a_conversation_and_its_messages_arrive_by_themselves(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        await page.goto(f"{salon.url}/desk/inbox?view=all")
        await expect(page.get_by_role("heading", level=1, name="Inbox")).to_be_visible()
        guest = await room.guest("Do you do beards?", mine=False)
        await expect(row(page, guest)).to_contain_text("Do you do beards?")
        await room.take(guest)
        await row(page, guest).click()
        await expect(log(page)).to_contain_text("Do you do beards?")
        await guest.says("And moustaches?")
        await expect(log(page)).to_contain_text("And moustaches?")
        await expect(row(page, guest)).to_contain_text("And moustaches?")


async def test_an_answer_is_shown_at_once_and_reaches_the_guest_once(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        lost = 0

        async def lose(route: Route) -> None:
            # The server takes it; its answer never arrives.
            nonlocal lost
            lost += 1
            if lost == 1:
                await route.fetch()
                await route.abort()
            else:
                await route.continue_()

        await page.route(f"**/conversations/{guest.conversation_id}/messages", lose)
        await page.keyboard.press("r")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.fill("It takes **20 minutes**.")
        await field.press("Enter")
        await expect(field).to_have_value("")
        await expect(log(page).locator("strong", has_text="20 minutes")).to_have_count(1)
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        await expect(log(page).locator("strong", has_text="20 minutes")).to_have_count(1)
        assert (await guest.hears()).count("It takes **20 minutes**.") == 1


async def test_what_was_missed_while_the_line_was_down_is_caught_up(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("One")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("One")
        await page.context.set_offline(True)
        await expect(page.get_by_text("No connection.").first).to_be_visible()
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.fill("Written in a tunnel")
        await field.press("Enter")
        await expect(log(page).get_by_text("Waiting for the network")).to_be_visible()
        for word in ("Two", "Three"):
            await guest.says(word)
        await page.context.set_offline(False)
        for word in ("Two", "Three", "Written in a tunnel"):
            await expect(log(page).get_by_text(word, exact=True)).to_have_count(1)
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        assert (await guest.hears()).count("Written in a tunnel") == 1


async def test_a_refused_message_stays_and_is_tried_again_under_its_id(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        sent: list[Any] = []

        async def refuse(route: Route) -> None:
            sent.append(route.request.post_data_json)
            if len(sent) > 1:
                await route.continue_()
                return
            problem = {"status": 422, "code": "text-too-long", "title": "Too long", "type": "about:blank"}
            await route.fulfill(status=422, json=problem, content_type="application/problem+json")

        await page.route(f"**/conversations/{guest.conversation_id}/messages", refuse)
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.fill("Refused once")
        await field.press("Enter")
        await expect(log(page).get_by_role("alert")).to_contain_text("Not sent")
        await log(page).get_by_role("button", name="Try again").click()
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        assert [each["client_id"] for each in sent] == [sent[0]["client_id"]] * 2
        assert (await guest.hears()).count("Refused once") == 1


async def test_a_note_is_seen_by_the_team_alone(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        await page.keyboard.press("n")
        field = page.get_by_role("textbox", name="Note for the team")
        await field.fill("Sensitive skin")
        await field.press("Enter")
        note = log(page).get_by_role("article").filter(has_text="Sensitive skin")
        await expect(note).to_contain_text("Only the team sees this")
        assert "Sensitive skin" not in await guest.hears()


async def test_resolving_by_key_is_undone_by_key(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        await page.keyboard.press("e")
        await expect(page.get_by_text(f"Resolved: {guest.name}")).to_be_visible()
        await expect(row(page, guest)).to_have_count(0)
        await page.keyboard.press("z")
        await expect(row(page, guest)).to_be_visible()
        found = await room.desk.read(f"/conversations/{guest.conversation_id}")
        assert found["state"] == "open"


async def test_who_assigns_second_is_told_who_was_first(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")

        async def between(route: Route) -> None:
            # A colleague is quicker: what this page saw is no longer so.
            body = {"assignee_id": None, "expected_assignee_id": room.member}
            await room.desk.write("POST", f"/conversations/{guest.conversation_id}/assign", body)
            await route.continue_()

        await page.route(f"**/conversations/{guest.conversation_id}/assign", between)
        await page.keyboard.press("a")
        await page.get_by_role("combobox", name="Assign").press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("Nothing was changed")


async def test_what_a_team_gave_out_at_once_is_undone(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        found = next(
            each for each in (await room.desk.read("/inboxes"))["items"] if each["slug"] == room.inbox
        )
        # However many she has by now, it is her turn.
        roomy = {"version": found["version"], "settings": {**found["settings"], "capacity": 1_000}}
        await room.desk.write("PATCH", f"/inboxes/{found['id']}", roomy)
        team = f"Team-{secrets.token_hex(3)}"
        await room.desk.write("POST", "/agent-teams", {"name": team, "members": [room.member]})
        guest = await room.guest("Hello")
        before = await room.desk.read(f"/conversations/{guest.conversation_id}")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        await page.keyboard.press("a")
        await page.get_by_role("combobox", name="Assign").fill(team)
        await page.get_by_role("combobox", name="Assign").press("Enter")
        await expect(page.get_by_text(f"{guest.name} is with {team} now")).to_be_visible()
        given = await room.desk.read(f"/conversations/{guest.conversation_id}")
        assert (given["team_id"] is None, given["assignee_id"]) == (False, room.member)
        await page.keyboard.press("z")
        await expect(page.get_by_text("Undone.")).to_be_visible()
        after = await room.desk.read(f"/conversations/{guest.conversation_id}")
        assert (after["team_id"], after["assignee_id"]) == (before["team_id"], room.member)


async def test_the_open_thread_is_resolved_whatever_is_chosen(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guests = [await room.guest(f"Hello {n}") for n in range(3)]
        await page.goto(f"{salon.url}/desk/inbox/{guests[2].conversation_id}")
        for guest in guests[:2]:
            await page.get_by_role("checkbox", name=f"Choose {guest.name}").click()
        thread = page.get_by_role("region", name="Conversation", exact=True)
        await thread.get_by_role("button", name=re.compile("^Resolve")).click()
        await expect(page.get_by_text(f"Resolved: {guests[2].name}")).to_be_visible()
        await expect(page.get_by_text("2 chosen")).to_be_visible()
        found = [await room.desk.read(f"/conversations/{guest.conversation_id}") for guest in guests]
        assert [each["state"] for each in found] == ["open", "open", "resolved"]


async def test_a_refusal_is_told_where_its_conversation_is_not_open(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        one, other = await room.guest("Hello"), await room.guest("Hello too")

        async def refuse(route: Route) -> None:
            problem = {"status": 409, "code": "assigned-meanwhile", "title": "Taken", "type": "about:blank"}
            await route.fulfill(status=409, json=problem, content_type="application/problem+json")

        await page.goto(f"{salon.url}/desk/inbox")
        told = page.get_by_role("region", name="Conversations", exact=True).get_by_role("alert")
        # By key on a row that is not open, by the toolbar on a chosen one, by Undo of one just left.
        await row(page, one).focus()
        await page.route("**/resolve", refuse)
        await page.keyboard.press("e")
        await expect(told).to_contain_text(one.name)
        await expect(told).to_contain_text("Nothing was changed")
        await page.get_by_role("checkbox", name=f"Choose {other.name}").click()
        await page.get_by_role("toolbar").get_by_role("button", name="Resolve").click()
        await expect(told).to_contain_text(other.name)
        await page.unroute("**/resolve")
        await page.get_by_role("toolbar").get_by_role("button", name="Close").click()
        await row(page, one).click()
        await expect(told).to_have_count(0)
        await page.keyboard.press("e")
        await expect(page.get_by_text(f"Resolved: {one.name}")).to_be_visible()
        await expect(page).not_to_have_url(re.compile(one.conversation_id))
        await page.route("**/reopen", refuse)
        await page.keyboard.press("z")
        await expect(told).to_contain_text(one.name)


async def test_a_composers_key_with_no_thread_open_is_not_kept_for_the_next(
    page: Page, salon: Product
) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{salon.url}/desk/inbox")
        await expect(row(page, guest)).to_be_visible()
        await page.keyboard.press("n")
        await row(page, guest).click()
        await expect(log(page)).to_contain_text("Hello")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await expect(field).to_be_visible()
        await expect(field).not_to_be_focused()


async def test_times_are_offered_from_the_composer(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("When are you free?")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.press_sequentially("/times")
        await expect(page.get_by_role("option", name="/times")).to_be_visible()
        await field.press("Enter")
        panel = page.get_by_role("region", name="Offer times")
        chips = panel.locator(".chip")
        # Not the first: its notice may pass at the turn of a minute.
        await chips.nth(2).click()
        await chips.nth(3).click()
        assert await violations(page) == []
        await panel.get_by_role("button", name="Offer 2 times").click()
        await expect(log(page).get_by_text("held", exact=True)).to_have_count(2)
        await log(page).get_by_role("button", name="Withdraw").click()
        await expect(log(page).get_by_text("released", exact=True)).to_have_count(2)


async def test_an_input_methods_enter_sends_nothing_and_a_draft_is_kept(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("你好")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        field = page.get_by_role("textbox", name=re.compile("^Reply to"))
        await field.fill("我们九点")
        composing = "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true})"
        await field.evaluate(f"field => field.dispatchEvent({composing})")
        await expect(field).to_have_value("我们九点")
        await field.blur()
        await page.reload()
        await expect(field).to_have_value("我们九点")
        assert await guest.hears() == ["你好"]


async def test_hostile_text_stays_text(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        attack = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> javascript:alert(1)'
        guest = await room.guest(attack)
        body = {"client_id": a_client_id(), "text": f"[x](javascript:window.hit=1) {attack}"}
        await room.desk.write("POST", f"/conversations/{guest.conversation_id}/messages", body)
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page).get_by_text("onerror").first).to_be_visible()
        await expect(log(page).locator("img, script, a[href^=javascript]")).to_have_count(0)
        assert await page.evaluate("window.hit") is None


async def test_the_inbox_is_clean_and_on_a_phone_two_screens(
    salon: Product, chromium: Browser, contexts: Contexts
) -> None:
    phone = await contexts(
        chromium, viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark"
    )
    page = await phone.new_page()
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello from a phone")
        await page.goto(f"{salon.url}/desk/inbox")
        await expect(row(page, guest)).to_be_visible()
        assert await violations(page) == []
        await row(page, guest).click()
        await expect(log(page)).to_contain_text("Hello from a phone")
        await expect(row(page, guest)).to_be_hidden()
        assert await violations(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        await page.get_by_role("button", name="Back to the list").click()
        await expect(row(page, guest)).to_be_visible()
        await page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
        await row(page, guest).click()
        await expect(page.get_by_role("complementary", name="Person")).to_be_visible()
        assert await violations(page) == []
