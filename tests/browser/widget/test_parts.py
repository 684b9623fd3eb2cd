"""Parts of the panel: answers to tap, questions before the first words, the card for closed hours."""

from datetime import UTC, datetime

from playwright.async_api import Page, expect

from tests.browser.widget.acts import Desk, words
from tests.browser.widget.rooms import Room
from tests.support.product import Product

READ_OUT = """() => {
    const place = document.querySelector('.body > .vh');
    window.readOut = [];
    const note = () => { if (place.textContent) window.readOut.push(place.textContent) };
    new MutationObserver(note).observe(place, {childList: true, characterData: true, subtree: true});
}"""


async def test_an_answer_is_tapped_once_and_then_gone(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    conversation = await room.conversation(text)
    choices = [{"id": "a", "label": "Beard"}, {"id": "b", "label": "Hair"}]
    await room.post(conversation, "messages", {"text": "What for?", "choices": choices})
    group = panel.frame.get_by_role("group", name="Answers")
    await group.get_by_role("button", name="Hair").click()
    await panel.sent("Hair")
    await expect(group).to_have_count(0)
    [found] = await desk.conversations(text)
    assert found["texts"] == [text, "What for?", "Hair"]


async def test_questions_before_the_first_words(page: Page, salon: Product, desk: Desk) -> None:
    fields = [
        {"id": "name", "type": "text", "required": True},
        {"id": "about", "type": "choice", "label": "About", "options": ["A booking", "A thing"]},
        {
            **{"id": "code", "type": "text", "label": "Booking code", "required": True},
            "when": {"field": "about", "equals": "A booking"},
        },
    ]
    room = await Room.of(salon.url, desk, prechat={"when": "before", "fields": fields})
    panel, text = await room.visit(page), words()
    start = panel.frame.get_by_role("button", name="Start conversation")
    code = panel.frame.get_by_label("Booking code")
    await expect(code).to_be_hidden()
    await start.click()
    await expect(panel.frame.get_by_text("Please fill this in.")).to_have_count(2)
    await panel.frame.get_by_label("Your name").fill("Ana")
    await panel.frame.get_by_label("About").select_option("A booking")
    await panel.frame.get_by_label("Your message").fill(text)
    await start.click()
    await expect(code).to_be_focused()
    await code.fill("N9-7QK4")
    await start.click()
    await panel.sent(text)


async def test_closed_says_when_it_opens_and_what_can_be_booked(
    page: Page, salon: Product, desk: Desk
) -> None:
    today = datetime.now(UTC).weekday()
    weekly = [[[540, 1020]] if abs(day - today) not in (0, 1, 6) else [] for day in range(7)]
    hours = await desk.post("/schedules", {"name": "Not today", "zone": "UTC", "weekly": weekly})
    room = await Room.of(salon.url, desk, schedule=hours["id"], away={"service": "cut"})
    panel = await room.visit(page)
    await expect(panel.frame.locator(".pstate")).to_contain_text("Opens")
    other = panel.frame.get_by_role("link", name="Other services and days")
    await expect(other).to_have_attribute("href", "/studio")


async def test_the_card_of_closed_hours_comes_anew_after_it_has_booked(
    page: Page, salon: Product, desk: Desk
) -> None:
    today = datetime.now(UTC).weekday()
    weekly = [[[540, 1020]] if abs(day - today) not in (0, 1, 6) else [] for day in range(7)]
    hours = await desk.post("/schedules", {"name": "Booked today", "zone": "UTC", "weekly": weekly})
    room = await Room.of(salon.url, desk, schedule=hours["id"], away={"service": "cut"})
    panel = await room.visit(page)
    times = panel.frame.locator(".away .slot")
    await times.first.click()
    await panel.frame.locator(".slotcard [name=name]").fill("Ida Founder")
    await panel.frame.locator(".slotcard [name=email]").fill("ida-anew@example.org")
    await panel.frame.locator(".slotcard form .pri").click()
    await expect(panel.frame.locator(".slotcard.done")).to_have_count(1)
    await panel.choose("Start a new conversation")
    await times.first.click()
    await expect(panel.frame.locator(".slotcard form .pri")).to_contain_text("Book")


async def test_a_clock_that_is_ahead_calls_nobody_away(page: Page, salon: Product, desk: Desk) -> None:
    await page.add_init_script("const now = Date.now; Date.now = () => now.call(Date) + 3_600_000")
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await expect(panel.frame.locator(".slotcard")).to_have_count(0)


async def test_the_same_answer_twice_is_read_out_twice(page: Page, salon: Product, desk: Desk) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    await panel.frame.evaluate(READ_OUT)
    conversation = await room.conversation(text)
    for times in (1, 2):
        await desk.say(conversation, "One moment")
        await expect(panel.frame.locator(".msg.ag", has_text="One moment")).to_have_count(times)
        await panel.frame.wait_for_function("(times) => window.readOut.length === times", arg=times)
    assert all("One moment" in each for each in await panel.frame.evaluate("window.readOut"))
