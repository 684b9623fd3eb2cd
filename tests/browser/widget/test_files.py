"""Files on their way: picked, pasted, dropped, stopped, refused, sent once, tried again."""

import base64
import secrets

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser.chat.stage import rows
from tests.browser.widget.acts import Desk, Panel, words
from tests.browser.widget.rooms import Room
from tests.support.faultproxy import Exchange, Fault, FaultProxy, on
from tests.support.product import Product

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NOTES = FilePayload(name="notes.txt", mimeType="text/plain", buffer=b"Two things about my hair.\n")
GIVE = """(node, [event, kind, name, encoded, text]) => {
    const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type: kind }));
    if (text) { data.setData('text/plain', text); data.setData('text/html', `<b>${text}</b>`); }
    const how = { bubbles: true, cancelable: true };
    const given = event === 'paste' ? new ClipboardEvent('paste', { ...how, clipboardData: data })
        : new DragEvent(event, { ...how, dataTransfer: data });
    return node.dispatchEvent(given);
}"""
TWICE = "(button) => { button.click(); button.click(); }"


def uploads(exchange: Exchange) -> bool:
    return on("POST", "/chat/attachments")(exchange)


async def pick(panel: Panel, *files: FilePayload) -> None:
    async with panel.page.expect_file_chooser() as opening:
        await panel.frame.get_by_role("button", name="Attach a file").click()
    await (await opening.value).set_files(list(files))


async def give(node: Locator, event: str, *, text: str = "") -> bool:
    """Paste or drop a picture there; False when the page takes it from the browser."""
    encoded = base64.b64encode(PNG).decode()
    return bool(await node.evaluate(GIVE, [event, "image/png", "chair.png", encoded, text]))


async def names(desk: Desk, conversation: str) -> list[list[str]]:
    """The files of each message of a thread."""
    thread = await desk._get(f"/conversations/{conversation}/messages?after=0&limit=200")
    said = [each for each in thread["messages"] if each.get("kind") == "text"]
    return [[file["name"] for file in each["attachments"]] for each in said]


