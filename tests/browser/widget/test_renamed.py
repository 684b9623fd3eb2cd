"""An agent who takes another name while somebody looks at her answers."""

from playwright.async_api import Page, expect

from tests.browser.widget.acts import Desk, name, words
from tests.browser.widget.rooms import Room
from tests.support.product import Product


async def test_an_open_chat_calls_its_agent_by_the_name_of_now(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    conversation = await room.conversation(text)
    me = (await desk.client.get("/session")).json()["member"]
    member = next(
        each for each in (await desk.client.get("/members")).json()["items"] if each["id"] == me["id"]
    )
    body = {"assignee_id": me["id"], "expected_assignee_id": None}
    await desk.post(f"/conversations/{conversation}/assign", body)
    await desk.say(conversation, "It is me.")
    under = panel.log.locator(".st").last
    await expect(under).to_contain_text(member["name"].split()[0])
    after = await rename(desk, member, "Renata Anders")
    try:
        await expect(under).to_contain_text("Renata")
        await expect(panel.log.get_by_text("It is me.")).to_have_count(1)
    finally:
        await rename(desk, after, member["name"])


async def rename(desk: Desk, member: dict[str, object], to: str) -> dict[str, object]:
    key = {"Idempotency-Key": f'"{name()}"'}
    body = {"version": member["version"], "name": to}
    answer = await desk.client.patch(f"/members/{member['id']}", json=body, headers=key)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found
