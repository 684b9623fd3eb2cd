"""The inbox while things change: the line goes and comes back, offered times go, colleagues are renamed."""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.browser.console.test_inbox import Guest, Room, a_client_id, an_inbox, log
from tests.support.desk import ZONE, Visitor
from tests.support.faultproxy import Exchange, Fault, FaultProxy, on
from tests.support.lapse import let_leases_lapse
from tests.support.product import Product

RECONNECTING = "Reconnecting. What you see may have changed meanwhile."


def lives(exchange: Exchange) -> bool:
    """The desk's socket."""
    return exchange.path.startswith("/api/v1/live")


def reply(page: Page) -> Locator:
    return page.get_by_role("textbox", name=re.compile("^Reply to"))


async def test_a_cut_line_is_told_and_loses_and_doubles_nothing(
    page: Page, salon: Product, faults: FaultProxy
) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{faults.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        # The browser still has a network: it is the server that is gone.
        faults.go_offline()
        await expect(page.get_by_role("status").get_by_text(RECONNECTING)).to_be_visible()
        for words in ("Written in the dark", "And after it"):
            await reply(page).fill(words)
            await reply(page).press("Enter")
        await expect(log(page).get_by_text("Still sending. It will not be sent twice.")).to_be_visible()
        await expect(log(page).get_by_text("Waiting for the one before")).to_be_visible()
        await guest.says("Said meanwhile")
        faults.go_online()
        for words in ("Said meanwhile", "Written in the dark", "And after it"):
            await expect(log(page).get_by_text(words, exact=True)).to_have_count(1, timeout=20_000)
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible(timeout=20_000)
        await expect(page.get_by_text(RECONNECTING)).to_have_count(0)
        heard = await guest.hears()
        assert heard == ["Hello", "Said meanwhile", "Written in the dark", "And after it"]


async def test_a_letter_of_the_dark_survives_the_page(page: Page, salon: Product, faults: FaultProxy) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{faults.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        faults.go_offline()
        await reply(page).fill("Written in the dark")
        await reply(page).press("Enter")
        await expect(log(page).get_by_text("Still sending. It will not be sent twice.")).to_be_visible()
        faults.go_online()
        faults.set(Fault(drop_answer=True, matches=says, times=1))
        await page.reload()
        await expect(log(page).get_by_text("Written in the dark", exact=True)).to_have_count(1)
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible(timeout=20_000)
        assert (await guest.hears()).count("Written in the dark") == 1


def says(exchange: Exchange) -> bool:
    return exchange.method == "POST" and exchange.path.endswith("/messages")


async def test_without_a_socket_the_inbox_reads_on(page: Page, salon: Product, faults: FaultProxy) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        await page.goto(f"{faults.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page)).to_contain_text("Hello")
        faults.set(Fault(drop_request=True, matches=lives))
        faults.cut()
        await guest.says("Said beside the socket")
        await expect(log(page).get_by_text("Said beside the socket")).to_be_visible(timeout=20_000)
        await reply(page).fill("Heard all the same")
        await reply(page).press("Enter")
        await expect(log(page).get_by_text(re.compile("^Sent "))).to_be_visible()
        faults.clear()
        await guest.says("Back again")
        await expect(log(page).get_by_text("Back again")).to_be_visible(timeout=20_000)
        for words in ("Said beside the socket", "Heard all the same", "Back again"):
            await expect(log(page).get_by_text(words, exact=True)).to_have_count(1)
        assert (await guest.hears()).count("Heard all the same") == 1


async def test_an_answer_that_ends_in_the_middle_is_asked_for_again(
    page: Page, salon: Product, faults: FaultProxy
) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        cut = Fault(cut_answer=700, times=1, matches=on("GET", f"{guest.conversation_id}/messages"))
        faults.set(cut)
        await page.goto(f"{faults.url}/desk/inbox/{guest.conversation_id}")
        thread = page.get_by_role("region", name="Conversation")
        await thread.get_by_role("button", name="Try again").click()
        await expect(log(page)).to_contain_text("Hello")


async def a_service(room: Room) -> dict[str, Any]:
    """The one whose times the panel shows at first."""
    found: dict[str, Any] = (await room.desk.read("/services"))["items"][0]
    return found


async def free(desk: Visitor, service: str, *, ahead: int = 0) -> list[str]:
    first = date.today() + timedelta(days=ahead)  # noqa: DTZ011 - only far enough ahead
    query = {"from": first.isoformat(), "to": (first + timedelta(days=13)).isoformat()}
    found = await desk.read("/slots", service=service, zone=str(ZONE), **query)
    return [slot["start"] for slot in found["slots"]]


async def book_out(room: Room, service: dict[str, Any], start: str) -> None:
    """Until nobody is left who could do it then."""
    async with Visitor.of(room.salon) as other:
        while start in await free(other, service["slug"], ahead=0) + await free(
            other, service["slug"], ahead=13
        ):
            async with Visitor.of(room.salon) as somebody:
                await somebody.book(service["slug"], start, f"Quick-{secrets.token_hex(3)}")


async def test_a_time_that_goes_while_it_is_chosen_is_left_out(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("When are you free?")
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        service = await a_service(room)
        start = (await free(room.desk, service["slug"]))[20]
        await reply(page).press_sequentially("/times")
        await reply(page).press("Enter")
        panel = page.get_by_role("region", name="Offer times")
        chips = panel.locator(".chip")
        before = await chips.nth(20).get_attribute("aria-label") or ""
        await chips.nth(20).click()
        await chips.nth(45).click()
        await book_out(room, service, start)
        await expect(panel.get_by_role("status")).to_contain_text("Taken a moment ago")
        await expect(panel.get_by_role("button", name=before, exact=True)).to_have_count(0)
        await panel.get_by_role("button", name="Offer 1 time").click()
        await expect(log(page).get_by_text("held", exact=True)).to_have_count(1)


@asynccontextmanager
async def an_offer(
    page: Page, salon: Product
) -> AsyncIterator[tuple[Room, Guest, dict[str, Any], dict[str, Any]]]:
    """Three times before a guest, and the thread open at the desk: room, guest, service, message."""
    async with an_inbox(page, salon) as room:
        guest = await room.guest("When are you free?")
        service = await a_service(room)
        starts = (await free(room.desk, service["slug"], ahead=14))[::9][:3]
        body = {"client_id": a_client_id(), "service": service["slug"], "starts": starts, "zone": str(ZONE)}
        said = await room.desk.write("POST", f"/conversations/{guest.conversation_id}/offers", body)
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        await expect(log(page).get_by_text("held", exact=True)).to_have_count(3)
        yield room, guest, service, said["message"]


async def test_the_taken_time_and_its_sisters_change_before_the_agent(page: Page, salon: Product) -> None:
    async with an_offer(page, salon) as (_, guest, _, offer):
        body = {"start": offer["extra"]["times"][1]["start"], "version": offer["extra"]["version"]}
        await guest.visitor.write("POST", f"/chat/offers/{offer['id']}/take", body)
        await expect(log(page).get_by_text("booked", exact=True)).to_have_count(1)
        await expect(log(page).get_by_text("released", exact=True)).to_have_count(2)
        await expect(log(page)).to_contain_text("One was taken; the others are free again.")
        await expect(log(page).get_by_role("button", name="Withdraw")).to_have_count(0)


async def test_a_time_that_goes_becomes_the_nearest_before_the_agent(page: Page, salon: Product) -> None:
    async with an_offer(page, salon) as (room, _, service, offer):
        let_leases_lapse(salon, offer_id=offer["id"])
        await expect(log(page).get_by_text("free", exact=True)).to_have_count(3, timeout=20_000)
        times = log(page).locator(".time")
        was = await times.nth(1).inner_text()
        await book_out(room, service, offer["extra"]["times"][1]["start"])
        await expect(times.nth(1)).to_contain_text("nearest", timeout=20_000)
        await expect(log(page).get_by_text("free", exact=True)).to_have_count(2)
        assert (await times.nth(1).inner_text()).split()[:-1] != was.split()[:-1]


async def test_a_renamed_colleague_is_called_so_in_an_open_thread(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        word = secrets.token_hex(4)
        member = {
            "name": "Kim Old",
            "email": f"{word}@example.org",
            "role": "agent",
            "password": f"pass-{word}",
        }
        kim = await room.desk.write("POST", "/members", member)
        async with Visitor.of(salon) as colleague:
            colleague.client.headers["Origin"] = salon.url
            del colleague.client.headers["Authorization"]
            body = {"email": member["email"], "password": member["password"]}
            answer = await colleague.client.post("/session", json=body)
            assert answer.status_code in (200, 201), answer.text
            said = {"client_id": a_client_id(), "text": "It is me"}
            await colleague.write("POST", f"/conversations/{guest.conversation_id}/messages", said)
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        article = log(page).get_by_role("article").filter(has_text="It is me")
        await expect(article).to_contain_text("Kim Old")
        change = {"version": kim["version"], "name": "Kim New"}
        await room.desk.write("PATCH", f"/members/{kim['id']}", change)
        await expect(article).to_contain_text("Kim New")
        await expect(log(page).get_by_text("Kim Old")).to_have_count(0)


async def test_who_renames_herself_is_called_so_at_once(page: Page, salon: Product) -> None:
    async with an_inbox(page, salon) as room:
        guest = await room.guest("Hello")
        said = {"client_id": a_client_id(), "text": "It is me"}
        await room.desk.write("POST", f"/conversations/{guest.conversation_id}/messages", said)
        me = next(one for one in (await room.desk.read("/members"))["items"] if one["id"] == room.member)
        await page.goto(f"{salon.url}/desk/inbox/{guest.conversation_id}")
        article = log(page).get_by_role("article").filter(has_text="It is me")
        await expect(article).to_contain_text(me["name"])
        change = {"version": me["version"], "name": "Another Name"}
        after = await room.desk.write("PATCH", f"/members/{room.member}", change)
        try:
            await expect(article).to_contain_text("Another Name")
        finally:
            back = {"version": after["version"], "name": me["name"]}
            await room.desk.write("PATCH", f"/members/{room.member}", back)
        await expect(article).to_contain_text(me["name"])