async def test_a_picked_file_is_sent_once_however_often_send_is_pressed(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    await pick(panel, NOTES)
    await panel.frame.get_by_role("button", name="Remove notes.txt").wait_for()
    await panel.write.fill(text)
    await panel.frame.get_by_role("button", name="Start conversation").evaluate(TWICE)
    await panel.sent(text)
    await expect(panel.frame.locator(".up")).to_have_count(0)
    link = panel.log.get_by_role("link", name="notes.txt")
    await expect(link).to_have_count(1)
    assert await names(desk, await room.conversation(text)) == [["notes.txt"]]
    answer = await page.request.get(salon.url + str(await link.get_attribute("href")))
    assert await answer.body() == NOTES["buffer"]


async def test_an_upload_that_is_stopped_leaves_nothing_and_the_words_stay(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    room, text = await Room.of(faults.url, desk), words()
    panel = await room.visit(page)
    await panel.said(text)
    faults.set(Fault(hold=True, matches=uploads))
    await panel.write.fill("with a file")
    await pick(panel, NOTES)
    await faults.wait_for(1, held=True)
    send = panel.frame.get_by_role("button", name="Send", exact=True)
    await expect(send).to_have_attribute("aria-disabled", "true")
    await panel.write.press("Enter")
    assert await panel.write.input_value() == "with a file"
    await panel.frame.get_by_role("button", name="Stop sending notes.txt").click()
    await expect(panel.frame.locator(".up")).to_have_count(0)
    await expect(panel.frame.get_by_role("button", name="Attach a file")).to_be_focused()
    faults.clear()
    faults.release()
    await panel.write.press("Enter")
    await panel.sent("with a file")
    assert await names(desk, await room.conversation(text)) == [[], []]


async def test_a_picture_is_pasted_and_another_dropped_anywhere_in_the_panel(
    page: Page, salon: Product, desk: Desk
) -> None:
    room, text = await Room.of(salon.url, desk), words()
    panel = await room.visit(page)
    assert not await give(panel.write, "paste")
    await panel.frame.get_by_role("button", name="Remove chair.png").wait_for()
    # Without that the browser would open the file where the chat was.
    assert not await give(panel.log, "dragover")
    assert not await give(panel.log, "drop")
    await expect(panel.frame.get_by_role("button", name="Remove chair.png")).to_have_count(2)
    await panel.said(text)
    pictures = panel.log.get_by_role("img", name="chair.png")
    await expect(pictures).to_have_count(2)
    await expect(pictures.first).to_have_js_property("naturalWidth", 1)
    assert await names(desk, await room.conversation(text)) == [["chair.png", "chair.png"]]


async def test_words_copied_from_a_document_are_pasted_as_words(
    page: Page, salon: Product, desk: Desk
) -> None:
    """A table brings a picture of itself along."""
    panel = await (await Room.of(salon.url, desk)).visit(page)
    assert await give(panel.write, "paste", text="Tuesday 14:30")
    await expect(panel.frame.locator(".up")).to_have_count(0)


async def test_a_file_that_cannot_go_says_why_and_keeps_its_place_beside_the_words(
    page: Page, salon: Product, desk: Desk
) -> None:
    limits = {"allowed": True, "bytes_most": 100_000}
    room, text = await Room.of(salon.url, desk, attachments=limits), words()
    panel = await room.visit(page)
    large = FilePayload(name="large.txt", mimeType="text/plain", buffer=b"x" * 100_001)
    wrong = FilePayload(name="run.exe", mimeType="application/x-msdownload", buffer=b"MZ\x90\x00" * 40)
    empty = FilePayload(name="empty.txt", mimeType="text/plain", buffer=b"")
    await pick(panel, large, wrong, empty)
    rows_of = panel.frame.locator(".up.bad")
    await expect(rows_of.filter(has_text="large.txt")).to_contain_text("larger than 100 kB.")
    await expect(rows_of.filter(has_text="run.exe")).to_contain_text("this kind of file cannot be sent.")
    await expect(rows_of.filter(has_text="empty.txt")).to_contain_text("the file is empty.")
    await panel.said(text)
    await expect(rows_of).to_have_count(3)
    assert await names(desk, await room.conversation(text)) == [[]]
    await panel.frame.get_by_role("button", name="Remove large.txt").click()
    await expect(rows_of).to_have_count(2)


async def test_more_files_than_go_with_a_message_are_said_to_be_too_many(
    page: Page, salon: Product, desk: Desk
) -> None:
    panel = await (await Room.of(salon.url, desk)).visit(page)
    many = [FilePayload(name=f"{n}.txt", mimeType="text/plain", buffer=b"Hello.") for n in range(12)]
    await pick(panel, *many)
    await expect(panel.frame.get_by_text("10 files at most go with one message.")).to_be_visible()
    await expect(panel.frame.locator(".up")).to_have_count(10)


async def test_a_lost_answer_is_tried_again_and_the_file_is_kept_once(
    page: Page, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    room, text = await Room.of(faults.url, desk), words()
    name = f"notes-{secrets.token_hex(6)}.txt"
    panel = await room.visit(page)
    await panel.said(text)
    faults.set(Fault(drop_answer=True, matches=uploads))
    await pick(panel, FilePayload(name=name, mimeType="text/plain", buffer=NOTES["buffer"]))
    again = panel.frame.locator(".up.bad").get_by_role("button", name="Try again")
    await expect(panel.frame.locator(".up.bad")).to_contain_text("Not sent: no answer.")
    faults.clear()
    before = len([each for each in faults.seen if uploads(each)])
    await again.evaluate(TWICE)
    await panel.frame.get_by_role("button", name=f"Remove {name}").wait_for()
    await panel.said("Here it is")
    assert len([each for each in faults.seen if uploads(each)]) == before + 1
    assert await names(desk, await room.conversation(text)) == [[], [name]]
    assert await rows(salon, f"select count(*) from attachments where name = '{name}'") == ["1"]
